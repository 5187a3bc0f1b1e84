"""Labels at the screen: what is offered, printed, seen, or waits for staff."""

import logging
from collections.abc import Callable

from kiosk.domain import labels
from kiosk.domain.errors import CloudError, LabelWrong, StoreBroken
from kiosk.domain.flows.printed import (
    LabelDoubtful,
    LabelDraft,
    LabelDrawn,
    LabelInput,
    LabelLost,
    LabelNeedless,
    LabelPrinted,
    LabelWaits,
)
from kiosk.domain.flows.visit import Visit
from kiosk.domain.labels import JobState, LabelJob
from kiosk.domain.model import Purpose
from kiosk.domain.printing import Outcome
from kiosk.domain.ready import Ready
from kiosk.ports_labels import LabelPress, LabelStore
from kiosk.services.label_content import LabelContent
from kiosk.services.label_jobs import NO_PRINTER, WRONG, LabelJobs, Tried

log = logging.getLogger(__name__)

SILENT_CLOUD = "no_line"


class Labels:
    """Answers the errands of one screen; never raises, and every errand ends."""

    def __init__(
        self,
        store: LabelStore,
        jobs: LabelJobs,
        content: LabelContent,
        press: LabelPress,
        told: Callable[[], None],
    ) -> None:
        self._told = told
        """Hears that something was recorded: the outbox may have work."""
        self._store = store
        self._jobs = jobs
        self._content = content
        self._press = press
        self._offered: LabelJob | None = None
        """On the screen, and not on disk: who goes away leaves nothing to be printed."""

    def labelled(self, visit: Visit) -> bool:
        """Whether a label may go with it: the reservation itself says so once it is asked."""
        fresh = not (visit.settled or visit.opened or visit.owes or visit.moved)
        return (
            bool(self._jobs.printers)
            and visit.purpose is Purpose.DROPOFF
            and visit.kind in visit.rules.labelled
            and fresh
        )

    async def prepare(self, visit: Visit) -> LabelInput:
        """Find out what is printed, and draw it for the screen."""
        try:
            return await self._prepare(visit)
        except StoreBroken:
            log.exception("no label")
            return LabelLost()

    async def print_(self, label: LabelDraft) -> LabelInput:
        """Once on paper, or it waits under its mark."""
        try:
            job = await self._kept(label)
            if job is None:
                return LabelLost()
            tried = await self._jobs.print(job)
        except StoreBroken:
            # Nothing was sent, or nobody knows: it is found unsure at the next start.
            log.exception("a label was not remembered")
            return LabelLost()
        return _told(label, tried)

    async def said(self, label: LabelDraft, out: bool) -> LabelInput:
        """Somebody who stands there knows what the printer did not say."""
        try:
            job = await self._store.label(label.job)
            if job is None:
                return LabelLost()
            if job.state is JobState.UNSURE:
                await (self._jobs.came_out(job) if out else self._jobs.failed(job, job.error))
        except StoreBroken:
            log.exception("a label was not recorded")
            return LabelLost()
        return LabelPrinted(label) if out else LabelWaits(label)

    async def drop(self, label: LabelDraft) -> LabelInput:
        """The person has gone without it: nobody needs it."""
        job = await self._store.label(label.job)
        if job is not None and job.state is JobState.QUEUED:
            change = labels.discarded(job, "left")
            await self._store.settle_label(job.id, JobState.DISCARDED, job.error, change)
            self._told()
        return LabelNeedless()

    async def _prepare(self, visit: Visit) -> LabelInput:
        known = await self._store.label_of(visit.reservation)
        if known is not None:
            return await self._again(known)
        about = await self._store.reservation(visit.reservation)
        if about is None:
            return LabelNeedless()
        try:
            job = await self._content.of(about)
        except CloudError as error:
            log.warning("no label: %s", type(error).__name__)
            return await self._wait(self._content.job("", {}, about), SILENT_CLOUD)
        if job is None:
            return LabelNeedless()
        if self._jobs.taker(job) is None:
            return await self._wait(job, self._jobs.nobody(job))
        self._offered = job
        try:
            return LabelDrawn(await self._draft(job))
        except LabelWrong as error:
            log.warning("label: %s", error)
            return await self._wait(job, WRONG)

    async def _again(self, job: LabelJob) -> LabelInput:
        """The person was here before, with this very label."""
        try:
            draft = await self._draft(job)
        except LabelWrong:
            draft = LabelDraft(job.id, job.mark)
        match job.state:
            case JobState.PRINTED:
                return LabelPrinted(draft, job.tries)
            case JobState.UNSURE:
                return LabelDoubtful(draft)
            case _:
                return LabelWaits(draft)

    async def _wait(self, job: LabelJob, reason: str) -> LabelInput:
        """Nothing here can print it now."""
        await self._store.add_label(job)
        await self._jobs.failed(job, reason)
        return LabelWaits(LabelDraft(job.id, job.mark), lasting=True)

    async def _draft(self, job: LabelJob) -> LabelDraft:
        loaded = self._jobs.taker(job)
        if loaded is None:
            return LabelDraft(job.id, job.mark)
        first = (await self._jobs.drawn(job, loaded))[0]
        if isinstance(first, Ready):
            # What the printer alone can draw is printed unseen.
            return LabelDraft(job.id, job.mark)
        return LabelDraft(job.id, job.mark, await self._press.shown(first))

    async def _kept(self, label: LabelDraft) -> LabelJob | None:
        """On disk before anything is printed."""
        if self._offered is not None and self._offered.id == label.job:
            job, self._offered = self._offered, None
            await self._store.add_label(job)
            return job
        return await self._store.label(label.job)


def _told(label: LabelDraft, tried: Tried) -> LabelInput:
    match tried.outcome:
        case Outcome.PRINTED:
            return LabelPrinted(label)
        case Outcome.UNSURE:
            return LabelDoubtful(label)
        case Outcome.NOT_PRINTED:
            lasting = tried.reason == WRONG or tried.reason.startswith(NO_PRINTER)
            return LabelWaits(label, lasting=lasting)
