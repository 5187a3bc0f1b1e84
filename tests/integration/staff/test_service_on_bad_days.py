"""Service mode at a whole kiosk whose board falls silent, whose doors stay open or whose session
ends under somebody's hands."""

from pathlib import Path

import pytest

from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import OpenAsked, WentBack
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.service.door_in_hand import StandsOpen, StaysShut
from kiosk.domain.flows.service.doors import DoorMap
from kiosk.domain.flows.service.one_door import UnlockAsked
from kiosk.domain.flows.service.several import (
    ChooseSeveral,
    EveryDoorAsked,
    GoAsked,
    Run,
    SeveralAsked,
    SkipDoorAsked,
)
from kiosk.domain.flows.service.two_people import Asks, TwoPeople
from kiosk.domain.flows.visit import Failure
from kiosk.domain.model import Contents
from kiosk.services.desk import Asker
from kiosk.services.local import NotPossible
from tests.integration.journeys.stand import stand
from tests.integration.staff.technician import OTHER_PIN, Technician

QUICK = """\
door_opens_within = 0.6
remind_shut = 0.5
remind_shut_louder = 0.7
session_end_door_open = 2.5
"""


@pytest.fixture(autouse=True)
def beside_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)


async def test_who_is_disabled_at_an_open_door_of_a_silent_board_is_seen_off_once_it_is_shut(
    tmp_path: Path,
):
    async with stand(tmp_path, []) as here:
        anna = Technician(here, tmp_path)
        await anna.enrols()
        await anna.gets_in()
        await anna.at("5")
        anna.do(UnlockAsked())
        await anna.sees(StandsOpen)
        here.board.do("unplug 0.5")
        await here.machine.service.desk.disable(Asker(1000), "anna7", "left the firm")
        await anna.finds(lambda state: state.hand.over, "that it is over")
        anna.do(UnlockAsked(), OpenAsked(), WentBack(), PageChosen(Page.DOORS))
        await anna.sees(StandsOpen)
        here.hand("shut", "5")
        await anna.sees(Home)
        assert here.fired() == ["5"]
        assert (await here.contents())["5"] == "maybe"


async def test_the_console_clears_nothing_whose_board_is_silent(tmp_path: Path):
    async with stand(tmp_path, []) as here:
        desk, asker = here.machine.desk, Asker(1000)
        here.board.do("unplug")
        with pytest.raises(NotPossible):
            await desk.clear(asker, "5", "looked, and it is empty")


async def test_a_session_that_ends_on_any_page_ends_there(tmp_path: Path):
    async with stand(tmp_path, []) as here:
        anna = Technician(here, tmp_path)
        await anna.enrols()
        people = here.machine.service.technicians
        for page in Page:
            await anna.gets_in()
            anna.do(PageChosen(page))
            await anna.finds(lambda state: not isinstance(state, Bench), f"{page}")
            await people.end_for(people.session.account)
            await anna.sees(Home)
        assert here.fired() == []


async def test_all_doors_stop_at_each_that_does_not_do_its_part_and_go_on_by_a_touch(
    tmp_path: Path,
):
    async with stand(tmp_path, [], beside=QUICK) as here:
        anna, ben = Technician(here, tmp_path), Technician(here, tmp_path, "ben", OTHER_PIN)
        for one in (anna, ben):
            await one.enrols()
        here.hand("jam", "2")
        await anna.gets_in()
        await anna.page(Page.DOORS, DoorMap)
        await anna.finds(lambda state: state.bank, "the map")
        anna.do(SeveralAsked())
        await anna.sees(ChooseSeveral)
        await anna.finds(lambda state: state.bank, "what is free")
        anna.do(EveryDoorAsked())
        anna.type(anna.pin)
        await anna.sees(TwoPeople, asks=Asks.SECOND_ID)
        anna.type("ben", ben.pin)
        await anna.looks_into("1", Contents.EMPTY)
        await anna.sees(StaysShut)  # jammed
        anna.do(WentBack())
        await anna.sees(Run)
        assert here.fired() == ["1", "2"]
        anna.do(SkipDoorAsked(), GoAsked())
        await anna.sees(StandsOpen)
        await anna.sees(Run)  # left open
        assert here.machine.session.state.last.hand.label == "3"
        assert here.fired() == ["1", "2", "3"]
        here.board.do("unplug")
        anna.do(GoAsked())
        state = await anna.sees(StaysShut)
        assert (state.hand.label, state.failure) == ("4", Failure.BOARD)
        anna.do(WentBack(), WentBack(), WentBack(), WentBack())
        await anna.sees(Home)
        assert here.fired() == ["1", "2", "3"]
        assert (await here.contents()) == {"3": "maybe"}
