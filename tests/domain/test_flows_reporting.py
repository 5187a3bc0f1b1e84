"""A courier says what is wrong, and how far parcels are."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.courier.reporting import (
    AskDoor,
    ChooseMark,
    ChooseParcel,
    ChooseProblem,
    FindMarkable,
    Mark,
    MarkableFound,
    MarkChosen,
    MarkingAsked,
    NoSuchDoor,
    OneChosen,
    ProblemChosen,
    SaidSo,
    Telling,
    TellMark,
    TellProblem,
    ToldSo,
    begin,
)
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.inputs import Entered, FinishAsked, KeyPressed
from kiosk.domain.problems import OF_A_COMPARTMENT, Problem
from tests.domain.test_flows_collecting import INCOMING, ONE, SHIFT, walk


def asked(*parcels):
    state, effects = begin(Round(SHIFT, parcels))
    assert effects == (FindMarkable(parcels),)
    return state


@pytest.mark.parametrize("code", sorted(OF_A_COMPARTMENT, key=lambda code: code.value))
def test_what_is_wrong_with_a_compartment_needs_its_door(code):
    state, effects = walk(asked(), ProblemChosen(code), Entered())
    assert isinstance(state, AskDoor)
    assert effects == []
    state, effects = walk(state, KeyPressed("1"), KeyPressed("2"), Entered())
    assert isinstance(state, Telling)
    assert effects == [TellProblem(code, "12")]
    again, _ = walk(state, NoSuchDoor())
    assert (again.unknown, again.typed) == (True, "12")
    said, _ = walk(state, ToldSo())
    assert isinstance(said, SaidSo)
    assert said.shift.reported == 1
    assert isinstance(walk(said, FinishAsked())[0], Round)


@pytest.mark.parametrize("code", [Problem.ENTIRE_STATION_BROKEN, Problem.NO_ACCESS_TO_STATION])
def test_what_is_wrong_with_the_locker_is_told_at_once(code):
    _, effects = walk(asked(ONE), ProblemChosen(code))
    assert effects == [TellProblem(code)]


def test_what_is_wrong_with_a_parcel_names_it_or_says_that_it_is_on_no_list():
    state, _ = walk(asked(ONE), ProblemChosen(Problem.PARCEL_NOT_AVAILABLE))
    assert isinstance(state, ChooseParcel)
    _, named = walk(state, OneChosen(ONE.reservation))
    assert named == [TellProblem(Problem.PARCEL_NOT_AVAILABLE, reservation=ONE.reservation)]
    _, unnamed = walk(state, OneChosen(None))
    assert unnamed == [TellProblem(Problem.PARCEL_NOT_AVAILABLE)]
    _, nothing = walk(state, OneChosen(INCOMING.reservation))
    assert nothing == []


def test_what_could_not_be_recorded_is_said_and_not_counted():
    state, _ = walk(asked(), ProblemChosen(Problem.NO_ACCESS_TO_STATION), ToldSo(recorded=False))
    assert (state.recorded, state.shift.reported) == (False, 0)


def test_a_parcel_to_come_is_marked_where_its_cloud_wants_to_hear_it():
    state, _ = walk(asked(ONE, INCOMING), MarkingAsked())
    assert isinstance(state, ChooseProblem)
    state, _ = walk(state, MarkableFound((INCOMING,)), MarkingAsked())
    assert state == ChooseParcel(SHIFT, (INCOMING,))
    state, _ = walk(state, OneChosen(INCOMING.reservation))
    assert state == ChooseMark(SHIFT, INCOMING)
    state, effects = walk(state, MarkChosen(Mark.READY))
    assert effects == [TellMark(INCOMING.reservation, Mark.READY)]
    said, _ = walk(state, ToldSo())
    assert said == SaidSo(replace(SHIFT, reported=0))
