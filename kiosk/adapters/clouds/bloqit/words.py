"""Bloq.it's words in ours ("Partner API 1.35.0", Rents, Delivery Operations)."""

import re
from collections.abc import Mapping
from datetime import datetime

from kiosk.adapters.clouds.bloqit.bank import Bank, size_of
from kiosk.adapters.clouds.bloqit.rent import Rent, is_id
from kiosk.domain import codes
from kiosk.domain.layout import Compartment, Layout, Owner
from kiosk.domain.model import (
    Arrival,
    Kind,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    Way,
)
from kiosk.domain.model import ReservationState as S
from kiosk.domain.particulars import Demand, Needs, Particulars
from kiosk.domain.transitions import WAITING

LONGEST_NAME = 64

_NAME = re.compile(rf"[A-Za-z0-9_. -]{{1,{LONGEST_NAME}}}")
_CARRIER = re.compile(rf"[^\x00-\x1f\x7f]{{1,{LONGEST_NAME}}}")

STATES: Mapping[str, S] = {
    "created": S.ANNOUNCED,
    "ready_for_pickup": S.ANNOUNCED,
    "in_transit": S.ANNOUNCED,
    "reserved": S.RESERVED,
    "starting": S.DEPOSITING,
    "in_progress": S.STORED,
    "locker_opened": S.OPENED,
    "open": S.OPENED,
    "collect_item": S.COLLECTING,
    "price_calculation": S.SETTLING,
    "payment_attempt": S.SETTLING,
    "finished": S.FINISHED,
    "expired": S.EXPIRED,
    "cancelled": S.CANCELLED,
    "canceled": S.CANCELLED,
}
"""The thirteen states; the text also says OPEN for locker_opened, and CANCELED."""

KINDS: Mapping[str, Kind] = {
    "store": Kind.STORE,
    "send": Kind.SEND,
    "delivery": Kind.DELIVERY,
    "return": Kind.RETURN,
}
BEGUN_AT_ONCE = frozenset({"store", "send"})
_ENDED = frozenset({S.FINISHED, S.CANCELLED, S.EXPIRED})
"""A rent in these may have had no locker ever."""


def unfit(rent: Rent, bank: Bank) -> str | None:
    """The part of a well-formed rent this kiosk cannot work with."""
    if not is_id(rent.id):
        return "id"
    if rent.now not in STATES:
        return "state"
    if rent.type not in KINDS:
        return "type"
    if rent.locker_id:
        return None if bank.compartment(rent.locker_id) else "locker"
    return None if STATES[rent.now] in WAITING | _ENDED else "locker"


def state_of(rent: Rent, compartment: Compartment | None) -> S:
    """Announced turns into reserved with a locker, and the other way round.

    A store or send that was begun here is ``starting`` from its making on; whether its door was
    opened since only the kiosk knows.
    """
    state = STATES[rent.now]
    begun = state is S.DEPOSITING and rent.type in BEGUN_AT_ONCE and rent.order is not None
    if state in WAITING or begun:
        return S.RESERVED if compartment else S.ANNOUNCED
    return state


def kind_of(rent: Rent) -> Kind:
    kind = KINDS[rent.type]
    first_mile = kind is Kind.DELIVERY and rent.said("operation") == "firstMile"
    return Kind.FIRST_MILE if first_mile else kind


def arrival(rent: Rent, bank: Bank, layout: Layout, read_at: datetime) -> Arrival:
    """A fit rent in our words, with its codes; ``datum`` only where its telephone is known.

    The end is the expiryDate alone ("after which the rent can not be picked up"): deliveryDateLimit
    is no end of what lies in a locker, and before that the cloud itself lets the rent expire.
    """
    compartment = bank.compartment(rent.locker_id) if rent.locker_id else None
    size = compartment.size if compartment else size_of(rent.said("locker_type"), layout.sizes)
    reservation = Reservation(
        id=ReservationId(rent.id),
        ref=rent.order or rent.id,
        owner=Owner.CLOUD,
        kind=kind_of(rent),
        state=state_of(rent, compartment),
        compartment=compartment.label if compartment else None,
        size=size,
        made_at=rent.start,
        read_at=read_at,
        expires_at=rent.expiry,
        particulars=_particulars(rent),
    )
    phone, label = codes.last_four(rent.phone_known() or ""), rent.said("external_id")
    return Arrival(reservation, new_codes(rent), phone, names=(label,) if label else ())


def _particulars(rent: Rent) -> Particulars:
    carrier, earlier = rent.said("carrier"), rent.said("earlier")
    actions = rent.actions or (rent.details.actions if rent.details else None)
    return Particulars(
        needs=Needs(carrier=carrier if carrier and _CARRIER.fullmatch(carrier) else None),
        # An action the document does not know must be done before the door opens, too.
        demands=frozenset({Demand.STEP_UP}) if actions else frozenset(),
        earlier=earlier if earlier and is_id(earlier) else None,
    )


def new_codes(rent: Rent) -> tuple[NewCode, ...] | None:
    """The codes a person can type or hold up; one no way of giving it fits is left out.

    None where none is shown at all: a list may well keep them for itself.
    """
    made: list[NewCode] = []
    told = False
    for part in (rent, rent.details):
        if part is None:
            continue
        several, one, dropoff = part.pick_up_codes, part.pick_up_code, part.drop_off_code
        told = told or not (several is None and one is None and dropoff is None)
        for name, text in (several or {}).items():
            made += _shown(Purpose.PICKUP, name if _NAME.fullmatch(name) else "code", text)
        made += _shown(Purpose.PICKUP, "pickUpCode", one)
        made += _shown(Purpose.DROPOFF, "dropOffCode", dropoff)
    return tuple(made) if told else None


def _shown(purpose: Purpose, name: str, text: str | None) -> tuple[NewCode, ...]:
    if not text:
        return ()
    # A scanned text that could be typed counts as typed; any other plain text is only held up.
    match codes.parse_scanned(text):
        case codes.TypedCode(typed):
            return (NewCode(purpose, Way.TYPED, typed, name),)
        case codes.Unknown(text=whole) if whole:
            return (NewCode(purpose, Way.QR, whole, name),)
        case _:
            return ()
