"""Mode front over real wires: the vendor's machine has the locks, KioskForce's sandbox plays it."""

import asyncio
from pathlib import Path

from kiosk.domain.flows.after import ConfirmPut
from kiosk.domain.flows.choices import ParcelDeclared
from kiosk.domain.flows.home import Explaining, Home, Refused
from kiosk.domain.flows.inputs import FinishAsked, OpenAsked
from kiosk.domain.flows.opening import Done, DoorStuck, PutParcel, TakeParcel
from kiosk.domain.flows.visit import Explanation, Failure, Outcome, Visit
from tests.integration.front_locker import (
    QUICK,
    BloqitCloud,
    FrontLocker,
    VendorCloud,
    front_locker,
)
from tests.integration.locker import STORED, WAITING

HASTY = QUICK + "remind_shut = 1.0\nremind_shut_louder = 1.5\nsession_end_door_open = 2.5\n"
STIFF = QUICK + "door_opens_within = 1.0\n"
CELL = "A03"


async def parcel(here: FrontLocker, status: str = STORED) -> tuple[str, str]:
    """The code and the id of one that the kiosk knows."""
    put = await here.there("POST", "reservations", {"status": status, "cell": CELL})
    await here.known(put["reservation_id"])
    code = put["pickup_qrcode" if status == STORED else "drop_off_qrcode"]
    return code, put["reservation_id"]


async def at_door(here: FrontLocker, screen: type[TakeParcel] | type[PutParcel]) -> Visit:
    state = await here.sees(screen)
    assert isinstance(state, screen)
    return state.visit


async def ends(here: FrontLocker, outcome: Outcome) -> None:
    """The done screen says so, and the person goes."""
    done = await here.sees(Done)
    assert isinstance(done, Done)
    assert done.outcome is outcome
    here.do(FinishAsked())
    await here.sees(Home)


async def out_of_sight(here: FrontLocker) -> None:
    """Until the open door is shown no more, and the screen asks the person."""
    await here.until(
        lambda: isinstance(here.state, TakeParcel | PutParcel) and here.state.visit.unseen,
        "a door that nobody sees",
    )


async def test_from_announced_to_finished_by_the_vendors_own_door(tmp_path: Path):
    async with front_locker(tmp_path) as here:
        code, name = await parcel(here, WAITING)
        here.scan(code)
        label = (await at_door(here, PutParcel)).label
        assert await here.is_open(CELL)
        await here.there("POST", f"doors/{CELL}/shut")
        await here.sees(ConfirmPut)  # it was open for a moment only
        here.do(ParcelDeclared(inside=True))
        await ends(here, Outcome.DEPOSITED)
        assert await here.holding(label) == ("parcel", None)
        await here.becomes(name, "DROPPED_OFF")

        here.scan(await here.pickup_code(name))
        await at_door(here, TakeParcel)
        assert await here.is_open(CELL)
        await here.becomes(name, "PICKED_UP")
        await out_of_sight(here)
        here.do(FinishAsked())
        await ends(here, Outcome.COLLECTED)
        assert await here.holding(label) == ("empty", None)
        [line] = await here.lines("parcel.collected")
        assert line["facts"]["door_seen"] is False
        await here.settled()
        assert (await here.asked("dropoffs"), await here.asked("pickups")) == (1, 1)


async def test_nobody_says_that_the_door_is_shut_and_so_nobody_vouches_for_what_lies_there(
    tmp_path,
):
    async with front_locker(tmp_path, policy=HASTY) as here:
        code, _ = await parcel(here)
        here.scan(code)
        label = (await at_door(here, TakeParcel)).label
        await here.sees(Home)
        assert await here.holding(label) == ("maybe", None)
        assert here.state == Home() or (isinstance(here.state, Home) and not here.state.left_open)


async def test_a_lost_answer_is_read_and_no_second_unlock_is_asked_for(tmp_path: Path):
    async with front_locker(tmp_path) as here:
        code, _ = await parcel(here)
        await here.fault(path="/pickups", lose_answer=True)
        here.scan(code)
        await at_door(here, TakeParcel)
        assert await here.asked("pickups") == 1


async def test_a_door_that_did_not_open_is_read_before_it_is_asked_for_once_more(tmp_path: Path):
    async with front_locker(tmp_path, policy=STIFF) as here:
        code, name = await parcel(here)
        await here.there("POST", f"doors/{CELL}/jam")
        here.scan(code)
        stuck = await here.sees(DoorStuck)
        assert isinstance(stuck, DoorStuck)
        assert stuck.failure is Failure.JAMMED
        await here.there("POST", f"doors/{CELL}/free")
        here.do(OpenAsked())
        await at_door(here, TakeParcel)
        calls = [c for c in await here.there("GET", "calls") if name in c["path"]]
        first, second = (i for i, c in enumerate(calls) if c["path"].endswith("/pickups"))
        assert any(call["method"] == "GET" for call in calls[first + 1 : second])


