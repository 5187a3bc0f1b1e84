"""The doors behind emulated lock boards, as metal: pulses, hands and parcels move them."""

import asyncio
from dataclasses import dataclass
from itertools import product

from kiosk.ports import Numbering
from kiosk.sandbox.lines import Say

Place = tuple[int, int]
"""Board and channel."""


@dataclass(slots=True)
class Door:
    """One door with its lock, its contact and its occupancy sensor."""

    open: bool = False
    jammed: bool = False
    stuck: bool = False
    """The contact says open, whatever the door does."""
    occupied: bool = False
    falling: asyncio.TimerHandle | None = None

    @property
    def senses_shut(self) -> bool:
        return not (self.open or self.stuck)


class Bank:
    """All doors of the boards on one wire, by board and channel as the wire counts them."""

    def __init__(
        self, numbering: Numbering, boards: int, say: Say, auto_shut: float | None = None
    ) -> None:
        if boards not in range(1, len(numbering.boards) + 1):
            raise ValueError(f"1 to {len(numbering.boards)} boards, not {boards}")
        self.boards = numbering.boards[:boards]
        self.channels = numbering.channels
        self.doors = {place: Door() for place in product(self.boards, self.channels)}
        self._say = say
        self._auto_shut = auto_shut

    def pulse(self, board: int, channel: int) -> None:
        """Energise the lock; a jammed door does not care."""
        if not self.doors[board, channel].jammed:
            self.open(board, channel)

    def open(self, board: int, channel: int) -> None:
        """Open the door by key, jammed or not."""
        self._swing(board, channel, open=True)
        if self._auto_shut is not None:
            self.doors[board, channel].falling = asyncio.get_running_loop().call_later(
                self._auto_shut, self.shut, board, channel
            )

    def shut(self, board: int, channel: int) -> None:
        self._swing(board, channel, open=False)

    def jam(self, board: int, channel: int) -> None:
        self.doors[board, channel].jammed = True

    def stick(self, board: int, channel: int) -> None:
        """Let the contact say open from now on."""
        self.doors[board, channel].stuck = True

    def free(self, board: int, channel: int) -> None:
        """End jam and stick."""
        door = self.doors[board, channel]
        door.jammed = door.stuck = False

    def occupy(self, board: int, channel: int) -> None:
        self.doors[board, channel].occupied = True

    def clear(self, board: int, channel: int) -> None:
        self.doors[board, channel].occupied = False

    def rest(self) -> None:
        """Stop every door that is about to fall shut."""
        for door in self.doors.values():
            if door.falling is not None:
                door.falling.cancel()

    def _swing(self, board: int, channel: int, *, open: bool) -> None:
        door = self.doors[board, channel]
        if door.falling is not None:
            door.falling.cancel()
            door.falling = None
        if door.open is not open:
            door.open = open
            state = "open" if open else "shut"
            self._say({"board": board, "door": channel, "state": state})
