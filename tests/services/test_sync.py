"""The cache follows the cloud, and nobody at the screen waits for it long."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.errors import (
    CloudBroken,
    CloudBusy,
    CloudForbidden,
    CloudMissing,
    CloudRefused,
    CloudSilent,
    StoreBroken,
)
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, ReservationId, ReservationState
from kiosk.domain.policy import Policy
from kiosk.services.sync import LONGEST, Freshness, Sync
from tests.services.fakes import failing, parcel, rest_after, running

POLICY = Policy(cloud_waits=0.1, sync_every=30.0, sync_on_unknown=30.0)
"""A person in a hurry, so that a cloud that does not answer takes no time here."""
PATIENT = replace(POLICY, cloud_waits=5.0)


@pytest.fixture
async def returns():
    return []


@pytest.fixture
async def policy():
    return POLICY


@pytest.fixture
async def sync(store, cloud, clock, returns, policy):
    return Sync(
        store,
        cloud,
        clock,
        policy,
        came_back=lambda: returns.append(clock.now()),
        sleep=clock.sleep,
        chance=lambda: 0.5,
    )


def knows(cloud, *arrivals):
    cloud.known = {arrival.reservation.id: arrival for arrival in arrivals}


def reads(cloud):
    return [call for call in cloud.calls if call.startswith("read")]


async def state(store, name):
    found = await store.reservation(ReservationId(name))
    return found and found.state


async def test_what_the_cloud_has_is_in_the_cache_with_its_codes(store, cloud, sync):
    knows(cloud, parcel("r1"), parcel("r2"))
    assert await sync.once()
    assert [r.id for r in await store.live_reservations()] == ["r1", "r2"]
    [claim] = await store.typed_claims("coder2")
    assert claim.reservation.id == "r2"
    assert sync.online


async def test_who_tells_the_cloud_hears_of_what_it_says_otherwise_at_once(
    store, cloud, clock, sync
):
    waiting = []
    sync.told = lambda: waiting.append(True)
    knows(cloud, parcel("r1"))
    await sync.once()
    for stands in (ReservationState.DEPOSITING, ReservationState.STORED):
        await store.record(Change("as.seen", ReservationId("r1"), stands))
    for n, read in enumerate((sync.once, lambda: sync.refresh(ReservationId("r1")))):
        del waiting[:]
        clock.forward(30)
        knows(cloud, parcel("r1", clock.now(), compartment=f"9{n}"))
        await read()
        assert waiting
        event = await store.next_event(clock.now())
        assert (event.name, event.data["said"]) == ("reservation.place_differs", f"9{n}")
        await store.delivered(event.seq)


async def test_what_the_cloud_no_longer_lists_is_finished(store, cloud, clock, sync):
    knows(cloud, parcel("r1"), parcel("r2"))
    await sync.once()
    clock.forward(30)
    knows(cloud, parcel("r2", clock.now()))
    await sync.once()
    assert await state(store, "r1") is ReservationState.FINISHED


async def test_how_a_reservation_ended_that_has_left_the_list_only_reading_tells(
    store, cloud, clock, sync
):
    knows(cloud, parcel("r1"), parcel("r2"))
    await sync.once()
    clock.forward(30)
    knows(cloud, parcel("r1", clock.now(), state=ReservationState.ABANDONED), parcel("r2"))
    cloud.ended = {ReservationId("r1"), ReservationId("r2")}
    cloud.unreadable = {ReservationId("r2")}
    await sync.once()
    assert await state(store, "r1") is ReservationState.ABANDONED
    assert await state(store, "r2") is ReservationState.STORED


async def test_codes_are_fetched_once(cloud, clock, sync):
    knows(cloud, parcel("r1"), parcel("r2"))
    for _ in range(5):
        await sync.once()
        clock.forward(30)
    assert sorted(reads(cloud)) == ["read r1", "read r2"]


async def test_codes_in_the_cache_are_not_fetched_again_after_a_restart(store, cloud, clock, sync):
    knows(cloud, parcel("r1"))
    await sync.once()
    await Sync(store, cloud, clock, POLICY).once()
    assert reads(cloud) == ["read r1"]


async def test_a_reservation_without_codes_is_read_again_only_when_it_has_moved(cloud, clock, sync):
    knows(cloud, parcel("r1", codes=False, state=ReservationState.RESERVED))
    await sync.once()
    await sync.once()
    assert reads(cloud) == ["read r1"]
    clock.forward(30)
    knows(cloud, parcel("r1", clock.now(), codes=False))
    await sync.once()
    await sync.once()
    assert reads(cloud) == ["read r1", "read r1"]


async def test_local_reservations_are_not_asked_of_the_cloud(store, cloud, sync):
    local = parcel("local", owner=Owner.LOCAL, codes=False)
    await store.add([local], Change("reservation.made"))
    await sync.once()
    assert reads(cloud) == []
    assert await state(store, "local") is ReservationState.STORED


@pytest.mark.parametrize(
    "error", [CloudMissing("x"), CloudBroken("x"), CloudSilent("x"), KeyError()]
)
async def test_one_reservation_that_cannot_be_read_stops_no_other(store, cloud, sync, error):
    knows(cloud, *(parcel(f"r{n}") for n in range(5)))
    cloud.faults = failing(None, error)
    assert await sync.once()
    assert sum([await store.has_codes(ReservationId(f"r{n}")) for n in range(5)]) == 4
    await sync.once()
    assert len(reads(cloud)) == 6


async def test_a_cloud_that_falls_silent_is_not_asked_for_every_single_code(cloud, sync):
    knows(cloud, *(parcel(f"r{n}") for n in range(50)))
    cloud.faults = failing(None, *[CloudSilent("hm")] * 50)
    await sync.once()
    assert len(reads(cloud)) <= 5


async def test_only_two_reservations_are_read_at_the_same_time(cloud, sync):
    knows(cloud, *(parcel(f"r{n}") for n in range(6)))
    syncing = asyncio.create_task(sync.once())
    await cloud.called.wait()
    cloud.answers.clear()
    cloud.called.clear()
    await cloud.called.wait()
    for _ in range(10):
        await asyncio.sleep(0)
    assert len(reads(cloud)) == 2
    cloud.answers.set()
    await syncing
    assert len(reads(cloud)) == 6


async def test_a_silent_cloud_changes_nothing_in_the_cache(store, cloud, sync, clock):
    knows(cloud, parcel("r1"))
    await sync.once()
    cloud.dead = True
    assert not await sync.once()
    assert await state(store, "r1") is ReservationState.STORED
    assert (sync.online, sync.silent_since) == (False, clock.now())


async def test_a_key_that_is_taken_no_more_is_said_though_the_cloud_answers(cloud, sync):
    await sync.once()
    assert (sync.online, sync.trouble) == (True, "")
    cloud.faults = failing(CloudForbidden("list: HTTP 401"))
    assert not await sync.once()
    assert "key" in sync.trouble
    await sync.once()
    assert sync.trouble == ""


async def test_the_loop_reads_every_half_minute(cloud, clock, sync):
    async with running(sync.run, clock):
        await clock.advance(95)
    assert cloud.calls == ["list"] * 4


async def test_a_dead_cloud_is_tried_ever_less_often_but_each_minute(cloud, clock, sync):
    cloud.dead = True
    async with running(sync.run, clock):
        await clock.advance(3600)
    assert clock.naps[:7] == [1, 2, 4, 8, 16, 32, 60]
    assert max(clock.naps) == LONGEST


async def test_the_return_of_the_cloud_is_told_once(cloud, clock, sync, returns):
    cloud.dead = True
    async with running(sync.run, clock):
        await clock.advance(600)
        cloud.dead = False
        await clock.advance(600)
        assert len(returns) == 1
        cloud.dead = True
        await clock.advance(600)
        cloud.dead = False
        await clock.advance(600)
    assert len(returns) == 2


async def test_a_busy_cloud_is_left_alone_for_as_long_as_it_asks(cloud, clock, sync):
    cloud.faults = failing(CloudBusy("later", retry_after=240))
    async with running(sync.run, clock):
        await clock.advance(239)
        assert cloud.calls == ["list"]
        await clock.advance(1)
    assert cloud.calls == ["list", "list"]


@pytest.mark.parametrize("error", [CloudForbidden("key"), CloudRefused("no"), ValueError("a bug")])
async def test_the_loop_outlives_whatever_the_cloud_says(cloud, clock, sync, error):
    cloud.faults = failing(error)
    async with running(sync.run, clock):
        await clock.advance(5)
    assert sync.online


async def test_the_loop_outlives_a_broken_store(store, cloud, clock):
    class Broken:
        async def absorb(self, arrivals, *, complete):
            raise StoreBroken("disk full")

    sync = Sync(Broken(), cloud, clock, POLICY, sleep=clock.sleep, chance=lambda: 0.5)
    async with running(sync.run, clock):
        await clock.advance(2)
    assert len(cloud.calls) == 2


# A typed code that is not in the cache.


@pytest.mark.parametrize("policy", [PATIENT])
async def test_an_unknown_code_brings_the_cache_up_to_date_at_once(store, cloud, clock, sync):
    async with running(sync.run, clock):
        knows(cloud, parcel("r1"))
        assert await sync.on_unknown_code()
        assert len(await store.typed_claims("coder1")) == 1
    assert clock.monotonic() == 0


@pytest.mark.parametrize("policy", [PATIENT])
async def test_unknown_codes_bring_one_sync_in_half_a_minute(cloud, clock, sync):
    async with running(sync.run, clock):
        assert await sync.on_unknown_code()
        assert not await sync.on_unknown_code()
        assert cloud.calls == ["list", "list"]
        clock.forward(30)
        assert await sync.on_unknown_code()
    assert cloud.calls == ["list"] * 3


async def test_nobody_waits_for_a_slow_cloud_but_the_sync_goes_on(store, cloud, clock, sync):
    async with running(sync.run, clock):
        knows(cloud, parcel("r1"))
        cloud.answers.clear()
        assert not await sync.on_unknown_code()
        async with rest_after(clock):
            cloud.answers.set()
        assert len(await store.typed_claims("coder1")) == 1


async def test_a_dead_cloud_is_no_answer_to_an_unknown_code(cloud, clock, sync):
    async with running(sync.run, clock):
        cloud.dead = True
        assert not await sync.on_unknown_code()


# One reservation, read while a person waits.


async def test_one_reservation_is_read_with_its_codes(store, cloud, clock, sync):
    knows(cloud, parcel("r1", state=ReservationState.RESERVED))
    await sync.once()
    clock.forward(60)
    knows(cloud, parcel("r1", clock.now()))
    assert await sync.refresh(ReservationId("r1")) is Freshness.FRESH
    assert await state(store, "r1") is ReservationState.STORED
    assert (await store.reservation(ReservationId("r1"))).read_at == clock.now()


async def test_a_reservation_not_in_the_cache_is_fetched_whole(store, cloud, sync):
    knows(cloud, parcel("r1"))
    assert await sync.refresh(ReservationId("r1")) is Freshness.FRESH
    assert await store.has_codes(ReservationId("r1"))


async def test_another_lockers_reservation_is_none_of_ours(store, sync):
    assert await sync.refresh(ReservationId("elsewhere")) is Freshness.GONE
    assert await store.reservation(ReservationId("elsewhere")) is None


async def test_a_slow_cloud_is_not_waited_for_and_not_called_dead(cloud, sync):
    await sync.once()
    cloud.answers.clear()
    assert await sync.refresh(ReservationId("r1")) is Freshness.SILENT
    assert sync.online


@pytest.mark.parametrize("error", [CloudSilent("x"), CloudBroken("x"), CloudBusy("x"), KeyError()])
async def test_without_a_proper_answer_the_cache_is_all_there_is(store, cloud, sync, error):
    knows(cloud, parcel("r1"))
    await sync.once()
    cloud.faults = failing(error)
    assert await sync.refresh(ReservationId("r1")) is Freshness.SILENT
    assert await state(store, "r1") is ReservationState.STORED


async def test_nobody_waits_for_a_line_known_to_be_dead(cloud, clock, sync, returns):
    cloud.dead = True
    await sync.once()
    cloud.calls.clear()
    assert await sync.refresh(ReservationId("r1")) is Freshness.SILENT
    assert cloud.calls == []


async def test_a_line_found_dead_by_a_person_is_tried_again_at_once(cloud, clock, sync):
    knows(cloud, parcel("r1"))
    async with running(sync.run, clock):
        cloud.faults = failing(CloudSilent("a hiccup"))
        async with rest_after(clock):
            await sync.refresh(ReservationId("r1"))
        assert sync.online
        assert await sync.refresh(ReservationId("r1")) is Freshness.FRESH


async def test_a_state_the_kiosk_moved_itself_outlives_an_older_list(store, cloud, clock, sync):
    knows(cloud, parcel("r1"))
    await sync.once()
    clock.forward(60)
    change = Change("parcel.collected", ReservationId("r1"), ReservationState.FINISHED)
    await store.record(change)
    knows(cloud, parcel("r1", clock.now() - timedelta(seconds=30)))
    await sync.once()
    assert await state(store, "r1") is ReservationState.FINISHED
