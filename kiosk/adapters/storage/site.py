"""Keeps what was set on site; read once before the start, when nobody else holds the file."""

import logging
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.adapters.storage.columns import Base
from kiosk.adapters.storage.facts import apply
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.model import Change
from kiosk.domain.site import SetBy

log = logging.getLogger(__name__)

MOST = 32
LONGEST = 64


class SettingRow(Base):
    """One setting; what has no row is as kiosk.toml says."""

    __tablename__ = "site_setting"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
    by: Mapped[str]
    """The account."""
    at: Mapped[datetime]


class SiteSettings(OneThread):
    """Set and taken back, each with its line in the journal."""

    async def site_settings(self) -> Mapping[str, str]:
        return await self._unit(_all)

    async def set_by(self, name: str) -> SetBy | None:
        return await self._unit(set_by, name)

    async def set_here(self, name: str, value: str, by: str, change: Change) -> None:
        await self._unit(_set, name, value, by, change, self._pen())

    async def as_written(self, name: str, change: Change) -> None:
        await self._unit(_forget, name, change, self._pen())


def settings_at(path: Path) -> Mapping[str, str]:
    """What was set on site, before the store is opened; nothing where that cannot be read.

    A damaged database is mended when the store opens it; this start then goes by kiosk.toml.
    """
    if not path.exists():
        return {}
    query = "SELECT name, value FROM site_setting LIMIT ?"
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            rows = database.execute(query, (MOST,)).fetchall()
    except sqlite3.Error as error:
        log.info("nothing is known of what was set on site", extra={"error": str(error)})
        return {}
    return {str(name): str(value)[:LONGEST] for name, value in rows}


def _all(session: Session) -> Mapping[str, str]:
    return {row.name: row.value for row in session.scalars(select(SettingRow).limit(MOST))}


def set_by(session: Session, name: str) -> SetBy | None:
    """Who set it last; None where it is as kiosk.toml says."""
    row = session.get(SettingRow, name)
    return None if row is None else SetBy(row.value, row.by, row.at)


def _set(session: Session, name: str, value: str, by: str, change: Change, pen: Pen) -> None:
    session.merge(SettingRow(name=name, value=value, by=by, at=pen.now))
    apply(session, change, pen)


def _forget(session: Session, name: str, change: Change, pen: Pen) -> None:
    session.execute(delete(SettingRow).where(SettingRow.name == name))
    apply(session, change, pen)
