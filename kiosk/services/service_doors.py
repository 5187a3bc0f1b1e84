"""Doors in a technician's hands: fired like any other, and what was seen inside is recorded.

The screen's word is not enough: each time the session itself is asked who is in service mode.
"""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.domain.acts import By
from kiosk.domain.challenge import ServiceAct
from kiosk.domain.compartments import Finding, Look
from kiosk.domain.errors import BoardError, StoreBroken
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.service.door_in_hand import (
    Hand,
    HasLetGo,
    InsideNoted,
    LetGo,
    NoteInside,
    NotUnlocked,
    Unlock,
    Unlocked,
)
from kiosk.domain.flows.service.doors import BankRead, ReadBank
from kiosk.domain.flows.service.one_door import CompartmentRead, ReadCompartment
from kiosk.domain.flows.staffed import Task
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import DoorState, Layout, Owner, UnknownDoor
from kiosk.domain.model import CompartmentFlag, Contents, Reservation
from kiosk.domain.settling import caring, inspecting, takings
from kiosk.ports_service import ServiceStore
from kiosk.services.contacts import Contacts
from kiosk.services.doors import Doors
from kiosk.services.inspection import Inspection
from kiosk.services.orders import Opened, Order, Stayed
from kiosk.services.tasks import Handler
from kiosk.services.technicians import Technicians

UNEXPECTED = "parcel nobody knows"
OUT_OF_USE = {CompartmentFlag.QUARANTINED, CompartmentFlag.MAINTENANCE}
SAYS_SOMETHING = 1.0
"""Seconds for a contact that was not believed to say something again."""


@dataclass(frozen=True, slots=True)
class ServiceHands:
    """All that service mode needs at doors."""

    layout: Layout
    store: ServiceStore
    doors: Doors
    contacts: Contacts
    technicians: Technicians


