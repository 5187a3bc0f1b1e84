"""The real clock, and how much of a jump it believes."""

import ctypes
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from kiosk.domain.lines import ClockSeen
from kiosk.domain.trust import ClockState
from kiosk.runtime.witness import Witness

log = logging.getLogger(__name__)

SKEW = timedelta(seconds=120)
"""A wall clock that strays no further is followed; beyond that somebody must vouch for it."""
DARK = SKEW + timedelta(seconds=1)
"""How long the power was off at least: longer than the grace in which a code opens again."""
LONGEST_OFF = timedelta(days=400)
"""No locker was without power for longer: a start that claims so has a wrong clock."""
RELEASED = datetime(2026, 1, 1, tzinfo=UTC)
"""It was later when this was written: an earlier clock is one that has lost its battery."""
_UNSYNCHRONISED = 5
"""What adjtimex answers when nothing keeps the computer's clock right."""
_TIMEX = 64
"""More longs than its structure has on any machine."""
_LIBC = ctypes.CDLL(None)


def _wall() -> datetime:
    return datetime.now(UTC)


def _elapsed() -> float:
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def _synchronised() -> bool:
    """Whether the kernel says that its clock is kept right from outside."""
    timex = (ctypes.c_long * _TIMEX)()
    return _LIBC.adjtimex(ctypes.byref(timex)) not in {-1, _UNSYNCHRONISED}


class SystemClock:
    """Wall time in UTC, and the clock that only ever goes on.

    Time goes on from the last moment somebody vouched for, by the clock that counts from boot.
    The wall clock may run ahead of that by a small skew; beyond it, it is believed only while the
    kernel calls it synchronised, or the cloud has twice said the same.
    """

    def __init__(
        self,
        wall: Callable[[], datetime] = _wall,
        elapsed: Callable[[], float] = _elapsed,
        synchronised: Callable[[], bool] = _synchronised,
    ) -> None:
        self.state = ClockState.HOLDOVER
        """As the last look at the time found it."""
        self._wall, self._elapsed, self._synchronised = wall, elapsed, synchronised
        self._witness = Witness()
        self._vouched_at: float | None = None
        self._ahead = timedelta(0)
        """How far the wall clock was followed beyond the last moment vouched for."""
        self._put(max(wall(), RELEASED))

    def not_before(self, moment: datetime, same_boot: bool = False) -> None:
        """At the start: the last good moment that is on disk."""
        wall = self._wall()
        if self._vouched(wall):
            return
        if same_boot:
            # Nothing but this process has paused: what is written down goes on as it was.
            self._put(max(moment, RELEASED))
            return
        believed = moment <= wall <= moment + LONGEST_OFF
        if not believed:
            log.error("the clock says %s and the memory %s: the memory is believed", wall, moment)
        # Some clocks go on where they stopped: no grace of seconds begins anew by a reboot.
        self._put(max(wall if believed else RELEASED, moment + DARK))

    def heard(self, said: datetime) -> None:
        """What the cloud says it is, over a line whose certificate was checked."""
        self._witness.hear(said, self._elapsed())

    def now(self) -> datetime:
        wall, line = self._wall(), self._line()
        vouched = self._vouched(wall)
        if vouched and abs(wall - line - self._ahead) > SKEW:
            log.warning("the clock was put right by %s", wall - line - self._ahead)
            self._put(wall)
            line = wall
        elif vouched:
            # Never backwards for a small skew: it stays ahead until the clock has caught up.
            self._ahead = max(timedelta(0), line + self._ahead - wall)
            line = self._put(wall, self._ahead)
        elif abs(wall - line) <= SKEW:
            self._ahead = max(self._ahead, wall - line)
        now = line + self._ahead
        self._enter(self._judged(vouched, wall - line, now))
        return now

    def seen(self) -> ClockSeen:
        """How it is, for whoever looks after the kiosk."""
        now, elapsed = self.now(), self._elapsed()
        ago = None if self._vouched_at is None else elapsed - self._vouched_at
        return ClockSeen(self.state, (self._wall() - now).total_seconds(), ago)

    def monotonic(self) -> float:
        """Seconds since the computer was switched on."""
        return self._elapsed()

    def _put(self, moment: datetime, ahead: timedelta = timedelta(0)) -> datetime:
        self._anchor, self._since, self._ahead = moment, self._elapsed(), ahead
        return moment

    def _line(self) -> datetime:
        return self._anchor + timedelta(seconds=self._elapsed() - self._since)

    def _vouched(self, wall: datetime) -> bool:
        return self._synchronised() or self._witness.agrees(wall, self._elapsed())

    def _judged(self, vouched: bool, off: timedelta, now: datetime) -> ClockState:
        if vouched or self._witness.agrees(now, self._elapsed()):
            return ClockState.TRUSTED
        return ClockState.HOLDOVER if abs(off) <= SKEW else ClockState.UNTRUSTED

    def _enter(self, state: ClockState) -> None:
        if state is not self.state:
            level = logging.ERROR if state is ClockState.UNTRUSTED else logging.INFO
            log.log(level, "the clock is %s", state.value)
        self.state = state
        if state is ClockState.TRUSTED:
            self._vouched_at = self._elapsed()
