"""What was set aside is told again in its own place, or given up with a line in the journal."""

import json
from datetime import timedelta

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.layout import Owner
from kiosk.domain.model import Channel, NewEvent
from kiosk.domain.parked import GivenUp
from kiosk.services.desk import Asker
from kiosk.services.local import NotPossible
from kiosk.services.outbox_desk import OutboxDesk
from tests.integration.store_bench import FIRST, NOON, StandingClock, happening, told

BY = {"account": "anna7"}
SECRET = "473920185"


@pytest.fixture
def desk(store: SqliteStore) -> OutboxDesk:
    return OutboxDesk(store, Owner.CLOUD, lambda: None)


async def waiting(store: SqliteStore) -> list[str]:
    return [str(row["name"]) for row in await store.outbox() if not row["parked"]]


async def lines(store: SqliteStore, name: str) -> list[dict]:
    return [dict(line) for line in await store.journal(100) if line["name"] == name]


async def set_aside(store: SqliteStore) -> None:
    """The first of two facts about one parcel was refused; the second went on."""
    await store.record(happening(told("first"), told("second")))
    await store.park(1, "CloudRefused: HTTP 422")


async def test_what_is_retried_keeps_its_id_and_its_place(
    store: SqliteStore, desk: OutboxDesk, clock: StandingClock
) -> None:
    await set_aside(store)
    before = (await store.outbox())[0]
    await store.record(happening(told("third")))
    await desk.retry(1, BY)
    event = await store.next_event(clock.now())
    assert event is not None
    assert (event.seq, event.id, event.name) == (1, before["id"], "first")
    await store.delivered(1)
    assert await waiting(store) == ["second", "third"]


async def test_what_is_retried_is_due_at_once_though_the_cloud_once_asked_for_patience(
    store: SqliteStore, desk: OutboxDesk, clock: StandingClock
) -> None:
    await store.record(happening(told("first")))
    await store.postpone(1, NOON + timedelta(hours=1), "busy", uncertain=False)
    await store.park(1, "CloudRefused")
    await desk.retry(1, BY)
    event = await store.next_event(clock.now())
    assert event is not None
    assert event.name == "first"


async def test_what_may_have_arrived_is_still_known_to_be_in_doubt(
    store: SqliteStore, desk: OutboxDesk, clock: StandingClock
) -> None:
    await store.record(happening(told("first")))
    await store.begin_delivery(1)
    await store.park(1, "told twice, never answered")
    assert (await store.parked(10))[0].uncertain
    await desk.retry(1, BY)
    event = await store.next_event(clock.now())
    assert event is not None
    assert event.uncertain
    assert event.tries == 1


async def test_what_is_given_up_leaves_the_outbox_a_line_and_word_of_it(
    store: SqliteStore, desk: OutboxDesk
) -> None:
    await set_aside(store)
    gone = (await store.parked(10))[0]
    await desk.discard(1, GivenUp.GONE_THERE.value, BY)
    assert await store.parked(10) == ()
    assert await waiting(store) == ["second", "locker.event_discarded"]
    (line,) = await lines(store, "outbox.discarded")
    assert line["reservation"] == FIRST
    assert line["facts"] == {
        "seq": 1, "event": gone.id, "what": "first", "account": "anna7", "reason": "gone_there",
    }  # fmt: skip


async def test_words_written_at_the_console_stay_in_the_journal(
    store: SqliteStore, desk: OutboxDesk
) -> None:
    await set_aside(store)
    await desk.writes["outbox-discard"](Asker(1000), seq=1, reason="Frau Meier rang")
    await store.delivered(2)
    event = await store.next_event(NOON)
    assert event is not None
    assert event.name == "locker.event_discarded"
    assert event.data["reason"] == "other"
    assert event.data["event"] != event.id
    assert "Meier" not in json.dumps(dict(event.data))
    (line,) = await lines(store, "outbox.discarded")
    assert line["facts"]["uid"] == 1000
    assert line["facts"]["reason"] == "Frau Meier rang"


@pytest.mark.parametrize("seq", [2, 77, -1, "1", None, True, 1.0])
async def test_only_what_is_set_aside_can_be_retried_or_given_up(
    store: SqliteStore, desk: OutboxDesk, seq: object
) -> None:
    await set_aside(store)
    before = (await store.outbox(), await store.journal(100))
    for verb, rest in (("outbox-retry", {}), ("outbox-discard", {"reason": "why not"})):
        with pytest.raises(NotPossible, match="not among those set aside"):
            await desk.writes[verb](Asker(1000), seq=seq, **rest)
    assert (await store.outbox(), await store.journal(100)) == before


async def test_nothing_is_given_up_without_a_reason(store: SqliteStore, desk: OutboxDesk) -> None:
    await set_aside(store)
    with pytest.raises(NotPossible, match="reason"):
        await desk.discard(1, "  ", BY)
    assert len(await store.parked(10)) == 1


async def test_a_second_touch_finds_it_done(store: SqliteStore, desk: OutboxDesk) -> None:
    await set_aside(store)
    await desk.retry(1, BY)
    with pytest.raises(NotPossible):
        await desk.discard(1, "other", BY)
    assert await waiting(store) == ["first", "second"]


async def test_what_is_sealed_in_it_is_shown_to_nobody(store: SqliteStore) -> None:
    sealed = NewEvent(
        "notice.parcel_ready", FIRST, channel=Channel.NOTIFIER, sealed={"code": SECRET}
    )
    await store.record(happening(sealed))
    await store.park(1, "no way to tell")
    assert SECRET not in repr(await store.parked(10))


async def test_the_length_of_the_queue_says_since_when_it_waits(
    store: SqliteStore, clock: StandingClock
) -> None:
    await set_aside(store)
    clock.pass_by(timedelta(minutes=3))
    await store.record(happening(told("late")))
    queue = await store.queue()
    assert (queue.waiting, queue.parked, queue.oldest) == (2, 1, NOON)
    await store.delivered(2)
    assert (await store.queue()).oldest == NOON + timedelta(minutes=3)


async def test_whoever_was_slower_changes_nothing(store: SqliteStore) -> None:
    await set_aside(store)
    before = (await store.outbox(), await store.journal(100))
    assert not await store.retry_parked(2, happening())
    assert not await store.discard_parked(2, happening())
    assert (await store.outbox(), await store.journal(100)) == before
