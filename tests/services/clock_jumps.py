"""A locker's memory on a computer whose clock does what it likes, beside the truth."""

import asyncio
import logging
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import hypothesis
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.adapters.storage.times import Start
from kiosk.domain import access
from kiosk.domain.access import Standing
from kiosk.domain.flows.visit import Explanation
from kiosk.domain.model import Confidence, Purpose, ReservationState, Way
from kiosk.domain.trust import ClockState
from kiosk.runtime.clock import SKEW, SystemClock
from kiosk.services.disk import TOUCH_EVERY
from tests.integration.store_bench import (
    FIRST,
    SECOND,
    arrival,
    file_of,
    furnish,
    happening,
    key_of,
    moved,
    told,
)
from tests.services.computer import JUMPS, NOON, Computer
from tests.services.fakes import FAKE

DAY = 86400.0
GRACE = 120.0
BACK_OFF = timedelta(minutes=10)
ENDS = NOON + timedelta(hours=2)
Move = tuple[str, float]
PAUSES = [1.0, 59.0, 121.0, 601.0, 3660.0, DAY / 2, DAY - 1, DAY + 1]
MOVES: st.SearchStrategy[Move] = st.one_of(
    st.tuples(st.just("pass"), st.sampled_from(PAUSES)),
    st.tuples(st.just("jump"), st.sampled_from([j.total_seconds() for j in JUMPS])),
    st.tuples(st.just("reboot"), st.sampled_from(PAUSES)),
    st.tuples(st.sampled_from(["restart", "vouch", "try", "show", "collect", "tell"]), st.just(0)),
)
HISTORIES = st.lists(MOVES, min_size=3, max_size=14)


@dataclass
class Truth:
    """What really was, by nobody's clock."""

    tries: list[float] = field(default_factory=list)
    """For how many more seconds each wrong try must count."""
    expired: bool = False
    """Whether the code was ever said to have run out."""
    collected: float | None = None
    """Seconds since the other parcel was taken."""
    told: list[int] = field(default_factory=list)

    def passes(self, seconds: float) -> None:
        self.tries = [left - seconds for left in self.tries]
        self.collected = None if self.collected is None else self.collected + seconds

    def reboots(self, seconds: float, unnoted: float) -> None:
        # How long it was on after the last note nobody knows: in doubt a try still counted.
        self.tries = [DAY if left >= -unnoted else left for left in self.tries]
        self.collected = None if self.collected is None else self.collected + seconds


