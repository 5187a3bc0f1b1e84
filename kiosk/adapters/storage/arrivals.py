"""What the cloud or an operator says of reservations, taken over with care."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.events import owing
from kiosk.adapters.storage.facts import ENDED, apply, enter
from kiosk.adapters.storage.fingerprints import Fingerprints, alphabet
from kiosk.adapters.storage.intents import in_hand
from kiosk.adapters.storage.particular import read, with_fair_until, with_paid, written
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.people import sealed_contact
from kiosk.adapters.storage.rows import reservation_of, reservation_row
from kiosk.adapters.storage.tables import CodeRow, ReservationRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.codes import normalise
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Arrival,
    Change,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.transitions import WAITING


class Arrivals(OneThread):
    """Keeps the reservations; what lies in compartments is never learnt here."""

    async def reservation(self, reservation: ReservationId) -> Reservation | None:
        return await self._unit(_find, reservation)

    async def live_reservations(self) -> tuple[Reservation, ...]:
        return await self._unit(_live)

    async def absorb(self, arrivals: Sequence[Arrival], *, complete: bool) -> None:
        await self._unit(_absorb, self._pen(), arrivals, complete)

    async def add(self, arrivals: Sequence[Arrival], *changes: Change) -> None:
        await self._unit(_add, self._pen(), arrivals, changes)


def _find(session: Session, reservation: ReservationId) -> Reservation | None:
    row = session.get(ReservationRow, reservation)
    return None if row is None else reservation_of(row)


def _live(session: Session) -> tuple[Reservation, ...]:
    query = select(ReservationRow).where(ReservationRow.state.not_in(ENDED))
    query = query.order_by(ReservationRow.made_at, ReservationRow.id)
    return tuple(reservation_of(row) for row in session.scalars(query))


def _add(
    session: Session, pen: Pen, arrivals: Sequence[Arrival], changes: Sequence[Change]
) -> None:
    for arrival in arrivals:
        _insert(session, pen, arrival)
    for change in changes:
        apply(session, change, pen)


def _absorb(session: Session, pen: Pen, arrivals: Sequence[Arrival], complete: bool) -> None:
    # While its door is in hand the kiosk alone knows how far a reservation is.
    indebted = owing(session) | in_hand(session)
    for arrival in arrivals:
        row = session.get(ReservationRow, arrival.reservation.id)
        if row is None:
            _insert(session, pen, arrival)
        elif row.owner is arrival.reservation.owner:
            _update(row, arrival.reservation, row.id in indebted, pen.now)
            _learn_secrets(session, pen, row, arrival)
    if complete:
        _finish_absent(session, arrivals, indebted, pen.now)


def _insert(session: Session, pen: Pen, arrival: Arrival) -> None:
    row = reservation_row(arrival.reservation)
    enter(row, arrival.reservation.state, pen.now)
    session.add(row)
    session.flush()
    _learn_secrets(session, pen, row, arrival)


def _update(row: ReservationRow, told: Reservation, indebted: bool, now: datetime) -> None:
    if _outweighs(row.read_at, told.read_at, now):
        return
    row.ref, row.kind, row.size = told.ref, told.kind, told.size
    row.made_at, row.read_at = told.made_at, told.read_at
    row.blocked, row.language = told.blocked, told.language
    _update_particulars(row, told)
    if not indebted and not _stale(row, told.read_at, now) and not _is_begun(row, told):
        row.compartment, row.expires_at = told.compartment, told.expires_at
        enter(row, told.state, now)


def _update_particulars(row: ReservationRow, told: Reservation) -> None:
    """What was paid here, and what an outage added, is the kiosk's own knowledge.

    The cloud outweighs the latter when it names another end.
    """
    known = read(row.particulars)
    fair_until = known.fair_until
    row.particulars = written(told.particulars)
    same = told.expires_at in {row.expires_at, fair_until}
    if fair_until and same and not told.particulars.fair_until:
        row.particulars = with_fair_until(row.particulars, fair_until)
    if known.paid and not told.particulars.paid:
        row.particulars = with_paid(row.particulars, known.paid)


def _stale(row: ReservationRow, read_at: datetime, now: datetime) -> bool:
    """Whether the kiosk moved it, or the cloud heard of it, after this was read."""
    return any(_outweighs(known, read_at, now) for known in (row.moved_at, row.told_at))


def _is_begun(row: ReservationRow, told: Reservation) -> bool:
    """Whether a deposit has begun here: until that is told the cloud cannot know of it."""
    return row.state is ReservationState.DEPOSITING and told.state in WAITING


def _outweighs(known: datetime | None, told: datetime, now: datetime) -> bool:
    """Whether what is known is newer; what lies ahead was noted while the clock ran wrong."""
    return known is not None and told < known <= now


def _learn_secrets(session: Session, pen: Pen, row: ReservationRow, arrival: Arrival) -> None:
    datum = pen.fingerprints.datum(arrival.reservation.id, arrival.datum)
    if arrival.codes is not None:
        session.execute(delete(CodeRow).where(CodeRow.reservation == row.id))
        session.add_all(code_rows(pen.fingerprints, row.id, arrival.codes))
        row.datum = datum
    elif datum is not None:
        row.datum = datum
    if arrival.contact is not None:
        row.contact = sealed_contact(pen.seal, row.id, arrival.contact)
    session.flush()


def code_rows(
    fingerprints: Fingerprints, reservation: str, codes: Sequence[NewCode]
) -> Iterable[CodeRow]:
    """One row for each different code; of two alike the first gives the name."""
    rows: dict[tuple[Way, Purpose, str], CodeRow] = {}
    for code in codes:
        text = normalise(code.text)
        row = CodeRow(
            reservation=reservation,
            purpose=code.purpose,
            way=code.way,
            name=code.name,
            fingerprint=fingerprints.code(code.way, text),
            alphabet=alphabet(text),
            length=len(text),
        )
        # An empty code would be proved by showing nothing.
        if text:
            rows.setdefault((code.way, code.purpose, text), row)
    return rows.values()


def _finish_absent(
    session: Session, arrivals: Sequence[Arrival], indebted: frozenset[str], now: datetime
) -> None:
    """Finish what the cloud no longer lists, unless it came or moved after the list was read."""
    listed = {arrival.reservation.id for arrival in arrivals}
    read_at = min((arrival.reservation.read_at for arrival in arrivals), default=now)
    query = select(ReservationRow).where(
        ReservationRow.owner == Owner.CLOUD, ReservationRow.state.not_in(ENDED)
    )
    for row in session.scalars(query):
        newer = _outweighs(row.read_at, read_at, now) or _stale(row, read_at, now)
        if row.id not in listed and row.id not in indebted and not newer:
            enter(row, ReservationState.FINISHED, now)
