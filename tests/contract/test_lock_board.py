"""What every lock board does, whatever it is made of: memory, a serial line or TCP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Protocol

import pytest

from kiosk.adapters.doors.kerong import KerongDriver
from kiosk.adapters.doors.simulated import DRIVER as SIMULATED
from kiosk.adapters.doors.simulated import SimulatedBoard
from kiosk.adapters.doors.wire import Timing
from kiosk.domain.errors import BoardGarbled, BoardSilent, WireGone
from kiosk.domain.layout import DoorAddress, DoorState, Polarity, make_door
from kiosk.ports import Contact, LockBoard, WireSettings
from kiosk.sandbox.boards.bench import Bench as Emulated
from kiosk.sandbox.boards.serve import emulated

HURRIED = KerongDriver(Timing(patience=0.1, quiet=0.1, rest=0.01))
DOOR = DoorAddress("main", 0, 3)
NEIGHBOUR = DoorAddress("main", 0, 4)
LAST = DoorAddress("main", 0, 47)
ELSEWHERE = DoorAddress("main", 1, 3)
EVERY = [DOOR, NEIGHBOUR, LAST, ELSEWHERE]
SHUT = Contact(closed=True, occupied=False)
OPEN = Contact(closed=False, occupied=False)


class Bench(Protocol):
    """A board to test, hands at its doors and wire, and what reached its locks."""

    @property
    def board(self) -> LockBoard: ...
    def hand(self, verb: str, door: DoorAddress) -> None: ...
    def fired(self) -> list[DoorAddress]: ...
    def silence(self) -> None: ...
    def unplug(self) -> None: ...
    async def mend(self) -> None: ...


class InMemory:
    def __init__(self, board: SimulatedBoard) -> None:
        self.board = board

    def hand(self, verb: str, door: DoorAddress) -> None:
        verbs = {
            "open": self.board.open,
            "shut": self.board.shut,
            "jam": self.board.jam,
            "free": self.board.free,
            "occupy": self.board.occupy,
            "clear": self.board.clear,
        }
        verbs[verb](door)

    def fired(self) -> list[DoorAddress]:
        return self.board.pulses

    def silence(self) -> None:
        self.board.fault = BoardSilent("main")

    def unplug(self) -> None:
        self.board.fault = WireGone("main")

    async def mend(self) -> None:
        self.board.fault = None


class OnAWire:
    def __init__(self, emulated: Emulated) -> None:
        self.emulated = emulated
        self.board = HURRIED.connect(
            WireSettings("main", "kerong", "cu48", emulated.port, HURRIED.baud)
        )

    def hand(self, verb: str, door: DoorAddress) -> None:
        self.emulated.do(f"{verb} {door.board}:{door.channel}")

    def fired(self) -> list[DoorAddress]:
        places = [place for heard in self.emulated.frames for place in heard.pulses]
        return [DoorAddress("main", *place) for place in places]

    def questions(self) -> int:
        return sum(heard.does == "status" for heard in self.emulated.frames)

    def silence(self) -> None:
        self.emulated.do("fault silent")

    def unplug(self) -> None:
        self.emulated.do("unplug")

    async def mend(self) -> None:
        self.emulated.do("fault none")
        self.emulated.do("plug")
        await self.emulated.until(lambda: self.emulated.plugged)


@pytest.fixture(params=["pty", "tcp"])
async def wired(request: pytest.FixtureRequest) -> AsyncIterator[OnAWire]:
    tcp = "127.0.0.1:0" if request.param == "tcp" else None
    async with emulated("kerong", "cu48", tcp=tcp, boards=2) as boards:
        bench = OnAWire(boards)
        yield bench
        await bench.board.aclose()


@pytest.fixture(params=["memory", "kerong pty", "kerong tcp"])
async def bench(request: pytest.FixtureRequest) -> AsyncIterator[Bench]:
    if request.param == "memory":
        yield InMemory(SIMULATED.connect(WireSettings("main", "simulated", "memory", "", 9600)))
        return
    tcp = "127.0.0.1:0" if request.param == "kerong tcp" else None
    async with emulated("kerong", "cu48", tcp=tcp, boards=2) as boards:
        bench = OnAWire(boards)
        yield bench
        await bench.board.aclose()


async def test_all_doors_are_shut_and_empty_at_first(bench: Bench) -> None:
    assert await bench.board.read(EVERY) == dict.fromkeys(EVERY, SHUT)


@pytest.mark.parametrize("door", EVERY, ids=str)
async def test_a_pulse_opens_one_door_only(bench: Bench, door: DoorAddress) -> None:
    await bench.board.pulse(door)
    assert await bench.board.read(EVERY) == dict.fromkeys(EVERY, SHUT) | {door: OPEN}
    assert bench.fired() == [door]


async def test_a_jammed_door_stays_shut_until_it_is_freed(bench: Bench) -> None:
    bench.hand("jam", DOOR)
    await bench.board.pulse(DOOR)
    assert await bench.board.read([DOOR]) == {DOOR: SHUT}
    bench.hand("free", DOOR)
    await bench.board.pulse(DOOR)
    assert await bench.board.read([DOOR]) == {DOOR: OPEN}


async def test_a_door_pushed_shut_reads_shut(bench: Bench) -> None:
    await bench.board.pulse(DOOR)
    assert await bench.board.read([DOOR]) == {DOOR: OPEN}
    bench.hand("shut", DOOR)
    assert await bench.board.read([DOOR]) == {DOOR: SHUT}


async def test_a_door_opened_by_key_reads_open_and_was_not_fired(bench: Bench) -> None:
    bench.hand("open", DOOR)
    assert await bench.board.read([DOOR, NEIGHBOUR]) == {DOOR: OPEN, NEIGHBOUR: SHUT}
    assert bench.fired() == []


async def test_a_parcel_is_seen_in_its_own_compartment_only(bench: Bench) -> None:
    bench.hand("occupy", DOOR)
    readings = await bench.board.read([DOOR, NEIGHBOUR])
    assert [readings[DOOR].occupied, readings[NEIGHBOUR].occupied] == [True, False]
    bench.hand("clear", DOOR)
    assert await bench.board.read([DOOR]) == {DOOR: SHUT}


async def test_the_contact_is_told_raw_whatever_the_lock_means_by_it(bench: Bench) -> None:
    usual = make_door("12", "main", 0, 3)
    inverse = make_door("12", "main", 0, 3, polarity=Polarity.OPEN_CLOSES)
    contact = (await bench.board.read([DOOR]))[DOOR]
    assert contact.closed
    assert usual.state(contact.closed) is DoorState.SHUT
    assert inverse.state(contact.closed) is DoorState.OPEN


async def test_reading_no_doors_asks_nothing(wired: OnAWire) -> None:
    assert await wired.board.read([]) == {}
    assert wired.questions() == 0


@pytest.mark.parametrize(
    "door",
    [
        DoorAddress("other", 0, 3),
        DoorAddress("main", 0, 48),
        DoorAddress("main", 0, -1),
        DoorAddress("main", 0, 0xFF),
        DoorAddress("main", -1, 3),
        DoorAddress("main", 0x10, 3),
    ],
    ids=str,
)
async def test_a_number_that_names_no_single_door_of_this_wire_is_refused(
    bench: Bench, door: DoorAddress
) -> None:
    with pytest.raises(ValueError, match="no door of wire main"):
        await bench.board.pulse(door)
    with pytest.raises(ValueError, match="no door of wire main"):
        await bench.board.read([DOOR, door])
    assert bench.fired() == []


async def test_silence_is_an_error_and_ends(bench: Bench) -> None:
    bench.silence()
    with pytest.raises(BoardSilent):
        await bench.board.read([DOOR])
    await bench.mend()
    assert await bench.board.read([DOOR]) == {DOOR: SHUT}


async def test_a_board_that_was_unplugged_works_again_and_fires_nothing_it_missed(
    bench: Bench,
) -> None:
    await bench.board.read([DOOR])
    bench.unplug()
    # A serial adapter that stays plugged in here cannot see that its far end is not.
    with pytest.raises((WireGone, BoardSilent)):
        await bench.board.read([DOOR])
    with suppress(WireGone):
        await bench.board.pulse(DOOR)
    await bench.mend()
    assert await bench.board.read([DOOR]) == {DOOR: SHUT}
    assert bench.fired() == []
    await bench.board.pulse(DOOR)
    assert await bench.board.read([DOOR]) == {DOOR: OPEN}
    assert bench.fired() == [DOOR]


async def test_a_closed_board_may_be_closed_again_and_used_again(bench: Bench) -> None:
    await bench.board.read([DOOR])
    await bench.board.aclose()
    await bench.board.aclose()
    assert await bench.board.read([DOOR]) == {DOOR: SHUT}


async def test_a_board_that_stays_silent_is_asked_three_times_and_fired_once(
    wired: OnAWire,
) -> None:
    wired.silence()
    await wired.board.pulse(DOOR)
    with pytest.raises(BoardSilent):
        await wired.board.read([DOOR])
    assert wired.questions() == 3
    assert wired.fired() == [DOOR]


async def test_no_clean_answer_is_an_error_after_three_questions(wired: OnAWire) -> None:
    wired.emulated.do("fault garble")
    with pytest.raises(BoardGarbled):
        await wired.board.read([DOOR])
    assert wired.questions() == 3


async def test_junk_before_the_answer_is_passed_over(wired: OnAWire) -> None:
    wired.emulated.do("fault junk")
    assert await wired.board.read([DOOR]) == {DOOR: SHUT}
    assert wired.questions() == 1


async def test_a_late_answer_is_never_taken_for_the_next(wired: OnAWire) -> None:
    wired.emulated.do("fault late 0.13")
    reading = asyncio.create_task(wired.board.read([DOOR]))
    await wired.emulated.until(lambda: wired.questions() == 1)
    wired.emulated.do("fault late 0.05")
    wired.hand("open", DOOR)
    assert await reading == {DOOR: OPEN}
    assert wired.questions() == 2


async def test_an_answer_in_time_is_awaited(wired: OnAWire) -> None:
    wired.emulated.do("fault late 0.05")
    assert await wired.board.read([DOOR]) == {DOOR: SHUT}
    assert wired.questions() == 1


async def test_a_caller_who_gives_up_leaves_no_answer_to_the_next(wired: OnAWire) -> None:
    wired.emulated.do("fault late 0.08")
    reading = asyncio.create_task(wired.board.read([DOOR]))
    await wired.emulated.until(lambda: wired.questions() == 1)
    reading.cancel()
    await asyncio.wait([reading])
    wired.emulated.do("fault late 0.09")
    wired.hand("open", DOOR)
    assert await wired.board.read([DOOR]) == {DOOR: OPEN}


async def test_many_callers_at_once_each_get_their_own_answer(wired: OnAWire) -> None:
    wired.hand("open", DOOR)
    wired.hand("open", LAST)
    asked = [DOOR, ELSEWHERE, LAST, NEIGHBOUR] * 5
    readings = await asyncio.gather(*(wired.board.read([door]) for door in asked))
    assert [readings[n][door] for n, door in enumerate(asked)] == [OPEN, SHUT, OPEN, SHUT] * 5


async def test_a_door_whose_contact_is_stuck_reads_open_though_it_is_shut(wired: OnAWire) -> None:
    wired.hand("stuck", DOOR)
    wired.hand("shut", DOOR)
    assert await wired.board.read([DOOR]) == {DOOR: OPEN}
