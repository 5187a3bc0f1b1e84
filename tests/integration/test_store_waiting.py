"""A long outbox: the next event is found at once, and costs the disk one commit."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, insert
from sqlalchemy.orm import Session

from kiosk.adapters.storage.store import SqliteStore
from kiosk.adapters.storage.tables import EventRow
from kiosk.domain.layout import Owner
from kiosk.domain.model import Channel, ReservationId
from kiosk.services.outbox import Outbox
from tests.integration.store_bench import (
    FIRST,
    NOON,
    SECOND,
    StandingClock,
    arrival,
    furnished,
    happening,
    opened,
    told,
)
from tests.services.fakes import FakeCloud

MANY = 120


def row(number: int, **facts: object) -> dict[str, object]:
    return {
        "id": f"id-{number}",
        "name": "parcel.collected",
        "reservation": f"r{number}",
        "owner": Owner.CLOUD,
        "at": NOON,
        "data": {},
    } | facts


async def queue(store: SqliteStore, *rows: dict[str, object]) -> None:
    def all_of_them(session: Session) -> None:
        session.execute(insert(EventRow), rows)

    await store._unit(all_of_them)


@pytest.mark.parametrize("channel", Channel)
async def test_the_oldest_that_is_due_is_found_without_reading_the_others(
    store: SqliteStore, channel: Channel
) -> None:
    parked = {"parked_at": NOON, "channel": channel}
    await queue(store, *(row(n, **parked) for n in range(MANY)), row(MANY, channel=channel))

    asked: list[tuple[str, tuple[object, ...]]] = []
    event.listen(
        store._engine, "before_cursor_execute", lambda *said: asked.append((said[2], said[3]))
    )
    found = await store.next_event(NOON, channel)
    assert found
    assert found.id == f"id-{MANY}"
    query, values = next(one for one in asked if "ORDER BY outbox.seq" in one[0])

    def plan(session: Session) -> list[str]:
        connection = session.connection()
        return [
            step.detail
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)
        ]

    steps = await store._unit(plan)
    assert any("ix_outbox_waiting (channel=?)" in step for step in steps)
    assert not any("SCAN" in step or "TEMP B-TREE" in step for step in steps)


async def test_with_one_that_is_delivered_the_next_is_begun(store: SqliteStore) -> None:
    await store.record(happening(told("parcel.deposited"), told("parcel.collected", SECOND)))
    following = await store.delivered_and_next(1, NOON)
    assert following
    assert (following.seq, following.uncertain, following.tries) == (2, False, 0)
    [left] = await store.outbox()
    assert (left["seq"], left["uncertain"], left["tries"]) == (2, True, 1)
    assert await store.delivered_and_next(2, NOON) is None
    assert await store.outbox() == ()


async def test_one_whose_answer_was_lost_is_not_begun_before_it_was_read(
    store: SqliteStore,
) -> None:
    await queue(store, row(1), row(2, uncertain=True, tries=1))
    following = await store.delivered_and_next(1, NOON)
    assert following
    assert following.uncertain
    [left] = await store.outbox()
    assert left["tries"] == 1


async def test_a_cut_before_the_call_leaves_it_to_be_read_first(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with furnished(tmp_path, clock) as store:
        await store.record(happening(told("parcel.deposited"), told("parcel.collected", SECOND)))
        await store.delivered_and_next(1, NOON)
    async with opened(tmp_path, clock) as store:
        again = await store.next_event(NOON)
        assert again
        assert (again.seq, again.uncertain) == (2, True)


async def test_the_cloud_has_heard_of_what_was_delivered(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival(ref="before")], complete=False)
    await store.record(happening(told("parcel.collected")))
    read_at = clock.pass_by(timedelta(seconds=1))
    clock.pass_by(timedelta(seconds=1))
    await store.delivered_and_next(1, clock.now())
    later = arrival(read_at=read_at, compartment="7")
    await store.absorb([later], complete=False)
    found = await store.reservation(FIRST)
    assert found
    assert found.compartment == "12"


async def test_what_waits_is_counted_apart_from_what_was_set_aside(store: SqliteStore) -> None:
    assert await store.owed() == (0, 0)
    await queue(store, row(1), row(2), row(3, parked_at=NOON), row(4, channel=Channel.REPORT))
    assert await store.owed() == (3, 1)


async def test_a_long_outbox_costs_one_commit_for_each_fact(
    store: SqliteStore, clock: StandingClock
) -> None:
    await queue(store, *(row(n) for n in range(MANY)))
    commits = []
    event.listen(store._engine, "commit", commits.append)
    cloud = FakeCloud()
    await Outbox(store, cloud, clock).once()
    assert [one.reservation for one in cloud.effects] == [
        ReservationId(f"r{n}") for n in range(MANY)
    ]
    assert len(cloud.calls) == MANY
    # Three more: the first is found, and begun, and nothing more is found.
    assert len(commits) == MANY + 3
