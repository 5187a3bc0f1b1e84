"""What becomes of a parcel that staff take out, leave, or carry to another compartment.

Nothing of its state changes while the door stands open: it ends once the parcel is gone, and what
was not taken stays what it was, expired, cancelled or waiting for its recipient.
"""

from dataclasses import replace

from kiosk.domain.acts import Act, By
from kiosk.domain.flows.visit import Visit
from kiosk.domain.model import Change, Contents, Kind, Reservation
from kiosk.domain.settling.recording import Fact, at, change, of, under

STAFF = frozenset({By.COURIER, By.TECHNICIAN})
GOES_ON = frozenset({Kind.FIRST_MILE, Kind.RETURN})
NOT_THERE = "PARCEL_NOT_AVAILABLE"
NOT_THERE_TO_COLLECT = "COLLECTION_PARCEL_NOT_AVAILABLE"
"""GLS's codes: of a parcel for a recipient, and of one that couriers take on from here."""


def by_staff(visit: Visit) -> bool:
    """Whether staff take something out, or carry it elsewhere."""
    return visit.by in STAFF


def taking_opened(visit: Visit) -> Change:
    """The sensor showed the door open; the reservation stays as it is."""
    return change(Act.TAKING_OPENED, at(visit), Contents.MAYBE)


def taken_out(visit: Visit, contents: Contents) -> Change:
    """The door was seen shut, and the parcel is in staff's hands."""
    about = at(visit)
    if visit.carried:
        # Until it lies elsewhere nobody knows where it is.
        return change(Act.CARRIED_OFF, about, Contents.MAYBE)
    return under(visit.rules, Act.TAKEN_OUT, about, contents)


def left_lying(visit: Visit, contents: Contents = Contents.PARCEL) -> Change:
    """Staff looked, and left what lies there."""
    if visit.carried:
        return change(Act.CARRIED_BACK, at(visit), contents)
    return change(Act.LEFT_LYING, at(visit), contents)


def not_there(visit: Visit, occupied: bool | None) -> Change:
    """Staff looked, and no parcel lies there; only a sensor that says otherwise outweighs that."""
    contents = Contents.MAYBE if occupied is True else Contents.EMPTY
    facts: dict[str, Fact] = {
        "problem": NOT_THERE_TO_COLLECT if visit.kind in GOES_ON else NOT_THERE
    }
    return change(Act.MISSING, at(visit), contents, facts, severity="HIGH", **facts)


def relocated(visit: Visit, *, confirmed: bool) -> Change:
    """The parcel lies in its new compartment, and the old one was seen empty: both or neither."""
    if not confirmed:
        return change(Act.RELOCATION_STOPPED, at(visit), Contents.MAYBE)
    facts = {"from": visit.carried, "to": visit.label}
    made = change(Act.RELOCATED, at(visit), Contents.PARCEL, facts, **facts)
    told = made.events if visit.rules.moves_compartment else ()
    return replace(made, move_to=visit.label, vacates=visit.carried, events=told)


def not_put(visit: Visit, contents: Contents) -> Change:
    """The new compartment was opened, and the parcel did not go in."""
    return change(Act.RELOCATION_STOPPED, at(visit), contents)


def found_at(reservation: Reservation, label: str, by: By, *, told: bool) -> Change:
    """Its parcel was seen in another compartment than the one that was known."""
    facts = {"from": reservation.compartment, "to": label}
    about = of(reservation, by, label=label)
    made = change(Act.RELOCATED, about, Contents.PARCEL, facts, **facts)
    events = made.events if told else ()
    return replace(made, move_to=label, vacates=reservation.compartment, events=events)


def label_read(visit: Visit, *, readable: bool) -> Change:
    """Its label was held up and is its own; or it has none that can be read."""
    facts: dict[str, Fact] = {"label_scanned": readable, "matched": True if readable else None}
    return change(Act.LABEL_SCANNED, at(visit), None, facts, **facts)


def mismatched(visit: Visit, found: str | None, what: str) -> Change:
    """The label in hand is another parcel's (``found``, where that is known), and what was done.

    put_back, exchanged, label_wrong, unexplained. What was scanned is told to nobody.
    """
    facts: dict[str, Fact] = {
        "label_scanned": True, "matched": False, "found": found, "done": what,
    }  # fmt: skip
    return change(Act.MISALIGNED, at(visit), None, facts, severity="MEDIUM", **facts)
