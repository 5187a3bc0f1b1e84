"""Whose parcels lie in which compartment: two of one person may share one."""

from collections.abc import Collection, Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.adapters.storage.columns import Base
from kiosk.adapters.storage.particular import read, with_missing
from kiosk.adapters.storage.rows import reservation_of
from kiosk.adapters.storage.tables import HoldingRow, ReservationRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.model import Change, Contents, Reservation, ReservationId, ReservationState
from kiosk.domain.transitions import LIES


class LyingRow(Base):
    """The parcel of this reservation lies, or may lie, in this compartment."""

    __tablename__ = "lying"
    compartment: Mapped[str] = mapped_column(primary_key=True)
    reservation: Mapped[str] = mapped_column(primary_key=True)


class Lying(OneThread):
    """Tells whose parcels lie where."""

    async def lying(self) -> Mapping[str, Collection[ReservationId]]:
        return await self._unit(_lying)

    async def ended_lying(self) -> tuple[Reservation, ...]:
        return await self._unit(_ended_lying)


def what_lies(session: Session, label: str, contents: Contents, change: Change) -> Contents:
    """What the compartment of this change holds after it, together with other people's.

    A reservation speaks of its own parcel only: the compartment is empty once the last is gone.
    Who looked inside, and speaks of no reservation, speaks of all.
    """
    whose = change.reservation
    if whose is None:
        if contents is Contents.EMPTY:
            session.execute(delete(LyingRow).where(LyingRow.compartment == label))
        if contents is not Contents.MAYBE:
            here = select(ReservationRow).where(ReservationRow.compartment == label)
            for one in session.scalars(here):
                _mark(one, label, missing=contents is Contents.EMPTY)
        return contents
    _mark(session.get(ReservationRow, whose), label, missing=contents is Contents.EMPTY)
    row = session.get(LyingRow, (label, whose))
    if contents is not Contents.EMPTY and change.move_to in {None, label}:
        if row is None:
            session.add(LyingRow(compartment=label, reservation=whose))
        return contents
    if row is not None:
        session.delete(row)
        session.flush()
    return contents if contents is not Contents.EMPTY else _left(session, label)


def _mark(row: ReservationRow | None, label: str, *, missing: bool) -> None:
    """What was looked for in its place in vain is missing until it is seen, or its cloud says
    more."""
    if row is None or row.compartment != label:
        return
    gone = missing and row.state in LIES
    if read(row.particulars).missing is not gone:
        row.particulars = with_missing(row.particulars, missing=gone)


def _left(session: Session, label: str) -> Contents:
    """What the others leave: of one that was told as taken it is a doubt only."""
    others = session.scalars(select(LyingRow.reservation).where(LyingRow.compartment == label))
    rows = [session.get(ReservationRow, other) for other in others]
    if not rows:
        return Contents.EMPTY
    finished = all(r is None or r.state is ReservationState.FINISHED for r in rows)
    return Contents.MAYBE if finished else Contents.PARCEL


def _lying(session: Session) -> Mapping[str, Collection[ReservationId]]:
    found: dict[str, set[ReservationId]] = {}
    for label, reservation in session.execute(select(LyingRow.compartment, LyingRow.reservation)):
        found.setdefault(label, set()).add(ReservationId(reservation))
    return found


def _ended_lying(session: Session) -> tuple[Reservation, ...]:
    query = (
        select(ReservationRow)
        .join(LyingRow, LyingRow.reservation == ReservationRow.id)
        .join(HoldingRow, HoldingRow.label == LyingRow.compartment)
        .where(
            ReservationRow.compartment == LyingRow.compartment,
            ReservationRow.state == ReservationState.CANCELLED,
            HoldingRow.contents != Contents.EMPTY,
        )
        .order_by(ReservationRow.made_at, ReservationRow.id)
    )
    return tuple(map(reservation_of, session.scalars(query)))
