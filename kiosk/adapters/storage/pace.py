"""How much goes into one transaction, so that nobody waits long for the one thread."""

import time
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy.orm import Session

from kiosk.adapters.storage.pen import Pen
from kiosk.domain.model import Arrival

Work = Callable[[Session, Pen, Sequence[Arrival]], None]


class Pace:
    """Learns from each portion how long the next may be."""

    LEAST, MOST = 8, 256
    LONG, SHORT = 0.009, 0.0045
    """Seconds. Others wait no longer than 20 ms: the disk and a busy computer want their part."""

    def __init__(self, timer: Callable[[], float] = time.perf_counter) -> None:
        self._timer = timer
        self._size = 32

    def portions(self, arrivals: Sequence[Arrival]) -> Iterator[Sequence[Arrival]]:
        """One after the other; no reservation is twice in one of them."""
        start = 0
        while start < len(arrivals):
            portion = _once_each(arrivals[start : start + self._size])
            yield portion
            start += len(portion)

    def timed(self, work: Work) -> Work:
        """The same, and what it teaches."""

        def measured(session: Session, pen: Pen, portion: Sequence[Arrival]) -> None:
            began = self._timer()
            work(session, pen, portion)
            self._learn(len(portion), self._timer() - began)

        return measured

    def _learn(self, size: int, took: float) -> None:
        if took > self.LONG:
            self._size = max(self.LEAST, self._size // 2)
        elif took < self.SHORT and size >= self._size:
            self._size = min(self.MOST, self._size * 2)


def _once_each(arrivals: Sequence[Arrival]) -> Sequence[Arrival]:
    """Up to the first that was there before: what is said later comes after it."""
    ids: set[str] = set()
    for place, arrival in enumerate(arrivals):
        if arrival.reservation.id in ids:
            return arrivals[:place]
        ids.add(arrival.reservation.id)
    return arrivals
