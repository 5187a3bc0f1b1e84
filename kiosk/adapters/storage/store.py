"""The kiosk's memory in one SQLite file."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from kiosk.adapters.storage.accounts import Accounts, resume_lockouts
from kiosk.adapters.storage.announcing import Announcements
from kiosk.adapters.storage.arrivals import Arrivals
from kiosk.adapters.storage.chaining import chain_up
from kiosk.adapters.storage.chronicle import Chronicle
from kiosk.adapters.storage.claims import Claims
from kiosk.adapters.storage.commands import Commands
from kiosk.adapters.storage.courier_codes import CourierCodes
from kiosk.adapters.storage.engine import translated
from kiosk.adapters.storage.events import Outbox
from kiosk.adapters.storage.facts import Facts
from kiosk.adapters.storage.files import FileLock, make_folder
from kiosk.adapters.storage.fingerprints import Fingerprints
from kiosk.adapters.storage.handled import HandledParcels
from kiosk.adapters.storage.intents import Intents
from kiosk.adapters.storage.keyfile import device_key
from kiosk.adapters.storage.labels import Labels
from kiosk.adapters.storage.lying import Lying
from kiosk.adapters.storage.mending import sound_engine
from kiosk.adapters.storage.parking import Parking
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.people import People
from kiosk.adapters.storage.renewals import Renewals
from kiosk.adapters.storage.sealing import Seal
from kiosk.adapters.storage.site import SiteSettings
from kiosk.adapters.storage.subjects import Subjects
from kiosk.adapters.storage.tickets import Tickets
from kiosk.adapters.storage.times import Start, elapsed_ms, last_good, note_good
from kiosk.adapters.storage.tracing import Tracing
from kiosk.adapters.storage.tries import Tries, forget_tries, resume_tries
from kiosk.domain.layout import Layout
from kiosk.ports import Clock


class SqliteStore(
    Accounts,
    Announcements,
    Arrivals,
    Chronicle,
    Claims,
    Commands,
    CourierCodes,
    People,
    Tries,
    Intents,
    Facts,
    HandledParcels,
    Labels,
    Lying,
    Outbox,
    Parking,
    Renewals,
    SiteSettings,
    Subjects,
    Tracing,
    Tickets,
):
    """The store of the real kiosk: one file, one connection, one thread."""


async def open_store(
    path: Path,
    key_path: Path,
    locker: str,
    clock: Clock,
    layout: Layout | None = None,
    start: Start | None = None,
) -> SqliteStore:
    """Open the database, made and brought up to date as needed; a damaged one is kept and mended.

    Compartments of the layout whose contents a salvage does not prove go into quarantine.
    ``start`` hears the last moment the kiosk had reason to believe.
    Raises ConfigWrong for a key that must not be used, StoreBroken for all else.
    """
    thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
    try:
        return await asyncio.get_running_loop().run_in_executor(
            thread, _open, thread, path, key_path, locker, clock, layout, start or Start()
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
    start: Start,
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
            _tell_time(session, clock, start)
            chain_up(session, replace(pen, boot=start.boot, elapsed_ms=elapsed_ms(clock)))
        undo.pop_all()
        store = SqliteStore(thread, engine, lock, fingerprints, seal, clock, start.boot)
        store.salvaged = salvaged
        return store


def _tell_time(session: Session, clock: Clock, start: Start) -> None:
    elapsed = elapsed_ms(clock)
    known = last_good(session, start.boot, elapsed)
    if known is not None:
        start.not_before(*known)
    resume_tries(session, start.boot, elapsed, start.lockout)
    forget_tries(session, elapsed, start.lockout)
    resume_lockouts(session, start.boot, elapsed)
    note_good(session, clock.now(), start.boot, elapsed)
