"""Whole stories with each cloud: screen, door and cloud, over real wires and real HTTP.

|                             | KioskForce               | Bloq.it                      |
|-----------------------------|--------------------------|------------------------------|
| announced to finished       | here                     | test_bloqit_story            |
| the network cut in between  | here, test_bad_days      | test_bloqit_story, and below |
| mode front: both            | test_mode_front          | test_mode_front              |
| a wish from afar opens      | here (relay)             | test_bloqit_begun (history)  |
| open-door is called (front) | here                     | test_bloqit_locks            |
| offline: the code check     | none: by the cache alone | here                         |
| offline: the drop-off       | here                     | test_bloqit_offline_story    |
| disowned, three reasons     | none: it has no reasons  | here                         |
| offline: the pick-up        | here, test_bad_days      | test_bloqit_story            |
| reconnected                 | here                     | here                         |
"""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.domain.flows.after import ConfirmPut
from kiosk.domain.flows.home import Explaining, Home, Refused
from kiosk.domain.flows.inputs import FinishAsked, OpenAsked
from kiosk.domain.flows.opening import DoorStuck, PutParcel, TakeParcel
from tests.integration.bloqit_locker import BASE, BLOQ, NEIGHBOUR, RENT
from tests.integration.front_locker import front_locker
from tests.integration.hook_end import HookEnd, hook_end
from tests.integration.journeys.cloud_stand import Bloqit, KioskForce, Place, place_at
from tests.integration.locker import WAITING
from tests.integration.relay_end import relay_end

OTHER_RENT = RENT[:-1] + "f"
BRINGS, TAKES, WRONG = "471174", "135790", "471175"
RENTED = {"_id": RENT, "locker": "A1", "state": "reserved", "dropOffCode": BRINGS}
LYING = {"_id": OTHER_RENT, "locker": "A2", "state": "in_progress"}
REASONS = {
    "invalid": "invalid_offline_dropoff",
    "inactive": "offline_drop_off_on_inactive_bloq",
    "wrong": "offline_drop_off_on_wrong_bloq",
}


async def test_kioskforce_from_announced_to_finished(tmp_path: Path):
    cloud = KioskForce()
    async with place_at(tmp_path, cloud) as here:
        made = await here.announced(status=WAITING, cell="A03")
        name = made["reservation_id"]
        here.scan(made["drop_off_qrcode"])
        await here.sees(PutParcel)
        assert cloud.effects() == []
        await here.puts_in("3")
        await here.becomes(name, "DROPPED_OFF")
        assert (await here.row("3"))["contents"] == "parcel"
        here.scan(made["pickup_qrcode"])
        await here.sees(TakeParcel)
        await here.becomes(name, "PICKED_UP")
        await here.takes("3")
        assert (await here.row("3"))["contents"] == "empty"
        await here.told_all()
        assert here.fired() == ["3", "3"]
        assert cloud.effects() == [f"dropoffs {name}", f"pickups {name}"]


async def test_kioskforce_the_network_is_cut_while_a_door_is_open_and_the_parcel_is_taken_so(
    tmp_path: Path,
):
    cloud = KioskForce()
    async with place_at(tmp_path, cloud) as here:
        made = await here.announced(status=WAITING, cell="A03")
        name = made["reservation_id"]
        here.scan(made["drop_off_qrcode"])
        await here.sees(PutParcel)
        await here.cut()
        await here.puts_in("3")
        here.scan(made["pickup_qrcode"])
        await here.takes("3")
        assert (await here.row("3"))["contents"] == "empty"
        await here.back()
        await here.told_all()
        assert here.fired() == ["3", "3"]
        assert cloud.effects() == [f"dropoffs {name}", f"pickups {name}"]
        assert cloud.states() == {name: "PICKED_UP"}


async def test_kioskforce_open_door_comes_as_a_wish_where_the_kiosk_has_the_boards(tmp_path: Path):
    cloud = KioskForce()
    async with relay_end() as relay:
        told = f'commands_url = "{relay.url}"\n'
        async with place_at(tmp_path, cloud, beside=told) as here:
            await here.until(lambda: any("after=" in call for call in relay.calls), "its mark")
            relay.want("open", locker=cloud.locker, compartment="3", by="ops-7")
            [done] = await here.noted("command.done")
            here.hand("shut", "3")
            assert len(await here.noted("door.closed")) == 1
            assert (done["facts"]["ask"], done["facts"]["by"]) == ("open", "ops-7")
            assert isinstance(here.state, Home)
            assert here.fired() == ["3"]
            assert not [c for c in cloud.ask("GET", "calls") if c["path"].endswith("/open-door")]


async def test_kioskforce_open_door_is_called_where_the_vendors_machine_has_the_locks(
    tmp_path: Path,
):
    async with front_locker(tmp_path) as here:
        made = await here.there("POST", "reservations", {"status": WAITING, "cell": "A03"})
        await here.known(made["reservation_id"])
        here.scan(made["drop_off_qrcode"])
        await here.sees(PutParcel)
        await here.there("POST", "doors/A03/shut")
        await here.sees(ConfirmPut)
        await here.there("POST", "clock", {"seconds": 200.0})  # the vendor's grace is over
        here.do(OpenAsked())
        await here.sees(PutParcel)
        assert await here.is_open("A03")
        assert (await here.asked("dropoffs"), await here.asked("open-door")) == (2, 1)
        # The vendor tells the outcome under the id of our intent; its own would begin with req_.
        sent = [str(hook["body"]) for hook in await here.there("GET", "webhooks")]
        assert re.search(r"'request_id': '[0-9a-f]{32}'", sent[-1])


