"""Service accounts on a whole kiosk, asked as the command line asks; what of them rests on disk."""

import asyncio
import base64
import json
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.cli import app
from kiosk.config import load
from kiosk.domain import challenge, obeyed
from kiosk.domain.accounts import Proof, ServiceSession
from kiosk.domain.challenge import Deed, ServiceAct
from kiosk.domain.errors import ConfigWrong
from kiosk.domain.layout import Owner
from kiosk.ports_commands import Standing
from kiosk.runtime.control import Refusal
from tests.integration.asked import Asked, asked, write
from tests.integration.store_bench import file_of
from tests.services.fakes import FakeClock
from tests.services.technician_bench import ASKER, Kiosk, Life

PIN, OTHER_PIN = "7391-4628", "correct horse"
SECRET = "0f" * 32


@pytest.fixture
async def kiosk(tmp_path: Path) -> AsyncIterator[Asked]:
    async with asked(tmp_path) as kiosk:
        yield kiosk


@pytest.fixture
async def clock() -> FakeClock:
    return FakeClock()


async def enrolled(kiosk: Asked, name: str, pin: str) -> None:
    enrolment = kiosk.machine.service.enrolment
    ticket = await enrolment.begin((await kiosk.ask("service-enrol"))["code"])
    assert ticket
    await enrolment.enrol(ticket, name, name.title(), pin)


async def test_from_the_console_to_service_mode_and_out_again(kiosk: Asked):
    people = kiosk.machine.service.technicians
    assert (await kiosk.ask("technicians")) == {"technicians": []}
    await enrolled(kiosk, "anna7", PIN)
    assert isinstance(await people.login(PIN, name="anna7"), ServiceSession)
    [shown] = (await kiosk.ask("technicians"))["technicians"]
    assert (shown["id"], shown["name"], shown["locked"]) == ("anna7", "Anna7", 0)
    assert not {"pin", "sealed"} & shown.keys()
    await kiosk.ask("technician-disable", account="anna7", reason="left")
    assert people.session is None
    lines = (await kiosk.ask("journal", limit=100))["lines"]
    [opened] = [line for line in lines if line["name"] == "service.enrolment_opened"]
    assert opened["facts"]["uid"] == os.getuid()
    assert PIN not in json.dumps(lines)


async def test_the_command_line_says_the_code_the_screen_asks_for(kiosk: Asked, tmp_path: Path):
    def runs(*words: str) -> str:
        done = CliRunner().invoke(app, [*words, "--config", str(tmp_path / "kiosk.toml")])
        assert done.exit_code == 0, done.output
        return done.stdout

    enrolment = kiosk.machine.service.enrolment
    assert not enrolment.offered
    code = await asyncio.to_thread(runs, "service", "enrol", "--role", "supervisor")
    ticket = await enrolment.begin(code)
    assert ticket
    await enrolment.enrol(ticket, "anna7", "Anna", PIN)
    listed = json.loads(await asyncio.to_thread(runs, "ctl", "technicians"))
    assert [one["role"] for one in listed["technicians"]] == ["supervisor"]
    for verb in ("technician-unlock", "technician-disable"):
        await asyncio.to_thread(runs, "ctl", verb, "anna7", "tried here")
    [shown] = (await kiosk.ask("technicians"))["technicians"]
    assert shown["disabled"]


async def test_no_verb_of_the_socket_makes_an_account_or_logs_in(kiosk: Asked):
    code = (await kiosk.ask("service-enrol"))["code"]
    for verb in ("service-begin", "enrol", "login", "service-login", "technician-enrol"):
        with pytest.raises(Refusal, match="unknown verb"):
            await kiosk.ask(verb, code=code, name="eve1", pin=PIN)


