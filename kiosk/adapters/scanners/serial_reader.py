"""A hand scanner on a serial port (or USB as such a port): each line it sends is one code.

Scanners end a code with CR, LF or both, by their settings, and some with nothing; then a silence
ends it. What comes is as hostile as what a camera sees: bounded, UTF-8, printable, or it is none.
"""

import asyncio
import errno
import logging
import os
import termios
import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import serial

log = logging.getLogger(__name__)

LONGEST = 2048
"""Bytes of one code; a signed token has as many."""
CHUNK = 256
SILENCE = 0.1
"""Seconds after which a code without an end is whole: readers send all of it at once."""
APPEARANCE = 3.0
"""Seconds in which the same code once more is the same appearance."""
AGAIN = 2.0
"""Seconds between two tries to open the port."""
LOST = (OSError, termios.error, serial.SerialException)


@dataclass
class Lines:
    """Makes texts of bytes."""

    begun: bytes = b""
    refused: int = 0
    _over: bool = False
    """What was begun is too long: the rest of it is passed over."""

    def feed(self, chunk: bytes) -> list[str]:
        """The texts that these bytes end."""
        texts = []
        for number in chunk:
            byte = bytes((number,))
            if byte in (b"\r", b"\n"):
                texts += self.end()
            elif len(self.begun) < LONGEST:
                self.begun += byte
            else:
                self._over = True
        return texts

    def end(self) -> list[str]:
        """What was begun is whole; none or one."""
        raw, over = self.begun.strip(), self._over
        self.begun, self._over = b"", False
        if not raw and not over:
            return []
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = ""
        if over or not text.isprintable() or not text:
            self.refused += 1
            return []
        return [text]


class SerialReader:
    """Reads one port; one that was pulled out is waited for."""

    def __init__(
        self,
        device: str,
        baud: int,
        seconds: Callable[[], float] = time.monotonic,
        again: float = AGAIN,
    ) -> None:
        self._device = device
        self._baud = baud
        self._seconds = seconds
        self._again = again
        self._lines = Lines()
        self._shown: tuple[str, float] = ("", float("-inf"))
        self.there = False
        """Whether the port is open, and nobody else's."""
        self.reads = self.latest = 0
        """Codes read, signs of the last one; never the code."""
        self.trouble = ""
        """Why the port is not open: gone, forbidden, held, broken."""
        self.heard: float | None = None
        """When the last code was read, on the clock of ``seconds``."""

    @property
    def refused(self) -> int:
        """Texts that are no code: too long, or not printable."""
        return self._lines.refused

    async def codes(self) -> AsyncIterator[str]:
        """Each code as it is shown, once per appearance; survives the loss of the port."""
        silent = False
        while True:
            try:
                port = await asyncio.to_thread(self._open)
            except LOST as error:
                self.trouble = trouble_of(error)
                if not silent:
                    log.warning("serial scanner: %s", type(error).__name__)
                silent = True
            else:
                silent, self.there, self.trouble = False, True, ""
                try:
                    async for text in self._of(port.fileno()):
                        yield text
                finally:
                    self.there, self.trouble = False, "gone"
                    port.close()
            await asyncio.sleep(self._again)

    def facts(self) -> Mapping[str, Any]:
        """How it is, for who looks after it: numbers, no text."""
        heard = None if self.heard is None else self._seconds() - self.heard
        trouble = "" if self.there else self.trouble
        told = {"reads": self.reads, "refused": self.refused, "heard": heard}
        return {"device": self._device, "trouble": trouble, **told}

    def _open(self) -> serial.Serial:
        return opened(self._device, self._baud)

    async def _of(self, port: int) -> AsyncIterator[str]:
        """Until it is gone."""
        self._lines.begun = b""
        while (chunk := await _read(port, bool(self._lines.begun))) is not None:
            for text in self._lines.feed(chunk) if chunk else self._lines.end():
                self.reads, self.latest = self.reads + 1, len(text)
                if self._appears(text):
                    yield text

    def _appears(self, text: str) -> bool:
        """Whether it was out of sight before."""
        before, at = self._shown
        self.heard = now = self._seconds()
        self._shown = (text, now)
        return text != before or now - at >= APPEARANCE


def opened(device: str, baud: int) -> serial.Serial:
    """For nobody else as long as it is open. Raises one of LOST."""
    return serial.Serial(device, baud, timeout=0, exclusive=True)


def trouble_of(error: BaseException) -> str:
    """Why it cannot be opened, in one word."""
    number = getattr(error, "errno", None)
    if number in {errno.ENOENT, errno.ENODEV, errno.ENXIO}:
        return "gone"
    if number in {errno.EACCES, errno.EPERM}:
        return "forbidden"
    # pyserial tells a lock that somebody else has only by the number in its text.
    taken = number in {errno.EBUSY, errno.EAGAIN} or f"[Errno {errno.EAGAIN}]" in str(error)
    return "held" if taken else "broken"


async def _read(port: int, begun: bool) -> bytes | None:
    """What came; nothing after a silence in what was begun; None once the port is gone."""
    loop, ready = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(port, ready.set)
    try:
        async with asyncio.timeout(SILENCE if begun else None):
            await ready.wait()
        chunk = os.read(port, CHUNK)
    except TimeoutError:
        return b""
    except OSError as error:
        log.warning("serial scanner: %s", type(error).__name__)
        return None
    finally:
        loop.remove_reader(port)
    return chunk or None
