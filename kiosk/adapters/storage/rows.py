"""Rows to the domain's words and back."""

from typing import Any

from sqlalchemy import Row

from kiosk.adapters.storage.particular import read, written
from kiosk.adapters.storage.sealing import Words
from kiosk.adapters.storage.tables import EventRow, HoldingRow, IntentRow, ReservationRow
from kiosk.domain.layout import DoorId
from kiosk.domain.model import Event, Holding, Intent, Reservation, ReservationId


def reservation_values(reservation: Reservation) -> dict[str, Any]:
    return {
        "id": reservation.id,
        "ref": reservation.ref,
        "owner": reservation.owner,
        "kind": reservation.kind,
        "state": reservation.state,
        "compartment": reservation.compartment,
        "size": reservation.size,
        "made_at": reservation.made_at,
        "read_at": reservation.read_at,
        "expires_at": reservation.expires_at,
        "moved_at": reservation.moved_at,
        "blocked": reservation.blocked,
        "language": reservation.language,
        "particulars": written(reservation.particulars),
    }


def reservation_of(row: ReservationRow | Row[Any]) -> Reservation:
    return Reservation(
        id=ReservationId(row.id),
        ref=row.ref,
        owner=row.owner,
        kind=row.kind,
        state=row.state,
        compartment=row.compartment,
        size=row.size,
        made_at=row.made_at,
        read_at=row.read_at,
        expires_at=row.expires_at,
        moved_at=row.moved_at,
        blocked=row.blocked,
        language=row.language,
        particulars=read(row.particulars),
    )


def intent_values(intent: Intent) -> dict[str, Any]:
    return {
        "id": intent.id,
        "door": intent.door,
        "authorisation": intent.authorisation,
        "reservation": intent.reservation,
        "purpose": intent.purpose,
        "actor": intent.actor,
        "before": intent.before,
        "pulse": intent.pulse,
        "at": intent.at,
        "state": intent.state,
    }


def intent_of(row: IntentRow | Row[Any]) -> Intent:
    return Intent(
        id=row.id,
        door=DoorId(row.door),
        authorisation=row.authorisation,
        reservation=_id(row.reservation),
        purpose=row.purpose,
        actor=row.actor,
        before=row.before,
        pulse=row.pulse,
        at=row.at,
        state=row.state,
    )


def event_of(row: EventRow | Row[Any], sealed: Words) -> Event:
    return Event(
        seq=row.seq,
        id=row.id,
        name=row.name,
        reservation=_id(row.reservation),
        owner=row.owner,
        at=row.at,
        data=row.data,
        tries=row.tries,
        uncertain=row.uncertain,
        channel=row.channel,
        sealed=sealed,
    )


def holding_of(row: HoldingRow | Row[Any]) -> Holding:
    return Holding(row.label, row.contents, row.flag, row.reason)


def _id(text: str | None) -> ReservationId | None:
    return None if text is None else ReservationId(text)
