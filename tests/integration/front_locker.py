"""A whole kiosk in mode front: no board, the sandbox cloud's own machine has the doors."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.app.machine import running
from kiosk.assets import examples
from kiosk.config import load
from kiosk.demo.scene import MACHINE, write_config
from kiosk.sandbox.clouds import bloqit
from kiosk.sandbox.clouds.kioskforce import create
from tests.integration.locker import Glass, Locker, SwitchableCloud

WIRE = """[[wire]]
name = "main"
driver = "kerong"
variant = "cu48"
port = "unused"
"""
OWNED = ('owner = "local"', 'owner = "cloud"')
"""In mode front the cloud gives all compartments away."""
FRONT = '[doors]\ndriver = "cloud"\n'
QUICK = "sync_every = 0.3\nrefusal_after = 0.1\ncloud_waits = 3.0\nfront_reads_every = 0.1\n"


class VendorCloud(SwitchableCloud):
    """KioskForce's sandbox, whose state follows doors of its own."""

    bank = "kioskforce"
    """Whose example is the bank."""
    locker = MACHINE

    def __init__(self) -> None:
        super().__init__()
        self.app = create(door="vendor")

    def asked(self, verb: str) -> int:
        """How often this was called."""
        return sum(call["path"].endswith(f"/{verb}") for call in self.ask("GET", "calls"))

    def is_open(self, cell: str) -> bool:
        doors = {door["name"]: door["door_open"] for door in self.ask("GET", "doors")}
        return bool(doors[cell])

    def status(self, reservation: str) -> str:
        told = {one["reservation_id"]: one["status"] for one in self.ask("GET", "reservations")}
        return str(told[reservation]).removeprefix("RESERVATION_STATUS_")


class BloqitCloud(VendorCloud):
    """Bloq.it's, likewise."""

    bank = "bloqit"
    locker = bloqit.BLOQ_ID

    def __init__(self) -> None:
        super().__init__()
        cells = (*bloqit.TITLES, "13", "14", "15")
        self.app = bloqit.create(door="vendor", cells=cells)

    def is_open(self, cell: str) -> bool:
        return bool({door["title"]: door["is_open"] for door in self.ask("GET", "doors")}[cell])

    def status(self, reservation: str) -> str:
        told = {one["_id"]: one["state"] for one in self.ask("GET", "reservations")}
        return str(told[reservation])


@dataclass
class FrontLocker(Locker):
    """The kiosk, and the vendor's machine beside it."""

    cloud: VendorCloud

    async def there(self, method: str, path: str, body: object = None) -> Any:
        """Have it done at the vendor's end."""
        return await asyncio.to_thread(self.cloud.ask, method, path, body)

    async def fault(self, **fault: object) -> None:
        await self.there("POST", "faults", [fault])

    async def asked(self, verb: str) -> int:
        return await asyncio.to_thread(self.cloud.asked, verb)

    async def is_open(self, cell: str) -> bool:
        return await asyncio.to_thread(self.cloud.is_open, cell)

    async def pickup_code(self, reservation: str) -> str:
        told = await self.there("GET", "reservations")
        return next(r["pickup_qrcode"] for r in told if r["reservation_id"] == reservation)

    async def unplug(self) -> None:
        """The cloud cannot be reached any more."""
        await asyncio.to_thread(self.cloud.kill)

    async def settled(self) -> None:
        """Until the cloud is owed nothing."""
        async with asyncio.timeout(15):
            while (await self.machine.desk.outbox())["events"]:
                await asyncio.sleep(0.05)

    async def becomes(self, reservation: str, status: str) -> None:
        async with asyncio.timeout(15):
            while await asyncio.to_thread(self.cloud.status, reservation) != status:
                await asyncio.sleep(0.05)

    async def holding(self, label: str) -> tuple[str, str | None]:
        """Contents and flag of a compartment."""
        rows = (await self.machine.desk.doors())["doors"]
        return next((r["contents"], r["flag"]) for r in rows if r["label"] == label)

    async def holds(self, label: str, expected: tuple[str, str | None]) -> None:
        async with asyncio.timeout(15):
            while await self.holding(label) != expected:
                await asyncio.sleep(0.05)

    async def lines(self, name: str) -> list[dict[str, Any]]:
        """What the journal says under this name."""
        lines = (await self.machine.desk.journal(200))["lines"]
        return [line for line in lines if line["name"] == name]


@asynccontextmanager
async def front_locker(
    folder: Path, *, policy: str = QUICK, cloud: VendorCloud | None = None
) -> AsyncIterator[FrontLocker]:
    """Start it in this folder; a second start there finds the first one's store."""
    sandbox = cloud or VendorCloud()
    async with AsyncExitStack() as stack:
        if not sandbox.url:
            await asyncio.to_thread(sandbox.start)
            stack.push_async_callback(asyncio.to_thread, sandbox.kill)
        bank = folder / "front.toml"
        example = examples() / sandbox.bank / "layout.toml"
        bank.write_text(example.read_text().replace(*OWNED))
        file = write_config(folder, sandbox.url, "unused", policy=policy, layout=bank)
        text = file.read_text().replace(WIRE, FRONT).replace(MACHINE, sandbox.locker)
        file.write_text(text.replace('name = "kioskforce"', f'name = "{sandbox.bank}"'))
        glass = Glass()
        machine = await stack.enter_async_context(running(load(file), glass))
        yield FrontLocker(machine, glass, None, sandbox)  # type: ignore[arg-type]
