"""A uvicorn on the loopback that says when it listens and can cut single connections."""

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import cast

import uvicorn
from fastapi import FastAPI
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from kiosk.domain.errors import ConfigWrong
from kiosk.sandbox.clouds.stream import DROP

LOOPBACK = "127.0.0.1"
"""Never another address: the sandbox takes orders from whoever reaches it."""

TICK = 0.1
"""Seconds between two looks at whether it is to end; who calls ``end`` waits for none."""

TURNS_TO_ACCEPT = 3
"""Of the loop, after which whoever was accepted last has a connection that can be cut."""


class CuttingProtocol(H11Protocol):
    """HTTP/1.1 whose calls carry a way to cut their own connection."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        line = cast("asyncio.Transport", transport)
        super().connection_made(line)
        served = self.app

        async def with_knife(scope: Scope, receive: Receive, send: Send) -> None:
            knife = {DROP: line.abort}
            scope = {**scope, "extensions": {**scope.get("extensions", {}), **knife}}
            await served(scope, receive, send)

        self.app = with_knife


class SandboxServer(uvicorn.Server):
    """Serves one app on one free or chosen port and announces its URL once it listens."""

    def __init__(self, app: FastAPI, port: int, announce: Callable[[str], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=CuttingProtocol,
                ws="none",
                lifespan="off",
                access_log=False,  # it would go to stdout, where one line of JSON is promised
                log_config=None,
                log_level="critical",
                timeout_graceful_shutdown=1,
            )
        )
        self.socket = _listening(port)
        self._announce = announce
        self._woken = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.socket.getsockname()[1]}"

    def listen(self) -> None:
        """Serve until told to stop; closes its socket in any case."""
        with self.socket:
            self.run(sockets=[self.socket])

    def end(self) -> None:
        """From another thread: end at once."""
        self.should_exit = True
        if self._loop is not None:
            with suppress(RuntimeError):  # it has ended already
                self._loop.call_soon_threadsafe(self._woken.set)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        self._announce(self.url)

    async def main_loop(self) -> None:
        count = 0
        while not await self.on_tick(count):
            count += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), TICK)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Python 3.11 forgets the socket of whoever it accepts while its server is closed.
        asyncio.get_running_loop().remove_reader(self.socket)
        for _ in range(TURNS_TO_ACCEPT):
            await asyncio.sleep(0)
        # A call kept silent on request must not keep the sandbox from ending.
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)  # each is lost in this turn
        for server in self.servers:
            server.close()
        for listener in sockets or []:
            listener.close()
        if calls := self.server_state.tasks:
            _, kept = await asyncio.wait(calls, timeout=self.config.timeout_graceful_shutdown)
            for call in kept:
                call.cancel()
            await asyncio.gather(*kept, return_exceptions=True)


def _listening(port: int) -> socket.socket:
    # asyncio sends small answers at once (TCP_NODELAY) only on sockets that name their protocol;
    # without it every call costs 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
    except OSError as error:
        listener.close()
        raise ConfigWrong(f"the sandbox cannot listen on port {port}: {error.strerror}") from error
    return listener
