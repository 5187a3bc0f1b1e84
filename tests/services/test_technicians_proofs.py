"""What a technician's look proves, and for how long: only who looked ends a doubt."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.access import is_free
from kiosk.domain.challenge import ServiceAct
from kiosk.domain.compartments import Condition, Finding
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.inputs import DoorClosed, DoorOpened
from kiosk.domain.flows.service import door_in_hand_steps
from kiosk.domain.flows.service.compartment_wishes import Why, Wish, WishRefused
from kiosk.domain.flows.service.door_in_hand import (
    InsideSaid,
    NoteInside,
    NotUnlocked,
    Unlock,
    WhatInside,
)
from kiosk.domain.flows.service.one_door import CarryOut, OneDoor
from kiosk.domain.layout import DoorId, DoorState, Layout, make_door
from kiosk.domain.model import Change, CompartmentFlag, Contents
from kiosk.services.upkeep import Upkeep
from tests.services.lockers import bank
from tests.services.technician_bench import ASKER, PIN
from tests.services.test_service_doors import ANNA, RULES, Bench, running

OPENS, CLEARS = (Staffer("anna7", offline_act=act) for act in (ServiceAct.OPEN, ServiceAct.CLEAR))


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    async with running(tmp_path) as here:
        await here.enrol("anna7")
        await here.people.login(PIN, name="anna7")
        yield here


async def moved(bench: Bench, label: str, contents: Contents) -> None:
    """Somebody else was at this door meanwhile."""
    await bench.store.record(Change("door.closed", compartment=label, contents=contents))


async def test_a_look_proves_nothing_once_somebody_else_was_at_the_door(bench):
    await bench.looks_into("2", Contents.EMPTY)
    assert (await bench.facts("2")).look is not None
    await moved(bench, "2", Contents.MAYBE)
    await bench.quarantine("2")
    assert (await bench.facts("2")).look is None
    answer = await bench.do(CarryOut(ANNA, "2", Wish.RETURN, Why.TESTED))
    assert answer.facts.condition is Condition.CHECK
    assert (await bench.told())[-1] == "compartment.enabled"


async def test_what_was_seen_by_an_act_allowed_by_telephone_proves_nothing_in_the_next(bench):
    await bench.people.logout()
    noted = await bench.do(NoteInside(replace(bench.hand("2"), who=OPENS), Contents.EMPTY))
    assert noted.finding is Finding.AS_EXPECTED
    await bench.quarantine("2")
    answer = await bench.do(CarryOut(CLEARS, "2", Wish.RETURN, Why.OFFICE))
    assert answer.refused is None
    line = (await bench.store.journal(1))[-1]
    assert (line["name"], line["facts"]["looked"]) == ("compartment.enabled", False)


async def test_what_was_out_of_use_stays_so_when_a_parcel_nobody_knew_is_taken_out(bench):
    await bench.do(CarryOut(ANNA, "2", Wish.DISABLE, Why.BROKEN))
    await bench.looks_into("2", Contents.PARCEL)
    await bench.looks_into("2", Contents.EMPTY)
    facts = await bench.facts("2")
    assert (facts.flag, facts.reason) == (CompartmentFlag.MAINTENANCE, "technician: broken")
    assert "compartment.parcel_unknown" in await bench.told()
    assert "compartment.cleared" not in await bench.told()


async def test_a_contact_that_flutters_keeps_its_quarantine_when_a_parcel_is_taken_out(bench):
    await bench.quarantine("2")
    await bench.looks_into("2", Contents.PARCEL)
    await bench.looks_into("2", Contents.EMPTY)
    facts = await bench.facts("2")
    assert (facts.flag, facts.reason) == (CompartmentFlag.QUARANTINED, "contact flutters")


@pytest.mark.parametrize("what", ["faulty", "with_another"])
async def test_what_was_in_quarantine_is_not_given_away_by_a_reason_alone(bench, what):
    upkeep = Upkeep(bench.layout, bench.store, RULES)
    await upkeep.strange(bench.layout.door(DoorId("2")), what, None)
    answer = await bench.do(CarryOut(ANNA, "2", Wish.RETURN, Why.TESTED))
    assert (answer.refused, answer.facts.flag) == (None, None)
    assert not is_free((await bench.store.holdings())["2"])
    await bench.looks_into("2", Contents.EMPTY)
    assert is_free((await bench.store.holdings())["2"])


async def test_a_door_that_springs_open_while_the_answer_is_written_down_is_open(bench):
    hand = await bench.opens("2")
    await bench.shuts(hand)
    behind = OneDoor(ANNA, await bench.facts("2"), None)
    state, effects = door_in_hand_steps.step(WhatInside(hand, behind), InsideSaid(Contents.EMPTY))
    state, opened = door_in_hand_steps.step(state, DoorOpened(hand.intent))
    assert [type(one).__name__ for one in opened] == ["Settle"]
    await bench.settle(opened)
    answer = await bench.do(effects[0])  # and the writing comes last
    assert door_in_hand_steps.step(state, answer) == (state, ())
    state, shut = door_in_hand_steps.step(state, DoorClosed())
    await bench.settle(shut)
    assert (await bench.facts("2")).contents is Contents.MAYBE
    assert state == WhatInside(hand, behind)


def with_a_rear_door() -> Layout:
    """The second compartment is loaded from behind, too."""
    layout = bank()
    (column,) = layout.columns
    rear = make_door("2/rear", "main", 0, 9)
    fitted = tuple(
        replace(one, rear=rear) if one.label == "2" else one for one in column.compartments
    )
    return Layout(layout.height_mm, layout.sizes, (replace(column, compartments=fitted),))


async def test_who_looks_by_the_front_proves_nothing_while_the_rear_door_stands_open(tmp_path):
    async with running(tmp_path, with_a_rear_door()) as bench:
        await bench.enrol("anna7")
        await bench.people.login(PIN, name="anna7")
        rear = bench.layout.door(DoorId("2/rear")).address
        bench.board.open(rear)
        async with asyncio.timeout(5):
            while bench.contacts.state(DoorId("2/rear")) is not DoorState.OPEN:
                await bench.contacts.read("main")
        assert (await bench.looks_into("2", Contents.EMPTY)).finding is Finding.UNSURE
        facts = await bench.facts("2")
        assert facts.contents is Contents.MAYBE
        assert facts.look is None or not facts.look.proves


async def test_whose_account_is_disabled_meanwhile_does_nothing_by_telephone_either(bench):
    await bench.people.logout()
    await bench.quarantine("3")
    await bench.desk.disable(ASKER, "anna7", "left the firm")
    assert isinstance(await bench.do(Unlock(replace(bench.hand("2"), who=OPENS))), NotUnlocked)
    answer = await bench.do(CarryOut(CLEARS, "3", Wish.RETURN, Why.OFFICE))
    assert answer.refused is WishRefused.NOT_ALLOWED
    assert bench.fired == []
