"""The baseline of start and memory: a process that imports modules and shows an empty window.

Words: width, height, and a file with the names of the modules. Says "shown" after the first frame.
"""

import importlib
import sys
from contextlib import suppress
from pathlib import Path

EMPTY = b"import QtQuick\nWindow { visible: true }"


def main() -> int:
    width, height, names = sys.argv[1:]
    for name in Path(names).read_text().split():
        # Some of them are made at run time by the one before.
        with suppress(ImportError, AttributeError):
            importlib.import_module(name)
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickWindow

    app = QGuiApplication(["bare"])
    engine = QQmlApplicationEngine()
    engine.setInitialProperties({"width": int(width), "height": int(height)})
    engine.loadData(EMPTY)
    [window] = engine.rootObjects()
    assert isinstance(window, QQuickWindow)

    def shown() -> None:
        window.frameSwapped.disconnect(shown)
        print("shown", file=sys.stderr, flush=True)

    window.frameSwapped.connect(shown)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
