"""Saves what can still be read of a damaged database, row by row, into a fresh one."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Boolean, Column, DefaultClause, Integer, LargeBinary, String, Table
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.orm import Session

from kiosk.adapters.storage.tables import Base, CodeRow, HoldingRow, KeyMark, ReservationRow

PAGE = 4096
MOST_PROBES = 200_000
"""Single rows asked for between the damage's two edges."""
GAP = 1000
"""Sequences go on so much later: a number that was lost is never given away again."""
_DIALECT = dialect()

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """The rows of one table that could be read, and whether none is missing."""

    rows: Sequence[Row]
    whole: bool


def read_all(copy: Path, fresh: Path) -> Mapping[str, Saved]:
    """Read every table of the copy, with the fresh file's first page if its own is broken."""
    if copy.stat().st_size < PAGE:
        # SQLite deletes the log of an empty file: with a first page it reads the rest from there.
        _transplant(copy, fresh)
    saved = _tables(copy)
    if not any(one.rows for one in saved.values()) and copy.stat().st_size > PAGE:
        _transplant(copy, fresh)
        saved = _tables(copy)
    return saved


def write_all(session: Session, saved: Mapping[str, Saved]) -> dict[str, int]:
    """Put the rows into the fresh database; answers how many of each table."""
    counts = {}
    reservations = {row[0] for row in saved[ReservationRow.__tablename__].rows}
    connection = session.connection()
    for table in Base.metadata.sorted_tables:
        if table.name == KeyMark.__tablename__:
            continue
        rows = saved[table.name].rows
        if table.name == CodeRow.__tablename__:
            place = list(table.columns.keys()).index("reservation")
            rows = [row for row in rows if row[place] in reservations]
        names = ", ".join(f'"{name}"' for name in table.columns.keys())  # noqa: SIM118
        marks = ", ".join("?" * len(table.columns))
        statement = f'INSERT OR IGNORE INTO "{table.name}" ({names}) VALUES ({marks})'
        if rows:
            connection.exec_driver_sql(statement, list(rows))
        counts[table.name] = len(rows)
        if table.dialect_options["sqlite"]["autoincrement"]:
            _go_on_later(session, table)
    return counts


def proves_holdings(saved: Mapping[str, Saved]) -> bool:
    """Whether what is known of every compartment was saved; one that is absent is empty."""
    return saved[HoldingRow.__tablename__].whole


def _tables(copy: Path) -> dict[str, Saved]:
    with closing(sqlite3.connect(copy, isolation_level=None)) as source:
        source.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
        for pragma in ("cell_size_check=1", "trusted_schema=0", "writable_schema=1"):
            with suppress(sqlite3.Error):
                source.execute(f"PRAGMA {pragma}").close()
        return {table.name: _rows(source, table) for table in Base.metadata.sorted_tables}


def _rows(source: sqlite3.Connection, table: Table) -> Saved:
    names = ", ".join(_selected(source, table))
    select = f'SELECT rowid, {names} FROM "{table.name}" NOT INDEXED'
    found: dict[int, Row] = {}
    last, whole = _scan(source, f"{select} ORDER BY rowid", found)
    if not whole:
        first, _ = _scan(source, f"{select} ORDER BY rowid DESC", found)
        between = range((last or 0) + 1, first or 0)
        for number in between[:MOST_PROBES]:
            _scan(source, f"{select} WHERE rowid = {number}", found)
    good = [row for _, row in sorted(found.items()) if _is_sound(table, row)]
    return Saved(good, whole and len(good) == len(found))


def _selected(source: sqlite3.Connection, table: Table) -> Iterator[str]:
    """The columns, or what a newer one would start with in a database made before it."""
    try:
        there = {name for _, name, *_ in source.execute(f'PRAGMA table_info("{table.name}")')}
    except sqlite3.Error:
        there = set()
    for column in table.columns:
        missing = there and column.name not in there
        yield _start_of(column) if missing else f'"{column.name}"'


def _start_of(column: Column[Any]) -> str:
    default = column.server_default
    return f"'{default.arg}'" if isinstance(default, DefaultClause) else "NULL"


def _scan(source: sqlite3.Connection, query: str, found: dict[int, Row]) -> tuple[int | None, bool]:
    """Take rows until the end or the damage; answers the last number and whether it was the end."""
    last: int | None = None
    try:
        for number, *row in source.execute(query):
            found[number], last = tuple(row), number
    except sqlite3.Error:
        return last, False
    return last, True


def _is_sound(table: Table, row: Row) -> bool:
    """Whether each value is one the kiosk itself could have written."""
    try:
        return all(_fits(column, value) for column, value in zip(table.columns, row, strict=True))
    except (ValueError, TypeError, LookupError):
        return False


def _fits(column: Column[Any], value: object) -> bool:
    if value is None:
        return bool(column.nullable)
    kind = column.type
    if isinstance(kind, Boolean | Integer):
        return isinstance(value, int)
    if isinstance(kind, LargeBinary):
        return isinstance(value, bytes)
    if not isinstance(value, str):
        return False
    value.encode("utf-8")
    if isinstance(kind, JSON):
        json.loads(value)
        return True
    if not isinstance(kind, String) and (
        read := kind.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
    ):
        read(value)
    return True


def _transplant(copy: Path, fresh: Path) -> None:
    """Lend it the first page of a fresh file, which holds header and schema alike."""
    page = bytearray(fresh.read_bytes()[:PAGE])
    page[28:32] = max(1, copy.stat().st_size // PAGE).to_bytes(4, "big")
    with copy.open("r+b") as file:
        file.write(page)


def _go_on_later(session: Session, table: Table) -> None:
    highest = f'SELECT COALESCE(MAX("{_key(table)}"), 0) + {GAP} FROM "{table.name}"'
    connection = session.connection()
    connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table.name,))
    connection.exec_driver_sql(
        f"INSERT INTO sqlite_sequence (name, seq) VALUES (?, ({highest}))",
        (table.name,),
    )


def _key(table: Table) -> str:
    return next(iter(table.primary_key.columns)).name


def key_marks(saved: Mapping[str, Saved]) -> Iterator[bytes]:
    """The marks of the key the damaged database was made with."""
    return (row[1] for row in saved[KeyMark.__tablename__].rows)
