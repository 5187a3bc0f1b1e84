"""An emulated TSPL printer (TSC's programming manual; status also Gprinter GP-2120T, p. 34).

ESC ! is obeyed at once, but in the raw data of a BITMAP: there every byte is a dot (our
reading), so one that was half sent eats what comes next, over a reconnect as well.
"""

import re

from kiosk.sandbox.lines import Say
from kiosk.sandbox.printers.canvas import MOST_DOTS, Canvas
from kiosk.sandbox.printers.mechanism import Mechanism
from kiosk.sandbox.printers.printer import Answer
from kiosk.sandbox.printers.works import INCH, Job, Tray, Works

MOST_LINE = 4096
_BITMAP = re.compile(rb"BITMAP +(\d+),(\d+),(\d+),(\d+),([012]),")
_SIZE = re.compile(r"SIZE +(\d+(?:\.\d*)?) *mm *, *(\d+(?:\.\d*)?) *mm")
_PRINT = re.compile(r"PRINT +(\d+)(?:,(\d+))?")
_KNOWN = ("GAP", "DIRECTION", "REFERENCE", "SPEED", "DENSITY", "OFFSET", "BLINE")
_QUERY = {
    "head": 0x01,
    "jam": 0x02,
    "paper": 0x04,
    "ribbon": 0x08,
    "paused": 0x10,
    "hot": 0x80,
}


class TsplSpeaker:
    """Reads one stream for as long as the printer has power."""

    def __init__(self, mechanism: Mechanism, tray: Tray, answer: Answer, say: Say) -> None:
        self._mechanism = mechanism
        self._works = Works(mechanism, tray)
        self._answer = answer
        self._say = say
        self._held = b""
        self._raw: tuple[int, int, int, int, int] | None = None
        self._canvas = Canvas(round(4 * mechanism.dpi), round(6 * mechanism.dpi))

    async def aclose(self) -> None:
        await self._works.aclose()

    def hear(self, data: bytes) -> None:
        self._held += data
        while self._step():
            pass

    def _step(self) -> bool:
        """Carry out what is whole at the front; False when more must come first."""
        if self._raw is not None:
            return self._take_raw(self._raw)
        bitmap = _BITMAP.match(self._held)
        if bitmap is not None:
            x, y, stride, rows, mode = (int(number) for number in bitmap.groups())
            self._raw = (x, y, stride, rows, mode) if stride * rows <= MOST_DOTS // 8 else None
            self._held = self._held[bitmap.end() :]
            return True
        escape = self._held.find(b"\x1b!")
        end = self._held.find(b"\n")
        if escape >= 0 and (end < 0 or escape < end):
            return self._escape(escape)
        if end < 0:
            if len(self._held) > MOST_LINE:
                self._held = b""
            return False
        line, self._held = self._held[:end], self._held[end + 1 :]
        self._obey(line.decode("latin-1").strip())
        return True

    def _take_raw(self, raw: tuple[int, int, int, int, int]) -> bool:
        x, y, stride, rows, mode = raw
        if len(self._held) < stride * rows:
            return False
        data, self._held = self._held[: stride * rows], self._held[stride * rows :]
        self._raw = None
        if stride:
            dark = bytes(byte ^ 0xFF for byte in data)  # here a set bit is white
            self._canvas.put(x, y, stride, dark, ("over", "or", "xor")[mode])
        return True

    def _escape(self, at: int) -> bool:
        if len(self._held) < at + 3:
            return False
        letter = self._held[at + 2 : at + 3]
        self._held = self._held[:at] + self._held[at + 3 :]
        if letter == b"?":
            self._answer(bytes((self._bits(),)))
        elif letter == b"S":
            self._answer(b"\x02" + bytes(self._states()) + b"\x03\r\n")
        elif letter == b".":
            self._held = b""
            self._works.cancel()
        return True

    def _obey(self, line: str) -> None:
        if (size := _SIZE.fullmatch(line)) is not None:
            self._resize(float(size[1]), float(size[2]))
        elif line == "CLS":
            self._canvas = Canvas(self._canvas.width, self._canvas.height)
        elif (order := _PRINT.fullmatch(line)) is not None:
            copies = int(order[1]) * int(order[2] or 1)
            if copies:
                self._works.put(Job(self._canvas.cut(self._canvas.height), copies))
        elif line and not line.startswith(_KNOWN):
            self._say({"error": f"not understood: {line[:40]}"})

    def _resize(self, width: float, height: float) -> None:
        dots = [round(side * self._mechanism.dpi / INCH) for side in (width, height)]
        try:
            self._canvas = Canvas(*dots)
        except ValueError as error:
            self._say({"error": str(error)})

    def _bits(self) -> int:
        wrong = sum(bit for name, bit in _QUERY.items() if name in self._mechanism.wrong)
        return wrong | (0x20 if self._mechanism.moving else 0)

    def _states(self) -> tuple[int, int, int, int]:
        wrong = self._mechanism.wrong
        message = 0x50 if self._mechanism.moving else 0x40
        message = 0x60 if "paused" in wrong else message
        message = 0x45 if self._mechanism.blocked else message
        first = 0x41 if "hot" in wrong else 0x40
        seconds = {"paper": 0x41, "jam": 0x42, "ribbon": 0x44}
        second = next((byte for name, byte in seconds.items() if name in wrong), 0x40)
        return message, 0x40, first, second


class TsplEmulator:
    """Makes them."""

    variants = ("tsc",)

    def speaker(
        self, variant: str, mechanism: Mechanism, tray: Tray, answer: Answer, say: Say
    ) -> TsplSpeaker:
        return TsplSpeaker(mechanism, tray, answer, say)


EMULATOR = TsplEmulator()
