"""The control socket of a running kiosk, asked as the command line asks it."""

import json
import os
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.app.machine import running
from kiosk.config import load
from kiosk.domain.flows.after import ConfirmPut
from kiosk.domain.flows.choices import ParcelDeclared
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import CodeShown, FinishAsked
from kiosk.domain.flows.opening import Done, PutParcel, TakeParcel
from kiosk.runtime.control import Refusal
from kiosk.services.desk import Asker
from tests.integration.asked import Asked, asked, write
from tests.integration.locker import Glass


@pytest.fixture
async def kiosk(tmp_path: Path) -> AsyncIterator[Asked]:
    async with asked(tmp_path) as kiosk:
        yield kiosk


async def test_only_this_user_can_reach_it(kiosk):
    mode = kiosk.path.stat()
    assert stat.S_IMODE(mode.st_mode) == 0o600
    assert mode.st_uid == os.getuid()


async def test_a_local_reservation_goes_from_reserve_to_done(kiosk):
    made = await kiosk.ask("reserve", ref="order-1", phone="+49 170 1234567")
    text = {(c["purpose"], c["way"]): c["code"] for c in made["codes"]}
    board = kiosk.machine.boards["main"]
    for purpose, state in (("dropoff", PutParcel), ("pickup", TakeParcel)):
        kiosk.machine.session.post(CodeShown(text[purpose, "qr"]))
        await kiosk.sees(state)
        board.shut(board.pulses[-1])
        if state is PutParcel:
            # Open for a moment only: it is asked whether the parcel is inside.
            await kiosk.sees(ConfirmPut)
            kiosk.machine.session.post(ParcelDeclared(inside=True))
        await kiosk.sees(Done)
        kiosk.machine.session.post(FinishAsked())
        await kiosk.sees(Home)
    assert (await kiosk.ask("list"))["reservations"] == []
    lines = (await kiosk.ask("journal", limit=100))["lines"]
    names = [line["name"] for line in lines]
    assert [n for n in names if n.startswith("parcel")] == ["parcel.deposited", "parcel.collected"]
    assert not any(code in json.dumps(lines) for code in text.values())


async def test_the_status_says_what_works_and_what_is_owed(kiosk):
    status = await kiosk.ask("status")
    assert (status["usable"], status["wires_lost"], status["outbox"]) == (True, [], 0)


async def test_doors_shows_every_compartment_as_sensors_and_ledger_know_it(kiosk):
    rows = (await kiosk.ask("doors"))["doors"]
    assert [(r["label"], r["contents"], r["doors"]) for r in rows] == [
        ("1", "empty", {"1": "shut"}),
        ("2", "empty", {"2": "shut"}),
    ]


async def test_clearing_wants_a_reason_and_is_journalled_with_the_uid(kiosk):
    with pytest.raises(Refusal, match="reason"):
        await kiosk.ask("clear", label="1", reason=" ")
    await kiosk.ask("clear", label="1", reason="looked inside, it is empty")
    [line] = [
        line
        for line in (await kiosk.ask("journal"))["lines"]
        if line["name"] == "compartment.cleared"
    ]
    assert line["facts"]["uid"] == os.getuid()


async def test_a_cancelled_reservation_is_gone(kiosk):
    await kiosk.ask("reserve", ref="order-1")
    await kiosk.ask("cancel", ref="order-1", reason="test")
    assert (await kiosk.ask("list"))["reservations"] == []


@pytest.mark.parametrize(
    "line",
    [b"\n", b"{}\n", b"[]\n", b'{"verb": "open", "with": {"door": "1"}}\n', b"\xff\xfe\n",
     b'{"verb": "journal", "with": {"limit": "many"}}\n', b'{"verb": "list", "with": 3}\n',
     b'{"verb": "reserve", "with": {"ref": 7}}\n', b"x" * 70_000 + b"\n"],
)  # fmt: skip
async def test_nonsense_is_answered_and_the_next_question_too(kiosk, line):
    assert "error" in await kiosk.raw(line)
    assert (await kiosk.ask("status"))["usable"]


async def test_a_reservation_is_not_cancelled_while_its_door_is_being_opened(kiosk):
    made = await kiosk.ask("reserve", ref="order-1")
    [text] = [c["code"] for c in made["codes"] if (c["purpose"], c["way"]) == ("dropoff", "qr")]
    kiosk.machine.session.post(CodeShown(text))
    await kiosk.sees(PutParcel)
    with pytest.raises(Refusal):
        await kiosk.ask("cancel", ref="order-1")


async def test_without_a_place_for_its_socket_the_kiosk_serves_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "nowhere"))
    async with running(load(write(tmp_path)), Glass()) as machine:
        asker = Asker(os.getuid())
        assert (await machine.desk.reserve(asker, "order-1"))["codes"]
        assert (await machine.desk.status())["usable"]
