"""Delivers the facts the kiosk owes the cloud: oldest first, each once, for ever."""

import asyncio
import logging
import random
from collections import Counter
from datetime import datetime, timedelta
from functools import partial

from kiosk.domain.errors import (
    CloudBroken,
    CloudBusy,
    CloudConflict,
    CloudError,
    CloudForbidden,
    CloudMissing,
    CloudRefused,
)
from kiosk.domain.layout import Owner
from kiosk.domain.model import Channel, Event
from kiosk.ports import Clock, Cloud, Store
from kiosk.ports_abilities import Reports
from kiosk.services.doubts import is_readable, said, shows
from kiosk.services.waiting import Chance, Sleep, answer, asked_for, back_off, repeat, sleep_unless

log = logging.getLogger(__name__)

IDLE = 60.0
"""Seconds until the next look when nothing is known to be due and nobody wakes the loop."""
STUBBORN = 3
"""Failures of a fact's own, in a row, after which it keeps no others waiting behind it."""
TURN = 1.0
"""A stubborn fact waits so much longer than the loop rests: the others have their turn first."""
KEY_WRONG = 300.0
"""A refused key is a mistake somebody has to mend: no hurry, and nothing is set aside."""
KEYS_KEPT = timedelta(hours=20)
"""Servers forget idempotency keys after about a day: beyond this even such a cloud is read."""
ALL_DUE = timedelta(minutes=10)
"""No back-off is longer, so looking so far ahead nothing waits any more."""


