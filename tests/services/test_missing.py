"""What somebody looked for in vain: off the list, until it is seen or its cloud knows more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain import settling
from kiosk.domain.acts import By
from kiosk.domain.model import Arrival, Change, Contents, Kind, ReservationId, ReservationState
from kiosk.domain.settling import takings
from tests.services.courier_premises import Counter, known
from tests.services.lockers import bank

S = ReservationState
NAME = ReservationId("r")


@pytest.fixture
async def counter(store, clock) -> Counter:
    """A return lies behind door 1."""
    counter = Counter(store, clock, bank("SSM"))
    await counter.keep(known("r", "1", kind=Kind.RETURN))
    await counter.put(counter.visits.put_in(await store.reservation(NAME)))
    return counter


async def to_collect(counter: Counter) -> list[str]:
    assert counter.here is not None
    return [parcel.label for parcel in await counter.rounds.parcels(counter.here)]


async def looked_in_vain(counter: Counter, occupied: bool | None = None) -> None:
    reservation = await counter.store.reservation(NAME)
    assert reservation is not None
    visit = counter.visits.take_out(reservation)
    await counter.store.record(settling.opened(visit))
    await counter.store.record(settling.not_there(replace(visit, opened=True), occupied))


async def cloud_says(counter: Counter, state: S, label: str = "1", name: str = "r") -> None:
    counter.clock.forward(60)
    arrival = known(name, label, state, kind=Kind.RETURN)
    read_at = counter.clock.now()
    told = replace(arrival.reservation, read_at=read_at)
    while event := await counter.store.next_event(read_at + timedelta(days=1)):
        await counter.store.delivered(event.seq)
    await counter.store.absorb([Arrival(told)], complete=False)


async def test_what_is_missing_is_not_to_be_collected_whatever_its_cloud_repeats(counter):
    assert await to_collect(counter) == ["1"]
    await looked_in_vain(counter)
    assert await to_collect(counter) == []
    await cloud_says(counter, S.STORED)
    await cloud_says(counter, S.EXPIRED)
    assert await to_collect(counter) == []
    assert await counter.state("r") is S.EXPIRED


async def test_where_the_sensor_says_that_something_lies_there_it_stays_on_the_list(counter):
    await looked_in_vain(counter, occupied=True)
    assert await to_collect(counter) == ["1"]


async def test_a_cloud_that_knows_more_of_it_is_believed(counter):
    await looked_in_vain(counter)
    await cloud_says(counter, S.ABANDONED)
    assert await to_collect(counter) == ["1"]


async def test_what_its_cloud_ends_is_gone_for_good(counter):
    await looked_in_vain(counter)
    await cloud_says(counter, S.FINISHED)
    assert await to_collect(counter) == []


async def test_what_never_was_put_in_here_is_looked_for_where_its_cloud_moves_it(counter):
    await counter.keep(known("r2", "2", S.STORED, kind=Kind.RETURN))
    visit = counter.visits.take_out(await counter.store.reservation(ReservationId("r2")))
    await counter.store.record(settling.not_there(visit, None))
    assert await to_collect(counter) == ["1"]
    await cloud_says(counter, S.STORED, "3", "r2")
    assert await to_collect(counter) == ["1", "3"]


async def test_whoever_finds_it_behind_another_door_puts_it_back_on_the_list(counter):
    await looked_in_vain(counter)
    reservation = await counter.store.reservation(NAME)
    await counter.store.record(takings.found_at(reservation, "2", By.COURIER, told=False))
    assert await to_collect(counter) == ["2"]


@pytest.mark.parametrize(
    ("said", "listed"), [(Contents.EMPTY, []), (Contents.MAYBE, ["1"]), (Contents.PARCEL, ["1"])]
)
async def test_a_technician_who_looks_is_believed_too(counter, said: Contents, listed: list[str]):
    await counter.store.record(Change("compartment.looked", compartment="1", contents=said))
    assert await to_collect(counter) == listed


async def test_a_technician_who_sees_a_parcel_there_puts_it_back_on_the_list(counter):
    await looked_in_vain(counter)
    seen = Change("compartment.looked", compartment="1", contents=Contents.PARCEL)
    await counter.store.record(seen)
    assert await to_collect(counter) == ["1"]


async def test_moving_it_lower_makes_it_no_missing_one(counter):
    reservation = await counter.store.reservation(NAME)
    visit = replace(counter.visits.put_in(reservation, "3"), carried="1")
    await counter.store.record(takings.relocated(visit, confirmed=True))
    assert await to_collect(counter) == ["3"]
