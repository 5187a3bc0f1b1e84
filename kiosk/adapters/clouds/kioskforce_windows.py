"""When KioskForce opens a door out of band ("Open Door", Time Window Constraints). Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from kiosk.adapters.clouds.kioskforce_words import Detailed, Status

GRACE = 120
"""Seconds, where the reservation does not show its own."""


class Window(Enum):
    """The five periods in which open-door is taken."""

    ALLOCATED = "from the cell's allocation until the drop-off begins"
    DROPOFF_GRACE = "from the first drop-off call through its grace"
    AWAITING_PICKUP = "from the drop-off until the pick-up begins"
    PICKUP_GRACE = "from the first pick-up call through its grace"
    EXTENDED = "after the grace, until the cell is given to somebody else"


@dataclass(frozen=True, slots=True)
class Openings:
    """When this kiosk itself had the door open first, for times that the cloud does not show."""

    dropoff: datetime | None = None
    pickup: datetime | None = None
    given_on: bool = False
    """The cell is somebody else's by now."""


NO_OPENINGS = Openings()


def window(found: Detailed, now: datetime, openings: Openings = NO_OPENINGS) -> Window | None:
    """The period a reservation is in; None when open-door would be refused.

    The periods overlap, and the one that began last is answered. That a cancelled reservation is
    in none, and an abandoned one in the last, is our reading, not confirmed by the vendor.
    """
    no_cell = not (found.cell and found.cell.description)
    if no_cell or openings.given_on or found.status == Status.CANCELLED:
        return None
    dropoff = openings.dropoff or found.dropped_off_at
    in_grace = _within(dropoff, grace_dropoff(found), now)
    match found.status:
        case Status.PENDING if dropoff is None:
            return Window.ALLOCATED
        case Status.PENDING:
            return Window.DROPOFF_GRACE if in_grace else Window.EXTENDED
        case Status.DROPPED_OFF:
            return Window.DROPOFF_GRACE if in_grace else Window.AWAITING_PICKUP
        case Status.PICKED_UP:
            pickup = found.picked_up_at or openings.pickup
            again = _within(pickup, grace_pickup(found), now)
            return Window.PICKUP_GRACE if again else Window.EXTENDED
        case Status.ABANDONED:
            return Window.EXTENDED
        case _:
            return None


def grace_pickup(found: Detailed) -> int:
    """Seconds; the document writes it in two ways ("Reserve Cell", "Grace Period Behavior")."""
    return _first(found.grace_period_pickup_in_seconds, found.grace_period_pickup_seconds)


def grace_dropoff(found: Detailed) -> int:
    """Seconds."""
    return _first(found.grace_period_dropoff_in_seconds, found.grace_period_dropoff_seconds)


def _first(*told: int | None) -> int:
    return next((seconds for seconds in told if seconds is not None), GRACE)


def _within(start: datetime | None, seconds: int, now: datetime) -> bool:
    return start is not None and start <= now <= start + timedelta(seconds=seconds)
