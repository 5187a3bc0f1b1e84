"""What a parcel back-end can do for the kiosk; what one of them lacks, it does not offer.

Each ability is a protocol of its own. A maker names those of its cloud; a service asks for the one
it needs and does without where it is missing.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, runtime_checkable

from kiosk.domain.codes import DeliveryQr
from kiosk.domain.commands import Heard
from kiosk.domain.model import Arrival, Event, Kind, NewCode, Purpose, ReservationId
from kiosk.domain.offline import Ruling
from kiosk.domain.particulars import NO_NEEDS, Contact, Needs
from kiosk.ports_cloud import Ability, Cloud


@dataclass(frozen=True, slots=True)
class Sheet:
    """One portion of what the cloud tells, taken over before the next one is read."""

    arrivals: Sequence[Arrival] = ()
    mark: str | None = None
    """How far the reading has come; the last sheet of a cloud that can tell what is new since."""
    whole: bool = False
    """The last sheet of a reading of everything: what was on none of its sheets has left."""


@runtime_checkable
class Syncs(Cloud, Protocol):
    """A cloud that tells which reservations this very locker has."""

    def sheets(self, since: str | None) -> AsyncIterator[Sheet]:
        """All live reservations, or, with a mark of an earlier reading, what is new since then."""


@runtime_checkable
class Resolves(Cloud, Protocol):
    """A cloud that tells of one reservation."""

    async def read(self, reservation: ReservationId) -> Arrival:
        """One reservation with its codes. Raises CloudMissing for another locker's, too."""


@runtime_checkable
class Reports(Cloud, Protocol):
    """A cloud that hears what happens at the locker."""

    async def deliver(self, event: Event) -> None:
        """Tell the cloud one fact; a fact this cloud has no call for is no error."""


@runtime_checkable
class Reconciles(Cloud, Protocol):
    """A cloud that shows what it knows."""

    async def has_effect(self, event: Event) -> bool:
        """Whether the cloud already shows this fact (asked after a lost answer)."""


Payload = Mapping[str, object]
"""One body in the shape of a vendor's webhooks."""


@runtime_checkable
class Tells(Cloud, Protocol):
    """A cloud whose webhooks have a form for facts of this kiosk; neither method makes a call."""

    def payloads(self, event: Event) -> tuple[Payload, ...]:
        """One body for each of the vendor's events that this fact is; ids in them never change."""

    def signature(self, body: bytes, secret: str) -> Mapping[str, str]:
        """The headers that go with a body as the vendor's own webhooks have them."""


@runtime_checkable
class Vouches(Cloud, Protocol):
    """A cloud that knows more of an offline drop-off than that it lists its reservation."""

    async def rule_on(self, reservation: ReservationId | None, code: str) -> Ruling:
        """What it says of a parcel taken in by this code, of no known reservation if None."""


@dataclass(frozen=True, slots=True)
class Unlock:
    """One lock that the vendor's own machine shall fire (mode ``front``)."""

    request: str
    """The id of the intent: the same for one unlock, however often it is spoken of."""
    label: str
    reservation: ReservationId | None
    purpose: Purpose | None
    again: bool = False
    """It was opened before by this right."""
    reason: str = ""


@runtime_checkable
class Begins(Cloud, Protocol):
    """A cloud whose machine owns the locks: asking is the unlock."""

    async def unlock(self, wish: Unlock) -> None:
        """Ask once; returning says only that it was asked. After silence only reading tells."""

    async def open_doors(self) -> Mapping[str, bool | None]:
        """By label whether each door stands open; None where the cloud does not show it."""


@runtime_checkable
class Commands(Cloud, Protocol):
    """A cloud that can be asked what it wants of the kiosk."""

    async def commands(self, since: str | None) -> Heard:
        """What was asked since the mark; without one nothing old, only the mark to begin with."""


