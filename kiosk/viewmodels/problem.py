"""View-models of what can be wrong at an open door."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import problem
from kiosk.domain.flows.inputs import (
    EmptyDeclared,
    OpenAsked,
    ReasonChosen,
    TroubleChosen,
)
from kiosk.domain.flows.visit import Reason, Trouble
from kiosk.domain.model import Kind, Purpose
from kiosk.viewmodels.at_door import OpenDoorViewModel
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

AT_DROPOFF = (Trouble.DID_NOT_OPEN, Trouble.NOT_EMPTY, Trouble.DIRTY, Trouble.OUT_OF_REACH)
AT_STORE = (
    Trouble.DID_NOT_OPEN,
    Trouble.NOT_MINE,
    Trouble.EMPTY,
    Trouble.DIRTY,
    Trouble.OUT_OF_REACH,
)
AT_PICKUP = (*AT_STORE, Trouble.UNWANTED)


@QmlElement
class AskTroubleViewModel(OpenDoorViewModel):
    shows = problem.AskTrouble
    changed = Signal()
    _state: problem.AskTrouble

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def troubles(self) -> list[str]:
        """What can be wrong here, never more than six."""
        visit = self._state.visit
        if visit.purpose is Purpose.DROPOFF:
            return [one.value for one in AT_DROPOFF]
        wrong = AT_STORE if visit.kind is Kind.STORE else AT_PICKUP
        return [one.value for one in wrong]

    @Slot(str)
    def choose(self, trouble: str) -> None:
        self._send(TroubleChosen(Trouble(trouble)))


@QmlElement
class AskReasonViewModel(OpenDoorViewModel):
    shows = problem.AskReason
    changed = Signal()
    _state: problem.AskReason

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def reasons(self) -> list[str]:
        """A smaller door is spoken of only where one may be changed for another."""
        visit = self._state.visit
        moves = visit.rules.moves_compartment and not visit.moved
        return [one.value for one in Reason if moves or one is not Reason.TOO_LARGE]

    @Slot(str)
    def choose(self, reason: str) -> None:
        self._send(ReasonChosen(Reason(reason)))


@QmlElement
class ShutFirstViewModel(OpenDoorViewModel):
    shows = problem.ShutFirst
    changed = Signal()
    _state: problem.ShutFirst

    @Property(str, notify=changed)
    def reason(self) -> str:
        return self._state.reason.value

    @Property(bool, notify=changed)
    def searched(self) -> bool:
        return self._state.searched

    @Property(str, notify=changed)
    def other(self) -> str:
        """The label of the door that opens next; empty when none does."""
        return self._state.other.label if self._state.other else ""


@QmlElement
class LeaveClosedViewModel(OpenDoorViewModel):
    shows = problem.LeaveClosed
    changed = Signal()
    _state: problem.LeaveClosed

    @Property(str, notify=changed)
    def trouble(self) -> str:
        return self._state.trouble.value

    @Property(bool, notify=changed)
    def goesBack(self) -> bool:
        """Whether this cloud takes back what a recipient refuses."""
        return self._state.visit.rules.abandons


@QmlElement
class ConfirmEmptyViewModel(ScreenViewModel):
    shows = problem.ConfirmEmpty
    changed = Signal()
    _state: problem.ConfirmEmpty

    @Property(str, notify=changed)
    def reason(self) -> str:
        return self._state.reason.value

    @Property(str, notify=changed)
    def other(self) -> str:
        return self._state.other.label if self._state.other else ""

    @Slot(bool)
    def declare(self, empty: bool) -> None:
        self._send(EmptyDeclared(empty))

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())
