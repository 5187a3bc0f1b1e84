"""The thirteen states of a rent: from where each call leads, and from where it is refused."""

import pytest
from bloqit_locker import BLOQ, RENT, SANDBOX, connected, flaw

from kiosk.sandbox.clouds.bloqit import create

CREATED, STARTING, IN_PROGRESS, OPENED, COLLECT = (
    "created", "starting", "in_progress", "locker_opened", "collect_item",
)  # fmt: skip
PRICE, PAYMENT, EXPIRED, FINISHED = (
    "price_calculation", "payment_attempt", "expired", "finished",
)  # fmt: skip
RESERVED, CANCELLED, TRANSIT, READY = (
    "reserved", "cancelled", "in_transit", "ready_for_pickup",
)  # fmt: skip
STATES = (
    CREATED, STARTING, IN_PROGRESS, OPENED, COLLECT, PRICE, PAYMENT, EXPIRED, FINISHED, RESERVED,
    CANCELLED, TRANSIT, READY,
)  # fmt: skip
LATER = "2099-01-01T00:00:00Z"

MAKE = "/deliveries/{}/make"
CLOSE = "/rent-sims/{}/lockers/close"
TABLE = {
    MAKE: dict.fromkeys((CREATED, RESERVED, READY, TRANSIT), STARTING),
    CLOSE: {STARTING: IN_PROGRESS, OPENED: IN_PROGRESS, COLLECT: FINISHED},
    "/rent-sims/{}/lockers/keypad": {IN_PROGRESS: COLLECT},
    "/rents/{}/lockers/open": {IN_PROGRESS: OPENED},
    "/rents/{}/collect": dict.fromkeys((IN_PROGRESS, EXPIRED, CANCELLED), COLLECT),
    "/rents/{}/finish": dict.fromkeys((EXPIRED, CANCELLED), FINISHED),
    "/rents/{}/cancel": dict.fromkeys(set(STATES) - {FINISHED, CANCELLED}, CANCELLED),
    "/deliveries/{}/notify": {IN_PROGRESS: IN_PROGRESS},
    "/deliveries/{}/ready-for-pickup": {CREATED: READY, RESERVED: READY},
    "/deliveries/{}/in-transit": {READY: TRANSIT},
    "/deliveries/{}/select-locker?lockerType=M": {
        CREATED: RESERVED, RESERVED: RESERVED, READY: READY, TRANSIT: TRANSIT,
    },
    "/deliveries/{}/return": {EXPIRED: IN_PROGRESS},
}  # fmt: skip


@pytest.fixture(scope="module")
def app():
    return create()


@pytest.fixture
async def partner(app):
    async with connected(app) as partner:
        yield partner


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("call", TABLE)
async def test_each_call_follows_the_state_table(partner, call, state):
    locker = {"locker": "A1"}
    await partner.seed(state, **locker, expiryDate=LATER if state != EXPIRED else None)
    body = {"json": {"expiryDate": LATER}} if call.endswith("/return") else {}
    answer = await partner.put(call, **body)
    if state in TABLE[call]:
        assert answer.status_code == 200, answer.text
        assert answer.json()["state"] == TABLE[call][state]
    else:
        assert flaw(answer) == (409, "conflict")
    assert await partner.state() == TABLE[call].get(state, state)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("kind", "call", "table"),
    [
        ("return", MAKE, TABLE[MAKE]),
        ("return", "/returns/{}/finish", dict.fromkeys(set(STATES) - {FINISHED}, FINISHED)),
        ("store", "/stores/{}/end", {IN_PROGRESS: FINISHED}),
    ],
)
async def test_calls_of_one_type_follow_the_state_table(partner, kind, call, table, state):
    await partner.seed(state, type=kind)
    answer = await partner.put(call)
    assert answer.status_code == (200 if state in table else 409)
    assert await partner.state() == table.get(state, state)


@pytest.mark.parametrize(
    ("kind", "call"),
    [
        ("store", MAKE),
        ("return", "/deliveries/{}/notify"),
        ("delivery", "/returns/{}/finish"),
        ("send", "/stores/{}/end"),
    ],
)
async def test_a_call_for_another_type_finds_no_such_rent(partner, kind, call):
    await partner.seed(type=kind)
    assert flaw(await partner.put(call))[0] == 404


