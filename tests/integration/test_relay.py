"""The operator's relay over real HTTP, and a whole kiosk that obeys it."""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from kiosk.adapters.relay import RelayLine
from kiosk.domain.commands import Ask
from kiosk.domain.errors import CloudBroken, CloudBusy, CloudForbidden
from kiosk.domain.flows.home import Home
from kiosk.ports_cloud import Relay
from kiosk.runtime.control import Refusal
from tests.integration.asked import Asked, asked
from tests.integration.relay_end import KEY, RelayEnd, relay_end
from tests.integration.store_bench import StandingClock

OPEN = {"id": "c1", "locker": "here", "ask": "open", "issued_at": "2026-05-04T12:00:00Z"}
CONFIG = """
[cloud]
name = "kioskforce"
base_url = "http://127.0.0.1:9"
key = "env:RELAY_TEST_KEY"
commands_url = "{url}"
commands_key = "env:RELAY_TEST_KEY"
[policy]
sync_every = 0.05
"""


@pytest.fixture
async def end() -> AsyncIterator[RelayEnd]:
    async with relay_end() as there:
        yield there


@pytest.fixture
async def line(end: RelayEnd) -> AsyncIterator[RelayLine]:
    made = RelayLine(Relay(end.url, KEY), "here", StandingClock())
    yield made
    await made.aclose()


# The line.
async def test_the_first_question_only_finds_where_to_begin(end: RelayEnd, line: RelayLine):
    end.want("open", compartment="1")
    heard = await line.commands(None)
    assert (heard.commands, heard.mark) == ((), "1")


async def test_it_asks_for_what_came_since(end: RelayEnd, line: RelayLine):
    end.want("open", compartment="1")
    end.want("extend", reservation="r1", until="2026-05-05T12:00:00+02:00", by="ops", reason="ill")
    heard = await line.commands("1")
    [command] = heard.commands
    assert (command.ask, command.reservation, command.by) == (Ask.EXTEND, "r1", "ops")
    assert command.until
    assert command.until.isoformat() == "2026-05-05T10:00:00+00:00"
    assert end.calls == ["/lockers/commands?locker=here&after=1"]


async def test_the_key_goes_in_a_header_and_in_no_address(end: RelayEnd, line: RelayLine):
    await line.commands("0")
    assert end.keys == [KEY]
    assert KEY not in "".join(end.calls)


@pytest.mark.parametrize(
    "body",
    [
        {"commands": []},
        {"mark": 1},
        {"mark": "x" * 300},
        {"mark": "1", "more": True},
        {"mark": "1", "commands": [{**OPEN, "ask": "open_all"}]},
        {"mark": "1", "commands": [{**OPEN, "locker": None}]},
        {"mark": "1", "commands": [{k: v for k, v in OPEN.items() if k != "id"}]},
        {"mark": "1", "commands": [{**OPEN, "issued_at": "2026-05-04T12:00:00"}]},
        {"mark": "1", "commands": [{**OPEN, "issued_at": 1777896000}]},
        {"mark": "1", "commands": [{**OPEN, "compartment": 3}]},
        {"mark": "1", "commands": [{**OPEN, "force": True}]},
        {"mark": "1", "commands": [{**OPEN, "by": "x" * 501}]},
        {"mark": "1", "commands": [OPEN] * 1001},
        ["open"],
    ],
)
async def test_what_breaks_the_form_is_refused_whole(end: RelayEnd, line: RelayLine, body):
    end.answers = [(200, json.dumps(body).encode())] * 3
    with pytest.raises(CloudBroken) as refusal:
        await line.commands("0")
    assert "xxx" not in str(refusal.value)


@pytest.mark.parametrize(("status", "error"), [(401, CloudForbidden), (429, CloudBusy)])
async def test_what_it_answers_instead_is_understood(end: RelayEnd, line: RelayLine, status, error):
    end.answers = [(status, b"{}")]
    with pytest.raises(error):
        await line.commands("0")


