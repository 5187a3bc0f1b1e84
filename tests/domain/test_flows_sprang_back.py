"""A door that was pushed shut and sprang back before anybody left."""

from dataclasses import replace

from kiosk.domain.flows.effects import Flag
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import DoesNotFit, DoorClosed, DoorOpened, EmptyDeclared, FinishAsked
from kiosk.domain.flows.opening import Done, PutParcel, TakeParcel
from kiosk.domain.flows.problem import ConfirmEmpty, ShutFirst
from kiosk.domain.model import CompartmentFlag, Contents
from tests.domain.story import DROPOFF, PICKUP, TOLD_AT_OPEN, at_open_door, story


def test_after_a_pick_up_it_is_asked_to_be_shut_again_and_nothing_is_told_twice():
    at_open = replace(PICKUP, rules=TOLD_AT_OPEN)
    tale = story(*at_open_door(at_open), (DoorClosed(), Done))
    tale.goes((DoorOpened("i1"), TakeParcel), (DoorClosed(), Done), (FinishAsked(), Home))
    assert tale.told == ["parcel.collected"]


def test_after_a_drop_off_it_is_asked_to_be_shut_again_and_the_parcel_counts_once():
    tale = story(*at_open_door(DROPOFF), (DoorClosed(), Done))
    tale.goes((DoorOpened("i1"), PutParcel), (DoorClosed(), Done))
    assert tale.told == ["parcel.deposited"]
    assert tale.inside() is Contents.PARCEL


def test_while_emptiness_is_asked_the_question_waits_until_it_is_shut_again():
    tale = story(*at_open_door(DROPOFF), (DoesNotFit(), ShutFirst), (DoorClosed(), ConfirmEmpty))
    tale.goes((DoorOpened("i1"), ShutFirst), (DoorClosed(), ConfirmEmpty))
    assert tale.told == []


def test_after_a_cancelled_drop_off_the_next_person_is_asked_to_shut_it():
    tale = story(*at_open_door(DROPOFF), (DoesNotFit(), ShutFirst), (DoorClosed(), ConfirmEmpty))
    tale.goes((EmptyDeclared(empty=True), Done), (DoorOpened("i1"), Home))
    assert [e.flag for e in tale.effects if isinstance(e, Flag)] == [CompartmentFlag.LEFT_OPEN]
    assert tale.inside() is Contents.MAYBE
