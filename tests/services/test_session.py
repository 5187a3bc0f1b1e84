"""How long a screen waits, and what is forgotten when somebody has gone."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.adapters.doors.simulated import DRIVER
from kiosk.adapters.storage.store import open_store
from kiosk.domain.codes import TypedCode
from kiosk.domain.flows import journey
from kiosk.domain.flows.home import AskDatum, Checking, EnterCode, Home, OutOfOrder, Refused
from kiosk.domain.flows.inputs import Entered, JourneyChosen, KeyPressed, MoreTimeAsked
from kiosk.domain.flows.journey import StillThere
from kiosk.domain.flows.visit import Aim
from kiosk.domain.layout import Owner
from kiosk.domain.policy import Policy
from kiosk.ports import WireSettings
from kiosk.ports_gates import Terminals
from kiosk.runtime.clock import SystemClock
from kiosk.services.access import Access
from kiosk.services.contacts import Contacts
from kiosk.services.doors import Doors
from kiosk.services.errands import Errands
from kiosk.services.gates import Gates
from kiosk.services.local import LocalReservations
from kiosk.services.session import Session, wants_codes
from tests.services.lockers import STANDALONE, bank

QUICK = Policy(idle=0.3, idle_access=3.0, idle_warning=0.15, refusal_after=0.01)


@dataclass
class Screen:
    session: Session
    shown: list[journey.State] = field(default_factory=list)
    rests: list[bool] = field(default_factory=list)

    async def sees(self, *states: type) -> None:
        async with asyncio.timeout(5):
            while not isinstance(self.session.state, states):
                await asyncio.sleep(0.005)


@pytest.fixture
async def screen(tmp_path: Path) -> AsyncIterator[Screen]:
    clock, layout = SystemClock(), bank()
    store = await open_store(tmp_path / "db" / "kiosk.db", tmp_path / "key", "x", clock)
    board = DRIVER.connect(WireSettings("main", "simulated", "memory", "", 9600))
    contacts = Contacts(layout, {"main": board}, clock, QUICK)
    doors = Doors(layout, {"main": board}, contacts, store, clock, QUICK)
    rules = {Owner.CLOUD: STANDALONE, Owner.LOCAL: STANDALONE}
    access = Access(layout, store, None, rules, clock, QUICK, asyncio.sleep)
    local = LocalReservations(layout, store, clock, lambda below: below - 1)
    shown: list[journey.State] = []
    errands = Errands(access, doors, local, Gates(Terminals()), QUICK)
    session = Session(errands, store, clock, QUICK, shown.append)
    screen = Screen(session, shown)
    session.rested = lambda: screen.rests.append(True)
    running = asyncio.create_task(session.run())
    yield screen
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await store.aclose()


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
    await screen.session._store.aclose()
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
