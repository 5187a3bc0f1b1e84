"""What a proved code is good for now: asks the cloud where the cache is too old to say."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from kiosk.domain import access
from kiosk.domain.access import Right, Standing
from kiosk.domain.flows.inputs import CodeRefused, DatumWanted, Explained, Granted
from kiosk.domain.flows.visit import Aim, Explanation, Visit
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.model import (
    Claim,
    Confidence,
    Holding,
    Purpose,
    Reservation,
    Way,
)
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Store
from kiosk.services.sync import Freshness, Sync

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
    ) -> None:
        self._layout = layout
        self._store = store
        self._sync = sync
        self._rules = rules
        self._clock = clock
        self._policy = policy
        self._offline_dropoffs = 0

    async def judge(self, proof: Proof) -> Answer:
        """What the holder of the proved code may do now."""
        reservation = proof.claims[0].reservation
        freshness = await self._freshen(reservation) if self._is_old(reservation) else None
        claims = proof.claims
        if freshness is not None:
            reservation = await self._store.reservation(reservation.id) or reservation
            # What was just read may have replaced the very code that was shown.
            claims = await proof.look()
        if freshness is Freshness.GONE or not claims:
            # The cloud answers, and disowns it: the cache has no say any more.
            return Explained(Explanation.ASK_STAFF) if proof.specific else CodeRefused()
        silent = freshness is Freshness.SILENT
        confidence = Confidence.CACHED if silent else Confidence.CLOUD
        label = reservation.compartment
        doors = [d.id for d in self._layout.compartment(label).doors] if label else []
        ledger = await self._store.ledger(f"{reservation.id}:{Purpose.DROPOFF.value}", doors)
        standing = Standing(
            reservation,
            {c.purpose for c in claims},
            ledger.holdings.get(label) if label else None,
            self._rules[reservation.owner],
            confidence,
            self._clock.now(),
            self._policy.reopen_grace,
            room_offline=self._room_offline(ledger.holdings),
            last_opener=ledger.last_opener,
            begun=any(i.door.partition("/")[0] == label for i in ledger.intents),
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

    def _is_old(self, reservation: Reservation) -> bool:
        """Whether the cloud should be asked again before anything opens."""
        if reservation.owner is Owner.LOCAL or self._sync is None:
            return False
        age = self._clock.now() - reservation.read_at
        return not timedelta(0) <= age <= timedelta(seconds=self._policy.fresh)

    async def _freshen(self, reservation: Reservation) -> Freshness:
        """Read it again, as long as a person waits."""
        if self._sync is None:
            return Freshness.SILENT
        freshness = await self._sync.refresh(reservation.id)
        if freshness is Freshness.FRESH:
            self._offline_dropoffs = 0
        return freshness

    def _room_offline(self, holdings: Mapping[str, Holding]) -> bool:
        free = sum(
            c.label not in holdings or access.is_free(holdings[c.label])
            for c in self._layout.compartments()
        )
        used = self._offline_dropoffs
        return (used + 1) * 100 <= self._policy.offline_share_percent * (free + used)
