"""What a compartment chosen at the screen makes of a reservation and of a visit. Pure."""

from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.domain.flows.choices import Draft, Want
from kiosk.domain.flows.visit import Aim, Handover, Visit
from kiosk.domain.layout import Compartment, Layout, Owner
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


def owner(draft: Draft) -> Owner:
    """Whose compartments it is about: walk-ups are this kiosk's own."""
    return Owner.LOCAL if draft.visit is None else draft.visit.owner


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
    texts = {code.way: code.text for code in arrival.codes or ()}
    handover = Handover(texts[Way.TYPED], texts[Way.QR], made.expires_at, told) if texts else None
    return Visit(
        reservation=made.id,
        owner=made.owner,
        purpose=Purpose.DROPOFF,
        way=Way.TYPED,
        confidence=Confidence.CLOUD,
        label=compartment.label,
        door=compartment.front.id,
        rules=rules,
        code_name="walk_up",
        kind=made.kind,
        aim=draft.aim,
        gates=made.particulars.gates,
        due=made.particulars.due,
        size=compartment.size,
        needs=draft.needs,
        handover=handover,
    )


def at(visit: Visit, compartment: Compartment) -> Visit:
    """The same visit at another compartment, whose door nobody has touched yet."""
    return replace(
        visit,
        label=compartment.label,
        door=compartment.front.id,
        size=compartment.size,
        intent=None,
        pulses=0,
        opened=False,
    )
