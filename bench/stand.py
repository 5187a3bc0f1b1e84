"""The kiosk on the test stand: camera films, an emulated board in this loop, a sandbox cloud."""

import asyncio
import json
import os
import re
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from bench.programs import OFFSCREEN
from kiosk.demo.scene import KEY, spoken, write_config
from kiosk.sandbox.boards.bench import Bench
from kiosk.sandbox.boards.serve import emulated

FPS = 30
POLICY = """\
# The tries follow one another faster than people do. None of these lies between code and unlock.
stagger_ms = 1
sync_every = 3.0
debounce_ms = 10
done = 0.05
"""
COLUMNS, ROWS = 5, 8
CELLS = tuple(f"A{number:02}" for number in range(1, COLUMNS * ROWS + 1))
"""One for each channel of the emulated board from 0 on."""
PATIENCE = 20.0


@dataclass
class Stand:
    """A running kiosk, what it said, and what reached its lock board when."""

    board: Bench
    cloud: httpx.AsyncClient
    process: asyncio.subprocess.Process
    heard: list[tuple[float, Mapping[str, object]]]
    said: list[dict[str, Any]] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self) -> None:
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            self.said.append(json.loads(line))
            self._news.set()

    async def says(self, wanted: Callable[[dict[str, Any]], object], since: int) -> dict[str, Any]:
        """The first such thing it says after the ``since``-th."""
        async with asyncio.timeout(PATIENCE):
            while True:
                self._news.clear()
                for fact in self.said[since:]:
                    if wanted(fact):
                        return fact
                await self._news.wait()

    async def do(self, line: str) -> list[dict[str, Any]]:
        """Have this done; answers what was said meanwhile."""
        assert self.process.stdin is not None
        since = len(self.said)
        self.process.stdin.write(f"{line}\n".encode())
        await self.says(lambda fact: fact.get("did") == line.partition(" ")[0], since)
        return self.said[since:]

    async def unlocked(self, since: int) -> float:
        """When the next unlock frame was on the wire, after the ``since``-th thing on the bench."""

        def found() -> float | None:
            unlocks = (at for at, fact in self.heard[since:] if fact.get("does") == "unlock")
            return next(unlocks, None)

        await self.board.until(lambda: found() is not None)
        return found() or 0.0

    async def put(self, **reservation: object) -> dict[str, Any]:
        answer = await self.cloud.post("/_sandbox/reservations", json=reservation)
        answer.raise_for_status()
        body: dict[str, Any] = answer.json()
        return body


@asynccontextmanager
async def stand(folder: Path, camera: str) -> AsyncIterator[Stand]:
    """Set it all up in this empty folder; everything ends with the block."""
    heard: list[tuple[float, Mapping[str, object]]] = []

    def say(fact: Mapping[str, object]) -> None:
        heard.append((time.monotonic(), fact))

    with spoken(CELLS, module="bench.cloud") as sandbox:
        url = sandbox.ready["url"]
        async with (
            httpx.AsyncClient(base_url=url, headers={"X-API-Key": KEY}) as cloud,
            emulated("kerong", "cu48", say=say) as board,
        ):
            config = write_config(folder, url, board.port, camera=camera, policy=POLICY)
            scanner = f'camera = "{camera}"'
            text = config.read_text().replace(scanner, f"{scanner}\nfps = {FPS}")
            config.write_text(re.sub(r'layout = ".*"', f'layout = "{_layout(folder)}"', text))
            async with _subject(config) as process:
                here = Stand(board, cloud, process, heard)
                listening = asyncio.create_task(here.listen())
                await here.says(lambda fact: fact.get("ready"), 0)
                yield here
                await here.do("end")
            await listening


def _layout(folder: Path) -> Path:
    """A bank of columns of equal compartments, and one with the screen."""
    cell = '{{ label = "{0}", cloud_id = "A{0:02}", size = "M", mm = [460, 180, 600], {1} }}'
    lines = [
        'height_mm = 1800\nsizes = ["S", "M", "L", "XL"]',
        'door = { wire = "main", board = 0, occupancy = true }',
    ]
    for first in range(0, len(CELLS), ROWS):
        cells = [cell.format(n + 1, f"door.channel = {n}") for n in range(first, first + ROWS)]
        screen = "" if first else "screen = { top_mm = 100, height_mm = 200 }\n"
        body = ",\n    ".join(cells)
        lines.append(f"\n[[column]]\nwidth_mm = 500\n{screen}compartment = [\n    {body},\n]")
    layout = folder / "layout.toml"
    layout.write_text("\n".join(lines) + "\n")
    return layout


@asynccontextmanager
async def _subject(config: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.subject", str(config)),
        stdin=pipe,
        stdout=pipe,
        env={**os.environ, **OFFSCREEN},
    )
    try:
        yield process
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
