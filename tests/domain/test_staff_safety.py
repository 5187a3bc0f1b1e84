"""What no order of touches, scans and answers may bring about at staff's screens."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.demo.states_staff import STAFF
from kiosk.domain.flows import journey, opening, staff
from kiosk.domain.flows.duty import SignedOff, SignOff, Working
from kiosk.domain.flows.effects import Effect, OpenDoor
from kiosk.domain.flows.forms import LogInStopped
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    DoorOpened,
    DoorSighted,
    DoorStillOpen,
    OrderChanged,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.journey import State, StillThere
from kiosk.domain.flows.staffed import StaffState, Told
from tests.domain.samples import EVERYTHING, TOUCHES
from tests.domain.staff_inputs import everything, kinds, near, staffs

ALIKE = 1
"""So many states of one kind are walked on from, beyond the samples."""
UNASKED = (TimedOut, SignedOff, DoorOpened, DoorStillOpen, DoorSighted, OrderChanged)
"""What comes without anybody's touch or scan."""
OUT = (Home, LogInStopped)
"""Nobody is logged in where these show."""
NOTHING_OPEN = (opening.ReachDoor, opening.DoorStuck)
"""Where nothing is under way at the door itself."""
LINES = 6
"""Of the longest form, and of what is gone through page by page."""
PATIENT = 4
"""Idle times after which nobody is logged in any more."""


@dataclass(frozen=True)
class Arrow:
    """One step at staff's screens."""

    before: State
    event: Any
    after: State
    effects: tuple[Effect, ...]


def beneath(state: State) -> State:
    return state.before if isinstance(state, journey.Above) else state


def is_staffs(state: State) -> bool:
    return isinstance(beneath(state), StaffState | Working)


@cache
def arrows() -> tuple[Arrow, ...]:
    """Every step from the samples on, by everything that can happen, stray inputs included."""
    return tuple(_walk())


def _walk() -> Iterator[Arrow]:
    new = deque(STAFF.values())
    alike: Counter[object] = Counter(map(_kind, new))
    while new:
        here = new.popleft()
        for event in _events(here):
            following, effects = _stepped(here, event)
            yield Arrow(here, event, following, effects)
            if is_staffs(following) and following != here and alike[_kind(following)] < ALIKE:
                alike[_kind(following)] += 1
                new.append(following)


def _events(state: State) -> tuple[Any, ...]:
    bare = beneath(state)
    if isinstance(bare, Working):
        return (*EVERYTHING, *near(type(bare.behind)))
    return near(type(bare))


def _stepped(state: State, event: Any) -> tuple[State, tuple[Effect, ...]]:
    try:
        return journey.step(state, event)
    except Exception as error:
        raise AssertionError(f"{event} upsets {state}") from error


def _kind(state: State) -> object:
    bare = beneath(state)
    if not isinstance(bare, Working) or bare is not state:
        return type(state), type(bare)
    return type(bare.at), type(bare.behind), bare.over


def screens() -> list[State]:
    """One for each arrow's beginning, in order."""
    found: list[State] = []
    for arrow in arrows():
        if not found or found[-1] is not arrow.before:
            found.append(arrow.before)
    return found


def test_every_screen_of_staffs_has_a_sample_or_is_reached_from_one():
    bare = [beneath(state) for state in screens()]
    walked = {type(one.behind if isinstance(one, Working) else one) for one in bare}
    assert set(staff.STEPS) <= walked


def test_every_kind_of_input_is_tried():
    assert {type(one) for one in staffs()} == set(kinds())


def test_one_step_fires_one_lock_at_most_and_for_staff_alone():
    fired = [a for a in arrows() if any(isinstance(e, OpenDoor) for e in a.effects)]
    for arrow in fired:
        assert sum(isinstance(e, OpenDoor) for e in arrow.effects) == 1, arrow
        assert isinstance(beneath(arrow.after), Working), arrow


