"""A technician's work on a whole kiosk, told from the enrolment to the next consumer."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from kiosk.domain.compartments import Finding
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import FinishAsked, OpenAsked, WentBack
from kiosk.domain.flows.opening import Done, TakeParcel
from kiosk.domain.flows.service import lockdown
from kiosk.domain.flows.service.bench import Bench, Page
from kiosk.domain.flows.service.door_in_hand import StandsOpen
from kiosk.domain.flows.service.doors import DoorMap
from kiosk.domain.flows.service.one_door import OneDoor
from kiosk.domain.flows.service.several import (
    ChooseSeveral,
    EveryDoorAsked,
    GoAsked,
    Run,
    SeveralAsked,
)
from kiosk.domain.flows.service.two_people import Asks, Shortfall, TwoPeople
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.lockdown import Found
from kiosk.domain.model import Contents
from tests.integration.journeys.stand import stand
from tests.integration.locker import locker
from tests.integration.relay_end import KEY, relay_end
from tests.integration.staff.technician import BANK, OTHER_PIN, Technician, small
from tests.integration.staff.technician_work import (
    comes_loose_beside_door_5,
    commissions,
    exports,
    intents,
    jams_for_a_consumer,
    repairs,
    retries,
)
from tests.integration.test_faults import mend, parcel_in, spoil
from tests.integration.test_power_back import cut_off

QUICK = """\
sync_every = 0.3
refusal_after = 0.1
door_opens_within = 0.6
stagger_ms = 50
debounce_ms = 20
"""
AFAR = """\
sync_every = 0.1
[cloud]
name = "kioskforce"
base_url = "http://127.0.0.1:9"
key = "env:RELAY_TEST_KEY"
commands_url = "{}"
commands_key = "env:RELAY_TEST_KEY"
"""


@pytest.fixture(autouse=True)
def beside_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """There the control socket lies, where no service manager says otherwise."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)


@pytest.fixture
def relay_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAY_TEST_KEY", KEY)


async def test_a_technician_enrols_commissions_repairs_a_jam_exports_evidence_and_hands_over(
    tmp_path: Path,
):
    async with locker(tmp_path, policy=QUICK, layout=small(tmp_path)) as here:
        anna = Technician(here, tmp_path)
        await here.sees(Home)
        await anna.enrols()
        await anna.gets_in()
        await commissions(anna)
        await anna.hands_over()
        assert anna.fired() == [*BANK]
        made = intents(tmp_path)
        assert [(door, state) for door, _, state in made] == [(door, "closed") for door in BANK]
        counted = Counter(await anna.names())
        assert (counted["door.opened"], counted["door.closed"]) == (len(BANK), len(BANK))

        for hand in ("occupy 2", "occupy 4"):
            here.board.do(hand)
        theirs, other = [await parcel_in(here, cell) for cell in ("A03", "A05")]
        await jams_for_a_consumer(here, theirs["pickup_qrcode"])
        await spoil(here.cloud, path="pickups", status=422)
        await comes_loose_beside_door_5(here, other["pickup_qrcode"])
        assert await anna.flag("3") == "quarantined"
        async with asyncio.timeout(10):
            while not (await here.machine.desk.status())["parked"]:
                await asyncio.sleep(0.02)
        await mend(here.cloud)

        await anna.gets_in()
        await repairs(anna)
        await retries(anna, other["reservation_id"])
        await exports(anna, theirs)
        shown = len(here.glass.shown)
        await anna.hands_over()
        here.scan(theirs["pickup_qrcode"])
        await here.sees(TakeParcel)
        for hand in ("clear 2", "shut 2"):
            here.board.do(hand)
        await here.sees(Done)
        here.do(FinishAsked())
        await here.sees(Home)
        after = [one for one in here.glass.shown[shown:] if not isinstance(one, Bench)]
        assert not any(isinstance(one, StaffState | Working) for one in after)
        assert "anna7" not in repr(after)
        assert anna.fired() == [*BANK, "3", "3", "3", "5", "3", "3", "3"]
        async with asyncio.timeout(10):
            while (await here.machine.desk.status())["outbox"]:
                await asyncio.sleep(0.02)
        told = await asyncio.to_thread(here.cloud.effects)
        assert sorted(set(told)) == sorted(
            f"pickups {one['reservation_id']}" for one in (theirs, other)
        )
        assert (await anna.row("3"))["contents"] == "empty"


async def asks_for_every_door(anna: Technician) -> None:
    await anna.finds(lambda state: state.bank, "what is free")
    anna.do(EveryDoorAsked())
    await anna.sees(TwoPeople, asks=Asks.FIRST_PIN)


