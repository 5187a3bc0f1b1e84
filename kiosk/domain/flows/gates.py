"""What must be passed between a proved code and an open door: terms, step-up, payment."""

from dataclasses import dataclass

from kiosk.domain.flows.choices import GateFailure
from kiosk.domain.flows.visit import Visit
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


State = AskTerms | PassingGate | GateStopped
