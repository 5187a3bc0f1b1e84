"""How long a screen waits, and what is forgotten when somebody has gone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from kiosk.adapters.doors.simulated import DRIVER
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.codes import TypedCode
from kiosk.domain.flows import journey
from kiosk.domain.flows.choices import (
    Draft,
    MoreAsked,
    NothingFree,
    SizeChosen,
    SizeOffer,
    SizesFound,
    Want,
)
from kiosk.domain.flows.effects import Reserve
from kiosk.domain.flows.gates import PassingGate
from kiosk.domain.flows.home import (
    AskDatum,
    Checking,
    EnterCode,
    Explaining,
    Home,
    OutOfOrder,
    Refused,
)
from kiosk.domain.flows.inputs import (
    CodeShown,
    Entered,
    FinishAsked,
    Granted,
    JourneyChosen,
    KeyPressed,
    MoreTimeAsked,
    OrderChanged,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.journey import StillThere
from kiosk.domain.flows.visit import Aim, Explanation, Visit
from kiosk.domain.flows.walkup import ChooseSize, NoRoom, Reserving
from kiosk.domain.layout import Millimetres, Owner
from kiosk.domain.model import Confidence, Kind, Purpose, ReservationId, Way
from kiosk.domain.particulars import Demand, Due
from kiosk.domain.policy import Policy
from kiosk.ports import WireSettings
from kiosk.ports_gates import Terminals
from kiosk.runtime.clock import SystemClock
from kiosk.services.access import Access
from kiosk.services.contacts import Contacts
from kiosk.services.doors import Doors
from kiosk.services.errands import Errands
from kiosk.services.gates import Gates
from kiosk.services.locks import BoardLocks
from kiosk.services.session import Session, wants_codes
from tests.integration.store_bench import furnished_store
from tests.services.hostile import HOSTILE
from tests.services.lockers import STANDALONE, bank

PATIENT = Policy(refusal_after=0.01)
QUICK = Policy(idle=0.3, idle_access=3.0, idle_warning=0.15, refusal_after=0.01)


class Rooms:
    """Gives away compartments when it is told to; until then whoever asks waits."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.answers: list[asyncio.Future[Granted | NothingFree]] = []

    async def sizes(self, draft: Draft) -> SizesFound:
        return SizesFound((SizeOffer("S", Millimetres(100, 100, 100), 1),))

    async def reserve(self, draft: Draft, *, session: int) -> Granted | NothingFree:
        self.asked.append((draft.size or "", session))
        self.answers.append(asyncio.get_running_loop().create_future())
        return await self.answers[-1]

    async def other(self, visit: Visit, want: Want) -> Visit | None:
        raise LookupError("no such compartment")


