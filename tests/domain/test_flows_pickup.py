"""Picking a parcel up."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.effects import CheckCode, EndVisit, Flag, OpenDoor, Settle
from kiosk.domain.flows.home import Checking, Home
from kiosk.domain.flows.inputs import (
    CodeShown,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorStillOpen,
    FinishAsked,
    Granted,
    OpenAsked,
    TimedOut,
    TroubleAsked,
    WentBack,
)
from kiosk.domain.flows.journey import StillThere
from kiosk.domain.flows.opening import PULSES, Done, DoorStuck, Opening, ReachDoor, TakeParcel
from kiosk.domain.flows.visit import Failure, Outcome
from kiosk.domain.model import CompartmentFlag, Contents, IntentState, ReservationState
from tests.domain.story import PICKUP, TOLD_AT_OPEN, at_open_door, granted, story

AT_OPEN = replace(PICKUP, rules=TOLD_AT_OPEN)


def test_a_parcel_is_picked_up():
    tale = story(*at_open_door(PICKUP), (DoorClosed(), Done), (FinishAsked(), Home))
    kinds = [type(effect) for effect in tale.effects]
    assert kinds == [CheckCode, OpenDoor, Settle, Settle, EndVisit]
    assert [e.state for e in tale.effects if isinstance(e, Settle)] == [
        IntentState.OPENED,
        IntentState.CLOSED,
    ]
    assert tale.parcel is ReservationState.FINISHED
    assert tale.inside() is Contents.EMPTY


def test_the_door_closing_tells_a_cloud_that_counts_the_close():
    tale = story(*at_open_door(PICKUP))
    assert tale.told == []
    assert tale.goes((DoorClosed(), Done)).told == ["parcel.collected"]


def test_the_door_opening_tells_a_cloud_that_counts_the_opening():
    tale = story(*granted(AT_OPEN))
    assert tale.told == []
    assert tale.goes((DoorOpened("i1"), TakeParcel)).told == ["parcel.collected"]
    assert tale.goes((DoorClosed(), Done)).told == ["parcel.collected"]


def test_what_the_sensor_still_sees_inside_keeps_the_compartment():
    assert story(*at_open_door(PICKUP), (DoorClosed(True), Done)).inside() is Contents.MAYBE


def test_in_access_mode_the_place_of_the_door_is_shown_before_it_opens():
    tale = story((CodeShown("DLV-PICK-r1-A1B2C3"), Checking))
    tale.goes((Granted(replace(PICKUP, access=True)), ReachDoor))
    assert tale.opened == []
    assert tale.goes((OpenAsked(), Opening)).opened == ["12"]


@pytest.mark.parametrize("leaving", [WentBack(), TimedOut()])
def test_who_leaves_before_a_door_opened_keeps_the_parcel(leaving):
    tale = story((leaving, StillThere if leaving == TimedOut() else Home), at=ReachDoor(PICKUP))
    if isinstance(tale.state, StillThere):
        tale.goes((leaving, Home))
    assert tale.effects == [EndVisit()]


def test_a_door_that_is_out_of_reach_stays_shut_and_staff_hear_of_it():
    tale = story((TroubleAsked(), Done), at=ReachDoor(PICKUP))
    assert tale.told == ["compartment.problem"]
    assert tale.opened == []
    assert (tale.state.outcome, tale.state.reopens) == (Outcome.REPORTED, False)
    assert tale.parcel is None


def test_the_reminders_grow_and_touch_nothing_else():
    tale = story(*at_open_door(PICKUP))
    tale.goes((DoorStillOpen(1), TakeParcel), (DoorStillOpen(2), TakeParcel))
    assert tale.state.stage == 2
    assert tale.told == []


def test_a_door_left_open_ends_the_visit_and_leaves_the_compartment_unsure():
    tale = story(*at_open_door(PICKUP), (DoorStillOpen(3), Home))
    assert tale.told == ["door.left_open"]
    assert tale.inside() is Contents.MAYBE
    assert tale.parcel is ReservationState.COLLECTING
    assert tale.effects[-1] == EndVisit()
    assert any(isinstance(e, Flag) and e.flag is CompartmentFlag.LEFT_OPEN for e in tale.effects)


def test_only_the_done_screen_opens_again_without_a_code():
    tale = story(*at_open_door(PICKUP), (OpenAsked(), TakeParcel), (DoorClosed(), Done))
    tale.goes((OpenAsked(), Opening), (DoorOpened("i2"), TakeParcel), (DoorClosed(), Done))
    assert tale.opened == ["12", "12"]
    assert tale.told == ["parcel.collected"]
    tale.goes((TimedOut(), Home), (OpenAsked(), Home))
    assert tale.opened == ["12", "12"]


def test_another_code_at_the_done_screen_ends_this_visit_first():
    tale = story(*at_open_door(PICKUP), (DoorClosed(), Done))
    tale.goes((CodeShown("DLV-PICK-r2-A1B2C3"), Checking), (OpenAsked(), Checking))
    assert [type(effect) for effect in tale.effects[-2:]] == [EndVisit, CheckCode]
    assert tale.opened == ["12"]


def test_a_stuck_door_gets_a_second_and_third_pulse_only_after_a_tap():
    tale = story(*granted(PICKUP))
    for pulse in range(1, PULSES + 1):
        tale.goes((DoorFailed(Failure.JAMMED, f"i{pulse}"), DoorStuck))
        assert len(tale.opened) == pulse
        tale.goes((OpenAsked(), DoorStuck if pulse == PULSES else Opening))
    assert len(tale.opened) == PULSES
    assert tale.told == ["compartment.problem"]
    assert tale.parcel is None
    assert tale.goes((FinishAsked(), Home)).effects[-1] == EndVisit()


def test_a_stuck_door_may_still_come_loose():
    tale = story(*granted(PICKUP), (DoorFailed(Failure.JAMMED, "i1"), DoorStuck))
    tale.goes((DoorOpened("i1"), TakeParcel), (DoorClosed(), Done))
    assert tale.parcel is ReservationState.FINISHED


def test_a_stuck_door_that_comes_loose_behind_the_idle_warning_is_not_missed():
    tale = story(*granted(PICKUP), (DoorFailed(Failure.JAMMED, "i1"), DoorStuck))
    tale.goes((TimedOut(), StillThere), (DoorOpened("i1"), TakeParcel))
    assert tale.told == []


@pytest.mark.parametrize("failure", [Failure.SPENT, Failure.OUT_OF_USE, Failure.NO_MEMORY])
def test_what_another_tap_cannot_mend_offers_none(failure):
    tale = story(*granted(PICKUP), (DoorFailed(failure), DoorStuck), (OpenAsked(), DoorStuck))
    assert not tale.state.may_try
    assert tale.opened == ["12"]
    assert tale.changes == []
