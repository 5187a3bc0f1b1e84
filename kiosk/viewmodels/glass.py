"""The glass as the machine knows it: states in, screenshots out, from any thread."""

import asyncio
from concurrent.futures import Future

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImageWriter
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.flows import journey
from kiosk.viewmodels.shell import ShellViewModel
from kiosk.viewmodels.window import masked_picture


class WindowGlass(QObject):
    """One window; lives on the Qt thread, is called from any."""

    _pictureWanted = Signal(object)

    def __init__(self, shell: ShellViewModel, window: QQuickWindow) -> None:
        super().__init__()
        self._shell = shell
        self._window = window
        self._pictureWanted.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def show(self, state: journey.State) -> None:
        self._shell.show(state)

    def reset(self) -> None:
        self._shell.reset()

    async def screenshot(self) -> bytes:
        """The screen as PNG, without camera picture and typed code."""
        wish: Future[bytes] = Future()
        self._pictureWanted.emit(wish)
        return await asyncio.wrap_future(wish)

    @Slot(object)
    def _take(self, wish: "Future[bytes]") -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(masked_picture(self._window, self._shell))
        wish.set_result(bytes(buffer.data().data()))
