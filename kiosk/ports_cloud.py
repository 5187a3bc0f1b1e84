"""One parcel back-end, what it is told of this kiosk, and what it says it can do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

from kiosk.domain.layout import Layout
from kiosk.domain.rules import CloudRules


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """The wall clock, aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds that only ever grow."""


class Cloud(Protocol):
    """One parcel back-end. Every method of it and of its abilities raises CloudError."""

    rules: CloudRules

    async def ping(self) -> None:
        """See whether the cloud answers and takes the key."""

    async def aclose(self) -> None:
        """Let go of the connections."""


class Ability(Enum):
    """What a cloud can be able to do, by the name a person reads."""

    SYNC = "sync"
    RESOLVE = "resolve"
    BEGIN = "begin"
    REPORT = "report"
    TELL = "webhook payloads"
    VOUCH = "offline drop-offs"
    RECONCILE = "reconcile"
    COMMANDS = "commands"
    MAKE = "make"
    ROOM = "room"
    LABEL = "label"
    LABELS_LEFT = "labels left"
    COURIERS = "courier authentication"
    NEIGHBOURS = "neighbours"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Relay:
    """A server of the operator's own beside the cloud, and the secret shared with it, if any."""

    url: str
    key: str = field(default="", repr=False)


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
    front: bool = False
    """Whether the vendor's machine owns the locks ([doors] driver = "cloud")."""
    demo: bool = False
    """Whether this is the vendor's server for tries, where doors are shut by call."""
    record: Path | None = None
    """Where every conversation is written down, redacted; never in production."""
    webhook_url: str = ""
    """Where the cloud itself tells of what is begun here, instead of where it always does."""
    reports: Relay | None = None
    """Who hears every fact of this cloud's parcels in the shape of the vendor's webhooks, too."""
    commands: Relay | None = None
    """Who is asked what the operator wants of the kiosk."""


class CloudMaker(Protocol):
    """What an entry point of "kiosk.clouds" names."""

    rules: CloudRules
    calls: Mapping[str, str]
    """The default method and path template of every call, by name."""
    abilities: frozenset[Ability]
    """What its cloud can do; each stands for the protocol in ports_abilities.PORT."""

    def connect(self, settings: CloudSettings, clock: Clock) -> Cloud | None:
        """Make the cloud; None for a kiosk that stands alone."""
