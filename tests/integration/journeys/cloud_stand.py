"""A whole kiosk with boards of its own, at either cloud, and the words its stories are told in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from kiosk.app.machine import running
from kiosk.assets import examples
from kiosk.config import load
from kiosk.demo.scene import KEY, MACHINE, write_config
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import Entered, FinishAsked, JourneyChosen, KeyPressed
from kiosk.domain.flows.opening import Done, PutParcel, TakeParcel
from kiosk.domain.flows.visit import Aim, Outcome
from kiosk.sandbox.boards.serve import emulated
from kiosk.sandbox.clouds import bloqit, kioskforce
from tests.integration.locker import PATIENCE, Glass, Locker, SwitchableCloud
from tests.integration.store_bench import furnish_kiosk

QUICK = "sync_every = 0.2\nrefusal_after = 0.1\ncloud_waits = 1.0\nfresh = 0.1\n"
NAMED = 'name = "kioskforce"\n'


class KioskForce(SwitchableCloud):
    """Told of what this kiosk's doors do."""

    bank = "kioskforce"
    locker = MACHINE

    def __init__(self) -> None:
        super().__init__()
        self.app = kioskforce.create()

    def states(self) -> dict[str, str]:
        told = {r["reservation_id"]: r["status"] for r in self.ask("GET", "reservations")}
        return {name: str(s).removeprefix("RESERVATION_STATUS_") for name, s in told.items()}


class Bloqit(SwitchableCloud):
    """Likewise; one bloq and the one next to it."""

    bank = "bloqit"
    locker = bloqit.BLOQ_ID

    def __init__(self) -> None:
        super().__init__()
        self.app = bloqit.create()

    def states(self) -> dict[str, str]:
        return {rent["_id"]: rent["state"] for rent in self.ask("GET", "reservations")}

    def told(self, rent: str) -> list[str]:
        """What was called about this rent, in order, as often as it came."""
        calls = [call for call in self.ask("GET", "calls") if call["method"] == "PUT"]
        return [c["path"].partition(rent)[2] for c in calls if rent in c["path"]]

    async def meanwhile(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        """Have something happen there that nobody here can hear of."""
        there = httpx.ASGITransport(self.app)
        key = {"X-API-KEY": KEY}
        async with httpx.AsyncClient(transport=there, base_url="http://there", headers=key) as http:
            answer = await http.request(method, path, **more)
        assert answer.is_success, answer.text
        body: dict[str, Any] = answer.json()
        return body


@dataclass
class Place(Locker):
    """The kiosk, its board, and the cloud at the other end of a line that can be cut."""

    cloud: KioskForce | Bloqit

    async def there(self, method: str, path: str, body: object = None) -> Any:
        return await asyncio.to_thread(self.cloud.ask, method, path, body)

    async def announced(self, **wish: Any) -> dict[str, Any]:
        """Something that is made in the cloud, once the kiosk knows it."""
        made: dict[str, Any] = await self.there("POST", "reservations", wish)
        await self.known(str(made.get("_id") or made["reservation_id"]))
        return made

    async def becomes(self, reservation: str, state: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while (await asyncio.to_thread(self.cloud.states))[reservation] != state:
                await asyncio.sleep(0.02)

    async def cut(self) -> None:
        """The line is cut, and the kiosk knows."""
        await asyncio.to_thread(self.cloud.kill)
        await self._online(False)

    async def back(self) -> None:
        """The line is there again, and the kiosk knows."""
        await asyncio.to_thread(self.cloud.start)
        await self._online(True)

    def brings(self, code: str) -> None:
        self.do(JourneyChosen(Aim.DROPOFF), *(KeyPressed(sign) for sign in code), Entered())

    async def puts_in(self, label: str) -> None:
        """At this open door."""
        await self._at(PutParcel, label)
        self.hand("occupy", label)
        self.hand("shut", label)
        await self.ends(Outcome.DEPOSITED)

    async def takes(self, label: str) -> None:
        await self._at(TakeParcel, label)
        self.hand("clear", label)
        self.hand("shut", label)
        await self.ends(Outcome.COLLECTED)

    async def ends(self, outcome: Outcome) -> None:
        done = await self.sees(Done)
        assert isinstance(done, Done)
        assert done.outcome is outcome
        self.do(FinishAsked())
        await self.sees(Home)

    def hand(self, verb: str, label: str) -> None:
        """Do something to a door: occupy, clear, shut; both examples number them like this."""
        self.board.do(f"{verb} {int(label) - 1}")

    def fired(self) -> list[str]:
        """The doors whose unlock frames the board got, in order."""
        heard = [one for one in self.board.frames if one.does == "unlock"]
        return [str(int(one.channel or 0) + 1) for one in heard]

    async def told_all(self) -> None:
        """Until nobody is owed anything, here and wherever else it is reported."""
        waiting: object = ()
        try:
            async with asyncio.timeout(PATIENCE):
                while waiting := (await self.machine.desk.outbox())["events"]:
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError(f"never told: {waiting}") from None

    async def set_aside(self) -> set[str]:
        """Why what is still owed is not told, once nothing is on its way any more."""
        async with asyncio.timeout(PATIENCE):
            while True:
                owed = (await self.machine.desk.outbox())["events"]
                if owed and all(event["parked"] for event in owed):
                    return {event["error"] for event in owed}
                await asyncio.sleep(0.02)

    async def row(self, label: str) -> dict[str, Any]:
        """What is known of a compartment."""
        rows = (await self.machine.desk.doors())["doors"]
        return next(row for row in rows if row["label"] == label)

    async def noted(self, name: str) -> list[dict[str, Any]]:
        """What the journal says under this name, once it does."""
        async with asyncio.timeout(PATIENCE):
            while True:
                lines = (await self.machine.desk.journal(200))["lines"]
                if found := [line for line in lines if line["name"] == name]:
                    return found
                await asyncio.sleep(0.02)

    async def _at(self, screen: type[PutParcel] | type[TakeParcel], label: str) -> None:
        state = await self.sees(screen)
        assert isinstance(state, screen)
        assert state.visit.label == label

    async def _online(self, wanted: bool) -> None:
        await self.until(lambda: self.machine.health.as_facts()["online"] is wanted, "the line")


@asynccontextmanager
async def place_at(
    folder: Path, cloud: KioskForce | Bloqit, *, beside: str = "", policy: str = QUICK
) -> AsyncIterator[Place]:
    """Start it all in this folder; ``beside`` are further lines of [cloud]."""
    async with AsyncExitStack() as stack:
        await asyncio.to_thread(cloud.start)
        stack.push_async_callback(asyncio.to_thread, cloud.kill)
        board = await stack.enter_async_context(emulated("kerong", "cu48"))
        bank = examples() / cloud.bank / "layout.toml"
        file = write_config(folder, cloud.url, board.port, policy=policy, layout=bank)
        text = file.read_text().replace(MACHINE, cloud.locker)
        file.write_text(text.replace(NAMED, f'name = "{cloud.bank}"\n{beside}'))
        furnish_kiosk(folder, cloud.locker)
        glass = Glass()
        machine = await stack.enter_async_context(running(load(file), glass))
        here = Place(machine, glass, board, cloud)
        await here.sees(Home)
        yield here
