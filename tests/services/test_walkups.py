"""Compartments chosen at the screen: who gets which, how many, and for how long."""

import secrets
from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain import codes, settling
from kiosk.domain.flows.choices import Draft, Neighbour, NothingFree, SizesFound, Want
from kiosk.domain.flows.inputs import Explained, Granted
from kiosk.domain.flows.visit import Aim, Explanation, Visit
from kiosk.domain.layout import DoorId, Layout, Owner
from kiosk.domain.model import (
    Change,
    CompartmentFlag,
    Confidence,
    Contents,
    IntentState,
    Kind,
    Purpose,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import Contact, Demand, Due, Needs
from kiosk.domain.policy import Policy
from kiosk.domain.prices import Prices
from kiosk.domain.rules import CloudRules
from kiosk.services.local import LocalReservations, NotPossible, Wish
from kiosk.services.walkups import Terms, WalkUps
from tests.integration.store_bench import intent
from tests.services.fakes import FakeClock
from tests.services.lockers import bank

ALONE = CloudRules(
    "standalone",
    moves_compartment=True,
    walk_ups=frozenset({Kind.SEND, Kind.STORE, Kind.RETURN}),
    chooses_compartment=True,
)
LAYOUT = bank("SSSSMMMMLL", Owner.LOCAL)
HOUR = 3600.0
STORE = Draft(Aim.STORE, size="M")
SEND = Draft(Aim.SEND, phone="+491701234567", size="M")
NEIGHBOURS = tuple(Neighbour(f"N{n}", n * 100, "geo:1,1") for n in range(1, 6))
PAUSED = Explained(Explanation.WALK_UPS_PAUSED)


class Kiosk:
    """Walk-ups on a real store."""

    def __init__(self, store: SqliteStore, clock: FakeClock, layout: Layout = LAYOUT) -> None:
        self.store, self.clock, self.layout = store, clock, layout
        self.session = 0
        self.opens()

    def opens(
        self,
        policy: Policy = Policy(),  # noqa: B008
        prices: Prices = Prices(),  # noqa: B008
        rules: CloudRules = ALONE,
        beside: CloudRules = ALONE,
        reaches: Callable[[Contact], bool] = lambda _contact: False,
    ) -> "Kiosk":
        """As after a start with these terms."""
        by = {Owner.CLOUD: rules, Owner.LOCAL: beside}
        args = (self.layout, self.store, self.clock, secrets.randbelow, policy)
        self.local = LocalReservations(*args)
        terms = Terms(by, policy, prices, NEIGHBOURS, reaches)
        self.walkups = WalkUps(self.layout, self.store, self.local, self.clock, terms)
        return self

    async def begins(self, draft: Draft = STORE, *, session: int | None = None) -> Visit:
        answer = await self.asks(draft, session=session)
        assert isinstance(answer, Granted), answer
        return answer.visit

    async def asks(self, draft: Draft = STORE, *, session: int | None = None):
        """Somebody else each time, unless it is said who."""
        self.session += 1
        number = self.session if session is None else session
        return await self.walkups.reserve(draft, session=number)

    async def fires(self, visit: Visit, how: IntentState, **change: object) -> None:
        name = f"i{secrets.token_hex(4)}"
        await self.store.intend(
            intent(
                name,
                door=visit.door,
                authorisation=visit.authorisation,
                reservation=visit.reservation,
                purpose=visit.purpose,
                at=self.clock.now(),
            )
        )
        facts = {"reservation": visit.reservation, "compartment": visit.label, **change}
        await self.store.settle_intent(name, how, Change("test", **facts))

    async def leaves_in_doubt(self, visit: Visit) -> None:
        """The door was open and is shut, and nobody said what lies inside."""
        stored, doubt = ReservationState.STORED, Contents.MAYBE
        await self.fires(visit, IntentState.CLOSED, state=stored, contents=doubt)

    async def state(self, visit: Visit) -> ReservationState:
        kept = await self.store.reservation(visit.reservation)
        assert kept is not None
        return kept.state

    async def pauses(self) -> list[object]:
        lines = await self.store.journal(999)
        return [one["facts"] for one in lines if one["name"] == "locker.walk_ups_paused"]


@pytest.fixture
async def kiosk(store: SqliteStore, clock: FakeClock) -> Kiosk:
    return Kiosk(store, clock)


async def test_who_stores_gets_the_door_now_and_a_code_for_the_way_back(kiosk, store):
    visit = await kiosk.begins()
    assert (visit.label, visit.purpose, visit.kind) == ("5", Purpose.DROPOFF, Kind.STORE)
    assert visit.gates == ()
    [claim] = await store.typed_claims(visit.handover.typed)
    assert (claim.reservation.id, claim.purpose) == (visit.reservation, Purpose.PICKUP)
    assert codes.TypedCode(visit.handover.typed).made_here
    assert len(await store.token_claims(visit.handover.qr)) == 1
    kept = await store.reservation(visit.reservation)
    assert (kept.state, kept.expires_at) == (ReservationState.RESERVED, visit.handover.until)
    assert (kept.expires_at - kept.made_at).total_seconds() == 24 * HOUR


async def test_what_is_sent_waits_three_days_and_its_receivers_phone_is_the_datum(kiosk, store):
    visit = await kiosk.begins(SEND)
    assert await store.datum_matches(visit.reservation, "4567")
    kept = await store.reservation(visit.reservation)
    assert kept.kind is Kind.SEND
    assert (kept.expires_at - kept.made_at).total_seconds() == 72 * HOUR
    assert SEND.phone not in repr(visit)
    assert visit.handover.typed not in repr(visit)


async def test_who_is_reached_by_a_message_need_not_pass_the_code_on(kiosk):
    kiosk.opens(reaches=lambda contact: contact.phone == SEND.phone)
    assert (await kiosk.begins(SEND)).handover.told
    assert not (await kiosk.begins(STORE)).handover.told


async def test_what_comes_back_names_the_delivery_and_hands_over_no_code(kiosk, store):
    draft = Draft(Aim.RETURN, size="S", earlier=ReservationId("local-1"))
    visit = await kiosk.begins(draft)
    assert (visit.kind, visit.handover) == (Kind.RETURN, None)
    kept = await store.reservation(visit.reservation)
    assert kept.kind is Kind.RETURN
    assert not await store.has_codes(visit.reservation)


async def test_sizes_are_shown_with_their_measures_their_number_and_their_price(kiosk):
    kiosk.opens(prices=Prices("EUR", {"L": 400}))
    found = await kiosk.walkups.sizes(Draft(Aim.STORE))
    assert isinstance(found, SizesFound)
    told = [(o.size, o.free, o.due) for o in found.offers]
    assert told == [("S", 4, None), ("M", 4, None), ("L", 2, Due(400, "EUR"))]
    assert found.offers[0].inside == LAYOUT.compartment("1").inside


async def test_only_sizes_that_meet_the_needs_are_shown(kiosk):
    low = await kiosk.walkups.sizes(Draft(Aim.STORE, needs=Needs(low=True)))
    assert [offer.size for offer in low.offers] == ["S"]
    assert isinstance(await kiosk.walkups.sizes(Draft(Aim.STORE, needs=Needs(charging=True))),
                      NothingFree)  # fmt: skip


async def test_a_price_is_a_demand_that_must_be_met_before_the_door(kiosk, store):
    kiosk.opens(prices=Prices("EUR", {"M": 250}))
    visit = await kiosk.begins()
    assert (visit.gates, visit.due) == ((Demand.PAYMENT,), Due(250, "EUR"))


async def test_when_the_chosen_size_has_just_gone_a_larger_one_costs_the_same(kiosk):
    kiosk.opens(prices=Prices("EUR", {"M": 250, "L": 400}))
    for label in "5678":
        await kiosk.local.reserve(Wish(label, compartment=label))
    visit = await kiosk.begins()
    assert (visit.label, visit.size, visit.due) == ("9", "L", Due(250, "EUR"))


async def test_a_full_bank_names_the_three_nearest_lockers(kiosk):
    for n in range(10):
        await kiosk.local.reserve(Wish(f"r{n}"))
    full = NothingFree(NEIGHBOURS[:3])
    assert await kiosk.walkups.sizes(Draft(Aim.STORE)) == full
    assert await kiosk.asks() == full


@pytest.mark.parametrize("contents", [Contents.MAYBE, Contents.PARCEL])
async def test_a_compartment_that_may_hold_something_is_offered_to_nobody(kiosk, store, contents):
    await store.record(Change("test", compartment="9", contents=contents))
    await store.flag("10", CompartmentFlag.LEFT_OPEN, "", Change("test", compartment="10"))
    assert isinstance(await kiosk.asks(replace(STORE, size="L")), NothingFree)


async def test_one_person_gets_two_compartments_without_a_code_and_no_third(kiosk):
    await kiosk.begins(session=7)
    await kiosk.begins(session=7)
    assert await kiosk.asks(session=7) == PAUSED
    assert await kiosk.pauses() == []
    await kiosk.begins(session=8)


async def test_after_three_in_an_hour_walk_ups_pause_and_that_is_told_once(kiosk):
    for _ in range(3):
        await kiosk.begins()
        kiosk.clock.forward(60)
    assert await kiosk.asks() == PAUSED
    assert await kiosk.walkups.sizes(STORE) == PAUSED
    assert [facts["reason"] for facts in await kiosk.pauses()] == ["hour"]
    kiosk.clock.forward(HOUR)
    await kiosk.begins()


async def test_a_restart_forgets_no_doubt_of_the_last_hour(kiosk):
    await kiosk.leaves_in_doubt(await kiosk.begins())
    strict = Policy(walkup_per_hour=1)
    assert await kiosk.opens(strict).asks() == PAUSED
    kiosk.clock.forward(HOUR)
    await kiosk.opens(strict).begins()


async def test_who_puts_a_parcel_in_and_says_so_keeps_nobody_else_from_coming(kiosk, store):
    for _ in range(5):
        visit = await kiosk.begins()
        await kiosk.leaves_in_doubt(visit)
        await store.record(settling.deposited(visit, confirmed=True))
    assert await kiosk.pauses() == []


async def test_walk_ups_pause_while_a_fifth_of_the_bank_may_hold_anything(kiosk, store):
    first = await kiosk.begins()
    await kiosk.leaves_in_doubt(first)
    await kiosk.leaves_in_doubt(await kiosk.begins())
    kiosk.clock.forward(2 * HOUR)
    assert await kiosk.asks() == PAUSED
    assert await kiosk.asks() == PAUSED
    assert [facts["reason"] for facts in await kiosk.pauses()] == ["unknown_contents"]
    await store.record(Change("looked", compartment=first.label, contents=Contents.EMPTY))
    await kiosk.begins()
    assert len(await kiosk.pauses()) == 1


async def test_what_others_left_in_doubt_pauses_no_walk_ups(kiosk, store):
    for label in "1234":
        made = await kiosk.local.reserve(Wish(label, compartment=label))
        name = f"i{label}"
        known = intent(name, door=LAYOUT.compartment(label).front.id,
                       reservation=made.reservation.id, purpose=Purpose.DROPOFF)  # fmt: skip
        await store.intend(known)
        doubt = Change("test", compartment=label, contents=Contents.MAYBE)
        await store.settle_intent(name, IntentState.CLOSED, doubt)
    await kiosk.begins()


async def test_a_known_code_gets_its_compartment_while_walk_ups_pause(kiosk, store):
    for _ in range(3):
        await kiosk.begins()
    made = await kiosk.local.reserve(Wish("back", Kind.RETURN))
    visit = _unplaced(made.reservation.id)
    found = await kiosk.walkups.sizes(Draft(Aim.RETURN, visit=visit))
    assert isinstance(found, SizesFound)
    placed = await kiosk.begins(Draft(Aim.RETURN, size="M", visit=visit))
    kept = await store.reservation(made.reservation.id)
    assert (kept.state, kept.compartment) == (ReservationState.RESERVED, placed.label)
    assert (placed.door, placed.placed) == (LAYOUT.compartment(placed.label).front.id, True)
    assert "reservation.compartment_chosen" in [row["name"] for row in await store.outbox()]


async def test_asked_twice_a_reservation_keeps_the_compartment_it_got(kiosk):
    made = await kiosk.local.reserve(Wish("back", Kind.RETURN))
    draft = Draft(Aim.RETURN, size="M", visit=_unplaced(made.reservation.id))
    first = await kiosk.begins(draft)
    assert (await kiosk.begins(draft)).label == first.label


async def test_a_walk_up_that_opened_no_door_is_over_after_five_minutes(kiosk):
    visit = await kiosk.begins()
    kiosk.clock.forward(299)
    await kiosk.walkups.release()
    assert await kiosk.state(visit) is ReservationState.RESERVED
    kiosk.clock.forward(1)
    await kiosk.walkups.release()
    assert await kiosk.state(visit) is ReservationState.CANCELLED
    assert (await kiosk.begins()).label == visit.label


async def test_what_was_paid_for_a_door_that_never_opened_is_said_to_who_gives_it_back(
    kiosk, store
):
    kiosk.opens(prices=Prices("EUR", {"M": 250}))
    visit = await kiosk.begins()
    await store.record(settling.gate_passed(visit, Demand.PAYMENT))
    kiosk.clock.forward(300)
    await kiosk.walkups.release()
    [line] = [x for x in await store.journal(99) if x["name"] == "reservation.cancelled"]
    assert line["facts"] == {"reason": "not_opened", "paid": 250, "currency": "EUR"}


async def test_what_opened_no_door_counts_against_nobody(kiosk):
    for _ in range(3):
        await kiosk.begins()
    kiosk.clock.forward(300)
    assert isinstance(await kiosk.asks(), Granted)


async def test_who_still_stands_at_the_screen_keeps_the_compartment(kiosk):
    visit = await kiosk.begins()
    kiosk.walkups.at_screen = lambda: visit.reservation
    kiosk.clock.forward(900)
    await kiosk.walkups.release()
    assert await kiosk.state(visit) is ReservationState.RESERVED


async def test_a_door_that_may_have_opened_ends_no_walk_up(kiosk):
    visit = await kiosk.begins()
    await kiosk.fires(visit, IntentState.UNLOCKING)
    stuck = await kiosk.begins()
    await kiosk.fires(stuck, IntentState.FAILED)
    kiosk.clock.forward(300)
    await kiosk.walkups.release()
    assert await kiosk.state(visit) is ReservationState.RESERVED
    assert await kiosk.state(stuck) is ReservationState.CANCELLED


async def test_after_a_restart_nobody_stands_there_any_more(kiosk):
    visit = await kiosk.begins()
    await kiosk.opens().walkups.release()
    assert await kiosk.state(visit) is ReservationState.CANCELLED


async def test_what_an_operator_reserved_is_never_cancelled_by_time(kiosk, store):
    made = await kiosk.local.reserve(Wish("r", Kind.STORE))
    kiosk.clock.forward(900)
    await kiosk.walkups.release()
    assert (await store.reservation(made.reservation.id)).state is ReservationState.RESERVED


@pytest.mark.parametrize(
    ("want", "label"), [(Want.LARGER, "9"), (Want.SMALLER, "1"), (Want.LOWER, None)]
)
async def test_another_compartment_is_larger_smaller_or_lower_as_asked(kiosk, want, label):
    visit = await kiosk.begins()
    other = await kiosk.walkups.other(visit, want)
    assert (other and other.label) == label
    if other is not None:
        assert (other.door, other.size) == (label, LAYOUT.compartment(label).size)
        assert other.handover == visit.handover


async def test_a_lower_compartment_is_as_large(kiosk):
    visit = await kiosk.begins(replace(STORE, size="S", needs=Needs(low=False)))
    assert (await kiosk.walkups.other(visit, Want.LOWER)).label in "1234"


async def test_what_was_offered_at_the_screen_is_given_to_nobody_else(kiosk):
    visit = await kiosk.begins()
    assert (await kiosk.walkups.other(visit, Want.LARGER)).label == "9"
    with pytest.raises(NotPossible):
        await kiosk.local.reserve(Wish("another", compartment="9"))


async def test_a_second_compartment_is_the_second_of_that_person(kiosk):
    visit = await kiosk.begins(session=5)
    assert await kiosk.walkups.other(visit, Want.LARGER) is not None
    assert await kiosk.asks(session=5) == PAUSED


async def test_who_looks_once_more_is_offered_the_same_and_holds_no_third(kiosk):
    visit = await kiosk.begins(session=5)
    for _ in range(3):
        assert (await kiosk.walkups.other(visit, Want.LARGER)).label == "9"
    assert await kiosk.asks(session=5) == PAUSED
    await kiosk.local.reserve(Wish("another", compartment="10"))


async def test_no_second_compartment_when_a_fifth_may_hold_anything_already(kiosk):
    await kiosk.leaves_in_doubt(await kiosk.begins())
    visit = await kiosk.begins()
    await kiosk.leaves_in_doubt(visit)
    assert await kiosk.walkups.other(visit, Want.LARGER) is None


async def test_only_what_the_bank_supports_is_offered(kiosk):
    assert kiosk.walkups.offers == {Aim.SEND, Aim.STORE, Aim.RETURN}
    full = replace(ALONE, extend_hours=24, abandons=True)
    every = {Aim.SEND, Aim.STORE, Aim.RETURN, Aim.EXTEND, Aim.REFUSE}
    assert kiosk.opens(rules=full, beside=full).walkups.offers == every
    # The cloud's rules hold in the cloud's compartments, and there are none here.
    assert kiosk.opens(rules=full).walkups.offers == {Aim.SEND, Aim.STORE, Aim.RETURN}
    assert kiosk.opens(Policy(walkup_per_hour=0)).walkups.offers == {Aim.RETURN}


async def test_walk_ups_follow_the_kiosks_own_rules_beside_any_cloud(kiosk):
    every = {Aim.SEND, Aim.STORE, Aim.RETURN}
    assert kiosk.opens(rules=CloudRules("fake")).walkups.offers == every
    assert kiosk.opens(beside=CloudRules("no walk-ups")).walkups.offers == set()


async def test_a_bank_too_small_for_a_fifth_begins_nothing_without_a_code(store, clock):
    small = Kiosk(store, clock, bank("SSML", Owner.LOCAL))
    assert small.walkups.offers == {Aim.RETURN}


def _unplaced(reservation: ReservationId) -> Visit:
    return Visit(
        reservation=reservation,
        owner=Owner.LOCAL,
        purpose=Purpose.DROPOFF,
        way=Way.TYPED,
        confidence=Confidence.CLOUD,
        label="",
        door=DoorId(""),
        rules=ALONE,
        kind=Kind.RETURN,
    )
