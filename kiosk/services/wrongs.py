"""How wrong codes are told: one by one, and beyond so many an hour as one sum."""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.domain import settling
from kiosk.domain.model import Change, Claim, NewEvent

HOUR = 3600.0


class WrongTold:
    """Counts an hour's wrong codes so that a vandal cannot flood journal and cloud."""

    def __init__(self, single_per_hour: int) -> None:
        self._single = single_per_hour
        self._since: float | None = None
        self._count = 0

    def next(self, claims: Sequence[Claim], now: float) -> Change | None:
        """One more wrong code at a monotonic time; answers what to record, if anything."""
        unsummed = 0
        if self._since is None or now - self._since >= HOUR:
            unsummed = max(0, self._count - self._single)
            self._since, self._count = now, 0
        self._count += 1
        if self._count > self._single:
            return None
        named = claims[0].reservation if len(claims) == 1 else None
        told = settling.wrong_code(named) if named else _nobodys()
        if not unsummed:
            return told
        sum_ = NewEvent("code.wrong_sum", data={"count": unsummed})
        return replace(told, events=(*told.events, sum_))


def _nobodys() -> Change:
    """It fits no reservation, or several."""
    return Change("code.wrong", events=(NewEvent("code.wrong"),))
