"""Evidence made on site: a file of its own each time, readable by nobody else."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from kiosk.domain.errors import StoreBroken
from kiosk.domain.evidence import EvidenceFile, Traced
from kiosk.domain.flows.service.evidence import (
    CountLines,
    EvidenceWritten,
    LinesCounted,
    MakeEvidence,
    ParcelsFound,
    Progress,
    ReadProgress,
    SearchParcels,
)
from kiosk.domain.flows.staffed import Task
from kiosk.domain.model import Reservation
from kiosk.domain.verifying import Verifier
from kiosk.ports import Clock
from kiosk.ports_journal import JournalStore
from kiosk.services.asker import Signed
from kiosk.services.journal_desk import JournalDesk
from kiosk.services.local import NotPossible
from kiosk.services.tasks import Handler

log = logging.getLogger(__name__)

MOST_FOUND = 20


class EvidenceAtScreen:
    """Finds, counts and writes; what is written is checked once more before it is shown."""

    def __init__(
        self,
        store: JournalStore,
        desk: JournalDesk,
        clock: Clock,
        signed: Signed,
    ) -> None:
        self._store = store
        self._desk = desk
        self._clock = clock
        self._signed = signed
        self._share = 0

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            SearchParcels: Handler(self._search, ParcelsFound()),
            CountLines: Handler(self._count, LinesCounted(None)),
            MakeEvidence: Handler(self._make, EvidenceWritten(None)),
            ReadProgress: Handler(self._progress, Progress(0)),
        }

    async def _search(self, task: SearchParcels) -> ParcelsFound:
        found = await self._store.traced(task.text, MOST_FOUND)
        return ParcelsFound(tuple(map(_traced, found)))

    async def _count(self, task: CountLines) -> LinesCounted:
        return LinesCounted(await self._store.lines_about(task.parcel.id))

    async def _progress(self, _: ReadProgress) -> Progress:
        return Progress(self._share)

    async def _make(self, task: MakeEvidence) -> EvidenceWritten:
        self._share = 0
        parcel = task.parcel
        try:
            said = await self._desk.about(parcel.id, self._signed().facts, self._read)
            now, files = self._clock.now(), self._desk.files
            path = await asyncio.to_thread(files.write, parcel.ref, now, said)
            if not await self._store.reservations_called(parcel.id):
                await asyncio.to_thread(files.delete, {parcel.id})  # erased meanwhile
                return EvidenceWritten(None)
        except (NotPossible, StoreBroken, OSError) as error:
            log.error("no evidence was made: %s", type(error).__name__)
            return EvidenceWritten(None)
        bad = await asyncio.to_thread(_checked, said)
        records = sum("body" not in item for item in said["chain"])
        return EvidenceWritten(EvidenceFile(str(path), parcel.ref, records, not bad, bad))

    def _read(self, line: int, last: int) -> None:
        self._share = min(100, 100 * line // max(1, last))


def _checked(said: Mapping[str, Any]) -> int:
    """The first record that is not right; 0 for none."""
    verifier = Verifier()
    verifier.begin_anywhere()
    verifier.take_all(said["chain"])
    verifier.end(said["head"])
    return 0 if verifier.bad is None else max(1, verifier.bad.seq)


def _traced(one: Reservation) -> Traced:
    return Traced(one.id, one.ref, one.compartment or "", one.state, one.made_at)
