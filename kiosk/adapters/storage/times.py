"""The last moment the kiosk had reason to believe, for a start whose clock is wrong."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.tables import IntentRow, JournalRow, KeyMark


def note_good(session: Session, now: datetime) -> None:
    session.execute(update(KeyMark).values(good_at=now))


def last_good(session: Session) -> datetime | None:
    """Everything that was written down says when."""
    row = session.get(KeyMark, 1)
    # The newest line, not the latest time: a clock that was put back was right to be.
    newest = select(JournalRow.at).order_by(JournalRow.seq.desc()).limit(1)
    intent = select(func.max(IntentRow.at))
    known = [row.good_at if row else None, *session.scalars(newest), *session.scalars(intent)]
    return max((moment for moment in known if moment is not None), default=None)
