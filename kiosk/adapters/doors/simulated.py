"""Doors that exist only in memory, for demos, tests and work on the screens."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from kiosk.domain.errors import BoardError
from kiosk.domain.layout import DoorAddress
from kiosk.ports import Contact, Numbering, WireSettings

NUMBERING = Numbering(boards=range(16), channels=range(48))


class SimulatedBoard:
    """A pulse opens its door unless it is jammed; the methods below ``aclose`` are a hand's."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: set[DoorAddress] = set()
        self._jammed: set[DoorAddress] = set()
        self._occupied: set[DoorAddress] = set()
        self.pulses: list[DoorAddress] = []
        self.fault: BoardError | None = None
        """While set, nothing reaches the doors and this is raised."""

    async def pulse(self, door: DoorAddress) -> None:
        self._reach([door])
        self.pulses.append(door)
        if door not in self._jammed:
            self._open.add(door)

    async def read(self, doors: Collection[DoorAddress]) -> Mapping[DoorAddress, Contact]:
        self._reach(doors)
        return {door: Contact(door not in self._open, door in self._occupied) for door in doors}

    async def aclose(self) -> None:
        """Nothing is held."""

    def open(self, door: DoorAddress) -> None:
        """Open it by key, jammed or not."""
        self._open.add(door)

    def shut(self, door: DoorAddress) -> None:
        self._open.discard(door)

    def jam(self, door: DoorAddress) -> None:
        self._jammed.add(door)

    def free(self, door: DoorAddress) -> None:
        self._jammed.discard(door)

    def occupy(self, door: DoorAddress) -> None:
        self._occupied.add(door)

    def clear(self, door: DoorAddress) -> None:
        self._occupied.discard(door)

    def _reach(self, doors: Collection[DoorAddress]) -> None:
        for door in doors:
            known = door.board in NUMBERING.boards and door.channel in NUMBERING.channels
            if door.wire != self._name or not known:
                raise ValueError(f"no door of wire {self._name}: {door}")
        if self.fault is not None:
            raise self.fault


class SimulatedDriver:
    """Makes simulated boards; port and baud mean nothing to them."""

    variants: Mapping[str, Numbering] = MappingProxyType({"memory": NUMBERING})
    baud = 9600

    def connect(self, wire: WireSettings) -> SimulatedBoard:
        return SimulatedBoard(wire.name)


DRIVER = SimulatedDriver()
