"""What technicians may do, and what is shown them, while a board or a contact says nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.domain.compartments import Condition
from kiosk.domain.errors import BoardSilent
from kiosk.domain.flows.service import door_in_hand_steps
from kiosk.domain.flows.service.compartment_wishes import Why, Wish, WishRefused
from kiosk.domain.flows.service.door_in_hand import NotUnlocked, StaysShut, Unlock, Unlocking
from kiosk.domain.flows.service.one_door import CarryOut, OneDoor
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import DoorId, DoorState
from kiosk.domain.model import Contents
from tests.services.technician_bench import PIN
from tests.services.test_service_doors import ANNA, Bench, running

SILENT = BoardSilent("unplugged")


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    async with running(tmp_path) as here:
        await here.enrol("anna7")
        await here.people.login(PIN, name="anna7")
        yield here


async def fires(bench: Bench, label: str) -> NotUnlocked:
    """It is fired and not seen open; that is settled as the screen does it."""
    hand = bench.hand(label)
    answer = await bench.do(Unlock(hand))
    assert isinstance(answer, NotUnlocked)
    behind = OneDoor(ANNA, await bench.facts(label), None)
    state, effects = door_in_hand_steps.step(Unlocking(hand, behind), answer)
    assert isinstance(state, StaysShut)
    await bench.settle(effects)
    return answer


async def test_with_its_board_silent_no_compartment_goes_back_into_use(bench):
    await bench.quarantine("2")
    await bench.looks_into("2", Contents.EMPTY)
    bench.board.fault = SILENT
    for choice in (None, Why.TESTED):
        answer = await bench.do(CarryOut(ANNA, "2", Wish.RETURN, choice))
        assert answer.refused is WishRefused.DOOR_OPEN
    bench.board.fault = None
    assert (await bench.do(CarryOut(ANNA, "2", Wish.RETURN))).refused is None


async def test_of_a_silent_board_no_door_is_shown_as_shut_and_an_open_one_stays_open(bench):
    await bench.opens("3")
    reading = asyncio.create_task(bench.contacts.run())
    bench.board.fault = SILENT
    async with asyncio.timeout(5):
        while not bench.contacts.lost():
            await asyncio.sleep(0.01)
    shown = {one.label: one.condition for one in await bench.bank()}
    assert shown.pop("3") is Condition.OPEN
    assert set(shown.values()) == {Condition.SILENT}
    bench.board.fault = None
    async with asyncio.timeout(5):
        while bench.contacts.lost():
            await asyncio.sleep(0.01)
    shown = {one.label: one.condition for one in await bench.bank()}
    assert shown.pop("3") is Condition.OPEN
    assert set(shown.values()) == {Condition.FREE}
    reading.cancel()
    with suppress(asyncio.CancelledError):
        await reading


async def test_a_board_that_falls_silent_after_the_pulse_leaves_what_lies_there_in_doubt(
    bench, monkeypatch
):
    pulse = bench.board.pulse

    async def and_silent(door) -> None:
        await pulse(door)
        bench.board.fault = SILENT

    monkeypatch.setattr(bench.board, "pulse", and_silent)
    assert (await fires(bench, "2")).failure is Failure.BOARD
    assert (await bench.facts("2")).contents is Contents.MAYBE


async def test_a_board_that_is_silent_before_the_pulse_leaves_all_as_it_was(bench):
    bench.board.fault = SILENT
    answer = await fires(bench, "2")
    assert answer == NotUnlocked(Failure.BOARD, None)
    assert (await bench.facts("2")).contents is Contents.EMPTY


async def test_a_door_whose_contact_says_nothing_is_not_said_to_be_shut(bench, monkeypatch):
    said = bench.contacts.state
    monkeypatch.setattr(
        bench.contacts,
        "state",
        lambda door: DoorState.UNKNOWN if door == DoorId("2") else said(door),
    )
    assert (await fires(bench, "2")).failure is Failure.UNHEARD
    assert (await bench.facts("2")).contents is Contents.MAYBE
