"""A door left open that somebody shut later: only a sensor proves what lies inside."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.domain import settling
from kiosk.domain.layout import DoorId, Owner
from kiosk.domain.model import (
    Contents,
    Intent,
    IntentState,
    Kind,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
)
from tests.domain.story import TOLD_AT_CLOSE, TOLD_AT_OPEN

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
S = ReservationState


def told(change):
    return [event.name for event in change.events]


def late(purpose, state, occupied=None, rules=TOLD_AT_CLOSE, **facts):
    intent = Intent(
        id="i1",
        door=DoorId("12"),
        authorisation="r1:pickup",
        reservation=ReservationId("r1"),
        purpose=purpose,
        actor="consumer",
        before="shut",
        pulse=1,
        at=NOON,
        state=IntentState.LEFT_OPEN,
    )
    reservation = Reservation(
        id=ReservationId("r1"),
        ref="r1",
        owner=Owner.CLOUD,
        kind=Kind.DELIVERY,
        state=state,
        compartment="12",
        size="M",
        made_at=NOON,
        read_at=NOON,
    )
    intent = replace(intent, door=facts.get("door", intent.door))
    return settling.shut_late(intent, reservation, occupied, rules)


def test_a_deposit_shut_by_somebody_else_is_stored_and_unproved():
    change = late(Purpose.DROPOFF, S.DEPOSITING)
    assert (change.state, change.contents) == (S.STORED, Contents.MAYBE)
    assert change.events[0].data["confirmed"] is False


@pytest.mark.parametrize(
    ("rules", "events"), [(TOLD_AT_CLOSE, ["parcel.collected"]), (TOLD_AT_OPEN, [])]
)
def test_a_pick_up_shut_by_somebody_else_is_finished_and_told_once(rules, events):
    change = late(Purpose.PICKUP, S.COLLECTING, rules=rules)
    assert (change.state, told(change)) == (S.FINISHED, events)


@pytest.mark.parametrize(
    ("purpose", "state", "occupied", "contents"),
    [
        (Purpose.PICKUP, S.COLLECTING, None, Contents.MAYBE),
        (Purpose.PICKUP, S.COLLECTING, True, Contents.MAYBE),
        (Purpose.PICKUP, S.COLLECTING, False, Contents.EMPTY),
        (Purpose.DROPOFF, S.DEPOSITING, False, Contents.MAYBE),
        (Purpose.PICKUP, S.FINISHED, None, Contents.MAYBE),
        (Purpose.OPENING, S.OPENED, None, Contents.MAYBE),
        (Purpose.OPENING, S.OPENED, False, Contents.MAYBE),
        (Purpose.OPENING, S.OPENED, True, Contents.PARCEL),
    ],
)
def test_only_a_sensor_proves_a_compartment_empty_that_stood_open(
    purpose, state, occupied, contents
):
    assert late(purpose, state, occupied).contents is contents


def test_what_one_stores_and_somebody_else_shut_is_stored_on():
    change = late(Purpose.OPENING, S.OPENED)
    assert (change.state, told(change)) == (S.STORED, ["reservation.kept"])


@pytest.mark.parametrize("state", [S.FINISHED, S.STORED, S.CANCELLED])
def test_what_was_decided_before_stays_decided(state):
    change = late(Purpose.PICKUP, state)
    assert (change.state, told(change)) == (None, [])


@pytest.mark.parametrize(("door", "label"), [("7", "7"), ("7/rear", "7")])
def test_the_contents_are_those_behind_the_door_that_moved(door, label):
    assert late(Purpose.DROPOFF, S.DEPOSITING, door=DoorId(door)).compartment == label
