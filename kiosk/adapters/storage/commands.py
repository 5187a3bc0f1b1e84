"""Remembers commands from afar: an id is on disk before anything is done about it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.command_tables import CommandRow, FittingRow, MarkRow, StandingRow
from kiosk.adapters.storage.facts import apply
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.tables import IntentRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.commands import Ask, Command
from kiosk.domain.model import Change, ReservationId
from kiosk.domain.obeyed import REMOTE, Outcome, Told
from kiosk.ports_commands import Fitting, Settled, Standing

KEPT = timedelta(days=7)
MOST = 20_000
"""Ids that are remembered. Refused ones make room; those that acted stay their 7 days."""


class Commands(OneThread):
    """Ids, marks, what holds until it is taken back, and how compartments are used."""

    async def command_mark(self, source: str) -> str | None:
        return await self._unit(_mark, source)

    async def begin_commands(
        self, source: str, commands: Sequence[Command], mark: str | None
    ) -> Sequence[Command]:
        return await self._unit(_begin, source, commands, mark, self._clock.now())

    async def settle_commands(self, settled: Sequence[Settled], *changes: Change) -> None:
        await self._unit(_settle, settled, changes, self._pen())

    async def told_commands(
        self, limit: int, outcomes: Collection[Outcome] = tuple(Outcome)
    ) -> Sequence[Told]:
        return await self._unit(_told, limit, tuple(outcomes))

    async def last_done(self, asks: Collection[Ask], label: str | None) -> datetime | None:
        return await self._unit(_last_done, tuple(asks), label)

    async def remote_unlocks(self, since: datetime) -> tuple[datetime, ...]:
        return await self._unit(_unlocks, since)

    async def remote_prints(
        self, since: datetime, uncounted: Collection[str]
    ) -> tuple[datetime, ...]:
        return await self._unit(_prints, since, tuple(uncounted))

    async def standing(self) -> Mapping[Standing, datetime]:
        return await self._unit(_standing)

    async def stand(self, what: Standing, change: Change) -> None:
        await self._unit(_stand, what, change, self._pen())

    async def lift(self, what: Standing, change: Change) -> None:
        await self._unit(_lift, what, change, self._pen())

    async def fittings(self) -> Mapping[str, Fitting]:
        return await self._unit(_fittings)

    async def refit(self, label: str, fitting: Fitting, change: Change) -> None:
        await self._unit(_refit, label, fitting, change, self._pen())


def _mark(session: Session, source: str) -> str | None:
    row = session.get(MarkRow, source)
    return None if row is None else row.mark


def _begin(
    session: Session, source: str, commands: Sequence[Command], mark: str | None, now: datetime
) -> Sequence[Command]:
    if mark is not None:
        session.merge(MarkRow(source=source, mark=mark))
    session.execute(delete(CommandRow).where(CommandRow.begun_at < now - KEPT))
    asked = {command.id: command for command in reversed(commands)}
    known = set(session.scalars(select(CommandRow.id).where(CommandRow.id.in_(asked))))
    fresh = [one for one in reversed(asked.values()) if one.id not in known]
    fresh = fresh[: _room(session, len(fresh))]
    session.add_all(_row(command, now) for command in fresh)
    return fresh


def _room(session: Session, wanted: int) -> int:
    """How many more can be remembered, once the oldest refusals have made way."""
    count = session.scalars(select(func.count()).select_from(CommandRow)).one()
    if (over := count + wanted - MOST) > 0:
        refused = select(CommandRow.seq).where(CommandRow.outcome == Outcome.REFUSED)
        oldest = refused.order_by(CommandRow.seq).limit(over).scalar_subquery()
        gone = session.execute(delete(CommandRow).where(CommandRow.seq.in_(oldest)))
        count -= int(getattr(gone, "rowcount", 0))
    return max(0, MOST - count)


def _row(command: Command, now: datetime) -> CommandRow:
    return CommandRow(
        id=command.id,
        ask=command.ask,
        issued_at=command.issued_at,
        label=command.label,
        reservation=command.reservation,
        by=command.by,
        begun_at=now,
        outcome=Outcome.BEGUN,
        reason="",
    )


def _settle(
    session: Session, settled: Sequence[Settled], changes: Sequence[Change], pen: Pen
) -> None:
    ended = {one.id: one for one in settled}
    for row in session.scalars(select(CommandRow).where(CommandRow.id.in_(ended))):
        row.outcome, row.reason = ended[row.id].outcome, ended[row.id].reason
    for change in changes:
        apply(session, change, pen)


def _told(session: Session, limit: int, outcomes: Sequence[Outcome]) -> Sequence[Told]:
    query = select(CommandRow).where(CommandRow.outcome.in_(outcomes))
    newest = session.scalars(query.order_by(CommandRow.seq.desc()).limit(limit)).all()
    return tuple(
        Told(
            row.id,
            row.ask,
            row.issued_at,
            row.label,
            None if row.reservation is None else ReservationId(row.reservation),
            row.by,
            row.outcome,
            row.reason,
        )
        for row in reversed(newest)
    )


def _last_done(session: Session, asks: Sequence[Ask], label: str | None) -> datetime | None:
    query = select(func.max(CommandRow.issued_at)).where(
        CommandRow.ask.in_(asks),
        CommandRow.outcome == Outcome.DONE,
        CommandRow.label.is_(None) if label is None else CommandRow.label == label,
    )
    return session.scalars(query).one()


def _unlocks(session: Session, since: datetime) -> tuple[datetime, ...]:
    query = select(IntentRow.at).where(IntentRow.actor == REMOTE, IntentRow.at >= since)
    return tuple(session.scalars(query))


def _prints(session: Session, since: datetime, uncounted: Sequence[str]) -> tuple[datetime, ...]:
    query = select(CommandRow.begun_at).where(
        CommandRow.ask == Ask.PRINT,
        CommandRow.begun_at >= since,
        CommandRow.reason.not_in(uncounted),
    )
    return tuple(session.scalars(query))


def _standing(session: Session) -> Mapping[Standing, datetime]:
    return {row.what: row.since for row in session.scalars(select(StandingRow))}


def _stand(session: Session, what: Standing, change: Change, pen: Pen) -> None:
    if session.get(StandingRow, what) is None:
        session.add(StandingRow(what=what, since=pen.now))
    apply(session, change, pen)


def _lift(session: Session, what: Standing, change: Change, pen: Pen) -> None:
    session.execute(delete(StandingRow).where(StandingRow.what == what))
    apply(session, change, pen)


def _fittings(session: Session) -> Mapping[str, Fitting]:
    rows = session.scalars(select(FittingRow))
    return {row.label: Fitting(row.size, row.thermal) for row in rows}


def _refit(session: Session, label: str, fitting: Fitting, change: Change, pen: Pen) -> None:
    session.merge(FittingRow(label=label, size=fitting.size, thermal=fitting.thermal))
    apply(session, change, pen)
