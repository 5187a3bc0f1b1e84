"""The QML is checked against the Python view-models, and so are its layout and its icons."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from tests.lint.tree import ROOT

TOOLS = Path(sys.executable).parent
METATYPES = Path(PySide6.__file__).parent / "Qt" / "metatypes"
QML = sorted((ROOT / "ui").rglob("*.qml"))
FIRST = ("bank", "rows", "door", "camera", "base", "wall", "parcels", "glass", "keypad", "lists",
         "papers", "signin", "service_map", "service_several")  # fmt: skip
"""metaobjectdump wants a base class before what is made of it."""


def run(tool: str, *rest: object, cwd: Path = ROOT) -> str:
    done = subprocess.run(
        [str(TOOLS / f"pyside6-{tool}"), *map(str, rest)], cwd=cwd, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the modules KioskCore and KioskDemo, as qmllint wants to know them."""
    folder = tmp_path_factory.mktemp("core")
    describe(folder, "KioskCore", ROOT / "kiosk" / "viewmodels")
    describe(folder, "KioskDemo", ROOT / "kiosk" / "demo")
    return folder


def describe(folder: Path, name: str, classes: Path) -> None:
    """Write the QML types of these Python classes down as a module."""
    module = folder / name
    module.mkdir()
    (module / "qmldir").write_text(f"module {name}\ntypeinfo types.qmltypes\ndepends QtQuick\n")
    exposing = [p for p in classes.glob("*.py") if "@QmlElement" in p.read_text("utf-8")]
    exposing.sort(key=lambda p: (FIRST.index(p.stem) if p.stem in FIRST else len(FIRST), p.stem))
    run("metaobjectdump", "-o", folder / f"{name}.json", *exposing, cwd=classes)
    foreign = ",".join(
        str(METATYPES / f"qt6{part}_metatypes.json") for part in ("core", "gui", "qml", "quick")
    )
    types = ("--generate-qmltypes", module / "types.qmltypes", "-o", folder / "unused.cpp")
    which = ("--import-name", name, "--major-version", "1", "--foreign-types", foreign)
    run("qmltyperegistrar", *types, *which, folder / f"{name}.json")


def lint(core: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    # 6.11 forgets constant=True of a Python property, hence the one softened warning.
    options = ["-W", "0", "--stale-property-read", "info", "-I", str(ROOT), "-I", str(core)]
    command = [str(TOOLS / "pyside6-qmllint"), *options, *map(str, files)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_the_qml_fits_the_view_models(core: Path):
    found = lint(core, *QML)
    assert found.returncode == 0, found.stdout + found.stderr


def test_a_misspelt_property_would_be_found(core: Path, tmp_path: Path):
    screen = tmp_path / "TakeParcelScreen.qml"
    text = (ROOT / "ui" / "screens" / "TakeParcelScreen.qml").read_text("utf-8")
    screen.write_text(text.replace("root.vm.stage", "root.vm.stages"))
    found = lint(core, "-I", ROOT / "ui" / "screens", screen)  # type: ignore[arg-type]
    assert "stages" in found.stdout + found.stderr
    assert found.returncode != 0


def test_the_qml_is_laid_out_by_qmlformat(tmp_path: Path):
    copies = {path: tmp_path / f"{path.parent.name}-{path.name}" for path in QML}
    for path, copy in copies.items():
        copy.write_bytes(path.read_bytes())
    run("qmlformat", "-i", *copies.values())
    loose = [path.name for path, copy in copies.items() if path.read_bytes() != copy.read_bytes()]
    assert loose == []


def test_every_qml_file_is_in_its_folders_list():
    for folder in {path.parent for path in QML}:
        listed = set(re.findall(r"\S+\.qml", (folder / "qmldir").read_text("utf-8")))
        assert listed == {path.name for path in folder.glob("*.qml")}


def test_the_icon_paths_are_fresh():
    theme = ROOT / "ui" / "theme"
    made = runpy.run_path(str(theme / "make_icon_paths.py"))["icon_paths"]()
    assert (theme / "IconPaths.qml").read_text("utf-8") == made


def test_every_icon_that_is_named_exists_and_every_one_is_used():
    drawn = {svg.stem for svg in (ROOT / "assets" / "icons").glob("*.svg")}
    said = {w for path in QML for w in re.findall(r'"([a-z]+)"', path.read_text("utf-8"))}
    assert drawn <= said
    named = (re.findall(r'\b(?:glyph|name): "([a-z]+)"', p.read_text("utf-8")) for p in QML)
    assert {name for names in named for name in names} <= drawn
