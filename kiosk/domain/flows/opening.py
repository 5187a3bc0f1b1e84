"""A door is asked to open: the way to it, the lock firing, and what when it stays shut."""

from dataclasses import dataclass, replace

from kiosk.domain import settling
from kiosk.domain.flows.effects import Effect, EndVisit, OpenDoor, Record, Settle
from kiosk.domain.flows.inputs import (
    DoorFailed,
    DoorOpened,
    FinishAsked,
    Input,
    OpenAsked,
    TimedOut,
    TroubleAsked,
    WentBack,
)
from kiosk.domain.flows.visit import Failure, Outcome, Over, Trouble, Visit
from kiosk.domain.model import IntentState, Purpose

PULSES = 3
"""Pulses for one opening; each after the first needs a tap."""


@dataclass(frozen=True, slots=True)
class ReachDoor:
    """In access mode the door's place is shown before anything opens."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class Opening:
    visit: Visit


@dataclass(frozen=True, slots=True)
class DoorStuck:
    """The lock was fired and the door stayed shut, or the lock could not be fired."""

    visit: Visit
    failure: Failure

    @property
    def may_try(self) -> bool:
        return self.visit.pulses < PULSES and self.failure in {
            Failure.JAMMED,
            Failure.BOARD,
            Failure.BUSY,
        }


@dataclass(frozen=True, slots=True)
class TakeParcel:
    """The pick-up's door is open; the stage grows the longer it stands open."""

    visit: Visit
    stage: int = 0


@dataclass(frozen=True, slots=True)
class PutParcel:
    """The drop-off's door is open."""

    visit: Visit
    stage: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """The door is shut; from here, and only from here, it opens again without a code."""

    visit: Visit
    outcome: Outcome
    reopens: bool


State = ReachDoor | Opening | DoorStuck | TakeParcel | PutParcel | Done | Over
Next = tuple[State, tuple[Effect, ...]]


def begin(visit: Visit) -> Next:
    """The code was proved."""
    return (ReachDoor(visit), ()) if visit.access else fire(visit)


def fire(visit: Visit) -> tuple[Opening, tuple[Effect, ...]]:
    """One pulse; the intent of an opening that is still owed its end stays in hand."""
    shot = replace(visit, pulses=visit.pulses + 1)
    return Opening(shot), (OpenDoor(shot),)


def step(state: ReachDoor | Opening | DoorStuck | Done, event: Input) -> Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case ReachDoor(visit), OpenAsked():
            return fire(visit)
        case ReachDoor(visit), TroubleAsked():
            # Nothing has opened: the reservation stays, only the operator hears of it.
            told = settling.reported(visit, Trouble.OUT_OF_REACH)
            return Done(visit, Outcome.REPORTED, reopens=False), (Record(told), EndVisit())
        case ReachDoor(), WentBack() | TimedOut():
            return Over(), (EndVisit(),)
        case Opening(visit) | DoorStuck(visit), DoorOpened(intent):
            # A stuck door may still come loose while the person pushes it.
            return _opened(replace(visit, intent=intent, pulses=0))
        case Opening(visit), DoorFailed(failure, intent):
            return _failed(visit, failure, intent)
        case DoorStuck(visit), OpenAsked() if state.may_try:
            return fire(visit)
        case DoorStuck(), FinishAsked() | WentBack() | TimedOut():
            return Over(), (EndVisit(),)
        case Done(visit, reopens=True), OpenAsked():
            return fire(visit)
        case Done(visit, reopens=True), DoorOpened(intent):
            # Pushed, and sprang back: it is still this person's door, and nothing new is told.
            return _opened(replace(visit, intent=intent, pulses=0))
        case Done(), FinishAsked() | WentBack() | TimedOut():
            return Over(), (EndVisit(),)
        case _:
            return state, ()


def _opened(visit: Visit) -> Next:
    change = settling.opened(visit)
    visit = replace(visit, opened=True, owes=False)
    state = TakeParcel(visit) if visit.purpose is Purpose.PICKUP else PutParcel(visit)
    return state, (Settle(visit.intent or "", IntentState.OPENED, change),)


def _failed(visit: Visit, failure: Failure, intent: str | None) -> Next:
    state = DoorStuck(visit, failure)
    if intent is None:
        return state, ()
    return state, (Settle(intent, IntentState.FAILED, settling.stuck(visit)),)
