"""The bank as it stands: columns of compartments, their doors, and where those hang on the wires.

This is the only file that makes door ids and addresses, so no bare number can
reach a lock board: on common boards channel 0 or 48 means "open all".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NewType

DoorId = NewType("DoorId", str)
"""Names one door: the compartment's label, with "/rear" for its rear door."""
REAR = "/rear"
NO_DOOR = DoorId("")
"""Of a reservation whose compartment is still to be chosen."""
FRONT = "cloud"
"""The one "wire" of a bank whose locks the vendor's machine owns (mode front)."""


class Polarity(Enum):
    """What the door contact says when the door is shut (a property of the lock, not the board)."""

    SHUT_CLOSES = "shut_closes"
    OPEN_CLOSES = "open_closes"


class DoorState(Enum):
    OPEN = "open"
    SHUT = "shut"
    UNKNOWN = "unknown"


class Owner(Enum):
    """Who gives a compartment away: the cloud, or this kiosk's own reservations."""

    CLOUD = "cloud"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class DoorAddress:
    """Where a door hangs: wire by name, board and channel as the wire counts them."""

    wire: str
    board: int
    channel: int


@dataclass(frozen=True, slots=True)
class Door:
    """What is actuated and sensed."""

    id: DoorId
    address: DoorAddress
    polarity: Polarity = Polarity.SHUT_CLOSES
    senses_occupancy: bool = False
    supply: str = "main"

    def state(self, contact_closed: bool | None) -> DoorState:
        """Read the raw contact through this lock's polarity; None is not read."""
        if contact_closed is None:
            return DoorState.UNKNOWN
        shut = contact_closed is (self.polarity is Polarity.SHUT_CLOSES)
        return DoorState.SHUT if shut else DoorState.OPEN


@dataclass(frozen=True, slots=True)
class Millimetres:
    width: int
    height: int
    depth: int

    @property
    def volume(self) -> int:
        """In cubic millimetres."""
        return self.width * self.height * self.depth

    def holds(self, thing: "Millimetres") -> bool:
        """Whether a thing goes in as it stands, or turned about its upright axis."""
        straight = thing.width <= self.width and thing.depth <= self.depth
        turned = thing.depth <= self.width and thing.width <= self.depth
        return thing.height <= self.height and (straight or turned)


@dataclass(frozen=True, slots=True)
class Compartment:
    """One space with its door(s); column and row count from 0, left to right, top to bottom."""

    label: str
    cloud_id: str
    size: str
    inside: Millimetres
    floor_mm: int
    owner: Owner
    thermal: str
    front: Door
    rear: Door | None
    column: int
    row: int
    rows: int
    charger: bool = False
    max_kg: int | None = None
    """What its floor carries; None: whatever fits."""
    carriers: tuple[str, ...] = ()
    """Whose parcels alone may lie here; empty: everybody's."""

    @property
    def doors(self) -> tuple[Door, ...]:
        return (self.front,) if self.rear is None else (self.front, self.rear)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the bank from the top; the screen's column has the screen as a gap."""

    width_mm: int
    compartments: tuple[Compartment, ...]
    screen_top_mm: int | None = None
    screen_height_mm: int | None = None


class UnknownDoor(LookupError):
    """No door or compartment of that name in this bank."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole bank; sizes are ordered from small to large."""

    height_mm: int
    sizes: tuple[str, ...]
    columns: tuple[Column, ...]
    _refitted: dict[str, Compartment] = field(default_factory=dict, compare=False, repr=False)

    def compartments(self) -> Iterator[Compartment]:
        """All of them, as they are used now."""
        for column in self.columns:
            for compartment in column.compartments:
                yield self._refitted.get(compartment.label, compartment)

    def way(self) -> Mapping[str, int]:
        """Each label's place as one walks along the bank: column by column, each from the top."""
        return {one.label: place for place, one in enumerate(self.compartments())}

    def refit(self, label: str, size: str | None, thermal: str | None) -> None:
        """From now on a compartment is used otherwise than it was built; None: as it was built.

        Raises UnknownDoor.
        """
        self._refitted.pop(label, None)
        built = self.compartment(label)
        self._refitted[label] = replace(
            built, size=size or built.size, thermal=thermal or built.thermal
        )

    def doors(self) -> Iterator[Door]:
        for compartment in self.compartments():
            yield from compartment.doors

    def compartment(self, label: str) -> Compartment:
        """Find by label; raises UnknownDoor."""
        for compartment in self.compartments():
            if compartment.label == label:
                return compartment
        raise UnknownDoor(label)

    def by_cloud_id(self, cloud_id: str) -> Compartment:
        """Find by the cloud's name of it; raises UnknownDoor."""
        for compartment in self.compartments():
            if compartment.cloud_id == cloud_id:
                return compartment
        raise UnknownDoor(cloud_id)

    def door(self, door_id: str) -> Door:
        """Find a door by its id as text; raises UnknownDoor."""
        for door in self.doors():
            if door.id == door_id:
                return door
        raise UnknownDoor(door_id)

    def larger_than(self, size: str) -> tuple[str, ...]:
        """The sizes above this one, next larger first."""
        return self.sizes[self.sizes.index(size) + 1 :]

    def smaller_than(self, size: str) -> tuple[str, ...]:
        """The sizes below this one, smallest first."""
        return self.sizes[: self.sizes.index(size)]


def make_door(
    label: str,
    wire: str,
    board: int,
    channel: int,
    *,
    polarity: Polarity = Polarity.SHUT_CLOSES,
    senses_occupancy: bool = False,
    supply: str = "main",
    rear: bool = False,
) -> Door:
    """Make a door; the config has checked the numbers against the wire's driver."""
    door_id = DoorId(f"{label}{REAR}" if rear else label)
    address = DoorAddress(wire, board, channel)
    return Door(door_id, address, polarity, senses_occupancy, supply)
