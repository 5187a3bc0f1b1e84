"""The journal in the real file is a chain: who changes it is found out, and ids in it can go."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.errors import StoreBroken
from kiosk.domain.model import Change, IntentState, ReservationState
from kiosk.domain.particulars import Contact
from kiosk.domain.verifying import Verifier
from tests.integration.store_bench import (
    FIRST,
    NOON,
    SECOND,
    StandingClock,
    arrival,
    file_of,
    furnish_as_of,
    furnished,
    intent,
    moved,
    opened,
    told,
    typed,
)

DAY = timedelta(days=1)
TAKEN = Change("journal.key_taken")
ERASED = Change("subject.erased", facts={"uid": 7})
ANA = Contact("Ana Canário", "+351912000111", "ana@canario.example")


async def some(store: SqliteStore, clock: StandingClock, days: int = 3) -> None:
    """A parcel, and days on which something happens."""
    await store.absorb([arrival(FIRST, typed("471147"))], complete=False)
    for n in range(days):
        about = FIRST if n == 0 else None
        await store.record(Change("door.opened", about, compartment="12", facts={"pulse": n}))
        await store.record(Change("door.shut", compartment="12"))
        clock.pass_by(DAY)


async def verified(store: SqliteStore, seeds: dict[str, bytes] | None = None) -> Verifier:
    verifier = Verifier(seeds or {})
    verifier.take_all(await store.records(0, 10_000))
    verifier.end(await store.journal_head())
    return verifier


def by_hand(folder: Path, *statements: str) -> None:
    """What somebody with the file, but without the key, may do to it."""
    with closing(sqlite3.connect(file_of(folder))) as db, db:
        for deed in ("update", "delete"):
            db.execute(f"DROP TRIGGER journal_refuses_{deed}")
        for statement in statements:
            db.execute(statement)


async def test_every_line_is_in_the_chain_day_after_day(store, clock):
    await some(store, clock)
    taken = await store.take_journal_key(TAKEN)
    assert taken is not None
    found = await verified(store, {taken[0]: bytes.fromhex(taken[1])})
    assert found.bad is None
    assert found.signed == found.records == 7
    assert [record["epoch"] for record in await store.records(0, 9)] == [0, 0, 1, 1, 2, 2, 3]


async def test_a_line_says_who_acted_when_and_how_sure_the_clock_was(store):
    await store.record(Change("compartment.cleared", compartment="12", facts={"uid": 7}))
    [line] = await store.records(0, 9)
    assert (line["actor"], line["clock"], line["compartment"]) == ("operator", "trusted", "12")
    assert line["elapsed_ms"] == int(NOON.timestamp() * 1000)
    assert line["boot"]


async def test_the_key_is_said_once_and_rests_nowhere_afterwards(store, tmp_path):
    await store.record(Change("one"))
    assert await store.take_journal_key(TAKEN) is not None
    assert await store.take_journal_key(TAKEN) is None
    with closing(sqlite3.connect(file_of(tmp_path))) as db:
        assert db.execute("SELECT seed FROM journal_head").fetchall() == [(None,)]


async def test_a_restart_goes_on_in_the_same_chain(tmp_path, clock):
    for _ in range(3):
        async with furnished(tmp_path, clock) as store:
            await store.record(Change("one"))
    async with furnished(tmp_path, clock) as store:
        assert (await verified(store)).bad is None
        assert len({line["chain"] for line in await store.records(0, 9)}) == 1


async def test_what_is_rolled_back_leaves_no_gap(store):
    await store.record(Change("one"))
    with pytest.raises(StoreBroken):
        await store.record(moved(ReservationState.STORED, name="nobody"))
    await store.record(Change("two"))
    assert [line["seq"] for line in await store.records(0, 9)] == [1, 2]
    assert (await verified(store)).bad is None


@pytest.mark.parametrize(
    ("statement", "first_bad"),
    [
        ("UPDATE journal SET compartment = '13' WHERE seq = 3", 3),
        ("UPDATE journal SET at = '2026-01-01 00:00:00.000000' WHERE seq = 3", 3),
        ("UPDATE journal SET reservation = 'r2' WHERE seq = 1", 1),
        ("UPDATE journal SET facts = '{\"pulse\": 9}' WHERE seq = 3", 3),
        ("UPDATE journal SET actor = 'technician' WHERE seq = 3", 3),
        ("DELETE FROM journal WHERE seq = 3", 3),
        ("DELETE FROM journal WHERE seq >= 3", 3),
        ("DELETE FROM journal WHERE seq <= 3", 1),
        ("UPDATE journal SET seq = 99 WHERE seq = 3", 3),
    ],
)
async def test_what_is_changed_in_the_file_is_named(tmp_path, clock, statement, first_bad):
    async with furnished(tmp_path, clock) as store:
        await some(store, clock)
    by_hand(tmp_path, statement)
    async with furnished(tmp_path, clock) as store:
        found = await verified(store)
        assert found.bad is not None
        assert found.bad.seq == first_bad


async def test_an_end_that_was_cut_off_with_its_head_set_back_is_not_signed(tmp_path, clock):
    async with furnished(tmp_path, clock) as store:
        await some(store, clock)
        assert (await store.journal_head())["sealed"]
    by_hand(
        tmp_path,
        "DELETE FROM journal WHERE seq > 3",
        "UPDATE journal_head SET seq = 3, hash = (SELECT hash FROM journal WHERE seq = 3),"
        " mac = (SELECT mac FROM journal WHERE seq = 3)",
    )
    async with furnished(tmp_path, clock) as store:
        assert not (await store.journal_head())["sealed"]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE journal SET name = 'door.jammed'",
        "UPDATE journal SET reservation = 'r2'",
        "UPDATE journal SET reservation = NULL",
        "UPDATE journal SET salt = NULL, reservation = NULL, facts = '{}', events = '[]', mac = ''",
        "DELETE FROM journal",
    ],
)
async def test_the_database_itself_lets_nothing_be_changed(tmp_path, clock, change):
    async with furnished(tmp_path, clock) as store:
        await some(store, clock)
    refused = pytest.raises(sqlite3.IntegrityError, match="only grows")
    with closing(sqlite3.connect(file_of(tmp_path))) as db, refused:
        db.execute(change)


async def test_a_key_that_was_tampered_with_begins_a_new_chain_and_that_shows(tmp_path, clock):
    async with furnished(tmp_path, clock) as store:
        await some(store, clock)
        taken = await store.take_journal_key(TAKEN)
    assert taken is not None
    by_hand(tmp_path, "UPDATE journal_head SET key = zeroblob(80)")
    async with furnished(tmp_path, clock) as store:
        await store.record(Change("after"))
        found = await verified(store, {taken[0]: bytes.fromhex(taken[1])})
        assert found.bad is not None
        assert found.bad.seq == 8


async def test_the_journal_of_an_older_release_is_chained_at_the_first_start(tmp_path):
    mark = furnish_as_of(tmp_path, "0008").mark()
    with closing(sqlite3.connect(file_of(tmp_path))) as db, db:
        db.execute("INSERT INTO key_mark (id, mark) VALUES (1, ?)", [mark])
        db.executemany(
            "INSERT INTO journal (at, name, reservation, facts, events) VALUES (?, ?, 'r1', ?, ?)",
            [("2026-05-04 12:00:00.000000", f"line.{n}", '{"n": 1}', "[]") for n in range(700)],
        )
    async with opened(tmp_path) as store:
        await store.record(Change("new"))
        found = await verified(store)
        assert (found.bad, found.records, found.erased) == (None, 701, 0)


async def test_after_ninety_days_no_line_says_whom_it_was_about_and_the_chain_holds(store, clock):
    await some(store, clock)
    await store.intend(intent())
    await store.settle_intent("i1", IntentState.CLOSED, moved(ReservationState.FINISHED))
    await store.forget_used(clock.pass_by(2 * DAY) - DAY)
    now = clock.pass_by(90 * DAY)
    await store.record(Change("door.opened", FIRST))
    while await store.forget_ids(now - 90 * DAY):
        pass
    assert not await store.forget_ids(now - 90 * DAY)
    lines = await store.records(0, 99)
    assert [line["private"].get("reservation") for line in lines if "salt" in line] == [FIRST]
    found = await verified(store)
    assert found.bad is None
    assert found.erased == len(lines) - 1
    assert await store.reservation(FIRST) is None
    assert "r1" not in str(await store.intents_of("a1"))


async def test_whom_a_parcel_is_for_is_forgotten_a_week_after_its_time_ran_out(store, clock):
    kept = replace(arrival(FIRST, state=ReservationState.EXPIRED), contact=ANA)
    await store.absorb([kept], complete=False)
    ends = kept.reservation.expires_at
    await store.forget_used(clock.pass_by(ends - NOON + 6 * DAY) - DAY)
    assert await store.contact(FIRST) == ANA
    await store.forget_used(clock.pass_by(DAY) - DAY)
    assert await store.contact(FIRST) is None
    again = replace(kept, reservation=replace(kept.reservation, read_at=clock.now()))
    await store.absorb([again], complete=False)
    assert await store.contact(FIRST) is None


async def test_erasing_leaves_nothing_of_one_and_all_of_the_others(store):
    both = [replace(arrival(one, typed("471147")), contact=ANA) for one in (FIRST, SECOND)]
    await store.absorb(both, complete=False)
    for one in (FIRST, SECOND):
        await store.record(Change("door.opened", one, facts={"became": f"{one}"}))
        await store.record(Change("walkup.became", facts={"became": f"{one}"}))
    await store.record(moved(ReservationState.FINISHED))
    assert await store.erase([FIRST], ERASED) == 3
    assert await store.subject(FIRST) == ()
    [other] = await store.subject(SECOND)
    assert len(other["journal"]) == 1
    words = str(await store.records(0, 99))
    assert ("'r1'" in words, "'r2'" in words) == (False, True)
    assert (await verified(store)).bad is None
    newest = (await store.journal(1))[0]
    assert (newest["name"], newest["facts"]) == ("subject.erased", {"uid": 7, "lines": 3})


async def test_what_is_owed_about_somebody_is_counted(store):
    await store.absorb([arrival()], complete=False)
    assert await store.owed_about([FIRST]) == 0
    await store.record(moved(ReservationState.FINISHED, told("parcel.collected")))
    await store.intend(intent())
    assert await store.owed_about([FIRST]) == 2
    assert await store.owed_about([SECOND]) == 0
