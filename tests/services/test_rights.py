"""What a proved code is good for: one door or several, what is asked first, what else it does."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain import codes, settling
from kiosk.domain.flows.inputs import CodeRefused, Explained, Granted
from kiosk.domain.flows.visit import Aim, Explanation, Extension, Visit
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Arrival,
    Change,
    Intent,
    IntentState,
    Kind,
    Purpose,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import Demand, Due, Needs, Particulars
from kiosk.domain.policy import Policy
from kiosk.domain.prices import Prices
from kiosk.domain.rules import CloudRules
from kiosk.services.access import Access, Answer
from tests.integration.store_bench import furnished_store
from tests.services.lockers import KIOSKFORCE, START, ObedientClock, arrival, bank

S = ReservationState
FIVE = Due(500, "EUR")
HERE = CloudRules(
    "kioskforce",
    extend_hours=24,
    extend_expired=True,
    abandons=True,
    arrivals=True,
    walk_ups=frozenset({Kind.RETURN}),
    chooses_compartment=True,
)


@dataclass
class Desk:
    store: SqliteStore
    clock: ObedientClock
    rules: CloudRules = HERE

    async def knows(self, *arrivals: Arrival) -> None:
        await self.store.absorb(arrivals, complete=False)

    async def scans(self, text: str, aim: Aim | None = None) -> Answer:
        rules = {Owner.CLOUD: self.rules, Owner.LOCAL: self.rules}
        prices = Prices("EUR", extension=250)
        access = Access(
            bank(), self.store, None, rules, self.clock, Policy(), self.clock.sleep, prices
        )
        return await access.check(codes.parse_scanned(text), None, aim)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    clock = ObedientClock()
    store = await furnished_store(tmp_path, clock)
    yield Desk(store, clock)
    await store.aclose()


def with_(made: Arrival, *, particulars: Particulars | None = None, **facts: object) -> Arrival:
    known = replace(made.reservation, **facts)
    if particulars is not None:
        known = replace(known, particulars=particulars)
    return replace(made, reservation=known)


def visit_of(answer: Answer) -> Visit:
    assert isinstance(answer, Granted), answer
    return answer.visit


async def test_the_visit_knows_its_kind_size_needs_and_aim(desk):
    needs = Needs(low=True)
    await desk.knows(with_(arrival("a", "3"), kind=Kind.SEND, particulars=Particulars(needs=needs)))
    visit = visit_of(await desk.scans("DLV-PICK-a-4711", Aim.DROPOFF))
    assert (visit.kind, visit.size, visit.needs) == (Kind.SEND, "M", needs)
    assert (visit.purpose, visit.aim) == (Purpose.PICKUP, Aim.DROPOFF)
    assert (visit.rest, visit.gates, visit.turn) == ((), (), "")


# Demands.


DEMANDING = Particulars(demands=frozenset({Demand.PAYMENT, Demand.STEP_UP}), due=FIVE)


async def test_what_is_demanded_is_asked_before_a_pick_up_in_its_order(desk):
    await desk.knows(with_(arrival("a"), particulars=DEMANDING))
    visit = visit_of(await desk.scans("DLV-PICK-a-4711"))
    assert visit.gates == (Demand.STEP_UP, Demand.PAYMENT)
    assert visit.due == FIVE


async def test_who_brings_a_parcel_pays_nothing_for_its_pick_up(desk):
    await desk.knows(with_(arrival("a", state=S.RESERVED), particulars=DEMANDING))
    visit = visit_of(await desk.scans("DLV-DROP-a-8822"))
    assert (visit.gates, visit.due) == ((), None)


async def test_nobody_pays_twice_whatever_comes_between_the_payment_and_the_door(desk):
    await desk.knows(with_(arrival("a"), particulars=DEMANDING))
    visit = visit_of(await desk.scans("DLV-PICK-a-4711"))
    await desk.store.record(settling.gate_passed(visit, Demand.PAYMENT))
    # The cloud tells it once more, and knows nothing of the payment yet.
    await desk.knows(with_(arrival("a"), particulars=DEMANDING))
    again = visit_of(await desk.scans("DLV-PICK-a-4711"))
    assert (again.gates, again.due) == ((Demand.STEP_UP,), None)


async def test_who_owes_more_than_was_paid_is_asked_again(desk):
    await desk.knows(with_(arrival("a"), particulars=DEMANDING))
    visit = visit_of(await desk.scans("DLV-PICK-a-4711"))
    await desk.store.record(settling.gate_passed(visit, Demand.PAYMENT))
    dearer = replace(DEMANDING, due=Due(FIVE.amount + 1, FIVE.currency))
    await desk.knows(with_(arrival("a"), particulars=dearer))
    assert visit_of(await desk.scans("DLV-PICK-a-4711")).due == dearer.due


async def test_who_owes_less_than_was_paid_pays_nothing_more(desk):
    await desk.knows(with_(arrival("a"), particulars=DEMANDING))
    visit = visit_of(await desk.scans("DLV-PICK-a-4711"))
    await desk.store.record(settling.gate_passed(visit, Demand.PAYMENT))
    cheaper = replace(DEMANDING, due=Due(FIVE.amount - 1, FIVE.currency))
    await desk.knows(with_(arrival("a"), particulars=cheaper))
    assert visit_of(await desk.scans("DLV-PICK-a-4711")).gates == (Demand.STEP_UP,)
    foreign = replace(DEMANDING, due=Due(FIVE.amount - 1, "CHF"))
    await desk.knows(with_(arrival("a"), particulars=foreign))
    assert Demand.PAYMENT in visit_of(await desk.scans("DLV-PICK-a-4711")).gates


async def test_the_price_of_a_later_end_pays_for_no_parcel(desk):
    await desk.knows(with_(arrival("a"), particulars=DEMANDING))
    visit = visit_of(await desk.scans("DLV-PICK-a-4711"))
    later = replace(visit, aim=Aim.EXTEND)
    await desk.store.record(settling.gate_passed(later, Demand.PAYMENT))
    assert Demand.PAYMENT in visit_of(await desk.scans("DLV-PICK-a-4711")).gates


async def test_the_receiver_of_a_walk_up_pays_nothing_that_was_paid_when_it_began(desk):
    await desk.knows(with_(arrival("walkup-1"), kind=Kind.SEND, particulars=DEMANDING))
    assert visit_of(await desk.scans("DLV-PICK-walkup-1-4711")).gates == ()


# Several doors.


BUNDLE = Particulars(bundle="b1")


async def test_all_parcels_of_a_bundle_follow_with_the_code_of_any_of_them(desk):
    await desk.knows(
        with_(arrival("a", "1"), particulars=BUNDLE),
        with_(arrival("b", "2"), particulars=BUNDLE),
        with_(arrival("c", "3"), particulars=Particulars(bundle="b2")),
        with_(arrival("d", "4", state=S.RESERVED), particulars=BUNDLE),
        with_(arrival("e", "5"), particulars=BUNDLE, blocked=True),
    )
    visit = visit_of(await desk.scans("DLV-PICK-b-4711"))
    assert [v.reservation for v in (visit, *visit.rest)] == ["b", "a"]
    assert [v.label for v in (visit, *visit.rest)] == ["2", "1"]
    assert {v.purpose for v in visit.rest} == {Purpose.PICKUP}


async def test_each_parcel_of_a_bundle_has_demands_of_its_own(desk):
    await desk.knows(
        with_(arrival("a", "1"), particulars=BUNDLE),
        with_(arrival("b", "2"), particulars=replace(DEMANDING, bundle="b1")),
    )
    visit = visit_of(await desk.scans("DLV-PICK-a-4711"))
    assert visit.gates == ()
    assert visit.rest[0].gates == (Demand.STEP_UP, Demand.PAYMENT)


async def test_who_brings_a_parcel_of_a_bundle_opens_no_other_door(desk):
    await desk.knows(
        with_(arrival("a", "1", state=S.RESERVED), particulars=BUNDLE),
        with_(arrival("b", "2"), particulars=BUNDLE),
    )
    assert visit_of(await desk.scans("DLV-DROP-a-8822")).rest == ()


async def test_an_exchange_opens_the_partner_s_door_second(desk):
    await desk.knows(
        with_(arrival("a", "1", state=S.RESERVED), particulars=Particulars(partner="b")),
        arrival("b", "2"),
    )
    visit = visit_of(await desk.scans("DLV-DROP-a-8822"))
    [second] = visit.rest
    assert (visit.purpose, second.purpose) == (Purpose.DROPOFF, Purpose.PICKUP)
    assert (second.reservation, second.label) == ("b", "2")


@pytest.mark.parametrize("state", [S.RESERVED, S.FINISHED, S.CANCELLED])
async def test_a_partner_that_does_not_lie_here_is_not_offered(desk, state):
    await desk.knows(
        with_(arrival("a", "1", state=S.RESERVED), particulars=Particulars(partner="b")),
        arrival("b", "2", state=state),
        with_(arrival("c", "3", state=S.RESERVED), particulars=Particulars(partner="gone")),
    )
    assert visit_of(await desk.scans("DLV-DROP-a-8822")).rest == ()
    assert visit_of(await desk.scans("DLV-DROP-c-8822")).rest == ()


# Keeping, extending, refusing, returning.


async def test_each_time_one_opens_what_one_stores_has_pulses_of_its_own(desk):
    await desk.knows(with_(arrival("a"), kind=Kind.STORE))
    first = visit_of(await desk.scans("DLV-PICK-a-4711"))
    second = visit_of(await desk.scans("DLV-PICK-a-4711"))
    assert first.turn
    assert first.authorisation != second.authorisation


async def test_a_holder_may_put_off_the_end_for_a_price(desk):
    end = START + timedelta(hours=3)
    await desk.knows(with_(arrival("a", owner=Owner.LOCAL), expires_at=end))
    visit = visit_of(await desk.scans("DLV-PICK-a-4711", Aim.EXTEND))
    later = Extension(end + timedelta(hours=24), Due(250, "EUR"))
    assert (visit.aim, visit.extension) == (Aim.EXTEND, later)


async def test_an_expired_parcel_is_explained_with_the_later_end_it_may_have(desk):
    await desk.knows(with_(arrival("a"), expires_at=START - timedelta(hours=1)))
    answer = await desk.scans("DLV-PICK-a-4711")
    assert isinstance(answer, Explained)
    assert answer.explanation is Explanation.EXPIRED
    assert answer.visit is not None
    assert answer.visit.extension == Extension(START + timedelta(hours=24))


async def test_who_came_to_extend_an_expired_one_goes_straight_on(desk):
    await desk.knows(with_(arrival("a"), expires_at=START - timedelta(hours=1)))
    assert visit_of(await desk.scans("DLV-PICK-a-4711", Aim.EXTEND)).extension is not None


async def test_where_no_expired_one_is_extended_there_is_nothing_to_extend_to(desk):
    desk.rules = replace(HERE, extend_expired=False)
    await desk.knows(with_(arrival("a"), expires_at=START - timedelta(hours=1)))
    answer = await desk.scans("DLV-PICK-a-4711", Aim.EXTEND)
    assert isinstance(answer, Explained)
    assert answer.explanation is Explanation.EXPIRED
    assert answer.visit is not None
    assert answer.visit.extension is None


async def test_an_end_put_off_by_an_outage_is_extended_from_there(desk):
    fair = Particulars(fair_until=START + timedelta(hours=9))
    ends = START + timedelta(hours=3)
    await desk.knows(with_(arrival("a"), expires_at=ends, particulars=fair))
    visit = visit_of(await desk.scans("DLV-PICK-a-4711"))
    assert visit.extension == Extension(START + timedelta(hours=33))


async def test_a_typed_code_alone_never_hears_that_it_expired(desk):
    made = arrival("a", pickup="123456")
    await desk.knows(with_(made, expires_at=START - timedelta(hours=1)))
    assert await desk.scans("123456", Aim.EXTEND) == CodeRefused()


async def test_who_comes_before_the_parcel_may_say_so(desk):
    await desk.knows(arrival("a", state=S.RESERVED))
    answer = await desk.scans("DLV-PICK-a-4711")
    assert isinstance(answer, Explained)
    assert (answer.explanation, answer.visit is not None) == (Explanation.NOT_YET, True)


async def test_only_a_parcel_that_lies_here_can_be_refused(desk):
    await desk.knows(arrival("a"), arrival("b", "2", state=S.RESERVED))
    assert visit_of(await desk.scans("DLV-PICK-a-4711", Aim.REFUSE)).aim is Aim.REFUSE
    refused = await desk.scans("DLV-DROP-b-8822", Aim.REFUSE)
    assert refused == Explained(Explanation.NO_REFUSAL)


async def test_the_code_of_a_collected_delivery_sends_it_back(desk):
    needs = Needs(weight_g=900)
    await desk.knows(with_(arrival("a", state=S.FINISHED), particulars=Particulars(needs=needs)))
    visit = visit_of(await desk.scans("DLV-PICK-a-4711", Aim.RETURN))
    assert (visit.kind, visit.purpose, visit.placed) == (Kind.RETURN, Purpose.DROPOFF, False)
    assert (visit.earlier, visit.needs) == ("a", needs)


@pytest.mark.parametrize("state", [S.STORED, S.EXPIRED, S.CANCELLED])
async def test_what_was_not_collected_is_not_sent_back(desk, state):
    await desk.knows(arrival("a", state=state))
    answer = await desk.scans("DLV-PICK-a-4711", Aim.RETURN)
    assert not (isinstance(answer, Granted) and answer.visit.kind is Kind.RETURN)


async def test_where_returns_are_not_taken_the_code_of_a_collected_delivery_is_used_up(desk):
    desk.rules = KIOSKFORCE
    await desk.knows(arrival("a", state=S.FINISHED))
    answer = await desk.scans("DLV-PICK-a-4711", Aim.RETURN)
    assert answer == Explained(Explanation.USED)


async def test_who_was_just_let_in_again_is_asked_nothing_anew(desk):
    await desk.knows(with_(arrival("a"), particulars=replace(DEMANDING, bundle="b1")))
    await desk.knows(with_(arrival("b", "2"), particulars=BUNDLE))
    visit = visit_of(await desk.scans("DLV-PICK-a-4711"))
    done = Change("parcel.collected", reservation="a", state=S.FINISHED, compartment="1")
    fired = Intent(
        "i1", visit.door, visit.authorisation, "a", Purpose.PICKUP, "consumer", "shut", 1, START
    )
    await desk.store.intend(fired)
    await desk.store.settle_intent("i1", IntentState.CLOSED, done)
    again = visit_of(await desk.scans("DLV-PICK-a-4711"))
    assert (again.settled, again.gates, again.extension) == (True, (), None)
    # Who walked off after the first door still has the others by the code in hand.
    assert [one.reservation for one in again.rest] == ["b"]


async def test_who_brought_a_parcel_puts_off_no_end_of_it(desk):
    over = START - timedelta(hours=1)
    await desk.knows(with_(arrival("a", state=S.EXPIRED), expires_at=over))
    brought = await desk.scans("DLV-DROP-a-8822")
    assert brought == Explained(Explanation.EXPIRED)
    fetched = await desk.scans("DLV-PICK-a-4711")
    assert isinstance(fetched, Explained)
    assert fetched.visit is not None
    assert fetched.visit.extension is not None


async def test_a_code_s_own_name_goes_with_the_visit(desk):
    made = arrival("a")
    named = tuple(
        replace(code, name="neighbour") if code.way is Way.QR else code for code in made.codes
    )
    await desk.knows(replace(made, codes=named))
    assert visit_of(await desk.scans("DLV-PICK-a-4711")).code_name == "neighbour"


async def test_a_delivery_comes_back_once(desk):
    await desk.knows(arrival("a", state=S.FINISHED))
    back = with_(arrival("walkup-1", "2", pickup="9", dropoff="9"), kind=Kind.RETURN)
    begun = with_(back, particulars=Particulars(earlier="a"), state=S.RESERVED)
    await desk.knows(begun)
    assert visit_of(await desk.scans("DLV-PICK-a-4711", Aim.RETURN)).earlier == "a"
    await desk.store.record(Change("test", reservation="walkup-1", state=S.STORED))
    answer = await desk.scans("DLV-PICK-a-4711", Aim.RETURN)
    assert answer == Explained(Explanation.USED)


async def test_a_later_end_opens_no_door_for_whoever_brought_the_parcel_days_ago(desk):
    over = START - timedelta(hours=1)
    await desk.knows(with_(arrival("a"), expires_at=over))
    brought = Intent(
        "i1", "1", "a:dropoff", "a", Purpose.DROPOFF, "consumer", "shut", 1, START
    )  # fmt: skip
    await desk.store.intend(brought)
    await desk.store.settle_intent("i1", IntentState.CLOSED)
    await desk.knows(with_(arrival("a", state=S.EXPIRED), expires_at=over))
    visit = visit_of(await desk.scans("DLV-PICK-a-4711", Aim.EXTEND))
    await desk.store.record(settling.extended(visit, START + timedelta(hours=24)))
    assert await desk.scans("DLV-DROP-a-8822") == Explained(Explanation.USED)
