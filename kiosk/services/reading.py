"""Reads reservations one by one: what has left the list, and what no list tells."""

import asyncio
import logging
from collections.abc import Collection, Sequence
from datetime import datetime

from kiosk.domain import settling
from kiosk.domain.errors import CloudBusy, CloudError, CloudMissing, CloudSilent
from kiosk.domain.model import Arrival, Reservation, ReservationId, ReservationState
from kiosk.domain.transitions import LIES, LYING
from kiosk.ports import Cloud, Store
from kiosk.ports_abilities import Resolves
from kiosk.services.waiting import Chance, answer

log = logging.getLogger(__name__)

SIDE_BY_SIDE = 2
"""Reservations that are read at the same time."""
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
        self._partial: set[ReservationId] = set()
        self._read: dict[ReservationId, ReservationState] = {}

    async def read(self, reservation: ReservationId) -> Arrival:
        """Raises CloudError."""
        if not isinstance(self._cloud, Resolves):
            raise CloudSilent("this cloud tells of no single reservation")
        return await self._cloud.read(reservation)

    def told(self, arrivals: Sequence[Arrival]) -> None:
        """Note of which of these only a look at the single one tells all."""
        self._partial |= {one.reservation.id for one in arrivals if one.partial}

    def note(self, reservation: Reservation) -> None:
        """It was just read, with all there is to know of it in this state."""
        self._read[reservation.id] = reservation.state

    def forget(self) -> None:
        """Whatever has no codes is read once more."""
        self._read.clear()

    async def vanished(self, listed: Collection[ReservationId], began: datetime) -> None:
        """A reservation that is no longer listed has ended, but how it ended only reading tells.

        One that cannot be read (an unknown cell or state, say) stays as it is.
        """
        vanished = [r for r in await self._store.unheard_since(began) if r not in listed]
        vanished.sort(key=lambda _: self._chance())  # so that none is kept out by others for ever
        for reservation in vanished[:MOST_VANISHED]:
            try:
                arrival = await answer(self.read(reservation))
            except CloudMissing:
                if (known := await self._store.reservation(reservation)) is not None:
                    await self._ends(known)
            except CloudError as error:
                log.warning("%s not read: %s", reservation, type(error).__name__)
                if isinstance(error, CloudSilent | CloudBusy):
                    return
            else:
                await self._store.absorb([arrival], complete=False)

    async def _ends(self, known: Reservation) -> None:
        """No longer the cloud's here; a parcel whose door nobody here ever saw may lie there."""
        await self._store.record(settling.gone(known))
        unseen = (
            known.moved_at is None and known.state in LIES | LYING and not self._cloud.rules.front
        )
        if unseen and known.compartment not in await self._store.holdings():
            await self._store.record(settling.ended_unseen(known))

    async def rest(self) -> None:
        """Read once what a list left open; again only where it stayed open and it has moved."""
        lacking = await self._store.lacking(self._partial)
        self._partial &= lacking.keys()
        self._read = {one: state for one, state in self._read.items() if one in lacking}
        reading = asyncio.Semaphore(SIDE_BY_SIDE)
        silences: list[CloudError] = []
        async with asyncio.TaskGroup() as readers:
            for reservation, state in lacking.items():
                if self._read.get(reservation) is not state:
                    one = self._read_one(reservation, state, reading, silences)
                    readers.create_task(one)

    async def _read_one(
        self,
        reservation: ReservationId,
        state: ReservationState,
        reading: asyncio.Semaphore,
        silences: list[CloudError],
    ) -> None:
        async with reading:
            if len(silences) >= SILENCES:
                return
            try:
                arrival = await answer(self.read(reservation))
            except CloudError as error:
                log.warning("%s not read for more: %s", reservation, type(error).__name__)
                if isinstance(error, CloudSilent | CloudBusy):
                    silences.append(error)
                return
        await self._store.absorb([arrival], complete=False)
        self._read[reservation] = state
