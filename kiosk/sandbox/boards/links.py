"""How an emulated board is reached: a pseudo-terminal, or TCP as behind a serial converter."""

import asyncio
import os
import pty
import termios
import tty
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

Hear = Callable[[bytes], None]


class Link(Protocol):
    """The board's end of the wire."""

    @property
    def where(self) -> str:
        """The port as kiosk.toml writes it."""

    async def plug(self) -> None:
        """Connect, at first or again."""

    def unplug(self) -> None:
        """Lose every byte of both directions."""

    def send(self, data: bytes) -> None: ...

    def close(self) -> None: ...


class PtyLink:
    """A raw pseudo-terminal; unplugged it is deaf and dumb, for its path would not survive."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._plugged = False
        # The far end stays open here, too: the kernel would hang up when the kiosk closes its own.
        self._near, self._far = pty.openpty()
        tty.setraw(self._far)
        os.set_blocking(self._near, False)
        asyncio.get_running_loop().add_reader(self._near, self._read)

    @property
    def where(self) -> str:
        return os.ttyname(self._far)

    async def plug(self) -> None:
        # What was sent into the unplugged end is lost, not late.
        termios.tcflush(self._far, termios.TCIOFLUSH)
        self._plugged = True

    def unplug(self) -> None:
        self._plugged = False

    def send(self, data: bytes) -> None:
        if self._plugged:
            # Nobody reads: a real line would lose the bytes, too.
            with suppress(BlockingIOError):
                os.write(self._near, data)

    def close(self) -> None:
        self._plugged = False
        asyncio.get_running_loop().remove_reader(self._near)
        os.close(self._near)
        os.close(self._far)

    def _read(self) -> None:
        data = os.read(self._near, 4096)
        if self._plugged:
            self._hear(data)


class TcpLink:
    """A listening port; as behind a converter, whoever is connected hears every answer."""

    def __init__(self, hear: Hear, host: str, port: int) -> None:
        self._hear = hear
        self._host = host
        self._port = port
        self._server: asyncio.Server | None = None
        self._peers: set[asyncio.Transport] = set()

    @property
    def where(self) -> str:
        return f"tcp://{self._host}:{self._port}"

    async def plug(self) -> None:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: _Peer(self._hear, self._peers), self._host, self._port
        )
        self._port = self._server.sockets[0].getsockname()[1]

    def unplug(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for peer in self._peers:
            peer.abort()

    def send(self, data: bytes) -> None:
        for peer in self._peers:
            peer.write(data)

    def close(self) -> None:
        self.unplug()


class _Peer(asyncio.Protocol):
    def __init__(self, hear: Hear, peers: set[asyncio.Transport]) -> None:
        self._hear = hear
        self._peers = peers
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._peers.add(transport)

    def data_received(self, data: bytes) -> None:
        self._hear(data)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._transport is not None:
            self._peers.discard(self._transport)
