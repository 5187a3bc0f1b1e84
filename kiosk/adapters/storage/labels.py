"""Remembers labels: a job is printing on disk before the printer hears of it."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.facts import apply
from kiosk.adapters.storage.label_tables import LabelRow
from kiosk.adapters.storage.particular import with_marks
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.rolls import Rolls, use
from kiosk.adapters.storage.sealing import Seal, Words
from kiosk.adapters.storage.tables import ReservationRow
from kiosk.domain import label_fields
from kiosk.domain.errors import StoreBroken
from kiosk.domain.labels import OPEN, Content, JobState, LabelJob
from kiosk.domain.model import Change, ReservationId

PLACE = ("label_job", "content")
KEPT = timedelta(days=30)
"""How long it is remembered that a label was printed, and how long waits what is no parcel's."""
ROWS = "[]"
"""Before the name of what is rows; no place of a template begins so."""
MOST = 5_000


class Labels(Rolls):
    """Jobs, and the rolls they are printed on."""

    async def add_label(self, job: LabelJob) -> None:
        await self._unit(_add, job, self._pen())

    async def fill_label(self, job: LabelJob) -> None:
        await self._unit(_fill, job, self._pen())

    async def label(self, job: str) -> LabelJob | None:
        return await self._unit(_one, job, self._pen())

    async def label_of(self, reservation: ReservationId) -> LabelJob | None:
        return await self._unit(_of, reservation, self._pen())

    async def labels(self, states: Collection[JobState], limit: int) -> Sequence[LabelJob]:
        return await self._unit(_several, tuple(states), limit, self._pen())

    async def begin_label(self, job: str, printer: str, sheets: int = 1) -> LabelJob:
        return await self._unit(_begin, job, printer, sheets, self._pen())

    async def sheet_out(self, job: str, state: JobState) -> LabelJob:
        return await self._unit(_sheet_out, job, state, self._pen())

    async def settle_label(
        self, job: str, state: JobState, error: str, change: Change, *, used: bool = False
    ) -> None:
        await self._unit(_settle, job, state, error, change, self._pen(), used=used)


def _add(session: Session, job: LabelJob, pen: Pen) -> None:
    _forget(session, pen.now)
    session.add(
        LabelRow(
            id=job.id,
            reservation=job.reservation,
            owner=job.owner,
            template=job.template,
            content=pen.seal.shut(_words(job.content), *PLACE, job.id),
            language=job.language,
            mark=job.mark,
            made_at=job.made_at,
            state=job.state,
            tries=job.tries,
            error=job.error,
            printer=job.printer,
            printed_at=None,
            sheets=job.sheets,
            sheets_out=job.sheets_out,
        )
    )
    _name(session, job, pen)


def _fill(session: Session, job: LabelJob, pen: Pen) -> None:
    row = _kept(session, job.id)
    row.template = job.template
    row.content = pen.seal.shut(_words(job.content), *PLACE, job.id)
    _name(session, job, pen)


def _name(session: Session, job: LabelJob, pen: Pen) -> None:
    """Its codes find the parcel again, in whatever state the label is."""
    row = session.get(ReservationRow, job.reservation) if job.reservation else None
    if row is None:
        return
    said = (text for text in label_fields.codes(job.content) if text not in {row.ref, row.id})
    row.particulars = with_marks(row.particulars, [pen.fingerprints.label(one) for one in said])


