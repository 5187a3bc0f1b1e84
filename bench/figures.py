"""A measured figure beside its baseline of the same run, and the goal it has to meet."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured; the goal is of the ratio where ``by_ratio``, else of the value."""

    name: str
    value: float
    unit: str
    against: str
    """What the baseline is."""
    baseline: float
    goal: float | None = None
    by_ratio: bool = False

    @property
    def ratio(self) -> float:
        return self.value / self.baseline

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None without one."""
        if self.goal is None:
            return None
        return (self.ratio if self.by_ratio else self.value) <= self.goal


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that so many of them do not exceed (nearest rank)."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def milliseconds(seconds: Sequence[float], share: float = 0.5) -> float:
    """A percentile of these times in milliseconds, the median by default."""
    return 1000 * percentile(seconds, share)


def middle(rounds: Sequence[Figure]) -> Figure:
    """The round whose ratio or value, as the goal is, lies in the middle."""
    return sorted(rounds, key=lambda f: f.ratio if f.by_ratio else f.value)[(len(rounds) - 1) // 2]


def spread(rounds: Sequence[Figure]) -> tuple[float, float]:
    """The lowest and the highest value of all rounds."""
    values = [one.value for one in rounds]
    return min(values), max(values)
