"""Doors: lockers opened by call, the vendor's own doors, and what its machine tells later."""

import pytest
from bloqit_locker import BLOQ, NEIGHBOUR, RENT, SANDBOX, connected, flaw

from kiosk.sandbox.clouds.bloqit import create

MAKE, CLOSE, COLLECT = "/deliveries/{}/make", "/rent-sims/{}/lockers/close", "/rents/{}/collect"


@pytest.fixture(scope="module")
def apps():
    return {door: create(door=door) for door in ("kiosk", "vendor")}


@pytest.fixture(params=["kiosk", "vendor"])
async def either(apps, request):
    async with connected(apps[request.param]) as partner:
        yield partner


@pytest.fixture
async def partner(apps):
    async with connected(apps["kiosk"]) as partner:
        yield partner


@pytest.fixture
async def vendor(apps):
    async with connected(apps["vendor"]) as partner:
        yield partner


async def test_a_locker_without_a_rent_is_opened_and_closed(either):
    here = f"/bloqs/{BLOQ}/lockers/{await either.locker_id('A1')}"
    opened = (await either.put(f"{here}/open")).json()
    assert opened["isOpen"] is True
    assert opened["lastDoorOpeningTimestamp"].startswith("20")
    assert (await either.put(f"{here}/close")).json()["isOpen"] is False
    assert await either.events() == ["locker.locker_opened", "locker.locker_closed"]


async def test_a_locker_of_a_rent_is_not_opened_as_if_it_were_free(either):
    await either.seed("in_progress")
    here = f"/bloqs/{BLOQ}/lockers/{await either.locker_id('A1')}"
    assert flaw(await either.put(f"{here}/open")) == (409, "conflict")
    assert (await either.lockers())["A1"]["isOpen"] is False


async def test_open_or_collect_does_what_fits(either):
    await either.seed("in_progress")
    for title in ("A1", "A2"):
        locker = await either.locker_id(title)
        answer = await either.put(f"/bloqs/{BLOQ}/lockers/{locker}/open-or-collect")
        assert answer.json()["isOpen"] is True
    assert await either.state() == "collect_item"


async def test_open_or_collect_keeps_the_conditions_of_collect(either):
    await either.seed("reserved")
    locker = await either.locker_id("A1")
    answer = await either.put(f"/bloqs/{BLOQ}/lockers/{locker}/open-or-collect")
    assert flaw(answer) == (409, "conflict")


async def test_several_lockers_open_all_or_none(either):
    await either.seed("in_progress")
    ids = {title: locker["_id"] for title, locker in (await either.lockers()).items()}
    there = await either.locker_id("A5", NEIGHBOUR)
    path = f"/bloqs/{BLOQ}/lockers/open"
    await either.put(f"/bloqs/{BLOQ}/lockers/{ids['A4']}/open")
    for wanted, refusal in (
        ([ids["A2"], ids["A1"]], (409, "conflict")),  # allocated
        ([ids["A2"], ids["A4"]], (409, "conflict")),  # open already
        ([ids["A2"], there], (400, "lockersInvalid")),  # another bloq's
        ([ids["A2"], ids["A2"]], (400, "lockersInvalid")),
        ([], (400, "lockersInvalid")),
        (["A2"], (400, "lockersInvalid")),
    ):
        assert flaw(await either.put(path, json={"lockers": wanted})) == refusal
    assert (await either.lockers())["A2"]["isOpen"] is False
    wanted = [ids["A2"], ids["A3"]]
    assert (await either.put(path, json={"lockers": wanted})).json() == wanted


async def test_with_the_kiosks_doors_the_call_is_the_news(partner):
    await partner.seed()
    await partner.set("machine", online=False)
    assert (await partner.put(MAKE)).json()["state"] == "starting"
    assert (await partner.put(CLOSE)).json()["state"] == "in_progress"
    assert flaw(await partner.door("shut")) == (409, "conflict")


async def test_with_the_vendors_doors_the_state_follows_the_door(vendor):
    await vendor.seed()
    await vendor.put(MAKE)
    assert (await vendor.door("shut")).json()["is_open"] is False
    assert await vendor.state() == "in_progress"
    await vendor.put(COLLECT)
    assert await vendor.state() == "collect_item"
    await vendor.door("shut")
    assert await vendor.state() == "finished"


