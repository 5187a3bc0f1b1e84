"""How time stood when the kiosk last ran, for a start whose clock is wrong."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.tables import (
    IntentRow,
    JournalRow,
    KeyMark,
    ReservationRow,
    TryRow,
)
from kiosk.ports import Clock

NotBefore = Callable[[datetime, bool], None]
"""Hears the last good moment, and whether the computer has been on ever since."""
LONG_AGO = timedelta(hours=1)
"""Longer than any grace."""
A_STEP = timedelta(seconds=5)
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def boot_id() -> str:
    """The same as long as the computer is on; where it cannot be told every start is a new one."""
    return _BOOT_ID.read_text("ascii").strip() if _BOOT_ID.exists() else str(uuid4())


def _ignore(_moment: datetime, _same_boot: bool) -> None:
    """Nobody asks."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a start hears of the time, and says of it."""

    not_before: NotBefore = _ignore
    boot: str = field(default_factory=boot_id)
    lockout: timedelta = timedelta(hours=24)
    """How long a wrong try counts; after a reboot as long again."""


def elapsed_ms(clock: Clock) -> int:
    return int(clock.monotonic() * 1000)


def note_good(session: Session, now: datetime, boot: str, elapsed: int) -> None:
    mark = session.get(KeyMark, 1)
    if mark is not None:
        _straighten(session, now, over=_is_news(mark, now, boot, elapsed))
    session.execute(update(KeyMark).values(good_at=now, boot=boot, elapsed_ms=elapsed))


def _is_news(mark: KeyMark, now: datetime, boot: str, elapsed: int) -> bool:
    """Whether another boot, or a clock put back, makes what happened long ago look like now."""
    if mark.boot != boot or mark.good_at is None:
        return True
    expected = mark.good_at + timedelta(milliseconds=elapsed - (mark.elapsed_ms or 0))
    return expected - now > A_STEP


def _straighten(session: Session, now: datetime, *, over: bool) -> None:
    """What lies ahead was noted while the clock ran wrong: once it comes, it must not be news.

    With ``over`` every grace is: nobody knows how long ago anything was.
    """
    moved, ended = ReservationRow.moved_at, ReservationRow.ended_at
    latest = now - LONG_AGO if over else now
    session.execute(update(ReservationRow).where(moved > latest).values(moved_at=now - LONG_AGO))
    session.execute(update(ReservationRow).where(ended > now).values(ended_at=now))


def last_good(session: Session, boot: str, elapsed: int) -> tuple[datetime, bool] | None:
    """Everything that was written down says when; then whether the computer was on since."""
    row = session.get(KeyMark, 1)
    # The newest line, not the latest time: a clock that was put back was right to be.
    newest = [
        *session.scalars(select(JournalRow.at).order_by(JournalRow.seq.desc()).limit(1)),
        *session.scalars(select(IntentRow.at).order_by(IntentRow.seq.desc()).limit(1)),
        # No code is judged without a try: what was found to have run out stays so.
        *session.scalars(select(TryRow.at).order_by(TryRow.id.desc()).limit(1)),
    ]
    same = row is not None and row.boot == boot
    if row is not None and row.good_at is not None:
        since = timedelta(milliseconds=elapsed - (row.elapsed_ms or 0)) if same else timedelta(0)
        newest.append(row.good_at + since)
    return (max(newest), same) if newest else None
