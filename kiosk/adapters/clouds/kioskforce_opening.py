"""Asking KioskForce to open a door out of band, which changes no reservation ("Open Door")."""

from kiosk.adapters.clouds.answers import Moment, checked
from kiosk.adapters.clouds.calls import checked_id, is_id
from kiosk.adapters.clouds.kioskforce_line import Line
from kiosk.adapters.clouds.kioskforce_windows import NO_OPENINGS, Openings, window
from kiosk.adapters.clouds.kioskforce_words import LONGEST, Done
from kiosk.domain.errors import CloudConflict, CloudRefused
from kiosk.domain.model import ReservationId


class Accepted(Done):
    request_id: str
    accepted_at: Moment


class Opening(Line):
    """One asynchronous call: what came of it the vendor tells by webhook only."""

    async def open_door(
        self,
        reservation: ReservationId,
        *,
        request: str,
        reason: str,
        reference: str = "",
        openings: Openings = NO_OPENINGS,
    ) -> Accepted:
        """Ask once, under this id; being accepted is no opening. Raises CloudError.

        Outside the periods in which it would be taken nothing is asked: CloudConflict.
        """
        if not is_id(request):
            raise CloudRefused("open_door: this is no id of a request")
        found = await self._one(reservation)
        if window(found, self._clock.now(), openings) is None:
            raise CloudConflict("open_door: outside the periods in which this door may be opened")
        call = self._calls["open_door"]
        body = await self._http.call(
            call,
            {"reservation_id": checked_id(reservation)},
            body={"reason": reason[:LONGEST], "platform_reference_id": reference[:LONGEST]},
            headers={"X-Request-ID": request},
        )
        return checked(Accepted, body, call.name)
