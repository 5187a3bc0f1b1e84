"""The label desk's verbs for ``kiosk ctl``: what they answer, as the console shows it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from kiosk.domain.labels import LabelJob
from kiosk.services.asker import Asker
from kiosk.services.label_desk import LabelDesk
from kiosk.services.label_jobs import LabelJobs, Tried
from kiosk.services.label_stock import LabelStock

Answer = Mapping[str, Any]


class LabelVerbs:
    """``labels``, ``print-label``, ``label-seen``, ``discard-label``, ``roll`` and ``test-page``;
    those that change something raise NotPossible."""

    def __init__(self, desk: LabelDesk, jobs: LabelJobs, stock: LabelStock) -> None:
        self._desk = desk
        self._jobs = jobs
        self._stock = stock

    @property
    def reads(self) -> Mapping[str, Callable[..., Awaitable[Answer]]]:
        return {"labels": self.labels}

    @property
    def writes(self) -> Mapping[str, Callable[..., Awaitable[Answer]]]:
        """The verbs that change something, by name."""
        return {
            "print-label": self.print_label,
            "label-seen": self.label_seen,
            "discard-label": self.discard_label,
            "roll": self.roll,
            "test-page": self.test_page,
        }

    async def labels(self, limit: int = 100) -> Answer:
        """What waits, what the printers say, what is left; nobody's name."""
        waiting = await self._desk.waiting(limit)
        states = await self._jobs.states()
        return {
            "waiting": [_shown(job) for job in waiting],
            "printers": {
                name: {
                    "ready": status.ready,
                    "hitches": sorted(hitch.value for hitch in status.hitches),
                    "labels_left": status.labels_left,
                }
                for name, status in states.items()
            },
            "stock": await self._stock.facts(),
        }

    async def print_label(self, asker: Asker, which: str) -> Answer:
        job, tried = await self._desk.print_label(asker, which)
        return {"label": job.id, "mark": job.mark, **_said(tried)}

    async def label_seen(self, asker: Asker, job: str, out: bool) -> Answer:
        return {"label": _shown(await self._desk.label_seen(asker, job, out))}

    async def discard_label(self, asker: Asker, job: str) -> Answer:
        return {"label": _shown(await self._desk.discard_label(asker, job))}

    async def roll(self, asker: Asker, count: int, printer: str | None = None) -> Answer:
        await self._desk.roll(asker, count, printer)
        return await self._stock.facts()

    async def test_page(self, asker: Asker, printer: str | None = None) -> Answer:
        name, tried = await self._desk.test_page(asker, printer)
        return {"printer": name, **_said(tried)}


def _shown(job: LabelJob) -> Answer:
    return {
        "id": job.id,
        "reservation": job.reservation,
        "template": job.template,
        "mark": job.mark,
        "state": job.state.value,
        "tries": job.tries,
        "error": job.error,
        "printer": job.printer,
        "made_at": job.made_at.isoformat(),
    }


def _said(tried: Tried) -> Answer:
    return {"outcome": tried.outcome.value, "why": tried.reason}
