"""Compartments chosen at the screen: for who begins without a code, and for who has none yet."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from kiosk.domain import allocation, settling
from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.choices import Draft, Neighbour, NothingFree, SizeOffer, SizesFound, Want
from kiosk.domain.flows.inputs import Explained, Granted
from kiosk.domain.flows.visit import Aim, Explanation, Visit
from kiosk.domain.layout import Compartment, Layout, Owner
from kiosk.domain.model import IntentState, Purpose, Reservation, ReservationId, ReservationState
from kiosk.domain.particulars import Contact, Due
from kiosk.domain.policy import Policy
from kiosk.domain.prices import FREE, Prices
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Store
from kiosk.services import walkup_visits as visits
from kiosk.services.local import LocalReservations
from kiosk.services.walkup_limits import MADE_HERE, WalkUpLimits, is_walk_up

log = logging.getLogger(__name__)

MOST_NEIGHBOURS = 3
LOOKS_EVERY = 30.0
"""Seconds between two looks for walk-ups whose time to open has run out."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the operator decided about walk-ups."""

    rules: Mapping[Owner, CloudRules]
    policy: Policy
    prices: Prices = FREE
    neighbours: tuple[Neighbour, ...] = ()
    """The nearest first."""
    reaches: Callable[[Contact], bool] = lambda _contact: False
    """Whether a message would reach this person by itself."""


