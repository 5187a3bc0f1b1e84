"""Every fact reaches the cloud once and in order, whatever the network does."""

import asyncio
from collections import deque
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.errors import (
    CloudBroken,
    CloudBusy,
    CloudConflict,
    CloudForbidden,
    CloudMissing,
    CloudRefused,
    CloudSilent,
    StoreBroken,
)
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, NewEvent, ReservationId
from kiosk.services.outbox import Outbox
from kiosk.services.waiting import LONGEST, LONGEST_ASKED, back_off
from tests.services.fakes import LOST, UNHEARD, Fault, failing, parcel, rest_after, running

DEPOSITED, COLLECTED, CANCELLED = "parcel.deposited", "parcel.collected", "reservation.cancelled"
TICKET = "compartment.problem"


@pytest.fixture
async def outbox(store, cloud, clock):
    return Outbox(store, cloud, clock, sleep=clock.sleep, chance=lambda: 0.5)


async def happens(store, *names, about="r1", owner=Owner.CLOUD):
    events = tuple(NewEvent(n, about and ReservationId(about), owner) for n in names)
    await store.record(Change("something.happened", events=events))


async def waiting(store):
    return [row["name"] for row in await store.outbox() if not row["parked"]]


async def parked(store):
    return [row["name"] for row in await store.outbox() if row["parked"]]


async def test_facts_are_told_oldest_first(store, cloud, outbox):
    await happens(store, DEPOSITED, COLLECTED)
    await happens(store, DEPOSITED, about="r2")
    await outbox.once()
    assert [event.seq for event in cloud.effects] == [1, 2, 3]
    assert await store.outbox() == ()
    assert outbox.online


async def test_a_dead_cloud_makes_facts_wait_and_its_return_brings_each_once_and_in_order(
    store, cloud, clock, outbox
):
    cloud.dead = True
    async with running(outbox.run, clock):
        for about in ("r1", "r2", "r1"):
            async with rest_after(clock):
                await happens(store, DEPOSITED, COLLECTED, about=about)
                outbox.wake()
        await clock.advance(3 * 3600)
        assert (outbox.online, outbox.silent_since) == (False, clock.at - timedelta(hours=3))
        assert len(await waiting(store)) == 6
        cloud.dead = False
        await clock.advance(LONGEST * 1.5 + 10)
    assert [event.seq for event in cloud.effects] == [1, 2, 3, 4, 5, 6]
    assert await store.outbox() == ()
    assert outbox.silent_since is None


async def test_a_dead_cloud_is_tried_less_and_less_often(store, cloud, clock, outbox):
    cloud.dead = True
    await happens(store, DEPOSITED)
    async with running(outbox.run, clock):
        await clock.advance(3600)
    assert len(cloud.calls) < 25


async def test_when_the_cloud_is_known_to_be_back_nothing_waits_any_more(
    store, cloud, clock, outbox
):
    cloud.dead = True
    await happens(store, DEPOSITED)
    await happens(store, DEPOSITED, about="r2")
    async with running(outbox.run, clock):
        await clock.advance(3600)
        cloud.dead = False
        async with rest_after(clock):
            outbox.wake(reset_backoff=True)
    assert await store.outbox() == ()
    assert [event.seq for event in cloud.effects] == [1, 2]


async def test_a_fact_just_recorded_is_told_at_once(store, cloud, clock, outbox):
    async with running(outbox.run, clock), rest_after(clock):
        await happens(store, DEPOSITED)
        outbox.wake()
    assert cloud.told() == [DEPOSITED]
    assert clock.monotonic() == 0


async def test_an_answer_lost_after_the_effect_is_read_and_not_sent_again(
    store, cloud, clock, outbox
):
    cloud.faults = deque([UNHEARD])
    await happens(store, DEPOSITED, COLLECTED)
    await outbox.once()
    assert await waiting(store) == [DEPOSITED, COLLECTED]
    clock.forward(10)
    await outbox.once()
    assert cloud.calls == ["deliver 1", "has_effect 1", "deliver 2"]
    assert cloud.told() == [DEPOSITED, COLLECTED]


async def test_a_request_lost_before_the_effect_is_read_and_sent_again(store, cloud, clock, outbox):
    cloud.faults = deque([LOST])
    await happens(store, DEPOSITED)
    await outbox.once()
    clock.forward(10)
    await outbox.once()
    assert cloud.calls == ["deliver 1", "has_effect 1", "deliver 1"]
    assert cloud.told() == [DEPOSITED]


