"""A computer whose wall clock can be put anywhere; its own pulse cannot."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kiosk.runtime.clock import SystemClock

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
YEARS = timedelta(days=3652)
JUMPS = [
    -YEARS,
    timedelta(days=-1),
    timedelta(minutes=-61),
    timedelta(seconds=-1),
    timedelta(seconds=1),
    timedelta(minutes=61),
    timedelta(days=1),
    YEARS,
    datetime(1970, 1, 1, tzinfo=UTC) - NOON,
    datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC) - NOON,
]


@dataclass
class Computer:
    """``off`` is how wrong its wall clock is, ``vouched`` whether the kernel says it is right."""

    off: timedelta = timedelta(0)
    passed: float = 0.0
    """Seconds since it was switched on."""
    vouched: bool = False
    boots: int = 0
    dark: timedelta = timedelta(0)
    """How long it was switched off, and on before that."""

    def clock(self) -> SystemClock:
        return SystemClock(self.wall, lambda: self.passed, lambda: self.vouched)

    def wall(self) -> datetime:
        return self.true() + self.off

    def true(self) -> datetime:
        return NOON + self.dark + timedelta(seconds=self.passed)

    def reboot(self, off_for: timedelta) -> None:
        self.dark += timedelta(seconds=self.passed) + off_for
        self.passed, self.boots = 0.0, self.boots + 1
