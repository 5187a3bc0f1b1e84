"""Mode front: one call is one unlock, and only a reading says what came of it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.errors import (
    CloudBroken,
    CloudBusy,
    CloudConflict,
    CloudError,
    CloudForbidden,
    CloudMissing,
    CloudRefused,
    CloudSilent,
)
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import DoorState, Owner
from kiosk.domain.model import (
    Change,
    Contents,
    Intent,
    IntentState,
    Purpose,
    ReservationId,
    ReservationState,
)
from kiosk.domain.policy import Policy
from kiosk.ports_abilities import Unlock
from kiosk.runtime.clock import SystemClock
from kiosk.services.contacts import Contacts
from kiosk.services.doors import Doors
from kiosk.services.front import BELIEVED, RESTS, FrontDoors
from kiosk.services.orders import Opened, Order, Stayed
from kiosk.services.recovery import Recovery
from kiosk.services.upkeep import Upkeep
from tests.integration.store_bench import furnished_store
from tests.services.lockers import KIOSKFORCE, START, ObedientClock, arrival, bank

QUICK = Policy(door_opens_within=0.2, debounce_ms=0, stagger_ms=1)
AWAKE_EVERY = QUICK.front_reads_every
RESTING_EVERY = RESTS * AWAKE_EVERY
BELIEVED_FOR = BELIEVED * AWAKE_EVERY
LAYOUT = bank()
DOOR = LAYOUT.compartment("2").front
ADDRESSES = [door.address for door in LAYOUT.doors()]


class Cloud:
    """A vendor's machine: it opens what it is asked for, and shows it."""

    rules = KIOSKFORCE

    def __init__(self) -> None:
        self.wishes: list[Unlock] = []
        self.doors: dict[str, bool | None] = dict.fromkeys("12345", False)
        self.read = 0
        self.answers: Callable[[], None] = lambda: None
        """Raises what the cloud answers instead, after the effect."""
        self.jammed = False
        self.silent = False
        self.before: Callable[[], None] = lambda: None

    async def ping(self) -> None:
        pass

    async def aclose(self) -> None:
        pass

    async def unlock(self, wish: Unlock) -> None:
        self.before()
        self.wishes.append(wish)
        if not self.jammed:
            self.doors[wish.label] = True
        self.answers()

    async def open_doors(self) -> dict[str, bool | None]:
        self.read += 1
        if self.silent:
            raise CloudSilent("nothing")
        return dict(self.doors)


