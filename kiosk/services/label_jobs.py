"""Has one label printed: on disk before the first byte, once, and what became of it recorded.

Bytes sent are no label. What the printer does not say, a person says; until then it is unsure.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain import labels, settling
from kiosk.domain.errors import LabelWrong, PrinterError, PrinterGone, PrinterNotReady
from kiosk.domain.labels import MANIFEST, READY, JobState, LabelJob
from kiosk.domain.printing import Hitch, Outcome, PrinterStatus
from kiosk.domain.ready import DRAWN, Ready, unpacked
from kiosk.ports_labels import LabelPress, LabelStore
from kiosk.services.label_printers import Loaded, Piece, first, form_of, status_of

log = logging.getLogger(__name__)

WITHIN = 90.0
"""Seconds for one label, whatever its printer does."""
AT_START = 1000
WRONG, NO_PRINTER, POWER = "wrong_label", "no_printer", "power"


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a label, and why it did not come out."""

    outcome: Outcome
    reason: str = ""


class LabelJobs:
    """The only one who lets a printer print."""

    def __init__(
        self,
        store: LabelStore,
        printers: Sequence[Loaded],
        press: LabelPress,
        told: Callable[[], None],
        used: Callable[[str], None],
        within: float = WITHIN,
    ) -> None:
        self._told = told
        """Hears that something was recorded: the outbox may have work."""
        self._used = used
        """Hears that a label of this printer's roll is gone."""
        self.printers = printers
        self._store = store
        self._press = press
        self._within = within
        self._locks = {one.settings.name: asyncio.Lock() for one in printers}
        self._work: set[asyncio.Task[Tried]] = set()

    async def resume(self) -> None:
        """At the start: of what was being printed nobody knows whether it came out."""
        for job in await self._store.labels((JobState.PRINTING,), AT_START):
            change = labels.doubted(job, job.printer)
            await self._store.settle_label(job.id, JobState.UNSURE, POWER, change)

    def fitting(self, template: str, *, endless: bool = False) -> Loaded | None:
        """The first printer whose media this template is made for; one with a roll of paper
        before any other if that is ``endless``."""
        media = self._press.media(template)
        found = [one for one in self.printers if one.settings.media in media]
        return first(found, endless=endless)

    def taker(self, job: LabelJob) -> Loaded | None:
        """Who prints this job. A ready label goes where labels are, if anybody there takes it."""
        if job.template != READY:
            return self.fitting(job.template, endless=job.template == MANIFEST)
        form = form_of(job)
        takes = [one for one in self.printers if form in (None, *DRAWN, *one.passes)]
        return first(takes, endless=False)

    def nobody(self, job: LabelJob) -> str:
        """In one word why no printer here can print it."""
        form = form_of(job) if job.template == READY else None
        return f"{NO_PRINTER}_for_{form}" if form else NO_PRINTER

    async def drawn(self, job: LabelJob, one: Loaded) -> tuple[Piece, ...]:
        """Its sheets for this printer, the same for the screen and for paper. Raises LabelWrong."""
        media, dpi = one.settings.media, one.settings.dpi
        if job.template != READY:
            return await self._press.draw(job.template, media, dpi, job.content, job.language)
        ready = unpacked(job.content)
        if ready.form in DRAWN:
            return (await self._press.fit(ready.data, media, dpi),)
        return (ready,)

    async def print(self, job: LabelJob) -> Tried:
        """Print a job that is on disk. Whoever waits may go: it is ended all the same.

        Raises StoreBroken when it could not be remembered; then nothing was sent.
        """
        task = asyncio.create_task(self._print(job))
        self._work.add(task)
        task.add_done_callback(self._work.discard)
        return await asyncio.shield(task)

    async def print_once(self, one: Loaded, job: LabelJob) -> Tried:
        """A page nobody waits for: it is not remembered, and not printed later."""
        async with self._locks[one.settings.name]:
            try:
                piece, *more = await self.drawn(job, one)
                if more:
                    raise LabelWrong(f"{job.template}: it is longer than one label")
            except LabelWrong as error:
                log.warning("label %s: %s", job.template, error)
                return Tried(Outcome.NOT_PRINTED, WRONG)
            tried = await self._send(one, piece)
        if tried.outcome is not Outcome.NOT_PRINTED:
            await self._store.use_label(one.settings.name)
            self._used(one.settings.name)
        return tried

    async def came_out(self, job: LabelJob) -> None:
        """Somebody has seen it, or the sheet of it that was in hand: then the others wait."""
        if not job.last_sheet:
            await self._store.sheet_out(job.id, JobState.QUEUED)
            self._used(job.printer)
            return
        change = settling.label_printed(job, job.printer)
        await self._store.settle_label(job.id, JobState.PRINTED, "", change, used=True)
        self._used(job.printer)
        self._told()

    async def failed(self, job: LabelJob, reason: str) -> None:
        """It did not come out, and waits under its mark."""
        change = settling.label_failed(job, job.printer, reason)
        await self._store.settle_label(job.id, JobState.QUEUED, reason, change)
        self._told()

    async def states(self) -> Mapping[str, PrinterStatus]:
        """What every printer says of itself."""
        said = await asyncio.gather(*(status_of(one, self._within) for one in self.printers))
        return dict(zip((one.settings.name for one in self.printers), said, strict=True))

    async def aclose(self) -> None:
        """Let the printers go; what is being printed is found unsure at the next start."""
        for task in self._work:
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)
        for one in self.printers:
            await one.printer.aclose()

    async def _print(self, seen: LabelJob) -> Tried:
        loaded = self.taker(seen)
        if loaded is None:
            return Tried(Outcome.NOT_PRINTED, self.nobody(seen))
        async with self._locks[loaded.settings.name]:
            job = await self._store.label(seen.id)
            if job is None or _moved_on(job, seen):
                return _meanwhile(job)
            try:
                pieces = await self.drawn(job, loaded)
            except LabelWrong as error:
                log.warning("label %s: %s", job.id, error)
                await self.failed(job, WRONG)
                return Tried(Outcome.NOT_PRINTED, WRONG)
            job = await self._store.begin_label(job.id, loaded.settings.name, len(pieces))
            return await self._sheets(job, loaded, pieces)

    async def _sheets(self, job: LabelJob, loaded: Loaded, pieces: Sequence[Piece]) -> Tried:
        """One after another, each on disk before the next: what came out comes out no more."""
        while True:
            tried = await self._send(loaded, pieces[job.sheets_out])
            if tried.outcome is not Outcome.PRINTED or job.last_sheet:
                await self._settle(job, tried)
                return tried
            job = await self._store.sheet_out(job.id, JobState.PRINTING)
            self._used(job.printer)

    async def _send(self, one: Loaded, piece: Piece) -> Tried:
        try:
            async with asyncio.timeout(self._within):
                if isinstance(piece, Ready):
                    outcome = await one.printer.print_ready(piece.form, piece.data)
                else:
                    outcome = await one.printer.print(piece)
        except TimeoutError:
            return Tried(Outcome.UNSURE, Hitch.SILENT.value)
        except PrinterNotReady as error:
            reason = labels.reason_of(error.hitches, Hitch.FAULT.value)
            return Tried(Outcome.NOT_PRINTED, reason)
        except PrinterGone:
            return Tried(Outcome.NOT_PRINTED, Hitch.OFFLINE.value)
        except PrinterError as error:
            log.warning("printer %s: %s", one.settings.name, error)
            return Tried(Outcome.NOT_PRINTED, WRONG)
        if outcome is Outcome.PRINTED:
            return Tried(outcome)
        hitches = (await status_of(one, self._within)).hitches
        return Tried(outcome, labels.reason_of(hitches, Hitch.FAULT.value))

    async def _settle(self, job: LabelJob, tried: Tried) -> None:
        match tried.outcome:
            case Outcome.PRINTED:
                await self.came_out(job)
            case Outcome.NOT_PRINTED:
                await self.failed(job, tried.reason)
            case Outcome.UNSURE:
                change = labels.doubted(job, job.printer)
                await self._store.settle_label(job.id, JobState.UNSURE, tried.reason, change)


def _moved_on(job: LabelJob, seen: LabelJob) -> bool:
    return (job.state, job.tries, job.sheets_out) != (seen.state, seen.tries, seen.sheets_out)


def _meanwhile(job: LabelJob | None) -> Tried:
    """Somebody else had it printed while this one waited for the printer: no second one."""
    if job is None or job.state is JobState.DISCARDED:
        return Tried(Outcome.NOT_PRINTED, JobState.DISCARDED.value)
    if job.state is JobState.PRINTED:
        return Tried(Outcome.PRINTED)
    doubt = job.state is not JobState.QUEUED
    return Tried(Outcome.UNSURE if doubt else Outcome.NOT_PRINTED, job.error)