def test_no_door_opens_unless_somebody_touched_scanned_or_shut_one():
    """What the kiosk answers opens one only where the screen waits for that, after a touch."""
    for arrow in arrows():
        if any(isinstance(effect, OpenDoor) for effect in arrow.effects):
            assert not isinstance(arrow.event, UNASKED), arrow
            assert not isinstance(arrow.event, Told) or _awaits(arrow.before), arrow


def _awaits(state: State) -> bool:
    bare = beneath(state)
    return isinstance(bare, StaffState) and bare.awaited


def _leaves(state: State) -> bool:
    """By one touch or the same one some times, and not only into the help that lies over it."""
    here = beneath(state)
    touched = (one for one in _events(state) if not isinstance(one, (*UNASKED, Told)))
    return any(_leads_away(here, touch) for touch in (*TOUCHES, *touched))


def _leads_away(here: State, touch: Any) -> bool:
    now = here
    for _ in range(LINES):
        before, (now, _effects) = now, journey.step(now, touch)
        if type(now) is not type(here):
            return not isinstance(now, journey.Above)
        if now == before:
            return False
    return False


def _passes(state: State) -> bool:
    """By an answer of the kiosk's, or by a touch once that is there."""
    answers = (one for one in _events(state) if isinstance(one, Told))
    following = (journey.step(state, one)[0] for one in answers)
    return any(type(one) is not type(state) or (one != state and _leaves(one)) for one in following)


def test_every_screen_can_be_left():
    for state in screens():
        # An open door is left by shutting it; what follows then is tried with anybody's doors.
        at_door = isinstance(beneath(state), Working)
        assert at_door or _leaves(state) or _passes(state), state


def test_who_walks_away_is_logged_out():
    for state in screens():
        if isinstance(beneath(state), Working) or _waits_for_the_kiosk(state):
            continue
        told: list[Effect] = []
        here = state
        for _ in range(PATIENT):
            here, effects = journey.step(here, TimedOut())
            told += effects
        assert isinstance(here, Home), state
        if _known(state):
            assert any(isinstance(effect, SignOff) for effect in told), state


def _waits_for_the_kiosk(state: State) -> bool:
    """Which always answers: somebody's PIN is being judged, or a list read."""
    bare = beneath(state)
    judging = getattr(bare, "judging", False) is True
    return isinstance(bare, StaffState) and (bare.awaited or judging)


def _known(state: State) -> bool:
    bare = beneath(state)
    return isinstance(bare, StaffState) and bare.known


def test_a_session_that_ended_leaves_no_screen_behind():
    for state in screens():
        if _known(state):
            assert isinstance(journey.step(state, SignedOff())[0], Home), state


def test_a_door_in_the_hands_of_who_is_logged_out_goes_on_and_nothing_follows_it():
    for arrow in arrows():
        bare, now = beneath(arrow.before), beneath(arrow.after)
        if isinstance(bare, Working) and isinstance(arrow.event, SignedOff):
            ends = isinstance(now, OUT) and isinstance(bare.at, NOTHING_OPEN)
            assert ends or (isinstance(now, Working) and now.over), arrow
        if isinstance(bare, Working) and bare.over:
            assert isinstance(now, (Working, *OUT)), arrow


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(STAFF)),
    st.lists(st.sampled_from(range(len(everything()))), max_size=25),
)
def test_however_it_is_touched_the_way_home_is_short(name: str, tries: list[int]):
    here: State = STAFF[name]
    for number in tries:
        here, effects = journey.step(here, everything()[number])
        assert sum(isinstance(effect, OpenDoor) for effect in effects) <= 1
        if not is_staffs(here):
            return
    if not isinstance(beneath(here), Working) and not _waits_for_the_kiosk(here):
        for _ in range(PATIENT):
            here, _ = journey.step(here, TimedOut())
        assert isinstance(here, Home)


@pytest.mark.parametrize("name", [name for name, one in STAFF.items() if _known(one)])
def test_the_idle_warning_is_ended_by_a_touch_back_and_by_silence(name: str):
    warned, _ = journey.step(STAFF[name], TimedOut())
    if isinstance(warned, StillThere):
        gone, effects = journey.step(warned, WentBack())
        assert journey.step(warned, TimedOut()) == (gone, effects)
