"""The power goes while staff hold a door: what is found later moves no reservation by itself."""

from datetime import UTC, datetime

import pytest

from kiosk.domain import settling
from kiosk.domain.acts import By
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
from tests.domain.story import TOLD_AT_CLOSE

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
S = ReservationState


def parcel(state: S) -> Reservation:
    return Reservation(
        ReservationId("r1"), "r1", Owner.CLOUD, Kind.DELIVERY, state, "12", "M", NOON, NOON
    )


def fired(by: By, purpose: Purpose, state: IntentState) -> Intent:
    return Intent(
        "i1", DoorId("12"), "r1:x:turn", ReservationId("r1"), purpose, by.value, "shut", 1, NOON,
        state,
    )  # fmt: skip


@pytest.mark.parametrize("by", [By.COURIER, By.TECHNICIAN])
@pytest.mark.parametrize("state", [S.STORED, S.EXPIRED, S.CANCELLED])
def test_a_parcel_that_was_being_put_back_is_nobodys_store(by: By, state: S):
    intent = fired(by, Purpose.OPENING, IntentState.UNLOCKING)
    change = settling.found_open(intent, parcel(state), TOLD_AT_CLOSE)
    assert (change.state, change.contents) == (None, Contents.MAYBE)
    assert [event.name for event in change.events] == ["door.left_open"]


@pytest.mark.parametrize("by", [By.COURIER, By.TECHNICIAN])
def test_nor_when_its_door_is_shut_later(by: By):
    intent = fired(by, Purpose.OPENING, IntentState.LEFT_OPEN)
    change = settling.shut_late(intent, parcel(S.OPENED), None, TOLD_AT_CLOSE)
    assert (change.state, change.contents, change.events) == (None, Contents.MAYBE, ())


@pytest.mark.parametrize("by", [By.COURIER, By.TECHNICIAN])
@pytest.mark.parametrize("occupied", [None, True, False])
def test_what_staff_were_taking_out_is_not_empty_as_long_as_its_reservation_lies_there(
    by: By, occupied: bool | None
):
    intent = fired(by, Purpose.PICKUP, IntentState.OPENED)
    change = settling.shut_late(intent, parcel(S.STORED), occupied, TOLD_AT_CLOSE)
    assert (change.state, change.contents, change.events) == (None, Contents.MAYBE, ())


def test_what_a_recipient_took_is_gone_where_the_sensor_says_so():
    intent = fired(By.CONSUMER, Purpose.PICKUP, IntentState.OPENED)
    change = settling.shut_late(intent, parcel(S.COLLECTING), False, TOLD_AT_CLOSE)
    assert (change.state, change.contents) == (S.FINISHED, Contents.EMPTY)


def test_what_its_own_holder_opened_is_still_their_store():
    intent = fired(By.CONSUMER, Purpose.OPENING, IntentState.UNLOCKING)
    change = settling.found_open(intent, parcel(S.STORED), TOLD_AT_CLOSE)
    assert change.state is S.OPENED
