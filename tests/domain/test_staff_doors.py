"""A door in staff's hands: anybody's journey there, and the screen behind it that goes on after."""

from dataclasses import dataclass, replace
from typing import ClassVar

import pytest

from kiosk.domain.acts import By
from kiosk.domain.couriers import LogOut
from kiosk.domain.flows import duty, working
from kiosk.domain.flows.courier.round import Round, RoundDone
from kiosk.domain.flows.courier.signin import LoggingIn, StaffAsked, StaffEntrance
from kiosk.domain.flows.duty import DoorDone, Shift, SignedOff, SignOff, Working
from kiosk.domain.flows.effects import EndVisit, OpenDoor, Settle
from kiosk.domain.flows.forms import LogInStopped, Stop
from kiosk.domain.flows.home import EnterCode, Home, OutOfOrder
from kiosk.domain.flows.inputs import (
    CodeShown,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorStillOpen,
    HelpAsked,
    MoreTimeAsked,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.journey import Help, StillThere, step, underway
from kiosk.domain.flows.opening import DoorStuck, Opening, PutParcel, TakeParcel
from kiosk.domain.flows.patience import patience
from kiosk.domain.flows.staffed import StaffInput, StaffState
from kiosk.domain.flows.visit import Failure, Outcome, Over
from kiosk.domain.policy import Policy
from tests.domain.story import DROPOFF, PICKUP

TOKEN = ".".join(("eyJhbGciOiJFUzUxMiJ9", "eyJjb3VyaWVyX2lkIjoiYy0xNyJ9", "A" * 176))
PUTTING = replace(DROPOFF, by=By.COURIER)
TAKING = replace(PICKUP, by=By.COURIER)
SHUT = DoorClosed(open_for=9.0)


@dataclass(frozen=True, slots=True)
class Waiting(StaffState):
    """A screen that remembers what it heard."""

    heard: tuple[object, ...] = ()
    scans: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Asked(StaffInput):
    """A touch that means something to the screen behind the door only."""


def hears(state: Waiting, event: object):
    return Waiting((*state.heard, event)), ()


def stepped(state, event):
    """As any journey goes; ``Waiting`` hears behind a door."""
    if not isinstance(state, Working) or not isinstance(state.behind, Waiting):
        return step(state, event)
    following, effects = working.step(state, event, underway, hears)
    return (Home() if isinstance(following, Over) else following), effects


def walk(state, *events):
    """Where all this leads, and everything it asked for."""
    asked = []
    for event in events:
        state, effects = stepped(state, event)
        asked += effects
    return state, asked


def begun(visit=PUTTING):
    return duty.fire(Waiting(), visit)[0]


def open_(visit=PUTTING):
    return walk(begun(visit), DoorOpened("i1"))[0]


def test_one_touch_opens_the_door_in_the_couriers_name():
    state, effects = duty.fire(Waiting(), PUTTING)
    assert isinstance(state.at, Opening)
    (fired,) = effects
    assert isinstance(fired, OpenDoor)
    assert fired.visit.by is By.COURIER


@pytest.mark.parametrize(
    ("visit", "screen", "outcome"),
    [(PUTTING, PutParcel, Outcome.DEPOSITED), (TAKING, TakeParcel, Outcome.COLLECTED)],
)
def test_a_door_that_was_shut_goes_on_with_the_screen_behind_it(visit, screen, outcome):
    at_door = open_(visit)
    assert isinstance(at_door.at, screen)
    behind, effects = walk(at_door, SHUT)
    assert isinstance(behind, Waiting)
    (done,) = behind.heard
    assert isinstance(done, DoorDone)
    assert (done.visit.reservation, done.outcome) == (visit.reservation, outcome)
    assert EndVisit() in effects
    (settled,) = [effect for effect in effects if isinstance(effect, Settle)]
    assert {event.data["initiated_by"] for event in settled.change.events} == {"courier"}


def test_a_door_that_stays_shut_goes_back_with_nothing_done():
    stuck, _ = walk(begun(), DoorFailed(Failure.JAMMED, "i1"))
    assert isinstance(stuck.at, DoorStuck)
    behind, _ = walk(stuck, WentBack())
    (done,) = behind.heard
    assert (done.outcome, done.visit.opened) == (None, False)


def test_a_door_left_open_goes_back_and_is_nobodys():
    behind, effects = walk(open_(), DoorStillOpen(3))
    (done,) = behind.heard
    assert (done.outcome, done.visit.opened) == (None, True)
    assert EndVisit() in effects


def test_a_label_held_up_at_the_open_door_is_heard_behind_it():
    state, _ = walk(open_(TAKING), CodeShown("GLS-0090117"))
    assert isinstance(state.at, TakeParcel)
    assert state.behind.heard == (CodeShown("GLS-0090117"),)


def test_a_session_that_ends_at_an_open_door_sees_it_to_its_end():
    state, _ = walk(open_(), SignedOff())
    assert isinstance(state.at, PutParcel)
    over, effects = walk(state, SHUT)
    assert isinstance(over, Home)
    assert EndVisit() in effects


def test_a_session_that_lasted_as_long_as_one_may_says_so_once_its_door_is_shut():
    at_list, _ = walk(Round(Shift("c-17"), ()), SignedOff(too_long=True))
    at_door, effects = walk(open_(), SignedOff(too_long=True), SHUT)
    jammed, _ = walk(begun(), SignedOff(too_long=True), DoorFailed(Failure.JAMMED, "i1"))
    stuck, _ = walk(begun(), DoorFailed(Failure.JAMMED, "i1"), SignedOff(too_long=True))
    assert {at_list, at_door, jammed, stuck} == {LogInStopped(Stop.TOO_LONG)}
    assert EndVisit() in effects
    assert isinstance(walk(at_list, TimedOut(), TimedOut())[0], Home)
    assert isinstance(walk(at_list, CodeShown(TOKEN))[0], LoggingIn)


def test_a_session_that_ends_while_a_lock_fires_ends_when_it_stays_shut():
    state, _ = walk(begun(), SignedOff())
    assert isinstance(state.at, Opening)
    over, _ = walk(state, DoorFailed(Failure.JAMMED, "i1"))
    assert isinstance(over, Home)


def test_a_session_that_ends_at_a_door_that_stayed_shut_fires_nothing_more():
    stuck, _ = walk(begun(), DoorFailed(Failure.JAMMED, "i1"))
    over, effects = walk(stuck, SignedOff())
    assert isinstance(over, Home)
    assert effects == [EndVisit()]


def test_what_a_screen_of_staffs_own_asks_at_an_open_door_is_heard_behind_it():
    state, effects = walk(open_(TAKING), Asked())
    assert isinstance(state.at, TakeParcel)
    assert (state.behind.heard, effects) == ((Asked(),), [])


@pytest.mark.parametrize("cover", [HelpAsked(), TimedOut()], ids=["help", "idle warning"])
def test_a_session_that_ends_behind_help_or_the_idle_warning_ends(cover):
    covered, _ = walk(Round(Shift("c-17"), ()), cover)
    assert isinstance(covered, Help | StillThere)
    assert isinstance(walk(covered, SignedOff())[0], Home)


def test_who_walks_away_is_warned_and_then_signed_off():
    warned, _ = walk(Round(Shift("c-17"), ()), TimedOut())
    assert isinstance(warned, StillThere)
    assert isinstance(walk(warned, MoreTimeAsked())[0], Round)
    over, effects = walk(warned, TimedOut())
    assert isinstance(over, Home)
    assert effects == [SignOff(LogOut.IDLE)]


def test_staff_get_longer_than_consumers_and_an_open_door_longest():
    policy = Policy()
    courier = patience(Round(Shift("c-17"), ()), policy, access=False)
    assert courier == policy.courier_idle - policy.idle_warning
    assert patience(StaffEntrance(), policy, access=False) == policy.idle - policy.idle_warning
    assert patience(open_(), policy, access=False) is None


@pytest.mark.parametrize("state", [Home(), EnterCode()], ids=["home", "enter code"])
def test_a_token_held_up_is_judged_without_a_touch(state):
    assert isinstance(walk(state, CodeShown(TOKEN))[0], LoggingIn)


@pytest.mark.parametrize("state", [Home(), OutOfOrder()], ids=["home", "out of order"])
def test_staff_get_in_also_when_nothing_works(state):
    assert isinstance(walk(state, StaffAsked())[0], StaffEntrance)


def test_the_door_of_a_working_state_is_its_visit():
    state = open_()
    assert isinstance(state, Working)
    assert state.visit.reservation == PUTTING.reservation


def test_the_count_shows_before_the_courier_goes():
    shown, _ = walk(Round(Shift("c-17", delivered=2), ()), WentBack())
    assert shown == RoundDone(Shift("c-17", delivered=2))
