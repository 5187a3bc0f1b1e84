"""View-models of several doors one after another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.compartments import CompartmentFacts, Finding, Look
from kiosk.domain.flows.service import inventory, several
from kiosk.domain.flows.service.several import AllFreeAsked, EveryDoorAsked, GoAsked, SkipDoorAsked
from kiosk.domain.model import Contents
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.rows import RowsModel
from kiosk.viewmodels.service_map import MapViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """What was found otherwise than expected."""

    label: str
    finding: str
    expected: str
    said: str


def differences(found: Sequence[CompartmentFacts]) -> list[DifferenceRow]:
    return [_row(one) for one in found]


def _row(one: CompartmentFacts) -> DifferenceRow:
    look = one.look
    if look is None or not look.finding.differs:
        look = Look(Contents.EMPTY, Contents.PARCEL, Finding.MISSING)  # it was found so before
    return DifferenceRow(one.label, look.finding.value, look.expected.value, look.said.value)


@QmlElement
class ChooseSeveralViewModel(MapViewModel):
    shows = several.ChooseSeveral
    changed = Signal()
    _state: several.ChooseSeveral

    def renew(self) -> None:
        self._map.adopt(self._state.bank, self._state.chosen)

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._state.chosen)

    @Property(int, notify=changed)
    def free(self) -> int:
        return len(self._state.free)

    @Property(bool, notify=changed)
    def allFree(self) -> bool:
        return bool(self._state.free) and self._state.chosen == self._state.free

    @Property(int, notify=changed)
    def doors(self) -> int:
        """How many there are in all."""
        return len(self._state.bank or ())

    @Slot()
    def chooseAllFree(self) -> None:
        self._send(AllFreeAsked())

    @Slot()
    def everyDoor(self) -> None:
        self._send(EveryDoorAsked())

    @Slot()
    def go(self) -> None:
        self._send(GoAsked())


@QmlElement
class RunningViewModel(MapViewModel):
    """On the way from door to door."""

    _state: several.Run
    wentOn = Signal()

    def furnish(self) -> None:
        super().furnish()
        self._differences = RowsModel(DifferenceRow, self)

    def adopt(self, state: Any) -> None:
        super().adopt(state)
        self.wentOn.emit()

    def renew(self) -> None:
        chosen = self._state.todo[:1]
        self._map.adopt(self._state.bank, chosen)
        found = {done.hand.label for done in self._state.done}
        mine = [one for one in inventory.differences(self._state.bank) if self._counts(one, found)]
        self._differences.adopt(differences(mine))

    def _counts(self, facts: CompartmentFacts, found: set[str]) -> bool:
        return facts.label in found

    def _looked_into(self) -> int:
        """How many doors are done."""
        return len({one.hand.label for one in self._state.done})

    @Property(str, notify=wentOn)
    def next(self) -> str:
        return self._state.todo[0] if self._state.todo else ""

    @Property(int, notify=wentOn)
    def left(self) -> int:
        return len(self._state.todo)

    @Property(int, notify=wentOn)
    def done(self) -> int:
        return self._looked_into()

    @Property(int, notify=wentOn)
    def skipped(self) -> int:
        return len(self._state.skipped)

    @Property("QStringList", notify=wentOn)  # type: ignore[arg-type]
    def last(self) -> list[str]:
        """Of the last door: its number, how it ended, what was found, what was expected."""
        last = self._state.last
        if last is None:
            return ["", "", "", ""]
        finding = last.finding.value if last.finding else ""
        expected = last.expected.value if last.expected else ""
        return [last.hand.label, last.how.value, finding, expected]

    @Property(RowsModel, constant=True)
    def differing(self) -> RowsModel:
        return self._differences

    @Slot()
    def go(self) -> None:
        self._send(GoAsked())

    @Slot()
    def skip(self) -> None:
        self._send(SkipDoorAsked())


@QmlElement
class RunViewModel(RunningViewModel):
    shows = several.Run
    changed = Signal()


SCREENS: tuple[type[ScreenViewModel], ...] = (ChooseSeveralViewModel, RunViewModel)
