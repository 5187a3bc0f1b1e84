"""Staff at an open door: the journey of anybody there, until it ends for the screen behind it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from kiosk.domain.flows import duty, opening, shut, staff
from kiosk.domain.flows.after import NextDoor, ShowCode
from kiosk.domain.flows.duty import DoorDone, DoorState, SignedOff, Step, Working
from kiosk.domain.flows.effects import Effect, EndVisit, OpenDoor
from kiosk.domain.flows.inputs import CodeShown, FinishAsked, Input
from kiosk.domain.flows.staffed import StaffInput, StaffState
from kiosk.domain.flows.visit import Over

AtDoor = Callable[[Any, Input], tuple[Any, tuple[Effect, ...]]]
FREE = opening.ReachDoor | opening.DoorStuck
"""Nothing is under way at the door itself."""


def step(state: Working, event: Input, at_door: AtDoor, hears: Step = staff.step) -> duty.Next:
    """Decide what follows.

    ``at_door`` is the step of anybody's journey at a door, ``hears`` that of the screen behind.
    """
    match event:
        case CodeShown():
            return _behind(state, event, hears)
        case SignedOff(too_long) if isinstance(state.at, FREE) and not _owes(state):
            # Whose session has ended fires nothing more.
            return staff.ended(too_long=too_long), (EndVisit(),)
        case SignedOff(too_long):
            return replace(state, over=True, too_long=too_long), ()
        case StaffInput():
            return _behind(state, event, hears)
        case _:
            following, effects = at_door(state.at, event)
            if state.over and any(isinstance(effect, OpenDoor) for effect in effects):
                # Its door may be another's by now, and whoever stands here somebody else.
                return state, ()
            if state.over and isinstance(following, opening.DoorStuck) and shut.is_owed(following):
                following, more = at_door(following, FinishAsked())
                effects = (*effects, *more)
            return _followed(state, following, effects, hears)


def _owes(state: Working) -> bool:
    return isinstance(state.at, opening.DoorStuck) and shut.is_owed(state.at)


def _behind(state: Working, event: Input, hears: Step) -> duty.Next:
    """A label that is held up, or what a screen of staff's own asks at an open door."""
    behind, effects = hears(state.behind, event)
    if not isinstance(behind, StaffState):
        return state, ()
    at = state.at
    if behind.doubts is not state.behind.doubts:
        at = replace(at, visit=replace(at.visit, unsure=behind.doubts))
    return replace(state, behind=behind, at=at), effects


def _followed(
    state: Working, following: Any, effects: tuple[Effect, ...], hears: Step
) -> duty.Next:
    """Still at the door, or on with the screen behind."""
    match following:
        case opening.Done() | NextDoor() | ShowCode():
            ends = () if EndVisit() in effects else (EndVisit(),)
            done = DoorDone(following.visit, following.outcome)
            effects = (*effects, *ends)
        case Over():
            done = DoorDone(state.visit, None)
        case _ if state.over and isinstance(following, FREE):
            return staff.ended(too_long=state.too_long), (*effects, EndVisit())
        case _:
            return replace(state, at=cast("DoorState", following)), effects
    if state.over:
        return staff.ended(too_long=state.too_long), effects
    behind, more = hears(state.behind, done)
    return behind, (*effects, *more)
