"""The kiosk's own reservations: made, listed and cancelled here, with codes made here."""

import asyncio
import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime

from kiosk.domain import allocation, codes
from kiosk.domain.errors import KioskError
from kiosk.domain.flows.choices import Want
from kiosk.domain.flows.visit import Visit
from kiosk.domain.layout import Compartment, Layout, Owner
from kiosk.domain.model import (
    Arrival,
    Change,
    Holding,
    Kind,
    NewCode,
    NewEvent,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.ports import Clock, Store

BOTH = (Purpose.DROPOFF, Purpose.PICKUP)
OFFER_HOLDS = 300.0
"""Seconds a compartment offered at the screen is given to nobody else."""


class NotPossible(KioskError):
    """A local reservation cannot be made or changed; the text says why."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What an operator asks for."""

    ref: str
    size: str | None = None
    compartment: str | None = None
    phone: str | None = field(default=None, repr=False)
    expires_at: datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A new reservation with its codes, shown once."""

    reservation: Reservation
    codes: tuple[NewCode, ...]


class LocalReservations:
    """Makes reservations in compartments whose owner is local."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        clock: Clock,
        random_below: Callable[[int], int],
    ) -> None:
        self._layout = layout
        self._store = store
        self._clock = clock
        self._random_below = random_below
        self.one_at_a_time = asyncio.Lock()
        """Between choosing a compartment and committing it nobody else may choose."""
        self._offered: dict[str, float] = {}

    async def reserve(self, wish: Wish) -> Made:
        """Choose a compartment, make the codes, commit both. Raises NotPossible."""
        if wish.expires_at is not None and wish.expires_at <= self._clock.now():
            raise NotPossible("it would have expired already")
        async with self.one_at_a_time:
            if any(r.ref == wish.ref for r in await self._store.live_reservations()):
                raise NotPossible(f"there is already a reservation {wish.ref!r}")
            compartment = await self._choose(wish)
            arrival, change = self.draft(wish, compartment, await self.new_codes())
            await self._store.add([arrival], change)
        return Made(arrival.reservation, arrival.codes or ())

    def draft(
        self, wish: Wish, compartment: Compartment, new: tuple[NewCode, ...]
    ) -> tuple[Arrival, Change]:
        """A reservation as it goes into the store, and what is to be recorded of it."""
        now = self._clock.now()
        made = Reservation(
            id=ReservationId(f"local-{uuid.uuid4().hex[:12]}"),
            ref=wish.ref,
            owner=Owner.LOCAL,
            kind=Kind.DELIVERY,
            state=ReservationState.RESERVED,
            compartment=compartment.label,
            size=compartment.size,
            made_at=now,
            read_at=now,
            expires_at=wish.expires_at,
            language=wish.language,
        )
        datum = codes.last_four(wish.phone) if wish.phone else None
        told = NewEvent("reservation.made", made.id, data={"label": compartment.label})
        change = Change(
            "reservation.made",
            reservation=made.id,
            compartment=compartment.label,
            events=(told,),
        )
        return Arrival(made, new, datum), change

    async def cancel(self, ref: str, reason: str) -> Reservation:
        """Cancel before anything was put in. Raises NotPossible."""
        reservation = await self.one(ref)
        if reservation.state not in {ReservationState.RESERVED, ReservationState.ANNOUNCED}:
            raise NotPossible(f"{ref!r} is {reservation.state.value}: its parcel comes first")
        if any(i.reservation == reservation.id for i in await self._store.unsettled_intents()):
            raise NotPossible(f"the door of {ref!r} was just fired: wait until it is seen shut")
        told = NewEvent("reservation.cancelled", reservation.id, data={"reason": "operator"})
        change = Change(
            "reservation.cancelled",
            reservation=reservation.id,
            state=ReservationState.CANCELLED,
            compartment=reservation.compartment,
            events=(told,),
            facts={"reason": reason[:200]},
        )
        await self._store.record(change)
        return replace(reservation, state=ReservationState.CANCELLED)

    async def one(self, ref: str) -> Reservation:
        """The live reservation of this ref or id that was made here. Raises NotPossible."""
        live = await self._store.live_reservations()
        found = [r for r in live if r.owner is Owner.LOCAL and ref in (r.ref, r.id)]
        if len(found) != 1:
            raise NotPossible(f"there is no live reservation {ref!r}")
        return found[0]

    async def other(self, visit: Visit, want: Want) -> Visit | None:
        """Another free compartment for this visit: larger, smaller, or as large and in reach."""
        here = self._layout.compartment(visit.label)
        sizes = self._layout.larger_than(here.size)
        if want is Want.SMALLER:
            sizes = self._layout.sizes[: self._layout.sizes.index(here.size)][::-1]
        elif want is Want.LOWER:
            sizes = (here.size, *sizes)
        free = [c for c in await self.free() if want is not Want.LOWER or allocation.in_reach(c)]
        found = next((c for size in sizes if (c := allocation.smallest(free, [size]))), None)
        if found is None:
            return None
        self._offered[found.label] = self._clock.monotonic()
        return _moved(visit, found)

    async def _choose(self, wish: Wish) -> Compartment:
        free = await self.free()
        if wish.compartment is not None:
            found = next((c for c in free if c.label == wish.compartment), None)
            wanted = f"compartment {wish.compartment!r}"
        else:
            sizes = self.fitting(wish.size)
            found = allocation.smallest(free, sizes)
            wanted = f"a compartment of size {wish.size or 'any'}"
        if found is None:
            raise NotPossible(f"{wanted} is not free here")
        return found

    def fitting(self, size: str | None) -> tuple[str, ...]:
        """This size and the larger ones, in their order. Raises NotPossible."""
        if size is None:
            return self._layout.sizes
        if size not in self._layout.sizes:
            raise NotPossible(f"size {size!r} is none of {', '.join(self._layout.sizes)}")
        return (size, *self._layout.larger_than(size))

    async def free(self) -> tuple[Compartment, ...]:
        """The compartments that may be given away now."""
        live = await self._store.live_reservations()
        taken = {r.compartment for r in live if r.compartment is not None}
        now = self._clock.monotonic()
        taken |= {label for label, at in self._offered.items() if now - at < OFFER_HOLDS}
        holdings: dict[str, Holding] = dict(await self._store.holdings())
        return allocation.free_compartments(self._layout, holdings, taken, Owner.LOCAL)

    async def new_codes(
        self, purposes: Collection[Purpose] = BOTH, taken: Collection[str] = ()
    ) -> tuple[NewCode, ...]:
        """Typed and shown codes for each purpose; no typed one is among those taken."""
        made: list[NewCode] = []
        for purpose in purposes:
            others = {*taken, *(one.text for one in made)}
            made.append(NewCode(purpose, Way.TYPED, await self._unused(others)))
            made.append(NewCode(purpose, Way.QR, codes.local_qr(self._random_below(2**64))))
        return tuple(made)

    async def _unused(self, taken: Collection[str]) -> str:
        """A typed code no live reservation has: two people never share one made here."""
        while True:
            text = codes.local_typed(self._random_below(10**8))
            if text not in taken and not await self._store.typed_claims(text):
                return text


def _moved(visit: Visit, to: Compartment) -> Visit:
    return replace(visit, label=to.label, door=to.front.id, intent=None, pulses=0, opened=False)
