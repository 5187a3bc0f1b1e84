"""View-models of a door that opens, stands open, stays shut, or is done."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import opening
from kiosk.domain.flows.inputs import (
    CancelAsked,
    DoesNotFit,
    FinishAsked,
    OpenAsked,
    TroubleAsked,
)
from kiosk.viewmodels.at_door import OpenDoorViewModel
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.papers import OfferingViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReachDoorViewModel(ScreenViewModel):
    shows = opening.ReachDoor
    changed = Signal()
    _state: opening.ReachDoor

    @Property(bool, notify=changed)
    def seeking(self) -> bool:
        """A door lower down is looked for."""
        return self._state.seeking

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())

    @Slot()
    def outOfReach(self) -> None:
        self._send(TroubleAsked())


@QmlElement
class OpeningViewModel(ScreenViewModel):
    shows = opening.Opening
    changed = Signal()


@QmlElement
class DoorStuckViewModel(ScreenViewModel):
    shows = opening.DoorStuck
    changed = Signal()
    _state: opening.DoorStuck

    @Property(str, notify=changed)
    def failure(self) -> str:
        return self._state.failure.value

    @Property(bool, notify=changed)
    def openedBefore(self) -> bool:
        """The door has been open in this visit: nobody knows where the parcel is."""
        visit = self._state.visit
        return visit.opened or visit.owes or visit.settled

    @Property(bool, notify=changed)
    def mayTry(self) -> bool:
        return self._state.may_try

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())


@QmlElement
class TakeParcelViewModel(OpenDoorViewModel):
    shows = opening.TakeParcel
    changed = Signal()
    _state: opening.TakeParcel

    @Slot()
    def trouble(self) -> None:
        self._send(TroubleAsked())


@QmlElement
class PutParcelViewModel(OpenDoorViewModel):
    shows = opening.PutParcel
    changed = Signal()
    _state: opening.PutParcel

    @Slot()
    def trouble(self) -> None:
        self._send(TroubleAsked())

    @Slot()
    def doesNotFit(self) -> None:
        self._send(DoesNotFit())

    @Slot()
    def cancel(self) -> None:
        self._send(CancelAsked())


@QmlElement
class DoneViewModel(OfferingViewModel):
    shows = opening.Done
    changed = Signal()
    _state: opening.Done

    @Property(str, notify=changed)
    def outcome(self) -> str:
        return self._state.outcome.value

    @Property(bool, notify=changed)
    def reopens(self) -> bool:
        return self._state.reopens

    @Property(str, notify=changed)
    def until(self) -> str:
        """The later end, after it was put off."""
        extension = self._state.visit.extension
        return self._day(extension.until) if extension else ""

    @Property(int, constant=True)
    def seconds(self) -> int:
        """How long this screen stays without a touch."""
        return round(self._face.policy.done)

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())