class Locker:
    """Does one move after another, and compares what the kiosk believes with the truth."""

    def __init__(self, folder: Path, clock: type[SystemClock]) -> None:
        self._folder, self._clock_made = folder, clock
        self.computer, self.truth = Computer(), Truth()

    @asynccontextmanager
    async def running(self):  # type: ignore[no-untyped-def]
        async with AsyncExitStack() as self._on:
            await self.start()
            await self.store.absorb(
                [
                    arrival(expires_at=ENDS),
                    arrival(SECOND, expires_at=None, state=ReservationState.COLLECTING),
                ],
                complete=False,
            )
            yield self

    async def start(self) -> None:
        pc = self.computer
        self.clock = self._clock_made(pc.wall, lambda: pc.passed, lambda: pc.vouched)
        start = Start(self.clock.not_before, boot=f"boot {pc.boots}")
        where = file_of(self._folder), key_of(self._folder)
        self.store: SqliteStore = await open_store(*where, "L1", self.clock, None, start)
        self._on.push_async_callback(self.store.aclose)
        self.seen = self.clock.now(), self.clock.monotonic()
        self.noted = pc.passed

    async def passes(self, seconds: float) -> None:
        """The time is noted every quarter of an hour; of many notes the first and last will do."""
        for part in (min(seconds, TOUCH_EVERY), seconds - TOUCH_EVERY):
            if part > 0:
                self.computer.passed += part
                self.truth.passes(part)
                self.looks()
            if seconds >= TOUCH_EVERY:
                await self.store.touch()
                self.noted = self.computer.passed

    async def starts_again(self) -> None:
        """The program alone: the computer was on all the time, and nothing is believed anew."""
        before, at = self.seen
        await self.store.aclose()
        await self.start()
        now, passed = self.seen
        if self.clock.state is not ClockState.TRUSTED:
            assert abs(now - before - timedelta(seconds=passed - at)) <= SKEW

    async def does(self, move: Move) -> None:
        what, number = move
        pc, store = self.computer, self.store
        match what:
            case "pass":
                await self.passes(number)
            case "jump":
                # Who sets a clock by hand takes the kernel's word away.
                pc.off, pc.vouched = timedelta(seconds=number), False
            case "vouch":
                pc.off, pc.vouched = timedelta(0), True
                self.looks()
                # A step is noted within a second.
                await store.touch()
                self.noted = pc.passed
            case "restart":
                await self.starts_again()
            case "reboot":
                await store.aclose()
                self.truth.reboots(number, pc.passed - self.noted)
                pc.reboot(timedelta(seconds=number))
                pc.vouched = False
                await self.start()
            case "try":
                await store.count_try(self.clock.now(), Way.TYPED)
                self.truth.tries.append(DAY)
                self.noted = pc.passed
            case "collect" if self.truth.collected is None:
                taken = moved(ReservationState.FINISHED, name=SECOND)
                await store.record(replace(taken, journal="parcel.collected"))
                self.truth.collected = 0.0
            case "tell":
                await store.record(happening(told("parcel.stored")))
                self.truth.told.append(len(self.truth.told) + 1)
            case _:
                await self.shows_the_code()

    def looks(self) -> None:
        """Time goes on; only who vouches for another one moves it back."""
        before, at = self.seen
        self.seen = now, passed = self.clock.now(), self.clock.monotonic()
        assert passed >= at
        if self.clock.state is not ClockState.TRUSTED:
            assert (now - before).total_seconds() >= passed - at - 1e-3

    async def shows_the_code(self) -> None:
        tried = await self.store.count_try(self.clock.now(), Way.QR)
        self.noted = self.computer.passed
        said = await self.answer(FIRST)
        await self.store.give_back(tried)
        if said is Explanation.EXPIRED:
            self.truth.expired = True
        elif self.truth.expired:
            # Revived only by who knows better: it had never run out.
            assert self.clock.state is ClockState.TRUSTED
            assert self.computer.true() <= ENDS + SKEW
            self.truth.expired = False

    async def answer(self, name: str) -> object:
        reservation = await self.store.reservation(arrival(name).reservation.id)
        assert reservation is not None
        sure = Confidence.CLOUD
        last = reservation.id
        now = self.clock.now()
        return access.decide(
            Standing(reservation, {Purpose.PICKUP}, None, FAKE, sure, now, GRACE, last_opener=last)
        )

    async def agrees(self) -> None:
        """What must hold after every move."""
        since = self.clock.now() - timedelta(seconds=DAY)
        counted = await self.store.tries_since(since, Way.TYPED)
        assert counted == sum(left >= 0 for left in self.truth.tries)
        if self.truth.collected is not None and self.truth.collected > GRACE:
            assert await self.answer(SECOND) is Explanation.USED
        self.looks()

    async def tells_all_in_order(self) -> None:
        """Whatever the times say: a fact that waited its ten minutes is told, in its turn."""
        heard = []
        for _ in self.truth.told:
            event = await self.store.next_event(self.clock.now())
            assert event is not None
            await self.store.begin_delivery(event.seq)
            later = self.clock.now() + BACK_OFF
            await self.store.postpone(event.seq, later, "silent", uncertain=True)
            self.computer.passed += BACK_OFF.total_seconds() + 1
            event = await self.store.next_event(self.clock.now())
            assert event is not None
            heard.append(event.seq)
            await self.store.delivered(event.seq)
        assert heard == self.truth.told


async def lives_through(
    folder: Path, history: Sequence[Move], clock: type[SystemClock] = SystemClock
) -> None:
    """One history of a locker; AssertionError where a jump changed what it must not."""
    locker = Locker(folder, clock)
    furnish(folder)
    async with locker.running():
        for move in history:
            await locker.does(move)
            await locker.agrees()
        await locker.tells_all_in_order()


def no_jump_matters(seed: int, examples: int, clock: type[SystemClock] = SystemClock) -> None:
    """As many random histories."""
    logging.getLogger("kiosk.runtime.clock").setLevel(logging.CRITICAL)

    @hypothesis.seed(seed)
    @settings(max_examples=examples, deadline=None, database=None)
    @given(HISTORIES)
    def lives(history: list[Move]) -> None:
        with tempfile.TemporaryDirectory() as name:
            asyncio.run(lives_through(Path(name), history, clock))

    lives()
