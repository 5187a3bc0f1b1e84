"""What anybody at the screen can cause is told one by one a few times an hour, then summed."""

from kiosk.ports import Clock

HOUR = 3600.0
SINGLE_PER_HOUR = 20
"""Told one by one; beyond them one sum."""


class Few:
    """Counts one kind of fact, in memory."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since = 0.0
        self._count = 0

    def one_more(self) -> tuple[bool, int]:
        """Whether this one is told by itself, and how many of the last hour were not."""
        now, unsummed = self._clock.monotonic(), 0
        if self._count == 0 or now - self._since >= HOUR:
            unsummed = max(0, self._count - SINGLE_PER_HOUR)
            self._since, self._count = now, 0
        self._count += 1
        return self._count <= SINGLE_PER_HOUR, unsummed
