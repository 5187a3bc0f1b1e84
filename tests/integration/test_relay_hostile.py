"""What pretends to be the operator's relay, or to come from it: nothing of it is obeyed (X7)."""

import json
import ssl
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.adapters.relay import RelayLine
from kiosk.domain.errors import CloudBroken, CloudSilent
from kiosk.ports_cloud import Relay
from tests.integration.far_end import far_end, self_signed
from tests.integration.relay_end import KEY, RelayEnd, relay_end
from tests.integration.store_bench import StandingClock

OPEN = {"id": "c1", "locker": "here", "ask": "open", "issued_at": "2026-05-04T12:00:00Z"}


@pytest.fixture
async def end() -> AsyncIterator[RelayEnd]:
    async with relay_end() as there:
        yield there


async def heard(end: RelayEnd, body: bytes) -> int:
    """How many commands are taken from an answer, however often it is asked for."""
    end.answers = [(200, body)] * 3
    line = RelayLine(Relay(end.url, KEY), "here", StandingClock())
    try:
        return len((await line.commands("0")).commands)
    finally:
        await line.aclose()


def told(*commands: object, **more: object) -> bytes:
    return json.dumps({"mark": "1", "commands": commands, **more}).encode()


@pytest.mark.parametrize("verb", ["open_all", "unlock", "OPEN", "", None, 1, "open ", "reboot"])
async def test_unknown_verb_voids_the_whole_answer(end: RelayEnd, verb: object):
    with pytest.raises(CloudBroken):
        await heard(end, told({**OPEN, "compartment": "1"}, {**OPEN, "id": "c2", "ask": verb}))


@pytest.mark.parametrize(
    "body",
    [
        told(*[{**OPEN, "id": f"c{n}"} for n in range(1_001)]),
        told({**OPEN, "by": "x" * 501}),
        told({**OPEN, "id": "x" * 129}),
        told({**OPEN, "compartments": ["1"] * 501}),
        told({**OPEN, "ask": "print", "content": {f"k{n}": "x" for n in range(51)}}),
        told({**OPEN, "ask": "print", "ready": "x" * 540_001}),
        told({**OPEN, "reason": "x" * 2_000_000}),
        b"[" * 100_000,
    ],
    ids=["commands", "by", "id", "doors", "content", "ready", "bytes", "depth"],
)
async def test_oversized_is_no_answer(end: RelayEnd, body: bytes):
    with pytest.raises(CloudBroken):
        await heard(end, body)


async def test_oversized_ten_megabytes_are_no_answer(end: RelayEnd):
    with pytest.raises(CloudBroken):
        await heard(end, b" " * 10_000_000 + told(OPEN))


@pytest.mark.parametrize("stamp", ["now", "2026-05-04", "2026-05-04T12:00:00", 0, None, True])
async def test_a_command_without_a_moment_of_its_own_is_none(end: RelayEnd, stamp: object):
    with pytest.raises(CloudBroken):
        await heard(end, told({**OPEN, "issued_at": stamp}))


async def test_signed_wrong_a_server_nobody_vouches_for_is_told_no_key_and_not_heard(
    tmp_path: Path,
):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path))
    body = told({**OPEN, "issued_at": datetime.now(UTC).isoformat(), "compartment": "1"})
    said = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    async with far_end(said, context) as (address, calls):
        line = RelayLine(Relay(f"https://{address}/c", KEY), "here", StandingClock())
        with pytest.raises(CloudSilent):
            await line.commands("0")
        await line.aclose()
    assert not calls


async def test_another_address_the_relay_sends_to_is_not_asked(end: RelayEnd):
    """A redirect would carry the key to whoever it names."""
    moved = b"HTTP/1.1 307 Elsewhere\r\nLocation: " + end.url.encode() + b"\r\n\r\n"
    async with far_end(moved) as (address, calls):
        line = RelayLine(Relay(f"http://{address}/c", KEY), "here", StandingClock())
        with pytest.raises(CloudBroken):
            await line.commands("0")
        await line.aclose()
    assert calls
    assert not end.calls
