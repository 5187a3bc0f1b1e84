"""Paints what the camera sees, so that a person can aim a code; frames are never kept."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import Property, QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

POLL_MS = 100
Quad = Sequence[tuple[float, float]]


class PreviewSource(Protocol):
    """Whoever has the camera's newest picture."""

    def newest(self) -> tuple[int, Any, Quad | None]:
        """Sequence number, RGB array of height x width x 3 (or None), and the corners of the code
        that was found, as shares of the picture (or None)."""


@QmlElement
class PreviewFeed(QObject):
    """Carries the Python source through QML to the view."""

    def __init__(self, source: PreviewSource | None, parent: QObject) -> None:
        super().__init__(parent)
        self.source = source

    @Property(bool, constant=True)
    def there(self) -> bool:
        return self.source is not None


@QmlElement
class CameraView(QQuickPaintedItem):
    """The live picture, mirrored like a mirror is, filled and cropped to the item."""

    feedChanged = Signal()
    foundChanged = Signal()
    outlineChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._feed: PreviewFeed | None = None
        self._outline = QColor("white")
        self._seen = -1
        self._frame: Any = None
        self._quad: Quad | None = None
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self.look)
        self.visibleChanged.connect(self._rest_or_look)

    def _get_feed(self) -> PreviewFeed | None:
        return self._feed

    def _set_feed(self, feed: PreviewFeed | None) -> None:
        if feed is not self._feed:
            self._feed = feed
            self.feedChanged.emit()
            self._rest_or_look()

    def _get_outline(self) -> QColor:
        return self._outline

    def _set_outline(self, colour: QColor) -> None:
        if colour != self._outline:
            self._outline = colour
            self.outlineChanged.emit()
            self.update()

    feed = Property(PreviewFeed, _get_feed, _set_feed, notify=feedChanged)
    outline = Property(QColor, _get_outline, _set_outline, notify=outlineChanged)

    @Property(bool, notify=foundChanged)
    def found(self) -> bool:
        return self._quad is not None

    def look(self) -> None:
        """Take the newest frame, if it is a new one."""
        if self._feed is None or self._feed.source is None:
            return
        sequence, frame, quad = self._feed.source.newest()
        if sequence == self._seen:
            return
        had = self.found
        self._seen, self._frame, self._quad = sequence, frame, quad
        if had != self.found:
            self.foundChanged.emit()
        self.update()

    def _rest_or_look(self) -> None:
        """Poll only while somebody can see it; what was seen is let go of.

        The frame that is there already may show who was here before: only later ones are shown.
        """
        self._frame = self._quad = None
        if self.isVisible() and self._feed is not None and self._feed.source is not None:
            self._seen = self._feed.source.newest()[0]
            self._timer.start()
        else:
            self._timer.stop()

    def paint(self, painter: QPainter) -> None:
        frame, quad = self._frame, self._quad
        if frame is None:
            return
        height, width = frame.shape[:2]
        picture = QImage(frame.data, width, height, frame.strides[0], QImage.Format.Format_RGB888)
        scale = max(self.width() / width, self.height() / height)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(-scale, scale)
        painter.translate(-width / 2, -height / 2)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, width, height), picture)
        if quad is not None:
            pen = QPen(self._outline, 7 / scale)
            painter.setPen(pen)
            painter.drawPolygon(QPolygonF([QPointF(x * width, y * height) for x, y in quad]))
