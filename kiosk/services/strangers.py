"""QR codes the cache does not know: asked of the cloud, as far as the budget allows."""

from collections import Counter, deque

from kiosk.domain.codes import DeliveryQr
from kiosk.domain.flows.inputs import CodeRefused, Explained
from kiosk.domain.flows.visit import Explanation
from kiosk.domain.model import ReservationId, Way
from kiosk.domain.policy import Policy
from kiosk.ports import Clock, Store
from kiosk.services.sync import Freshness, Sync

MOST_GUESSED_AT = 500
"""Reservations of other lockers whose wrong codes are counted; the longest known goes first."""


class Strangers:
    """Asks once about each unknown QR code, and stops where that looks like guessing."""

    def __init__(self, store: Store, sync: Sync | None, clock: Clock, policy: Policy) -> None:
        self._store = store
        self._sync = sync
        self._clock = clock
        self._policy = policy
        self._asked: deque[tuple[float, int, str]] = deque()
        """When, about which code, and the other locker it is right for."""
        self._wrong: Counter[ReservationId] = Counter()
        self._ignoring_until = 0.0

    async def seek(self, code: DeliveryQr) -> CodeRefused | Explained | None:
        """None once the cache knows the reservation; else what is to be said about the code."""
        now = self._clock.monotonic()
        if self._sync is None or now < self._ignoring_until:
            return CodeRefused()
        while self._asked and now - self._asked[0][0] > self._policy.unknown_qr_ask_again:
            self._asked.popleft()
        mark = hash((code.purpose, code.reservation, code.text))
        if (known := next((a for a in self._asked if a[1] == mark), None)) is not None:
            return _said(known[2])
        if len(self._asked) >= self._policy.unknown_qr_in_10_min:
            self._ignoring_until = now + self._policy.unknown_qr_pause
            return CodeRefused()
        self._asked.append((now, mark, ""))
        await self._store.count_try(self._clock.now(), Way.QR)
        freshness = await self._sync.refresh(code.reservation)
        if await self._store.has_codes(code.reservation):
            return None
        gone = freshness is Freshness.GONE
        where = await self._elsewhere(self._sync, code) if gone else ""
        if where:
            self._asked = deque((*a[:2], where) if a[1] == mark else a for a in self._asked)
        return _said(where)

    async def _elsewhere(self, sync: Sync, code: DeliveryQr) -> str:
        """Nobody may find out here, by trying, what opens a door over there."""
        if self._wrong[code.reservation] >= self._policy.wrong_per_reservation:
            return ""
        while len(self._wrong) > MOST_GUESSED_AT:
            del self._wrong[next(iter(self._wrong))]
        self._wrong[code.reservation] += 1
        where = await sync.elsewhere(code)
        if where:
            self._wrong[code.reservation] -= 1
        return where or ""


def _said(where: str) -> CodeRefused | Explained:
    return Explained(Explanation.OTHER_LOCKER, where=where) if where else CodeRefused()
