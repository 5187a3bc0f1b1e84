"""What a right makes of a visit: its door, what is asked before it opens, what may follow it."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from kiosk.domain import expiry
from kiosk.domain.access import LYING, Right
from kiosk.domain.flows.visit import Aim, Extension, Visit
from kiosk.domain.layout import NO_DOOR, Layout, Owner
from kiosk.domain.model import (
    Claim,
    Confidence,
    Kind,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import Demand
from kiosk.domain.prices import Prices
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Store
from kiosk.services.walkup_limits import begun_here


@dataclass(frozen=True, slots=True)
class Ground:
    """What was proved, how, and how sure it is."""

    claims: Sequence[Claim]
    way: Way
    confidence: Confidence
    aim: Aim | None


class Visits:
    """Makes visits of rights; fires nothing and changes nothing."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        rules: Mapping[Owner, CloudRules],
        clock: Clock,
        prices: Prices,
    ) -> None:
        self._layout = layout
        self._store = store
        self._rules = rules
        self._clock = clock
        self._prices = prices

    async def of(self, reservation: Reservation, right: Right, ground: Ground) -> Visit:
        """The visit by this right; what may follow it is not yet in it."""
        label = reservation.compartment
        compartment = self._layout.compartment(label) if label is not None else None
        gates = self._gates(reservation, right)
        # A later end is promised only where its owner hears of it at once.
        extends = ground.confidence is Confidence.CLOUD and not right.again
        return Visit(
            reservation=reservation.id,
            owner=reservation.owner,
            purpose=right.purpose,
            way=ground.way,
            confidence=ground.confidence,
            label=compartment.label if compartment else "",
            door=compartment.front.id if compartment else NO_DOOR,
            rules=self._rules[reservation.owner],
            code_name=_code_name(ground.claims, right.purpose),
            settled=right.again,
            kind=reservation.kind,
            aim=ground.aim,
            gates=gates,
            due=reservation.particulars.due if Demand.PAYMENT in gates else None,
            turn=_turn(reservation, right),
            size=compartment.size if compartment else self._known_size(reservation),
            needs=reservation.particulars.needs,
            extension=self._extension(reservation, right.purpose) if extends else None,
        )

    def _known_size(self, reservation: Reservation) -> str | None:
        """None where the bank has no such size: then the person is asked how large it is."""
        return reservation.size if reservation.size in self._layout.sizes else None

    def return_of(self, delivered: Reservation, ground: Ground) -> Visit:
        """A parcel that was collected comes back: what it needs is known, and nothing is chosen."""
        return Visit(
            reservation=delivered.id,
            owner=delivered.owner,
            purpose=Purpose.DROPOFF,
            way=ground.way,
            confidence=ground.confidence,
            label="",
            door=NO_DOOR,
            rules=self._rules[delivered.owner],
            code_name=_code_name(ground.claims, Purpose.PICKUP),
            kind=Kind.RETURN,
            aim=Aim.RETURN,
            needs=delivered.particulars.needs,
            earlier=delivered.id,
        )

    async def companions(self, reservation: Reservation, right: Right) -> tuple[Reservation, ...]:
        """Those whose doors may open after this one, by the same right, also when it is again."""
        particulars = reservation.particulars
        if right.purpose is Purpose.DROPOFF and particulars.partner is not None:
            other = await self._store.reservation(ReservationId(particulars.partner))
            return (other,) if other is not None and other.owner is reservation.owner else ()
        if right.purpose is Purpose.PICKUP and particulars.bundle is not None:
            return tuple(
                other
                for other in await self._store.live_reservations()
                if other.id != reservation.id
                and other.owner is reservation.owner
                and other.particulars.bundle == particulars.bundle
            )
        return ()

    def _gates(self, reservation: Reservation, right: Right) -> tuple[Demand, ...]:
        """Before a pick-up only; what began here without a code met its demands when it began."""
        if right.again or right.purpose is not Purpose.PICKUP or begun_here(reservation):
            return ()
        return reservation.particulars.gates

    def _extension(self, reservation: Reservation, purpose: Purpose) -> Extension | None:
        rules, now = self._rules[reservation.owner], self._clock.now()
        end = expiry.end(reservation)
        if purpose is not Purpose.PICKUP or rules.extend_hours is None or end is None:
            return None
        expired = expiry.is_over(reservation, now)
        if (expired and not rules.extend_expired) or reservation.state not in {
            *LYING,
            ReservationState.EXPIRED,
        }:
            return None
        due = self._prices.later() if reservation.owner is Owner.LOCAL else None
        return Extension(max(end, now) + timedelta(hours=rules.extend_hours), due)


def _code_name(claims: Sequence[Claim], purpose: Purpose) -> str:
    """The name of the code that was shown, which the cloud hears of."""
    named = [c.code_name for c in claims if c.purpose is purpose]
    return named[0] if named else claims[0].code_name


def _turn(reservation: Reservation, right: Right) -> str:
    """Who stores something comes and goes: each time has pulses and openings of its own."""
    comes_again = reservation.kind is Kind.STORE and right.purpose is Purpose.PICKUP
    return uuid.uuid4().hex[:12] if comes_again and not right.again else ""
