"""A cloud changes its mind while a courier stands at the door."""

import asyncio
from pathlib import Path

from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.inputs import FinishAsked, OpenAsked
from kiosk.domain.flows.opening import DoorStuck, PutParcel
from kiosk.domain.flows.visit import Failure
from kiosk.domain.model import ReservationId
from tests.integration.bloqit_locker import BASE
from tests.integration.locker import PATIENCE
from tests.integration.staff.van import Courier, van
from tests.integration.staff.van_words import contents, rent


async def cancelled(courier: Courier, name: str) -> None:
    await courier.here.cloud.meanwhile("PUT", f"{BASE}/rents/{name}/cancel")


async def forgotten(courier: Courier, name: str) -> None:
    """Until the kiosk has heard of it."""
    listed = courier.here.machine.desk.list
    async with asyncio.timeout(PATIENCE):
        while name in {row["id"] for row in (await listed())["reservations"]}:
            await asyncio.sleep(0.02)


async def test_a_second_try_fires_nothing_for_what_was_cancelled_meanwhile(tmp_path: Path):
    async with van(tmp_path) as courier:
        name = rent(1)
        wish = {"_id": name, "state": "reserved", "locker": "A2"}
        await courier.announced(wish)
        await courier.logs_in()
        courier.here.hand("jam", "2")
        courier.scan(name)
        assert await courier.at_door(DoorStuck) == "2"
        before = courier.here.fired()
        await cancelled(courier, name)
        await forgotten(courier, name)
        courier.here.hand("free", "2")
        courier.do(OpenAsked())
        stuck = await courier.sees(
            Working, lambda w: isinstance(w.at, DoorStuck) and w.at.failure is Failure.TURNED_AWAY
        )
        assert not stuck.at.may_try
        courier.do(FinishAsked())
        await courier.reads_list()
        assert (courier.here.fired(), await contents(courier)) == (before, {})


async def test_what_is_cancelled_while_its_door_is_open_lies_there_to_be_collected(tmp_path: Path):
    async with van(tmp_path) as courier:
        name = rent(1)
        await courier.announced({"_id": name, "state": "reserved", "locker": "A2"})
        await courier.logs_in()
        courier.scan(name)
        assert await courier.at_door(PutParcel) == "2"
        await cancelled(courier, name)
        assert await courier.puts_in() == "2"
        listed = await courier.sees(
            Round, lambda r: r.parcels is not None and [p.label for p in r.parcels] == ["2"]
        )
        assert ReservationId(name) in {parcel.reservation for parcel in listed.parcels}
        assert await contents(courier) == {"2": "parcel"}
