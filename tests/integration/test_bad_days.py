"""The spine when the cloud is gone, a door stays open, or a sensor lies."""

import asyncio

import pytest

from kiosk.domain.flows.home import AskDatum, Explaining, Home, Refused
from kiosk.domain.flows.inputs import FinishAsked, OpenAsked
from kiosk.domain.flows.opening import Done, DoorStuck, PutParcel, TakeParcel
from kiosk.domain.flows.visit import Explanation
from tests.integration.locker import STORED, WAITING, Locker, SwitchableCloud, locker

QUICK = "sync_every = 0.3\nrefusal_after = 0.1\n"
IMPATIENT = QUICK + "remind_shut = 0.2\nremind_shut_louder = 0.4\nsession_end_door_open = 0.8\n"


async def pick_up(here: Locker, text: str, channel: int) -> None:
    here.scan(text)
    await here.sees(TakeParcel)
    here.board.do(f"shut {channel}")
    await here.sees(Done)
    here.do(FinishAsked())
    await here.sees(Home)


async def told(here: Locker, expected: list[str]) -> None:
    """Wait until this is what the cloud was told; ask it off the loop, for it lives on a thread."""
    async with asyncio.timeout(30):
        while (effects := await asyncio.to_thread(here.cloud.effects)) != expected:
            assert effects == expected[: len(effects)]
            await asyncio.sleep(0.05)


async def test_what_the_cache_holds_is_picked_up_without_the_cloud_and_told_once_in_order(tmp_path):
    async with locker(tmp_path, policy=QUICK) as here:
        first, second = [
            await asyncio.to_thread(here.cloud.put, status=STORED, cell=cell)
            for cell in ("A03", "A05")
        ]
        third = await asyncio.to_thread(here.cloud.put, status=WAITING, cell="A07")
        for parcel in (first, second, third):
            await here.known(parcel["reservation_id"])
        await asyncio.to_thread(here.cloud.kill)
        await pick_up(here, second["pickup_qrcode"], 4)
        await pick_up(here, first["pickup_qrcode"], 2)
        here.scan(third["drop_off_qrcode"])
        await here.sees(PutParcel)
        here.board.do("occupy 6")
        here.board.do("shut 6")
        await here.sees(Done)
        assert len(here.unlocks()) == 3
        await asyncio.to_thread(here.cloud.start)
        await told(
            here,
            [
                f"pickups {second['reservation_id']}",
                f"pickups {first['reservation_id']}",
                f"dropoffs {third['reservation_id']}",
            ],
        )
        await here.until(lambda: here.machine.outbox.online, "the outbox online")
        assert (await here.machine.desk.outbox())["events"] == []


async def test_an_answer_lost_after_its_effect_is_read_first_and_not_sent_again(tmp_path):
    async with locker(tmp_path, policy=QUICK) as here:
        parcel = await asyncio.to_thread(here.cloud.put, status=STORED, cell="A03")
        await here.known(parcel["reservation_id"])
        fault = {"method": "POST", "path": "/pickups", "lose_answer": True}
        await asyncio.to_thread(here.cloud.ask, "POST", "faults", [fault])
        await pick_up(here, parcel["pickup_qrcode"], 2)
        async with asyncio.timeout(30):
            while (await here.machine.desk.outbox())["events"]:
                await asyncio.sleep(0.05)
        await told(here, [f"pickups {parcel['reservation_id']}"])


async def test_a_door_left_open_leaves_the_kiosk_usable_for_the_next_person(tmp_path):
    async with locker(tmp_path, policy=IMPATIENT) as here:
        first, second = [
            await asyncio.to_thread(here.cloud.put, status=STORED, cell=cell)
            for cell in ("A03", "A05")
        ]
        for parcel in (first, second):
            await here.known(parcel["reservation_id"])
        here.scan(first["pickup_qrcode"])
        await here.sees(TakeParcel)
        home = await here.sees(Home)
        await here.until(lambda: rests(here, left_open=("3",)), f"the notice, not {home}")
        await pick_up(here, second["pickup_qrcode"], 4)
        here.board.do("shut 2")
        await here.until(lambda: rests(here, left_open=()), "nothing left open")


async def test_a_sensor_stuck_at_open_leaves_the_kiosk_usable_for_the_next_person(tmp_path):
    async with locker(tmp_path, policy=IMPATIENT) as here:
        first, second = [
            await asyncio.to_thread(here.cloud.put, status=STORED, cell=cell)
            for cell in ("A03", "A05")
        ]
        for parcel in (first, second):
            await here.known(parcel["reservation_id"])
        here.board.do("stuck 2")
        here.scan(first["pickup_qrcode"])
        await here.sees(TakeParcel)
        here.board.do("shut 2")
        await here.sees(Home)
        await pick_up(here, second["pickup_qrcode"], 4)
        assert len(here.unlocks()) == 2