class Pushed(SystemClock):
    """Real time, and what it is pushed forward by."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0

    def monotonic(self) -> float:
        return super().monotonic() + self.passed


@dataclass
class Front:
    """Everything between the journey and the cloud."""

    cloud: Cloud
    doors: Doors
    contacts: Contacts
    store: SqliteStore
    clock: Pushed
    sighted: list[bool] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    shut: list[bool | None] = field(default_factory=list)

    async def open(self, label: str = "2", pulse: int = 1, **order) -> Opened | Stayed:
        door = LAYOUT.compartment(label).front.id
        facts = {"reservation": ReservationId("r1"), "purpose": Purpose.PICKUP} | order
        return await self.doors.open(Order(door, "r1:pickup", "consumer", pulse, **facts))

    async def sees(self, label: str, state: DoorState) -> None:
        async with asyncio.timeout(5):
            while self.contacts.state(LAYOUT.compartment(label).front.id) is not state:
                self.clock.passed += AWAKE_EVERY
                await self.contacts.read("main")
                await asyncio.sleep(0.002)


@pytest.fixture
async def front(tmp_path: Path) -> AsyncIterator[Front]:
    clock = SystemClock()
    store = await furnished_store(tmp_path, clock)
    cloud = Cloud()
    pushed = Pushed()
    machine = FrontDoors(cloud, LAYOUT, pushed, QUICK)
    # The bank of these tests hangs on "main"; whose wire that is nobody asks.
    contacts = Contacts(LAYOUT, {"main": machine}, clock, QUICK)
    doors = Doors(LAYOUT, machine, contacts, store, clock, QUICK)
    there = Front(cloud, doors, contacts, store, pushed)
    doors.sighted = there.sighted.append
    doors.strange = lambda _door, what: there.strange.append(what)
    doors.owner_shut = lambda occupied, _for: there.shut.append(occupied)
    await contacts.read("main")
    yield there
    await doors.aclose()
    await store.aclose()


def fails(error: CloudError) -> Callable[[], None]:
    def answer() -> None:
        raise error

    return answer


async def test_the_intent_is_durable_before_the_one_call_that_names_it(front: Front):
    durable: list[asyncio.Task[tuple[Intent, ...]]] = []

    def look() -> None:
        durable.append(asyncio.ensure_future(front.store.intents_of("r1:pickup")))

    front.cloud.before = look
    opened = await front.open()
    assert isinstance(opened, Opened)
    [wish] = front.cloud.wishes
    assert (wish.request, wish.label, wish.reservation) == (opened.intent, "2", "r1")
    assert (wish.purpose, wish.again, wish.reason) == (Purpose.PICKUP, False, "")
    [intent] = await durable[0]
    assert intent.id == wish.request


async def test_without_a_durable_intent_nothing_is_asked_for(front: Front):
    await front.store.aclose()
    assert await front.open() == Stayed(Failure.NO_MEMORY)
    assert front.cloud.wishes == []


async def test_who_opens_again_says_why(front: Front):
    assert isinstance(await front.open(again=True), Opened)
    assert front.cloud.wishes[0].again
    assert front.cloud.wishes[0].reason


@pytest.mark.parametrize("error", [CloudSilent("cut off"), CloudBroken("half an answer")])
async def test_a_lost_answer_is_read_and_a_door_shown_open_was_opened(front: Front, error):
    front.cloud.answers = fails(error)
    assert isinstance(await front.open(), Opened)
    assert len(front.cloud.wishes) == 1


async def test_after_a_lost_answer_a_tap_reads_first_and_what_is_open_is_not_asked_for(
    front: Front,
):
    front.cloud.answers, front.cloud.silent = fails(CloudSilent("cut off")), True
    first = await front.open()
    assert isinstance(first, Stayed)
    assert first.failure is Failure.UNHEARD
    front.cloud.silent = False
    assert isinstance(await front.open(pulse=2), Opened)
    assert len(front.cloud.wishes) == 1


async def test_after_a_lost_answer_nothing_is_asked_for_while_nothing_can_be_read(front: Front):
    front.cloud.answers, front.cloud.silent = fails(CloudSilent("cut off")), True
    await front.open()
    again = await front.open(pulse=2)
    assert isinstance(again, Stayed)
    assert again.failure is Failure.UNHEARD
    assert len(front.cloud.wishes) == 1


async def test_a_door_read_as_shut_after_a_lost_answer_is_asked_for_once_more_by_a_tap(
    front: Front,
):
    front.cloud.answers, front.cloud.jammed = fails(CloudSilent("cut off")), True
    first = await front.open()
    assert isinstance(first, Stayed)
    assert first.failure is Failure.JAMMED
    front.cloud.answers, front.cloud.jammed = (lambda: None), False
    assert isinstance(await front.open(pulse=2), Opened)
    assert len(front.cloud.wishes) == 2


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (CloudConflict("409"), Failure.TURNED_AWAY),
        (CloudMissing("404"), Failure.TURNED_AWAY),
        (CloudForbidden("403"), Failure.TURNED_AWAY),
        (CloudRefused("422"), Failure.TURNED_AWAY),
        (CloudBusy("429", 7.0), Failure.LATER),
    ],
)
async def test_a_refusal_is_a_clear_failure_at_once(front: Front, error, failure):
    front.cloud.jammed, front.cloud.answers = True, fails(error)
    began = asyncio.get_running_loop().time()
    stayed = await front.open()
    assert isinstance(stayed, Stayed)
    assert stayed.failure is failure
    assert stayed.intent
    assert asyncio.get_running_loop().time() - began < QUICK.door_opens_within


async def test_a_door_that_is_shown_no_more_is_neither_open_nor_shut(front: Front):
    await front.open()
    front.cloud.doors["2"] = None
    await front.sees("2", DoorState.UNKNOWN)
    assert (front.sighted, front.shut) == ([False], [])
    front.cloud.doors["2"] = False
    await front.sees("2", DoorState.SHUT)
    assert (front.sighted, front.shut) == ([False, True], [None])


async def test_what_the_vendors_machine_opens_by_itself_is_no_alarm(front: Front):
    await front.open()
    front.cloud.doors["4"] = True
    await front.sees("4", DoorState.OPEN)
    assert front.strange == []


async def test_a_cloud_that_falls_silent_is_no_broken_wire(front: Front):
    await front.open()
    front.cloud.silent = True
    await front.sees("2", DoorState.UNKNOWN)
    assert front.sighted == [False]
    assert front.contacts.lost() == ()


async def shown(machine: FrontDoors) -> int:
    return len(await machine.read(ADDRESSES))


async def test_it_is_read_once_a_second_at_most_and_less_often_at_rest():
    clock, cloud = ObedientClock(), Cloud()
    machine = FrontDoors(cloud, LAYOUT, clock, QUICK)
    for _ in range(100):
        await machine.read(ADDRESSES)
        clock.passed += RESTING_EVERY / 100
    assert cloud.read == 1
    await machine.fire(DOOR, Order(DOOR.id, "r1:pickup", "consumer", 1), "i1")
    cloud.read = 0
    for _ in range(100):
        await machine.read(ADDRESSES)
        clock.passed += AWAKE_EVERY / 20
    assert cloud.read in {4, 5}
    cloud.doors["2"] = False
    clock.passed += AWAKE_EVERY
    await machine.read(ADDRESSES)
    clock.passed += RESTING_EVERY * 0.9
    cloud.read = 0
    await machine.read(ADDRESSES)
    assert cloud.read == 0


async def test_a_reading_is_believed_for_a_while_and_not_for_ever():
    clock, cloud = ObedientClock(), Cloud()
    machine = FrontDoors(cloud, LAYOUT, clock, QUICK)
    await machine.fire(DOOR, Order(DOOR.id, "r1:pickup", "consumer", 1), "i1")
    cloud.silent = True
    clock.passed += AWAKE_EVERY
    assert await shown(machine) == len(ADDRESSES)
    clock.passed += BELIEVED_FOR
    assert await shown(machine) == 0
    assert not machine.hides(DOOR)


async def test_a_cloud_that_wants_to_be_left_alone_is():
    clock, busy = ObedientClock(), Busy()
    machine = FrontDoors(busy, LAYOUT, clock, QUICK)
    for _ in range(50):
        await machine.read(ADDRESSES)
        clock.passed += 1.0
    assert busy.read == 1


class Busy(Cloud):
    """Too many asked."""

    async def open_doors(self) -> dict[str, bool | None]:
        self.read += 1
        raise CloudBusy("429", 60.0)


@pytest.mark.parametrize("reached", [IntentState.UNLOCKING, IntentState.OPENED])
async def test_after_a_power_cut_what_no_cloud_shows_is_settled_and_stays_unproved(
    front: Front, reached: IntentState
):
    store, name = front.store, ReservationId("a")
    await store.absorb([arrival("a", "2")], complete=False)
    intent = Intent("i", DOOR.id, "a:pickup", name, Purpose.PICKUP, "consumer", "shut", 1, START)
    await store.intend(intent)
    if reached is IntentState.OPENED:
        moved = Change("door.opened", name, ReservationState.COLLECTING, compartment="2")
        await store.settle_intent("i", reached, moved)
    cloud = Cloud()
    cloud.doors = {}
    machine = FrontDoors(cloud, LAYOUT, ObedientClock(), QUICK)
    contacts = Contacts(LAYOUT, {"main": machine}, ObedientClock(), QUICK)
    rules = {Owner.CLOUD: replace(KIOSKFORCE, front=True)}
    recovery = Recovery(LAYOUT, store, contacts, rules, machine.hides)
    await recovery.settle()
    assert await store.unsettled_intents() == ()
    assert (await store.holdings())["2"].contents is Contents.MAYBE
    assert cloud.wishes == []
    assert not recovery.waits_for(DOOR.id)
    assert await Upkeep(LAYOUT, store, rules).left_open() == ()
