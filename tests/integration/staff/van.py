"""A courier before a whole kiosk, at a bank of Bloq.it's as large as a van's load."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from kiosk.app.machine import running
from kiosk.config import load
from kiosk.demo.scene import KEY, MACHINE, write_config
from kiosk.demo.stock import keep
from kiosk.domain.couriers import Permission
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, LogOutAsked, Round, RoundDone
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    CodeShown,
    Entered,
    FinishAsked,
    Input,
    KeyPressed,
    OpenAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.opening import PutParcel, TakeParcel
from kiosk.domain.flows.staffed import StaffInput, Told
from kiosk.domain.model import Arrival
from kiosk.sandbox.boards.serve import emulated
from kiosk.sandbox.clouds import bloqit
from kiosk.services.desk import Asker
from tests.integration.courier_issuer import pem, token
from tests.integration.journeys.cloud_stand import NAMED, QUICK, Bloqit, Place
from tests.integration.journeys.stand import OVERHEAR
from tests.integration.locker import PATIENCE, Glass
from tests.integration.store_bench import furnish_kiosk

LOCKERS = 30
"""At Bloq.it's sandbox; S, M, L, XS, XL, and again. The XL ones are not this kiosk's."""
SIZES = ("S", "M", "L", "XS")
COURIERS = '[couriers.keys.acme]\npem = "acme.pem"\n'
CALM = QUICK.replace("sync_every = 0.2", "sync_every = 0.5")
SWIFT = "debounce_ms = 20\nstagger_ms = 100\ndoor_opens_within = 0.5\n"
"""Doors that wait for nobody: twenty of them are opened in one story."""
TOUCHES = (Entered, FinishAsked, KeyPressed, OpenAsked, StaffInput, TroubleChosen, WentBack)


class Van(Bloqit):
    """A bloq with many lockers."""

    def __init__(self) -> None:
        super().__init__()
        self.app = bloqit.create(cells=[f"A{number}" for number in range(1, LOCKERS + 1)])

    def sow(self, *wishes: dict[str, object]) -> list[dict[str, Any]]:
        """Rents that the office has made."""
        with httpx.Client(base_url=self.url, headers={"X-API-Key": KEY}) as http:
            made = [http.post("/_sandbox/reservations", json=wish) for wish in wishes]
        return [answer.raise_for_status().json() for answer in made]

    def changes(self) -> list[tuple[str, str]]:
        """Every call that changes a rent: its id and what was called, in order."""
        calls = [call for call in self.ask("GET", "calls") if call["method"] == "PUT"]
        told = [call["path"].partition("?")[0].split("/") for call in calls]
        return [(next(p for p in parts if len(p) == 24), parts[-1]) for parts in told]


def bank() -> str:
    """One column of the 24 lockers that this kiosk has, with four more of its own."""
    rows = []
    for at in range(LOCKERS):
        if at % 5 < 4:
            name = f'label = "{at + 1}", cloud_id = "A{at + 1}", size = "{SIZES[at % 5]}"'
            rows.append(f"{{ {name}, mm = [400, 60, 500], door.channel = {at} }}")
    own = [
        f'{{ label = "{at + 1}", size = "XL", owner = "local", mm = [400, 60, 500], '
        f"door.channel = {at} }}"
        for at in range(LOCKERS, LOCKERS + 4)
    ]
    columns = [
        "[[column]]\nwidth_mm = 440\ncompartment = [\n" + ",\n".join(part) + ",\n]\n"
        for part in (rows[:12], rows[12:], own)
    ]
    head = 'height_mm = 1700\nsizes = ["XS", "S", "M", "L", "XL"]\n'
    return head + 'door = { wire = "main", board = 0, occupancy = true }\n' + "".join(columns)


def fresh_token() -> str:
    now = int(time.time())
    return token(iat=now, exp=now + 3600, metadata={"vehicle": "van 7", "depot": "North"})


@dataclass
class Courier:
    """Touches and holds up; everything that is posted for them is counted."""

    here: Place
    store: Path
    shown: str = field(default_factory=fresh_token)
    touches: list[str] = field(default_factory=list)
    scans: int = 0

    @property
    def state(self) -> object:
        return self.here.state

    def do(self, *events: Input) -> None:
        for event in events:
            if isinstance(event, CodeShown):
                self.scans += 1
            elif isinstance(event, TOUCHES) and not isinstance(event, Told):
                chosen = getattr(event, "chore", None)
                self.touches.append(chosen.name if chosen else type(event).__name__)
            self.here.do(event)

    def scan(self, *labels: str) -> None:
        self.do(*map(CodeShown, labels))

    async def sees(
        self, state: type | tuple[type, ...], so: Callable[[Any], object] = lambda _state: True
    ) -> Any:
        """Until this screen shows, and in such a state."""
        now = lambda: self.here.state  # noqa: E731
        await self.here.until(lambda: isinstance(now(), state) and so(now()), str(state))
        return now()

    async def at_door(self, kind: type) -> str:
        """Waits for the screen of an open door in a courier's hands; answers which."""
        working = await self.sees(Working, lambda working: isinstance(working.at, kind))
        return str(working.visit.label)

    def told(self) -> list[str]:
        """Every fact that went into the outbox, by name, in order."""
        return [name for (name,) in self._read("SELECT name FROM overheard ORDER BY rowid")]

    def intents(self) -> list[tuple[str, str, str]]:
        """Whose door was fired by whom, and what came of it, in order."""
        rows = self._read("SELECT reservation, actor, state FROM intent ORDER BY seq")
        return [(str(name), str(actor), str(state)) for name, actor, state in rows]

    def _read(self, query: str) -> list[tuple[str, ...]]:
        with closing(sqlite3.connect(self.store)) as rows:
            return rows.execute(query).fetchall()

    async def enrols(self) -> str:
        """At the console; answers the PIN."""
        desk = self.here.machine.couriers.desk
        return str((await desk.enrol(Asker(1000), "DRIVER1"))["pin"])

    async def logs_in(self) -> None:
        """The token is held up at home; that is no scan of a parcel."""
        self.here.do(CodeShown(self.shown))
        await self.reads_list()

    async def proves(self, pin: str) -> None:
        self.do(ChoreChosen(Chore.PROVE), *map(KeyPressed, pin), Entered())
        await self.sees(
            Round, lambda listed: Permission.TAKE_OUT in listed.shift.may and listed.parcels
        )

    async def announced(self, *wishes: dict[str, object]) -> list[dict[str, Any]]:
        """Made at the cloud, and known here; answers what the cloud says of them."""
        cloud = self.here.cloud
        assert isinstance(cloud, Van)
        made = await asyncio.to_thread(cloud.sow, *wishes)
        listed = self.here.machine.desk.list
        async with asyncio.timeout(PATIENCE):
            while not {one["_id"] for one in made} <= {
                one["id"] for one in (await listed())["reservations"]
            }:
                await asyncio.sleep(0.02)
        return made

    async def reads_list(self) -> Round:
        found: Round = await self.sees(Round, lambda listed: listed.parcels is not None)
        return found

    async def puts_in(self) -> str:
        """At the open door; answers which."""
        label = await self.at_door(PutParcel)
        self.here.hand("occupy", label)
        self.here.hand("shut", label)
        return label

    async def takes_out(self) -> str:
        """Likewise."""
        label = await self.at_door(TakeParcel)
        self.here.hand("clear", label)
        self.here.hand("shut", label)
        return label

    async def leaves(self) -> None:
        self.do(LogOutAsked())
        await self.sees(RoundDone)
        self.do(FinishAsked())
        await self.sees(Home)
        logins = self.here.machine.couriers.logins
        await self.here.until(lambda: logins.session is None, "nobody logged in")