class ServiceDoors:
    """Opens one door after another for whoever is in service mode, and records what they see."""

    def __init__(self, hands: ServiceHands, moves: Callable[[Reservation], bool]) -> None:
        """``moves``: whether its cloud is told of another compartment."""
        self._layout = hands.layout
        self._store = hands.store
        self._doors = hands.doors
        self._contacts = hands.contacts
        self._technicians = hands.technicians
        self.inspection = Inspection(hands.layout, hands.store, hands.contacts)
        self._moves = moves
        self._right = ""

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        failed = InsideNoted(Finding.NOT_RECORDED)
        return {
            ReadBank: Handler(self._bank, BankRead(None)),
            ReadCompartment: Handler(self._one, CompartmentRead(None)),
            Unlock: Handler(self._unlock, NotUnlocked(Failure.BOARD)),
            NoteInside: Handler(self._note, failed),
            LetGo: Handler(self._let_go, HasLetGo()),
        }

    def visit(self, who: Staffer, act: ServiceAct | None = None) -> str:
        """The id of this person's visit; "" where the person may not do that."""
        session = self._technicians.session
        if session is not None and session.account == who.account:
            return session.id
        return f"allowed:{who.account}" if act is not None and who.offline_act is act else ""

    async def permitted(self, who: Staffer, act: ServiceAct | None = None) -> str:
        """The same, asked before something is done: an account may have been disabled since the
        back office allowed its act. Raises StoreBroken."""
        visit = self.visit(who, act)
        if visit and who.offline_act and not await self._technicians.is_enabled(who.account):
            return ""
        return visit

    def owner_of(self, label: str) -> Owner:
        """Who hears of a compartment; one that the layout no longer has is the kiosk's own."""
        try:
            return self._layout.compartment(label).owner
        except UnknownDoor:
            return Owner.LOCAL

    async def look_again(self, label: str) -> bool:
        """Whether all its doors are seen shut at this moment: what a board said before it fell
        silent is no answer. A contact that was faulty is believed anew, for somebody stands there.
        Raises StoreBroken, UnknownDoor."""
        doors = self._layout.compartment(label).doors
        for door in doors:
            if self._contacts.state(door.id) is DoorState.UNKNOWN:
                self._contacts.trust(door.id)
            try:
                await self._answer(door.address.wire, label)
            except BoardError:
                return False
        return self._all_shut(label)

    def _all_shut(self, label: str) -> bool:
        doors = self._layout.compartment(label).doors
        return all(self._contacts.state(door.id) is DoorState.SHUT for door in doors)

    async def _answer(self, wire: str, label: str) -> None:
        """Until the contacts of a compartment say something; bounces are waited out."""
        doors = self._layout.compartment(label).doors
        try:
            async with asyncio.timeout(SAYS_SOMETHING):
                while True:
                    await self._contacts.read(wire)
                    if all(self._contacts.state(d.id) is not DoorState.UNKNOWN for d in doors):
                        return
                    await asyncio.sleep(0.02)
        except TimeoutError:
            return

    async def _bank(self, task: ReadBank) -> BankRead:
        return BankRead(await self.inspection.bank(self._reader(task.who)))

    async def _one(self, task: ReadCompartment) -> CompartmentRead:
        try:
            return CompartmentRead(await self.inspection.one(self._reader(task.who), task.label))
        except UnknownDoor:
            return CompartmentRead(None)

    def _reader(self, who: Staffer) -> str:
        return self.visit(who, who.offline_act)

    async def _unlock(self, task: Unlock) -> Unlocked | NotUnlocked:
        hand = task.hand
        try:
            visit = await self.permitted(hand.who, ServiceAct.OPEN)
            if not visit or not await self._may_enter(hand, visit):
                return NotUnlocked(Failure.OUT_OF_USE)
        except StoreBroken:
            return NotUnlocked(Failure.NO_MEMORY)
        if hand.pulse == 1:
            # A right of its own: pulses and openings of one touch do not count for another.
            self._right = f"service:{visit}:{hand.label}:{secrets.token_hex(4)}"
        self.inspection.forget(visit, hand.label)
        if self._contacts.state(hand.door) is DoorState.UNKNOWN:
            await self.look_again(hand.label)
        order = Order(hand.door, self._right, By.TECHNICIAN.value, hand.pulse)
        match await self._doors.open(order):
            case Opened(intent):
                return Unlocked(intent)
            case Stayed(Failure.JAMMED, intent) if not self._is_shut(hand):
                return NotUnlocked(Failure.UNHEARD, intent)  # its contact says nothing
            case Stayed(failure, intent):
                return NotUnlocked(failure, intent)

    def _is_shut(self, hand: Hand) -> bool:
        return self._contacts.state(hand.door) is DoorState.SHUT

    async def _may_enter(self, hand: Hand, visit: str) -> bool:
        """Where somebody's parcel lies it is said why, and that is told before the lock fires;
        the screen may not know yet that one lies there."""
        if not (await self.inspection.one(visit, hand.label)).is_occupied:
            return True
        if hand.why is None:
            return False
        if hand.pulse == 1:
            account, why = hand.who.account, hand.why.value
            await self._store.record(caring.entered(hand.label, hand.owner, account, why))
        return True

    async def _note(self, task: NoteInside) -> InsideNoted:
        """Rule 4(b): who opened, looked and shut says what lies there."""
        hand, said = task.hand, task.said
        visit = await self.permitted(hand.who, ServiceAct.OPEN)
        if not visit:
            return InsideNoted(Finding.NOT_RECORDED)
        try:
            if not self._all_shut(hand.label):
                said = Contents.MAYBE  # its other door stands open to anybody
            seen = await self.inspection.look(hand.label, said)
            look = seen.look
            await self._write_down(task, look)
            for reservation in seen.missing:
                await self._store.record(inspecting.missing(reservation))
            for reservation, label in seen.found:
                told = self._moves(reservation)
                change = takings.found_at(reservation, label, By.TECHNICIAN, told=told)
                await self._store.record(change)
        except StoreBroken:
            return InsideNoted(Finding.NOT_RECORDED)
        if not hand.who.offline_act:
            # Who was let in for one act has no visit that could go on.
            self.inspection.remember(visit, hand.label, look)
        return InsideNoted(look.finding, look.expected)

    async def _write_down(self, task: NoteInside, look: Look) -> None:
        hand, account = task.hand, task.hand.who.account
        await self._store.record(inspecting.looked(hand.label, account, look))
        holding = (await self._store.holdings()).get(hand.label)
        if look.finding is Finding.UNKNOWN_PARCEL:
            change = caring.unknown_parcel(hand.label, hand.owner, account)
            if holding is not None and holding.flag in OUT_OF_USE:
                await self._store.record(change)  # taking it out does not mend the compartment
            else:
                await self._store.flag(hand.label, CompartmentFlag.QUARANTINED, UNEXPECTED, change)
            return
        emptied = look.said is Contents.EMPTY and holding is not None
        if emptied and holding is not None and holding.reason == UNEXPECTED:
            change = caring.returned(hand.label, hand.owner, account, look, "taken out")
            await self._store.flag(hand.label, None, "", change)

    async def _let_go(self, _task: LetGo) -> HasLetGo:
        self._doors.end_visit(By.TECHNICIAN.value)
        return HasLetGo()
