"""Receipts, codes and couriers' manifests on paper, for who stands at the screen."""

import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from kiosk.domain import settling
from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.courier.round import CountPrinted, PrintCount
from kiosk.domain.flows.duty import Shift
from kiosk.domain.flows.papers import PrintSlip, SlipAt, SlipEnded
from kiosk.domain.flows.staffed import Task
from kiosk.domain.labels import MANIFEST, JobState, LabelJob
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change
from kiosk.domain.printing import Outcome, Paper
from kiosk.domain.round import Errand, Handled
from kiosk.ports_labels import LabelStore
from kiosk.services.label_content import LabelContent
from kiosk.services.label_jobs import NO_PRINTER, LabelJobs, Tried
from kiosk.services.paper_content import PaperContent
from kiosk.services.tasks import Handler

log = logging.getLogger(__name__)

SLIP_ENDS = {
    Outcome.PRINTED: SlipAt.PRINTED,
    Outcome.NOT_PRINTED: SlipAt.FAILED,
    Outcome.UNSURE: SlipAt.UNSURE,
}
"""What the screen hears of a slip, by what became of it in the printer."""


class Papers:
    """Answers the tasks of one screen; what fails here keeps nobody."""

    def __init__(
        self,
        store: LabelStore,
        jobs: LabelJobs,
        content: LabelContent,
        words: PaperContent,
        told: Callable[[], None],
    ) -> None:
        self._told = told
        """Hears that something was recorded: the outbox may have work."""
        self._store = store
        self._jobs = jobs
        self._content = content
        self._words = words
        self._count: tuple[Shift, tuple[Handled, ...], str] | None = None
        """The count that was asked for last, and its job."""

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            # It may have come out: only the person knows.
            PrintSlip: Handler(self.slip, SlipEnded(SlipAt.UNSURE)),
            PrintCount: Handler(self.manifest, CountPrinted(False)),
        }

    def offered(self) -> frozenset[Paper]:
        """What a person can have here. A receipt never costs a label."""
        fitting = {paper: self._jobs.fitting(paper.value, endless=True) for paper in Paper}
        return frozenset(paper for paper, one in fitting.items() if one is not None)

    def manifests(self) -> bool:
        """Whether a courier can have the count of a visit on paper."""
        return self._jobs.fitting(MANIFEST, endless=True) is not None

    async def slip(self, task: PrintSlip) -> SlipEnded:
        """Print it once, now or never: nobody comes back for a receipt."""
        about = await self._store.reservation(task.visit.reservation)
        owner = about.owner if about else task.visit.owner
        said = self._words.slip(task.paper, task.visit, task.outcome, about.ref if about else "")
        job = self._content.job(task.paper.value, said, owner=owner, language=task.language)
        one = self._jobs.fitting(task.paper.value, endless=True)
        tried = (
            await self._jobs.print_once(one, job) if one else Tried(Outcome.NOT_PRINTED, NO_PRINTER)
        )
        name = one.settings.name if one else ""
        match tried.outcome:
            case Outcome.PRINTED:
                await self._record(settling.slip_printed(task.paper, task.visit, name))
            case Outcome.NOT_PRINTED:
                why = tried.reason
                await self._record(settling.slip_failed(task.paper, task.visit, name, why))
            case Outcome.UNSURE:
                log.warning("printer %s: nobody knows whether a receipt came out", name)
        return SlipEnded(SLIP_ENDS[tried.outcome])

    async def manifest(self, task: PrintCount) -> CountPrinted:
        """Print what was done in this visit. What the printer does not take waits for staff."""
        handled = tuple(await self._store.handled())
        job = await self._begun(task.shift, handled)
        if job is None:
            said = self._words.manifest(task.shift, handled, _counts(handled))
            job = self._content.job(MANIFEST, said, owner=Owner.LOCAL, language=task.language)
            await self._store.add_label(job)
            self._count = (task.shift, handled, job.id)
        tried = await self._jobs.print(job)
        return CountPrinted(tried.outcome is Outcome.PRINTED)

    async def _begun(self, shift: Shift, handled: tuple[Handled, ...]) -> LabelJob | None:
        """The same count, asked for once more: what came out of it comes out no second time."""
        if self._count is None or self._count[:2] != (shift, handled):
            return None
        job = await self._store.label(self._count[2])
        if job is not None and job.state is JobState.UNSURE:
            # Whoever asks again has looked into the slot.
            await self._jobs.failed(job, job.error)
            job = await self._store.label(job.id)
        return job if job is not None and job.state is JobState.QUEUED else None

    async def _record(self, change: Change) -> None:
        try:
            await self._store.record(change)
        except StoreBroken:
            # The paper is in somebody's hand; a line less in the journal keeps nobody.
            log.exception("a receipt was not recorded")
        self._told()


def _counts(handled: Sequence[Handled]) -> Mapping[Errand, int]:
    return Counter(one.errand for one in handled)
