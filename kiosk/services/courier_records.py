"""What is recorded of couriers: ids in the journal; all else sealed on its way to who may know."""

from collections import deque
from collections.abc import Callable

from kiosk.domain.couriers import CourierSession, LoggedOut, LoginWay, Refusal
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, NewEvent
from kiosk.domain.policy import Policy
from kiosk.ports import Clock
from kiosk.ports_store import Store

HOUR = 3600.0
LONGEST_CODE = 2048
"""Signs of a rejected code that go into the event; a longer one is nobody's token."""
PASSED = "courier."
"""How what a token passed along is named in what is sealed."""
QUIET = frozenset({Refusal.BUSY, Refusal.LOGIN_NEEDED, Refusal.NOT_OFFERED})
"""No attempt of a courier failed: there is nothing to tell."""


class CourierRecords:
    """Writes what couriers do; refusals beyond so many an hour are only counted."""

    def __init__(
        self, store: Store, clock: Clock, policy: Policy, owner: Owner, told: Callable[[], None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._policy = policy
        self._owner = owner
        self._refused: deque[float] = deque()
        self._untold = 0
        self.told = told
        """Something waits in the outbox."""

    async def logged_in(self, session: CourierSession, *, again: bool) -> None:
        """``again``: with a token that was logged out a moment ago. Raises StoreBroken."""
        who = _who(session)
        about: dict[str, str | int | bool | None] = {
            **who,
            "carrier": session.carrier,
            "may": ",".join(sorted(one.value for one in session.permissions)),
        }
        said = _said(about, "A courier logged in.")
        passed = _passed_along(session)
        events = [NewEvent("courier.logged_in", owner=self._owner, data=said, sealed=passed)]
        if again:
            told = {**who, "severity": "MEDIUM"}
            events.append(
                NewEvent(
                    "courier.token_seen_again",
                    owner=self._owner,
                    data=_said(told, "A token was used again just after it was logged out."),
                )
            )
        facts = {**who, "again": again}
        await self._record(Change("courier.logged_in", events=tuple(events), facts=facts))

    async def logged_out(self, session: CourierSession, how: LoggedOut) -> None:
        """Raises StoreBroken."""
        facts: dict[str, str | int | bool | None] = {
            **_who(session),
            "why": how.why.value,
            "seconds": how.seconds,
        }
        said = _said(facts, "A courier logged out.")
        passed = _passed_along(session)
        event = NewEvent("courier.logged_out", owner=self._owner, data=said, sealed=passed)
        await self._record(Change("courier.logged_out", events=(event,), facts=facts))

    async def refused(self, way: LoginWay, shown: str, why: Refusal) -> None:
        """What was shown is in no journal: only who hears the event may read it. Raises
        StoreBroken."""
        if why in QUIET:
            return
        now = self._clock.monotonic()
        while self._refused and now - self._refused[0] >= HOUR:
            self._refused.popleft()
        if len(self._refused) >= self._policy.pin_attempts_per_hour:
            self._untold += 1
            return
        self._refused.append(now)
        facts: dict[str, str | int | bool | None] = {
            "way": way.value,
            "why": why.value,
            "untold": self._untold or None,
        }
        event = NewEvent(
            "courier.refused",
            owner=self._owner,
            data=_said(facts, "A courier was not let in."),
            sealed={"code": shown} if 0 < len(shown) <= LONGEST_CODE else {},
        )
        await self._record(Change("courier.refused", events=(event,), facts=facts))
        self._untold = 0

    async def _record(self, change: Change) -> None:
        await self._store.record(change)
        self.told()


def _passed_along(session: CourierSession) -> dict[str, str]:
    # Whatever the issuer passed along may name a person: it rests sealed as names do.
    return {f"{PASSED}{name}": word for name, word in session.metadata.items()}


def _who(session: CourierSession) -> dict[str, str | int | bool | None]:
    return {
        "courier": session.courier.id,
        "issuer": session.courier.issuer,
        "way": session.way.value,
        "session": session.id,
    }


def _said(
    facts: dict[str, str | int | bool | None], message: str
) -> dict[str, str | int | bool | None]:
    return {**facts, "initiated_by": "courier", "source": "locker", "message": message}
