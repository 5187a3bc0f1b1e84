"""Something is wrong at an open door: what it is, and what to do with the door meanwhile."""

from dataclasses import dataclass, replace

from kiosk.domain import settling
from kiosk.domain.acts import By
from kiosk.domain.flows.choices import Want
from kiosk.domain.flows.effects import Effect, FindOther, Flag, Record
from kiosk.domain.flows.inputs import (
    CancelAsked,
    DoesNotFit,
    Input,
    NoOther,
    OtherFound,
    ReasonChosen,
    TroubleAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.opening import (
    LookInside,
    Opening,
    PutParcel,
    TakeParcel,
    at_door,
    fire,
)
from kiosk.domain.flows.visit import Reason, Trouble, Visit
from kiosk.domain.model import CompartmentFlag, Purpose

REASON_OF = {
    Trouble.NOT_EMPTY: Reason.NOT_EMPTY,
    Trouble.OUT_OF_REACH: Reason.OUT_OF_REACH,
}
SEEKS = {
    Reason.DOES_NOT_FIT: Want.LARGER,
    Reason.NOT_EMPTY: Want.LOWER,
    Reason.OUT_OF_REACH: Want.LOWER,
    Reason.TOO_LARGE: Want.SMALLER,
}
"""Reasons for which another compartment is looked for; who cancels is offered none."""
LEAVES = {Trouble.OUT_OF_REACH, Trouble.NOT_MINE, Trouble.EMPTY, Trouble.UNWANTED}
"""What makes a pick-up end with nothing taken."""


@dataclass(frozen=True, slots=True)
class AskTrouble:
    """What is wrong? The door stands open meanwhile."""

    visit: Visit
    stage: int = 0


@dataclass(frozen=True, slots=True)
class AskReason:
    """Why the drop-off is given up; the door stands open."""

    visit: Visit
    stage: int = 0


@dataclass(frozen=True, slots=True)
class ShutFirst:
    """Take your parcel out and push the door shut; then another door, or the end."""

    visit: Visit
    reason: Reason
    other: Visit | None = None
    searched: bool = False
    """Whether another compartment was looked for (and ``other`` None means there is none)."""
    stage: int = 0


@dataclass(frozen=True, slots=True)
class ConfirmEmpty:
    """The door is shut: is the compartment empty?"""

    visit: Visit
    reason: Reason
    other: Visit | None = None


@dataclass(frozen=True, slots=True)
class LeaveClosed:
    """A pick-up whose parcel cannot be taken: push the door shut, it stays yours."""

    visit: Visit
    trouble: Trouble
    stage: int = 0


AtDoor = TakeParcel | PutParcel | LookInside | AskTrouble | AskReason | ShutFirst | LeaveClosed
Next = tuple[AtDoor | Opening, tuple[Effect, ...]]


def step(state: AtDoor, event: Input) -> Next:
    """Decide what follows a touch at an open door; what the door itself does stands in shut.py."""
    match state, event:
        case TakeParcel() | PutParcel() | LookInside(), _:
            return _act(state, event)
        case AskTrouble(), _:
            return _trouble(state, event)
        case AskReason(visit, stage), ReasonChosen(reason):
            return _give_up(visit, reason, stage)
        case ((AskReason() | ShutFirst() | LeaveClosed()), WentBack()):
            return at_door(state.visit, state.stage), ()
        case ShutFirst(reason=reason), OtherFound(other) if reason in SEEKS:
            return replace(state, other=other, searched=True), ()
        case ShutFirst(), NoOther():
            return replace(state, other=None, searched=True), ()
        case _:
            return state, ()


def _act(state: TakeParcel | PutParcel | LookInside, event: Input) -> Next:
    visit, stage = state.visit, state.stage
    match event:
        case TroubleAsked():
            return AskTrouble(visit, stage), ()
        case TroubleChosen() if visit.by is not By.CONSUMER:
            # Staff's own screen says at once what it can be.
            return _trouble(AskTrouble(visit, stage), event)
        case DoesNotFit() if visit.purpose is Purpose.DROPOFF:
            return _give_up(visit, Reason.DOES_NOT_FIT, stage)
        case CancelAsked() if visit.purpose is Purpose.DROPOFF:
            return AskReason(visit, stage), ()
        case _:
            return state, ()


def _trouble(state: AskTrouble, event: Input) -> Next:
    visit, stage = state.visit, state.stage
    match event:
        case WentBack():
            return at_door(visit, stage), ()
        case TroubleChosen(Trouble.DID_NOT_OPEN):
            # The sensor says open and the person says no: the person is asked to be right.
            return fire(visit)
        case TroubleChosen(Trouble.DIRTY as trouble):
            return at_door(visit, stage), (_report(visit, trouble),)
        case TroubleChosen(trouble) if visit.purpose is Purpose.DROPOFF:
            return _unfit(state, trouble)
        case TroubleChosen(Trouble.UNWANTED as trouble) if visit.purpose is Purpose.PICKUP:
            # What that means is told once the parcel lies behind a shut door.
            return LeaveClosed(visit, trouble, stage), ()
        case TroubleChosen(trouble) if visit.purpose is Purpose.PICKUP and trouble in LEAVES:
            # Staff see it to its end first: what they found is told once the door is shut.
            told = () if visit.by is not By.CONSUMER else (_report(visit, trouble),)
            return LeaveClosed(visit, trouble, stage), told
        case TroubleChosen(trouble) if trouble is not Trouble.UNWANTED:
            unsure = replace(visit, unsure=True)
            return at_door(unsure, stage), (_report(visit, trouble), *_blocked(visit, trouble))
        case _:
            return state, ()


def _unfit(state: AskTrouble, trouble: Trouble) -> Next:
    """The compartment is no good for this drop-off; what speaks of a parcel inside is no answer."""
    if trouble not in REASON_OF:
        return state, ()
    visit = state.visit
    following, effects = _give_up(visit, REASON_OF[trouble], state.stage)
    return following, (_report(visit, trouble), *_blocked(visit, trouble), *effects)


def _report(visit: Visit, trouble: Trouble) -> Record:
    return Record(settling.reported(visit, trouble))


def _blocked(visit: Visit, trouble: Trouble) -> tuple[Effect, ...]:
    if trouble is not Trouble.NOT_EMPTY:
        return ()
    change = settling.change_at(visit, "compartment.blocked")
    return (Flag(visit.label, CompartmentFlag.MAINTENANCE, change),)


def _give_up(visit: Visit, reason: Reason, stage: int) -> Next:
    state = ShutFirst(visit, reason, stage=stage)
    if reason not in SEEKS:
        return state, ()
    if visit.moved or not visit.rules.moves_compartment:
        return replace(state, searched=True), ()
    return state, (FindOther(visit, SEEKS[reason]),)
