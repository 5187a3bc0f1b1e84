"""Judges codes: counts first, then verifies; asks the cloud where the cache is not enough."""

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial

from kiosk.domain import access, codes
from kiosk.domain.flows.inputs import CodeRefused, DatumWanted, Explained
from kiosk.domain.flows.visit import Aim, Explanation
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.model import (
    Claim,
    ReservationId,
    Way,
)
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Store
from kiosk.services.rights import Answer, Look, Proof, Rights
from kiosk.services.sync import Sync
from kiosk.services.wrongs import WrongTold


class Access:
    """The only one who says whether a code opens a door."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        sync: Sync | None,
        rules: dict[Owner, CloudRules],
        clock: Clock,
        policy: Policy,
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._layout = layout
        self._store = store
        self._sync = sync
        self._rules = rules
        self._clock = clock
        self._policy = policy
        self._sleep = sleep
        self._unknown_qrs: deque[tuple[float, int]] = deque()
        self._ignoring_until = 0.0
        self._rights = Rights(layout, store, sync, rules, clock, policy)
        self._wrongs = WrongTold(policy.pin_attempts_per_hour)

    async def check(self, code: codes.Code, datum: str | None, aim: Aim | None = None) -> Answer:
        """Answer what the code is good for; a refusal of a typed one takes its full second."""
        started = self._clock.monotonic()
        answer = await self._check(code, datum)
        if isinstance(answer, CodeRefused) and isinstance(code, codes.TypedCode | codes.Unknown):
            waited = self._clock.monotonic() - started
            await self._sleep(max(0.0, self._policy.refusal_after - waited))
        return answer

    async def _check(self, code: codes.Code, datum: str | None) -> Answer:
        match code:
            case codes.TypedCode():
                return await self._typed(code, datum)
            case codes.DeliveryQr():
                if code.network != self._rules[Owner.CLOUD].name:
                    return Explained(Explanation.OTHER_NETWORK)
                return await self._delivery(code, datum)
            case codes.LocalQr(text):
                return await self._token(text, datum)
            case codes.CourierToken():
                return Explained(Explanation.COURIER_CODE)
            case codes.Unknown():
                # No form of code at all: a web address, say. It is no guess at one either.
                await self._store.count_try(self._clock.now(), Way.QR)
                return CodeRefused()

    async def _typed(self, code: codes.TypedCode, datum: str | None) -> Answer:
        now = self._clock.now()
        since = now - timedelta(hours=self._policy.wrong_counts_hours)
        wrong = await self._store.tries_since(since, Way.TYPED)
        if datum is None and access.needs_datum(code, wrong, self._policy):
            return DatumWanted()
        if code.mistyped and self._sync is None:
            # A slip of the finger in a code made here: nothing is looked up, nothing counts.
            return CodeRefused()
        claims = await self._store.typed_claims(code.text)
        if not claims and self._sync is not None:
            await self._sync.on_unknown_code()
            claims = await self._store.typed_claims(code.text)
        found = list(dict.fromkeys(c.reservation.id for c in claims))
        count_on = found if datum is not None else []
        counted = await self._store.count_try(now, Way.TYPED, count_on)
        if datum is not None:
            found = await self._with_datum(claims, found, datum)
        elif len(found) > 1:
            await self._store.give_back(counted)
            return DatumWanted()
        elif self._locked(claims):
            found = []
        if len(found) != 1:
            await self._tell_wrong(claims)
            return CodeRefused()
        await self._store.give_back(counted)

        async def look() -> Sequence[Claim]:
            again = await self._store.typed_claims(code.text)
            return [c for c in again if c.reservation.id == found[0]]

        mine = [c for c in claims if c.reservation.id == found[0]]
        proved = datum is not None
        return await self._rights.judge(Proof(mine, look, Way.TYPED, proved, proved))

    async def _with_datum(
        self, claims: Sequence[Claim], found: Sequence[ReservationId], datum: str
    ) -> list[ReservationId]:
        """Those whose second datum is right; a reservation tried too often is none of them."""
        locked = self._locked(claims)
        return [r for r in found if r not in locked and await self._store.datum_matches(r, datum)]

    def _locked(self, claims: Sequence[Claim]) -> set[ReservationId]:
        """Tried too often in this way: only the QR, or staff, opens them."""
        limit = self._policy.wrong_per_reservation
        return {c.reservation.id for c in claims if c.tries >= limit}

    async def _delivery(self, code: codes.DeliveryQr, datum: str | None) -> Answer:
        if not await self._store.has_codes(code.reservation) and not await self._fetch(code):
            return CodeRefused()
        counted = await self._store.count_try(self._clock.now(), Way.QR, [code.reservation])
        claims = await self._store.qr_claims(code.reservation, code.purpose, code.text)
        limit = self._policy.wrong_per_reservation + 1
        if not claims or any(c.tries >= limit for c in claims):
            await self._tell_wrong(claims)
            return CodeRefused()
        await self._store.give_back(counted)

        async def look() -> Sequence[Claim]:
            return await self._store.qr_claims(code.reservation, code.purpose, code.text)

        return await self._qr(claims, look, datum)

    async def _token(self, text: str, datum: str | None) -> Answer:
        claims = await self._store.token_claims(text)
        if len({c.reservation.id for c in claims}) != 1:
            await self._store.count_try(self._clock.now(), Way.QR)
            return CodeRefused()
        return await self._qr(claims, partial(self._store.token_claims, text), datum)

    async def _qr(self, claims: Sequence[Claim], look: Look, datum: str | None) -> Answer:
        reservation = claims[0].reservation.id
        if datum is not None:
            counted = await self._store.count_try(self._clock.now(), Way.TYPED, [reservation])
            if not await self._with_datum(claims, [reservation], datum):
                return CodeRefused()
            await self._store.give_back(counted)
        return await self._rights.judge(
            Proof(claims, look, Way.QR, datum is not None, specific=True)
        )

    async def _fetch(self, code: codes.DeliveryQr) -> bool:
        """Ask the cloud about a reservation not in the cache, as far as the budget allows."""
        now = self._clock.monotonic()
        if self._sync is None or now < self._ignoring_until:
            return False
        oldest = now - self._policy.unknown_qr_ask_again
        while self._unknown_qrs and self._unknown_qrs[0][0] < oldest:
            self._unknown_qrs.popleft()
        mark = hash((code.reservation, code.text))
        if any(known == mark for _, known in self._unknown_qrs):
            return False
        self._unknown_qrs.append((now, mark))
        if len(self._unknown_qrs) > self._policy.unknown_qr_in_10_min:
            self._ignoring_until = now + self._policy.unknown_qr_pause
            return False
        await self._store.count_try(self._clock.now(), Way.QR)
        await self._sync.refresh(code.reservation)
        return await self._store.has_codes(code.reservation)

    async def _tell_wrong(self, claims: Sequence[Claim]) -> None:
        """Each wrong code is a fact of its own, up to so many an hour; it names no code."""
        change = self._wrongs.next(claims, self._clock.monotonic())
        if change is not None:
            await self._store.record(change)
