"""The kiosk's own reservations: made, listed and cancelled here, with codes made here."""

import asyncio
import uuid
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import timedelta

from kiosk.domain import allocation, codes, settling
from kiosk.domain.access import is_free
from kiosk.domain.acts import By
from kiosk.domain.layout import Compartment, Layout, Owner
from kiosk.domain.model import (
    Arrival,
    Change,
    Holding,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import NO_NEEDS, Needs
from kiosk.domain.policy import Policy
from kiosk.domain.transitions import WAITING
from kiosk.ports import Clock, Store
from kiosk.services.local_wish import Made as Made
from kiosk.services.local_wish import NotPossible as NotPossible
from kiosk.services.local_wish import Wish as Wish

BOTH = (Purpose.DROPOFF, Purpose.PICKUP)
USUAL = Policy()
AMBIENT = "ambient"
OFFER_HOLDS = 300.0
"""Seconds a compartment offered at the screen is given to nobody else."""
Facts = Mapping[str, str | int | bool | None]
NOBODY: Facts = {}
"""Nothing is said of who asks: whoever asked signs it otherwise."""


class LocalReservations:
    """Makes reservations in compartments whose owner is local."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        clock: Clock,
        random_below: Callable[[int], int],
        policy: Policy = USUAL,
    ) -> None:
        self.at_screen: Callable[[], ReservationId | None] = lambda: None
        """Whose visit it is just now: nobody cancels it beneath them."""
        self._layout = layout
        self._store = store
        self._clock = clock
        self._random_below = random_below
        self._policy = policy
        self.one_at_a_time = asyncio.Lock()
        """Between choosing a compartment and committing it nobody else may choose."""
        self._offered: dict[str, tuple[ReservationId, float]] = {}

    async def reserve(self, wish: Wish, facts: Facts = NOBODY) -> Made:
        """Choose a compartment, make the codes, commit both with who asks. Raises NotPossible."""
        if wish.expires_at is not None and wish.expires_at <= self._clock.now():
            raise NotPossible("it would have expired already")
        async with self.one_at_a_time:
            if any(r.ref == wish.ref for r in await self._store.live_reservations()):
                raise NotPossible(f"there is already a reservation {wish.ref!r}")
            compartment = await self._choose(wish)
            arrival, change = self.draft(wish, compartment, await self.new_codes())
            await self._store.add([arrival], _signed(change, facts))
        return Made(arrival.reservation, arrival.codes or ())

    def draft(
        self,
        wish: Wish,
        compartment: Compartment | None,
        new: tuple[NewCode, ...],
        made_by: str = "local",
    ) -> tuple[Arrival, Change]:
        """A reservation as it goes into the store, and what is to be recorded of it."""
        now = self._clock.now()
        name = ReservationId(f"{made_by}-{uuid.uuid4().hex[:12]}")
        label = compartment.label if compartment else None
        made = Reservation(
            id=name,
            ref=wish.ref or name,
            owner=Owner.LOCAL,
            kind=wish.kind,
            state=ReservationState.RESERVED if compartment else ReservationState.ANNOUNCED,
            compartment=label,
            size=compartment.size if compartment else wish.size,
            made_at=now,
            read_at=now,
            expires_at=wish.expires_at,
            language=wish.language,
            particulars=wish.particulars,
        )
        datum = codes.last_four(wish.phone) if wish.phone else None
        by = By.OPERATOR if made_by == "local" else By.CONSUMER
        change = settling.made(made, by)
        return Arrival(made, new, datum, wish.contact), change

    async def cancel(self, ref: str, reason: str, facts: Facts = NOBODY) -> Reservation:
        """Cancel while nothing lies inside: not yet, or no more. Raises NotPossible."""
        reservation = await self.one(ref)
        if reservation.state not in WAITING and not await self._is_cleared(reservation):
            raise NotPossible(
                f"{ref!r} is {reservation.state.value}: its parcel comes first; "
                "clear its compartment once somebody has taken it out",
                "lies_there",
            )
        if any(i.reservation == reservation.id for i in await self._store.unsettled_intents()):
            text = f"the door of {ref!r} was just fired: wait until it is seen shut"
            raise NotPossible(text, "just_fired")
        if reservation.id == self.at_screen():
            text = f"somebody is at the screen with {ref!r}: wait until they have gone"
            raise NotPossible(text, "at_screen")
        await self._store.record(_signed(settling.called_off(reservation, reason), facts))
        return replace(reservation, state=ReservationState.CANCELLED)

    async def _is_cleared(self, reservation: Reservation) -> bool:
        """Whether the compartment it has is proven empty: its parcel was taken out by staff."""
        label = reservation.compartment or ""
        holding = (await self._store.holdings()).get(label)
        return holding is not None and is_free(holding)

    async def one(self, ref: str) -> Reservation:
        """The live reservation of this ref or id that was made here. Raises NotPossible."""
        live = await self._store.live_reservations()
        found = [r for r in live if r.owner is Owner.LOCAL and ref in (r.ref, r.id)]
        if len(found) != 1:
            raise NotPossible(f"there is no live reservation {ref!r}", "gone")
        return found[0]

    async def _choose(self, wish: Wish) -> Compartment | None:
        if wish.waits:
            self.fitting(wish.size)
            return None
        free = await self.free(needs=wish.particulars.needs)
        if wish.compartment is not None:
            found = next((c for c in free if c.label == wish.compartment), None)
            wanted = f"compartment {wish.compartment!r}"
        else:
            sizes = self.fitting(wish.size)
            found = allocation.smallest(free, sizes)
            wanted = f"a compartment of size {wish.size or 'any'}"
        if found is None:
            raise NotPossible(f"{wanted} is not free here", "nothing_free")
        return found

    def fitting(self, size: str | None) -> tuple[str, ...]:
        """This size and the larger ones, in their order. Raises NotPossible."""
        if size is None:
            return self._layout.sizes
        if size not in self._layout.sizes:
            raise NotPossible(f"size {size!r} is none of {', '.join(self._layout.sizes)}")
        return (size, *self._layout.larger_than(size))

    async def free(
        self, owner: Owner = Owner.LOCAL, needs: Needs = NO_NEEDS
    ) -> tuple[Compartment, ...]:
        """The compartments that may be given away now, best first."""
        live = await self._store.live_reservations()
        taken = {r.compartment for r in live if r.compartment is not None}
        now = self._clock.monotonic()
        taken |= {label for label, (_, at) in self._offered.items() if now - at < OFFER_HOLDS}
        taken |= await self._cooling()
        holdings: dict[str, Holding] = dict(await self._store.holdings())
        return allocation.free_compartments(self._layout, holdings, taken, owner, needs)

    def offer(self, compartment: Compartment, to: ReservationId) -> None:
        """Somebody at the screen is about to have it."""
        self._offered[compartment.label] = (to, self._clock.monotonic())

    def take_back_offers(self, to: ReservationId) -> None:
        """They look once more: what was offered to them before is free again."""
        self._offered = {label: one for label, one in self._offered.items() if one[0] != to}

    async def _cooling(self) -> set[str]:
        """The thermal compartments a parcel was taken from a short while ago."""
        span = timedelta(seconds=self._policy.cool_off)
        thermal = [c for c in self._layout.compartments() if span and c.thermal != AMBIENT]
        cooling = set()
        for compartment in thermal:
            last = await self._store.last_opening(compartment.front.id)
            if last is not None and last.purpose is Purpose.PICKUP:
                age = self._clock.now() - last.at
                cooling |= {compartment.label} if timedelta(0) <= age < span else set()
        return cooling

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


def _signed(change: Change, facts: Facts) -> Change:
    return replace(change, facts={**change.facts, **facts})
