"""What couriers need from outside: who reads tokens, who knows credentials, what is remembered."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from kiosk.domain.couriers import CodeRight, Courier, Denials, Permission, PushedCode, TokenFacts
from kiosk.domain.model import Change, ReservationId
from kiosk.ports_cloud import Cloud, Relay
from kiosk.ports_store import Store


@dataclass(frozen=True, slots=True)
class IssuerKey:
    """One public key that is pinned, and whose it is."""

    issuer: str
    pem: bytes
    kid: str = ""
    """What tokens call it; "" for those that name no key."""
    carrier: str | None = None
    """Of sessions whose token names none."""


@dataclass(frozen=True, slots=True)
class CourierSettings:
    """[couriers] of kiosk.toml, its keys and credentials read."""

    keys: tuple[IssuerKey, ...] = ()
    anywhere: bool = True
    """Whether a token that names no lockers counts."""
    longest: timedelta = timedelta(days=7)
    external: Relay | None = None
    carrier: str | None = None
    """Of sessions by credentials where the answer names none."""
    badge_reader: str = ""


NO_COURIERS = CourierSettings()


class Tokens(Protocol):
    """Reads tokens by the keys it knows; needs no network."""

    def read(self, text: str) -> TokenFacts:
        """What it says, once its signature was found right. Raises Refused."""


@dataclass(frozen=True, slots=True)
class ExternalAnswer:
    """What the partner says of credentials."""

    valid: bool
    courier: str = ""
    carrier: str | None = None
    permissions: frozenset[Permission] = frozenset({Permission.PUT_IN})
    metadata: Mapping[str, str] = field(default_factory=dict, repr=False)


class Credentials(Protocol):
    """The partner that knows logins and secrets; neither is kept here."""

    async def ask(self, login: str, secret: str) -> ExternalAnswer:
        """Whether they are right. Raises CloudError: nobody knows."""

    async def aclose(self) -> None:
        """Let go of the connections; may be called twice."""


class Badges(Protocol):
    """A reader of badges that types like a keyboard, and types for nobody else."""

    def badges(self) -> AsyncIterator[str]:
        """Each badge as it is held up; survives the loss of the device."""


@runtime_checkable
class AdmitsCouriers(Cloud, Protocol):
    """A cloud that can be asked about couriers at the moment itself. Raises CloudError."""

    async def courier_admitted(self, courier: str) -> bool:
        """Whether this courier may still log in at this locker."""

    async def courier_may_take(self, courier: str, reservation: ReservationId) -> bool:
        """Whether this courier may take this very parcel out now."""


@runtime_checkable
class PushesCodes(Cloud, Protocol):
    """A cloud that gives couriers codes of their own. Raises CloudError."""

    async def courier_codes(self) -> Sequence[PushedCode]:
        """All that are good at this locker; one that is not among them any more is not."""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What this kiosk itself knows of a courier."""

    courier: Courier
    pin: str | None = field(repr=False)
    """What rests of the PIN."""
    wrong: int
    """Wrong PINs since the last right one, the one at hand included."""
    carrier: str | None = None
    badge: bool = False


class CourierStore(Store, Protocol):
    """The store as couriers need it; every method commits before it returns."""

    async def denials(self) -> Denials: ...
    async def deny_courier(self, courier: str, reason: str, change: Change) -> None: ...
    async def readmit_courier(self, courier: str, change: Change) -> bool:
        """False where nobody had denied it."""

    async def call_tokens_back(self, until: datetime, change: Change) -> datetime:
        """All issued up to then; answers what holds now, for it only ever moves on."""

    async def courier_code(self, text: str, now: datetime) -> Sequence[tuple[CodeRight, bool]]:
        """Every live right this code is, and whether a login belongs to it."""

    async def courier_code_of(
        self, login: str, text: str, now: datetime
    ) -> Sequence[tuple[CodeRight, bool]]:
        """The same, of those whose login it is."""

    async def add_courier_code(self, code: PushedCode, change: Change) -> None:
        """Keep it, in the place of one of the same name."""

    async def drop_courier_code(self, name: str, change: Change) -> bool: ...
    async def replace_pushed_codes(self, codes: Sequence[PushedCode]) -> int:
        """What the cloud pushed before is forgotten; answers how many came or went."""

    async def enrol_courier(
        self,
        courier: Courier,
        change: Change,
        *,
        pin: str | None = None,
        badge: str | None = None,
        carrier: str | None = None,
    ) -> bool:
        """Keep the hash of a PIN, a badge, or both; what is None stays as it was.

        A new PIN forgets what was wrong before. False where the badge is somebody else's.
        """

    async def enrolled(self, courier: Courier) -> Enrolled | None: ...
    async def couriers_enrolled(self) -> Sequence[Enrolled]:
        """All, by id, as many as can be looked through."""

    async def lift_courier_lockout(self, courier: Courier, change: Change) -> bool:
        """Hear the PIN again; False where there is none."""

    async def badge_holder(self, badge: str) -> Enrolled | None: ...
    async def count_pin(self, courier: Courier) -> Enrolled | None:
        """Count a try, before anything is compared."""

    async def pin_was_right(self, courier: Courier) -> None:
        """Nothing is counted any more."""

    async def courier_facts(self) -> Mapping[str, object]:
        """Who is denied, what was called back, which codes there are; never a code."""
