"""Everything that lives on the I/O thread, put together."""

import asyncio
import contextlib
import logging
import secrets
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from kiosk.adapters.clouds.reports import ReportLine
from kiosk.adapters.scanners.camera import CameraScanner, NoCamera, ScannerSettings, scanner_for
from kiosk.adapters.storage.store import SqliteStore
from kiosk.app.asking import control, desk_of, resent
from kiosk.app.couriers import Couriers, couriers_of
from kiosk.app.crew import crew
from kiosk.app.crew_machine import Care, caring
from kiosk.app.floor import Floor, Staffed
from kiosk.app.journalling import journalling
from kiosk.app.memory import open_memory
from kiosk.app.obeying import Here, obeying
from kiosk.app.offline import offline_dropoffs
from kiosk.app.opening import doors_of, strange
from kiosk.app.printing import printing
from kiosk.app.reporting import listener, reported
from kiosk.app.servicing import Service, service_of
from kiosk.app.telling import notifiers, reaches, told_by, waking
from kiosk.config import Config
from kiosk.domain import codes
from kiosk.domain.flows import journey
from kiosk.domain.flows.inputs import CodeShown
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Cloud, LockBoard, Store
from kiosk.ports_gates import NO_TERMINALS, Terminals
from kiosk.ports_notices import Notifier
from kiosk.runtime.clock import SystemClock
from kiosk.services.access import Access
from kiosk.services.contacts import Contacts
from kiosk.services.desk import Desk
from kiosk.services.disk import Disk
from kiosk.services.doors import Doors
from kiosk.services.errands import Errands
from kiosk.services.front import FrontDoors
from kiosk.services.gates import Gates
from kiosk.services.health import Health
from kiosk.services.local import LocalReservations
from kiosk.services.outage import Outage
from kiosk.services.outbox import Outbox
from kiosk.services.recovery import Recovery
from kiosk.services.scanning import scan
from kiosk.services.session import Session, wants_codes
from kiosk.services.sync import Sync
from kiosk.services.upkeep import Upkeep
from kiosk.services.walkups import Terms, WalkUps

log = logging.getLogger(__name__)


