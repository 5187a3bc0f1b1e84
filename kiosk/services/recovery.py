"""After a start: what became of the doors whose unlock was never seen to its end.

Nothing is ever fired again by itself; the sensors are read and the ledger follows them.
"""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping

from kiosk.domain import settling
from kiosk.domain.errors import BoardError, StoreBroken
from kiosk.domain.layout import Door, DoorId, DoorState, Layout, Owner
from kiosk.domain.model import (
    MEMORY_LOST,
    Change,
    CompartmentFlag,
    Contents,
    Intent,
    IntentState,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
)
from kiosk.domain.rules import CloudRules
from kiosk.ports import Store
from kiosk.services.contacts import Contacts

log = logging.getLogger(__name__)

EVERY = 0.2
"""Seconds between two looks for a door that could not be read at the start."""
EVERY_PROOF = 1.0
"""Seconds between two looks into compartments whose contents the kiosk has forgotten."""


class Recovery:
    """Takes up each door once, as soon as it can be read, before anybody is served there."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        contacts: Contacts,
        rules: Mapping[Owner, CloudRules],
        hides: Callable[[Door], bool] | None = None,
    ) -> None:
        """``hides`` says of which doors nothing will ever be seen (mode front)."""
        self._layout = layout
        self._store = store
        self._contacts = contacts
        self._rules = rules
        self._hides = hides or (lambda _door: False)
        self._unread = {door.id for door in layout.doors()}
        self._begun: frozenset[str] = frozenset()
        self._undecided: set[ReservationId] = set()
        """Whose drop-off was under way when the power went."""
        self._forgotten = False
        """Whether contents were forgotten that a sensor may still prove."""

    def waits_for(self, door: DoorId) -> bool:
        """Whether this door has not been taken up yet."""
        return door in self._unread

    async def settle(self) -> None:
        """Read every door once and settle what it shows; a wire that is silent has time."""
        self._begun = frozenset(i.id for i in await self._store.unsettled_intents())
        live = await self._store.live_reservations()
        self._undecided = {r.id for r in live if r.state is ReservationState.DEPOSITING}
        wires = {door.address.wire for door in self._layout.doors()}
        await asyncio.gather(*(self._read(wire) for wire in wires))
        await self._take_up()
        self._forgotten = await self._prove()

    async def run(self) -> None:
        """Take up the doors of wires that answer later, and what sensors prove later."""
        while self._unread or self._forgotten:
            await asyncio.sleep(EVERY if self._unread else EVERY_PROOF)
            try:
                await self._take_up()
                self._forgotten = self._forgotten and await self._prove()
            except StoreBroken:
                log.exception("what the doors show could not be recorded, tried again")

    async def _read(self, wire: str) -> None:
        """Twice, for once is no proof of what lies inside."""
        try:
            for _ in range(2):
                await self._contacts.read(wire)
        except BoardError as error:
            log.error("wire %s does not answer at the start: %s", wire, type(error).__name__)

    async def _take_up(self) -> None:
        unread = [door for door in self._layout.doors() if door.id in self._unread]
        known = [d for d in unread if self._shows(d) or self._hides(d)]
        doors = [d for d in known if self._contacts.weighed(d)]
        if not doors:
            return
        unsettled = await self._store.unsettled_intents()
        for door in doors:
            begun = [i for i in unsettled if i.door == door.id and i.id in self._begun]
            if self._contacts.state(door.id) is DoorState.OPEN:
                await self._open(door, begun)
            else:
                await self._shut(door, begun)
            self._unread.discard(door.id)
        await self._tell_deposits()

    def _shows(self, door: Door) -> bool:
        return self._contacts.state(door.id) is not DoorState.UNKNOWN

    async def _tell_deposits(self) -> None:
        """A door seen shut on a drop-off, before anybody was told: told now, and unconfirmed."""
        for name in tuple(self._undecided):
            reservation = await self._store.reservation(name)
            if reservation is None or reservation.state is not ReservationState.DEPOSITING:
                self._undecided.discard(name)
                continue
            fired = await self._store.intents_of(f"{name}:{Purpose.DROPOFF.value}")
            shut = any(_was_shut(i, reservation) for i in fired)
            in_hand = {i.id for i in await self._store.unsettled_intents()} & {i.id for i in fired}
            if shut and not in_hand:
                await self._store.record(settling.deposit_owed(reservation))
                self._undecided.discard(name)

    async def _shut(self, door: Door, begun: Collection[Intent]) -> None:
        """Found shut, or not to be seen: then all that was in hand stays unproved just the same."""
        found = "found shut" if self._shows(door) else "not shown"
        for intent in begun:
            change = await self._found_shut(intent, door)
            log.warning("door %s, %s, is %s", door.id, intent.state.value, found)
            await self._store.settle_intent(intent.id, IntentState.CLOSED, change)
        label = door.id.partition("/")[0]
        holding = (await self._store.holdings()).get(label)
        others = [d for d in self._layout.compartment(label).doors if d.id != door.id]
        if any(self._contacts.state(one.id) is DoorState.OPEN for one in others):
            return
        if holding is not None and holding.flag is CompartmentFlag.LEFT_OPEN:
            line = "compartment.shut" if self._shows(door) else "compartment.not_shown"
            await self._store.flag(label, None, "", Change(line, compartment=label))

    async def _prove(self) -> bool:
        """Give back what was forgotten and a sensor sees; answers whether one may see more."""
        holdings = await self._store.holdings()
        waits = False
        for compartment in self._layout.compartments():
            holding = holdings.get(compartment.label)
            seeing = [door for door in compartment.doors if door.senses_occupancy]
            if holding is None or holding.reason != MEMORY_LOST or not seeing:
                continue
            contents = self._seen(compartment.doors, seeing)
            if contents is None:
                waits = True
                continue
            proven = Change("compartment.proven", compartment=holding.label, contents=contents)
            await self._store.flag(holding.label, None, "", proven)
        return waits

    def _seen(self, doors: Collection[Door], seeing: Collection[Door]) -> Contents | None:
        """What lies behind shut doors, when all sensors say the same twice."""
        if any(self._contacts.state(door.id) is not DoorState.SHUT for door in doors):
            return None
        said = {self._contacts.occupied(door.id) for door in seeing}
        if said == {False}:
            return Contents.EMPTY
        return Contents.PARCEL if said == {True} else None

    async def _open(self, door: Door, begun: Collection[Intent]) -> None:
        label = door.id.partition("/")[0]
        holding = (await self._store.holdings()).get(label)
        flag = holding.flag if holding else None
        if not begun and flag is None and self._rules[Owner.CLOUD].front:
            return  # the vendor's machine opens doors of its own accord
        if not begun and flag is None:
            owner = self._layout.compartment(label).owner
            change = settling.spontaneous(label, owner, "door.open_at_start")
            await self._store.flag(label, CompartmentFlag.LEFT_OPEN, "open at start", change)
            return
        for intent in begun:
            # Whoever comes is asked to shut it, and only then it is settled.
            if intent.state is not IntentState.LEFT_OPEN:
                log.warning("door %s, %s, is found open", door.id, intent.state.value)
                change = await self._found_open(intent)
                await self._store.settle_intent(intent.id, IntentState.LEFT_OPEN, change)
        if flag is not CompartmentFlag.LEFT_OPEN:
            left = Change("compartment.left_open", compartment=label)
            await self._store.flag(label, CompartmentFlag.LEFT_OPEN, "found at start", left)

    async def _found_open(self, intent: Intent) -> Change:
        reservation = await self._reservation(intent)
        rules = self._rules[reservation.owner if reservation else Owner.LOCAL]
        return settling.found_open(intent, reservation, rules)

    async def _found_shut(self, intent: Intent, door: Door) -> Change:
        reservation = await self._reservation(intent)
        if intent.state is IntentState.UNLOCKING or reservation is None:
            return settling.outcome_unknown(intent, reservation)
        occupied = self._contacts.occupied(door.id)
        return settling.shut_late(intent, reservation, occupied, self._rules[reservation.owner])

    async def _reservation(self, intent: Intent) -> Reservation | None:
        if intent.reservation is None:
            return None
        return await self._store.reservation(intent.reservation)


def _was_shut(intent: Intent, reservation: Reservation) -> bool:
    """Whether this unlock of the reservation's own compartment was seen to its end."""
    there = intent.door.partition("/")[0] == reservation.compartment
    return there and intent.state is IntentState.CLOSED
