"""A compartment with two doors: what one of them shows says nothing of the other."""

from dataclasses import replace

import pytest

from kiosk.adapters.doors.simulated import DRIVER
from kiosk.domain.layout import Column, DoorId, Layout, Owner, make_door
from kiosk.domain.model import Change, CompartmentFlag
from kiosk.domain.policy import Policy
from kiosk.ports import WireSettings
from kiosk.services.contacts import Contacts
from kiosk.services.recovery import Recovery
from kiosk.services.upkeep import Upkeep
from tests.services.lockers import STANDALONE, bank

RULES = {Owner.CLOUD: STANDALONE, Owner.LOCAL: STANDALONE}
LEFT_OPEN = CompartmentFlag.LEFT_OPEN


def through() -> Layout:
    """Compartment 1 has a door behind."""
    plain = bank("SM")
    first, second = plain.compartments()
    behind = replace(first, rear=make_door("1", "main", 0, 10, rear=True))
    return Layout(400, plain.sizes, (Column(450, (behind, second)),))


LAYOUT = through()
FRONT, REAR = LAYOUT.compartment("1").doors


async def left_open(store) -> None:
    await store.flag("1", LEFT_OPEN, "by itself", Change("door.opened_by_itself", compartment="1"))


async def flag(store) -> CompartmentFlag | None:
    return (await store.holdings())["1"].flag


@pytest.mark.parametrize(("stands", "named"), [({"1/rear"}, "1/rear"), ({"1"}, "1"), (set(), "1")])
async def test_the_door_that_stands_open_is_the_one_that_is_named(store, stands, named):
    upkeep = Upkeep(LAYOUT, store, RULES)
    upkeep.stands_open = lambda door: door in stands
    await left_open(store)
    assert await upkeep.left_open() == (named,)


async def test_both_are_named_where_both_stand_open(store):
    upkeep = Upkeep(LAYOUT, store, RULES)
    upkeep.stands_open = lambda _door: True
    await left_open(store)
    assert await upkeep.left_open() == ("1", "1/rear")


@pytest.mark.parametrize(("shut", "other"), [(FRONT, REAR), (REAR, FRONT)])
async def test_the_compartment_is_shut_once_its_last_door_is(store, shut, other):
    upkeep = Upkeep(LAYOUT, store, RULES)
    upkeep.stands_open = lambda door: door == other.id
    await left_open(store)
    await upkeep.strange(shut, "shut", None)
    assert await flag(store) is LEFT_OPEN
    upkeep.stands_open = lambda _door: False
    await upkeep.strange(other, "shut", None)
    assert await flag(store) is None


@pytest.mark.parametrize("stands", [FRONT, REAR])
async def test_a_start_finds_the_one_that_stands_open_whichever_it_reads_first(
    store, clock, stands
):
    board = DRIVER.connect(WireSettings("main", "simulated", "memory", "", 9600))
    board.open(stands.address)
    contacts = Contacts(LAYOUT, {"main": board}, clock, Policy())
    await left_open(store)
    await Recovery(LAYOUT, store, contacts, RULES).settle()
    assert await flag(store) is LEFT_OPEN
    lines = [str(line["name"]) for line in await store.journal(10)]
    assert lines == ["door.opened_by_itself"]


def test_a_rear_door_has_a_name_of_its_own():
    assert (FRONT.id, REAR.id) == (DoorId("1"), DoorId("1/rear"))
