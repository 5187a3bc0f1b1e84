"""Something is wrong at an open door: what it is, and what to do with the door meanwhile."""

from dataclasses import dataclass, replace

from kiosk.domain import settling
from kiosk.domain.flows import opening
from kiosk.domain.flows.effects import Effect, EndVisit, FindOther, Flag, OpenDoor, Record, Settle
from kiosk.domain.flows.inputs import (
    CancelAsked,
    DoesNotFit,
    DoorClosed,
    DoorStillOpen,
    EmptyDeclared,
    FinishAsked,
    Input,
    NoOther,
    OpenAsked,
    OtherFound,
    ReasonChosen,
    TimedOut,
    TroubleAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.opening import Done, Opening, PutParcel, TakeParcel, fire
from kiosk.domain.flows.visit import Outcome, Over, Reason, Trouble, Visit
from kiosk.domain.model import Change, CompartmentFlag, Contents, IntentState, Purpose

REASON_OF = {
    Trouble.NOT_EMPTY: Reason.NOT_EMPTY,
    Trouble.OUT_OF_REACH: Reason.OUT_OF_REACH,
}


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
State = AtDoor | ConfirmEmpty | opening.State
Next = tuple[State, tuple[Effect, ...]]


def step(state: AtDoor | ConfirmEmpty, event: Input) -> Next:
    """Decide what follows; doors first, touches after."""
    match state, event:
        case ConfirmEmpty(), _:
            return _confirm(state, event)
        case _, DoorClosed(occupied):
            return closed(state, occupied)
        case _, DoorStillOpen(stage) if stage < 3:
            return replace(state, stage=stage), ()
        case _, DoorStillOpen():
            return _left_open(state.visit)
        case TakeParcel() | PutParcel(), _:
            return _act(state, event)
        case AskTrouble(), _:
            return _trouble(state, event)
        case AskReason(visit, stage), ReasonChosen(reason):
            return ShutFirst(visit, reason, stage=stage), ()
        case AskReason(visit, stage) | ShutFirst(visit, stage=stage), WentBack():
            return _back(visit, stage), ()
        case ShutFirst(), OtherFound(other):
            return replace(state, other=other, searched=True), ()
        case ShutFirst(), NoOther():
            return replace(state, other=None, searched=True), ()
        case _:
            return state, ()


def closed(state: AtDoor, occupied: bool | None) -> Next:
    """The sensor shows the door shut."""
    visit = state.visit
    match state:
        case ShutFirst(visit, reason, other):
            change = settling.closed_undecided(visit)
            settle = Settle(visit.intent or "", IntentState.CLOSED, change)
            if occupied is False:
                following, effects = _declared(ConfirmEmpty(visit, reason, other), empty=True)
                return following, (settle, *effects)
            return ConfirmEmpty(visit, reason, other), (settle,)
        case LeaveClosed(visit):
            change = settling.not_taken(visit)
            done = Done(visit, Outcome.NOT_TAKEN, reopens=False)
            return done, (Settle(visit.intent or "", IntentState.CLOSED, change),)
        case _:
            outcome, change = _ended(visit, state, occupied)
            shut = replace(visit, settled=True)
            settle = Settle(visit.intent or "", IntentState.CLOSED, change)
            return Done(shut, outcome, reopens=True), (settle,)


def _ended(visit: Visit, state: AtDoor, occupied: bool | None) -> tuple[Outcome, Change]:
    if visit.purpose is Purpose.PICKUP:
        return Outcome.COLLECTED, settling.collected(visit, occupied)
    # Closed from a menu, or a sensor that sees nothing: stored all the same, but unproved.
    sure = isinstance(state, PutParcel) and occupied is not False
    outcome = Outcome.DEPOSITED if sure else Outcome.DEPOSITED_UNCONFIRMED
    return outcome, settling.deposited(visit, confirmed=sure)


def _act(state: TakeParcel | PutParcel, event: Input) -> Next:
    visit, stage = state.visit, state.stage
    match event:
        case TroubleAsked():
            return AskTrouble(visit, stage), ()
        case DoesNotFit() if visit.purpose is Purpose.DROPOFF:
            shut = ShutFirst(visit, Reason.DOES_NOT_FIT, stage=stage)
            return _search(shut, larger=True)
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
            following, effects = _search(shut, larger=False)
            return following, (told, *_blocked(visit, trouble), *effects)
        case TroubleChosen(Trouble.OUT_OF_REACH as trouble):
            told = Record(settling.reported(visit, trouble))
            return LeaveClosed(visit, trouble, stage), (told,)
        case TroubleChosen(trouble):
            told = Record(settling.reported(visit, trouble))
            return _back(visit, stage), (told, *_blocked(visit, trouble))
        case _:
            return state, ()


def _blocked(visit: Visit, trouble: Trouble) -> tuple[Effect, ...]:
    if trouble is not Trouble.NOT_EMPTY:
        return ()
    change = settling.change_at(visit, "compartment.blocked")
    return (Flag(visit.label, CompartmentFlag.MAINTENANCE, change),)


def _search(state: ShutFirst, *, larger: bool) -> Next:
    if not state.visit.rules.moves_compartment:
        return replace(state, searched=True), ()
    return state, (FindOther(state.visit, larger=larger),)


def _back(visit: Visit, stage: int) -> TakeParcel | PutParcel:
    kind = TakeParcel if visit.purpose is Purpose.PICKUP else PutParcel
    return kind(visit, stage)


def _left_open(visit: Visit) -> Next:
    change = settling.left_open(visit)
    return Over(), (
        Settle(visit.intent or "", IntentState.LEFT_OPEN, change),
        Flag(visit.label, CompartmentFlag.LEFT_OPEN, settling.change_at(visit, "compartment.left")),
        EndVisit(),
    )


def _confirm(state: ConfirmEmpty, event: Input) -> Next:
    match event:
        case EmptyDeclared(empty):
            return _declared(state, empty=empty)
        case OpenAsked():
            # Something was forgotten inside: look again, nothing is decided yet.
            return fire(state.visit)
        case TimedOut() | FinishAsked():
            visit = replace(state.visit, settled=True)
            told = Record(settling.deposited(state.visit, confirmed=False))
            return Done(visit, Outcome.DEPOSITED_UNCONFIRMED, reopens=False), (told,)
        case _:
            return state, ()


def _declared(state: ConfirmEmpty, *, empty: bool) -> Next:
    visit, reason = state.visit, state.reason
    if not empty:
        told = Record(settling.deposited(visit, confirmed=reason is not Reason.NOT_EMPTY))
        return Done(replace(visit, settled=True), Outcome.DEPOSITED, reopens=True), (told,)
    # Somebody else's things may be why: then "empty" speaks of one's own parcel only.
    contents = Contents.MAYBE if reason is Reason.NOT_EMPTY else Contents.EMPTY
    if state.other is not None:
        other = replace(state.other, pulses=1)
        moved = Record(settling.moved(visit, state.other, contents))
        return Opening(other), (moved, OpenDoor(other))
    told = Record(settling.cancelled(visit, reason, contents))
    return Done(visit, Outcome.CANCELLED, reopens=False), (told,)
