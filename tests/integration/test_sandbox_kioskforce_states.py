"""The sandbox's state table and its graces."""

import pytest
from kioskforce_locker import (
    ABANDONED,
    CANCELLED,
    DROPPED_OFF,
    PENDING,
    PICKED_UP,
    SANDBOX,
    connected,
)

from kiosk.sandbox.clouds.kioskforce import create


@pytest.fixture(scope="module")
def locker_app():
    return create()


@pytest.fixture
async def locker(locker_app):
    async with connected(locker_app) as locker:
        yield locker


ALLOWED = {
    (PENDING, "dropoffs"): DROPPED_OFF,
    (PENDING, "deletes"): CANCELLED,
    (DROPPED_OFF, "dropoffs"): DROPPED_OFF,  # within the grace
    (DROPPED_OFF, "pickups"): PICKED_UP,
    (DROPPED_OFF, "abandons"): ABANDONED,
    (PICKED_UP, "pickups"): PICKED_UP,  # within the grace
}


@pytest.mark.parametrize("verb", ["dropoffs", "pickups", "deletes", "abandons"])
@pytest.mark.parametrize("status", [PENDING, DROPPED_OFF, PICKED_UP, CANCELLED, ABANDONED])
async def test_each_call_follows_the_state_table(locker, status, verb):
    await locker.seed(status=status)
    answer = await locker.call(verb)
    if (status, verb) in ALLOWED:
        opens = verb in ("dropoffs", "pickups")
        assert answer.status_code == 200
        assert answer.json() == ({"cell": {"description": "A03"}} if opens else {})
    else:
        assert (answer.status_code, answer.json()["code"]) == (400, 9)
    assert await locker.status() == ALLOWED.get((status, verb), status)


@pytest.mark.parametrize(("verb", "event"), [("dropoffs", "DROPOFF"), ("pickups", "PICKUP")])
async def test_the_same_call_within_the_grace_changes_the_state_once(locker, verb, event):
    await locker.seed(status=PENDING if verb == "dropoffs" else DROPPED_OFF)
    first = await locker.call(verb)
    before = (await locker.http.get(f"{SANDBOX}/reservations")).json()
    await locker.wait(119)
    again = await locker.call(verb)
    assert again.json() == first.json() == {"cell": {"description": "A03"}}
    assert (await locker.http.get(f"{SANDBOX}/reservations")).json() == before
    assert await locker.events() == [event]


@pytest.mark.parametrize("verb", ["dropoffs", "pickups"])
async def test_after_the_grace_the_same_call_is_refused(locker, verb):
    await locker.seed(status=PENDING if verb == "dropoffs" else DROPPED_OFF)
    await locker.call(verb)
    await locker.wait(121)
    assert (await locker.call(verb)).json()["code"] == 9


async def test_the_grace_does_not_start_anew_with_a_re_opening(locker):
    await locker.seed(status=DROPPED_OFF)
    for wait in (0, 100):
        await locker.wait(wait)
        assert (await locker.call("pickups")).status_code == 200
    await locker.wait(21)
    assert (await locker.call("pickups")).status_code == 400


async def test_a_reservation_brings_its_own_graces(locker):
    await locker.seed(status=DROPPED_OFF, grace_pickup=10)
    await locker.call("pickups")
    await locker.wait(11)
    assert (await locker.call("pickups")).status_code == 400


async def test_the_list_shows_a_picked_up_reservation_until_its_grace_ends(locker):
    await locker.seed(status=DROPPED_OFF)
    await locker.call("pickups")
    await locker.wait(119)
    assert await locker.listed() == ["res_1"]
    await locker.wait(2)
    assert await locker.listed() == []
    assert await locker.status() == PICKED_UP


@pytest.mark.parametrize(
    ("status", "listed"),
    [(PENDING, True), (DROPPED_OFF, True), (CANCELLED, False), (ABANDONED, False)],
)
async def test_the_list_shows_ongoing_reservations_only(locker, status, listed):
    await locker.seed(status=status)
    assert await locker.listed() == (["res_1"] if listed else [])


async def test_an_abandoned_package_keeps_its_cell_until_operations_came(locker):
    await locker.seed(status=ABANDONED)

    async def idle() -> int:
        machine = (await locker.http.get("/machines/machine_123")).json()["machine"]
        return len(machine["preferred_cells"])

    assert await idle() == 11
    await locker.http.post(f"{SANDBOX}/cells/A03/clean")
    assert await idle() == 12


async def test_a_webhook_is_recorded_with_the_vendors_fields(locker):
    await locker.seed(webhook_url="https://platform.example/hook", platform_order_id="order_9")
    await locker.call("dropoffs")
    (sent,) = await locker.webhooks()
    body = sent["body"]
    assert sent["url"] == "https://platform.example/hook"
    assert sent["headers"] == {"X-Platform-Order-Id": "order_9"}
    assert body["reservation_id"] == "res_1"
    assert body["event_type"] == "EVENT_TYPE_DROPOFF"
    assert body["drop_off_event"]["cell"]["description"] == "A03"
    assert body["event_id"].startswith("evt_")
    assert isinstance(body["event_time_unix_timestamp"], int)
