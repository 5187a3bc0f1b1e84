"""Finds whom somebody asks about by what is written on a parcel or on a door."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from kiosk.adapters.storage import stays
from kiosk.adapters.storage.rows import reservation_of
from kiosk.adapters.storage.tables import JournalRow, ReservationRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.evidence import Lines
from kiosk.domain.model import Reservation, ReservationId

BETWEEN = " -_./"
"""Signs that are left out where somebody reads a number off a label and types it."""

PART_OF_ID = 6
"""Signs of an id that find it: shorter parts stand in many, and nobody knows them by heart."""


class Tracing(OneThread):
    """Ended reservations, too."""

    async def traced(self, text: str, limit: int) -> Sequence[Reservation]:
        return await self._unit(_traced, text, limit)

    async def lines_about(self, reservation: ReservationId) -> Lines:
        return await self._unit(_lines, reservation)


def _traced(session: Session, text: str, limit: int) -> Sequence[Reservation]:
    folded = text.upper()
    for sign in BETWEEN:
        folded = folded.replace(sign, "")
    behind = func.upper(ReservationRow.compartment) == text.upper()
    wanted = [behind]
    if folded:
        own = _folded(ReservationRow.id)
        wanted += [_folded(ReservationRow.ref).contains(folded, autoescape=True), own == folded]
        if len(folded) >= PART_OF_ID:
            wanted.append(own.contains(folded, autoescape=True))
    query = select(ReservationRow).where(or_(*wanted))
    # Who types a door means that door; whose numbers only have it in them come after.
    first = case((behind, 0), else_=1)
    found = query.order_by(first, ReservationRow.made_at.desc(), ReservationRow.id).limit(limit)
    return [reservation_of(row) for row in session.scalars(found)]


def _folded(name: InstrumentedAttribute[str]) -> ColumnElement[str]:
    folded: ColumnElement[str] = func.upper(name)
    for sign in BETWEEN:
        folded = func.replace(folded, sign, "")
    return folded


def _lines(session: Session, reservation: ReservationId) -> Lines:
    lines = select(func.count(), func.min(JournalRow.at), func.max(JournalRow.at))
    about = stays.about(session, [reservation])
    count, first, last = session.execute(lines.where(about)).one()
    return Lines(count, first, last)
