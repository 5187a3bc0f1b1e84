"""Two parcels of one person behind one door: nothing of it is given away, and nothing is lost."""

from dataclasses import replace

import pytest

from kiosk.domain import settling
from kiosk.domain.couriers import CourierSession, Permission
from kiosk.domain.flows.courier.loading import DoorReady, NotReady
from kiosk.domain.flows.courier.unlisted import FindRoom, ParcelKnown, PutUnlisted, RoomFound
from kiosk.domain.flows.visit import Reason
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Contents, ReservationId, ReservationState
from kiosk.domain.round import Verdict
from kiosk.services.courier_walkups import CourierWalkUps
from kiosk.services.walkup_clouds import CloudWalkUps
from tests.services.courier_premises import FAR, SHIFT, Counter, known, session
from tests.services.fakes import FakeCloud
from tests.services.lockers import bank

S = ReservationState
ANNA, BEN = "+49 170 111222", "+49 170 333444"


def proved(carrier: str | None = None) -> CourierSession:
    """Somebody whose PIN was right: a door behind which a parcel lies may open."""
    return session(carrier, *Permission)


class Brought(Counter):
    """One compartment of the kiosk's own, and parcels nobody announced."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.here = proved()
        self.delivering.reaches = lambda contact: bool(contact.phone)
        far = CloudWalkUps(self.store, FakeCloud(), self.clock, FAR, 0.5)
        self.walkups = CourierWalkUps(self.premises, self.visits, self.delivering, far)

    async def bring(self, ref: str, phone: str, *, size: str = "S", beside: str = ""):
        return await self.walkups.put(PutUnlisted(SHIFT, ref, phone, size, beside))

    async def brought(self, ref: str, phone: str, beside: str = "") -> str:
        answer = await self.bring(ref, phone, beside=beside)
        assert isinstance(answer, DoorReady), answer
        await self.put(answer.visit)
        return answer.visit.reservation

    async def room(self, phone: str) -> RoomFound:
        found = await self.walkups.room(FindRoom(SHIFT, "another", phone))
        assert isinstance(found, RoomFound)
        return found


@pytest.fixture
def counter(store, clock) -> Brought:
    return Brought(store, clock, bank("S", Owner.LOCAL))


async def test_a_parcel_nobody_announced_goes_in_and_its_recipient_hears_of_it(counter):
    name = await counter.brought("JJD-1", ANNA)
    assert await counter.state(name) is S.STORED
    assert await counter.inside("1") is Contents.PARCEL
    told = {"notice.parcel_ready", "parcel.deposited", "reservation.made"}
    assert set(await counter.told()) == told


async def test_its_number_is_taken_once_only(counter):
    await counter.brought("JJD-1", ANNA)
    assert isinstance(await counter.walkups.room(FindRoom(SHIFT, "jjd 1", BEN)), ParcelKnown)
    assert await counter.bring("JJD-1", BEN) == NotReady(Verdict.TWICE)


async def test_only_the_same_persons_parcel_of_the_same_carrier_is_added_to(counter):
    await counter.brought("JJD-1", ANNA)
    assert (await counter.room(ANNA)).beside == "1"
    assert (await counter.room(BEN)).beside == ""
    assert await counter.bring("JJD-2", BEN, beside="1") == NotReady(Verdict.FULL)
    counter.here = proved("dhl")
    assert (await counter.room(ANNA)).beside == ""


async def test_a_token_alone_opens_no_door_behind_which_a_parcel_lies(counter):
    await counter.brought("JJD-1", ANNA)
    answer = await counter.bring("JJD-2", ANNA, beside="1")
    assert isinstance(answer, DoorReady)
    assert await counter.delivering.may_open(answer.visit)
    counter.here = session()
    assert not await counter.delivering.may_open(answer.visit)
    assert (await counter.room(ANNA)).beside == ""
    assert await counter.bring("JJD-3", ANNA, beside="1") == NotReady(Verdict.FULL)


async def test_the_first_to_be_fetched_leaves_the_other_behind_a_full_door(counter):
    one = await counter.brought("JJD-1", ANNA)
    two = await counter.brought("JJD-2", ANNA, beside="1")
    await counter.took(one)
    assert await counter.inside("1") is Contents.PARCEL
    assert (await counter.room(BEN)).offers == ()
    await counter.took(two)
    assert await counter.inside("1") is Contents.EMPTY
    assert [offer.size for offer in (await counter.room(BEN)).offers] == ["S"]


async def test_a_doubt_about_the_first_stays_when_the_second_is_fetched(counter):
    one = await counter.brought("JJD-1", ANNA)
    two = await counter.brought("JJD-2", ANNA, beside="1")
    visit = counter.visits.take_out(await counter.store.reservation(ReservationId(one)))
    await counter.store.record(settling.opened(visit))
    unsure = settling.collected(replace(visit, opened=True), None, sure=False)
    await counter.store.record(unsure)
    await counter.took(two)
    assert await counter.inside("1") is not Contents.EMPTY


async def test_a_second_one_that_does_not_go_in_leaves_the_first_where_it_was(counter):
    one = await counter.brought("JJD-1", ANNA)
    answer = await counter.bring("JJD-2", ANNA, beside="1")
    visit = replace(answer.visit, opened=True)
    await counter.store.record(settling.opened(answer.visit))
    gone = settling.cancelled(visit, Reason.DOES_NOT_FIT, Contents.EMPTY)
    await counter.store.record(gone)
    assert await counter.inside("1") is Contents.PARCEL
    assert await counter.state(one) is S.STORED


async def test_one_that_was_cancelled_meanwhile_keeps_the_door_until_it_is_fetched(counter):
    one = await counter.brought("JJD-1", ANNA)
    two = await counter.brought("JJD-2", ANNA, beside="1")
    await counter.store.record(Change("reservation.gone", ReservationId(one), S.CANCELLED))
    await counter.took(two)
    assert await counter.inside("1") is Contents.PARCEL
    assert [r.id for r in await counter.store.ended_lying()] == [one]
    assert (await counter.room(ANNA)).beside == ""


async def test_who_looks_inside_speaks_of_all_parcels(counter):
    await counter.brought("JJD-1", ANNA)
    await counter.brought("JJD-2", ANNA, beside="1")
    looked = Change("cleared", compartment="1", contents=Contents.EMPTY)
    await counter.store.record(looked)
    assert await counter.store.lying() == {}
    assert await counter.inside("1") is Contents.EMPTY


async def test_a_batch_shares_a_door_only_where_the_cloud_allows_it(store, clock):
    for allowed, verdict in ((False, Verdict.FULL), (True, Verdict.SHARED)):
        rules = replace(FAR, shares_compartment=allowed)
        counter = Counter(store, clock, bank("S"), rules=rules, here=proved())
        if not allowed:
            await counter.keep(known("one", "1", phone=ANNA))
            await counter.delivered("REF-one")
            await counter.keep(known("two", state=S.ANNOUNCED, phone=ANNA))
        (scan,) = await counter.scan("REF-two")
        assert scan.verdict is verdict
    counter.here = session()
    (scan,) = await counter.scan("REF-two")
    assert scan.verdict is Verdict.FULL
    counter.here = proved()
    await counter.delivered("REF-two")
    await counter.took("two")
    assert await counter.inside("1") is Contents.PARCEL


async def test_another_carriers_parcel_of_the_same_person_is_no_company(store, clock):
    counter = Counter(store, clock, bank("S"), rules=replace(FAR, shares_compartment=True))
    await counter.keep(known("mine", "1", S.RESERVED, phone=ANNA))
    await counter.delivered("REF-mine")
    await counter.keep(known("new", state=S.ANNOUNCED, phone=ANNA, carrier="gls"))
    counter.here = proved("gls")
    (scan,) = await counter.scan("REF-new")
    assert scan.verdict is Verdict.FULL
