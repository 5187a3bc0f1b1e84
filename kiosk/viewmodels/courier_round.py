"""View-models of a courier's list and of the end of the visit."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import staff
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier.round import (
    Chore,
    ChoreChosen,
    LogOutAsked,
    ParcelChosen,
    PrintCountAsked,
    SideChosen,
)
from kiosk.domain.flows.inputs import FinishAsked
from kiosk.domain.model import ReservationId
from kiosk.domain.round import Errand, Parcel
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.lists import ListViewModel
from kiosk.viewmodels.rows import RowsModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """One parcel on the list."""

    key: str
    short: str
    label: str
    size: str
    errand: str
    cause: str
    mark: str
    """Written on it instead of the label it waits for."""


def row(parcel: Parcel) -> ParcelRow:
    cause = parcel.cause.value if parcel.cause else ""
    return ParcelRow(
        parcel.reservation,
        parcel.short,
        parcel.label,
        parcel.size or "",
        parcel.errand.value,
        cause,
        parcel.mark if parcel.unlabelled else "",
    )


@QmlElement
class RoundViewModel(ListViewModel):
    shows = courier_round.Round
    lists = ParcelRow
    changed = Signal()
    _state: courier_round.Round

    def renew(self) -> None:
        self._rows.adopt([row(parcel) for parcel in self._state.parcels or ()])

    @Property(bool, constant=True)
    def camera(self) -> bool:
        return self._face.preview is not None

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.parcels is None

    def _count(self, errand: Errand) -> int:
        return sum(parcel.errand is errand for parcel in self._state.parcels or ())

    @Property(int, notify=changed)
    def toDeliver(self) -> int:
        return self._count(Errand.DELIVER)

    @Property(int, notify=changed)
    def toCollect(self) -> int:
        return self._count(Errand.COLLECT)

    @Property(str, notify=changed)
    def who(self) -> str:
        """Carrier, vehicle and depot, as far as they are known."""
        shift = self._state.shift
        return " · ".join(filter(None, (shift.carrier, shift.vehicle, shift.depot)))

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def chores(self) -> list[str]:
        """What can be turned to now, in the order of the buttons."""
        possible = self._state.possible - (set() if self.scans else {Chore.BATCH})
        return [chore.value for chore in Chore if chore in possible and chore in staff.CHORES]

    @Property(bool, notify=changed)
    def sides(self) -> bool:
        """Whether there are doors behind."""
        return self._state.here.rear

    @Property(bool, notify=changed)
    def rear(self) -> bool:
        return self._state.shift.rear

    @Property(str, notify=changed)
    def verdict(self) -> str:
        """What became of the parcel that was scanned last; empty for none."""
        said = self._state.said
        return said.verdict.value if said is not None and said.verdict else ""

    @Property(str, notify=changed)
    def short(self) -> str:
        return self._state.said.short if self._state.said else ""

    @Property(str, notify=changed)
    def label(self) -> str:
        return self._state.said.label if self._state.said else ""

    @Slot(str)
    def choose(self, chore: str) -> None:
        self._send(ChoreChosen(Chore(chore)))

    @Slot(str)
    def take(self, key: str) -> None:
        self._send(ParcelChosen(ReservationId(key)))

    @Slot()
    def turnSide(self) -> None:
        self._send(SideChosen())

    @Slot()
    def logOut(self) -> None:
        self._send(LogOutAsked())


@dataclass(frozen=True, slots=True)
class LeftRow:
    """One parcel that goes back, and why."""

    short: str
    verdict: str


@QmlElement
class RoundDoneViewModel(ScreenViewModel):
    shows = courier_round.RoundDone
    changed = Signal()
    _state: courier_round.RoundDone

    def furnish(self) -> None:
        self._left = RowsModel(LeftRow, self)

    def renew(self) -> None:
        self._left.adopt([LeftRow(one.short, one.why.value) for one in self._state.shift.left])

    @Property(RowsModel, constant=True)
    def left(self) -> RowsModel:
        return self._left

    @Property(int, notify=changed)
    def delivered(self) -> int:
        return self._state.shift.delivered

    @Property(int, notify=changed)
    def collected(self) -> int:
        return self._state.shift.collected

    @Property(int, notify=changed)
    def reported(self) -> int:
        return self._state.shift.reported

    @Property(int, notify=changed)
    def notified(self) -> int:
        return self._state.shift.notified

    @Property(int, notify=changed)
    def waiting(self) -> int:
        """Parcels of the list that are still to be put in."""
        return self._state.waiting

    @Property(bool, notify=changed)
    def prints(self) -> bool:
        return self._state.prints

    @Property(str, notify=changed)
    def paper(self) -> str:
        """How the print goes: empty, printing, out, failed."""
        if self._state.printing:
            return "printing"
        return "" if self._state.printed is None else "out" if self._state.printed else "failed"

    @Slot()
    def print(self) -> None:
        self._send(PrintCountAsked(self._language))

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())


SCREENS: tuple[type[ScreenViewModel], ...] = (RoundViewModel, RoundDoneViewModel)
