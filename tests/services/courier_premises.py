"""A locker as couriers work at it: the real store, reservations of both owners, one who is logged
in."""

import random
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from kiosk.adapters.clouds.standalone import CLOUD as ALONE
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain import settling
from kiosk.domain.couriers import Courier, CourierSession, LoginWay, Permission
from kiosk.domain.flows.courier.loading import DoorReady, NotReady, PlanLoad, PutIn, Scan
from kiosk.domain.flows.duty import Shift
from kiosk.domain.flows.visit import Visit
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.model import (
    Arrival,
    Contents,
    Kind,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import Contact, Needs, Particulars
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.services.courier_loads import CourierLoads
from kiosk.services.courier_round import CourierRounds, Premises
from kiosk.services.courier_visits import CourierVisits
from kiosk.services.delivering import Delivering
from kiosk.services.local import LocalReservations
from kiosk.services.offline_share import OfflineShare
from kiosk.services.sync import Sync
from tests.services.fakes import NOON, FakeClock

FAR = CloudRules("fake", chooses_compartment=True, moves_compartment=True)
SHIFT = Shift("c-17")
S = ReservationState


def session(carrier: str | None = None, *may: Permission) -> CourierSession:
    allowed = frozenset(may or {Permission.PUT_IN})
    who = Courier("acme", "c-17")
    return CourierSession("s1", who, LoginWay.TOKEN, allowed, 0, 0, carrier)


def known(
    name: str,
    label: str | None = None,
    state: S = S.RESERVED,
    *,
    kind: Kind = Kind.DELIVERY,
    owner: Owner = Owner.CLOUD,
    carrier: str | None = None,
    size: str | None = None,
    phone: str = "",
    code: str = "",
    **other: Any,
) -> Arrival:
    codes = (NewCode(Purpose.DROPOFF, Way.QR, code),) if code else ()
    particulars = Particulars(needs=Needs(carrier=carrier))
    made = Reservation(
        ReservationId(name), f"REF-{name}", owner, kind, state, label, size, NOON, NOON,
        particulars=particulars, **other,
    )  # fmt: skip
    return Arrival(made, codes, contact=Contact(phone=phone) if phone else None)


@dataclass
class Counter:
    """What couriers ask of one kiosk."""

    store: SqliteStore
    clock: FakeClock
    layout: Layout
    sync: Sync | None = None
    rules: CloudRules = FAR
    here: CourierSession | None = field(default_factory=session)
    shift: Shift = SHIFT

    def __post_init__(self) -> None:
        rules, policy = {Owner.CLOUD: self.rules, Owner.LOCAL: ALONE.rules}, Policy()
        below = random.Random(4).randrange
        self.local = LocalReservations(self.layout, self.store, self.clock, below)
        self.premises = Premises(
            self.layout, self.store, self.local, rules, self.clock, policy, self.sync,
            lambda: self.here,
        )  # fmt: skip
        self.share = OfflineShare(self.layout, policy)
        self.visits = CourierVisits(self.layout, rules)
        self.delivering = Delivering(
            self.premises, self.visits, self.share,
            closed=lambda: False, told=lambda: None, reaches=lambda _contact: False,
        )  # fmt: skip
        self.loads = CourierLoads(self.premises)
        self.rounds = CourierRounds(
            self.premises, self.store, walk_ups=lambda: False, prints=lambda: False
        )

    async def keep(self, *arrivals: Arrival) -> None:
        await self.store.absorb(arrivals, complete=False)

    async def scan(self, *texts: str, avoid: Collection[str] = ()) -> tuple[Scan, ...]:
        scans = tuple(Scan(text) for text in texts)
        return (await self.loads.plan(PlanLoad(self.shift, scans, frozenset(avoid)))).scans

    async def ready(self, text: str) -> DoorReady | NotReady:
        (scan,) = await self.scan(text)
        return await self.delivering.ready(PutIn(self.shift, scan))

    async def put(self, visit: Visit, *, confirmed: bool = True) -> None:
        """What the door journey records."""
        await self.store.record(settling.opened(visit))
        opened = replace(visit, opened=True)
        await self.store.record(settling.deposited(opened, confirmed=confirmed))

    async def delivered(self, text: str) -> Visit:
        answer = await self.ready(text)
        assert isinstance(answer, DoorReady), answer
        await self.put(answer.visit)
        return answer.visit

    async def took(self, name: str) -> None:
        """Its recipient fetches it."""
        reservation = await self.store.reservation(ReservationId(name))
        visit = replace(self.visits.take_out(reservation), code_name="pickup")
        await self.store.record(settling.opened(visit))
        await self.store.record(settling.collected(replace(visit, opened=True), None))

    async def inside(self, label: str) -> Contents:
        holding = (await self.store.holdings()).get(label)
        return holding.contents if holding else Contents.EMPTY

    async def state(self, name: str) -> S:
        found = await self.store.reservation(ReservationId(name))
        assert found is not None
        return found.state

    async def told(self) -> list[str]:
        return [str(line["name"]) for line in await self.store.outbox()]