class Outbox:
    """The only one who tells the cloud anything; a second one tells whom it is reported to."""

    def __init__(
        self,
        store: Store,
        cloud: Cloud | None,
        clock: Clock,
        *,
        channel: Channel = Channel.CLOUD,
        sleep: Sleep = asyncio.sleep,
        chance: Chance = random.random,
    ) -> None:
        self.online: bool | None = None
        """Whether the last call was answered; None before the first."""
        self.silent_since: datetime | None = None
        self._store = store
        self._cloud = cloud
        self._clock = clock
        self._channel = channel
        self._sleep = sleep
        self._chance = chance
        self._woken = asyncio.Event()
        self._failures = 0
        self._all_due = False
        self._own_failures: Counter[int] = Counter()
        self._following: Event | None = None
        """Its turn is next: found when the one before was delivered."""
        self._begun: int | None = None
        """That one, where its delivery has begun with the same commit."""
        self._heard = False
        """Whether the cloud has answered anything about the fact in hand."""
        self._due: dict[int, datetime] = {}
        """When the stubborn facts have their next turn."""
        self._rest = IDLE
        self._deaf = False

    def wake(self, *, reset_backoff: bool = False) -> None:
        """Something was recorded; with ``reset_backoff`` the cloud is back, and everything is due.

        Call it on the I/O loop only.
        """
        if reset_backoff:
            self._failures = 0
            self._all_due = True
        self._woken.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        deaf = partial(self._failed, deaf=True)
        await repeat("the outbox", self.once, self._pause, self._woken, deaf)

    async def _pause(self) -> None:
        if self._deaf:
            await self._sleep(self._rest)
        else:
            await sleep_unless(self._woken, self._rest, self._sleep)

    async def once(self) -> None:
        """Deliver what is due, up to the first failure."""
        self._deaf, self._following, self._begun = False, None, None
        while (event := await self._next()) is not None:
            self._due.pop(event.seq, None)
            if not await self._settle(event):
                break
        else:
            self._rest = self._until_due()
        self._all_due = False

    async def _next(self) -> Event | None:
        event, self._following = self._following, None
        return event or await self._store.next_event(self._by(), self._channel)

    def _by(self) -> datetime:
        """What is due by then has its turn now."""
        return self._clock.now() + (ALL_DUE if self._all_due else timedelta(0))

    def _until_due(self) -> float:
        now = self._clock.now()
        waits = [(due - now).total_seconds() for due in self._due.values()]
        return max(TURN, min([IDLE, *waits]))

    async def _settle(self, event: Event) -> bool:
        """Bring one event further; False when the others should rest a little."""
        if event.owner is Owner.LOCAL:
            # The journal has it, and nobody else is owed anything.
            await self._store.delivered(event.seq)
        elif self._cloud is None:
            nobody = "no cloud" if self._channel is Channel.CLOUD else "no report_url"
            await self._park(event, f"{nobody} is configured")
        elif not isinstance(self._cloud, Reports):
            await self._store.delivered(event.seq)  # it hears of nothing, and is owed nothing
        else:
            return await self._tell(self._cloud, event)
        return True

    async def _tell(self, cloud: Reports, event: Event) -> bool:
        sent, doubt, self._heard = False, event.uncertain, False
        try:
            if not (event.uncertain and await self._is_known(cloud, event)):
                doubt = event.uncertain and not self._reads(cloud, event)
                if event.seq != self._begun:
                    await self._store.begin_delivery(event.seq)
                sent = True
                try:
                    await answer(cloud.deliver(event))
                except CloudConflict:
                    doubt = True
                    if not (is_readable(cloud, event) and await shows(cloud, event)):
                        raise
        except (CloudMissing, CloudConflict, CloudRefused) as error:
            self._answered()
            await self._park(event, said(error))
            return True
        except (CloudBusy, CloudForbidden) as error:
            await self._turned_away(event, error, uncertain=doubt)
            return False
        except CloudError as error:
            last = sent and event.uncertain and not self._may_repeat(cloud, event)
            await self._unanswered(event, error, last=last)
            return False
        self._answered()
        self._own_failures.pop(event.seq, None)
        await self._delivered(event)
        return True

    async def _delivered(self, event: Event) -> None:
        """Done with; the next is begun with the same commit, for a long outbox waits for those."""
        following = await self._store.delivered_and_next(event.seq, self._by(), self._channel)
        self._following = following
        self._begun = following.seq if following and not following.uncertain else None

    async def _is_known(self, cloud: Reports, event: Event) -> bool:
        """After a lost answer: read before sending again."""
        if self._has_key(cloud, event):
            return False
        if not is_readable(cloud, event):
            # It may be told only once more: not before the line is seen to work.
            await answer(cloud.ping())
            known = False
        else:
            known = await shows(cloud, event)
        self._heard = True
        return known

    def _has_key(self, cloud: Reports, event: Event) -> bool:
        if self._channel is Channel.REPORT:
            return cloud.rules.idempotency_key  # what tells repeats apart stands in the body
        # What lies ahead was noted while the clock ran wrong: nobody knows how old it is.
        young = timedelta(0) <= self._clock.now() - event.at < KEYS_KEPT
        return cloud.rules.idempotency_key and young

    def _may_repeat(self, cloud: Reports, event: Event) -> bool:
        return is_readable(cloud, event) or self._has_key(cloud, event)

    def _reads(self, cloud: Reports, event: Event) -> bool:
        return is_readable(cloud, event) and not self._has_key(cloud, event)

    async def _turned_away(
        self, event: Event, error: CloudBusy | CloudForbidden, *, uncertain: bool
    ) -> None:
        """This call, at least, had no effect."""
        self.online, self.silent_since = True, None
        if isinstance(error, CloudBusy):
            self._failed(deaf=True)
            self._rest = asked_for(error, self._rest)
            wait = 0.0
        else:
            wait, self._rest = KEY_WRONG, back_off(1, self._chance)
        await self._postpone(event, wait, error, uncertain=uncertain)

    async def _unanswered(self, event: Event, error: CloudError, *, last: bool) -> None:
        self._failed(deaf=False)
        self.online = False
        self.silent_since = self.silent_since or self._clock.now()
        if last:
            await self._park(event, f"told twice, never answered; {said(error)}")
            return
        # Silence alone is the line's: this fact stays the first, so all arrive in their order.
        self._own_failures[event.seq] += self._heard or isinstance(error, CloudBroken)
        stubborn = self._own_failures[event.seq] >= STUBBORN
        wait = self._rest + TURN if stubborn else 0.0
        await self._postpone(event, wait, error, uncertain=True)

    async def _postpone(
        self, event: Event, wait: float, error: CloudError, *, uncertain: bool
    ) -> None:
        until = self._clock.now() + timedelta(seconds=wait)
        if wait:
            self._due[event.seq] = until
        await self._store.postpone(event.seq, until, said(error), uncertain=uncertain)

    async def _park(self, event: Event, why: str) -> None:
        log.warning("event %s (%s) is set aside: %s", event.seq, event.name, why)
        await self._store.park(event.seq, why)

    def _answered(self) -> None:
        self._failures, self.online, self.silent_since = 0, True, None

    def _failed(self, *, deaf: bool) -> None:
        self._failures += 1
        self._rest = back_off(self._failures, self._chance)
        self._deaf = deaf
