"""Maintenance tickets, and how the locks of a compartment did."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.facts import apply
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.tables import IntentRow, JournalRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.adapters.storage.ticket_tables import TicketRow
from kiosk.domain.compartments import Tries
from kiosk.domain.model import Change, IntentState
from kiosk.domain.tickets import Fault, Ticket

SEEN_OPEN = (
    "door.opened",
    "door.reopened",
    "door.opened_by_itself",
    "door.open_at_start",
    "door.found_open",
)
"""Lines of the journal that say that a door came to stand open."""


class Tickets(OneThread):
    """Keeps tickets; counts pulses and jams."""

    async def tries_at(self, label: str) -> Tries:
        return await self._unit(_tries_at, label)

    async def opened_at(self, label: str) -> datetime | None:
        return await self._unit(_opened_at, label)

    async def tickets(self) -> tuple[Ticket, ...]:
        return await self._unit(_open_ones)

    async def open_ticket(self, label: str, fault: Fault, by: str, change: Change) -> None:
        await self._unit(_open, label, fault, by, change, self._pen())

    async def close_ticket(self, ticket: int, by: str, change: Change) -> bool:
        return await self._unit(_close, ticket, by, change, self._pen())


def _tries_at(session: Session, label: str) -> Tries:
    there = IntentRow.door.in_([label, f"{label}/rear"])
    jammed = IntentRow.state == IntentState.FAILED
    pulses = session.scalars(select(func.count()).where(there)).one()
    jams = session.scalars(select(func.count()).where(there, jammed)).one()
    newest = select(IntentRow).where(there).order_by(IntentRow.seq.desc()).limit(1)
    last = session.scalars(newest).one_or_none()
    return Tries(pulses, jams, last.at if last else None, last.state if last else None)


def _opened_at(session: Session, label: str) -> datetime | None:
    query = (
        select(JournalRow.at)
        .where(JournalRow.compartment == label, JournalRow.name.in_(SEEN_OPEN))
        .order_by(JournalRow.seq.desc())
        .limit(1)
    )
    return session.scalars(query).one_or_none()


def _open_ones(session: Session) -> tuple[Ticket, ...]:
    rows = select(TicketRow).where(TicketRow.closed_at.is_(None)).order_by(TicketRow.id)
    return tuple(
        Ticket(row.id, row.label, row.fault, row.opened_at, row.opened_by)
        for row in session.scalars(rows)
    )


def _open(session: Session, label: str, fault: Fault, by: str, change: Change, pen: Pen) -> None:
    same = (TicketRow.label == label, TicketRow.fault == fault, TicketRow.closed_at.is_(None))
    if session.scalars(select(TicketRow.id).where(*same)).first() is None:
        session.add(TicketRow(label=label, fault=fault, opened_at=pen.now, opened_by=by))
        apply(session, change, pen)


def _close(session: Session, ticket: int, by: str, change: Change, pen: Pen) -> bool:
    row = session.get(TicketRow, ticket)
    if row is None or row.closed_at is not None:
        return False
    row.closed_at, row.closed_by = pen.now, by
    apply(session, change, pen)
    return True
