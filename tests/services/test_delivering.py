"""A courier's parcels on their way in: which is meant, where it goes, and none goes in twice."""

from dataclasses import replace

import pytest

from kiosk.domain.couriers import Permission
from kiosk.domain.flows.courier.loading import DoorReady, NotReady, PutIn, TellRecipient
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Change,
    CompartmentFlag,
    Confidence,
    Contents,
    ReservationId,
    ReservationState,
)
from kiosk.domain.policy import Policy
from kiosk.domain.round import Verdict
from kiosk.services.sync import Sync
from tests.services.courier_premises import FAR, Counter, known, session
from tests.services.fakes import FakeCloud
from tests.services.lockers import bank

S = ReservationState


@pytest.fixture
def counter(store, clock) -> Counter:
    return Counter(store, clock, bank("SSSMML"))


async def verdicts(counter: Counter, *texts: str) -> list[Verdict | None]:
    return [scan.verdict for scan in await counter.scan(*texts)]


async def test_a_batch_is_judged_as_a_whole(counter):
    await counter.keep(
        known("a", "6", size="L"),
        known("b", size="M", state=S.ANNOUNCED),
        known("c", size="L", state=S.ANNOUNCED),
        known("lies", "1", S.STORED),
        known("late", "2", S.EXPIRED),
        known("no", "3", blocked=True),
    )
    scans = await counter.scan(
        "REF-a", "ref b", "REF-c", "REF-lies", "REF-late", "REF-no", "else", "b"
    )
    assert [s.verdict for s in scans] == [
        Verdict.FITS,
        Verdict.FITS,
        Verdict.FULL,
        Verdict.ALREADY_IN,
        Verdict.TO_COLLECT,
        Verdict.NOT_NOW,
        Verdict.UNKNOWN,
        Verdict.TWICE,
    ]
    assert [(s.label, s.place) for s in scans[:2]] == [("6", 1), ("5", 0)]


async def test_the_drop_off_code_on_a_label_finds_its_parcel_too(counter):
    await counter.keep(known("a", "1", code="JJD-0001 4711"))
    assert await verdicts(counter, "JJD-0001 4711") == [Verdict.FITS]


async def test_another_carriers_parcel_is_as_unknown_as_one_that_is_not_there(counter):
    await counter.keep(known("theirs", "1", carrier="dhl"))
    assert await verdicts(counter, "REF-theirs", "nothing") == [Verdict.UNKNOWN] * 2
    counter.here = session("dhl")
    assert await verdicts(counter, "REF-theirs") == [Verdict.FITS]


async def test_two_that_wait_with_one_number_are_not_guessed_at(counter):
    await counter.keep(known("a", "1"), replace_ref(known("b", "2"), "REF-a"))
    assert await verdicts(counter, "REF-a") == [Verdict.UNKNOWN]


def replace_ref(arrival, ref: str):
    return replace(arrival, reservation=replace(arrival.reservation, ref=ref))


async def test_who_may_not_put_in_is_told_nothing(counter):
    await counter.keep(known("a", "1"))
    counter.here = session(None, Permission.TAKE_OUT)
    assert await verdicts(counter, "REF-a") == [Verdict.FAILED]
    counter.here = None
    assert await counter.ready("REF-a") == NotReady(Verdict.FAILED)


async def test_a_compartment_is_chosen_and_told_before_its_door_opens(counter):
    await counter.keep(known("a", size="M", state=S.ANNOUNCED))
    answer = await counter.ready("REF-a")
    assert isinstance(answer, DoorReady)
    assert answer.visit.label == "5"
    found = await counter.store.reservation(ReservationId("a"))
    assert (found.compartment, found.state) == ("5", S.RESERVED)
    assert await counter.told() == ["reservation.compartment_chosen"]


async def test_the_same_parcel_never_goes_in_twice(counter):
    await counter.keep(known("a", "1"))
    (scan,) = await counter.scan("REF-a")
    await counter.delivered("REF-a")
    assert await verdicts(counter, "REF-a") == [Verdict.ALREADY_IN]
    again = type(scan)("REF-a", Verdict.FITS, scan.parcel, "2")
    late = await counter.delivering.ready(PutIn(counter.shift, again))
    assert late == NotReady(Verdict.ALREADY_IN)


