"""What a courier may put in and take out here now, as one list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain import expiry
from kiosk.domain.access import WAITING
from kiosk.domain.couriers import CourierSession
from kiosk.domain.flows.courier.round import Here, ReadRound, RoundRead
from kiosk.domain.flows.staffed import Task
from kiosk.domain.labels import OPEN
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.model import Kind, Reservation, ReservationId, ReservationState
from kiosk.domain.policy import Policy
from kiosk.domain.round import Cause, Errand, Parcel, folded
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Store
from kiosk.ports_labels import LabelStore
from kiosk.services.local import LocalReservations
from kiosk.services.sync import Sync
from kiosk.services.tasks import Handler

S = ReservationState
FETCHED = {Kind.FIRST_MILE: Cause.FIRST_MILE, Kind.RETURN: Cause.RETURN}
"""What a courier fetches as soon as it lies here."""
MOST_LABELS = 500
"""Waiting labels that are looked through."""


@dataclass(frozen=True, slots=True)
class Premises:
    """All of the kiosk that couriers' work rests on."""

    layout: Layout
    store: Store
    local: LocalReservations
    rules: Mapping[Owner, CloudRules]
    clock: Clock
    policy: Policy
    sync: Sync | None
    session: Callable[[], CourierSession | None]
    """Who is logged in."""


class CourierRounds:
    """Reads the list; only of parcels of the session's carrier."""

    def __init__(
        self,
        premises: Premises,
        labels: LabelStore,
        *,
        walk_ups: Callable[[], bool],
        prints: Callable[[], bool],
    ) -> None:
        """``walk_ups``: whether parcels without a reservation are taken in; ``prints``: whether
        the count of a visit can be had on paper."""
        self._walk_ups = walk_ups
        self._prints = prints
        self._at = premises
        self._labels = labels

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {ReadRound: Handler(self.read, RoundRead())}

    async def read(self, _task: ReadRound) -> RoundRead:
        session = self._at.session()
        if session is None:
            return RoundRead()
        rear = any(c.rear is not None for c in self._at.layout.compartments())
        here = Here(self._walk_ups(), rear, self._prints())
        return RoundRead(await self.parcels(session), here)

    async def parcels(self, session: CourierSession) -> tuple[Parcel, ...]:
        """To put in first, then to take out; each part as one walks along the doors."""
        store = self._at.store
        reservations = (*await store.live_reservations(), *await store.ended_lying())
        mine = [r for r in reservations if session.handles(r.particulars.needs.carrier)]
        marks = await self._marks()
        listed = (self._listed(one, marks.get(one.id)) for one in mine)
        way = self._at.layout.way()
        return tuple(sorted(filter(None, listed), key=lambda one: _order(one, way)))

    def _listed(self, reservation: Reservation, mark: str | None) -> Parcel | None:
        errand = self._errand(reservation)
        return None if errand is None else parcel(reservation, *errand, mark=mark)

    def _errand(self, reservation: Reservation) -> tuple[Errand, Cause | None] | None:
        if is_deliverable(reservation, self._at):
            return Errand.DELIVER, None
        cause = cause_of(reservation, self._at.clock.now())
        return (Errand.COLLECT, cause) if cause and reservation.compartment else None

    async def _marks(self) -> Mapping[ReservationId, str]:
        """Of parcels whose label still waits for paper."""
        waiting = await self._labels.labels(OPEN, MOST_LABELS)
        return {job.reservation: job.mark for job in waiting if job.reservation is not None}


def _order(one: Parcel, way: Mapping[str, int]) -> tuple[bool, bool, int, str]:
    return one.errand is Errand.COLLECT, not one.label, way.get(one.label, 0), one.ref


def is_deliverable(reservation: Reservation, at: Premises) -> bool:
    """Whether it waits for a courier to bring it."""
    return (
        reservation.kind is Kind.DELIVERY
        and reservation.state in WAITING
        and not reservation.blocked
        and reservation.particulars.confirmed
        and not expiry.is_over(reservation, at.clock.now())
    )


def cause_of(reservation: Reservation, now: datetime) -> Cause | None:
    """Why a courier takes it out; None for what stays, and for what somebody looked for in vain."""
    state = reservation.state
    if reservation.particulars.missing:
        return None
    if state is S.CANCELLED:
        return Cause.CANCELLED
    if state is S.ABANDONED:
        return Cause.REFUSED
    lies = state in {S.STORED, S.EXPIRED}
    if lies and reservation.kind in FETCHED:
        return FETCHED[reservation.kind]
    over = state is S.EXPIRED or expiry.is_over(reservation, now)
    return Cause.EXPIRED if lies and over else None


def parcel(
    reservation: Reservation, errand: Errand, cause: Cause | None = None, *, mark: str | None = None
) -> Parcel:
    """A row of the list."""
    return Parcel(
        reservation.id,
        reservation.owner,
        reservation.ref,
        reservation.kind,
        reservation.state,
        errand,
        reservation.compartment or "",
        reservation.size,
        cause,
        unlabelled=mark is not None,
        mark=mark or "",
    )


async def named(
    at: Premises, reservations: Sequence[Reservation], text: str
) -> tuple[Reservation, ...]:
    """Those whose label says this."""
    wanted, mark = folded(text), await at.store.mark_of(text)
    if not wanted:
        return ()
    return tuple(
        one
        for one in reservations
        if wanted in {folded(one.ref), folded(one.id)} or mark in one.particulars.marks
    )
