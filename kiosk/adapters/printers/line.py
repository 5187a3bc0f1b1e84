"""Bytes to and from a printer, over TCP or a device file; every loss is said at once."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Protocol
from urllib.parse import urlsplit

from kiosk.domain.errors import PrinterGone

CONNECTS_WITHIN = 5.0
WRITES_WITHIN = 30.0
"""Seconds in which a printer must take the next portion: its memory is small, and paper is slow."""
FLUSHES_WITHIN = 0.005
PORTION = 4096
MOST_READ = 4096
EMPTY_PAUSE = 0.02


class LineCut(Exception):
    """The other end went away, or takes nothing more; what was not written never arrives."""


class Line(Protocol):
    """One conversation with a printer."""

    async def write(self, data: bytes) -> None:
        """Hand over all of it. Raises LineCut."""

    async def read(self, within: float) -> bytes:
        """What comes next; nothing when nothing came for so many seconds. Raises LineCut."""

    async def aclose(self) -> None:
        """End it; may be called twice."""


async def connect(address: str) -> Line:
    """Open "tcp://host:port" or a device file. Raises PrinterGone."""
    try:
        async with asyncio.timeout(CONNECTS_WITHIN):
            if address.startswith("tcp://"):
                where = urlsplit(address)
                return _Socket(*await asyncio.open_connection(where.hostname, where.port))
            return _Device(os.open(address, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY))
    except (OSError, TimeoutError) as error:
        raise PrinterGone(f"the printer is not there ({type(error).__name__})") from error


async def read_until(line: Line, whole: Callable[[bytes], bool], within: float) -> bytes:
    """Read on until that is whole, or as much as came in time. Raises LineCut."""
    loop = asyncio.get_running_loop()
    ends = loop.time() + within
    found = b""
    while not whole(found) and len(found) < MOST_READ:
        left = ends - loop.time()
        more = await line.read(left) if left > 0 else b""
        if not more:
            break
        found += more
    return found


async def flush(line: Line) -> bytes:
    """Take what still lies there, so that it answers no later question. Raises LineCut."""
    return await line.read(FLUSHES_WITHIN)


class _Socket:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        # Nothing is kept back here: what ``write`` has returned from is at least on its way.
        writer.transport.set_write_buffer_limits(0)

    async def write(self, data: bytes) -> None:
        for start in range(0, len(data), PORTION):
            self._writer.write(data[start : start + PORTION])
            await _cut_on_error(self._writer.drain(), WRITES_WITHIN)

    async def read(self, within: float) -> bytes:
        try:
            async with asyncio.timeout(within):
                came = await self._reader.read(MOST_READ)
        except TimeoutError:
            return b""
        except OSError as error:
            raise LineCut(type(error).__name__) from error
        if not came:
            raise LineCut("the printer hung up")
        return came

    async def aclose(self) -> None:
        self._writer.close()
        # What was lost while closing is known from before, or owed to nobody.
        with suppress(OSError):
            try:
                async with asyncio.timeout(1.0):
                    await self._writer.wait_closed()
            except TimeoutError:
                # Else the rest would be sent whenever the printer takes it, jobs later.
                self._writer.transport.abort()


class _Device:
    """/dev/usb/lp0 and its like: may be polled, and answers come from the same file."""

    def __init__(self, fd: int) -> None:
        self._fd: int | None = fd

    async def write(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[os.write(self._open(), rest[:PORTION]) :]
            except BlockingIOError:
                loop = asyncio.get_running_loop()
                await _cut_on_error(
                    _ready(self._open(), loop.add_writer, loop.remove_writer), WRITES_WITHIN
                )
            except OSError as error:
                raise LineCut(type(error).__name__) from error

    async def read(self, within: float) -> bytes:
        try:
            async with asyncio.timeout(within):
                came = await self._some()
                while not came:
                    await asyncio.sleep(EMPTY_PAUSE)  # it may be read at once, and empty again
                    came = await self._some()
        except TimeoutError:
            return b""
        except OSError as error:
            raise LineCut(type(error).__name__) from error
        return came

    async def _some(self) -> bytes:
        """Perhaps nothing: some printers answer with empty packets. Unplugged is an error."""
        loop = asyncio.get_running_loop()
        await _ready(self._open(), loop.add_reader, loop.remove_reader)
        with suppress(BlockingIOError):
            return os.read(self._open(), MOST_READ)
        return b""

    async def aclose(self) -> None:
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def _open(self) -> int:
        if self._fd is None:
            raise LineCut("the line was closed")
        return self._fd


async def _ready(fd: int, watch: Callable[..., object], leave: Callable[[int], object]) -> None:
    """Wait until the file can be read, or written."""
    able = asyncio.get_running_loop().create_future()

    def now() -> None:
        if not able.done():
            able.set_result(None)

    watch(fd, now)
    try:
        await able
    finally:
        leave(fd)


async def _cut_on_error(work: Awaitable[None], within: float) -> None:
    try:
        async with asyncio.timeout(within):
            await work
    except (OSError, TimeoutError) as error:
        raise LineCut(type(error).__name__) from error
