"""What carries a message from the kiosk to a person."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from kiosk.domain.model import Change, NewEvent, Reservation, ReservationId
from kiosk.domain.particulars import Contact
from kiosk.ports import Clock
from kiosk.ports_desk import DeskStore

Announce = Callable[[Change, Reservation, Contact], tuple[NewEvent, ...]]
"""The messages a happening calls for; they are recorded with it, or neither is."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it goes out; its id stays the same however often it is sent."""

    id: str
    name: str
    """Of the event: "notice.parcel_ready"."""
    at: datetime
    """When what it tells happened."""
    to: Contact = field(repr=False)
    language: str
    subject: str = field(repr=False)
    text: str = field(repr=False)
    """Plain, lines ended by a line feed."""
    reservation: ReservationId
    ref: str
    until: datetime | None = None
    words: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The codes by name, for who makes a picture of them."""


class Notifier(Protocol):
    """One way to people."""

    idempotent: bool
    """Whether the other end recognises a message it has had already, by its id."""

    def reaches(self, contact: Contact) -> bool:
        """Whether this person can be told this way."""

    async def send(self, message: Message) -> None:
        """Hand it over; returning says that the other end answers for it. Raises NoticeError."""

    async def ping(self) -> None:
        """See whether the other end answers and takes the credentials. Raises NoticeError."""

    async def aclose(self) -> None:
        """Let go of the line; may be called twice."""


@dataclass(frozen=True, slots=True)
class NotifierSettings:
    """One [notifier.<make>] of kiosk.toml, checked, with its credentials read."""

    make: str
    section: Any
    """As the make's own section says."""
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)


class NotifierMaker(Protocol):
    """What an entry point of "kiosk.notifiers" names."""

    section: type[Any]
    """The keys an operator writes, as a section of kiosk.toml."""
    credentials: tuple[str, ...]
    """Those of them that name a file or a variable with a secret in it."""

    def objections(self, settings: NotifierSettings) -> Iterable[tuple[str, str]]:
        """The keys whose values do not go together, and what is allowed."""

    def connect(self, settings: NotifierSettings, locker: str, clock: Clock) -> Notifier:
        """Make it; nothing is sent yet. ``locker`` is the id of this bank."""


class NoticeStore(DeskStore, Protocol):
    """The store as those need it who tell people."""

    announce: Announce | None
    """Asked on the database's thread, with each happening of somebody who can be told."""

    async def announced_ends(self) -> Mapping[ReservationId, str]:
        """The last end, as ISO 8601, that each reservation's holder was reminded of."""
