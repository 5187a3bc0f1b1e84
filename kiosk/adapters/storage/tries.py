"""Tries at codes: counted before anything is compared."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.tables import ReservationRow, ReservationTryRow, TryRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.model import ReservationId, Way

KEPT = timedelta(hours=48)
# Made once: a person waits while these run, and making a statement takes longer than running it.
_SINCE = select(func.count()).where(
    TryRow.at >= bindparam("since"), TryRow.way == bindparam("by"), ~TryRow.given_back
)
_COUNT = insert(TryRow).values(given_back=False).returning(TryRow.id)
_COUNT_ON = insert(ReservationTryRow).values(given_back=False)
_GIVE_BACK = (
    update(TryRow).where(TryRow.id == bindparam("tried")).values(given_back=True),
    update(ReservationTryRow)
    .where(ReservationTryRow.code_try == bindparam("tried"))
    .values(given_back=True),
)


class Tries(OneThread):
    """Counts tries at this kiosk and on single reservations."""

    async def count_try(
        self, at: datetime, way: Way, reservations: Collection[ReservationId] = ()
    ) -> int:
        return await self._unit(_count, at, way, reservations)

    async def give_back(self, try_id: int) -> None:
        await self._unit(_give_back, try_id)

    async def tries_since(self, at: datetime, way: Way) -> int:
        return await self._unit(tries_since, at, way)


def forget_tries(session: Session, now: datetime) -> None:
    """Delete old tries at the kiosk, and those on reservations that never came."""
    known = select(ReservationRow.id)
    session.execute(
        delete(ReservationTryRow).where(
            ReservationTryRow.at < now - KEPT, ReservationTryRow.reservation.not_in(known)
        )
    )
    session.execute(delete(TryRow).where(TryRow.at < now - KEPT))


def tries_since(session: Session, at: datetime, way: Way) -> int:
    """The wrong tries at this kiosk from that moment on."""
    counted = session.connection().execute(_SINCE, {"since": at, "by": way})
    return int(counted.scalar_one())


def _count(
    session: Session, at: datetime, way: Way, reservations: Collection[ReservationId]
) -> int:
    connection = session.connection()
    counted = int(connection.execute(_COUNT, {"at": at, "way": way}).scalar_one())
    tried = {"code_try": counted, "way": way, "at": at}
    if on := [{**tried, "reservation": name} for name in sorted(set(reservations))]:
        connection.execute(_COUNT_ON, on)
    return counted


def _give_back(session: Session, try_id: int) -> None:
    for statement in _GIVE_BACK:
        session.connection().execute(statement, {"tried": try_id})
