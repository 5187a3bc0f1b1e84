"""A line to a sandbox cloud inside this process that checks what goes over it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import httpx
from fastapi import FastAPI
from starlette.types import Message, Receive, Scope, Send

from tests.contract.description import Description

Bend = Callable[[httpx.Request, bytes], bytes]
"""What becomes of a good answer's body on its way."""


class _Broken(httpx.AsyncByteStream):
    """A body that breaks off."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content
        raise httpx.ReadError("broken off")


@dataclass
class Wire(httpx.AsyncBaseTransport):
    """Asks the sandbox, and holds every request and every good answer to the description."""

    app: FastAPI
    description: Description
    breaches: list[str] = field(default_factory=list)
    asked: list[tuple[float, httpx.Request]] = field(default_factory=list)
    """Every request, with the loop's time."""
    bend: Bend | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append((asyncio.get_running_loop().time(), request))
        self.breaches += self.description.flaws(request)
        spoiled = bool(self.app.state.faults.listing())
        response = await self._answered(request)
        if spoiled or not isinstance(response.stream, httpx.AsyncByteStream):
            return response
        body = b"".join([chunk async for chunk in response.stream])
        kind = response.headers.get("content-type", "")
        flaws = self.description.answer_flaws(request, response.status_code, kind, body)
        self.breaches += [f"answer of {flaw}" for flaw in flaws]
        if self.bend is not None:
            body = self.bend(request, body)
        headers = {"content-type": kind}
        return httpx.Response(response.status_code, headers=headers, content=body)

    async def _answered(self, request: httpx.Request) -> httpx.Response:
        """As over a socket: what the sandbox drops, breaks off here."""
        said: list[Message] = []

        async def listening(scope: Scope, receive: Receive, send: Send) -> None:
            async def noting(message: Message) -> None:
                said.append(message)
                await send(message)

            await self.app(scope, receive, noting)

        try:
            return await httpx.ASGITransport(listening).handle_async_request(request)
        except ConnectionAbortedError as error:
            # Whole is only the 500 by which a server would say that it fell over; nobody does.
            if not said or not said[-1].get("more_body"):
                raise httpx.ReadError("dropped") from error
        body = b"".join(message.get("body", b"") for message in said[1:])
        return httpx.Response(said[0]["status"], headers=said[0]["headers"], stream=_Broken(body))

    def calls(self, method: str = "") -> list[str]:
        """The requests made so far, without their queries."""
        return [
            f"{request.method} {request.url.path}"
            for _, request in self.asked
            if method in ("", request.method)
        ]