@pytest.mark.parametrize("arrived", [True, False])
async def test_after_a_crash_in_the_middle_of_a_call_the_next_start_reads_first(
    store, cloud, clock, outbox, arrived
):
    await happens(store, DEPOSITED)
    cloud.answers.clear()
    crashing = asyncio.create_task(outbox.once())
    await cloud.called.wait()
    crashing.cancel()
    await asyncio.gather(crashing, return_exceptions=True)
    cloud.answers.set()
    if arrived:
        cloud.effects.append(await store.next_event(clock.now()))
    await Outbox(store, cloud, clock).once()
    assert cloud.calls[:2] == ["deliver 1", "has_effect 1"]
    assert len(cloud.effects) == 1
    assert await store.outbox() == ()


@pytest.mark.parametrize("error", [CloudRefused("no"), CloudMissing("who?"), CloudConflict("no")])
async def test_a_refused_fact_is_set_aside_and_the_others_go_on(store, cloud, outbox, error):
    cloud.poisoned = {DEPOSITED: error}
    await happens(store, DEPOSITED, COLLECTED)
    await happens(store, COLLECTED, about="r2")
    await outbox.once()
    assert await parked(store) == [DEPOSITED]
    assert cloud.told() == [COLLECTED, COLLECTED]
    assert outbox.online


async def test_a_conflict_whose_effect_shows_counts_as_told(store, cloud, outbox):
    cloud.faults = deque([Fault(CloudConflict("already"), takes_effect=True)])
    await happens(store, DEPOSITED)
    await outbox.once()
    assert cloud.calls == ["deliver 1", "has_effect 1"]
    assert await store.outbox() == ()


@pytest.mark.parametrize(
    "error", [CloudSilent("hm"), CloudBroken("<html>"), CloudForbidden("key"), ValueError("a bug")]
)
async def test_one_fact_that_never_gets_through_blocks_no_other(store, cloud, clock, outbox, error):
    cloud.poisoned = {DEPOSITED: error}
    await happens(store, DEPOSITED, COLLECTED)
    for number in range(5):
        await happens(store, COLLECTED, about=f"other{number}")
    async with running(outbox.run, clock):
        await clock.advance(60)
    assert cloud.told() == [COLLECTED] * 5
    assert await waiting(store) == [DEPOSITED, COLLECTED]
    assert await parked(store) == []


async def test_a_busy_cloud_is_left_alone_for_as_long_as_it_asks(store, cloud, clock, outbox):
    cloud.faults = failing(CloudBusy("later", retry_after=90))
    await happens(store, DEPOSITED)
    async with running(outbox.run, clock):
        outbox.wake()
        await clock.advance(89)
        assert cloud.calls == ["deliver 1"]
        await clock.advance(7)
    # It was turned away at the door, so there is nothing to read.
    assert cloud.calls == ["deliver 1", "deliver 1"]
    assert cloud.told() == [DEPOSITED]


async def test_a_cloud_that_asks_for_years_is_asked_again_within_the_hour(
    store, cloud, clock, outbox
):
    cloud.faults = failing(CloudBusy("later", retry_after=1e12), CloudBusy("later", retry_after=-5))
    await happens(store, DEPOSITED)
    async with running(outbox.run, clock):
        await clock.advance(LONGEST_ASKED + 15)
    assert cloud.told() == [DEPOSITED]


async def test_a_refused_key_parks_nothing_and_is_tried_every_five_minutes(
    store, cloud, clock, outbox
):
    cloud.faults = failing(*[CloudForbidden("key")] * 3)
    await happens(store, DEPOSITED)
    async with running(outbox.run, clock):
        await clock.advance(290)
        assert len(cloud.sent()) == 1
        await clock.advance(700)
    assert cloud.told() == [DEPOSITED]


@pytest.mark.parametrize("name", [TICKET, "door.left_open"])
async def test_what_shows_nowhere_is_told_twice_at_most(store, cloud, clock, outbox, name):
    cloud.faults = deque([LOST, Fault(), LOST])
    await happens(store, name)
    await outbox.once()
    clock.forward(600)
    await outbox.once()
    assert cloud.calls == ["deliver 1", "ping", "deliver 1"]
    assert await parked(store) == [name]