# The whole kiosk.
class Kiosk(Asked):
    end: RelayEnd

    async def until(self, so: Callable[[], Awaitable[object]]) -> None:
        async with asyncio.timeout(10):
            while not await so():
                await asyncio.sleep(0.02)

    async def begun(self) -> None:
        """Until the relay has been asked for what is new."""
        async with asyncio.timeout(10):
            while not any("after=" in call for call in self.end.calls):
                await asyncio.sleep(0.02)

    async def outcome(self, name: str) -> str:
        """What becomes of it."""
        async with asyncio.timeout(10):
            while True:
                for one in (await self.ask("commands"))["commands"]:
                    if one["id"] == name and one["outcome"] != "begun":
                        return str(one["reason"] or one["outcome"])
                await asyncio.sleep(0.02)

    @property
    def fired(self) -> list[int]:
        return [door.channel for door in self.machine.boards["main"].pulses]

    def shut(self) -> None:
        self.machine.boards["main"].shut(self.machine.boards["main"].pulses[-1])


@asynccontextmanager
async def kiosk_of(folder: Path, end: RelayEnd) -> AsyncIterator[Kiosk]:
    async with asked(folder, CONFIG.format(url=end.url)) as there:
        kiosk = Kiosk(there.machine, there.path)
        kiosk.end = end
        await kiosk.begun()
        yield kiosk


@pytest.fixture
async def kiosk(
    tmp_path: Path, end: RelayEnd, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Kiosk]:
    monkeypatch.setenv("RELAY_TEST_KEY", KEY)
    async with kiosk_of(tmp_path, end) as there:
        yield there


async def test_a_door_is_opened_from_afar_and_its_shut_is_noted(kiosk: Kiosk):
    assert await kiosk.outcome(kiosk.end.want("open", compartment="2", by="ops-7")) == "done"
    assert kiosk.fired == [2]
    kiosk.shut()

    async def names() -> list[str]:
        return [line["name"] for line in (await kiosk.ask("journal"))["lines"]]

    async def shut() -> bool:
        return "door.closed" in await names()

    await kiosk.until(shut)
    assert [n for n in await names() if n in {"door.opened", "command.done", "door.closed"}] == [
        "door.opened",
        "command.done",
        "door.closed",
    ]
    [done] = [x for x in (await kiosk.ask("journal"))["lines"] if x["name"] == "command.done"]
    assert (done["facts"]["by"], len(done["events"])) == ("ops-7", 1)


async def test_the_lockdown_is_lifted_on_site_with_a_reason(kiosk: Kiosk):
    names = [kiosk.end.want("open", compartment="1") for _ in range(3)]
    assert await kiosk.outcome(names[-1]) == "lockdown"
    assert "remote_lockdown" in (await kiosk.ask("commands"))["standing"]
    with pytest.raises(Refusal, match="reason"):
        await kiosk.ask("lift-lockdown", reason=" ")
    assert await kiosk.ask("lift-lockdown", reason="a new clerk") == {"lifted": True}
    assert await kiosk.ask("lift-lockdown", reason="again") == {"lifted": False}
    assert (await kiosk.ask("commands"))["standing"] == {}
    lines = (await kiosk.ask("journal", limit=200))["lines"]
    [lifted] = [line for line in lines if line["name"] == "locker.remote_lockdown_lifted"]
    assert lifted["facts"] == {"uid": os.getuid(), "reason": "a new clerk"}


async def test_out_of_service_shows_at_home_and_is_taken_back(kiosk: Kiosk):
    def closed() -> bool:
        state = kiosk.machine.session.state
        return isinstance(state, Home) and state.closed

    async def is_closed() -> bool:
        return closed()

    async def is_open() -> bool:
        return not closed()

    kiosk.end.want("deactivate")
    await kiosk.until(is_closed)
    kiosk.end.want("activate")
    await kiosk.until(is_open)


async def test_what_was_asked_before_a_restart_is_not_done_again(
    tmp_path: Path, end: RelayEnd, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("RELAY_TEST_KEY", KEY)
    async with kiosk_of(tmp_path, end) as kiosk:
        assert await kiosk.outcome(end.want("resize", compartment="1", size="S")) == "done"
        assert await kiosk.outcome(end.want("open", compartment="1")) == "done"
        assert kiosk.fired == [1]
    again = dict(end.commands[1])
    end.calls.clear()
    async with kiosk_of(tmp_path, end) as kiosk:
        end.commands.append(again)
        name = end.want("close", compartment="1")
        assert await kiosk.outcome(name) == "done"
        assert kiosk.fired == []
        assert (await kiosk.ask("commands"))["fittings"] == {"1": {"size": "S", "thermal": None}}
