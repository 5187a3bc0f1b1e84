"""Judges codes: counts first, then verifies; asks the cloud where the cache is not enough."""

from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from kiosk.domain import access, codes
from kiosk.domain.access import Right, Standing
from kiosk.domain.flows.inputs import CodeRefused, DatumWanted, Explained, Granted
from kiosk.domain.flows.visit import Explanation, Visit
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.model import (
    Claim,
    CloudRules,
    Confidence,
    Contents,
    Holding,
    Intent,
    Purpose,
    Reservation,
    ReservationId,
    Way,
)
from kiosk.domain.policy import Policy
from kiosk.ports import Clock, Store
from kiosk.services.sync import Freshness, Sync
from kiosk.services.wrongs import WrongTold

Answer = Granted | DatumWanted | CodeRefused | Explained


@dataclass(frozen=True, slots=True)
class Proof:
    """What was shown, and how far it was proved."""

    claims: Sequence[Claim]
    way: Way
    datum: bool
    specific: bool
    """Whether the person may be told why not: a typed code alone never is."""


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
        self._offline_dropoffs = 0
        self._wrongs = WrongTold(policy.pin_attempts_per_hour)

    async def check(self, code: codes.Code, datum: str | None) -> Answer:
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
            case codes.Unknown():
                await self._store.count_try(self._clock.now(), Way.TYPED)
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
        if len(found) != 1:
            await self._tell_wrong(claims)
            return CodeRefused()
        await self._store.give_back(counted)
        mine = [c for c in claims if c.reservation.id == found[0]]
        return await self._judge(Proof(mine, Way.TYPED, datum is not None, datum is not None))

    async def _with_datum(
        self, claims: Sequence[Claim], found: Sequence[ReservationId], datum: str
    ) -> list[ReservationId]:
        """Those whose second datum is right; a reservation tried too often is none of them."""
        limit = self._policy.wrong_per_reservation
        locked = {c.reservation.id for c in claims if c.tries >= limit}
        return [r for r in found if r not in locked and await self._store.datum_matches(r, datum)]

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
        return await self._qr(claims, datum)

    async def _token(self, text: str, datum: str | None) -> Answer:
        claims = await self._store.token_claims(text)
        if len({c.reservation.id for c in claims}) != 1:
            await self._store.count_try(self._clock.now(), Way.QR)
            return CodeRefused()
        return await self._qr(claims, datum)

    async def _qr(self, claims: Sequence[Claim], datum: str | None) -> Answer:
        reservation = claims[0].reservation.id
        if datum is not None:
            counted = await self._store.count_try(self._clock.now(), Way.TYPED, [reservation])
            if not await self._with_datum(claims, [reservation], datum):
                return CodeRefused()
            await self._store.give_back(counted)
        return await self._judge(Proof(claims, Way.QR, datum is not None, specific=True))

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

    async def _judge(self, proof: Proof) -> Answer:
        reservation = proof.claims[0].reservation
        freshness, reservation = await self._freshen(reservation)
        if freshness is Freshness.GONE:
            # The cloud answers, and disowns it: the cache has no say any more.
            return Explained(Explanation.ASK_STAFF) if proof.specific else CodeRefused()
        confidence = Confidence.CLOUD if freshness is Freshness.FRESH else Confidence.CACHED
        label = reservation.compartment
        holdings = await self._store.holdings()
        standing = Standing(
            reservation,
            {c.purpose for c in proof.claims},
            holdings.get(label) if label else None,
            self._rules[reservation.owner],
            confidence,
            self._clock.now(),
            self._policy.reopen_grace,
            room_offline=self._room_offline(holdings),
            begun=any(i.door.partition("/")[0] == label for i in await self._begun(reservation)),
        )
        if access.is_stale(standing, self._policy) and not proof.datum:
            return DatumWanted()
        decision = access.decide(standing)
        if isinstance(decision, Explanation):
            return Explained(decision) if proof.specific else CodeRefused()
        if confidence is Confidence.CACHED and decision.purpose is Purpose.DROPOFF:
            self._offline_dropoffs += 1
        return Granted(self._visit(reservation, decision, proof, confidence))

    def _visit(
        self, reservation: Reservation, right: Right, proof: Proof, confidence: Confidence
    ) -> Visit:
        compartment = self._layout.compartment(reservation.compartment or "")
        name = next(c.code_name for c in proof.claims if c.purpose is right.purpose)
        return Visit(
            reservation=reservation.id,
            owner=reservation.owner,
            purpose=right.purpose,
            way=proof.way,
            confidence=confidence,
            label=compartment.label,
            door=compartment.front.id,
            rules=self._rules[reservation.owner],
            code_name=name,
            settled=right.again,
        )

    async def _freshen(self, reservation: Reservation) -> tuple[Freshness, Reservation]:
        """Read it again when the last reading is old and the cloud answers in time."""
        if reservation.owner is Owner.LOCAL or self._sync is None:
            return Freshness.FRESH, reservation
        age = self._clock.now() - reservation.read_at
        if timedelta(0) <= age <= timedelta(seconds=self._policy.fresh):
            return Freshness.FRESH, reservation
        freshness = await self._sync.refresh(reservation.id)
        latest = await self._store.reservation(reservation.id) or reservation
        if freshness is Freshness.FRESH:
            self._offline_dropoffs = 0
        return freshness, latest

    async def _begun(self, reservation: Reservation) -> Sequence[Intent]:
        return await self._store.intents_of(f"{reservation.id}:{Purpose.DROPOFF.value}")

    def _room_offline(self, holdings: Mapping[str, Holding]) -> bool:
        free = sum(
            c.label not in holdings or holdings[c.label].contents is Contents.EMPTY
            for c in self._layout.compartments()
        )
        used = self._offline_dropoffs
        return (used + 1) * 100 <= self._policy.offline_share_percent * (free + used)

    async def _tell_wrong(self, claims: Sequence[Claim]) -> None:
        """Each wrong code is a fact of its own, up to so many an hour; it names no code."""
        change = self._wrongs.next(claims, self._clock.monotonic())
        if change is not None:
            await self._store.record(change)
