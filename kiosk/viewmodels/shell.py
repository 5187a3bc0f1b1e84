"""Puts the right screen on the glass; the one object QML is given."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.inputs import HelpAsked
from kiosk.viewmodels.bank import BankModel
from kiosk.viewmodels.base import ScreenViewModel, Send, shown_by
from kiosk.viewmodels.face import Face
from kiosk.viewmodels.screens import SCREENS
from kiosk.viewmodels.steering import steer

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


def nothing(_: object) -> None:
    """For a shell nobody listens to."""


@QmlElement
class ShellViewModel(QObject):
    """Every screen hangs off it; language and access mode last until ``reset``."""

    currentChanged = Signal()
    languageChanged = Signal()
    accessChanged = Signal()
    maskedChanged = Signal()
    _arrived = Signal(object)
    _ended = Signal()

    def __init__(
        self,
        send: Send,
        face: Face,
        *,
        choose_language: Callable[[str], None] = nothing,
        set_access: Callable[[bool], None] = nothing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._send = send
        self._face = face
        self._choose_language = choose_language
        self._set_access = set_access
        self._language = next(iter(face.languages))
        self._access = False
        self._masked = False
        bank = BankModel(face.layout, self)
        self._screens = {cls.screen(): cls(send, face, bank, self) for cls in SCREENS}
        self._current: ScreenViewModel | None = None
        self._arrived.connect(self._adopt, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._forget, Qt.ConnectionType.QueuedConnection)

    def show(self, state: object) -> None:
        """Take the new state of the journey; may be called from any thread."""
        self._arrived.emit(state)

    def reset(self) -> None:
        """Forget language and access mode of who was here; may be called from any thread."""
        self._ended.emit()

    def mask(self, masked: bool) -> None:
        """Hide the camera picture and what was typed, for a screenshot."""
        self._masked = masked
        self.maskedChanged.emit()

    @Property(ScreenViewModel, notify=currentChanged)
    def current(self) -> ScreenViewModel | None:
        return self._current

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self._language

    @Property(bool, notify=languageChanged)
    def mirrored(self) -> bool:
        return QLocale(self._language).textDirection() is Qt.LayoutDirection.RightToLeft

    @Property(str, notify=languageChanged)
    def otherLanguage(self) -> str:
        """The name, in its own script, of the language one touch away; empty with only one."""
        return self._face.languages[self._following()] if len(self._face.languages) > 1 else ""

    @Property(bool, notify=accessChanged)
    def access(self) -> bool:
        return self._access

    @Property(bool, notify=maskedChanged)
    def masked(self) -> bool:
        return self._masked

    @Property(str, constant=True)
    def theme(self) -> str:
        return self._face.theme

    @Property(bool, constant=True)
    def calm(self) -> bool:
        return self._face.calm

    @Property(float, constant=True)
    def panelWidth(self) -> float:
        return self._face.panel_mm[0]

    @Property(float, constant=True)
    def panelHeight(self) -> float:
        return self._face.panel_mm[1]

    @Slot()
    def nextLanguage(self) -> None:
        self._speak(self._following())

    @Slot()
    def toggleAccess(self) -> None:
        self._allow(not self._access)

    @Slot()
    def help(self) -> None:
        self._send(HelpAsked())

    @Slot(QObject, int, int)
    def steer(self, root: QObject, right: int, down: int) -> None:
        """Move the focus to the nearest thing that can be touched in this direction."""
        steer(root, right, down)

    @Slot(object)
    def _adopt(self, state: Any) -> None:
        screen = self._screens[shown_by(state, self._screens)]
        screen.adopt(state)
        if screen is not self._current:
            left, self._current = self._current, screen
            self.currentChanged.emit()
            if left is not None:
                left.leave()

    @Slot()
    def _forget(self) -> None:
        self._speak(next(iter(self._face.languages)))
        self._allow(False)

    def _following(self) -> str:
        codes = list(self._face.languages)
        return codes[(codes.index(self._language) + 1) % len(codes)]

    def _speak(self, language: str) -> None:
        if language != self._language:
            self._language = language
            self._choose_language(language)
            for screen in self._screens.values():
                screen.speak(language)
            self.languageChanged.emit()

    def _allow(self, access: bool) -> None:
        if access != self._access:
            self._access = access
            self._set_access(access)
            self.accessChanged.emit()
