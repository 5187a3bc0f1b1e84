"""Walk-ups whose door never opened: cancelled after a while, and looked for where that is open."""

from collections.abc import Callable

from kiosk.domain import settling
from kiosk.domain.model import IntentState, Purpose, Reservation, ReservationId, ReservationState
from kiosk.ports import Clock, Store
from kiosk.services.walkup_clouds import CloudWalkUps, is_asked_for
from kiosk.services.walkup_limits import WalkUpLimits, begun_here


class WalkUpLapses:
    """Gives back what was set aside for somebody who did not come to the door."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        holds: float,
        limits: WalkUpLimits,
        far: CloudWalkUps,
        at_screen: Callable[[], ReservationId | None],
        told: Callable[[], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._holds = holds
        self._limits = limits
        self._far = far
        self._at_screen = at_screen
        self._told = told
        """Hears that something was given back."""
        self._held: dict[ReservationId, float] = {}

    def hold(self, reservation: ReservationId) -> None:
        """Somebody has just got it."""
        self._held[reservation] = self._clock.monotonic()

    async def release(self) -> None:
        """Cancel those whose door never opened in time; their compartments are free."""
        for reservation in await self._store.live_reservations():
            if await self._has_lapsed(reservation):
                await self.give_up(reservation)

    async def give_up(self, reservation: Reservation) -> None:
        """Nobody uses it."""
        await self._store.record(settling.lapsed(reservation))
        await self._limits.give_back(reservation.id)
        self._held.pop(reservation.id, None)
        self._told()

    async def settle(self) -> None:
        """Look for what a cloud was asked to make and did not answer."""
        for reservation in await self._store.live_reservations():
            if is_asked_for(reservation):
                await self._far.settle(reservation)

    async def _has_lapsed(self, reservation: Reservation) -> bool:
        name = reservation.id
        if not begun_here(reservation) or reservation.state is not ReservationState.RESERVED:
            return False
        # Nobody stands there any more for one that was made before this start.
        held = self._clock.monotonic() - self._held.get(name, -self._holds)
        if held < self._holds or name == self._at_screen() or self._far.is_asking(reservation):
            return False
        fired = await self._store.intents_of(f"{name}:{Purpose.DROPOFF.value}")
        return not any(
            i.state is not IntentState.FAILED
            and i.door.partition("/")[0] == reservation.compartment
            for i in fired
        )
