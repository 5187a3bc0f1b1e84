"""Tries at codes: counted before anything is compared, and no jump of the time makes them old."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import bindparam, case, delete, func, insert, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.tables import KeyMark, ReservationRow, ReservationTryRow, TryRow
from kiosk.adapters.storage.thread import Age, OneThread
from kiosk.domain.model import ReservationId, Way

KEPT = timedelta(hours=48)
MS = timedelta(milliseconds=1)
# Made once: a person waits while these run, and making a statement takes longer than running it.
_SINCE = select(func.count()).where(
    TryRow.boot == bindparam("on"),
    TryRow.elapsed_ms >= bindparam("since"),
    TryRow.way == bindparam("by"),
    ~TryRow.given_back,
)
_ON = select(func.count()).where(
    ReservationTryRow.reservation == bindparam("held"),
    ReservationTryRow.way == bindparam("by"),
    ~ReservationTryRow.given_back,
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
        age = self._age_of(at)
        row = {"at": at, "way": way, "boot": age.boot, "elapsed_ms": age.ms}
        return await self._carrying(_count, row, reservations)

    async def give_back(self, try_id: int) -> None:
        await self._ride(partial(_give_back, try_id=try_id))

    async def tries_since(self, at: datetime, way: Way) -> int:
        return await self._carrying(tries_since, self._age_of(at), way)

    async def tries_on(self, reservation: ReservationId, way: Way) -> int:
        return await self._carrying(_tries_on, reservation, way)


def resume_tries(session: Session, boot: str, elapsed: int, lockout: timedelta) -> None:
    """After a reboot nobody knows how long the power was off: what still counted counts anew."""
    mark = session.get(KeyMark, 1)
    if mark is None or mark.boot == boot:
        return
    newest = select(func.max(TryRow.elapsed_ms)).where(TryRow.boot == mark.boot)
    end = max(mark.elapsed_ms or 0, session.scalars(newest).one() or 0)
    age = end - func.coalesce(TryRow.elapsed_ms, end)
    # What an earlier release wrote down has no age, and counts as new.
    started = case((age <= lockout // MS, elapsed), else_=elapsed - age)
    session.execute(
        update(TryRow)
        .values(boot=boot, elapsed_ms=started)
        .execution_options(synchronize_session=False)
    )


def forget_tries(session: Session, elapsed: int, lockout: timedelta) -> None:
    """Delete old tries at the kiosk, and those on reservations that never came."""
    oldest = elapsed - max(KEPT, 2 * lockout) // MS
    session.execute(delete(TryRow).where(TryRow.elapsed_ms < oldest))
    session.execute(
        delete(ReservationTryRow).where(
            ReservationTryRow.code_try.not_in(select(TryRow.id)),
            ReservationTryRow.reservation.not_in(select(ReservationRow.id)),
        )
    )


def tries_since(session: Session, age: Age, way: Way) -> int:
    """The wrong tries at this kiosk that are no older."""
    counted = session.connection().execute(_SINCE, {"on": age.boot, "since": age.ms, "by": way})
    return int(counted.scalar_one())


def _tries_on(session: Session, reservation: ReservationId, way: Way) -> int:
    tried = {"held": reservation, "by": way}
    return int(session.connection().execute(_ON, tried).scalar_one())


def _count(
    session: Session, row: Mapping[str, object], reservations: Collection[ReservationId]
) -> int:
    connection = session.connection()
    counted = int(connection.execute(_COUNT, row).scalar_one())
    tried = {"code_try": counted, "way": row["way"], "at": row["at"]}
    if on := [{**tried, "reservation": name} for name in sorted(set(reservations))]:
        connection.execute(_COUNT_ON, on)
    return counted


def _give_back(session: Session, try_id: int) -> None:
    for statement in _GIVE_BACK:
        session.connection().execute(statement, {"tried": try_id})
