"""A real address on this machine that takes messages as JSON, or refuses, or falls silent."""

import asyncio
import json
import ssl
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.integration.hanging_up import closing

CUT = 0
"""Instead of a status: the call is taken, and no answer comes."""


@dataclass
class Call:
    """One call as it came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(self.body)
        return said


@dataclass
class HookEnd:
    """``answers`` come first, then 204 for ever; with TLS its address is https."""

    url: str = ""
    answers: deque[int] = field(default_factory=deque)
    calls: list[Call] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        pairs = (line.partition(":")[::2] for line in head[1:] if line)
        headers = {name.lower(): value.strip() for name, value in pairs}
        body = await reader.readexactly(int(headers["content-length"]))
        self.calls.append(Call(head[0].split()[1], headers, body))
        status = self.answers.popleft() if self.answers else 204
        if status != CUT:
            there = "Location: /elsewhere\r\n" if 300 <= status < 400 else ""
            close = "Connection: close\r\n"
            writer.write(f"HTTP/1.1 {status} So\r\n{there}{close}\r\n".encode())
            await writer.drain()


@asynccontextmanager
async def hook_end(tls: ssl.SSLContext | None = None) -> AsyncIterator[HookEnd]:
    """Serve on a port of this machine."""
    end = HookEnd()
    server = await asyncio.start_server(closing(end.serve), "127.0.0.1", 0, ssl=tls)
    scheme = "https" if tls else "http"
    end.url = f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}/notices"
    async with server:
        yield end
