"""An emulated ESC/POS receipt printer (Epson TM and Bixolon SRP-350 manuals).

It prints while it receives. DLE EOT and DLE DC4 are obeyed the moment they are heard, also in
the data of a raster (and stay data there); all else in its turn. A cut ends a receipt, a change
of paper leaves a piece.
"""

import asyncio
import re

from kiosk.sandbox.lines import Say
from kiosk.sandbox.printers.canvas import Canvas
from kiosk.sandbox.printers.mechanism import Mechanism
from kiosk.sandbox.printers.printer import Answer
from kiosk.sandbox.printers.works import INCH, Tray

LINE_MM = 4.23
"""One line of text: 1/6 inch."""
CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
CLEARED = b"\x37\x25\x00"
"""What a TM printer says when its buffer was cleared (Epson's reference, DLE DC4; our reading)."""
_AT_ONCE = re.compile(rb"\x10\x04([\x01-\x04])|" + re.escape(CLEAR), re.DOTALL)


class EscPosSpeaker:
    """Reads one stream for as long as the printer has power."""

    def __init__(self, mechanism: Mechanism, tray: Tray, answer: Answer, say: Say) -> None:
        self._mechanism = mechanism
        self._tray = tray
        self._answer = answer
        self._say = say
        self._held = b""
        self._tail = b""
        self._rows: list[bytes] = []
        self._strip_ends = 0
        self._spoilt = False
        self._more = asyncio.Event()
        self._running = asyncio.create_task(self._run())

    async def aclose(self) -> None:
        self._running.cancel()
        await asyncio.wait([self._running])

    def hear(self, data: bytes) -> None:
        # A command may come in two portions: its beginning is looked at again.
        seen = self._tail + data
        self._held += data
        done = 0
        for found in _AT_ONCE.finditer(seen):
            if found.end() <= len(self._tail):
                continue
            done = found.end()
            if found[1]:
                self._answer(bytes((self._status(found[1][0]),)))
            else:
                self._held = seen[found.end() :]
                self._answer(CLEARED)
                self._restart()
        self._tail = seen[max(done, len(seen) - len(CLEAR) + 1) :]
        self._more.set()

    def _restart(self) -> None:
        """What was under way is dropped; what is on the paper stays there."""
        self._running.cancel()
        self._mechanism.moving = False
        self._spoilt = bool(self._strip_ends)
        self._running = asyncio.create_task(self._run())

    async def _run(self) -> None:
        while True:
            await self._one()

    async def _take(self, count: int) -> bytes:
        while len(self._held) < count:
            self._more.clear()
            await self._more.wait()
        taken, self._held = self._held[:count], self._held[count:]
        return taken

    async def _one(self) -> None:
        first = await self._take(1)
        if first == b"\n":
            await self._feed(LINE_MM)
        elif first == b"\x10":
            if await self._take(1) == b"\x04":
                await self._take(1)
        elif first == b"\x1b":
            await self._escape(await self._take(1))
        elif first == b"\x1d":
            await self._group(await self._take(1))

    async def _escape(self, letter: bytes) -> None:
        if letter == b"d":
            await self._feed((await self._take(1))[0] * LINE_MM)
        elif letter == b"J":
            await self._feed((await self._take(1))[0] * INCH / self._mechanism.dpi)
        elif letter in b"aEM!-":
            await self._take(1)
        elif letter not in b"@2":
            self._say({"error": f"not understood: ESC {letter!r}"})

    async def _group(self, letter: bytes) -> None:
        if letter == b"v":
            _, _, wide, wider, high, higher = await self._take(6)
            await self._raster(wide + 256 * wider, high + 256 * higher)
        elif letter == b"V":
            if (await self._take(1))[0] in (65, 66):
                await self._feed((await self._take(1))[0] * INCH / self._mechanism.dpi)
            self._cut()
        elif letter == b"r":
            await self._take(1)
            low, out = self._mechanism.low, "paper" in self._mechanism.wrong
            self._answer(bytes(((0x03 if low else 0) | (0x0C if out else 0),)))
        else:
            self._say({"error": f"not understood: GS {letter!r}"})

    async def _raster(self, stride: int, rows: int) -> None:
        """Line by line, as the head does."""
        height = INCH / self._mechanism.dpi
        block = 24
        while rows > 0 and stride:
            count = min(block, rows)
            data = await self._take(stride * count)
            rows -= count
            lines = [data[at : at + stride] for at in range(0, len(data), stride)]
            for line in await self._fed(lines, height):
                self._rows.append(line)
            self._strip_ends = len(self._rows)

    async def _fed(self, lines: list[bytes], height: float) -> list[bytes]:
        """Print them; paper that ends in between leaves a piece, and the rest is on the next."""
        while lines:
            await self._able()
            came = round(await self._mechanism.pull(len(lines) * height) / height)
            if came >= len(lines):
                return lines
            self._rows += lines[:came]
            lines = lines[came:]
            self._strip_ends = len(self._rows)
            self._piece_if_new_paper()
        return lines

    async def _feed(self, length: float) -> None:
        await self._able()
        came = await self._mechanism.pull(length)
        self._rows += [b""] * round(came * self._mechanism.dpi / INCH)
        if came < length:
            self._piece_if_new_paper()

    def _piece_if_new_paper(self) -> None:
        if "paper" in self._mechanism.wrong:
            self._end(whole=False)

    async def _able(self) -> None:
        while self._mechanism.blocked:
            await self._mechanism.news()

    def _cut(self) -> None:
        self._end(whole=not self._spoilt)

    def _end(self, *, whole: bool) -> None:
        rows, self._rows = self._rows[: self._strip_ends], []
        self._strip_ends = 0
        self._spoilt = False
        if not rows:
            return
        stride = max(1, max(map(len, rows)))
        canvas = Canvas(stride * 8, len(rows))
        canvas.put(0, 0, stride, b"".join(row.ljust(stride, b"\0") for row in rows))
        (self._tray.whole if whole else self._tray.torn)(canvas)

    def _status(self, number: int) -> int:
        """Bits 1 and 4 are always set."""
        wrong = self._mechanism.wrong
        out, head = "paper" in wrong, "head" in wrong
        stuck = bool(wrong & {"jam"})
        bits = {
            1: 0x08 if self._mechanism.blocked else 0,
            2: (0x04 if head else 0)
            | (0x20 if out else 0)
            | (0x40 if wrong & {"jam", "hot"} else 0),
            3: (0x20 if stuck else 0) | (0x40 if "hot" in wrong else 0),
            4: (0x0C if self._mechanism.low or out else 0) | (0x60 if out else 0),
        }
        return 0x12 | bits[number]


class EscPosEmulator:
    """Makes them."""

    variants = ("epson",)

    def speaker(
        self, variant: str, mechanism: Mechanism, tray: Tray, answer: Answer, say: Say
    ) -> EscPosSpeaker:
        return EscPosSpeaker(mechanism, tray, answer, say)


EMULATOR = EscPosEmulator()
