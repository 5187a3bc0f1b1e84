"""After a door was shut and before the end: is it in, the next door, the code to pass on."""

from dataclasses import dataclass, replace

from kiosk.domain import settling
from kiosk.domain.flows import opening, proved
from kiosk.domain.flows.choices import ParcelDeclared
from kiosk.domain.flows.effects import Effect, Record
from kiosk.domain.flows.inputs import (
    DoorOpened,
    FinishAsked,
    Input,
    OpenAsked,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.papers import Slip, offered
from kiosk.domain.flows.visit import Outcome, Visit
from kiosk.domain.printing import Paper

SOON = 3.0
"""Seconds: a door open for less may not have opened far enough."""
CONFIRMS_WITHIN = 30.0
"""Seconds to say whether the parcel is inside; then the deposit is told without it."""
PUT_IN = {Outcome.DEPOSITED, Outcome.DEPOSITED_UNCONFIRMED}
"""Outcomes for which there is a receipt."""
COUNTED = {Outcome.COLLECTED, *PUT_IN}
"""Outcomes after which there is a next door, or a code to pass on."""


@dataclass(frozen=True, slots=True)
class ConfirmPut:
    """The door of a deposit was shut, and nothing proves that the parcel is inside."""

    visit: Visit
    soon: bool = False
    """It was open for a moment only: it may not have opened far enough."""


@dataclass(frozen=True, slots=True)
class NextDoor:
    """One door of several is done; the next opens with a touch."""

    visit: Visit
    """The one just done; its ``rest`` are the others."""
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ShowCode:
    """The code that opens a walk-up's door again, and who must pass it on."""

    visit: Visit
    outcome: Outcome
    slip: Slip | None = None
    """The code on paper."""


State = ConfirmPut | NextDoor | ShowCode
Ended = NextDoor | ShowCode | opening.Done
Next = tuple[State | proved.State, tuple[Effect, ...]]


def ended(visit: Visit, outcome: Outcome, *, reopens: bool) -> Ended:
    """The door is shut and all is recorded: is there more to this visit?"""
    shut = replace(visit, opened=False, settled=True)
    if outcome in COUNTED and visit.handover is not None:
        return ShowCode(shut, outcome, offered(shut, Paper.SLIP))
    if outcome in COUNTED and visit.rest:
        return NextDoor(shut, outcome)
    receipt = offered(shut, Paper.RECEIPT) if outcome in PUT_IN else None
    return opening.Done(shut, outcome, reopens, receipt)


def step(state: State, event: Input) -> Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case _, DoorOpened(intent):
            # Pushed, and sprang back: it is still this person's door.
            return opening.seen_open(state.visit, intent)
        case ConfirmPut(), _:
            return _confirm(state, event)
        case NextDoor(visit), OpenAsked():
            return proved.begin(_next(visit))
        case ShowCode(Visit(rest=(_, *_)) as visit, outcome), FinishAsked():
            return NextDoor(replace(visit, handover=None), outcome), ()
        case _, FinishAsked() | WentBack() | TimedOut():
            return opening.leave()
        case _:
            return state, ()


def _next(visit: Visit) -> Visit:
    following, *others = visit.rest
    number = visit.number + 1
    return replace(following, number=number, rest=tuple(others), access=visit.access)


def _confirm(state: ConfirmPut, event: Input) -> Next:
    visit = state.visit
    match event:
        case ParcelDeclared(inside=True):
            told = settling.deposited(visit, confirmed=not visit.unsure)
            return ended(visit, Outcome.DEPOSITED, reopens=True), (Record(told),)
        case ParcelDeclared(inside=False):
            # Only said, after the door was shut: whoever looks inside will know.
            told = settling.withdrawn(visit)
            return opening.Done(visit, Outcome.CANCELLED, reopens=False), (Record(told),)
        case OpenAsked():
            return opening.fire(replace(visit, owes=True))
        case FinishAsked() | TimedOut():
            told = settling.deposited(visit, confirmed=False)
            unsure = Outcome.DEPOSITED_UNCONFIRMED
            return ended(visit, unsure, reopens=False), (Record(told),)
        case _:
            return state, ()