async def test_all_doors_open_one_after_another_for_two_people_and_for_nobody_alone(
    tmp_path: Path,
):
    async with locker(tmp_path, policy=QUICK, layout=small(tmp_path)) as here:
        anna, ben = Technician(here, tmp_path), Technician(here, tmp_path, "ben", OTHER_PIN)
        await here.sees(Home)
        for one in (anna, ben):
            await one.enrols()
        here.board.do("occupy 2")
        await parcel_in(here, "A03")
        await anna.gets_in()
        await anna.page(Page.DOORS, DoorMap)
        await anna.finds(lambda state: state.bank, "the map")
        anna.do(SeveralAsked())
        await anna.sees(ChooseSeveral)
        await asks_for_every_door(anna)
        anna.type(anna.pin)
        await anna.sees(TwoPeople, asks=Asks.SECOND_ID)
        for again in ("anna7", " ANNA7 "):
            anna.type(again)
            await anna.sees(TwoPeople, asks=Asks.SECOND_ID, shortfall=Shortfall.SAME)
        anna.type("ben", anna.pin)
        await anna.sees(TwoPeople, shortfall=Shortfall.REFUSED)
        anna.do(GoAsked(), OpenAsked(), FinishAsked(), WentBack())
        await anna.sees(ChooseSeveral)
        assert anna.fired() == []

        await asks_for_every_door(anna)
        anna.type(anna.pin)
        await anna.sees(TwoPeople, asks=Asks.SECOND_ID)
        anna.type("ben", ben.pin)
        for label in BANK:
            await anna.looks_into(label, Contents.PARCEL if label == "3" else Contents.EMPTY)
        await anna.sees(Run, todo=(), second="ben")
        assert anna.fired() == [*BANK]
        assert anna.one_at_a_time()
        assert intents(tmp_path) == [(label, "technician", "closed") for label in BANK]
        assert (await anna.row("3"))["contents"] == "parcel"
        await anna.hands_over()


async def test_a_lockdown_is_lifted_by_two_people_and_not_by_the_same_one_twice(
    tmp_path: Path, relay_key: None
):
    async with relay_end() as afar, stand(tmp_path, [], beside=AFAR.format(afar.url)) as here:
        anna, ben = Technician(here, tmp_path), Technician(here, tmp_path, "ben", OTHER_PIN)
        for one in (anna, ben):
            await one.enrols()
        await here.until(lambda: any("after=" in call for call in afar.calls), "the relay asked")
        for _ in range(3):
            afar.want("open", locker="stories", compartment="2")
        await anna.gets_in()
        await anna.page(Page.LOCKDOWN, lockdown.Lockdown)
        await anna.finds(lambda state: state.seen and state.seen.locked, "the lockdown")
        anna.do(lockdown.LiftAsked(), lockdown.FoundChosen(Found.STOPPED))
        anna.type(anna.pin)
        await anna.sees(TwoPeople, asks=Asks.SECOND_ID)
        anna.type("anna7")
        await anna.sees(TwoPeople, shortfall=Shortfall.SAME)
        assert (await here.machine.desk.status())["lockdown"] is True
        anna.type("ben", ben.pin)
        await anna.sees(lockdown.Lockdown, lifted=lockdown.Lifted.DONE)
        assert (await here.machine.desk.status())["lockdown"] is False
        journal = (await here.machine.desk.journal(300))["lines"]
        (lifted,) = [one for one in journal if one["name"] == "locker.remote_lockdown_lifted"]
        assert {"anna7", "ben"} <= set(map(str, lifted["facts"].values()))


async def test_a_power_cut_at_a_technicians_open_door_asks_to_shut_it_and_loses_nothing(
    tmp_path: Path,
):
    async with locker(tmp_path, policy=QUICK, layout=small(tmp_path)) as here:
        anna = Technician(here, tmp_path)
        await here.sees(Home)
        await anna.enrols()
        here.board.do("occupy 2")
        parcel = await parcel_in(here, "A03")
        await anna.gets_in()
        await anna.at("3")
        await anna.opens()
        await anna.sees(StandsOpen)
        await here.until(lambda: intents(tmp_path)[-1][2] == "opened", "that it was seen open")
        after = await cut_off(tmp_path, here)
        cloud = here.cloud
        before = await anna.names()
        found = ["occupy 2", "open 2"]
        again = locker(after, policy=QUICK, cloud=cloud, found=found, layout=small(after))
        async with again as here:
            anna = Technician(here, after)
            await here.until(
                lambda: isinstance(here.state, Home) and here.state.left_open == ("3",),
                "home that asks to shut door 3",
            )
            assert here.machine.service.technicians.session is None
            assert anna.fired() == []
            assert (await anna.names())[: len(before)] == before
            assert (await anna.row("3"))["contents"] == "maybe"
            here.board.do("shut 2")
            await here.until(lambda: here.state.left_open == (), "nothing left open")
            await here.until(lambda: intents(after)[-1][2] == "closed", "the intent's end")
            await anna.gets_in()
            await anna.at("3")
            await anna.opens()
            await anna.looks_into("3", Contents.PARCEL)
            await anna.sees(OneDoor)
            assert anna.state.done.finding is Finding.AS_EXPECTED
            await anna.hands_over()
            here.scan(parcel["pickup_qrcode"])
            await here.sees(TakeParcel)
            assert anna.fired() == ["3", "3"]
