"""A whole kiosk for one story: real services and store, an emulated board, every fact overheard."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from string import Template

from kiosk.app.machine import Machine, running
from kiosk.config import Config, load
from kiosk.demo.profile import BESIDE, LAYOUT
from kiosk.demo.stock import keep
from kiosk.domain.flows import journey
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import Input
from kiosk.domain.model import Arrival
from kiosk.ports_gates import NO_TERMINALS, Terminals
from kiosk.sandbox.boards.bench import Bench
from kiosk.sandbox.boards.serve import emulated
from tests.integration.locker import Glass
from tests.integration.store_bench import furnish_kiosk

KIOSK_TOML = Template("""\
[locker]
id = "stories"
name = "Bahnhofplatz 4"
layout = "$layout"

[[wire]]
name = "main"
driver = "kerong"
variant = "cu48"
port = "$port"

[scanner]
camera = ""

[store]
path = "state/kiosk.db"
key = "keys/device.key"

[policy]
refusal_after = 0.1
stagger_ms = 500
$beside
""")
OVERHEAR = """
CREATE TABLE IF NOT EXISTS overheard (name TEXT, data TEXT);
CREATE TRIGGER IF NOT EXISTS ears AFTER INSERT ON outbox
BEGIN INSERT INTO overheard VALUES (NEW.name, NEW.data); END;
"""

PATIENCE = 8.0
"""Seconds; every step of a story takes a small part of it."""

Step = Callable[["Stand"], Awaitable[None]]
Facts = dict[str, object]


@dataclass
class Stand:
    """The kiosk while its story goes on."""

    machine: Machine
    board: Bench
    labels: dict[int, str]
    """Of the doors, by their channel on the board."""
    notes: dict[str, str] = field(default_factory=dict)
    """What a person in the story wrote down: a code, a door."""

    @property
    def state(self) -> journey.State:
        return self.machine.session.state

    def do(self, *inputs: Input) -> None:
        for event in inputs:
            self.machine.session.post(event)

    def hand(self, verb: str, label: str) -> None:
        """Do something to a door: occupy, clear, shut."""
        channel = next(c for c, name in self.labels.items() if name == label)
        self.board.do(f"{verb} {channel}")

    async def until(self, so: Callable[[], object], what: str) -> None:
        """Live until this is so."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not so():
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise AssertionError(f"never came: {what}; the state is {self.state}") from None

    def fired(self) -> list[str]:
        """The doors whose unlock frames the board got, in order."""
        unlocks = [heard for heard in self.board.frames if heard.does == "unlock"]
        return [self.labels[heard.channel or 0] for heard in unlocks]

    async def contents(self) -> dict[str, str]:
        """What lies where, as the kiosk knows it; what is empty is left out."""
        rows = (await self.machine.desk.doors())["doors"]
        return {row["label"]: row["contents"] for row in rows if row["contents"] != "empty"}


@dataclass
class Overheard:
    """What came of a story, once the kiosk has stopped."""

    fired: list[str]
    contents: dict[str, str]
    told: list[tuple[str, Facts]]
    """Every fact that went into the outbox, in order, with its data."""


@asynccontextmanager
async def stand(
    folder: Path,
    arrivals: Sequence[Arrival],
    *,
    terminals: Terminals = NO_TERMINALS,
    arriving: bool = False,
    beside: str = "",
    layout: Path = LAYOUT,
    found: Sequence[str] = (),
) -> AsyncIterator[Stand]:
    """The kiosk with these reservations; the parcels of those that are stored lie inside.

    ``found``: what was done to its doors before it started.
    """
    async with emulated("kerong", "cu48") as board:
        for deed in found:
            board.do(deed)
        config = _config(folder, board.port, beside, layout)
        config = replace(config, rules=replace(config.rules, arrivals=arriving))
        furnish_kiosk(folder, config.locker.id)
        await keep(config, arrivals)
        with closing(sqlite3.connect(config.store.path)) as ears:
            ears.executescript(OVERHEAR)
        labels = {door.address.channel: str(door.id) for door in config.layout.doors()}
        async with running(config, Glass(), terminals) as machine:
            here = Stand(machine, board, labels)
            for label in await here.contents():
                here.hand("occupy", label)
            await here.until(lambda: isinstance(here.state, Home) and here.state.offers, "home")
            yield here


async def tell(folder: Path, here: Stand, steps: Sequence[Step]) -> Overheard:
    """Go through a story; answers what came of it."""
    for step in steps:
        await step(here)
    contents = await here.contents()
    # Read while it still runs: what is committed is there for everybody.
    with closing(sqlite3.connect(folder / "state" / "kiosk.db")) as ears:
        rows = ears.execute("SELECT name, data FROM overheard ORDER BY rowid").fetchall()
    return Overheard(here.fired(), contents, [(name, json.loads(data)) for name, data in rows])


def now() -> datetime:
    return datetime.now(UTC)


def _config(folder: Path, port: str, beside: str, layout: Path) -> Config:
    file = folder / "kiosk.toml"
    file.write_text(KIOSK_TOML.substitute(layout=layout, port=port, beside=beside or BESIDE))
    return load(file)
