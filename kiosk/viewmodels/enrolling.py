"""View-models of a technician's account, and of the back office's answers."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.challenge import NONCE, ServiceAct
from kiosk.domain.flows.inputs import OpenAsked
from kiosk.domain.flows.service import challenge, enrolling
from kiosk.domain.flows.service.challenge import ActChosen
from kiosk.domain.one_time import TRIES
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.signin import StaffTypingViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AccountReadyViewModel(ScreenViewModel):
    shows = enrolling.AccountReady
    changed = Signal()
    _state: enrolling.AccountReady

    @Property(str, notify=changed)
    def account(self) -> str:
        return self._state.account

    @Property(bool, notify=changed)
    def unlocked(self) -> bool:
        return self._state.unlocked

    @Slot()
    def logIn(self) -> None:
        self._send(OpenAsked())


@QmlElement
class ChooseActViewModel(ScreenViewModel):
    shows = challenge.ChooseAct
    changed = Signal()

    @Slot(str)
    def choose(self, act: str) -> None:
        self._send(ActChosen(ServiceAct(act)))


@QmlElement
class ReadNonceViewModel(StaffTypingViewModel):
    shows = challenge.ReadNonce
    changed = Signal()
    _state: challenge.ReadNonce

    @Property(str, notify=changed)
    def nonce(self) -> str:
        """In two groups, as it is read aloud."""
        half = NONCE // 2
        return f"{self._state.nonce[:half]} {self._state.nonce[half:]}"

    @Property(str, notify=changed)
    def act(self) -> str:
        return self._state.deed.act.value

    @Property(str, notify=changed)
    def label(self) -> str:
        return self._state.deed.door

    @Property(str, notify=changed)
    def operatorId(self) -> str:
        return self._state.deed.operator

    @Property(int, notify=changed)
    def left(self) -> int:
        """Tries, once one was wrong; 0 before."""
        return self._state.left if self._state.left < TRIES else 0


SCREENS: tuple[type[ScreenViewModel], ...] = (
    AccountReadyViewModel,
    ChooseActViewModel,
    ReadNonceViewModel,
)
