"""A courier moves a parcel to another compartment: two doors, and nothing lost in between."""

from dataclasses import replace

from kiosk.domain.flows.courier.carrying import (
    CarryOff,
    FindTargets,
    InHandSaid,
    ListMovable,
    MayPut,
    Movable,
    MovableChosen,
    MovableListed,
    OtherTargetAsked,
    PutBackAsked,
    PutDown,
    Target,
    TargetChosen,
    TargetsFound,
)
from kiosk.domain.flows.courier.proving import PinProved, ReadPinLock
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.courier.swapping import (
    Asking,
    Carrying,
    ChooseMovable,
    ChooseTarget,
    Stage,
    begin,
)
from kiosk.domain.flows.courier.takeout import MayTake, NotHere, PinWanted
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.inputs import (
    DoesNotFit,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    EmptyDeclared,
    FinishAsked,
    OpenAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.opening import LookInside, PutParcel
from kiosk.domain.flows.visit import Failure, Trouble
from kiosk.domain.layout import DoorId
from kiosk.domain.model import Contents, Purpose
from tests.domain.test_flows_collecting import ONE, SHIFT, SHUT, changes, visit, walk

TAKE = replace(visit(ONE), carried="12")
PUT = replace(TAKE, purpose=Purpose.DROPOFF, label="25", door=DoorId("25"), moved=True)
BACK = replace(TAKE, purpose=Purpose.OPENING)
SURE = Movable(ONE)
LOW, HIGH = Target("25", "L", low=True), Target("4", "L", low=False)


def aimed(moving: Movable = SURE):
    state, asked = begin(Round(SHIFT, ()))
    assert asked == (ListMovable(),)
    state, asked = walk(state, MovableListed((moving,)), MovableChosen(ONE.reservation))
    assert asked == [FindTargets(ONE)]
    return walk(state, TargetsFound((LOW, HIGH)))[0]


def in_hand():
    state = walk(aimed(), TargetChosen("25"), OpenAsked(), MayTake(TAKE), DoorOpened("i1"))[0]
    return walk(state, SHUT)


def test_two_doors_one_after_another_and_both_compartments_change_at_once():
    state, effects = in_hand()
    assert isinstance(state, Carrying)
    assert state.stage is Stage.HAND
    (taken,) = changes(effects)
    assert (taken.state, taken.contents, taken.events) == (None, Contents.MAYBE, ())
    asking, effects = walk(state, OpenAsked())
    assert isinstance(asking, Asking)
    assert effects == [PutDown(ONE, "25")]
    working, _ = walk(asking, MayPut(PUT), DoorOpened("i2"))
    assert isinstance(working.at, PutParcel)
    done, effects = walk(working, SHUT)
    assert done.stage is Stage.DONE
    (moved,) = changes(effects)
    assert (moved.move_to, moved.vacates, moved.contents) == ("25", "12", Contents.PARCEL)
    assert isinstance(walk(done, FinishAsked())[0], Round)


def test_a_compartment_given_away_meanwhile_is_not_opened_and_another_is_looked_for():
    state, effects = walk(in_hand()[0], OpenAsked(), NotHere())
    assert isinstance(state, ChooseTarget)
    assert state.in_hand
    assert effects[-1] == FindTargets(ONE)
    state, _ = walk(state, TargetsFound((HIGH,)), WentBack(), TargetChosen("4"))
    assert (state.stage, state.target) == (Stage.HAND, HIGH)


def test_the_right_pin_goes_on_where_a_parcel_is_being_moved():
    shift = replace(SHIFT, proves=True)
    run = Carrying(shift, SURE, LOW)
    again, effects = walk(run, OpenAsked(), PinWanted(), PinProved(SHIFT.may))
    assert again == replace(run, shift=SHIFT)
    assert effects[-2:] == [CarryOff(ONE), ReadPinLock()]


def test_it_can_go_back_where_it_lay():
    asking, effects = walk(in_hand()[0], PutBackAsked())
    assert effects == [PutDown(ONE, "12")]
    working, _ = walk(asking, MayPut(BACK), DoorOpened("i3"))
    assert isinstance(working.at, LookInside)
    state, effects = walk(working, SHUT)
    assert state.stage is Stage.BACK
    (back,) = changes(effects)
    assert (back.state, back.move_to, back.contents) == (None, None, Contents.PARCEL)


def test_what_does_not_fit_stays_in_hand_and_its_reservation_lives():
    working, _ = walk(in_hand()[0], OpenAsked(), MayPut(PUT), DoorOpened("i2"))
    state, effects = walk(working, DoesNotFit(), SHUT, EmptyDeclared(empty=True))
    assert isinstance(state, Carrying)
    assert state.stage is Stage.HAND
    assert [change.state for change in changes(effects)] == [None, None]
    assert changes(effects)[-1].contents is Contents.EMPTY
    assert isinstance(walk(state, OtherTargetAsked())[0], ChooseTarget)


def test_a_door_that_stays_shut_leaves_everything_as_it_was():
    first = walk(aimed(), TargetChosen("25"), OpenAsked(), MayTake(TAKE))[0]
    state, _ = walk(first, DoorFailed(Failure.JAMMED, "i1"), WentBack())
    assert (state.stage, state.held) == (Stage.TAKE, None)
    second = walk(in_hand()[0], OpenAsked(), MayPut(PUT))[0]
    state, _ = walk(second, DoorFailed(Failure.JAMMED, "i2"), WentBack())
    assert (state.stage, state.held) == (Stage.HAND, None)


def test_what_somebody_left_in_hand_goes_on_from_there():
    unsure = Movable(ONE, unsure=True)
    state, _ = walk(aimed(unsure), TargetChosen("25"), InHandSaid())
    assert state.stage is Stage.HAND
    sure, _ = walk(aimed(), TargetChosen("25"), InHandSaid())
    assert sure.stage is Stage.TAKE


def test_what_does_not_lie_there_is_told_as_missing():
    state = walk(aimed(), TargetChosen("25"), OpenAsked(), MayTake(TAKE), DoorOpened("i1"))[0]
    assert isinstance(state, Working)
    state, effects = walk(state, TroubleChosen(Trouble.EMPTY), SHUT)
    assert isinstance(state, ChooseMovable)
    assert state.shift.reported == 1
    assert [e.name for e in changes(effects)[-1].events] == ["parcel.missing"]


def test_what_is_left_where_it_lies_is_not_moved():
    state = walk(aimed(), TargetChosen("25"), OpenAsked(), MayTake(TAKE), DoorOpened("i1"))[0]
    state, effects = walk(state, TroubleChosen(Trouble.NOT_MINE), SHUT)
    assert state.stage is Stage.BACK
    assert changes(effects)[-1].contents is Contents.PARCEL


def test_nothing_opens_when_the_parcel_is_not_there_any_more():
    state, effects = walk(aimed(), TargetChosen("25"), OpenAsked(), NotHere())
    assert isinstance(state, ChooseMovable)
    assert CarryOff(ONE) in effects


def test_a_sensor_that_sees_nothing_put_in_leaves_the_move_open():
    working, _ = walk(in_hand()[0], OpenAsked(), MayPut(PUT), DoorOpened("i2"))
    state, effects = walk(working, DoorClosed(occupied=False, open_for=9.0))
    assert state.stage is Stage.HAND
    assert changes(effects)[-1].move_to is None
