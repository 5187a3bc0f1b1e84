"""``kiosk doctor`` and ``kiosk import`` as the operator calls them."""

import asyncio
import contextlib
import json
import os
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.adapters.storage.files import FileLock
from kiosk.app.doctor import report
from kiosk.cli import app
from kiosk.config import load
from kiosk.domain.errors import BoardSilent, ConfigWrong
from kiosk.runtime.control import Refusal
from kiosk.services.doctor import Verdict
from tests.integration.asked import asked, write

HEADER = "ref,kind,size,compartment,name,phone,email,language,expires,code\n"


def sentences(report) -> dict[str, str]:
    return {one.name: f"{one.verdict.value}: {one.sentence}" for one in report.findings}


async def aside(*words: str):
    """Run the command beside the kiosk."""
    return await asyncio.to_thread(CliRunner().invoke, app, [*words])


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    return write(tmp_path)


def test_where_none_runs_it_looks_itself_and_leaves_nothing_behind(config):
    before = sorted(config.parent.rglob("*"))
    found = report(config)
    said = sentences(found)
    assert found.code == 0
    assert said["kiosk"].startswith("ok: None runs")
    assert said["wire main"] == "ok: Its boards answer."
    assert [door["state"] for door in found.doors] == ["shut", "shut"]
    assert sorted(config.parent.rglob("*")) == before


def test_json_is_one_exact_document_and_lists_doors_when_asked(config):
    answer = CliRunner().invoke(app, ["doctor", "doors", "--json", "--config", str(config)])
    document = json.loads(answer.stdout)
    assert answer.exit_code == 0
    assert [*document] == ["findings", "doors"]
    assert {tuple(one) for one in document["findings"]} == {("name", "verdict", "sentence")}
    short = CliRunner().invoke(app, ["doctor", "--json", "--config", str(config)])
    assert [*json.loads(short.stdout)] == ["findings"]


def test_a_config_that_does_not_load_ends_with_2_and_its_sentence(config):
    config.write_text(config.read_text().replace('driver = "simulated"', 'driver = "kerogn"'))
    answer = CliRunner().invoke(app, ["doctor", "--json", "--config", str(config)])
    assert answer.exit_code == 2
    [finding] = json.loads(answer.stdout)["findings"]
    assert (finding["name"], finding["verdict"]) == ("config", "bad")
    assert "kerong" in finding["sentence"]


def test_the_table_says_the_same_to_people(config):
    answer = CliRunner().invoke(app, ["doctor", "doors", "--config", str(config)])
    assert "shut_closes" in answer.stdout
    assert "None runs" in answer.stdout


async def test_it_asks_the_running_kiosk_and_opens_nothing_itself(config):
    async with asked(config.parent) as kiosk:
        board = kiosk.machine.boards["main"]
        door = next(load(config).layout.doors())
        board.open(door.address)
        async with asyncio.timeout(10):
            while (await kiosk.ask("doctor"))["doors"]["1"] != "open":
                await asyncio.sleep(0.01)
        found = await asyncio.to_thread(report, config)
        # Simulated doors live in the kiosk's memory: only there this one is open.
        assert [one["state"] for one in found.doors] == ["open", "shut"]
        assert sentences(found)["kiosk"].startswith("ok: It runs and answers")
        assert found.code == 0


async def test_a_wire_the_running_kiosk_lost_is_bad(config):
    async with asked(config.parent) as kiosk:
        kiosk.machine.boards["main"].fault = BoardSilent("nothing")
        async with asyncio.timeout(10):
            while not (await kiosk.ask("doctor"))["wires"]:
                await asyncio.sleep(0.01)
        answer = await aside("doctor", "--json", "--config", str(config))
        assert answer.exit_code == 1
        assert "wire main" in answer.stdout


async def test_after_its_end_the_database_is_read_and_a_strange_key_is_seen(config):
    async with asked(config.parent) as kiosk:
        await kiosk.ask("reserve", ref="a")
    found = await asyncio.to_thread(report, config)
    assert sentences(found)["database"].startswith("ok: Sound")
    with contextlib.closing(sqlite3.connect(config.parent / "state" / "kiosk.db")) as db, db:
        db.execute("INSERT INTO site_setting VALUES ('camera', 'off', 'anna7', '2026-05-04 12:00')")
    scanner = 'camera = "/dev/video7"\nserial = "/dev/nothing"'
    config.write_text(config.read_text().replace('camera = ""', scanner))
    said = sentences(await asyncio.to_thread(report, config))
    assert said["camera"].startswith("ok: Off, switched off on site by anna7 at 2026-05-04T12:00")
    assert said["serial scanner"].startswith("bad: /dev/nothing is not there")
    key = config.parent / "keys" / "device.key"
    key.write_bytes(bytes(32))
    assert sentences(await asyncio.to_thread(report, config))["database"].startswith("bad: [store]")
    key.chmod(0o644)
    said = sentences(await asyncio.to_thread(report, config))
    assert said["key"].startswith("bad: [store] key must have mode 0600")


