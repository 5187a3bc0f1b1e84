"""Finds whom somebody asks about by what is written on a parcel or on a door."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from kiosk.adapters.storage import stays
from kiosk.adapters.storage.rows import reservation_of
from kiosk.adapters.storage.tables import JournalRow, ReservationRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.evidence import Lines
from kiosk.domain.model import Reservation, ReservationId

BETWEEN = " -_./"
"""Signs that are left out where somebody reads a number off a label and types it."""


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
    wanted = [func.upper(ReservationRow.compartment) == text.upper()]
    if folded:
        names = (ReservationRow.ref, ReservationRow.id)
        wanted += [_folded(name).contains(folded, autoescape=True) for name in names]
    query = select(ReservationRow).where(or_(*wanted))
    newest = query.order_by(ReservationRow.made_at.desc(), ReservationRow.id).limit(limit)
    return [reservation_of(row) for row in session.scalars(newest)]


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
