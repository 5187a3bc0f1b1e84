"""The one session of a courier: who is in, how it ends, and which token was there just before."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.couriers import SEEN_AGAIN, CourierSession, LoggedOut, LogOut
from kiosk.domain.errors import StoreBroken
from kiosk.domain.policy import Policy
from kiosk.ports import Clock
from kiosk.ports_couriers import CourierStore
from kiosk.services.courier_records import CourierRecords

log = logging.getLogger(__name__)

LOOKS = 1.0
"""Seconds between two looks whether a session has run out."""
MOST_MARKS = 64
"""Tokens that are remembered after their logout."""


class CourierSessions:
    """It ends by itself, and whoever comes next sees nothing of it."""

    def __init__(
        self,
        store: CourierStore,
        clock: Clock,
        policy: Policy,
        records: CourierRecords,
        ended: Callable[[LogOut], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._policy = policy
        self._records = records
        self._session: CourierSession | None = None
        self._left: dict[str, float] = {}
        self._ended = ended
        """Hears that nobody is logged in any more."""

    @property
    def current(self) -> CourierSession | None:
        """Who is logged in; nobody once the time is up, even before that is recorded."""
        session = self._session
        if session is None or self._ends(session) <= self._clock.monotonic():
            return None
        return session

    async def enter(self, session: CourierSession) -> CourierSession:
        """Nobody is in before it is on disk. Raises StoreBroken."""
        now = self._clock.monotonic()
        left = self._left.get(session.mark) if session.mark else None
        again = left is not None and now - left <= SEEN_AGAIN
        await self._records.logged_in(session, again=again)
        self._session = replace(session, began=now, touched=now)
        return self._session

    def touched(self, session: CourierSession) -> CourierSession:
        """The courier does something; answers the session as it is now."""
        self._session = session.touch(self._clock.monotonic())
        return self._session

    async def log_out(self, why: LogOut = LogOut.ASKED) -> None:
        """Raises StoreBroken; the session has ended all the same."""
        session, self._session = self._session, None
        if session is None:
            return
        now = self._clock.monotonic()
        if session.mark:
            self._left.pop(session.mark, None)
            self._left = dict([*self._left.items(), (session.mark, now)][-MOST_MARKS:])
        how = LoggedOut(why, round(min(now, self._ends(session)) - session.began))
        self._ended(why)
        await self._records.logged_out(session, how)

    async def look(self) -> None:
        """Log out who does nothing, is here too long, or was denied meanwhile. Raises
        StoreBroken."""
        session = self._session
        if session is None:
            return
        if self.current is None:
            too_long = session.began + self._policy.courier_longest <= self._clock.monotonic()
            await self.log_out(LogOut.TOO_LONG if too_long else LogOut.IDLE)
        elif session.courier.id in (await self._store.denials()).couriers:
            await self.log_out(LogOut.DENIED)

    async def run(self) -> None:
        """End what has run out, until cancelled."""
        while True:
            await asyncio.sleep(LOOKS)
            try:
                await self.look()
            except StoreBroken:
                log.exception("the end of a courier's session was not recorded")

    def _ends(self, session: CourierSession) -> float:
        return session.ends(self._policy.courier_idle, self._policy.courier_longest)
