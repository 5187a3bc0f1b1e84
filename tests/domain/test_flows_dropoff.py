"""Putting a parcel in: safe by default, told only once the door is shut."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.choices import Want
from kiosk.domain.flows.effects import FindOther
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    CancelAsked,
    DoesNotFit,
    DoorClosed,
    DoorOpened,
    DoorStillOpen,
    EmptyDeclared,
    NoOther,
    OpenAsked,
    OtherFound,
    TroubleAsked,
    WentBack,
)
from kiosk.domain.flows.opening import Done, Opening, PutParcel, ReachDoor
from kiosk.domain.flows.problem import AskReason, AskTrouble, ConfirmEmpty, ShutFirst
from kiosk.domain.flows.visit import Outcome
from kiosk.domain.model import Contents, ReservationState
from tests.domain.story import DROPOFF, LARGER, MOVING, at_open_door, story

MOVABLE = replace(DROPOFF, rules=MOVING)
DOES_NOT_FIT = (DoesNotFit(), ShutFirst)
UNDECIDED = (DoorClosed(), ConfirmEmpty)


def test_a_parcel_is_dropped_off():
    tale = story(*at_open_door(DROPOFF))
    assert tale.parcel is ReservationState.DEPOSITING
    tale.goes((DoorClosed(), Done))
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.PARCEL
    assert tale.state.outcome is Outcome.DEPOSITED


def test_nothing_is_told_to_the_cloud_before_the_door_is_shut():
    tale = story(
        *at_open_door(DROPOFF), (DoorStillOpen(1), PutParcel), (DoorStillOpen(2), PutParcel)
    )
    assert tale.told == []
    assert tale.goes((DoorClosed(), Done)).told == ["parcel.deposited"]


def test_what_the_sensor_does_not_see_is_stored_all_the_same_but_unproved():
    tale = story(*at_open_door(DROPOFF), (DoorClosed(False), Done))
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.MAYBE
    assert tale.state.outcome is Outcome.DEPOSITED_UNCONFIRMED


@pytest.mark.parametrize("menu", [(TroubleAsked(), AskTrouble), (CancelAsked(), AskReason)])
def test_a_door_shut_over_a_menu_counts_as_a_deposit(menu):
    tale = story(*at_open_door(DROPOFF), menu, (DoorClosed(), Done))
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.MAYBE
    assert tale.told == ["parcel.deposited"]


def test_a_second_opening_from_the_done_screen_is_told_no_second_time():
    tale = story(*at_open_door(DROPOFF), (DoorClosed(), Done), (OpenAsked(), Opening))
    tale.goes((DoorOpened("i2"), PutParcel), (DoorClosed(), Done))
    assert tale.told == ["parcel.deposited"]
    assert tale.inside() is Contents.PARCEL


def test_a_door_left_open_is_not_given_away_and_the_deposit_stays_open():
    tale = story(*at_open_door(DROPOFF), (DoorStillOpen(3), Home))
    assert tale.parcel is ReservationState.DEPOSITING
    assert tale.inside() is Contents.MAYBE
    assert tale.told == ["door.left_open"]


# The parcel does not fit.


def test_a_parcel_that_does_not_fit_gets_a_larger_compartment():
    tale = story(*at_open_door(MOVABLE), DOES_NOT_FIT, (OtherFound(LARGER), ShutFirst), UNDECIDED)
    assert any(isinstance(e, FindOther) and e.want is Want.LARGER for e in tale.effects)
    assert tale.told == []
    tale.goes((EmptyDeclared(empty=True), Opening), (DoorOpened("i2"), PutParcel))
    assert tale.inside("12") is Contents.EMPTY
    tale.goes((DoorClosed(), Done))
    assert tale.opened == ["12", "15"]
    assert tale.told == ["reservation.moved", "parcel.deposited"]
    assert tale.inside("15") is Contents.PARCEL


def test_the_other_door_never_opens_before_the_first_is_shut_and_empty():
    tale = story(*at_open_door(MOVABLE), DOES_NOT_FIT, (OtherFound(LARGER), ShutFirst))
    tale.goes((OpenAsked(), ShutFirst), UNDECIDED)
    assert tale.opened == ["12"]


def test_an_answer_that_comes_after_the_door_was_shut_is_still_taken():
    tale = story(
        *at_open_door(MOVABLE), DOES_NOT_FIT, UNDECIDED, (OtherFound(LARGER), ConfirmEmpty)
    )
    assert tale.goes((EmptyDeclared(empty=True), Opening)).opened == ["12", "15"]


def test_an_occupancy_sensor_that_sees_nothing_spares_the_question():
    tale = story(*at_open_door(MOVABLE), DOES_NOT_FIT, (OtherFound(LARGER), ShutFirst))
    tale.goes((DoorClosed(False), Opening))
    assert tale.inside("12") is Contents.EMPTY


def test_in_access_mode_the_place_of_the_other_door_is_shown_before_it_opens():
    slow = replace(MOVABLE, access=True)
    tale = story(*at_open_door(MOVABLE), DOES_NOT_FIT)
    tale.goes((OtherFound(replace(slow, label="15")), ShutFirst), UNDECIDED)
    tale.goes((EmptyDeclared(empty=True), ReachDoor))
    assert tale.opened == ["12"]
    assert tale.goes((OpenAsked(), Opening)).opened == ["12", "15"]


def test_a_visit_uses_no_third_compartment():
    tale = story(*at_open_door(MOVABLE), DOES_NOT_FIT, (OtherFound(LARGER), ShutFirst), UNDECIDED)
    tale.goes((EmptyDeclared(empty=True), Opening), (DoorOpened("i2"), PutParcel), DOES_NOT_FIT)
    assert tale.state.searched
    assert sum(isinstance(effect, FindOther) for effect in tale.effects) == 1


def test_nothing_of_the_first_door_sticks_to_the_second():
    copied = replace(LARGER, intent="i1", opened=True, pulses=2, settled=True, unsure=True)
    tale = story(*at_open_door(MOVABLE), DOES_NOT_FIT, (OtherFound(copied), ShutFirst), UNDECIDED)
    tale.goes((EmptyDeclared(empty=True), Opening))
    assert tale.state.visit == replace(LARGER, pulses=1, moved=True)


@pytest.mark.parametrize("answer", [[], [(NoOther(), ShutFirst)]])
def test_without_a_larger_one_the_drop_off_is_cancelled(answer):
    tale = story(*at_open_door(MOVABLE), DOES_NOT_FIT, *answer, UNDECIDED)
    tale.goes((EmptyDeclared(empty=True), Done))
    assert tale.state.outcome is Outcome.CANCELLED
    assert tale.told == ["reservation.cancelled"]
    assert tale.inside() is Contents.EMPTY


def test_a_cloud_that_moves_nothing_is_not_searched():
    tale = story(*at_open_door(DROPOFF), DOES_NOT_FIT)
    assert tale.state.searched
    assert not any(isinstance(effect, FindOther) for effect in tale.effects)


def test_who_tries_once_more_goes_back_and_it_fits():
    tale = story(
        *at_open_door(MOVABLE), DOES_NOT_FIT, (WentBack(), PutParcel), (DoorClosed(), Done)
    )
    assert tale.told == ["parcel.deposited"]
    assert tale.inside() is Contents.PARCEL
