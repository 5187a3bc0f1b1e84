"""The last lines of the log, in memory only, for who stands at the machine."""

import logging
from collections import deque
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from kiosk.domain.log_lines import Level, LogLine

MOST = 1000
LONGEST = 240
"""Signs of a line."""


class Ring(logging.Handler):
    """Takes a line's words and those of its fields that may be seen; never an exception's text."""

    def __init__(self, fields: Collection[str], most: int = MOST) -> None:
        super().__init__()
        self._fields = sorted(fields)
        self._kept: deque[LogLine] = deque(maxlen=most)
        self._own = Lock()

    def emit(self, record: logging.LogRecord) -> None:
        line = LogLine(
            datetime.fromtimestamp(record.created, UTC),
            _level(record.levelno),
            _part(record.name),
            self._words(record),
        )
        with self._own:
            self._kept.append(line)

    def lines(self) -> Sequence[LogLine]:
        with self._own:
            return tuple(self._kept)

    def _words(self, record: logging.LogRecord) -> str:
        words = [record.getMessage()]
        for name in self._fields:
            value: Any = record.__dict__.get(name)
            if isinstance(value, str | int | float):
                words.append(f"{name}={value}")
        if record.exc_info and record.exc_info[0] is not None:
            words.append(f"({record.exc_info[0].__name__})")
        text = "".join(sign if sign.isprintable() else " " for sign in " ".join(words))
        return text[:LONGEST]


def _level(number: int) -> Level:
    if number >= Level.ERROR:
        return Level.ERROR
    return Level.WARNING if number >= Level.WARNING else Level.INFO


def _part(name: str) -> str:
    """ "sync" for kiosk.services.sync, "asyncio" for what is none of ours."""
    return name.rpartition(".")[2][:24] if name.startswith("kiosk") else name.partition(".")[0][:24]
