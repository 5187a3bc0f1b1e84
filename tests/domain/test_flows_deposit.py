"""C09, C12, N02, N04: a deposit is safe by default, whatever was pressed and whoever left."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.after import ConfirmPut, ShowCode
from kiosk.domain.flows.choices import ParcelDeclared
from kiosk.domain.flows.effects import EndVisit, Flag
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    CancelAsked,
    DoesNotFit,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorStillOpen,
    EmptyDeclared,
    FinishAsked,
    MoreTimeAsked,
    OpenAsked,
    ReasonChosen,
    TimedOut,
    TroubleAsked,
    TroubleChosen,
)
from kiosk.domain.flows.journey import StillThere
from kiosk.domain.flows.opening import Done, DoorStuck, Opening, PutParcel, TakeParcel
from kiosk.domain.flows.problem import AskReason, AskTrouble, ConfirmEmpty, ShutFirst
from kiosk.domain.flows.visit import Failure, Outcome, Reason, Trouble
from kiosk.domain.model import CompartmentFlag, Contents, ReservationState
from tests.domain.story import DROPOFF, PICKUP, WALKUP, Line, at_open_door, story

SLOW: Line = (DoorClosed(open_for=3.0), Done)
SOON: Line = (DoorClosed(open_for=2.9), ConfirmPut)
ASKED: Line = (DoorClosed(open_for=9.0), ConfirmPut)


def test_a_deposit_with_a_known_code_needs_no_word_once_its_door_was_properly_open():
    tale = story(*at_open_door(DROPOFF), SLOW)
    assert tale.told == ["parcel.deposited"]
    assert tale.inside() is Contents.PARCEL


def test_a_door_that_was_open_for_a_moment_only_is_offered_once_more():
    tale = story(*at_open_door(DROPOFF), SOON)
    assert tale.state.soon
    assert tale.told == []
    assert tale.inside() is Contents.MAYBE
    tale.goes((OpenAsked(), Opening), (DoorOpened("i2"), PutParcel), SLOW)
    assert tale.told == ["parcel.deposited"]
    assert tale.inside() is Contents.PARCEL


@pytest.mark.parametrize("visit", [DROPOFF, WALKUP])
def test_a_sensor_that_sees_the_parcel_spares_the_question(visit):
    after = Done if visit is DROPOFF else ShowCode
    tale = story(*at_open_door(visit), (DoorClosed(True, open_for=1.0), after))
    assert tale.state.outcome is Outcome.DEPOSITED
    assert tale.inside() is Contents.PARCEL


@pytest.mark.parametrize("close", [DoorClosed(), DoorClosed(open_for=60.0), DoorClosed(False)])
def test_what_was_begun_here_is_always_asked_for_where_no_sensor_sees_it(close):
    tale = story(*at_open_door(WALKUP), (close, ConfirmPut))
    assert not tale.state.soon
    assert tale.told == []


def test_a_word_against_the_sensor_leaves_the_deposit_unproved():
    tale = story(*at_open_door(WALKUP), (DoorClosed(False), ConfirmPut))
    tale.goes((ParcelDeclared(inside=True), ShowCode))
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.MAYBE


def test_closed_without_a_parcel_ends_it_and_the_compartment_is_not_given_away():
    tale = story(*at_open_door(WALKUP), ASKED, (ParcelDeclared(inside=False), Done))
    assert tale.state.outcome is Outcome.CANCELLED
    assert not tale.state.reopens
    assert tale.parcel is ReservationState.CANCELLED
    assert tale.inside() is Contents.MAYBE
    assert "parcel.deposited" not in tale.told


def test_who_walks_away_has_deposited_and_the_code_stays_good():
    tale = story(*at_open_door(WALKUP), ASKED, (TimedOut(), StillThere))
    assert tale.told.count("parcel.deposited") == 1
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.MAYBE


def test_no_code_shows_to_who_comes_after_somebody_walked_away():
    tale = story(*at_open_door(WALKUP), ASKED, (TimedOut(), StillThere), (TimedOut(), Home))
    assert tale.effects[-1] == EndVisit()


def test_who_was_only_slow_still_gets_the_code():
    tale = story(*at_open_door(WALKUP), ASKED, (TimedOut(), StillThere))
    tale.goes((MoreTimeAsked(), ShowCode), (FinishAsked(), Home))
    assert tale.told.count("parcel.deposited") == 1


def test_who_gave_it_up_and_walked_away_shows_no_code_to_the_next():
    tale = story(*at_open_door(WALKUP), (CancelAsked(), AskReason))
    tale.goes((ReasonChosen(Reason.CHANGED_MIND), ShutFirst), (DoorClosed(), ConfirmEmpty))
    tale.goes((TimedOut(), StillThere), (TimedOut(), StillThere), (TimedOut(), Home))
    assert tale.told.count("parcel.deposited") == 1


def test_cancel_pressed_while_the_door_was_open_and_empty_said_after_frees_the_compartment():
    tale = story(*at_open_door(WALKUP), (CancelAsked(), AskReason))
    tale.goes((ReasonChosen(Reason.CHANGED_MIND), ShutFirst), (DoorClosed(), ConfirmEmpty))
    tale.goes((EmptyDeclared(empty=True), Done))
    assert tale.inside() is Contents.EMPTY
    assert tale.parcel is ReservationState.CANCELLED


@pytest.mark.parametrize("menu", [(TroubleAsked(), AskTrouble), (CancelAsked(), AskReason)])
def test_a_door_shut_over_a_menu_is_asked_about_too(menu):
    tale = story(*at_open_door(WALKUP), menu, (DoorClosed(), ConfirmPut))
    tale.goes((ParcelDeclared(inside=False), Done))
    assert tale.inside() is Contents.MAYBE


def test_a_door_that_springs_back_while_it_is_asked_is_shut_again_first():
    tale = story(*at_open_door(WALKUP), ASKED, (DoorOpened("i1"), PutParcel), ASKED)
    tale.goes((ParcelDeclared(inside=True), ShowCode))
    assert tale.told.count("parcel.deposited") == 1


@pytest.mark.parametrize("failure", [Failure.JAMMED, Failure.SPENT])
def test_a_door_that_does_not_open_once_more_leaves_an_unproved_deposit(failure):
    tale = story(*at_open_door(WALKUP), ASKED, (OpenAsked(), Opening))
    tale.goes((DoorFailed(failure), DoorStuck), (FinishAsked(), ShowCode), (FinishAsked(), Home))
    assert tale.told.count("parcel.deposited") == 1
    assert tale.inside() is Contents.MAYBE
    assert tale.parcel is ReservationState.STORED


def test_a_second_look_from_the_done_screen_asks_nothing():
    tale = story(*at_open_door(DROPOFF), SLOW, (OpenAsked(), Opening))
    tale.goes((DoorOpened("i2"), PutParcel), (DoorClosed(open_for=1.0), Done))
    assert tale.told == ["parcel.deposited"]


def test_the_code_stays_on_the_screen_when_the_door_springs_back():
    tale = story(*at_open_door(WALKUP), ASKED, (ParcelDeclared(inside=True), ShowCode))
    tale.goes((DoorOpened("i1"), PutParcel), (DoorClosed(), ShowCode), (FinishAsked(), Home))
    assert tale.told.count("parcel.deposited") == 1


def test_the_code_is_no_way_to_open_the_door_again():
    tale = story(*at_open_door(WALKUP), ASKED, (ParcelDeclared(inside=True), ShowCode))
    assert tale.goes((OpenAsked(), ShowCode)).opened == ["12"]


def test_a_walk_up_left_open_is_not_given_away():
    tale = story(*at_open_door(WALKUP), (DoorStillOpen(3), Home))
    assert tale.inside() is Contents.MAYBE
    assert tale.parcel is ReservationState.DEPOSITING


def test_a_pick_up_that_was_quick_is_not_asked_where_the_parcel_is():
    story(*at_open_door(PICKUP), (DoorClosed(open_for=1.0), Done))


def test_somebody_elses_things_in_the_compartment_block_it_and_end_the_deposit():
    tale = story(*at_open_door(WALKUP), (TroubleAsked(), AskTrouble))
    tale.goes((TroubleChosen(Trouble.NOT_EMPTY), ShutFirst), (DoorClosed(), ConfirmEmpty))
    assert any(isinstance(e, Flag) and e.flag is CompartmentFlag.MAINTENANCE for e in tale.effects)
    tale.goes((EmptyDeclared(empty=True), Done))
    assert tale.inside() is Contents.MAYBE


@pytest.mark.parametrize("trouble", [Trouble.NOT_MINE, Trouble.EMPTY, Trouble.UNWANTED])
def test_what_is_said_of_a_parcel_to_be_taken_means_nothing_at_a_deposit(trouble):
    tale = story(*at_open_door(DROPOFF), (TroubleAsked(), AskTrouble))
    tale.goes((TroubleChosen(trouble), AskTrouble))
    assert tale.told == []


def test_nothing_is_told_twice_however_often_the_door_is_opened_again():
    tale = story(*at_open_door(replace(DROPOFF)), SOON)
    for turn in range(3):
        tale.goes((OpenAsked(), Opening), (DoorOpened(f"i{turn}"), PutParcel), SOON)
    tale.goes((FinishAsked(), Done), (DoesNotFit(), Done))
    assert tale.state.outcome is Outcome.DEPOSITED_UNCONFIRMED
    assert tale.told == ["parcel.deposited"]


def test_a_pick_up_door_is_never_confirmed_as_a_deposit():
    tale = story(*at_open_door(PICKUP))
    assert isinstance(tale.state, TakeParcel)
    assert tale.goes((ParcelDeclared(inside=True), TakeParcel)).told == []
