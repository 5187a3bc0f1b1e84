"""Labels at the operator's desk, and for whoever asks from afar; no verb here opens a door."""

from collections.abc import Sequence

from kiosk.domain import labels
from kiosk.domain.commands import Ask, Command
from kiosk.domain.errors import CloudError
from kiosk.domain.labels import OPEN, TEST, JobState, LabelJob
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Reservation, ReservationId
from kiosk.domain.obeyed import REMOTE, Why
from kiosk.domain.printing import Outcome
from kiosk.ports_labels import LabelStore
from kiosk.services.asker import Asker
from kiosk.services.commands import Obeys
from kiosk.services.label_content import LabelContent
from kiosk.services.label_jobs import LabelJobs, Tried
from kiosk.services.label_printers import Loaded
from kiosk.services.label_stock import MOST_ON_A_ROLL, LabelStock
from kiosk.services.local import NotPossible

MOST_LINES = 1000


class LabelDesk:
    """Has labels printed once more, and hears what became of them and of the rolls."""

    def __init__(
        self, store: LabelStore, jobs: LabelJobs, content: LabelContent, stock: LabelStock
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._content = content
        self._stock = stock

    async def waiting(self, most: int) -> Sequence[LabelJob]:
        """The labels that have not come out, or may not have."""
        return await self._store.labels(tuple(OPEN), max(1, min(most, MOST_LINES)))

    async def print_label(self, asker: Asker, which: str) -> tuple[LabelJob, Tried]:
        """Print what waits, or the label of a reservation once more. Raises NotPossible."""
        job = await self._wanted(which)
        if job.state is JobState.UNSURE:
            raise NotPossible(f"label {job.id}: first say whether it came out, with label-seen")
        await self._sign(asker, "print_label", job)
        return job, await self._print(job)

    async def label_seen(self, asker: Asker, job: str, out: bool) -> LabelJob:
        """Say whether a label came out. Raises NotPossible."""
        known = await self._known(job)
        if known.state is not JobState.UNSURE:
            raise NotPossible(f"label {job} is {known.state.value}")
        await self._sign(asker, "label_seen", known)
        await (self._jobs.came_out(known) if out else self._jobs.failed(known, known.error))
        return await self._known(known.id)

    async def discard_label(self, asker: Asker, job: str) -> LabelJob:
        """It is not wanted any more. Raises NotPossible."""
        known = await self._known(job)
        if known.state is not JobState.QUEUED:
            raise NotPossible(f"label {job} is {known.state.value}")
        await self._sign(asker, "discard_label", known)
        change = labels.discarded(known, "staff")
        await self._store.settle_label(known.id, JobState.DISCARDED, known.error, change)
        return await self._known(known.id)

    async def roll(self, asker: Asker, count: int, printer: str | None = None) -> None:
        """A new roll with so many labels is in. Raises NotPossible."""
        if not 0 < count <= MOST_ON_A_ROLL:
            raise NotPossible(f"a roll has 1 to {MOST_ON_A_ROLL} labels")
        name = self._printer(printer).settings.name
        await self._stock.replace(name, count, asker.facts)

    async def test_page(self, asker: Asker, printer: str | None = None) -> tuple[str, Tried]:
        """Print a test page; answers by which printer. Raises NotPossible."""
        one = self._printer(printer)
        job = self._content.job(TEST, self._content.test_page(one.settings.name))
        await self._sign(asker, "test_page", job)
        return one.settings.name, await self._jobs.print_once(one, job)

    async def obey(self, command: Command, about: Reservation | None) -> str:
        """A wish from afar; "" is done, anything else why not. Raises StoreBroken."""
        if not self._jobs.printers:
            return Why.NO_PRINTER.value
        if command.ask is Ask.ROLL_REPLACED:
            settings = self._jobs.printers[0].settings
            if settings.roll is None:
                return Why.NOT_POSSIBLE.value
            await self._stock.replace(settings.name, settings.roll, {"actor": REMOTE})
            return ""
        job = await self._asked_for(command, about)
        if job is None or job.state is JobState.UNSURE:
            return Why.NEEDS_LOOK.value if job else Why.NOT_POSSIBLE.value
        tried = await self._print(job)
        return "" if tried.outcome is Outcome.PRINTED else tried.reason or Why.NEEDS_LOOK.value

    async def _asked_for(self, command: Command, about: Reservation | None) -> LabelJob | None:
        if (job := await self._content.asked(command, about)) is not None:
            await self._store.add_label(job)
            return job
        if about is None:
            return None
        known = await self._store.label_of(about.id)
        return known if known is not None else await self._fresh(about)

    async def _wanted(self, which: str) -> LabelJob:
        if (job := await self._named(which)) is not None:
            return job
        about = await self._store.reservation(ReservationId(which))
        about = about or (await self._store.newest_by_ref([which])).get(which)
        if about is None:
            raise NotPossible(f"neither a label nor a reservation is called {which!r}")
        if (job := await self._store.label_of(about.id)) is not None:
            return job
        if (job := await self._fresh(about)) is not None:
            return job
        raise NotPossible(f"nothing is printed for {which!r}, or the cloud does not say what")

    async def _fresh(self, about: Reservation) -> LabelJob | None:
        try:
            job = await self._content.of(about)
        except CloudError:
            return None
        if job is not None:
            await self._store.add_label(job)
        return job

    async def _print(self, job: LabelJob) -> Tried:
        if not job.template:
            try:
                job = await self._content.late(job)
            except CloudError:
                return Tried(Outcome.NOT_PRINTED, Why.CLOUD_SILENT.value)
            await self._store.fill_label(job)
        if self._jobs.taker(job) is None:
            nobody = self._jobs.nobody(job)
            await self._jobs.failed(job, nobody)
            return Tried(Outcome.NOT_PRINTED, nobody)
        return await self._jobs.print(job)

    def _printer(self, name: str | None) -> Loaded:
        found = [one for one in self._jobs.printers if name in {None, one.settings.name}]
        if not found:
            raise NotPossible(f"there is no printer {name!r}" if name else "there is no printer")
        return found[0]

    async def _known(self, job: str) -> LabelJob:
        known = await self._named(job)
        if known is None:
            raise NotPossible(f"there is no label {job!r}")
        return known

    async def _named(self, which: str) -> LabelJob | None:
        """By its id, or by its mark while it waits: that stands on the parcel."""
        if (job := await self._store.label(which)) is not None:
            return job
        waiting = await self._store.labels(tuple(OPEN), MOST_LINES)
        marked = [job for job in waiting if job.mark == "".join(which.split()).upper()]
        return marked[0] if len(marked) == 1 else None

    async def _sign(self, asker: Asker, verb: str, job: LabelJob) -> None:
        facts: dict[str, str | int | bool | None] = {**asker.facts, "job": job.id}
        await self._store.record(Change(f"operator.{verb}", job.reservation, facts=facts))


class LabelWishes:
    """Stands before who carries wishes out, and takes those about labels."""

    def __init__(self, desk: LabelDesk, store: LabelStore, others: Obeys) -> None:
        self._desk = desk
        self._store = store
        self._others = others

    async def obey(self, command: Command, *, trusted: bool) -> str:
        """Nothing when it is done, else why not in one word. Raises StoreBroken."""
        if command.ask not in {Ask.PRINT, Ask.ROLL_REPLACED}:
            return await self._others.obey(command, trusted=trusted)
        about = None
        if command.ask is Ask.PRINT and command.reservation is not None:
            about = await self._store.reservation(command.reservation)
            if about is None:
                return Why.UNKNOWN_RESERVATION.value
            if about.owner is Owner.LOCAL and not trusted:
                return Why.NOT_YOURS.value
        return await self._desk.obey(command, about)
