"""Doors as doors are: they jam, come loose late or with another, and their contacts lie."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from kiosk.domain.errors import BoardSilent
from kiosk.domain.layout import DoorAddress, Layout, Owner
from kiosk.ports import Contact
from tests.services.lockers import bank as one_owner

SPRINGS = 0.05
"""Seconds a lock takes to let its door go."""
LOOSE = 8.0
"""Seconds after which a door that hung comes loose, when nobody waits for it any more."""


def both_owners() -> Layout:
    """Compartments 1 to 4 are the cloud's, 5 to 10 this kiosk's own."""
    layout = one_owner("SMMLSSMMLL")
    [column] = layout.columns
    mixed = tuple(
        replace(c, owner=Owner.CLOUD if int(c.label) <= 4 else Owner.LOCAL)
        for c in column.compartments
    )
    return replace(layout, columns=(replace(column, compartments=mixed),))


LAYOUT = both_owners()
LABELS = {door.address: door.id for door in LAYOUT.doors()}


@dataclass
class DoorBank:
    """The steel itself: it outlives every start of the kiosk."""

    clock: Callable[[], float]
    fired: Callable[[str], Awaitable[None]]
    """Hears of each lock just before it is fired, and whatever it raises stops the world."""
    open: dict[str, float] = field(default_factory=dict)
    """Since when each open door stands open."""
    by_lock: dict[str, float] = field(default_factory=dict)
    """Of those, the ones a lock has opened since the last start."""
    said: dict[str, bool] = field(default_factory=dict)
    """Whether each contact last said that its door is open."""
    mood: str = "good"
    """What the next pulse comes to: good, jams, hangs, late, another."""
    flutters: dict[str, int] = field(default_factory=dict)
    """Readings for which a contact says something else each time."""
    silent: bool = False
    refuses: bool = False
    """Contacts are read, and no lock is fired."""
    starts: int = 0
    """Of the kiosk: what an earlier one fired belongs to nobody who is here now."""
    pulses: int = 0
    seen: Callable[[str, bool], None] = lambda _label, _open: None
    """Hears what each contact says."""

    async def pulse(self, door: DoorAddress) -> None:
        label = LABELS[door]
        await self.fired(label)
        if self.silent or self.refuses:
            raise BoardSilent("nothing")
        self.pulses += 1
        mood, self.mood = self.mood, "good"
        loop = asyncio.get_running_loop()
        match mood:
            case "jams":
                return
            case "hangs":
                loop.call_later(LOOSE, self.springs, label, False)
            case "late":
                loop.call_later(2.0, self.fired_by, self.starts, label)
            case "another":
                other = next(n for n in LABELS.values() if n != label and n not in self.open)
                loop.call_later(SPRINGS, self.springs, other, False)
                loop.call_later(SPRINGS, self.fired_by, self.starts, label)
            case _:
                loop.call_later(SPRINGS, self.fired_by, self.starts, label)

    async def read(self, doors: Collection[DoorAddress]) -> Mapping[DoorAddress, Contact]:
        if self.silent:
            raise BoardSilent("nothing")
        return {door: Contact(not self._says(LABELS[door])) for door in doors}

    async def aclose(self) -> None:
        """Nothing is held."""

    def fired_by(self, start: int, label: str) -> None:
        self.springs(label, by_lock=start == self.starts)

    def springs(self, label: str, by_lock: bool) -> None:
        at = self.clock()
        self.open.setdefault(label, at)
        if by_lock:
            self.by_lock[label] = at

    def push_shut(self, label: str) -> None:
        self.open.pop(label, None)
        self.by_lock.pop(label, None)

    def _says(self, label: str) -> bool:
        is_open = label in self.open
        if left := self.flutters.get(label, 0):
            self.flutters[label] = left - 1
            is_open = left % 2 == 0
        self.said[label] = is_open
        self.seen(label, is_open)
        return is_open
