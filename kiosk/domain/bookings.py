"""Reservations made at the kiosk itself, as whoever looks after them sees them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kiosk.domain.model import Purpose, ReservationId, ReservationState


@dataclass(frozen=True, slots=True)
class Booking:
    """One of them; never a code."""

    id: ReservationId
    ref: str
    label: str
    """Its compartment; "" while none is chosen."""
    size: str
    state: ReservationState
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class FreeSize:
    """So many compartments of this size could be given away now."""

    name: str
    free: int


@dataclass(frozen=True, slots=True)
class SpokenCode:
    """One code, shown this once."""

    purpose: Purpose
    typed: str = field(repr=False)
    qr: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewCodes:
    """What there is to pass on after a reservation was made, or its codes replaced."""

    booking: Booking
    codes: tuple[SpokenCode, ...] = field(repr=False)
    told: bool = False
    """A message with the code to collect goes to its holder."""
    slip: bool = False
    """Whether a printer here takes a code slip."""


class Lost(Enum):
    """Why a code is replaced: who asked is known to the technician, and to nobody's journal."""

    FORGOTTEN = "forgotten"
    NEVER_CAME = "never_came"
    SEEN = "seen_by_others"


class Cannot(Enum):
    """Why nothing came of it."""

    NOTHING_FREE = "nothing_free"
    PHONE = "phone"
    """What was typed is no telephone number."""
    LIES_THERE = "lies_there"
    """Its parcel comes first."""
    JUST_FIRED = "just_fired"
    """Its door is not seen shut yet."""
    AT_SCREEN = "at_screen"
    NO_END = "no_end"
    GONE = "gone"
    """It is over, or somebody else was faster."""
    FAILED = "failed"
    """The kiosk could not record it."""
