"""A parcel of Bloq.it's from announced to finished, on a whole kiosk over real wires."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.domain.flows.home import AskDatum, Home
from kiosk.domain.flows.inputs import FinishAsked
from kiosk.domain.flows.opening import Done, PutParcel, TakeParcel
from tests.integration.bloqit_kiosk import BloqitCloud, bloqit_kiosk
from tests.integration.bloqit_locker import RENT
from tests.integration.locker import Locker

POLICY = "sync_every = 0.3\nrefusal_after = 0.1\ncloud_waits = 3.0\n"
UUID = "550e8400-e29b-41d4-a716-446655440000"


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Locker]:
    async with bloqit_kiosk(tmp_path, POLICY) as place:
        yield place


async def becomes(place: Locker, state: str) -> None:
    assert isinstance(place.cloud, BloqitCloud)
    async with asyncio.timeout(15):
        while await asyncio.to_thread(place.cloud.state) != state:
            await asyncio.sleep(0.05)


async def test_a_parcel_is_put_in_with_a_code_held_up_and_taken_with_one_typed(place: Locker):
    wish = {"_id": RENT, "locker": "A1", "dropOffCode": UUID, "pickUpCodes": {"user": "1357"}}
    customer = {"phoneNumber": "+351 912 345 678"}
    await asyncio.to_thread(lambda: place.cloud.put(state="reserved", customer=customer, **wish))
    await place.known(RENT)
    place.scan(UUID)
    await place.sees(PutParcel)
    await becomes(place, "starting 00")
    place.board.do("occupy 0")
    place.board.do("shut 0")
    await place.sees(Done)
    await becomes(place, "in_progress 00")
    place.do(FinishAsked())
    await place.sees(Home)
    place.type("1357")
    await place.sees(AskDatum)
    place.answer("5678")
    await place.sees(TakeParcel)
    await becomes(place, "collect_item 00")
    place.board.do("clear 0")
    place.board.do("shut 0")
    await place.sees(Done)
    await becomes(place, "finished 00")
    assert len(place.unlocks()) == 2


async def test_a_parcel_taken_while_the_cloud_was_away_is_told_when_it_is_back(place: Locker):
    wish = {"_id": RENT, "locker": "A2", "pickUpCodes": {"user": "246813"}}
    await asyncio.to_thread(lambda: place.cloud.put(state="in_progress", **wish))
    await place.known(RENT)
    await asyncio.to_thread(place.cloud.kill)
    place.type("246813")
    await place.sees(TakeParcel)
    place.board.do("shut 1")
    await place.sees(Done)
    await asyncio.to_thread(place.cloud.start)
    await becomes(place, "finished 01")
    assert len(place.unlocks()) == 1
    called = await asyncio.to_thread(place.cloud.ask, "GET", "calls")
    told = [call["path"].partition(RENT)[2] for call in called if call["method"] == "PUT"]
    assert told == ["/collect", "/lockers/close"]