async def test_a_damaged_database_is_said_and_not_touched(config):
    async with asked(config.parent):
        pass
    file = config.parent / "state" / "kiosk.db"
    file.write_bytes(b"no database" * 1000)
    found = await asyncio.to_thread(report, config)
    assert sentences(found)["database"].startswith("bad:")
    assert file.read_bytes() == b"no database" * 1000
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(file).execute("PRAGMA quick_check")


def test_a_kiosk_that_holds_its_database_but_says_nothing_is_bad(config):
    (config.parent / "state").mkdir(mode=0o700)
    lock = FileLock(config.parent / "state" / "kiosk.db")
    try:
        found = report(config)
    finally:
        lock.release()
    assert found.findings[-1].verdict is Verdict.BAD
    assert "RUNTIME_DIRECTORY" in found.findings[-1].sentence
    assert found.doors == ()


async def test_a_list_is_imported_once_and_its_codes_are_said_once(config):
    file = config.parent / "list.csv"
    file.write_text(
        f"{HEADER}a,delivery,S,,Ada Byron,+49 170 1234567,a@b.example,de,,\n", "utf-8-sig"
    )
    async with asked(config.parent) as kiosk:
        first = await aside("import", str(file), "--config", str(config))
        again = await aside("import", str(file), "--config", str(config))
        kept = json.dumps(await kiosk.ask("subject", ref="a"))
        lines = (await kiosk.ask("journal"))["lines"]
    made, second = json.loads(first.stdout), json.loads(again.stdout)
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert len(made["made"][0]["codes"]) == 4
    assert (second["made"], second["unchanged"]) == ([], 1)
    secrets = [code["code"] for code in made["made"][0]["codes"]]
    # Whom it is for may see what is kept of them; codes nobody sees again.
    [whole] = json.loads(kept)["kept"]
    person = whole["reservation"].pop("contact")
    assert person == {"name": "Ada Byron", "phone": "+49 170 1234567", "email": "a@b.example"}
    assert not any(s in json.dumps(whole) for s in (*secrets, "4567", "Byron", "a@b"))
    assert not any(s in kept for s in secrets)
    assert lines[-1]["facts"] == {"uid": os.getuid(), "count": 1}


BLOQIT = """
[cloud]
name = "bloqit"
base_url = "http://127.0.0.1:9"
key = "env:DOCTOR_TEST_KEY"
"""


@pytest.mark.parametrize(
    ("locker", "calls", "sentence"),
    [
        ("here", "", "[locker] id must be the bloq's id"),
        ("5e5fbcebd1195468b647aa02", 'calls.rent = "GET /rents"', "calls.rent has wrong places"),
        ("5e5fbcebd1195468b647aa02", 'calls.rend = "GET /rents"', "no call named 'rend'"),
    ],
)
def test_what_only_the_cloud_s_adapter_can_judge_is_the_configuration_too(
    config, monkeypatch, locker, calls, sentence
):
    monkeypatch.setenv("DOCTOR_TEST_KEY", "k-123")
    config.write_text(config.read_text().replace('"here"', f'"{locker}"', 1) + BLOQIT + calls)
    found = report(config)
    [finding] = found.findings
    assert (found.code, finding.name) == (2, "config")
    assert sentence in finding.sentence


async def test_a_kiosk_whose_cloud_refuses_the_configuration_makes_no_database(config, monkeypatch):
    monkeypatch.setenv("DOCTOR_TEST_KEY", "k-123")
    with pytest.raises(ConfigWrong):
        async with asked(config.parent, BLOQIT):
            pass
    assert not (config.parent / "state").exists()


async def test_a_bad_list_ends_with_1_and_names_its_lines(config):
    file = config.parent / "list.csv"
    file.write_text(f"{HEADER}a,present,,,,,,,,\n")
    async with asked(config.parent):
        answer = await aside("import", str(file), "--config", str(config))
    assert answer.exit_code == 1
    assert [bad["line"] for bad in json.loads(answer.stdout)["bad"]] == [2]


async def test_a_list_of_a_megabyte_passes_the_socket_and_more_does_not(config):
    async with asked(config.parent) as kiosk:
        text = HEADER + ("ж" * 499 + "\n") * 1000
        assert len((await kiosk.ask("import", csv=text))["bad"]) == 1000
        with pytest.raises(Refusal, match="1 MB"):
            await kiosk.ask("import", csv=text + "ж" * 1000)


async def test_lost_codes_and_a_later_end_over_the_socket(config):
    async with asked(config.parent) as kiosk:
        await kiosk.ask("reserve", ref="a", expires="2099-01-01T00:00:00Z")
        new = await kiosk.ask("reissue", ref="a", reason="lost the letter")
        later = await kiosk.ask("extend", ref="a", expires="2099-02-01T00:00:00Z")
        assert len(new["codes"]) == 4
        assert later["reservation"]["expires"] == "2099-02-01T00:00:00+00:00"
        signed = [one for one in (await kiosk.ask("journal"))["lines"] if "uid" in one["facts"]]
        names = [one["name"] for one in signed]
        assert names == ["operator.reserve", "reservation.reissued", "reservation.extended"]
        assert {one["facts"]["uid"] for one in signed} == {os.getuid()}
        with pytest.raises(Refusal, match="nothing is kept"):
            await kiosk.ask("subject", ref="nobody")
