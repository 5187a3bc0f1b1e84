"""View-models of how staff say who they are."""

import math

from PySide6.QtCore import Property, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import forms
from kiosk.domain.flows.courier import proving, signin
from kiosk.domain.flows.courier.signin import Way, WayChosen
from kiosk.domain.flows.forms import ShowAsked
from kiosk.domain.flows.inputs import Entered, Erased, KeyPressed, OpenAsked
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.keypad import TypingViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

DOT = "•"
MOST_SHOWN = 24
"""Signs of a login that are said again beside its secret."""


@QmlElement
class StaffEntranceViewModel(ScreenViewModel):
    shows = signin.StaffEntrance
    changed = Signal()
    _state: signin.StaffEntrance

    @Property(bool, notify=changed)
    def camera(self) -> bool:
        """Whether a token held up to it counts."""
        return Way.TOKEN in self._state.offers and self._face.preview is not None

    @Property(bool, notify=changed)
    def tokens(self) -> bool:
        """Likewise, to whatever reads them here."""
        return Way.TOKEN in self._state.offers and self._face.hand_scanner

    @Property(bool, notify=changed)
    def badges(self) -> bool:
        return Way.BADGE in self._state.offers

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def offers(self) -> list[str]:
        return [way.value for way in Way if way in self._state.offers]

    @Slot(str)
    def choose(self, way: str) -> None:
        self._send(WayChosen(Way(way)))


@QmlElement
class LoggingInViewModel(ScreenViewModel):
    shows = forms.LoggingIn
    changed = Signal()


@QmlElement
class LogInStoppedViewModel(ScreenViewModel):
    shows = forms.LogInStopped
    changed = Signal()
    _state: forms.LogInStopped

    @Property(str, notify=changed)
    def why(self) -> str:
        return self._state.why.value

    @Property(int, notify=changed)
    def minutes(self) -> int:
        return minutes(self._state.seconds)

    @Property(str, notify=changed)
    def form(self) -> str:
        """What was typed, where it can be typed once more."""
        return self._state.back.form.value if self._state.back else ""

    @Slot()
    def again(self) -> None:
        self._send(OpenAsked())


@QmlElement
class StaffTypingViewModel(TypingViewModel):
    """Lines that staff type: every sign counts there, not only letters and digits."""

    @Slot(int, str, result=bool)
    def strike(self, key: int, text: str) -> bool:
        if key == Qt.Key.Key_Backspace.value:
            self._send(Erased())
        elif len(text) == 1 and text.isprintable():
            self._send(KeyPressed(text))
        else:
            return False
        return True

    @Slot()
    def toggle(self) -> None:
        """Between dots and what they stand for."""
        self._send(ShowAsked())

    @Slot()
    def skip(self) -> None:
        """Go on without it."""
        self._send(Entered())


@QmlElement
class AskStaffViewModel(StaffTypingViewModel):
    shows = forms.AskStaff
    changed = Signal()
    _state: forms.AskStaff

    @Property(str, notify=changed)
    def form(self) -> str:
        return self._state.form.value

    @Property(str, notify=changed)
    def line(self) -> str:
        return self._state.line.value

    @Property(str, notify=changed)
    def language(self) -> str:
        """Which letters the keyboard may offer beside the Latin ones."""
        return self._language

    @Property(str, notify=changed)
    def who(self) -> str:
        """The account or login that this line belongs to."""
        named = (forms.Line.ACCOUNT, forms.Line.LOGIN, forms.Line.NEW_ACCOUNT)
        lines = zip(forms.LINES[self._state.form], self._state.said, strict=False)
        who = next((text for line, text in lines if line in named), "")
        return who if len(who) <= MOST_SHOWN else who[: MOST_SHOWN - 1] + "…"

    def _legible(self) -> str:
        secret = self.secret and not self._state.bare
        return DOT * len(self._state.typed) if secret else self._state.typed

    @Property(bool, notify=changed)
    def secret(self) -> bool:
        return self._state.line in forms.SECRET

    @Property(bool, notify=changed)
    def bare(self) -> bool:
        return self._state.bare

    @Property(bool, notify=changed)
    def turns(self) -> bool:
        return self._state.line in forms.TURNS

    @Property(bool, notify=changed)
    def held(self) -> bool:
        """Whether a badge is waited for, and nothing can be typed."""
        return self._state.line in forms.HELD_UP

    @Property(bool, notify=changed)
    def last(self) -> bool:
        return len(self._state.said) + 1 == len(forms.LINES[self._state.form])

    @Property(str, notify=changed)
    def objection(self) -> str:
        why = self._state.objection
        return why.name.lower() if why else ""

    @Property(bool, notify=changed)
    def badge(self) -> bool:
        """Whether a badge was held up: then a shorter PIN does."""
        return self._state.badge


@QmlElement
class AskCourierPinViewModel(StaffTypingViewModel):
    shows = proving.AskCourierPin
    changed = Signal()
    _state: proving.AskCourierPin

    def _legible(self) -> str:
        return DOT * len(self._state.typed)

    @Property(bool, notify=changed)
    def judging(self) -> bool:
        return self._state.judging

    @Property(str, notify=changed)
    def wrong(self) -> str:
        return self._state.wrong.value if self._state.wrong else ""

    @Property(int, notify=changed)
    def minutes(self) -> int:
        return minutes(self._state.seconds)


def minutes(seconds: float) -> int:
    """Whole minutes of a lock-out, the begun one counts; 0: not known, -1: until it is lifted."""
    return -1 if math.isinf(seconds) else math.ceil(seconds / 60)


SCREENS: tuple[type[ScreenViewModel], ...] = (
    StaffEntranceViewModel,
    LoggingInViewModel,
    LogInStoppedViewModel,
    AskStaffViewModel,
    AskCourierPinViewModel,
)
