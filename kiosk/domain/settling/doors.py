"""What a door's own movements mean."""

from dataclasses import replace

from kiosk.domain.acts import Act
from kiosk.domain.flows.visit import Failure, Visit
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Contents, NewEvent, Purpose
from kiosk.domain.settling import takings
from kiosk.domain.settling.offline import taken_in
from kiosk.domain.settling.recording import Facts, at, change, under

OPENS = {
    Purpose.DROPOFF: Act.DROPOFF_OPENED,
    Purpose.PICKUP: Act.PICKUP_OPENED,
    Purpose.OPENING: Act.STORE_OPENED,
}
PULSES_TOLD = 3
"""A lock that was fired so often without effect is told."""
NOT_THE_DOORS = {Failure.TURNED_AWAY, Failure.LATER}
"""The lock is not to blame: whoever owns it did not fire it."""


def change_at(visit: Visit, journal: str) -> Change:
    """Only the journal's line; what happened adds the other facts."""
    return replace(change(Act.REOPENED, at(visit)), journal=journal)


def opened(visit: Visit) -> Change:
    """The sensor showed the door open."""
    if visit.settled or visit.opened:
        return change(Act.REOPENED, at(visit))
    if visit.carried or (visit.purpose is Purpose.PICKUP and takings.by_staff(visit)):
        return takings.taking_opened(visit)
    made = under(visit.rules, OPENS[visit.purpose], at(visit), Contents.MAYBE)
    return replace(made, events=(*made.events, *taken_in(visit)))


def closed_undecided(visit: Visit) -> Change:
    """The depositor wants out and the door has closed: until confirmed it may hold the parcel."""
    return change(Act.CLOSED_UNDECIDED, at(visit), Contents.MAYBE)


def stuck(visit: Visit, failure: Failure = Failure.JAMMED) -> Change:
    """A pulse went out and the sensor never showed the door open."""
    about, what = at(visit), "did_not_open"
    jammed = change(Act.JAMMED, about, what=what, severity="HIGH", block=True)
    if failure is Failure.UNHEARD:
        # It may have opened all the same: what lies there is no longer proved.
        return replace(jammed, events=(), contents=Contents.MAYBE)
    told = visit.pulses == PULSES_TOLD and failure not in NOT_THE_DOORS
    return jammed if told else replace(jammed, events=())


def left_open(visit: Visit) -> Change:
    """The door stands open and the session ends; it leaves allocation."""
    return change(Act.LEFT_OPEN, at(visit), Contents.MAYBE, severity="MEDIUM")


def unattended(label: str, owner: Owner, facts: Facts) -> Change:
    """The same of a door that was opened in no visit; ``facts`` say who had it opened."""
    data = {"label": label, "severity": "MEDIUM"}
    return Change(
        "door.left_open",
        compartment=label,
        contents=Contents.MAYBE,
        events=(NewEvent("door.left_open", owner=owner, data=data),),
        facts=facts,
    )


def spontaneous(label: str, owner: Owner, journal: str = "door.opened_by_itself") -> Change:
    """A door opened that nobody asked to open."""
    told = NewEvent(
        "door.opened_by_itself",
        owner=owner,
        data={"label": label, "what": "opened_by_itself", "severity": "CRITICAL"},
    )
    return Change(journal, compartment=label, contents=Contents.MAYBE, events=(told,))
