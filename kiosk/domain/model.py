"""Words of the trade: reservation, code, contents, event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import NewType

from kiosk.domain.layout import DoorId, Owner
from kiosk.domain.particulars import PLAIN, Contact, Due, Particulars

ReservationId = NewType("ReservationId", str)


class ReservationState(Enum):
    ANNOUNCED = "announced"
    RESERVED = "reserved"
    DEPOSITING = "depositing"
    STORED = "stored"
    OPENED = "opened"
    COLLECTING = "collecting"
    SETTLING = "settling"
    FINISHED = "finished"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    ABANDONED = "abandoned"


class Kind(Enum):
    DELIVERY = "delivery"
    FIRST_MILE = "first_mile"
    RETURN = "return"
    SEND = "send"
    STORE = "store"


class Contents(Enum):
    """What lies in a compartment: this kiosk's own knowledge, never a cloud's state."""

    EMPTY = "empty"
    PARCEL = "parcel"
    MAYBE = "maybe"


class Purpose(Enum):
    """What a code is for."""

    DROPOFF = "dropoff"
    PICKUP = "pickup"
    OPENING = "opening"
    """Of who stores something: open in place, and go on storing."""


class Way(Enum):
    """How a code reached the kiosk."""

    TYPED = "typed"
    QR = "qr"


class Confidence(Enum):
    """How sure an authorisation is."""

    CLOUD = "cloud"
    CACHED = "cached"
    SIGNED = "signed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reservation:
    """The right to use a compartment for one parcel."""

    id: ReservationId
    ref: str
    owner: Owner
    kind: Kind
    state: ReservationState
    compartment: str | None
    """The label; None while none has been chosen."""
    size: str | None
    made_at: datetime
    read_at: datetime
    """When the cloud (or the operator) last said all this."""
    expires_at: datetime | None = None
    moved_at: datetime | None = None
    """When the kiosk itself last changed the state: it outweighs an older read."""
    blocked: bool = False
    language: str | None = None
    particulars: Particulars = PLAIN


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code in clear on its way into the store, which keeps it as HMAC only."""

    purpose: Purpose
    way: Way
    text: str = field(repr=False)
    name: str = "code"
    shown: str = field(default="", repr=False)  # what its QR code holds, if more than proves


@dataclass(frozen=True, slots=True)
class Arrival:
    """One reservation as a cloud or an operator told it, with the codes and the datum in clear.

    ``codes`` and ``contact`` None: as known. ``datum``: the last four characters, asked for short
    codes; not taken over from a ``partial`` one, of which only a look at it alone tells all.
    """

    reservation: Reservation
    codes: tuple[NewCode, ...] | None = None
    datum: str | None = field(default=None, repr=False)
    contact: Contact | None = None
    partial: bool = False
    names: tuple[str, ...] = field(default=(), repr=False)  # what else its label may say


@dataclass(frozen=True, slots=True)
class Claim:
    """A code in the cache that matches what was shown: a right, not yet a permission."""

    reservation: Reservation
    purpose: Purpose
    code_name: str
    has_datum: bool
    tries: int
    """Wrong tries counted on this reservation in the way asked for."""


class Channel(Enum):
    """Who is told a fact."""

    CLOUD = "cloud"
    NOTIFIER = "notifier"
    REPORT = "report"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Event:
    """A fact the kiosk reports; id and sequence are permanent."""

    seq: int
    id: str
    name: str
    reservation: ReservationId | None
    owner: Owner
    at: datetime
    data: Mapping[str, str | int | bool | None]
    tries: int = 0
    uncertain: bool = False
    """A call for it has begun and its outcome was never seen: read before sending again."""
    channel: Channel = Channel.CLOUD
    sealed: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event before the store gives it an id and a sequence."""

    name: str
    reservation: ReservationId | None = None
    owner: Owner = Owner.LOCAL
    data: Mapping[str, str | int | bool | None] = field(default_factory=dict)
    channel: Channel = Channel.CLOUD
    sealed: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What must be said in clear and rests encrypted until then: a code, a telephone number."""


@dataclass(frozen=True, slots=True)
class Change:
    """Everything one happening changes, recorded in one transaction."""

    journal: str
    """The dotted past name of what happened: "door.opened"."""
    reservation: ReservationId | None = None
    state: ReservationState | None = None
    compartment: str | None = None
    contents: Contents | None = None
    move_to: str | None = None
    vacates: str | None = None
    """The label it now has (a swap, or chosen at last), and the one it left, seen empty."""
    expires_at: datetime | None = None  # the new end, when the happening puts it off
    fair_until: datetime | None = None
    """Until when it is kept past that end, because of an outage."""
    paid: Due | None = None  # just now, towards the reservation
    events: tuple[NewEvent, ...] = ()
    facts: Mapping[str, str | int | bool | None] = field(default_factory=dict)
    """Ids and numbers for the journal; never a code, a name or a phone."""


class IntentState(Enum):
    """How far an unlock got, as known for sure."""

    UNLOCKING = "unlocking"
    OPENED = "opened"
    CLOSED = "closed"
    FAILED = "failed"
    LEFT_OPEN = "left_open"


@dataclass(frozen=True, slots=True)
class Intent:
    """What the kiosk is about to do to one lock, committed before the first byte."""

    id: str
    door: DoorId
    authorisation: str
    """Binds pulses and openings to one right: at most 3 pulses and 5 openings."""
    reservation: ReservationId | None
    purpose: Purpose | None
    actor: str  # consumer, courier, technician, remote
    before: str
    """The door's state in the reading just before."""
    pulse: int
    at: datetime
    state: IntentState = IntentState.UNLOCKING


class CompartmentFlag(Enum):
    """Why a compartment is not given away, beside its contents."""

    QUARANTINED = "quarantined"
    LEFT_OPEN = "left_open"
    MAINTENANCE = "maintenance"


def outranks(flag: CompartmentFlag, standing: CompartmentFlag | None) -> bool:
    """Whether a flag may take the place of the one that stands.

    Shutting a door lifts "left open"; what needs a person who looked is never lost that way.
    """
    ranks = (CompartmentFlag.LEFT_OPEN, CompartmentFlag.MAINTENANCE, CompartmentFlag.QUARANTINED)
    return standing is None or ranks.index(flag) >= ranks.index(standing)


MEMORY_LOST = "memory lost"
"""Why a compartment is in quarantine whose contents a salvage did not bring back."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What the kiosk knows of one compartment."""

    label: str
    contents: Contents
    flag: CompartmentFlag | None = None
    reason: str = ""
