"""What obeys from afar, put together: who may ask, what they may set in motion, what stands."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from typing import Any

from kiosk.adapters.relay import RelayLine
from kiosk.adapters.storage.store import SqliteStore
from kiosk.app.printing import Printing
from kiosk.config import Config
from kiosk.domain.flows import home
from kiosk.domain.flows.inputs import OrderChanged
from kiosk.domain.layout import Owner
from kiosk.ports import Clock, Cloud
from kiosk.ports_abilities import Commands as CanAsk
from kiosk.services.access import Access
from kiosk.services.afar import Afar
from kiosk.services.commands import Commands, Source
from kiosk.services.contacts import Contacts
from kiosk.services.doors import Doors
from kiosk.services.health import Health
from kiosk.services.local import LocalReservations
from kiosk.services.notices import Notices
from kiosk.services.remote_doors import RemoteDoors
from kiosk.services.renewals import Renewals
from kiosk.services.session import Session
from kiosk.services.standing import StandingOrders
from kiosk.services.sync import Sync
from kiosk.services.walkups import WalkUps
from kiosk.services.wishes import Hands, Wishes

CLOUD, RELAY = "cloud", "relay"


@dataclass(frozen=True, slots=True)
class Here:
    """What of the running kiosk a command touches."""

    session: Session
    doors: Doors
    contacts: Contacts
    health: Health
    access: Access
    walkups: WalkUps
    local: LocalReservations
    notices: Notices
    sync: Sync | None
    prints: Printing


async def obeying(
    config: Config, store: SqliteStore, clock: Clock, cloud: Cloud | None, here: Here
) -> tuple[Afar, list[Coroutine[Any, Any, Any]]]:
    """What an operator may ask about it, and the loops that must run. Raises StoreBroken."""
    standing = StandingOrders(config.layout, store, Owner.LOCAL if cloud is None else Owner.CLOUD)
    _acquaint(standing, here)
    await standing.load()
    doors = RemoteDoors(
        config.layout,
        here.doors,
        here.contacts,
        store,
        clock,
        somebody=lambda: not isinstance(here.session.state, home.Home | home.OutOfOrder),
        told=lambda: here.session.told(),
    )
    renewals = Renewals(store, here.local, clock, here.notices)
    refresh = here.sync.refresh if here.sync else None
    layout, contacts, local = config.layout, here.contacts, here.local
    hands = Hands(layout, store, contacts, doors, standing, local, renewals, refresh)
    wishes = here.prints.obeys(Wishes(hands))
    asked = config.cloud.commands
    relay = RelayLine(asked, config.locker.id, clock) if asked else None
    sources = _sources(cloud, relay)
    commands = Commands(
        store,
        sources,
        config.locker.id,
        standing,
        wishes,
        clock,
        config.policy,
        told=lambda: here.session.told(),
        labels=frozenset(one.label for one in config.layout.compartments()),
        clock_state=lambda: store.clock_state(),
    )
    await commands.resume()
    afar = Afar(store, standing, commands.heard)
    return afar, [_listening(commands, relay), doors.run()]


def _acquaint(standing: StandingOrders, here: Here) -> None:
    """Home and all who take parcels in follow what stands."""
    shown, health = here.health.changed, here.health

    def show(order: OrderChanged) -> None:
        shown(replace(order, closed=standing.closed))

    health.changed = show
    standing.changed = lambda: show(health.order)
    here.access.closed = here.walkups.closed = lambda: standing.closed


def _sources(cloud: Cloud | None, relay: RelayLine | None) -> dict[str, Source]:
    found = {CLOUD: Source(cloud)} if isinstance(cloud, CanAsk) else {}
    return found | ({RELAY: Source(relay, trusted=True)} if relay is not None else {})


async def _listening(commands: Commands, relay: RelayLine | None) -> None:
    try:
        await commands.run()
    finally:
        if relay is not None:
            await asyncio.shield(relay.aclose())
