"""View-models of moving a parcel from one compartment to another."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.courier import swapping
from kiosk.domain.flows.courier.carrying import (
    InHandSaid,
    MovableChosen,
    OtherTargetAsked,
    PutBackAsked,
    TargetChosen,
)
from kiosk.domain.flows.courier.swapping import Carrying, Stage
from kiosk.domain.flows.inputs import FinishAsked, OpenAsked
from kiosk.domain.model import ReservationId
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.lists import ListViewModel
from kiosk.viewmodels.picking import PickRow, picked

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseMovableViewModel(ListViewModel):
    shows = swapping.ChooseMovable
    lists = PickRow
    changed = Signal()
    _state: swapping.ChooseMovable

    def renew(self) -> None:
        self._rows.adopt([picked(m.parcel, unsure=m.unsure) for m in self._state.found or ()])

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.found is None

    @Slot(str)
    def choose(self, reservation: str) -> None:
        self._send(MovableChosen(ReservationId(reservation)))


@QmlElement
class ChooseTargetViewModel(ListViewModel):
    shows = swapping.ChooseTarget
    lists = PickRow
    changed = Signal()
    _state: swapping.ChooseTarget

    def renew(self) -> None:
        targets = self._state.targets or ()
        self._rows.adopt([PickRow(t.label, "", t.label, t.size, low=t.low) for t in targets])

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def free(self) -> list[str]:
        """The doors it may go behind."""
        return [target.label for target in self._state.targets or ()]

    @Property(bool, notify=changed)
    def looking(self) -> bool:
        return self._state.targets is None

    @Property(bool, notify=changed)
    def inHand(self) -> bool:
        return self._state.in_hand

    @Property(str, notify=changed)
    def short(self) -> str:
        return self._state.moving.parcel.short

    @Property(str, notify=changed)
    def source(self) -> str:
        """Behind which door it lies, or lay."""
        return self._state.moving.parcel.label

    @Slot(str)
    def choose(self, label: str) -> None:
        self._send(TargetChosen(label))

    @Slot()
    def putBack(self) -> None:
        self._send(PutBackAsked())


@QmlElement
class CarryingViewModel(ScreenViewModel):
    shows = Carrying
    changed = Signal()
    _state: Carrying

    def renew(self) -> None:
        moved = self._state.stage in {Stage.HAND, Stage.DONE}
        self._door.show(self._state.target.label if moved else self._state.moving.parcel.label)

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._state.stage.value

    @Property(bool, notify=changed)
    def unsure(self) -> bool:
        """It may be in somebody's hands already."""
        return self._state.moving.unsure

    @Property(str, notify=changed)
    def short(self) -> str:
        return self._state.moving.parcel.short

    @Property(str, notify=changed)
    def source(self) -> str:
        return self._state.moving.parcel.label

    @Property(str, notify=changed)
    def target(self) -> str:
        return self._state.target.label

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())

    @Slot()
    def inHand(self) -> None:
        self._send(InHandSaid())

    @Slot()
    def putBack(self) -> None:
        self._send(PutBackAsked())

    @Slot()
    def other(self) -> None:
        self._send(OtherTargetAsked())

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())


@QmlElement
class AskingViewModel(ScreenViewModel):
    shows = swapping.Asking
    changed = Signal()


SCREENS: tuple[type[ScreenViewModel], ...] = (
    ChooseMovableViewModel,
    ChooseTargetViewModel,
    CarryingViewModel,
    AskingViewModel,
)
