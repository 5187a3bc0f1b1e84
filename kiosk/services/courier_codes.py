"""Codes of couriers: pushed by the cloud or given here, good without any network."""

import asyncio
import logging
import re
from collections.abc import Sequence
from datetime import timedelta

from kiosk.domain.codes import normalise
from kiosk.domain.couriers import (
    ALGORITHMS,
    LONGEST_ID,
    CodeRight,
    PushedCode,
    Refusal,
    Refused,
)
from kiosk.domain.errors import CloudError, StoreBroken
from kiosk.domain.model import Way
from kiosk.domain.policy import Policy
from kiosk.ports import Clock
from kiosk.ports_couriers import CourierStore, PushesCodes

log = logging.getLogger(__name__)

SHORTEST, LONGEST = 6, 64
"""Signs of a courier's code."""
MOST = 2000
"""Codes that are taken of one cloud."""
EVERY = 300.0
"""Seconds between two questions which codes there are."""
_HASHES = {"sha256": 64, "sha512": 128}
_HEX = re.compile(r"[0-9a-f]+")


class CourierCodes:
    """Counts first, then looks: in the same book as every typed code (rule: guessing)."""

    def __init__(self, store: CourierStore, clock: Clock, policy: Policy) -> None:
        self._store = store
        self._clock = clock
        self._policy = policy

    async def proved(self, text: str, login: str = "") -> CodeRight:
        """What it is good for. After some wrong codes only together with its login.

        Raises Refused, StoreBroken.
        """
        if len(text) > LONGEST_ID or len(login) > LONGEST_ID:
            raise Refused(Refusal.WRONG)
        if not SHORTEST <= len(normalise(text)) <= LONGEST:
            raise Refused(Refusal.WRONG)
        now, policy = self._clock.now(), self._policy
        since = now - timedelta(hours=policy.wrong_counts_hours)
        wrong = await self._store.tries_since(since, Way.TYPED)
        if wrong + 1 >= policy.wrong_before_datum_made_here:
            raise Refused(Refusal.LOCKED)
        if not login and wrong + 1 >= policy.wrong_before_datum:
            raise Refused(Refusal.LOGIN_NEEDED)
        tried = await self._store.count_try(now, Way.TYPED)
        found = await self._found(text, login)
        if len(found) != 1:
            # Several share it: never the first of them.
            if len(found) > 1 and not login:
                await self._store.give_back(tried)
                raise Refused(Refusal.LOGIN_NEEDED)
            raise Refused(Refusal.WRONG)
        await self._store.give_back(tried)
        return found[0]

    async def _found(self, text: str, login: str) -> Sequence[CodeRight]:
        now = self._clock.now()
        if login:
            return [right for right, _ in await self._store.courier_code_of(login, text, now)]
        return [right for right, _ in await self._store.courier_code(text, now)]

    async def absorb(self, codes: Sequence[PushedCode]) -> int:
        """Take over what a cloud pushed, all of it; answers how many came or went.

        One that cannot be judged here is left out, and said in the log by its name.
        Raises StoreBroken.
        """
        if len(codes) > MOST:
            log.error("couriers' codes: too many were pushed, nothing is taken over")
            return 0
        good = {code.name: code for code in codes if objection(code) is None}
        if len(good) != len(codes):
            log.warning("couriers' codes: %d cannot be judged here", len(codes) - len(good))
        return await self._store.replace_pushed_codes(tuple(good.values()))

    async def run(self, cloud: PushesCodes) -> None:
        """Ask the cloud now and then, until cancelled; while it is silent all stay good."""
        while True:
            try:
                await self.absorb(await cloud.courier_codes())
            except (CloudError, StoreBroken) as error:
                log.warning("couriers' codes: %s", type(error).__name__)
            await asyncio.sleep(EVERY)


def objection(code: PushedCode) -> str | None:
    """Why it cannot be taken over; None where it can."""
    if code.algorithm not in ALGORITHMS:
        return f"its hash must be one of {', '.join(ALGORITHMS)}"
    if not code.permissions:
        return "it permits nothing"
    if any(len(text) > LONGEST_ID for text in (code.name, code.login, code.courier.id)):
        return "it is too long"
    if not code.name or not code.courier.id:
        return "it names nobody"
    if (length := _HASHES.get(code.algorithm)) is None:
        short = not SHORTEST <= len(normalise(code.text)) <= LONGEST
        return f"a code has {SHORTEST} to {LONGEST} signs" if short else None
    plain = code.text.strip().lower()
    return None if len(plain) == length and _HEX.fullmatch(plain) else "its hash is none"
