"""Boards, clouds and cameras that fail beneath a running kiosk, and what is seen of it."""

import asyncio
import time
from pathlib import Path

import pytest

from kiosk.domain.flows.home import EnterCode, Home, OutOfOrder
from kiosk.domain.flows.inputs import FinishAsked, JourneyChosen, OpenAsked
from kiosk.domain.flows.opening import Done, DoorStuck, TakeParcel
from kiosk.domain.flows.visit import Aim
from tests.integration.locker import STORED, Locker, SwitchableCloud, locker
from tests.integration.test_bad_days import pick_up, told

QUICK = "sync_every = 0.3\nrefusal_after = 0.1\n"


async def parcel_in(here: Locker, cell: str) -> dict:
    parcel = await asyncio.to_thread(here.cloud.put, status=STORED, cell=cell)
    await here.known(parcel["reservation_id"])
    return parcel


async def spoil(cloud: SwitchableCloud, **fault: object) -> None:
    await asyncio.to_thread(cloud.ask, "POST", "faults", [{"count": None, **fault}])


async def mend(cloud: SwitchableCloud) -> None:
    await asyncio.to_thread(cloud.ask, "DELETE", "faults")


BOARDS = ["fault silent", "fault garble", "unplug"]


async def board_fails(folder: Path, fault: str) -> None:
    async with locker(folder, policy=QUICK) as here:
        parcel = await parcel_in(here, "A03")
        here.board.do(fault)
        await here.sees(OutOfOrder)
        assert (await here.machine.desk.status())["wires_lost"] == ["main"]
        here.scan(parcel["pickup_qrcode"])
        assert here.unlocks() == []
        here.board.do("plug" if fault == "unplug" else "fault none")
        await here.sees(Home)
        await pick_up(here, parcel["pickup_qrcode"], 2)
        assert len(here.unlocks()) == 1


async def test_a_board_that_fails_shows_at_home_and_the_kiosk_comes_back_by_itself(tmp_path):
    await board_fails(tmp_path, "fault silent")


async def test_a_door_open_while_the_wire_is_lost_stays_this_persons(tmp_path):
    async with locker(tmp_path, policy=QUICK) as here:
        parcel = await parcel_in(here, "A03")
        here.scan(parcel["pickup_qrcode"])
        await here.sees(TakeParcel)
        here.board.do("unplug")
        contacts = here.machine.health._contacts
        await here.until(contacts.lost, "the wire lost")
        here.board.do("shut 2")
        assert isinstance(here.state, TakeParcel)
        here.board.do("plug")
        await here.sees(Done)
        here.do(FinishAsked())
        await here.sees(Home)
        await told(here, [f"pickups {parcel['reservation_id']}"])
        assert len(here.unlocks()) == 1


async def test_a_wire_lost_at_the_pulse_says_so_and_only_a_tap_fires_again(tmp_path):
    async with locker(tmp_path, policy=QUICK + "door_opens_within = 0.5\n") as here:
        parcel = await parcel_in(here, "A03")
        here.board.do("unplug")
        here.scan(parcel["pickup_qrcode"])
        await here.sees(DoorStuck, OutOfOrder)
        here.board.do("plug")
        await here.until(lambda: not here.machine.health._contacts.lost(), "the wire back")
        if isinstance(here.state, DoorStuck):
            here.do(OpenAsked())
        else:
            await here.sees(Home)
            here.scan(parcel["pickup_qrcode"])
        await here.sees(TakeParcel)
        assert len(here.unlocks()) == 1


CLOUDS = {
    "html": {"status": 200, "body": "html"},
    "big": {"big_json": 1 << 20},
    "broken": {"status": 500},
    "conflict": {"status": 409},
    "busy": {"status": 429},
    "schema": {"wrong_schema": True},
    "nothing": {"silence": 3600},
    "cut": {"before": True},
}


async def cloud_reads_badly(folder: Path, fault: str) -> None:
    async with locker(folder, policy=QUICK + "fresh = 0.01\n") as here:
        parcel = await parcel_in(here, "A03")
        await spoil(here.cloud, method="GET", **CLOUDS[fault])
        began = time.monotonic()
        here.scan(parcel["pickup_qrcode"])
        await here.sees(TakeParcel)
        assert time.monotonic() - began < 2.5
        here.board.do("shut 2")
        await here.sees(Done)
        await mend(here.cloud)
        here.do(FinishAsked())
        await here.sees(Home)
        await told(here, [f"pickups {parcel['reservation_id']}"])


async def cloud_hears_badly(folder: Path, fault: str) -> None:
    async with locker(folder, policy=QUICK) as here:
        parcel = await parcel_in(here, "A03")
        await spoil(here.cloud, path="/pickups", method="POST", **{**CLOUDS[fault], "count": 2})
        await pick_up(here, parcel["pickup_qrcode"], 2)
        async with asyncio.timeout(30):
            while (await here.machine.desk.outbox())["events"]:
                await asyncio.sleep(0.05)
        shown = (await asyncio.to_thread(here.cloud.ask, "GET", "reservations"))[0]
        assert shown["status"] == "RESERVATION_STATUS_PICKED_UP"


@pytest.mark.parametrize("fault", ["html", "nothing"])
async def test_whatever_a_cloud_answers_a_cached_parcel_goes_out_and_is_told_once(tmp_path, fault):
    await cloud_reads_badly(tmp_path, fault)


async def test_a_fact_answered_by_nonsense_is_told_again_until_it_shows(tmp_path):
    await cloud_hears_badly(tmp_path, "broken")


async def test_a_camera_that_is_not_there_leaves_the_keypad_and_the_status_says_so(tmp_path):
    async with locker(tmp_path, policy=QUICK, camera="/dev/video99") as here:
        here.do(JourneyChosen(Aim.PICKUP))
        await here.until(lambda: here.state == EnterCode(Aim.PICKUP, camera=False), "no camera")
        assert (await here.machine.desk.status())["camera"] is False
