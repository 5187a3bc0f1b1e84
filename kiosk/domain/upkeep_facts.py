"""What a technician is told of the computer and the program; numbers only, no texts of people's."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Versions:
    """Of what runs; "" where it is not known."""

    kiosk: str = ""
    commit: str = ""
    python: str = ""
    qt: str = ""
    opencv: str = ""
    sqlite: str = ""


@dataclass(frozen=True, slots=True)
class Heat:
    """One thermometer of the computer's."""

    name: str
    celsius: float


@dataclass(frozen=True, slots=True)
class Computer:
    """What the operating system says; None where it says nothing."""

    up_seconds: float | None = None
    memory_mb: int | None = None
    memory_free_mb: int | None = None
    load: float | None = None
    """Programs that wanted to run, over the last minute."""
    processors: int = 1
    heats: tuple[Heat, ...] = ()
    """None at all where the computer has no thermometer to read."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The database, its disk, and where the journal ends."""

    works: bool
    """Whether what is to be kept can be written."""
    disk_free_mb: int | None = None
    disk_low: bool = False
    megabytes: float | None = None
    lines: int | None = None
    """Of the journal."""
    sealed: bool | None = None
    """Whether the journal ends where it was signed last; None: not asked yet."""
    looked_at: datetime | None = None
    """When that was asked."""


@dataclass(frozen=True, slots=True)
class Machine:
    """All of it."""

    versions: Versions
    computer: Computer
    memory: Memory
    runs_seconds: float
    """How long the kiosk runs."""
    supervised: bool
    """Whether somebody starts it again once it has ended."""
