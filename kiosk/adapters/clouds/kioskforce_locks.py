"""KioskForce as the machine (mode front): the call opens the door, the reservation shows what came.

"State Transition Timing": DROPPED_OFF when the door of a drop-off is shut, PICKED_UP when that of a
pick-up has opened. No call shows a door. So an accepted drop-off stands open while it is PENDING;
the shut of a pick-up, and all of a door that is opened again, nobody sees. Our reading, not
confirmed by the vendor.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.adapters.clouds.answers import checked
from kiosk.adapters.clouds.calls import checked_id
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce_opening import Opening
from kiosk.adapters.clouds.kioskforce_words import Opened, Status
from kiosk.domain.errors import (
    CloudBroken,
    CloudConflict,
    CloudError,
    CloudMissing,
    CloudRefused,
    CloudSilent,
)
from kiosk.domain.model import Purpose, ReservationId
from kiosk.ports import Clock, CloudSettings
from kiosk.ports_abilities import Unlock

SHOWN_FOR = 1.5
"""Seconds an opening is shown of which nothing more will ever be seen."""
OPENS_WITHIN = 60.0
"""Seconds after a call in which its door is looked for."""
UNLOCKS = {Purpose.DROPOFF: "dropoffs", Purpose.PICKUP: "pickups"}


@dataclass(slots=True)
class _Watch:
    """A door that was asked for, and what was seen of it since."""

    reservation: ReservationId
    purpose: Purpose
    again: bool
    """Its reservation says nothing of this opening."""
    asked: float
    accepted: bool = False
    opened: float | None = None
    """When it was first known to be open; times as the monotonic clock counts."""
    shut: float | None = None


class Locks(Opening):
    """Asks once; afterwards reads only the reservations whose doors were asked for."""

    def __init__(self, settings: CloudSettings, clock: Clock, http: JsonHttp) -> None:
        super().__init__(settings, clock, http)
        self._watched: dict[str, _Watch] = {}

    async def unlock(self, wish: Unlock) -> None:
        """Have the door opened, by the code's own call; raises CloudError."""
        if wish.reservation is None or wish.purpose not in UNLOCKS:
            raise CloudRefused("unlock: only drop-offs and pick-ups open a door here")
        now = self._clock.monotonic()
        watch = _Watch(wish.reservation, wish.purpose, wish.again, now)
        self._watched[wish.label] = watch  # before the call: its answer may be lost
        try:
            await self._ask(wish, UNLOCKS[wish.purpose], wish.reservation)
        except (CloudSilent, CloudBroken):
            raise
        except CloudError:
            self._watched.pop(wish.label, None)
            raise
        watch.accepted = True

    async def open_doors(self) -> Mapping[str, bool | None]:
        """Of the doors that were asked for, as far as their reservations show them."""
        shown = {}
        for label, watch in tuple(self._watched.items()):
            shown[label] = await self._look(watch)
            over = shown[label] is not True and self._is_over(watch)
            if over and self._watched.get(label) is watch:
                del self._watched[label]
        return shown

    async def _ask(self, wish: Unlock, name: str, reservation: ReservationId) -> None:
        call = self._calls[name]
        try:
            body = await self._http.call(call, {"reservation_id": checked_id(reservation)})
        except (CloudConflict, CloudRefused):
            if not wish.again:
                raise
            # Out of its grace; which of the two opens it again the document leaves open.
            await self.open_door(reservation, request=wish.request, reason=wish.reason)
        else:
            checked(Opened, body, call.name)

    async def _look(self, watch: _Watch) -> bool | None:
        if watch.opened is None:
            return await self._has_opened(watch)
        if watch.again or watch.purpose is Purpose.PICKUP:
            return True if self._since(watch.opened) < SHOWN_FOR else None
        if watch.shut is not None:
            return False if self._since(watch.shut) < SHOWN_FOR else None
        match await self._status(watch):
            case Status.PENDING:
                return True
            case Status.DROPPED_OFF if self._since(watch.opened) < SHOWN_FOR:
                return True  # so that its opening is seen before its shut
            case Status.DROPPED_OFF:
                watch.shut = self._clock.monotonic()
                return False
            case _:
                watch.shut = self._clock.monotonic() - SHOWN_FOR
                return None

    async def _has_opened(self, watch: _Watch) -> bool | None:
        """Whether this call, answered or not, has opened the door; None where nothing shows it."""
        if watch.again:
            opened = watch.accepted
        else:
            status = await self._status(watch)
            if watch.purpose is Purpose.PICKUP and status == Status.DROPPED_OFF:
                return False
            means = Status.PICKED_UP if watch.purpose is Purpose.PICKUP else Status.DROPPED_OFF
            opened = status == means or (watch.accepted and status == Status.PENDING)
        if not opened:
            return None
        watch.opened = self._clock.monotonic()
        return True

    async def _status(self, watch: _Watch) -> str:
        try:
            return (await self._one(watch.reservation)).status
        except CloudMissing:
            return ""

    def _is_over(self, watch: _Watch) -> bool:
        """Whether nothing more will be seen of this opening."""
        if watch.opened is None:
            return self._since(watch.asked) > OPENS_WITHIN
        return watch.shut is None or self._since(watch.shut) >= SHOWN_FOR

    def _since(self, at: float) -> float:
        return self._clock.monotonic() - at
