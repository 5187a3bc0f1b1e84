"""What happened: state, contents, events and journal line, all or none."""

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.announcing import announced
from kiosk.adapters.storage.chaining import append
from kiosk.adapters.storage.lying import what_lies
from kiosk.adapters.storage.particular import with_fair_until, with_paid
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.queueing import queue
from kiosk.adapters.storage.rows import holding_of
from kiosk.adapters.storage.tables import HoldingRow, JournalRow, ReservationRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.acts import By
from kiosk.domain.errors import StoreBroken
from kiosk.domain.model import (
    Change,
    CompartmentFlag,
    Contents,
    Holding,
    ReservationState,
    outranks,
)
from kiosk.domain.transitions import permits

log = logging.getLogger(__name__)

UNFORESEEN = "unforeseen_from"
"""In the journal: the state from which this should not have happened."""
ACTORS = {by.value for by in By}
ENDED = frozenset({ReservationState.FINISHED, ReservationState.CANCELLED})


class Facts(OneThread):
    """Records changes, and tells what they came to."""

    async def record(self, change: Change) -> None:
        await self._unit(apply, change, self._pen())

    async def flag(
        self, label: str, flag: CompartmentFlag | None, reason: str, change: Change
    ) -> None:
        await self._unit(_flag, label, flag, reason, change, self._pen())

    async def holdings(self) -> Mapping[str, Holding]:
        return await self._unit(_holdings)

    async def journal(self, limit: int) -> Sequence[Mapping[str, object]]:
        """The newest lines, the very newest last."""
        return await self._unit(_journal, limit)


def apply(session: Session, change: Change, pen: Pen) -> None:
    """Make one change part of the transaction."""
    now, facts = pen.now, dict(change.facts)
    told = (change.state, change.move_to, change.expires_at, change.fair_until, change.paid)
    if any(one is not None for one in told):
        facts |= _move(session, change, now)
    contents = change.contents
    if contents is not None:
        if change.compartment is None:
            raise StoreBroken(f"{change.journal} names contents but no compartment")
        contents = what_lies(session, change.compartment, contents, change)
        holding(session, change.compartment).contents = contents
    if change.vacates is not None:
        empty = what_lies(session, change.vacates, Contents.EMPTY, change)
        holding(session, change.vacates).contents = empty
    events = (*change.events, *announced(session, change, pen))
    line = JournalRow(
        at=now,
        name=change.journal,
        reservation=change.reservation,
        state=change.state,
        compartment=change.compartment,
        contents=contents,
        move_to=change.move_to,
        facts=facts,
        events=list(filter(None, [queue(session, event, pen) for event in events])),
        actor=_actor(change),
    )
    append(session, line, pen)


def _actor(change: Change) -> str:
    """In which part somebody acted; never who it was."""
    said = [change.facts.get("actor"), *(e.data.get("initiated_by") for e in change.events)]
    if known := [word for word in said if word in ACTORS]:
        return str(known[0])
    if "uid" in change.facts:
        return By.OPERATOR.value
    return By.CLOUD.value if "command" in change.facts else By.KIOSK.value


def enter(row: ReservationRow, state: ReservationState, now: datetime) -> None:
    """Change a state; its codes are kept for a day from the moment it ended."""
    row.state = state
    if state not in ENDED:
        row.ended_at = None
    elif row.ended_at is None:
        row.ended_at = now


def holding(session: Session, label: str) -> HoldingRow:
    """The compartment's row; one never touched is empty."""
    row = session.get(HoldingRow, label)
    if row is None:
        row = HoldingRow(label=label, contents=Contents.EMPTY, flag=None, reason="")
        session.add(row)
        session.flush()
    return row


def _move(session: Session, change: Change, now: datetime) -> Mapping[str, str]:
    """Move what the change says; answers what the journal should know beyond it."""
    row = None
    if change.reservation is not None:
        row = session.get(ReservationRow, change.reservation)
    if row is None:
        raise StoreBroken(f"{change.journal} moves a reservation that is not kept here")
    beyond = _unforeseen(row.state, change)
    if change.state is not None:
        enter(row, change.state, now)
    if change.move_to is not None:
        row.compartment = change.move_to
    moves = change.state is not None or change.move_to is not None
    if moves and change.expires_at is None:
        # A later end is no move: nobody's door opens once more because of it.
        row.moved_at = now
    if change.expires_at is not None:
        row.expires_at = change.expires_at
    if change.fair_until is not None:
        row.particulars = with_fair_until(row.particulars, change.fair_until)
    if change.paid is not None:
        row.particulars = with_paid(row.particulars, change.paid)
    return beyond


def _unforeseen(before: ReservationState, change: Change) -> Mapping[str, str]:
    """What no table foresaw has happened all the same: recorded, and not in silence."""
    after = change.state
    if after is before or permits(before, change.journal, after):
        return {}
    log.error("%s: nothing foresees it of a reservation that is %s", change.journal, before.value)
    return {UNFORESEEN: before.value}


def _flag(
    session: Session,
    label: str,
    flag: CompartmentFlag | None,
    reason: str,
    change: Change,
    pen: Pen,
) -> None:
    row = holding(session, label)
    if flag is None or outranks(flag, row.flag):
        row.flag, row.reason = flag, reason
    apply(session, change, pen)


def _holdings(session: Session) -> Mapping[str, Holding]:
    return {row.label: holding_of(row) for row in session.scalars(select(HoldingRow))}


def _journal(session: Session, limit: int) -> Sequence[Mapping[str, object]]:
    newest = session.scalars(select(JournalRow).order_by(JournalRow.seq.desc()).limit(limit)).all()
    return tuple(line_of(row) for row in reversed(newest))


def line_of(row: JournalRow) -> Mapping[str, object]:
    return {
        "seq": row.seq,
        "at": row.at.isoformat(),
        "name": row.name,
        "reservation": row.reservation,
        "state": row.state and row.state.value,
        "compartment": row.compartment,
        "contents": row.contents and row.contents.value,
        "move_to": row.move_to,
        "facts": row.facts,
        "events": row.events,
    }
