"""Looks into the database of a kiosk that does not run, and changes nothing in it."""

import fcntl
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.accounts import enabled
from kiosk.adapters.storage.chaining import has_seed
from kiosk.adapters.storage.command_tables import StandingRow
from kiosk.adapters.storage.engine import check, open_engine, translated
from kiosk.adapters.storage.files import FileLock, sidecar
from kiosk.adapters.storage.fingerprints import Fingerprints, same
from kiosk.adapters.storage.keyfile import read_key
from kiosk.adapters.storage.site import set_by
from kiosk.adapters.storage.subjects import code_shapes
from kiosk.adapters.storage.tables import EventRow, HoldingRow, JournalRow, KeyMark
from kiosk.domain.errors import ConfigWrong, StoreBroken
from kiosk.domain.site import OFF, Setting, off_on_site
from kiosk.ports_commands import Standing
from kiosk.ports_desk import CodeShape


@dataclass(frozen=True, slots=True)
class Kept:
    """What the database says of itself."""

    shapes: Sequence[CodeShape] = ()
    flags: Mapping[str, str] = field(default_factory=dict)
    made: bool = True
    owed: int = 0
    parked: int = 0
    newest: str | None = None
    lockdown: bool = False
    key_here: bool = False
    technicians: int | None = None
    camera_off: Mapping[str, str | bool] | None = None


def is_open(path: Path) -> bool:
    """Whether a running program holds the database."""
    try:
        descriptor = os.open(sidecar(path), os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreBroken(f"{sidecar(path)}: {error.strerror}") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def key_trouble(key: Path, database: Path) -> str | None:
    """What is wrong with the key file: "" nothing; None when the first start will make it."""
    if not key.exists():
        if database.exists() and database.stat().st_size:
            return f"[store] key is missing, but the database was made with one: {key}"
        return None
    try:
        read_key(key)
    except ConfigWrong as error:
        return str(error)
    except OSError as error:
        return f"[store] key cannot be read: {key}: {error.strerror}"
    return ""


def look_into(path: Path, key: Path, locker: str, camera: str) -> Kept:
    """Read what is kept there; a database not made yet keeps nothing. ``camera`` is the one of
    kiosk.toml. Raises StoreBroken."""
    if not path.exists():
        return Kept(made=False)
    if path.stat().st_uid != os.geteuid():
        # SQLite's companion files would be ours, and closed to the kiosk.
        raise StoreBroken(f"{path} belongs to another user: ask as that user")
    with translated():
        lock = FileLock(path)
        try:
            engine = open_engine(path)
            try:
                return _read(engine, Fingerprints(read_key(key), locker), camera)
            except ConfigWrong as error:
                raise StoreBroken(str(error)) from error
            finally:
                engine.dispose()
        finally:
            lock.release()


def _read(engine: Engine, fingerprints: Fingerprints, camera: str) -> Kept:
    with engine.begin() as connection:
        check(connection)
    with Session(engine) as session:
        mark = session.get(KeyMark, 1)
        if mark is not None and not same(mark.mark, fingerprints.mark()):
            raise ConfigWrong("[store] key or [locker] id is not the one it was made with")
        parked = session.scalars(select(EventRow.parked_at)).all()
        newest = session.scalars(select(JournalRow.at).order_by(JournalRow.seq.desc())).first()
        flagged = session.scalars(select(HoldingRow).where(HoldingRow.flag.is_not(None)))
        switched = set_by(session, Setting.CAMERA.value)
        runs = "" if switched is not None and switched.value == OFF else camera
        return Kept(
            code_shapes(session),
            {row.label: row.flag.value for row in flagged if row.flag},
            owed=sum(at is None for at in parked),
            parked=sum(at is not None for at in parked),
            newest=newest.isoformat() if newest else None,
            lockdown=session.get(StandingRow, Standing.LOCKDOWN) is not None,
            key_here=has_seed(session),
            technicians=enabled(session),
            camera_off=off_on_site(switched, camera, runs),
        )