async def test_a_delivery_goes_from_reserved_to_finished_and_frees_its_locker(partner):
    a1 = await partner.locker_id("A1")
    rent = (await partner.delivery(lockerID=a1)).json()["_id"]
    for call in (MAKE, CLOSE, "/rents/{}/collect", CLOSE):
        assert (await partner.put(call, rent)).status_code == 200
    done = await partner.rent(rent)
    assert [step["state"] for step in done["states"]] == [
        CREATED, RESERVED, STARTING, IN_PROGRESS, COLLECT, PRICE, FINISHED,
    ]  # fmt: skip
    assert "endDate" in done
    assert "expiryDate" not in done
    assert (await partner.lockers())["A1"]["rent"] is None
    assert await partner.events() == [
        "rent.created", "rent.reserved", "locker.locker_opened", "rent.started",
        "locker.locker_closed", "rent.in_progress", "locker.locker_opened", "rent.collect_item",
        "locker.locker_closed", "rent.price_calculation", "rent.finished",
    ]  # fmt: skip


async def test_a_locker_may_be_opened_in_place_and_the_item_stays(partner):
    await partner.seed(IN_PROGRESS)
    await partner.put("/rents/{}/lockers/open")
    assert (await partner.lockers())["A1"]["isOpen"] is True
    await partner.put(CLOSE)
    assert await partner.state() == IN_PROGRESS
    assert (await partner.lockers())["A1"]["rent"] == RENT


async def test_cancelling_keeps_the_locker_until_collect_or_finish(partner):
    await partner.seed(IN_PROGRESS)
    await partner.put("/rents/{}/cancel")
    assert (await partner.lockers())["A1"]["rent"] == RENT
    await partner.put("/rents/{}/finish")
    locker = (await partner.lockers())["A1"]
    assert (locker["rent"], locker["isOpen"]) == (None, False)


async def test_an_expired_delivery_is_collected_through_an_open_door(partner):
    await partner.seed(IN_PROGRESS, expiryDate="2020-01-01T00:00:00Z")
    assert await partner.state() == EXPIRED
    assert (await partner.put("/rent-sims/{}/lockers/keypad")).status_code == 409
    await partner.put("/rents/{}/collect")
    assert (await partner.lockers())["A1"]["isOpen"] is True
    await partner.put(CLOSE)
    assert await partner.state() == FINISHED


@pytest.mark.parametrize("field", ["expiryDate", "deliveryDateLimit"])
@pytest.mark.parametrize("state", [CREATED, RESERVED, READY, TRANSIT])
async def test_a_delivery_nobody_brings_expires(partner, state, field):
    await partner.seed(state, **{field: "2020-01-01T00:00:00Z"})
    assert await partner.state() == EXPIRED


@pytest.mark.parametrize("state", [STARTING, OPENED, COLLECT, CANCELLED, FINISHED])
async def test_nothing_else_expires(partner, state):
    await partner.seed(state, expiryDate="2020-01-01T00:00:00Z")
    assert await partner.state() == state


async def test_the_hours_to_collect_start_with_the_drop_off(partner):
    a1 = await partner.locker_id("A1")
    rent = (await partner.delivery({"collectTimeLimit": 1}, lockerID=a1)).json()["_id"]
    await partner.wait(2 * 3600)
    for call in (MAKE, CLOSE):
        await partner.put(call, rent)
    await partner.wait(3500)
    assert await partner.state(rent) == IN_PROGRESS
    await partner.wait(200)
    assert await partner.state(rent) == EXPIRED


async def test_without_a_limit_of_its_own_the_bloq_sets_the_hours(partner):
    a1 = await partner.locker_id("A1")
    await partner.put(f"/bloqs/{BLOQ}", json={"maxRentCollectTimeHour": 1})
    rent = (await partner.delivery(lockerID=a1)).json()["_id"]
    for call in (MAKE, CLOSE):
        await partner.put(call, rent)
    await partner.wait(3700)
    assert await partner.state(rent) == EXPIRED


@pytest.mark.parametrize("state", [RESERVED, IN_PROGRESS])
async def test_extending_brings_an_expired_rent_back(partner, state):
    await partner.seed(state, expiryDate="2020-01-01T00:00:00Z")
    assert await partner.state() == EXPIRED
    answer = await partner.put("/rents/{}/extend", json={"expiryDate": LATER})
    assert (answer.status_code, answer.json()["state"]) == (200, state)
    assert answer.json()["expiryDate"] == "2099-01-01T00:00:00.000Z"
    assert await partner.state() == state
    assert "rent.extended" in await partner.events()


