"""What one picture of docs/journeys.md is made of."""

from dataclasses import dataclass

from kiosk.domain.flows import journey
from kiosk.domain.flows.inputs import FinishAsked, Input, TimedOut, WentBack

LEAVING = (WentBack, FinishAsked, TimedOut)


@dataclass(frozen=True, slots=True)
class Diagram:
    """One picture."""

    title: str
    text: str
    starts: tuple[journey.State, ...]
    """The first is where the picture begins; the others have what was typed on the way."""
    inputs: tuple[Input, ...]
    ends: tuple[type, ...] = ()
    """Boxes that are drawn and not walked on from."""
    leaving: tuple[type, ...] = LEAVING
    """Inputs whose way home is not drawn."""
    home_from: tuple[type, ...] = ()
    """Boxes whose way home is drawn all the same."""