@asynccontextmanager
async def van(folder: Path, arrivals: Sequence[Arrival] = ()) -> AsyncIterator[Courier]:
    """The kiosk and its courier; ``arrivals`` are of the kiosk's own and known from the start."""
    cloud = Van()
    async with AsyncExitStack() as stack:
        await asyncio.to_thread(cloud.start)
        stack.push_async_callback(asyncio.to_thread, cloud.kill)
        board = await stack.enter_async_context(emulated("kerong", "cu48"))
        layout = folder / "layout.toml"
        layout.write_text(bank())
        (folder / "acme.pem").write_bytes(pem("acme"))
        file = write_config(
            folder, cloud.url, board.port, policy=CALM + SWIFT, layout=layout, beside=COURIERS
        )
        text = file.read_text().replace(MACHINE, cloud.locker)
        file.write_text(text.replace(NAMED, 'name = "bloqit"\n'))
        config = load(file)
        furnish_kiosk(folder, config.locker.id)
        await keep(config, arrivals)
        with closing(sqlite3.connect(config.store.path)) as ears:
            ears.executescript(OVERHEAR)
        glass = Glass()
        machine = await stack.enter_async_context(running(config, glass))
        here = Place(machine, glass, board, cloud)
        for label in [a.reservation.compartment for a in arrivals if a.reservation.compartment]:
            here.hand("occupy", label)
        await here.sees(Home)
        yield Courier(here, config.store.path)
