"""Mode front: an open door that nobody sees is shut by the person's word, or never."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.after import ConfirmPut, ShowCode
from kiosk.domain.flows.choices import ParcelDeclared
from kiosk.domain.flows.effects import Settle
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorSighted,
    DoorStillOpen,
    FinishAsked,
    HelpAsked,
    TroubleAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.journey import Help
from kiosk.domain.flows.opening import Done, DoorStuck, Opening, TakeParcel
from kiosk.domain.flows.problem import AskTrouble, LeaveClosed
from kiosk.domain.flows.visit import Failure, Outcome, Trouble, Visit
from kiosk.domain.model import Contents, IntentState
from tests.domain.story import AT_DOOR, DROPOFF, OPENING, PICKUP, TOLD_AT_OPEN, WALKUP, Tale

HIDDEN = DoorSighted(seen=False)


def unseen(visit: Visit) -> Tale:
    """Its door stood open and is shown no more."""
    screen = AT_DOOR[visit.purpose]
    opening = Tale(Opening(replace(visit, pulses=1)))
    return opening.goes((DoorOpened("i1"), screen), (HIDDEN, screen))


def test_a_door_that_is_seen_is_not_shut_by_a_word():
    tale = Tale(Opening(PICKUP)).goes((DoorOpened("i1"), TakeParcel), (FinishAsked(), TakeParcel))
    assert len(tale.changes) == 1


def test_who_says_that_the_door_is_shut_has_taken_the_parcel():
    tale = unseen(PICKUP).goes((FinishAsked(), Done))
    last = tale.changes[-1]
    assert last.contents is Contents.EMPTY
    assert last.facts["door_seen"] is False
    assert tale.told == ["parcel.collected"]
    assert last.events[0].data["door_seen"] is False
    assert isinstance(tale.state, Done)
    assert tale.state.outcome is Outcome.COLLECTED


def test_when_nobody_says_anything_nobody_vouches_for_what_lies_there():
    tale = unseen(PICKUP).goes((DoorStillOpen(1), TakeParcel), (DoorStillOpen(3), Home))
    assert tale.changes[-1].contents is Contents.MAYBE
    assert tale.changes[-1].facts["door_seen"] is False
    settled = [effect for effect in tale.effects if isinstance(effect, Settle)]
    assert settled[-1].state is IntentState.CLOSED


@pytest.mark.parametrize(
    ("says", "contents"), [(FinishAsked(), Contents.PARCEL), (DoorStillOpen(3), Contents.MAYBE)]
)
def test_a_drop_off_counts_as_one_whatever_is_said_or_not(says, contents):
    tale = unseen(DROPOFF)
    tale.goes((says, Done if says == FinishAsked() else Home))
    assert tale.changes[-1].contents is contents
    assert tale.told == ["parcel.deposited"]


def test_what_was_begun_here_is_asked_for_and_its_code_is_shown_all_the_same():
    unseen(WALKUP).goes((FinishAsked(), ConfirmPut), (ParcelDeclared(inside=True), ShowCode))
    assert unseen(WALKUP).goes((DoorStillOpen(3), ShowCode)).told == ["parcel.deposited"]


def test_what_one_stores_stays_stored():
    assert unseen(OPENING).goes((FinishAsked(), Done)).changes[-1].contents is Contents.PARCEL
    by_time = unseen(OPENING).goes((DoorStillOpen(3), Home)).changes[-1]
    assert by_time.contents is Contents.MAYBE


def test_a_parcel_that_cannot_be_taken_stays_whoever_sees_the_door():
    for event, end in ((FinishAsked(), Done), (DoorStillOpen(3), Home)):
        tale = unseen(replace(PICKUP, rules=TOLD_AT_OPEN))
        tale.goes(
            (TroubleAsked(), AskTrouble),
            (FinishAsked(), AskTrouble),  # no such button there
            (TroubleChosen(Trouble.UNWANTED), LeaveClosed),
            (event, end),
        )
        assert tale.changes[-1].contents is Contents.PARCEL


def test_a_door_that_is_seen_again_is_believed_again():
    tale = unseen(PICKUP).goes((DoorSighted(seen=True), TakeParcel), (FinishAsked(), TakeParcel))
    tale.goes((DoorClosed(), Done))
    assert "door_seen" not in tale.changes[-1].facts
    shut = unseen(PICKUP).goes((DoorClosed(), Done)).changes[-1]
    assert "door_seen" not in shut.facts


def test_help_does_not_hide_that_the_door_is_out_of_sight():
    tale = Tale(Opening(PICKUP)).goes((DoorOpened("i1"), TakeParcel), (HelpAsked(), Help))
    tale.goes((HIDDEN, Help), (WentBack(), TakeParcel), (FinishAsked(), Done))


@pytest.mark.parametrize("failure", [Failure.UNHEARD, Failure.LATER, Failure.TURNED_AWAY])
def test_a_lock_of_the_vendors_that_stays_shut_is_not_called_broken(failure):
    stuck = Tale(Opening(replace(PICKUP, pulses=3))).goes((DoorFailed(failure, "i1"), DoorStuck))
    assert stuck.told == []
    jammed = Tale(Opening(replace(PICKUP, pulses=3)))
    assert jammed.goes((DoorFailed(Failure.JAMMED, "i1"), DoorStuck)).told == [
        "compartment.problem"
    ]


def test_a_door_that_may_have_opened_unheard_proves_nothing_any_more():
    stuck = Tale(Opening(replace(PICKUP, pulses=1)))
    stuck.goes((DoorFailed(Failure.UNHEARD, "i1"), DoorStuck))
    assert stuck.changes[-1].contents is Contents.MAYBE
    turned_away = Tale(Opening(replace(PICKUP, pulses=1)))
    turned_away.goes((DoorFailed(Failure.TURNED_AWAY, "i1"), DoorStuck))
    assert turned_away.changes[-1].contents is None


def test_what_the_cloud_refuses_is_not_asked_for_again():
    assert DoorStuck(replace(PICKUP, pulses=1), Failure.UNHEARD).may_try
    assert DoorStuck(replace(PICKUP, pulses=1), Failure.LATER).may_try
    assert not DoorStuck(replace(PICKUP, pulses=1), Failure.TURNED_AWAY).may_try
