"""What staff are shown of a compartment: the ledger, a reservation's word, and what was seen."""

from dataclasses import replace

import pytest

from kiosk.demo.states_service_doors import PLAIN
from kiosk.domain.compartments import CompartmentFacts, Condition, Finding, Look, Lying
from kiosk.domain.layout import DoorState, Owner
from kiosk.domain.model import CompartmentFlag, Contents, ReservationId, ReservationState

C, S = Contents, ReservationState
SILENT = tuple(replace(door, state=DoorState.UNKNOWN) for door in PLAIN.facts.doors)
MISSING = Look(C.EMPTY, C.PARCEL, Finding.MISSING)


def of(
    state: ReservationState | None, contents: Contents = C.EMPTY, *, missing: bool = False
) -> CompartmentFacts:
    """A shut compartment that this reservation has."""
    owner = Owner.CLOUD
    lying = None if state is None else Lying(ReservationId("r1"), "r1", state, owner, missing)
    facts = replace(PLAIN.facts, lying=lying, contents=contents, flag=None, look=None)
    return replace(facts, missing=missing)


@pytest.mark.parametrize(
    ("facts", "supposed", "condition"),
    [
        (of(None), C.EMPTY, Condition.FREE),
        (of(S.RESERVED), C.EMPTY, Condition.HELD),
        (of(S.STORED), C.PARCEL, Condition.PARCEL),
        (of(S.EXPIRED), C.PARCEL, Condition.PARCEL),
        (of(S.STORED, C.PARCEL), C.PARCEL, Condition.PARCEL),
        (of(S.STORED, C.MAYBE), C.MAYBE, Condition.CHECK),
        (of(None, C.PARCEL), C.PARCEL, Condition.PARCEL),
        (replace(of(S.STORED), look=MISSING), C.EMPTY, Condition.HELD),
        (of(S.STORED, missing=True), C.EMPTY, Condition.CHECK),
        (replace(of(S.STORED, missing=True), look=MISSING), C.EMPTY, Condition.HELD),
        (
            replace(of(S.STORED), flag=CompartmentFlag.QUARANTINED),
            C.PARCEL,
            Condition.FAULTY,
        ),
        (replace(of(S.RESERVED), doors=SILENT), C.EMPTY, Condition.SILENT),
        (
            replace(of(None), doors=SILENT, flag=CompartmentFlag.MAINTENANCE),
            C.EMPTY,
            Condition.FAULTY,
        ),
    ],
)
def test_what_a_reservation_says_lies_there_is_shown_until_somebody_has_looked(
    facts: CompartmentFacts, supposed: Contents, condition: Condition
):
    assert (facts.supposed, facts.condition) == (supposed, condition)
