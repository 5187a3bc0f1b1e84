"""What a happening at a door changes: state, contents, and what the cloud is told.

Pure: every rule of "when is it told, what lies inside" stands here once.
"""

from dataclasses import replace

from kiosk.domain.flows.visit import Reason, Trouble, Visit
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Change,
    Contents,
    Intent,
    IntentState,
    NewEvent,
    Purpose,
    Reservation,
    ReservationState,
)
from kiosk.domain.rules import CloudRules

EXPECTED = {ReservationState.ANNOUNCED, ReservationState.RESERVED}
LYING = {ReservationState.STORED, ReservationState.OPENED}
SEVERITY = {
    Trouble.DID_NOT_OPEN: "HIGH",
    Trouble.NOT_EMPTY: "HIGH",
    Trouble.DIRTY: "MEDIUM",
    Trouble.OUT_OF_REACH: "LOW",
}


def _event(visit: Visit, name: str, **data: str | int | bool | None) -> NewEvent:
    facts = {"label": visit.label, "confidence": visit.confidence.value, "code": visit.code_name}
    return NewEvent(name, visit.reservation, visit.owner, {**facts, **data})


def change_at(visit: Visit, journal: str) -> Change:
    """Only the journal's line; the other facts are added by what happened."""
    return Change(
        journal,
        reservation=visit.reservation,
        compartment=visit.label,
        facts={"way": visit.way.value, "confidence": visit.confidence.value},
    )


def opened(visit: Visit) -> Change:
    """The sensor showed the door open."""
    if visit.settled or visit.opened:
        return change_at(visit, "door.reopened")
    change = change_at(visit, "door.opened")
    if visit.purpose is Purpose.DROPOFF:
        return replace(change, state=ReservationState.DEPOSITING, contents=Contents.MAYBE)
    told = (_event(visit, "parcel.collected"),) if visit.rules.collection_commits == "open" else ()
    return replace(change, state=ReservationState.COLLECTING, contents=Contents.MAYBE, events=told)


def collected(visit: Visit, occupied: bool | None, *, sure: bool = True) -> Change:
    """A pick-up's door was seen closed; only a sensor outweighs a doubt."""
    empty = occupied is False or (occupied is None and sure and not visit.unsure)
    contents = Contents.EMPTY if empty else Contents.MAYBE
    change = replace(change_at(visit, "parcel.collected"), contents=contents)
    if visit.settled:
        return change
    on_close = visit.rules.collection_commits == "close"
    told = (_event(visit, "parcel.collected"),) if on_close else ()
    return replace(change, state=ReservationState.FINISHED, events=told)


def not_taken(visit: Visit) -> Change:
    """The person could not take it: the parcel still lies there, as far as the cloud lets it."""
    if visit.settled:
        # It was told as collected when the door closed the first time: what is inside now is open.
        return replace(change_at(visit, "parcel.not_taken"), contents=Contents.MAYBE)
    told_at_open = visit.rules.collection_commits == "open"
    state = ReservationState.COLLECTING if told_at_open else ReservationState.STORED
    return replace(change_at(visit, "parcel.not_taken"), state=state, contents=Contents.PARCEL)


def given_up(visit: Visit) -> Change:
    """The door had been open and does not open again: what was done meanwhile is unproved."""
    if visit.purpose is Purpose.DROPOFF:
        return deposited(visit, confirmed=False)
    return replace(not_taken(visit), contents=Contents.MAYBE)


def deposited(visit: Visit, *, confirmed: bool) -> Change:
    """A drop-off's door was seen closed: nothing is told before this."""
    contents = Contents.PARCEL if confirmed else Contents.MAYBE
    change = replace(change_at(visit, "parcel.deposited"), contents=contents)
    if visit.settled:
        return change
    told = (_event(visit, "parcel.deposited", confirmed=confirmed),)
    return replace(change, state=ReservationState.STORED, events=told)


def closed_undecided(visit: Visit) -> Change:
    """The depositor wants out and the door has closed: until confirmed it may hold the parcel."""
    return replace(change_at(visit, "door.closed"), contents=Contents.MAYBE)


def cancelled(visit: Visit, reason: Reason, contents: Contents) -> Change:
    """A drop-off was given up; what lies inside is a fact of its own."""
    told = (_event(visit, "reservation.cancelled", reason=reason.value),)
    if visit.settled:
        # The drop-off was told long ago and no cloud takes that back: people must know.
        told = (_event(visit, "compartment.problem", what="taken_back", severity="HIGH"),)
    change = change_at(visit, "dropoff.cancelled")
    facts = {**change.facts, "reason": reason.value, "declared": contents.value}
    return replace(
        change, state=ReservationState.CANCELLED, contents=contents, events=told, facts=facts
    )


