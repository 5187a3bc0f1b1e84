"""A courier's work at a small bank: real logins and a real store, reservations of one carrier."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.app.crew_taking import Taking
from kiosk.domain import settling
from kiosk.domain.acts import By
from kiosk.domain.flows.staffed import StaffInput, Task
from kiosk.domain.flows.visit import Visit
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Arrival,
    Change,
    Contents,
    Kind,
    Reservation,
    ReservationId,
    ReservationState,
)
from kiosk.domain.particulars import Needs, Particulars
from kiosk.domain.policy import Policy
from kiosk.domain.round import Errand, Parcel
from kiosk.domain.rules import CloudRules
from kiosk.services.courier_visits import CourierVisits
from kiosk.services.local import LocalReservations
from tests.integration.courier_bench import ASKER, Asking, Counter, counter
from tests.integration.courier_issuer import token
from tests.integration.store_bench import NOON, StandingClock
from tests.services.lockers import bank

S = ReservationState
LAYOUT = bank("SSMML")
RULES = CloudRules("far", moves_compartment=True, hears_openings=True, marks=True)
ACME = Particulars(needs=Needs(carrier="Acme"))


def lying(name: str, label: str, state: S = S.STORED, **facts: object) -> Reservation:
    """Of the courier's own carrier."""
    plain = Reservation(
        id=ReservationId(name),
        ref=f"GLS-{name}",
        owner=Owner.CLOUD,
        kind=Kind.RETURN,
        state=state,
        compartment=label,
        size="S",
        made_at=NOON,
        read_at=NOON,
        particulars=ACME,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def listed(one: Reservation) -> Parcel:
    """As it stands on the courier's list."""
    return Parcel(
        one.id, one.owner, one.ref, one.kind, one.state, Errand.COLLECT,
        one.compartment or "", one.size,
    )  # fmt: skip


@dataclass
class Work:
    """What a courier can ask for here."""

    here: Counter
    taking: Taking
    rules: CloudRules

    async def ask(self, task: Task) -> StaffInput:
        return await self.taking.tasks[type(task)].do(task)

    async def keep(self, *reservations: Reservation) -> None:
        """They lie where they say, put there by this kiosk."""
        for one in reservations:
            arrival = Arrival(replace(one, state=S.STORED))
            put = Change("parcel.deposited", one.id, S.STORED, one.compartment, Contents.PARCEL)
            await self.here.store.absorb([arrival], complete=False)
            await self.here.store.record(put)
            if one.state is not S.STORED:
                await self.here.store.record(Change("as.told", one.id, one.state))

    async def proves(self) -> None:
        """Logged in by a token, with the PIN that belongs to it."""
        pin = (await self.here.desk.enrol(ASKER, "DRIVER1"))["pin"]
        await self.here.logins.by_token(token())
        await self.here.logins.prove(str(pin))

    async def one(self, name: str) -> Reservation:
        found = await self.here.store.reservation(ReservationId(name))
        assert found is not None
        return found

    async def contents(self, label: str) -> Contents:
        return (await self.here.store.holdings())[label].contents

    async def told(self) -> list[str]:
        """The events that wait, but for those of logging in."""
        names = [str(line["name"]) for line in await self.here.store.outbox()]
        return [name for name in names if not name.startswith("courier.")]

    def visit(self, one: Reservation) -> Visit:
        return CourierVisits(LAYOUT, {Owner.CLOUD: self.rules}).take_out(one)

    async def takes(self, one: Reservation, by: By = By.COURIER) -> None:
        """Opened, taken out, shut."""
        visit = replace(self.visit(one), by=by)
        for change in (settling.opened(visit), settling.collected(visit, None)):
            await self.here.store.record(change)


@asynccontextmanager
async def at_work(
    folder: Path, rules: CloudRules = RULES, cloud: Asking | None = None
) -> AsyncIterator[Work]:
    clock = StandingClock()
    async with counter(folder, clock, cloud) as here:
        here.store.cloud_rules = rules
        local = LocalReservations(LAYOUT, here.store, clock, lambda below: below // 3, Policy())
        both = {Owner.CLOUD: rules, Owner.LOCAL: rules}
        taking = Taking(LAYOUT, here.store, here.logins, both, local, cause_now=None, alone=False)
        yield Work(here, taking, rules)
