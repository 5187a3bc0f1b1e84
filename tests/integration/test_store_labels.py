"""Labels in the store: what is being printed is on disk first, and who it goes to rests sealed."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain import labels, settling
from kiosk.domain.errors import StoreBroken
from kiosk.domain.labels import OPEN, JobState, LabelJob, Roll
from kiosk.domain.layout import Owner
from tests.integration.store_bench import FIRST, NOON, StandingClock, arrival, file_of, furnished

S = JobState
ANA = LabelJob("j1", FIRST, Owner.LOCAL, "shipping", {"recipient": "Ana"}, "en", "KXTR49", NOON)
ROLL = Roll("front", NOON, 100)


async def loaded(store: SqliteStore) -> None:
    await store.load_roll(ROLL, labels.replaced(ROLL, Owner.LOCAL, {}))


async def test_a_label_comes_out_of_the_store_as_it_went_in(store: SqliteStore) -> None:
    await store.add_label(ANA)
    assert await store.label("j1") == ANA
    assert await store.label_of(FIRST) == ANA
    assert await store.label("j2") is None


async def test_what_is_being_printed_is_so_after_the_power_was_gone(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with furnished(tmp_path, clock) as store:
        await store.add_label(ANA)
        await store.begin_label("j1", "front")
    async with furnished(tmp_path, clock) as store:
        assert await store.labels((S.PRINTING,), 10) == (
            replace(ANA, state=S.PRINTING, tries=1, printer="front"),
        )


async def test_whom_a_label_names_is_nowhere_in_the_file(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with furnished(tmp_path, clock) as store:
        await store.add_label(replace(ANA, content={"recipient": "Ana Canário"}))
    for file in file_of(tmp_path).parent.iterdir():
        if file.is_file():
            assert "Canário".encode() not in file.read_bytes()


async def test_a_printed_label_is_told_and_taken_off_the_roll_in_one_go(
    store: SqliteStore,
) -> None:
    await loaded(store)
    await store.add_label(ANA)
    job = await store.begin_label("j1", "front")
    await store.settle_label("j1", S.PRINTED, "", settling.label_printed(job, "front"), used=True)
    assert (await store.rolls())["front"].left == 99
    assert await store.labels_printed(NOON - timedelta(days=1)) == (1, NOON)
    assert [line["name"] for line in await store.outbox()][-1:] == ["label.printed"]
    assert not await store.labels(OPEN, 10)


async def test_one_that_failed_waits_with_its_mark(store: SqliteStore) -> None:
    await store.add_label(ANA)
    job = await store.begin_label("j1", "front")
    await store.settle_label(
        "j1", S.QUEUED, "paper_out", settling.label_failed(job, "front", "paper_out")
    )
    [waits] = await store.labels(OPEN, 10)
    assert (waits.state, waits.mark, waits.error) == (S.QUEUED, "KXTR49", "paper_out")
    assert await store.labels_printed(NOON - timedelta(days=1)) == (0, None)


async def test_whatever_stands_on_a_label_as_a_code_finds_its_parcel(store: SqliteStore) -> None:
    about = arrival()
    await store.absorb([about], complete=False)
    ref = about.reservation.ref
    said = {"recipient": "Ana", "Tracking-Number": "JJD 00-4077", "code": ref}
    await store.add_label(replace(ANA, content=said))
    await store.add_label(replace(ANA, id="j2", reservation=None, content={"barcode": "1"}))
    await store.add_label(replace(ANA, id="j3", template="ready", content={"data": "iVBORw0"}))
    await store.add_label(replace(ANA, id="j4", content={}))
    later = replace(ANA, id="j4", content={"barcode": "KXTR49"})
    await store.fill_label(later)
    marks = [await store.mark_of(text) for text in ("jjd004077", "KXTR49")]
    known = await store.reservation(FIRST)
    assert known is not None
    assert list(known.particulars.marks) == marks


async def test_a_discarded_label_is_no_longer_the_one_of_its_parcel(store: SqliteStore) -> None:
    await store.add_label(ANA)
    await store.settle_label("j1", S.DISCARDED, "", labels.discarded(ANA, "not wanted"))
    assert await store.label_of(FIRST) is None


async def test_a_new_roll_counts_from_the_start(store: SqliteStore) -> None:
    await loaded(store)
    await store.use_label("front")
    await loaded(store)
    assert await store.rolls() == {"front": ROLL}


async def test_what_waits_is_kept_and_what_is_done_is_forgotten_one_day(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.add_label(ANA)
    await store.add_label(replace(ANA, id="j2"))
    await store.settle_label("j2", S.PRINTED, "", settling.label_printed(ANA, "front"))
    later = clock.pass_by(timedelta(days=31))
    await store.add_label(replace(ANA, id="j3", made_at=later))
    assert [job.id for job in await store.labels(tuple(S), 10)] == ["j1", "j3"]


async def test_a_label_nobody_knows_is_not_printed(store: SqliteStore) -> None:
    with pytest.raises(StoreBroken):
        await store.begin_label("j9", "front")
