"""Gives parcels back the time in which the cloud did not answer."""

import asyncio
import logging
from datetime import datetime

from kiosk.domain import expiry
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Store

log = logging.getLogger(__name__)


class Outage:
    """Counts an outage once, as soon as it is over.

    What was last heard of each reservation is on disk already, so an outage outlives restarts.
    """

    def __init__(self, store: Store, rules: CloudRules, clock: Clock) -> None:
        self._store = store
        self._rules = rules
        self._clock = clock
        self._counted: datetime | None = None
        self._one_at_a_time = asyncio.Lock()

    async def over(self) -> None:
        """The cloud answers, and nothing it says is taken over yet. Raises StoreBroken."""
        async with self._one_at_a_time:
            now = self._clock.now()
            live = await self._store.live_reservations()
            changes = expiry.all_fair(live, self._rules, now, self._counted)
            if changes:
                log.warning("%d parcels are kept longer after an outage", len(changes))
                await self._store.add([], *changes)
            self._counted = now