async def test_a_door_that_stayed_shut_is_left_out_and_another_is_told(counter):
    await counter.keep(known("a", "4", size="M"))
    (scan,) = await counter.scan("REF-a", avoid={"4"})
    assert (scan.verdict, scan.label) == (Verdict.FITS, "5")
    answer = await counter.delivering.ready(PutIn(counter.shift, scan))
    assert isinstance(answer, DoorReady)
    assert (await counter.store.reservation(ReservationId("a"))).compartment == "5"
    assert await counter.told() == ["reservation.moved"]
    assert await counter.inside("4") is Contents.EMPTY


async def test_where_nothing_may_be_moved_a_compartment_out_of_use_ends_it(store, clock):
    counter = Counter(store, clock, bank("SS"), rules=replace(FAR, moves_compartment=False))
    await counter.keep(known("a", "1"))
    out = Change("test", compartment="1")
    await store.flag("1", CompartmentFlag.MAINTENANCE, "", out)
    assert await verdicts(counter, "REF-a") == [Verdict.DOOR_OUT]


async def test_nothing_goes_in_while_the_locker_takes_nothing(counter):
    await counter.keep(known("a", "1"))
    counter.delivering.closed = lambda: True
    assert await counter.ready("REF-a") == NotReady(Verdict.NOT_NOW)


async def far(store, clock, cloud: FakeCloud, **rules: object) -> Counter:
    sync = Sync(store, cloud, clock, Policy(cloud_waits=0.5))
    return Counter(store, clock, bank("SSSMML"), sync, replace(FAR, **rules))


async def test_what_was_not_read_lately_is_read_before_its_door_opens(store, clock, cloud):
    counter = await far(store, clock, cloud)
    await counter.keep(known("a", "1"))
    cloud.known[ReservationId("a")] = known("a", "1", S.CANCELLED)
    clock.forward(16)
    assert await counter.ready("REF-a") == NotReady(Verdict.NOT_NOW)


async def test_while_the_cloud_is_silent_what_is_known_goes_in_up_to_its_share(store, clock, cloud):
    counter = await far(store, clock, cloud)
    await counter.keep(*(known(f"n{n}", str(n)) for n in range(1, 7)))
    clock.forward(16)
    cloud.dead = True
    visits = [await counter.delivered(f"REF-n{n}") for n in range(1, 5)]
    assert [visit.confidence for visit in visits] == [Confidence.CACHED] * 4
    assert await counter.ready("REF-n5") == NotReady(Verdict.NO_LINE)


async def test_a_cloud_that_wants_to_be_asked_lets_nothing_in_while_it_is_silent(
    store, clock, cloud
):
    counter = await far(store, clock, cloud, offline_dropoff=False)
    await counter.keep(known("a", "1"))
    clock.forward(16)
    cloud.dead = True
    assert await counter.ready("REF-a") == NotReady(Verdict.NO_LINE)


@pytest.mark.parametrize(("by_itself", "told"), [(True, False), (False, True)])
async def test_the_recipient_is_told_where_the_cloud_does_not_do_so(
    store, clock, by_itself: bool, told: bool
):
    counter = Counter(store, clock, bank("SS"), rules=replace(FAR, notifies=by_itself))
    await counter.keep(known("a", "1"))
    visit = await counter.delivered("REF-a")
    assert (await counter.delivering.tell(TellRecipient(visit))).told is told
    assert ("recipient.notified" in await counter.told()) is told


async def test_of_the_kiosks_own_it_is_known_whether_a_message_goes_out(store, clock):
    counter = Counter(store, clock, bank("SS", Owner.LOCAL))
    await counter.store.add([known("a", "1", owner=Owner.LOCAL, phone="+4917012345")])
    visit = await counter.delivered("REF-a")
    assert (await counter.delivering.tell(TellRecipient(visit))).told is False
    counter.delivering.reaches = lambda contact: contact.phone.startswith("+49")
    assert (await counter.delivering.tell(TellRecipient(visit))).told is True
