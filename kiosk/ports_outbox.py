"""What who looks after the outbox needs of the store."""

from collections.abc import Sequence
from typing import Protocol

from kiosk.domain.model import Change
from kiosk.domain.parked import Parked, Queue


class ParkedStore(Protocol):
    """Facts that were set aside; every method commits before it returns. Raises StoreBroken."""

    async def queue(self) -> Queue:
        """How many wait and since when; a long outbox is not read for that."""

    async def parked(self, limit: int) -> Sequence[Parked]:
        """Those set aside, oldest first; never what is sealed in them."""

    async def parked_event(self, seq: int) -> Parked | None:
        """One of them; None where this one waits, was told, or never was."""

    async def retry_parked(self, seq: int, change: Change) -> bool:
        """Put it back in line, due now; its id and sequence stay. False: it is not set aside."""

    async def discard_parked(self, seq: int, change: Change) -> bool:
        """Give it up, and record who did. False: it is not set aside."""
