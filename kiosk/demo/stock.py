"""What the demo's kiosk keeps for itself at its first start, so that every journey can be tried."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from kiosk.app.memory import open_memory
from kiosk.config import Config
from kiosk.domain import codes
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.model import (
    Arrival,
    Change,
    Contents,
    Kind,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import PLAIN, Demand, Due, Particulars
from kiosk.runtime.clock import SystemClock

S = ReservationState
DAY = timedelta(days=1)
EVERY_DEMAND = Particulars(demands=frozenset(Demand), due=Due(1250, "EUR"))


@dataclass(frozen=True, slots=True)
class Plan:
    """One reservation and what it is there to show."""

    name: str
    shows: str
    label: str = ""
    """Of its compartment; none while there is none."""
    kind: Kind = Kind.DELIVERY
    state: ReservationState = S.STORED
    purpose: Purpose = Purpose.PICKUP
    particulars: Particulars = PLAIN
    size: str | None = None
    """Of the compartment it needs, where it has none; None: any."""
    ends: timedelta | None = None
    """From now; it may have ended already."""
    held_up: bool = False
    """Why it does not open is told only to who holds the whole code up, never to who types."""


@dataclass(frozen=True, slots=True)
class Stocked:
    """A reservation made for the demo, with the codes its person holds."""

    plan: Plan
    reservation: ReservationId
    typed: str = field(repr=False)
    qr: str = field(repr=False)


PLANS = (
    Plan(
        "gates",
        "terms, who you are, and 12.50 euro come before the door",
        "17",
        particulars=EVERY_DEMAND,
    ),
    Plan("first", "two doors in one visit", "18", particulars=Particulars(bundle="b1")),
    Plan("second", "two doors in one visit", "19", particulars=Particulars(bundle="b1")),
    Plan(
        "exchange",
        "put one in, then take the other at door 21",
        "20",
        state=S.RESERVED,
        purpose=Purpose.DROPOFF,
        particulars=Particulars(partner="demo-other"),
    ),
    Plan("other", "taken once the exchange was put in", "21"),
    Plan("late", "its time ran out: a later end is offered", "22", ends=-DAY / 24, held_up=True),
    Plan("refused", "More: keep it longer, or leave it to the sender", "23", ends=DAY),
    Plan(
        "courier",
        "a first mile is for the courier, not for you",
        "14",
        kind=Kind.FIRST_MILE,
        held_up=True,
    ),
    Plan(
        "return",
        "a return that has no door yet: choose one",
        kind=Kind.RETURN,
        state=S.ANNOUNCED,
        purpose=Purpose.DROPOFF,
    ),
    Plan(
        "large",
        "a courier's, too large for any door that is free: it goes back with the van",
        state=S.ANNOUNCED,
        purpose=Purpose.DROPOFF,
        size="XL",
        held_up=True,
    ),
    Plan("earlier", "More, Return: what you collected goes back", state=S.FINISHED),
)


def fill(config: Config) -> tuple[Stocked, ...]:
    """Let the kiosk know of all of it; the parcels lie nowhere yet. Raises KioskError."""
    stock = tuple(_stocked(plan) for plan in PLANS)
    asyncio.run(keep(config, [arrival(one, datetime.now(UTC)) for one in stock]))
    return stock


async def keep(config: Config, arrivals: Sequence[Arrival]) -> None:
    """Put reservations into the memory of a kiosk that does not run. Raises KioskError."""
    store = await open_memory(config, SystemClock())
    try:
        found = [one.reservation for one in arrivals]
        parcels = [r for r in found if r.compartment and r.state is S.STORED]
        await store.add(arrivals, *(_lying(r) for r in parcels))
    finally:
        await store.aclose()


def lies(plan: Plan) -> bool:
    """Whether a parcel lies there already."""
    return plan.state is S.STORED


def label_of(plan: Plan) -> str:
    """What the label on its parcel says."""
    return f"PK-{470115 + 137 * PLANS.index(plan)}"


def channel(layout: Layout, label: str) -> int:
    """Where the lock of this compartment hangs on its only board."""
    return layout.compartment(label).front.address.channel


def arrival(stocked: Stocked, now: datetime) -> Arrival:
    """As the kiosk keeps it."""
    plan = stocked.plan
    reservation = Reservation(
        id=stocked.reservation,
        ref=label_of(plan),
        owner=Owner.LOCAL,
        kind=plan.kind,
        state=plan.state,
        compartment=plan.label or None,
        size=plan.size,
        made_at=now,
        read_at=now,
        expires_at=None if plan.ends is None else now + plan.ends,
        particulars=plan.particulars,
    )
    made = (
        NewCode(plan.purpose, Way.TYPED, stocked.typed),
        NewCode(plan.purpose, Way.QR, stocked.qr),
    )
    return Arrival(reservation, made)


def _stocked(plan: Plan) -> Stocked:
    typed = codes.local_typed(secrets.randbelow(10**8))
    qr = codes.local_qr(secrets.randbelow(2**64))
    return Stocked(plan, ReservationId(f"demo-{plan.name}"), typed, qr)


def _lying(reservation: Reservation) -> Change:
    label = reservation.compartment
    return Change("demo.stocked", reservation.id, compartment=label, contents=Contents.PARCEL)
