"""A whole kiosk without glass: emulated board on a pseudo-terminal, sandbox cloud, real store."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from kiosk.app.machine import Machine, running
from kiosk.config import Makers, load
from kiosk.demo.scene import KEY, write_config
from kiosk.domain.flows import journey
from kiosk.domain.flows.inputs import CodeShown, Entered, Input, JourneyChosen, KeyPressed
from kiosk.domain.flows.visit import Aim
from kiosk.sandbox.boards.bench import Bench
from kiosk.sandbox.boards.serve import emulated
from kiosk.sandbox.clouds.kioskforce import create
from kiosk.sandbox.clouds.serve import running as cloud_running
from tests.integration.store_bench import furnish_kiosk

STORED = "RESERVATION_STATUS_DROPPED_OFF"
WAITING = "RESERVATION_STATUS_PENDING"
PATIENCE = 15.0


@dataclass
class Glass:
    """A screen that only remembers what it was shown."""

    shown: list[journey.State] = field(default_factory=list)

    def show(self, state: journey.State) -> None:
        self.shown.append(state)

    def reset(self) -> None:
        """Nothing to forget."""

    async def screenshot(self) -> bytes:
        return b""


class SwitchableCloud:
    """The sandbox; it can be killed and comes back on its port with its memory."""

    def __init__(self) -> None:
        self.app: FastAPI = create()
        self._life = ExitStack()
        self.url = ""

    def start(self) -> None:
        port = int(self.url.rpartition(":")[2]) if self.url else 0
        self.url = self._life.enter_context(cloud_running(self.app, port=port))

    def kill(self) -> None:
        self._life.close()

    def ask(self, method: str, path: str, body: object = None) -> Any:
        with httpx.Client(base_url=self.url, headers={"X-API-Key": KEY}, verify=False) as client:
            answer = client.request(method, f"/_sandbox/{path}", json=body)
            answer.raise_for_status()
            return answer.json()

    def put(self, **reservation: Any) -> dict[str, Any]:
        body: dict[str, Any] = self.ask("POST", "reservations", reservation)
        return body

    def effects(self) -> list[str]:
        """What was told, as "pickups res_1", in order, each as often as it came."""
        told = []
        for call in self.ask("GET", "calls"):
            *_, reservation, verb = call["path"].split("/")
            if verb in {"pickups", "dropoffs", "deletes", "abandons"}:
                told.append(f"{verb} {reservation}")
        return told


@dataclass
class Locker:
    """The running kiosk and everything around it."""

    machine: Machine
    glass: Glass
    board: Bench
    cloud: SwitchableCloud

    @property
    def state(self) -> journey.State:
        return self.machine.session.state

    def do(self, *inputs: Input) -> None:
        for event in inputs:
            self.machine.session.post(event)

    def scan(self, text: str) -> None:
        self.do(CodeShown(text))

    def type(self, text: str) -> None:
        self.do(JourneyChosen(Aim.PICKUP), *(KeyPressed(sign) for sign in text), Entered())

    def answer(self, datum: str) -> None:
        self.do(*(KeyPressed(sign) for sign in datum), Entered())

    async def sees(self, *states: type) -> journey.State:
        """Until it is on the glass: what goes with it is committed by then."""

        def shown() -> bool:
            return isinstance(self.state, states) and self.glass.shown[-1:] == [self.state]

        await self.until(shown, str(states))
        return self.state

    async def until(self, so: Callable[[], object], what: str) -> None:
        """Live until this is so."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not so():
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise AssertionError(f"never came: {what}; the state is {self.state}") from None

    async def known(self, reservation: str) -> None:
        """Until the cache holds this reservation with its codes."""
        async with asyncio.timeout(PATIENCE):
            while reservation not in str(await self.machine.desk.list()):
                await asyncio.sleep(0.02)
            await asyncio.sleep(0.2)

    def unlocks(self) -> list[str]:
        """The unlock frames the board got, as hex."""
        return [heard.frame.hex() for heard in self.board.frames if heard.does == "unlock"]


@asynccontextmanager
async def locker(
    folder: Path,
    *,
    policy: str = "",
    camera: str = "",
    cloud: SwitchableCloud | None = None,
    glass: Glass | None = None,
    found: Sequence[str] = (),
    layout: Path | None = None,
    makers: Makers | None = None,
    bare: bool = False,
) -> AsyncIterator[Locker]:
    """Start it all in this folder; a second start there finds the first one's store.

    ``found`` is done to the board before the kiosk starts, as "occupy 2"; ``layout`` None is the
    example's bank, ``makers`` None is every make that is installed. A ``bare`` one makes its
    tables itself at its first start, which takes longer.
    """
    sandbox = cloud or SwitchableCloud()
    async with AsyncExitStack() as stack:
        if not sandbox.url:
            await asyncio.to_thread(sandbox.start)
            stack.push_async_callback(asyncio.to_thread, sandbox.kill)
        board = await stack.enter_async_context(emulated("kerong", "cu48"))
        for line in found:
            board.do(line)
        there = {"camera": camera, "policy": policy, "layout": layout}
        config = load(write_config(folder, sandbox.url, board.port, **there), makers)
        if not bare:
            furnish_kiosk(folder, config.locker.id)
        glass = glass or Glass()
        machine = await stack.enter_async_context(running(config, glass))
        yield Locker(machine, glass, board, sandbox)
