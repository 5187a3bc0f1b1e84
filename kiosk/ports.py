"""What the kiosk needs from the outside world."""

from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.domain.layout import DoorAddress
from kiosk.ports_cloud import Clock as Clock
from kiosk.ports_cloud import Cloud as Cloud
from kiosk.ports_cloud import CloudMaker as CloudMaker
from kiosk.ports_cloud import CloudSettings as CloudSettings
from kiosk.ports_store import Store as Store


@dataclass(frozen=True, slots=True)
class Contact:
    """One raw reading: is the contact's circuit closed, is something inside (None: no sensor)."""

    closed: bool
    occupied: bool | None = None


class Sensors(Protocol):
    """The door contacts behind one wire, or the doors that a cloud shows."""

    async def read(self, doors: Collection[DoorAddress]) -> Mapping[DoorAddress, Contact]:
        """Ask the contacts of these doors; what is left out is not shown. Raises BoardError."""


class LockBoard(Sensors, Protocol):
    """The locks and door contacts behind one wire."""

    async def pulse(self, door: DoorAddress) -> None:
        """Fire one lock once; returning says only that the command left. Raises BoardError."""

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
