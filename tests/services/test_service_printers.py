"""Printers looked after at the screen, on a real store: rolls, test pages, labels that wait."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.flows.service.printer_screens import (
    DropWaiting,
    LoadRoll,
    Pressed,
    PrintTest,
    PrintWaiting,
    ReadPrinters,
    SayCameOut,
)
from kiosk.domain.labels import JobState
from kiosk.domain.printing import Outcome
from kiosk.services.asker import Asker
from kiosk.services.service_printers import PrintersAtScreen
from tests.integration.store_bench import StandingClock, furnished
from tests.services.label_corner import OUT, Corner


@pytest.fixture
async def corner(tmp_path: Path) -> AsyncIterator[Corner]:
    clock = StandingClock()
    async with furnished(tmp_path, clock) as store:
        yield Corner(store, clock, None)


@pytest.fixture
def page(corner: Corner) -> PrintersAtScreen:
    printers, store = tuple(corner.jobs.printers), corner.store
    assert isinstance(store, SqliteStore)
    stock, desk = corner.stock, corner.desk
    return PrintersAtScreen(store, printers, stock, desk, lambda: Asker(account="anna7"))


async def ask(page: PrintersAtScreen, task):
    return await page.tasks[type(task)].do(task)


async def waiting(corner: Corner, page: PrintersAtScreen, said: object = OUT):
    """A label that did not come out."""
    label = await corner.offers(await corner.brings())
    corner.printer.next = [said]
    await corner.labels.print_(label)
    (one,) = (await ask(page, ReadPrinters())).seen.waiting
    return one


async def test_a_waiting_label_is_printed_once_in_the_technicians_name(corner, page):
    one = await waiting(corner, page)
    assert (one.state, one.error) == (JobState.QUEUED, "paper_out")
    assert (await ask(page, PrintWaiting(one))).pressed is Pressed.PRINTED
    assert len(corner.printer.paper) == 1
    assert (await ask(page, ReadPrinters())).seen.waiting == ()
    accounts = {line["facts"].get("account") for line in await corner.store.journal(20)}
    assert "anna7" in accounts


async def test_what_came_out_or_not_is_asked_before_it_is_printed_again(corner, page):
    one = await waiting(corner, page, Outcome.UNSURE)
    assert one.state is JobState.UNSURE
    assert (await ask(page, PrintWaiting(one))).pressed is Pressed.FAILED
    assert (await ask(page, SayCameOut(one, False))).pressed is Pressed.WAITS
    assert (await ask(page, DropWaiting(one))).pressed is Pressed.DROPPED
    assert (await ask(page, ReadPrinters())).seen.waiting == ()


async def test_a_new_roll_is_counted_down_by_a_test_page(corner, page):
    (seen,) = (await ask(page, ReadPrinters())).seen.printers
    assert (await ask(page, LoadRoll(seen.name, 250))).pressed is Pressed.ROLL_IN
    assert (await ask(page, LoadRoll(seen.name, 0))).pressed is Pressed.FAILED
    assert (await ask(page, PrintTest(seen.name))).pressed is Pressed.PRINTED
    (seen,) = (await ask(page, ReadPrinters())).seen.printers
    assert seen.left == 249
    assert "label.roll_replaced" in await corner.told()
