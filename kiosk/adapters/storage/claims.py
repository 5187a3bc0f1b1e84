"""From a code to the rights it proves: every one of them, never the first."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, exists, func, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.facts import ENDED
from kiosk.adapters.storage.fingerprints import same
from kiosk.adapters.storage.labels import forget_contents
from kiosk.adapters.storage.people import forget_people
from kiosk.adapters.storage.rows import reservation_of
from kiosk.adapters.storage.tables import CodeRow, ReservationRow, ReservationTryRow
from kiosk.adapters.storage.thread import Age, OneThread
from kiosk.adapters.storage.tries import tries_since
from kiosk.domain.model import Claim, Purpose, ReservationId, Way

# Made once, and rows instead of objects: a person waits while these run.
_CLAIMS = (
    select(
        *ReservationRow.__table__.columns,
        CodeRow.fingerprint,
        CodeRow.purpose,
        CodeRow.name,
        select(func.count())
        .where(
            ReservationTryRow.reservation == ReservationRow.id,
            ReservationTryRow.way == CodeRow.way,
            ~ReservationTryRow.given_back,
        )
        .scalar_subquery()
        .label("tries"),
    )
    .join(CodeRow, CodeRow.reservation == ReservationRow.id)
    .where(CodeRow.fingerprint == bindparam("shown"), CodeRow.way == bindparam("by"))
    .order_by(ReservationRow.made_at, ReservationRow.id, CodeRow.id)
)
_CLAIMS_OF_ONE = _CLAIMS.where(
    CodeRow.reservation == bindparam("held"), CodeRow.purpose == bindparam("for")
)
_HAS_CODES = select(exists().where(CodeRow.reservation == bindparam("held")))


class Claims(OneThread):
    """Compares what is shown with the codes that rest here as fingerprints.

    Codes of a reservation that ended answer, too, while they are kept: whether
    they still open anything is for the rules to say.
    """

    async def typed_claims(self, code: str) -> tuple[Claim, ...]:
        return await self._carrying(_claims, self._fingerprints.code(Way.TYPED, code), Way.TYPED)

    async def typed_claims_if(
        self, code: str, since: datetime, heard: Callable[[int], bool]
    ) -> tuple[int, tuple[Claim, ...]]:
        fingerprint = self._fingerprints.code(Way.TYPED, code)
        return await self._carrying(_claims_if, fingerprint, self._age_of(since), heard)

    async def qr_claims(
        self, reservation: ReservationId, purpose: Purpose, code: str
    ) -> tuple[Claim, ...]:
        fingerprint = self._fingerprints.code(Way.QR, code)
        return await self._carrying(_claims_of_one, fingerprint, reservation, purpose)

    async def token_claims(self, token: str) -> tuple[Claim, ...]:
        return await self._carrying(_claims, self._fingerprints.code(Way.QR, token), Way.QR)

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
    forget_contents(session, before)
    used = select(ReservationRow.id).where(ReservationRow.ended_at <= before)
    session.execute(delete(CodeRow).where(CodeRow.reservation.in_(used)))
    session.execute(update(ReservationRow).where(ReservationRow.id.in_(used)).values(datum=None))


def _claims(session: Session, fingerprint: bytes, way: Way) -> tuple[Claim, ...]:
    rows = session.connection().execute(_CLAIMS, {"shown": fingerprint, "by": way})
    return tuple(_claim(row) for row in rows if same(row.fingerprint, fingerprint))


def _claims_if(
    session: Session, fingerprint: bytes, since: Age, heard: Callable[[int], bool]
) -> tuple[int, tuple[Claim, ...]]:
    wrong = tries_since(session, since, Way.TYPED)
    return wrong, _claims(session, fingerprint, Way.TYPED) if heard(wrong) else ()


def _claims_of_one(
    session: Session, fingerprint: bytes, reservation: ReservationId, purpose: Purpose
) -> tuple[Claim, ...]:
    shown = {"shown": fingerprint, "by": Way.QR, "held": reservation, "for": purpose}
    rows = session.connection().execute(_CLAIMS_OF_ONE, shown)
    return tuple(_claim(row) for row in rows if same(row.fingerprint, fingerprint))


def _claim(row: Any) -> Claim:
    return Claim(
        reservation=reservation_of(row),
        purpose=row.purpose,
        code_name=row.name,
        has_datum=row.datum is not None,
        tries=row.tries,
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
    known = session.connection().execute(_HAS_CODES, {"held": reservation})
    return bool(known.scalar_one())
