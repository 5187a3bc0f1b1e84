"""B03, B04, B23, B26, B27: whose code it was, and what a pick-up that fails leaves behind."""

from dataclasses import replace

import pytest

from kiosk.domain.codes import TypedCode
from kiosk.domain.flows.effects import CheckCode
from kiosk.domain.flows.home import AskDatum, Checking, EnterCode, Home
from kiosk.domain.flows.inputs import (
    DatumWanted,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    FinishAsked,
    Granted,
    JourneyChosen,
    OpenAsked,
    TimedOut,
)
from kiosk.domain.flows.opening import Done, DoorStuck, Opening, TakeParcel
from kiosk.domain.flows.visit import Aim, Failure
from tests.domain.story import PICKUP, TOLD_AT_CLOSE, TOLD_AT_OPEN, at_open_door, story, typed

ASKED = [(JourneyChosen(Aim.PICKUP), EnterCode), *typed("1234"), (DatumWanted(), AskDatum)]


@pytest.mark.parametrize("number", ["7890", "491701237890", "01701237890"])
def test_a_short_code_and_a_telephone_number_open_the_door(number):
    tale = story(*ASKED, *typed(number, AskDatum), (Granted(PICKUP), Opening))
    checks = [effect for effect in tale.effects if isinstance(effect, CheckCode)]
    assert checks[-1] == CheckCode(TypedCode("1234"), "7890", Aim.PICKUP)
    tale.goes((DoorOpened("i1"), TakeParcel), (DoorClosed(), Done))
    assert tale.told == ["parcel.collected"]


@pytest.mark.parametrize("name", ["neighbour", "owner"])
@pytest.mark.parametrize("rules", [TOLD_AT_CLOSE, TOLD_AT_OPEN], ids=lambda rules: rules.name)
def test_the_cloud_hears_which_of_several_codes_was_used(name, rules):
    tale = story(*at_open_door(replace(PICKUP, code_name=name, rules=rules)), (DoorClosed(), Done))
    [collected] = [event for change in tale.changes for event in change.events]
    assert collected.name == "parcel.collected"
    assert name in {value for value in collected.data.values() if isinstance(value, str)}


def test_a_pick_up_whose_door_stays_shut_is_told_as_trouble_and_never_as_collected():
    tale = story(
        (DoorFailed(Failure.JAMMED, "i1"), DoorStuck), at=Opening(replace(PICKUP, pulses=1))
    )
    for pulse in (2, 3):
        tale.goes((OpenAsked(), Opening), (DoorFailed(Failure.JAMMED, f"i{pulse}"), DoorStuck))
    tale.goes((OpenAsked(), DoorStuck), (FinishAsked(), Home))
    assert "compartment.problem" in tale.told
    assert "parcel.collected" not in tale.told
    assert tale.parcel is None


def test_a_pick_up_is_complete_when_its_door_is_shut_and_nobody_has_to_say_so():
    tale = story(*at_open_door(PICKUP), (FinishAsked(), TakeParcel), (DoorClosed(), Done))
    assert tale.told == ["parcel.collected"]
    tale.goes((TimedOut(), Home))
    assert tale.told == ["parcel.collected"]


def test_the_first_door_fires_only_when_the_code_was_proved():
    tale = story(*ASKED, *typed("7890", AskDatum))
    assert isinstance(tale.state, Checking)
    assert tale.opened == []
