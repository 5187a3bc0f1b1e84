"""A whole kiosk on simulated doors, asked over its control socket as the command line asks it."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from kiosk.app.machine import Machine, running
from kiosk.config import load
from kiosk.runtime.control import ask, socket_path
from tests.integration.locker import Glass

TOML = """\
[locker]
id = "here"
name = "Here"
[[wire]]
name = "main"
driver = "simulated"
[scanner]
camera = ""
[store]
path = "state/kiosk.db"
key = "keys/device.key"
[ui]
languages = ["en"]
"""
LAYOUT = """\
height_mm = 600
sizes = ["S"]
door = { wire = "main", board = 0 }
[[column]]
width_mm = 450
compartment = [
    { label = "1", size = "S", mm = [400, 200, 600], door.channel = 1 },
    { label = "2", size = "S", mm = [400, 200, 600], door.channel = 2 },
]
"""


class Asked:
    def __init__(self, machine: Machine, path: Path) -> None:
        self.machine = machine
        self.path = path

    async def ask(self, verb: str, **given: object) -> dict:
        return await asyncio.to_thread(ask, self.path, verb, given)

    async def raw(self, line: bytes) -> dict:
        def talk() -> bytes:
            with socket.socket(socket.AF_UNIX) as connection:
                connection.connect(str(self.path))
                connection.sendall(line)
                with connection.makefile("rb") as answer:
                    return answer.readline()

        return json.loads(await asyncio.to_thread(talk))

    async def sees(self, state: type) -> None:
        async with asyncio.timeout(10):
            while not isinstance(self.machine.session.state, state):
                await asyncio.sleep(0.01)


def write(folder: Path, policy: str = "") -> Path:
    """A kiosk.toml on two simulated doors; answers its path."""
    (folder / "kiosk.toml").write_text(TOML + policy)
    (folder / "layout.toml").write_text(LAYOUT)
    return folder / "kiosk.toml"


@asynccontextmanager
async def asked(folder: Path, policy: str = "") -> AsyncIterator[Asked]:
    config = load(write(folder, policy))
    async with running(config, Glass()) as machine:
        asked = Asked(machine, socket_path("here", config.store.path))
        async with asyncio.timeout(10):
            while not asked.path.exists():
                await asyncio.sleep(0.01)
        yield asked
