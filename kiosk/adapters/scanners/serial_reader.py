"""A hand scanner on a serial port (or USB as such a port): each line it sends is one code.

Scanners end a code with CR, LF or both, by their settings, and some with nothing; then a silence
ends it. What comes is as hostile as what a camera sees: bounded, UTF-8, printable, or it is none.
"""

import asyncio
import logging
import os
import termios
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

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
                if not silent:
                    log.warning("serial scanner: %s", type(error).__name__)
                silent = True
            else:
                silent, self.there = False, True
                try:
                    async for text in self._of(port.fileno()):
                        yield text
                finally:
                    self.there = False
                    port.close()
            await asyncio.sleep(self._again)

    def _open(self) -> serial.Serial:
        return serial.Serial(self._device, self._baud, timeout=0, exclusive=True)

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
        now = self._seconds()
        self._shown = (text, now)
        return text != before or now - at >= APPEARANCE


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
