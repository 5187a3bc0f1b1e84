"""View-models of a parcel without a reservation: its number, whom to tell, its size."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.choices import SizeChosen
from kiosk.domain.flows.courier import sizing, unlisted
from kiosk.domain.flows.courier.unlisted import BesideChosen
from kiosk.domain.flows.inputs import FinishAsked
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.keypad import PhoneTypingViewModel, TypingViewModel
from kiosk.viewmodels.rows import RowsModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class NameParcelViewModel(TypingViewModel):
    shows = unlisted.NameParcel
    changed = Signal()
    _state: unlisted.NameParcel

    @Property(bool, constant=True)
    def camera(self) -> bool:
        return self._face.preview is not None


@QmlElement
class PhoneParcelViewModel(PhoneTypingViewModel):
    shows = unlisted.PhoneParcel
    changed = Signal()
    _state: unlisted.PhoneParcel

    @Property(str, notify=changed)
    def ref(self) -> str:
        return self._state.ref

    @Property(bool, notify=changed)
    def short(self) -> bool:
        """Whether what was entered has too few digits."""
        return self._state.short


@dataclass(frozen=True, slots=True)
class RoomRow:
    """One size that is free."""

    name: str
    free: int


@QmlElement
class RoomViewModel(ScreenViewModel):
    """Which sizes are free, and where a parcel of the same person lies."""

    roomChanged = Signal()
    _state: unlisted.SizeParcel | sizing.SizeUnknown

    def adopt(self, state: Any) -> None:
        super().adopt(state)
        self.roomChanged.emit()

    def furnish(self) -> None:
        self._offers = RowsModel(RoomRow, self)

    def renew(self) -> None:
        offers = self._state.room.offers if self._state.room else ()
        self._offers.adopt([RoomRow(offer.size, offer.free) for offer in offers])

    @Property(RowsModel, constant=True)
    def offers(self) -> RowsModel:
        return self._offers

    @Property(bool, notify=roomChanged)
    def looking(self) -> bool:
        return self._state.room is None

    @Property(str, notify=roomChanged)
    def beside(self) -> str:
        """The compartment in which a parcel of the same person lies."""
        return self._state.room.beside if self._state.room else ""

    @Slot(str)
    def choose(self, size: str) -> None:
        self._send(SizeChosen(size))

    @Slot()
    def share(self) -> None:
        self._send(BesideChosen())

    @Slot()
    def finish(self) -> None:
        """Nothing is free: back to the list."""
        self._send(FinishAsked())


@QmlElement
class SizeParcelViewModel(RoomViewModel):
    shows = unlisted.SizeParcel
    changed = Signal()


@QmlElement
class SizeUnknownViewModel(RoomViewModel):
    shows = sizing.SizeUnknown
    changed = Signal()
    _state: sizing.SizeUnknown

    @Property(str, notify=changed)
    def size(self) -> str:
        """What its cloud calls it; no more of it than a word is."""
        parcel = self._state.scan.parcel
        return ((parcel.size if parcel else None) or "")[:12]


SCREENS: tuple[type[ScreenViewModel], ...] = (
    NameParcelViewModel,
    PhoneParcelViewModel,
    SizeParcelViewModel,
    SizeUnknownViewModel,
)
