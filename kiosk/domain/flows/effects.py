"""What a journey asks the kiosk to do, in this order."""

from dataclasses import dataclass, field

from kiosk.domain.codes import Code
from kiosk.domain.flows.choices import Draft, Want
from kiosk.domain.flows.printed import LabelEffect
from kiosk.domain.flows.staffed import Task
from kiosk.domain.flows.visit import Aim, Visit
from kiosk.domain.model import Change, CompartmentFlag, IntentState
from kiosk.domain.particulars import Demand


@dataclass(frozen=True, slots=True)
class CheckCode:
    code: Code
    datum: str | None = field(default=None, repr=False)
    aim: Aim | None = None


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """Commit the intent, then one pulse, then believe the sensor."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class Settle:
    """Record how the unlock in hand went, with all that changes, in one transaction."""

    intent: str
    state: IntentState
    change: Change


@dataclass(frozen=True, slots=True)
class Record:
    change: Change


@dataclass(frozen=True, slots=True)
class Flag:
    """Take a compartment out of use."""

    label: str
    flag: CompartmentFlag
    change: Change


@dataclass(frozen=True, slots=True)
class FindOther:
    """Look for another free compartment for the same reservation."""

    visit: Visit
    want: Want


@dataclass(frozen=True, slots=True)
class FindSizes:
    """Which sizes can be had now for this draft."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Reserve:
    """Make the walk-up reservation, or choose the compartment of the one that has none."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class PassGate:
    """Have a demand met: by the payment terminal, by whoever checks identities."""

    visit: Visit
    demand: Demand


@dataclass(frozen=True, slots=True)
class EndVisit:
    """The door no longer belongs to anybody, and the screen forgets who was there."""


Effect = (
    CheckCode
    | OpenDoor
    | Settle
    | Record
    | Flag
    | FindOther
    | FindSizes
    | Reserve
    | PassGate
    | LabelEffect
    | Task
    | EndVisit
)
