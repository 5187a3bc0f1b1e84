"""The real clock, and how much of a jump it believes."""

import ctypes
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

log = logging.getLogger(__name__)

SKEW = timedelta(seconds=120)
"""A wall clock that strays no further is followed; beyond that somebody must vouch for it."""
LONGEST_OFF = timedelta(days=400)
"""No locker was without power for longer: a start that claims so has a wrong clock."""
_UNSYNCHRONISED = 5
"""What adjtimex answers when nothing keeps the computer's clock right."""


def _wall() -> datetime:
    return datetime.now(UTC)


def _elapsed() -> float:
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def _synchronised() -> bool:
    """Whether the kernel says that its clock is kept right from outside."""
    timex = (ctypes.c_long * 64)()
    return ctypes.CDLL(None).adjtimex(ctypes.byref(timex)) not in {-1, _UNSYNCHRONISED}


class SystemClock:
    """Wall time in UTC, and the clock that only ever goes on.

    Beyond a small skew the wall clock is believed only while the kernel calls it synchronised;
    otherwise time goes on from the last moment there was reason to believe.
    """

    def __init__(
        self,
        wall: Callable[[], datetime] = _wall,
        elapsed: Callable[[], float] = _elapsed,
        synchronised: Callable[[], bool] = _synchronised,
    ) -> None:
        self.trusted = True
        """False while the wall clock says something else and nobody vouches for it."""
        self._wall, self._elapsed, self._synchronised = wall, elapsed, synchronised
        self._anchor, self._since = wall(), elapsed()

    def not_before(self, moment: datetime) -> None:
        """At the start: the last good moment that is on disk."""
        wall = self._wall()
        if not moment <= wall <= moment + LONGEST_OFF and not self._synchronised():
            log.error("the clock says %s and the memory %s: the memory is believed", wall, moment)
            self._anchor, self._since = moment, self._elapsed()

    def now(self) -> datetime:
        expected = self._anchor + timedelta(seconds=self._elapsed() - self._since)
        wall = self._wall()
        ahead = wall - expected
        jumped = abs(ahead) > SKEW
        if jumped and self._synchronised():
            log.warning("the clock was put right by %s", ahead)
            jumped, ahead = False, timedelta(0)
            self._anchor, self._since = wall, self._elapsed()
            expected = wall
        if jumped is self.trusted:
            if jumped:
                log.error("the clock is %s off and nobody vouches for it", ahead)
            else:
                log.info("the clock is right again")
            self.trusted = not jumped
        if jumped or ahead <= timedelta(0):
            return expected
        self._anchor, self._since = wall, self._elapsed()
        return wall

    def monotonic(self) -> float:
        return time.monotonic()
