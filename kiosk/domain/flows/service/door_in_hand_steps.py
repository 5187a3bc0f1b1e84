"""What follows at a door in a technician's hands."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain.couriers import LogOut
from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import SignedOff, Step
from kiosk.domain.flows.effects import Effect, Flag, Settle
from kiosk.domain.flows.inputs import (
    DoorClosed,
    DoorOpened,
    DoorStillOpen,
    OpenAsked,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.service.door_in_hand import (
    Behind,
    Ending,
    Hand,
    HandDone,
    InsideNoted,
    InsideSaid,
    LetGo,
    NoteInside,
    NotUnlocked,
    StandsOpen,
    State,
    StaysShut,
    Unlocked,
    Unlocking,
    WhatInside,
    fire,
)
from kiosk.domain.flows.shut import LAST_STAGE
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.flows.visit import Failure, Over
from kiosk.domain.model import Change, CompartmentFlag, IntentState
from kiosk.domain.settling import inspecting


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case Unlocking() | StandsOpen(), SignedOff():
            return replace(state, hand=replace(state.hand, over=True)), ()
        case StaysShut() | WhatInside(), SignedOff():
            return Over(), (LetGo(),)
        case Unlocking() | StaysShut() | WhatInside(said=None), Unlocked(intent):
            return _open(state, intent)
        case Unlocking() | StaysShut() | WhatInside(), DoorOpened(intent):
            # It came loose after all, or was pushed and sprang back: what was said counts no more.
            return _open(state, intent)
        case Unlocking(hand, behind), NotUnlocked(failure, intent):
            return _stuck(hand, behind, failure, intent)
        case StaysShut(), _:
            return _stays_shut(state, event)
        case StandsOpen(), _:
            return _stands_open(state, event)
        case WhatInside(), _:
            return _inside(state, event)
        case _:
            return state, ()


def _open(state: Unlocking | StaysShut | WhatInside, intent: str) -> duty.Next:
    hand = replace(state.hand, intent=intent)
    change = inspecting.opened(hand.label, hand.who.account)
    return StandsOpen(hand, state.behind), (Settle(intent, IntentState.OPENED, change),)


def _stuck(hand: Hand, behind: Behind, failure: Failure, intent: str | None) -> duty.Next:
    change = inspecting.stuck(hand.label, hand.who.account, failure)
    effects = () if intent is None else (Settle(intent, IntentState.FAILED, change),)
    if hand.over:
        return Over(), (*effects, LetGo())
    return StaysShut(hand, behind, failure), effects


def _stays_shut(state: StaysShut, event: object) -> duty.Next:
    match event:
        case OpenAsked() if state.may_try:
            return fire(state.hand, state.behind)
        case WentBack():
            done = HandDone(state.hand, Ending.STAYED_SHUT, failure=state.failure)
            return _ended(state.behind, done)
        case TimedOut():
            following, effects = duty.sign_off(LogOut.IDLE)
            return following, (LetGo(), *effects)
        case _:
            return state, ()


def _stands_open(state: StandsOpen, event: object) -> duty.Next:
    hand = state.hand
    match event:
        case DoorClosed(occupied):
            change = inspecting.shut(hand.label, hand.who.account)
            settled = _settle(hand, IntentState.CLOSED, change)
            if hand.over:
                return Over(), (settled, LetGo())
            return WhatInside(hand, state.behind, occupied), (settled,)
        case DoorStillOpen(stage, heard) if stage < LAST_STAGE:
            return replace(state, stage=stage, heard=heard), ()
        case WentBack() if state.heard:
            return state, ()
        case DoorStillOpen() | WentBack():
            change = inspecting.left_open(hand.label, hand.owner, hand.who.account)
            left = Change("compartment.left", compartment=hand.label)
            effects = (
                _settle(hand, IntentState.LEFT_OPEN, change),
                Flag(hand.label, CompartmentFlag.LEFT_OPEN, left),
            )
            return _ended(state.behind, HandDone(hand, Ending.LEFT_OPEN), *effects)
        case _:
            return state, ()


def _inside(state: WhatInside, event: object) -> duty.Next:
    hand = state.hand
    match event:
        case InsideSaid(contents) if state.said is None:
            return replace(state, said=contents), (NoteInside(hand, contents),)
        case InsideNoted(finding, expected) if state.said is not None:
            done = HandDone(hand, Ending.LOOKED, state.said, finding, expected)
            return _ended(state.behind, done)
        case WentBack() if state.said is None:
            return _ended(state.behind, HandDone(hand, Ending.UNSAID))
        case TimedOut() if state.said is None:
            following, effects = duty.sign_off(LogOut.IDLE)
            return following, (LetGo(), *effects)
        case _:
            return state, ()


def _settle(hand: Hand, state: IntentState, change: Change) -> Settle:
    return Settle(hand.intent or "", state, change)


def _ended(behind: Behind, done: HandDone, *effects: Effect) -> duty.Next:
    if done.hand.over:
        return Over(), (*effects, LetGo())
    following, more = behind.door_done(done)
    return following, (*effects, LetGo(), *more)


STEPS: Mapping[type[StaffState], Step] = {
    Unlocking: step,
    StandsOpen: step,
    StaysShut: step,
    WhatInside: step,
}
