"""One act without network and without an account's PIN: challenge here, answer from far away."""

import secrets
from collections.abc import Callable

from kiosk.domain import challenge, service_told
from kiosk.domain.accounts import AccountId
from kiosk.domain.challenge import KEY, Challenge, Deed, ServiceAct
from kiosk.domain.layout import Owner
from kiosk.domain.one_time import Verdict, judged, plain
from kiosk.ports import Clock
from kiosk.ports_accounts import AccountStore
from kiosk.services.few import Few
from kiosk.services.local import NotPossible


class ServiceCodes:
    """One challenge at a time, in memory alone: a restart forgets it."""

    def __init__(
        self,
        store: AccountStore,
        clock: Clock,
        owner: Owner,
        key: bytes | None,
        random_below: Callable[[int], int],
    ) -> None:
        self._store = store
        self._clock = clock
        self._owner = owner
        self._key = key
        self._random_below = random_below
        self._asked, self._refused = Few(clock), Few(clock)
        self._open: Challenge | None = None
        self._told: Deed | None = None
        """What may be recorded of it: nothing that somebody typed who has no account."""

    @property
    def offered(self) -> bool:
        """Whether this kiosk shares a key with a back office."""
        return self._key is not None

    async def ask(self, act: ServiceAct, door: str, operator: str) -> str:
        """The nonce to read out; an older one is void. Raises NotPossible, StoreBroken.

        An operator without an account gets one, too, to which no answer is right.
        """
        if self._key is None:
            raise NotPossible("no [service] key is configured")
        if (wish := challenge.deed(act, door, operator)) is None:
            raise NotPossible("this cannot be asked for")
        self._open = None
        known = await self._has_account(wish.operator)
        told = wish if known else None
        single, unsummed = self._asked.one_more()
        if single:
            await self._store.record(service_told.code_asked(self._owner, told, unsummed))
        key, now = self._key if known else secrets.token_bytes(KEY), self._clock.monotonic()
        opened = challenge.asked(wish, key, now, self._random_below)
        self._open, self._told = opened, told
        return opened.nonce

    async def answer(self, said: str, wish: Deed) -> bool:
        """Whether this act may be done, now and once. Raises StoreBroken: then it may not.

        What was asked for is one thing; an answer for it is good for nothing else.
        """
        open_, now = self._open, self._clock.monotonic()
        asked = open_ is not None and open_.deed == wish
        # For another act nothing is right, and it is a try all the same.
        verdict, code = judged(open_.code if open_ else None, plain(said) if asked else "", now)
        self._open = Challenge(open_.nonce, open_.deed, code) if open_ and code else None
        if verdict is not Verdict.RIGHT:
            left, told = code.tries if code else 0, self._told if asked else None
            single, unsummed = self._refused.one_more()
            if single:
                refused = service_told.code_refused(self._owner, told, left, unsummed)
                await self._store.record(refused)
            return False
        await self._store.record(service_told.code_used(self._owner, wish))
        return True

    async def unlock(self, said: str, operator: str) -> bool:
        """Lift the lock-out of the operator's own account by an answer. Raises StoreBroken."""
        wish = challenge.deed(ServiceAct.UNLOCK, "", operator)
        if wish is None or not await self.answer(said, wish):
            return False
        account = AccountId(wish.operator)
        told = service_told.lockout_lifted(self._owner, account, {"by": "back office"})
        return await self._store.lift_lockout(account, told)

    async def _has_account(self, operator: str) -> bool:
        listed = (one.account for one in await self._store.accounts())
        return any(one.id == operator and one.disabled_at is None for one in listed)
