"""After a door was shut and before the end: is it in, the next door, the code to pass on."""

from dataclasses import dataclass

from kiosk.domain.flows.visit import Outcome, Visit


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


State = ConfirmPut | NextDoor | ShowCode
