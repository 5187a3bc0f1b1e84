"""Reads reservations one by one: what has left the list, and what no list tells."""

import asyncio
import logging
from collections.abc import Collection
from datetime import datetime

from kiosk.domain import settling
from kiosk.domain.errors import CloudBusy, CloudError, CloudMissing, CloudSilent
from kiosk.domain.layout import Owner
from kiosk.domain.model import Arrival, Channel, Reservation, ReservationId, ReservationState
from kiosk.ports import Cloud, Store
from kiosk.ports_abilities import Resolves
from kiosk.services.waiting import Chance, answer

log = logging.getLogger(__name__)

SIDE_BY_SIDE = 2
"""Reservations whose codes are read at the same time."""
SILENCES = 3
"""Reads without an answer after which the others wait for the next round."""
MOST_VANISHED = 20
"""Reservations that have left the list and are read in one round; the others have theirs next."""


class Reading:
    """What only a look at the single reservation tells."""

    def __init__(self, store: Store, cloud: Cloud, chance: Chance) -> None:
        self._store = store
        self._cloud = cloud
        self._chance = chance
        self._codes_read: dict[ReservationId, ReservationState] = {}

    async def read(self, reservation: ReservationId) -> Arrival:
        """Raises CloudError."""
        if not isinstance(self._cloud, Resolves):
            raise CloudSilent("this cloud tells of no single reservation")
        return await self._cloud.read(reservation)

    def note(self, reservation: Reservation) -> None:
        """It was just read, with the codes it has in this state."""
        self._codes_read[reservation.id] = reservation.state

    def forget(self) -> None:
        """Whatever has no codes is read once more."""
        self._codes_read.clear()

    async def vanished(self, listed: Collection[ReservationId], began: datetime) -> None:
        """A reservation that is no longer listed has ended, but how it ended only reading tells.

        One that cannot be read (an unknown cell or state, say) stays as it is.
        """
        owed = {
            row["reservation"]
            for row in await self._store.outbox()
            if row["channel"] == Channel.CLOUD.value
        }
        vanished = [
            r
            for r in await self._store.live_reservations()
            if r.owner is Owner.CLOUD
            and r.state is not ReservationState.ABANDONED
            and r.id not in listed
            and r.id not in owed
            and max(r.read_at, r.moved_at or r.read_at) < began
        ]
        vanished.sort(key=lambda _: self._chance())  # so that none is kept out by others for ever
        for reservation in vanished[:MOST_VANISHED]:
            try:
                arrival = await answer(self.read(reservation.id))
            except CloudMissing:
                await self._store.record(settling.gone(reservation))
            except CloudError as error:
                log.warning("%s not read: %s", reservation.id, type(error).__name__)
                if isinstance(error, CloudSilent | CloudBusy):
                    return
            else:
                await self._store.absorb([arrival], complete=False)

    async def codes(self) -> None:
        """Fetch the codes of each reservation once; again only where it has none and has moved."""
        live = [r for r in await self._store.live_reservations() if r.owner is Owner.CLOUD]
        known = self._codes_read
        self._codes_read = {r.id: known[r.id] for r in live if r.id in known}
        wanted = [r for r in live if self._codes_read.get(r.id) is not r.state]
        missing = [r for r in wanted if not await self._store.has_codes(r.id)]
        reading = asyncio.Semaphore(SIDE_BY_SIDE)
        silences: list[CloudError] = []
        async with asyncio.TaskGroup() as readers:
            for reservation in missing:
                readers.create_task(self._read_one(reservation, reading, silences))

    async def _read_one(
        self, reservation: Reservation, reading: asyncio.Semaphore, silences: list[CloudError]
    ) -> None:
        async with reading:
            if len(silences) >= SILENCES:
                return
            try:
                arrival = await answer(self.read(reservation.id))
            except CloudError as error:
                log.warning("codes of %s not read: %s", reservation.id, type(error).__name__)
                if isinstance(error, CloudSilent | CloudBusy):
                    silences.append(error)
                return
        await self._store.absorb([arrival], complete=False)
        self._codes_read[reservation.id] = reservation.state
