"""What an operator changes on a reservation that is already here."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from kiosk.adapters.storage.code_rows import keep_codes
from kiosk.adapters.storage.facts import apply
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.tables import CodeRow, ReservationRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.errors import StoreBroken
from kiosk.domain.model import Change, NewCode, ReservationId


class Renewals(OneThread):
    """A later end, or new codes for lost ones; each in one transaction with its journal line."""

    async def extend(
        self, reservation: ReservationId, expires_at: datetime, change: Change
    ) -> None:
        await self._unit(_extend, reservation, expires_at, change, self._pen())

    async def reissue(
        self, reservation: ReservationId, codes: Sequence[NewCode], change: Change
    ) -> None:
        await self._unit(_reissue, reservation, codes, change, self._pen())


def _extend(
    session: Session,
    reservation: ReservationId,
    expires_at: datetime,
    change: Change,
    pen: Pen,
) -> None:
    row = _kept(session, reservation)
    row.expires_at, row.read_at = expires_at, pen.now
    apply(session, change, pen)


def _reissue(
    session: Session,
    reservation: ReservationId,
    codes: Sequence[NewCode],
    change: Change,
    pen: Pen,
) -> None:
    row = _kept(session, reservation)
    session.execute(delete(CodeRow).where(CodeRow.reservation == row.id))
    keep_codes(session, pen.fingerprints, {row.id: codes})
    apply(session, change, pen)


def _kept(session: Session, reservation: ReservationId) -> ReservationRow:
    row = session.get(ReservationRow, reservation)
    if row is None:
        raise StoreBroken(f"reservation {reservation} is not kept here")
    return row
