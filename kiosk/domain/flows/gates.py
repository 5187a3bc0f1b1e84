"""What must be passed between a proved code and an open door: terms, step-up, payment."""

from dataclasses import dataclass, replace

from kiosk.domain import settling
from kiosk.domain.flows import labels, opening
from kiosk.domain.flows.choices import Agreed, Disagreed, GateFailed, GateFailure, GatePassed
from kiosk.domain.flows.effects import Effect, PassGate, Record
from kiosk.domain.flows.inputs import (
    CancelAsked,
    FinishAsked,
    Input,
    OpenAsked,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.visit import Aim, Extension, Outcome, Visit
from kiosk.domain.model import Change, Purpose
from kiosk.domain.particulars import Demand


@dataclass(frozen=True, slots=True)
class AskTerms:
    """The operator's terms: agree, and the door opens."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class PassingGate:
    """At the card reader, or wherever one proves who one is; may be cancelled."""

    visit: Visit
    demand: Demand


@dataclass(frozen=True, slots=True)
class GateStopped:
    """It did not go through: once more, or help. Nothing has opened."""

    visit: Visit
    demand: Demand
    failure: GateFailure

    @property
    def may_try(self) -> bool:
        return self.failure is not GateFailure.UNAVAILABLE


AT_TERMINAL = 130.0
"""Seconds at a card reader without a touch: longer than the terminal itself has for a person."""

State = AskTerms | PassingGate | GateStopped
Begun = State | labels.State | opening.State
Next = tuple[Begun, tuple[Effect, ...]]


def begin(visit: Visit) -> Next:
    """Ask for the first demand still to be met; with none left, do what was asked for."""
    match visit:
        case Visit(gates=(Demand.TERMS, *_)):
            return AskTerms(visit), ()
        case Visit(gates=(demand, *_)):
            return PassingGate(visit, demand), (PassGate(visit, demand),)
        case Visit(aim=Aim.EXTEND, extension=Extension(until)):
            return opening.conclude(visit, Outcome.EXTENDED, settling.extended(visit, until))
        case Visit(purpose=Purpose.DROPOFF, labelled=True):
            return labels.begin(visit)
        case _:
            return opening.begin(visit)


def step(state: State, event: Input) -> Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    visit = state.visit
    match state, event:
        case AskTerms(), Agreed():
            return _passed(visit, settling.agreed(visit))
        case AskTerms(), Disagreed():
            return opening.conclude(visit, Outcome.DECLINED, settling.declined(visit))
        case PassingGate(demand=demand), GatePassed(passed) if passed is demand:
            return _passed(visit, settling.gate_passed(visit, demand))
        case PassingGate(demand=demand), GateFailed(failed, failure) if failed is demand:
            told = settling.gate_failed(visit, demand, failure.value)
            return GateStopped(visit, demand, failure), (Record(told),)
        case GateStopped(demand=demand), OpenAsked() if state.may_try:
            return PassingGate(visit, demand), (PassGate(visit, demand),)
        case _, WentBack() | CancelAsked() | FinishAsked() | TimedOut():
            return opening.leave()
        case _:
            return state, ()


def _passed(visit: Visit, change: Change) -> Next:
    following, effects = begin(replace(visit, gates=visit.gates[1:]))
    return following, (Record(change), *effects)