@pytest.mark.parametrize(
    ("verb", "given"),
    [("service-enrol", {"role": "emperor"}), ("technician-disable", {"account": "nobody",
      "reason": "x"}), ("technician-unlock", {"account": "nobody", "reason": "x"}),
     ("technician-disable", {"account": 7, "reason": 8}), ("technician-unlock", {})],
)  # fmt: skip
async def test_nonsense_asked_of_the_console_is_refused(kiosk: Asked, verb: str, given: dict):
    with pytest.raises(Refusal):
        await kiosk.ask(verb, **given)
    assert (await kiosk.ask("status"))["usable"]


async def test_two_technicians_lift_a_lockdown_that_the_console_could_lift_too(kiosk: Asked):
    people = kiosk.machine.service.technicians
    await enrolled(kiosk, "anna7", PIN)
    await enrolled(kiosk, "bert8", OTHER_PIN)
    store = people._store
    await store.stand(Standing.LOCKDOWN, obeyed.locked_down(Owner.LOCAL))
    first = await people.prove(PIN, name="anna7")
    second = await people.prove(OTHER_PIN, name="bert8")
    assert isinstance(first, Proof)
    assert isinstance(second, Proof)
    assert await people.lift_lockdown(first, second, "a new clerk")
    assert (await kiosk.ask("commands"))["standing"] == {}
    lines = (await kiosk.ask("journal", limit=100))["lines"]
    [lifted] = [line for line in lines if line["name"] == "locker.remote_lockdown_lifted"]
    assert (lifted["facts"]["first"], lifted["facts"]["second"]) == ("anna7", "bert8")
    assert not await people.lift_lockdown(first, second, "again")


def keyed(folder: Path, text: str, mode: int = 0o600) -> Path:
    """A kiosk.toml whose [service] key is a file that says this."""
    (folder / "service.key").write_text(text)
    (folder / "service.key").chmod(mode)
    return write(folder, '[service]\nkey = "file:service.key"\n')


def test_the_service_key_is_read_and_never_shown(tmp_path: Path):
    config = load(keyed(tmp_path, f"{SECRET}\n"))
    assert config.service_key == bytes.fromhex(SECRET)
    assert SECRET not in repr(config)
    assert "\\x0f" not in repr(config)


@pytest.mark.parametrize(("text", "mode"), [("0f" * 31, 0o600), ("z" * 64, 0o600), (SECRET, 0o644)])
def test_a_service_key_that_is_none_or_open_to_others_stops_the_start(tmp_path, text, mode):
    with pytest.raises(ConfigWrong, match=r"service\.key") as wrong:
        load(keyed(tmp_path, text, mode))
    assert text not in str(wrong.value)


def test_a_service_key_written_into_the_file_itself_is_not_repeated(tmp_path: Path):
    path = write(tmp_path, f'[service]\nkey = "{SECRET}"\n')
    with pytest.raises(ConfigWrong) as wrong:
        load(path)
    assert SECRET not in str(wrong.value)


def said(*words: str) -> str:
    done = CliRunner().invoke(app, ["service", "answer", *words])
    assert done.exit_code == 0, done.output
    return done.output.strip()


def test_the_back_office_says_what_the_kiosk_waits_for(tmp_path: Path):
    (tmp_path / "key").write_text(SECRET)
    key = ("--key", str(tmp_path / "key"))
    deed = Deed(ServiceAct.OPEN, "12", "anna7")
    expected = challenge.answer(bytes.fromhex(SECRET), "A1B2C3D4", deed)
    assert said("a1b2-c3d4", "open", "Anna7", "--door", "12", *key) == expected
    deed = Deed(ServiceAct.UNLOCK, "", "anna7")
    expected = challenge.answer(bytes.fromhex(SECRET), "A1B2C3D4", deed)
    assert said("A1B2C3D4", "unlock", "anna7", *key) == expected


