"""Somebody at the locker: touches the glass, types, pushes doors shut, looks at the screen."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.app.window import Kiosk
from kiosk.viewmodels.base import ScreenViewModel

PATIENCE = 20.0
LOOK_EVERY_MS = 10


class NotSeen(TimeoutError):
    """What should have come on the screen did not come."""


class Person:
    """Uses a running kiosk like a person does, with touches and keys."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._window: QQuickWindow = kiosk.window

    @property
    def screen(self) -> str:
        """The name of the state that shows."""
        current = cast(ScreenViewModel | None, self._kiosk.shell.current)
        return "" if current is None else current.shows.__name__

    @property
    def door(self) -> str:
        """What stands on the door the screen speaks of."""
        current = cast(ScreenViewModel | None, self._kiosk.shell.current)
        return "" if current is None else str(cast(QObject, current.door).property("label"))

    @property
    def code(self) -> str:
        """The code the screen hands over, without the gaps it is shown with."""
        return str(self.tells("code")).replace(" ", "")

    def tells(self, what: str) -> Any:
        """What the screen says of this, None when it says nothing of it."""
        current = cast(ScreenViewModel | None, self._kiosk.shell.current)
        return None if current is None else current.property(what)

    def sees(self, *screens: str) -> str:
        """Wait until one of these screens shows; raises NotSeen."""
        self.waits(lambda: self.screen in screens, f"{' or '.join(screens)}, not {self.screen}")
        return self.screen

    def waits(self, for_what: Callable[[], object], wanted: str) -> None:
        """Let the kiosk live until this is so; raises NotSeen."""
        until = time.monotonic() + PATIENCE
        loop = QEventLoop()
        timer = QTimer(interval=LOOK_EVERY_MS)
        timer.timeout.connect(lambda: loop.quit() if for_what() or time.monotonic() > until else 0)
        timer.start()
        loop.exec()
        timer.stop()
        if not for_what():
            raise NotSeen(f"expected {wanted} after {PATIENCE:.0f} s; the screen is {self.screen}")

    def touches(self, name: str) -> None:
        """Touch the item of this objectName; raises NotSeen."""
        self.waits(lambda: self._find(name), f"something to touch called {name}")
        item = self._find(name)
        assert item is not None
        centre = item.mapToScene(QPoint(int(item.width() / 2), int(item.height() / 2)))
        QTest.mouseClick(
            self._window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            centre.toPoint(),
        )

    def types(self, text: str) -> None:
        """Type on the keypad and press Enter."""
        for sign in text:
            self.presses(getattr(Qt.Key, f"Key_{sign.upper()}"))
        self.presses(Qt.Key.Key_Return)

    def presses(self, key: Qt.Key) -> None:
        """Press one key of the tactile keypad."""
        QTest.keyClick(self._window, key)

    def can_see(self, name: str) -> bool:
        """Whether something of this objectName shows."""
        return self._find(name) is not None

    def photographs(self, file: Path) -> None:
        """Save what the glass shows, once it stands still."""
        QTest.qWait(600)
        file.parent.mkdir(parents=True, exist_ok=True)
        self._window.grabWindow().save(str(file))

    def _find(self, name: str) -> QQuickItem | None:
        for item in _visible(self._window.contentItem()):
            if item.objectName() == name and item.isEnabled():
                return item
        return None


def _visible(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from _visible(child)
