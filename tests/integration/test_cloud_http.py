"""The line to any cloud: every outcome becomes one error, reads are repeated, the rest never is."""

import asyncio
import logging
import re
import traceback
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import stamina
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from kiosk.adapters.clouds.calls import Call
from kiosk.adapters.clouds.http import LARGEST, JsonHttp, retry_after
from kiosk.domain.errors import (
    CloudBroken,
    CloudBusy,
    CloudConflict,
    CloudError,
    CloudForbidden,
    CloudMissing,
    CloudRefused,
    CloudSilent,
)
from tests.integration.kioskforce_vendor import (
    DETAILED,
    KEY,
    LAST_PAGE,
    NOT_FOUND,
    RES,
    event,
    line,
    ok,
    rpc,
)
from tests.integration.sheets import listed
from tests.integration.store_bench import StandingClock

NOW = datetime(2025, 11, 11, 11, 0, tzinfo=UTC)
HTML = httpx.Response(200, html="<html>Please log in to this WLAN</html>")
_TIME_OF_DAY = re.compile(r"\d\d:\d\d:\d\d\.\d+Z")


@pytest.fixture(autouse=True)
def _no_waits_between_tries():
    with stamina.set_testing(True, attempts=3, cap=True):
        yield


class Breaking(httpx.AsyncByteStream):
    """A body that starts and then breaks off."""

    async def __aiter__(self):
        yield b'{"reservation_id": '
        raise httpx.RemoteProtocolError("peer closed connection without sending complete body")


class Trickling(httpx.AsyncByteStream):
    """A body that starts and never ends."""

    async def __aiter__(self):
        yield b"{"
        await asyncio.Event().wait()


OUTCOMES = {
    "refused connection": (httpx.ConnectError("refused"), CloudSilent),
    "no connection in time": (httpx.ConnectTimeout("slow"), CloudSilent),
    "no answer in time": (httpx.ReadTimeout("slow"), CloudSilent),
    "cut while sending": (httpx.WriteError("cut"), CloudSilent),
    "cut before the answer": (httpx.RemoteProtocolError("cut"), CloudSilent),
    "cut inside the answer": (lambda _: httpx.Response(200, stream=Breaking()), CloudBroken),
    "HTML 200": (HTML, CloudBroken),
    "empty 200": (httpx.Response(200), CloudBroken),
    "list 200": (ok([]), CloudBroken),
    "2 MB": (ok({"notes": "x" * 2_000_000}), CloudBroken),
    "deep": (httpx.Response(200, content=b'{"a":' * 50_000), CloudBroken),
    "packed": (httpx.Response(200, headers={"content-encoding": "br"}, content=b""), CloudBroken),
    "half a surrogate": (httpx.Response(200, content=b'{"a":"\\ud800"}'), CloudBroken),
    "no UTF-8": (httpx.Response(200, content=b'{"a":"\xff"}'), CloudBroken),
    "NaN": (httpx.Response(200, content=b'{"a":NaN}'), CloudBroken),
    "long number": (httpx.Response(200, content=b'{"a":' + b"9" * 9000 + b"}"), CloudBroken),
    "redirect": (httpx.Response(302, headers={"location": "https://x.example"}), CloudBroken),
    "permanent redirect": (
        httpx.Response(308, headers={"location": "https://x.example"}),
        CloudBroken,
    ),
    "500 code 13": (ok(rpc(13), 500), CloudBroken),
    "500": (httpx.Response(500), CloudBroken),
    "500 HTML": (httpx.Response(500, html="<h1>oh</h1>"), CloudBroken),
    "502 code 5": (ok(NOT_FOUND, 502), CloudBroken),
    "504": (httpx.Response(504), CloudBroken),
    "500 code 5": (ok(NOT_FOUND, 500), CloudMissing),
    "404 code 5": (ok(NOT_FOUND, 404), CloudMissing),
    "404": (httpx.Response(404), CloudMissing),
    "404 HTML": (httpx.Response(404, html="<h1>nginx</h1>"), CloudBroken),
    "404 code 13": (ok(rpc(13), 404), CloudBroken),
    "400 code 3": (ok(rpc(3), 400), CloudRefused),
    "500 code 3": (ok(rpc(3), 500), CloudRefused),
    "400 code 9": (ok(rpc(9), 400), CloudConflict),
    "409 code 10": (ok(rpc(10), 409), CloudConflict),
    "409": (ok({}, 409), CloudConflict),
    "403 code 16": (ok(rpc(16), 403), CloudForbidden),
    "403 code 7": (ok(rpc(7), 403), CloudForbidden),
    "403": (httpx.Response(403), CloudForbidden),
    "401": (ok({}, 401), CloudForbidden),
    "500 code 16": (ok(rpc(16), 500), CloudForbidden),
    "408": (httpx.Response(408), CloudBroken),
    "422": (ok({"code": True}, 422), CloudRefused),
    "400 odd code": (ok({"code": [5]}, 400), CloudRefused),
    "429": (httpx.Response(429, headers={"retry-after": "7"}), CloudBusy),
    "503 HTML": (httpx.Response(503, html="<h1>soon</h1>"), CloudBusy),
}
EVENTS = ["parcel.deposited", "parcel.collected", "parcel.abandoned", "compartment.problem"]


