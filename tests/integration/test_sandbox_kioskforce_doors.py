"""Who moves the lock: the sandbox's own door, the kiosk's, and the door opened from afar."""

import pytest
from kioskforce_locker import DROPPED_OFF, PENDING, PICKED_UP, SANDBOX, connected

from kiosk.domain.errors import ConfigWrong
from kiosk.sandbox.clouds.kioskforce import create


@pytest.fixture(scope="module")
def locker_app():
    return create()


@pytest.fixture
async def locker(locker_app):
    async with connected(locker_app) as locker:
        yield locker


@pytest.fixture(scope="module")
def vendors_app():
    return create(door="vendor")


@pytest.fixture
async def vendors(vendors_app):
    async with connected(vendors_app) as vendors:
        yield vendors


async def test_open_door_is_accepted_and_fulfilled_later_without_changing_the_state(locker):
    await locker.seed(status=DROPPED_OFF)
    why = {"reason": "code does not work", "platform_reference_id": "ticket_456"}
    answer = await locker.call("open-door", json=why, headers={"X-Request-ID": "req_xyz789"})
    assert answer.json()["request_id"] == "req_xyz789"
    assert answer.json()["accepted_at"].endswith("Z")
    (sent,) = await locker.webhooks()
    assert sent["body"]["event_type"] == "EVENT_TYPE_OPEN_DOOR_FULFILLED"
    assert sent["headers"]["X-Request-ID"] == "req_xyz789"
    assert sent["body"]["open_door_fulfilled_event"]["success"] is True
    assert await locker.status() == DROPPED_OFF


async def test_open_door_is_possible_until_the_cell_is_given_to_somebody_else(locker):
    await locker.seed(status=DROPPED_OFF)
    await locker.call("pickups")
    await locker.wait(1000)
    assert (await locker.call("open-door")).json()["request_id"].startswith("req_")
    await locker.seed(reservation_id="res_2")
    assert (await locker.call("open-door")).json()["code"] == 9
    assert (await locker.call("open-door", "res_2")).status_code == 200


async def test_a_machine_off_the_network_opens_nothing(locker):
    await locker.seed(status=DROPPED_OFF)
    await locker.http.post(f"{SANDBOX}/machine", json={"online": False})
    for verb in ("pickups", "open-door"):
        answer = await locker.call(verb)
        assert (answer.status_code, answer.json()["code"]) == (500, 13)
    assert await locker.status() == DROPPED_OFF
    assert await locker.events() == ["PICKUP_FAILED"]


async def test_with_the_vendors_door_a_drop_off_counts_when_it_closes(vendors):
    await vendors.seed()
    await vendors.call("dropoffs")
    assert await vendors.door_open()
    assert await vendors.status() == PENDING
    assert await vendors.events() == []
    await vendors.door("shut")
    assert not await vendors.door_open()
    assert await vendors.status() == DROPPED_OFF
    assert await vendors.events() == ["DROPOFF"]


async def test_with_the_vendors_door_a_re_opened_drop_off_counts_once(vendors):
    await vendors.seed()
    for _ in range(2):
        await vendors.call("dropoffs")
        assert await vendors.door_open()
        await vendors.door("shut")
    assert await vendors.events() == ["DROPOFF"]


async def test_with_the_vendors_door_a_pick_up_counts_when_it_opens(vendors):
    await vendors.seed(status=DROPPED_OFF)
    await vendors.call("pickups")
    assert await vendors.door_open()
    assert await vendors.status() == PICKED_UP


async def test_a_door_that_was_never_asked_for_may_be_shut_without_effect(vendors):
    await vendors.seed()
    await vendors.door("shut")
    assert await vendors.status() == PENDING


async def test_a_jammed_door_fails_at_once_for_pickups_and_later_for_open_door(vendors):
    await vendors.seed(status=DROPPED_OFF)
    await vendors.door("jam")
    assert (await vendors.call("pickups")).json()["code"] == 13
    assert (await vendors.call("open-door")).status_code == 200
    assert await vendors.events() == ["PICKUP_FAILED", "OPEN_DOOR_FULFILLED"]
    outcome = (await vendors.webhooks())[-1]["body"]["open_door_fulfilled_event"]
    assert outcome["success"] is False
    await vendors.door("free")
    assert (await vendors.call("pickups")).status_code == 200


async def test_with_the_kiosks_door_the_sandbox_has_none_to_shut(locker):
    assert (await locker.door("shut")).status_code == 400


def test_there_are_two_readings_of_who_moves_the_lock_and_no_third():
    with pytest.raises(ConfigWrong):
        create(door="nobody")
