"""Reservations begun here that the cloud makes, in its own compartments: each of them once."""

import logging
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from kiosk.domain import settling
from kiosk.domain.errors import CloudBroken, CloudError, CloudSilent
from kiosk.domain.flows.choices import Draft, Neighbour
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Arrival,
    Change,
    Kind,
    Reservation,
    ReservationId,
    ReservationState,
)
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Cloud, Store
from kiosk.ports_abilities import HasRoom, Makes, Nearby, Neighbours, NewParcel
from kiosk.services.local import Wish
from kiosk.services.waiting import TooSlow, answer
from kiosk.services.walkup_limits import MADE_HERE, is_walk_up

log = logging.getLogger(__name__)

MADE_WITHIN = 15.0
"""Seconds a person waits for a compartment of the cloud's; it is reading and writing over there."""
DOUBT_LASTS = 120.0
"""Seconds in which what was asked for and not answered may still come to be over there."""
NEAR = 5_000
"""Metres to another locker that is named."""


def is_asked_for(reservation: Reservation) -> bool:
    """Whether it stands in for one that the cloud was asked to make; what came of it is open."""
    return (
        is_walk_up(reservation.id)
        and reservation.owner is Owner.LOCAL
        and reservation.state is ReservationState.ANNOUNCED
        and reservation.compartment is None
    )


class CloudWalkUps:
    """Asks the cloud; what it asks for is on disk first, under an id of ours."""

    def __init__(
        self, store: Store, cloud: Cloud | None, clock: Clock, rules: CloudRules, waits: float
    ) -> None:
        self._store = store
        self._cloud = cloud
        self._clock = clock
        self._rules = rules
        self._waits = waits
        self._asking: set[str] = set()

    @property
    def kinds(self) -> frozenset[Kind]:
        """What the cloud makes for a person who comes without a code."""
        return self._rules.walk_ups if isinstance(self._cloud, Makes) else frozenset()

    def is_asking(self, reservation: Reservation) -> bool:
        """Whether somebody at the screen waits for this one just now."""
        return reservation.ref in self._asking

    async def room(self, draft: Draft) -> frozenset[str] | None:
        """The compartments it lets be given away; None when it does not say so in time.

        Raises CloudError when it cannot be reached.
        """
        if not isinstance(self._cloud, HasRoom):
            return None
        try:
            return await answer(self._cloud.room(draft.needs), self._waits)
        except TooSlow:
            return None

    async def nearest(self, draft: Draft) -> tuple[Neighbour, ...]:
        """Other lockers with room, the nearest first; none when the cloud does not say so."""
        if not isinstance(self._cloud, Neighbours):
            return ()
        try:
            asked = self._cloud.nearby(draft.size, draft.needs, NEAR)
            return _named(await answer(asked, self._waits))
        except CloudError as error:
            log.warning("no other lockers: %s", type(error).__name__)
            return ()

    async def make(self, wish: Wish, draft: Draft, label: str | None) -> Arrival:
        """Have it made, at most once, and take it over. Raises CloudError.

        A lost answer is looked for at once; what stays in doubt then is looked for later.
        """
        assert isinstance(self._cloud, Makes)
        order = f"{MADE_HERE}-{uuid.uuid4().hex[:12]}"
        parcel = _parcel(order, wish, draft, label)
        self._asking.add(order)
        try:
            asked = self._stand_in(order, wish.kind)
            about = Change("walkup.asked", asked.reservation.id, facts={"kind": wish.kind.value})
            await self._store.add([asked], about)
            try:
                made = await self._made(self._cloud, parcel)
            except (CloudSilent, CloudBroken):
                raise
            except CloudError:
                await self._drop(asked.reservation, None)
                raise
            return await self._take_over(asked.reservation, made, wish)
        finally:
            self._asking.discard(order)

    async def settle(self, reservation: Reservation) -> None:
        """What somebody asked for, and no answer came: had the cloud made it?

        What it had made is known from then on, and released like all whose door never opens.
        """
        if not isinstance(self._cloud, Makes) or reservation.id in self._asking:
            return
        try:
            made = await answer(self._cloud.made(reservation.id))
        except CloudError as error:
            log.warning("%s not looked for: %s", reservation.id, type(error).__name__)
            return
        if made is not None:
            await self._store.absorb([made], complete=False)
            await self._drop(reservation, made)
        elif not self._may_still_come(reservation):
            await self._drop(reservation, None)

    def _may_still_come(self, reservation: Reservation) -> bool:
        age = self._clock.now() - reservation.made_at
        return timedelta(0) <= age < timedelta(seconds=DOUBT_LASTS)

    async def _made(self, cloud: Makes, parcel: NewParcel) -> Arrival:
        try:
            return await answer(cloud.make(parcel), MADE_WITHIN)
        except (CloudSilent, CloudBroken) as error:
            log.warning("%s: %s, looked for", parcel.order, type(error).__name__)
            try:
                made = await answer(cloud.made(parcel.order), self._waits)
            except CloudError:
                made = None
            if made is None:
                raise
            return made

    def _stand_in(self, order: str, kind: Kind) -> Arrival:
        now = self._clock.now()
        return Arrival(
            Reservation(
                id=ReservationId(order),
                ref=order,
                owner=Owner.LOCAL,
                kind=kind,
                state=ReservationState.ANNOUNCED,
                compartment=None,
                size=None,
                made_at=now,
                read_at=now,
            )
        )

    async def _take_over(self, asked: Reservation, made: Arrival, wish: Wish) -> Arrival:
        there, here = made.reservation.particulars, wish.particulars
        particulars = replace(
            there, needs=here.needs, demands=there.demands | here.demands, due=here.due or there.due
        )
        known = replace(made.reservation, particulars=particulars)
        arrival = replace(made, reservation=known, contact=wish.contact)
        await self._store.absorb([arrival], complete=False)
        await self._drop(asked, made)
        return arrival

    async def _drop(self, asked: Reservation, made: Arrival | None) -> None:
        """The stand-in has done its work."""
        gone = settling.gone(asked)
        became = made.reservation.id if made else None
        await self._store.record(replace(gone, facts={**gone.facts, "became": became}))


def _parcel(order: str, wish: Wish, draft: Draft, label: str | None) -> NewParcel:
    return NewParcel(
        order=order,
        kind=wish.kind,
        label=label,
        size=draft.size,
        needs=draft.needs,
        contact=wish.contact,
        expires_at=wish.expires_at,
        earlier=draft.earlier,
        # For those who run the locker: no name, no number.
        notes=f"Begun at the locker without a code ({wish.kind.value}).",
        eta_minutes=0,
    )


def _named(found: Sequence[Nearby]) -> tuple[Neighbour, ...]:
    """Those the screen can show the way to."""
    return tuple(
        Neighbour(one.name, one.metres, f"geo:{one.latitude:.6f},{one.longitude:.6f}")
        for one in found
        if one.metres is not None and one.latitude is not None and one.longitude is not None
    )
