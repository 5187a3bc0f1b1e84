"""The computer the kiosk runs on, as Linux and the installation tell."""

import os
import platform
import sqlite3
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from kiosk.domain.upkeep_facts import Computer, Heat, Versions

MOST_HEATS = 8
HASH = 12
"""Signs of a commit that are shown."""


class LinuxHost:
    """Reads a few small files of the kernel's; never raises, and never waits for a device."""

    def __init__(self, root: Path = Path("/"), project: Path | None = None) -> None:
        self._root = root
        self._project = project or Path(__file__).resolve().parents[2]

    def versions(self) -> Versions:
        return _versions(self._project)

    def computer(self) -> Computer:
        memory = self._memory()
        return Computer(
            self._first_number("proc/uptime"),
            memory.get("MemTotal"),
            memory.get("MemAvailable"),
            self._first_number("proc/loadavg"),
            os.cpu_count() or 1,
            tuple(self._heats())[:MOST_HEATS],
        )

    def _memory(self) -> dict[str, int]:
        """In MB."""
        found = {}
        for line in self._text("proc/meminfo").splitlines():
            name, _, rest = line.partition(":")
            number = rest.split()
            if number and number[0].isdecimal():
                found[name] = int(number[0]) // 1000
        return found

    def _first_number(self, path: str) -> float | None:
        words = self._text(path).split()
        try:
            return float(words[0]) if words else None
        except ValueError:
            return None

    def _heats(self) -> list[Heat]:
        """Thermometers that can be read now, by name."""
        zones = self._root / "sys" / "class" / "thermal"
        found = []
        for zone in sorted(zones.glob("thermal_zone*")):
            name = self._text(zone / "type").strip() or zone.name
            raw = self._text(zone / "temp").strip()
            if raw.lstrip("-").isdecimal():
                found.append(Heat(name[:24], int(raw) / 1000))
        return found

    def _text(self, path: str | Path) -> str:
        try:
            return (self._root / path).read_text("ascii", "replace")[:16384]
        except OSError:
            return ""


@cache
def _versions(project: Path) -> Versions:
    return Versions(
        _of("parcel-locker-kiosk"),
        _release(project),
        platform.python_version(),
        _of("PySide6-Essentials") or _of("PySide6"),
        _of("opencv-python-headless") or _of("opencv-python"),
        sqlite3.sqlite_version,
    )


def _of(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _release(project: Path) -> str:
    """The commit of a working tree, or the name of the installed release."""
    try:
        head = (project / ".git" / "HEAD").read_text("ascii").strip()
        if head.startswith("ref: "):
            head = (project / ".git" / head.removeprefix("ref: ")).read_text("ascii").strip()
        return head[:HASH]
    except (OSError, ValueError):
        prefix = Path(sys.prefix)
        return next((one.name for one in prefix.parents if one.parent.name == "releases"), "")
