import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from kiosk.adapters.doors.simulated import DRIVER, SimulatedBoard
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.errors import BoardSilent, StoreBroken
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import Door, DoorState
from kiosk.domain.model import (
    Change,
    CompartmentFlag,
    Contents,
    IntentState,
    Purpose,
    ReservationId,
    ReservationState,
)
from kiosk.domain.policy import Policy
from kiosk.ports import WireSettings
from kiosk.runtime.clock import SystemClock
from kiosk.services.contacts import Contacts
from kiosk.services.doors import Doors
from kiosk.services.health import Health
from kiosk.services.locks import BoardLocks
from kiosk.services.orders import Opened, Order, Stayed
from kiosk.services.upkeep import Upkeep
from tests.integration.store_bench import furnished_store
from tests.services.lockers import arrival, bank

QUICK = Policy(
    door_opens_within=0.3,
    debounce_ms=1,
    stagger_ms=1,
    remind_shut=0.05,
    remind_shut_louder=0.1,
    session_end_door_open=0.15,
)


@dataclass
class Bank:
    """Five real-enough doors with everything between them and the store."""

    board: SimulatedBoard
    doors: Doors
    contacts: Contacts
    store: SqliteStore
    layout = bank()
    shut: list[bool | None] = field(default_factory=list)
    strange: list[tuple[str, str]] = field(default_factory=list)
    reminded: list[int] = field(default_factory=list)

    open_for: float | None = None

    def was_shut(self, occupied: bool | None, open_for: float | None) -> None:
        self.shut.append(occupied)
        self.open_for = open_for

    def door(self, label: str) -> Door:
        return self.layout.compartment(label).front

    async def open(self, label: str, right: str = "a", pulse: int = 1) -> Opened | Stayed:
        return await self.doors.open(Order(self.door(label).id, right, "consumer", pulse))

    async def sees(self, label: str, state: DoorState) -> None:
        async with asyncio.timeout(5):
            while self.contacts.state(self.door(label).id) is not state:
                await self.contacts.read("main")
                await asyncio.sleep(0.002)

    def hand_shuts(self, label: str) -> None:
        self.board.shut(self.door(label).address)

    @property
    def fired(self) -> list[int]:
        return [address.channel + 1 for address in self.board.pulses]


@pytest.fixture
async def doors(tmp_path: Path) -> AsyncIterator[Bank]:
    clock = SystemClock()
    store = await furnished_store(tmp_path, clock)
    board = DRIVER.connect(WireSettings("main", "simulated", "memory", "", 9600))
    contacts = Contacts(Bank.layout, {"main": board}, clock, QUICK)
    service = Doors(Bank.layout, BoardLocks({"main": board}), contacts, store, clock, QUICK)
    there = Bank(board, service, contacts, store)
    service.owner_shut = lambda occupied, open_for: there.was_shut(occupied, open_for)
    service.strange = lambda door, what: there.strange.append((door.id, what))
    service.still_open = there.reminded.append
    await contacts.read("main")
    yield there
    await service.aclose()
    await store.aclose()


async def test_a_durable_intent_precedes_the_pulse(doors):
    opened = await doors.open("2")
    assert isinstance(opened, Opened)
    [intent] = await doors.store.intents_of("a")
    assert (intent.id, intent.door, intent.before) == (opened.intent, "2", "shut")
    assert doors.fired == [2]


async def test_without_a_durable_intent_no_lock_is_fired(doors):
    await doors.store.aclose()
    with pytest.raises(StoreBroken):
        await doors.store.holdings()
    assert (await doors.open("2")) == Stayed(Failure.NO_MEMORY)
    assert doors.fired == []


async def test_only_the_sensor_means_opened(doors):
    doors.board.jam(doors.door("2").address)
    answer = await doors.open("2")
    assert isinstance(answer, Stayed)
    assert answer.failure is Failure.JAMMED
    assert doors.fired == [2]


async def test_whose_door_stands_open_hears_that_its_board_fell_silent(doors):
    await doors.open("2")
    assert doors.doors.is_heard()
    doors.board.fault = BoardSilent("nothing")
    watching = asyncio.create_task(doors.contacts.run())
    async with asyncio.timeout(5):
        while doors.doors.is_heard():
            await asyncio.sleep(0.01)
    watching.cancel()
    doors.doors.end_visit()
    assert doors.doors.is_heard()


async def test_a_board_that_does_not_answer_is_not_fired_at(doors):
    doors.board.fault = BoardSilent("nothing")
    assert await doors.open("2") == Stayed(Failure.BOARD)
    assert await doors.store.intents_of("a") == ()


