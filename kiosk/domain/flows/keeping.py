"""A right is kept, lengthened or given up: what one stores, a later end, a parcel refused."""

from dataclasses import dataclass, replace

from kiosk.domain import settling
from kiosk.domain.flows import gates, opening
from kiosk.domain.flows.choices import Agreed, Disagreed, StoreChosen
from kiosk.domain.flows.effects import Effect
from kiosk.domain.flows.inputs import FinishAsked, Input, TimedOut, WentBack
from kiosk.domain.flows.opening import LookInside as LookInside
from kiosk.domain.flows.visit import Aim, Extension, Outcome, Visit
from kiosk.domain.model import Purpose
from kiosk.domain.particulars import Demand


@dataclass(frozen=True, slots=True)
class ChooseStore:
    """Open what one stores and go on storing, or take all and end it."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class AskExtend:
    """Until when, for how much: agree or not. The visit has its extension."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class ConfirmRefuse:
    """The parcel goes back to its sender, and no door opens: agree or not."""

    visit: Visit


State = ChooseStore | AskExtend | ConfirmRefuse
Next = tuple[State | gates.Begun, tuple[Effect, ...]]


def step(state: State, event: Input) -> Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case ChooseStore(visit), StoreChosen(end=True):
            return gates.begin(visit)
        case ChooseStore(visit), StoreChosen(end=False):
            return gates.begin(replace(visit, purpose=Purpose.OPENING))
        case AskExtend(Visit(extension=Extension() as extension) as visit), Agreed():
            return _extend(visit, extension)
        case ConfirmRefuse(visit), Agreed():
            return opening.conclude(visit, Outcome.REFUSED, settling.refused(visit))
        case _, Disagreed() | WentBack() | FinishAsked() | TimedOut():
            return opening.leave()
        case _:
            return state, ()


def _extend(visit: Visit, extension: Extension) -> Next:
    """What is owed for the later end is paid first; other demands belong to the door."""
    due = extension.due
    owed = (Demand.PAYMENT,) if due is not None else ()
    return gates.begin(replace(visit, aim=Aim.EXTEND, gates=owed, due=due))