@pytest.mark.parametrize(("reply", "error"), OUTCOMES.values(), ids=OUTCOMES)
async def test_each_outcome_of_a_read_is_one_error_and_only_doubt_is_repeated(reply, error):
    cloud, vendor = line(reply)
    with pytest.raises(CloudError) as caught:
        await cloud.read(RES)
    assert type(caught.value) is error
    assert len(vendor.requests) == (3 if error in (CloudSilent, CloudBroken) else 1)


@pytest.mark.parametrize("name", [*EVENTS, "echo"])
@pytest.mark.parametrize(("reply", "error"), OUTCOMES.values(), ids=OUTCOMES)
async def test_a_post_is_sent_exactly_once_whatever_comes_back(name, reply, error):
    cloud, vendor = line(reply)
    with pytest.raises(error):
        await (cloud.ping() if name == "echo" else cloud.deliver(event(name)))
    assert [request.method for request in vendor.requests] == ["POST"]


@pytest.mark.parametrize("name", EVENTS)
@pytest.mark.parametrize("answer", [rpc(13), {"ok": True, "code": 5}])
async def test_a_refusal_dressed_as_success_is_no_success(name, answer):
    cloud, vendor = line(ok(answer))
    with pytest.raises(CloudBroken):
        await cloud.deliver(event(name))
    assert len(vendor.requests) == 1


async def test_a_read_gets_through_at_the_third_try():
    cloud, vendor = line(httpx.ConnectError("down"), httpx.Response(502), ok(DETAILED))
    assert (await cloud.read(RES)).reservation.id == RES
    assert len(vendor.requests) == 3


async def test_a_body_that_trickles_is_silence():
    cloud, _ = line(lambda _: httpx.Response(200, stream=Trickling()), longest=0.01)
    with pytest.raises(CloudSilent):
        await cloud.read(RES)


async def test_a_body_is_read_no_further_than_its_bound():
    taken = 0

    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self):
            nonlocal taken
            while True:
                taken += 1
                yield b" " * 10_000

    cloud, vendor = line(lambda _: httpx.Response(200, stream=Endless()))
    with pytest.raises(CloudBroken):
        await cloud.deliver(event("parcel.collected"))
    assert taken == LARGEST // 10_000 + 1
    assert len(vendor.requests) == 1


async def test_the_key_travels_in_its_header_only_and_no_cookie_comes_back():
    cookie = httpx.Response(200, json=LAST_PAGE, headers={"set-cookie": "a=b; Path=/"})
    cloud, vendor = line(cookie, ok(DETAILED), httpx.Response(302), httpx.Response(302))
    await listed(cloud)
    await cloud.read(RES)
    with pytest.raises(CloudBroken):
        await cloud.deliver(event("compartment.problem", label="12"))
    for request in vendor.requests:
        assert request.headers["x-api-key"] == KEY
        assert request.headers["accept-encoding"] == "identity"
        assert "cookie" not in request.headers
        others = {k: v for k, v in request.headers.items() if k != "x-api-key"}
        assert KEY not in f"{request.url}{request.content!r}{others}"
        assert request.url.host == "api.delivery.kioskforce.com"


