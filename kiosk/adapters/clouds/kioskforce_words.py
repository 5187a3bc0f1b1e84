"""KioskForce's words in ours ("API Reference", Status Values, Notes)."""

import re
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from kiosk.adapters.clouds.answers import Answer, Moment
from kiosk.adapters.clouds.calls import is_id
from kiosk.domain import codes
from kiosk.domain.layout import Compartment, Layout, Owner, UnknownDoor
from kiosk.domain.model import (
    Arrival,
    Kind,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)

LONGEST = 1024
"""Characters of an order id, a note, a description: a longer order id is as if not there."""

_BEGUN_HERE = re.compile(r"(walkup-[0-9a-f]{12})-[0-9]{4}")


class Status(StrEnum):
    PENDING = "RESERVATION_STATUS_PENDING"
    DROPPED_OFF = "RESERVATION_STATUS_DROPPED_OFF"
    PICKED_UP = "RESERVATION_STATUS_PICKED_UP"
    CANCELLED = "RESERVATION_STATUS_CANCELLED"
    ABANDONED = "RESERVATION_STATUS_ABANDONED"


STATES = {
    Status.PENDING: ReservationState.RESERVED,
    Status.DROPPED_OFF: ReservationState.STORED,
    # The list keeps a picked-up one only while its grace runs and the person may open again: that
    # is still collecting. Once the list has dropped it, ``finished`` below says so.
    Status.PICKED_UP: ReservationState.COLLECTING,
    Status.CANCELLED: ReservationState.CANCELLED,
    Status.ABANDONED: ReservationState.ABANDONED,
}


Seconds = Annotated[int, Field(ge=0, le=2**31 - 1)]


class Done(Answer):
    """Any object, unless it is an rpcStatus in disguise."""

    code: None = None


class Cell(Answer):
    description: str | None = None


class Opened(Done):
    cell: Cell


class Ticket(Done):
    maintenance_ticket_id: str


class Echo(Answer):
    message: str


class Whose(Answer):
    """All that is looked at in another machine's reservation."""

    machine_id: str


def _fitting(value: object) -> object:
    """The platform's own text: one that is too long must not keep a whole list from being read."""
    return None if isinstance(value, str) and len(value) > LONGEST else value


class Listed(Whose):
    """A reservation as the list shows it."""

    reservation_id: str
    status: str
    created_at: Moment
    # The document's sample of the list shows it; where it is missing, only reading one tells.
    platform_order_id: Annotated[str | None, BeforeValidator(_fitting)] = None
    cell: Cell | None = None


class Detailed(Listed):
    """A reservation read by its id; a code sent as a number has lost its zeros: strictly text."""

    # Of one person's alone: what the document does not allow changes nothing of it.
    platform_order_id: Annotated[str, Field(max_length=LONGEST)] | None = None
    drop_off_code: str | None = None
    drop_off_qrcode: str | None = None
    pickup_code: str | None = None
    pickup_code_qrcode: str | None = None
    # "Grace Period Behavior" speaks of times and names that no sample shows: each may be missing.
    dropped_off_at: Moment | None = None
    picked_up_at: Moment | None = None
    grace_period_pickup_in_seconds: Seconds | None = None
    grace_period_pickup_seconds: Seconds | None = None
    grace_period_dropoff_in_seconds: Seconds | None = None
    grace_period_dropoff_seconds: Seconds | None = None


class Page(Answer):
    # Required even when empty: an answer without it must not end every reservation we know.
    reservations: list[object]
    next_page_token: str | None = Field(default=None, max_length=2048)


def unfit(found: Listed, layout: Layout) -> str | None:
    """The part of a well-formed reservation this kiosk cannot work with."""
    if not is_id(found.reservation_id):
        return "id"
    if found.status not in STATES:
        return "status"
    # A cell may still be unallocated ("Cell Allocation Period"), but not once a parcel lies in it.
    unallocated = not _named_cell(found) and found.status == Status.PENDING
    return None if unallocated or _compartment(found, layout) else "cell"


def arrival(found: Listed, layout: Layout, read_at: datetime) -> Arrival:
    """A fit reservation in our words, without codes."""
    compartment = _compartment(found, layout)
    # No order id is kept whole: its end is the second datum, which rests as HMAC only.
    reservation = Reservation(
        id=ReservationId(found.reservation_id),
        ref=order_of(found) or found.reservation_id,
        owner=Owner.CLOUD,
        kind=Kind.DELIVERY,
        state=STATES[Status(found.status)],
        compartment=compartment.label if compartment else None,
        size=compartment.size if compartment else None,
        made_at=found.created_at,
        read_at=read_at,
    )
    order = found.platform_order_id or ""
    return Arrival(reservation, datum=codes.last_four(order), names=(order,) if order else ())


def order_of(found: Listed) -> str | None:
    """Our own id of what was begun at a kiosk, without the datum at its end; None for others."""
    ours = _BEGUN_HERE.fullmatch(found.platform_order_id or "")
    return ours[1] if ours else None


def finished(known: Arrival) -> Arrival:
    """The same after its grace."""
    ended = replace(known.reservation, state=ReservationState.FINISHED)
    return replace(known, reservation=ended)


def new_codes(found: Detailed) -> tuple[NewCode, ...]:
    """The codes a person can type and show; one of a form the kiosk never accepts is left out."""
    shown = (
        (Purpose.DROPOFF, "drop_off_code", found.drop_off_code, found.drop_off_qrcode),
        (Purpose.PICKUP, "pickup_code", found.pickup_code, found.pickup_code_qrcode),
    )
    made = []
    for purpose, name, typed, qr in shown:
        code = codes.parse_typed(typed or "")
        if isinstance(code, codes.TypedCode):
            made.append(NewCode(purpose, Way.TYPED, code.text, name))
        scan = codes.parse_scanned(qr or "")
        if isinstance(scan, codes.DeliveryQr) and _names(scan, purpose, found):
            made.append(NewCode(purpose, Way.QR, scan.text, name, shown=qr or ""))
    return tuple(made)


def _names(scan: codes.DeliveryQr, purpose: Purpose, found: Detailed) -> bool:
    """Whether a QR text speaks of this purpose of this reservation: it proves nothing else."""
    return scan.purpose is purpose and scan.reservation == found.reservation_id


def _named_cell(found: Listed) -> str:
    return (found.cell and found.cell.description) or ""


def _compartment(found: Listed, layout: Layout) -> Compartment | None:
    try:
        compartment = layout.by_cloud_id(_named_cell(found))
    except UnknownDoor:
        return None
    # What is given away here by hand, the cloud cannot give away.
    return compartment if compartment.owner is Owner.CLOUD else None
