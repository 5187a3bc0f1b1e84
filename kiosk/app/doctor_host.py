"""Reads what ``kiosk doctor`` wants to know of the computer."""

import ctypes
import shutil
import sqlite3
import sys
from collections.abc import Callable
from importlib import metadata

from kiosk.adapters.storage.aside import kept_beside
from kiosk.adapters.storage.checkup import key_trouble
from kiosk.config import Config
from kiosk.ports import Clock
from kiosk.services.doctor_host import Host

CLOCK_UNSET = 5
"""What adjtimex(2) answers while nobody keeps the clock right."""


def _zbar() -> bool:
    from kiosk.adapters.scanners.decode import Decoder

    return Decoder().second_opinion


def host_of(config: Config, clock: Clock, zbar: Callable[[], bool] = _zbar) -> Host:
    """Read what there is; ``zbar`` says whether the second opinion on codes is there."""
    folder = config.store.path.parent
    there = next(place for place in (folder, *folder.parents) if place.exists())
    return Host(
        python=sys.version_info[:3],
        pyside=_version("PySide6-Essentials") or _version("PySide6"),
        sqlite=sqlite3.sqlite_version_info,
        zbar=zbar(),
        key=key_trouble(config.store.key, config.store.path),
        disk_free=shutil.disk_usage(there).free,
        now=clock.now(),
        clock_set=_clock_set(),
        damaged=tuple(file.name for file in kept_beside(config.store.path)),
    )


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _clock_set() -> bool | None:
    # Room for a struct timex with all modes off: it is only read.
    answer = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(512))
    return None if answer < 0 else bool(answer != CLOCK_UNSET)
