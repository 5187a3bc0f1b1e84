"""The journal read as a chain, and what in it named somebody erased when its time has come."""

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import String, cast, delete, func, or_, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage import chaining, stays
from kiosk.adapters.storage.command_tables import CommandRow
from kiosk.adapters.storage.facts import ENDED, apply
from kiosk.adapters.storage.label_tables import LabelRow
from kiosk.adapters.storage.pen import Pen
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
from kiosk.domain import chain
from kiosk.domain.model import Change, Channel, IntentState, Reservation, ReservationId

AT_ONCE = 500
"""Lines in one transaction: somebody may wait for a door."""

Item = dict[str, Any]
About = Collection[ReservationId]


class Chronicle(OneThread):
    """Hands out records, and forgets whom they were about."""

    async def journal_head(self) -> Item:
        return await self._unit(_head, self._pen())

    async def records(self, after: int, limit: int) -> Sequence[Item]:
        return await self._unit(_records, after, limit)

    async def parcel_records(self, about: About, after: int, limit: int) -> Sequence[Item]:
        return await self._unit(_parcel_records, set(about), after, limit)

    async def reservations_called(self, ref: str) -> Sequence[Reservation]:
        return await self._unit(_called, ref)

    async def take_journal_key(self, change: Change) -> tuple[str, str] | None:
        return await self._unit(_take_key, change, self._pen())

    async def journal_key_is_here(self) -> bool:
        return await self._unit(chaining.has_seed)

    async def forget_ids(self, before: datetime) -> bool:
        more = await self._unit(_forget_ids, before)
        if not more:
            await self._wipe_log()
        return more

    async def owed_about(self, about: About) -> int:
        return await self._unit(_owed_about, set(about))

    async def erase(self, about: About, change: Change) -> int:
        lines = await self._unit(_erase, set(about), change, self._pen())
        await self._wipe_log()
        return lines


def _head(session: Session, pen: Pen) -> Item:
    sealed = chaining.is_sealed(session, pen.seal)
    return {**chaining.head_of(session, pen), "sealed": sealed}


def _records(session: Session, after: int, limit: int) -> Sequence[Item]:
    query = select(JournalRow).where(JournalRow.seq > after).order_by(JournalRow.seq).limit(limit)
    return [chaining.record_of(row) for row in session.scalars(query)]


def _parcel_records(
    session: Session, about: set[ReservationId], after: int, limit: int
) -> Sequence[Item]:
    mine = select(JournalRow.seq).where(JournalRow.reservation.in_(about))
    first = session.scalars(mine.order_by(JournalRow.seq).limit(1)).first()
    if first is None:
        return []
    query = select(JournalRow, stays.about(session, about).label("told"))
    query = query.where(JournalRow.seq >= max(first, after + 1))
    rows = session.execute(query.order_by(JournalRow.seq).limit(limit))
    return [_part(row, whole=told) for row, told in rows]


def _part(row: JournalRow, *, whole: bool) -> Item:
    record = chaining.record_of(row)
    return record if whole else {"seq": row.seq, "body": chain.body(record).hex()}


def _called(session: Session, ref: str) -> Sequence[Reservation]:
    query = select(ReservationRow).where(or_(ReservationRow.ref == ref, ReservationRow.id == ref))
    query = query.order_by(ReservationRow.made_at, ReservationRow.id)
    return [reservation_of(row) for row in session.scalars(query)]


def _take_key(session: Session, change: Change, pen: Pen) -> tuple[str, str] | None:
    taken = chaining.take_seed(session, pen.seal)
    if taken is not None:
        apply(session, change, pen)
    return taken


def _forget_ids(session: Session, before: datetime) -> bool:
    """Some lines; when none is left, the reservations that ended before."""
    end = chaining.end_of(session)
    if end is None:
        return False
    query = select(JournalRow).where(JournalRow.seq > end.erased_to, JournalRow.at < before)
    rows = session.scalars(query.order_by(JournalRow.seq).limit(AT_ONCE)).all()
    if rows:
        chaining.erase([row for row in rows if row.salt is not None])
        end.erased_to = rows[-1].seq
        chaining.keep(session, end)
        return len(rows) == AT_ONCE
    _forget_reservations(session, before)
    return False


def _forget_reservations(session: Session, before: datetime) -> None:
    """Those that ended before, and about which nobody is owed anything."""
    owed = select(EventRow.reservation).where(EventRow.reservation.is_not(None))
    printed = select(LabelRow.reservation).where(LabelRow.reservation.is_not(None))
    gone = select(ReservationRow.id).where(
        ReservationRow.state.in_(ENDED),
        ReservationRow.ended_at < before,
        *(ReservationRow.id.not_in(those) for those in (owed, printed, _UNSETTLED)),
    )
    _drop(session, set(session.scalars(gone.limit(AT_ONCE))))


_UNSETTLED = select(IntentRow.reservation).where(
    IntentRow.reservation.is_not(None),
    IntentRow.state.not_in({IntentState.CLOSED, IntentState.FAILED}),
)


def _drop(session: Session, ids: set[Any]) -> None:
    """What is counted on a door stays; whose reservation it was, nobody can say any more."""
    session.execute(delete(CodeRow).where(CodeRow.reservation.in_(ids)))
    session.execute(delete(ReservationTryRow).where(ReservationTryRow.reservation.in_(ids)))
    for opening in session.scalars(select(IntentRow).where(IntentRow.reservation.in_(ids))):
        opening.reservation, opening.authorisation = None, f"erased-{uuid4()}"
    asked = update(CommandRow).where(CommandRow.reservation.in_(ids))
    session.execute(asked.values(reservation=None))
    session.execute(delete(ReservationRow).where(ReservationRow.id.in_(ids)))


def _owed_about(session: Session, about: set[ReservationId]) -> int:
    waiting = (
        select(func.count())
        .select_from(EventRow)
        .where(
            EventRow.reservation.in_(about),
            EventRow.parked_at.is_(None),
            EventRow.channel != Channel.NOTIFIER,
        )
    )
    unsettled = _UNSETTLED.where(IntentRow.reservation.in_(about))
    return session.scalars(waiting).one() + len(session.scalars(unsettled).all())


def _erase(session: Session, about: set[ReservationId], change: Change, pen: Pen) -> int:
    refs = set(session.scalars(select(ReservationRow.ref).where(ReservationRow.id.in_(about))))
    done_with = or_(EventRow.parked_at.is_not(None), EventRow.channel == Channel.NOTIFIER)
    session.execute(delete(EventRow).where(EventRow.reservation.in_(about), done_with))
    session.execute(delete(LabelRow).where(LabelRow.reservation.in_(about)))
    words = cast(JournalRow.facts, String)
    named = [words.contains(json.dumps(name), autoescape=True) for name in (*about, *refs)]
    query = select(JournalRow).where(or_(JournalRow.reservation.in_(about), *named))
    rows = [row for row in session.scalars(query) if row.salt is not None]
    chaining.erase(rows)
    _drop(session, set(about))
    session.flush()
    apply(session, replace(change, facts={**change.facts, "lines": len(rows)}), pen)
    return len(rows)
