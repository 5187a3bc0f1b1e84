"""What becomes of a drop-off: nothing is told before its door is seen shut."""

from dataclasses import replace

from kiosk.domain.acts import Act
from kiosk.domain.flows.visit import Reason, Visit
from kiosk.domain.model import Change, Channel, Contents, Kind, NewEvent
from kiosk.domain.settling import takings
from kiosk.domain.settling.recording import at, change


def deposited(visit: Visit, *, confirmed: bool) -> Change:
    """A drop-off's door was seen closed."""
    if visit.carried:
        return takings.relocated(visit, confirmed=confirmed)
    contents = Contents.PARCEL if confirmed else Contents.MAYBE
    if visit.settled:
        return change(Act.DEPOSITED_AGAIN, at(visit), contents)
    made = change(Act.DEPOSITED, at(visit), contents, confirmed=confirmed)
    return replace(made, events=(*made.events, *_ready(visit)))


def cancelled(visit: Visit, reason: Reason, contents: Contents) -> Change:
    """A drop-off was given up; what lies inside is a fact of its own."""
    if visit.carried:
        return takings.not_put(visit, contents)
    facts = {"reason": reason.value, "declared": contents.value}
    if _waits_on(visit):
        return change(Act.NOT_PUT_IN, at(visit), contents, facts)
    if visit.settled:
        # The drop-off was told long ago and no cloud takes that back: people must know.
        told = {"what": "taken_back", "severity": "HIGH"}
        return change(Act.TAKEN_BACK, at(visit), contents, facts, **told)
    return change(Act.DROPOFF_CANCELLED, at(visit), contents, facts, **facts)


def withdrawn(visit: Visit) -> Change:
    """Only after the shut it was said that nothing lies inside: somebody has to look."""
    contents = Contents.MAYBE
    if visit.carried:
        return takings.not_put(visit, contents)
    facts = {"declared": contents.value}
    if _waits_on(visit):
        return change(Act.NOT_PUT_IN, at(visit), contents, facts)
    return change(Act.WITHDRAWN, at(visit), contents, facts, reason="withdrawn")


def _waits_on(visit: Visit) -> bool:
    """Whether the parcel may still come: one that somebody announced, in a courier's hands.

    Only whom it belongs to gives it up; what was begun at the screen ends with that visit.
    """
    announced = visit.kind is Kind.DELIVERY and visit.handover is None
    return announced and takings.by_staff(visit) and not visit.settled


def moved(visit: Visit, other: Visit, contents: Contents) -> Change:
    """The reservation goes to another compartment; the first is declared as found."""
    made = change(Act.MOVED, at(visit), contents, {"to": other.label}, to=other.label)
    return replace(made, move_to=other.label)


def _ready(visit: Visit) -> tuple[NewEvent, ...]:
    """The message with the code, to whom it is for; the code is in clear nowhere else."""
    handover = visit.handover
    if handover is None or not handover.told:
        return ()
    until = handover.until.isoformat() if handover.until else None
    return (
        NewEvent(
            "notice.parcel_ready",
            visit.reservation,
            visit.owner,
            {"kind": visit.kind.value, "until": until},
            Channel.NOTIFIER,
            {"typed": handover.typed, "qr": handover.qr},
        ),
    )
