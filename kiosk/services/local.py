"""The kiosk's own reservations: made, listed and cancelled here, with codes made here."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from kiosk.domain import allocation, codes
from kiosk.domain.errors import KioskError
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

    async def reserve(self, wish: Wish) -> Made:
        """Choose a compartment, make the codes, commit both. Raises NotPossible."""
        if any(r.ref == wish.ref for r in await self._store.live_reservations()):
            raise NotPossible(f"there is already a reservation {wish.ref!r}")
        compartment = await self._choose(wish)
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
        )
        new = await self._new_codes()
        datum = codes.last_four(wish.phone) if wish.phone else None
        told = NewEvent("reservation.made", made.id, data={"label": compartment.label})
        change = Change(
            "reservation.made",
            reservation=made.id,
            compartment=compartment.label,
            events=(told,),
        )
        await self._store.add([Arrival(made, new, datum)], change)
        return Made(made, new)

    async def cancel(self, ref: str, reason: str) -> Reservation:
        """Cancel before anything was put in. Raises NotPossible."""
        found = [r for r in await self._own() if r.ref == ref or r.id == ref]
        if len(found) != 1:
            raise NotPossible(f"there is no live reservation {ref!r}")
        [reservation] = found
        if reservation.state not in {ReservationState.RESERVED, ReservationState.ANNOUNCED}:
            raise NotPossible(f"{ref!r} is {reservation.state.value}: its parcel comes first")
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

    async def other(self, visit: Visit, *, larger: bool) -> Visit | None:
        """Another free compartment for this visit: the next larger, or as large and in reach."""
        here = self._layout.compartment(visit.label)
        sizes = self._layout.larger_than(here.size)
        if not larger:
            sizes = (here.size, *sizes)
        free = [c for c in await self._free() if larger or allocation.in_reach(c)]
        found = next((c for size in sizes if (c := allocation.smallest(free, [size]))), None)
        return None if found is None else _moved(visit, found)

    async def _choose(self, wish: Wish) -> Compartment:
        free = await self._free()
        if wish.compartment is not None:
            found = next((c for c in free if c.label == wish.compartment), None)
            wanted = f"compartment {wish.compartment!r}"
        else:
            sizes = self._fitting(wish.size)
            found = allocation.smallest(free, sizes)
            wanted = f"a compartment of size {wish.size or 'any'}"
        if found is None:
            raise NotPossible(f"{wanted} is not free here")
        return found

    def _fitting(self, size: str | None) -> tuple[str, ...]:
        if size is None:
            return self._layout.sizes
        if size not in self._layout.sizes:
            raise NotPossible(f"size {size!r} is none of {', '.join(self._layout.sizes)}")
        return (size, *self._layout.larger_than(size))

    async def _free(self) -> tuple[Compartment, ...]:
        live = await self._store.live_reservations()
        taken = {r.compartment for r in live if r.compartment is not None}
        holdings: dict[str, Holding] = dict(await self._store.holdings())
        return allocation.free_compartments(self._layout, holdings, taken, Owner.LOCAL)

    async def _own(self) -> list[Reservation]:
        return [r for r in await self._store.live_reservations() if r.owner is Owner.LOCAL]

    async def _new_codes(self) -> tuple[NewCode, ...]:
        made: list[NewCode] = []
        for purpose in (Purpose.DROPOFF, Purpose.PICKUP):
            made.append(NewCode(purpose, Way.TYPED, await self._unused(made)))
            made.append(NewCode(purpose, Way.QR, codes.local_qr(self._random_below(2**64))))
        return tuple(made)

    async def _unused(self, made: list[NewCode]) -> str:
        """A typed code no live reservation has: two people never share one made here."""
        while True:
            text = codes.local_typed(self._random_below(10**8))
            mine = any(code.text == text for code in made)
            if not mine and not await self._store.typed_claims(text):
                return text


def _moved(visit: Visit, to: Compartment) -> Visit:
    return replace(visit, label=to.label, door=to.front.id, intent=None, pulses=0, opened=False)
