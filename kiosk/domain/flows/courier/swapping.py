"""A parcel moves to another compartment: lower for who needs it, or away from a failing door.

Until it lies in the new one its reservation stays where it was, and what lies there is open.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import ClassVar

from kiosk.domain.flows import duty
from kiosk.domain.flows.courier import proving
from kiosk.domain.flows.courier import round as courier_round
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
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.courier.takeout import MayTake, NotHere, PinWanted, TakingDenied
from kiosk.domain.flows.duty import DoorDone, Shift, Step
from kiosk.domain.flows.inputs import FinishAsked, OpenAsked, WentBack
from kiosk.domain.flows.paging import Paged
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.flows.visit import Outcome, Visit


class Stage(Enum):
    """How far a parcel has come on its way."""

    TAKE = "take"
    HAND = "hand"
    """It was taken out, and lies nowhere."""
    DONE = "done"
    BACK = "back"
    """It lies where it lay before."""


@dataclass(frozen=True, slots=True)
class ChooseMovable(Paged):
    """Which parcel is to be moved."""

    shift: Shift
    found: tuple[Movable, ...] | None = None
    """None until they were read."""


@dataclass(frozen=True, slots=True)
class ChooseTarget(Paged):
    """Where it is to go."""

    shift: Shift
    moving: Movable
    targets: tuple[Target, ...] | None = None
    """The best first; None until they were looked for."""
    in_hand: bool = False


@dataclass(frozen=True, slots=True)
class Carrying(StaffState):
    """Between the two doors; also what waits behind either of them."""

    shift: Shift
    moving: Movable
    target: Target
    stage: Stage = Stage.TAKE
    held: Visit | None = None
    """Whose door is in hand."""

    def resumed(self, shift: Shift) -> "Carrying":
        """At the same door again, which its own touch opens."""
        return replace(self, shift=shift)


@dataclass(frozen=True, slots=True)
class Asking(StaffState):
    """Whether the next door may be opened is being asked."""

    awaited: ClassVar[bool] = True
    run: Carrying


State = ChooseMovable | ChooseTarget | Carrying | Asking


def begin(back: Round) -> duty.Next:
    """From the list."""
    return ChooseMovable(back.shift), (ListMovable(),)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case ChooseMovable(), _:
            return _choose(state, event)
        case ChooseTarget(), _:
            return _aim(state, event)
        case Carrying(held=None), _:
            return _between(state, event)
        case Carrying(), DoorDone(_, outcome):
            return _shut(state, outcome)
        case Asking(), _:
            return _asked(state.run, event, state)
        case _:
            return state, ()


def _choose(state: ChooseMovable, event: object) -> duty.Next:
    match event:
        case MovableListed(found):
            return replace(state, found=found), ()
        case MovableChosen(name):
            chosen = next((m for m in state.found or () if m.parcel.reservation == name), None)
            return (state, ()) if chosen is None else _look(ChooseTarget(state.shift, chosen))
        case WentBack() | FinishAsked():
            return courier_round.begin(state.shift)
        case _:
            return state, ()


def _look(state: ChooseTarget) -> duty.Next:
    return replace(state, targets=None, page=0), (FindTargets(state.moving.parcel),)


def _aim(state: ChooseTarget, event: object) -> duty.Next:
    shift, moving = state.shift, state.moving
    match event:
        case TargetsFound(targets):
            return replace(state, targets=targets), ()
        case TargetChosen(label):
            target = next((t for t in state.targets or () if t.label == label), None)
            if target is None:
                return state, ()
            stage = Stage.HAND if state.in_hand else Stage.TAKE
            return Carrying(shift, moving, target, stage), ()
        case PutBackAsked() if state.in_hand:
            here = Target(moving.parcel.label, moving.parcel.size or "", low=False)
            run = Carrying(shift, moving, here, Stage.HAND)
            return Asking(run), (PutDown(moving.parcel, here.label),)
        case WentBack() if not state.in_hand:
            return ChooseMovable(shift), (ListMovable(),)
        case _:
            return state, ()


def _between(run: Carrying, event: object) -> duty.Next:
    parcel = run.moving.parcel
    match run.stage, event:
        case Stage.TAKE, OpenAsked():
            return Asking(run), (CarryOff(parcel),)
        case Stage.TAKE, InHandSaid() if run.moving.unsure:
            return replace(run, stage=Stage.HAND), ()
        case Stage.TAKE, WentBack():
            return _look(ChooseTarget(run.shift, run.moving))
        case Stage.HAND, OpenAsked():
            return Asking(run), (PutDown(parcel, run.target.label),)
        case Stage.HAND, PutBackAsked():
            return Asking(run), (PutDown(parcel, parcel.label),)
        case Stage.HAND, OtherTargetAsked():
            return _look(ChooseTarget(run.shift, run.moving, in_hand=True))
        case Stage.DONE | Stage.BACK, FinishAsked() | WentBack():
            return courier_round.begin(run.shift)
        case _:
            return run, ()


def _asked(run: Carrying, event: object, state: Asking) -> duty.Next:
    match event:
        case MayTake(visit) | MayPut(visit):
            return duty.fire(replace(run, held=visit), visit)
        case PinWanted() if run.shift.proves:
            return proving.wanted(run, run.shift)
        case PinWanted():
            return TakingDenied(run.shift), ()
        case NotHere() if run.stage is Stage.HAND:
            # Somebody else was given it meanwhile.
            return _look(ChooseTarget(run.shift, run.moving, in_hand=True))
        case NotHere():
            return ChooseMovable(run.shift), (ListMovable(),)
        case _:
            return state, ()


def _shut(run: Carrying, outcome: Outcome | None) -> duty.Next:
    free = replace(run, held=None)
    match outcome:
        case Outcome.COLLECTED:
            return replace(free, stage=Stage.HAND), ()
        case Outcome.DEPOSITED:
            return replace(free, stage=Stage.DONE), ()
        case Outcome.KEPT:
            return replace(free, stage=Stage.BACK), ()
        case Outcome.REPORTED:
            shift = replace(run.shift, reported=run.shift.reported + 1)
            return ChooseMovable(shift), (ListMovable(),)
        case Outcome.NOT_TAKEN:
            return replace(free, stage=Stage.BACK), ()
        case _:
            # It did not open, or nobody knows what was done: it is where it was before.
            return free, ()


STEPS: Mapping[type[StaffState], Step] = dict.fromkeys(
    (ChooseMovable, ChooseTarget, Carrying, Asking), step
)
