"""The kiosk's memory in one SQLite file."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from kiosk.adapters.storage.arrivals import Arrivals
from kiosk.adapters.storage.claims import Claims
from kiosk.adapters.storage.engine import check, migrate, open_engine, translated
from kiosk.adapters.storage.events import Outbox
from kiosk.adapters.storage.facts import Facts
from kiosk.adapters.storage.files import FileLock, make_file, make_folder
from kiosk.adapters.storage.fingerprints import Fingerprints, same
from kiosk.adapters.storage.intents import Intents
from kiosk.adapters.storage.keyfile import device_key
from kiosk.adapters.storage.renewals import Renewals
from kiosk.adapters.storage.subjects import Subjects
from kiosk.adapters.storage.tables import KeyMark
from kiosk.adapters.storage.tries import Tries, forget_tries
from kiosk.domain.errors import ConfigWrong
from kiosk.ports import Clock


class SqliteStore(Arrivals, Claims, Tries, Intents, Facts, Outbox, Renewals, Subjects):
    """The store of the real kiosk: one file, one connection, one thread."""


async def open_store(path: Path, key_path: Path, locker: str, clock: Clock) -> SqliteStore:
    """Open the database, made and brought up to date as needed.

    Raises ConfigWrong for a key that must not be used, StoreBroken for all else.
    """
    thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
    try:
        return await asyncio.get_running_loop().run_in_executor(
            thread, _open, thread, path, key_path, locker, clock
        )
    except BaseException:
        thread.shutdown()
        raise


def _open(
    thread: ThreadPoolExecutor, path: Path, key_path: Path, locker: str, clock: Clock
) -> SqliteStore:
    with translated(), ExitStack() as undo:
        make_folder(path)
        lock = FileLock(path)
        undo.callback(lock.release)
        fingerprints = Fingerprints(device_key(key_path, path), locker)
        make_file(path)
        engine = open_engine(path)
        undo.callback(engine.dispose)
        _make_ready(engine, fingerprints, clock)
        undo.pop_all()
        return SqliteStore(thread, engine, lock, fingerprints, clock)


def _make_ready(engine: Engine, fingerprints: Fingerprints, clock: Clock) -> None:
    with engine.begin() as connection:
        check(connection)
        migrate(connection)
    with Session(engine) as session, session.begin():
        _recognise(session, fingerprints)
        forget_tries(session, clock.now())


def _recognise(session: Session, fingerprints: Fingerprints) -> None:
    """Refuse a strange key: no code kept here would ever match again."""
    row = session.get(KeyMark, 1)
    if row is None:
        session.add(KeyMark(id=1, mark=fingerprints.mark()))
    elif not same(row.mark, fingerprints.mark()):
        raise ConfigWrong("[store] key or [locker] id is not the one the database was made with")
