"""Once an hour: who is reported to hears where the journal ends, and what is old is erased."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from kiosk.domain.errors import StoreBroken
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Channel, NewEvent
from kiosk.domain.policy import Policy
from kiosk.domain.trust import ClockState
from kiosk.ports import Clock
from kiosk.ports_journal import JournalStore
from kiosk.services.waiting import Sleep

log = logging.getLogger(__name__)

EVERY = 3600.0
DAMAGED_KEPT = timedelta(days=7)
"""Long enough to fetch it and look into it; all that it says of people outlives their erasure."""
PAUSE = 0.1
"""Seconds between two portions: somebody may wait for a door."""


class JournalRounds:
    """What was told cannot be cut off afterwards without a trace."""

    def __init__(
        self,
        store: JournalStore,
        clock: Clock,
        policy: Policy,
        *,
        reported: bool,
        clock_state: Callable[[], ClockState],
        forgets_evidence: Callable[[datetime], None],
        forgets_damaged: Callable[[datetime], None],
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.clock_state = clock_state
        self.forgets_evidence = forgets_evidence
        """Deletes older evidence, which says whom it was about, too. Raises OSError."""
        self.forgets_damaged = forgets_damaged
        """Deletes older copies of damaged databases. Raises OSError."""
        self._store = store
        self._clock = clock
        self._kept = timedelta(days=policy.journal_ids_kept_days)
        self._reported = reported
        self._sleep = sleep
        self._known = 0

    async def run(self) -> None:
        """For ever."""
        while True:
            try:
                await self.tell()
                await self.forget()
            except StoreBroken:
                log.exception("the journal's round is done again in an hour")
            await self._sleep(EVERY)

    async def tell(self) -> None:
        """Where it ends, where anything but the last such line was written since."""
        head = await self._store.journal_head()
        if not head["sealed"]:
            log.critical("the journal does not end where it was signed last: kiosk journal verify")
        if not self._reported or head["seq"] <= self._known:
            return
        data = {"seq": head["seq"], "hash": head["hash"], "epoch": head["epoch"]}
        event = NewEvent("journal.head", None, Owner.CLOUD, data, Channel.REPORT)
        await self._store.record(Change("journal.head", events=(event,), facts=data))
        self._known = head["seq"] + 1

    async def forget(self) -> None:
        """Erase whom old lines are about; not while nobody knows how old they are."""
        if self.clock_state() is ClockState.UNTRUSTED:
            return
        while await self._store.forget_ids(self._clock.now() - self._kept):
            await self._sleep(PAUSE)
        now = self._clock.now()
        try:
            await asyncio.to_thread(self.forgets_evidence, now - self._kept)
            await asyncio.to_thread(self.forgets_damaged, now - DAMAGED_KEPT)
        except OSError as error:
            log.error("old files are not deleted: %s", error.strerror)
