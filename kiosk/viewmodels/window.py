"""The kiosk's window: one engine, one shell, one Main.qml."""

from pathlib import Path

from PySide6.QtGui import QImage, QWindow
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.viewmodels.shell import ShellViewModel


def make_engine(
    shell: ShellViewModel, data: Path, *, size: tuple[int, int] | None = None
) -> QQmlApplicationEngine:
    """Load the screens from the folder above ``ui``; full screen without a size.

    The engine owns the shell from here, so that it dies after the QML.
    """
    engine = QQmlApplicationEngine()
    shell.setParent(engine)
    engine.addImportPath(str(data))
    wish: dict[str, object] = {"shell": shell, "visibility": QWindow.Visibility.FullScreen.value}
    if size is not None:
        wish["visibility"] = QWindow.Visibility.Windowed.value
        wish["width"], wish["height"] = size
    engine.setInitialProperties(wish)
    engine.loadFromModule("ui", "Main")
    return engine


def window_of(engine: QQmlApplicationEngine) -> QQuickWindow:
    """The one window. Raises LookupError when the screens did not load."""
    for root in engine.rootObjects():
        if isinstance(root, QQuickWindow):
            return root
    raise LookupError("ui.Main did not load")


def masked_picture(window: QQuickWindow, shell: ShellViewModel) -> QImage:
    """A screenshot without the camera picture and what was typed."""
    shell.mask(True)
    try:
        return window.grabWindow()
    finally:
        shell.mask(False)
