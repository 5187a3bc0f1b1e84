"""What is kept about whom, for the operator; fingerprints are named, never shown."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.events import line_of as event_line
from kiosk.adapters.storage.facts import ENDED, line_of
from kiosk.adapters.storage.label_tables import LabelRow
from kiosk.adapters.storage.labels import content_of
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.people import contact_of
from kiosk.adapters.storage.rows import reservation_of
from kiosk.adapters.storage.tables import (
    CodeRow,
    EventRow,
    IntentRow,
    JournalRow,
    ReservationRow,
    ReservationTryRow,
)
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.layout import Owner
from kiosk.domain.model import Reservation, ReservationId, Way
from kiosk.domain.particulars import Contact
from kiosk.ports_desk import CodeShape

FINGERPRINT = "kept as a fingerprint"
"""Stands where an HMAC rests: it tells nothing to anybody without the device key."""
ENCRYPTED = "kept encrypted until it is delivered"

Line = Mapping[str, object]


class Subjects(OneThread):
    """Finds reservations by the operator's own name for them, and all that is kept of one."""

    async def newest_by_ref(self, refs: Collection[str]) -> Mapping[str, Reservation]:
        return await self._unit(_newest, frozenset(refs))

    async def has_datum(self, reservation: ReservationId) -> bool:
        return await self._unit(_has_datum, reservation)

    async def code_shapes(self) -> Sequence[CodeShape]:
        return await self._unit(code_shapes)

    async def subject(self, ref: str) -> Sequence[Line]:
        return await self._unit(_subject, ref, self._pen())


def _newest(session: Session, refs: frozenset[str]) -> Mapping[str, Reservation]:
    query = select(ReservationRow).where(ReservationRow.owner == Owner.LOCAL)
    query = query.order_by(ReservationRow.made_at, ReservationRow.id)
    # Compared here: a list of thousands is too long for one statement.
    return {row.ref: reservation_of(row) for row in session.scalars(query) if row.ref in refs}


def _has_datum(session: Session, reservation: ReservationId) -> bool:
    row = session.get(ReservationRow, reservation)
    return row is not None and row.datum is not None


def code_shapes(session: Session) -> Sequence[CodeShape]:
    query = (
        select(CodeRow.alphabet, CodeRow.length, func.count(CodeRow.fingerprint.distinct()))
        .join(ReservationRow, ReservationRow.id == CodeRow.reservation)
        .where(CodeRow.way == Way.TYPED, ReservationRow.state.not_in(ENDED))
        .group_by(CodeRow.alphabet, CodeRow.length)
        .order_by(CodeRow.length, CodeRow.alphabet)
    )
    return tuple(CodeShape(*row) for row in session.execute(query))


def _subject(session: Session, ref: str, pen: Pen) -> Sequence[Line]:
    query = select(ReservationRow).where(or_(ReservationRow.ref == ref, ReservationRow.id == ref))
    query = query.order_by(ReservationRow.made_at, ReservationRow.id)
    return tuple(_everything(session, row, pen) for row in session.scalars(query).all())


def _everything(session: Session, row: ReservationRow, pen: Pen) -> Line:
    about = row.id
    codes = select(CodeRow).where(CodeRow.reservation == about).order_by(CodeRow.id)
    tries = select(ReservationTryRow).where(ReservationTryRow.reservation == about)
    intents = select(IntentRow).where(IntentRow.reservation == about).order_by(IntentRow.seq)
    events = select(EventRow).where(EventRow.reservation == about).order_by(EventRow.seq)
    journal = select(JournalRow).where(JournalRow.reservation == about).order_by(JournalRow.seq)
    labels = select(LabelRow).where(LabelRow.reservation == about).order_by(LabelRow.seq)
    return {
        "reservation": _fields(row, pen),
        "codes": [_code(code) for code in session.scalars(codes)],
        "tries": [
            {"at": one.at.isoformat(), "way": one.way.value, "counts": not one.given_back}
            for one in session.scalars(tries.order_by(ReservationTryRow.id))
        ],
        "openings": [_opening(intent) for intent in session.scalars(intents)],
        "labels": [_label(label, pen) for label in session.scalars(labels)],
        "outbox": [_waiting(event) for event in session.scalars(events)],
        "journal": [line_of(line) for line in session.scalars(journal)],
    }


def _fields(row: ReservationRow, pen: Pen) -> Line:
    return {
        "id": row.id,
        "ref": row.ref,
        "owner": row.owner.value,
        "kind": row.kind.value,
        "state": row.state.value,
        "compartment": row.compartment,
        "size": row.size,
        "made_at": _moment(row.made_at),
        "read_at": _moment(row.read_at),
        "expires_at": _moment(row.expires_at),
        "moved_at": _moment(row.moved_at),
        "told_at": _moment(row.told_at),
        "ended_at": _moment(row.ended_at),
        "blocked": row.blocked,
        "language": row.language,
        "datum": None if row.datum is None else FINGERPRINT,
        "particulars": row.particulars,
        "contact": _person(contact_of(row, pen.seal)),
    }


def _person(contact: Contact | None) -> Line | None:
    if contact is None:
        return None
    return {"name": contact.name, "phone": contact.phone, "email": contact.email}


def _waiting(row: EventRow) -> Line:
    return {
        **event_line(row),
        "data": row.data,
        "sealed": None if row.sealed is None else ENCRYPTED,
    }


def _code(row: CodeRow) -> Line:
    return {
        "purpose": row.purpose.value,
        "way": row.way.value,
        "name": row.name,
        "alphabet": row.alphabet,
        "length": row.length,
        "code": FINGERPRINT,
    }


def _label(row: LabelRow, pen: Pen) -> Line:
    return {
        "made_at": row.made_at.isoformat(),
        "template": row.template,
        "mark": row.mark,
        "state": row.state.value,
        "content": content_of(row, pen.seal),
    }


def _opening(row: IntentRow) -> Line:
    return {
        "at": row.at.isoformat(),
        "door": row.door,
        "purpose": row.purpose and row.purpose.value,
        "actor": row.actor,
        "authorisation": row.authorisation,
        "before": row.before,
        "pulse": row.pulse,
        "state": row.state.value,
    }


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
