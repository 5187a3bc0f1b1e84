"""What a compartment chosen at the screen makes of a reservation and of a visit. Pure."""

from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.domain.codes import TypedCode
from kiosk.domain.flows.choices import Draft, Want
from kiosk.domain.flows.visit import WALK_UP, Aim, Handover, Visit
from kiosk.domain.layout import Compartment, Layout
from kiosk.domain.model import (
    Arrival,
    Confidence,
    Kind,
    Purpose,
    Way,
)
from kiosk.domain.particulars import Demand, Due, Particulars
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.services.local import Wish

KINDS = {Aim.SEND: Kind.SEND, Aim.STORE: Kind.STORE, Aim.RETURN: Kind.RETURN}


def wanted(layout: Layout, size: str, want: Want) -> tuple[str, ...]:
    """The sizes that would do instead of this one, best first."""
    match want:
        case Want.LARGER:
            return layout.larger_than(size)
        case Want.SMALLER:
            return layout.smaller_than(size)[::-1]
        case Want.LOWER:
            return (size, *layout.larger_than(size))


def wish(draft: Draft, due: Due | None, now: datetime, policy: Policy) -> Wish:
    """What a walk-up asks for, and how long it lasts."""
    kind = KINDS[draft.aim]
    hours = {Kind.SEND: policy.send_hours, Kind.STORE: policy.store_hours}.get(kind)
    return Wish(
        ref="",
        kind=kind,
        phone=draft.phone or None,
        expires_at=now + timedelta(hours=hours) if hours else None,
        particulars=Particulars(
            needs=draft.needs,
            demands=frozenset({Demand.PAYMENT}) if due else frozenset(),
            due=due,
            earlier=draft.earlier,
        ),
    )


def begun(
    draft: Draft, arrival: Arrival, compartment: Compartment, rules: CloudRules, *, told: bool
) -> Visit:
    """The visit of who began without a code; ``told``: a message with the code goes out."""
    made = arrival.reservation
    handover = None if draft.aim is Aim.RETURN else _handover(arrival, told=told)
    return Visit(
        reservation=made.id,
        owner=made.owner,
        purpose=Purpose.DROPOFF,
        way=Way.TYPED,
        confidence=Confidence.CLOUD,
        label=compartment.label,
        door=compartment.front.id,
        rules=rules,
        code_name=WALK_UP,
        # A cloud may have but one kind for all.
        kind=KINDS[draft.aim],
        aim=draft.aim,
        gates=made.particulars.gates,
        due=made.particulars.due,
        size=compartment.size,
        needs=draft.needs,
        handover=handover,
    )


def is_collectable(arrival: Arrival) -> bool:
    """Whether a code comes with it that takes the parcel out again."""
    return _handover(arrival, told=False) is not None


def _handover(arrival: Arrival, *, told: bool) -> Handover | None:
    """The pick-up code; with a short one goes the datum that is asked for it, as far as known."""
    pickup = [code for code in arrival.codes or () if code.purpose is Purpose.PICKUP]
    typed = next((code.text for code in pickup if code.way is Way.TYPED), None)
    if typed is None:
        return None
    # A cloud may have no other form of it: then it is scanned as it is typed.
    qr = next((code.shown or code.text for code in pickup if code.way is Way.QR), typed)
    datum = arrival.datum if TypedCode(typed).short else None
    return Handover(typed, qr, arrival.reservation.expires_at, told, datum or "")


def at(visit: Visit, compartment: Compartment) -> Visit:
    """The same visit at another compartment, whose door nobody has touched yet."""
    rear = compartment.rear if visit.door.endswith("/rear") else None
    door = rear or compartment.front
    return replace(
        visit,
        label=compartment.label,
        door=door.id,
        beside=False,
        size=compartment.size,
        intent=None,
        pulses=0,
        opened=False,
    )
