"""PINs of couriers: counted on disk before they are compared."""

from kiosk.domain.couriers import LONGEST_PIN, Courier, Refusal, Refused
from kiosk.domain.lockout import locked_for
from kiosk.ports import Clock
from kiosk.ports_accounts import Pins
from kiosk.ports_couriers import CourierStore, Enrolled


class CourierPins:
    """Who has none enrolled here takes as long, and is told the same."""

    def __init__(self, store: CourierStore, pins: Pins, clock: Clock) -> None:
        self._store = store
        self._pins = pins
        self._clock = clock
        self._started = clock.monotonic()
        self._wrong_at: dict[Courier, float] = {}

    async def hashed(self, pin: str) -> str:
        """What rests of a new one."""
        return await self._pins.hashed(pin)

    def locked_for(self, known: Enrolled) -> float:
        """Seconds in which no PIN of theirs is heard; infinite: until somebody lifts it."""
        # A restart begins a running wait anew.
        last = self._wrong_at.get(known.courier, self._started)
        return locked_for(known.wrong, self._clock.monotonic() - last)

    async def locked_out(self, courier: Courier) -> float:
        """The same of who is known by name; 0 without a PIN. Raises StoreBroken."""
        known = await self._store.enrolled(courier)
        return self.locked_for(known) if known is not None and known.pin is not None else 0.0

    async def of(self, courier: Courier, pin: str) -> Enrolled:
        """Raises Refused, StoreBroken."""
        return await self._proved(await self._store.enrolled(courier), pin)

    async def of_badge(self, badge: str, pin: str) -> Enrolled:
        """Whose badge it is, with the PIN. Raises Refused, StoreBroken."""
        return await self._proved(await self._store.badge_holder(badge), pin)

    async def _proved(self, known: Enrolled | None, pin: str) -> Enrolled:
        if known is not None and known.pin is not None:
            if left := self.locked_for(known):
                raise Refused(Refusal.LOCKED, left)
            await self._store.count_pin(known.courier)
            self._wrong_at[known.courier] = self._clock.monotonic()
        heard = pin if 0 < len(pin) <= LONGEST_PIN else ""
        right = await self._pins.matches(known.pin if known else None, heard)
        if not right or known is None:
            raise Refused(Refusal.WRONG)
        await self._store.pin_was_right(known.courier)
        self._wrong_at.pop(known.courier, None)
        return known
