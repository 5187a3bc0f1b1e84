from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.adapters.doors.simulated import DRIVER
from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    CompartmentFlag,
    Contents,
    Intent,
    IntentState,
    Purpose,
    ReservationId,
    ReservationState,
)
from kiosk.domain.policy import Policy
from kiosk.ports import WireSettings
from kiosk.services.contacts import Contacts
from kiosk.services.recovery import Recovery
from tests.services.lockers import KIOSKFORCE, STANDALONE, START, ObedientClock, arrival, bank

LAYOUT = bank()
S = ReservationState


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "db" / "kiosk.db", tmp_path / "key", "x", ObedientClock())
    yield opened
    await opened.aclose()


async def power_comes_back(
    store: SqliteStore, purpose: Purpose, reached: IntentState, state: S, *, open_: bool
) -> list[int]:
    """Start with one unlock whose end nobody saw; answers the pulses the start sent."""
    await store.absorb([arrival("a", state=state)], complete=False)
    door = LAYOUT.compartment("1").front
    intent = Intent("i", door.id, "a", ReservationId("a"), purpose, "consumer", "shut", 1, START)
    await store.intend(intent)
    if reached is not IntentState.UNLOCKING:
        await store.settle_intent("i", reached)
    board = DRIVER.connect(WireSettings("main", "simulated", "memory", "", 9600))
    if open_:
        board.open(door.address)
    contacts = Contacts(LAYOUT, {"main": board}, ObedientClock(), Policy())
    rules = {Owner.CLOUD: KIOSKFORCE, Owner.LOCAL: STANDALONE}
    await Recovery(LAYOUT, store, contacts, rules).settle()
    return [address.channel for address in board.pulses]


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("reached", [IntentState.UNLOCKING, IntentState.OPENED])
async def test_a_door_found_open_is_asked_to_be_shut_and_not_fired_again(store, purpose, reached):
    state = S.STORED if purpose is Purpose.PICKUP else S.RESERVED
    assert await power_comes_back(store, purpose, reached, state, open_=True) == []
    holding = (await store.holdings())["1"]
    assert (holding.flag, holding.contents) == (CompartmentFlag.LEFT_OPEN, Contents.MAYBE)


async def test_fired_and_found_shut_leaves_the_code_good_and_the_contents_unsure(store):
    await power_comes_back(store, Purpose.PICKUP, IntentState.UNLOCKING, S.STORED, open_=False)
    assert (await store.reservation("a")).state is S.STORED
    assert (await store.holdings())["1"].contents is Contents.MAYBE
    assert await store.unsettled_intents() == ()


async def test_a_drop_off_that_was_open_and_is_found_shut_counts_as_deposited(store):
    await power_comes_back(store, Purpose.DROPOFF, IntentState.OPENED, S.DEPOSITING, open_=False)
    assert (await store.reservation("a")).state is S.STORED
    assert [row["name"] for row in await store.outbox()] == ["parcel.deposited"]
    assert (await store.holdings())["1"].contents is Contents.MAYBE


async def test_a_pick_up_that_was_open_and_is_found_shut_is_finished(store):
    await power_comes_back(store, Purpose.PICKUP, IntentState.OPENED, S.COLLECTING, open_=False)
    assert (await store.reservation("a")).state is S.FINISHED
