"""A parcel that this kiosk never saw put in, and that its cloud ends by its word alone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.layout import Owner
from kiosk.domain.model import Arrival, Change, Contents, ReservationId, ReservationState
from kiosk.services.reading import Reading
from tests.services.fakes import parcel

S = ReservationState
NAME = ReservationId("r1")


async def told(store, clock, state: S, label: str = "12") -> None:
    clock.forward(60)
    arrival = parcel("r1", state=state)
    reservation = replace(arrival.reservation, compartment=label, read_at=clock.now())
    await store.absorb([Arrival(reservation)], complete=False)


async def contents(store, label: str = "12") -> Contents | None:
    holding = (await store.holdings()).get(label)
    return holding.contents if holding else None


@pytest.mark.parametrize("lay", [S.STORED, S.EXPIRED, S.ABANDONED])
@pytest.mark.parametrize("ended", [S.CANCELLED, S.FINISHED])
async def test_somebody_has_to_look_before_its_compartment_is_given_away(store, clock, lay, ended):
    await told(store, clock, lay)
    assert await contents(store) is None
    await told(store, clock, ended)
    assert await contents(store) is Contents.MAYBE


async def test_what_was_never_put_in_leaves_no_doubt(store, clock):
    await told(store, clock, S.RESERVED)
    await told(store, clock, S.CANCELLED)
    assert await contents(store) is None


async def test_who_looked_inside_knows_more_than_the_cloud(store, clock):
    await told(store, clock, S.STORED)
    await store.record(Change("compartment.seen", compartment="12", contents=Contents.EMPTY))
    await told(store, clock, S.CANCELLED)
    assert await contents(store) is Contents.EMPTY


async def test_the_vendors_own_machine_knows_its_doors(store, clock, cloud):
    store.cloud_rules = replace(cloud.rules, front=True)
    await told(store, clock, S.STORED)
    await told(store, clock, S.CANCELLED)
    assert await contents(store) is None


async def test_one_that_its_cloud_knows_no_more_leaves_the_same_doubt(store, clock, cloud):
    await told(store, clock, S.STORED)
    clock.forward(3600)
    reading = Reading(store, cloud, lambda: 0.5)
    await reading.vanished(set(), clock.now() - timedelta(seconds=1))
    ended = await store.reservation(NAME)
    assert ended is not None
    assert ended.state is S.FINISHED
    assert ended.owner is Owner.CLOUD
    assert await contents(store) is Contents.MAYBE
