"""One door, opened by two, one after the other: each opening has its end, and one end only."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.flows.visit import Failure
from kiosk.domain.model import (
    Change,
    CompartmentFlag,
    Contents,
    IntentState,
    Purpose,
    ReservationId,
    ReservationState,
)
from kiosk.domain.settling import inspecting
from kiosk.services.orders import Opened, Order, Stayed
from tests.services.afar import Far
from tests.services.lockers import arrival

OPENED, CLOSED, LEFT = IntentState.OPENED, IntentState.CLOSED, IntentState.LEFT_OPEN
FIRST = ReservationId("r1")


@pytest.fixture
def far(tmp_path: Path) -> Iterator[Far]:
    there = Far(tmp_path)
    yield there
    there.close()


def shuts(far: Far) -> None:
    far.waits(1)  # the lock lets go of an open door, too
    far.bank.push_shut("1")
    far.waits(1)


def fires(far: Far) -> Opened | Stayed:
    door = far.life.layout.compartment("1").front
    return far.runs(far.life.doors.open(Order(door.id, "service:1", "technician", 1)))


def technician_opens(far: Far) -> str:
    """The lock fires, the sensor shows it open, and that is recorded."""
    fired = fires(far)
    assert isinstance(fired, Opened)
    settles(far, fired.intent, OPENED, inspecting.opened("1", "anna7"))
    return fired.intent


def settles(far: Far, intent: str, state: IntentState, change: Change) -> None:
    far.runs(far.life.store.settle_intent(intent, state, change))


def technician_shuts(far: Far, intent: str) -> None:
    shuts(far)
    settles(far, intent, CLOSED, inspecting.shut("1", "anna7"))
    far.life.doors.end_visit("technician")
    far.waits(1)


def left_at_dropoff(far: Far) -> None:
    """Somebody has gone away from the open door of their drop-off."""
    told = arrival("r1", "1", state=ReservationState.DEPOSITING, read_at=far.now)
    far.runs(far.life.store.absorb([told], complete=False))
    door = far.life.layout.compartment("1").front
    order = Order(door.id, "r1:dropoff", "consumer", 1, FIRST, Purpose.DROPOFF)
    fired = far.runs(far.life.doors.open(order))
    assert isinstance(fired, Opened)
    settles(far, fired.intent, LEFT, Change("door.left_open", reservation=FIRST))
    left = Change("compartment.left", compartment="1", contents=Contents.MAYBE)
    far.runs(far.life.store.flag("1", CompartmentFlag.LEFT_OPEN, "left", left))
    far.life.doors.end_visit()


def lines(far: Far) -> list[str]:
    """What the journal says of door 1 and who had it."""
    journal = far.runs(far.life.store.journal(100))
    return [str(line["name"]) for line in journal if line["compartment"] == "1"]


def states(far: Far, right: str) -> list[IntentState]:
    return [one.state for one in far.runs(far.life.store.intents_of(right))]


def flag(far: Far) -> CompartmentFlag | None:
    return far.runs(far.life.store.holdings())["1"].flag


def test_a_technician_who_fires_a_door_opened_from_afar_ends_both_openings(far: Far):
    far.hear(far.command())
    technician_shuts(far, technician_opens(far))
    assert (states(far, "remote:c1"), states(far, "service:1")) == ([CLOSED], [CLOSED])
    assert lines(far) == ["door.opened", "door.taken_over", "door.opened", "door.closed"]
    assert far.runs(far.life.store.unsettled_intents()) == ()


def test_a_door_opened_from_afar_ends_also_when_the_second_pulse_fails(far: Far):
    far.hear(far.command())
    far.bank.refuses = True
    stayed = fires(far)
    assert isinstance(stayed, Stayed)
    assert stayed.failure is Failure.BOARD
    settles(far, stayed.intent, IntentState.FAILED, Change("door.jammed", compartment="1"))
    far.life.doors.end_visit("technician")
    shuts(far)
    assert states(far, "remote:c1") == [CLOSED]
    assert lines(far)[-1] == "door.shut_late"


def test_a_drop_off_left_open_is_told_when_a_technician_shuts_its_door(far: Far):
    left_at_dropoff(far)
    intent = technician_opens(far)
    assert "parcel.deposited" not in far.events()
    technician_shuts(far, intent)
    assert far.events().count("parcel.deposited") == 1
    assert (states(far, "r1:dropoff"), flag(far)) == ([CLOSED], None)


def test_a_drop_off_left_open_is_told_when_its_door_was_fired_from_afar_and_shut(far: Far):
    left_at_dropoff(far)
    assert far.obeys(far.command()) == "done"
    shuts(far)
    assert far.events().count("parcel.deposited") == 1
    assert (states(far, "r1:dropoff"), states(far, "remote:c1")) == ([CLOSED], [CLOSED])
    assert (flag(far), far.contents()) == (None, Contents.MAYBE)


def test_what_staff_saw_inside_outlasts_the_opening_before_theirs(far: Far):
    left_at_dropoff(far)
    intent = technician_opens(far)
    far.waits(1)
    far.bank.push_shut("1")
    settles(far, intent, CLOSED, inspecting.shut("1", "anna7"))
    seen = Change("compartment.looked", compartment="1", contents=Contents.PARCEL)
    far.runs(far.life.store.record(seen))
    far.waits(1)
    assert far.events().count("parcel.deposited") == 1
    assert far.contents() is Contents.PARCEL


def test_who_left_a_door_open_and_comes_back_decides_how_it_ends(far: Far):
    left_at_dropoff(far)
    door = far.life.layout.compartment("1").front
    order = Order(door.id, "r1:dropoff", "consumer", 1, FIRST, Purpose.DROPOFF, again=True)
    fired = far.runs(far.life.doors.open(order))
    assert isinstance(fired, Opened)
    shuts(far)
    assert "parcel.deposited" not in far.events()
    settles(far, fired.intent, CLOSED, Change("parcel.deposited", reservation=FIRST))
    assert states(far, "r1:dropoff") == [CLOSED, CLOSED]
    assert flag(far) is None


def test_a_door_the_kiosk_lost_sight_of_ends_when_another_is_fired(far: Far):
    """Its contact says nothing any more, so it holds nobody up."""
    far.hear(far.command())
    far.bank.flutters["1"] = 40
    far.waits(20)
    assert isinstance(far.person_opens("2"), Opened)
    far.waits(1)
    assert states(far, "remote:c1") == [LEFT]
    assert far.events().count("door.left_open") == 1


def test_who_comes_while_the_cloud_is_read_for_a_command_keeps_the_door(far: Far):
    """Nobody was here when it was asked for; now a person's door stands open."""
    far.runs(far.life.store.absorb([arrival("r1", "1", read_at=far.now)], complete=False))
    far.vendor.meanwhile = lambda: setattr(far.life, "somebody", True)
    assert far.obeys(far.command(label=None, reservation=FIRST)) == "busy"
    assert far.fired == []