@pytest.mark.parametrize(
    ("words", "key"),
    [(("A1B2", "open", "anna7", "--door", "12"), SECRET), (("A1B2C3D4", "open", "anna7"), SECRET),
     (("A1B2C3D4", "unlock", "anna7", "--door", "1"), SECRET),
     (("A1B2C3D4", "openall", "anna7"), SECRET), (("A1B2C3D4", "unlock", "anna7"), "0f")],
)  # fmt: skip
def test_the_back_office_answers_no_nonsense(tmp_path: Path, words: tuple[str, ...], key: str):
    (tmp_path / "key").write_text(key)
    done = CliRunner().invoke(app, ["service", "answer", *words, "--key", str(tmp_path / "key")])
    assert done.exit_code != 0
    assert key not in done.output


SECRETS = {
    "pin": "Kanarie-7391-pin",
    "badge": "04CANARY7F1193",
    "name": "Kanarienvogel",
    "wrong": "canary-wrong-pin",
    "typed_as_id": "canary.4711.0815",
}


def forms(text: str) -> list[bytes]:
    raw = text.encode()
    return [raw, base64.b64encode(raw).rstrip(b"="), raw.hex().encode(), raw.hex().upper().encode()]


async def lived(life: Life) -> list[str]:
    """A day of logins, refusals and codes; answers what was made up on the way."""
    code = (await life.desk.enrol(ASKER))["code"]
    ticket = await life.enrolment.begin(code)
    assert ticket
    await life.enrolment.enrol(ticket, "anna7", SECRETS["name"], SECRETS["pin"], SECRETS["badge"])
    unused = (await life.desk.enrol(ASKER))["code"]
    await life.enrolment.begin("0000-1111")
    for name in ("anna7", SECRETS["typed_as_id"]):
        await life.people.login(SECRETS["wrong"], name=name)
    await life.people.login(SECRETS["wrong"], badge=SECRETS["badge"])
    await life.people.login(SECRETS["pin"], badge=SECRETS["badge"])
    deed = Deed(ServiceAct.OPEN, "12", "anna7")
    nonce = await life.codes.ask(deed.act, deed.door, deed.operator)
    answer = challenge.answer(bytes(range(32)), nonce, deed)
    await life.codes.answer("0000000001", deed)
    await life.codes.answer(answer, deed)
    strange = Deed(ServiceAct.OPEN, "12", SECRETS["typed_as_id"])
    await life.codes.ask(strange.act, strange.door, strange.operator)
    await life.codes.answer("0000000001", strange)
    await life.people.logout()
    return [code, unused, nonce, answer]


async def test_no_pin_badge_name_or_code_is_in_database_journal_outbox_or_logs(
    tmp_path: Path, clock: FakeClock, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(0)
    async with Kiosk(tmp_path, clock).runs() as life:
        made = await lived(life)
        rests = [file.read_bytes() for file in file_of(tmp_path).parent.iterdir()]
        rests += [str(await life.store.outbox()).encode()]
        rests += [str(await life.store.journal(1000)).encode()]
    rests += [file.read_bytes() for file in file_of(tmp_path).parent.iterdir()]
    rests += [caplog.text.encode()]
    assert any(b"anna7" in content for content in rests)
    for secret in (*SECRETS.values(), *made):
        for form in forms(secret):
            assert not [True for content in rests if form in content], secret


async def test_a_pins_hash_copied_into_anothers_row_lets_nobody_in(
    tmp_path: Path, clock: FakeClock
):
    kiosk = Kiosk(tmp_path, clock)
    async with kiosk.runs() as life:
        await life.enrol("eve1", OTHER_PIN)
        await life.enrol("anna7", PIN)
    with closing(sqlite3.connect(file_of(tmp_path))) as db:
        [[eves]] = db.execute("SELECT sealed FROM technician WHERE id = 'eve1'")
        db.execute("UPDATE technician SET sealed = ? WHERE id = 'anna7'", [eves])
        db.commit()
    async with kiosk.runs() as life:
        assert await life.logs_in(OTHER_PIN, "eve1")
        assert not await life.logs_in(OTHER_PIN, "anna7")
