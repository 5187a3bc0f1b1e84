"""KioskForce at the other end of a line that loses, repeats, delays and mangles what it carries."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import httpx

from tests.integration.kioskforce_vendor import DETAILED, OPENED, TICKET, rpc

PENDING, STORED, TAKEN, CANCELLED = "PENDING", "DROPPED_OFF", "PICKED_UP", "CANCELLED"
MOVES = {
    "dropoffs": (PENDING, STORED),
    "pickups": (STORED, TAKEN),
    "deletes": (PENDING, CANCELLED),
}
FAULTS = [
    "request lost",
    "answer lost",
    "twice",
    "busy",
    "unwell",
    "hangs before",
    "hangs after",
    "page",
    "cut",
    "trickles",
]
"""None of these says that the cloud does not want it."""
REFUSED = "refused"
FOREVER = 3600.0


class _Body(httpx.AsyncByteStream):
    """A body that comes in drops, or breaks off."""

    def __init__(self, content: bytes, pause: float, whole: bool) -> None:
        self._content, self._pause, self._whole = content, pause, whole

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for place in range(len(self._content)):
            await asyncio.sleep(self._pause)
            if not self._whole and place == len(self._content) // 2:
                raise httpx.ReadError("broken off")
            yield self._content[place : place + 1]


@dataclass
class Vendor:
    status: dict[str, str] = field(default_factory=dict)
    effects: list[tuple[str, str]] = field(default_factory=list)
    """Call and reservation, in the order they took effect."""
    tickets: list[str] = field(default_factory=list)
    blind: list[str] = field(default_factory=list)
    """Calls that came again although what they tell shows already."""
    faults: deque[str] = field(default_factory=deque)
    """What happens to the next requests, one each."""

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        fault = self.faults.popleft() if self.faults else ""
        match fault:
            case "request lost":
                raise httpx.ConnectError("lost")
            case "hangs before":
                await asyncio.sleep(FOREVER)
            case "busy":
                return httpx.Response(429, headers={"retry-after": "20"})
            case "unwell":
                return httpx.Response(502, text="<html>bad gateway</html>")
            case "page":
                return httpx.Response(200, text="<html>log in to the network</html>")
            case "refused":
                return httpx.Response(409, json=rpc(9))
        status, body = self.takes(request)
        if fault == "twice":
            status, body = self.takes(request, by_line=True)
        content = json.dumps(body).encode()
        match fault:
            case "answer lost":
                raise httpx.ReadError("lost")
            case "hangs after":
                await asyncio.sleep(FOREVER)
            case "cut":
                return httpx.Response(status, stream=_Body(content, 0.0, whole=False))
            case "trickles":
                return httpx.Response(status, stream=_Body(content, 1.0, whole=True))
        return httpx.Response(status, content=content)

    def takes(self, request: httpx.Request, *, by_line: bool = False) -> tuple[int, object]:
        """What the cloud itself makes of a request."""
        *_, reservation, verb = request.url.path.split("/")
        if verb == "echo":
            return 200, json.loads(request.content)
        if verb == "maintenances":
            self.tickets.append(json.loads(request.content)["description"])
            return 200, TICKET
        if verb not in MOVES:
            shown = self.status.get(verb, PENDING)
            status = f"RESERVATION_STATUS_{shown}"
            return 200, {**DETAILED, "reservation_id": verb, "status": status}
        before, after = MOVES[verb]
        now = self.status.get(reservation, PENDING)
        if now != before:
            if (verb, reservation) in self.effects and not by_line:
                self.blind.append(f"{verb} {reservation}")
            return 500, rpc(9)
        self.status[reservation] = after
        self.effects.append((verb, reservation))
        return 200, OPENED
