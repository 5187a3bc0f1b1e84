"""View-models of the guided inventory, and of doors that were left open."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.compartments import CompartmentFacts
from kiosk.domain.flows.service import inventory, left_open
from kiosk.domain.flows.service.several import GoAsked
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.rows import RowsModel
from kiosk.viewmodels.service_map import MapViewModel
from kiosk.viewmodels.service_several import DifferenceRow, RunningViewModel, differences

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A door that somebody must shut."""

    label: str
    open: bool
    """Whether it stands open, or its contact says nothing of it."""
    since: str
    reason: str


@QmlElement
class InventoryRunViewModel(RunningViewModel):
    shows = inventory.InventoryRun
    changed = Signal()

    def _counts(self, facts: CompartmentFacts, found: set[str]) -> bool:
        return True

    def _looked_into(self) -> int:
        return sum(one.look is not None for one in self._state.bank)


@QmlElement
class InventoryViewModel(MapViewModel):
    shows = inventory.Inventory
    changed = Signal()
    _state: inventory.Inventory

    def furnish(self) -> None:
        super().furnish()
        self._differences = RowsModel(DifferenceRow, self)

    def renew(self) -> None:
        self._map.adopt(self._state.bank, self._state.todo[:1])
        self._differences.adopt(differences(self._state.differences))

    @Property(RowsModel, constant=True)
    def differing(self) -> RowsModel:
        return self._differences

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.bank is None

    @Property(int, notify=changed)
    def left(self) -> int:
        return len(self._state.todo)

    @Property(int, notify=changed)
    def done(self) -> int:
        return len(self._state.bank or ()) - len(self._state.todo)

    @Property(str, notify=changed)
    def next(self) -> str:
        return self._state.todo[0] if self._state.todo else ""

    @Slot()
    def go(self) -> None:
        self._send(GoAsked())


@QmlElement
class LeftOpenViewModel(MapViewModel):
    shows = left_open.LeftOpen
    changed = Signal()
    _state: left_open.LeftOpen

    def furnish(self) -> None:
        super().furnish()
        self._listed = RowsModel(OpenRow, self)

    def renew(self) -> None:
        self._map.adopt(self._state.bank, [one.label for one in self._state.listed])
        rows = [
            OpenRow(one.label, one.is_open, self._clock(one.open_since), one.reason)
            for one in self._state.listed
        ]
        self._listed.adopt(rows)

    @Property(RowsModel, constant=True)
    def listed(self) -> RowsModel:
        return self._listed

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.bank is None


SCREENS: tuple[type[ScreenViewModel], ...] = (
    InventoryViewModel,
    InventoryRunViewModel,
    LeftOpenViewModel,
)
