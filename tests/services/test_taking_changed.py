"""What changed since the list was read: the list opens nothing that is its recipient's again."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain import settling
from kiosk.domain.acts import By
from kiosk.domain.flows.courier.takeout import ExchangePlaces, MayTake, NotHere, TakeOut
from kiosk.domain.model import Kind
from kiosk.domain.round import Cause
from kiosk.services.courier_round import cause_of
from tests.integration.store_bench import NOON
from tests.services.taking import Work, at_work, listed, lying

LATE = lying("r1", "2", kind=Kind.DELIVERY, expires_at=NOON - timedelta(minutes=1))
OTHER = lying("r2", "4")


@pytest.fixture
async def work(tmp_path: Path) -> AsyncIterator[Work]:
    async with at_work(tmp_path) as work:
        await work.keep(LATE, OTHER)
        await work.proves()
        work.taking.collecting.cause_now = lambda one: cause_of(one, NOON)
        yield work


async def test_a_parcel_whose_end_was_put_off_meanwhile_stays(work: Work):
    row = replace(listed(LATE), cause=Cause.EXPIRED)
    assert isinstance(await work.ask(TakeOut(row)), MayTake)
    later = NOON + timedelta(days=1)
    change = settling.put_off(await work.one("r1"), later, {})
    await work.here.store.extend(LATE.id, later, change)
    assert await work.ask(TakeOut(row)) == NotHere()


async def test_one_that_has_ended_meanwhile_changes_no_places(work: Work):
    await work.takes(OTHER, By.TECHNICIAN)
    answer = await work.ask(ExchangePlaces(listed(LATE), listed(OTHER), ()))
    assert answer == NotHere()
    assert (await work.one("r1")).compartment == "2"
