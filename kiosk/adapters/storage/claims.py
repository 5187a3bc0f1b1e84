"""From a code to the rights it proves: every one of them, never the first."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.facts import ENDED
from kiosk.adapters.storage.fingerprints import same
from kiosk.adapters.storage.people import forget_people
from kiosk.adapters.storage.rows import reservation_of
from kiosk.adapters.storage.tables import CodeRow, ReservationRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.adapters.storage.tries import tries_on
from kiosk.domain.model import Claim, Purpose, ReservationId, Way


class Claims(OneThread):
    """Compares what is shown with the codes that rest here as fingerprints.

    Codes of a reservation that ended answer, too, while they are kept: whether
    they still open anything is for the rules to say.
    """

    async def typed_claims(self, code: str) -> tuple[Claim, ...]:
        return await self._unit(_claims, self._fingerprints.code(Way.TYPED, code), Way.TYPED)

    async def qr_claims(
        self, reservation: ReservationId, purpose: Purpose, code: str
    ) -> tuple[Claim, ...]:
        fingerprint = self._fingerprints.code(Way.QR, code)
        pair = (CodeRow.reservation == reservation, CodeRow.purpose == purpose)
        return await self._unit(_claims, fingerprint, Way.QR, *pair)

    async def token_claims(self, token: str) -> tuple[Claim, ...]:
        return await self._unit(_claims, self._fingerprints.code(Way.QR, token), Way.QR)

    async def datum_matches(self, reservation: ReservationId, datum: str) -> bool:
        shown = self._fingerprints.datum(reservation, datum)
        return same(await self._unit(_datum, reservation), shown)

    async def letters_in_use(self) -> bool:
        return await self._unit(_letters)

    async def has_codes(self, reservation: ReservationId) -> bool:
        return await self._unit(_has_codes, reservation)

    async def forget_used(self, before: datetime) -> None:
        await self._unit(forget_used, before, self._clock.now())


def forget_used(session: Session, before: datetime, now: datetime) -> None:
    """Delete codes, data and contacts of the reservations that had ended by then."""
    forget_people(session, before, now)
    used = select(ReservationRow.id).where(ReservationRow.ended_at <= before)
    session.execute(delete(CodeRow).where(CodeRow.reservation.in_(used)))
    session.execute(update(ReservationRow).where(ReservationRow.id.in_(used)).values(datum=None))


def _claims(
    session: Session, fingerprint: bytes, way: Way, *further: ColumnElement[bool]
) -> tuple[Claim, ...]:
    query = (
        select(CodeRow, ReservationRow)
        .join(ReservationRow, ReservationRow.id == CodeRow.reservation)
        .where(CodeRow.fingerprint == fingerprint, CodeRow.way == way, *further)
        .order_by(ReservationRow.made_at, ReservationRow.id, CodeRow.id)
    )
    rows = session.execute(query).all()
    return tuple(
        _claim(session, code, row) for code, row in rows if same(code.fingerprint, fingerprint)
    )


def _claim(session: Session, code: CodeRow, row: ReservationRow) -> Claim:
    return Claim(
        reservation=reservation_of(row),
        purpose=code.purpose,
        code_name=code.name,
        has_datum=row.datum is not None,
        tries=tries_on(session, row.id, code.way),
    )


def _datum(session: Session, reservation: ReservationId) -> bytes | None:
    row = session.get(ReservationRow, reservation)
    return None if row is None else row.datum


def _letters(session: Session) -> bool:
    query = exists().where(
        CodeRow.way == Way.TYPED,
        CodeRow.alphabet == "letters",
        CodeRow.reservation == ReservationRow.id,
        ReservationRow.state.not_in(ENDED),
    )
    return session.scalars(select(query)).one()


def _has_codes(session: Session, reservation: ReservationId) -> bool:
    return session.scalars(select(exists().where(CodeRow.reservation == reservation))).one()
