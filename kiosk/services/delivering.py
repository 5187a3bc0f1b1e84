"""A courier's parcel on its way in: its door made ready, and who hears that it lies there."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from kiosk.domain import settling
from kiosk.domain.access import WAITING, is_free
from kiosk.domain.acts import By
from kiosk.domain.couriers import CourierSession, Permission
from kiosk.domain.errors import KioskError
from kiosk.domain.flows.courier.loading import (
    DoorReady,
    NotReady,
    PutIn,
    RecipientTold,
    TellRecipient,
)
from kiosk.domain.flows.staffed import Task
from kiosk.domain.flows.visit import Visit
from kiosk.domain.layout import Owner, UnknownDoor
from kiosk.domain.model import Confidence, Contents, Purpose, Reservation, ReservationId
from kiosk.domain.particulars import Contact
from kiosk.domain.round import Verdict
from kiosk.domain.settling import courier as told_by_courier
from kiosk.services.courier_loads import IN, beside
from kiosk.services.courier_round import Premises, is_deliverable
from kiosk.services.courier_visits import CourierVisits
from kiosk.services.offline_share import OfflineShare
from kiosk.services.sync import Freshness
from kiosk.services.tasks import Handler

log = logging.getLogger(__name__)


class Unready(KioskError):
    """It is not put in now; the text is the reason's one word."""

    def __init__(self, why: Verdict) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Known:
    """A reservation as it is now, and how sure that is."""

    reservation: Reservation
    confidence: Confidence


