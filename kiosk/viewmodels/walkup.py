"""View-models of a visit that begins without a code: what for, for whom, which size."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import walkup
from kiosk.domain.flows.choices import (
    ChargingAsked,
    LowAsked,
    Neighbour,
    SizeChosen,
    SizeOffer,
)
from kiosk.domain.flows.inputs import FinishAsked, JourneyChosen, OpenAsked
from kiosk.domain.flows.visit import Aim
from kiosk.viewmodels import figures, spoken
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.keypad import PhoneTypingViewModel
from kiosk.viewmodels.rows import RowsModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

MM_IN_CM = 10
NEAREST = 3
"""Other lockers that are named; more would be a list to read."""


@QmlElement
class ChooseAimViewModel(ScreenViewModel):
    shows = walkup.ChooseAim
    changed = Signal()
    _state: walkup.ChooseAim

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def offers(self) -> list[str]:
        return [aim.value for aim in Aim if aim in self._state.offers]

    @Property(bool, notify=changed)
    def camera(self) -> bool:
        return self._state.camera and self._face.preview is not None

    @Slot(str)
    def choose(self, aim: str) -> None:
        self._send(JourneyChosen(Aim(aim)))


@QmlElement
class AskPhoneViewModel(PhoneTypingViewModel):
    shows = walkup.AskPhone
    changed = Signal()
    _state: walkup.AskPhone

    @Property(bool, notify=changed)
    def short(self) -> bool:
        """Whether what was entered has too few digits."""
        return self._state.short


@dataclass(frozen=True, slots=True)
class SizeRow:
    """One size on offer; inside, in whole centimetres: what is said to fit does fit."""

    name: str
    wide: int
    high: int
    deep: int
    free: int
    price: str
    thing: str
    """Something that fits, for the picture."""


@QmlElement
class ChooseSizeViewModel(ScreenViewModel):
    shows = walkup.ChooseSize
    changed = Signal()
    _state: walkup.ChooseSize

    def furnish(self) -> None:
        self._offers = RowsModel(SizeRow, self)

    @Property(str, notify=changed)
    def aim(self) -> str:
        return self._state.draft.aim.value

    @Property(bool, notify=changed)
    def looking(self) -> bool:
        """The kiosk still looks what is free."""
        return self._state.offers is None

    def renew(self) -> None:
        self._offers.adopt([self._row(offer) for offer in self._state.offers or ()])

    def _row(self, offer: SizeOffer) -> SizeRow:
        wide, high, deep = (
            side // MM_IN_CM
            for side in (offer.inside.width, offer.inside.height, offer.inside.depth)
        )
        thing = figures.thing(offer.inside)
        return SizeRow(offer.size, wide, high, deep, offer.free, self._money(offer.due), thing)

    @Property(RowsModel, constant=True)
    def offers(self) -> RowsModel:
        return self._offers

    @Property(int, notify=changed)
    def widest(self) -> int:
        """Centimetres inside, of all on offer."""
        return max((one.inside.width for one in self._state.offers or ()), default=10) // MM_IN_CM

    @Property(int, notify=changed)
    def tallest(self) -> int:
        return max((one.inside.height for one in self._state.offers or ()), default=10) // MM_IN_CM

    @Property(bool, notify=changed)
    def low(self) -> bool:
        return self._state.draft.needs.low

    @Property(bool, notify=changed)
    def charging(self) -> bool:
        return self._state.draft.needs.charging

    @Property(bool, notify=changed)
    def chargers(self) -> bool:
        """Whether a charger can be had: for what one stores, where there are any."""
        there = any(one.charger for one in self._face.layout.compartments())
        return there and self._state.draft.aim is Aim.STORE

    @Slot(str)
    def choose(self, size: str) -> None:
        self._send(SizeChosen(size))

    @Slot()
    def askLow(self) -> None:
        self._send(LowAsked())

    @Slot()
    def askCharging(self) -> None:
        self._send(ChargingAsked())


@QmlElement
class ReservingViewModel(ScreenViewModel):
    shows = walkup.Reserving
    changed = Signal()
    _state: walkup.Reserving

    @Property(str, notify=changed)
    def aim(self) -> str:
        return self._state.draft.aim.value


@dataclass(frozen=True, slots=True)
class NeighbourRow:
    """Another locker that may have room."""

    name: str
    metres: int
    kilometres: str
    modules: str
    """The way to it: the dark modules of a QR code as a path on a grid."""
    side: int
    """Of that grid."""


def neighbours(nearest: Sequence[Neighbour], language: str) -> list[NeighbourRow]:
    """The nearest few, as the screens show them."""
    return [
        NeighbourRow(
            one.name,
            one.metres,
            spoken.kilometres(one.metres, language),
            *figures.qr(one.map_url),
        )
        for one in nearest[:NEAREST]
    ]


@QmlElement
class NoRoomViewModel(ScreenViewModel):
    shows = walkup.NoRoom
    changed = Signal()
    _state: walkup.NoRoom

    def furnish(self) -> None:
        self._nearest = RowsModel(NeighbourRow, self)

    @Property(str, notify=changed)
    def aim(self) -> str:
        return self._state.draft.aim.value

    @Property(bool, notify=changed)
    def low(self) -> bool:
        """Only lower doors were looked at."""
        return self._state.draft.needs.low

    @Property(bool, notify=changed)
    def charging(self) -> bool:
        return self._state.draft.needs.charging

    @Slot()
    def anyHeight(self) -> None:
        self._send(LowAsked())

    @Slot()
    def withoutCharger(self) -> None:
        self._send(ChargingAsked())

    def renew(self) -> None:
        self._nearest.adopt(neighbours(self._state.nearest, self._language))

    @Property(RowsModel, constant=True)
    def nearest(self) -> RowsModel:
        return self._nearest

    @Slot()
    def again(self) -> None:
        self._send(OpenAsked())

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())
