"""Has one label printed: on disk before the first byte, once, and what became of it recorded.

Bytes sent are no label. What the printer does not say, a person says; until then it is unsure.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain import labels, settling
from kiosk.domain.errors import LabelWrong, PrinterError, PrinterGone, PrinterNotReady
from kiosk.domain.labels import JobState, LabelJob
from kiosk.domain.printing import Hitch, Outcome, Picture, PrinterStatus
from kiosk.ports_labels import LabelPress, LabelStore
from kiosk.ports_printing import LabelPrinter, PrinterSettings

log = logging.getLogger(__name__)

WITHIN = 90.0
"""Seconds for one label, whatever its printer does."""
AT_START = 1000
WRONG, NO_PRINTER, POWER = "wrong_label", "no_printer", "power"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A printer with what the operator says of it."""

    settings: PrinterSettings
    printer: LabelPrinter


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
        within: float = WITHIN,
    ) -> None:
        self.told: Callable[[], None] = lambda: None
        """Hears that something was recorded: the outbox may have work."""
        self.used: Callable[[str], None] = lambda _printer: None
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

    def fitting(self, template: str) -> Loaded | None:
        """The first printer whose media this template is made for."""
        media = self._press.media(template)
        return next((one for one in self.printers if one.settings.media in media), None)

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
                picture = await self._drawn(job, one)
            except LabelWrong as error:
                log.warning("label %s: %s", job.template, error)
                return Tried(Outcome.NOT_PRINTED, WRONG)
            tried = await self._send(one, picture)
        if tried.outcome is not Outcome.NOT_PRINTED:
            await self._store.use_label(one.settings.name)
            self.used(one.settings.name)
        return tried

    async def came_out(self, job: LabelJob) -> None:
        """Somebody has seen it."""
        change = settling.label_printed(job, job.printer)
        await self._store.settle_label(job.id, JobState.PRINTED, "", change, used=True)
        self.used(job.printer)
        self.told()

    async def failed(self, job: LabelJob, reason: str) -> None:
        """It did not come out, and waits under its mark."""
        change = settling.label_failed(job, job.printer, reason)
        await self._store.settle_label(job.id, JobState.QUEUED, reason, change)
        self.told()

    async def states(self) -> Mapping[str, PrinterStatus]:
        """What every printer says of itself."""
        said = await asyncio.gather(*(self._status(one) for one in self.printers))
        return dict(zip((one.settings.name for one in self.printers), said, strict=True))

    async def aclose(self) -> None:
        """Let the printers go; what is being printed is found unsure at the next start."""
        for task in self._work:
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)
        for one in self.printers:
            await one.printer.aclose()

    async def _status(self, one: Loaded) -> PrinterStatus:
        try:
            async with asyncio.timeout(self._within):
                return await one.printer.status()
        except TimeoutError:
            return PrinterStatus(frozenset({Hitch.SILENT}))

    async def _print(self, seen: LabelJob) -> Tried:
        loaded = self.fitting(seen.template)
        if loaded is None:
            return Tried(Outcome.NOT_PRINTED, NO_PRINTER)
        async with self._locks[loaded.settings.name]:
            job = await self._store.label(seen.id)
            if job is None or (job.state, job.tries) != (seen.state, seen.tries):
                return _meanwhile(job)
            try:
                picture = await self._drawn(job, loaded)
            except LabelWrong as error:
                log.warning("label %s: %s", job.id, error)
                await self.failed(job, WRONG)
                return Tried(Outcome.NOT_PRINTED, WRONG)
            job = await self._store.begin_label(job.id, loaded.settings.name)
            tried = await self._send(loaded, picture)
            await self._settle(job, tried)
            return tried

    async def _drawn(self, job: LabelJob, loaded: Loaded) -> Picture:
        media, dpi = loaded.settings.media, loaded.settings.dpi
        return await self._press.draw(job.template, media, dpi, job.content, job.language)

    async def _send(self, one: Loaded, picture: Picture) -> Tried:
        try:
            async with asyncio.timeout(self._within):
                outcome = await one.printer.print(picture)
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
        hitches = (await self._status(one)).hitches
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


def _meanwhile(job: LabelJob | None) -> Tried:
    """Somebody else had it printed while this one waited for the printer: no second one."""
    if job is None or job.state is JobState.DISCARDED:
        return Tried(Outcome.NOT_PRINTED, JobState.DISCARDED.value)
    if job.state is JobState.PRINTED:
        return Tried(Outcome.PRINTED)
    doubt = job.state is not JobState.QUEUED
    return Tried(Outcome.UNSURE if doubt else Outcome.NOT_PRINTED, job.error)
