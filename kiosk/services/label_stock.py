"""Counts labels: what is left of each roll, for how many days, and what the cloud counts."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from kiosk.domain import labels
from kiosk.domain.errors import CloudError, KioskError
from kiosk.domain.labels import ROLLING, Roll
from kiosk.domain.layout import Owner
from kiosk.ports import Clock
from kiosk.ports_abilities import LabelsLeft
from kiosk.ports_labels import LabelStore
from kiosk.ports_printing import PrinterSettings
from kiosk.services.waiting import Sleep, answer, sleep_unless

log = logging.getLogger(__name__)

LOOKS_EVERY = 3600.0
"""Seconds between two looks at the cloud's count."""
MOST_ON_A_ROLL = 100_000


class LabelStock:
    """What lies in the printers."""

    def __init__(
        self,
        store: LabelStore,
        printers: Sequence[PrinterSettings],
        clock: Clock,
        told: Callable[[], None],
        cloud: object = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._told = told
        """Hears that something was recorded: the outbox may have work."""
        self.cloud_left: int | None = None
        """What the cloud said last."""
        self._store = store
        self._printers = printers
        self._clock = clock
        self._cloud = cloud if isinstance(cloud, LabelsLeft) else None
        self._owner = Owner.LOCAL if cloud is None else Owner.CLOUD
        self._sleep = sleep
        self._told_low: set[datetime] = set()
        self._owed: bool | None = None
        """The cloud was not reached to hear of a new roll; None: before this start, perhaps."""
        self._looked: asyncio.Event = asyncio.Event()

    async def replace(
        self, printer: str, count: int, by: Mapping[str, str | int | bool | None]
    ) -> Roll:
        """A new roll is in; the cloud hears of it as soon as it can. Raises StoreBroken."""
        roll = Roll(printer, self._clock.now(), count)
        await self._store.load_roll(roll, labels.replaced(roll, self._owner, by))
        self._owed = self._cloud is not None
        self._looked.set()
        self._told()
        return roll

    def used(self, printer: str) -> None:
        """Hear that a label is gone: what is left may be little."""
        self._looked.set()

    async def days(self, left: int) -> int | None:
        """For how many days so many last, by the use of the last two weeks."""
        now = self._clock.now()
        printed, first = await self._store.labels_printed(now - ROLLING)
        return labels.forecast(left, printed, now - first if first else timedelta())

    async def facts(self) -> Mapping[str, object]:
        """For whoever asks."""
        rolls = await self._rolls()
        return {
            "rolls": [
                {
                    "printer": roll.printer,
                    "loaded_at": roll.loaded_at.isoformat(),
                    "labels": roll.labels,
                    "left": roll.left,
                    "days": await self.days(roll.left),
                }
                for roll in rolls.values()
            ],
            "cloud_left": self.cloud_left,
        }

    async def run(self) -> None:
        """Look after each label and now and then, for ever."""
        while True:
            self._looked.clear()
            try:
                await self.look()
            except KioskError as error:
                log.warning("labels left: %s", type(error).__name__)
            await sleep_unless(self._looked, LOOKS_EVERY, self._sleep)

    async def look(self) -> None:
        """Tell the cloud what it is owed, hear its count, say when a roll nears its end."""
        await self._ask_cloud()
        for roll in (await self._rolls()).values():
            days = await self.days(roll.left)
            if labels.is_low(roll, days) and roll.loaded_at not in self._told_low:
                await self._store.record(labels.low(roll, days, self._owner))
                self._told_low.add(roll.loaded_at)
                self._told()

    async def _ask_cloud(self) -> None:
        if self._cloud is None:
            return
        try:
            if self._owed is None:
                self._owed = await self._store.roll_owed()
            if self._owed:
                await answer(self._cloud.roll_replaced())
                self._owed = False
                await self._store.record(labels.cloud_told())
            self.cloud_left = await answer(self._cloud.labels_left())
        except CloudError as error:
            log.info("labels left not asked: %s", type(error).__name__)
            return
        if self.cloud_left is not None and self._printers and not await self._rolls():
            # Nobody has said here what is in: the cloud's count is all there is.
            await self._take_over(min(self.cloud_left, MOST_ON_A_ROLL))

    async def _rolls(self) -> Mapping[str, Roll]:
        """Of the printers there are; of one that was taken away nothing runs out."""
        here = {one.name for one in self._printers}
        rolls = await self._store.rolls()
        return {name: roll for name, roll in rolls.items() if name in here}

    async def _take_over(self, count: int) -> None:
        roll = Roll(self._printers[0].name, self._clock.now(), max(1, count), int(count == 0))
        by = {"by": "cloud"}
        await self._store.load_roll(roll, labels.counted(roll, by))
