"""What a courier scanned: which parcel it is, whether it may go in, and where."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.domain import codes, expiry, planner
from kiosk.domain.codes import DeliveryQr
from kiosk.domain.couriers import CourierSession, Permission
from kiosk.domain.flows.courier.loading import LoadPlanned, PlanLoad, Scan
from kiosk.domain.flows.staffed import Task
from kiosk.domain.model import (
    Claim,
    Contents,
    Kind,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
)
from kiosk.domain.particulars import Contact
from kiosk.domain.planner import Bank, Lack, Wanted
from kiosk.domain.round import Errand, Verdict
from kiosk.services.courier_round import Premises, cause_of, is_deliverable, named, parcel
from kiosk.services.tasks import Handler

log = logging.getLogger(__name__)

S = ReservationState
IN = frozenset({S.STORED, S.OPENED, S.COLLECTING, S.SETTLING, S.FINISHED})
LACKS = {
    Lack.TOO_BIG: Verdict.TOO_BIG,
    Lack.SIZE_UNKNOWN: Verdict.SIZE_UNKNOWN,
    Lack.FULL: Verdict.FULL,
    Lack.DOOR_OUT: Verdict.DOOR_OUT,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """One scan and the reservation it means."""

    scan: Scan
    reservation: Reservation | None = None


class CourierLoads:
    """Judges what was scanned and plans where it goes; sets nothing aside."""

    def __init__(self, premises: Premises) -> None:
        self._at = premises

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {PlanLoad: Handler(self.plan, LoadPlanned())}

    async def plan(self, task: PlanLoad) -> LoadPlanned:
        """Judge all that was scanned as one batch."""
        session = self._at.session()
        if session is None or not session.may(Permission.PUT_IN):
            failed = (replace(scan, verdict=Verdict.FAILED) for scan in task.scans)
            return LoadPlanned(tuple(failed))
        seen: set[ReservationId] = set()
        judged = []
        for scan in task.scans:
            found = await self._judged(scan, session)
            which = found.reservation.id if found.reservation else None
            if which is not None and which in seen:
                found = Judged(replace(found.scan, verdict=Verdict.TWICE))
            elif which is not None:
                seen.add(which)
            judged.append(found)
        return LoadPlanned(await self._placed(judged, task))

    async def _judged(self, scan: Scan, session: CourierSession) -> Judged:
        reservation = await self._found(scan, session)
        bare = replace(scan, parcel=None, label="", place=0, size="")
        if reservation is None:
            return Judged(replace(bare, verdict=Verdict.UNKNOWN))
        verdict, errand = self._verdict(reservation)
        row = parcel(reservation, errand)
        return Judged(replace(bare, verdict=verdict, parcel=row), reservation)

    async def _found(self, scan: Scan, session: CourierSession) -> Reservation | None:
        """The reservation of this label, if it is one of this carrier's."""
        if scan.parcel is not None:
            known = await self._at.store.reservation(scan.parcel.reservation)
            candidates: Iterable[Reservation] = (known,) if known else ()
        else:
            candidates = await self._meant(scan.text)
            if not any(candidates) and self._at.sync is not None:
                await self._at.sync.on_unknown_code()
                candidates = await self._meant(scan.text)
        mine = [r for r in candidates if session.handles(r.particulars.needs.carrier)]
        waiting = [r for r in mine if is_deliverable(r, self._at)]
        # Of two with one number the one that waits is meant; of two that wait, neither.
        best = waiting or mine
        return best[0] if len(best) == 1 else None

    async def _meant(self, text: str) -> Sequence[Reservation]:
        """By the number on the label, or by the drop-off code a label may carry.

        A code only finds here: what the courier may do follows from who is logged in.
        """
        store = self._at.store
        lying = (*await store.live_reservations(), *await store.ended_lying())
        if found := await named(self._at, lying, text):
            return found
        claims = [c for c in await self._claims(text) if c.purpose is Purpose.DROPOFF]
        by_code = {claim.reservation.id: claim.reservation for claim in claims}
        if by_code:
            return tuple(by_code.values())
        ended = await store.reservation(ReservationId(text.strip()))
        return (ended,) if ended else ()

    async def _claims(self, text: str) -> Sequence[Claim]:
        store = self._at.store
        match codes.parse_scanned(text):
            case DeliveryQr(Purpose.DROPOFF, reservation, code):
                return await store.qr_claims(reservation, Purpose.DROPOFF, code)
            case codes.TypedCode(typed):
                return (*await store.token_claims(text), *await store.typed_claims(typed))
            case codes.LocalQr(token):
                return await store.token_claims(token)
            case codes.Unknown(text=plain) if plain:
                return await store.token_claims(plain)
            case _:
                return ()

    def _verdict(self, reservation: Reservation) -> tuple[Verdict, Errand]:
        if is_deliverable(reservation, self._at):
            return Verdict.FITS, Errand.DELIVER
        if cause_of(reservation, self._at.clock.now()) is not None:
            return Verdict.TO_COLLECT, Errand.COLLECT
        if reservation.state in IN:
            return Verdict.ALREADY_IN, Errand.DELIVER
        return Verdict.NOT_NOW, Errand.DELIVER

    async def _placed(self, judged: Sequence[Judged], task: PlanLoad) -> tuple[Scan, ...]:
        """Where each goes that may go in."""
        going = [one for one in judged if one.scan.is_due]
        if not going:
            return tuple(one.scan for one in judged)
        bank = await self._bank(task, going)
        wanted = [await self._wanted(one, bank) for one in going if one.reservation]
        made = planner.plan(bank, wanted)
        stops = {stop.key: (place, stop) for place, stop in enumerate(made.stops)}
        placed = []
        for one in judged:
            key = one.reservation.id if one.reservation else ""
            scan = one.scan
            if key in made.lacks and scan.is_due:
                tried = self._tried(task, scan)
                why = Verdict.STUCK if tried in task.avoid else LACKS[made.lacks[key]]
                scan = replace(scan, verdict=why)
            elif key in stops and scan.is_due:
                place, stop = stops[key]
                size = self._at.layout.compartment(stop.label).size
                verdict = Verdict.SHARED if stop.shared else Verdict.FITS
                scan = replace(scan, verdict=verdict, label=stop.label, place=place, size=size)
            placed.append(scan)
        return tuple(placed)

    @staticmethod
    def _tried(task: PlanLoad, scan: Scan) -> str:
        """The door it was to go into before."""
        return next((one.label for one in task.scans if one.text == scan.text), "")

    async def _bank(self, task: PlanLoad, going: Sequence[Judged]) -> Bank:
        at, owners = self._at, {one.reservation.owner for one in going if one.reservation}
        free = {c.label for owner in owners for c in await at.local.free(owner)}
        taken = {c.label for c in at.layout.compartments()} - free
        holdings = await at.store.holdings()
        return Bank(at.layout, holdings, taken, task.avoid, rear=task.shift.rear)

    async def _wanted(self, one: Judged, bank: Bank) -> Wanted:
        reservation = one.reservation
        assert reservation is not None
        rules = self._at.rules[reservation.owner]
        has = reservation.compartment
        return Wanted(
            reservation.id,
            reservation.owner,
            one.scan.sized or reservation.size,
            reservation.particulars.needs,
            has,
            rules.chooses_compartment if has is None else rules.moves_compartment,
            tuple(await beside(self._at, reservation)) if rules.shares_compartment else (),
        )


