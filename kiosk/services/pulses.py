"""When locks were fired: so that supplies get their rest, and odd numbers are noticed."""

from collections import deque

SHADOW = 5.0
"""Seconds after a pulse in which another door that opens is put down to it."""
HOUR = 3600.0


class Pulses:
    """Remembers the last pulse of each supply, and all of the last hour; times in seconds."""

    def __init__(self, gap: float) -> None:
        self._gap = gap
        self._last: dict[str, float] = {}
        self._hour: deque[float] = deque()

    def ended(self, supply: str, at: float) -> None:
        """A lock on this supply was fired, whatever came of it."""
        self._last[supply] = at

    def rest(self, supply: str, at: float) -> float:
        """How long this supply still needs its rest."""
        last = self._last.get(supply)
        return 0.0 if last is None else max(0.0, last + self._gap - at)

    def shadows(self, at: float) -> bool:
        """Whether a door that opens now may have opened by a pulse."""
        return any(at - last < SHADOW for last in self._last.values())

    def in_an_hour(self, at: float) -> int:
        """Count one more; answers how many the last hour had."""
        self._hour.append(at)
        while self._hour and at - self._hour[0] > HOUR:
            self._hour.popleft()
        return len(self._hour)