@pytest.mark.parametrize(("state", "call"), [("reserved", MAKE), ("in_progress", COLLECT)])
async def test_a_jammed_door_is_502_and_changes_no_state(vendor, state, call):
    await vendor.seed(state)
    await vendor.door("jam")
    assert flaw(await vendor.put(call)) == (502, "badGateway")
    assert await vendor.state() == state
    assert await vendor.events() == ["locker.open_locker_error"]
    await vendor.door("free")
    assert (await vendor.put(call)).status_code == 200


async def test_an_offline_bloq_is_504_and_says_when_it_is_back(vendor):
    await vendor.seed()
    await vendor.set("machine", online=False)
    assert flaw(await vendor.put(MAKE)) == (504, "gatewayTimeout")
    assert await vendor.state() == "reserved"
    await vendor.set("machine", online=True)
    assert (await vendor.put(MAKE)).status_code == 200
    assert (await vendor.events())[:2] == ["locker.locker_timeout", "bloq.reconnected"]


async def test_a_store_behind_a_jammed_door_is_not_made(vendor):
    await vendor.door("jam")
    params = {"lockerID": await vendor.locker_id("A1")}
    assert flaw(await vendor.http.post("/stores", params=params))[0] == 502
    assert await vendor.listed("/rents") == []


async def test_a_door_that_springs_open_is_told_and_moves_no_rent(vendor):
    await vendor.seed("in_progress")
    await vendor.door("open")
    assert await vendor.state() == "in_progress"
    assert await vendor.events() == ["locker.spontaneous_locker_opening"]
    await vendor.door("shut")
    assert await vendor.state() == "in_progress"


async def test_a_door_that_is_shut_twice_counts_once(vendor):
    await vendor.seed()
    await vendor.put(MAKE)
    for _ in range(2):
        await vendor.door("shut")
    assert (await vendor.events()).count("rent.in_progress") == 1


async def test_an_unknown_door_is_not_found(vendor):
    assert flaw(await vendor.door("jam", "Z9"))[0] == 404


async def offline(partner, title: str, code: str) -> dict:
    body = {"lockerID": await partner.locker_id(title), "code": code}
    answer = await partner.http.post(f"{SANDBOX}/offline-dropoffs", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_an_offline_drop_off_with_a_right_code_is_booked(partner):
    await partner.seed(dropOffCode="4711")
    assert await offline(partner, "A2", "4711") == {"rent": RENT}
    rent = await partner.rent()
    assert (rent["state"], rent["locker"]["lockerTitle"]) == ("in_progress", "A2")
    assert (await partner.events())[-1] == "rent.offline_dropoff"


@pytest.mark.parametrize(
    ("reason", "seed", "bloq"),
    [
        ("invalid_offline_dropoff", {"dropOffCode": "other"}, {}),
        ("invalid_offline_dropoff", {"state": "in_progress"}, {}),
        ("offline_drop_off_on_wrong_bloq", {"bloqID": NEIGHBOUR}, {}),
        ("offline_drop_off_on_inactive_bloq", {}, {"active": False}),
    ],
)
async def test_an_offline_drop_off_disables_the_locker_for_one_of_three_reasons(
    partner, reason, seed, bloq
):
    await partner.seed(**{"dropOffCode": "4711"} | seed)
    await partner.put(f"/bloqs/{BLOQ}", json=bloq)
    assert await offline(partner, "A2", "4711") == {"reason": reason}
    assert (await partner.lockers())["A2"]["active"] is False
    told = (await partner.history(eventTypes="locker.locker_inactive"))[-1]
    assert told["metadata"] == {"code": "4711", "reason": reason}
    assert told["actionInitiatedBy"]["source"] == "locker"


async def test_an_offline_drop_off_in_another_rents_locker_waits(partner):
    await partner.seed(dropOffCode="4711", locker="A1")
    await partner.seed("in_progress", _id="a" * 24, locker="A2")
    assert await offline(partner, "A2", "4711") == {"waiting": RENT}
    assert await partner.state() == "reserved"
    assert (await partner.events())[-1] == "rent.waiting_offline_dropoff_sync"
