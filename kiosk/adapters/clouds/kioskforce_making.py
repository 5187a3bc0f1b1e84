"""Reservations begun at the kiosk, made with KioskForce ("Reserve Cell")."""

import secrets
from collections.abc import Iterator
from contextlib import suppress

from kiosk.adapters.clouds.answers import checked
from kiosk.adapters.clouds.calls import is_id
from kiosk.adapters.clouds.kioskforce_machines import Machines, packaging
from kiosk.adapters.clouds.kioskforce_reading import Reading
from kiosk.adapters.clouds.kioskforce_words import (
    LONGEST,
    Done,
    Listed,
    Page,
    Status,
    Whose,
    order_of,
)
from kiosk.domain import codes
from kiosk.domain.errors import CloudBroken, CloudMissing, CloudRefused
from kiosk.domain.model import Arrival, Kind, ReservationId
from kiosk.ports_abilities import NewParcel

GRACE = 120
"""Seconds in which the same code opens again, for either purpose; the document's default."""
TAKES = frozenset({Kind.SEND, Kind.STORE})
"""One code to put in and one to take out, once each: what goes to somebody else, and what one
leaves here and takes out at one go. A return or a first mile has no pick-up by its courier here."""
MOST_READ = 20
"""Candidates that are read one by one where the list shows no order id."""


class Reserved(Done):
    """The answer names no cell: only reading the reservation does."""

    reservation_id: str
    machine_id: str


class Making(Reading, Machines):
    """What a person begins who comes without a code."""

    async def make(self, parcel: NewParcel) -> Arrival:
        """Reserve a cell; which one the cloud chooses. Raises CloudConflict when none is free."""
        if parcel.kind not in TAKES:
            raise CloudRefused(f"reserve: no reservation of this cloud is a {parcel.kind.value}")
        call = self._calls["reserve"]
        made = checked(Reserved, await self._http.call(call, body=self._wish(parcel)), call.name)
        if made.machine_id != self._machine or not is_id(made.reservation_id):
            raise CloudBroken("reserve: another reservation than asked for came back")
        return await self._made_of(made.reservation_id, parcel.order)

    async def made(self, order: str) -> Arrival | None:
        """The ongoing reservation with this order id, however long ago it was asked for.

        The list knows no search by order id, so its pages are read (at most ``MOST_PAGES``). Its
        sample shows the order id; of those without one, the newest that nothing was put into yet
        are read singly (at most ``MOST_READ``). Our reading, not confirmed by the vendor.
        """
        unnamed: list[Listed] = []
        async for page in self._pages():
            for listed in self._of_this_machine(page):
                if order_of(listed) == order:
                    return await self._made_of(listed.reservation_id, order)
                if listed.platform_order_id is None and listed.status == Status.PENDING:
                    unnamed = [*unnamed, listed][-MOST_READ:]
        for listed in reversed(unnamed):
            with suppress(CloudMissing):
                known = await self.read(ReservationId(listed.reservation_id))
                if known.reservation.ref == order:
                    return known
        return None

    async def _made_of(self, reservation: str, order: str) -> Arrival:
        try:
            known = await self.read(ReservationId(reservation))
        except CloudMissing as error:
            # It was there a moment ago: what became of it is open.
            raise CloudBroken("reserve: what was made is not there") from error
        if known.reservation.ref != order:
            raise CloudBroken("reserve: it is another order's")
        return known

    def _of_this_machine(self, page: Page) -> Iterator[Listed]:
        for item in page.reservations:
            if checked(Whose, item, "reservations").machine_id == self._machine:
                listed = checked(Listed, item, "reservations")
                if is_id(listed.reservation_id):
                    yield listed

    def _wish(self, parcel: NewParcel) -> dict[str, object]:
        inside = parcel.needs.inside or self._measures(parcel.size)
        wish: dict[str, object] = {
            "machine_id": self._machine,
            "platform_order_id": _order(parcel),
            "packaging": packaging(inside, parcel.needs),
            "grace_period_pickup_in_seconds": GRACE,
            "grace_period_dropoff_in_seconds": GRACE,
        }
        if parcel.notes:
            wish["notes"] = parcel.notes[:LONGEST]
        if parcel.eta_minutes is not None:
            wish["eta_minutes"] = parcel.eta_minutes
        if self._webhook_url:
            wish["webhook_url"] = self._webhook_url
        return wish


def _order(parcel: NewParcel) -> str:
    """Our order id with the second datum at its end.

    That is the end of the receiver's telephone number, which they know; else four digits by chance,
    which are told with the code. At the kiosk only what stands before them rests in clear.
    """
    phone = codes.last_four(parcel.contact.phone) if parcel.contact else None
    datum = phone if phone and phone.isdigit() else f"{secrets.randbelow(10_000):04}"
    return f"{parcel.order}-{datum}"
