"""How facts get into the outbox, and what becomes of them when it is too long."""

import os
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.tables import EventRow, SkippedRow
from kiosk.domain import offline
from kiosk.domain.layout import Owner
from kiosk.domain.model import Channel, NewEvent
from kiosk.domain.trust import ClockState

OUTBOX, SEALED = "outbox", "sealed"
ALWAYS = ("parcel.", "reservation.")
"""Facts about parcels are told however many others wait."""
SKIPPED = "locker.events_skipped"


def queue(session: Session, event: NewEvent, pen: Pen) -> str | None:
    """Queue one event; answers its id, or None when it was only counted.

    A cloud's fact is queued a second time for whom it is reported to: one silent end holds up
    nothing on its way to the other.
    """
    told = offline.tells(event)
    return None if told is None else _queue(session, told, pen)


def _queue(session: Session, event: NewEvent, pen: Pen) -> str | None:
    if not _is_owed(event) and _is_long(session, event.channel, pen.most_events):
        # The journal has it; the sum is told to the cloud.
        if event.channel is not Channel.REPORT:
            _skip(session, event.owner)
        return None
    name = _write(session, event, pen)
    if pen.reports and event.owner is Owner.CLOUD and event.channel is Channel.CLOUD:
        _queue(session, replace(event, channel=Channel.REPORT), pen)
    return name


def _write(session: Session, event: NewEvent, pen: Pen) -> str:
    name = _ordered_id(pen.now)
    data = dict(event.data)
    if pen.clock is not ClockState.TRUSTED:
        data["clock_state"] = pen.clock.value
    row = EventRow(
        id=name,
        name=event.name,
        reservation=event.reservation,
        owner=event.owner,
        at=pen.now,
        data=data,
        channel=event.channel,
        sealed=pen.seal.shut(event.sealed, OUTBOX, SEALED, name) if event.sealed else None,
    )
    session.add(row)
    # One at a time, so the sequence is the order they were named in.
    session.flush()
    return name


def tell_skipped(session: Session, pen: Pen) -> None:
    """Once there is room again: say how many were only counted."""
    skipped = session.scalars(select(SkippedRow).order_by(SkippedRow.owner)).all()
    # A tenth less: at the very limit every fact that leaves would make room for one such line.
    if not skipped or _is_long(session, Channel.CLOUD, pen.most_events * 9 // 10):
        return
    for row in skipped:
        told = NewEvent(SKIPPED, owner=row.owner, data={"count": row.count, "severity": "MEDIUM"})
        session.delete(row)
        session.flush()
        queue(session, told, pen)


def _is_owed(event: NewEvent) -> bool:
    # A message to a person is the only one they get; what was taken in offline must be asked of.
    return event.name.startswith(ALWAYS) or event.channel in {Channel.NOTIFIER, Channel.OFFLINE}


def _is_long(session: Session, channel: Channel, most: int) -> bool:
    """Reports are counted on their own: nobody who does not listen keeps the cloud from hearing."""
    # The ends of the queue say nearly always that it is short; only then is it not counted.
    span = session.scalars(select(func.max(EventRow.seq) - func.min(EventRow.seq))).one()
    if span is None or span + 1 < most:
        return False
    reports = EventRow.channel == Channel.REPORT
    mine = reports if channel is Channel.REPORT else ~reports
    first = select(EventRow.seq).where(mine).limit(most).subquery()
    return session.scalars(select(func.count()).select_from(first)).one() >= most


def _skip(session: Session, owner: Owner) -> None:
    row = session.get(SkippedRow, owner)
    if row is None:
        row = SkippedRow(owner=owner, count=0)
        session.add(row)
    row.count += 1
    session.flush()


def _ordered_id(now: datetime) -> str:
    """A UUID of version 7 (RFC 9562): milliseconds first, then chance."""
    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    chance = int.from_bytes(os.urandom(10), "big")
    version, variant = 7 << 76, 2 << 62
    return str(
        UUID(int=milliseconds << 80 | version | (chance >> 68) << 64 | variant | chance % (1 << 62))
    )
