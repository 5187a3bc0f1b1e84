"""What people say, agree to, pay for, or ask for, while no parcel moves."""

from dataclasses import replace
from datetime import datetime

from kiosk.domain.acts import Act, By
from kiosk.domain.flows.visit import Aim, Trouble, Visit
from kiosk.domain.model import Change, Contents, Reservation
from kiosk.domain.particulars import Demand
from kiosk.domain.settling.recording import Fact, at, change, of

SEVERITY = {
    Trouble.DID_NOT_OPEN: "HIGH",
    Trouble.NOT_EMPTY: "HIGH",
    Trouble.DIRTY: "MEDIUM",
    Trouble.OUT_OF_REACH: "LOW",
    Trouble.NOT_MINE: "HIGH",
    Trouble.EMPTY: "HIGH",
    Trouble.UNWANTED: "LOW",
}
BLOCKS = {Trouble.DID_NOT_OPEN, Trouble.NOT_EMPTY, Trouble.NOT_MINE}
"""Nothing may be put there before somebody has looked."""
DOUBTS = {Trouble.NOT_EMPTY, Trouble.NOT_MINE, Trouble.EMPTY}
"""What is said of the inside differs from what is known of it."""


def reported(visit: Visit, trouble: Trouble) -> Change:
    """A person said what is wrong; the reservation stays as it is."""
    made = change(
        Act.PROBLEM,
        at(visit),
        Contents.MAYBE if trouble in DOUBTS else None,
        what=trouble.value,
        severity=SEVERITY[trouble],
        block=trouble in BLOCKS,
    )
    return replace(made, journal=f"{made.journal}.{trouble.value}")


def wrong_code(reservation: Reservation) -> Change:
    """Somebody tried to open it, and did not prove a code; how often is what counts."""
    return replace(change(Act.WRONG_CODE, of(reservation, By.CONSUMER)), compartment=None)


def here(visit: Visit) -> Change:
    """The recipient is here, and the parcel is not ready."""
    return change(Act.HERE, at(visit))


def agreed(visit: Visit) -> Change:
    """The terms were agreed to."""
    return change(Act.AGREED, at(visit))


def declined(visit: Visit) -> Change:
    """The terms were not agreed to, and nothing has opened."""
    return change(Act.DISAGREED, at(visit))


def gate_passed(visit: Visit, demand: Demand) -> Change:
    """A demand was met."""
    facts: dict[str, Fact] = {"demand": demand.value}
    paid = visit.due if demand is Demand.PAYMENT else None
    if paid is not None:
        facts |= {"amount": paid.amount, "currency": paid.currency}
    passed = change(Act.GATE_PASSED, at(visit), None, facts, **facts)
    # The price of a later end is no part of what the parcel costs.
    return passed if visit.aim is Aim.EXTEND else replace(passed, paid=paid)


def gate_failed(visit: Visit, demand: Demand, failure: str) -> Change:
    """A demand was not met; why is one word."""
    facts = {"demand": demand.value, "failure": failure}
    return change(Act.GATE_FAILED, at(visit), None, facts, **facts)


def extended(visit: Visit, until: datetime) -> Change:
    """Its holder may collect it until later; one that had run out lies there as before."""
    facts = {"until": until.isoformat()}
    return replace(change(Act.EXTENDED, at(visit), None, facts, **facts), expires_at=until)
