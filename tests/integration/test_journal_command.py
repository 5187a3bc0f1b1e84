"""``kiosk journal`` and what of it ``kiosk ctl`` has, as the operator calls them."""

import asyncio
import json
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.cli import app
from kiosk.domain.errors import KioskError
from kiosk.domain.flows.after import ConfirmPut
from kiosk.domain.flows.choices import ParcelDeclared
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import CodeShown, FinishAsked
from kiosk.domain.flows.opening import Done, PutParcel, TakeParcel
from tests.integration.asked import Asked, asked

REF = "order-7"
PHONE = "+49 170 1234567"


@pytest.fixture
async def kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Asked]:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    async with asked(tmp_path) as kiosk:
        yield kiosk


class Said:
    """What the command answers."""

    def __init__(self, code: int, text: str, error: BaseException | None) -> None:
        self.code, self.error = code, error
        self.facts = json.loads(text) if text else {}


async def says(folder: Path, *words: object) -> Said:
    """Run the command beside the kiosk."""
    line = [*map(str, words), "--config", str(folder / "kiosk.toml")]
    result = await asyncio.to_thread(CliRunner().invoke, app, line)
    return Said(result.exit_code, result.stdout, result.exception)


async def reserved(kiosk: Asked) -> dict[str, str]:
    """A parcel that nobody has brought yet; its codes by purpose."""
    made = await kiosk.ask("reserve", ref=REF, phone=PHONE, name="Ana Canário")
    return {c["purpose"]: c["code"] for c in made["codes"] if c["way"] == "qr"}


async def brought(kiosk: Asked, codes: dict[str, str]) -> None:
    board = kiosk.machine.boards["main"]
    kiosk.machine.session.post(CodeShown(codes["dropoff"]))
    await kiosk.sees(PutParcel)
    board.shut(board.pulses[-1])
    await kiosk.sees(ConfirmPut)
    kiosk.machine.session.post(ParcelDeclared(inside=True))
    await over(kiosk)


async def collected(kiosk: Asked, codes: dict[str, str]) -> None:
    board = kiosk.machine.boards["main"]
    kiosk.machine.session.post(CodeShown(codes["pickup"]))
    await kiosk.sees(TakeParcel)
    board.shut(board.pulses[-1])
    await over(kiosk)


async def over(kiosk: Asked) -> None:
    await kiosk.sees(Done)
    kiosk.machine.session.post(FinishAsked())
    await kiosk.sees(Home)


async def test_the_running_kiosks_journal_is_checked(kiosk, tmp_path):
    await reserved(kiosk)
    said = await says(tmp_path, "journal", "verify")
    assert said.code == 0
    assert said.facts["ok"]
    assert said.facts["records"] == said.facts["last"] >= 2
    assert said.facts["locker"] == "here"


async def test_an_exported_journal_is_checked_with_the_key_where_no_kiosk_runs(kiosk, tmp_path):
    await reserved(kiosk)
    key, file = tmp_path / "key.json", tmp_path / "journal.jsonl"
    assert (await says(tmp_path, "journal", "key", key)).code == 0
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert (await says(tmp_path, "journal", "export", file)).code == 0
    said = await says(Path("nowhere"), "journal", "verify", file, "--key", key)
    assert said.code == 0
    assert said.facts["signatures_checked"] == said.facts["records"] >= 3


async def test_an_exported_journal_that_was_changed_is_refused_and_the_record_named(
    kiosk, tmp_path
):
    await reserved(kiosk)
    file = tmp_path / "journal.jsonl"
    await says(tmp_path, "journal", "export", file)
    lines = file.read_text().splitlines(keepends=True)
    file.write_text("".join([lines[0], lines[1].replace('"actor":"', '"actor":"x'), *lines[2:]]))
    said = await says(tmp_path, "journal", "verify", file)
    assert said.code == 1
    assert said.facts["first_bad"]["seq"] == 1


async def test_what_was_told_must_still_be_there(kiosk, tmp_path):
    await reserved(kiosk)
    head = (await says(tmp_path, "ctl", "journal", "--head")).facts
    told = f"{head['seq']}:{head['hash']}"
    assert (await says(tmp_path, "journal", "verify", "--head", told)).code == 0
    other = f"{head['seq']}:{'0' * 64}"
    said = await says(tmp_path, "journal", "verify", "--head", other)
    assert said.facts["first_bad"]["seq"] == head["seq"]


