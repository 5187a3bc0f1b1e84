"""Opens one door from afar, like any other: intent first, believing the sensor, never beside
anybody who is here."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.domain import obeyed
from kiosk.domain.commands import Command
from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.shut import LAST_STAGE
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import Compartment, Door, DoorState, Layout, Owner
from kiosk.domain.model import Change, CompartmentFlag, IntentState, ReservationId
from kiosk.domain.obeyed import REMOTE
from kiosk.ports import Clock, Store
from kiosk.services.contacts import Contacts
from kiosk.services.doors import Doors
from kiosk.services.orders import Opened, Order, Stayed
from kiosk.services.waiting import Sleep

log = logging.getLogger(__name__)

LOOKS_EVERY = 0.5
"""Seconds between two looks whether the kiosk is free."""
TRIED_AGAIN = 1.0


@dataclass(frozen=True, slots=True)
class Hand:
    """The door that was opened from afar."""

    command: Command
    label: str
    owner: Owner
    intent: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """What that door did."""

    hand: Hand
    state: IntentState
    occupied: bool | None = None
    taken: Change | None = None
    """Another's order has taken its place."""


class RemoteDoors:
    """Nobody stands at the screen for these doors: what they do is settled here."""

    def __init__(
        self,
        layout: Layout,
        doors: Doors,
        contacts: Contacts,
        store: Store,
        clock: Clock,
        *,
        somebody: Callable[[], bool],
        told: Callable[[], None],
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._somebody = somebody
        """Whether somebody is in a journey."""
        self._told = told
        """Hears that something was recorded."""
        self._layout = layout
        self._doors = doors
        self._contacts = contacts
        self._store = store
        self._clock = clock
        self._sleep = sleep
        self._hand: Hand | None = None
        self._moves: asyncio.Queue[Move] = asyncio.Queue()
        self._people = (doors.owner_shut, doors.still_open, doors.opened_late)
        doors.owner_shut, doors.still_open = self._shut, self._still_open
        doors.opened_late = self._opened_late
        doors.gives_way = self._gives_way

    async def open(
        self, command: Command, compartment: Compartment, reservation: ReservationId | None = None
    ) -> str:
        """Open it once; "" when the sensor showed it open, else why not. Raises StoreBroken."""
        if self._somebody():
            return Failure.BUSY.value  # they came while it was looked up which door that is
        self._hand = Hand(command, compartment.label, compartment.owner)
        order = Order(
            door=compartment.front.id,
            authorisation=f"{REMOTE}:{command.id}",
            actor=REMOTE,
            pulse=1,
            reservation=reservation,
        )
        match await self._doors.open(order):
            case Opened(intent):
                self._hand = replace(self._hand, intent=intent)
                change = obeyed.opened(command, compartment.label, reservation)
                await self._store.settle_intent(intent, IntentState.OPENED, change)
                return ""
            case Stayed(failure, intent):
                if intent is not None:
                    self._let_go()
                    change = obeyed.stuck(command, compartment.label, failure)
                    await self._store.settle_intent(intent, IntentState.FAILED, change)
                self._hand = None
                return failure.value

    async def run(self) -> None:
        """Settle what the doors do, for ever."""
        while True:
            move = await self._moves.get()
            try:
                await self._settle(move)
            except StoreBroken:
                log.exception("door %s: not recorded, tried again", move.hand.label)
                self._moves.put_nowait(move)
                await self._sleep(TRIED_AGAIN)
            self._told()

    async def quiet(self, until: datetime) -> bool:
        """Wait until nobody is here and no other door is in hand; not for ever."""
        while self._somebody() or self._holds():
            if self._clock.now() >= until:
                return False
            await self._sleep(LOOKS_EVERY)
        return self._clock.now() < until

    def _holds(self) -> bool:
        """Whether the last door opened from afar is still ours and stands open."""
        hand = self._hand
        if hand is None or not self._is_mine():
            return False
        door = self._layout.compartment(hand.label).front
        return self._contacts.state(door.id) is not DoorState.SHUT

    def _is_mine(self) -> bool:
        order = self._doors.order
        return order is not None and order.actor == REMOTE

    def _let_go(self) -> None:
        if self._is_mine():
            self._doors.end_visit(REMOTE)

    def _shut(self, occupied: bool | None, open_for: float | None) -> None:
        if not self._is_mine():
            self._people[0](occupied, open_for)
        elif self._hand is not None and self._hand.intent:
            self._moves.put_nowait(Move(self._hand, IntentState.CLOSED, occupied))
            self._hand = None
            self._let_go()

    def _still_open(self, stage: int) -> None:
        if not self._is_mine():
            self._people[1](stage)
        elif self._hand is not None and self._hand.intent and stage == LAST_STAGE:
            self._moves.put_nowait(Move(self._hand, IntentState.LEFT_OPEN))
            self._hand = None
            self._let_go()

    def _opened_late(self, intent: str) -> None:
        if not self._is_mine():
            self._people[2](intent)

    def _gives_way(self, door: Door) -> None:
        """Somebody who is here has a lock fired, and what stood open from afar is not waited for:
        it ends when its door is seen shut, whoever does that."""
        hand = self._hand
        if self._is_mine() and hand is not None and hand.intent:
            same = door.id.partition("/")[0] == hand.label
            taken = obeyed.taken_over(hand.command, hand.label) if same else None
            self._moves.put_nowait(Move(hand, IntentState.LEFT_OPEN, taken=taken))
            self._hand = None

    async def _settle(self, move: Move) -> None:
        hand, state = move.hand, move.state
        if move.taken is not None:
            await self._store.settle_intent(hand.intent, state, move.taken)
            return
        if state is IntentState.LEFT_OPEN:
            change = obeyed.left_open(hand.command, hand.label, hand.owner)
            await self._store.settle_intent(hand.intent, state, change)
            left = Change("compartment.left", compartment=hand.label)
            await self._store.flag(hand.label, CompartmentFlag.LEFT_OPEN, "from afar", left)
            return
        change = obeyed.shut(hand.command, hand.label, move.occupied)
        await self._store.settle_intent(hand.intent, state, change)
