"""What a journey asks the kiosk to do, in this order."""

from dataclasses import dataclass, field

from kiosk.domain.codes import Code
from kiosk.domain.flows.visit import Visit
from kiosk.domain.model import Change, CompartmentFlag, IntentState


@dataclass(frozen=True, slots=True)
class CheckCode:
    code: Code
    datum: str | None = field(default=None, repr=False)


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
    """Look for another free compartment; larger than this one, or lower and as large."""

    visit: Visit
    larger: bool


@dataclass(frozen=True, slots=True)
class EndVisit:
    """The door no longer belongs to anybody, and the screen forgets who was there."""


Effect = CheckCode | OpenDoor | Settle | Record | Flag | FindOther | EndVisit
