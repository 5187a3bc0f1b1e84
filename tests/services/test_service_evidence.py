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
from kiosk.domain.model import Change, ReservationState
from kiosk.domain.policy import Policy
from kiosk.services.asker import Asker
from kiosk.services.evidence_files import EvidenceFiles
from kiosk.services.journal_desk import JournalDesk
from kiosk.services.journal_rounds import JournalRounds
from kiosk.services.local import NotPossible
from kiosk.services.service_evidence import EvidenceAtScreen
from tests.integration.store_bench import FIRST as R1
from tests.integration.store_bench import NOON, StandingClock, arrival, furnished, moved
from tests.services.test_journal_rounds import HOOKS


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
    return EvidenceAtScreen(store, desk_of(store, folder), StandingClock(), signed)


def desk_of(store: SqliteStore, folder: Path) -> JournalDesk:
    return JournalDesk(store, StandingClock(), "L1", EvidenceFiles(folder))


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


async def test_who_types_a_door_sees_its_parcels_first_and_none_that_only_its_id_has_it(
    store, tmp_path
):
    named = arrival("zz-1", ref="order 12", compartment="8")
    await store.absorb([named, arrival("r12f", ref="order 5", compartment="9")], complete=False)
    found = (await ask(page(store, tmp_path), SearchParcels("12"))).found
    assert [one.id for one in found] == [R1, "zz-1"]


@pytest.mark.parametrize("typed", ["local-0c12f4", "0C12F4"])
async def test_an_id_is_found_by_a_part_that_nobody_types_by_chance(store, tmp_path, typed):
    await store.absorb([arrival("local-0c12f4", ref="order 5", compartment="9")], complete=False)
    found = (await ask(page(store, tmp_path), SearchParcels(typed))).found
    assert [one.ref for one in found] == ["order 5"]


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


async def test_nobody_logged_in_makes_none(store, tmp_path):
    def nobody() -> Asker:
        raise NotPossible("nobody is in service mode")

    evidence = page(store, tmp_path / "evidence", nobody)
    (parcel,) = (await ask(evidence, SearchParcels("0040718"))).found
    assert (await ask(evidence, MakeEvidence(parcel))).file is None
    assert not (tmp_path / "evidence").exists()


async def test_erasing_a_subject_deletes_the_evidence_about_it_and_no_other(store, tmp_path):
    evidence, desk = page(store, tmp_path / "evidence"), desk_of(store, tmp_path / "evidence")
    for parcel in (await ask(evidence, SearchParcels("GLS"))).found * 2:
        await ask(evidence, MakeEvidence(parcel))
    (other,) = (await ask(evidence, SearchParcels("etc"))).found
    kept = Path((await ask(evidence, MakeEvidence(other))).file.path)
    said = (await desk.erase(Asker(uid=7), "GLS 00-40.718"))["erased"]
    assert said["evidence_files"] == 2
    assert list((tmp_path / "evidence").iterdir()) == [kept]
    (line,) = await store.journal(1)
    assert (line["name"], line["facts"]["evidence_files"]) == ("subject.erased", 2)
    assert "GLS" not in str(line)


async def test_a_subject_names_its_evidence_also_when_nothing_else_is_kept(store, tmp_path):
    evidence, desk = page(store, tmp_path / "evidence"), desk_of(store, tmp_path / "evidence")
    (parcel,) = (await ask(evidence, SearchParcels("GLS"))).found
    file = (await ask(evidence, MakeEvidence(parcel))).file
    for name in ("GLS 00-40.718", R1):
        (named,) = (await desk.subject(name))["evidence"]
        assert named["file"] == file.path
    await store.erase([R1], Change("subject.erased"))
    assert (await desk.subject(R1))["kept"] == []
    assert (await desk.erase(Asker(uid=7), R1))["erased"]["evidence_files"] == 1
    with pytest.raises(NotPossible, match="nothing is kept"):
        await desk.subject(R1)


async def test_evidence_that_is_made_while_its_subject_is_erased_is_not_kept(store, tmp_path):
    folder = tmp_path / "evidence"

    class Overtaken(JournalDesk):
        async def about(self, *asked):
            said = await super().about(*asked)
            await self.erase(Asker(uid=7), R1)
            return said

    desk = Overtaken(store, StandingClock(), "L1", EvidenceFiles(folder))
    evidence = EvidenceAtScreen(store, desk, StandingClock(), lambda: Asker(account="a"))
    (parcel,) = (await ask(evidence, SearchParcels("GLS"))).found
    assert (await ask(evidence, MakeEvidence(parcel))).file is None
    assert list(folder.iterdir()) == []


async def test_what_a_power_cut_left_of_evidence_goes_with_any_subject(store, tmp_path):
    folder = tmp_path / "evidence"
    folder.mkdir()
    (folder / "x.part").write_text('{"kiosk_evidence":1,"about":{"ref":"GLS 00-40.718"')
    (folder / "y.json").write_text('{"kiosk_evidence":1,"about":{"ref":"GLS')
    await desk_of(store, folder).erase(Asker(uid=7), R1)
    assert list(folder.iterdir()) == []


async def test_a_subject_whose_evidence_cannot_be_deleted_is_not_erased(store, tmp_path):
    folder = tmp_path / "evidence"
    folder.mkdir()
    (folder / "y.json").write_text('{"about":{"ref":"GLS 00-40.718","reservations":["r1"]}}')

    class Frozen(EvidenceFiles):
        def delete(self, names):
            raise PermissionError(13, "Permission denied")

    desk = JournalDesk(store, StandingClock(), "L1", Frozen(folder))
    with pytest.raises(NotPossible, match="Permission denied"):
        await desk.erase(Asker(uid=7), R1)
    assert await store.subject(R1)


async def test_old_evidence_goes_with_the_hourly_round(store, tmp_path):
    evidence = page(store, tmp_path / "evidence")
    (parcel,) = (await ask(evidence, SearchParcels("GLS"))).found
    old, new = [Path((await ask(evidence, MakeEvidence(parcel))).file.path) for _ in range(2)]
    long_ago = (NOON - timedelta(days=91)).timestamp()
    os.utime(old, (long_ago, long_ago))
    forgets = EvidenceFiles(tmp_path / "evidence").forget
    hooks = {**HOOKS, "forgets_evidence": forgets}
    rounds = JournalRounds(store, StandingClock(), Policy(), reported=False, **hooks)
    await rounds.forget()
    assert list((tmp_path / "evidence").iterdir()) == [new]
