"""View-models of a courier's list and of the end of the visit."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, LogOutAsked
from kiosk.domain.flows.inputs import FinishAsked
from kiosk.domain.round import Parcel
from kiosk.viewmodels.bank import BankModel
from kiosk.viewmodels.base import ScreenViewModel, Send
from kiosk.viewmodels.face import Face
from kiosk.viewmodels.rows import RowsModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """One parcel on the list."""

    short: str
    label: str
    size: str
    errand: str
    cause: str


def row(parcel: Parcel) -> ParcelRow:
    cause = parcel.cause.value if parcel.cause else ""
    return ParcelRow(parcel.short, parcel.label, parcel.size or "", parcel.errand.value, cause)


@QmlElement
class RoundViewModel(ScreenViewModel):
    shows = courier_round.Round
    changed = Signal()
    _state: courier_round.Round

    def __init__(self, send: Send, face: Face, bank: BankModel, parent: QObject) -> None:
        super().__init__(send, face, bank, parent)
        self._parcels = RowsModel(ParcelRow, self)

    def renew(self) -> None:
        self._parcels.adopt([row(parcel) for parcel in self._state.parcels or ()])

    @Property(RowsModel, constant=True)
    def parcels(self) -> RowsModel:
        return self._parcels

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.parcels is None

    @Slot(str)
    def choose(self, chore: str) -> None:
        self._send(ChoreChosen(Chore(chore)))

    @Slot()
    def logOut(self) -> None:
        self._send(LogOutAsked())


@QmlElement
class RoundDoneViewModel(ScreenViewModel):
    shows = courier_round.RoundDone
    changed = Signal()
    _state: courier_round.RoundDone

    @Property(int, notify=changed)
    def delivered(self) -> int:
        return self._state.shift.delivered

    @Property(int, notify=changed)
    def collected(self) -> int:
        return self._state.shift.collected

    @Property(int, notify=changed)
    def reported(self) -> int:
        return self._state.shift.reported

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())


SCREENS: tuple[type[ScreenViewModel], ...] = (RoundViewModel, RoundDoneViewModel)
