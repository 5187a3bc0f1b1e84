"""Watches the disk: writes the time down, warns before it is full, notices when it is not."""

import logging
from collections.abc import Mapping
from datetime import datetime

from kiosk.domain.errors import StoreBroken
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.model import Change, NewEvent
from kiosk.ports import Clock
from kiosk.ports_disk import DiskStore

log = logging.getLogger(__name__)

LOW_BYTES = 100 << 20
LOW_PERCENT = 10
TOUCH_EVERY = 900.0
"""Seconds between two notes of the time: often enough for a start, rarely enough for a card."""
STEP = 60.0
"""Seconds by which the clock was put right: a start must not go back behind that."""
RESERVE_EVERY = 10.0


class Disk:
    """Looked at with everything else once a second."""

    def __init__(self, store: DiskStore, clock: Clock, layout: Layout) -> None:
        self._store = store
        self._clock = clock
        owners = {c.owner for c in layout.compartments()}
        self._owner = Owner.CLOUD if Owner.CLOUD in owners else Owner.LOCAL
        self._low = False
        self._touched: tuple[datetime, float] | None = None
        self._tried = 0.0

    async def works(self) -> bool:
        """Whether the store can write, as far as is known; tries again when it could not."""
        now = self._clock.monotonic()
        try:
            if self._store.full or self._is_due(self._clock.now(), now):
                await self._store.touch()
                self._touched = self._clock.now(), now
            if self._store.cramped and now - self._tried >= RESERVE_EVERY:
                self._tried = now
                await self._store.lay_reserve()
            await self._tell_low()
        except StoreBroken as error:
            log.error("nothing can be written: %s", error)
        return not self._store.full

    def _is_due(self, now: datetime, passed: float) -> bool:
        if self._touched is None:
            return True
        noted, since = self._touched
        stepped = abs((now - noted).total_seconds() - (passed - since))
        return passed - since >= TOUCH_EVERY or stepped >= STEP

    def as_facts(self) -> Mapping[str, object]:
        """The same for an operator."""
        free, _ = self._store.room()
        return {
            "disk_free_mb": free >> 20,
            "disk_low": self._low,
            "disk_full": self._store.full,
            "reserve_used": self._store.cramped,
            "salvaged": self._store.salvaged,
        }

    async def _tell_low(self) -> None:
        free, whole = self._store.room()
        low = free < LOW_BYTES or free * 100 < whole * LOW_PERCENT
        if low is self._low:
            return
        name = "locker.disk_low" if low else "locker.disk_enough"
        data: dict[str, str | int | bool | None] = {"severity": "HIGH", "free_mb": free >> 20}
        told = (NewEvent(name, owner=self._owner, data=data),) if low else ()
        await self._store.record(Change(name, events=told, facts={"free_mb": free >> 20}))
        self._low = low
