"""What technicians decide about a compartment: in use or not, for which size, what is broken."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from kiosk.domain.acts import By
from kiosk.domain.challenge import ServiceAct
from kiosk.domain.compartments import CompartmentFacts
from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.service.compartment_wishes import SizeName, Why, Wish, WishRefused
from kiosk.domain.flows.service.one_door import CarriedOut, CarryOut, LookUpParcel, ParcelFound
from kiosk.domain.flows.service.tickets import CloseTicket, ReadTickets, TicketsRead
from kiosk.domain.flows.staffed import Task
from kiosk.domain.layout import UnknownDoor
from kiosk.domain.model import Change, CompartmentFlag, Contents
from kiosk.domain.settling import caring
from kiosk.domain.tickets import Fault
from kiosk.ports_service import ServiceStore
from kiosk.services.collecting import Collecting
from kiosk.services.service_doors import OUT_OF_USE, ServiceDoors
from kiosk.services.tasks import Handler


class Refits(Protocol):
    """Has a compartment used otherwise than it was built, durably."""

    async def refit(self, label: str, change: Change, *, size: str | None = None) -> None: ...


class ServiceWishes:
    """Carries out what was chosen at the screen; each is a line of the journal and an event."""

    def __init__(
        self, store: ServiceStore, doors: ServiceDoors, fittings: Refits, collecting: Collecting
    ) -> None:
        self._store = store
        self._collecting = collecting
        self._doors = doors
        self._fittings = fittings

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            LookUpParcel: Handler(self._look_up, ParcelFound(None)),
            CarryOut: Handler(self._carry_out, CarriedOut(None, WishRefused.NO_MEMORY)),
            ReadTickets: Handler(self._tickets, TicketsRead(None)),
            CloseTicket: Handler(self._close, TicketsRead(None)),
        }

    async def _carry_out(self, task: CarryOut) -> CarriedOut:
        act = ServiceAct.CLEAR if task.wish is Wish.RETURN else None
        try:
            if not (visit := await self._doors.permitted(task.who, act)):
                return CarriedOut(None, WishRefused.NOT_ALLOWED)
            facts = await self._doors.inspection.one(visit, task.label)
            refused = await self._do(task, facts)
            return CarriedOut(await self._doors.inspection.one(visit, task.label), refused)
        except (StoreBroken, UnknownDoor):
            return CarriedOut(None, WishRefused.NO_MEMORY)

    async def _do(self, task: CarryOut, facts: CompartmentFacts) -> WishRefused | None:
        account = task.who.account
        match task.wish, task.choice:
            case Wish.RETURN, (Why() | None) as why:
                return await self._return(account, why, facts)
            case Wish.DISABLE, Why() as why:
                return await self._disable(account, why, facts)
            case Wish.RESIZE, str() as size:
                return await self._resize(account, size, facts)
            case Wish.TICKET, Fault() as fault:
                return await self._ticket(account, fault, facts)
            case _:
                # What opens a door is no wish, and each wish has its own kind of choice.
                return WishRefused.NOT_ALLOWED

    async def _return(
        self, account: str, why: Why | None, facts: CompartmentFacts
    ) -> WishRefused | None:
        """By proof, or by a reason and without it; then what lies inside stays as doubtful as it
        was, and no compartment is given away that is not proven empty: one in quarantine may have
        been open to anybody."""
        if facts.flag is None:
            return WishRefused.ALREADY
        if not await self._doors.look_again(facts.label):
            return WishRefused.DOOR_OPEN
        look = facts.look if facts.look is not None and facts.look.proves else None
        if look is None and why is None:
            return WishRefused.NOT_ALLOWED
        if look is not None and look.said is Contents.PARCEL and facts.lying is None:
            return WishRefused.NOT_EMPTY
        reason = why.value if why is not None else "looked"
        change = caring.returned(facts.label, facts.owner, account, look, reason)
        unseen = look is None and facts.flag is CompartmentFlag.QUARANTINED
        if unseen and facts.contents is Contents.EMPTY:
            change = replace(change, contents=Contents.MAYBE)
        await self._store.flag(facts.label, None, "", change)
        return None

    async def _disable(self, account: str, why: Why, facts: CompartmentFacts) -> WishRefused | None:
        if facts.flag in OUT_OF_USE:
            return WishRefused.ALREADY
        change = caring.disabled(facts.label, facts.owner, account, why.value)
        reason = f"technician: {why.value}"
        await self._store.flag(facts.label, CompartmentFlag.MAINTENANCE, reason, change)
        return None

    async def _resize(
        self, account: str, size: SizeName, facts: CompartmentFacts
    ) -> WishRefused | None:
        if size not in facts.sizes:
            return WishRefused.NOT_ALLOWED
        change = caring.refitted(facts.label, facts.owner, account, size)
        await self._fittings.refit(facts.label, change, size=size)
        return None

    async def _ticket(
        self, account: str, fault: Fault, facts: CompartmentFacts
    ) -> WishRefused | None:
        change = caring.ticket_opened(facts.label, facts.owner, account, fault)
        await self._store.open_ticket(facts.label, fault, account, change)
        return None

    async def _look_up(self, task: LookUpParcel) -> ParcelFound:
        """Of several that lie there the first: the others are taken out one after another."""
        visit = self._doors.visit(task.who)
        facts = await self._doors.inspection.one(visit, task.label)
        if not visit or task.why is None or facts.lying is None:
            return ParcelFound(None)
        known = await self._store.reservation(facts.lying.id)
        if known is None or known.compartment != task.label:
            return ParcelFound(None)
        found = await self._collecting.visit(known, By.TECHNICIAN)
        if found is not None:
            account, why = task.who.account, task.why.value
            await self._store.record(caring.entered(task.label, facts.owner, account, why))
        return ParcelFound(found)

    async def _tickets(self, task: ReadTickets) -> TicketsRead:
        return TicketsRead(await self._store.tickets() if self._doors.visit(task.who) else None)

    async def _close(self, task: CloseTicket) -> TicketsRead:
        if not self._doors.visit(task.who):
            return TicketsRead(None)
        found = [one for one in await self._store.tickets() if one.id == task.ticket]
        for one in found:
            account = task.who.account
            owner = self._doors.owner_of(one.label)
            change = caring.ticket_closed(one.label, owner, account, one.fault)
            await self._store.close_ticket(one.id, account, change)
        return TicketsRead(await self._store.tickets())
