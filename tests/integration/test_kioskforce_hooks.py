"""Facts told to an address of the operator's as KioskForce's webhooks would tell them."""

import json
from dataclasses import replace

import pytest

from kiosk.adapters.clouds.reports import ReportLine
from kiosk.domain.errors import (
    CloudBroken,
    CloudConflict,
    CloudForbidden,
    CloudMissing,
    CloudRefused,
    CloudSilent,
    ConfigWrong,
)
from kiosk.domain.layout import Owner
from kiosk.domain.model import Event, ReservationId
from kiosk.ports_cloud import Relay
from tests.integration.hook_end import CUT, hook_end
from tests.integration.kioskforce_vendor import line as vendor_line
from tests.integration.kioskforce_vendor import ok
from tests.services.fakes import NOON, FakeClock

EVENT = Event(
    7,
    "0196a0b0-0000-7000-8000-000000000007",
    "parcel.deposited",
    ReservationId("res_789"),
    Owner.CLOUD,
    NOON,
    {"label": "12", "code": "drop_off_code"},
)
SEALED = {"code": "471174"}


@pytest.fixture
async def heard():
    async with hook_end() as end:
        yield end


@pytest.fixture
async def report(heard):
    cloud, _ = vendor_line(ok({}))
    line = ReportLine(Relay(heard.url), cloud, FakeClock())
    yield line
    await line.aclose()
    await cloud.aclose()


async def test_a_deposit_is_told_as_the_vendors_sample_shows_it(report, heard):
    await report.deliver(EVENT)
    (call,) = heard.calls
    assert call.json == {
        "event_id": f"evt_{EVENT.id}",
        "idempotency_key": f"idem_{EVENT.id}",
        "event_time_unix_timestamp": int(NOON.timestamp()),
        "event_time_timestamp": "2026-05-04T12:00:00.000Z",
        "reservation_id": "res_789",
        "event_type": "EVENT_TYPE_DROPOFF",
        "drop_off_event": {
            "source_type": "SOURCE_TYPE_MACHINE",
            "cell": {"description": "A03", "cell_id": ""},
            "machine": {"machine_id": "machine_123"},
        },
    }
    assert call.headers["content-type"] == "application/json"
    assert "x-api-key" not in call.headers


async def test_a_repeat_is_the_same_to_the_last_byte(report, heard):
    await report.deliver(EVENT)
    await report.deliver(replace(EVENT, tries=3, uncertain=True))
    assert heard.calls[0].body == heard.calls[1].body


@pytest.mark.parametrize(
    ("name", "type_", "part"),
    [
        ("parcel.collected", "EVENT_TYPE_PICKUP", "pickup_event"),
        (
            "reservation.cancelled",
            "EVENT_TYPE_RESERVATION_CANCELLED",
            "reservation_cancelled_event",
        ),
        ("parcel.abandoned", "EVENT_TYPE_PICKUP_ABANDONED", "pickup_abandoned_event"),
        ("door.left_open", "EVENT_TYPE_MAINTENANCE_REQUESTED", "maintenance_requested_event"),
    ],
)
async def test_each_fact_has_its_type_and_its_part(report, heard, name, type_, part):
    await report.deliver(replace(EVENT, name=name))
    said = heard.calls[0].json
    assert said["event_type"] == type_
    assert isinstance(said[part], dict)


async def test_what_has_no_webhook_and_what_is_the_kiosks_own_goes_nowhere(report, heard):
    await report.deliver(replace(EVENT, name="terms.agreed"))
    await report.deliver(replace(EVENT, owner=Owner.LOCAL))
    assert heard.calls == []


async def test_nothing_sealed_is_in_it(report, heard):
    await report.deliver(replace(EVENT, sealed=SEALED))
    assert SEALED["code"] not in json.dumps(heard.calls[0].json)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, CloudRefused),
        (401, CloudForbidden),
        (404, CloudMissing),
        (409, CloudConflict),
        (410, CloudRefused),
        (500, CloudBroken),
        (502, CloudBroken),
        (302, CloudBroken),
        (CUT, CloudSilent),
    ],
)
async def test_the_status_alone_says_what_became_of_it(report, heard, status, error):
    heard.answers.append(status)
    with pytest.raises(error) as caught:
        await report.deliver(EVENT)
    assert type(caught.value) is error
    assert "127.0.0.1" not in str(caught.value)


async def test_an_address_in_the_clear_elsewhere_is_refused(report):
    cloud, _ = vendor_line(ok({}))
    with pytest.raises(ConfigWrong):
        ReportLine(Relay("http://hear.example/in"), cloud, FakeClock())
    await cloud.aclose()
