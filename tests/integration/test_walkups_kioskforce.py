"""A person without a code at a KioskForce locker: screen, wire and cloud, also on bad days."""

import asyncio
from pathlib import Path
from typing import cast

from kiosk.domain.flows.after import ShowCode
from kiosk.domain.flows.choices import SizeChosen
from kiosk.domain.flows.home import AskDatum, Explaining, Home
from kiosk.domain.flows.inputs import FinishAsked, JourneyChosen
from kiosk.domain.flows.opening import Done, PutParcel, TakeParcel
from kiosk.domain.flows.visit import Aim, Explanation
from kiosk.domain.flows.walkup import ChooseSize, NoRoom
from tests.integration.locker import STORED, WAITING, Locker, SwitchableCloud, locker

POLICY = "sync_every = 0.3\nrefusal_after = 0.1\n"


async def _begins(here: Locker) -> ChooseSize:
    await here.sees(Home)
    here.do(JourneyChosen(Aim.STORE))
    await here.until(lambda: isinstance(here.state, ChooseSize) and here.state.offers, "sizes")
    return cast(ChooseSize, here.state)


async def _puts(here: Locker, size: str) -> PutParcel:
    await _begins(here)
    here.do(SizeChosen(size))
    return cast(PutParcel, await here.sees(PutParcel))


def _channel(state: PutParcel | TakeParcel) -> int:
    return int(state.visit.label) - 1


async def _everything(cloud: SwitchableCloud) -> list[dict[str, str]]:
    return cast(list[dict[str, str]], await asyncio.to_thread(cloud.ask, "GET", "reservations"))


async def test_from_no_code_to_the_parcel_taken_out_again(tmp_path: Path):
    async with locker(tmp_path, policy=POLICY) as here:
        put = await _puts(here, "S")
        [made] = await _everything(here.cloud)
        assert made["platform_order_id"].startswith("walkup-")
        assert (made["status"], made["cell"]) == (WAITING, f"A{int(put.visit.label):02}")
        assert len(here.unlocks()) == 1
        channel = _channel(put)
        here.board.do(f"occupy {channel}")
        here.board.do(f"shut {channel}")
        shown = cast(ShowCode, await here.sees(ShowCode))
        handed = shown.visit.handover
        assert handed is not None
        assert (handed.typed, handed.qr) == (made["pickup_code"], made["pickup_qrcode"])
        assert handed.datum == made["platform_order_id"][-4:]
        name = made["reservation_id"]
        told = [f"dropoffs {name}"]
        await here.until(lambda: here.cloud.effects() == told, "the drop-off in the cloud")
        here.do(FinishAsked())
        await here.sees(Home)
        await asyncio.sleep(0.5)  # a round of the sync: the cloud knows but one kind
        here.scan(handed.qr)
        await here.sees(TakeParcel)
        told += [f"pickups {name}"]
        await here.until(lambda: here.cloud.effects() == told, "the pick-up in the cloud")
        here.board.do(f"clear {channel}")
        here.board.do(f"shut {channel}")
        await here.sees(Done)
        assert len(here.unlocks()) == 2
        journal = str(await here.machine.desk.journal())
        assert handed.qr not in journal
        assert made["platform_order_id"] not in journal


async def test_who_types_the_short_code_is_asked_what_was_shown_with_it(tmp_path: Path):
    async with locker(tmp_path, policy=POLICY) as here:
        put = await _puts(here, "S")
        channel = _channel(put)
        here.board.do(f"occupy {channel}")
        here.board.do(f"shut {channel}")
        shown = cast(ShowCode, await here.sees(ShowCode))
        handed = shown.visit.handover
        assert handed is not None
        await here.until(here.cloud.effects, "the drop-off in the cloud")
        here.do(FinishAsked())
        await here.sees(Home)
        here.type(handed.typed)
        await here.sees(AskDatum)
        here.answer(handed.datum)
        await here.sees(TakeParcel)


async def test_a_lost_answer_makes_no_second_reservation(tmp_path: Path):
    async with locker(tmp_path, policy=POLICY) as here:
        await _begins(here)
        fault = {"method": "POST", "path": "/reservations", "lose_answer": True}
        await asyncio.to_thread(here.cloud.ask, "POST", "faults", [fault])
        here.do(SizeChosen("S"))
        await here.sees(PutParcel)
        assert len(await _everything(here.cloud)) == 1


async def test_a_line_cut_on_the_way_is_refused_kindly_and_what_was_made_is_given_back(
    tmp_path: Path,
):
    cloud = SwitchableCloud()
    await asyncio.to_thread(cloud.start)
    try:
        async with locker(tmp_path, policy=POLICY, cloud=cloud) as here:
            await _begins(here)
            deaf = {"path": "/reservations", "lose_answer": True, "count": None}
            await asyncio.to_thread(cloud.ask, "POST", "faults", [deaf])
            here.do(SizeChosen("XL"))
            said = cast(Explaining, await here.sees(Explaining))
            assert said.explanation is Explanation.NO_BEGINNING
            assert here.unlocks() == []
            [made] = await _everything(cloud)
            assert made["status"] == WAITING
        # The power goes; the line is back when the kiosk is.
        await asyncio.to_thread(cloud.ask, "DELETE", "faults")
        async with locker(tmp_path, policy=POLICY, cloud=cloud) as here:
            told = [f"deletes {made['reservation_id']}"]
            await here.until(lambda: cloud.effects() == told, "given back")
            [made] = await _everything(cloud)
            assert made["status"] == "RESERVATION_STATUS_CANCELLED"
            assert here.unlocks() == []
    finally:
        await asyncio.to_thread(cloud.kill)


async def test_without_its_cloud_the_kiosks_own_compartments_are_left(tmp_path: Path):
    async with locker(tmp_path, policy=POLICY) as here:
        await here.sees(Home)
        await asyncio.to_thread(here.cloud.kill)
        state = await _begins(here)
        assert [(offer.size, offer.free) for offer in state.offers or ()] == [("M", 2)]
        here.do(SizeChosen("M"))
        put = cast(PutParcel, await here.sees(PutParcel))
        assert put.visit.label in {"14", "15"}


async def test_a_full_locker_names_the_machine_next_door(tmp_path: Path):
    async with locker(tmp_path, policy=POLICY) as here:
        near = {
            "machine_id": "m2",
            "name": "Market Hall",
            "latitude": -6.1300,
            "longitude": 106.655,
        }
        await asyncio.to_thread(here.cloud.ask, "POST", "machines", near)
        state = await _begins(here)
        assert {offer.size for offer in state.offers or ()} == {"S", "M", "L", "XL"}
        for cell in range(2, 6):
            await asyncio.to_thread(
                lambda cell=cell: here.cloud.put(status=STORED, cell=f"A{cell:02}")
            )
        for cell in (1, 6, 7, 8, 9, 10, 11, 12):
            await asyncio.to_thread(
                lambda cell=cell: here.cloud.put(status=STORED, cell=f"A{cell:02}")
            )
        here.do(SizeChosen("L"))
        room = cast(NoRoom, await here.sees(NoRoom))
        [named] = room.nearest
        assert named.name == "Market Hall"
        assert 480 < named.metres < 510
        assert named.map_url == "geo:-6.130000,106.655000"
        assert here.unlocks() == []
