"""What is well with the computer the kiosk runs on: versions, key, disk, clock. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from kiosk.services.doctor import Finding, Verdict

WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
"""No true clock stands before this program was written."""
OLDEST_PYTHON = (3, 11)
ABORTS = "6.12.0"
"""PYSIDE-3474: aborts on Python 3.11 after some hundred signals."""
RESET_FIXED = (3, 51, 3)
"""Before it two connections that write at once can corrupt a WAL database."""
DISK_LOW, DISK_FULL = 500_000_000, 100_000_000


@dataclass(frozen=True, slots=True)
class Host:
    """What was read of the computer."""

    python: tuple[int, int, int]
    pyside: str | None
    sqlite: tuple[int, ...]
    zbar: bool
    key: str | None
    """What is wrong with the key file; "" nothing, None not made yet."""
    disk_free: int
    now: datetime
    clock_set: bool | None
    """Whether somebody keeps the clock right; None when the system does not say."""
    damaged: tuple[str, ...] = ()
    """Databases that were damaged, under the names they are kept by; the newest last."""


def examine(host: Host) -> Iterator[Finding]:
    """Every finding about the computer."""
    yield _python(host)
    yield _pyside(host)
    yield _sqlite(host)
    yield _zbar(host)
    yield _key(host)
    yield _disk(host)
    yield _clock(host)
    if host.damaged:
        yield _damaged(host.damaged)


def _python(host: Host) -> Finding:
    version = ".".join(map(str, host.python))
    if host.python[:2] < OLDEST_PYTHON:
        return Finding("python", Verdict.BAD, f"{version} is too old: install 3.11 or later.")
    return Finding("python", Verdict.OK, f"{version}.")


def _pyside(host: Host) -> Finding:
    if host.pyside is None:
        return Finding("pyside6", Verdict.BAD, "It is missing: install PySide6-Essentials.")
    if host.pyside == ABORTS and host.python[:2] == OLDEST_PYTHON:
        sentence = f"{ABORTS} aborts on Python 3.11 after some hundred signals: take another."
        return Finding("pyside6", Verdict.BAD, sentence)
    return Finding("pyside6", Verdict.OK, f"{host.pyside}.")


def _sqlite(host: Host) -> Finding:
    version = ".".join(map(str, host.sqlite))
    if host.sqlite >= RESET_FIXED:
        return Finding("sqlite", Verdict.OK, f"{version}.")
    sentence = (
        f"{version} can corrupt a database that two connections write at once; the kiosk keeps to "
        "one, so never open its file with another program while it runs."
    )
    return Finding("sqlite", Verdict.OK, sentence)


def _zbar(host: Host) -> Finding:
    if host.zbar:
        return Finding("libzbar", Verdict.OK, "It is there as the second opinion on codes.")
    sentence = "It is missing, so a few very hard codes are not read: install libzbar0."
    return Finding("libzbar", Verdict.WARN, sentence)


def _key(host: Host) -> Finding:
    if host.key is None:
        return Finding("key", Verdict.OK, "There is none yet: the first start makes it.")
    if host.key:
        return Finding("key", Verdict.BAD, f"{host.key}; put it right before the next start.")
    return Finding("key", Verdict.OK, "Readable by nobody else, and not beside the database.")


def _disk(host: Host) -> Finding:
    free = f"{host.disk_free // 1_000_000} MB are free where the database lies"
    if host.disk_free < DISK_FULL:
        return Finding("disk", Verdict.BAD, f"{free}: make room, a full disk opens no door.")
    if host.disk_free < DISK_LOW:
        return Finding("disk", Verdict.WARN, f"{free}: make room soon.")
    return Finding("disk", Verdict.OK, f"{free}.")


def _clock(host: Host) -> Finding:
    says = f"{host.now:%Y-%m-%d %H:%M:%S} UTC"
    if host.now < WRITTEN:
        return Finding("clock", Verdict.BAD, f"It says {says}, which cannot be: set it.")
    if host.clock_set is False:
        sentence = f"It says {says}, and nobody keeps it right: switch on systemd-timesyncd."
        return Finding("clock", Verdict.WARN, sentence)
    return Finding("clock", Verdict.OK, f"It says {says}.")


def _damaged(kept: tuple[str, ...]) -> Finding:
    sentence = (
        f"It was damaged, and is kept as {kept[-1]} for 7 days; what could be read was saved. "
        "Check what lies in each compartment, who may enter service mode (kiosk ctl technicians), "
        "and the disk; nothing that is erased is erased there."
    )
    return Finding("damage", Verdict.WARN, sentence)
