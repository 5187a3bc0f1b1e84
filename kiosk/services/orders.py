"""What is asked of the doors, and what became of it."""

from dataclasses import dataclass

from kiosk.domain.access import is_free
from kiosk.domain.acts import By
from kiosk.domain.errors import DoorBusy, DoorOutOfUse, DoorRefused, PulsesSpent
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import DoorId
from kiosk.domain.ledger import Ledger
from kiosk.domain.model import (
    CompartmentFlag,
    Contents,
    Holding,
    IntentState,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
)

NOBODY = ReservationId("")
OPENED = {IntentState.OPENED, IntentState.CLOSED, IntentState.LEFT_OPEN}
REFUSALS: dict[type[DoorRefused], Failure] = {
    DoorBusy: Failure.BUSY,
    PulsesSpent: Failure.SPENT,
    DoorOutOfUse: Failure.OUT_OF_USE,
}


@dataclass(frozen=True, slots=True)
class Order:
    """Open this door, by this right."""

    door: DoorId
    authorisation: str
    actor: str
    pulse: int
    reservation: ReservationId | None = None
    purpose: Purpose | None = None
    again: bool = False
    """It was opened before by this right."""
    beside: bool = False
    """Another parcel lies there, for the same person."""


@dataclass(frozen=True, slots=True)
class Opened:
    intent: str


@dataclass(frozen=True, slots=True)
class Stayed:
    """The door did not open; ``intent`` is None when not even the intent was made."""

    failure: Failure
    intent: str | None = None


def judge(order: Order, ledger: Ledger, known: Reservation | None, openings: int) -> None:
    """Whether what is on disk lets it be fired; ``openings`` are those of one right.

    Raises DoorOutOfUse, PulsesSpent.
    """
    opened = sum(intent.state in OPENED for intent in ledger.intents)
    if opened >= openings:
        raise PulsesSpent(order.authorisation)
    if known is not None and not opened and left_meanwhile(known, order):
        raise DoorOutOfUse(order.door)
    holding = ledger.holdings.get(label_of(order))
    begins = order.purpose is Purpose.DROPOFF and not ledger.has_fired(order.door)
    out = holding is not None and keeps_out(holding, order)
    if holding is not None and (out or (begins and not takes(holding, order))):
        raise DoorOutOfUse(order.door)  # it may have been opened from afar meanwhile


def takes(holding: Holding, order: Order) -> bool:
    """Whether one more parcel may go in: it is empty, or its parcel is the same person's."""
    beside = order.beside and holding.flag is None and holding.contents is Contents.PARCEL
    return is_free(holding) or beside


def keeps_out(holding: Holding, order: Order) -> bool:
    """Whether its quarantine forbids it: only who repairs it gets in, and leaves nothing inside."""
    repairs = order.actor == By.TECHNICIAN.value and order.purpose is not Purpose.DROPOFF
    return holding.flag is CompartmentFlag.QUARANTINED and not repairs


def label_of(order: Order) -> str:
    """Of the compartment behind that door."""
    return order.door.partition("/")[0]


def left_meanwhile(known: Reservation, order: Order) -> bool:
    """Whether a consumer's reservation was cancelled or moved since its code was judged.

    Its compartment may be another's now.
    """
    moved = known.compartment not in {None, label_of(order)}
    ended = known.state is ReservationState.CANCELLED
    return order.actor == By.CONSUMER.value and (ended or moved)