async def test_the_key_is_said_once(kiosk, tmp_path):
    await reserved(kiosk)
    assert (await says(tmp_path, "journal", "key", tmp_path / "one.json")).code == 0
    again = await says(tmp_path, "journal", "key", tmp_path / "two.json")
    assert isinstance(again.error, KioskError)
    assert not (tmp_path / "two.json").exists()
    names = [line["name"] for line in (await kiosk.ask("journal"))["lines"]]
    assert names.count("journal.key_taken") == 1


async def test_evidence_of_one_parcel_is_checked_on_its_own_and_says_nothing_of_people(
    kiosk, tmp_path
):
    codes = await reserved(kiosk)
    await kiosk.ask("reserve", ref="order-8")
    await brought(kiosk, codes)
    file = tmp_path / "evidence.json"
    assert (await says(tmp_path, "ctl", "evidence", REF, file)).code == 0
    said = await says(Path("nowhere"), "journal", "verify", file)
    assert said.code == 0
    evidence = json.loads(file.read_text())
    records = [item for item in evidence["chain"] if "body" not in item]
    said_of = [one["shown"].get("reservation", {"value": None})["value"] for one in records]
    assert set(said_of) == {*evidence["about"]["reservations"], None}
    (at_its_door,) = [one for one, whose in zip(records, said_of, strict=True) if whose is None]
    assert (at_its_door["name"], at_its_door["compartment"]) == (
        "operator.reserve",
        records[0]["compartment"],
    )
    assert "parcel.deposited" in {one["name"] for one in records}
    assert said.facts["records"] == len(records)
    assert "facts.uid" in records[-1]["hidden"]
    words = file.read_text()
    assert not [w for w in ("Ana", "1234567", "order-8", *codes.values()) if w in words]
    records[0]["compartment"] = "9"
    file.write_text(json.dumps(evidence))
    said = await says(tmp_path, "journal", "verify", file)
    assert said.facts["first_bad"]["seq"] == records[0]["seq"]


async def test_a_shown_fact_of_evidence_cannot_be_changed(kiosk, tmp_path):
    await reserved(kiosk)
    file = tmp_path / "evidence.json"
    await says(tmp_path, "ctl", "evidence", REF, file)
    evidence = json.loads(file.read_text())
    evidence["chain"][0]["shown"]["reservation"]["value"] = "loc_other"
    file.write_text(json.dumps(evidence, indent=1))
    said = await says(tmp_path, "journal", "verify", file)
    assert said.facts["first_bad"]["seq"] == evidence["chain"][0]["seq"]


async def test_who_asks_to_be_forgotten_is_once_the_parcel_has_ended(kiosk, tmp_path):
    codes = await reserved(kiosk)
    await brought(kiosk, codes)
    live = await says(tmp_path, "ctl", "subject", REF, "--erase")
    assert "is stored" in str(live.error)
    await collected(kiosk, codes)
    async with asyncio.timeout(10):
        while (await kiosk.ask("status"))["outbox"]:
            await asyncio.sleep(0.02)
    done = await says(tmp_path, "ctl", "subject", REF, "--erase")
    assert done.code == 0
    assert done.facts["erased"]["reservations"] == 1
    assert isinstance((await says(tmp_path, "ctl", "subject", REF)).error, KioskError)
    newest = (await kiosk.ask("journal", limit=1))["lines"][0]
    assert newest["name"] == "subject.erased"
    assert "uid" in newest["facts"]
    said = await says(tmp_path, "journal", "verify")
    assert said.facts["ok"]
    assert said.facts["erased"] >= 3


@pytest.mark.parametrize("line", [("journal", "export"), ("ctl", "evidence", REF)], ids=" ".join)
async def test_a_file_that_is_there_is_not_written_over(tmp_path, line):
    file = tmp_path / "there"
    file.write_text("mine")
    said = await says(tmp_path, *line, file)
    assert isinstance(said.error, KioskError)
    assert str(said.error) == f"{file} is there already"
    assert file.read_text() == "mine"


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\x00", b'{"kiosk_evidence": 1}\n'])
async def test_what_is_no_journal_is_said_to_be_none(tmp_path, content):
    file = tmp_path / "odd"
    file.write_bytes(content)
    said = await says(tmp_path, "journal", "verify", file)
    assert isinstance(said.error, KioskError)
