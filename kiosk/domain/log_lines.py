"""Lines of the log as a technician may read them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum


class Level(IntEnum):
    """How bad; the numbers of Python's own levels."""

    INFO = 20
    WARNING = 30
    ERROR = 40


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line; only fields that somebody has looked at are in its words."""

    at: datetime
    level: Level
    part: str
    """Which part of the program said so."""
    words: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines; "" is every part."""

    level: Level = Level.INFO
    part: str = ""


EVERYTHING = Wanted()


def sieved(lines: Sequence[LogLine], wanted: Wanted, most: int) -> tuple[LogLine, ...]:
    """The newest ones that are wanted, newest first."""
    found = []
    for line in reversed(lines):
        if line.level >= wanted.level and wanted.part in {"", line.part}:
            found.append(line)
            if len(found) == most:
                break
    return tuple(found)


def next_level(level: Level) -> Level:
    """The one a touch away."""
    levels = list(Level)
    return levels[(levels.index(level) + 1) % len(levels)]


def next_part(part: str, parts: Sequence[str]) -> str:
    """Every part, then each by itself."""
    order = ["", *parts]
    return order[(order.index(part) + 1) % len(order)] if part in order else ""
