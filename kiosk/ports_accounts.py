"""What service accounts need: a memory that counts before it is asked, and what judges PINs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.domain.accounts import Account, AccountId
from kiosk.domain.model import Change
from kiosk.ports_store import Store


class Pins(Protocol):
    """Makes and judges what rests of a PIN; slow on purpose, and never on the caller's thread."""

    async def hashed(self, pin: str) -> str: ...

    async def matches(self, known: str | None, pin: str) -> bool:
        """Whether it is the one; with nothing known as slow, and never."""

    def is_stale(self, known: str) -> bool:
        """Whether it was made with other parameters than today's."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A login that was counted before anything is compared, or one that is not heard at all."""

    account: Account | None
    pin: str | None = field(repr=False)
    """What rests of it."""
    wrong: int
    """Counted on this name or badge, this one included."""
    locked_for: float
    """Seconds in which none is heard: then this one was not counted. 0: it was."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An account with how it stands."""

    account: Account
    wrong: int
    locked_for: float


class AccountStore(Store, Protocol):
    """The store as service accounts need it; every method commits before it returns."""

    async def accounts(self) -> Sequence[Listed]:
        """All, by id."""

    async def enrol(self, account: Account, pin: str, badge: str | None, change: Change) -> bool:
        """Keep a new account with its PIN's hash; False where the id or the badge is taken."""

    async def count_login(self, name: str | None, badge: str | None) -> Tried:
        """Count a try on whose badge or id it is; ids and badges nobody has count alike."""

    async def settle_login(
        self, account: AccountId, pin: str | None, change: Change, *, visit: bool
    ) -> bool:
        """It was right: nothing is counted any more; a new hash is kept, and when it was.

        False where the account was disabled meanwhile: then nothing of that.
        """

    async def disable(self, account: AccountId, change: Change) -> bool:
        """For good; False where there is none, or it is already."""

    async def lift_lockout(self, account: AccountId, change: Change) -> bool:
        """Hear its PIN again; False where there is none."""
