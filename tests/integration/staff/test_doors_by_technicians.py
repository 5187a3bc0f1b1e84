"""A whole kiosk in technicians' hands at its doors: emulated board, real store, real accounts."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.demo.profile import BESIDE
from kiosk.domain.compartments import Condition, Finding, named
from kiosk.domain.flows.courier.signin import StaffAsked, StaffEntrance, Way, WayChosen
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import Entered, KeyPressed, OpenAsked, WentBack
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.service.compartment_wishes import Wish
from kiosk.domain.flows.service.door_in_hand import (
    Ending,
    InsideSaid,
    StandsOpen,
    StaysShut,
    WhatInside,
)
from kiosk.domain.flows.service.doors import DoorChosen, DoorMap
from kiosk.domain.flows.service.one_door import OneDoor, UnlockAsked, Wished
from kiosk.domain.flows.service.several import (
    ChooseSeveral,
    EveryDoorAsked,
    Run,
    SeveralAsked,
)
from kiosk.domain.flows.service.two_people import Asks, Shortfall, TwoPeople
from kiosk.domain.model import Contents
from kiosk.services.desk import Asker
from tests.integration.journeys.stand import Stand, stand

PIN = "7391-4628"
OTHER_PIN = "correct horse"
QUICK = "door_opens_within = 1.0\n"


class Anna:
    """A technician before a kiosk that stands."""

    def __init__(self, here: Stand) -> None:
        self.here = here

    def type(self, *lines: str) -> None:
        for line in lines:
            self.here.do(*map(KeyPressed, line), Entered())

    async def enrol(self, name: str, pin: str) -> None:
        service = self.here.machine.service
        code = (await service.desk.enrol(Asker(1000), "technician"))["code"]
        ticket = await service.enrolment.begin(code)
        assert ticket is not None
        await service.enrolment.enrol(ticket, name, name.title(), pin, None)

    async def gets_in(self) -> None:
        await self.enrol("anna7", PIN)
        self.here.do(StaffAsked())
        await self.sees(StaffEntrance)
        await self.here.until(
            lambda: Way.TECHNICIAN in getattr(self.here.state, "offers", ()), "the way in"
        )
        self.here.do(WayChosen(Way.TECHNICIAN))
        self.type("anna7", PIN)
        await self.sees(Bench)

    async def sees(self, *states: type, **facts: object) -> object:
        def so() -> bool:
            state = self.here.state
            there = all(getattr(state, name, None) == fact for name, fact in facts.items())
            return isinstance(state, states) and there

        await self.here.until(so, f"{states} {facts}")
        return self.here.state

    async def at(self, label: str) -> None:
        """Through the map to this door."""
        self.here.do(PageChosen(Page.DOORS))
        await self.here.until(lambda: getattr(self.here.state, "bank", None), "the map")
        self.here.do(DoorChosen(label))
        await self.sees(OneDoor)

    async def looks_into(self, label: str, found: Contents) -> None:
        await self.sees(StandsOpen)
        self.here.hand("shut", label)
        await self.sees(WhatInside)
        self.here.do(InsideSaid(found))


async def flagged(here: Stand, label: str) -> str | None:
    rows = (await here.machine.desk.doors())["doors"]
    return next(row["flag"] for row in rows if row["label"] == label)


def quarantine(folder: Path, label: str) -> None:
    """As if it had opened together with another one, the day before."""
    with closing(sqlite3.connect(folder / "state" / "kiosk.db", timeout=5)) as memory, memory:
        row = (label, "empty", "quarantined", "opened with another door")
        memory.execute("INSERT OR REPLACE INTO holding VALUES (?, ?, ?, ?)", row)


def overheard(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "state" / "kiosk.db")) as ears:
        return [row[0] for row in ears.execute("SELECT name FROM overheard ORDER BY rowid")]


async def test_a_technician_frees_a_jammed_door_in_quarantine_and_puts_it_back_by_proof(
    tmp_path: Path,
):
    async with stand(tmp_path, [], beside=QUICK + BESIDE) as here:
        anna = Anna(here)
        quarantine(tmp_path, "5")
        here.hand("jam", "5")
        await anna.gets_in()
        await anna.at("5")
        here.do(UnlockAsked())
        await anna.sees(StaysShut)
        here.hand("free", "5")
        here.do(OpenAsked())
        await anna.looks_into("5", Contents.EMPTY)
        await anna.sees(OneDoor)
        assert here.state.done.finding is Finding.AS_EXPECTED
        assert await flagged(here, "5") == "quarantined"
        await here.until(lambda: here.state.facts.look is not None, "the proof")
        here.do(Wished(Wish.RETURN))
        await anna.sees(OneDoor, acted=Wish.RETURN, refused=None)
        await here.until(lambda: here.state.facts.flag is None, "back in use")
        here.do(WentBack())
        await anna.sees(DoorMap)
        await here.until(
            lambda: named(here.state.bank or (), "5").condition is Condition.FREE, "free again"
        )
        here.do(WentBack(), WentBack())
        await anna.sees(Home)
        assert here.fired() == ["5", "5"]
        assert here.machine.service.technicians.session is None
    assert "compartment.cleared" in overheard(tmp_path)


async def test_who_signs_off_with_a_door_open_sees_it_to_its_end_first(tmp_path: Path):
    async with stand(tmp_path, []) as here:
        anna = Anna(here)
        await anna.gets_in()
        await anna.at("6")
        here.do(UnlockAsked())
        await anna.sees(StandsOpen)
        await here.machine.service.technicians.logout()
        await here.until(lambda: here.state.hand.over, "the end of the session heard")
        assert isinstance(here.state, StandsOpen)
        assert here.fired() == ["6"]
        here.hand("shut", "6")
        await anna.sees(Home)
        assert (await here.contents())["6"] == "maybe"


async def test_all_doors_are_opened_one_after_another_once_two_people_have_proved_who_they_are(
    tmp_path: Path,
):
    async with stand(tmp_path, []) as here:
        anna = Anna(here)
        await anna.gets_in()
        await anna.enrol("bob3", OTHER_PIN)
        here.do(PageChosen(Page.DOORS))
        await here.until(lambda: getattr(here.state, "bank", None), "the map")
        here.do(SeveralAsked())
        await anna.sees(ChooseSeveral)
        await here.until(lambda: here.state.bank, "what is free")
        here.do(EveryDoorAsked())
        await anna.sees(TwoPeople, asks=Asks.FIRST_PIN)
        anna.type(PIN)
        await anna.sees(TwoPeople, asks=Asks.SECOND_ID)
        anna.type("Anna7")
        await anna.sees(TwoPeople, shortfall=Shortfall.SAME)
        anna.type("bob3", OTHER_PIN)
        await anna.looks_into("1", Contents.EMPTY)
        await anna.sees(StandsOpen)
        assert here.state.hand.label == "2"
        assert here.fired() == ["1", "2"]
        here.hand("shut", "2")
        await anna.sees(WhatInside)
        assert here.fired() == ["1", "2"]
        here.do(WentBack())
        await anna.sees(Run)
        assert here.state.last is not None
        assert here.state.last.how is Ending.UNSAID
        assert here.fired() == ["1", "2"]