async def test_a_jammed_door_gets_three_pulses_each_after_a_tap_and_its_code_stays_good(tmp_path):
    async with locker(tmp_path, policy=QUICK + "door_opens_within = 0.3\n") as here:
        parcel = await asyncio.to_thread(here.cloud.put, status=STORED, cell="A03")
        await here.known(parcel["reservation_id"])
        here.board.do("jam 2")
        here.scan(parcel["pickup_qrcode"])
        for pulses in (1, 2, 3):
            await here.until(
                lambda p=pulses: isinstance(here.state, DoorStuck) and len(here.unlocks()) == p,
                f"stuck after {pulses}",
            )
            here.do(OpenAsked())
        await asyncio.sleep(0.5)
        assert len(here.unlocks()) == 3
        here.do(FinishAsked())
        await here.sees(Home)
        here.board.do("free 2")
        await pick_up(here, parcel["pickup_qrcode"], 2)


async def test_two_with_one_short_code_open_by_their_datum_and_by_their_qr(tmp_path):
    async with locker(tmp_path, policy=QUICK) as here:
        first, second = [
            await asyncio.to_thread(
                here.cloud.put, status=STORED, cell=cell, pickup_code="4711",
                platform_order_id=f"order {datum}",
            )
            for cell, datum in (("A03", "1111"), ("A05", "2222"))
        ]  # fmt: skip
        for parcel in (first, second):
            await here.known(parcel["reservation_id"])
        here.type("4711")
        await here.sees(AskDatum)
        assert here.unlocks() == []
        here.answer("2222")
        await here.sees(TakeParcel)
        here.board.do("shut 4")
        await here.sees(Done)
        here.do(FinishAsked())
        await here.sees(Home)
        await pick_up(here, first["pickup_qrcode"], 2)
        assert here.unlocks() == ["02000461036a", "020002610368"]


async def test_after_three_wrong_codes_a_long_one_needs_its_datum_also_after_a_restart(tmp_path):
    cloud = SwitchableCloud()
    await asyncio.to_thread(cloud.start)
    parcel = await asyncio.to_thread(
        cloud.put, status=STORED, cell="A03", pickup_code="123456", platform_order_id="x 9876"
    )
    async with locker(tmp_path, policy=QUICK, cloud=cloud) as here:
        await here.known(parcel["reservation_id"])
        for wrong in ("100001", "100002", "100003"):
            here.type(wrong)
            await here.sees(Refused)
            here.do(FinishAsked())
            await here.sees(Home)
        here.type("123456")
        await here.sees(AskDatum)
    async with locker(tmp_path, policy=QUICK, cloud=cloud) as here:
        here.type("123456")
        await here.sees(AskDatum)
        assert here.unlocks() == []
        here.answer("9876")
        await here.sees(TakeParcel)
    await asyncio.to_thread(cloud.kill)


def rests(here: Locker, *, left_open: tuple[str, ...]) -> bool:
    """Whether home shows these doors, and that there is no camera."""
    home = here.state
    return isinstance(home, Home) and (home.left_open, home.camera) == (left_open, False)


async def drop_off(here: Locker, text: str, channel: int) -> None:
    here.scan(text)
    await here.sees(PutParcel)
    here.board.do(f"occupy {channel}")
    here.board.do(f"shut {channel}")
    await here.sees(Done)
    here.do(FinishAsked())
    await here.sees(Home)


@pytest.mark.parametrize("grace", ["reopen_grace = 0.3\n", ""])
async def test_a_used_code_never_opens_the_next_ones_parcel(tmp_path, grace):
    async with locker(tmp_path, policy=QUICK + grace) as here:
        first = await asyncio.to_thread(here.cloud.put, status=STORED, cell="A03")
        await here.known(first["reservation_id"])
        await pick_up(here, first["pickup_qrcode"], 2)
        second = await asyncio.to_thread(here.cloud.put, status=WAITING, cell="A03")
        await here.known(second["reservation_id"])
        await drop_off(here, second["drop_off_qrcode"], 2)
        unlocked = len(here.unlocks())
        here.scan(first["pickup_qrcode"])
        assert await here.sees(Explaining) == Explaining(Explanation.USED)
        assert len(here.unlocks()) == unlocked


async def test_a_code_the_cloud_has_replaced_opens_nothing_once_it_was_read_again(tmp_path):
    async with locker(tmp_path, policy=QUICK + "fresh = 0.001\n") as here:
        parcel = await asyncio.to_thread(here.cloud.put, status=STORED, cell="A03")
        await here.known(parcel["reservation_id"])
        reservations = here.cloud.app.state.kioskforce.reservations
        reservations[parcel["reservation_id"]].pickup_code = "7777"
        here.scan(parcel["pickup_qrcode"])
        await here.sees(Explaining, Refused)
        assert here.unlocks() == []
