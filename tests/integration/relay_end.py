"""An operator's relay as docs/commands.md describes it, on a port of this machine."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.integration.hanging_up import closing

KEY = "relay-secret-0123456789"


@dataclass
class RelayEnd:
    """Keeps every command it was given; the mark is how many there are."""

    url: str = ""
    commands: list[dict[str, Any]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    answers: list[tuple[int, bytes]] = field(default_factory=list)
    """Come first, instead of what it would say."""

    def want(self, ask: str, **facts: Any) -> str:
        """Put a command there; answers its id."""
        name = f"c{len(self.commands) + 1}"
        now = datetime.now(UTC).isoformat()
        self.commands.append({"id": name, "locker": "here", "ask": ask, "issued_at": now, **facts})
        return name

    def said(self, after: str | None) -> bytes:
        told = self.commands[int(after or 0) :]
        return json.dumps({"mark": str(len(self.commands)), "commands": told}).encode()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        pairs = (line.partition(":")[::2] for line in head[1:] if line)
        headers = {name.lower(): value.strip() for name, value in pairs}
        target = head[0].split()[1]
        self.calls.append(target)
        self.keys.append(headers.get("x-api-key"))
        after = parse_qs(urlsplit(target).query).get("after", [None])[0]
        status, body = self.answers.pop(0) if self.answers else (200, self.said(after))
        writer.write(f"HTTP/1.1 {status} So\r\nContent-Length: {len(body)}\r\n".encode())
        writer.write(b"Connection: close\r\n\r\n" + body)
        await writer.drain()


@asynccontextmanager
async def relay_end() -> AsyncIterator[RelayEnd]:
    """Serve until left."""
    end = RelayEnd()
    server = await asyncio.start_server(closing(end.serve), "127.0.0.1", 0)
    end.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/lockers/commands"
    async with server:
        yield end
