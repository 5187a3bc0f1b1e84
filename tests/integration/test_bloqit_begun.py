"""Whole kiosks of Bloq.it over real wires: somebody without a code, and somebody far away."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

import pytest

from kiosk.domain.flows.after import ShowCode
from kiosk.domain.flows.choices import SizeChosen
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import FinishAsked, JourneyChosen
from kiosk.domain.flows.keeping import ChooseStore
from kiosk.domain.flows.opening import PutParcel
from kiosk.domain.flows.visit import Aim
from kiosk.domain.flows.walkup import ChooseSize
from tests.integration.bloqit_kiosk import BloqitCloud, bloqit_kiosk
from tests.integration.bloqit_locker import BLOQ
from tests.integration.locker import Locker

POLICY = "sync_every = 0.2\nrefusal_after = 0.1\ncloud_waits = 3.0\n"


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Locker]:
    async with bloqit_kiosk(tmp_path, POLICY) as place:
        yield place


async def readings(place: Locker, more: int) -> None:
    """So many further looks into the history."""
    cloud = cast(BloqitCloud, place.cloud)
    until = cloud.readings() + more
    await place.until(lambda: cloud.readings() >= until, "the history")


async def test_a_store_is_begun_put_in_and_never_opened_by_its_own_echo(place: Locker):
    cloud = cast(BloqitCloud, place.cloud)
    await place.sees(Home)
    place.do(JourneyChosen(Aim.STORE))
    await place.until(
        lambda: isinstance(place.state, ChooseSize) and bool(place.state.offers), "sizes"
    )
    place.do(SizeChosen("M"))
    put = cast(PutParcel, await place.sees(PutParcel))
    (rent,) = await asyncio.to_thread(cloud.rents)
    assert (rent["type"], rent["state"]) == ("store", "starting")
    channel = int(put.visit.label) - 1
    place.board.do(f"occupy {channel}")
    place.board.do(f"shut {channel}")
    shown = cast(ShowCode, await place.sees(ShowCode))
    handed = shown.visit.handover
    assert handed is not None
    (name, code), *_ = rent["details"]["pickUpCodes"].items()
    assert (handed.typed, handed.qr) == (code, code)
    assert name.startswith("walkup-")
    place.do(FinishAsked())
    await place.sees(Home)
    await readings(place, 6)
    (rent,) = await asyncio.to_thread(cloud.rents)
    assert rent["state"] == "in_progress"
    assert len(place.unlocks()) == 1
    place.type(code)
    await place.sees(ChooseStore)
    assert code not in str(await place.machine.desk.journal())


async def test_what_somebody_opens_by_the_api_opens_here_once(place: Locker):
    cloud = cast(BloqitCloud, place.cloud)
    await place.sees(Home)
    await readings(place, 3)
    bloq = await asyncio.to_thread(cloud.app.state.bloqit.bloq, BLOQ)
    locker = next(iter(bloq.lockers))
    await asyncio.to_thread(cloud.others, "PUT", f"/bloqs/{BLOQ}/lockers/{locker}/open")
    await place.until(lambda: place.unlocks(), "the door")
    await readings(place, 6)
    assert len(place.unlocks()) == 1


async def test_a_store_that_somebody_begins_by_the_api_opens_here_once(place: Locker):
    """It is heard of before the list was read again: the rent itself is read then."""
    cloud = cast(BloqitCloud, place.cloud)
    await place.sees(Home)
    await readings(place, 3)
    bloq = await asyncio.to_thread(cloud.app.state.bloqit.bloq, BLOQ)
    locker = next(iter(bloq.lockers))
    await asyncio.to_thread(cloud.others, "POST", "/stores", params={"lockerID": locker})
    await place.until(lambda: place.unlocks(), "the door")
    await readings(place, 6)
    assert len(place.unlocks()) == 1
    assert "command.refused" not in str(await place.machine.desk.journal())
