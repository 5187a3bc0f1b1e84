"""The power went while a door was in hand: every row of what the start can find."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.adapters.doors.simulated import DRIVER, SimulatedBoard
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.errors import BoardSilent
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    MEMORY_LOST,
    Change,
    CompartmentFlag,
    Contents,
    Intent,
    IntentState,
    Purpose,
    ReservationId,
    ReservationState,
)
from kiosk.domain.policy import Policy
from kiosk.ports import WireSettings
from kiosk.services.contacts import Contacts
from kiosk.services.recovery import Recovery
from kiosk.services.upkeep import Upkeep
from tests.integration.store_bench import furnished_store
from tests.services.lockers import KIOSKFORCE, STANDALONE, START, ObedientClock, arrival, bank

LAYOUT = bank()
WIRE = WireSettings("main", "simulated", "memory", "", 9600)
DOOR = LAYOUT.compartment("1").front
S, P = ReservationState, Purpose
UNLOCKING, OPENED = IntentState.UNLOCKING, IntentState.OPENED
TOLD_AT = {"open": KIOSKFORCE, "close": STANDALONE}
BEFORE = {P.PICKUP: S.STORED, P.DROPOFF: S.RESERVED, P.OPENING: S.STORED}
BETWEEN = {P.PICKUP: S.COLLECTING, P.DROPOFF: S.DEPOSITING, P.OPENING: S.OPENED}


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await furnished_store(tmp_path, ObedientClock())
    yield opened
    await opened.aclose()


@dataclass
class Start:
    """The kiosk after the power has come back."""

    store: SqliteStore
    commits: str = "open"
    board: SimulatedBoard = field(
        default_factory=lambda: DRIVER.connect(
            WireSettings("main", "simulated", "memory", "", 9600)
        )
    )

    def __post_init__(self) -> None:
        rules = {Owner.CLOUD: TOLD_AT[self.commits], Owner.LOCAL: STANDALONE}
        self.contacts = Contacts(LAYOUT, {"main": self.board}, ObedientClock(), Policy())
        self.recovery = Recovery(LAYOUT, self.store, self.contacts, rules)
        self.upkeep = Upkeep(LAYOUT, self.store, rules)

    async def told(self) -> list[str]:
        return [str(row["name"]) for row in await self.store.outbox()]

    async def flag(self) -> CompartmentFlag | None:
        holding = (await self.store.holdings()).get("1")
        return holding.flag if holding else None

    async def is_shut_by_somebody(self) -> None:
        self.board.shut(DOOR.address)
        await self.upkeep.strange(DOOR, "shut", None)


async def left_behind(store: SqliteStore, purpose: Purpose, reached: IntentState) -> None:
    """What is on disk when the power goes while a door is in hand."""
    await store.absorb([arrival("a", state=BEFORE[purpose])], complete=False)
    name = ReservationId("a")
    intent = Intent("i", DOOR.id, f"a:{purpose.value}", name, purpose, "consumer", "shut", 1, START)
    await store.intend(intent)
    if reached is UNLOCKING:
        return
    state = BETWEEN[purpose]
    moved = Change("door.opened", name, state, compartment="1", contents=Contents.MAYBE)
    await store.settle_intent("i", OPENED, moved)


@pytest.mark.parametrize(
    ("purpose", "reached", "commits", "at_start", "when_shut", "ends"),
    [
        (P.PICKUP, UNLOCKING, "open", ["parcel.collected"], [], S.FINISHED),
        (P.PICKUP, UNLOCKING, "close", [], ["parcel.collected"], S.FINISHED),
        # Told in the same transaction that recorded the opening.
        (P.PICKUP, OPENED, "open", [], [], S.FINISHED),
        (P.PICKUP, OPENED, "close", [], ["parcel.collected"], S.FINISHED),
        (P.DROPOFF, UNLOCKING, "open", [], ["parcel.deposited"], S.STORED),
        (P.DROPOFF, UNLOCKING, "close", [], ["parcel.deposited"], S.STORED),
        (P.DROPOFF, OPENED, "open", [], ["parcel.deposited"], S.STORED),
        (P.DROPOFF, OPENED, "close", [], ["parcel.deposited"], S.STORED),
        (P.OPENING, UNLOCKING, "open", ["reservation.opened"], ["reservation.kept"], S.STORED),
        (P.OPENING, UNLOCKING, "close", ["reservation.opened"], ["reservation.kept"], S.STORED),
        (P.OPENING, OPENED, "open", [], ["reservation.kept"], S.STORED),
        (P.OPENING, OPENED, "close", [], ["reservation.kept"], S.STORED),
    ],
)
async def test_a_door_found_open_is_asked_to_be_shut_and_what_it_means_is_told_once(
    store, purpose, reached, commits, at_start, when_shut, ends
):
    await left_behind(store, purpose, reached)
    start = Start(store, commits)
    start.board.open(DOOR.address)
    await start.recovery.settle()
    assert await start.upkeep.left_open() == ("1",)
    assert await start.told() == [*at_start, "door.left_open"]
    assert (await store.reservation("a")).state is BETWEEN[purpose]
    await start.is_shut_by_somebody()
    assert await start.told() == [*at_start, "door.left_open", *when_shut]
    assert (await store.reservation("a")).state is ends
    holding = (await store.holdings())["1"]
    assert (holding.flag, holding.contents) == (None, Contents.MAYBE)
    assert start.board.pulses == []


@pytest.mark.parametrize("commits", ["open", "close"])
@pytest.mark.parametrize("purpose", list(Purpose))
async def test_fired_and_found_shut_leaves_the_code_good_and_the_contents_unsure(
    store, purpose, commits
):
    await left_behind(store, purpose, UNLOCKING)
    start = Start(store, commits)
    await start.recovery.settle()
    assert (await store.reservation("a")).state is BEFORE[purpose]
    assert (await store.holdings())["1"].contents is Contents.MAYBE
    assert (await store.unsettled_intents(), await start.told()) == ((), [])
    assert [line["name"] for line in await store.journal(1)] == ["door.outcome_unknown"]
    assert start.board.pulses == []


@pytest.mark.parametrize(
    ("purpose", "commits", "told", "ends"),
    [
        (P.PICKUP, "open", [], S.FINISHED),
        (P.PICKUP, "close", ["parcel.collected"], S.FINISHED),
        (P.DROPOFF, "open", ["parcel.deposited"], S.STORED),
        (P.DROPOFF, "close", ["parcel.deposited"], S.STORED),
        (P.OPENING, "open", ["reservation.kept"], S.STORED),
        (P.OPENING, "close", ["reservation.kept"], S.STORED),
    ],
)
async def test_a_door_that_was_open_and_is_found_shut_ended_its_visit_unconfirmed(
    store, purpose, commits, told, ends
):
    await left_behind(store, purpose, OPENED)
    start = Start(store, commits)
    await start.recovery.settle()
    assert (await start.told(), (await store.reservation("a")).state) == (told, ends)
    holding = (await store.holdings())["1"]
    assert holding.flag is None
    # The simulated board senses occupancy, but these doors are not said to have the sensor.
    assert holding.contents is Contents.MAYBE
    assert start.board.pulses == []


async def shut_and_not_told(store: SqliteStore) -> None:
    """The door was seen shut, and whoever put something in was still asked about it."""
    await left_behind(store, P.DROPOFF, OPENED)
    seen = Change("door.closed", ReservationId("a"), compartment="1", contents=Contents.MAYBE)
    await store.settle_intent("i", IntentState.CLOSED, seen)


async def test_a_deposit_nobody_had_answered_for_is_told_at_the_next_start(store):
    await shut_and_not_told(store)
    start = Start(store)
    await start.recovery.settle()
    assert await start.told() == ["parcel.deposited"]
    assert (await store.reservation("a")).state is S.STORED
    assert (await store.holdings())["1"].contents is Contents.MAYBE
    await Start(store).recovery.settle()
    assert await start.told() == ["parcel.deposited"]


async def test_a_deposit_opened_once_more_is_told_when_its_door_is_shut(store):
    await shut_and_not_told(store)
    again = Intent(
        "j", DOOR.id, "a:dropoff", ReservationId("a"), P.DROPOFF, "consumer", "shut", 1, START
    )
    await store.intend(again)
    start = Start(store)
    start.board.open(DOOR.address)
    await start.recovery.settle()
    assert await start.told() == ["door.left_open"]
    await start.is_shut_by_somebody()
    assert await start.told() == ["door.left_open", "parcel.deposited"]


async def test_what_only_the_cloud_calls_a_deposit_is_not_told_back_to_it(store):
    await store.absorb([arrival("a", state=S.DEPOSITING)], complete=False)
    start = Start(store)
    await start.recovery.settle()
    assert await start.told() == []
    assert (await store.reservation("a")).state is S.DEPOSITING


async def test_a_door_nobody_fired_that_stands_open_at_the_start_leaves_allocation(store):
    start = Start(store)
    start.board.open(DOOR.address)
    await start.recovery.settle()
    assert await start.upkeep.left_open() == ("1",)
    assert await start.told() == ["door.opened_by_itself"]
    assert [line["name"] for line in await store.journal(1)] == ["door.open_at_start"]


async def test_the_next_start_tells_the_same_open_door_no_second_time(store):
    await left_behind(store, P.PICKUP, UNLOCKING)
    for _ in range(2):
        start = Start(store)
        start.board.open(DOOR.address)
        await start.recovery.settle()
    assert await start.told() == ["parcel.collected", "door.left_open"]


async def test_a_door_left_open_before_and_found_shut_is_asked_for_no_more(store):
    first = Start(store)
    first.board.open(DOOR.address)
    await first.recovery.settle()
    start = Start(store)
    await start.recovery.settle()
    assert await start.upkeep.left_open() == ()


async def test_a_wire_that_is_silent_at_the_start_keeps_its_doors_until_it_answers(store):
    await left_behind(store, P.PICKUP, UNLOCKING)
    start = Start(store)
    start.board.fault = BoardSilent("main")
    await start.recovery.settle()
    assert start.contacts.lost() == ("main",)
    assert len(await store.unsettled_intents()) == 1
    start.board.fault = None
    start.board.open(DOOR.address)
    await start.contacts.read("main")
    assert start.recovery.waits_for(DOOR.id)
    await start.recovery.run()
    assert not start.recovery.waits_for(DOOR.id)
    assert await start.told() == ["parcel.collected", "door.left_open"]


async def test_an_open_door_does_not_lift_a_quarantine(store):
    out = Change("door.wrong_opened", compartment="1")
    await store.flag("1", CompartmentFlag.QUARANTINED, "opened with another door", out)
    for open_ in (True, False):
        start = Start(store)
        if open_:
            start.board.open(DOOR.address)
        await start.recovery.settle()
        assert await start.flag() is CompartmentFlag.QUARANTINED


async def test_a_list_read_meanwhile_does_not_undo_what_an_open_door_has_begun(store):
    await left_behind(store, P.DROPOFF, OPENED)
    later = START.replace(hour=13)
    await store.absorb([arrival("a", state=S.RESERVED, read_at=later)], complete=False)
    start = Start(store)
    await start.recovery.settle()
    assert await start.told() == ["parcel.deposited"]


async def test_memory_that_was_lost_is_made_good_only_where_a_sensor_sees_inside(store):
    lost = Change("memory.lost", compartment="1")
    await store.flag("1", CompartmentFlag.QUARANTINED, MEMORY_LOST, lost)
    start = Start(store)
    await start.recovery.settle()
    assert await start.flag() is CompartmentFlag.QUARANTINED
