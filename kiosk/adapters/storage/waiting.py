"""Which event of a channel has its turn: one question, made once and asked for each of them."""

from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, exists, or_, select
from sqlalchemy.orm import aliased

from kiosk.adapters.storage.tables import EventRow
from kiosk.domain.model import Channel


def _oldest(channel: Channel) -> Select[Any]:
    """All columns of the oldest that is due by ``now`` and waits behind no other."""
    older, now = aliased(EventRow), bindparam("now", type_=EventRow.due_at.type)
    waits = exists().where(
        older.reservation == EventRow.reservation,
        older.channel == channel,
        older.seq < EventRow.seq,
        older.parked_at.is_(None),
    )
    due = or_(
        EventRow.due_at.is_(None),
        EventRow.due_at <= now,
        # The clock was set back since: a time-out of the wrong years must not hold it.
        EventRow.postponed_at > now,
    )
    free = [EventRow.channel == channel, EventRow.parked_at.is_(None), due, ~waits]
    if channel in {Channel.CLOUD, Channel.REPORT}:
        free.append(~_unasked())
    query = select(*EventRow.__table__.columns).where(*free)
    return query.order_by(EventRow.seq).limit(1)


def _unasked() -> ColumnElement[bool]:
    """What was put in while the cloud was silent is told once the cloud has vouched for it."""
    asked = aliased(EventRow)
    return exists().where(
        asked.reservation == EventRow.reservation,
        asked.channel == Channel.OFFLINE,
        asked.parked_at.is_(None),
    )


OLDEST = {channel: _oldest(channel) for channel in Channel}
