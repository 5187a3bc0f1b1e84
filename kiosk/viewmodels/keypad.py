"""View-models of whatever is typed, on the glass or on real keys."""

from typing import Any

from PySide6.QtCore import Property, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.inputs import Entered, Erased, KeyPressed, PageTurned
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TypingViewModel(ScreenViewModel):
    """The keys of a keypad, and what was typed with them."""

    typedChanged = Signal()

    def adopt(self, state: Any) -> None:
        super().adopt(state)
        self.typedChanged.emit()

    @Property(str, notify=typedChanged)
    def typed(self) -> str:
        return self._legible()

    @Property(bool, notify=typedChanged)
    def letters(self) -> bool:
        """Which page of the keys shows, where there are two."""
        return getattr(self._state, "letters", False)

    def _legible(self) -> str:
        """What was typed, as anybody may see it."""
        return str(self._state.typed)

    @Slot(str)
    def press(self, sign: str) -> None:
        self._send(KeyPressed(sign))

    @Slot(int, str, result=bool)
    def strike(self, key: int, text: str) -> bool:
        """A real key went down; answers whether it belongs to a keypad."""
        if key == Qt.Key.Key_Backspace.value:
            self.erase()
        elif len(text) == 1 and text.isalnum():
            self.press(text)
        else:
            return False
        return True

    @Slot()
    def erase(self) -> None:
        self._send(Erased())

    @Slot()
    def turn(self) -> None:
        self._send(PageTurned())

    @Slot()
    def enter(self) -> None:
        self._send(Entered())


@QmlElement
class PhoneTypingViewModel(TypingViewModel):
    """A telephone number, which may begin with a plus."""

    @Slot(int, str, result=bool)
    def strike(self, key: int, text: str) -> bool:
        if text == "+":
            self.press(text)
            return True
        return super().strike(key, text)