async def test_while_one_persons_door_is_open_nobody_elses_is_fired(doors):
    await doors.open("2")
    assert await doors.open("3", right="b") == Stayed(Failure.BUSY)
    doors.hand_shuts("2")
    await doors.sees("2", DoorState.SHUT)
    assert isinstance(await doors.open("3", right="b"), Opened)
    assert doors.fired == [2, 3]


async def test_who_hears_of_a_shut_door_hears_how_long_it_stood_open(doors):
    before = time.monotonic()
    await doors.open("2")
    opened = time.monotonic()
    await doors.store.journal(1)
    pushed = time.monotonic()
    doors.hand_shuts("2")
    await doors.sees("2", DoorState.SHUT)
    assert doors.open_for is not None
    assert pushed - opened <= doors.open_for <= time.monotonic() - before


async def test_once_the_visit_has_ended_an_open_door_hinders_nobody(doors):
    await doors.open("2")
    doors.doors.end_visit()
    assert isinstance(await doors.open("3", right="b"), Opened)


async def test_two_who_ask_at_once_get_one_door_open(doors):
    answers = await asyncio.gather(doors.open("2", "a"), doors.open("3", "b"))
    assert sorted(type(answer).__name__ for answer in answers) == ["Opened", "Stayed"]
    assert len(doors.fired) == 1


async def test_a_fourth_pulse_is_refused(doors):
    assert await doors.open("2", pulse=4) == Stayed(Failure.SPENT)


async def test_a_sixth_opening_by_the_same_right_is_refused(doors):
    for _ in range(5):
        opened = await doors.open("2")
        assert isinstance(opened, Opened)
        await doors.store.settle_intent(opened.intent, IntentState.OPENED)
        doors.hand_shuts("2")
        await doors.sees("2", DoorState.SHUT)
    assert await doors.open("2") == Stayed(Failure.SPENT)


async def test_a_door_in_quarantine_is_not_fired(doors):
    flag = CompartmentFlag.QUARANTINED
    await doors.store.flag("2", flag, "test", Change("test", compartment="2"))
    assert await doors.open("2") == Stayed(Failure.OUT_OF_USE)
    assert doors.fired == []


async def test_a_sensor_that_says_open_does_not_keep_the_lock_from_being_fired(doors):
    doors.board.open(doors.door("2").address)
    await doors.sees("2", DoorState.OPEN)
    assert isinstance(await doors.open("2"), Opened)
    assert doors.fired == [2]


async def test_the_person_hears_louder_and_louder_until_the_door_is_shut(doors):
    await doors.open("2")
    async with asyncio.timeout(5):
        while doors.reminded != [1, 2, 3]:
            await asyncio.sleep(0.01)
    doors.hand_shuts("2")
    await doors.sees("2", DoorState.SHUT)
    assert doors.shut == [None]


async def test_a_door_that_opens_with_another_is_told_from_one_that_opens_by_itself(doors):
    doors.board.open(doors.door("5").address)
    await doors.sees("5", DoorState.OPEN)
    await doors.open("2")
    doors.board.open(doors.door("4").address)
    await doors.sees("4", DoorState.OPEN)
    assert doors.strange == [("5", "by_itself"), ("4", "with_another")]


async def test_a_jammed_door_that_comes_loose_is_still_the_persons(doors):
    doors.board.jam(doors.door("2").address)
    late: list[str] = []
    doors.doors.opened_late = late.append
    answer = await doors.open("2")
    doors.board.open(doors.door("2").address)
    await doors.sees("2", DoorState.OPEN)
    assert late == [answer.intent]
    assert doors.strange == []


async def test_a_fluttering_contact_is_believed_nothing(doors):
    address = doors.door("2").address
    for _ in range(4):
        doors.board.open(address)
        await doors.contacts.read("main")
        doors.board.shut(address)
        await doors.contacts.read("main")
    assert ("2", "faulty") in doors.strange
    assert doors.contacts.state(doors.door("2").id) is DoorState.UNKNOWN


@pytest.mark.parametrize(
    ("what", "flag"),
    [
        ("by_itself", CompartmentFlag.LEFT_OPEN),
        ("with_another", CompartmentFlag.QUARANTINED),
        ("faulty", CompartmentFlag.QUARANTINED),
    ],
)
async def test_a_door_that_moves_without_us_leaves_allocation_and_is_told(doors, what, flag):
    upkeep = Upkeep(doors.layout, doors.store, {})
    await upkeep.strange(doors.door("2"), what, None)
    assert (await doors.store.holdings())["2"].flag is flag
    assert len(await doors.store.outbox()) == 1