class Delivering:
    """Judges once more at the door: what was planned may be true no longer."""

    def __init__(
        self,
        premises: Premises,
        visits: CourierVisits,
        offline: OfflineShare,
        *,
        closed: Callable[[], bool],
        told: Callable[[], None],
        reaches: Callable[[Contact], bool],
    ) -> None:
        self.closed = closed
        """Whether nothing new is taken in."""
        self.told = told
        """Hears that the outbox may have work."""
        self.reaches = reaches
        """Whether the kiosk itself can write to this person."""
        self._at = premises
        self._visits = visits
        self._offline = offline

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            PutIn: Handler(self.ready, NotReady()),
            TellRecipient: Handler(self.tell, RecipientTold()),
        }

    async def ready(self, task: PutIn) -> DoorReady | NotReady:
        """Read it again, set its compartment aside, and open for it."""
        try:
            session = self._session()
            known = await self._current(task.scan.reservation, session)
            return DoorReady(await self._visit(known, task))
        except Unready as unready:
            return NotReady(unready.why)

    async def may_open(self, visit: Visit) -> bool:
        """Asked before every intent: at a door that stayed shut a second try comes much later."""
        if visit.by is not By.COURIER or visit.purpose is Purpose.PICKUP:
            return True
        if visit.opened or visit.owes or visit.settled:
            return True  # it was begun, and is seen to its end
        session = self._at.session()
        if session is None or (visit.beside and not session.may(Permission.TAKE_OUT)):
            return False
        if visit.carried:
            live = await self._at.store.live_reservations()
            others = {r.compartment for r in live if r.id != visit.reservation}
            return visit.label == visit.carried or visit.label not in others
        known = await self._at.store.reservation(visit.reservation)
        if known is None or known.state not in WAITING:
            return False
        return known.compartment == visit.label

    async def tell(self, task: TellRecipient) -> RecipientTold:
        """Whether somebody writes to the recipient because of this deposit."""
        visit = task.visit
        if visit.owner is Owner.LOCAL:
            contact = await self._at.store.contact(visit.reservation)
            return RecipientTold(contact is not None and self.reaches(contact))
        if visit.rules.notifies:
            return RecipientTold()
        await self._at.store.record(told_by_courier.notified(visit))
        self.told()
        return RecipientTold(told=True)

    def _session(self) -> CourierSession:
        session = self._at.session()
        if session is None or not session.may(Permission.PUT_IN):
            raise Unready(Verdict.FAILED)
        if self.closed():
            raise Unready(Verdict.NOT_NOW)
        return session

    async def _current(self, name: ReservationId | None, session: CourierSession) -> Known:
        """Raises Unready for what is not, or no longer, to be put in."""
        known = await self._at.store.reservation(name) if name else None
        if known is None:
            raise Unready(Verdict.UNKNOWN)
        confidence = Confidence.CLOUD
        if self._is_old(known) and self._at.sync is not None:
            freshness = await self._at.sync.refresh(known.id)
            known = await self._at.store.reservation(known.id) or known
            if freshness is Freshness.GONE:
                raise Unready(Verdict.UNKNOWN)
            if freshness is Freshness.FRESH:
                self._offline.used = 0
            else:
                confidence = Confidence.CACHED
        if not session.handles(known.particulars.needs.carrier):
            raise Unready(Verdict.UNKNOWN)
        if not is_deliverable(known, self._at):
            raise Unready(Verdict.ALREADY_IN if known.state in IN else Verdict.NOT_NOW)
        if confidence is Confidence.CACHED:
            await self._judge_offline(known)
        return Known(known, confidence)

    def _is_old(self, reservation: Reservation) -> bool:
        if reservation.owner is Owner.LOCAL or self._at.sync is None:
            return False
        if self._at.rules[reservation.owner].front and self._at.sync.online is False:
            return True
        age = self._at.clock.now() - reservation.read_at
        return not timedelta(0) <= age <= timedelta(seconds=self._at.policy.fresh)

    async def _judge_offline(self, reservation: Reservation) -> None:
        """Into what is proven empty only, and never the whole bank (rule 10). Raises Unready."""
        rules = self._at.rules[reservation.owner]
        room = self._offline.has_room(await self._at.store.holdings())
        if rules.front or not rules.offline_dropoff or not room:
            raise Unready(Verdict.NO_LINE)

    async def _visit(self, known: Known, task: PutIn) -> Visit:
        """With its compartment chosen at last, or another one in its place. Raises Unready."""
        reservation, label = known.reservation, task.scan.label
        shared = task.scan.verdict is Verdict.SHARED
        async with self._at.local.one_at_a_time:
            await self._must_be_free(reservation, label, task, shared=shared)
            try:
                new = self._visits.put_in(
                    reservation,
                    label,
                    confidence=known.confidence,
                    rear=task.shift.rear,
                    beside=shared,
                )
            except UnknownDoor:
                raise Unready(Verdict.DOOR_OUT) from None
            if reservation.compartment is None:
                await self._at.store.record(settling.placed(new, label))
            elif reservation.compartment != label:
                old = self._visits.put_in(reservation, confidence=known.confidence)
                moved = settling.moved(old, new, Contents.EMPTY)
                await self._at.store.record(replace(moved, contents=None))
        if known.confidence is Confidence.CACHED:
            self._offline.used += 1
        self.told()
        return new

    async def _must_be_free(
        self, reservation: Reservation, label: str, task: PutIn, *, shared: bool
    ) -> None:
        at, rules = self._at, self._at.rules[reservation.owner]
        planned_from = task.scan.parcel.label if task.scan.parcel else ""
        if reservation.compartment not in {None, label, planned_from}:
            # Its cloud has given it another one since: that is not changed back.
            raise Unready(Verdict.DOOR_OUT)
        if label == reservation.compartment:
            holding = (await at.store.holdings()).get(label)
            if holding is not None and not is_free(holding):
                raise Unready(Verdict.DOOR_OUT)
            return
        may = rules.moves_compartment if reservation.compartment else rules.chooses_compartment
        if not may:
            raise Unready(Verdict.DOOR_OUT)
        if shared:
            places = await beside(at, reservation) if rules.shares_compartment else ()
        else:
            needs = replace(reservation.particulars.needs, rear=True)
            needs = needs if task.shift.rear else reservation.particulars.needs
            places = [c.label for c in await at.local.free(reservation.owner, needs)]
        if label not in places:
            raise Unready(Verdict.FULL)
