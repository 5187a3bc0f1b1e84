"""A kiosk's end of the line to one cloud: the real adapter, sync, outbox and store, in no time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import stamina
from fastapi import FastAPI
from structlog.testing import capture_logs

from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, NewEvent, ReservationId
from kiosk.domain.policy import Policy
from kiosk.ports import Cloud
from kiosk.sandbox.clouds.faults import Fault
from kiosk.services.outbox import Outbox
from kiosk.services.sync import Sync
from tests.contract.clouds import LABEL, Step, Vendor, post
from tests.contract.description import described
from tests.contract.wire import Wire
from tests.integration.store_bench import file_of, furnish, key_of
from tests.machines.virtual_loop import VirtualLoop

KEY = "canary-key-6f1d2a77"
PATIENCE = 7200.0
"""Virtual seconds in which everything that waits has its turn."""


@dataclass
class Stand:
    """All that a story needs; its time is virtual."""

    vendor: Vendor
    loop: VirtualLoop
    wire: Wire
    cloud: Cloud
    store: SqliteStore
    outbox: Outbox
    sync: Sync
    folder: Path
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    errors: set[str] = field(default_factory=set)
    """What the outbox said of facts that had to wait."""

    @property
    def id(self) -> ReservationId:
        return ReservationId(self.vendor.parcel)

    def starts(self) -> None:
        """The loops of the kiosk run."""
        for work in (self.sync.run(), self.outbox.run()):
            self.tasks.append(self.loop.create_task(work))

    async def seeds(self, without: Sequence[str] = (), **more: Any) -> None:
        await self.vendor.sows(self.wire.app, without, **more)

    async def gives_every_parcel_the_code(self, code: str) -> None:
        await post(self.wire.app, "/_sandbox/codes", {"same": code})

    def fails(self, **fault: Any) -> None:
        self.wire.app.state.faults.add([Fault(**fault)])

    def mends(self) -> None:
        self.wire.app.state.faults.clear()

    async def until(self, holds: Callable[[], Awaitable[bool]], what: str) -> None:
        end = self.loop.time() + PATIENCE
        while not await holds():
            assert self.loop.time() < end, (
                f"{what} never came; asked last: {self.wire.calls()[-5:]}"
            )
            await asyncio.sleep(0.5)

    async def known(self) -> None:
        """The parcel and its codes are in the store."""

        async def holds() -> bool:
            return await self.store.has_codes(self.id)

        await self.until(holds, "the parcel")

    async def happens(self, step: Step) -> None:
        """What a person does at the door, as the session records it."""
        told = [step.event] if step.event else []
        events = tuple(NewEvent(name, self.id, Owner.CLOUD, {"label": LABEL}) for name in told)
        change = Change(step.journal, self.id, step.state, LABEL, events=events)
        await self.store.record(change)
        self.outbox.wake()

    async def all_told(self) -> None:
        async def holds() -> bool:
            rows = await self.store.outbox()
            self.errors |= {str(row["error"]) for row in rows}
            return all(row["parked"] for row in rows)

        await self.until(holds, "an empty outbox")

    async def journey(self) -> None:
        """From announced to its end."""
        self.starts()
        await self.known()
        for step in self.vendor.journey:
            await self.happens(step)
            await asyncio.sleep(1.0)
        await self.all_told()

    def effects(self) -> list[str]:
        """The ends of the paths of those calls that changed something in the cloud, in order."""
        return [
            "/" + call.path.rpartition("/")[2]
            for call in self.wire.app.state.calls.all()
            if call.method != "GET" and call.effect is not None and 200 <= call.effect < 300
        ]


@contextmanager
def standing(vendor: Vendor) -> Iterator[Stand]:
    """Build one up, and see afterwards that the cloud heard only what it knows, and no secret
    lies anywhere it may not."""
    assert stamina.is_active()
    loop, heard = VirtualLoop(), _Heard()
    logging.getLogger().addHandler(heard)
    app = _sandbox(vendor)
    wire = Wire(app, described(vendor.name))
    with TemporaryDirectory() as name:
        folder = Path(name)
        furnish(folder)
        cloud = vendor.connect(loop, wire, KEY)
        opening = open_store(file_of(folder), key_of(folder), "L1", loop, vendor.layout())
        store = loop.run_until_complete(opening)
        outbox = Outbox(store, cloud, loop, chance=lambda: 0.5)
        sync = Sync(store, cloud, loop, Policy(), chance=lambda: 0.5)
        stand = Stand(vendor, loop, wire, cloud, store, outbox, sync, folder)
        try:
            with capture_logs() as structured:
                yield stand
            assert wire.breaches == []
            assert heard.errors == []
        finally:
            logging.getLogger().removeHandler(heard)
            loop.run_until_complete(_ends(stand))
            loop.close()
        said = [*heard.lines, *stand.errors, *(repr(line) for line in structured)]
        _tells_nothing(vendor, said, folder)


@cache
def _made(vendor: Vendor) -> FastAPI:
    return vendor.sandbox(key=KEY)


def _sandbox(vendor: Vendor) -> FastAPI:
    """As new: making one takes longer than a story."""
    app = _made(vendor)
    app.state.calls.clear()
    app.state.faults.clear()
    app.state.clock.reset()
    app.state.reset()
    return app


async def _ends(stand: Stand) -> None:
    for task in stand.tasks:
        task.cancel()
    await asyncio.gather(*stand.tasks, return_exceptions=True)
    await stand.cloud.aclose()
    await stand.store.aclose()


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.errors.append(record.getMessage())
        self.lines.append(logging.Formatter("%(message)s").format(record))


def _tells_nothing(vendor: Vendor, said: list[str], folder: Path) -> None:
    told = "\n".join(said).encode()
    kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    for canary in (KEY, *vendor.canaries):
        assert canary.encode() not in told, "a secret in a log or an error"
        assert canary.encode() not in kept, "a secret in the store"
