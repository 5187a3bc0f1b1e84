"""The kiosk's glass in the demo's window: shows what the far kiosk drew, passes touches on."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "KioskDemo"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class GlassFeed(QObject):
    """Carries pictures of the far kiosk to the views, and their touches to it."""

    drawn = Signal()

    def __init__(self, size: tuple[int, int], say: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self.size = size
        self.say = say
        self.picture = QImage()

    def show(self, pixels: bytes) -> None:
        """Show this picture; without pixels the glass is dark."""
        width, height = self.size
        whole = QImage(pixels, width, height, QImage.Format.Format_RGB32) if pixels else QImage()
        # The image only points at the bytes, which end with this call.
        self.picture = whole.copy()
        self.drawn.emit()


@QmlElement
class GlassView(QQuickPaintedItem):
    """One view of the glass, as large as the item."""

    feedChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._feed: GlassFeed | None = None
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)

    def _get_feed(self) -> GlassFeed | None:
        return self._feed

    def _set_feed(self, feed: GlassFeed | None) -> None:
        if feed is not self._feed and feed is not None:
            self._feed = feed
            feed.drawn.connect(self.update)
            self.feedChanged.emit()

    feed = Property(GlassFeed, _get_feed, _set_feed, notify=feedChanged)

    def paint(self, painter: QPainter) -> None:
        if self._feed is not None and not self._feed.picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(0, 0, self.width(), self.height()), self._feed.picture)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.forceActiveFocus()
        self._say("press", event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._say("release", event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._feed is not None and not event.isAutoRepeat():
            self._feed.say(f"key {int(event.key())}")

    def _say(self, verb: str, at: QPointF) -> None:
        if self._feed is not None and self.width() and self.height():
            width, height = self._feed.size
            x, y = at.x() * width / self.width(), at.y() * height / self.height()
            self._feed.say(f"{verb} {round(x)} {round(y)}")
