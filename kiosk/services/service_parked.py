"""What was set aside because the cloud refused it: shown, told again, or given up."""

from collections.abc import Mapping

from kiosk.domain.flows.service.outbox import (
    GiveUpParked,
    ParkedRead,
    ParkedSettled,
    ReadParked,
    RetryParked,
)
from kiosk.domain.flows.staffed import Task
from kiosk.ports_outbox import ParkedStore
from kiosk.services.asker import Signed
from kiosk.services.local import NotPossible
from kiosk.services.outbox_desk import OutboxDesk
from kiosk.services.tasks import Handler

MOST_PARKED = 200


class ParkedAtScreen:
    """What was set aside: told again, or given up, in the technician's name."""

    def __init__(self, store: ParkedStore, desk: OutboxDesk, signed: Signed) -> None:
        self._store = store
        self._desk = desk
        self._signed = signed

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            ReadParked: Handler(self._read, ParkedRead(None)),
            RetryParked: Handler(self._retry, ParkedSettled(False)),
            GiveUpParked: Handler(self._give_up, ParkedSettled(False)),
        }

    async def _read(self, _: ReadParked) -> ParkedRead:
        return ParkedRead(tuple(await self._store.parked(MOST_PARKED)))

    async def _retry(self, task: RetryParked) -> ParkedSettled:
        try:
            await self._desk.retry(task.seq, self._signed().facts)
        except NotPossible:
            return ParkedSettled(False)
        return ParkedSettled(True)

    async def _give_up(self, task: GiveUpParked) -> ParkedSettled:
        try:
            await self._desk.discard(task.seq, task.reason.value, self._signed().facts)
        except NotPossible:
            return ParkedSettled(False)
        return ParkedSettled(True)
