"""A courier's round at this locker: which parcels there are, and what is to be done with each."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kiosk.domain.codes import normalise
from kiosk.domain.layout import Owner
from kiosk.domain.model import Kind, ReservationId, ReservationState


class Errand(Enum):
    """What a courier does with a parcel."""

    DELIVER = "deliver"
    COLLECT = "collect"


class Cause(Enum):
    """Why a parcel is collected."""

    FIRST_MILE = "first_mile"
    RETURN = "return"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    """Its recipient does not want it."""


class Verdict(Enum):
    """What a parcel that was scanned comes to."""

    FITS = "fits"
    SHARED = "shared"
    """It fits beside a parcel for the same person."""
    TOO_BIG = "too_big"
    SIZE_UNKNOWN = "size_unknown"
    """Its size is none of this bank's: whoever holds it says how large, from the list."""
    FULL = "full"
    """No compartment that would take it is free."""
    DOOR_OUT = "door_out"
    """Its compartment is out of use, or not known to be empty."""
    UNKNOWN = "unknown"
    """Nothing here says so, or it is another carrier's: nobody learns which."""
    ALREADY_IN = "already_in"
    TWICE = "twice"
    """The same parcel was scanned before."""
    TO_COLLECT = "to_collect"
    """It is to be taken out."""
    NOT_NOW = "not_now"
    """Blocked, not agreed to, or its time has run out."""
    NO_LINE = "no_line"
    """Its cloud does not answer, and it may not be put in without it."""
    FAILED = "failed"
    """The kiosk itself could not do it."""
    # What became of it at the door.
    IN = "in"
    SKIPPED = "skipped"
    STUCK = "stuck"
    """The door stayed shut, and there was no other."""
    GIVEN_UP = "given_up"
    LEFT_OPEN = "left_open"

    @property
    def fits(self) -> bool:
        return self in {Verdict.FITS, Verdict.SHARED}


@dataclass(frozen=True, slots=True)
class Left:
    """One parcel that goes back with the courier, and why."""

    short: str
    why: Verdict


@dataclass(frozen=True, slots=True)
class Parcel:
    """One parcel on a courier's list."""

    reservation: ReservationId
    owner: Owner
    ref: str
    """What its label says: the operator's or the cloud's own number of it."""
    kind: Kind
    state: ReservationState
    errand: Errand
    label: str = ""
    """Its compartment; "" while none is chosen."""
    size: str | None = None
    cause: Cause | None = None
    """Of what is collected."""
    unlabelled: bool = False
    """It still waits for its printed label: its handwritten mark is ``mark``."""
    mark: str = ""

    @property
    def short(self) -> str:
        """The end of its number, which people compare."""
        return short(self.ref)


@dataclass(frozen=True, slots=True)
class Handled:
    """One parcel that a courier put in or took out in this visit."""

    ref: str
    label: str
    errand: Errand
    at: datetime


def short(text: str) -> str:
    """The end of a number, which people compare; nothing in it turns or breaks a line."""
    return "".join(filter(str.isprintable, text)).strip()[-6:]


def folded(text: str) -> str:
    """As a label says it, whatever its case, spaces and dashes."""
    return normalise(text).casefold()