async def test_the_network_is_cut_while_the_door_stands_open(tmp_path: Path):
    async with front_locker(tmp_path) as here:
        code, name = await parcel(here, WAITING)
        here.scan(code)
        label = (await at_door(here, PutParcel)).label
        await here.unplug()
        await out_of_sight(here)
        here.do(FinishAsked())
        await ends(here, Outcome.DEPOSITED)
        assert (await here.holding(label))[0] == "parcel"

        # Whoever comes now hears why nothing opens, and home stays as it is.
        here.scan(code)
        said = await here.sees(Explaining)
        assert isinstance(said, Explaining)
        assert said.explanation is Explanation.NO_LINE
        here.do(FinishAsked())
        await here.sees(Home)

        await asyncio.to_thread(here.cloud.start)
        await here.there("POST", f"doors/{CELL}/shut")
        await here.settled()
        assert await here.asked("dropoffs") == 1
        assert await asyncio.to_thread(here.cloud.status, name) == "DROPPED_OFF"


async def test_without_the_cloud_whoever_types_a_code_hears_why_it_opens_nothing(tmp_path: Path):
    async with front_locker(tmp_path, cloud=BloqitCloud()) as here:
        stored = {"_id": RENT, "state": "in_progress", "pickUpCodes": {"user": "246813"}}
        await here.there("POST", "reservations", stored)
        await here.known(RENT)
        await here.unplug()
        # A wrong code and a right one alike: nobody learns which codes there are.
        for typed in ("975310", "246813"):
            here.type(typed)
            assert await here.sees(Explaining, Refused) == Explaining(Explanation.NO_LINE)
            here.do(FinishAsked())
            await here.sees(Home)


async def test_a_power_cut_at_an_open_door_fires_nothing_and_proves_nothing(tmp_path: Path):
    cloud = VendorCloud()
    await asyncio.to_thread(cloud.start)
    async with front_locker(tmp_path, cloud=cloud) as here:
        code, _ = await parcel(here)
        here.scan(code)
        label = (await at_door(here, TakeParcel)).label
    async with front_locker(tmp_path, cloud=cloud) as here:
        await here.sees(Home)
        await here.holds(label, ("maybe", None))
        assert await here.asked("pickups") == 1
    await asyncio.to_thread(cloud.kill)


RENT = "5f85c02704d61b14f47c78a0"
CODES = {"dropOffCode": "87654321", "pickUpCodes": {"user": "12345678"}}


async def rent(here: FrontLocker, state: str) -> None:
    """A delivery of Bloq.it that the kiosk knows."""
    seed = {"_id": RENT, "locker": "A1", "state": state, "phoneNumber": "+351911222333"}
    await here.there("POST", "reservations", seed | CODES)
    await here.known(RENT)


async def test_bloqit_from_announced_to_finished_by_the_vendors_own_door(tmp_path: Path):
    async with front_locker(tmp_path, cloud=BloqitCloud()) as here:
        await rent(here, "reserved")
        here.type(CODES["dropOffCode"])
        label = (await at_door(here, PutParcel)).label
        assert await here.is_open("A1")
        await here.there("POST", "doors/A1/shut")
        await here.sees(ConfirmPut)  # it was open for a moment only
        here.do(ParcelDeclared(inside=True))
        await ends(here, Outcome.DEPOSITED)
        assert await here.holding(label) == ("parcel", None)
        await here.becomes(RENT, "in_progress")

        here.type(CODES["pickUpCodes"]["user"])
        await at_door(here, TakeParcel)
        assert await here.is_open("A1")
        await here.there("POST", "doors/A1/shut")
        await ends(here, Outcome.COLLECTED)
        assert await here.holding(label) == ("empty", None)
        await here.becomes(RENT, "finished")
        await here.settled()
        assert (await here.asked("make"), await here.asked("collect")) == (1, 1)


async def test_bloqit_the_answer_is_lost_and_then_the_network(tmp_path: Path):
    async with front_locker(tmp_path, cloud=BloqitCloud()) as here:
        await rent(here, "in_progress")
        await here.fault(path="/collect", lose_answer=True)
        here.type(CODES["pickUpCodes"]["user"])
        label = (await at_door(here, TakeParcel)).label
        assert await here.asked("collect") == 1
        await here.unplug()
        await out_of_sight(here)
        await asyncio.to_thread(here.cloud.start)
        await here.there("POST", "doors/A1/shut")
        await ends(here, Outcome.COLLECTED)
        assert await here.holding(label) == ("empty", None)
        [line] = await here.lines("parcel.collected")
        assert "door_seen" not in line["facts"]
