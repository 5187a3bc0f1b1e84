"""A count of several sheets meets every fault: each sheet comes out once, or what is left waits."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.labels import JobState, LabelJob
from kiosk.domain.layout import Owner
from kiosk.domain.printing import Outcome, Picture
from kiosk.sandbox.printers.printer import Printer
from kiosk.services.label_jobs import LabelJobs, Tried
from kiosk.services.label_printers import Loaded
from tests.integration.paper import MEDIA, at_once, pair, shows, unhurried
from tests.integration.store_bench import NOON, StandingClock, furnished

COUNT = 3
MAKES = ("zpl", "tspl", "escpos")


def sheet(number: int) -> Picture:
    dark = np.random.default_rng(number).random((240, 400)) < 0.4
    return Picture(400, 240, np.packbits(dark, axis=1).tobytes())


SHEETS = tuple(map(sheet, range(COUNT)))


COUNTED = LabelJob("j1", None, Owner.LOCAL, "manifest", {}, "en", "ACDEFH", NOON)


class Press:
    """Draws three sheets for whatever it is."""

    def __init__(self, media: str) -> None:
        self._media = media

    def media(self, template: str) -> list[str]:
        return [self._media]

    async def draw(self, *_: object) -> tuple[Picture, ...]:
        return SHEETS


@dataclass
class Desk:
    """The jobs of a locker, with one printer; started anew it is another one."""

    store: SqliteStore
    jobs: LabelJobs
    printer: Printer

    async def state(self) -> JobState:
        job = await self.store.label("j1")
        assert job is not None
        return job.state

    async def prints(self) -> Tried:
        job = await self.store.label("j1")
        assert job is not None
        return await self.jobs.print(job)

    def out(self) -> list[int]:
        """How often each sheet came out whole; of a receipt the paper may end behind its rows."""
        receipts = self.jobs.printers[0].endless
        papers = (*self.printer.labels, *(self.printer.pieces if receipts else ()))
        return [sum(shows(paper, one) for paper in papers) for one in SHEETS]

    async def seen_to(self) -> None:
        """Staff mend it, look what came out, and have the rest printed."""
        for _ in range(COUNT + 1):
            job = await self.store.label("j1")
            assert job is not None
            if job.state is JobState.UNSURE:
                came = self.out()[job.sheets_out] == 1
                await (self.jobs.came_out(job) if came else self.jobs.failed(job, job.error))
            elif job.state is JobState.QUEUED:
                await self.jobs.print(job)


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@asynccontextmanager
async def desk(folder: Path, make: str) -> AsyncIterator[Desk]:
    async with pair(make) as (driver, printer), furnished(made(folder), StandingClock()) as store:
        loaded = Loaded(driver._settings, driver)
        press = Press(MEDIA[make])
        jobs = LabelJobs(store, [loaded], press, lambda: None, lambda _: None)  # type: ignore[arg-type]
        await store.add_label(COUNTED)
        yield Desk(store, jobs, printer)
        await jobs.aclose()


async def length(folder: Path, make: str) -> int:
    """Bytes of the whole count, with its questions."""
    async with desk(folder, make) as here:
        assert (await here.prints()).outcome is Outcome.PRINTED
        return here.printer.port.heard


async def ends_well(here: Desk, tried: Tried, case: Sequence[object]) -> None:
    """Nothing comes out twice; what did not come out waits, and comes out once."""
    assert max(here.out()) <= 1, case
    done = here.out() == [1] * COUNT
    case = (*case, tried, here.out(), await here.state())
    assert (await here.state() is JobState.PRINTED) == (tried.outcome is Outcome.PRINTED), case
    assert done or await here.state() in {JobState.QUEUED, JobState.UNSURE}, case
    await here.seen_to()
    assert (here.out(), await here.state()) == ([1] * COUNT, JobState.PRINTED), case


@unhurried
async def test_a_cut_at_each_tenth_prints_no_sheet_twice_and_loses_none(tmp_path: Path):
    async def story(make: str, tenth: int, whole: int) -> None:
        async with desk(tmp_path / f"{make}{tenth}", make) as here:
            here.printer.do(f"cut {max(1, whole * tenth // 10)}")
            await ends_well(here, await here.prints(), (make, tenth))

    lengths = {make: await length(tmp_path / make, make) for make in MAKES}
    for make in MAKES:
        await at_once(story, *((make, tenth, lengths[make]) for tenth in range(10)))


@pytest.mark.parametrize("hand", ["roll 60", "roll 35", "roll 10"])
@unhurried
async def test_paper_that_ends_in_any_sheet_leaves_the_rest_for_later(tmp_path: Path, hand: str):
    async def story(make: str) -> None:
        async with desk(tmp_path / make, make) as here:
            here.printer.do(hand)
            tried = await here.prints()
            assert tried.outcome is not Outcome.PRINTED
            here.printer.do("paper in")
            await ends_well(here, tried, (make, hand))

    await at_once(story, *MAKES)
