"""Parcels whose size this bank does not know, on the real store."""

from dataclasses import replace

import pytest

from kiosk.domain.access import Right
from kiosk.domain.flows import walkup
from kiosk.domain.flows.courier.loading import DoorReady, PlanLoad, PutIn
from kiosk.domain.flows.courier.sizing import FindSizes
from kiosk.domain.layout import Owner
from kiosk.domain.model import Claim, Confidence, Purpose, ReservationState, Way
from kiosk.domain.prices import Prices
from kiosk.domain.round import Verdict
from kiosk.services.courier_walkups import CourierWalkUps
from kiosk.services.visits import Ground, Visits
from tests.services.courier_premises import FAR, SHIFT, Counter, known
from tests.services.lockers import bank

S = ReservationState


@pytest.fixture
def counter(store, clock) -> Counter:
    return Counter(store, clock, bank("SSML"))


async def test_no_door_is_planned_until_somebody_said_how_large_it_is(counter):
    await counter.keep(known("a", state=S.ANNOUNCED, size="Jumbo"), known("b", "1", S.STORED))
    (scan,) = await counter.scan("REF-a")
    assert (scan.verdict, scan.label) == (Verdict.SIZE_UNKNOWN, "")
    walkups = CourierWalkUps(counter.premises, counter.visits, counter.delivering, None)
    assert scan.parcel is not None
    room = await walkups.sizes(FindSizes(SHIFT, scan.parcel))
    assert [(offer.size, offer.free) for offer in room.offers] == [("S", 1), ("M", 1), ("L", 1)]
    sized = replace(scan, verdict=None, sized="L")
    (planned,) = (await counter.loads.plan(PlanLoad(SHIFT, (sized,)))).scans
    assert (planned.verdict, planned.label) == (Verdict.FITS, "4")
    ready = await counter.delivering.ready(PutIn(SHIFT, planned))
    assert isinstance(ready, DoorReady)
    assert ready.visit.label == "4"


async def test_one_with_a_known_size_is_planned_without_asking(counter):
    await counter.keep(known("a", state=S.ANNOUNCED, size="M"))
    (scan,) = await counter.scan("REF-a")
    assert (scan.verdict, scan.label) == (Verdict.FITS, "3")


@pytest.mark.parametrize(("size", "asked_for"), [("Jumbo", None), ("M", "M"), (None, None)])
async def test_whoever_brings_it_with_a_code_is_asked_how_large_it_is(counter, size, asked_for):
    announced = known("a", state=S.ANNOUNCED, size=size).reservation
    visits = Visits(counter.layout, counter.store, {Owner.CLOUD: FAR}, counter.clock, Prices())
    claim = Claim(announced, Purpose.DROPOFF, "dropOffCode", has_datum=False, tries=0)
    ground = Ground((claim,), Way.TYPED, Confidence.CLOUD, None)
    visit = await visits.of(announced, Right(Purpose.DROPOFF), ground)
    assert visit.size == asked_for
    screen, _ = walkup.place(visit)
    assert isinstance(screen, walkup.Reserving if asked_for else walkup.ChooseSize)
