"""Whether staff may take a parcel out, and the visit of its door; the order of the doors."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kiosk.domain.acts import By
from kiosk.domain.flows.courier.takeout import (
    ExchangePlaces,
    MayTake,
    NotHere,
    PinWanted,
    PlanWalk,
    TakeOut,
    WalkPlanned,
)
from kiosk.domain.flows.staffed import Task
from kiosk.domain.flows.visit import Visit
from kiosk.domain.layout import Layout, Owner, UnknownDoor
from kiosk.domain.model import Purpose, Reservation, ReservationState
from kiosk.domain.round import Cause, Parcel
from kiosk.domain.rules import CloudRules
from kiosk.domain.settling import takings
from kiosk.domain.transitions import TAKEABLE
from kiosk.ports import Store
from kiosk.services.courier_logins import CourierLogins
from kiosk.services.courier_visits import CourierVisits
from kiosk.services.tasks import Handler

CauseNow = Callable[[Reservation], Cause | None]


class Collecting:
    """Judges at every door anew; records only that two parcels were found exchanged."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        logins: CourierLogins,
        rules: Mapping[Owner, CloudRules],
        cause_now: CauseNow | None,
    ) -> None:
        self.cause_now = cause_now
        """Why a courier takes it out at this moment; None where nobody asks."""
        self._layout = layout
        self._store = store
        self._logins = logins
        self._rules = rules
        self._visits = CourierVisits(layout, rules, lambda: logins.session)

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            PlanWalk: Handler(self._plan, WalkPlanned(())),
            TakeOut: Handler(self._take_out, NotHere()),
            ExchangePlaces: Handler(self._exchange, NotHere()),
        }

    async def visit(self, reservation: Reservation, by: By, *, rear: bool = False) -> Visit | None:
        """What staff of this kind do at its door; None where nothing of it lies here.

        Whether they may is judged before: a courier by ``may_take_out``, a technician by account.
        """
        if reservation.state not in TAKEABLE or reservation.compartment is None:
            return None
        if reservation.state is ReservationState.CANCELLED and not await self._lies(reservation):
            return None
        try:
            return replace(self._visits.take_out(reservation, rear=rear), by=by)
        except UnknownDoor:
            return None

    async def allowed(self, parcel: Parcel) -> Reservation | NotHere | PinWanted:
        """The reservation as it is now, if this courier may take it out at this very moment."""
        session, known = self._logins.session, await self._store.reservation(parcel.reservation)
        if session is None or known is None or not session.handles(known.particulars.needs.carrier):
            return NotHere()
        if known.compartment != parcel.label or known.state is not parcel.state:
            return NotHere()
        return known if await self._logins.may_take_out(known.id) else PinWanted()

    async def may_open(self, visit: Visit) -> bool:
        """Asked before every intent: what was allowed at the first try may have ended since."""
        taking = visit.by is By.COURIER and visit.purpose is Purpose.PICKUP
        return not taking or await self._logins.may_take_out(visit.reservation)

    async def _take_out(self, task: TakeOut) -> MayTake | NotHere | PinWanted:
        known = await self.allowed(task.parcel)
        if not isinstance(known, Reservation):
            return known
        if self.cause_now is not None and self.cause_now(known) is not task.parcel.cause:
            return NotHere()
        visit = await self.visit(known, By.COURIER, rear=task.rear)
        return NotHere() if visit is None else MayTake(visit)

    async def _lies(self, reservation: Reservation) -> bool:
        """Whether what was cancelled still lies where it was put: its door may be another's now."""
        lying = await self._store.lying()
        return reservation.id in lying.get(reservation.compartment or "", ())

    async def _plan(self, task: PlanWalk) -> WalkPlanned:
        return WalkPlanned(self._in_order(task.parcels))

    def _in_order(self, parcels: Iterable[Parcel]) -> tuple[Parcel, ...]:
        """From left to right, each column from the top; what has no door here is left out."""
        way = self._layout.way()
        known = [parcel for parcel in parcels if parcel.label in way]
        return tuple(sorted(known, key=lambda parcel: way[parcel.label]))

    async def _exchange(self, task: ExchangePlaces) -> WalkPlanned | NotHere:
        """In one transaction: there is never a moment with two of them behind one door."""
        pair = (task.one, task.other)
        found = [await self._store.reservation(parcel.reservation) for parcel in pair]
        one, other = found
        if one is None or other is None or one.compartment == other.compartment:
            return NotHere()
        now = [(known.compartment, known.state) for known in (one, other)]
        if now != [(parcel.label, parcel.state) for parcel in pair]:
            return NotHere()
        changes = [
            takings.found_at(who, label.label, By.COURIER, told=self.tells(who))
            for who, label in ((one, task.other), (other, task.one))
        ]
        await self._store.add((), *changes)
        moved = (
            replace(task.one, label=task.other.label),
            replace(task.other, label=task.one.label),
        )
        rest = (parcel for parcel in task.todo if parcel.reservation != task.other.reservation)
        return WalkPlanned(self._in_order((*moved, *rest)))

    def tells(self, reservation: Reservation) -> bool:
        """Whether its cloud hears of another compartment."""
        return self._rules[reservation.owner].moves_compartment
