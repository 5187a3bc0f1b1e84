"""Reads the door contacts of every wire for ever and says which door moved."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.domain.contact import Track, read
from kiosk.domain.errors import BoardError
from kiosk.domain.layout import Door, DoorId, DoorState, Layout
from kiosk.domain.policy import Policy
from kiosk.ports import Clock, Contact, Sensors

log = logging.getLogger(__name__)

RESTING = 0.3
"""Seconds between two readings of a wire when nothing is going on."""
AWAKE = 0.05
LOST_AFTER = 3
"""Failed readings in a row after which a wire counts as lost."""


class Contacts:
    """What every door's contact says, debounced; ``moved`` hears of each change."""

    def __init__(
        self, layout: Layout, boards: Mapping[str, Sensors], clock: Clock, policy: Policy
    ) -> None:
        self.moved: Callable[[Door, DoorState], None] = lambda _door, _state: None
        self.fluttered: Callable[[Door], None] = lambda _door: None
        self.sighted: Callable[[Door, bool], None] = lambda _door, _seen: None
        """Hears when a door that was seen is shown no more (only a cloud hides one), or again."""
        self.awake = False
        self._boards = boards
        self._clock = clock
        self._policy = policy
        self._doors: dict[str, tuple[Door, ...]] = {
            wire: tuple(d for d in layout.doors() if d.address.wire == wire) for wire in boards
        }
        self._tracks: dict[DoorId, Track] = {d.id: Track() for d in layout.doors()}
        self._occupied: dict[DoorId, tuple[bool | None, ...]] = {}
        self._misses: dict[str, int] = dict.fromkeys(boards, LOST_AFTER)

    def state(self, door: DoorId) -> DoorState:
        """What is believed; a faulty contact is believed nothing."""
        track = self._tracks[door]
        return DoorState.UNKNOWN if track.faulty else track.believed

    def occupied(self, door: DoorId) -> bool | None:
        """What the occupancy sensor said twice in a row; None without one, or while it wavers."""
        said = set(self._occupied.get(door, ()))
        return said.pop() if len(said) == 1 and self._asked_twice(door) else None

    def weighed(self, door: Door) -> bool:
        """Whether its occupancy sensor, if it has one, was asked often enough to be believed."""
        return not door.senses_occupancy or self._asked_twice(door.id)

    def _asked_twice(self, door: DoorId) -> bool:
        return len(self._occupied.get(door, ())) == 2

    def lost(self) -> tuple[str, ...]:
        """The wires that do not answer, or have not yet."""
        return tuple(wire for wire, misses in self._misses.items() if misses >= LOST_AFTER)

    def expect(self, door: DoorId) -> None:
        """This door is about to be fired: its edges so far were no flutter."""
        self._tracks[door] = replace(self._tracks[door], edges=())

    def trust(self, door: DoorId) -> None:
        """Somebody looked at this contact: what it does from now on counts again."""
        self._tracks[door] = Track()

    async def run(self) -> None:
        """Read all wires side by side until cancelled."""
        async with asyncio.TaskGroup() as wires:
            for wire in self._boards:
                wires.create_task(self._watch(wire))

    async def _watch(self, wire: str) -> None:
        while True:
            try:
                await self.read(wire)
            except BoardError as error:
                self._missed(wire, error)
            await asyncio.sleep(AWAKE if self.awake else RESTING)

    async def read(self, wire: str) -> None:
        """Read all doors of one wire now. Raises BoardError."""
        doors = self._doors[wire]
        contacts = await self._boards[wire].read([d.address for d in doors])
        self._misses[wire] = 0
        at = self._clock.monotonic()
        for door in doors:
            self._take(door, contacts.get(door.address), at)

    def _take(self, door: Door, contact: Contact | None, at: float) -> None:
        before = self._tracks[door.id]
        raw = door.state(contact.closed if contact else None)
        if contact and door.senses_occupancy:
            before_that = self._occupied.get(door.id, ())[:1]
            self._occupied[door.id] = (contact.occupied, *before_that)
        debounce = self._policy.debounce_ms / 1000
        now = read(before, raw, at, debounce, self._policy.faulty_edges)
        self._tracks[door.id] = now
        if now.faulty and not before.faulty:
            self.fluttered(door)
        elif now.believed is not before.believed and not now.faulty:
            self._changed(door, before, now)

    def _changed(self, door: Door, before: Track, now: Track) -> None:
        if now.hidden is not before.hidden:
            self.sighted(door, not now.hidden)
        # Shut is nothing new of a door that is seen for the first time.
        first = before.seen is DoorState.UNKNOWN and now.seen is DoorState.SHUT
        if now.seen is not before.seen and not first:
            self.moved(door, now.seen)

    def _missed(self, wire: str, error: BoardError) -> None:
        self._misses[wire] += 1
        if self._misses[wire] == LOST_AFTER:
            log.error("wire %s does not answer: %s", wire, type(error).__name__)
