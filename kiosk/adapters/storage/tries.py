"""Tries at codes: counted before anything is compared."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.tables import ReservationRow, ReservationTryRow, TryRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.model import ReservationId, Way

KEPT = timedelta(hours=48)


class Tries(OneThread):
    """Counts tries at this kiosk and on single reservations."""

    async def count_try(
        self, at: datetime, way: Way, reservations: Collection[ReservationId] = ()
    ) -> int:
        return await self._unit(_count, at, way, reservations)

    async def give_back(self, try_id: int) -> None:
        await self._unit(_give_back, try_id)

    async def tries_since(self, at: datetime, way: Way) -> int:
        return await self._unit(_since, at, way)


def tries_on(session: Session, reservation: str, way: Way) -> int:
    """The wrong tries on one reservation, of all time."""
    query = select(func.count()).where(
        ReservationTryRow.reservation == reservation,
        ReservationTryRow.way == way,
        ~ReservationTryRow.given_back,
    )
    return session.scalars(query).one()


def forget_tries(session: Session, now: datetime) -> None:
    """Delete old tries at the kiosk, and those on reservations that never came."""
    known = select(ReservationRow.id)
    session.execute(
        delete(ReservationTryRow).where(
            ReservationTryRow.at < now - KEPT, ReservationTryRow.reservation.not_in(known)
        )
    )
    session.execute(delete(TryRow).where(TryRow.at < now - KEPT))


def _count(
    session: Session, at: datetime, way: Way, reservations: Collection[ReservationId]
) -> int:
    row = TryRow(at=at, way=way)
    session.add(row)
    session.flush()
    for reservation in sorted(set(reservations)):
        session.add(ReservationTryRow(code_try=row.id, reservation=reservation, way=way, at=at))
    return row.id


def _give_back(session: Session, try_id: int) -> None:
    session.execute(update(TryRow).where(TryRow.id == try_id).values(given_back=True))
    session.execute(
        update(ReservationTryRow)
        .where(ReservationTryRow.code_try == try_id)
        .values(given_back=True)
    )


def _since(session: Session, at: datetime, way: Way) -> int:
    query = select(func.count()).where(TryRow.at >= at, TryRow.way == way, ~TryRow.given_back)
    return session.scalars(query).one()
