"""Remembers what lies in each printer, and how many labels of it are left."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.facts import apply
from kiosk.adapters.storage.label_tables import LabelRow, RollRow
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.tables import JournalRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.labels import REPLACED, TOLD, Roll
from kiosk.domain.model import Change


class Rolls(OneThread):
    """Rolls, and how many labels were used."""

    async def load_roll(self, roll: Roll, change: Change) -> None:
        await self._unit(_load, roll, change, self._pen())

    async def rolls(self) -> Mapping[str, Roll]:
        return await self._unit(_rolls)

    async def roll_owed(self) -> bool:
        return await self._unit(_owed)

    async def use_label(self, printer: str) -> None:
        await self._unit(use, printer)

    async def labels_printed(self, since: datetime) -> tuple[int, datetime | None]:
        return await self._unit(_printed, since)


def _load(session: Session, roll: Roll, change: Change, pen: Pen) -> None:
    session.execute(delete(RollRow).where(RollRow.printer == roll.printer))
    session.add(
        RollRow(printer=roll.printer, loaded_at=roll.loaded_at, labels=roll.labels, used=roll.used)
    )
    apply(session, change, pen)


def _rolls(session: Session) -> Mapping[str, Roll]:
    rows = session.scalars(select(RollRow).order_by(RollRow.seq))
    return {row.printer: Roll(row.printer, row.loaded_at, row.labels, row.used) for row in rows}


def _owed(session: Session) -> bool:
    """Whether a new roll is the last of the two that is known of."""
    lines = select(JournalRow.name).where(JournalRow.name.in_((REPLACED, TOLD)))
    return session.scalars(lines.order_by(JournalRow.seq.desc()).limit(1)).first() == REPLACED


def use(session: Session, printer: str) -> None:
    """One label of its roll is gone."""
    about = update(RollRow).where(RollRow.printer == printer)
    session.execute(about.values(used=RollRow.used + 1))


def _printed(session: Session, since: datetime) -> tuple[int, datetime | None]:
    query = select(func.count(), func.min(LabelRow.printed_at))
    count, first = session.execute(query.where(LabelRow.printed_at >= since)).one()
    return int(count), first
