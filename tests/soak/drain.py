"""Opens a kiosk's memory and tells a KioskForce all it owes: the part of a kiosk that is measured.

Words: the folder of the store, the cloud's URL. Says one JSON line when nothing waits any more.
"""

import asyncio
import json
import sys
import time
from pathlib import Path

from kiosk.adapters.clouds.kioskforce import CLOUD
from kiosk.adapters.storage.store import open_store
from kiosk.app import collecting
from kiosk.ports import CloudSettings
from kiosk.runtime.clock import SystemClock
from kiosk.services.outbox import Outbox
from tests.services.lockers import bank

KEY, MACHINE, LOCKER = "sandbox-key", "m-1", "L1"
TRIES = 20


async def drain(folder: Path, url: str) -> dict[str, float]:
    """Seconds until the first fact could be told and until all were; MiB at the most."""
    clock = SystemClock()
    settings = CloudSettings("kioskforce", MACHINE, url, KEY, bank())
    began = time.monotonic()
    store = await open_store(folder / "kiosk.db", folder / "keys" / "device.key", LOCKER, clock)
    await store.next_event(clock.now())
    opened = time.monotonic()
    collecting.settle()  # as the kiosk does once it has started
    cloud = CLOUD.connect(settings, clock)
    outbox = Outbox(store, cloud, clock)
    for _ in range(TRIES):
        await outbox.once()
        if await store.next_event(clock.now()) is None:
            break
    told = time.monotonic()
    await cloud.aclose()
    await store.aclose()
    return {"start": opened - began, "telling": told - opened, "memory": most_memory()}


def most_memory() -> float:
    """The most this process has held, in MiB; getrusage would count who started it, too."""
    status = Path("/proc/self/status").read_text()
    [held] = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(held.split()[1]) / 1024


if __name__ == "__main__":
    print(json.dumps(asyncio.run(drain(Path(sys.argv[1]), sys.argv[2]))), flush=True)
