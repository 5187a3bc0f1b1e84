"""How long the screens of staff wait, what they read anew, and that nobody stays logged in."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from kiosk.domain.acts import By
from kiosk.domain.flows.courier.round import LogOutAsked, ReadRound, Round, RoundDone, RoundRead
from kiosk.domain.flows.duty import Shift, SignOff, Staffer, Working
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import DoorSighted, DoorStillOpen, FinishAsked, TroubleAsked
from kiosk.domain.flows.journey import Help, StillThere
from kiosk.domain.flows.opening import TakeParcel
from kiosk.domain.flows.service import several
from kiosk.domain.flows.service.door_in_hand import Hand, StandsOpen, WhatInside
from kiosk.domain.flows.service.several import Run
from kiosk.domain.layout import NO_DOOR, Owner
from kiosk.domain.model import Kind, ReservationId, ReservationState
from kiosk.domain.policy import Policy
from kiosk.domain.round import Errand, Parcel
from kiosk.services.tasks import Handler
from tests.domain.story import PICKUP
from tests.services.test_session import Screen, standing

QUICK = Policy(courier_idle=0.4, idle_warning=0.2, refusal_after=0.01)
SHIFT = Shift("c-17")
THEIRS = Parcel(
    ReservationId("r1"), Owner.CLOUD, "GLS-1", Kind.RETURN, ReservationState.STORED, Errand.COLLECT
)


@dataclass
class Works:
    """Reads a list and signs off, and remembers how often."""

    screen: Screen
    reads: int = 0
    touches: int = 0
    signed_off: list[str] = field(default_factory=list)
    breaks: bool = False

    async def read(self, _task: ReadRound) -> RoundRead:
        self.reads += 1
        if self.breaks:
            raise LookupError("the list is not there")
        return RoundRead(())

    async def off(self, task: SignOff) -> RoundRead:
        self.signed_off.append(task.why.value)
        return RoundRead(())

    def touched(self) -> None:
        self.touches += 1


@pytest.fixture
async def works(tmp_path: Path) -> AsyncIterator[Works]:
    async with standing(tmp_path, QUICK) as screen:
        works = Works(screen)
        screen.errands.crew = {
            ReadRound: Handler(works.read, RoundRead(())),
            SignOff: Handler(works.off, RoundRead(())),
        }
        screen.errands.forgot = lambda: works.signed_off.append("home")
        screen.session.worked = works.touched
        screen.session.state = Round(SHIFT)
        yield works


async def read_anew(works: Works) -> None:
    before = works.reads
    works.screen.session.reread()
    async with asyncio.timeout(5):
        while works.reads == before or works.screen.session.state == Round(SHIFT):
            await asyncio.sleep(0.005)


async def test_what_shows_is_read_anew_and_nobody_is_taken_for_present_by_that(works):
    works.screen.session.touched()
    async with asyncio.timeout(5):
        while not isinstance(works.screen.session.state, StillThere):
            works.screen.session.reread()
            await asyncio.sleep(0.01)
    assert works.reads > 1
    assert works.touches == 0


async def test_a_touch_of_staffs_is_heard_by_whoever_counts_their_time(works):
    works.screen.session.post(LogOutAsked())
    await works.screen.sees(RoundDone)
    assert works.touches == 1


async def test_who_logs_out_is_signed_off_and_home_follows(works):
    works.screen.session.post(LogOutAsked())
    works.screen.session.post(FinishAsked())
    await works.screen.sees(Home)
    async with asyncio.timeout(5):
        while len(works.signed_off) < 2:
            await asyncio.sleep(0.005)
    assert sorted(works.signed_off) == ["asked", "home"]


async def test_who_walks_away_is_signed_off(works):
    works.screen.session.touched()
    await works.screen.sees(Home)
    async with asyncio.timeout(5):
        while "idle" not in works.signed_off:
            await asyncio.sleep(0.005)


async def test_a_reading_that_breaks_down_leaves_the_screen_answered(works):
    works.breaks = True
    await read_anew(works)
    assert works.screen.session.state == Round(SHIFT, ())


async def test_nothing_is_read_anew_where_nothing_asks_for_it(works):
    works.screen.session.state = RoundDone(SHIFT)
    works.screen.session.reread()
    await asyncio.sleep(0)
    assert works.reads == 0


async def test_what_was_read_for_one_person_never_shows_to_the_next(works):
    asked, answered = asyncio.Event(), asyncio.Event()

    async def slowly(_task: ReadRound) -> RoundRead:
        asked.set()
        await answered.wait()
        return RoundRead((THEIRS,))

    works.screen.errands.crew = {ReadRound: Handler(slowly, RoundRead(()))}
    works.screen.session.reread()
    await asked.wait()
    works.screen.session.post(LogOutAsked())
    works.screen.session.post(FinishAsked())
    await works.screen.sees(Home)
    works.screen.session.state = Round(Shift("c-18"))
    answered.set()
    for _ in range(20):
        await asyncio.sleep(0)
    assert works.screen.session.state == Round(Shift("c-18"))


async def test_a_door_that_stands_open_is_nobodys_touch(works):
    working = Working(Round(SHIFT), TakeParcel(replace(PICKUP, by=By.COURIER)))
    for event in (DoorStillOpen(1), DoorSighted(seen=False)):
        works.screen.session.state = working
        await works.screen.session.handle(event)
    assert works.touches == 0
    works.screen.session.state = working
    await works.screen.session.handle(TroubleAsked())
    assert works.touches == 1


async def test_who_works_at_an_open_door_is_there_until_it_is_shut(works):
    who = Staffer("anna7")
    hand, behind = Hand(who, "5", NO_DOOR, Owner.CLOUD), Run(who, several.Kind.FREE, (), ())
    open_ones = [
        Working(Round(SHIFT), TakeParcel(replace(PICKUP, by=By.COURIER))),
        StandsOpen(hand, behind),
    ]
    for state in [*open_ones, *map(Help, open_ones)]:
        before, works.screen.session.state = works.touches, state
        works.screen.session.reread()
        assert works.touches == before + 1
    works.screen.session.state = WhatInside(hand, behind)
    works.screen.session.reread()
    assert works.touches == len(open_ones) * 2


async def test_a_reading_called_off_before_it_began_leaves_nothing_behind(works):
    reading = works.read(ReadRound(SHIFT))
    works.screen.errands.crew = {ReadRound: Handler(lambda _task: reading, RoundRead(()))}
    works.screen.session.reread()
    await works.screen.errands.aclose()
    assert reading.cr_frame is None
    assert works.reads == 0
