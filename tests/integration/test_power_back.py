"""A whole kiosk starts again: on what a power cut left on its disk, or without its memory."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.domain.flows.home import Home, OutOfOrder
from kiosk.domain.flows.inputs import FinishAsked
from kiosk.domain.flows.opening import Done, Opening, PutParcel, TakeParcel
from tests.integration.locker import STORED, WAITING, Locker, SwitchableCloud, locker

QUICK = "sync_every = 0.3\nrefusal_after = 0.1\n"
PATIENT = QUICK + "door_opens_within = 30.0\n"


async def ledger(here: Locker) -> dict[str, tuple[str, str | None]]:
    """Contents and flag of each compartment."""
    rows = (await here.machine.desk.doors())["doors"]
    return {row["label"]: (row["contents"], row["flag"]) for row in rows}


async def comes(here: Locker, label: str, expected: tuple[str, str | None]) -> None:
    async with asyncio.timeout(15):
        while (known := (await ledger(here))[label]) != expected:
            await asyncio.sleep(0.05)
            assert known[1] in ("quarantined", expected[1])


async def journal(here: Locker) -> list[str]:
    lines = (await here.machine.desk.journal(200))["lines"]
    return [str(line["name"]) for line in lines]


async def forgotten(folder: Path) -> None:
    """A kiosk has run here, and then its database was destroyed."""
    async with locker(folder, policy=QUICK) as here:
        await here.sees(Home)
    (folder / "state" / "kiosk.db").write_bytes(b"")


async def test_lost_memory_is_made_good_where_the_sensor_says_the_same_twice(tmp_path):
    await forgotten(tmp_path)
    async with locker(tmp_path, policy=QUICK, found=["occupy 2"]) as here:
        await comes(here, "4", ("empty", None))
        await comes(here, "3", ("parcel", None))
        assert {"memory.salvaged", "compartment.proven"} <= set(await journal(here))
        assert here.unlocks() == []


async def test_lost_memory_is_made_good_also_where_the_board_answers_late(tmp_path):
    await forgotten(tmp_path)
    async with locker(tmp_path, policy=QUICK, found=["fault silent"]) as here:
        await here.sees(OutOfOrder)
        assert (await ledger(here))["4"][1] == "quarantined"
        here.board.do("fault none")
        await here.sees(Home)
        await comes(here, "4", ("empty", None))
        assert here.unlocks() == []


async def test_lost_memory_of_a_compartment_that_stands_open_waits_until_it_is_shut(tmp_path):
    await forgotten(tmp_path)
    async with locker(tmp_path, policy=QUICK, found=["open 3"]) as here:
        await comes(here, "3", ("empty", None))
        assert (await ledger(here))["4"] == ("maybe", "quarantined")
        here.board.do("shut 3")
        await comes(here, "4", ("empty", None))
        assert here.unlocks() == []


async def cut_off(folder: Path, here: Locker) -> Path:
    """The power goes now; answers where the same disk is found again."""
    after = folder / "after"
    after.mkdir()
    for kept in ("state", "keys"):
        await asyncio.to_thread(shutil.copytree, folder / kept, after / kept, ignore=_sockets)
    return after


def _sockets(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if (Path(folder) / name).is_socket()]


@pytest.fixture
async def cloud() -> AsyncIterator[SwitchableCloud]:
    sandbox = SwitchableCloud()
    await asyncio.to_thread(sandbox.start)
    yield sandbox
    await asyncio.to_thread(sandbox.kill)


async def test_a_drop_off_fired_at_the_power_cut_and_found_shut_goes_on_by_its_code(
    tmp_path, cloud
):
    parcel = await asyncio.to_thread(cloud.put, status=WAITING, cell="A03")
    async with locker(tmp_path, policy=PATIENT, cloud=cloud) as here:
        await here.known(parcel["reservation_id"])
        here.board.do("jam 2")
        here.scan(parcel["drop_off_qrcode"])
        await here.sees(Opening)
        await here.until(here.unlocks, "the lock fired")
        after = await cut_off(tmp_path, here)
    async with locker(after, policy=QUICK, cloud=cloud) as here:
        await here.sees(Home)
        assert (await ledger(here))["3"] == ("maybe", None)
        assert (await journal(here)).count("door.outcome_unknown") == 1
        await here.known(parcel["reservation_id"])
        assert here.unlocks() == []
        here.scan(parcel["drop_off_qrcode"])
        await here.sees(PutParcel)
        assert len(here.unlocks()) == 1
        here.board.do("occupy 2")
        here.board.do("shut 2")
        await here.sees(Done)
        here.do(FinishAsked())
        await here.sees(Home)
        assert (await ledger(here))["3"] == ("parcel", None)
        async with asyncio.timeout(15):
            while (await here.machine.desk.outbox())["events"]:
                await asyncio.sleep(0.05)
        assert await asyncio.to_thread(cloud.effects) == [f"dropoffs {parcel['reservation_id']}"]
        assert len(here.unlocks()) == 1


async def test_a_door_shut_behind_a_pick_up_while_the_power_was_off_is_believed_empty_by_its_sensor(
    tmp_path, cloud
):
    parcel = await asyncio.to_thread(cloud.put, status=STORED, cell="A03")
    async with locker(tmp_path, policy=QUICK, cloud=cloud) as here:
        await here.known(parcel["reservation_id"])
        here.scan(parcel["pickup_qrcode"])
        await here.sees(TakeParcel)
        after = await cut_off(tmp_path, here)
    async with locker(after, policy=QUICK, cloud=cloud) as here:
        await here.sees(Home)
        assert (await ledger(here))["3"] == ("empty", None)
        assert here.unlocks() == []
