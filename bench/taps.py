"""A finger on a key, and the frame that shows it."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

ANYWHERE = QPoint(1, 1)
LONGEST_MS = 2000
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def tap(window: QQuickWindow, name: str) -> float:
    """Seconds from the press to the end of the first frame drawn with the key down."""
    key = next(item for item in _items(window.contentItem()) if item.objectName() == name)
    where = key.mapToScene(QPointF(key.width() / 2, key.height() / 2)).toPoint()
    frame = _Frame(window, key)
    began = time.monotonic()
    QTest.mousePress(window, LEFT, PLAIN, where)
    shown = frame.wait()
    # Let go beside it, so that nothing is typed.
    QTest.mouseRelease(window, LEFT, PLAIN, ANYWHERE)
    return shown - began


def idle_frame(window: QQuickWindow) -> float:
    """Seconds until a frame is drawn in which nothing has changed."""
    frame = _Frame(window)
    began = time.monotonic()
    window.update()
    return frame.wait() - began


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _items(child)


class _Frame:
    """The first frame whose contents were gathered while the key was down."""

    def __init__(self, window: QQuickWindow, key: QQuickItem | None = None) -> None:
        self._key = key
        self._gathered = False
        self._at: float | None = None
        self._loop = QEventLoop()
        self._window = window
        window.beforeSynchronizing.connect(self._gather)
        window.frameSwapped.connect(self._swapped)

    def wait(self) -> float:
        if self._at is None:
            QTimer.singleShot(LONGEST_MS, self._loop, self._loop.quit)
            self._loop.exec()
        self._window.beforeSynchronizing.disconnect(self._gather)
        self._window.frameSwapped.disconnect(self._swapped)
        if self._at is None:
            raise TimeoutError("no frame shows it")
        return self._at

    def _gather(self) -> None:
        self._gathered = self._key is None or bool(self._key.property("down"))

    def _swapped(self) -> None:
        if self._gathered and self._at is None:
            self._at = time.monotonic()
            self._loop.quit()
