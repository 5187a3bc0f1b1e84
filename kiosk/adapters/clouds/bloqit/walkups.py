"""Rents begun at the kiosk ("Partner API 1.35.0", Store, Send, Delivery and Return Operations).

Our own order id goes as ``externalID`` where the document has that field. A store and a send have
none: there it is the name of the pick-up code, which the document leaves to us and which is found
again in the list. That lists show these names is our reading, not confirmed by the vendor.
In mode front the vendor's machine opens a store or a send with its making; our order is on disk
before.
"""

import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC

from kiosk.adapters.clouds.answers import checked
from kiosk.adapters.clouds.bloqit.places import Places
from kiosk.adapters.clouds.bloqit.rent import Page, Rent, Whose, is_id
from kiosk.adapters.clouds.bloqit.rents import PAGE, Rents, Unfit
from kiosk.domain import allocation, codes
from kiosk.domain.errors import CloudBroken, CloudConflict, CloudMissing, CloudRefused
from kiosk.domain.layout import Compartment
from kiosk.domain.model import (
    Arrival,
    Kind,
    NewCode,
    Purpose,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import Contact, Needs
from kiosk.ports_abilities import NewParcel

MOST_PAGES = 200
MOST_READ = 20
"""Rents read one by one where the list shows no name of a code."""

Query = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Asking:
    """One call that begins a rent."""

    call: str
    query: Query
    body: Mapping[str, object]


class WalkUps(Rents, Places):
    """What a person begins who comes without a code."""

    async def make(self, parcel: NewParcel) -> Arrival:
        """Begin it in this locker, or in the smallest that fits where none is named.

        Raises CloudConflict when it is taken, or none is free; CloudError.
        """
        label = parcel.label or (await self._choose(parcel)).label
        locker = (await self.bank()).locker_id(label)
        proposed = _proposed(parcel)
        asking = _asking(parcel, self._bloq, locker, proposed)
        try:
            body = await self.call(asking.call, query=asking.query, body=asking.body)
        except (CloudConflict, CloudMissing):
            if "rentID" not in asking.query:
                raise
            # The delivery that comes back is not over for this cloud, or is not its own.
            query = {name: value for name, value in asking.query.items() if name != "rentID"}
            body = await self.call(asking.call, query=query, body=asking.body)
        made = checked(Whose, body, asking.call)
        if not is_id(made.id) or made.locker_id != locker:
            raise CloudBroken(f"{asking.call}: another rent than asked for came back")
        return await self._made_of(made.id, parcel, proposed)

    async def made(self, order: str) -> Arrival | None:
        """The rent with this order id of ours, asked for by it or looked for in the lists."""
        with suppress(CloudMissing):
            body = await self.call("rent_by_external_id", {"externalID": order})
            return await self._known(checked(Whose, body, "rent_by_external_id").id, order)
        unnamed: list[str] = []
        async for rent in self._begun_at_once():
            if rent.order == order:
                return await self._known(rent.id, order)
            if rent.now == "starting" and rent.order is None and is_id(rent.id):
                unnamed = [*unnamed, rent.id][-MOST_READ:]
        for rent_id in reversed(unnamed):
            if (found := await self._known(rent_id, order)) is not None:
                return found
        return None

    async def room(self, needs: Needs) -> frozenset[str]:
        """The labels of the free lockers ("active and without a rent") that would do for it."""
        bank = await self.bank()
        found = (bank.compartment(one.id) for one in await self.free_lockers(self._bloq))
        return frozenset(c.label for c in found if c and allocation.satisfies(c, needs))

    async def _choose(self, parcel: NewParcel) -> Compartment:
        room, sizes = await self.room(parcel.needs), self._layout.sizes
        if parcel.size in sizes:
            sizes = (parcel.size, *self._layout.larger_than(parcel.size))
        free = [c for c in self._layout.compartments() if c.label in room]
        best = next((c for size in sizes for c in free if c.size == size), None)
        if best is None:
            raise CloudConflict("free_lockers: none of them would do")
        return best

    async def _made_of(
        self, rent_id: str, parcel: NewParcel, proposed: tuple[NewCode, ...]
    ) -> Arrival:
        try:
            known = await self.read(ReservationId(rent_id))
        except CloudMissing as error:
            # It was there a moment ago: what became of it is open.
            raise CloudBroken("rent: what was made is not there") from error
        reservation = known.reservation
        if reservation.ref not in (parcel.order, reservation.id):
            raise CloudBroken("rent: it is another order's")
        state = reservation.state
        if state is ReservationState.DEPOSITING:
            # It begins over there with its making; here no door was opened yet.
            state = ReservationState.RESERVED
        told = known.codes if known.codes is not None else proposed or None
        return replace(
            known, codes=told, reservation=replace(reservation, ref=parcel.order, state=state)
        )

    async def _known(self, rent_id: str, order: str) -> Arrival | None:
        """This rent, if it is ours and that order's."""
        try:
            found = await self.read(ReservationId(rent_id))
        except (CloudMissing, Unfit):
            return None
        return found if found.reservation.ref == order else None

    async def _begun_at_once(self) -> AsyncIterator[Rent]:
        """The active stores and sends of this bloq."""
        for kind in ("store", "send"):
            seen: set[str] = set()
            for number in range(1, MOST_PAGES + 1):
                query: Query = {
                    "bloqID": self._bloq, "rentType": kind, "page": number, "limit": PAGE,
                }  # fmt: skip
                page = checked(Page, await self.call("active_rents", query=query), "active_rents")
                before = len(seen)
                for doc in page.docs:
                    seen.add(checked(Whose, doc, "active_rents").id)
                    yield checked(Rent, doc, "active_rents")
                if len(seen) >= page.total or len(seen) == before:
                    break


def _proposed(parcel: NewParcel) -> tuple[NewCode, ...]:
    """The codes to take it out by: those given, or one by chance for who takes it out here."""
    given = tuple(c for c in parcel.codes if c.purpose is Purpose.PICKUP and c.way is Way.TYPED)
    if parcel.kind not in (Kind.STORE, Kind.SEND):
        return given
    first = given[0].text if given else codes.local_typed(secrets.randbelow(10**8))
    return (NewCode(Purpose.PICKUP, Way.TYPED, first, parcel.order), *given[1:])


def _asking(parcel: NewParcel, bloq: str, locker: str, proposed: tuple[NewCode, ...]) -> Asking:
    named = {"pickUpCodes": {code.name: code.text for code in proposed}} if proposed else {}
    match parcel.kind:
        case Kind.STORE:
            return Asking("start_store", {"lockerID": locker}, named)
        case Kind.SEND:
            phone = parcel.contact.phone if parcel.contact else ""
            if not phone:
                raise CloudRefused("start_send: without a telephone number nothing is sent")
            return Asking("start_send", {"lockerID": locker}, {"phoneNumber": phone, **named})
        case Kind.RETURN:
            query: Query = {"bloqID": bloq, "lockerID": locker}
            if parcel.earlier and is_id(parcel.earlier):
                query["rentID"] = parcel.earlier
            return Asking("create_return", query, {**_ordered(parcel), **named})
        case Kind.FIRST_MILE:
            body = {**_ordered(parcel), **named, "operationType": "firstMile"}
            if parcel.needs.carrier:
                body["carrier"] = parcel.needs.carrier
            return Asking("create_delivery", {"bloqID": bloq, "lockerID": locker}, body)
        case kind:
            raise CloudRefused(f"make: no {kind.value} is begun at a locker")


def _ordered(parcel: NewParcel) -> dict[str, object]:
    """What a return and a delivery take alike."""
    body: dict[str, object] = {"externalID": parcel.order}
    if parcel.expires_at is not None:
        until = parcel.expires_at.astimezone(UTC).isoformat(timespec="milliseconds")
        body["expiryDate"] = until.replace("+00:00", "Z")
    if customer := _customer(parcel.contact):
        body["customer"] = customer
    return body


def _customer(contact: Contact | None) -> Mapping[str, str]:
    """Created on the go; only what is known of them."""
    if contact is None:
        return {}
    about = {"name": contact.name, "email": contact.email, "phoneNumber": contact.phone}
    return {name: text for name, text in about.items() if text}
