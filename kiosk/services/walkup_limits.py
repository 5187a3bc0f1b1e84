"""How much may be begun here without a code, so that pranks cannot fill the bank."""

from dataclasses import dataclass
from datetime import timedelta

from kiosk.domain.layout import Compartment, Layout
from kiosk.domain.model import Change, Contents, NewEvent, ReservationId
from kiosk.domain.policy import Policy
from kiosk.ports import Clock, Store

MADE_HERE = "walkup"
"""What the id of a walk-up's reservation begins with: it is known for one ever after."""
HOUR = 3600.0


def is_walk_up(reservation: ReservationId | None) -> bool:
    """Whether a reservation was begun at the screen, without a code."""
    return reservation is not None and reservation.startswith(f"{MADE_HERE}-")


@dataclass(frozen=True, slots=True)
class Given:
    """One compartment that a walk-up got; ``session`` None: before this start."""

    reservation: ReservationId
    session: int | None
    at: float


class WalkUpLimits:
    """Counts compartments by person, by hour, and by what nobody knows the contents of."""

    def __init__(self, layout: Layout, store: Store, clock: Clock, policy: Policy) -> None:
        self._layout = layout
        self._store = store
        self._clock = clock
        self._policy = policy
        self._given: list[Given] | None = None
        self._paused = False

    @property
    def most_unknown(self) -> int:
        """Compartments that may be ``maybe`` because of walk-ups."""
        count = sum(1 for _ in self._layout.compartments())
        return count * self._policy.walkup_maybe_percent // 100

    async def allow(self, session: int | None = None) -> bool:
        """Whether one more compartment may be given; the pause is told once when it begins."""
        given = await self._recent()
        if session is not None and self._of(session) >= self._policy.walkup_per_session:
            return False
        busy = len(given) >= self._policy.walkup_per_hour
        unknown = await self._unknown()
        paused = busy or unknown + 1 > self.most_unknown
        if paused and not self._paused:
            await self._tell("hour" if busy else "unknown_contents", unknown)
        self._paused = paused
        return not paused

    async def allow_other(self, reservation: ReservationId) -> bool:
        """Whether the walk-up at an open door may have a second compartment."""
        sessions = [g.session for g in await self._recent() if g.reservation == reservation]
        return await self.allow(sessions[-1] if sessions else None)

    async def count(self, reservation: ReservationId, session: int | None) -> None:
        """A compartment was given."""
        given = await self._recent()
        given.append(Given(reservation, session, self._clock.monotonic()))

    async def count_other(self, reservation: ReservationId) -> None:
        """A second one was offered to the same reservation."""
        sessions = [g.session for g in await self._recent() if g.reservation == reservation]
        await self.count(reservation, sessions[-1] if sessions else None)

    async def give_back(self, reservation: ReservationId) -> None:
        """Its door never opened: it counts no longer."""
        self._given = [g for g in await self._recent() if g.reservation != reservation]

    def _of(self, session: int) -> int:
        return sum(given.session == session for given in self._given or ())

    async def _recent(self) -> list[Given]:
        """Those of the last hour; what lasted over a restart is counted by its age."""
        now = self._clock.monotonic()
        if self._given is None:
            ages = [
                (r.id, (self._clock.now() - r.made_at) / timedelta(seconds=1))
                for r in await self._store.live_reservations()
                if is_walk_up(r.id)
            ]
            self._given = [Given(name, None, now - age) for name, age in ages if age >= 0]
        self._given = [given for given in self._given if now - given.at < HOUR]
        return self._given

    async def _unknown(self) -> int:
        """Compartments whose contents nobody knows since their door opened for a walk-up.

        It counts as well when its own code has opened it again since, and left it in doubt.
        """
        holdings = await self._store.holdings()
        count = 0
        for compartment in self._layout.compartments():
            holding = holdings.get(compartment.label)
            if holding is not None and holding.contents is Contents.MAYBE:
                count += await self._last_was_walk_up(compartment)
        return count

    async def _last_was_walk_up(self, compartment: Compartment) -> bool:
        openings = [await self._store.last_opening(door.id) for door in compartment.doors]
        latest = max((one for one in openings if one), key=lambda one: one.at, default=None)
        return latest is not None and is_walk_up(latest.reservation)

    async def _tell(self, reason: str, unknown: int) -> None:
        data: dict[str, str | int | bool | None] = {
            "reason": reason,
            "unknown": unknown,
            "severity": "MEDIUM",
        }
        told = NewEvent("locker.walk_ups_paused", data=data)
        await self._store.record(Change("locker.walk_ups_paused", events=(told,), facts=data))