class Glass(Protocol):
    """The screen, as the machine knows it; every method may be called from any thread."""

    def show(self, state: journey.State) -> None: ...
    def reset(self) -> None: ...
    async def screenshot(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Machine:
    """The running kiosk without its screen."""

    session: Session
    desk: Desk
    scanner: CameraScanner | NoCamera
    boards: Mapping[str, LockBoard]
    outbox: Outbox
    health: Health
    service: Service
    couriers: Couriers
    care: Care


@dataclass(frozen=True, slots=True)
class Far:
    """What stands at the far ends of the kiosk's lines."""

    cloud: Cloud | None
    boards: Mapping[str, LockBoard]
    scanner: CameraScanner | NoCamera
    terminals: Terminals
    notifiers: Mapping[str, Notifier]
    hears: ReportLine | None = None


@asynccontextmanager
async def running(
    config: Config, glass: Glass, terminals: Terminals = NO_TERMINALS
) -> AsyncIterator[Machine]:
    """Start everything that lives on the I/O loop; stop it in reverse. Raises KioskError."""
    clock = SystemClock()
    async with contextlib.AsyncExitStack() as stack:
        # First, for it may find its configuration wrong: the database is made for one locker's id.
        there = replace(config.cloud, heard=clock.heard)
        cloud = config.makers.cloud(config.cloud.name).connect(there, clock)
        if cloud is not None:
            stack.push_async_callback(cloud.aclose)
        store = await open_memory(config, clock)
        stack.push_async_callback(store.aclose)
        store.cloud_rules = cloud.rules if cloud else None
        boards = await _boards(config, stack)
        scanner = scanner_for(
            ScannerSettings(
                config.scanner.camera, config.scanner.fps, config.scanner.loop, config.locker.id
            )
        )
        stack.push_async_callback(scanner.aclose)
        hears = listener(there, cloud, clock, stack)
        far = Far(cloud, boards, scanner, terminals, notifiers(config, clock, stack), hears)
        machine, work = await _assemble(config, glass, clock, store, far)
        machine.health.disk = Disk(store, clock, config.layout)
        machine.health.clock_state = lambda: clock.state
        if config.scanner.camera:
            machine.health.camera_of = Owner.LOCAL if cloud is None else Owner.CLOUD
        async with asyncio.TaskGroup() as tasks:
            started = [tasks.create_task(w) for w in work]
            try:
                yield machine
            finally:
                for task in started:
                    task.cancel()


async def _boards(config: Config, stack: contextlib.AsyncExitStack) -> dict[str, LockBoard]:
    boards: dict[str, LockBoard] = {}
    for wire in config.wires:
        boards[wire.name] = config.makers.door_driver(wire.driver).connect(wire)
        stack.push_async_callback(boards[wire.name].aclose)
    return boards


async def _assemble(
    config: Config, glass: Glass, clock: Clock, store: SqliteStore, far: Far
) -> tuple[Machine, list[Coroutine[Any, Any, Any]]]:
    """Put the services together; answers them and the loops that must run."""
    layout, policy, rules = config.layout, config.policy, _rules(config)
    doors, contacts, front = doors_of(config, far.cloud, far.boards, store, clock)
    (outbox, reports), sync = _to_cloud(store, far, clock, policy)
    access = Access(layout, store, sync, rules, clock, policy, asyncio.sleep, config.prices)
    local, walkups = _reservations(config, store, clock, rules, far)
    notices, telling = told_by(config, store, far.notifiers, local, clock)
    errands = Errands(access, doors, walkups, Gates(far.terminals), policy)
    session = Session(errands, store, clock, policy, _shown(glass, far.scanner))
    upkeep = Upkeep(layout, store, rules)
    health = Health(contacts, store, upkeep, far.scanner.healthy, sync)
    _acquaint(session, health, walkups, local)
    session.rested, session.told = glass.reset, waking(outbox, notices, reports)
    settled = offline_dropoffs(config, store, (far.cloud, sync), (access, local, session), clock)
    desk = desk_of(config, store, clock, contacts, local, health, notices)
    prints = await printing(config, store, clock, far.cloud, (session, errands))
    here = Here(session, doors, contacts, health, access, walkups, local, notices, sync, prints)
    afar, obeys = await obeying(config, store, clock, far.cloud, here)
    service = service_of(config, store, clock, afar, session, alone=far.cloud is None)
    kept = journalling(config, store, clock)
    couriers = couriers_of(config, store, clock, far.cloud, session)
    care = caring(config, store, clock, far.scanner, here, desk, afar, couriers.reader)
    others = (prints, kept, couriers, resent(store, far.cloud, session.told), care)
    recovery = _recovery(rules, layout, store, contacts, doors, front)
    ends = (outbox, reports)
    floor = Floor(config, store, clock, far.cloud, rules, far.scanner, here, errands, *ends)
    await recovery.settle()
    loops = [
        *(one.run() for one in (contacts, session, health, recovery, sync, settled) if one),
        *(one.run() for one in (outbox, reports, walkups, service, prints, kept, couriers)),
        control(config, desk, afar, service.desk, others, glass.screenshot).run(),
        strange(doors, upkeep, contacts, session.told),
        *(_scanning(far.scanner, session), upkeep.run(clock, policy), *telling, *obeys),
        *crew(floor, Staffed(couriers, service, afar, kept, care)),
    ]
    parts = (session, desk, far.scanner, far.boards, outbox, health, service, couriers, care)
    return Machine(*parts), loops


def _recovery(
    rules: Mapping[Owner, CloudRules],
    layout: Layout,
    store: SqliteStore,
    contacts: Contacts,
    doors: Doors,
    front: FrontDoors | None,
) -> Recovery:
    recovery = Recovery(layout, store, contacts, rules, front.hides if front else None)
    doors.recovering, doors.cramped = recovery.waits_for, lambda: store.cramped
    return recovery


def _rules(config: Config) -> dict[Owner, CloudRules]:
    return {Owner.CLOUD: config.rules, Owner.LOCAL: config.makers.cloud("standalone").rules}


def _reservations(
    config: Config,
    store: Store,
    clock: Clock,
    rules: Mapping[Owner, CloudRules],
    far: Far,
) -> tuple[LocalReservations, WalkUps]:
    layout, policy = config.layout, config.policy
    local = LocalReservations(layout, store, clock, secrets.randbelow, policy)
    terms = Terms(rules, policy, config.prices, config.neighbours, reaches(far.notifiers))
    return local, WalkUps(layout, store, local, clock, terms, far.cloud)


def _acquaint(session: Session, health: Health, walkups: WalkUps, local: LocalReservations) -> None:
    """Home shows what works and what can be begun; who stands there keeps the compartment."""
    health.changed = lambda order: session.order(replace(order, offers=walkups.offers))
    health.changed(health.order)
    session.write_failed = health.write_failed
    walkups.at_screen = local.at_screen = session.at_screen
    walkups.told = lambda: session.told()


def _to_cloud(
    store: SqliteStore, far: Far, clock: Clock, policy: Policy
) -> tuple[tuple[Outbox, Outbox], Sync | None]:
    """Who tells the cloud, who reports beside it, who reads."""
    cloud, outbox = far.cloud, Outbox(store, far.cloud, clock)
    told = (outbox, reported(store, far.hears, clock))
    if cloud is None:
        return told, None
    catch_up = partial(outbox.wake, reset_backoff=True)
    over = Outage(store, cloud.rules, clock).over
    return told, Sync(store, cloud, clock, policy, came_back=catch_up, coming_back=over)


def _scanning(scanner: CameraScanner | NoCamera, session: Session) -> Coroutine[Any, Any, None]:
    def seen(text: str) -> None:
        session.post(CodeShown(text))

    return scan(scanner, seen, self_checking=codes.self_checking)


def _shown(glass: Glass, scanner: CameraScanner | NoCamera) -> Callable[[journey.State], None]:
    def show(state: journey.State) -> None:
        scanner.want(wants_codes(state))
        glass.show(state)

    return show