@dataclass(frozen=True, slots=True)
class NewParcel:
    """A reservation that is begun at the kiosk, for a compartment of the cloud's."""

    order: str
    """Our own id of it: after a lost answer it is looked up by this."""
    kind: Kind
    label: str | None = None
    size: str | None = None
    needs: Needs = NO_NEEDS
    contact: Contact | None = None
    codes: tuple[NewCode, ...] = ()
    """Pick-up codes to propose; a cloud may make its own."""
    expires_at: datetime | None = None
    earlier: ReservationId | None = None
    """Return: the delivery that comes back."""
    notes: str = ""
    eta_minutes: int | None = None


@runtime_checkable
class Makes(Cloud, Protocol):
    """A cloud that takes a reservation from a person who comes without one."""

    async def make(self, parcel: NewParcel) -> Arrival:
        """Make it, once, with the codes it gets. Raises CloudConflict when all is full.

        The ``ref`` of such a reservation is our order id, however it is read: by this the kiosk
        knows for ever that it was begun here, and gives it back when its door never opens.
        """

    async def made(self, order: str) -> Arrival | None:
        """The one with this order id of ours, if the cloud has it (asked after a lost answer)."""


@runtime_checkable
class HasRoom(Cloud, Protocol):
    """A cloud that tells what it would give away here."""

    async def room(self, needs: Needs) -> frozenset[str]:
        """The labels of the compartments it may give away now for such a parcel."""


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed for one reservation."""

    template: str
    """The cloud's name of the template."""
    content: Mapping[str, str] = field(repr=False)
    ready: bytes = field(default=b"", repr=False)
    """The label itself (PNG, JPEG, PDF, ZPL), from a cloud that draws it; no template then."""


@runtime_checkable
class Labels(Cloud, Protocol):
    """A cloud that knows what is printed on a parcel's label."""

    async def label(self, reservation: ReservationId) -> Label | None:
        """None when nothing is printed for it."""


@runtime_checkable
class LabelsLeft(Cloud, Protocol):
    """A cloud that counts the labels on the roll."""

    async def labels_left(self) -> int | None:
        """None when it does not know."""

    async def roll_replaced(self) -> None:
        """A fresh roll is in."""


@runtime_checkable
class CourierTokens(Cloud, Protocol):
    """A cloud that gives a courier a token to log in with."""

    async def courier_token(self, courier: str, lifetime: str) -> str:
        """A signed token for this locker; ``lifetime`` as the cloud writes it ("1 day")."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """Another locker of the same cloud."""

    id: str
    name: str
    metres: int | None = None
    latitude: float | None = None
    longitude: float | None = None


@runtime_checkable
class Neighbours(Cloud, Protocol):
    """A cloud that knows which other lockers have room."""

    async def nearby(self, size: str | None, needs: Needs, within_metres: int) -> Sequence[Nearby]:
        """Other lockers with room for it, the nearest first."""


@runtime_checkable
class Elsewhere(Cloud, Protocol):
    """A cloud that knows for which of its lockers a code is right."""

    async def elsewhere(self, code: DeliveryQr) -> str | None:
        """The name of the other locker where this very code is right now; nothing is kept.

        None when it is right nowhere.
        """


PORT: Mapping[Ability, type] = {
    Ability.SYNC: Syncs,
    Ability.RESOLVE: Resolves,
    Ability.BEGIN: Begins,
    Ability.REPORT: Reports,
    Ability.RECONCILE: Reconciles,
    Ability.TELL: Tells,
    Ability.VOUCH: Vouches,
    Ability.COMMANDS: Commands,
    Ability.MAKE: Makes,
    Ability.ROOM: HasRoom,
    Ability.LABEL: Labels,
    Ability.LABELS_LEFT: LabelsLeft,
    Ability.COURIERS: CourierTokens,
    Ability.NEIGHBOURS: Neighbours,
    Ability.ELSEWHERE: Elsewhere,
}
"""The protocol behind each ability."""
