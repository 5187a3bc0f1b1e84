"""Parcels a courier brings without a reservation: made here or by the cloud, and put in at once."""

import logging
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta

from kiosk.domain import allocation, settling
from kiosk.domain.acts import By
from kiosk.domain.couriers import CourierSession, Permission
from kiosk.domain.errors import CloudConflict, CloudError
from kiosk.domain.flows.choices import Draft, SizeOffer
from kiosk.domain.flows.courier.loading import DoorReady, NotReady
from kiosk.domain.flows.courier.sizing import FindSizes
from kiosk.domain.flows.courier.unlisted import FindRoom, ParcelKnown, PutUnlisted, RoomFound
from kiosk.domain.flows.staffed import Task
from kiosk.domain.flows.visit import Aim, Handover
from kiosk.domain.layout import Compartment, Owner
from kiosk.domain.model import (
    Arrival,
    Kind,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import Contact, Needs, Particulars
from kiosk.domain.round import Verdict
from kiosk.services.courier_loads import beside
from kiosk.services.courier_round import Premises, named
from kiosk.services.courier_visits import CourierVisits
from kiosk.services.delivering import Delivering
from kiosk.services.local import Wish
from kiosk.services.tasks import Handler
from kiosk.services.walkup_clouds import CloudWalkUps
from kiosk.services.walkup_limits import MADE_HERE

log = logging.getLogger(__name__)

ANYBODY = Contact(phone="+10000000")
"""To find out whether telephone numbers are written to at all."""

ABOUT_TO_OPEN = 30.0
"""Seconds between a reservation being made and its door in hand, at most."""


class CourierWalkUps:
    """Makes what nobody announced; who is to have it hears of it once it lies there."""

    def __init__(
        self, premises: Premises, visits: CourierVisits, delivering: Delivering, far: CloudWalkUps
    ) -> None:
        self._made: tuple[ReservationId, float] | None = None
        self._at = premises
        self._visits = visits
        self._delivering = delivering
        self._far = far

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            FindRoom: Handler(self.room, RoomFound()),
            PutUnlisted: Handler(self.put, NotReady()),
            FindSizes: Handler(self.sizes, RoomFound()),
        }

    @property
    def making(self) -> ReservationId | None:
        """The one whose door is about to open: its time does not run out before."""
        name, at = self._made or (None, 0.0)
        return name if self._at.clock.monotonic() - at < ABOUT_TO_OPEN else None

    def offered(self) -> bool:
        """Whether anything can come of it here."""
        return bool(self._owners()) and not self._delivering.closed()

    def _owners(self) -> tuple[Owner, ...]:
        """Whose compartments it can be in: the kiosk's own only where it can tell the recipient."""
        there = {c.owner for c in self._at.layout.compartments()}
        can = {
            Owner.LOCAL: self._delivering.reaches(ANYBODY),
            Owner.CLOUD: Kind.SEND in self._far.kinds,
        }
        return tuple(owner for owner in (Owner.LOCAL, Owner.CLOUD) if owner in there and can[owner])

    async def room(self, task: FindRoom) -> RoomFound | ParcelKnown:
        """The sizes that are free, small to large, and where a parcel of the same person lies."""
        session = self._session()
        if session is None:
            return RoomFound()
        if await named(self._at, await self._at.store.live_reservations(), task.ref):
            return ParcelKnown()
        needs, free = self._needs(session, task.shift.rear), list[Compartment]()
        for owner in self._owners():
            free += await self._at.local.free(owner, needs)
        shared = await self._shared(task.phone, session)
        return RoomFound(self._offers(free), shared[0] if shared else "")

    async def sizes(self, task: FindSizes) -> RoomFound:
        """What is free for a parcel that has its reservation, and a size this bank has not."""
        session, known = self._session(), await self._at.store.reservation(task.parcel.reservation)
        if session is None or known is None:
            return RoomFound()
        needs = known.particulars.needs
        needs = replace(needs, rear=True) if task.shift.rear else needs
        return RoomFound(self._offers(await self._at.local.free(known.owner, needs)))

    def _offers(self, free: Collection[Compartment]) -> tuple[SizeOffer, ...]:
        """The sizes of these, small to large."""
        return tuple(
            SizeOffer(size, fitting[0].inside, len(fitting))
            for size in self._at.layout.sizes
            if (fitting := [c for c in free if c.size == size])
        )

    async def put(self, task: PutUnlisted) -> DoorReady | NotReady:
        """Make its reservation and open for it."""
        session = self._session()
        if session is None or self._delivering.closed():
            return NotReady(Verdict.NOT_NOW)
        async with self._at.local.one_at_a_time:
            if await named(self._at, await self._at.store.live_reservations(), task.ref):
                return NotReady(Verdict.TWICE)
            if (place := await self._place(task, session)) is not None:
                return await self._made_here(task, session, place)
        if Owner.CLOUD in self._owners() and not task.beside:
            return await self._made_far(task, session)
        return NotReady(Verdict.FULL)

    def _session(self) -> CourierSession | None:
        session = self._at.session()
        return session if session is not None and session.may(Permission.PUT_IN) else None

    async def _place(self, task: PutUnlisted, session: CourierSession) -> Compartment | None:
        """One of the kiosk's own."""
        if Owner.LOCAL not in self._owners():
            return None
        if task.beside:
            shared = await self._shared(task.phone, session)
            return self._at.layout.compartment(task.beside) if task.beside in shared else None
        free = await self._at.local.free(Owner.LOCAL, self._needs(session, task.shift.rear))
        return allocation.smallest(free, self._at.local.fitting(task.size))

    async def _made_here(
        self, task: PutUnlisted, session: CourierSession, place: Compartment
    ) -> DoorReady:
        wish = self._wish(task, session)
        codes = await self._at.local.new_codes((Purpose.PICKUP,))
        arrival, _ = self._at.local.draft(wish, place, codes, MADE_HERE)
        made = arrival.reservation
        self._made = (made.id, self._at.clock.monotonic())
        await self._at.store.add([arrival], settling.made(made, By.COURIER))
        return self._ready(task, made, arrival)

    async def _made_far(self, task: PutUnlisted, session: CourierSession) -> DoorReady | NotReady:
        """In a compartment of the cloud's, which must be empty for us as well."""
        needs = self._needs(session, task.shift.rear)
        free = {c.label: c for c in await self._at.local.free(Owner.CLOUD, needs)}
        best = allocation.smallest(free.values(), self._at.local.fitting(task.size))
        if best is None:
            return NotReady(Verdict.FULL)
        draft = Draft(Aim.SEND, phone=task.phone, needs=needs, size=best.size)
        chooses = self._at.rules[Owner.CLOUD].chooses_compartment
        # A cloud knows what is begun at a kiosk as a parcel that somebody sends.
        wish = replace(self._wish(task, session), ref="", kind=Kind.SEND)
        try:
            arrival = await self._far.make(wish, draft, best.label if chooses else None)
        except CloudConflict:
            return NotReady(Verdict.FULL)
        except CloudError as error:
            log.warning("a courier's parcel not made: %s", type(error).__name__)
            return NotReady(Verdict.NO_LINE)
        made = arrival.reservation
        if made.state is not ReservationState.RESERVED or made.compartment not in free:
            # It is given back like every walk-up whose door never opens.
            return NotReady(Verdict.FULL)
        # The cloud gives it a number of its own; the one on its label finds it all the same.
        await self._at.store.name(made.id, task.ref)
        self._made = (made.id, self._at.clock.monotonic())
        return self._ready(task, made, arrival)

    def _ready(self, task: PutUnlisted, made: Reservation, arrival: Arrival) -> DoorReady:
        told = made.owner is Owner.LOCAL
        visit = self._visits.put_in(
            made,
            rear=task.shift.rear,
            beside=bool(task.beside),
            handover=_handover(arrival) if told else None,
        )
        self._delivering.told()
        return DoorReady(visit)

    async def _shared(self, phone: str, session: CourierSession) -> tuple[str, ...]:
        """Where a parcel of the same person and carrier lies, in the kiosk's own compartments."""
        if not self._at.rules[Owner.LOCAL].shares_compartment:
            return ()
        now, needs = self._at.clock.now(), Needs(carrier=session.carrier)
        new = Reservation(
            ReservationId(""),
            "",
            Owner.LOCAL,
            Kind.DELIVERY,
            ReservationState.ANNOUNCED,
            None,
            None,
            now,
            now,
            particulars=Particulars(needs=needs),
        )
        return tuple(await beside(self._at, new, Contact(phone=phone)))

    def _needs(self, session: CourierSession, rear: bool) -> Needs:
        return Needs(carrier=session.carrier, rear=rear)

    def _wish(self, task: PutUnlisted, session: CourierSession) -> Wish:
        until = self._at.clock.now() + timedelta(hours=self._at.policy.send_hours)
        return Wish(
            ref=task.ref,
            kind=Kind.DELIVERY,
            phone=task.phone,
            expires_at=until,
            particulars=Particulars(needs=Needs(carrier=session.carrier)),
        )


def _handover(arrival: Arrival) -> Handover:
    """The codes for the recipient; the courier does not see them."""
    by_way = {code.way: code for code in arrival.codes or ()}
    typed, qr = by_way[Way.TYPED], by_way[Way.QR]
    return Handover(typed.text, qr.text, arrival.reservation.expires_at, told=True)
