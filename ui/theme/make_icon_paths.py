"""Turns assets/icons/*.svg (one path each) into IconPaths.qml, so icons take theme colours."""

import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
ICONS = HERE.parents[1] / "assets" / "icons"
TARGET = HERE / "IconPaths.qml"


def icon_paths() -> str:
    """The whole of IconPaths.qml."""
    rows = [f'            "{svg.stem}": "{_path(svg)}"' for svg in sorted(ICONS.glob("*.svg"))]
    note = "// Made from assets/icons by make_icon_paths.py."
    head = f"pragma Singleton\n\n{note}\n\nimport QtQuick\n\nQtObject {{\n"
    return head + "    readonly property var of: ({\n" + ",\n".join(rows) + "\n        })\n}\n"


def _path(svg: Path) -> str:
    found = re.search(r' d="([^"]+)"', svg.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{svg.name} has no path")
    return found[1]


if __name__ == "__main__":
    TARGET.write_text(icon_paths(), encoding="utf-8")
