"""View-models of the two doors between which a parcel is moved."""

from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.courier.swapping import Carrying
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.inputs import DoesNotFit, WentBack
from kiosk.domain.flows.opening import LookInside, PutParcel, TakeParcel
from kiosk.domain.flows.problem import LeaveClosed
from kiosk.domain.flows.visit import Trouble
from kiosk.viewmodels.at_door import AtDoorViewModel
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CarryingDoorViewModel(AtDoorViewModel):
    """One of the two doors stands open."""

    behind = Carrying
    _state: Working
    heldChanged = Signal()

    def adopt(self, state: Any) -> None:
        super().adopt(state)
        self.heldChanged.emit()

    @Property(str, notify=heldChanged)
    def short(self) -> str:
        behind = self._state.behind
        return behind.moving.parcel.short if isinstance(behind, Carrying) else ""


@QmlElement
class CarryingTakeParcelViewModel(CarryingDoorViewModel):
    shows = TakeParcel
    changed = Signal()


@QmlElement
class CarryingPutParcelViewModel(CarryingDoorViewModel):
    shows = PutParcel
    changed = Signal()

    @Slot()
    def doesNotFit(self) -> None:
        self._send(DoesNotFit())


@QmlElement
class CarryingLookInsideViewModel(CarryingDoorViewModel):
    shows = LookInside
    changed = Signal()


@QmlElement
class CarryingLeaveClosedViewModel(CarryingDoorViewModel):
    shows = LeaveClosed
    changed = Signal()

    @Property(bool, notify=changed)
    def missing(self) -> bool:
        return getattr(self._state.at, "trouble", None) is Trouble.EMPTY

    @Slot()
    def reconsider(self) -> None:
        self._send(WentBack())


SCREENS: tuple[type[ScreenViewModel], ...] = (
    CarryingTakeParcelViewModel,
    CarryingPutParcelViewModel,
    CarryingLookInsideViewModel,
    CarryingLeaveClosedViewModel,
)
