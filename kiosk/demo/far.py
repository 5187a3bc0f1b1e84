"""A kiosk in a process of its own that is seen and touched from another one.

It draws off screen into a shared file and obeys lines: ``press X Y``, ``release X Y``,
``key NUMBER``, ``look FILM``. So its power can be cut as hard as a real one's.
"""

import json
import mmap
import sys
import threading
from pathlib import Path
from typing import TextIO, cast

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.adapters.gates.simulated import simulated_terminals
from kiosk.app.window import Kiosk
from kiosk.demo.profile import configured
from kiosk.demo.saying import quiet
from kiosk.viewmodels.base import ScreenViewModel

PIXEL = 4
"""Bytes."""
PAUSE_MS = 40
"""Between two pictures sent: 25 a second are enough for a door that swings."""


def size_of_file(width: int, height: int) -> int:
    """Two pictures: one is written while the other is read."""
    return 2 * width * height * PIXEL


class Far(QObject):
    """Sends what the glass shows and brings the touches of somebody far away."""

    _told = Signal(str)
    _left = Signal()

    def __init__(self, kiosk: Kiosk, pictures: mmap.mmap) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._window: QQuickWindow = kiosk.window
        self._pictures = pictures
        self._sent = 0
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._send)
        self._window.frameSwapped.connect(self._drawn)
        self._told.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        self._left.connect(QGuiApplication.quit, Qt.ConnectionType.QueuedConnection)

    def listen(self, lines: TextIO) -> None:
        """Obey until the lines end; for a thread of its own."""
        for line in lines:
            self._told.emit(line.strip())
        self._left.emit()

    @Slot()
    def _drawn(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _send(self) -> None:
        picture = self._window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)
        size = len(self._pictures) // 2
        if picture.sizeInBytes() != size:
            return
        start = self._sent % 2 * size
        self._pictures[start : start + size] = bytes(picture.constBits())
        say({"frame": self._sent, "screen": self._screen()})
        self._sent += 1

    def _screen(self) -> str:
        current = cast(ScreenViewModel | None, self._kiosk.shell.current)
        return "" if current is None else current.shows.__name__

    @Slot(str)
    def _obey(self, line: str) -> None:
        left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        verb, _, rest = line.partition(" ")
        match verb:
            case "press":
                QTest.mousePress(self._window, left, plain, _point(rest))
            case "release":
                QTest.mouseRelease(self._window, left, plain, _point(rest))
            case "key":
                QTest.keyClick(self._window, Qt.Key(int(rest)))
            case "look":
                self._kiosk.show_to_camera(Path(rest))
            case _:
                say({"error": f"not understood: {line}"})


def say(fact: dict[str, object]) -> None:
    """Say one line of JSON."""
    print(json.dumps(fact), flush=True)


def run(config: Path, pictures: Path, width: int, height: int) -> int:
    """Run until told to end or nobody tells anything any more."""
    quiet()
    app = QGuiApplication(["kiosk"])
    kiosk = Kiosk(configured(config), size=(width, height))
    kiosk.terminals = simulated_terminals()
    kiosk.start()
    with pictures.open("r+b") as file, mmap.mmap(file.fileno(), 0) as memory:
        far = Far(kiosk, memory)
        say({"ready": True})
        threading.Thread(target=far.listen, args=(sys.stdin,), daemon=True).start()
        try:
            return app.exec()
        finally:
            kiosk.stop()


def _point(text: str) -> QPoint:
    x, y = text.split()
    return QPoint(int(x), int(y))
