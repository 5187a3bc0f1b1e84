"""What KioskForce tells of this machine's reservations."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import datetime

import structlog

from kiosk.adapters.clouds.answers import checked
from kiosk.adapters.clouds.calls import checked_id
from kiosk.adapters.clouds.kioskforce_elsewhere import Foreign, right_there
from kiosk.adapters.clouds.kioskforce_line import Line
from kiosk.adapters.clouds.kioskforce_words import (
    Listed,
    Page,
    Status,
    Whose,
    arrival,
    finished,
    new_codes,
    unfit,
)
from kiosk.domain.codes import DeliveryQr
from kiosk.domain.errors import CloudBroken
from kiosk.domain.model import Arrival, ReservationId
from kiosk.ports_abilities import Sheet

MOST_OWN = 5_000
"""No bank holds more: a list that claims so is no list."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


class Reading(Line):
    """The list, one reservation, and whose code it is."""

    async def sheets(self, since: str | None = None) -> AsyncIterator[Sheet]:
        """All ongoing ones of this machine; the platform's list knows no filter by machine.

        Nothing tells which of them changed since the last time, so every reading is whole.
        """
        found: set[ReservationId] = set()
        read_at = self._clock.now()
        async for page in self._pages():
            ours = tuple(self._ours(page, read_at))
            found |= {one.reservation.id for one in ours}
            if len(found) > MOST_OWN:
                raise CloudBroken("reservations: more than any bank holds")
            yield Sheet(ours, whole=not page.next_page_token)
            read_at = self._clock.now()

    async def read(self, reservation: ReservationId) -> Arrival:
        """One reservation with its codes."""
        read_at = self._clock.now()
        found = await self._one(reservation)
        if reason := unfit(found, self._layout):
            raise CloudBroken(f"reservation: nothing known of its {reason}")
        known = arrival(found, self._layout, read_at)
        if found.status == Status.PICKED_UP and not await self._still_listed(found):
            known = finished(known)
        return replace(known, codes=new_codes(found) or None)

    async def elsewhere(self, code: DeliveryQr) -> str | None:
        """The name of the other machine this code opens a door of; nothing of it is kept."""
        call = self._calls["reservation"]
        body = await self._http.call(call, {"reservation_id": checked_id(code.reservation)})
        return right_there(checked(Foreign, body, call.name), code, self._machine)

    def _ours(self, page: Page, read_at: datetime) -> Iterator[Arrival]:
        for item in page.reservations:
            if checked(Whose, item, "reservations").machine_id != self._machine:
                continue
            listed = checked(Listed, item, "reservations")
            reason = unfit(listed, self._layout)
            if reason is None:
                yield arrival(listed, self._layout, read_at)
            else:
                shown = None if reason == "id" else listed.reservation_id
                log.warning("cloud.reservation_skipped", reservation=shown, reason=reason)

    async def _still_listed(self, found: Listed) -> bool:
        """Whether its grace runs: the list, oldest first, then shows it on this first page."""
        since = max(0, int(found.created_at.timestamp()) - 1)
        page = await self._page({"created_after": since})
        ids = (item.get("reservation_id") for item in page.reservations if isinstance(item, dict))
        return found.reservation_id in ids
