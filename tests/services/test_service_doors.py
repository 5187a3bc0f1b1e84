"""What technicians do at doors, on the real store: what is fired, recorded, told and proved."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.adapters.doors.simulated import DRIVER
from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.domain.accounts import AccountId, Proof, Role
from kiosk.domain.challenge import ServiceAct
from kiosk.domain.compartments import Bank, CompartmentFacts, Condition, Finding
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.service import door_in_hand_steps
from kiosk.domain.flows.service.compartment_wishes import Why, Wish, WishRefused
from kiosk.domain.flows.service.door_in_hand import (
    Hand,
    InsideNoted,
    LetGo,
    NoteInside,
    NotUnlocked,
    StandsOpen,
    Unlock,
    Unlocked,
    Unlocking,
)
from kiosk.domain.flows.service.doors import ReadBank
from kiosk.domain.flows.service.one_door import (
    CarriedOut,
    CarryOut,
    LookUpParcel,
    OneDoor,
    ReadCompartment,
)
from kiosk.domain.flows.service.tickets import CloseTicket, ReadTickets, Tickets
from kiosk.domain.flows.service.two_people import BothProved, NotTwo, RequireTwo
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import DoorId, DoorState, Layout, Owner
from kiosk.domain.model import (
    Change,
    CompartmentFlag,
    Contents,
    IntentState,
    Purpose,
    ReservationId,
)
from kiosk.domain.model import ReservationState as S
from kiosk.domain.tickets import Fault
from kiosk.ports import WireSettings
from kiosk.ports_commands import Fitting
from kiosk.runtime.clock import SystemClock
from kiosk.services.collecting import Collecting
from kiosk.services.contacts import Contacts
from kiosk.services.doors import Doors
from kiosk.services.enrolment import Enrolment
from kiosk.services.locks import BoardLocks
from kiosk.services.orders import Order, Stayed
from kiosk.services.recovery import Recovery
from kiosk.services.service_desk import ServiceDesk
from kiosk.services.service_doors import ServiceDoors, ServiceHands
from kiosk.services.service_wishes import ServiceWishes
from kiosk.services.standing import StandingOrders
from kiosk.services.technicians import Technicians
from kiosk.services.two_people import TwoAtScreen
from tests.integration.store_bench import file_of, furnish, key_of
from tests.services.lockers import KIOSKFORCE, STANDALONE, arrival, bank
from tests.services.technician_bench import ASKER, PIN, Digits, QuickPins
from tests.services.test_doors import QUICK

ANNA = Staffer("anna7")
RULES = {Owner.CLOUD: KIOSKFORCE, Owner.LOCAL: STANDALONE}
NO_COURIER = SimpleNamespace(session=None)
"""Logins of couriers: nobody of them is there."""


class Bench:
    """A bank, its accounts and everything that service mode does there."""

    def __init__(self, store: SqliteStore, clock: SystemClock, layout: Layout) -> None:
        self.store, self.layout = store, layout
        self.board = DRIVER.connect(WireSettings("main", "simulated", "memory", "", 9600))
        self.contacts = Contacts(layout, {"main": self.board}, clock, QUICK)
        locks = BoardLocks({"main": self.board})
        self.doors = Doors(layout, locks, self.contacts, store, clock, QUICK)
        self.shut: list[bool | None] = []
        self.doors.owner_shut = lambda occupied, _for: self.shut.append(occupied)
        pins = QuickPins()
        self.people = Technicians(store, pins, clock, Owner.CLOUD, lambda _how: None)
        enrolment = Enrolment(store, pins, clock, Owner.CLOUD, Digits())
        self.desk = ServiceDesk(store, enrolment, self.people, Owner.CLOUD)
        self.enrolment = enrolment
        hands = ServiceHands(layout, store, self.doors, self.contacts, self.people)
        collecting = Collecting(layout, store, NO_COURIER, RULES, None)
        self.service = ServiceDoors(hands, collecting.tells)
        standing = StandingOrders(layout, store, Owner.CLOUD)
        wishes = ServiceWishes(store, self.service, standing, collecting)
        self.tasks = {**self.service.tasks, **wishes.tasks, **TwoAtScreen(self.people).tasks}

    async def enrol(self, name: str) -> None:
        code = (await self.desk.enrol(ASKER, "technician"))["code"]
        ticket = await self.enrolment.begin(code)
        await self.enrolment.enrol(ticket, name, name.title(), PIN, None)

    async def do(self, task):
        return await self.tasks[type(task)].do(task)

    def hand(self, label: str, **facts) -> Hand:
        owner = self.layout.compartment(label).owner
        return Hand(ANNA, label, DoorId(label), owner, **{"pulse": 1, **facts})

    async def settle(self, effects) -> None:
        for effect in effects:
            if type(effect).__name__ == "Settle":
                await self.store.settle_intent(effect.intent, effect.state, effect.change)
            elif type(effect).__name__ == "Flag":
                journal = effect.change.journal
                await self.store.flag(effect.label, effect.flag, journal, effect.change)

    async def opens(self, label: str) -> Hand:
        """The lock fires and the sensor shows it open; that is recorded."""
        behind = OneDoor(ANNA, await self.facts(label), None)
        hand = self.hand(label, why=Why.LOOK)
        answer = await self.do(Unlock(hand))
        assert isinstance(answer, Unlocked), answer
        state, effects = door_in_hand_steps.step(Unlocking(hand, behind), answer)
        await self.settle(effects)
        assert isinstance(state, StandsOpen)
        return state.hand

    async def shuts(self, hand: Hand) -> None:
        self.board.shut(self.layout.door(hand.door).address)
        await self.sees(hand.label, DoorState.SHUT)
        await self.store.settle_intent(
            hand.intent, IntentState.CLOSED, Change("door.closed", compartment=hand.label)
        )

    async def looks_into(self, label: str, said: Contents) -> InsideNoted:
        hand = await self.opens(label)
        await self.shuts(hand)
        noted = await self.do(NoteInside(hand, said))
        await self.do(LetGo())
        return noted

    async def sees(self, label: str, state: DoorState) -> None:
        async with asyncio.timeout(5):
            while self.contacts.state(DoorId(label)) is not state:
                await self.contacts.read("main")
                await asyncio.sleep(0.002)

    async def facts(self, label: str) -> CompartmentFacts:
        return (await self.do(ReadCompartment(ANNA, label))).facts

    async def bank(self) -> Bank:
        return (await self.do(ReadBank(ANNA))).bank

    async def told(self) -> list[str]:
        names = [str(event["name"]) for event in await self.store.outbox()]
        return [name for name in names if not name.startswith("service.")]

    async def quarantine(self, label: str, reason: str = "contact flutters") -> None:
        change = Change("door.contact_faulty", compartment=label)
        await self.store.flag(label, CompartmentFlag.QUARANTINED, reason, change)

    @property
    def fired(self) -> list[int]:
        return [address.channel + 1 for address in self.board.pulses]


@asynccontextmanager
async def running(folder: Path, layout: Layout | None = None) -> AsyncIterator[Bench]:
    clock = SystemClock()
    if not file_of(folder).exists():
        furnish(folder)
    store = await open_store(file_of(folder), key_of(folder), "L1", clock)
    bench = Bench(store, clock, layout or bank())
    await bench.contacts.read("main")
    yield bench
    await bench.doors.aclose()
    await store.aclose()


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    async with running(tmp_path) as here:
        await here.enrol("anna7")
        await here.people.login(PIN, name="anna7")
        yield here


# opening


async def test_a_technicians_door_is_fired_with_an_intent_and_a_right_of_its_own(bench):
    hand = await bench.opens("2")
    intent = await bench.store.last_opening(DoorId("2"))
    assert (intent.id, intent.actor, intent.purpose) == (hand.intent, "technician", None)
    assert intent.authorisation.startswith(f"service:{bench.people.session.id}:2:")
    await bench.shuts(hand)
    await bench.opens("2")
    again = await bench.store.last_opening(DoorId("2"))
    assert again.authorisation != intent.authorisation


async def test_a_compartment_in_quarantine_opens_for_a_technician_and_for_nobody_else(bench):
    await bench.quarantine("2")
    for actor in ("consumer", "courier", "remote"):
        answer = await bench.doors.open(Order(DoorId("2"), f"r-{actor}", actor, 1))
        assert answer == Stayed(Failure.OUT_OF_USE)
    put_in = Order(DoorId("2"), "r-in", "technician", 1, purpose=Purpose.DROPOFF)
    assert await bench.doors.open(put_in) == Stayed(Failure.OUT_OF_USE)
    assert bench.fired == []
    await bench.opens("2")
    assert bench.fired == [2]


async def test_nobody_in_service_mode_no_door(bench):
    await bench.people.logout()
    assert await bench.do(Unlock(bench.hand("2"))) == NotUnlocked(Failure.OUT_OF_USE)
    other = Hand(Staffer("bob3"), "2", DoorId("2"), Owner.CLOUD, 1)
    assert await bench.do(Unlock(other)) == NotUnlocked(Failure.OUT_OF_USE)
    assert bench.fired == []


async def test_somebody_else_in_service_mode_is_not_this_technician(bench):
    other = Hand(Staffer("bob3"), "2", DoorId("2"), Owner.CLOUD, 1)
    assert await bench.do(Unlock(other)) == NotUnlocked(Failure.OUT_OF_USE)


async def test_while_one_door_is_open_no_other_is_fired_until_it_is_let_go(bench):
    hand = await bench.opens("2")
    assert await bench.do(Unlock(bench.hand("3"))) == NotUnlocked(Failure.BUSY)
    await bench.shuts(hand)
    await bench.do(LetGo())
    await bench.opens("3")
    assert bench.fired == [2, 3]


async def test_a_fourth_pulse_for_one_touch_is_refused(bench):
    bench.board.jam(bench.layout.door("2").address)
    for pulse in (1, 2, 3):
        answer = await bench.do(Unlock(bench.hand("2", pulse=pulse)))
        assert answer.failure is Failure.JAMMED
    assert (await bench.do(Unlock(bench.hand("2", pulse=4)))).failure is Failure.SPENT
    assert len(bench.fired) == 3
    facts = await bench.facts("2")
    assert (facts.tries.pulses, facts.tries.jams) == (3, 0)  # the screen settles each


async def test_jams_and_the_last_try_are_shown(bench):
    bench.board.jam(bench.layout.door("2").address)
    answer = await bench.do(Unlock(bench.hand("2")))
    await bench.store.settle_intent(answer.intent, IntentState.FAILED)
    tries = (await bench.facts("2")).tries
    assert (tries.pulses, tries.jams, tries.last) == (1, 1, IntentState.FAILED)


# what lies inside


async def test_an_empty_compartment_that_was_opened_is_in_doubt_until_somebody_says_so(bench):
    hand = await bench.opens("2")
    await bench.shuts(hand)
    await bench.do(LetGo())
    assert (await bench.facts("2")).condition is Condition.CHECK
    assert (await bench.looks_into("2", Contents.EMPTY)).finding is Finding.AS_EXPECTED
    assert (await bench.facts("2")).condition is Condition.FREE


async def test_a_parcel_nobody_knows_puts_its_compartment_in_quarantine_and_is_told(bench):
    noted = await bench.looks_into("2", Contents.PARCEL)
    assert (noted.finding, noted.expected) == (Finding.UNKNOWN_PARCEL, Contents.EMPTY)
    facts = await bench.facts("2")
    assert (facts.flag, facts.contents) == (CompartmentFlag.QUARANTINED, Contents.PARCEL)
    assert "compartment.parcel_unknown" in await bench.told()


async def test_once_that_parcel_is_out_its_compartment_is_free_again(bench):
    await bench.looks_into("2", Contents.PARCEL)
    await bench.looks_into("2", Contents.EMPTY)
    assert (await bench.facts("2")).condition is Condition.FREE
    assert (await bench.told())[-1] == "compartment.cleared"


async def test_a_parcel_that_should_lie_there_and_does_not_is_told_with_its_reservation(bench):
    await bench.store.absorb([arrival("r1", "2")], complete=False)
    noted = await bench.looks_into("2", Contents.EMPTY)
    assert (noted.finding, noted.expected) == (Finding.MISSING, Contents.PARCEL)
    [event] = [e for e in await bench.store.outbox() if e["name"] == "compartment.problem"]
    assert event["reservation"] == "r1"
    assert (await bench.store.reservation("r1")).state is S.STORED


async def test_a_missing_parcel_is_shown_until_it_is_there_and_told_once(bench):
    await bench.store.absorb([arrival("r1", "2")], complete=False)
    await bench.looks_into("2", Contents.EMPTY)
    bench.service.inspection.forget(bench.service.visit(ANNA), "2")
    facts = await bench.facts("2")
    assert (facts.condition, facts.supposed, facts.missing) == (
        Condition.CHECK,
        Contents.EMPTY,
        True,
    )
    assert (await bench.looks_into("2", Contents.EMPTY)).finding is Finding.AS_EXPECTED
    assert (await bench.told()).count("compartment.problem") == 1
    assert (await bench.looks_into("2", Contents.PARCEL)).finding is Finding.AS_EXPECTED
    facts = await bench.facts("2")
    assert (facts.condition, facts.missing, facts.flag) == (Condition.PARCEL, False, None)


@pytest.fixture
async def carried(bench: Bench) -> Bench:
    """The power went at the second of two doors: the parcel of 2 may lie in 3."""
    await bench.store.absorb([arrival("r1", "2", state=S.STORED)], complete=False)
    for label in ("2", "3"):
        name = ReservationId("r1")
        cut = Change("door.shut_late", name, compartment=label, contents=Contents.MAYBE)
        await bench.store.record(cut)
    return bench


LOOKS = [("2", Contents.EMPTY), ("3", Contents.PARCEL)]


@pytest.mark.parametrize("looks", [LOOKS, LOOKS[::-1]], ids=["first", "second"])
async def test_a_parcel_seen_where_it_was_being_carried_lies_there_from_then_on(carried, looks):
    for label, said in looks:
        noted = await carried.looks_into(label, said)
    assert noted.finding is Finding.AS_EXPECTED
    moved = await carried.store.reservation("r1")
    assert (moved.compartment, moved.state, moved.particulars.missing) == ("3", S.STORED, False)
    two, three = await carried.facts("2"), await carried.facts("3")
    assert (two.contents, two.lying, two.missing) == (Contents.EMPTY, None, False)
    assert (three.contents, three.lying.id, three.flag) == (Contents.PARCEL, "r1", None)


async def test_a_parcel_that_is_seen_where_it_lay_was_carried_nowhere(carried):
    await carried.looks_into("2", Contents.PARCEL)
    noted = await carried.looks_into("3", Contents.PARCEL)
    assert noted.finding is Finding.UNKNOWN_PARCEL
    assert (await carried.store.reservation("r1")).compartment == "2"


@pytest.mark.parametrize("labels", ["23", "32"])
async def test_a_parcel_that_lies_at_neither_door_is_missing_and_told_once(carried, labels):
    for label in labels:
        assert "compartment.problem" not in await carried.told()
        noted = await carried.looks_into(label, Contents.EMPTY)
    assert noted.finding is Finding.MISSING
    [event] = [e for e in await carried.store.outbox() if e["name"] == "compartment.problem"]
    assert (event["reservation"], (await carried.facts("2")).missing) == ("r1", True)


async def test_where_staff_were_putting_a_parcel_when_the_power_went_it_is_nobodys_surprise(bench):
    await bench.store.absorb([arrival("r1", "2")], complete=False)
    cut = Change("door.shut_late", ReservationId("r1"), compartment="3", contents=Contents.MAYBE)
    await bench.store.record(cut)
    noted = await bench.looks_into("3", Contents.PARCEL)
    assert (noted.finding, noted.expected) == (Finding.AS_EXPECTED, Contents.MAYBE)
    assert (await bench.facts("3")).flag is None


async def test_a_reserved_compartment_is_as_expected_when_it_is_empty(bench):
    await bench.store.absorb([arrival("r1", "2", state=S.RESERVED)], complete=False)
    assert (await bench.looks_into("2", Contents.EMPTY)).finding is Finding.AS_EXPECTED
    assert (await bench.facts("2")).condition is Condition.HELD


async def test_who_is_not_sure_leaves_the_doubt(bench):
    assert (await bench.looks_into("2", Contents.MAYBE)).finding is Finding.UNSURE
    facts = await bench.facts("2")
    assert (facts.contents, facts.look.proves) == (Contents.MAYBE, False)


async def test_a_power_cut_with_the_door_open_leaves_it_in_doubt_and_to_be_shut(tmp_path):
    async with running(tmp_path) as before:
        await before.enrol("anna7")
        await before.people.login(PIN, name="anna7")
        await before.opens("2")
    async with running(tmp_path) as after:
        after.board.open(after.layout.door("2").address)
        await after.sees("2", DoorState.OPEN)
        recovery = Recovery(after.layout, after.store, after.contacts, RULES)
        await recovery.settle()
        holding = (await after.store.holdings())["2"]
        assert (holding.flag, holding.contents) == (CompartmentFlag.LEFT_OPEN, Contents.MAYBE)
        assert "door.left_open" in await after.told()
        assert after.fired == []


async def test_a_power_cut_after_the_door_was_shut_and_nothing_said_leaves_it_in_doubt(tmp_path):
    async with running(tmp_path) as before:
        await before.enrol("anna7")
        await before.people.login(PIN, name="anna7")
        await before.opens("2")
    async with running(tmp_path) as after:
        await Recovery(after.layout, after.store, after.contacts, RULES).settle()
        assert (await after.store.holdings())["2"].contents is Contents.MAYBE
        assert await after.store.unsettled_intents() == ()


# in use and out of use


async def test_with_proof_a_compartment_goes_back_into_use_and_the_cloud_hears_it(bench):
    await bench.quarantine("2")
    await bench.looks_into("2", Contents.EMPTY)
    answer = await bench.do(CarryOut(ANNA, "2", Wish.RETURN))
    assert (answer.refused, answer.facts.flag) == (None, None)
    assert (await bench.told())[-1] == "compartment.cleared"


async def test_without_proof_the_screen_alone_puts_nothing_back(bench):
    await bench.quarantine("2")
    answer = await bench.do(CarryOut(ANNA, "2", Wish.RETURN))
    assert answer.refused is WishRefused.NOT_ALLOWED
    await bench.opens("2")  # opened, and not looked into
    answer = await bench.do(CarryOut(ANNA, "2", Wish.RETURN))
    assert answer.refused is WishRefused.DOOR_OPEN
    assert (await bench.facts("2")).flag is CompartmentFlag.QUARANTINED


async def test_a_reason_puts_it_back_without_saying_that_it_is_empty(bench):
    await bench.quarantine("2")
    await bench.store.record(Change("x.seen", compartment="2", contents=Contents.MAYBE))
    answer = await bench.do(CarryOut(ANNA, "2", Wish.RETURN, Why.TESTED))
    assert (answer.refused, answer.facts.condition) == (None, Condition.CHECK)
    assert (await bench.told())[-1] == "compartment.enabled"
    line = (await bench.store.journal(1))[-1]
    assert line["facts"] == {
        "actor": "technician",
        "account": "anna7",
        "reason": "tested",
        "looked": False,
    }


async def test_a_proof_ends_with_the_visit_and_when_the_door_is_opened_again(bench):
    await bench.quarantine("2")
    await bench.looks_into("2", Contents.EMPTY)
    hand = await bench.opens("2")
    await bench.shuts(hand)
    await bench.do(LetGo())
    assert (await bench.facts("2")).look is None
    await bench.looks_into("2", Contents.EMPTY)
    await bench.people.logout()
    await bench.people.login(PIN, name="anna7")
    answer = await bench.do(CarryOut(ANNA, "2", Wish.RETURN))
    assert answer.refused is WishRefused.NOT_ALLOWED


async def test_with_an_unknown_parcel_inside_it_does_not_go_back(bench):
    await bench.looks_into("2", Contents.PARCEL)
    answer = await bench.do(CarryOut(ANNA, "2", Wish.RETURN))
    assert answer.refused is WishRefused.NOT_EMPTY


async def test_a_faulty_contact_is_believed_again_once_somebody_stands_there(bench):
    address = bench.layout.door("2").address
    async with asyncio.timeout(5):
        while bench.contacts.state(DoorId("2")) is not DoorState.UNKNOWN:
            bench.board.open(address)
            await bench.contacts.read("main")
            bench.board.shut(address)
            await bench.contacts.read("main")
    assert (await bench.facts("2")).condition is Condition.SILENT
    assert await bench.service.look_again("2")
    assert (await bench.looks_into("2", Contents.EMPTY)).finding is Finding.AS_EXPECTED


async def test_a_technician_takes_a_compartment_out_of_use_and_no_command_puts_it_back(bench):
    answer = await bench.do(CarryOut(ANNA, "2", Wish.DISABLE, Why.BROKEN))
    assert (answer.facts.flag, answer.facts.reason) == (
        CompartmentFlag.MAINTENANCE,
        "technician: broken",
    )
    assert (await bench.told())[-1] == "compartment.disabled"
    again = await bench.do(CarryOut(ANNA, "2", Wish.DISABLE, Why.DIRTY))
    assert again.refused is WishRefused.ALREADY
    assert not answer.facts.reason.startswith("remote:")  # what those from afar may undo


async def test_a_compartment_is_used_as_another_size_and_stays_so(bench):
    answer = await bench.do(CarryOut(ANNA, "2", Wish.RESIZE, "L"))
    assert answer.facts.size == "L"
    assert (await bench.store.fittings())["2"] == Fitting("L", None)
    assert (await bench.told())[-1] == "compartment.refitted"
    wrong = await bench.do(CarryOut(ANNA, "2", Wish.RESIZE, "XXL"))
    assert wrong.refused is WishRefused.NOT_ALLOWED


async def test_nobody_decides_anything_without_a_session(bench):
    await bench.people.logout()
    for wish, choice in ((Wish.RETURN, Why.TESTED), (Wish.DISABLE, Why.BROKEN), (Wish.RESIZE, "L")):
        answer = await bench.do(CarryOut(ANNA, "2", wish, choice))
        assert answer == CarriedOut(None, WishRefused.NOT_ALLOWED)
    assert await bench.told() == []


async def test_the_back_offices_answer_is_good_for_its_act_alone(bench):
    await bench.people.logout()
    await bench.quarantine("2")
    opens = Staffer("anna7", offline_act=ServiceAct.OPEN)
    clears = Staffer("anna7", offline_act=ServiceAct.CLEAR)
    assert isinstance(
        await bench.do(Unlock(Hand(clears, "2", DoorId("2"), Owner.CLOUD, 1))), NotUnlocked
    )
    refused = await bench.do(CarryOut(opens, "2", Wish.RETURN, Why.TESTED))
    assert refused.refused is WishRefused.NOT_ALLOWED
    done = await bench.do(CarryOut(clears, "2", Wish.RETURN, Why.TESTED))
    assert (done.refused, done.facts.flag) == (None, None)
    for wish in (Wish.DISABLE, Wish.RESIZE, Wish.TICKET):
        answer = await bench.do(CarryOut(clears, "2", wish, Fault.LOCK))
        assert answer.refused is WishRefused.NOT_ALLOWED


# repairs, parcels, two people


async def test_a_ticket_is_written_once_told_and_closed(bench):
    for _ in range(2):
        answer = await bench.do(CarryOut(ANNA, "2", Wish.TICKET, Fault.LOCK))
    assert answer.facts.tickets == 1
    [ticket] = (await bench.do(ReadTickets(ANNA))).tickets
    assert (ticket.label, ticket.fault.value, ticket.by) == ("2", "lock", "anna7")
    assert (await bench.do(CloseTicket(ANNA, ticket.id))).tickets == ()
    assert await bench.told() == ["compartment.ticket_opened", "compartment.ticket_closed"]
    assert Tickets(ANNA, ()).tickets == ()


async def test_the_map_shows_whose_each_compartment_is_without_a_name(bench):
    await bench.store.absorb([arrival("r1", "2")], complete=False)
    facts = {one.label: one for one in await bench.bank()}
    assert [one.label for one in await bench.bank()] == ["1", "2", "3", "4", "5"]
    assert (facts["2"].lying.ref, facts["2"].lying.state) == ("r1", S.STORED)
    assert (facts["2"].doors[0].wire, facts["2"].doors[0].channel) == ("main", 1)


async def test_a_door_that_stands_open_is_shown_with_since_when(bench):
    await bench.opens("2")
    facts = {one.label: one for one in await bench.bank()}
    assert facts["2"].condition is Condition.OPEN
    assert facts["2"].open_since is not None
    assert facts["3"].open_since is None


async def test_a_reservations_parcel_may_be_taken_out_for_good(bench):
    await bench.store.absorb([arrival("r1", "2")], complete=False)
    found = await bench.do(LookUpParcel(ANNA, "2", Why.OFFICE))
    assert (found.visit.reservation, found.visit.by.value) == ("r1", "technician")
    assert (await bench.do(LookUpParcel(ANNA, "3", Why.OFFICE))).visit is None
    await bench.people.logout()
    assert (await bench.do(LookUpParcel(ANNA, "2", Why.OFFICE))).visit is None


async def test_two_different_people_are_two_and_one_is_not(bench):
    await bench.enrol("bob3")
    first = await bench.people.prove(PIN, name="anna7")
    second = await bench.people.prove(PIN, name="bob3")
    assert isinstance(await bench.do(RequireTwo(first, second)), BothProved)
    assert isinstance(await bench.do(RequireTwo(first, first)), NotTwo)
    long_ago = Proof(AccountId("bob3"), Role.TECHNICIAN, second.at - 301)
    assert isinstance(await bench.do(RequireTwo(first, long_ago)), NotTwo)
    nobody = Proof(AccountId("eve9"), Role.TECHNICIAN, second.at)
    assert isinstance(await bench.do(RequireTwo(first, nobody)), NotTwo)
