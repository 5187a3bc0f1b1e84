"""How an emulated printer is reached: port 9100, or a device file like /dev/usb/lp0."""

import asyncio
import os
import pty
import socket
import struct
import tty
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

Hear = Callable[[bytes], None]
PORTION = 4096


class Port(Protocol):
    """The printer's end of the line."""

    @property
    def where(self) -> str:
        """The address as kiosk.toml writes it."""

    def send(self, data: bytes) -> None:
        """Answer whoever is there."""

    def cut_after(self, count: int) -> None:
        """Lose the line once so many more bytes were heard."""

    async def open(self) -> None: ...

    async def aclose(self) -> None: ...


class _Cutting:
    """Counts what is heard, and cuts."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._cut_after: int | None = None
        self.heard = 0

    def cut_after(self, count: int) -> None:
        self._cut_after = count

    def _take(self, data: bytes) -> bool:
        """Pass it on; False when the line is cut now."""
        cut = self._cut_after is not None and len(data) >= self._cut_after
        taken = data[: self._cut_after] if cut else data
        if self._cut_after is not None:
            self._cut_after = None if cut else self._cut_after - len(data)
        self.heard += len(taken)
        self._hear(taken)
        return not cut


class TcpPort(_Cutting):
    """One client at a time, as real ones do; the next one is let in when that has gone."""

    def __init__(self, hear: Hear, host: str, port: int) -> None:
        super().__init__(hear)
        self._socket = socket.create_server((host, port))
        self._socket.setblocking(False)
        self._peer: socket.socket | None = None
        self._serving: asyncio.Task[None] | None = None

    @property
    def where(self) -> str:
        host, port = self._socket.getsockname()[:2]
        return f"tcp://{host}:{port}"

    async def open(self) -> None:
        self._serving = asyncio.create_task(self._serve())

    def send(self, data: bytes) -> None:
        if self._peer is not None:
            # Gone meanwhile, or it reads nothing: a real one loses the answer, too.
            with suppress(OSError):
                self._peer.send(data)

    async def aclose(self) -> None:
        if self._serving is not None:
            self._serving.cancel()
            await asyncio.wait([self._serving])
        self._socket.close()

    async def _serve(self) -> None:
        while True:
            self._peer, _ = await asyncio.get_running_loop().sock_accept(self._socket)
            try:
                await self._listen(self._peer)
            finally:
                self._peer.close()
                self._peer = None

    async def _listen(self, peer: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        with suppress(OSError):
            while data := await loop.sock_recv(peer, PORTION):
                if not self._take(data):
                    # A reset, as when the cable or the power goes and comes back.
                    linger = struct.pack("ii", 1, 0)
                    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    return


class FilePort(_Cutting):
    """A pseudo-terminal under a name of its own, that outlives being unplugged."""

    def __init__(self, hear: Hear, path: Path) -> None:
        super().__init__(hear)
        self._path = path
        self._near = self._far = -1

    @property
    def where(self) -> str:
        return str(self._path)

    async def open(self) -> None:
        if self._path.exists() and not self._path.is_symlink():
            raise OSError(f"{self._path} is there already")
        self._plug()

    def send(self, data: bytes) -> None:
        # Nobody reads: a real one loses the answer, too.
        with suppress(BlockingIOError):
            os.write(self._near, data)

    async def aclose(self) -> None:
        self._unplug()
        self._path.unlink(missing_ok=True)

    def _plug(self) -> None:
        # The far end stays open here, too: the kernel would hang up when the kiosk closes its own.
        self._near, self._far = pty.openpty()
        tty.setraw(self._far)
        os.set_blocking(self._near, False)
        self._path.unlink(missing_ok=True)
        self._path.symlink_to(os.ttyname(self._far))
        asyncio.get_running_loop().add_reader(self._near, self._read)

    def _unplug(self) -> None:
        asyncio.get_running_loop().remove_reader(self._near)
        os.close(self._near)
        os.close(self._far)

    def _read(self) -> None:
        if not self._take(os.read(self._near, PORTION)):
            self._unplug()
            self._plug()
