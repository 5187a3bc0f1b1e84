"""How much may be begun here without a code, so that pranks cannot fill the bank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from kiosk.domain.access import WAITING
from kiosk.domain.acts import By
from kiosk.domain.flows.visit import Visit
from kiosk.domain.layout import Compartment, Layout, Owner
from kiosk.domain.model import Change, Contents, Intent, NewEvent, Reservation, ReservationId
from kiosk.domain.policy import Policy
from kiosk.ports import Clock, Store

MADE_HERE = "walkup"
"""What the id of a walk-up's reservation begins with: it is known for one ever after."""
HOUR = timedelta(hours=1)
MOST_KEPT = 50
"""Of those given lately; a person gets two."""


def is_walk_up(reservation: ReservationId | None) -> bool:
    """Whether a reservation was begun at the screen, without a code."""
    return reservation is not None and reservation.startswith(f"{MADE_HERE}-")


def begun_here(reservation: Reservation) -> bool:
    """The same of one we know; a cloud shows by the order id what it made for a kiosk."""
    ours = reservation.owner is Owner.LOCAL
    return is_walk_up(reservation.id if ours else ReservationId(reservation.ref))


def counts(visit: Visit) -> bool:
    """Whether what this person begins is limited; a courier is known, and plays no pranks."""
    begun = visit.walk_up or is_walk_up(visit.reservation)
    return begun and visit.by is By.CONSUMER


@dataclass(frozen=True, slots=True)
class Given:
    """One compartment that a walk-up got since the start."""

    reservation: ReservationId
    session: int | None


class WalkUpLimits:
    """Counts the compartments whose contents nobody knows, and those one person got.

    Whoever says that the parcel is inside leaves no doubt and keeps nobody else from coming.
    """

    def __init__(self, layout: Layout, store: Store, clock: Clock, policy: Policy) -> None:
        self._layout = layout
        self._store = store
        self._clock = clock
        self._policy = policy
        self._given: list[Given] = []
        self._paused = False

    @property
    def most_unknown(self) -> int:
        """Compartments that may be ``maybe`` because of walk-ups."""
        count = sum(1 for _ in self._layout.compartments())
        return count * self._policy.walkup_maybe_percent // 100

    async def allow(self, session: int | None = None) -> bool:
        """Whether one more compartment may be given; the pause is told once when it begins."""
        if session is not None and self._of(session) >= self._policy.walkup_per_session:
            return False
        doubts = await self._doubts()
        unknown = len(doubts)
        busy = await self._lately(doubts) >= self._policy.walkup_per_hour
        paused = busy or unknown + 1 > self.most_unknown
        if paused and not self._paused:
            await self._tell("hour" if busy else "unknown_contents", unknown)
        self._paused = paused
        return not paused

    async def allow_other(self, reservation: ReservationId) -> bool:
        """Whether the walk-up at an open door may have a second compartment."""
        sessions = [g.session for g in self._given if g.reservation == reservation]
        return await self.allow(sessions[-1] if sessions else None)

    async def count(self, reservation: ReservationId, session: int | None) -> None:
        """A compartment was given."""
        self._given = [*self._given[-MOST_KEPT:], Given(reservation, session)]

    async def count_other(self, reservation: ReservationId) -> None:
        """A second one was offered to the same reservation."""
        sessions = [g.session for g in self._given if g.reservation == reservation]
        await self.count(reservation, sessions[-1] if sessions else None)

    def take_back_others(self, reservation: ReservationId) -> None:
        """They look once more for a second one: the one offered before was not taken."""
        its = [given for given in self._given if given.reservation == reservation]
        self._given = [given for given in self._given if given not in its[1:] or given is its[0]]

    async def give_back(self, reservation: ReservationId) -> None:
        """Its door never opened: it counts no longer."""
        self._given = [g for g in self._given if g.reservation != reservation]

    def _of(self, session: int) -> int:
        return sum(given.session == session for given in self._given)

    async def _lately(self, doubts: Sequence[Intent]) -> int:
        """Of the last hour: what was left in doubt, and what is not decided yet."""
        now = self._clock.now()
        decided = {i.reservation for i in doubts if now - i.at < HOUR}
        pending = {
            r.id
            for r in await self._store.live_reservations()
            if begun_here(r) and r.state in WAITING and now - r.made_at < HOUR
        }
        return len(decided | pending)

    async def _doubts(self) -> Sequence[Intent]:
        """The openings for walk-ups since which nobody knows what the compartment holds.

        It counts as well when its own code has opened it again since, and left it in doubt.
        """
        holdings = await self._store.holdings()
        found: list[Intent] = []
        for compartment in self._layout.compartments():
            holding = holdings.get(compartment.label)
            if holding is not None and holding.contents is Contents.MAYBE:
                found.extend(await self._last_by_walk_up(compartment))
        return found

    async def _last_by_walk_up(self, compartment: Compartment) -> Sequence[Intent]:
        openings = [await self._store.last_opening(door.id) for door in compartment.doors]
        latest = max((one for one in openings if one), key=lambda one: one.at, default=None)
        if latest is None or latest.reservation is None:
            return []
        known = await self._store.reservation(latest.reservation)
        begun = is_walk_up(latest.reservation) if known is None else begun_here(known)
        return [latest] if begun else []

    async def _tell(self, reason: str, unknown: int) -> None:
        data: dict[str, str | int | bool | None] = {
            "reason": reason,
            "unknown": unknown,
            "severity": "MEDIUM",
        }
        told = NewEvent("locker.walk_ups_paused", data=data)
        await self._store.record(Change("locker.walk_ups_paused", events=(told,), facts=data))