@pytest.fixture
async def heard() -> AsyncIterator[HookEnd]:
    async with hook_end() as end:
        yield end


@pytest.fixture
async def bloqit(tmp_path: Path, heard: HookEnd) -> AsyncIterator[Place]:
    told = f'report_url = "{heard.url}"\n'
    async with place_at(tmp_path, Bloqit(), beside=told) as here:
        yield here


def names(heard: HookEnd) -> list[str]:
    return [call.json["codeName"] for call in heard.calls]


async def test_bloqit_a_code_is_checked_offline_and_said_so_afterwards(bloqit: Place, heard):
    await bloqit.announced(**RENTED)
    await bloqit.cut()
    bloqit.brings(WRONG)
    await bloqit.sees(Refused)
    bloqit.do(FinishAsked())
    await bloqit.sees(Home)
    assert bloqit.fired() == []
    bloqit.brings(BRINGS)
    await bloqit.puts_in("1")
    assert bloqit.fired() == ["1"]
    assert heard.calls == []
    await bloqit.back()
    await bloqit.told_all()
    said = names(heard)
    assert "rent.drop_off_code_check_offline" in said
    assert "rent.drop_off_code_check" not in said


async def disown(cloud: Bloqit, reason: str) -> None:
    """What happens there while nobody here hears of it."""
    match reason:
        case "invalid":
            await cloud.meanwhile("PUT", f"{BASE}/rents/{RENT}/cancel")
        case "inactive":
            await cloud.meanwhile("PUT", f"{BASE}/bloqs/{BLOQ}", json={"active": False})
        case "wrong":
            elsewhere = RENTED | {"bloqID": NEIGHBOUR, "locker": None}
            await cloud.meanwhile("POST", "/_sandbox/reset")
            await cloud.meanwhile("POST", "/_sandbox/reservations", json=elsewhere)


@pytest.mark.parametrize("reason", REASONS)
async def test_bloqit_what_was_put_in_offline_is_disowned_and_its_door_stays_shut(
    bloqit: Place, heard: HookEnd, reason: str
):
    cloud = bloqit.cloud
    assert isinstance(cloud, Bloqit)
    await bloqit.announced(**RENTED)
    await bloqit.cut()
    bloqit.brings(BRINGS)
    await bloqit.puts_in("1")
    await disown(cloud, reason)
    await bloqit.back()
    assert await bloqit.set_aside() == {f"disowned: {REASONS[reason]}"}
    row = await bloqit.row("1")
    assert (row["contents"], row["flag"]) == ("parcel", "quarantined")
    assert row["reason"] == REASONS[reason]
    [said] = [c.json for c in heard.calls if c.json["codeName"] == "locker.locker_inactive"]
    assert (said["metadata"]["code"], said["metadata"]["reason"]) == (BRINGS, REASONS[reason])
    assert "rent.offline_dropoff" not in names(heard)
    assert cloud.told(RENT).count("/make") == 0
    bloqit.type(BRINGS)  # a home that is out of service offers no drop-off at all
    await bloqit.sees(Refused, Explaining, DoorStuck)
    assert bloqit.fired() == ["1"]


async def test_bloqit_reconnected_all_is_told_once_and_what_was_made_meanwhile_is_known(
    bloqit: Place, heard: HookEnd
):
    cloud = bloqit.cloud
    assert isinstance(cloud, Bloqit)
    await bloqit.announced(**RENTED)
    await bloqit.announced(**LYING, pickUpCodes={"user": TAKES})
    await bloqit.cut()
    bloqit.brings(BRINGS)
    await bloqit.puts_in("1")
    bloqit.type(TAKES)
    await bloqit.takes("2")
    new = {"_id": RENT[:-1] + "e", "locker": "A3", "state": "reserved", "dropOffCode": "882288"}
    await cloud.meanwhile("POST", "/_sandbox/reservations", json=new)
    assert RENT not in str(heard.calls)  # the other one's pick-up needs nobody's word
    await bloqit.back()
    await bloqit.told_all()
    assert cloud.states() == {RENT: "in_progress", OTHER_RENT: "finished", new["_id"]: "reserved"}
    assert cloud.told(OTHER_RENT) == ["/collect", "/lockers/close"]
    assert [one.partition("?")[0] for one in cloud.told(RENT)] == ["/make", "/lockers/close"]
    assert len({call.json["_id"] for call in heard.calls}) == len(heard.calls)
    await bloqit.known(str(new["_id"]))
    bloqit.brings("882288")
    await bloqit.puts_in("3")
    assert bloqit.fired() == ["1", "2", "3"]
    await bloqit.becomes(str(new["_id"]), "in_progress")
