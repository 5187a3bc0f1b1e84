"""Service accounts at the screen: who proves to be whom, one visit at a time, two people."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from kiosk.domain import accounts, lockout, service_told
from kiosk.domain.accounts import (
    Account,
    AccountId,
    Proof,
    Role,
    ServiceSession,
    SessionEnding,
    two_people,
)
from kiosk.domain.errors import StoreBroken
from kiosk.domain.layout import Owner
from kiosk.ports import Clock
from kiosk.ports_accounts import AccountStore, Pins, Tried
from kiosk.services.few import Few
from kiosk.services.local import NotPossible
from kiosk.services.waiting import Sleep

log = logging.getLogger(__name__)

LOOKS_EVERY = 1.0
TwoLift = Callable[[str, str, str], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """One for all that can be wrong: unknown, mistyped, disabled, badge missing."""

    locked_for: float = 0.0
    """Seconds in which nobody is heard by this id or badge; infinite: until somebody lifts it."""


class Technicians:
    """Logs people in and out, and ends the visit of who walked away."""

    def __init__(
        self,
        store: AccountStore,
        pins: Pins,
        clock: Clock,
        owner: Owner,
        ended: Callable[[SessionEnding], None],
    ) -> None:
        self.lifts_lockdown: TwoLift | None = None
        """Where two people are sent."""
        self.ended = ended
        """Hears that the screen must leave service mode."""
        self._store = store
        self._pins = pins
        self._clock = clock
        self._owner = owner
        self._session: ServiceSession | None = None
        self._one = asyncio.Lock()
        """One try after another: no two are counted as one."""
        self._refused = Few(clock)

    @property
    def session(self) -> ServiceSession | None:
        """Who is in service mode just now."""
        session = self._session
        return None if session is None or session.over(self._clock.monotonic()) else session

    async def login(
        self, pin: str, *, name: str | None = None, badge: str | None = None
    ) -> ServiceSession | Refusal:
        """Begin a visit, by id and PIN or by badge and PIN. Raises NotPossible, StoreBroken."""
        async with self._one:
            await self._end_what_is_over()
            if self._session is not None:
                raise NotPossible("somebody else is in service mode")
            tried = await self._store.count_login(*_by(name, badge))
            if (account := await self._right(tried, pin, badge)) is None:
                return await self._refuse(tried)
            now = self._clock.monotonic()
            session = ServiceSession(secrets.token_hex(8), account.id, account.role, now, now)
            told = service_told.logged_in(self._owner, session)
            fresh = await self._renewed(tried, pin)
            if not await self._store.settle_login(account.id, fresh, told, visit=True):
                return await self._refuse(tried)
            self._session = session
            return session

    async def prove(
        self, pin: str, *, name: str | None = None, badge: str | None = None
    ) -> Proof | Refusal:
        """Show once more, or beside another, who one is; begins no visit. Raises StoreBroken."""
        async with self._one:
            tried = await self._store.count_login(*_by(name, badge))
            if (account := await self._right(tried, pin, badge)) is None:
                return await self._refuse(tried)
            fresh = await self._renewed(tried, pin)
            told = service_told.proved(self._owner, account.id)
            if not await self._store.settle_login(account.id, fresh, told, visit=False):
                return await self._refuse(tried)
            return Proof(account.id, account.role, self._clock.monotonic())

    def touch(self) -> bool:
        """Somebody touched the screen; whether the visit goes on."""
        if (session := self.session) is None:
            return False
        self._session = session.touch(self._clock.monotonic())
        return True

    async def logout(self) -> None:
        """Raises StoreBroken; the visit is over all the same."""
        await self._end(SessionEnding.LEFT)

    async def run(self, sleep: Sleep = asyncio.sleep) -> None:
        """End the visit of who walked away, for ever."""
        while True:
            try:
                await self._end_what_is_over()
            except StoreBroken:
                log.exception("the end of a service session could not be recorded")
            await sleep(LOOKS_EVERY)

    async def supervisor(self, beside: str = "") -> AccountId:
        """Which supervisor is in service mode, another than ``beside``. Raises NotPossible."""
        session = self.session
        if session is None or session.role is not Role.SUPERVISOR or session.account == beside:
            raise NotPossible("another account, a supervisor's, must be in service mode")
        if not await self.is_enabled(session.account):
            raise NotPossible("this account is disabled")
        return session.account

    async def lift_lockdown(self, first: Proof, second: Proof, reason: str) -> bool:
        """Two people say that doors may be opened from afar again; whether that was forbidden.

        Raises NotPossible, StoreBroken.
        """
        await self.require_two(first, second)
        if not reason.strip():
            raise NotPossible("say a reason: who looked into it, and what was found")
        if self.lifts_lockdown is None:
            raise NotPossible("nothing is opened from afar here")
        return await self.lifts_lockdown(first.account, second.account, reason)

    async def require_two(self, first: Proof, second: Proof) -> None:
        """For what nobody may do alone. Raises NotPossible."""
        listed = await self._store.accounts()
        enabled = {one.account.id for one in listed if one.account.disabled_at is None}
        there = {first.account, second.account} <= enabled
        if not (there and two_people(first, second, self._clock.monotonic())):
            raise NotPossible("two people must prove who they are, both within five minutes")

    async def is_enabled(self, account: str) -> bool:
        """Whether this account is one, and in use. Raises StoreBroken."""
        listed = (one.account for one in await self._store.accounts())
        return any(one.id == account and one.disabled_at is None for one in listed)

    async def end_for(self, account: AccountId) -> None:
        """The account was disabled: a visit under it ends."""
        if self._session is not None and self._session.account == account:
            await self._end(SessionEnding.DISABLED)

    async def _right(self, tried: Tried, pin: str, badge: str | None) -> Account | None:
        """Whose PIN it is; every answer but "locked" takes the time of one judgement."""
        if tried.locked_for:
            return None
        account = tried.account
        heard = account is not None and account.disabled_at is None
        heard = heard and account is not None and (badge is not None or account.alone)
        right = await self._pins.matches(tried.pin if heard else None, accounts.plain_pin(pin))
        return account if heard and right else None

    async def _renewed(self, tried: Tried, pin: str) -> str | None:
        """The PIN's hash made anew, where the old one is weaker than those of today."""
        if tried.pin is None or not self._pins.is_stale(tried.pin):
            return None
        return await self._pins.hashed(accounts.plain_pin(pin))

    async def _refuse(self, tried: Tried) -> Refusal:
        account, why = tried.account, "wrong"
        if account is None:
            why = "unknown"
        elif tried.locked_for:
            why = "locked"
        elif account.disabled_at is not None:
            why = "disabled"
        locks = account is not None and not tried.locked_for and lockout.locks(tried.wrong)
        single, unsummed = self._refused.one_more()
        if single or locks:
            told = service_told.login_refused(
                self._owner,
                account.id if account else None,
                why,
                locked=locks,
                unsummed=unsummed,
            )
            await self._store.record(told)
        left = tried.locked_for or lockout.locked_for(tried.wrong, 0.0)
        return Refusal(left)

    async def _end_what_is_over(self) -> None:
        if self._session and (how := self._session.over(self._clock.monotonic())):
            await self._end(how)

    async def _end(self, how: SessionEnding) -> None:
        session, self._session = self._session, None
        if session is not None:
            self.ended(how)
            await self._store.record(service_told.logged_out(self._owner, session, how))


def _by(name: str | None, badge: str | None) -> tuple[str | None, str | None]:
    """What somebody says to be: a badge where one was shown."""
    if badge is not None:
        return None, badge[: accounts.LONGEST_BADGE]
    return accounts.login_id(name or ""), None
