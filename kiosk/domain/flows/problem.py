"""Something is wrong at an open door: what it is, and what to do with the door meanwhile."""

from dataclasses import dataclass, replace

from kiosk.domain import settling
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
from kiosk.domain.flows.opening import Opening, PutParcel, TakeParcel, fire
from kiosk.domain.flows.visit import Reason, Trouble, Visit
from kiosk.domain.model import CompartmentFlag, Purpose

REASON_OF = {
    Trouble.NOT_EMPTY: Reason.NOT_EMPTY,
    Trouble.OUT_OF_REACH: Reason.OUT_OF_REACH,
}
SEEKS = {Reason.DOES_NOT_FIT, Reason.NOT_EMPTY, Reason.OUT_OF_REACH}
"""Reasons for which another compartment is looked for; who cancels is offered none."""


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


AtDoor = TakeParcel | PutParcel | AskTrouble | AskReason | ShutFirst | LeaveClosed
Next = tuple[AtDoor | Opening, tuple[Effect, ...]]


def step(state: AtDoor, event: Input) -> Next:
    """Decide what follows a touch at an open door; what the door itself does stands in shut.py."""
    match state, event:
        case TakeParcel() | PutParcel(), _:
            return _act(state, event)
        case AskTrouble(), _:
            return _trouble(state, event)
        case AskReason(visit, stage), ReasonChosen(reason):
            return ShutFirst(visit, reason, stage=stage), ()
        case ((AskReason() | ShutFirst() | LeaveClosed()), WentBack()):
            return _back(state.visit, state.stage), ()
        case ShutFirst(reason=reason), OtherFound(other) if reason in SEEKS:
            return replace(state, other=other, searched=True), ()
        case ShutFirst(), NoOther():
            return replace(state, other=None, searched=True), ()
        case _:
            return state, ()


def _act(state: TakeParcel | PutParcel, event: Input) -> Next:
    visit, stage = state.visit, state.stage
    match event:
        case TroubleAsked():
            return AskTrouble(visit, stage), ()
        case DoesNotFit() if visit.purpose is Purpose.DROPOFF:
            shut = ShutFirst(visit, Reason.DOES_NOT_FIT, stage=stage)
            return _search(shut, Want.LARGER)
        case CancelAsked() if visit.purpose is Purpose.DROPOFF:
            return AskReason(visit, stage), ()
        case _:
            return state, ()


def _trouble(state: AskTrouble, event: Input) -> Next:
    visit, stage = state.visit, state.stage
    match event:
        case WentBack():
            return _back(visit, stage), ()
        case TroubleChosen(Trouble.DID_NOT_OPEN):
            # The sensor says open and the person says no: the person is asked to be right.
            return fire(visit)
        case TroubleChosen(Trouble.DIRTY as trouble):
            return _back(visit, stage), (Record(settling.reported(visit, trouble)),)
        case TroubleChosen(trouble) if visit.purpose is Purpose.DROPOFF:
            told = Record(settling.reported(visit, trouble))
            shut = ShutFirst(visit, REASON_OF[trouble], stage=stage)
            following, effects = _search(shut, Want.LOWER)
            return following, (told, *_blocked(visit, trouble), *effects)
        case TroubleChosen(Trouble.OUT_OF_REACH as trouble):
            told = Record(settling.reported(visit, trouble))
            return LeaveClosed(visit, trouble, stage), (told,)
        case TroubleChosen(trouble):
            told = Record(settling.reported(visit, trouble))
            return _back(replace(visit, unsure=True), stage), (told, *_blocked(visit, trouble))
        case _:
            return state, ()


def _blocked(visit: Visit, trouble: Trouble) -> tuple[Effect, ...]:
    if trouble is not Trouble.NOT_EMPTY:
        return ()
    change = settling.change_at(visit, "compartment.blocked")
    return (Flag(visit.label, CompartmentFlag.MAINTENANCE, change),)


def _search(state: ShutFirst, want: Want) -> Next:
    if state.visit.moved or not state.visit.rules.moves_compartment:
        return replace(state, searched=True), ()
    return state, (FindOther(state.visit, want),)


def _back(visit: Visit, stage: int) -> TakeParcel | PutParcel:
    kind = TakeParcel if visit.purpose is Purpose.PICKUP else PutParcel
    return kind(visit, stage)
