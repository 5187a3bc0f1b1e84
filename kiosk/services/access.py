"""Judges codes: counts first, then verifies; asks the cloud where the cache is not enough."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from kiosk.domain import codes, guessing
from kiosk.domain.flows.inputs import CodeRefused, DatumWanted, Explained, Granted
from kiosk.domain.flows.visit import Aim, Explanation
from kiosk.domain.guessing import Hearing, Match, Unproved
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.model import Claim, Way
from kiosk.domain.policy import Policy
from kiosk.domain.prices import FREE, Prices
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Store
from kiosk.services.offline_share import OfflineShare
from kiosk.services.rights import Answer, Look, Proof, Rights
from kiosk.services.strangers import Strangers
from kiosk.services.sync import Sync
from kiosk.services.wrongs import WrongTold

log = logging.getLogger(__name__)


TakesIn = Callable[[codes.TypedCode, Aim | None], Awaitable[Granted | None]]
"""Takes a parcel in by a code nobody can look up now, or does not."""


async def _refuses(_code: codes.TypedCode, _aim: Aim | None) -> None:
    return None


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
        prices: Prices = FREE,
    ) -> None:
        self.closed: Callable[[], bool] = lambda: False
        """Whether nothing new is taken in."""
        self.unknown: TakesIn = _refuses
        """Asked about a typed code that matches nothing."""
        self._layout = layout
        self._store = store
        self._sync = sync
        self._rules = rules
        self._clock = clock
        self._policy = policy
        self._sleep = sleep
        self._strangers = Strangers(store, sync, clock, policy)
        self._rights = Rights(layout, store, sync, rules, clock, policy, prices, self._is_closed)
        self._wrongs = WrongTold(policy.pin_attempts_per_hour)
        self._giving: set[asyncio.Task[None]] = set()

    def _is_closed(self) -> bool:
        return self.closed()

    @property
    def offline(self) -> OfflineShare:
        """How much was put in while the cloud is silent."""
        return self._rights.offline

    async def check(self, code: codes.Code, datum: str | None, aim: Aim | None = None) -> Answer:
        """Answer what the code is good for; every refusal takes its full second."""
        started = self._clock.monotonic()
        answer = await self._check(code, datum, aim)
        if isinstance(answer, CodeRefused):
            waited = self._clock.monotonic() - started
            await self._sleep(max(0.0, self._policy.refusal_after - waited))
            if self._nothing_opens():
                return Explained(Explanation.NO_LINE)
        return answer

    def _nothing_opens(self) -> bool:
        """In mode front without the cloud: said to all alike, so nobody learns a code by it."""
        front = self._rules[Owner.CLOUD].front
        return front and self._sync is not None and self._sync.online is False

    async def _check(self, code: codes.Code, datum: str | None, aim: Aim | None) -> Answer:
        match code:
            case codes.TypedCode():
                return await self._typed(code, datum, aim)
            case codes.DeliveryQr():
                if code.network != self._rules[Owner.CLOUD].name:
                    return Explained(Explanation.OTHER_NETWORK)
                return await self._delivery(code, datum, aim)
            case codes.LocalQr(text):
                return await self._token(text, datum, aim)
            case codes.CourierToken():
                return Explained(Explanation.COURIER_CODE)
            case codes.Unknown(text=text) if text:
                return await self._plain(text, datum, aim)
            case codes.Unknown():
                # No form of code at all: a web address, say. It is no guess at one either.
                await self._store.count_try(self._clock.now(), Way.QR)
                return CodeRefused()

    async def _typed(self, code: codes.TypedCode, datum: str | None, aim: Aim | None) -> Answer:
        now = self._clock.now()
        since = now - timedelta(hours=self._policy.wrong_counts_hours)
        both = datum is not None
        others = self._sync is not None

        def hearing(wrong: int) -> Hearing:
            return guessing.hearing(code, wrong, self._policy, with_datum=both, others=others)

        wrong, claims = await self._store.typed_claims_if(
            code.text, since, lambda wrong: hearing(wrong) is Hearing.LISTEN
        )
        match hearing(wrong):
            case Hearing.ASK_DATUM:
                return DatumWanted()
            case Hearing.SLIP:
                return CodeRefused()
            case Hearing.LISTEN:
                pass
        if not claims and self._sync is not None:
            await self._sync.on_unknown_code()
            claims = await self._store.typed_claims(code.text)
        found = guessing.counted_on([c.reservation.id for c in claims], with_datum=both)
        counted = await self._store.count_try(now, Way.TYPED, found)
        matches = [await self._match(claim, datum) for claim in claims]
        proved = guessing.proved(matches, self._policy, with_datum=both)
        if proved is Unproved.WRONG:
            return await self._wrong(claims, code, aim)
        self._give_back(counted)
        if proved is Unproved.ASK_DATUM:
            return DatumWanted()

        async def look() -> Sequence[Claim]:
            again = await self._store.typed_claims(code.text)
            return [c for c in again if c.reservation.id == proved]

        mine = [c for c in claims if c.reservation.id == proved]
        return await self._rights.judge(Proof(mine, look, Way.TYPED, both, both, aim, code.text))

    async def _wrong(
        self, claims: Sequence[Claim], code: codes.TypedCode, aim: Aim | None
    ) -> Answer:
        """It stays counted, even where a parcel is taken in by it: it has proved nothing."""
        if not claims and (taken_in := await self.unknown(code, aim)) is not None:
            return taken_in
        await self._tell_wrong(claims)
        return CodeRefused()

    async def _match(self, claim: Claim, datum: str | None) -> Match:
        """A datum may be given in full: its last four are judged."""
        reservation = claim.reservation.id
        four = codes.last_four(datum or "")
        right = four is not None and await self._store.datum_matches(reservation, four)
        return Match(reservation, claim.tries, right)

    async def _delivery(self, code: codes.DeliveryQr, datum: str | None, aim: Aim | None) -> Answer:
        if not await self._store.has_codes(code.reservation):
            unknown = await self._strangers.seek(code)
            if unknown is not None:
                return unknown
        # The store does one after the other: nothing is compared before the count is on disk.
        counted, claims = await asyncio.gather(
            self._store.count_try(self._clock.now(), Way.QR, [code.reservation]),
            self._store.qr_claims(code.reservation, code.purpose, code.text),
        )
        limit = self._policy.wrong_per_reservation + 1
        if not claims or any(c.tries >= limit for c in claims):
            await self._tell_wrong(claims)
            return CodeRefused()
        self._give_back(counted)

        async def look() -> Sequence[Claim]:
            return await self._store.qr_claims(code.reservation, code.purpose, code.text)

        return await self._qr(claims, look, datum, aim, code.text)

    async def _plain(self, text: str, datum: str | None, aim: Aim | None) -> Answer:
        """Some clouds let their customers make up codes: a parcel number, say, or a UUID."""
        if self._sync is not None and not await self._store.token_claims(text):
            await self._sync.on_unknown_code()
        return await self._token(text, datum, aim)

    async def _token(self, text: str, datum: str | None, aim: Aim | None) -> Answer:
        claims = await self._store.token_claims(text)
        if len({c.reservation.id for c in claims}) != 1:
            await self._store.count_try(self._clock.now(), Way.QR)
            return CodeRefused()
        return await self._qr(claims, partial(self._store.token_claims, text), datum, aim, text)

    async def _qr(
        self, claims: Sequence[Claim], look: Look, datum: str | None, aim: Aim | None, shown: str
    ) -> Answer:
        both = datum is not None
        if both:
            # A datum is guessed by typing, whatever it goes with: it counts in that way.
            reservation = claims[0].reservation.id
            tries = await self._store.tries_on(reservation, Way.TYPED)
            counted = await self._store.count_try(self._clock.now(), Way.TYPED, [reservation])
            match_ = replace(await self._match(claims[0], datum), tries=tries)
            if guessing.proved([match_], self._policy, with_datum=True) is Unproved.WRONG:
                await self._tell_wrong(claims)
                return CodeRefused()
            self._give_back(counted)
        proof = Proof(claims, look, Way.QR, both, specific=True, aim=aim, shown=shown)
        return await self._rights.judge(proof)

    def _give_back(self, counted: int) -> None:
        """Nobody waits for it: lost, it leaves one wrong try too many, which is the safe side."""
        giving = asyncio.create_task(self._store.give_back(counted))
        self._giving.add(giving)
        giving.add_done_callback(self._given)

    def _given(self, giving: asyncio.Task[None]) -> None:
        self._giving.discard(giving)
        if not giving.cancelled() and (error := giving.exception()) is not None:
            log.error("a right code stays counted as a wrong one", exc_info=error)

    async def _tell_wrong(self, claims: Sequence[Claim]) -> None:
        """Each wrong code is a fact of its own, up to so many an hour; it names no code."""
        change = self._wrongs.next(claims, self._clock.monotonic())
        if change is not None:
            await self._store.record(change)
