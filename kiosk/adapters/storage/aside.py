"""A damaged database is kept: its files get a second name before anything is done about it."""

import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

WAL_HEADER = 32
MAGIC = (0x377F0682, 0x377F0683)
STAMP, STAMPED = "%Y%m%dT%H%M%SZ", 16
MADE = b"made"
"""Stands in the lock's file once the database was ready for the first time."""


@dataclass(frozen=True, slots=True)
class Aside:
    """The damaged files under their second names."""

    database: Path
    wal_lost: bool
    """The newest commits were in a log that cannot be read: what was kept may be out of date."""


def wal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def is_made(path: Path) -> bool:
    """Whether there was a database here before; without this a lost file would pass for a first
    start, and every compartment for an empty one."""
    lock = path.with_name(f"{path.name}.lock")
    return lock.exists() and lock.read_bytes() == MADE


def note_made(path: Path) -> None:
    lock = path.with_name(f"{path.name}.lock")
    if lock.read_bytes() != MADE:
        lock.write_bytes(MADE)


def is_gone(path: Path) -> bool:
    """Whether there is no file, or an empty one: its log SQLite would delete."""
    return not _size(path)


def wal_is_sound(path: Path) -> bool:
    """Whether SQLite will read the log: one whose header is wrong it takes for empty, silently."""
    wal = wal_of(path)
    if not _size(wal):
        return True
    with wal.open("rb") as file:
        header = file.read(WAL_HEADER)
    if len(header) < WAL_HEADER or int.from_bytes(header[:4], "big") not in MAGIC:
        return False
    order: Literal["big", "little"] = "big" if header[3] & 1 else "little"
    words = [int.from_bytes(header[i : i + 4], order) for i in range(0, 24, 4)]
    first = second = 0
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    said = (int.from_bytes(header[24:28], "big"), int.from_bytes(header[28:], "big"))
    return said == (first, second)


def keep(path: Path, at: datetime) -> Aside:
    """Give the files a second name with the time in it; nothing is moved or deleted."""
    stamp = f"{at:{STAMP}}"
    wal, lost = wal_of(path), not wal_is_sound(path)
    for suffix in ("", *(f"-{n}" for n in range(2, 1000))):
        kept = path.with_name(f"{path.name}.broken-{stamp}{suffix}")
        if kept.exists() or wal_of(kept).exists():
            continue
        if path.exists():
            os.link(path, kept)
        if wal.exists():
            os.link(wal, wal_of(kept))
        return Aside(kept, lost)
    raise OSError(f"too many damaged databases beside {path}")


def kept_beside(path: Path) -> tuple[Path, ...]:
    """The damaged ones of before, the oldest first."""
    found = path.parent.glob(f"{path.name}.broken-*")
    return tuple(sorted(file for file in found if not file.name.endswith("-wal")))


def forget(path: Path, before: datetime) -> None:
    """Delete those that were kept before: they say whom it was about as long as they lie there.

    Raises OSError.
    """
    for file in path.parent.glob(f"{path.name}.broken-*"):
        since = _since(file.name.removeprefix(f"{path.name}.broken-"))
        if since is not None and since < before:
            file.unlink()


def _since(ending: str) -> datetime | None:
    """None: somebody gave it another name, and it is theirs."""
    try:
        return datetime.strptime(ending[:STAMPED], STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def copied(kept: Aside, to: Path) -> None:
    """Copy what was kept: reading it through SQLite would change it."""
    discard(to)
    if kept.database.exists():
        shutil.copyfile(kept.database, to)
    if wal_of(kept.database).exists() and not kept.wal_lost:
        shutil.copyfile(wal_of(kept.database), wal_of(to))
    to.touch()


def discard(copy: Path) -> None:
    """Delete a copy and its companions."""
    for end in ("", "-wal", "-shm", "-journal"):
        copy.with_name(f"{copy.name}{end}").unlink(missing_ok=True)


def put_in_place(fresh: Path, path: Path) -> None:
    """The old log goes first: SQLite would play it into the new file."""
    for end in ("-wal", "-shm"):
        path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
