"""What the kiosk needs from the outside world."""

from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from kiosk.domain.layout import DoorAddress, Layout
from kiosk.domain.model import Arrival, Event, ReservationId
from kiosk.domain.rules import CloudRules
from kiosk.ports_store import Store as Store


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
    heard: Callable[[datetime], None] = field(default=lambda _said: None, compare=False)
    """Is told what the cloud says it is, over HTTPS only."""


class CloudMaker(Protocol):
    """What an entry point of "kiosk.clouds" names."""

    rules: CloudRules
    calls: Mapping[str, str]
    """The default method and path template of every call, by name."""

    def connect(self, settings: CloudSettings, clock: Clock) -> Cloud | None:
        """Make the cloud; None for a kiosk that stands alone."""
