"""B17, C25: several doors in one visit, one after another."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.after import ConfirmPut, NextDoor, ShowCode
from kiosk.domain.flows.choices import Agreed, ParcelDeclared
from kiosk.domain.flows.effects import EndVisit
from kiosk.domain.flows.gates import AskTerms
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    CancelAsked,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorStillOpen,
    EmptyDeclared,
    FinishAsked,
    OpenAsked,
    ReasonChosen,
    TimedOut,
    TroubleAsked,
    TroubleChosen,
)
from kiosk.domain.flows.journey import StillThere
from kiosk.domain.flows.opening import Done, DoorStuck, Opening, PutParcel, ReachDoor, TakeParcel
from kiosk.domain.flows.problem import AskReason, AskTrouble, ConfirmEmpty, LeaveClosed, ShutFirst
from kiosk.domain.flows.visit import Failure, Outcome, Reason, Trouble
from kiosk.domain.model import Contents, ReservationId
from kiosk.domain.particulars import Demand
from tests.domain.samples import SECOND
from tests.domain.story import DROPOFF, PICKUP, WALKUP, Line, at_open_door, story

THIRD = replace(PICKUP, label="14", reservation=ReservationId("r3"))
BUNDLE = replace(PICKUP, rest=(SECOND, THIRD))
EXCHANGE = replace(DROPOFF, rest=(SECOND,))
SHUT: Line = (DoorClosed(open_for=9.0), NextDoor)
ON: list[Line] = [(OpenAsked(), Opening), (DoorOpened("i2"), TakeParcel)]


def told_of(tale, reservation: str) -> list[str]:
    of_it = [change for change in tale.changes if change.reservation == reservation]
    return [event.name for change in of_it for event in change.events]


def test_several_parcels_are_picked_up_with_one_code_one_door_after_another():
    tale = story(*at_open_door(BUNDLE))
    tale.goes((OpenAsked(), TakeParcel))
    assert tale.opened == ["12"]
    tale.goes(SHUT)
    assert len(tale.state.visit.rest) == 2
    tale.goes(*ON, SHUT)
    assert (tale.state.visit.number, len(tale.state.visit.rest)) == (2, 1)
    tale.goes(*ON, (DoorClosed(), Done), (FinishAsked(), Home))
    assert tale.opened == ["12", "13", "14"]
    assert tale.told == ["parcel.collected"] * 3
    assert {change.reservation for change in tale.changes} == {"r1", "r2", "r3"}


@pytest.mark.parametrize("ways", [[(FinishAsked(), Home)], [(TimedOut(), StillThere)] * 2])
def test_who_leaves_after_the_first_leaves_the_others_as_they_are(ways):
    tale = story(*at_open_door(BUNDLE), SHUT, ways[0])
    if len(ways) > 1:
        tale.goes((TimedOut(), Home))
    assert tale.opened == ["12"]
    assert {change.reservation for change in tale.changes} == {"r1"}
    assert tale.effects[-1] == EndVisit()
    assert tale.goes((OpenAsked(), Home)).opened == ["12"]


def test_each_door_of_a_bundle_asks_what_it_demands():
    asking = replace(PICKUP, rest=(replace(SECOND, gates=(Demand.TERMS,)),))
    tale = story(*at_open_door(asking), SHUT, (OpenAsked(), AskTerms))
    assert tale.opened == ["12"]
    assert tale.goes((Agreed(), Opening)).opened == ["12", "13"]


def test_in_access_mode_the_place_of_each_door_is_shown():
    slow = replace(BUNDLE, access=True)
    tale = story((DoorClosed(), NextDoor), (OpenAsked(), ReachDoor), at=TakeParcel(slow))
    assert tale.opened == []


def test_a_first_door_that_springs_back_is_shut_before_the_next_opens():
    tale = story(*at_open_door(BUNDLE), SHUT, (DoorOpened("i1"), TakeParcel))
    assert tale.goes((OpenAsked(), TakeParcel)).opened == ["12"]
    assert tale.goes(SHUT).told == ["parcel.collected"]


def test_a_second_door_that_is_stuck_leaves_its_parcel_its_owners():
    tale = story(*at_open_door(BUNDLE), SHUT, (OpenAsked(), Opening))
    tale.goes((DoorFailed(Failure.JAMMED, "i2"), DoorStuck), (FinishAsked(), Home))
    assert told_of(tale, "r2") == []


def test_after_a_parcel_that_was_not_taken_no_other_door_is_offered():
    tale = story(*at_open_door(BUNDLE), (TroubleAsked(), AskTrouble))
    tale.goes((TroubleChosen(Trouble.OUT_OF_REACH), LeaveClosed), (DoorClosed(), Done))
    assert tale.state.outcome is Outcome.NOT_TAKEN


def test_a_door_of_a_bundle_left_open_ends_the_visit():
    tale = story(*at_open_door(BUNDLE), (DoorStillOpen(3), Home))
    assert tale.opened == ["12"]


# Exchange.


def test_an_exchange_puts_one_in_and_then_takes_the_other():
    tale = story(*at_open_door(EXCHANGE), SHUT)
    assert tale.told == ["parcel.deposited"]
    tale.goes(*ON, (DoorClosed(), Done))
    assert tale.opened == ["12", "13"]
    assert tale.told == ["parcel.deposited", "parcel.collected"]
    assert (tale.inside("12"), tale.inside("13")) == (Contents.PARCEL, Contents.EMPTY)


def test_who_puts_nothing_in_gets_nothing_out():
    tale = story(*at_open_door(EXCHANGE), (CancelAsked(), AskReason))
    tale.goes((ReasonChosen(Reason.CHANGED_MIND), ShutFirst), (DoorClosed(), ConfirmEmpty))
    tale.goes((EmptyDeclared(empty=True), Done), (OpenAsked(), Done), (FinishAsked(), Home))
    assert tale.opened == ["12"]


def test_what_the_sensor_cannot_prove_counts_as_put_in():
    tale = story(*at_open_door(EXCHANGE), (DoorClosed(False), NextDoor))
    assert tale.state.outcome is Outcome.DEPOSITED_UNCONFIRMED


def test_nobody_who_happens_by_is_offered_the_other_door_at_once():
    tale = story(*at_open_door(EXCHANGE), (CancelAsked(), AskReason))
    tale.goes((ReasonChosen(Reason.CHANGED_MIND), ShutFirst), (DoorClosed(), ConfirmEmpty))
    tale.goes((TimedOut(), StillThere), (TimedOut(), StillThere), (OpenAsked(), StillThere))
    assert tale.goes((TimedOut(), Home)).opened == ["12"]


def test_a_return_begun_here_shows_its_code_before_the_next_door():
    both = replace(WALKUP, rest=(SECOND,))
    tale = story(*at_open_door(both), (DoorClosed(True), ShowCode), (FinishAsked(), NextDoor))
    assert tale.state.visit.handover is None
    assert tale.goes(*ON, (DoorClosed(), Done)).opened == ["12", "13"]


def test_a_walk_up_that_holds_nothing_shows_no_code():
    tale = story((DoorClosed(), ConfirmPut), at=PutParcel(replace(WALKUP, intent="i1")))
    tale.goes((ParcelDeclared(inside=False), Done), (FinishAsked(), Home))
    assert tale.opened == []
