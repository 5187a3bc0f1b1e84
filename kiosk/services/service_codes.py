"""One act without network and without an account's PIN: challenge here, answer from far away."""

from collections.abc import Callable

from kiosk.domain import challenge, service_told
from kiosk.domain.accounts import AccountId
from kiosk.domain.challenge import Challenge, Deed, ServiceAct
from kiosk.domain.layout import Owner
from kiosk.domain.one_time import Verdict, judged, plain
from kiosk.ports import Clock
from kiosk.ports_accounts import AccountStore
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
        self._open: Challenge | None = None

    @property
    def offered(self) -> bool:
        """Whether this kiosk shares a key with a back office."""
        return self._key is not None

    async def ask(self, act: ServiceAct, door: str, operator: str) -> str:
        """The nonce to read out; an older one is void. Raises NotPossible, StoreBroken."""
        if self._key is None:
            raise NotPossible("no [service] key is configured")
        if (wish := challenge.deed(act, door, operator)) is None:
            raise NotPossible("this cannot be asked for")
        self._open = None
        await self._store.record(service_told.code_asked(self._owner, wish))
        now = self._clock.monotonic()
        self._open = challenge.asked(wish, self._key, now, self._random_below)
        return self._open.nonce

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
            left = code.tries if code else 0
            await self._store.record(service_told.code_refused(self._owner, wish, left))
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
