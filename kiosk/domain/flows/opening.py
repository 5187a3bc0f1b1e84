"""A door is asked to open: the way to it, the lock firing, and what when it stays shut."""

from dataclasses import dataclass, replace

from kiosk.domain import settling
from kiosk.domain.flows.choices import Want
from kiosk.domain.flows.effects import Effect, EndVisit, FindOther, OpenDoor, Record, Settle
from kiosk.domain.flows.inputs import (
    DoorFailed,
    DoorOpened,
    FinishAsked,
    Input,
    NoOther,
    OpenAsked,
    OtherFound,
    TimedOut,
    TroubleAsked,
    WentBack,
)
from kiosk.domain.flows.papers import Slip
from kiosk.domain.flows.visit import Failure, Outcome, Over, Trouble, Visit
from kiosk.domain.model import Change, Contents, IntentState, Purpose

PULSES = 3
"""Pulses for one opening; each after the first needs a tap."""


@dataclass(frozen=True, slots=True)
class ReachDoor:
    """In access mode the door's place is shown before anything opens."""

    visit: Visit
    seeking: bool = False
    """It cannot be reached, and one lower down is looked for."""


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
            Failure.UNHEARD,
            Failure.LATER,
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
class LookInside:
    """The door of what one stores stands open, and it stays one's own."""

    visit: Visit
    stage: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """The door is shut; from here, and only from here, it opens again without a code."""

    visit: Visit
    outcome: Outcome
    reopens: bool
    slip: Slip | None = None
    """A receipt that may be had."""


State = ReachDoor | Opening | DoorStuck | TakeParcel | PutParcel | LookInside | Done | Over
Next = tuple[State, tuple[Effect, ...]]


def begin(visit: Visit) -> Next:
    """The code was proved."""
    return (ReachDoor(visit), ()) if visit.access else fire(visit)


def fire(visit: Visit) -> tuple[Opening, tuple[Effect, ...]]:
    """One pulse; the intent of an opening that is still owed its end stays in hand."""
    shot = replace(visit, pulses=visit.pulses + 1)
    return Opening(shot), (OpenDoor(shot),)


def leave() -> tuple[Over, tuple[Effect, ...]]:
    """Nothing is owed."""
    return Over(), (EndVisit(),)


def conclude(visit: Visit, outcome: Outcome, change: Change) -> tuple[Done, tuple[Effect, ...]]:
    """It is recorded, no door opens for it, and the visit is over."""
    done = Done(replace(visit, handover=None), outcome, reopens=False)
    return done, (Record(change), EndVisit())


def fresh(other: Visit) -> Visit:
    """Nothing that was true at the first door is true at the second."""
    return replace(
        other,
        intent=None,
        pulses=0,
        opened=False,
        unseen=False,
        settled=False,
        owes=False,
        unsure=False,
        moved=True,
    )


def seen_open(visit: Visit, intent: str) -> Next:
    """The sensor shows the door open: by a pulse, or because it sprang back."""
    visit = replace(visit, intent=intent, pulses=0, unseen=False)
    change = settling.opened(visit)
    return at_door(replace(visit, opened=True, owes=False)), (
        Settle(intent, IntentState.OPENED, change),
    )


def at_door(visit: Visit, stage: int = 0) -> TakeParcel | PutParcel | LookInside:
    """What there is to do at this visit's open door."""
    match visit.purpose:
        case Purpose.PICKUP:
            return TakeParcel(visit, stage)
        case Purpose.DROPOFF:
            return PutParcel(visit, stage)
        case Purpose.OPENING:
            return LookInside(visit, stage)


def step(state: ReachDoor | Opening | DoorStuck | Done, event: Input) -> Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case ReachDoor(), _:
            return _reach(state, event)
        case Opening(visit) | DoorStuck(visit), DoorOpened(intent):
            # A stuck door may still come loose while the person pushes it.
            return seen_open(visit, intent)
        case Opening(visit), DoorFailed(failure, intent):
            return _failed(visit, failure, intent)
        case DoorStuck(visit), OpenAsked() if state.may_try:
            return fire(visit)
        case DoorStuck(), FinishAsked() | WentBack() | TimedOut():
            return leave()
        case Done(visit, reopens=True), OpenAsked():
            return fire(visit)
        case Done(visit, reopens=True), DoorOpened(intent):
            # Pushed, and sprang back: it is still this person's door, and nothing new is told.
            return seen_open(visit, intent)
        case Done(), FinishAsked() | WentBack() | TimedOut():
            return leave()
        case _:
            return state, ()


def _reach(state: ReachDoor, event: Input) -> Next:
    visit = state.visit
    match event:
        case OpenAsked():
            return fire(visit)
        case TroubleAsked() if not state.seeking and _may_move(visit):
            return replace(state, seeking=True), (FindOther(visit, Want.LOWER),)
        case OtherFound(other) if state.seeking:
            # Nothing has opened: what lies in the first compartment is as it was.
            moved = replace(settling.moved(visit, other, Contents.EMPTY), contents=None)
            return ReachDoor(fresh(other)), (Record(moved),)
        case NoOther() if state.seeking:
            return _out_of_reach(visit)
        case TroubleAsked() if not state.seeking:
            return _out_of_reach(visit)
        case WentBack() | TimedOut():
            return leave()
        case _:
            return state, ()


def _may_move(visit: Visit) -> bool:
    return visit.purpose is Purpose.DROPOFF and visit.rules.moves_compartment and not visit.moved


def _out_of_reach(visit: Visit) -> Next:
    """Nothing has opened: the reservation stays, only the operator hears of it."""
    told = settling.reported(visit, Trouble.OUT_OF_REACH)
    return conclude(visit, Outcome.REPORTED, told)


def _failed(visit: Visit, failure: Failure, intent: str | None) -> Next:
    state = DoorStuck(visit, failure)
    if intent is None:
        return state, ()
    told = settling.stuck(visit, failure)
    return state, (Settle(intent, IntentState.FAILED, told),)
