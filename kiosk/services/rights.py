"""What a proved code is good for now: asks the cloud where the cache is too old to say."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from kiosk.domain import access, transitions
from kiosk.domain.access import Right, Standing
from kiosk.domain.flows.inputs import CodeRefused, DatumWanted, Explained, Granted
from kiosk.domain.flows.visit import Aim, Explanation, Visit
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.model import (
    Claim,
    Confidence,
    Kind,
    Purpose,
    Reservation,
    Way,
)
from kiosk.domain.policy import Policy
from kiosk.domain.prices import Prices
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Store
from kiosk.services.offline_share import OfflineShare
from kiosk.services.sync import Freshness, Sync
from kiosk.services.visits import Ground, Visits

Answer = Granted | DatumWanted | CodeRefused | Explained
Look = Callable[[], Awaitable[Sequence[Claim]]]


@dataclass(frozen=True, slots=True)
class Proof:
    """What was shown, and how far it was proved."""

    claims: Sequence[Claim]
    look: Look
    """Looks the same code up again."""
    way: Way
    datum: bool
    specific: bool
    """Whether the person may be told why not: a typed code alone never is."""
    aim: Aim | None = None
    """What the person touched before."""
    shown: str = field(default="", repr=False)
    """The code itself."""


class Rights:
    """Turns a proof into a visit, or into the reason why not."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        sync: Sync | None,
        rules: Mapping[Owner, CloudRules],
        clock: Clock,
        policy: Policy,
        prices: Prices,
        closed: Callable[[], bool],
    ) -> None:
        self._closed = closed
        """Whether nothing new is taken in."""
        self._layout = layout
        self._store = store
        self._sync = sync
        self._rules = rules
        self._clock = clock
        self._policy = policy
        self._visits = Visits(layout, store, rules, clock, prices)
        self.offline = OfflineShare(layout, policy)
        """Shared with everybody who has parcels put in while the cloud is silent."""

    async def judge(self, proof: Proof) -> Answer:
        """What the holder of the proved code may do now."""
        known = proof.claims[0].reservation
        reservation, freshness = await self._current(known)
        # What was just read may have replaced the very code that was shown.
        claims = proof.claims if freshness is None else await proof.look()
        if freshness is Freshness.GONE or not claims:
            # The cloud answers, and disowns it: the cache has no say any more.
            return Explained(Explanation.ASK_STAFF) if proof.specific else CodeRefused()
        confidence = _confidence(freshness)
        ground = Ground(claims, proof.way, confidence, proof.aim)
        if returns(reservation, claims, proof.aim, self._rules[reservation.owner]):
            if await self._is_back(reservation):
                used = Explanation.USED
                return await self._explained(used, reservation, ground, specific=proof.specific)
            return Granted(self._visits.return_of(reservation, ground))
        purposes = {c.purpose for c in claims}
        standing = await self._standing(reservation, purposes, confidence, proof.aim)
        if access.is_stale(standing, self._policy) and not proof.datum:
            return DatumWanted()
        decision = access.decide(standing)
        if isinstance(decision, Explanation):
            return await self._explained(decision, reservation, ground, specific=proof.specific)
        visit = await self._visits.of(reservation, decision, ground)
        if confidence is Confidence.CACHED and decision.purpose is Purpose.DROPOFF:
            self.offline.used += 1
            visit = replace(visit, shown=proof.shown)
        return Granted(replace(visit, rest=await self._rest(reservation, decision, ground)))

    async def _is_back(self, delivered: Reservation) -> bool:
        """Whether it was sent back already; what was only set aside for that does not count."""
        return any(
            one.particulars.earlier == delivered.id and one.state not in transitions.WAITING
            for one in await self._store.live_reservations()
        )

    async def _explained(
        self, why: Explanation, reservation: Reservation, ground: Ground, *, specific: bool
    ) -> Answer:
        """Why not, and what the holder may do instead."""
        if not specific:
            return CodeRefused()
        fetches = any(claim.purpose is Purpose.PICKUP for claim in ground.claims)
        if not fetches or why not in {Explanation.EXPIRED, Explanation.NOT_YET}:
            return Explained(why)
        visit = await self._visits.of(reservation, Right(Purpose.PICKUP), ground)
        if ground.aim is Aim.EXTEND and visit.extension is not None:
            return Granted(visit)
        return Explained(why, visit)

    async def _rest(
        self, reservation: Reservation, right: Right, ground: Ground
    ) -> tuple[Visit, ...]:
        """The other doors of this visit: each by a right of its own, as it stands now."""
        found = []
        companions = await self._visits.companions(reservation, right)
        for other, freshness in await asyncio.gather(*(self._current(c) for c in companions)):
            if freshness is Freshness.GONE or other.state not in access.LYING:
                continue
            confidence = _confidence(freshness)
            standing = await self._standing(other, {Purpose.PICKUP}, confidence)
            decision = access.decide(standing)
            if isinstance(decision, Right) and not access.is_stale(standing, self._policy):
                theirs = replace(ground, confidence=confidence)
                found.append(await self._visits.of(other, decision, theirs))
        return tuple(found)

    async def _standing(
        self,
        reservation: Reservation,
        purposes: Collection[Purpose],
        confidence: Confidence,
        aim: Aim | None = None,
    ) -> Standing:
        label = reservation.compartment
        doors = [d.id for d in self._layout.compartment(label).doors] if label else []
        ledger = await self._store.ledger(f"{reservation.id}:{Purpose.DROPOFF.value}", doors)
        taken = reservation.state in access.TAKEN
        lying = (await self._store.lying()).get(label, ()) if label and taken else ()
        return Standing(
            reservation,
            purposes,
            ledger.holdings.get(label) if label else None,
            self._rules[reservation.owner],
            confidence,
            self._clock.now(),
            self._policy.reopen_grace,
            room_offline=self.offline.has_room(ledger.holdings),
            last_opener=ledger.last_opener,
            begun=any(i.door.partition("/")[0] == label for i in ledger.intents),
            aim=aim,
            gone=bool(lying) and reservation.id not in lying,
            closed=self._closed(),
        )

    async def _current(self, known: Reservation) -> tuple[Reservation, Freshness | None]:
        """The reservation as it is now; None when what is known is fresh enough."""
        if not self._is_old(known):
            return known, None
        freshness = await self._freshen(known)
        return await self._store.reservation(known.id) or known, freshness

    def _is_old(self, reservation: Reservation) -> bool:
        """Whether the cloud should be asked again before anything opens."""
        if reservation.owner is Owner.LOCAL or self._sync is None:
            return False
        if self._rules[reservation.owner].front and self._sync.online is False:
            return True  # it is to be asked to open: no reading is fresh enough to promise that
        age = self._clock.now() - reservation.read_at
        return not timedelta(0) <= age <= timedelta(seconds=self._policy.fresh)

    async def _freshen(self, reservation: Reservation) -> Freshness:
        """Read it again, as long as a person waits."""
        if self._sync is None:
            return Freshness.SILENT
        freshness = await self._sync.refresh(reservation.id)
        if freshness is Freshness.FRESH:
            self.offline.used = 0
        return freshness


def returns(
    reservation: Reservation, claims: Sequence[Claim], aim: Aim | None, rules: CloudRules
) -> bool:
    """Whether the code of a delivery that was collected is shown to send it back."""
    return (
        aim is Aim.RETURN
        and Kind.RETURN in rules.walk_ups
        and reservation.kind is Kind.DELIVERY
        and reservation.state in access.TAKEN
        and any(c.purpose is Purpose.PICKUP for c in claims)
    )


def _confidence(freshness: Freshness | None) -> Confidence:
    return Confidence.CACHED if freshness is Freshness.SILENT else Confidence.CLOUD
