"""What the cloud changes between a courier's scan, the door and its second try."""

from dataclasses import replace

import pytest

from kiosk.domain import settling
from kiosk.domain.flows.courier.loading import DoorReady, NotReady, PutIn
from kiosk.domain.flows.visit import Visit
from kiosk.domain.model import Change, Contents, ReservationId, ReservationState
from kiosk.domain.round import Verdict
from kiosk.services.courier_loads import CourierLoads
from tests.services.courier_premises import Counter, known
from tests.services.lockers import bank

S = ReservationState
NAME = ReservationId("a")


@pytest.fixture
async def counter(store, clock) -> Counter:
    counter = Counter(store, clock, bank("SSSMML"))
    await counter.keep(known("a", "1"))
    return counter


async def at_door(counter: Counter) -> Visit:
    answer = await counter.ready("REF-a")
    assert isinstance(answer, DoorReady)
    return answer.visit


async def test_a_compartment_the_cloud_has_changed_since_is_not_changed_back(counter):
    assert isinstance(counter.loads, CourierLoads)
    (scan,) = await counter.scan("REF-a")
    await counter.keep(known("a", "2"))
    assert await counter.delivering.ready(PutIn(counter.shift, scan)) == NotReady(Verdict.DOOR_OUT)
    found = await counter.store.reservation(NAME)
    assert (found.compartment, await counter.told()) == ("2", [])
    assert (await at_door(counter)).label == "2"


async def test_a_second_try_at_a_door_is_for_what_still_waits_there_only(counter):
    visit = await at_door(counter)
    assert await counter.delivering.may_open(visit)
    await counter.keep(known("a", "2"))
    assert not await counter.delivering.may_open(visit)
    await counter.keep(known("a", "1"))
    assert await counter.delivering.may_open(visit)
    await counter.store.record(Change("reservation.gone", NAME, S.CANCELLED))
    assert not await counter.delivering.may_open(visit)


async def test_nobody_who_is_not_logged_in_tries_again(counter):
    visit = await at_door(counter)
    counter.here = None
    assert not await counter.delivering.may_open(visit)


async def test_a_door_that_was_seen_open_for_it_may_be_opened_again(counter):
    visit = await at_door(counter)
    await counter.store.record(settling.opened(visit))
    begun = replace(visit, opened=True)
    assert await counter.delivering.may_open(begun)
    await counter.store.record(settling.closed_undecided(begun))
    assert await counter.delivering.may_open(replace(visit, owes=True))


async def test_what_is_carried_goes_into_what_is_nobody_elses_only(counter):
    await counter.keep(known("a", "1", S.STORED))
    visit = replace(
        counter.visits.put_in(await counter.store.reservation(NAME), "2"), carried="1", turn="t"
    )
    assert await counter.delivering.may_open(visit)
    await counter.keep(known("b", "2"))
    assert not await counter.delivering.may_open(visit)
    assert await counter.inside("2") is Contents.EMPTY