async def test_a_left_open_door_that_is_shut_may_hold_something_until_somebody_looks(doors):
    upkeep = Upkeep(doors.layout, doors.store, {})
    await upkeep.strange(doors.door("2"), "by_itself", None)
    await upkeep.strange(doors.door("2"), "shut", None)
    holding = (await doors.store.holdings())["2"]
    assert (holding.flag, holding.contents) == (None, Contents.MAYBE)


@pytest.mark.parametrize("flag", [CompartmentFlag.QUARANTINED, CompartmentFlag.MAINTENANCE])
async def test_what_needs_a_person_who_looked_outlives_a_door_left_open(doors, flag):
    upkeep = Upkeep(doors.layout, doors.store, {})
    await doors.store.flag("2", flag, "test", Change("test", compartment="2"))
    opened = await doors.open("2") if flag is CompartmentFlag.MAINTENANCE else None
    if opened is not None:
        await doors.store.settle_intent(opened.intent, IntentState.LEFT_OPEN)
        assert await upkeep.left_open() == ("2",)
    left = Change("compartment.left", compartment="2")
    await doors.store.flag("2", CompartmentFlag.LEFT_OPEN, "left", left)
    await upkeep.strange(doors.door("2"), "shut", occupied=False)
    assert (await doors.store.holdings())["2"].flag is flag
    assert await upkeep.left_open() == ()


async def test_a_contact_somebody_looked_at_is_believed_again(doors):
    address = doors.door("2").address
    for _ in range(4):
        doors.board.open(address)
        await doors.contacts.read("main")
        doors.board.shut(address)
        await doors.contacts.read("main")
    doors.contacts.trust(doors.door("2").id)
    await doors.contacts.read("main")
    assert doors.contacts.state(doors.door("2").id) is DoorState.SHUT


async def test_after_a_failed_write_nothing_is_promised_until_a_write_has_gone_well(doors):
    upkeep = Upkeep(doors.layout, doors.store, {})
    health = Health(doors.contacts, doors.store, upkeep, lambda: True, None)
    told: list[bool] = []
    health.changed = lambda order: told.append(order.usable)
    health.write_failed()
    await health.look()
    assert health.order.usable
    assert [line["name"] for line in await doors.store.journal(1)] == ["store.works_again"]
    await doors.store.aclose()
    health.write_failed()
    await health.look()
    assert told == [False]


async def test_what_was_cancelled_after_its_code_was_judged_opens_no_more(doors):
    name = ReservationId("r1")
    await doors.store.absorb([arrival("r1", "2", state=ReservationState.RESERVED)], complete=False)
    order = Order(doors.door("2").id, "a", "consumer", 1, name, Purpose.DROPOFF)
    cancelled = Change("reservation.cancelled", reservation=name, state=ReservationState.CANCELLED)
    await doors.store.record(cancelled)
    assert await doors.doors.open(order) == Stayed(Failure.OUT_OF_USE)
    assert doors.fired == []


@pytest.mark.parametrize("purpose", [Purpose.DROPOFF, Purpose.PICKUP])
async def test_what_its_cloud_moved_after_its_code_was_judged_opens_where_it_was_no_more(
    doors, purpose
):
    name = ReservationId("r1")
    await doors.store.absorb([arrival("r1", "1", state=ReservationState.RESERVED)], complete=False)
    order = Order(doors.door("2").id, "a", "consumer", 1, name, purpose)
    assert await doors.doors.open(order) == Stayed(Failure.OUT_OF_USE)
    assert doors.fired == []


@pytest.mark.parametrize("actor", ["courier", "technician"])
async def test_what_lies_there_of_a_cancelled_one_is_taken_out_by_staff_alone(doors, actor):
    name = ReservationId("r1")
    await doors.store.absorb([arrival("r1", "2")], complete=False)
    cancelled = Change("reservation.cancelled", reservation=name, state=ReservationState.CANCELLED)
    await doors.store.record(cancelled)
    recipient = Order(doors.door("2").id, "a", "consumer", 1, name, Purpose.PICKUP)
    assert await doors.doors.open(recipient) == Stayed(Failure.OUT_OF_USE)
    opened = await doors.doors.open(replace(recipient, authorisation="b", actor=actor))
    assert isinstance(opened, Opened)
    assert doors.fired == [2]
