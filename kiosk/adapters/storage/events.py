"""The outbox: facts on their way to whom they are for, each channel in its own order."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.queueing import OUTBOX, SEALED, tell_skipped
from kiosk.adapters.storage.rows import event_of
from kiosk.adapters.storage.tables import EventRow, ReservationRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.adapters.storage.waiting import OLDEST
from kiosk.domain.errors import StoreBroken
from kiosk.domain.model import Channel, Event

# Made once, and rows instead of objects: a long outbox asks these thousands of times.
_OUTBOX, _RESERVATION = EventRow.__table__.c, ReservationRow.__table__.c
_THIS = _OUTBOX.seq == bindparam("which")
_WHOSE = select(_OUTBOX.reservation, _OUTBOX.channel).where(_THIS)
_BEGIN = update(EventRow).where(_THIS).values(tries=_OUTBOX.tries + 1, uncertain=True)
_GONE = delete(EventRow).where(_THIS)
_TOLD = update(ReservationRow).where(_RESERVATION.id == bindparam("whose"))

_OWING = (
    select(_OUTBOX.reservation)
    .where(
        _OUTBOX.parked_at.is_(None),
        _OUTBOX.reservation.is_not(None),
        _OUTBOX.channel == Channel.CLOUD,
    )
    .distinct()
)
_OWING_OF = _OWING.where(_OUTBOX.reservation.in_(bindparam("among", expanding=True)))


class Outbox(OneThread):
    """Hands out events oldest first; within one reservation none overtakes another."""

    async def next_event(self, now: datetime, channel: Channel = Channel.CLOUD) -> Event | None:
        return await self._unit(_next, now, channel, self._pen())

    async def begin_delivery(self, seq: int) -> None:
        await self._unit(_begin, seq)

    async def delivered(self, seq: int) -> None:
        await self._unit(_delivered, seq, self._pen())

    async def delivered_and_next(
        self, seq: int, now: datetime, channel: Channel = Channel.CLOUD
    ) -> Event | None:
        return await self._unit(_delivered_and_next, seq, now, channel, self._pen())

    async def postpone(self, seq: int, until: datetime, error: str, *, uncertain: bool) -> None:
        await self._unit(_postpone, seq, until, error, uncertain, self._clock.now())

    async def park(self, seq: int, error: str) -> None:
        await self._unit(_park, seq, error, self._clock.now())

    async def owed(self) -> tuple[int, int]:
        return await self._unit(_owed)

    async def outbox(self) -> Sequence[Mapping[str, object]]:
        return await self._unit(_list)


def owing(session: Session, among: Sequence[str] | None = None) -> frozenset[str]:
    """The reservations, of all or of these, with facts the cloud does not know yet."""
    query, given = (_OWING, {}) if among is None else (_OWING_OF, {"among": list(among)})
    return frozenset(session.connection().scalars(query, given))


def _next(session: Session, now: datetime, channel: Channel, pen: Pen) -> Event | None:
    while (row := _oldest(session, now, channel)) is not None:
        if row.sealed is None:
            return event_of(row, {})
        sealed = pen.seal.open(row.sealed, OUTBOX, SEALED, row.id)
        if sealed is not None:
            return event_of(row, sealed)
        _park(session, row.seq, "what is sealed in it does not open", pen.now)
        session.flush()
    return None


def _oldest(session: Session, now: datetime, channel: Channel) -> Row[Any] | None:
    return session.connection().execute(OLDEST[channel], {"now": now}).one_or_none()


def _begin(session: Session, seq: int) -> None:
    if not session.connection().execute(_BEGIN, {"which": seq}).rowcount:
        raise StoreBroken(f"event {seq} is not in the outbox")


def _delivered(session: Session, seq: int, pen: Pen) -> None:
    connection = session.connection()
    row = connection.execute(_WHOSE, {"which": seq}).one_or_none()
    if row is None:
        return
    if row.reservation is not None and row.channel is Channel.CLOUD:
        connection.execute(_TOLD, {"whose": row.reservation, "told_at": pen.now})
    connection.execute(_GONE, {"which": seq})
    tell_skipped(session, pen)


def _delivered_and_next(
    session: Session, seq: int, now: datetime, channel: Channel, pen: Pen
) -> Event | None:
    _delivered(session, seq, pen)
    event = _next(session, now, channel, pen)
    if event is not None and not event.uncertain:
        _begin(session, event.seq)
    return event


def _postpone(
    session: Session, seq: int, until: datetime, error: str, uncertain: bool, now: datetime
) -> None:
    row = _row(session, seq)
    row.postponed_at, row.due_at = now, until
    row.error, row.uncertain = error, uncertain


def _park(session: Session, seq: int, error: str, now: datetime) -> None:
    row = _row(session, seq)
    row.parked_at, row.error = now, error


def _list(session: Session) -> Sequence[Mapping[str, object]]:
    return tuple(line_of(row) for row in session.scalars(select(EventRow).order_by(EventRow.seq)))


def _owed(session: Session) -> tuple[int, int]:
    counted = select(func.count(), func.count(_OUTBOX.parked_at)).select_from(EventRow.__table__)
    every, parked = session.connection().execute(counted).one()
    return every - parked, parked


def line_of(row: EventRow) -> Mapping[str, object]:
    return {
        "seq": row.seq,
        "id": row.id,
        "name": row.name,
        "channel": row.channel.value,
        "reservation": row.reservation,
        "at": row.at.isoformat(),
        "tries": row.tries,
        "uncertain": row.uncertain,
        "due": row.due_at and row.due_at.isoformat(),
        "error": row.error,
        "parked": row.parked_at is not None,
    }


def _row(session: Session, seq: int) -> EventRow:
    row = session.get(EventRow, seq)
    if row is None:
        raise StoreBroken(f"event {seq} is not in the outbox")
    return row
