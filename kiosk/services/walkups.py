"""Compartments chosen at the screen: for who begins without a code, and for who has none yet."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from kiosk.domain import allocation, settling, transitions
from kiosk.domain.errors import CloudConflict, CloudError, StoreBroken
from kiosk.domain.flows.choices import Draft, Neighbour, NothingFree, SizeOffer, SizesFound, Want
from kiosk.domain.flows.inputs import Explained, Granted
from kiosk.domain.flows.visit import Aim, Explanation, Visit
from kiosk.domain.layout import Compartment, Layout, Owner
from kiosk.domain.model import Arrival, Purpose, ReservationId, ReservationState
from kiosk.domain.particulars import Contact, Due
from kiosk.domain.policy import Policy
from kiosk.domain.prices import FREE, Prices
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Cloud, Store
from kiosk.services import walkup_visits as visits
from kiosk.services.local import LocalReservations, Wish
from kiosk.services.walkup_clouds import CloudWalkUps
from kiosk.services.walkup_lapses import WalkUpLapses
from kiosk.services.walkup_limits import MADE_HERE, WalkUpLimits, counts
from kiosk.services.walkup_room import WalkUpRoom

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
        cloud: Cloud | None = None,
    ) -> None:
        self.at_screen: Callable[[], ReservationId | None] = lambda: None
        """Whose visit is under way: that reservation's time to open does not run out."""
        self.told: Callable[[], None] = lambda: None
        """Hears that the outbox may have work."""
        self.closed: Callable[[], bool] = lambda: False
        """Whether nothing new is taken in."""
        self._layout = layout
        self._store = store
        self._local = local
        self._clock = clock
        self._terms = terms
        policy, rules = terms.policy, terms.rules[Owner.CLOUD]
        self._limits = WalkUpLimits(layout, store, clock, policy)
        self._far = CloudWalkUps(store, cloud, clock, rules, policy.cloud_waits)
        self._room = WalkUpRoom(layout, store, local, self._far, terms.rules)
        screen, told = lambda: self.at_screen(), lambda: self.told()
        self._lapses = WalkUpLapses(
            store, clock, policy.walkup_hold, self._limits, self._far, screen, told
        )

    @property
    def offers(self) -> frozenset[Aim]:
        """What can be begun here beside pick-up and drop-off, whether or not there is room now."""
        rules, owners = self._terms.rules, {c.owner for c in self._layout.compartments()}
        here = [rules[owner] for owner in owners]
        kinds = frozenset().union(*(self._room.kinds(owner) for owner in owners))
        aims = {aim for aim, kind in visits.KINDS.items() if kind in kinds}
        if not self._terms.policy.walkup_per_hour or self._limits.most_unknown < 1:
            aims = set()
        if any(one.chooses_compartment for one in here):
            aims.add(Aim.RETURN)
        if self.closed():
            aims = set()
        if any(one.extend_hours is not None for one in here):
            aims.add(Aim.EXTEND)
        if any(one.abandons for one in here):
            aims.add(Aim.REFUSE)
        return frozenset(aims)

    async def sizes(self, draft: Draft) -> SizesFound | NothingFree | Explained:
        """What can be had now, small to large: by the kiosk's own knowledge, and by its owner's."""
        await self.release()
        if self.closed():
            return Explained(Explanation.OUT_OF_SERVICE)
        if draft.visit is None and not await self._limits.allow():
            return Explained(Explanation.WALK_UPS_PAUSED)
        free, silent = await self._room.free(draft)
        offers = [
            SizeOffer(size, fitting[0].inside, len(fitting), self._price(draft, size))
            for size in self._layout.sizes
            if (fitting := [c for c in free if c.size == size])
        ]
        if offers:
            return SizesFound(tuple(offers))
        return Explained(Explanation.NO_BEGINNING) if silent else await self._nothing(draft)

    async def reserve(self, draft: Draft, *, session: int) -> Granted | NothingFree | Explained:
        """Make the walk-up's reservation, or choose the compartment of the one that has none.

        At most so many walk-ups in one session, which counts the people at the screen. One of the
        kiosk's own compartments is as good offline; beyond those the cloud gives one of its own.
        """
        await self.release()
        if self.closed():
            return Explained(Explanation.OUT_OF_SERVICE)
        owners = await self._room.owners(draft)
        async with self._local.one_at_a_time:
            if draft.visit is not None:
                return await self._place(draft, draft.visit)
            if not await self._limits.allow(session):
                return Explained(Explanation.WALK_UPS_PAUSED)
            exact = [draft.size] if draft.size and Owner.CLOUD in owners else None
            ours = Owner.LOCAL in owners
            if ours and (found := await self._room.best(draft, Owner.LOCAL, exact)):
                return await self._make(draft, found, session)
        refused = await self._make_far(draft, session) if Owner.CLOUD in owners else None
        if isinstance(refused, Granted):
            return refused
        async with self._local.one_at_a_time:
            if exact and ours and (found := await self._room.best(draft, Owner.LOCAL)):
                return await self._make(draft, found, session)
        return refused or await self._nothing(draft)

    async def other(self, visit: Visit, want: Want) -> Visit | None:
        """Another free compartment for this visit: larger, smaller, or as large and in reach."""
        walk_up = counts(visit)
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
            await self._lapses.release()

    async def run(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """Release for ever, and look for what no answer came to."""
        while True:
            try:
                await self._lapses.settle()
                await self.release()
            except StoreBroken:
                log.exception("walk-ups that never opened a door could not be cancelled")
            await sleep(LOOKS_EVERY)

    async def _make(self, draft: Draft, compartment: Compartment, session: int) -> Granted:
        wish = self._wish(draft, compartment.size)
        # What comes back is the courier's to take: no code for it is handed over here.
        purposes = () if draft.aim is Aim.RETURN else (Purpose.PICKUP,)
        new = await self._local.new_codes(purposes)
        arrival, change = self._local.draft(wish, compartment, new, MADE_HERE)
        await self._store.add([arrival], change)
        return await self._granted(draft, wish, arrival, compartment, session)

    async def _make_far(self, draft: Draft, session: int) -> Granted | NothingFree | Explained:
        """In a compartment the cloud chooses, or takes from us; it must be empty for us as well."""
        # Who sits may say at the door that it is out of reach: no cloud is asked for that.
        needs = replace(draft.needs, low=False)
        free = await self._local.free(Owner.CLOUD, needs)
        sizes = self._local.fitting(draft.size)
        best = allocation.smallest(free, sizes)
        if best is None:
            return await self._nothing(draft)
        wish = self._wish(draft, best.size)
        chooses = self._terms.rules[Owner.CLOUD].chooses_compartment
        try:
            arrival = await self._far.make(wish, draft, best.label if chooses else None)
        except CloudConflict:
            return await self._nothing(draft)
        except CloudError as error:
            log.warning("nothing begun: %s", type(error).__name__)
            return Explained(Explanation.NO_BEGINNING)
        made = arrival.reservation
        fitting = (c for c in free if c.size in sizes)
        given = next((c for c in fitting if c.label == made.compartment), None)
        usable = given is not None and (draft.aim is Aim.RETURN or visits.is_collectable(arrival))
        if given is not None and usable and made.state is ReservationState.RESERVED:
            return await self._granted(draft, wish, arrival, given, session)
        if made.state is ReservationState.RESERVED:
            await self._lapses.give_up(made)
        return await self._nothing(draft)

    async def _granted(
        self,
        draft: Draft,
        wish: Wish,
        arrival: Arrival,
        compartment: Compartment,
        session: int,
    ) -> Granted:
        told = wish.contact is not None and self._terms.reaches(wish.contact)
        rules = self._terms.rules[arrival.reservation.owner]
        visit = visits.begun(draft, arrival, compartment, rules, told=told)
        await self._limits.count(visit.reservation, session)
        self._lapses.hold(visit.reservation)
        return Granted(visit)

    def _wish(self, draft: Draft, size: str) -> Wish:
        due = self._price(draft, draft.size or size)
        return visits.wish(draft, due, self._clock.now(), self._terms.policy)

    async def _place(self, draft: Draft, visit: Visit) -> Granted | NothingFree | Explained:
        reservation = await self._store.reservation(visit.reservation)
        if reservation is None or reservation.state in transitions.ENDED:
            return Explained(Explanation.ASK_STAFF)  # called off while they chose
        if reservation.compartment is not None:
            return Granted(visits.at(visit, self._layout.compartment(reservation.compartment)))
        compartment = await self._room.best(draft, visit.owner)
        if compartment is None:
            return await self._nothing(draft)
        await self._store.record(settling.placed(visit, compartment.label))
        return Granted(visits.at(visit, compartment))

    def _price(self, draft: Draft, size: str) -> Due | None:
        return None if draft.visit else self._terms.prices.of(size, draft.aim)

    async def _nothing(self, draft: Draft) -> NothingFree:
        """The cloud knows best which others have room; else those the operator named."""
        near = await self._far.nearest(draft) or self._terms.neighbours
        return NothingFree(near[:MOST_NEIGHBOURS])