def _forget(session: Session, now: datetime) -> None:
    """What is done goes after a while; what waits stays. No job beyond so many."""
    settled = LabelRow.state.not_in(OPEN)
    over = or_(settled, LabelRow.reservation.is_(None))
    session.execute(delete(LabelRow).where(over, LabelRow.made_at < now - KEPT))
    if session.scalars(select(func.count()).select_from(LabelRow)).one() >= MOST:
        oldest = select(LabelRow.seq).where(settled).order_by(LabelRow.seq).limit(MOST // 10)
        session.execute(delete(LabelRow).where(LabelRow.seq.in_(oldest.scalar_subquery())))


def forget_contents(session: Session, before: datetime) -> None:
    """Who a parcel goes to is forgotten with the codes of its reservation."""
    ended = select(ReservationRow.id).where(ReservationRow.ended_at <= before)
    about = update(LabelRow).where(LabelRow.reservation.in_(ended), LabelRow.content.is_not(None))
    session.execute(about.values(content=None))


def _one(session: Session, job: str, pen: Pen) -> LabelJob | None:
    row = session.scalars(select(LabelRow).where(LabelRow.id == job)).one_or_none()
    return None if row is None else _job(row, pen.seal)


def _of(session: Session, reservation: ReservationId, pen: Pen) -> LabelJob | None:
    query = select(LabelRow).where(LabelRow.reservation == reservation)
    query = query.where(LabelRow.state != JobState.DISCARDED).order_by(LabelRow.seq.desc())
    row = session.scalars(query.limit(1)).first()
    return None if row is None else _job(row, pen.seal)


def _several(
    session: Session, states: Sequence[JobState], limit: int, pen: Pen
) -> Sequence[LabelJob]:
    query = select(LabelRow).where(LabelRow.state.in_(states)).order_by(LabelRow.seq.desc())
    newest = session.scalars(query.limit(limit)).all()
    return tuple(_job(row, pen.seal) for row in reversed(newest))


def _begin(session: Session, job: str, printer: str, sheets: int, pen: Pen) -> LabelJob:
    row = _kept(session, job)
    if row.state is JobState.PRINTED or row.sheets != sheets:
        row.sheets, row.sheets_out = sheets, 0
    row.state, row.printer, row.tries = JobState.PRINTING, printer, row.tries + 1
    return _job(row, pen.seal)


def _sheet_out(session: Session, job: str, state: JobState, pen: Pen) -> LabelJob:
    """One of several; the next one is printing, or waits."""
    row = _kept(session, job)
    row.state, row.sheets_out = state, row.sheets_out + 1
    use(session, row.printer)
    return _job(row, pen.seal)


def _settle(
    session: Session,
    job: str,
    state: JobState,
    error: str,
    change: Change,
    pen: Pen,
    *,
    used: bool,
) -> None:
    row = _kept(session, job)
    row.state, row.error = state, error
    if state is JobState.PRINTED:
        row.printed_at, row.sheets_out = pen.now, row.sheets
    if used:
        use(session, row.printer)
    apply(session, change, pen)


def _kept(session: Session, job: str) -> LabelRow:
    row = session.scalars(select(LabelRow).where(LabelRow.id == job)).one_or_none()
    if row is None:
        raise StoreBroken(f"label {job} is not kept here")
    return row


def content_of(row: LabelRow, seal: Seal) -> Content | None:
    """What it says; None once that is forgotten."""
    words = None if row.content is None else seal.open(row.content, *PLACE, row.id)
    if words is None:
        return None
    rows = {n.removeprefix(ROWS): json.loads(w) for n, w in words.items() if n.startswith(ROWS)}
    return {**{n: w for n, w in words.items() if not n.startswith(ROWS)}, **rows}


def _words(content: Content) -> Words:
    """Only texts are sealed: rows become one."""
    return {
        name if isinstance(value, str) else f"{ROWS}{name}": value
        if isinstance(value, str)
        else json.dumps([dict(row) for row in value])
        for name, value in content.items()
    }


def _job(row: LabelRow, seal: Seal) -> LabelJob:
    return LabelJob(
        id=row.id,
        reservation=None if row.reservation is None else ReservationId(row.reservation),
        owner=row.owner,
        template=row.template,
        content=content_of(row, seal) or {},
        language=row.language,
        mark=row.mark,
        made_at=row.made_at,
        state=row.state,
        tries=row.tries,
        error=row.error,
        printer=row.printer,
        sheets=row.sheets,
        sheets_out=row.sheets_out,
    )
