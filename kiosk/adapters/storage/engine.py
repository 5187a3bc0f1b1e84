"""The one connection to the one file, and what it promises."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from kiosk.domain.errors import StoreBroken, StoreDamaged, StoreFull

SETTINGS: dict[str, str | int] = {
    "busy_timeout": 5000,
    "journal_mode": "wal",
    # Only FULL flushes the WAL at every commit: NORMAL forgets the last ones at a power cut.
    "synchronous": 2,
    "foreign_keys": 1,
    "mmap_size": 0,
    "trusted_schema": 0,
    "cell_size_check": 1,
    # What is erased is gone from the file; some builds of SQLite only forget where it lay.
    "secure_delete": 1,
}
NO_ROOM = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
MIGRATIONS = Path(__file__).with_name("migrations")


@contextmanager
def translated() -> Iterator[None]:
    """Turn whatever the database raises into StoreBroken."""
    try:
        yield
    except DBAPIError as error:
        # Only the driver's own words: SQLAlchemy's text would carry the statement.
        raise _kind(error.orig)(f"the database failed: {error.orig}") from error
    except sqlite3.Error as error:
        raise _kind(error)(f"the database failed: {error}") from error
    except (SQLAlchemyError, OSError, ValueError) as error:
        raise StoreBroken(f"the database failed: {error}") from error


def _kind(error: BaseException | None) -> type[StoreBroken]:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if code & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return StoreDamaged
    return StoreFull if code in NO_ROOM else StoreBroken


def open_engine(path: Path) -> Engine:
    """Make an engine with exactly one connection, which begins every unit by taking the lock."""
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        poolclass=StaticPool,
        # None keeps the driver from beginning transactions late and by itself.
        connect_args={"isolation_level": None},
        hide_parameters=True,
    )
    event.listen(engine, "connect", _set)
    event.listen(engine, "begin", _begin)
    return engine


def check(connection: Connection) -> None:
    """Read the settings back and look for damage; raises StoreBroken."""
    for name, wanted in SETTINGS.items():
        # Some builds leave a pragma out; no row is then as good as 0.
        value = connection.exec_driver_sql(f"PRAGMA {name}").scalar() or 0
        if value != wanted:
            raise StoreBroken(f"the database did not take {name}={wanted}, it says {value}")
    complaints = connection.exec_driver_sql("PRAGMA quick_check(5)").scalars().all()
    if list(complaints) != ["ok"]:
        raise StoreDamaged(f"the database is damaged: {'; '.join(map(str, complaints))}")


def migrate(connection: Connection) -> None:
    """Bring the tables up to date, all or nothing. Raises StoreBroken."""
    if _revision(connection) == newest():
        return
    # Only now: it takes longer to load than all else that opens a database.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    # Config reads % as the start of a placeholder.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreBroken(f"the database failed: {error}") from error


def newest() -> str:
    """The revision that the tables of this kiosk have: its file's name begins with it."""
    return max(file.name for file in (MIGRATIONS / "versions").glob("0*.py")).partition("_")[0]


def _revision(connection: Connection) -> str | None:
    """What the database says of itself; None when it was just made."""
    made = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    if connection.exec_driver_sql(made).scalar() is None:
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def wipe_log(engine: Engine) -> None:
    """Empty the WAL: what was erased in the tables still stands there as it was. Raises
    StoreBroken."""
    with translated():
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()


def _set(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    for name, value in SETTINGS.items():
        connection.execute(f"PRAGMA {name}={value}").close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
