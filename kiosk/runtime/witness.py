"""Whether the cloud says twice the same about the time."""

from datetime import datetime, timedelta

AGREES = timedelta(seconds=5)
"""A whole second is all an answer tells, and the way here takes its time."""
APART = 10.0
"""Seconds between two answers that count as two."""
REMEMBERED = 3600.0
"""Seconds for which an answer says something about the time."""


class Witness:
    """Two answers, some time apart, that tell of the same clock; one alone is not enough."""

    def __init__(self) -> None:
        self._first: tuple[datetime, float] | None = None
        self._second: tuple[datetime, float] | None = None

    def hear(self, said: datetime, at: float) -> None:
        """An answer that came ``at`` seconds after the computer was switched on."""
        newest = self._second or self._first
        if newest is None or not _same(newest, said, at) or at - newest[1] > REMEMBERED:
            self._first, self._second = (said, at), None
        elif at - newest[1] >= APART:
            self._second = (said, at)

    def agrees(self, moment: datetime, at: float) -> bool:
        """Whether it said twice, not long ago, that it is this moment now."""
        if self._second is None or at - self._second[1] > REMEMBERED:
            return False
        return _same(self._second, moment, at)


def _same(known: tuple[datetime, float], said: datetime, at: float) -> bool:
    # Two differences: a time far from ours cannot be added to.
    return abs(said - known[0] - timedelta(seconds=at - known[1])) <= AGREES
