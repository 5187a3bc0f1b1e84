"""A session that ends at a door: nothing more is fired for it, and what is owed is told."""

from dataclasses import replace

import pytest

from kiosk.domain.acts import By
from kiosk.domain.flows import duty
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.duty import Shift, SignedOff
from kiosk.domain.flows.effects import EndVisit, Flag, OpenDoor, Record, Settle
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import DoorClosed, DoorFailed, DoorOpened, OpenAsked, TroubleChosen
from kiosk.domain.flows.journey import step
from kiosk.domain.flows.visit import Failure, Trouble
from kiosk.domain.model import IntentState
from kiosk.domain.model import ReservationState as S
from tests.domain.story import DROPOFF, PICKUP

PUTTING = replace(DROPOFF, by=By.COURIER)
TAKING = replace(PICKUP, by=By.COURIER)
SOON = DoorClosed(open_for=1.0)
JAMMED = DoorFailed(Failure.JAMMED, "i2")


def walk(state, *events):
    """Where all this leads, and everything it asked for."""
    asked = []
    for event in events:
        state, effects = step(state, event)
        asked += effects
    return state, asked


def at_door(visit, *events):
    return walk(duty.fire(Round(Shift("c-17"), ()), visit)[0], DoorOpened("i1"), *events)[0]


def test_a_door_that_was_shut_opens_no_more_for_a_session_that_has_ended():
    asked = at_door(PUTTING, SOON, SignedOff())
    assert walk(asked, OpenAsked()) == (asked, [])
    assert any(isinstance(e, OpenDoor) for e in walk(at_door(PUTTING, SOON), OpenAsked())[1])


def test_nor_does_one_that_is_said_not_to_have_opened():
    ended = at_door(TAKING, SignedOff())
    assert walk(ended, TroubleChosen(Trouble.DID_NOT_OPEN)) == (ended, [])


def test_a_deposit_is_told_when_its_session_ends_before_the_door_opens_again():
    over, effects = walk(at_door(PUTTING, SOON, OpenAsked(), SignedOff()), JAMMED)
    assert isinstance(over, Home)
    assert S.STORED in [e.change.state for e in effects if isinstance(e, Record)]
    assert effects[-1] == EndVisit()


@pytest.mark.parametrize(
    ("failure", "state"),
    [(Failure.JAMMED, IntentState.CLOSED), (Failure.BOARD, IntentState.LEFT_OPEN)],
)
def test_a_door_that_had_been_open_is_settled_when_its_session_has_ended(failure, state):
    once_more = at_door(TAKING, TroubleChosen(Trouble.DID_NOT_OPEN), SignedOff())
    over, effects = walk(once_more, DoorFailed(failure, None))
    assert isinstance(over, Home)
    assert state in [e.state for e in effects if isinstance(e, Settle)]
    left = any(isinstance(e, Flag) for e in effects)
    assert left is (state is IntentState.LEFT_OPEN)