class WalkUps:
    """Who gives compartments away at the screen."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        local: LocalReservations,
        clock: Clock,
        terms: Terms,
    ) -> None:
        self.at_screen: Callable[[], ReservationId | None] = lambda: None
        """Whose visit is under way: that reservation's time to open does not run out."""
        self._layout = layout
        self._store = store
        self._local = local
        self._clock = clock
        self._terms = terms
        self._limits = WalkUpLimits(layout, store, clock, terms.policy)
        self._held: dict[ReservationId, float] = {}

    @property
    def offers(self) -> frozenset[Aim]:
        """What can be begun here beside pick-up and drop-off, whether or not there is room now."""
        rules, owners = self._terms.rules, {c.owner for c in self._layout.compartments()}
        here = [rules[owner] for owner in owners]
        # Made here, in compartments of the kiosk's own: no cloud has a say in it.
        aims = {aim for aim, kind in visits.KINDS.items() if kind in rules[Owner.LOCAL].walk_ups}
        if Owner.LOCAL not in owners or not self._terms.policy.walkup_per_hour:
            aims = set()
        if self._limits.most_unknown < 1:
            aims = set()
        if any(one.chooses_compartment for one in here):
            aims.add(Aim.RETURN)
        if any(one.extend_hours is not None for one in here):
            aims.add(Aim.EXTEND)
        if any(one.abandons for one in here):
            aims.add(Aim.REFUSE)
        return frozenset(aims)

    async def sizes(self, draft: Draft) -> SizesFound | NothingFree | Explained:
        """What can be had now, small to large."""
        await self.release()
        if draft.visit is None and not await self._limits.allow():
            return Explained(Explanation.WALK_UPS_PAUSED)
        free = await self._local.free(visits.owner(draft), draft.needs)
        offers = [
            SizeOffer(size, fitting[0].inside, len(fitting), self._price(draft, size))
            for size in self._layout.sizes
            if (fitting := [c for c in free if c.size == size])
        ]
        return SizesFound(tuple(offers)) if offers else self._nothing()

    async def reserve(self, draft: Draft, *, session: int) -> Granted | NothingFree | Explained:
        """Make the walk-up's reservation, or choose the compartment of the one that has none.

        At most so many walk-ups in one session, which counts the people at the screen.
        """
        await self.release()
        async with self._local.one_at_a_time:
            if draft.visit is not None:
                return await self._place(draft, draft.visit)
            if not await self._limits.allow(session):
                return Explained(Explanation.WALK_UPS_PAUSED)
            compartment = await self._best(draft)
            if compartment is None:
                return self._nothing()
            granted = await self._make(draft, compartment)
            await self._limits.count(granted.visit.reservation, session)
            self._held[granted.visit.reservation] = self._clock.monotonic()
        return granted

    async def other(self, visit: Visit, want: Want) -> Visit | None:
        """Another free compartment for this visit: larger, smaller, or as large and in reach."""
        walk_up = is_walk_up(visit.reservation)
        async with self._local.one_at_a_time:
            self._local.take_back_offers(visit.reservation)
            self._limits.take_back_others(visit.reservation)
            if walk_up and not await self._limits.allow_other(visit.reservation):
                return None
            needs = replace(visit.needs, low=True) if want is Want.LOWER else visit.needs
            free = await self._local.free(visit.owner, needs)
            sizes = visits.wanted(self._layout, self._layout.compartment(visit.label).size, want)
            found = next((c for s in sizes if (c := allocation.smallest(free, [s]))), None)
            if found is None:
                return None
            self._local.offer(found, visit.reservation)
            if walk_up:
                await self._limits.count_other(visit.reservation)
        return visits.at(visit, found)

    async def release(self) -> None:
        """Cancel the walk-ups whose door never opened in time; their compartments are free."""
        async with self._local.one_at_a_time:
            for reservation in await self._store.live_reservations():
                if await self._has_lapsed(reservation):
                    await self._store.record(settling.lapsed(reservation))
                    await self._limits.give_back(reservation.id)
                    self._held.pop(reservation.id, None)

    async def run(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """Release for ever."""
        while True:
            try:
                await self.release()
            except StoreBroken:
                log.exception("walk-ups that never opened a door could not be cancelled")
            await sleep(LOOKS_EVERY)

    async def _has_lapsed(self, reservation: Reservation) -> bool:
        name = reservation.id
        if not is_walk_up(name) or reservation.state is not ReservationState.RESERVED:
            return False
        # Nobody stands there any more for one that was made before this start.
        held = self._clock.monotonic() - self._held.get(name, -self._terms.policy.walkup_hold)
        if held < self._terms.policy.walkup_hold or name == self.at_screen():
            return False
        fired = await self._store.intents_of(f"{name}:{Purpose.DROPOFF.value}")
        return not any(
            i.state is not IntentState.FAILED
            and i.door.partition("/")[0] == reservation.compartment
            for i in fired
        )

    async def _make(self, draft: Draft, compartment: Compartment) -> Granted:
        now, policy = self._clock.now(), self._terms.policy
        wish = visits.wish(draft, self._price(draft, draft.size or compartment.size), now, policy)
        # What comes back is the courier's to take: no code for it is handed over here.
        purposes = () if draft.aim is Aim.RETURN else (Purpose.PICKUP,)
        new = await self._local.new_codes(purposes)
        arrival, change = self._local.draft(wish, compartment, new, MADE_HERE)
        await self._store.add([arrival], change)
        told = wish.contact is not None and self._terms.reaches(wish.contact)
        rules = self._terms.rules[arrival.reservation.owner]
        return Granted(visits.begun(draft, arrival, compartment, rules, told=told))

    async def _place(self, draft: Draft, visit: Visit) -> Granted | NothingFree | Explained:
        reservation = await self._store.reservation(visit.reservation)
        if reservation is None:
            return Explained(Explanation.ASK_STAFF)
        if reservation.compartment is not None:
            return Granted(visits.at(visit, self._layout.compartment(reservation.compartment)))
        compartment = await self._best(draft)
        if compartment is None:
            return self._nothing()
        await self._store.record(settling.placed(visit, compartment.label))
        return Granted(visits.at(visit, compartment))

    async def _best(self, draft: Draft) -> Compartment | None:
        """Of the size that was chosen; a larger one when somebody else was faster."""
        sizes = self._local.fitting(draft.size)
        return allocation.smallest(await self._local.free(visits.owner(draft), draft.needs), sizes)

    def _price(self, draft: Draft, size: str) -> Due | None:
        return None if draft.visit else self._terms.prices.of(size, draft.aim)

    def _nothing(self) -> NothingFree:
        return NothingFree(self._terms.neighbours[:MOST_NEIGHBOURS])
