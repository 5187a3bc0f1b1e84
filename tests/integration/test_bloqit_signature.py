"""Webhooks of the sandbox, verified as an operator's server would; and those that are forged."""

import asyncio
import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.adapters.clouds.bloqit.signature import LARGEST, MAX_AGE, Unsigned, signed, verify
from kiosk.sandbox.clouds.bloqit import create
from tests.integration.bloqit_locker import RENT, connected
from tests.integration.hook_end import Call, hook_end

SECRET = "Y2No6tuPrX"
"""The secret of the document's sample: ten letters."""
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
BODY = '{"_id":"1","message":"Tür offen"}'.encode()


@pytest.fixture(scope="module")
def app():
    return create(pauses=(0.01,))


@pytest.fixture
async def call(app) -> Call:
    """One real webhook of the sandbox, as it came."""
    async with hook_end() as end, connected(app) as partner:
        hook = {"url": end.url, "enabledEvents": ["rent.cancelled"], "secret": SECRET}
        assert (await partner.http.post("/webhooks", json=hook)).status_code == 200
        await partner.seed()
        await partner.put("/rents/{}/cancel")
        async with asyncio.timeout(5):
            while not end.calls:
                await asyncio.sleep(0.005)
        return end.calls[0]


def check(
    call: Call,
    *,
    body: bytes | None = None,
    secret: str = SECRET,
    signature: str | None = None,
    timestamp: str | None = None,
    late: timedelta = timedelta(0),
) -> None:
    verify(
        call.body if body is None else body,
        call.headers["signature"] if signature is None else signature,
        call.headers["timestamp"] if timestamp is None else timestamp,
        secret,
        datetime.now(UTC) + late,
    )


def token(header: dict, payload: bytes, key: bytes = SECRET.encode()) -> str:
    """A JWS by hand, as somebody without any library would write it."""

    def part(raw: bytes) -> bytes:
        return base64.urlsafe_b64encode(raw).rstrip(b"=")

    text = part(json.dumps(header).encode()) + b"." + part(payload)
    name = {"HS384": hashlib.sha384}.get(str(header.get("alg")), hashlib.sha256)
    return (text + b"." + part(hmac.digest(key, text, name))).decode()


async def test_a_webhook_of_the_sandbox_is_its_own(call):
    check(call)
    assert call.json["codeName"] == "rent.cancelled"
    assert call.json["rent"] == RENT


async def test_one_altered_byte_is_found(call):
    with pytest.raises(Unsigned, match="another body"):
        check(call, body=call.body.replace(b"rent.cancelled", b"rent.cancelleD"))


async def test_a_body_parsed_and_written_again_is_another(call):
    with pytest.raises(Unsigned, match="another body"):
        check(call, body=json.dumps(call.json).encode())


async def test_another_secret_is_found(call):
    with pytest.raises(Unsigned, match="not signed with this secret"):
        check(call, secret="Y2No6tuPrY")


async def test_a_time_that_was_not_signed_is_found(call):
    later = str(int(call.headers["timestamp"]) + 1000)
    with pytest.raises(Unsigned, match="another time"):
        check(call, timestamp=later)


@pytest.mark.parametrize("sign", [1, -1])
async def test_what_was_signed_long_ago_or_in_the_future_does_not_count(call, sign):
    check(call, late=sign * (MAX_AGE - timedelta(seconds=30)))
    with pytest.raises(Unsigned, match="too long ago"):
        check(call, late=sign * (MAX_AGE + timedelta(seconds=30)))


@pytest.mark.parametrize("alg", ["none", "None", "HS384", "", None, "RS256"])
async def test_no_other_algorithm_counts(call, alg):
    payload = call.headers["timestamp"].encode() + b"." + call.body
    with pytest.raises(Unsigned, match="HS256"):
        check(call, signature=token({"alg": alg}, payload))
    check(call, signature=token({"alg": "HS256"}, payload))


async def test_an_unsigned_token_does_not_count(call):
    head, payload, _ = call.headers["signature"].split(".")
    none = base64.urlsafe_b64encode(b'{"alg":"none"}').rstrip(b"=").decode()
    for forged in (f"{none}.{payload}.", f"{head}.{payload}.", f"{head}.{payload}"):
        with pytest.raises(Unsigned):
            check(call, signature=forged)


@pytest.mark.parametrize(
    "signature", ["", ".", "..", "a.b.c", "é.é.é", "[" * 50_000, "eyJ" * 1000, "x" * 3_000_000]
)
def test_what_is_no_token_at_all_is_refused(signature):
    with pytest.raises(Unsigned):
        verify(BODY, signature, "1777896000000", SECRET, NOW)


@pytest.mark.parametrize("timestamp", ["", "now", "1.5", "-1", "²", "9" * 17, " 1777896000000"])
def test_a_timestamp_that_is_no_number_is_refused(timestamp):
    text = timestamp.encode() + b"." + BODY
    with pytest.raises(Unsigned, match="no number"):
        verify(BODY, token({"alg": "HS256"}, text), timestamp, SECRET, NOW)


def test_a_timestamp_may_count_seconds():
    timestamp = str(int(NOW.timestamp()))
    right = token({"alg": "HS256"}, timestamp.encode() + b"." + BODY)
    verify(BODY, right, timestamp, SECRET, NOW)
    with pytest.raises(Unsigned, match="too long ago"):
        verify(BODY, right, timestamp, SECRET, NOW + timedelta(hours=1))


def test_without_a_secret_nothing_is_verified():
    headers = signed(BODY, "", NOW)
    with pytest.raises(Unsigned, match="without a secret"):
        verify(BODY, headers["signature"], headers["timestamp"], "", NOW)


def test_a_body_too_large_is_refused():
    body = b"x" * (LARGEST + 1)
    headers = signed(body, SECRET, NOW)
    with pytest.raises(Unsigned, match="too large"):
        verify(body, headers["signature"], headers["timestamp"], SECRET, NOW)


def test_what_the_kiosk_signs_is_verified_alike():
    headers = signed(BODY, SECRET, NOW)
    verify(BODY, headers["signature"], headers["timestamp"], SECRET, NOW)


def test_no_error_repeats_what_came():
    with pytest.raises(Unsigned) as caught:
        verify(BODY, token({"alg": "HS256"}, b"canary"), "1777896000000", SECRET, NOW)
    assert "canary" not in str(caught.value)
    assert SECRET not in str(caught.value)
    with pytest.raises(Unsigned) as caught:
        verify(BODY, "canary", "1777896000000", SECRET, NOW)
    assert caught.value.__context__ is None
