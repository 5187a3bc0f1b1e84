"""What a door means that moved when nobody was in between: after a start, or left open before."""

from dataclasses import replace

from kiosk.domain.acts import Act, By
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Change,
    Contents,
    Intent,
    IntentState,
    NewEvent,
    Purpose,
    Reservation,
)
from kiosk.domain.rules import CloudRules
from kiosk.domain.settling.recording import Subject, change, of, under
from kiosk.domain.settling.takings import STAFF
from kiosk.domain.transitions import TABLE, allowed

SHUTS = {
    Purpose.DROPOFF: Act.DEPOSIT_SHUT_LATE,
    Purpose.PICKUP: Act.PICKUP_SHUT_LATE,
    Purpose.OPENING: Act.STORE_SHUT_LATE,
}
FINDS = {
    Purpose.DROPOFF: Act.DROPOFF_FOUND_OPEN,
    Purpose.PICKUP: Act.PICKUP_FOUND_OPEN,
    Purpose.OPENING: Act.STORE_FOUND_OPEN,
}


def _label(intent: Intent) -> str:
    # The door that moved counts, wherever the reservation has gone since.
    return intent.door.partition("/")[0]


def shut_late(
    intent: Intent, reservation: Reservation, occupied: bool | None, rules: CloudRules
) -> Change:
    """A door left open was shut by somebody: only a sensor proves what lies inside."""
    about = of(reservation, By.KIOSK, label=_label(intent))
    purpose = intent.purpose
    contents = _behind(intent, occupied)
    if purpose is None or _by_staff(intent) or not allowed(SHUTS[purpose], reservation.state):
        return change(Act.SHUT_LATE, about, contents)
    return under(rules, SHUTS[purpose], about, contents, confirmed=False)


def _by_staff(intent: Intent) -> bool:
    """Whether staff wanted something out, or back: that moves no state before they have said so."""
    return intent.purpose is not Purpose.DROPOFF and intent.actor in {by.value for by in STAFF}


def _behind(intent: Intent, occupied: bool | None) -> Contents:
    """What a sensor proves of a compartment that stood open.

    Of what staff took out it does not say where they carried it: the reservation still lies there,
    so whoever has it is asked for it, and does at the door what was cut short.
    """
    purpose = intent.purpose
    if purpose is Purpose.PICKUP and occupied is False and not _by_staff(intent):
        return Contents.EMPTY
    if purpose is Purpose.OPENING and occupied is True:
        return Contents.PARCEL
    return Contents.MAYBE


def found_open(intent: Intent, reservation: Reservation | None, rules: CloudRules) -> Change:
    """A fired door stands open at the start: an opening that went unrecorded is told now."""
    label = _label(intent)
    if reservation is None:
        left = _left(label, Owner.LOCAL)
        row = TABLE[Act.FOUND_OPEN]
        return Change(row.journal, compartment=label, contents=Contents.MAYBE, events=(left,))
    about = of(reservation, By.KIOSK, label=label)
    made = _opened_unseen(intent, reservation, about, rules)
    found = made or change(Act.FOUND_OPEN, about, Contents.MAYBE)
    return replace(found, events=(*found.events, _left(label, reservation.owner)))


def _opened_unseen(
    intent: Intent, reservation: Reservation, about: Subject, rules: CloudRules
) -> Change | None:
    if intent.state is not IntentState.UNLOCKING or intent.purpose is None or _by_staff(intent):
        return None
    act = FINDS[intent.purpose]
    if not allowed(act, reservation.state):
        return None
    return under(rules, act, about, Contents.MAYBE, confirmed=False)


def _left(label: str, owner: Owner) -> NewEvent:
    return NewEvent("door.left_open", owner=owner, data={"label": label, "severity": "MEDIUM"})


def outcome_unknown(intent: Intent, reservation: Reservation | None) -> Change:
    """Fired, and found shut: whether it opened nobody saw, so the code stays good."""
    if reservation is not None:
        about = of(reservation, By.KIOSK, label=_label(intent))
        return change(Act.OUTCOME_UNKNOWN, about, Contents.MAYBE)
    return Change(
        TABLE[Act.OUTCOME_UNKNOWN].journal,
        reservation=intent.reservation,
        compartment=_label(intent),
        contents=Contents.MAYBE,
    )


def deposit_owed(reservation: Reservation) -> Change:
    """The door was seen shut on a drop-off, and the power went before anybody was told."""
    about = of(reservation, By.KIOSK)
    return change(Act.DEPOSIT_OWED, about, Contents.MAYBE, confirmed=False)
