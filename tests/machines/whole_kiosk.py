"""A whole kiosk on a loop of its own, with everything real but steel, glass and cloud."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from kiosk.adapters.clouds.standalone import CLOUD
from kiosk.adapters.storage.store import open_store
from kiosk.domain.commands import Heard
from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows import home
from kiosk.domain.flows.inputs import OrderChanged
from kiosk.domain.layout import Door, Owner
from kiosk.domain.model import Kind
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.domain.trust import ClockState
from kiosk.ports import Cloud, LockBoard
from kiosk.ports_commands import CommandStore
from kiosk.ports_desk import DeskStore
from kiosk.ports_gates import NO_TERMINALS
from kiosk.services.access import Access
from kiosk.services.commands import Commands, Source
from kiosk.services.contacts import Contacts
from kiosk.services.desk import Desk
from kiosk.services.doors import Doors
from kiosk.services.errands import Errands
from kiosk.services.gates import Gates
from kiosk.services.health import Health
from kiosk.services.intake import Intake
from kiosk.services.local import LocalReservations
from kiosk.services.locks import BoardLocks
from kiosk.services.orders import Order
from kiosk.services.outbox import Outbox
from kiosk.services.recovery import Recovery
from kiosk.services.remote_doors import RemoteDoors
from kiosk.services.renewals import Renewals
from kiosk.services.session import Session
from kiosk.services.standing import StandingOrders
from kiosk.services.sync import Sync
from kiosk.services.upkeep import Upkeep
from kiosk.services.walkups import Terms, WalkUps
from kiosk.services.wishes import Hands, Wishes
from tests.integration.store_bench import file_of, furnish, key_of
from tests.machines.door_witness import Truth, Witness
from tests.machines.far_cloud import Platform
from tests.machines.steel import LAYOUT, DoorBank
from tests.machines.virtual_loop import VirtualLoop
from tests.services.fakes import Nobody

HERE = frozenset({Kind.SEND, Kind.STORE, Kind.RETURN})
AT_OPEN = CloudRules("kioskforce", collection_commits="open", walk_ups=HERE)
RULES = {Owner.CLOUD: AT_OPEN, Owner.LOCAL: CLOUD.rules}


@dataclass(frozen=True)
class Parts:
    """What a kiosk is made of, where a rule may be left out of it."""

    doors: type[Doors] = Doors
    access: type[Access] = Access
    local: type[LocalReservations] = LocalReservations
    policy: Policy = field(default_factory=Policy)


class Nothing:
    """Nobody asks by polling: what comes from afar is handed in."""

    async def commands(self, since: str | None) -> Heard:
        return Heard()


class Running:
    """One life of the kiosk: from a start to the next time everything stops."""

    def __init__(self, loop: VirtualLoop, store: Witness, bank: DoorBank, cloud: Platform) -> None:
        self.loop, self.store, self.bank, self.cloud = loop, store, bank, cloud
        self.session: Session
        self.desk: Desk
        self.standing: StandingOrders
        self.commands: Commands
        self._tasks: list[asyncio.Task[None]] = []

    async def begin(self, parts: Parts, truth: Truth, chance: random.Random) -> None:
        loop, policy, layout = self.loop, parts.policy, LAYOUT
        store = cast(DeskStore, self.store)
        boards: dict[str, LockBoard] = {"main": self.bank}
        contacts = Contacts(layout, boards, loop, policy)
        doors = parts.doors(layout, BoardLocks(boards), contacts, store, loop, policy)
        cloud = cast(Cloud, self.cloud)
        outbox = Outbox(store, cloud, loop, chance=chance.random)
        sync = Sync(store, cloud, loop, policy, chance=chance.random)
        access = parts.access(layout, store, sync, RULES, loop, policy, asyncio.sleep)
        local = parts.local(layout, store, loop, chance.randrange, policy)
        walkups = WalkUps(layout, store, local, loop, Terms(RULES, policy))
        errands = Errands(access, doors, walkups, Gates(NO_TERMINALS), policy)
        self.session = Session(errands, store, loop, policy, lambda _state: None)
        upkeep = Upkeep(layout, store, RULES)
        health = Health(contacts, store, upkeep, lambda: True, sync)
        walkups.at_screen = local.at_screen = self.session.at_screen
        self.session.told = outbox.wake

        def gone() -> None:
            truth.rights = frozenset()

        self.session.rested = gone
        intake = Intake(layout, store, local, loop, policy)
        self.desk = Desk(
            layout, store, contacts, local, intake, Renewals(store, local, loop, Nobody()), health
        )
        far = self._obeys(doors, contacts, local, policy)
        await self.standing.load()
        await self.commands.resume()
        recovery = Recovery(layout, store, contacts, RULES)
        doors.recovering = recovery.waits_for
        await recovery.settle()
        strange = _strange(doors, upkeep, contacts)
        for work in (contacts.run(), self.session.run(), outbox.run(), sync.run(), strange,
                     recovery.run(), walkups.run(), far.run(), self.commands.run()):  # fmt: skip
            self._start(work)
        self.session.order(OrderChanged(True, True, (), False, walkups.offers))

    def _obeys(
        self, doors: Doors, contacts: Contacts, local: LocalReservations, policy: Policy
    ) -> RemoteDoors:
        store, loop = cast(CommandStore, self.store), self.loop
        far = RemoteDoors(
            LAYOUT, doors, contacts, store, loop,
            somebody=lambda: not isinstance(self.session.state, home.Home | home.OutOfOrder),
            told=lambda: None,
        )  # fmt: skip
        self.standing = StandingOrders(LAYOUT, store, Owner.CLOUD)
        renewals = Renewals(store, local, loop, Nobody())
        wishes = Wishes(Hands(LAYOUT, store, contacts, far, self.standing, local, renewals))
        sources = {"relay": Source(Nothing(), trusted=True)}
        self.commands = Commands(
            store, sources, "L1", self.standing, wishes, loop, policy,
            told=lambda: None, labels=None, clock_state=lambda: ClockState.TRUSTED,
        )  # fmt: skip
        return far

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.append(self.loop.create_task(work))

    def fallen(self) -> list[BaseException]:
        """What ended a loop that must never end."""
        done = [task for task in self._tasks if task.done() and not task.cancelled()]
        return [error for task in done if (error := task.exception()) is not None]

    async def stop(self) -> None:
        """The power goes: nothing more is written and nothing more is fired."""
        await self.store.aclose()
        everybody = asyncio.all_tasks() - {asyncio.current_task()}
        for task in everybody:
            task.cancel()
        await asyncio.gather(*everybody, return_exceptions=True)


async def start(
    loop: VirtualLoop,
    folder: Path,
    bank: DoorBank,
    cloud: Platform,
    truth: Truth,
    parts: Parts,
    chance: random.Random,
) -> Running:
    """Start it all over the memory in this folder."""
    if not file_of(folder).exists():
        furnish(folder)
    store = await open_store(file_of(folder), key_of(folder), "L1", loop)
    witness = Witness(store, truth, bank)
    bank.fired, bank.seen = witness.fires, truth.sees
    life = Running(loop, witness, bank, cloud)
    await life.begin(parts, truth, chance)
    return life


async def _strange(doors: Doors, upkeep: Upkeep, contacts: Contacts) -> None:
    moves: asyncio.Queue[Callable[[], Awaitable[None]]] = asyncio.Queue()

    def moved(door: Door, what: str) -> None:
        moves.put_nowait(lambda: upkeep.strange(door, what, contacts.occupied(door.id)))

    def shut(door: Door, order: Order, intent: str) -> None:
        moves.put_nowait(lambda: upkeep.shut_in_hand(door, order, intent))

    doors.strange, doors.shut_in_hand = moved, shut
    while True:
        settle = await moves.get()
        try:
            await settle()
        except StoreBroken:
            return
