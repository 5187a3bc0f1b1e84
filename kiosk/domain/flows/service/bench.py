"""Service mode begins here: what a technician can turn to."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import FinishAsked, WentBack
from kiosk.domain.flows.staffed import StaffInput, StaffState


class Page(Enum):
    """What service mode has a screen for."""

    DOORS = "doors"
    INVENTORY = "inventory"
    LEFT_OPEN = "left_open"
    TICKETS = "tickets"
    CAMERA = "camera"
    READERS = "readers"
    TOUCH = "touch"
    LINES = "lines"
    """Network, clock, cloud, outbox."""
    BOOKINGS = "bookings"
    """Reservations made here."""
    SYSTEM = "system"
    SETTINGS = "settings"
    LOGS = "logs"
    EVIDENCE = "evidence"
    PRINTERS = "printers"
    LOCKDOWN = "lockdown"


@dataclass(frozen=True, slots=True)
class Bench(StaffState):
    """Logged in to service mode."""

    who: Staffer


@dataclass(frozen=True, slots=True)
class PageChosen(StaffInput):
    """Which screen each page begins with stands in ``staff.PAGES``."""

    page: Page


def begin(who: Staffer) -> duty.Next:
    """The start of service mode, and the way back to it from every page."""
    return Bench(who), ()


def step(state: Bench, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case WentBack() | FinishAsked():
            return duty.sign_off()
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {Bench: step}
