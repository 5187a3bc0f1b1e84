"""The outbox hands out every event once, in its reservation's order, whatever the cloud does."""

import asyncio
import tempfile
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.errors import StoreBroken
from kiosk.domain.layout import Owner
from kiosk.domain.model import Event, NewEvent
from tests.integration.store_bench import FIRST, NOON, StandingClock, furnished, happening, told

MINUTE = timedelta(minutes=1)


async def due(store: SqliteStore, clock: StandingClock) -> str | None:
    event = await store.next_event(clock.now())
    return event.name if event else None


async def test_an_event_comes_out_as_it_went_in(store: SqliteStore) -> None:
    data: dict[str, str | int | bool | None] = {"label": "12", "n": 3, "sure": True, "why": None}
    await store.record(happening(NewEvent("parcel.stored", FIRST, Owner.CLOUD, data)))
    event = await store.next_event(NOON)
    assert event
    assert event == Event(1, event.id, "parcel.stored", FIRST, Owner.CLOUD, NOON, data)


async def test_ids_are_ordered_by_time_and_never_the_same(
    store: SqliteStore, clock: StandingClock
) -> None:
    for _ in range(5):
        await store.record(happening(told("a"), told("b")))
        clock.pass_by(timedelta(milliseconds=1))
    ids = [str(row["id"]) for row in await store.outbox()]
    assert len(set(ids)) == 10
    assert {i[14] for i in ids} == {"7"}
    assert [i[:13] for i in ids] == sorted(i[:13] for i in ids)


async def test_events_of_one_reservation_wait_for_each_other(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.record(
        happening(told("first"), told("second"), told("other", "r2"), told("x", None))
    )
    await store.postpone(1, NOON + MINUTE, "busy", uncertain=False)
    assert await due(store, clock) == "other"
    await store.delivered(3)
    assert await due(store, clock) == "x"
    await store.delivered(4)
    assert await due(store, clock) is None
    clock.pass_by(MINUTE)
    assert await due(store, clock) == "first"
    await store.delivered(1)
    assert await due(store, clock) == "second"


async def test_a_poison_event_is_set_aside_visibly_and_the_others_go_on(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.record(happening(told("poison"), told("second")))
    await store.park(1, "refused: 422")
    assert await due(store, clock) == "second"
    (parked, waiting) = await store.outbox()
    assert (parked["parked"], parked["error"]) == (True, "refused: 422")
    assert (waiting["parked"], waiting["error"]) == (False, None)


async def test_a_begun_call_is_uncertain_until_it_is_known_not_to_have_arrived(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with furnished(tmp_path, clock) as store:
        await store.record(happening(told("a")))
        await store.begin_delivery(1)
    async with furnished(tmp_path, clock) as store:
        event = await store.next_event(NOON)
        assert event
        assert (event.uncertain, event.tries) == (True, 1)
        await store.postpone(1, NOON, "silent", uncertain=True)
        (row,) = await store.outbox()
        assert (row["uncertain"], row["tries"], row["error"]) == (True, 1, "silent")
        await store.postpone(1, NOON, "busy", uncertain=False)
        (row,) = await store.outbox()
        assert (row["uncertain"], row["tries"]) == (False, 1)


async def test_a_sequence_is_never_used_again(tmp_path: Path) -> None:
    async with furnished(tmp_path, StandingClock()) as store:
        await store.record(happening(told("a")))
        await store.delivered(1)
    async with furnished(tmp_path, StandingClock()) as store:
        await store.record(happening(told("b")))
        assert [row["seq"] for row in await store.outbox()] == [2]


async def test_an_event_that_is_gone_may_be_delivered_again_but_not_begun(
    store: SqliteStore,
) -> None:
    await store.delivered(7)
    with pytest.raises(StoreBroken):
        await store.begin_delivery(7)


async def test_a_clock_set_back_does_not_hold_events_for_years(
    store: SqliteStore, clock: StandingClock
) -> None:
    clock.pass_by(timedelta(days=3650))
    await store.record(happening(told("a")))
    await store.postpone(1, clock.now() + MINUTE, "silent", uncertain=True)
    assert await due(store, clock) is None
    clock.pass_by(timedelta(days=-3650))
    assert await due(store, clock) == "a"


class OutboxModel(RuleBasedStateMachine):
    """A list beside the real outbox; both must hand out the same events."""

    @initialize()
    def open(self) -> None:
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.clock = StandingClock()
        folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        self.store = self.do(self.stack.enter_async_context(furnished(folder, self.clock)))
        self.waiting: dict[int, tuple[str | None, float]] = {}
        self.count = 0

    def do(self, work):  # type: ignore[no-untyped-def]
        return self.runner.run(work)

    def teardown(self) -> None:
        if hasattr(self, "runner"):
            self.do(self.stack.aclose())
            self.runner.close()

    @rule(about=st.lists(st.sampled_from([None, "r1", "r2", "r3"]), min_size=1, max_size=3))
    def something_happens(self, about: list[str | None]) -> None:
        self.do(self.store.record(happening(*(told("x", name) for name in about))))
        for name in about:
            self.count += 1
            self.waiting[self.count] = (name, 0.0)

    def expected(self) -> int | None:
        now = self.clock.monotonic()
        seen: set[str] = set()
        for seq, (name, due_at) in sorted(self.waiting.items()):
            if name not in seen and due_at <= now:
                return seq
            if name is not None:
                seen.add(name)
        return None

    @precondition(lambda self: self.expected() is not None)
    @rule(end=st.sampled_from(["delivered", "park", "postpone", "lost"]), wait=st.integers(1, 9))
    def the_next_is_sent(self, end: str, wait: int) -> None:
        event = self.do(self.store.next_event(self.clock.now()))
        self.do(self.store.begin_delivery(event.seq))
        if end in {"delivered", "park"}:
            call = self.store.delivered(event.seq) if end == "delivered" else None
            self.do(call or self.store.park(event.seq, "refused"))
            del self.waiting[event.seq]
        else:
            until = self.clock.now() + wait * MINUTE
            self.do(self.store.postpone(event.seq, until, "?", uncertain=end == "lost"))
            self.waiting[event.seq] = (event.reservation, until.timestamp())

    @rule(minutes=st.integers(1, 5))
    def time_passes(self, minutes: int) -> None:
        self.clock.pass_by(minutes * MINUTE)

    @invariant()
    def both_agree(self) -> None:
        if hasattr(self, "store"):
            event = self.do(self.store.next_event(self.clock.now()))
            assert (event.seq if event else None) == self.expected()
            rows = self.do(self.store.outbox())
            assert {row["seq"] for row in rows if not row["parked"]} == self.waiting.keys()


TestOutboxModel = OutboxModel.TestCase
TestOutboxModel.settings = settings(max_examples=8, stateful_step_count=15, deadline=None)
