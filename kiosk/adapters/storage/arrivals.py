"""The reservations that are kept here, and how new ones come in."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Select, bindparam, exists, func, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.absorbing import absorb, finish_absent, keep
from kiosk.adapters.storage.facts import ENDED, apply
from kiosk.adapters.storage.pace import Pace
from kiosk.adapters.storage.particular import with_marks
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.rows import reservation_of
from kiosk.adapters.storage.tables import CodeRow, EventRow, ReservationRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Arrival,
    Change,
    Channel,
    Reservation,
    ReservationId,
    ReservationState,
)
from kiosk.domain.offline import STAND_IN

AT_ONCE = 500
"""Names in one question."""


class Arrivals(OneThread):
    """Keeps the reservations; what lies in compartments is never learnt here."""

    @cached_property
    def _pace(self) -> Pace:
        return Pace()

    async def reservation(self, reservation: ReservationId) -> Reservation | None:
        return await self._unit(_find, reservation)

    async def live_reservations(self) -> tuple[Reservation, ...]:
        return await self._unit(_live)

    async def lacking(
        self, partial: Collection[ReservationId]
    ) -> Mapping[ReservationId, ReservationState]:
        found = await self._unit(_states, _CODELESS, {})
        ids = list(partial)
        for first in range(0, len(ids), AT_ONCE):
            some = {"ids": ids[first : first + AT_ONCE]}
            found |= await self._unit(_states, _DATUMLESS, some)
        return found

    async def unheard_since(self, moment: datetime) -> Sequence[ReservationId]:
        return tuple(await self._unit(_states, _UNHEARD, {"moment": moment}))

    async def stand_ins_since(self, moment: datetime) -> int:
        return await self._unit(_stand_ins_since, moment)

    async def absorb(self, arrivals: Sequence[Arrival], *, complete: bool) -> None:
        for portion in self._pace.portions(arrivals):
            await self._unit(self._pace.timed(absorb), self._pen(), portion)
        if complete:
            await self._unit(finish_absent, arrivals, self._clock.now())

    async def mark_of(self, text: str) -> str:
        return self._pen().fingerprints.label(text)

    async def name(self, reservation: ReservationId, text: str) -> None:
        await self._unit(_name, reservation, await self.mark_of(text))

    async def add(self, arrivals: Sequence[Arrival], *changes: Change) -> None:
        await self._unit(_add, self._pen(), arrivals, changes)


def _name(session: Session, reservation: ReservationId, mark: str) -> None:
    row = session.get(ReservationRow, reservation)
    if row is not None:
        row.particulars = with_marks(row.particulars, [mark])


def _find(session: Session, reservation: ReservationId) -> Reservation | None:
    row = session.get(ReservationRow, reservation)
    return None if row is None else reservation_of(row)


# Made once, and rows instead of objects: a full bank's are many.
_LIVE = (
    select(*ReservationRow.__table__.columns)
    .where(ReservationRow.state.not_in(ENDED))
    .order_by(ReservationRow.made_at, ReservationRow.id)
)


_CLOUDS = select(ReservationRow.id, ReservationRow.state).where(
    ReservationRow.owner == Owner.CLOUD,
    ReservationRow.state.not_in(ENDED),
    # No cloud knows what only stands in for one of its own.
    ReservationRow.id.not_like(f"{STAND_IN}%"),
)
_CODELESS = _CLOUDS.where(~exists().where(CodeRow.reservation == ReservationRow.id))
_DATUMLESS = _CLOUDS.where(
    ReservationRow.datum.is_(None), ReservationRow.id.in_(bindparam("ids", expanding=True))
)
_UNHEARD = _CLOUDS.where(
    ReservationRow.state != ReservationState.ABANDONED,
    ReservationRow.read_at < bindparam("moment"),
    func.coalesce(ReservationRow.moved_at, ReservationRow.read_at) < bindparam("moment"),
    ~exists().where(EventRow.reservation == ReservationRow.id, EventRow.channel == Channel.CLOUD),
)


def _stand_ins_since(session: Session, moment: datetime) -> int:
    stand_ins = ReservationRow.id.like(f"{STAND_IN}%")
    count = select(func.count()).where(stand_ins, ReservationRow.made_at >= moment)
    return session.scalars(count).one()


def _states(
    session: Session, query: Select[str, ReservationState], given: Mapping[str, Any]
) -> dict[ReservationId, ReservationState]:
    return {ReservationId(id_): state for id_, state in session.connection().execute(query, given)}


def _live(session: Session) -> tuple[Reservation, ...]:
    return tuple(map(reservation_of, session.connection().execute(_LIVE)))


def _add(
    session: Session, pen: Pen, arrivals: Sequence[Arrival], changes: Sequence[Change]
) -> None:
    keep(session, pen, arrivals)
    for change in changes:
        apply(session, change, pen)