async def beside(
    at: Premises, reservation: Reservation, contact: Contact | None = None
) -> Sequence[str]:
    """The compartments in which only parcels of the same person and carrier lie.

    There are none for a courier who may not take parcels out: such a door shows other parcels.
    """
    session = at.session()
    if session is None or not session.may(Permission.TAKE_OUT):
        return ()
    contact = contact or await at.store.contact(reservation.id)
    if contact is None:
        return ()
    holdings, found = await at.store.holdings(), []
    for label, whose in (await at.store.lying()).items():
        holding = holdings.get(label)
        lies = holding is not None and holding.contents is Contents.PARCEL and holding.flag is None
        if lies and whose and all([await _same(at, one, reservation, contact) for one in whose]):
            found.append(label)
    return sorted(found)


async def _same(at: Premises, name: ReservationId, new: Reservation, contact: Contact) -> bool:
    other = await at.store.reservation(name)
    if other is None or other.owner is not new.owner or other.kind is not Kind.DELIVERY:
        return False
    carriers = {r.particulars.needs.carrier for r in (other, new)}
    stays = other.state is S.STORED and not expiry.is_over(other, at.clock.now())
    known = await at.store.contact(name)
    return stays and len(carriers) == 1 and known is not None and is_same(known, contact)


def is_same(one: Contact, other: Contact) -> bool:
    """Whether two are one person: by telephone number or e-mail address, never by name."""
    phones = {codes.normalise(c.phone) for c in (one, other)}
    mails = {c.email.strip().casefold() for c in (one, other)}
    return (len(phones) == 1 and "" not in phones) or (len(mails) == 1 and "" not in mails)
