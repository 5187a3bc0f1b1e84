"""The open maintenance tickets, and closing one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.service import bench
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.tickets import Ticket


@dataclass(frozen=True, slots=True)
class Tickets(StaffState):
    """Oldest first."""

    who: Staffer
    tickets: tuple[Ticket, ...] | None = None

    @property
    def rereads(self) -> Task | None:
        return ReadTickets(self.who)


@dataclass(frozen=True, slots=True)
class ReadTickets(Task):
    who: Staffer


@dataclass(frozen=True, slots=True)
class CloseTicket(Task):
    who: Staffer
    ticket: int


@dataclass(frozen=True, slots=True)
class TicketsRead(Told):
    tickets: tuple[Ticket, ...] | None


@dataclass(frozen=True, slots=True)
class CloseAsked(StaffInput):
    """What it says is repaired."""

    ticket: int


def begin(who: Staffer) -> duty.Next:
    return Tickets(who), (ReadTickets(who),)


def step(state: Tickets, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case TicketsRead(tickets) if tickets is not None:
            return replace(state, tickets=tickets), ()
        case CloseAsked(number) if any(one.id == number for one in state.tickets or ()):
            return state, (CloseTicket(state.who, number),)
        case WentBack():
            return bench.begin(state.who)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {Tickets: step}
