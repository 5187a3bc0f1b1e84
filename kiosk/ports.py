"""What the kiosk needs from the outside world."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from kiosk.domain.layout import DoorAddress, DoorId, Layout
from kiosk.domain.model import (
    Arrival,
    Change,
    Claim,
    CompartmentFlag,
    Event,
    Holding,
    Intent,
    IntentState,
    Purpose,
    Reservation,
    ReservationId,
    Way,
)
from kiosk.domain.rules import CloudRules


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """The wall clock, aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds that only ever grow."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One raw reading: is the contact's circuit closed, is something inside (None: no sensor)."""

    closed: bool
    occupied: bool | None = None


class LockBoard(Protocol):
    """The locks and door contacts behind one wire."""

    async def pulse(self, door: DoorAddress) -> None:
        """Fire one lock once; returning says only that the command left. Raises BoardError."""

    async def read(self, doors: Collection[DoorAddress]) -> Mapping[DoorAddress, Contact]:
        """Ask the contacts of these doors. Raises BoardError."""

    async def aclose(self) -> None:
        """Let go of the wire; may be called twice."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One code in one frame; ``at`` is the monotonic clock in seconds."""

    text: str = field(repr=False)
    at: float
    symbology: str = "QRCode"
    alone: bool = True
    """Whether no other code was in the frame; of several nobody can tell which is meant."""


@dataclass(frozen=True, slots=True)
class WireSettings:
    """One [[wire]] of kiosk.toml; ``port`` is a device path or "tcp://host:port"."""

    name: str
    driver: str
    variant: str
    port: str
    baud: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """The board and channel numbers that name one single lock; everything else is refused."""

    boards: range
    channels: range


class DoorDriver(Protocol):
    """What an entry point of "kiosk.doors" names: makes boards of one make."""

    variants: Mapping[str, Numbering]
    baud: int
    """Default of the make, in bits a second."""

    def connect(self, wire: WireSettings) -> LockBoard:
        """Make the board; the port is opened at its first use, and again after it was lost."""


class CodeScanner(Protocol):
    """A camera or a hand scanner."""

    def sightings(self) -> AsyncIterator[Sighting]:
        """Every code in every frame, as it comes; survives the loss of the device."""

    def healthy(self) -> bool:
        """Whether frames have come lately."""

    async def aclose(self) -> None:
        """Let go of the device and end every process."""


class Cloud(Protocol):
    """One parcel back-end. Every method raises CloudError."""

    rules: CloudRules

    async def reservations(self) -> Sequence[Arrival]:
        """All live reservations of this very locker, without codes."""

    async def read(self, reservation: ReservationId) -> Arrival:
        """One reservation with its codes. Raises CloudMissing for another locker's, too."""

    async def deliver(self, event: Event) -> None:
        """Tell the cloud one fact by one call; a fact this cloud has no call for is no error."""

    async def has_effect(self, event: Event) -> bool:
        """Whether the cloud already shows this fact (asked after a lost answer)."""

    async def ping(self) -> None:
        """See whether the cloud answers and takes the key."""

    async def aclose(self) -> None:
        """Let go of the connections."""


@dataclass(frozen=True, slots=True)
class CloudSettings:
    """[cloud] of kiosk.toml with its credentials read; ``locker`` is the cloud's id of it."""

    name: str
    locker: str
    base_url: str
    key: str = field(repr=False)
    layout: Layout
    calls: Mapping[str, str] = field(default_factory=dict)
    """Overridden method and path templates: "GET /some/{reservation_id}" by call name."""


class CloudMaker(Protocol):
    """What an entry point of "kiosk.clouds" names."""

    rules: CloudRules
    calls: Mapping[str, str]
    """The default method and path template of every call, by name."""

    def connect(self, settings: CloudSettings, clock: Clock) -> Cloud | None:
        """Make the cloud; None for a kiosk that stands alone."""


class Store(Protocol):
    """Cache, outbox, intents, journal; each call commits before it returns. Raises StoreBroken."""

    # reservations and codes
    async def reservation(self, reservation: ReservationId) -> Reservation | None: ...
    async def live_reservations(self) -> tuple[Reservation, ...]:
        """All that are not finished or cancelled, oldest first."""

    async def typed_claims(self, code: str) -> tuple[Claim, ...]:
        """All live claims a typed code matches (already normalised)."""

    async def qr_claims(
        self, reservation: ReservationId, purpose: Purpose, code: str
    ) -> tuple[Claim, ...]:
        """Claims of this very reservation that this code proves."""

    async def token_claims(self, token: str) -> tuple[Claim, ...]:
        """All live claims an opaque QR text matches."""

    async def datum_matches(self, reservation: ReservationId, datum: str) -> bool:
        """Whether the second datum is right (case and spaces do not matter)."""

    async def letters_in_use(self) -> bool:
        """Whether any live typed code has letters."""

    async def has_codes(self, reservation: ReservationId) -> bool: ...
    async def forget_used(self, before: datetime) -> None:
        """Delete codes and data of the reservations that had ended by then."""

    async def absorb(self, arrivals: Sequence[Arrival], *, complete: bool) -> None:
        """Take over what the cloud says. A state the kiosk moved itself later than the read, or
        with events still in the outbox, stays. With ``complete`` the cloud's reservations that are
        not in the list and owe nothing are finished."""

    async def add(self, arrivals: Sequence[Arrival], *changes: Change) -> None:
        """Add new local reservations with their codes, record the changes: all or none."""

    # tries at codes (rule 6): counted first, given back after
    async def count_try(
        self, at: datetime, way: Way, reservations: Collection[ReservationId] = ()
    ) -> int:
        """Commit one try, also on these reservations; answers its id."""

    async def give_back(self, try_id: int) -> None:
        """The try was right: it no longer counts."""

    async def tries_since(self, at: datetime, way: Way) -> int: ...

    # doors
    async def intend(self, intent: Intent) -> None:
        """Commit the intent; no unlock byte may be sent before this returns."""

    async def settle_intent(
        self, intent: str, state: IntentState, change: Change | None = None
    ) -> None:
        """Record how an unlock went, with all it changes, in one transaction."""

    async def intents_of(self, authorisation: str) -> tuple[Intent, ...]: ...
    async def last_opening(self, door: DoorId) -> Intent | None:
        """The newest unlock of this door that opened it, or may have."""

    async def unsettled_intents(self) -> tuple[Intent, ...]:
        """Intents whose door was never seen closed (or failed) afterwards."""

    # compartments
    async def holdings(self) -> Mapping[str, Holding]:
        """What is known of each compartment by label; one never touched is absent (and empty)."""

    async def flag(
        self, label: str, flag: CompartmentFlag | None, reason: str, change: Change
    ) -> None: ...

    # facts, events, journal
    async def record(self, change: Change) -> None:
        """State, contents, events and journal line in one transaction."""

    async def next_event(self, now: datetime) -> Event | None:
        """The oldest event that is due; later events of the same reservation wait behind it."""

    async def begin_delivery(self, seq: int) -> None:
        """A call for this event starts now: until settled its effect is uncertain."""

    async def delivered(self, seq: int) -> None: ...
    async def postpone(self, seq: int, until: datetime, error: str, *, uncertain: bool) -> None: ...
    async def park(self, seq: int, error: str) -> None:
        """Set a poison event aside, visibly; the others go on."""

    async def outbox(self) -> Sequence[Mapping[str, object]]: ...
    async def journal(self, limit: int) -> Sequence[Mapping[str, object]]: ...

    async def aclose(self) -> None: ...