async def test_a_ticket_is_not_used_up_while_the_line_is_dead(store, cloud, clock, outbox):
    cloud.dead = True
    await happens(store, TICKET)
    async with running(outbox.run, clock):
        await clock.advance(7200)
        assert len(cloud.sent()) == 1
        cloud.dead = False
        await clock.advance(LONGEST * 1.5 + 10)
    assert cloud.told() == [TICKET]


async def test_a_busy_answer_does_not_forget_that_a_ticket_may_have_arrived(
    store, cloud, clock, outbox
):
    cloud.faults = deque([LOST, Fault(), Fault(CloudBusy("later", 1)), Fault(), LOST])
    await happens(store, TICKET)
    for _ in range(3):
        await outbox.once()
        clock.forward(600)
    assert await parked(store) == [TICKET]


async def test_a_cloud_with_idempotency_keys_is_not_read_first(store, cloud, clock, outbox):
    cloud.rules = replace(cloud.rules, idempotency_key=True)
    cloud.faults = deque([LOST, LOST, LOST])
    await happens(store, DEPOSITED)
    await happens(store, TICKET)
    async with running(outbox.run, clock):
        await clock.advance(600)
    assert set(cloud.calls) == {"deliver 1", "deliver 2"}
    assert sorted(cloud.told()) == [TICKET, DEPOSITED]


async def test_a_key_older_than_twenty_hours_is_not_trusted(store, cloud, clock, outbox):
    cloud.rules = replace(cloud.rules, idempotency_key=True)
    cloud.faults = deque([UNHEARD])
    await happens(store, DEPOSITED)
    await outbox.once()
    clock.forward(20 * 3600)
    await outbox.once()
    assert cloud.calls == ["deliver 1", "has_effect 1"]
    assert cloud.told() == [DEPOSITED]


async def test_a_key_from_a_time_that_lies_ahead_is_not_trusted(store, cloud, clock, outbox):
    cloud.rules = replace(cloud.rules, idempotency_key=True)
    cloud.faults = deque([UNHEARD])
    await happens(store, DEPOSITED)
    await outbox.once()
    # The clock ran ahead and was put right: nobody knows how old the key is.
    clock.forward(-3600)
    outbox.wake(reset_backoff=True)
    await outbox.once()
    assert cloud.calls == ["deliver 1", "has_effect 1"]
    assert await store.outbox() == ()


async def test_local_facts_are_owed_to_nobody(store, cloud, outbox):
    await happens(store, DEPOSITED, owner=Owner.LOCAL)
    await outbox.once()
    assert cloud.calls == []
    assert await store.outbox() == ()


async def test_without_a_cloud_its_facts_are_kept_visibly(store, clock):
    alone = Outbox(store, None, clock)
    await happens(store, DEPOSITED)
    await happens(store, DEPOSITED, about="local", owner=Owner.LOCAL)
    await alone.once()
    assert await parked(store) == [DEPOSITED]
    assert await waiting(store) == []
    assert alone.online is None


class Forgetful:
    """A store that breaks at its first question."""

    def __init__(self, store, error):
        self._store, self._error = store, error

    async def next_event(self, now, channel):
        if self._error is not None:
            error, self._error = self._error, None
            raise error
        return await self._store.next_event(now)

    def __getattr__(self, name):
        return getattr(self._store, name)


@pytest.mark.parametrize("error", [StoreBroken("disk"), RuntimeError("a bug")])
async def test_the_loop_outlives_a_broken_store(store, cloud, clock, error):
    outbox = Outbox(Forgetful(store, error), cloud, clock, sleep=clock.sleep, chance=lambda: 0.5)
    await happens(store, DEPOSITED)
    async with running(outbox.run, clock):
        await clock.advance(2)
    assert cloud.told() == [DEPOSITED]


def test_the_back_off_grows_from_a_second_to_five_minutes_give_or_take_a_half():
    assert [back_off(n, lambda: 0.5) for n in (1, 2, 3, 9, 10, 5000)] == [1, 2, 4, 256, 300, 300]
    assert (back_off(1, lambda: 0.0), back_off(99, lambda: 1.0)) == (0.5, 450.0)


async def test_reservations_are_left_alone_by_the_outbox(store, cloud, outbox):
    await store.absorb([parcel("r1")], complete=False)
    before = await store.reservation(ReservationId("r1"))
    await happens(store, DEPOSITED)
    await outbox.once()
    assert await store.reservation(ReservationId("r1")) == before
