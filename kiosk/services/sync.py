"""Keeps the cache of reservations and codes as the cloud has them."""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from enum import Enum

from kiosk.domain.codes import DeliveryQr
from kiosk.domain.errors import (
    CloudBroken,
    CloudBusy,
    CloudError,
    CloudMissing,
    CloudSilent,
)
from kiosk.domain.model import ReservationId
from kiosk.domain.policy import Policy
from kiosk.ports import Clock, Cloud, Store
from kiosk.ports_abilities import Elsewhere, Sheet, Syncs
from kiosk.services import sync_trouble
from kiosk.services.reading import Reading
from kiosk.services.rounds import Rounds
from kiosk.services.waiting import (
    Chance,
    Sleep,
    TooSlow,
    answer,
    asked_for,
    back_off,
)

log = logging.getLogger(__name__)

LONGEST = 60.0
"""Seconds between two tries to reach a silent cloud."""
WHOLE_EVERY = 600.0
"""Seconds after which everything is read again, whatever the cloud calls new.

Less than the shortest outage that counts (``expiry.LEAST``): when the kiosk starts again, the last
whole reading is what tells for how long nothing was heard of a reservation.
"""


class Freshness(Enum):
    """What reading one reservation came to."""

    FRESH = "fresh"
    SILENT = "silent"
    """No answer in time: the cache is all there is."""
    GONE = "gone"
    """The cloud says that it is not, or no longer, this locker's."""


