"""What a story is, and what many of them share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from kiosk.adapters.gates.simulated import simulated_terminals
from kiosk.domain.flows.choices import (
    MoreAsked,
    SizeChosen,
)
from kiosk.domain.flows.home import Explaining
from kiosk.domain.flows.inputs import (
    JourneyChosen,
)
from kiosk.domain.flows.opening import PutParcel, TakeParcel
from kiosk.domain.flows.visit import Aim, Explanation, Outcome
from kiosk.domain.flows.walkup import ChooseAim
from kiosk.domain.model import Arrival
from kiosk.domain.particulars import Demand, Due, Particulars
from kiosk.ports_gates import NO_TERMINALS, Terminals
from tests.integration.journeys.stand import Step
from tests.integration.journeys.steps import (
    MINE,
    SHOWN,
    at_door,
    does,
    ends,
    leaves,
    offered,
    sees,
    takes,
    types,
)

DAY = timedelta(days=1)
FEE = Due(280, "EUR")
FREE = "[prices]\n"
QUICK = simulated_terminals(seconds=0.0, limit=500)
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJjIjoxfQ.c2lnbmF0dXJlLW9mLXRoZS1jb3VyaWVy"
SYNQ = "MTIzNDU2NzgtMTIzNC0xMjM0LTEyMzQtMTIzNDU2Nzg5YWJj"
HELD = {"code": SHOWN}
TERMS = Particulars(demands=frozenset({Demand.TERMS}))
STEP_UP = Particulars(demands=frozenset({Demand.STEP_UP}))
PAYMENT = Particulars(demands=frozenset({Demand.PAYMENT}), due=FEE)
DEAR = Particulars(demands=frozenset({Demand.PAYMENT}), due=Due(900, "EUR"))


@dataclass(frozen=True)
class Story:
    """What is there, what happens, and what must have come of it."""

    row: str
    says: str
    given: Sequence[Arrival]
    steps: Sequence[Step]
    fired: Sequence[str] = ()
    told: Sequence[tuple[str, Mapping[str, object]]] = ()
    """The facts in the outbox, in order, with some of their data."""
    holds: Mapping[str, str] = field(default_factory=dict)
    terminals: Terminals = NO_TERMINALS
    arriving: bool = False
    beside: str = FREE


def collected(label: str = "3", **data: object) -> tuple[str, Mapping[str, object]]:
    return "parcel.collected", {"label": label, **data}


def deposited(label: str = "3", **data: object) -> tuple[str, Mapping[str, object]]:
    return "parcel.deposited", {"label": label, **data}


def begins(aim: Aim) -> tuple[Step, ...]:
    """Begin it at "more", without a code."""
    return does(MoreAsked()), sees(ChooseAim), does(JourneyChosen(aim))


def chooses(size: str) -> tuple[Step, ...]:
    """Touch a size once the kiosk has looked what is free."""
    return offered(size), does(SizeChosen(size))


def explained(why: Explanation) -> tuple[Step, ...]:
    return sees(Explaining, explanation=why), leaves()


PICK_UP = (at_door(TakeParcel, "3"), *takes("3"), *ends(Outcome.COLLECTED))
OPEN_TO_PUT = (types(MINE, Aim.DROPOFF), at_door(PutParcel, "3"))
