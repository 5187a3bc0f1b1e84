"""Evidence made on site: a file of its own each time, readable by nobody else."""

import asyncio
import json
import logging
import os
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
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
from kiosk.services.errands import Handler
from kiosk.services.journal_desk import JournalDesk
from kiosk.services.local import NotPossible
from kiosk.services.service_lines import Signed

log = logging.getLogger(__name__)

MOST_FOUND = 20
LONGEST_NAME = 40


class EvidenceAtScreen:
    """Finds, counts and writes; what is written is checked once more before it is shown."""

    def __init__(
        self,
        store: JournalStore,
        desk: JournalDesk,
        clock: Clock,
        folder: Path,
        signed: Signed,
        kept: timedelta = timedelta(days=90),
    ) -> None:
        self._store = store
        self._desk = desk
        self._clock = clock
        self._folder = folder
        self._kept = kept
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
            path = await asyncio.to_thread(self._write, parcel.ref, said)
        except (NotPossible, StoreBroken, OSError) as error:
            log.error("no evidence was made: %s", type(error).__name__)
            return EvidenceWritten(None)
        bad = await asyncio.to_thread(_checked, said)
        records = sum("body" not in item for item in said["chain"])
        return EvidenceWritten(EvidenceFile(str(path), parcel.ref, records, not bad, bad))

    def _read(self, line: int, last: int) -> None:
        self._share = min(100, 100 * line // max(1, last))

    def _write(self, ref: str, said: Mapping[str, Any]) -> Path:
        """A second one overwrites nothing."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        forget(self._folder, self._clock.now() - self._kept)
        stem = f"{_plain(ref)}-{self._clock.now():%Y%m%dT%H%M%SZ}"
        for suffix in ("", *(f"-{n}" for n in range(2, 100))):
            path = self._folder / f"{stem}{suffix}.json"
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
            try:
                descriptor = os.open(path, flags, 0o600)
            except FileExistsError:
                continue
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(said, file, separators=(",", ":"))
                file.write("\n")
                file.flush()
                os.fsync(file.fileno())
            return path
        raise FileExistsError("too many files of this name")


def forget(folder: Path, before: datetime) -> None:
    """Delete files older than what the journal itself still knows. Raises OSError."""
    if not folder.is_dir():
        return
    for file in folder.glob("*.json"):
        if file.stat().st_mtime < before.timestamp():
            file.unlink()


def _checked(said: Mapping[str, Any]) -> int:
    """The first record that is not right; 0 for none."""
    verifier = Verifier()
    verifier.begin_anywhere()
    verifier.take_all(said["chain"])
    verifier.end(said["head"])
    return 0 if verifier.bad is None else max(1, verifier.bad.seq)


def _plain(ref: str) -> str:
    """Somebody else's name for a parcel is no path."""
    kept = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in ref)
    return kept[:LONGEST_NAME].strip("-") or "parcel"


def _traced(one: Reservation) -> Traced:
    return Traced(one.id, one.ref, one.compartment or "", one.state, one.made_at)
