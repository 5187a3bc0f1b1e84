"""What a courier sees on the list: only what is for their carrier, and only what can be done."""

import pytest

from kiosk.domain.flows.courier.round import ReadRound
from kiosk.domain.labels import LabelJob
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Contents, Kind, ReservationId, ReservationState
from kiosk.domain.round import Cause, Errand
from tests.services.courier_premises import SHIFT, Counter, known, session
from tests.services.fakes import NOON
from tests.services.lockers import bank

S = ReservationState


@pytest.fixture
def counter(store, clock) -> Counter:
    return Counter(store, clock, bank("SSSMML"))


async def listed(counter: Counter) -> list[tuple[str, Errand, Cause | None]]:
    read = await counter.rounds.read(ReadRound(SHIFT))
    return [(p.ref[4:], p.errand, p.cause) for p in read.parcels]


async def test_what_waits_is_to_be_put_in_and_what_lies_for_couriers_to_be_fetched(counter):
    await counter.keep(
        known("placed", "2"),
        known("unplaced", state=S.ANNOUNCED),
        known("first", "3", S.STORED, kind=Kind.FIRST_MILE),
        known("back", "4", S.STORED, kind=Kind.RETURN),
        known("late", "1", S.EXPIRED),
        known("refused", "5", S.ABANDONED),
        known("lies", "6", S.STORED),
        known("sent", state=S.ANNOUNCED, kind=Kind.SEND),
    )
    assert await listed(counter) == [
        ("placed", Errand.DELIVER, None),
        ("unplaced", Errand.DELIVER, None),
        ("late", Errand.COLLECT, Cause.EXPIRED),
        ("first", Errand.COLLECT, Cause.FIRST_MILE),
        ("back", Errand.COLLECT, Cause.RETURN),
        ("refused", Errand.COLLECT, Cause.REFUSED),
    ]


async def test_nobody_sees_another_carriers_parcels(counter):
    await counter.keep(known("ours", "1", carrier="GLS"), known("theirs", "2", carrier="dhl"))
    await counter.keep(known("nobodys", "3"))
    counter.here = session("gls")
    assert await listed(counter) == [("ours", Errand.DELIVER, None)]
    counter.here = session()
    assert await listed(counter) == [("nobodys", Errand.DELIVER, None)]
    counter.here = None
    assert await listed(counter) == []


async def test_what_was_cancelled_is_fetched_as_long_as_it_lies_there(counter):
    await counter.keep(known("never", "1", S.CANCELLED), known("gone", "2"))
    visit = await counter.delivered("REF-gone")
    cancelled = Change("reservation.gone", ReservationId("gone"), S.CANCELLED)
    await counter.store.record(cancelled)
    assert await listed(counter) == [("gone", Errand.COLLECT, Cause.CANCELLED)]
    looked = Change("cleared", compartment=visit.label, contents=Contents.EMPTY)
    await counter.store.record(looked)
    assert await listed(counter) == []


async def test_a_parcel_that_waits_for_its_label_shows_its_mark(counter):
    await counter.keep(known("bare", "1", S.STORED, kind=Kind.FIRST_MILE))
    job = LabelJob("j1", ReservationId("bare"), Owner.CLOUD, "shipping", {}, "en", "K7RX4P", NOON)
    await counter.store.add_label(job)
    (parcel,) = (await counter.rounds.read(ReadRound(SHIFT))).parcels
    assert (parcel.unlabelled, parcel.mark) == (True, "K7RX4P")


async def test_blocked_or_late_ones_are_not_to_be_put_in(counter):
    await counter.keep(known("blocked", "1", blocked=True), known("late", "2", expires_at=NOON))
    counter.clock.forward(1)
    assert await listed(counter) == []
