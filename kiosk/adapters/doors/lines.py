"""The two kinds of line a lock board hangs on: a serial port, or TCP to a converter."""

import asyncio
import os
import socket
import termios
from contextlib import suppress
from typing import Protocol
from urllib.parse import urlsplit

import serial

from kiosk.domain.errors import ConfigWrong

LOST = (OSError, termios.error)
"""What the operating system raises when a port or peer is no longer there."""

CHUNK = 256
FLOOD_CHUNKS = 64
CONNECT_SECONDS = 1.0


class Line(Protocol):
    """An open line with a file descriptor; every method raises one of LOST."""

    def fileno(self) -> int: ...

    def discard(self) -> None:
        """Throw away what has come; notices a line that is lost."""

    def close(self) -> None:
        """Let go, without waiting for bytes not yet sent; may block for some milliseconds."""


class SerialLine:
    """A serial port, 8N1, without flow control, ours alone."""

    def __init__(self, device: str, baud: int) -> None:
        self._port = serial.Serial(device, baud, timeout=0, exclusive=True)

    def fileno(self) -> int:
        return int(self._port.fileno())

    def discard(self) -> None:
        self._port.reset_input_buffer()

    def close(self) -> None:
        # A port whose output is stuck would otherwise be held for half a minute by the kernel.
        with suppress(*LOST):
            self._port.reset_output_buffer()
        self._port.close()


class TcpLine:
    """A connection to a transparent converter that puts the bytes on its serial line."""

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), timeout=CONNECT_SECONDS)
        self._socket.setblocking(False)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def fileno(self) -> int:
        return self._socket.fileno()

    def discard(self) -> None:
        with suppress(BlockingIOError):
            for _ in range(FLOOD_CHUNKS):
                _read(self)
            raise ConnectionError("the other end talks without end")

    def close(self) -> None:
        self._socket.close()


def checked_port(port: str) -> str:
    """A device path or "tcp://host:port"; raises ConfigWrong."""
    if port.startswith("tcp://"):
        try:
            where = urlsplit(port)
            complete = bool(where.hostname and where.port)
        except ValueError:
            complete = False
        if not complete:
            raise ConfigWrong(f'The wire\'s port "{port}" must be like "tcp://host:port".')
    elif not port:
        raise ConfigWrong('A wire needs a port like "/dev/ttyUSB0" or "tcp://host:port".')
    return port


def opened(port: str, baud: int, instead_of: Line | None) -> Line:
    """Open a line after closing the one before it; blocks. Raises one of LOST."""
    if instead_of is not None:
        instead_of.close()
    where = urlsplit(port)
    if where.scheme == "tcp":
        return TcpLine(where.hostname or "", where.port or 0)
    return SerialLine(port, baud)


def send(line: Line, data: bytes) -> None:
    """Hand all bytes to the line or raise one of LOST; never waits."""
    sent = os.write(line.fileno(), data)
    if sent != len(data):
        raise ConnectionError(f"only {sent} of {len(data)} bytes left")


async def received(line: Line) -> bytes:
    """Wait for the next bytes; raises one of LOST."""
    loop = asyncio.get_running_loop()
    came = asyncio.Event()
    loop.add_reader(line.fileno(), came.set)
    try:
        await came.wait()
    finally:
        loop.remove_reader(line.fileno())
    return _read(line)


def _read(line: Line) -> bytes:
    chunk = os.read(line.fileno(), CHUNK)
    if not chunk:
        raise ConnectionError("the other end is gone")
    return chunk
