"""Who is told what: each channel at its own pace, and of a flood only what parcels did."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage.pen import MOST_EVENTS
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.layout import Owner
from kiosk.domain.model import Channel, NewEvent, ReservationState
from kiosk.domain.trust import ClockState
from tests.integration.store_bench import (
    FIRST,
    NOON,
    StandingClock,
    arrival,
    file_of,
    furnished,
    happening,
    told,
)

HOUR = timedelta(hours=1)


def message(name: str = "notice.parcel_ready") -> NewEvent:
    return NewEvent(name, FIRST, channel=Channel.NOTIFIER)


async def names(store: SqliteStore) -> list[object]:
    return [row["name"] for row in await store.outbox()]


async def test_a_silent_mail_server_never_holds_up_the_cloud(store: SqliteStore) -> None:
    await store.record(happening(message("notice.a"), told("parcel.stored"), message("notice.b")))
    await store.begin_delivery(1)
    await store.postpone(1, NOON + HOUR, "silent", uncertain=True)
    event = await store.next_event(NOON)
    assert event is not None
    assert event.name == "parcel.stored"
    assert await store.next_event(NOON, Channel.NOTIFIER) is None


async def test_a_silent_cloud_never_holds_up_a_message(store: SqliteStore) -> None:
    await store.record(happening(told("parcel.stored"), message()))
    await store.postpone(1, NOON + HOUR, "silent", uncertain=True)
    event = await store.next_event(NOON, Channel.NOTIFIER)
    assert event is not None
    assert event.seq == 2


async def test_messages_about_one_parcel_keep_their_order(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.record(happening(message("notice.a"), message("notice.b")))
    await store.postpone(1, NOON + HOUR, "silent", uncertain=False)
    assert await store.next_event(NOON, Channel.NOTIFIER) is None
    event = await store.next_event(clock.pass_by(HOUR), Channel.NOTIFIER)
    assert event is not None
    assert event.seq == 1


async def test_a_message_that_waits_does_not_stop_the_cloud_from_moving_the_parcel(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival()], complete=True)
    await store.record(happening(message()))
    clock.pass_by(HOUR)
    read_at = clock.now()
    expired = arrival(state=ReservationState.EXPIRED, read_at=read_at)
    await store.absorb([expired], complete=True)
    found = await store.reservation(FIRST)
    assert found is not None
    assert found.state is ReservationState.EXPIRED
    # Nor does its delivery make what the cloud said a moment ago out of date.
    clock.pass_by(HOUR)
    await store.delivered(1)
    await store.absorb([arrival(read_at=read_at + HOUR / 2)], complete=True)
    found = await store.reservation(FIRST)
    assert found is not None
    assert found.state is ReservationState.STORED


async def test_the_outbox_says_who_is_to_be_told(store: SqliteStore) -> None:
    await store.record(happening(told("a"), message()))
    assert [row["channel"] for row in await store.outbox()] == ["cloud", "notifier"]


async def test_of_a_flood_only_what_parcels_did_is_queued_and_the_rest_is_counted(
    store: SqliteStore,
) -> None:
    store.most_events = 10
    await store.record(happening(*(told("door.opened", None) for _ in range(14))))
    await store.record(happening(told("parcel.stored"), message(), told("reservation.extended")))
    assert await names(store) == [
        *["door.opened"] * 10,
        "parcel.stored",
        "notice.parcel_ready",
        "reservation.extended",
    ]
    last, first = reversed(await store.journal(2))
    assert isinstance(first["events"], list)
    assert isinstance(last["events"], list)
    assert (len(first["events"]), len(last["events"])) == (10, 3)


async def test_once_there_is_room_again_the_flood_is_one_event_with_its_count(
    store: SqliteStore,
) -> None:
    store.most_events = 10
    local = NewEvent("door.opened", owner=Owner.LOCAL)
    await store.record(happening(*(told("door.opened", None) for _ in range(14)), local))
    await store.delivered(1)
    assert "locker.events_skipped" not in await names(store)
    await store.delivered(2)
    queued = [row for row in await store.outbox() if row["name"] == "locker.events_skipped"]
    assert len(queued) == 2
    counts = {}
    while (event := await store.next_event(NOON)) is not None:
        if event.name == "locker.events_skipped":
            counts[event.owner] = event.data["count"]
        await store.delivered(event.seq)
    assert counts == {Owner.CLOUD: 4, Owner.LOCAL: 1}
    await store.record(happening(told("door.opened", None)))
    assert await names(store) == ["door.opened"]


async def test_what_was_only_counted_survives_the_power(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with furnished(tmp_path, clock) as store:
        store.most_events = 2
        await store.record(happening(*(told("door.opened", None) for _ in range(5))))
    async with furnished(tmp_path, clock) as store:
        store.most_events = 3
        await store.delivered(1)
        event = (await store.outbox())[-1]
        assert event["name"] == "locker.events_skipped"


async def test_a_long_gap_in_the_numbers_is_no_long_outbox(store: SqliteStore) -> None:
    store.most_events = 5
    await store.record(happening(told("parcel.stored")))
    await store.park(1, "refused")
    for seq in range(2, 20):
        await store.record(happening(told("door.opened", None)))
        await store.delivered(seq)
    await store.record(happening(told("door.opened", None)))
    assert await names(store) == ["parcel.stored", "door.opened"]


async def test_after_a_month_without_a_network_there_is_room_for_parcels_only(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with furnished(tmp_path, clock):
        pass
    with closing(sqlite3.connect(file_of(tmp_path))) as db, db:
        db.executemany(
            "INSERT INTO outbox (id, name, owner, at, data, tries, uncertain)"
            " VALUES (?, 'door.opened', 'cloud', '2026-05-04 12:00:00.000000', '{}', 0, 0)",
            ((f"id-{n}",) for n in range(MOST_EVENTS - 1)),
        )
    async with furnished(tmp_path, clock) as store:
        await store.record(happening(told("door.opened", None)))
        await store.record(happening(told("door.opened", None), told("parcel.stored")))
        await store.delivered(1)
    with closing(sqlite3.connect(file_of(tmp_path))) as db:
        count = db.execute("SELECT count(*) FROM outbox").fetchone()
        skipped = db.execute("SELECT owner, count FROM skipped_event").fetchall()
    assert (count, skipped) == ((MOST_EVENTS,), [("cloud", 1)])


@pytest.mark.parametrize("state", ClockState)
async def test_an_event_says_when_its_time_is_not_vouched_for(
    store: SqliteStore, state: ClockState
) -> None:
    store.clock_state = lambda: state
    await store.record(happening(told("a", None)))
    event = await store.next_event(NOON)
    assert event is not None
    expected = {} if state is ClockState.TRUSTED else {"clock_state": state.value}
    assert event.data == expected