class Terminal:
    """Takes money when it is told to; knows whether it was called off."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.paid = asyncio.Event()
        self.called_off = asyncio.Event()

    async def charge(self, reservation: ReservationId, due: Due) -> None:
        self.asked.set()
        try:
            await self.paid.wait()
        except asyncio.CancelledError:
            self.called_off.set()
            raise


@dataclass
class Screen:
    session: Session
    errands: Errands
    store: SqliteStore
    rooms: Rooms
    terminal: Terminal
    shown: list[journey.State] = field(default_factory=list)
    rests: list[bool] = field(default_factory=list)

    async def sees(self, *states: type) -> None:
        async with asyncio.timeout(5):
            while not isinstance(self.session.state, states):
                await asyncio.sleep(0.005)


def beside(folder: Path) -> Path:
    """Where its memory lies: others may have theirs in the same folder."""
    own = folder / "screen"
    own.mkdir(exist_ok=True)
    return own


@asynccontextmanager
async def standing(folder: Path, policy: Policy) -> AsyncIterator[Screen]:
    """A screen with doors and a store behind it, in this folder."""
    clock, layout = SystemClock(), bank()
    store = await furnished_store(beside(folder), clock)
    board = DRIVER.connect(WireSettings("main", "simulated", "memory", "", 9600))
    contacts = Contacts(layout, {"main": board}, clock, policy)
    doors = Doors(layout, BoardLocks({"main": board}), contacts, store, clock, policy)
    rules = {Owner.CLOUD: STANDALONE, Owner.LOCAL: STANDALONE}
    access = Access(layout, store, None, rules, clock, policy, asyncio.sleep)
    rooms, terminal = Rooms(), Terminal()
    errands = Errands(access, doors, rooms, Gates(Terminals(payment=terminal)), policy)
    shown: list[journey.State] = []
    session = Session(errands, store, clock, policy, shown.append)
    screen = Screen(session, errands, store, rooms, terminal, shown)
    session.rested = lambda: screen.rests.append(True)
    running = asyncio.create_task(session.run())
    yield screen
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await store.aclose()


@pytest.fixture
async def screen(tmp_path: Path) -> AsyncIterator[Screen]:
    async with standing(tmp_path, QUICK) as screen:
        yield screen


@pytest.fixture
async def calm(tmp_path: Path) -> AsyncIterator[Screen]:
    """A screen that waits for its people as long as a real one."""
    async with standing(tmp_path, PATIENT) as screen:
        yield screen


async def test_who_walks_away_is_asked_first_and_home_follows(screen):
    screen.session.post(JourneyChosen(Aim.PICKUP))
    await screen.sees(StillThere)
    await screen.sees(Home)
    assert [type(state) for state in screen.shown] == [Home, EnterCode, StillThere, Home]
    assert screen.rests


async def test_who_asks_for_more_time_keeps_what_was_typed(screen):
    screen.session.post(JourneyChosen(Aim.PICKUP))
    screen.session.post(KeyPressed("4"))
    await screen.sees(StillThere)
    screen.session.post(MoreTimeAsked())
    await screen.sees(EnterCode)
    assert screen.session.state == EnterCode(Aim.PICKUP, typed="4")


async def test_access_mode_waits_longer_from_the_moment_it_is_chosen(screen):
    screen.session.post(JourneyChosen(Aim.PICKUP))
    await screen.sees(EnterCode)
    screen.session.set_access(True)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.6):
            await screen.sees(StillThere)


async def test_language_and_mode_chosen_at_home_go_back_when_nobody_goes_on(screen):
    screen.session.set_access(True)
    screen.session.touched()
    async with asyncio.timeout(5):
        while not screen.rests:
            await asyncio.sleep(0.01)
    assert not screen.session.access_mode
    assert screen.session.state == Home()


async def test_a_memory_that_fails_while_a_code_is_judged_ends_in_the_one_refusal(screen, tmp_path):
    await screen.store.aclose()
    screen.session.post(JourneyChosen(Aim.PICKUP))
    for sign in "123456":
        screen.session.post(KeyPressed(sign))
    screen.session.post(Entered())
    await screen.sees(Refused)


def test_the_camera_is_wanted_exactly_where_a_code_would_be_heard():
    pad = EnterCode(Aim.PICKUP)
    heard = [Home(), pad, Refused(pad), StillThere(pad), AskDatum(TypedCode("4711"), keypad=pad)]
    assert all(wants_codes(state) for state in heard)
    assert not any(wants_codes(state) for state in (OutOfOrder(), Checking(TypedCode("4711"))))


OFFERS = OrderChanged(True, True, (), False, frozenset({Aim.STORE}))


async def begins_to_store(calm: Screen) -> None:
    """Ask for a compartment, and wait for it."""
    calm.session.order(OFFERS)
    for touch in (MoreAsked(), JourneyChosen(Aim.STORE)):
        calm.session.post(touch)
    await calm.sees(ChooseSize)
    async with asyncio.timeout(5):
        while not getattr(calm.session.state, "offers", None):
            await asyncio.sleep(0.005)
    calm.session.post(SizeChosen("S"))
    await calm.sees(Reserving)
    async with asyncio.timeout(5):
        while not calm.rooms.asked:
            await asyncio.sleep(0.005)


async def test_each_person_is_told_apart_from_the_one_before(calm):
    for person in (1, 2):
        calm.rooms.asked.clear()
        await begins_to_store(calm)
        assert calm.rooms.asked == [("S", person)]
        calm.rooms.answers[-1].set_result(NothingFree())
        await calm.sees(NoRoom)
        calm.session.post(FinishAsked())
        await calm.sees(Home)


async def test_an_errand_that_breaks_down_leaves_no_screen_waiting(calm):
    await begins_to_store(calm)
    calm.rooms.answers[-1].set_exception(LookupError("the database forgot"))
    await calm.sees(Explaining)
    assert calm.session.state.explanation is Explanation.ASK_STAFF


async def test_an_answer_to_a_question_nobody_waits_for_any_more_reaches_nobody(calm):
    waiting = calm.errands
    told: list[object] = []
    waiting.report = told.append
    visit = replace(PAYING, gates=())
    waiting.begin(Reserve(Draft(Aim.STORE)), 1)
    await asyncio.sleep(0)
    waiting.forget()
    calm.rooms.answers[-1].set_result(Granted(visit))
    async with asyncio.timeout(5):
        while not told:
            await asyncio.sleep(0.005)
    assert told[0].input == Granted(visit)
    assert not waiting.is_open(told[0])


PAYING = Visit(
    reservation=ReservationId("walkup-1"),
    owner=Owner.LOCAL,
    purpose=Purpose.DROPOFF,
    way=Way.TYPED,
    confidence=Confidence.CLOUD,
    label="1",
    door=bank().compartment("1").front.id,
    rules=STANDALONE,
    kind=Kind.STORE,
    gates=(Demand.PAYMENT,),
    due=Due(500, "EUR"),
)


async def test_who_goes_while_paying_is_charged_nothing(calm):
    await begins_to_store(calm)
    calm.rooms.answers[-1].set_result(Granted(PAYING))
    await calm.sees(PassingGate)
    async with asyncio.timeout(5):
        await calm.terminal.asked.wait()
        calm.session.post(WentBack())
        await calm.terminal.called_off.wait()
    await calm.sees(Home)


async def test_the_question_whether_one_is_still_there_calls_no_payment_off(calm):
    await begins_to_store(calm)
    calm.rooms.answers[-1].set_result(Granted(PAYING))
    await calm.sees(PassingGate)
    calm.session.post(TimedOut())
    await calm.sees(StillThere)
    assert not calm.terminal.called_off.is_set()


async def test_in_access_mode_every_door_of_a_visit_opens_in_that_mode(calm):
    calm.session.set_access(True)
    await begins_to_store(calm)
    others = (replace(PAYING, number=2),)
    calm.rooms.answers[-1].set_result(Granted(replace(PAYING, rest=others)))
    await calm.sees(PassingGate)
    visit = calm.session.state.visit
    assert (visit.access, visit.rest[0].access) == (True, True)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_texts_end_in_the_one_refusal_and_home_follows(calm, text):
    calm.session.post(CodeShown(text))
    await calm.sees(Refused)
    calm.session.post(WentBack())
    await calm.sees(Home)
