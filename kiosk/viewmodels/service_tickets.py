"""View-models of the open maintenance tickets, and of two people who prove who they are."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.service import tickets, two_people
from kiosk.domain.flows.service.tickets import CloseAsked
from kiosk.domain.flows.service.two_people import Asks
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.rows import RowsModel
from kiosk.viewmodels.service_map import MapViewModel
from kiosk.viewmodels.signin import DOT, StaffTypingViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One open ticket."""

    number: int
    label: str
    fault: str
    since: str
    by: str


@QmlElement
class TicketsViewModel(MapViewModel):
    shows = tickets.Tickets
    changed = Signal()
    _state: tickets.Tickets

    def furnish(self) -> None:
        super().furnish()
        self._rows = RowsModel(TicketRow, self)

    def renew(self) -> None:
        found = self._state.tickets or ()
        self._map.adopt(None, [one.label for one in found])
        self._rows.adopt(
            [
                TicketRow(one.id, one.label, one.fault.value, self._clock(one.opened_at), one.by)
                for one in found
            ]
        )

    @Property(RowsModel, constant=True)
    def tickets(self) -> RowsModel:
        return self._rows

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.tickets is None

    @Slot(int)
    def close(self, number: int) -> None:
        self._send(CloseAsked(number))


@QmlElement
class TwoPeopleViewModel(StaffTypingViewModel):
    shows = two_people.TwoPeople
    changed = Signal()
    _state: two_people.TwoPeople

    @Property(str, notify=changed)
    def asks(self) -> str:
        return self._state.asks.value

    @Property(bool, notify=changed)
    def secret(self) -> bool:
        return self._state.asks is not Asks.SECOND_ID

    @Property(bool, notify=changed)
    def bare(self) -> bool:
        return self._state.bare

    def _legible(self) -> str:
        hidden = self.secret and not self._state.bare
        return DOT * len(self._state.typed) if hidden else self._state.typed

    @Property(str, notify=changed)
    def who(self) -> str:
        """Whose PIN is asked for; "" where a badge says it."""
        first = self._state.asks is Asks.FIRST_PIN
        return self._state.behind.who.account if first else self._state.name

    @Property(bool, notify=changed)
    def badge(self) -> bool:
        return self._state.badge != ""

    @Property(bool, constant=True)
    def badges(self) -> bool:
        """Whether a badge can be held up to anything here."""
        return self._face.badge_reader

    @Property(str, notify=changed)
    def shortfall(self) -> str:
        return self._state.shortfall.value if self._state.shortfall else ""

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._language


@QmlElement
class ProvingTwoViewModel(ScreenViewModel):
    shows = two_people.ProvingTwo
    changed = Signal()


SCREENS: tuple[type[ScreenViewModel], ...] = (
    TicketsViewModel,
    TwoPeopleViewModel,
    ProvingTwoViewModel,
)
