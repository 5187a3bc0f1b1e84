"""Who fires a lock once the intent is durable: a lock board of ours."""

from collections.abc import Mapping
from typing import Protocol

from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import Door
from kiosk.ports import LockBoard
from kiosk.services.orders import Order


class Locks(Protocol):
    """Fires single locks; nobody but Doors asks for it."""

    strangers: bool
    """Whether a door that opens without us is somebody's business other than ours."""

    async def fire(self, door: Door, order: Order, intent: str) -> Failure:
        """Fire once; answers what it means when the door is not seen open. Raises BoardError."""


class BoardLocks:
    """The locks that hang on our own wires: whatever opens there opens by us."""

    strangers = False

    def __init__(self, boards: Mapping[str, LockBoard]) -> None:
        self._boards = boards

    async def fire(self, door: Door, order: Order, intent: str) -> Failure:
        """Send the pulse; that it left says nothing of the door."""
        await self._boards[door.address.wire].pulse(door.address)
        return Failure.JAMMED
