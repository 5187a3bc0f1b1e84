"""A whole kiosk of Bloq.it's whose network is cut while somebody brings a parcel."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from kiosk.domain.flows.choices import SizeChosen
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import Entered, FinishAsked, JourneyChosen, KeyPressed
from kiosk.domain.flows.opening import Done, PutParcel
from kiosk.domain.flows.visit import Aim
from kiosk.domain.flows.walkup import ChooseSize
from tests.integration.bloqit_kiosk import bloqit_kiosk
from tests.integration.bloqit_locker import RENT
from tests.integration.hook_end import HookEnd, hook_end
from tests.integration.locker import Locker

CODE = "471174"
POLICY = """sync_every = 0.3
refusal_after = 0.1
cloud_waits = 1.0
fresh = 0.1
offline_unknown_dropoff = "accept"
"""


@pytest.fixture
async def heard() -> AsyncIterator[HookEnd]:
    async with hook_end() as end:
        yield end


@pytest.fixture
async def place(tmp_path: Path, heard: HookEnd) -> AsyncIterator[Locker]:
    async with bloqit_kiosk(tmp_path, POLICY, f'report_url = "{heard.url}"') as place:
        yield place


async def cut(place: Locker) -> None:
    await asyncio.to_thread(place.cloud.kill)
    await online(place, False)


async def back(place: Locker) -> None:
    await asyncio.to_thread(place.cloud.start)
    await online(place, True)


async def online(place: Locker, wanted: bool) -> None:
    await place.until(lambda: place.machine.health.as_facts()["online"] is wanted, "the line")


async def made_there(place: Locker) -> None:
    """Its partner makes the rent while nobody here can hear of it."""
    wish = {"_id": RENT, "locker": "A9", "dropOffCode": CODE, "pickUpCodes": {"user": "135790"}}
    there = httpx.ASGITransport(place.cloud.app)
    async with httpx.AsyncClient(transport=there, base_url="http://there") as client:
        answer = await client.post("/_sandbox/reservations", json={**wish, "state": "reserved"})
    assert answer.status_code == 201, answer.text


def brings(place: Locker) -> None:
    place.do(JourneyChosen(Aim.DROPOFF), *(KeyPressed(sign) for sign in CODE), Entered())


async def puts_in(place: Locker, channel: int) -> None:
    await place.sees(PutParcel)
    place.board.do(f"occupy {channel}")
    place.board.do(f"shut {channel}")
    await place.sees(Done)
    place.do(FinishAsked())
    await place.sees(Home)


async def all_told(place: Locker) -> None:
    async with asyncio.timeout(15):
        while (await place.machine.desk.outbox())["events"]:
            await asyncio.sleep(0.05)


def names(heard: HookEnd) -> list[str]:
    return [call.json["codeName"] for call in heard.calls]


async def test_a_known_code_is_told_and_reported_once_the_network_is_back(place, heard):
    wish = {"_id": RENT, "locker": "A1", "dropOffCode": CODE, "pickUpCodes": {"user": "135790"}}
    await asyncio.to_thread(lambda: place.cloud.put(state="reserved", **wish))
    await place.known(RENT)
    await cut(place)
    brings(place)
    await puts_in(place, 0)
    assert heard.calls == []
    await back(place)
    await place.until(lambda: "rent.offline_dropoff" in names(heard), "reported")
    await place.until(lambda: place.cloud.state() == "in_progress 00", "told")
    await all_told(place)


async def test_an_unknown_code_gets_a_compartment_of_the_size_that_is_chosen(place, heard):
    await cut(place)
    brings(place)
    await place.until(lambda: isinstance(place.state, ChooseSize) and place.state.offers, "sizes")
    place.do(SizeChosen("M"))
    await puts_in(place, 11)
    await made_there(place)
    await back(place)
    await place.until(lambda: place.cloud.state() == "in_progress 0b", "told")
    await all_told(place)
    assert "rent.offline_dropoff" in names(heard)
