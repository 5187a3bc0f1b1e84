"""C05, C06, L01: a larger, a smaller or a lower compartment for the same parcel."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.choices import Want
from kiosk.domain.flows.effects import EndVisit, FindOther
from kiosk.domain.flows.home import Checking, Home
from kiosk.domain.flows.inputs import (
    CancelAsked,
    CodeShown,
    DoesNotFit,
    DoorClosed,
    DoorOpened,
    EmptyDeclared,
    Granted,
    NoOther,
    OpenAsked,
    OtherFound,
    ReasonChosen,
    TimedOut,
    TroubleAsked,
    WentBack,
)
from kiosk.domain.flows.journey import StillThere
from kiosk.domain.flows.opening import Done, Opening, PutParcel, ReachDoor
from kiosk.domain.flows.problem import AskReason, ConfirmEmpty, ShutFirst
from kiosk.domain.flows.visit import Outcome, Reason
from kiosk.domain.model import Contents
from tests.domain.story import DROPOFF, LARGER, MOVING, PICKUP, Line, at_open_door, story

MOVABLE = replace(DROPOFF, rules=MOVING)
SMALLER = replace(LARGER, label="3")
TOO_LARGE: list[Line] = [
    (CancelAsked(), AskReason),
    (ReasonChosen(Reason.TOO_LARGE), ShutFirst),
]
EMPTY: list[Line] = [(DoorClosed(), ConfirmEmpty), (EmptyDeclared(empty=True), Opening)]


def wants(tale):
    return [effect.want for effect in tale.effects if isinstance(effect, FindOther)]


def test_too_big_a_parcel_gets_a_larger_compartment_in_one_tap():
    tale = story(*at_open_door(MOVABLE), (DoesNotFit(), ShutFirst), (OtherFound(LARGER), ShutFirst))
    assert wants(tale) == [Want.LARGER]
    assert tale.goes(*EMPTY).opened == ["12", "15"]


def test_a_smaller_compartment_would_do_and_is_offered():
    tale = story(*at_open_door(MOVABLE), *TOO_LARGE, (OtherFound(SMALLER), ShutFirst))
    assert wants(tale) == [Want.SMALLER]
    tale.goes(*EMPTY, (DoorOpened("i2"), PutParcel), (DoorClosed(), Done))
    assert tale.told == ["reservation.moved", "parcel.deposited"]
    assert (tale.inside("12"), tale.inside("3")) == (Contents.EMPTY, Contents.PARCEL)


def test_without_a_smaller_one_the_large_one_is_used_after_all():
    tale = story(*at_open_door(MOVABLE), *TOO_LARGE, (NoOther(), ShutFirst))
    tale.goes((WentBack(), PutParcel), (DoorClosed(), Done))
    assert tale.told == ["parcel.deposited"]


def test_a_cloud_that_moves_nothing_is_asked_for_no_smaller_one():
    assert wants(story(*at_open_door(DROPOFF), *TOO_LARGE)) == []


# Within reach, before anything opens.

REACH: list[Line] = [
    (CodeShown("DLV-DROP-r1-A1B2C3"), Checking),
    (Granted(replace(MOVABLE, access=True)), ReachDoor),
]
LOWER = replace(MOVABLE, label="7", access=True)


def test_a_door_out_of_reach_is_changed_for_a_lower_one_before_any_opens():
    tale = story(*REACH, (TroubleAsked(), ReachDoor))
    assert wants(tale) == [Want.LOWER]
    tale.goes((OtherFound(LOWER), ReachDoor))
    assert tale.state.visit.label == "7"
    assert tale.told == ["reservation.moved"]
    assert tale.inside("12") is None
    assert tale.opened == []
    assert tale.goes((OpenAsked(), Opening)).opened == ["7"]


def test_without_a_lower_door_staff_hear_of_it_and_the_drop_off_stays():
    tale = story(*REACH, (TroubleAsked(), ReachDoor), (TroubleAsked(), ReachDoor))
    tale.goes((NoOther(), Done))
    assert tale.state.outcome is Outcome.REPORTED
    assert tale.told == ["compartment.problem"]
    assert tale.effects[-1] == EndVisit()
    assert tale.opened == []


def test_the_second_door_is_the_last_that_is_looked_for():
    tale = story(*REACH, (TroubleAsked(), ReachDoor), (OtherFound(LOWER), ReachDoor))
    tale.goes((TroubleAsked(), Done))
    assert wants(tale) == [Want.LOWER]


@pytest.mark.parametrize("visit", [PICKUP, DROPOFF], ids=["a parcel", "what no cloud moves"])
def test_what_cannot_be_moved_is_reported_at_once(visit):
    tale = story((TroubleAsked(), Done), at=ReachDoor(replace(visit, access=True)))
    assert wants(tale) == []
    assert tale.told == ["compartment.problem"]


def test_who_opens_while_a_lower_one_is_looked_for_gets_the_first_door():
    tale = story(*REACH, (TroubleAsked(), ReachDoor), (OpenAsked(), Opening))
    assert tale.goes((OtherFound(LOWER), Opening)).opened == ["12"]


def test_who_walks_away_while_a_lower_one_is_looked_for_has_moved_nothing():
    tale = story(*REACH, (TroubleAsked(), ReachDoor), (TimedOut(), StillThere), (TimedOut(), Home))
    assert tale.changes == []
