"""A whole kiosk of Bloq.it's without glass, and the cloud it belongs to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, cast

import httpx

from kiosk.app.machine import running
from kiosk.assets import examples
from kiosk.config import load
from kiosk.demo.scene import write_config
from kiosk.sandbox.boards.serve import emulated
from kiosk.sandbox.clouds.bloqit import create
from tests.integration.bloqit_locker import BASE, BLOQ, KEY
from tests.integration.locker import Glass, Locker, SwitchableCloud
from tests.integration.store_bench import furnish_kiosk


class BloqitCloud(SwitchableCloud):
    def __init__(self) -> None:
        super().__init__()
        self.app = create()

    def rents(self) -> list[dict[str, Any]]:
        return cast(list[dict[str, Any]], self.ask("GET", "reservations"))

    def state(self) -> str:
        """Of the one rent, and the locker it is in."""
        (rent,) = self.rents()
        return f"{rent['state']} {rent['locker'][-2:]}"

    def readings(self) -> int:
        """How often the history was read."""
        return sum(call.path.endswith("/webhooks/history") for call in self.app.state.calls.all())

    def others(self, method: str, path: str, **more: Any) -> None:
        """Somebody else with the same key."""
        with httpx.Client(base_url=f"{self.url}{BASE}", headers=KEY) as http:
            assert http.request(method, path, **more).status_code == 200


@asynccontextmanager
async def bloqit_kiosk(folder: Path, policy: str, more: str = "") -> AsyncIterator[Locker]:
    """Start it all in this folder; ``more`` are further lines of the cloud's section."""
    sandbox = BloqitCloud()
    async with AsyncExitStack() as stack:
        await asyncio.to_thread(sandbox.start)
        stack.push_async_callback(asyncio.to_thread, sandbox.kill)
        board = await stack.enter_async_context(emulated("kerong", "cu48"))
        bank = examples() / "bloqit" / "layout.toml"
        file = write_config(folder, sandbox.url, board.port, policy=policy, layout=bank)
        text = file.read_text().replace("machine_123", BLOQ)
        file.write_text(text.replace('"kioskforce"', f'"bloqit"\n{more}'))
        furnish_kiosk(folder, BLOQ)
        glass = Glass()
        machine = await stack.enter_async_context(running(load(file), glass))
        yield Locker(machine, glass, board, sandbox)
