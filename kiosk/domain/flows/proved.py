"""What follows once a right is proved: what the person came for, or what is asked first."""

from kiosk.domain.flows import gates, keeping, labels, opening, walkup
from kiosk.domain.flows.effects import Effect
from kiosk.domain.flows.visit import Aim, Visit
from kiosk.domain.model import Kind, Purpose

State = keeping.State | gates.State | labels.State | walkup.Chosen | opening.State
Next = tuple[State, tuple[Effect, ...]]


def begin(visit: Visit) -> Next:
    """In this order: what the code is used for, the compartment, the end, the demands, the door."""
    match visit:
        case Visit(aim=Aim.EXTEND):
            return keeping.AskExtend(visit), ()
        case Visit(aim=Aim.REFUSE):
            return keeping.ConfirmRefuse(visit), ()
        case Visit(placed=False):
            return walkup.place(visit)
        case Visit(kind=Kind.STORE, purpose=Purpose.PICKUP, settled=False):
            return keeping.ChooseStore(visit), ()
        case _:
            return gates.begin(visit)
