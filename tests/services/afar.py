"""A kiosk that obeys from afar, on a loop where waiting costs nothing: real store, steel doors."""

import asyncio
import random
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from kiosk.adapters.clouds.standalone import CLOUD
from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.domain.commands import Ask, Command, Heard
from kiosk.domain.layout import Owner
from kiosk.domain.model import Arrival, Contents, ReservationId
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.domain.trust import ClockState
from kiosk.services.commands import Commands, Source
from kiosk.services.contacts import Contacts
from kiosk.services.doors import Doors
from kiosk.services.local import LocalReservations
from kiosk.services.locks import BoardLocks
from kiosk.services.orders import Opened, Order, Stayed
from kiosk.services.recovery import Recovery
from kiosk.services.remote_doors import RemoteDoors
from kiosk.services.renewals import Renewals
from kiosk.services.standing import StandingOrders
from kiosk.services.sync import Freshness
from kiosk.services.upkeep import Upkeep
from kiosk.services.wishes import Hands, Wishes
from tests.integration.store_bench import file_of, furnish, key_of
from tests.machines.steel import DoorBank, both_owners
from tests.machines.virtual_loop import START, VirtualLoop
from tests.services.fakes import Nobody

T = TypeVar("T")
RULES = {Owner.CLOUD: CloudRules("kioskforce", collection_commits="open"), Owner.LOCAL: CLOUD.rules}
POLICY = Policy()


@dataclass
class Asker:
    """A source that says what it is told to say, and remembers from where it was asked."""

    heard: list[Heard | Exception] = field(default_factory=list)
    since: list[str | None] = field(default_factory=list)

    async def commands(self, since: str | None) -> Heard:
        self.since.append(since)
        said = self.heard.pop(0) if self.heard else Heard()
        if isinstance(said, Exception):
            raise said
        return said


@dataclass
class Vendor:
    """The cloud, as far as it is read for one reservation."""

    says: Arrival | Freshness = Freshness.SILENT
    meanwhile: Callable[[], None] = lambda: None
    """What happens while it is read."""


class Life:
    """From a start to the next time everything stops."""

    def __init__(self, loop: VirtualLoop, store: SqliteStore, bank: DoorBank, far: "Far") -> None:
        self.store, self.far = store, far
        self.somebody = False
        self.clock = ClockState.TRUSTED
        self.heard: list[str] = []
        layout = self.layout = both_owners()
        self.contacts = Contacts(layout, {"main": bank}, loop, POLICY)
        self.doors = Doors(layout, BoardLocks({"main": bank}), self.contacts, store, loop, POLICY)
        self.doors.owner_shut = lambda _occupied, _for: self.heard.append("shut")
        self.doors.still_open = lambda stage: self.heard.append(f"open {stage}")
        self.remote = RemoteDoors(
            layout, self.doors, self.contacts, store, loop,
            somebody=lambda: self.somebody, told=lambda: None,
        )  # fmt: skip
        self.local = LocalReservations(layout, store, loop, random.Random(7).randrange, POLICY)
        self.renewals = Renewals(store, self.local, loop, Nobody())
        self.standing = StandingOrders(layout, store, Owner.CLOUD)
        hands = Hands(
            layout, store, self.contacts, self.remote, self.standing, self.local, self.renewals,
            self._refresh,
        )  # fmt: skip
        sources = {"cloud": Source(far.cloud), "relay": Source(far.relay, trusted=True)}
        self.commands = Commands(
            store, sources, "L1", self.standing, Wishes(hands), loop, POLICY,
            told=lambda: None, labels=frozenset(one.label for one in layout.compartments()),
            clock_state=lambda: self.clock, chance=lambda: 0.5,
        )  # fmt: skip
        self._upkeep = Upkeep(layout, store, RULES)
        self._loop, self._tasks = loop, set[asyncio.Task[Any]]()

    async def begin(self) -> None:
        recovery = Recovery(self.layout, self.store, self.contacts, RULES)
        self.doors.recovering = recovery.waits_for
        self.doors.strange = lambda door, what: self.start(self._upkeep.strange(door, what, None))
        self.doors.shut_in_hand = lambda *shut: self.start(self._upkeep.shut_in_hand(*shut))
        await self.standing.load()
        await self.commands.resume()
        await recovery.settle()
        self.start(self.contacts.run())
        self.start(self.remote.run())

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        await self.store.aclose()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _refresh(self, reservation: ReservationId) -> Freshness:
        says = self.far.vendor.says
        self.far.vendor.meanwhile()
        if isinstance(says, Freshness):
            return says
        await self.store.absorb([says], complete=False)
        return Freshness.FRESH


class Far:
    """The kiosk, who asks, and the steel; power cuts change only the kiosk."""

    def __init__(self, folder: Path) -> None:
        self.loop = VirtualLoop()
        self.folder = folder
        self.cloud, self.relay, self.vendor = Asker(), Asker(), Vendor()
        self.fired: list[str] = []
        self.bank = DoorBank(self.loop.time, self._fires)
        self.cut_at_pulse = False
        self.number = 0
        self.life = self._starts()

    def runs(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def waits(self, seconds: float) -> None:
        self.runs(asyncio.sleep(seconds))

    @property
    def now(self) -> datetime:
        return START + timedelta(seconds=self.loop.time())

    def command(self, ask: Ask = Ask.OPEN, **facts: Any) -> Command:
        """For compartment 1, of just now, with an id of its own."""
        self.number += 1
        plain = {"id": f"c{self.number}", "issued_at": self.now, "locker": "L1", "label": "1"}
        return Command(ask=ask, **{**plain, **facts})

    def hear(self, *commands: Command, source: str = "relay") -> None:
        """Take them in, and carry out what may be."""

        async def heard() -> None:
            await self.life.commands.take(source, Heard(commands, "m"))
            await self.life.commands.carry_out()

        self.runs(heard())

    def outcome(self, command: Command) -> str:
        """What became of it: "done", or why not."""
        return self.runs(self._outcome(command))

    async def _outcome(self, command: Command) -> str:
        told = [one for one in await self.life.store.told_commands(2000) if one.id == command.id]
        return (told[0].reason or told[0].outcome.value) if told else "never heard of"

    def obeys(self, command: Command, source: str = "relay") -> str:
        self.hear(command, source=source)
        return self.outcome(command)

    def person_opens(self, label: str) -> Opened | Stayed:
        door = self.life.layout.compartment(label).front
        return self.runs(self.life.doors.open(Order(door.id, f"p{label}", "consumer", 1)))

    def events(self) -> list[str]:
        return [str(row["name"]) for row in self.runs(self.life.store.outbox())]

    def contents(self, label: str = "1") -> Contents:
        holding = self.runs(self.life.store.holdings()).get(label)
        return holding.contents if holding else Contents.EMPTY

    def power_cut(self, off: timedelta = timedelta(0)) -> None:
        self.runs(self.life.stop())
        self.cut_at_pulse = False
        self.waits(off.total_seconds())
        self.life = self._starts()

    def close(self) -> None:
        self.runs(self.life.stop())
        self.loop.close()

    def _starts(self) -> Life:
        if not file_of(self.folder).exists():
            furnish(self.folder)
        opening = open_store(file_of(self.folder), key_of(self.folder), "L1", self.loop)
        life = Life(self.loop, self.runs(opening), self.bank, self)
        self.runs(life.begin())
        return life

    async def _fires(self, label: str) -> None:
        if self.cut_at_pulse:
            await asyncio.get_running_loop().create_future()
        self.fired.append(label)
