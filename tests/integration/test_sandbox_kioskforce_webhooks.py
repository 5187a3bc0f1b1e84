"""KioskForce's webhooks as integrators see them: recorded always, sent where somebody listens."""

import asyncio

import pytest
from kioskforce_locker import SANDBOX, connected

from kiosk.sandbox.clouds.kioskforce import create
from tests.integration.hook_end import HookEnd, hook_end

FLAT = {
    "event_id",
    "idempotency_key",
    "event_time_unix_timestamp",
    "event_time_timestamp",
    "platform_order_id",
    "reservation_id",
    "event_type",
}


async def heard(end: HookEnd, count: int) -> list[str]:
    async with asyncio.timeout(5):
        while len(end.calls) < count:
            await asyncio.sleep(0.01)
    return [call.json["event_type"].removeprefix("EVENT_TYPE_") for call in end.calls]


async def test_who_gave_a_url_hears_what_happens_in_order_flat_and_with_the_order_in_a_header():
    async with hook_end() as end, connected(create()) as locker:
        await locker.http.put(f"{SANDBOX}/webhooks/url", json={"url": end.url})
        await locker.seed(status="RESERVATION_STATUS_PENDING", platform_order_id="order_ö")
        await locker.call("dropoffs")
        await locker.call("pickups")
        await locker.call("open-door", headers={"X-Request-ID": "req_7"})
        told = await heard(end, 3)
        assert told == ["DROPOFF", "PICKUP", "OPEN_DOOR_FULFILLED"]
        assert {name for name in end.calls[0].json if not name.endswith("_event")} == FLAT
        assert "drop_off_event" in end.calls[0].json
        assert end.calls[0].headers["x-platform-order-id"] == "order_?"
        assert end.calls[2].headers["x-request-id"] == "req_7"
        assert end.calls[2].json["open_door_fulfilled_event"]["request_id"] == "req_7"
        recorded = await locker.webhooks()
        assert [one["body"]["event_id"] for one in recorded] == [
            call.json["event_id"] for call in end.calls
        ]


async def test_a_reservation_s_own_url_wins():
    async with hook_end() as end, hook_end() as own, connected(create()) as locker:
        await locker.http.put(f"{SANDBOX}/webhooks/url", json={"url": end.url})
        await locker.seed(webhook_url=own.url)
        await locker.seed(reservation_id="res_2", cell="A04")
        await locker.call("deletes")
        await locker.call("deletes", "res_2")
        assert await heard(end, 1) == ["RESERVATION_CANCELLED"]
        assert await heard(own, 1) == ["RESERVATION_CANCELLED"]
        assert end.calls[0].json["reservation_id"] == "res_2"


async def test_without_a_url_and_after_a_reset_nobody_hears_and_all_is_recorded():
    async with hook_end() as end, connected(create()) as locker:
        await locker.seed(webhook_url=end.url)
        await locker.call("deletes")
        assert await locker.events() == ["RESERVATION_CANCELLED"]
        await locker.http.put(f"{SANDBOX}/webhooks/url", json={"url": end.url})
        await locker.http.post(f"{SANDBOX}/reset")
        await locker.seed()
        await locker.call("deletes")
        [told] = await locker.webhooks()
        assert (told["tries"], told["status"], end.calls) == (0, None, [])


@pytest.mark.parametrize("url", ["", "ftp://a.example", "https:///x", "javascript:1", 5])
async def test_what_is_no_url_is_refused(url):
    async with connected(create()) as locker:
        answer = await locker.http.put(f"{SANDBOX}/webhooks/url", json={"url": url})
        assert answer.status_code == 400
