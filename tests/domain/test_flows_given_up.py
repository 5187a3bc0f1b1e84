"""A drop-off that is given up, and trouble at its door: nothing is assumed to be empty."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.choices import Want
from kiosk.domain.flows.effects import EndVisit, FindOther, Flag
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    CancelAsked,
    DoesNotFit,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    EmptyDeclared,
    FinishAsked,
    OpenAsked,
    OtherFound,
    ReasonChosen,
    TimedOut,
    TroubleAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.journey import StillThere
from kiosk.domain.flows.opening import Done, DoorStuck, Opening, PutParcel
from kiosk.domain.flows.problem import AskReason, AskTrouble, ConfirmEmpty, ShutFirst
from kiosk.domain.flows.visit import Failure, Outcome, Reason, Trouble
from kiosk.domain.model import CompartmentFlag, Contents, ReservationState
from tests.domain.story import DROPOFF, LARGER, MOVING, at_open_door, granted, story

MOVABLE = replace(DROPOFF, rules=MOVING)
DOES_NOT_FIT = (DoesNotFit(), ShutFirst)
CANCELS = [(CancelAsked(), AskReason), (ReasonChosen(Reason.CHANGED_MIND), ShutFirst)]
UNDECIDED = (DoorClosed(), ConfirmEmpty)


def trouble(which):
    return [(TroubleAsked(), AskTrouble), (TroubleChosen(which), ShutFirst)]


def test_a_drop_off_is_cancelled_with_its_reason():
    tale = story(*at_open_door(DROPOFF), *CANCELS, UNDECIDED, (EmptyDeclared(empty=True), Done))
    [cancelled] = [e for c in tale.changes for e in c.events]
    assert cancelled.data["reason"] == "changed_mind"
    assert tale.parcel is ReservationState.CANCELLED
    assert tale.inside() is Contents.EMPTY
    assert not tale.state.reopens


def test_until_the_depositor_said_so_the_compartment_may_hold_a_parcel():
    tale = story(*at_open_door(DROPOFF), *CANCELS, UNDECIDED)
    assert tale.inside() is Contents.MAYBE
    assert tale.told == []


def test_a_parcel_left_inside_after_all_is_a_deposit():
    tale = story(*at_open_door(DROPOFF), *CANCELS, UNDECIDED, (EmptyDeclared(empty=False), Done))
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.PARCEL
    assert tale.told == ["parcel.deposited"]


def test_without_an_answer_it_is_an_unproved_deposit():
    tale = story(*at_open_door(DROPOFF), *CANCELS, UNDECIDED)
    tale.goes((TimedOut(), StillThere), (TimedOut(), Done))
    assert tale.state.outcome is Outcome.DEPOSITED_UNCONFIRMED
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.MAYBE
    assert not tale.state.reopens


def test_a_word_against_the_sensor_proves_nothing():
    tale = story(*at_open_door(DROPOFF), *CANCELS, (DoorClosed(True), ConfirmEmpty))
    assert tale.goes((EmptyDeclared(empty=True), Done)).inside() is Contents.MAYBE


def test_who_forgot_something_inside_opens_again_and_nothing_is_decided():
    tale = story(*at_open_door(DROPOFF), *CANCELS, UNDECIDED, (OpenAsked(), Opening))
    tale.goes((DoorOpened("i2"), PutParcel))
    assert tale.told == []
    assert tale.inside() is Contents.MAYBE
    tale.goes(*CANCELS, UNDECIDED, (EmptyDeclared(empty=True), Done))
    assert tale.told == ["reservation.cancelled"]


@pytest.mark.parametrize("failure", [Failure.JAMMED, Failure.SPENT, Failure.BOARD])
def test_a_door_that_does_not_open_again_leaves_an_unproved_deposit_not_a_limbo(failure):
    tale = story(*at_open_door(DROPOFF), *CANCELS, UNDECIDED, (OpenAsked(), Opening))
    tale.goes((DoorFailed(failure), DoorStuck), (TimedOut(), StillThere), (TimedOut(), Home))
    assert tale.told == ["parcel.deposited"]
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.MAYBE
    assert tale.effects[-1] == EndVisit()


def test_who_cancels_is_moved_nowhere_whatever_was_found_meanwhile():
    tale = story(*at_open_door(MOVABLE), DOES_NOT_FIT, (WentBack(), PutParcel), *CANCELS)
    tale.goes((OtherFound(LARGER), ShutFirst), UNDECIDED, (OtherFound(LARGER), ConfirmEmpty))
    assert tale.goes((EmptyDeclared(empty=True), Done)).opened == ["12"]


def test_who_does_not_cancel_after_all_deposits():
    tale = story(*at_open_door(DROPOFF), (CancelAsked(), AskReason), (WentBack(), PutParcel))
    assert tale.goes((DoorClosed(), Done)).told == ["parcel.deposited"]


# Trouble at the door.


def test_a_compartment_that_is_not_empty_is_reported_blocked_and_left():
    tale = story(*at_open_door(DROPOFF), *trouble(Trouble.NOT_EMPTY), UNDECIDED)
    assert any(isinstance(e, Flag) and e.flag is CompartmentFlag.MAINTENANCE for e in tale.effects)
    tale.goes((EmptyDeclared(empty=True), Done))
    assert tale.told == ["compartment.problem", "reservation.cancelled"]
    # "Empty" speaks of one's own parcel: somebody else's things still lie there.
    assert tale.inside() is Contents.MAYBE


def test_a_compartment_out_of_reach_is_changed_for_one_as_large():
    tale = story(*at_open_door(MOVABLE), *trouble(Trouble.OUT_OF_REACH))
    assert [e.want for e in tale.effects if isinstance(e, FindOther)] == [Want.LOWER]
    tale.goes((OtherFound(LARGER), ShutFirst), UNDECIDED, (EmptyDeclared(empty=True), Opening))
    assert tale.opened == ["12", "15"]


def test_a_dirty_compartment_is_reported_and_used():
    tale = story(*at_open_door(DROPOFF), (TroubleAsked(), AskTrouble))
    tale.goes((TroubleChosen(Trouble.DIRTY), PutParcel), (DoorClosed(), Done))
    assert tale.told == ["compartment.problem", "parcel.deposited"]


def test_a_deposit_after_a_second_pulse_is_told_once():
    tale = story(*at_open_door(DROPOFF), (TroubleAsked(), AskTrouble))
    tale.goes((TroubleChosen(Trouble.DID_NOT_OPEN), Opening), (DoorOpened("i2"), PutParcel))
    tale.goes((DoorClosed(), Done))
    assert tale.told == ["parcel.deposited"]
    assert tale.parcel is ReservationState.STORED


def test_a_door_that_shut_before_the_second_pulse_leaves_an_unproved_deposit():
    tale = story(*at_open_door(DROPOFF), (TroubleAsked(), AskTrouble))
    tale.goes((TroubleChosen(Trouble.DID_NOT_OPEN), Opening))
    tale.goes((DoorFailed(Failure.JAMMED, "i2"), DoorStuck), (FinishAsked(), Home))
    assert tale.told == ["parcel.deposited"]
    assert tale.inside() is Contents.MAYBE


def test_a_stuck_door_leaves_the_reservation_as_it_was():
    tale = story(*granted(DROPOFF), (DoorFailed(Failure.JAMMED, "i1"), DoorStuck))
    tale.goes((FinishAsked(), Home))
    assert tale.parcel is None
    assert tale.told == []
