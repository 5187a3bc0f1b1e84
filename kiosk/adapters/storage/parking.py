"""Facts that were set aside: taken up once more, or given up, always with a line in the journal."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.facts import apply
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.tables import EventRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.model import Change, ReservationId
from kiosk.domain.parked import Parked, Queue


class Parking(OneThread):
    """Moves them out of where they lie; nothing else does."""

    async def queue(self) -> Queue:
        return await self._unit(_queue)

    async def parked(self, limit: int) -> Sequence[Parked]:
        return await self._unit(_parked, limit)

    async def parked_event(self, seq: int) -> Parked | None:
        return await self._unit(_parked_event, seq)

    async def retry_parked(self, seq: int, change: Change) -> bool:
        return await self._unit(_retry, seq, change, self._pen())

    async def discard_parked(self, seq: int, change: Change) -> bool:
        return await self._unit(_discard, seq, change, self._pen())


def _queue(session: Session) -> Queue:
    counted = select(func.count(), func.count(EventRow.parked_at))
    every, parked = session.execute(counted).one()
    waits = select(EventRow.at).where(EventRow.parked_at.is_(None))
    oldest = session.scalars(waits.order_by(EventRow.seq).limit(1)).first()
    return Queue(every - parked, parked, oldest)


def _parked(session: Session, limit: int) -> Sequence[Parked]:
    query = select(EventRow).where(EventRow.parked_at.is_not(None))
    return tuple(_of(row) for row in session.scalars(query.order_by(EventRow.seq).limit(limit)))


def _parked_event(session: Session, seq: int) -> Parked | None:
    row = _row(session, seq)
    return None if row is None else _of(row)


def _retry(session: Session, seq: int, change: Change, pen: Pen) -> bool:
    row = _row(session, seq)
    if row is None:
        return False
    # Whether a call for it has begun stays known: it is read before it is sent again.
    row.parked_at = row.due_at = row.postponed_at = None
    session.flush()
    apply(session, change, pen)
    return True


def _discard(session: Session, seq: int, change: Change, pen: Pen) -> bool:
    row = _row(session, seq)
    if row is None:
        return False
    session.delete(row)
    session.flush()
    apply(session, change, pen)
    return True


def _row(session: Session, seq: int) -> EventRow | None:
    row = session.get(EventRow, seq)
    return None if row is None or row.parked_at is None else row


def _of(row: EventRow) -> Parked:
    return Parked(
        row.seq,
        row.id,
        row.name,
        row.channel,
        row.at,
        row.tries,
        row.error or "",
        row.uncertain,
        ReservationId(row.reservation) if row.reservation else None,
    )