def moved(visit: Visit, other: Visit, contents: Contents) -> Change:
    """The reservation goes to another compartment; the first is declared as found."""
    told = (_event(visit, "reservation.moved", to=other.label),)
    change = change_at(visit, "reservation.moved")
    return replace(
        change,
        state=ReservationState.RESERVED,
        contents=contents,
        move_to=other.label,
        events=told,
        facts={**change.facts, "to": other.label},
    )


def reported(visit: Visit, trouble: Trouble) -> Change:
    """A person said what is wrong; the reservation stays as it is."""
    blocks = trouble in {Trouble.DID_NOT_OPEN, Trouble.NOT_EMPTY}
    told = _event(
        visit,
        "compartment.problem",
        what=trouble.value,
        severity=SEVERITY[trouble],
        block=blocks,
    )
    contents = Contents.MAYBE if trouble is Trouble.NOT_EMPTY else None
    change = change_at(visit, f"problem.{trouble.value}")
    return replace(change, contents=contents, events=(told,))


def stuck(visit: Visit) -> Change:
    """A pulse went out and the sensor never showed the door open."""
    told = _event(visit, "compartment.problem", what="did_not_open", severity="HIGH", block=True)
    return replace(change_at(visit, "door.jammed"), events=(told,) if visit.pulses == 3 else ())


def left_open(visit: Visit) -> Change:
    """The door stands open and the session ends; it leaves allocation."""
    told = _event(visit, "door.left_open", severity="MEDIUM")
    return replace(change_at(visit, "door.left_open"), contents=Contents.MAYBE, events=(told,))


def shut_late(
    intent: Intent, reservation: Reservation, occupied: bool | None, rules: CloudRules
) -> Change:
    """A door left open was shut by somebody: only a sensor proves what lies inside."""
    # The door that moved counts, wherever the reservation has gone since.
    label = intent.door.partition("/")[0]
    empty = occupied is False and intent.purpose is Purpose.PICKUP
    change = Change(
        "door.shut_late",
        reservation=reservation.id,
        compartment=label,
        contents=Contents.EMPTY if empty else Contents.MAYBE,
    )
    data: dict[str, str | int | bool | None] = {"label": label, "confirmed": False}
    if intent.purpose is Purpose.DROPOFF and reservation.state is ReservationState.DEPOSITING:
        told = NewEvent("parcel.deposited", reservation.id, reservation.owner, data)
        return replace(change, state=ReservationState.STORED, events=(told,))
    if intent.purpose is Purpose.PICKUP and reservation.state is ReservationState.COLLECTING:
        told = NewEvent("parcel.collected", reservation.id, reservation.owner, data)
        on_close = rules.collection_commits == "close"
        return replace(change, state=ReservationState.FINISHED, events=(told,) if on_close else ())
    return change


def found_open(intent: Intent, reservation: Reservation | None, rules: CloudRules) -> Change:
    """A fired door stands open at the start: an opening that went unrecorded is told now."""
    label = intent.door.partition("/")[0]
    change = Change("door.found_open", compartment=label, contents=Contents.MAYBE)
    if reservation is None:
        return replace(change, events=(_left(label, Owner.LOCAL),))
    told = (_left(label, reservation.owner),)
    change = replace(change, reservation=reservation.id, events=told)
    if intent.state is not IntentState.UNLOCKING:
        return change
    if intent.purpose is Purpose.DROPOFF and reservation.state in EXPECTED:
        return replace(change, state=ReservationState.DEPOSITING)
    if intent.purpose is Purpose.PICKUP and reservation.state in LYING:
        data: dict[str, str | int | bool | None] = {"label": label, "confirmed": False}
        collected = NewEvent("parcel.collected", reservation.id, reservation.owner, data)
        events = (collected, *told) if rules.collection_commits == "open" else told
        return replace(change, state=ReservationState.COLLECTING, events=events)
    return change


def _left(label: str, owner: Owner) -> NewEvent:
    data = {"label": label, "severity": "MEDIUM"}
    return NewEvent("door.left_open", owner=owner, data=data)


def spontaneous(label: str, owner: Owner, journal: str = "door.opened_by_itself") -> Change:
    """A door opened that nobody asked to open."""
    told = NewEvent(
        "door.opened_by_itself",
        owner=owner,
        data={"label": label, "what": "opened_by_itself", "severity": "CRITICAL"},
    )
    return Change(journal, compartment=label, contents=Contents.MAYBE, events=(told,))
