"""Evidence made at the screen, on a real store: found, written, forgotten."""

import json
import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.evidence import EvidenceFile
from kiosk.domain.flows.service.evidence import CountLines, MakeEvidence, SearchParcels
from kiosk.domain.model import ReservationState
from kiosk.services.asker import Asker
from kiosk.services.journal_desk import JournalDesk
from kiosk.services.local import NotPossible
from kiosk.services.service_evidence import EvidenceAtScreen
from tests.integration.store_bench import FIRST as R1
from tests.integration.store_bench import NOON, StandingClock, arrival, furnished, moved


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    async with furnished(tmp_path, StandingClock()) as store:
        await store.absorb(
            [arrival(R1, ref="GLS 00-40.718"), arrival("r2", ref="../../etc", compartment="7")],
            complete=False,
        )
        await store.record(moved(ReservationState.FINISHED))
        yield store


def page(
    store: SqliteStore, folder: Path, signed=lambda: Asker(account="anna7")
) -> EvidenceAtScreen:
    clock = StandingClock()
    return EvidenceAtScreen(store, JournalDesk(store, clock, "L1"), clock, folder, signed)


def text_of(file: EvidenceFile) -> str:
    return Path(file.path).read_text("utf-8")


async def ask(page: EvidenceAtScreen, task):
    return await page.tasks[type(task)].do(task)


@pytest.mark.parametrize("typed", ["0040718", "gls0040718", "GLS 00-40.718", "12", "r1"])
async def test_a_parcel_is_found_by_what_somebody_reads_off_it(store, tmp_path, typed):
    found = (await ask(page(store, tmp_path), SearchParcels(typed))).found
    assert [one.id for one in found] == [R1]


@pytest.mark.parametrize("typed", ["%", "_", "--", "nothing", "' OR 1=1"])
async def test_what_is_no_number_finds_nobody(store, tmp_path, typed):
    assert (await ask(page(store, tmp_path), SearchParcels(typed))).found == ()


async def test_the_file_names_nobody_and_says_that_its_chain_holds(store, tmp_path):
    evidence = page(store, tmp_path / "evidence")
    (parcel,) = (await ask(evidence, SearchParcels("0040718"))).found
    lines = (await ask(evidence, CountLines(parcel))).lines
    file = (await ask(evidence, MakeEvidence(parcel))).file
    assert lines.count + 1 == file.records, "that it was made is in it, too"
    assert file.sound
    assert "anna7" not in text_of(file)
    (line,) = [one for one in await store.journal(20) if one["name"] == "journal.evidence_taken"]
    assert line["facts"]["account"] == "anna7"
    assert json.loads(text_of(file))["about"]["reservations"] == [R1]


async def test_a_name_that_is_a_path_leads_nowhere_else(store, tmp_path):
    evidence = page(store, tmp_path / "evidence")
    (parcel,) = (await ask(evidence, SearchParcels("7"))).found[-1:]
    file = (await ask(evidence, MakeEvidence(parcel))).file
    assert file is not None
    assert Path(file.path).parent == tmp_path / "evidence"


async def test_old_files_go_when_the_next_is_made(store, tmp_path):
    evidence = page(store, tmp_path / "evidence")
    (parcel,) = (await ask(evidence, SearchParcels("0040718"))).found
    old = Path((await ask(evidence, MakeEvidence(parcel))).file.path)
    long_ago = (NOON - timedelta(days=91)).timestamp()
    os.utime(old, (long_ago, long_ago))
    new = Path((await ask(evidence, MakeEvidence(parcel))).file.path)
    assert list((tmp_path / "evidence").iterdir()) == [new]


async def test_nobody_logged_in_makes_none(store, tmp_path):
    def nobody() -> Asker:
        raise NotPossible("nobody is in service mode")

    evidence = page(store, tmp_path / "evidence", nobody)
    (parcel,) = (await ask(evidence, SearchParcels("0040718"))).found
    assert (await ask(evidence, MakeEvidence(parcel))).file is None
    assert not (tmp_path / "evidence").exists()