@pytest.mark.parametrize(("reply", "error"), OUTCOMES.values(), ids=OUTCOMES)
async def test_neither_errors_nor_logs_tell_a_secret(reply, error, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    cloud, _ = line(reply)
    with pytest.raises(error) as caught:
        await cloud.read(RES)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    _tells_nothing(told + caplog.text + "".join(capfd.readouterr()))


async def test_a_wrong_schema_is_named_by_its_place_without_its_content(caplog, capfd):
    caplog.set_level(logging.DEBUG)
    cloud, _ = line(ok({**DETAILED, "pickup_code": ["5678"], "status": 7}))
    with pytest.raises(CloudBroken, match=r"at status$") as caught:
        await cloud.read(RES)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    _tells_nothing(told + caplog.text + "".join(capfd.readouterr()))


def _tells_nothing(told: str) -> None:
    told = _TIME_OF_DAY.sub("", told)  # its fractions may say anything
    for secret in (KEY, "5678", "order_456", "page_size", "res_789"):
        assert secret not in told


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("0", 1.0),
        ("7", 7.0),
        ("99999999999999999999", 3600.0),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("Tue, 11 Nov 2025 11:01:30 GMT", 90.0),
        ("Tue, 11 Nov 2025 11:01:30 -0000", 90.0),
        ("Tue, 11 Nov 2025 10:00:00 GMT", 1.0),
        ("Wed, 12 Nov 2025 11:00:00 GMT", 3600.0),
        ("Tue, 11 Nov 2025 11:00:00 +99999999999999", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_within_an_hour(value, seconds):
    assert retry_after(value, NOW) == seconds


@examples(deadline=None)
@given(st.text() | st.datetimes().map(lambda d: d.strftime("%a, %d %b %Y %H:%M:%S GMT")))
def test_no_retry_after_does_harm(value):
    seconds = retry_after(value, NOW)
    assert seconds is None or 1.0 <= seconds <= timedelta(hours=1).total_seconds()


async def test_busy_says_how_long():
    cloud, _ = line(httpx.Response(429, headers={"retry-after": "7"}))
    with pytest.raises(CloudBusy) as caught:
        await cloud.deliver(event("parcel.collected"))
    assert caught.value.retry_after == 7.0


DATED = {"date": "Tue, 11 Nov 2025 11:00:03 GMT"}


async def hears(base: str, answer: httpx.Response | Exception) -> list[datetime]:
    """What the line tells of the time when this is the answer."""
    heard: list[datetime] = []

    def reply(_request: httpx.Request) -> httpx.Response:
        if isinstance(answer, Exception):
            raise answer
        return answer

    transport = httpx.MockTransport(reply)
    http = JsonHttp(base, {}, StandingClock(NOW), heard=heard.append, transport=transport)
    with suppress(CloudError):
        await http.call(Call("create", "POST", "/x"))
    await http.aclose()
    return heard


@pytest.mark.parametrize("status", [200, 404, 409, 429, 500])
async def test_every_answer_over_https_tells_the_time(status):
    answer = httpx.Response(status, json={}, headers=DATED)
    assert await hears("https://cloud.example", answer) == [NOW + timedelta(seconds=3)]


async def test_the_time_of_an_answer_without_a_certificate_is_not_heard():
    assert await hears("http://127.0.0.1:9", httpx.Response(200, json={}, headers=DATED)) == []


@pytest.mark.parametrize("date", ["", "soon", "Tue, 99 Nov 2025", "0" * 9999])
async def test_a_date_that_is_none_is_not_heard(date):
    answer = httpx.Response(200, json={}, headers={"date": date})
    assert await hears("https://cloud.example", answer) == []


async def test_no_answer_tells_no_time():
    assert await hears("https://cloud.example", httpx.Response(200, json={})) == []
    assert await hears("https://cloud.example", httpx.ConnectError("refused")) == []
