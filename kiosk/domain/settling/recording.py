"""How one happening becomes a change: state, journal line and event come from the table."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.domain.acts import Act, By
from kiosk.domain.flows.visit import Visit
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Change,
    Confidence,
    Contents,
    NewEvent,
    Reservation,
    ReservationId,
)
from kiosk.domain.rules import CloudRules
from kiosk.domain.transitions import TABLE

Fact = str | int | bool | None
Facts = Mapping[str, Fact]
SOURCE = "locker"
"""Where everything starts that the kiosk tells."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose reservation it is about, who caused it, and how sure that right was."""

    reservation: ReservationId
    owner: Owner
    label: str | None
    by: By
    confidence: Confidence
    code: str | None = None
    """The name of the code that was used, never the code."""
    facts: Facts = field(default_factory=dict)
    """What every journal line of it says."""
    unseen: bool = False
    """Nobody sees the door: what happened at it is only said, or not even that."""


def at(visit: Visit) -> Subject:
    """Whoever stands at the screen."""
    unseen = {"door_seen": False} if visit.unseen else {}
    # An opening that is not told says all the same who stood there, where it was no consumer.
    other = {} if visit.by is By.CONSUMER else {"actor": visit.by.value}
    other |= {"session": visit.session} if visit.session else {}
    return Subject(
        visit.reservation,
        visit.owner,
        visit.label or None,
        visit.by,
        visit.confidence,
        visit.code_name,
        {"way": visit.way.value, "confidence": visit.confidence.value, **other, **unseen},
        visit.unseen,
    )


def of(
    reservation: Reservation,
    by: By,
    *,
    label: str | None = None,
    confidence: Confidence = Confidence.UNKNOWN,
) -> Subject:
    """Nobody stands there; the label may be of a door it has moved away from."""
    place = label or reservation.compartment
    return Subject(reservation.id, reservation.owner, place, by, confidence)


def event(name: str, about: Subject, message: str, **metadata: Fact) -> NewEvent:
    """What every fact about a reservation says: who, where, by which code, and how surely."""
    return NewEvent(
        name,
        about.reservation,
        about.owner,
        {
            "label": about.label,
            "initiated_by": about.by.value,
            "source": SOURCE,
            "code": about.code,
            "confidence": about.confidence.value,
            "message": message,
            **({"door_seen": False} if about.unseen else {}),
            **metadata,
        },
    )


def change(
    act: Act,
    about: Subject,
    contents: Contents | None = None,
    facts: Facts | None = None,
    **metadata: Fact,
) -> Change:
    """The change of this act, with its event whatever the cloud's rules."""
    row = TABLE[act]
    told = (event(row.event, about, row.says, **metadata),) if row.event else ()
    return Change(
        row.journal,
        reservation=about.reservation,
        state=row.after,
        compartment=about.label,
        contents=contents,
        events=told,
        facts={**about.facts, **(facts or {})},
    )


def under(
    rules: CloudRules,
    act: Act,
    about: Subject,
    contents: Contents | None = None,
    **metadata: Fact,
) -> Change:
    """The same, told only where it counts at this moment."""
    row = TABLE[act]
    told = tuple(event(name, about, row.says, **metadata) for name in row.told(rules))
    return replace(change(act, about, contents, None, **metadata), events=told)
