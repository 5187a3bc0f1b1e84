"""The power goes while a parcel is in a courier's hands, and a sensor sees that it is gone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.domain import settling
from kiosk.domain.acts import By
from kiosk.domain.flows.courier.carrying import CarryOff, ListMovable, MayPut, PutDown
from kiosk.domain.flows.courier.takeout import MayTake
from kiosk.domain.layout import DoorId
from kiosk.domain.model import Contents, Intent, IntentState, Purpose, ReservationId
from tests.integration.store_bench import NOON
from tests.services.taking import RULES, Work, at_work, listed, lying

ONE = lying("r1", "3", size="M")


@pytest.fixture
async def work(tmp_path: Path) -> AsyncIterator[Work]:
    async with at_work(tmp_path) as work:
        await work.keep(ONE)
        await work.proves()
        take = await work.ask(CarryOff(listed(ONE)))
        assert isinstance(take, MayTake)
        await work.here.store.record(settling.opened(take.visit))
        cut = Intent(
            "i1", DoorId("3"), take.visit.authorisation, ReservationId("r1"), Purpose.PICKUP,
            By.COURIER.value, "shut", 1, NOON, IntentState.OPENED,
        )  # fmt: skip
        found = settling.shut_late(cut, await work.one("r1"), False, RULES)
        await work.here.store.record(found)
        yield work


async def test_whoever_has_it_finds_it_on_the_list_and_puts_it_down(work: Work):
    assert await work.contents("3") is Contents.MAYBE
    assert not (await work.one("r1")).particulars.missing
    (found,) = (await work.ask(ListMovable())).found
    assert (found.parcel.reservation, found.unsure) == ("r1", True)
    put = await work.ask(PutDown(found.parcel, "5"))
    assert isinstance(put, MayPut)
    for change in (settling.opened(put.visit), settling.deposited(put.visit, confirmed=True)):
        await work.here.store.record(change)
    assert (await work.one("r1")).compartment == "5"
    assert (await work.contents("3"), await work.contents("5")) == (Contents.EMPTY, Contents.PARCEL)
    (found,) = (await work.ask(ListMovable())).found
    assert not found.unsure


async def test_or_back_where_it_lay(work: Work):
    put = await work.ask(PutDown(listed(ONE), "3"))
    assert isinstance(put, MayPut)
    for change in (settling.opened(put.visit), settling.kept(put.visit, None)):
        await work.here.store.record(change)
    assert await work.contents("3") is Contents.PARCEL
    (found,) = (await work.ask(ListMovable())).found
    assert not found.unsure
