"""A badge reader that types like a keyboard, read as a Linux input device and by nobody else.

Keyboard-wedge readers type a badge's number and Enter to whoever listens; a hostile badge could
type anything. So the device is grabbed (EVIOCGRAB): its keys reach no window, and here only digits
and letters of a short text count. Records as <linux/input.h> has them on 64-bit machines: two
longs of time, then type, code and value.
"""

import asyncio
import fcntl
import logging
import os
import struct
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

log = logging.getLogger(__name__)

RECORD = struct.Struct("llHHi")
KEY, PRESSED = 1, 1
ENTERS = (28, 96)
SHORTEST, LONGEST = 4, 64
"""Signs of a badge."""
PAUSE = 1.0
"""Seconds after which what was begun is no part of what comes: readers type quickly."""
AGAIN = 2.0
"""Seconds between two tries to open the device."""
_ROWS = ((2, "1234567890"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
KEYS = {first + place: sign for first, row in _ROWS for place, sign in enumerate(row)}
_GRAB = 0x40044590
"""EVIOCGRAB: _IOW('E', 0x90, int)."""


def grab(device: int) -> None:
    """From now on its keys reach nobody else. Raises OSError."""
    fcntl.ioctl(device, _GRAB, 1)


@dataclass
class Typed:
    """Makes badges of key presses."""

    text: str = ""
    last: float = 0.0

    def press(self, code: int, at: float) -> str | None:
        """The whole badge at its end; what has other keys in it or another length is none."""
        if at - self.last > PAUSE:
            self.text = ""
        self.last = at
        if code in ENTERS:
            badge, self.text = self.text, ""
            return badge if SHORTEST <= len(badge) <= LONGEST and "?" not in badge else None
        self.text = (self.text + KEYS.get(code, "?"))[: LONGEST + 1]
        return None


class BadgeReader:
    """Reads one device; one that was pulled out is waited for."""

    def __init__(
        self,
        path: str,
        grab: Callable[[int], None] = grab,
        seconds: Callable[[], float] = time.monotonic,
        again: float = AGAIN,
    ) -> None:
        self._path = path
        self._grab = grab
        self._seconds = seconds
        self._again = again
        self.there = False
        """Whether the device is open, and nobody else's."""
        self.reads = self.refused = self.latest = 0
        """Badges read, texts that are none, signs of the last badge; never the badge."""

    async def badges(self) -> AsyncIterator[str]:
        """Each badge as it is held up; survives the loss of the device."""
        silent = False
        while True:
            try:
                device = self._open()
            except OSError as error:
                if not silent:
                    log.warning("badge reader: %s", error.strerror or error)
                silent = True
            else:
                silent, self.there = False, True
                try:
                    async for badge in self._of(device):
                        yield badge
                finally:
                    self.there = False
                    os.close(device)
            await asyncio.sleep(self._again)

    def _open(self) -> int:
        device = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            self._grab(device)
        except OSError:
            os.close(device)
            raise
        return device

    async def _of(self, device: int) -> AsyncIterator[str]:
        """Until it is gone."""
        typed = Typed()
        while (records := await _read(device)) is not None:
            for _, _, kind, code, value in RECORD.iter_unpack(records):
                if kind == KEY and value == PRESSED:
                    badge = typed.press(code, self._seconds())
                    self.refused += badge is None and code in ENTERS
                    if badge is not None:
                        self.reads, self.latest = self.reads + 1, len(badge)
                        yield badge


async def _read(device: int) -> bytes | None:
    """Whole records, perhaps none; None once the device is gone."""
    loop = asyncio.get_running_loop()
    ready = asyncio.Event()
    loop.add_reader(device, ready.set)
    try:
        await ready.wait()
        raw = os.read(device, RECORD.size * 64)
    except BlockingIOError:
        return b""
    except OSError as error:
        log.warning("badge reader: %s", error.strerror or error)
        return None
    finally:
        loop.remove_reader(device)
    return raw[: len(raw) - len(raw) % RECORD.size] if raw else None
