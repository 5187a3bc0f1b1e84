"""Once an hour who is reported to hears where the journal ends, and old ids go."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest

from kiosk.adapters.clouds.reports import ends
from kiosk.adapters.storage import aside
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Channel, Event
from kiosk.domain.policy import Policy
from kiosk.domain.trust import ClockState
from kiosk.services.journal_rounds import EVERY, JournalRounds
from tests.services.fakes import parcel, running

HOOKS = {
    "clock_state": lambda: ClockState.TRUSTED,
    "forgets_evidence": lambda _before: None,
    "forgets_damaged": lambda _before: None,
}
"""The time is right, and nothing else grows old."""


@pytest.fixture
def rounds(store, clock):
    return JournalRounds(store, clock, Policy(), reported=True, sleep=clock.sleep, **HOOKS)


async def told(store):
    return [row["data"] for row in await waiting(store)]


async def waiting(store):
    found = []
    while (event := await store.next_event(datetime.max.replace(tzinfo=UTC), Channel.REPORT)) and (
        not found or event.seq != found[-1]["seq"]
    ):
        found.append({"seq": event.seq, "data": dict(event.data), "name": event.name})
        await store.delivered(event.seq)
    return found


async def test_the_end_is_told_once_an_hour_while_something_happens(store, clock, rounds):
    await store.record(Change("door.opened"))
    head = await store.journal_head()
    async with running(rounds.run, clock):
        assert [one["hash"] for one in await told(store)] == [head["hash"]]
        await clock.advance(EVERY + 1)
        assert await told(store) == []
        await store.record(Change("door.opened"))
        await clock.advance(EVERY + 1)
        assert [one["seq"] for one in await told(store)] == [3]


async def test_where_nobody_is_reported_to_nothing_is_told(store, clock):
    await store.record(Change("door.opened"))
    await JournalRounds(store, clock, Policy(), reported=False, **HOOKS).tell()
    assert await store.outbox() == ()


async def test_ids_go_after_ninety_days_but_not_while_nobody_knows_the_time(store, clock, rounds):
    made = parcel("r1")
    await store.add([made])
    await store.record(Change("door.opened", made.reservation.id))
    clock.forward(91 * 24 * 3600)
    rounds.clock_state = lambda: ClockState.UNTRUSTED
    await rounds.forget()
    assert "r1" in str(await store.records(0, 9))
    rounds.clock_state = lambda: ClockState.HOLDOVER
    await rounds.forget()
    assert "r1" not in str(await store.records(0, 9))


async def test_a_damaged_database_is_kept_for_a_week_and_what_has_another_name_for_ever(
    store, clock, rounds, tmp_path
):
    database = tmp_path / "kiosk.db"
    database.write_bytes(b"Ana")
    kept = aside.keep(database, clock.now()).database
    log = aside.wal_of(kept)
    log.write_bytes(b"Ana")
    renamed = kept.with_name("kiosk.db.broken-for-the-office")
    renamed.write_bytes(b"Ana")
    rounds.forgets_damaged = partial(aside.forget, database)
    clock.forward(6 * 24 * 3600)
    await rounds.forget()
    assert log.exists()
    assert aside.kept_beside(database) == (kept, renamed)
    clock.forward(2 * 24 * 3600)
    await rounds.forget()
    assert sorted(tmp_path.glob("kiosk.db*")) == [database, renamed]


def test_the_end_has_a_body_of_our_own():
    at = datetime(2026, 5, 4, 12, tzinfo=UTC)
    data = {"seq": 7, "hash": "ab", "epoch": 0}
    event = Event(1, "id-1", "journal.head", None, Owner.CLOUD, at, data, channel=Channel.REPORT)
    [body] = ends(event)
    assert body == {
        "event": "journal.head",
        "id": "id-1",
        "at": "2026-05-04T12:00:00+00:00",
        "seq": 7,
        "hash": "ab",
    }
    assert ends(replace(event, name="parcel.deposited")) == ()
