"""Which parcels may be moved, where to, and the visits of both doors."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain import allocation
from kiosk.domain.acts import By
from kiosk.domain.flows.courier.carrying import (
    CarryOff,
    FindTargets,
    ListMovable,
    MayPut,
    Movable,
    MovableListed,
    PutDown,
    Target,
    TargetsFound,
)
from kiosk.domain.flows.courier.takeout import MayTake, NotHere, PinWanted
from kiosk.domain.flows.staffed import Task
from kiosk.domain.flows.visit import Visit
from kiosk.domain.layout import Compartment, Layout, UnknownDoor
from kiosk.domain.model import Contents, Purpose, Reservation, ReservationState
from kiosk.domain.round import Errand
from kiosk.domain.transitions import LYING
from kiosk.ports import Store
from kiosk.services.collecting import Collecting
from kiosk.services.courier_logins import CourierLogins
from kiosk.services.courier_round import parcel
from kiosk.services.local import LocalReservations
from kiosk.services.tasks import Handler

MOVES = LYING | {ReservationState.EXPIRED, ReservationState.ABANDONED}
MOST_TARGETS = 24
"""Proposals; the best come first."""


class Swapping:
    """Looks and judges; what was done at the doors the journey itself records."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        logins: CourierLogins,
        collecting: Collecting,
        local: LocalReservations,
    ) -> None:
        self._layout = layout
        self._store = store
        self._logins = logins
        self._collecting = collecting
        self._local = local

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            ListMovable: Handler(self._list, MovableListed()),
            FindTargets: Handler(self._targets, TargetsFound()),
            CarryOff: Handler(self._carry_off, NotHere()),
            PutDown: Handler(self._put_down, NotHere()),
        }

    async def _list(self, task: ListMovable) -> MovableListed:
        """All of the courier's that lie here; what somebody began to move, or what was looked for
        in vain, comes first."""
        session, holdings = self._logins.session, await self._store.holdings()
        if session is None:
            return MovableListed()
        found = []
        for one in await self._store.live_reservations():
            holding = holdings.get(one.compartment or "")
            # Seen empty, and nobody said that it was taken: it may be in a courier's hands.
            missing = one.particulars.missing
            known = holding is not None and (missing or holding.contents is not Contents.EMPTY)
            if known and one.state in MOVES and session.handles(one.particulars.needs.carrier):
                lies = holding is not None and holding.contents is Contents.PARCEL
                found.append(Movable(parcel(one, Errand.COLLECT), unsure=missing or not lies))
        way = self._layout.way()
        found.sort(key=lambda one: (not one.unsure, way.get(one.parcel.label, 0)))
        return MovableListed(tuple(found))

    async def _targets(self, task: FindTargets) -> TargetsFound:
        """Free ones at least as large: first those within reach, then the smallest."""
        known = await self._store.reservation(task.parcel.reservation)
        if known is None:
            return TargetsFound()
        free = await self._fitting(known)
        order = sorted(free, key=lambda c: not allocation.in_reach(c))
        found = (Target(c.label, c.size, allocation.in_reach(c)) for c in order)
        return TargetsFound(tuple(found)[:MOST_TARGETS])

    async def _fitting(self, known: Reservation) -> tuple[Compartment, ...]:
        sizes = self._layout.sizes
        try:
            here = self._layout.compartment(known.compartment or "")
        except UnknownDoor:
            return ()
        free = await self._local.free(known.owner, replace(known.particulars.needs, low=False))
        least = sizes.index(here.size)
        return tuple(c for c in free if sizes.index(c.size) >= least)

    async def _carry_off(self, task: CarryOff) -> MayTake | NotHere | PinWanted:
        known = await self._collecting.allowed(task.parcel)
        if not isinstance(known, Reservation):
            return known
        visit = await self._collecting.visit(known, By.COURIER)
        return NotHere() if visit is None else MayTake(replace(visit, carried=visit.label))

    async def _put_down(self, task: PutDown) -> MayPut | NotHere | PinWanted:
        """The place is judged once more: a cloud may have given it away meanwhile."""
        known = await self._collecting.allowed(task.parcel)
        if not isinstance(known, Reservation):
            return known
        visit = await self._collecting.visit(known, By.COURIER)
        if visit is None:
            return NotHere()
        if task.label == task.parcel.label:
            return MayPut(replace(visit, purpose=Purpose.OPENING, carried=visit.label))
        free = {c.label: c for c in await self._fitting(known)}
        place = free.get(task.label)
        return NotHere() if place is None else MayPut(_into(visit, place))


def _into(visit: Visit, place: Compartment) -> Visit:
    """To put in there what has lain elsewhere; another one is chosen on the courier's screen."""
    return replace(
        visit,
        purpose=Purpose.DROPOFF,
        carried=visit.label,
        label=place.label,
        door=place.front.id,
        size=place.size,
        moved=True,
    )
