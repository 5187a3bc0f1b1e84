"""B20, B21: at the open door of a pick-up the parcel is not wanted, not mine, or not there."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.inputs import (
    DoorClosed,
    OpenAsked,
    TroubleAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.opening import Done, TakeParcel
from kiosk.domain.flows.problem import AskTrouble, LeaveClosed
from kiosk.domain.flows.visit import Outcome, Trouble
from kiosk.domain.model import Contents, ReservationState
from tests.domain.samples import RICH
from tests.domain.story import PICKUP, TOLD_AT_OPEN, Line, at_open_door, story

MENU: Line = (TroubleAsked(), AskTrouble)
REFUSABLE = replace(PICKUP, rules=RICH)


def leaves(trouble: Trouble) -> list[Line]:
    return [MENU, (TroubleChosen(trouble), LeaveClosed)]


def test_a_parcel_refused_at_the_door_is_left_inside_and_goes_back():
    tale = story(*at_open_door(REFUSABLE), *leaves(Trouble.UNWANTED))
    assert tale.told == []
    tale.goes((DoorClosed(), Done))
    assert tale.state.outcome is Outcome.REFUSED
    assert tale.told == ["parcel.abandoned"]
    assert tale.parcel is ReservationState.ABANDONED
    assert tale.inside() is Contents.PARCEL
    assert not tale.state.reopens


def test_where_no_cloud_takes_a_refusal_staff_hear_of_it_and_the_parcel_stays_its_owners():
    tale = story(*at_open_door(PICKUP), *leaves(Trouble.UNWANTED), (DoorClosed(), Done))
    assert tale.told == ["compartment.problem"]
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.PARCEL


def test_who_wants_it_after_all_takes_it():
    tale = story(*at_open_door(REFUSABLE), *leaves(Trouble.UNWANTED), (WentBack(), TakeParcel))
    tale.goes((DoorClosed(), Done))
    assert tale.told == ["parcel.collected"]


def test_a_refused_parcel_that_the_sensor_does_not_see_any_more_was_taken():
    tale = story(*at_open_door(REFUSABLE), *leaves(Trouble.UNWANTED), (DoorClosed(False), Done))
    assert tale.state.outcome is Outcome.COLLECTED
    assert tale.told == ["parcel.collected"]


@pytest.mark.parametrize(
    ("trouble", "outcome"),
    [(Trouble.NOT_MINE, Outcome.NOT_TAKEN), (Trouble.EMPTY, Outcome.REPORTED)],
)
@pytest.mark.parametrize("occupied", [None, True])
def test_a_wrong_or_missing_parcel_is_reported_and_nothing_is_told_as_collected(
    trouble, outcome, occupied
):
    tale = story(*at_open_door(PICKUP), *leaves(trouble))
    [reported] = [event for change in tale.changes for event in change.events]
    assert (reported.name, reported.data["severity"]) == ("compartment.problem", "HIGH")
    tale.goes((DoorClosed(occupied), Done))
    assert tale.state.outcome is outcome
    assert tale.told == ["compartment.problem"]
    assert tale.inside() is Contents.MAYBE
    assert tale.parcel is ReservationState.STORED
    assert tale.goes((OpenAsked(), Done)).opened == ["12"]


def test_an_empty_compartment_is_no_collection_even_where_a_sensor_agrees():
    tale = story(*at_open_door(PICKUP), *leaves(Trouble.EMPTY), (DoorClosed(False), Done))
    assert tale.told == ["compartment.problem"]
    assert tale.inside() is Contents.MAYBE
    assert tale.parcel is ReservationState.STORED


def test_what_was_told_when_the_door_opened_stays_told_and_staff_hear_of_the_rest():
    at_open = replace(PICKUP, rules=TOLD_AT_OPEN)
    tale = story(*at_open_door(at_open), *leaves(Trouble.EMPTY), (DoorClosed(), Done))
    assert tale.told == ["parcel.collected", "compartment.problem"]
    assert tale.inside() is Contents.MAYBE
