"""Takes parcels in by codes nobody can look up while the cloud is silent, where that is allowed."""

import logging
from collections.abc import Callable
from datetime import timedelta

from kiosk.domain import allocation, offline, settling
from kiosk.domain.codes import TypedCode
from kiosk.domain.flows.inputs import Granted
from kiosk.domain.flows.visit import Aim, Visit
from kiosk.domain.layout import NO_DOOR, Compartment, Layout, Owner
from kiosk.domain.model import (
    Arrival,
    Channel,
    Confidence,
    Kind,
    Purpose,
    Reservation,
    ReservationState,
    Way,
)
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Store
from kiosk.services.local import LocalReservations

log = logging.getLogger(__name__)

DAY = timedelta(days=1)
CODE_NAME = "unknown"


class UnknownDropoffs:
    """Books what nobody can vouch for: few, into what is proven empty, and never in silence.

    Only for who said that they bring something: a slip in a pick-up code opens nothing. So few a
    day that nobody learns from the answer which codes there are.
    """

    def __init__(
        self,
        layout: Layout,
        store: Store,
        local: LocalReservations,
        rules: CloudRules,
        clock: Clock,
        policy: Policy,
        *,
        online: Callable[[], bool | None],
        closed: Callable[[], bool],
    ) -> None:
        self._online = online
        """Whether the cloud's last call was answered; None before the first."""
        self._closed = closed
        """Whether nothing new is taken in."""
        self._layout = layout
        self._store = store
        self._local = local
        self._rules = rules
        self._clock = clock
        self._policy = policy

    async def take_in(self, code: TypedCode, aim: Aim | None) -> Granted | None:
        """The visit of who brings a parcel by this code; None refuses it. Raises StoreBroken."""
        if not self._may(code, aim):
            return None
        async with self._local.one_at_a_time:
            lately = await self._store.stand_ins_since(self._clock.now() - DAY)
            free = await self._local.free(Owner.CLOUD)
            if lately >= self._policy.offline_unknown_per_day or not await self._has_room(free):
                return None
            chosen = None
            if not self._rules.chooses_compartment:
                chosen = allocation.smallest(free, self._layout.sizes)
            stand_in = self._stand_in(chosen)
            await self._store.add([Arrival(stand_in)], settling.stood_in(stand_in, code.text))
        log.warning("%s is taken in by a code nobody can look up now", stand_in.id)
        return Granted(self._visit(stand_in, chosen))

    def _may(self, code: TypedCode, aim: Aim | None) -> bool:
        return (
            self._policy.offline_unknown_dropoff == "accept"
            and self._rules.offline_dropoff
            and not self._rules.front
            and aim is Aim.DROPOFF
            and self._online() is not True
            and not self._closed()
            and offline.is_plausible(code)
        )

    async def _has_room(self, free: tuple[Compartment, ...]) -> bool:
        """Within the share for offline drop-offs, those by known codes included."""
        used = sum(
            row["channel"] == Channel.OFFLINE.value and not row["parked"]
            for row in await self._store.outbox()
        )
        share = self._policy.offline_share_percent * (len(free) + used)
        return bool(free) and (used + 1) * 100 <= share

    def _stand_in(self, chosen: Compartment | None) -> Reservation:
        name, now = offline.new_id(), self._clock.now()
        return Reservation(
            id=name,
            ref=name,
            owner=Owner.CLOUD,
            kind=Kind.DELIVERY,
            state=ReservationState.RESERVED if chosen else ReservationState.ANNOUNCED,
            compartment=chosen.label if chosen else None,
            size=chosen.size if chosen else None,
            made_at=now,
            read_at=now,
        )

    def _visit(self, stand_in: Reservation, chosen: Compartment | None) -> Visit:
        return Visit(
            reservation=stand_in.id,
            owner=stand_in.owner,
            purpose=Purpose.DROPOFF,
            way=Way.TYPED,
            confidence=Confidence.UNKNOWN,
            label=chosen.label if chosen else "",
            door=chosen.front.id if chosen else NO_DOOR,
            rules=self._rules,
            code_name=CODE_NAME,
            aim=Aim.DROPOFF,
            size=stand_in.size,
        )
