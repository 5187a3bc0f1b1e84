"""KioskForce turned hostile: whatever comes is arrivals or one honest error, on real lines, too."""

import json
import logging
import ssl
from contextlib import suppress
from datetime import timedelta

import httpx
import pytest
import stamina
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from kiosk.adapters.clouds import kioskforce
from kiosk.domain.errors import CloudBroken, CloudError, CloudMissing, CloudSilent
from kiosk.domain.model import Arrival
from tests.integration.bent import any_json, bent
from tests.integration.far_end import far_end, self_signed
from tests.integration.kioskforce_vendor import (
    DETAILED,
    KEY,
    LIST,
    RES,
    StandingClock,
    event,
    line,
    listed,
    ok,
    page,
    settings,
)
from tests.integration.sheets import listed as all_of

WRONG = {
    "status": [7, None, True, ["RESERVATION_STATUS_PENDING"], {}],
    "cell": ["A03", 3, [], {"description": 3}, {"description": ["A03"]}],
    "created_at": [1752141600, None, "yesterday", "2025-07-10T10:00:00", "0001-01-01T00:00+14:00"],
    "reservation_id": [789, None, ["res_789"]],
    "platform_order_id": [456, ["order_456"]],
    "machine_id": [123, None],
}
CASES = [(name, value) for name, values in WRONG.items() for value in values]


@pytest.fixture(autouse=True, scope="module")
def _no_waits_between_tries():
    with stamina.set_testing(True, attempts=1):
        yield


@pytest.mark.parametrize(("name", "value"), CASES)
async def test_a_wrong_type_is_no_answer(name, value):
    cloud, _ = line(page(listed(**{name: value})))
    with pytest.raises(CloudBroken):
        await all_of(cloud)
    cloud, _ = line(ok({**DETAILED, name: value}))
    with pytest.raises(CloudBroken):
        await cloud.read(RES)


async def test_an_order_id_that_is_too_long_hides_no_reservation():
    cloud, _ = line(page(listed(platform_order_id="x" * 9999), listed(reservation_id="res_2")))
    assert [one.reservation.id for one in await all_of(cloud)] == [RES, "res_2"]


@pytest.mark.parametrize("name", ["reservation_id", "machine_id", "status", "created_at"])
async def test_a_missing_field_is_no_answer(name):
    cloud, _ = line(ok({key: value for key, value in DETAILED.items() if key != name}))
    with pytest.raises(CloudBroken):
        await cloud.read(RES)


@pytest.mark.parametrize(
    "name", ["drop_off_code", "pickup_code", "drop_off_qrcode", "pickup_code_qrcode"]
)
async def test_a_code_sent_as_a_number_has_lost_its_zeros(name):
    cloud, _ = line(ok({**DETAILED, name: 1234}))
    with pytest.raises(CloudBroken):
        await cloud.read(RES)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"reservations": None},
        {"reservations": {}},
        {"reservations": [], "next_page_token": 7},
        {"reservations": [], "next_page_token": "x" * 100_000},
        {"reservations": ["res_789"]},
        {"reservations": [{}]},
    ],
)
async def test_what_is_no_list_never_passes_for_an_empty_one(body):
    cloud, _ = line(ok(body))
    with pytest.raises(CloudBroken):
        await all_of(cloud)


async def test_another_reservation_than_asked_for_is_no_answer():
    cloud, _ = line(ok({**DETAILED, "reservation_id": "res_790"}))
    with pytest.raises(CloudBroken):
        await cloud.read(RES)


async def test_a_code_nobody_could_type_is_left_out():
    cloud, _ = line(ok({**DETAILED, "pickup_code": "\u202e" + "9" * 500, "drop_off_code": ""}))
    read = await cloud.read(RES)
    assert [(code.purpose.value, code.way.value) for code in read.codes or ()] == [
        ("dropoff", "qr"),
        ("pickup", "qr"),
    ]


async def test_an_answer_without_any_code_leaves_the_known_ones():
    bare = {key: value for key, value in DETAILED.items() if "code" not in key}
    cloud, _ = line(ok(bare))
    assert (await cloud.read(RES)).codes is None


UNHURRIED = examples(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The machine may be busy; what is proven here is no speed."""

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.sampled_from(["machine_123", "res_789", "A03", "token_abc123", "", "DLV-PICK-res_789-1"])
    | st.datetimes(timezones=st.timezones()).map(lambda moment: moment.isoformat())
    | st.sampled_from([f"RESERVATION_STATUS_{s}" for s in ("PENDING", "PICKED_UP", "", "NEW")])
)
JSON = any_json(SCALARS, *DETAILED, *LIST, "description")


@UNHURRIED
@given(JSON | bent(LIST, JSON), JSON | bent(LIST, JSON))
async def test_any_json_is_arrivals_or_broken(first, second):
    cloud, _ = line(ok(first), ok(second))
    try:
        arrivals = await all_of(cloud)
    except CloudBroken:
        return
    assert all(isinstance(arrival, Arrival) for arrival in arrivals)
    assert all(arrival.codes is None for arrival in arrivals)


@UNHURRIED
@given(JSON | bent(DETAILED, JSON), JSON | bent(LIST, JSON))
async def test_any_json_is_one_arrival_or_broken_or_missing(first, second):
    cloud, _ = line(ok(first), ok(second))
    try:
        arrival = await cloud.read(RES)
    except (CloudBroken, CloudMissing):
        return
    assert arrival.reservation.id == RES
    assert arrival.reservation.made_at.utcoffset() == timedelta(0)


@UNHURRIED
@given(st.integers(200, 599), JSON.map(json.dumps).map(str.encode) | st.binary())
async def test_any_status_and_body_is_delivered_or_one_of_our_errors(status, content):
    cloud, vendor = line(httpx.Response(status, content=content))
    with suppress(CloudError):
        await cloud.deliver(event("parcel.collected"))
    assert len(vendor.requests) == 1


async def test_a_chunked_body_cut_short_is_no_answer_on_a_real_line(caplog):
    caplog.set_level(logging.DEBUG)
    cut = b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{"reservation_id":'
    async with far_end(cut) as (address, calls):
        cloud = kioskforce.CLOUD.connect(settings(f"http://{address}"), StandingClock())
        with pytest.raises(CloudBroken):
            await cloud.deliver(event("parcel.deposited"))
        await cloud.aclose()
    assert len(calls) == 1
    assert calls[0].lower().count(KEY.encode()) == 1
    assert f"x-api-key: {KEY}".encode() in calls[0].lower()
    assert KEY not in caplog.text


async def test_a_closed_port_is_silence_on_a_real_line():
    async with far_end(b"") as (address, _):
        pass
    cloud = kioskforce.CLOUD.connect(settings(f"http://{address}"), StandingClock())
    with pytest.raises(CloudSilent):
        await cloud.deliver(event("parcel.deposited"))
    await cloud.aclose()


async def test_a_certificate_nobody_vouches_for_gets_no_key(tmp_path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path))
    async with far_end(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", context) as (end, calls):
        cloud = kioskforce.CLOUD.connect(settings(f"https://{end}"), StandingClock())
        with pytest.raises(CloudSilent):
            await cloud.deliver(event("parcel.abandoned"))
        await cloud.aclose()
    assert not calls
