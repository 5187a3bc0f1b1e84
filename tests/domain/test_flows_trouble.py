"""Trouble at the door of a pick-up: the parcel stays whose it is."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.effects import Flag, Record
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    CancelAsked,
    DoesNotFit,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorStillOpen,
    FinishAsked,
    JourneyChosen,
    OpenAsked,
    TroubleAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.opening import Done, DoorStuck, Opening, TakeParcel
from kiosk.domain.flows.problem import AskTrouble, LeaveClosed
from kiosk.domain.flows.visit import Aim, Failure, Trouble
from kiosk.domain.model import CompartmentFlag, Contents, ReservationState
from tests.domain.story import PICKUP, TOLD_AT_OPEN, at_open_door, story

AT_OPEN = replace(PICKUP, rules=TOLD_AT_OPEN)
MENU = (TroubleAsked(), AskTrouble)


def test_a_dirty_compartment_is_reported_and_the_pick_up_goes_on():
    tale = story(*at_open_door(PICKUP), MENU, (TroubleChosen(Trouble.DIRTY), TakeParcel))
    tale.goes((DoorClosed(), Done))
    assert tale.told == ["compartment.problem", "parcel.collected"]
    assert tale.inside() is Contents.EMPTY


def test_somebody_elses_things_inside_keep_the_compartment_although_the_parcel_was_taken():
    tale = story(*at_open_door(PICKUP), MENU, (TroubleChosen(Trouble.NOT_EMPTY), TakeParcel))
    tale.goes((DoorClosed(), Done))
    assert tale.parcel is ReservationState.FINISHED
    assert tale.inside() is Contents.MAYBE
    assert any(isinstance(e, Flag) and e.flag is CompartmentFlag.MAINTENANCE for e in tale.effects)


def test_a_sensor_that_sees_nothing_outweighs_the_doubt():
    tale = story(*at_open_door(PICKUP), MENU, (TroubleChosen(Trouble.NOT_EMPTY), TakeParcel))
    assert tale.goes((DoorClosed(False), Done)).inside() is Contents.EMPTY


def test_a_door_shut_over_the_trouble_menu_proves_nothing_about_what_is_inside():
    tale = story(*at_open_door(PICKUP), MENU, (DoorClosed(), Done))
    assert tale.inside() is Contents.MAYBE


OUT_OF_REACH = (TroubleChosen(Trouble.OUT_OF_REACH), LeaveClosed)


def test_a_parcel_out_of_reach_stays_its_owners():
    tale = story(*at_open_door(PICKUP), MENU, OUT_OF_REACH, (DoorClosed(), Done))
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.PARCEL
    assert tale.told == ["compartment.problem"]
    assert not tale.state.reopens


def test_a_parcel_out_of_reach_that_the_sensor_does_not_see_any_more_was_taken():
    tale = story(*at_open_door(PICKUP), MENU, OUT_OF_REACH, (DoorClosed(False), Done))
    assert tale.parcel is ReservationState.FINISHED
    assert tale.inside() is Contents.EMPTY


def test_who_reaches_the_parcel_after_all_goes_back():
    tale = story(*at_open_door(PICKUP), MENU, OUT_OF_REACH, (WentBack(), TakeParcel))
    assert tale.goes((DoorClosed(), Done)).parcel is ReservationState.FINISHED


def test_out_of_reach_after_the_cloud_was_told_leaves_the_pick_up_told_once():
    tale = story(*at_open_door(AT_OPEN), MENU, OUT_OF_REACH, (DoorClosed(), Done))
    assert tale.told.count("parcel.collected") == 1
    assert tale.parcel is ReservationState.COLLECTING
    assert tale.inside() is Contents.PARCEL


def test_what_was_collected_is_not_put_back_by_a_trouble_at_the_second_opening():
    tale = story(*at_open_door(PICKUP), (DoorClosed(), Done), (OpenAsked(), Opening))
    tale.goes((DoorOpened("i2"), TakeParcel), MENU, OUT_OF_REACH, (DoorClosed(), Done))
    assert tale.parcel is ReservationState.FINISHED
    assert tale.inside() is Contents.MAYBE


DID_NOT_OPEN = (TroubleChosen(Trouble.DID_NOT_OPEN), Opening)


@pytest.mark.parametrize("visit", [PICKUP, AT_OPEN])
def test_a_door_that_only_its_sensor_saw_open_is_fired_again_and_told_once(visit):
    tale = story(*at_open_door(visit), MENU, DID_NOT_OPEN, (DoorOpened("i2"), TakeParcel))
    tale.goes((DoorClosed(), Done))
    assert tale.opened == ["12", "12"]
    assert tale.told == ["parcel.collected"]
    assert tale.parcel is ReservationState.FINISHED


def test_a_door_that_then_stays_shut_leaves_the_parcel_its_owners():
    tale = story(*at_open_door(PICKUP), MENU, DID_NOT_OPEN)
    tale.goes((DoorFailed(Failure.JAMMED, "i2"), DoorStuck), (FinishAsked(), Home))
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.MAYBE
    assert tale.told == []


def test_a_door_that_may_not_be_fired_again_is_watched_until_it_is_shut():
    tale = story(*at_open_door(PICKUP), MENU, DID_NOT_OPEN, (DoorFailed(Failure.SPENT), DoorStuck))
    tale.goes((DoorStillOpen(1), DoorStuck), (DoorClosed(), Home))
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.MAYBE


@pytest.mark.parametrize("leaving", [FinishAsked(), DoorStillOpen(3)])
def test_who_leaves_it_open_leaves_it_to_the_next_to_shut(leaving):
    tale = story(*at_open_door(PICKUP), MENU, DID_NOT_OPEN, (DoorFailed(Failure.SPENT), DoorStuck))
    assert tale.goes((leaving, Home)).told == ["door.left_open"]


def test_a_door_opened_again_from_the_done_screen_is_not_left_open_unnoticed():
    tale = story(*at_open_door(PICKUP), (DoorClosed(), Done), (OpenAsked(), Opening))
    tale.goes((DoorOpened("i2"), TakeParcel), MENU, DID_NOT_OPEN)
    tale.goes((DoorFailed(Failure.SPENT), DoorStuck), (FinishAsked(), Home))
    assert tale.told == ["parcel.collected", "door.left_open"]
    assert tale.inside() is Contents.MAYBE


@pytest.mark.parametrize("touch", [DoesNotFit(), CancelAsked(), FinishAsked(), WentBack()])
def test_a_pick_up_knows_no_cancelling(touch):
    tale = story(*at_open_door(PICKUP), (touch, TakeParcel))
    assert tale.told == []


def test_a_journey_cannot_be_chosen_in_the_middle_of_another():
    tale = story(*at_open_door(PICKUP), (JourneyChosen(Aim.DROPOFF), TakeParcel))
    assert not any(isinstance(effect, Record) for effect in tale.effects)
