"""Reminds people a day before the time to collect runs out, once for each end."""

import asyncio
import logging

from kiosk.domain import notices
from kiosk.domain.errors import StoreBroken
from kiosk.domain.model import ReservationId
from kiosk.ports import Clock
from kiosk.ports_notices import NoticeStore
from kiosk.services.notices import Notices
from kiosk.services.waiting import Sleep

log = logging.getLogger(__name__)

LOOKS_EVERY = 600.0
"""Seconds between two looks."""


class Endings:
    """Looks for what ends soon and whose holder can be told."""

    def __init__(
        self, store: NoticeStore, notices: Notices, clock: Clock, *, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._store = store
        self._notices = notices
        self._clock = clock
        self._sleep = sleep
        self._told: dict[ReservationId, str] | None = None
        """The end each was last told of; read once, it outlives restarts."""

    async def run(self) -> None:
        """Look for ever."""
        while True:
            try:
                await self.look()
            except StoreBroken:
                log.exception("nobody could be reminded; tried again")
            await self._sleep(LOOKS_EVERY)

    async def look(self) -> None:
        """Record a reminder for each that is due. Raises StoreBroken."""
        if self._told is None:
            self._told = dict(await self._store.announced_ends())
        live = await self._store.live_reservations()
        for reservation in live:
            change = notices.reminder(reservation, self._clock.now())
            if change is None or self._told.get(reservation.id) == change.facts["until"]:
                continue
            contact = await self._store.contact(reservation.id)
            if contact is not None and self._notices.reaches(contact):
                await self._store.record(change)
                self._told[reservation.id] = str(change.facts["until"])
                self._notices.wake()
        self._told = {r.id: self._told[r.id] for r in live if r.id in self._told}
