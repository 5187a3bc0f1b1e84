"""Which lines of the journal say what happened to a parcel: its own, and those about its door."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.tables import JournalRow
from kiosk.domain.model import Contents, ReservationId, ReservationState


@dataclass(frozen=True, slots=True)
class Stay:
    """Where something was set aside or lay for one reservation, from line to line."""

    label: str
    first: int
    last: int | None = None
    """None: it is there still."""


def about(session: Session, whom: Collection[ReservationId]) -> ColumnElement[bool]:
    """Their own lines, and what befell the compartment while it was theirs: a technician who has
    it opened, or a door that is found open, is about nobody's reservation."""
    stays = [stay for one in whom for stay in _stays(session, one)]
    nobodys = and_(JournalRow.reservation.is_(None), JournalRow.salt.is_not(None))
    there = [and_(nobodys, _during(stay)) for stay in stays]
    return or_(JournalRow.reservation.in_(whom), *there)


def _during(stay: Stay) -> ColumnElement[bool]:
    begun = and_(JournalRow.compartment == stay.label, JournalRow.seq > stay.first)
    return begun if stay.last is None else and_(begun, JournalRow.seq < stay.last)


def _stays(session: Session, one: ReservationId) -> Iterator[Stay]:
    lines = select(JournalRow).where(JournalRow.reservation == one).order_by(JournalRow.seq)
    stay: Stay | None = None
    holds = False
    for line in session.scalars(lines):
        place = line.move_to or line.compartment
        if stay is not None and place not in {None, stay.label}:
            yield replace(stay, last=line.seq)
            stay = None
        if line.contents is not None:
            holds = line.contents is not Contents.EMPTY
        # What was cancelled lies there until somebody takes it out.
        if line.state is ReservationState.FINISHED or (
            line.state is ReservationState.CANCELLED and not holds
        ):
            if stay is not None:
                yield replace(stay, last=line.seq)
            return
        if stay is None and place is not None:
            stay = Stay(place, line.seq)
    if stay is not None:
        yield stay
