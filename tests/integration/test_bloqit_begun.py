"""Whole kiosks of Bloq.it over real wires: somebody without a code, and somebody far away."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, cast

import httpx
import pytest

from kiosk.app.machine import running
from kiosk.assets import examples
from kiosk.config import load
from kiosk.demo.scene import write_config
from kiosk.domain.flows.after import ShowCode
from kiosk.domain.flows.choices import SizeChosen
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import FinishAsked, JourneyChosen
from kiosk.domain.flows.keeping import ChooseStore
from kiosk.domain.flows.opening import PutParcel
from kiosk.domain.flows.visit import Aim
from kiosk.domain.flows.walkup import ChooseSize
from kiosk.sandbox.boards.serve import emulated
from kiosk.sandbox.clouds.bloqit import create
from tests.integration.bloqit_locker import BASE, BLOQ, KEY
from tests.integration.locker import Glass, Locker, SwitchableCloud

POLICY = "sync_every = 0.2\nrefusal_after = 0.1\ncloud_waits = 3.0\n"


class BloqitCloud(SwitchableCloud):
    def __init__(self) -> None:
        super().__init__()
        self.app = create()

    def rents(self) -> list[dict[str, Any]]:
        return cast(list[dict[str, Any]], self.ask("GET", "reservations"))

    def readings(self) -> int:
        """How often the history was read."""
        return sum(call.path.endswith("/webhooks/history") for call in self.app.state.calls.all())

    def others(self, method: str, path: str, **more: Any) -> None:
        """Somebody else with the same key."""
        with httpx.Client(base_url=f"{self.url}{BASE}", headers=KEY) as http:
            assert http.request(method, path, **more).status_code == 200


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Locker]:
    sandbox = BloqitCloud()
    async with AsyncExitStack() as stack:
        await asyncio.to_thread(sandbox.start)
        stack.push_async_callback(asyncio.to_thread, sandbox.kill)
        board = await stack.enter_async_context(emulated("kerong", "cu48"))
        bank = examples() / "bloqit" / "layout.toml"
        file = write_config(tmp_path, sandbox.url, board.port, policy=POLICY, layout=bank)
        text = file.read_text().replace('"kioskforce"', '"bloqit"').replace("machine_123", BLOQ)
        file.write_text(text)
        glass = Glass()
        machine = await stack.enter_async_context(running(load(file), glass))
        yield Locker(machine, glass, board, sandbox)


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
