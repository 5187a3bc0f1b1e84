"""What the cloud says of reservations, taken over portion by portion and with care."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.code_rows import Codes, Values, keep_codes, replace_codes
from kiosk.adapters.storage.events import owing
from kiosk.adapters.storage.facts import ENDED, apply, enter
from kiosk.adapters.storage.intents import in_hand
from kiosk.adapters.storage.particular import (
    read,
    with_elsewhere,
    with_fair_until,
    with_marks,
    with_missing,
    with_paid,
    written,
)
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.people import contact_of, is_too_late, sealed_contact
from kiosk.adapters.storage.rows import reservation_of, reservation_values
from kiosk.adapters.storage.tables import HoldingRow, ReservationRow
from kiosk.domain import settling
from kiosk.domain.lag import is_behind
from kiosk.domain.layout import Owner
from kiosk.domain.model import Arrival, Reservation, ReservationState
from kiosk.domain.transitions import LIES, LYING, WAITING

# Made once: a whole bank is told again and again.
_KNOWN = select(ReservationRow).where(ReservationRow.id.in_(bindparam("ids", expanding=True)))
_KEEP = insert(ReservationRow)


def absorb(session: Session, pen: Pen, portion: Sequence[Arrival]) -> None:
    """Take over one portion, in which each reservation is once."""
    ids = [arrival.reservation.id for arrival in portion]
    known = {row.id: row for row in session.scalars(_KNOWN, {"ids": ids})}
    keep(session, pen, [a for a in portion if a.reservation.id not in known])
    if not known:
        return
    # While its door is in hand the kiosk alone knows how far a reservation is.
    indebted = owing(session, list(known)) | in_hand(session)
    learnt = []
    for arrival in portion:
        row = known.get(arrival.reservation.id)
        if row is not None and row.owner is arrival.reservation.owner:
            lags = _update(session, row, arrival.reservation, row.id in indebted, pen)
            # What has ended here is forgotten a day later, however long the cloud goes on.
            if not (lags and row.state in ENDED):
                _learn(row, arrival, pen)
                learnt.append(arrival)
    session.flush()
    replace_codes(session, pen.fingerprints, _codes(learnt))


def keep(session: Session, pen: Pen, arrivals: Sequence[Arrival]) -> None:
    """Insert what is new here, with its codes."""
    if arrivals:
        session.connection().execute(_KEEP, [_values(arrival, pen) for arrival in arrivals])
        keep_codes(session, pen.fingerprints, _codes(arrivals))


def finish_absent(session: Session, arrivals: Sequence[Arrival], now: datetime) -> None:
    """Finish what the cloud no longer lists, unless it came or moved after the list was read."""
    indebted = owing(session) | in_hand(session)
    listed = {arrival.reservation.id for arrival in arrivals}
    read_at = min((arrival.reservation.read_at for arrival in arrivals), default=now)
    query = select(ReservationRow).where(
        ReservationRow.owner == Owner.CLOUD, ReservationRow.state.not_in(ENDED)
    )
    for row in session.scalars(query):
        newer = _outweighs(row.read_at, read_at, now) or _stale(row, read_at, now)
        if row.id not in listed and row.id not in indebted and not newer:
            enter(row, ReservationState.FINISHED, now)


def _codes(arrivals: Sequence[Arrival]) -> Codes:
    return {a.reservation.id: a.codes for a in arrivals if a.codes is not None}


def _values(arrival: Arrival, pen: Pen) -> Values:
    told = arrival.reservation
    late = is_too_late(told.state, told.expires_at, pen.now)
    contact = None if late else arrival.contact
    values = reservation_values(told)
    marks = [pen.fingerprints.label(name) for name in arrival.names if name]
    return {
        **values,
        "particulars": with_marks(values["particulars"], marks),
        "ended_at": pen.now if told.state in ENDED else None,
        "datum": None if arrival.partial else pen.fingerprints.datum(told.id, arrival.datum),
        "contact": contact and sealed_contact(pen.seal, told.id, contact),
    }


def _update(
    session: Session, row: ReservationRow, told: Reservation, indebted: bool, pen: Pen
) -> bool:
    """Whether the cloud is behind what was done here."""
    lags = row.moved_at is not None and is_behind(row.state, told.state, pen.rules)
    if _outweighs(row.read_at, told.read_at, pen.now):
        return lags
    row.ref, row.kind, row.size = told.ref, told.kind, told.size
    row.made_at, row.read_at = told.made_at, told.read_at
    row.blocked, row.language = told.blocked, told.language
    _update_particulars(row, told)
    if indebted or _stale(row, told.read_at, pen.now) or _is_begun(row, told):
        return lags
    row.expires_at = told.expires_at
    if lags:
        return lags
    if _lies_here(row, told, pen):
        _compare(session, row, told, pen)
    else:
        if row.compartment != told.compartment:
            row.particulars = with_missing(row.particulars, missing=False)
        row.compartment = told.compartment
        row.particulars = with_elsewhere(row.particulars, None)
    if told.state not in {row.state, ReservationState.EXPIRED}:
        # Its cloud knows more of it than that its time has run out.
        row.particulars = with_missing(row.particulars, missing=False)
    if told.state in ENDED and row.moved_at is None:
        _doubt(session, row, pen)
    enter(row, told.state, pen.now)
    return lags


def _doubt(session: Session, row: ReservationRow, pen: Pen) -> None:
    """Its cloud ends what lay here by its word alone: nobody here ever saw its door.

    So it is where a new computer takes over a bank with parcels in it: one may lie there still.
    """
    front = pen.rules is not None and pen.rules.front
    if front or row.state not in LIES | LYING or row.compartment is None:
        return
    if session.get(HoldingRow, row.compartment) is None:
        apply(session, settling.ended_unseen(reservation_of(row)), pen)


def _compare(session: Session, row: ReservationRow, told: Reservation, pen: Pen) -> None:
    """Tell once that the cloud has it in another compartment than the one it lies in."""
    said = told.compartment if told.compartment != row.compartment else None
    if said == read(row.particulars).elsewhere or told.state is ReservationState.FINISHED:
        return
    row.particulars = with_elsewhere(row.particulars, said)
    if said is not None:
        apply(session, settling.place_differs(reservation_of(row), said), pen)


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
    row.particulars = with_elsewhere(row.particulars, known.elsewhere)
    row.particulars = with_missing(row.particulars, missing=known.missing)
    row.particulars = with_marks(row.particulars, known.marks)
    if known.paid and not told.particulars.paid:
        row.particulars = with_paid(row.particulars, known.paid)


def _stale(row: ReservationRow, read_at: datetime, now: datetime) -> bool:
    """Whether the kiosk moved it, or the cloud heard of it, after this was read."""
    return any(_outweighs(known, read_at, now) for known in (row.moved_at, row.told_at))


def _lies_here(row: ReservationRow, told: Reservation, pen: Pen) -> bool:
    """Whether it lies where it was put in, in whatever compartment the cloud has it by now.

    Only the vendor's own machine, in mode front, moves anything past this kiosk.
    """
    front = pen.rules is not None and pen.rules.front
    put_in = row.state not in WAITING | {ReservationState.DEPOSITING}
    return row.moved_at is not None and not front and put_in and told.state not in WAITING


def _is_begun(row: ReservationRow, told: Reservation) -> bool:
    """Whether a deposit has begun here: until that is told the cloud cannot know of it."""
    return row.state is ReservationState.DEPOSITING and told.state in WAITING


def _outweighs(known: datetime | None, told: datetime, now: datetime) -> bool:
    """Whether what is known is newer; what lies ahead was noted while the clock ran wrong."""
    return known is not None and told < known <= now


def _learn(row: ReservationRow, arrival: Arrival, pen: Pen) -> None:
    """Take over the datum and whom it is for, where they are told."""
    datum = pen.fingerprints.datum(arrival.reservation.id, arrival.datum)
    marks = [pen.fingerprints.label(name) for name in arrival.names if name]
    if not set(marks) <= set(read(row.particulars).marks):
        row.particulars = with_marks(row.particulars, marks)
    if not arrival.partial and (arrival.codes is not None or datum is not None):
        row.datum = datum
    told = arrival.contact
    if told is None or is_too_late(row.state, row.expires_at, pen.now):
        return
    if told != contact_of(row, pen.seal):
        row.contact = sealed_contact(pen.seal, row.id, told)