async def test_a_rent_is_not_extended_into_the_past_nor_after_the_pick_up(partner):
    await partner.seed(IN_PROGRESS)
    past = await partner.put("/rents/{}/extend", json={"expiryDate": "2020-01-01T00:00:00Z"})
    assert flaw(past) == (400, "expiryDateInvalid")
    assert flaw(await partner.put("/rents/{}/extend", json={})) == (400, "expiryDateInvalid")
    await partner.put("/rents/{}/collect")
    late = await partner.put("/rents/{}/extend", json={"expiryDate": LATER})
    assert flaw(late) == (409, "conflict")


async def test_a_returned_delivery_is_a_return_in_the_same_locker(partner):
    await partner.seed(IN_PROGRESS, expiryDate="2020-01-01T00:00:00Z")
    answer = await partner.put("/deliveries/{}/return", json={"expiryDate": LATER})
    body = answer.json()
    assert (body["_id"], body["type"], body["state"]) == (RENT, "return", IN_PROGRESS)
    assert (await partner.lockers())["A1"]["rent"] == RENT


async def test_what_never_lay_in_a_locker_cannot_be_returned(partner):
    await partner.seed(RESERVED, expiryDate="2020-01-01T00:00:00Z")
    answer = await partner.put("/deliveries/{}/return", json={"expiryDate": LATER})
    assert flaw(answer) == (409, "conflict")


async def test_a_payment_may_be_waited_for(partner):
    await partner.set("payments", wait=True)
    await partner.seed(COLLECT)
    await partner.put(CLOSE)
    assert await partner.state() == PAYMENT
    assert (await partner.lockers())["A1"]["rent"] == RENT
    await partner.http.post(f"{SANDBOX}/reservations/{RENT}/pay")
    assert await partner.state() == FINISHED


async def test_a_store_ends_with_or_without_opening(partner):
    a1 = await partner.locker_id("A1")
    for opens, state in ((False, FINISHED), (True, COLLECT)):
        started = await partner.http.post("/stores", params={"lockerID": a1})
        assert started.json()["state"] == STARTING
        rent = started.json()["_id"]
        await partner.put(CLOSE, rent)
        await partner.put("/stores/{}/end", rent, json={"openLocker": opens})
        assert await partner.state(rent) == state
        assert (await partner.lockers())["A1"]["isOpen"] is opens


async def test_a_store_expires_after_the_hours_of_the_bloq(partner):
    a1 = await partner.locker_id("A1")
    rent = (await partner.http.post("/stores", params={"lockerID": a1})).json()["_id"]
    await partner.put(CLOSE, rent)
    await partner.wait(2 * 3600 - 10)
    assert await partner.state(rent) == IN_PROGRESS
    await partner.wait(20)
    assert await partner.state(rent) == EXPIRED


async def test_a_send_needs_a_phone_number_and_is_picked_up_with_its_code(partner):
    params = {"lockerID": await partner.locker_id("A1")}
    missing = await partner.http.post("/sends", params=params, json={})
    assert flaw(missing) == (400, "phoneNumberInvalid")
    body = {"phoneNumber": "+351919090909", "pickUpCodes": {"friend": "2121"}}
    rent = (await partner.http.post("/sends", params=params, json=body)).json()
    assert (rent["type"], rent["details"]["pickUpCodes"]) == ("send", {"friend": "2121"})
    for call in (CLOSE, "/rent-sims/{}/lockers/keypad", CLOSE):
        await partner.put(call, rent["_id"])
    assert await partner.state(rent["_id"]) == FINISHED


@pytest.mark.parametrize(
    ("kind", "call"),
    [
        ("delivery", "/deliveries/{}/ready-for-pickup"),
        ("delivery", "/deliveries/{}/in-transit"),
        ("return", "/returns/{}/finish"),
    ],
)
async def test_a_feature_outside_the_plan_is_forbidden(partner, kind, call):
    await partner.seed(type=kind)
    await partner.set("plan", features=[])
    assert flaw(await partner.put(call)) == (403, "forbidden")
    assert await partner.state() == RESERVED
