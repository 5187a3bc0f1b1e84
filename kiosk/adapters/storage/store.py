"""The kiosk's memory in one SQLite file."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from kiosk.adapters.storage.arrivals import Arrivals
from kiosk.adapters.storage.claims import Claims
from kiosk.adapters.storage.engine import translated
from kiosk.adapters.storage.events import Outbox
from kiosk.adapters.storage.facts import Facts
from kiosk.adapters.storage.files import FileLock, make_folder
from kiosk.adapters.storage.fingerprints import Fingerprints
from kiosk.adapters.storage.intents import Intents
from kiosk.adapters.storage.keyfile import device_key
from kiosk.adapters.storage.mending import sound_engine
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.people import People
from kiosk.adapters.storage.renewals import Renewals
from kiosk.adapters.storage.sealing import Seal
from kiosk.adapters.storage.subjects import Subjects
from kiosk.adapters.storage.times import last_good
from kiosk.adapters.storage.tries import Tries, forget_tries
from kiosk.domain.layout import Layout
from kiosk.ports import Clock

NotBefore = Callable[[datetime], None]


class SqliteStore(Arrivals, Claims, People, Tries, Intents, Facts, Outbox, Renewals, Subjects):
    """The store of the real kiosk: one file, one connection, one thread."""


async def open_store(
    path: Path,
    key_path: Path,
    locker: str,
    clock: Clock,
    layout: Layout | None = None,
    not_before: NotBefore = lambda _moment: None,
) -> SqliteStore:
    """Open the database, made and brought up to date as needed; a damaged one is kept and mended.

    Compartments of the layout whose contents a salvage does not prove go into quarantine.
    ``not_before`` hears the last moment the kiosk had reason to believe.
    Raises ConfigWrong for a key that must not be used, StoreBroken for all else.
    """
    thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
    try:
        return await asyncio.get_running_loop().run_in_executor(
            thread, _open, thread, path, key_path, locker, clock, layout, not_before
        )
    except BaseException:
        thread.shutdown()
        raise


def _open(
    thread: ThreadPoolExecutor,
    path: Path,
    key_path: Path,
    locker: str,
    clock: Clock,
    layout: Layout | None,
    not_before: NotBefore,
) -> SqliteStore:
    with translated(), ExitStack() as undo:
        make_folder(path)
        lock = FileLock(path)
        undo.callback(lock.release)
        secret = device_key(key_path, path)
        fingerprints, seal = Fingerprints(secret, locker), Seal(secret, locker)
        pen = Pen(clock.now(), fingerprints, seal)
        engine, salvaged = sound_engine(path, pen, layout)
        undo.callback(engine.dispose)
        with Session(engine) as session, session.begin():
            if (moment := last_good(session)) is not None:
                not_before(moment)
            forget_tries(session, clock.now())
        undo.pop_all()
        store = SqliteStore(thread, engine, lock, fingerprints, seal, clock)
        store.salvaged = salvaged
        return store
