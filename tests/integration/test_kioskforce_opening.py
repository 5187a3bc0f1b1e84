"""A door of KioskForce opened out of band: five periods, an id of ours, and no state changed."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce import KioskForce
from kiosk.adapters.clouds.kioskforce_windows import (
    Openings,
    Window,
    grace_dropoff,
    grace_pickup,
    window,
)
from kiosk.adapters.clouds.kioskforce_words import Detailed
from kiosk.domain.errors import (
    CloudBroken,
    CloudConflict,
    CloudForbidden,
    CloudRefused,
    CloudSilent,
)
from kiosk.domain.model import ReservationId
from kiosk.sandbox.clouds.kioskforce import create
from tests.integration.kioskforce_vendor import (
    DETAILED,
    NOW,
    RES,
    StandingClock,
    line,
    ok,
    rpc,
    settings,
)

PENDING, DROPPED_OFF, PICKED_UP, CANCELLED, ABANDONED = (
    f"RESERVATION_STATUS_{name}"
    for name in ("PENDING", "DROPPED_OFF", "PICKED_UP", "CANCELLED", "ABANDONED")
)
ACCEPTED = {"request_id": "req_xyz789", "accepted_at": "2025-11-13T15:30:00Z"}
LONG_AGO = "2025-11-01T10:00:00Z"


def seen(status: str, **changes: object) -> Detailed:
    return Detailed.model_validate({**DETAILED, "status": status, **changes})


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


def text(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


@pytest.mark.parametrize(
    ("found", "openings", "period"),
    [
        (seen(PENDING, dropped_off_at=None), Openings(), Window.ALLOCATED),
        (seen(PENDING, dropped_off_at=None, cell=None), Openings(), None),
        (seen(PENDING, dropped_off_at=None, cell={"description": ""}), Openings(), None),
        (seen(PENDING, dropped_off_at=None), Openings(dropoff=ago(120)), Window.DROPOFF_GRACE),
        # Opened and never shut: the reservation stays PENDING.
        (seen(PENDING, dropped_off_at=None), Openings(dropoff=ago(121)), Window.EXTENDED),
        (seen(DROPPED_OFF, dropped_off_at=text(ago(120))), Openings(), Window.DROPOFF_GRACE),
        (seen(DROPPED_OFF, dropped_off_at=text(ago(121))), Openings(), Window.AWAITING_PICKUP),
        # Counted from the first opening, which this kiosk itself knows best.
        (
            seen(DROPPED_OFF, dropped_off_at=text(ago(60))),
            Openings(dropoff=ago(200)),
            Window.AWAITING_PICKUP,
        ),
        (seen(PICKED_UP, picked_up_at=text(ago(120))), Openings(), Window.PICKUP_GRACE),
        (seen(PICKED_UP, picked_up_at=text(ago(121))), Openings(), Window.EXTENDED),
        # The time is spoken of and not shown: then the kiosk's own opening counts.
        (seen(PICKED_UP), Openings(pickup=ago(100)), Window.PICKUP_GRACE),
        (seen(PICKED_UP), Openings(pickup=ago(200)), Window.EXTENDED),
        (seen(PICKED_UP), Openings(), Window.EXTENDED),
        (seen(PICKED_UP), Openings(pickup=ago(10), given_on=True), None),
        (seen(DROPPED_OFF), Openings(given_on=True), None),
        (seen(ABANDONED), Openings(), Window.EXTENDED),
        (seen(CANCELLED), Openings(), None),
        (seen("RESERVATION_STATUS_NEW"), Openings(), None),
    ],
    ids=range(18),
)
def test_a_reservation_is_in_one_of_five_periods_or_in_none(found, openings, period):
    assert window(found, NOW, openings) is period


def test_a_time_that_lies_ahead_is_no_grace():
    """The clock was put back since."""
    assert window(seen(PICKED_UP, picked_up_at=text(ago(-5))), NOW) is Window.EXTENDED


@pytest.mark.parametrize("name", ["{}_in_seconds", "{}_seconds"])
def test_the_seconds_of_grace_are_read_from_either_name(name):
    found = seen(
        PICKED_UP,
        picked_up_at=text(ago(250)),
        **{
            name.format("grace_period_pickup"): 300,
            name.format("grace_period_dropoff"): 240,
        },
    )
    assert (grace_pickup(found), grace_dropoff(found)) == (300, 240)
    assert window(found, NOW) is Window.PICKUP_GRACE


def test_without_either_name_it_is_the_documented_default():
    assert (grace_pickup(seen(PENDING)), grace_dropoff(seen(PENDING))) == (120, 120)


async def test_the_request_carries_its_id_in_a_header_and_is_made_once():
    cloud, vendor = line(ok(DETAILED), ok(ACCEPTED))
    said = await cloud.open_door(
        RES, request="req_xyz789", reason="Support", reference="support_ticket_789"
    )
    assert said.request_id == "req_xyz789"
    assert vendor.asked == [
        "GET /api/delivery/external/v1/reservations/res_789",
        "POST /api/delivery/external/v1/reservations/res_789/open-door",
    ]
    assert vendor.requests[1].headers["x-request-id"] == "req_xyz789"
    assert "x-request-id" not in vendor.requests[0].headers
    assert vendor.sent() == {"reason": "Support", "platform_reference_id": "support_ticket_789"}


async def test_outside_the_periods_nothing_is_asked():
    cloud, vendor = line(ok({**DETAILED, "status": CANCELLED}), ok(ACCEPTED))
    with pytest.raises(CloudConflict):
        await cloud.open_door(RES, request="req_1", reason="Support")
    cloud, vendor = line(ok(DETAILED), ok(ACCEPTED))
    with pytest.raises(CloudConflict):
        await cloud.open_door(
            RES, request="req_1", reason="Support", openings=Openings(given_on=True)
        )
    assert [call.split()[0] for call in vendor.asked] == ["GET"]


@pytest.mark.parametrize("request_id", ["", "a b", "a\r\nX-API-Key: x", "é", "x" * 129])
async def test_an_id_unfit_for_a_header_is_not_sent(request_id):
    cloud, vendor = line(ok(DETAILED), ok(ACCEPTED))
    with pytest.raises(CloudRefused):
        await cloud.open_door(RES, request=request_id, reason="Support")
    assert vendor.asked == []


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (httpx.ReadTimeout("lost"), CloudSilent),
        (ok(rpc(13), 500), CloudBroken),
        (ok(rpc(9), 400), CloudConflict),
        (ok(rpc(16), 403), CloudForbidden),
        (ok({}), CloudBroken),
        (ok({"request_id": "r", "accepted_at": "now"}), CloudBroken),
    ],
    ids=range(6),
)
async def test_no_answer_is_repeated_and_none_is_believed_unread(reply, error):
    cloud, vendor = line(ok(DETAILED), reply)
    with pytest.raises(error):
        await cloud.open_door(RES, request="req_1", reason="Support")
    assert len(vendor.asked) == 2


async def test_in_the_sandbox_the_webhook_comes_with_the_same_id_and_no_state_changes():
    transport = httpx.ASGITransport(create(key="key", door="vendor"))
    base = "https://sandbox"
    http = JsonHttp(base, {"X-API-Key": "key"}, StandingClock(), transport=transport)
    cloud = KioskForce(settings(base), StandingClock(), http)
    async with httpx.AsyncClient(transport=transport, base_url=base) as door:
        wish = {"reservation_id": "res_1", "cell": "A03", "status": DROPPED_OFF}
        await door.post("/_sandbox/reservations", json=wish)
        before = (await door.get("/_sandbox/reservations")).json()
        await cloud.open_door(ReservationId("res_1"), request="req_7", reason="Support")
        [told] = (await door.get("/_sandbox/webhooks")).json()
        assert told["body"]["event_type"] == "EVENT_TYPE_OPEN_DOOR_FULFILLED"
        assert told["headers"]["X-Request-ID"] == "req_7"
        assert told["headers"]["X-Platform-Order-Id"] == "order_456"
        assert (await door.get("/_sandbox/reservations")).json() == before
        doors = {d["name"]: d["door_open"] for d in (await door.get("/_sandbox/doors")).json()}
        assert doors["A03"]
    await cloud.aclose()