class Sync:
    """The only one who reads reservations from the cloud."""

    def __init__(
        self,
        store: Store,
        cloud: Cloud,
        clock: Clock,
        policy: Policy,
        *,
        came_back: Callable[[], None] = lambda: None,
        coming_back: Callable[[], Awaitable[None]] | None = None,
        sleep: Sleep = asyncio.sleep,
        chance: Chance = random.random,
    ) -> None:
        self.came_back = came_back
        """Hears that the cloud answers again, or for the first time."""
        self.told: Callable[[], None] = lambda: None
        """Hears that something was taken over: it may differ from what is known, which is told."""
        self._coming_back = coming_back
        self.online: bool | None = None
        self.trouble = ""
        """What was wrong with the last reading, for an operator."""
        self.silent_since: datetime | None = None
        self.answers_since: datetime | None = None
        self.read_at: datetime | None = None
        """When it answered last."""
        self._store = store
        self._cloud = cloud
        self._reading = Reading(store, cloud, chance)
        self._mark: str | None = None
        """How far a cloud that can tell what is new was read, without a gap."""
        self._whole_at: float | None = None
        self._clock = clock
        self._policy = policy
        self._sleep = sleep
        self._chance = chance
        self._rounds = Rounds()
        self._asked_at: float | None = None
        self._silent = False
        self._failures = 0
        self._rest = policy.sync_every

    async def run(self) -> None:
        """Read for ever."""
        while True:
            waiting, done = self._rounds.begin(), False
            try:
                done = await self.once()
            except Exception:
                # The cache grows old without this loop, and nobody would notice.
                log.exception("the sync stumbled")
                self._rest = self._after_failure()
            finally:
                self._rounds.end(waiting, done)
            await self._rounds.rest(self._rest, self._sleep)

    async def once(self) -> bool:
        """Read what is new, or everything; whether the cloud answered."""
        self._rest = self._policy.sync_every
        began = self._clock.now()
        # Only what ran to its end may be gone on from: what was missed must not be missed for ever.
        mark, self._mark = self._mark, None
        try:
            listed, whole = await self._read_sheets(self._since(mark))
        except CloudError as error:
            self._failed(error)
            self._rest = self._after_failure()
            if isinstance(error, CloudBusy):
                self._rest = asked_for(error, self._rest)
            return False
        self._failures = 0
        self._succeeded()
        if whole:
            await self._reading.vanished(listed, began)
        await self._reading.rest()
        self.told()
        return True

    def _since(self, mark: str | None) -> str | None:
        """From where to go on; from the start after a while, whatever the cloud calls new."""
        now = self._clock.monotonic()
        if mark is None or self._whole_at is None or now - self._whole_at >= WHOLE_EVERY:
            self._whole_at = now
            return None
        return mark

    async def _read_sheets(self, since: str | None) -> tuple[set[ReservationId], bool]:
        """Take over sheet after sheet; answers the ids on them, and if there are no others."""
        if not isinstance(self._cloud, Syncs):
            await answer(self._cloud.ping())
            return set(), False
        listed: set[ReservationId] = set()
        mark, heard, whole = since, False, False
        sheets = aiter(self._cloud.sheets(since))
        while not whole and (sheet := await answer(_next(sheets))) is not None:
            if not heard:
                await self._answers_again()
            heard, whole = True, sheet.whole
            await self._store.absorb(sheet.arrivals, complete=False)
            self._reading.told(sheet.arrivals)
            listed |= {arrival.reservation.id for arrival in sheet.arrivals}
            mark = sheet.mark if whole or sheet.mark is not None else mark
        self._mark = mark
        return listed, whole

    async def on_unknown_code(self) -> bool:
        """A typed code is not in the cache: read once now, unless that was just done.

        A person waits: the round itself goes on when it takes longer. Whether it is done.
        """
        now = self._clock.monotonic()
        if self._asked_at is not None and now - self._asked_at < self._policy.sync_on_unknown:
            return False
        self._asked_at = now
        self._reading.forget()
        return await self._rounds.next(self._policy.cloud_waits)

    async def now(self, within: float) -> bool:
        """Read at once, because staff asks; whether it was answered within so many seconds."""
        self._reading.forget()
        return await self._rounds.next(within)

    @property
    def mark(self) -> str | None:
        """How far the cloud was read; None where everything is read each time."""
        return self._mark

    async def refresh(self, reservation: ReservationId) -> Freshness:
        """Read one reservation into the cache while a person waits."""
        if self._silent:
            # Nobody waits for a line known to be dead; the loop goes on trying it.
            return Freshness.SILENT
        try:
            arrival = await answer(self._reading.read(reservation), self._policy.cloud_waits)
        except CloudMissing:
            return Freshness.GONE
        except TooSlow:
            return Freshness.SILENT
        except CloudError as error:
            self._failed(error)
            self._rounds.wake()
            return Freshness.SILENT
        await self._answers_again()
        await self._store.absorb([arrival], complete=False)
        self._reading.note(arrival.reservation)
        self._succeeded()
        self.told()
        return Freshness.FRESH

    async def elsewhere(self, code: DeliveryQr) -> str | None:
        """The other locker this code is right for, where the cloud can tell while one waits."""
        if self._silent or not isinstance(self._cloud, Elsewhere):
            return None
        try:
            return await answer(self._cloud.elsewhere(code), self._policy.cloud_waits)
        except CloudError as error:
            log.warning("another locker's code not read: %s", type(error).__name__)
            return None

    async def _answers_again(self) -> None:
        """What an outage has cost is counted before what is known of it is overwritten."""
        if self._coming_back is not None and self.online is not True:
            await self._coming_back()

    def _succeeded(self) -> None:
        before, self.online, self.silent_since = self.online, True, None
        self.read_at = self._clock.now()
        self.answers_since = self.answers_since or self.read_at
        self._silent, self.trouble = False, ""
        if before is not True:
            self.came_back()

    def _failed(self, error: CloudError) -> None:
        log.warning("cloud not read: %s", type(error).__name__)
        self.trouble = sync_trouble.sentence(error)
        if isinstance(error, CloudSilent | CloudBroken):
            self.online, self.answers_since = False, None
            self._silent = isinstance(error, CloudSilent)
            self.silent_since = self.silent_since or self._clock.now()

    def _after_failure(self) -> float:
        self._failures += 1
        return min(LONGEST, back_off(self._failures, self._chance))


async def _next(sheets: AsyncIterator[Sheet]) -> Sheet | None:
    return await anext(sheets, None)
