"""KioskForce's words in ours, and a report in theirs ("API Reference", Status Values, Notes)."""

import re
from collections.abc import Mapping
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
    Event,
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

_PROBLEMS = {
    "did_not_open": "The door does not open when its lock is fired.",
    "not_empty": "It was given away as empty, but something lies inside.",
    "dirty": "It is dirty.",
    "out_of_reach": "A person could not reach it.",
    "not_mine": "The recipient says that somebody else's parcel lies inside.",
    "empty": "The recipient says that no parcel lies inside.",
    "refused": "The recipient does not want the parcel and left it inside.",
    "taken_back": "The depositor took the parcel back after its drop-off had been told.",
    "left_open": "The door was left open.",
    "opened_by_itself": "The door opened without having been asked to.",
    "contact_faulty": "The door's contact flutters; the door is out of use.",
    "wrong_opened": "The door opened together with another; it is out of use.",
    "disabled_offline_dropoff": "While no call was answered a parcel was put in by a code that is "
    "not valid; the door is out of use.",
    "compartment_broken": "A courier or technician says that the compartment is broken.",
    "entire_station_broken": "A courier or technician says that the whole locker is out of order.",
    "no_access_to_station": "A courier or technician could not get to the locker.",
    "packet_is_too_big_for_station": "A parcel is larger than every compartment of the locker.",
    "no_suitable_compartment_available": "No free compartment was right for a parcel.",
    "compartment_already_occupied": "A courier or technician found something inside already.",
    "compartment_is_empty": "A courier or technician found it empty.",
    "parcel_not_available": "A parcel that should be there was not.",
    "missing": "A courier or technician opened it, and its parcel was not there.",
    "misaligned": "The label that was scanned there is another parcel's.",
    "place_differs": "The parcel lies there, and the platform has it in another cell.",
    "camera_lost": "The camera gives no pictures; codes are typed.",
}
_SEVERITIES = {"LOW", "MEDIUM", "HIGH", "CRITICAL"}
_BEGUN_HERE = re.compile(r"(walkup-[0-9a-f]{12})-[0-9]{4}")
_WORD = re.compile(r"[a-z_]{1,40}")


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
    return Arrival(reservation, datum=codes.last_four(order))


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


def report(event: Event, layout: Layout, machine: str) -> Mapping[str, object]:
    """A maintenance request: fixed words and ids only, the same however often it is made."""
    compartment = _labelled(event, layout)
    body: dict[str, object] = {
        "machine_id": machine,
        "description": _description(event, compartment, machine),
    }
    if event.data.get("severity") in _SEVERITIES:
        body["severity"] = event.data["severity"]
    # Never without a compartment in the text: it could be read as the whole machine.
    if event.data.get("block") is True and compartment:
        body["block_cell_immediately"] = True
    return body


def _description(event: Event, compartment: Compartment | None, machine: str) -> str:
    what = str(event.data.get("what") or event.name.rpartition(".")[2])
    text = _PROBLEMS.get(what, f"Fault: {what if _WORD.fullmatch(what) else 'unknown'}.")
    # Reservations never tell a cell's id, so its description stands here; the event's id tells a
    # repeated report from a second one.
    place = f"Cell {compartment.cloud_id} of machine" if compartment else "Machine"
    return f"{place} {machine}: {text} Kiosk report {event.id}."[:LONGEST]


def _labelled(event: Event, layout: Layout) -> Compartment | None:
    try:
        return layout.compartment(str(event.data.get("label")))
    except UnknownDoor:
        return None


def _named_cell(found: Listed) -> str:
    return (found.cell and found.cell.description) or ""


def _compartment(found: Listed, layout: Layout) -> Compartment | None:
    try:
        compartment = layout.by_cloud_id(_named_cell(found))
    except UnknownDoor:
        return None
    # What is given away here by hand, the cloud cannot give away.
    return compartment if compartment.owner is Owner.CLOUD else None
