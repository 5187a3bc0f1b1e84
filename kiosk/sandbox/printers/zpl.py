"""An emulated ZPL II printer (Zebra's programming guide: ^GF, ~HS, ~HQES, ~JA, ^PQ).

Draws ^GF alone; other fields are named in "not_drawn". A format that is half there stays over
a reconnect. "zebra" says nothing to ~HS while somebody is needed at it; "clone" does.
"""

import base64
import binascii
import re
import zlib

from kiosk.sandbox.lines import Say
from kiosk.sandbox.printers.canvas import Canvas
from kiosk.sandbox.printers.mechanism import Mechanism
from kiosk.sandbox.printers.printer import Answer
from kiosk.sandbox.printers.works import Job, Tray, Works

AT_ONCE = ("~HQES", "~HS", "~JA", "^XA", "^XZ")
"""Carried out when their last letter is heard; the others when the next command begins."""
MOST_HELD = 4_000_000
_NEED = frozenset({"paper", "ribbon", "head", "hot"})
_GRAPHIC = re.compile(r"A,(\d+),(\d+),(\d+),(.*)", re.DOTALL)
_SETTINGS = ("^LH", "^FS", "^FX", "^CI", "^PR", "^MD", "^LS", "^LT", "^PM", "^PO")


class _Format:
    """What stands between ^XA and ^XZ."""

    def __init__(self) -> None:
        self.origin = (0, 0)
        self.pictures: list[tuple[int, int, int, bytes]] = []
        self.copies = 1
        self.not_drawn: list[str] = []


class ZplSpeaker:
    """Reads one stream for as long as the printer has power."""

    def __init__(
        self, variant: str, mechanism: Mechanism, tray: Tray, answer: Answer, say: Say
    ) -> None:
        self.warnings = 0
        self.width, self.length = round(4 * mechanism.dpi), round(6 * mechanism.dpi)
        self._mechanism = mechanism
        self._works = Works(mechanism, tray)
        self._answer = answer
        self._say = say
        self._quiet = variant == "zebra"
        self._held = ""
        self._format: _Format | None = None

    async def aclose(self) -> None:
        await self._works.aclose()

    def hear(self, data: bytes) -> None:
        self._held += data.decode("latin-1")
        while (command := self._next()) is not None:
            self._obey(command.rstrip("\r\n"))
        if len(self._held) > MOST_HELD:
            self._held = ""

    def _next(self) -> str | None:
        start = re.search(r"[\^~]", self._held)
        if start is None:
            return None
        self._held = self._held[start.start() :]
        for name in AT_ONCE:
            if self._held.upper().startswith(name):
                return self._cut(len(name))
        end = re.compile(r"[\^~]").search(self._held, 1)
        return self._cut(end.start()) if end is not None else None

    def _cut(self, length: int) -> str:
        command, self._held = self._held[:length], self._held[length:]
        return command

    def _obey(self, command: str) -> None:
        match command.upper():
            case "~HS":
                self._host_status()
            case "~HQES":
                self._query()
            case "~JA":
                self._format = None
                self._works.cancel()
            case "^XA":
                self._format = _Format()
            case "^XZ":
                self._print()
            case _ if self._format is not None:
                self._field(self._format, command[:3].upper(), command[3:])
            case _:
                self._say({"error": f"not understood: {command[:40]}"})

    def _field(self, form: _Format, name: str, rest: str) -> None:
        numbers = [int(number) for number in re.findall(r"-?\d+", rest)]
        match name, numbers:
            case "^PW", [width, *_]:
                self.width = width
            case "^LL", [length, *_]:
                self.length = length
            case "^FO", [x, y, *_]:
                form.origin = (x, y)
            case "^PQ", [copies, *_]:
                form.copies = max(1, copies)
            case "^GF", _:
                self._graphic(form, rest)
            case _:
                form.not_drawn += [name] if name not in _SETTINGS else []

    def _graphic(self, form: _Format, rest: str) -> None:
        found = _GRAPHIC.match(rest)
        if found is None:
            form.not_drawn.append("^GF")
            return
        try:
            data = _unpacked(found[4], int(found[1]), int(found[2]))
        except (ValueError, zlib.error) as error:
            self._say({"error": f"^GF: {error}"})
            return
        form.pictures.append((*form.origin, int(found[3]), data))

    def _print(self) -> None:
        form, self._format = self._format, None
        if form is None:
            return
        if form.not_drawn:
            self._say({"not_drawn": form.not_drawn})
        if not form.pictures and not form.not_drawn:
            return  # settings alone feed no label
        try:
            canvas = Canvas(self.width, self.length)
        except ValueError as error:
            self._say({"error": str(error)})
            return
        for picture in form.pictures:
            canvas.put(*picture)
        self._works.put(Job(canvas, form.copies))

    def _host_status(self) -> None:
        wrong = self._mechanism.wrong
        if self._quiet and wrong & _NEED:
            return
        paper, paused, hot, head, ribbon = (
            int(what in wrong) for what in ("paper", "paused", "hot", "head", "ribbon")
        )
        half = int(self._format is not None)
        lines = (
            f"030,{paper},{paused},{self.length:04},{self._works.behind:03},0,0,{half},000,0,0,{hot}",
            f"001,0,{head},{ribbon},1,2,6,0,{self._works.in_hand:08},1,000",
            "1234,0",
        )
        self._answer(b"".join(b"\x02" + line.encode("ascii") + b"\x03\r\n" for line in lines))

    def _query(self) -> None:
        wrong = self._mechanism.wrong
        names = {"paper": 0x1, "ribbon": 0x2, "head": 0x4, "hot": 0x10, "jam": 0x1000}
        errors = sum(bit for name, bit in names.items() if name in wrong)
        errors |= 0x10000 if "paused" in wrong else 0
        warned = self.warnings
        text = (
            "\x02\r\n\r\nPRINTER STATUS            \r\n"
            f"   ERRORS:          {int(bool(errors))} 00000000 {errors:08X}  \r\n"
            f"   WARNINGS:        {int(bool(warned))} 00000000 {warned:08X}   \r\n\x03"
        )
        self._answer(text.encode("ascii"))


def _unpacked(text: str, sent: int, total: int) -> bytes:
    """The bitmap of a ^GFA: hexadecimal, or :Z64: and :B64: with their check. Raises ValueError."""
    text = text.replace("\r", "").replace("\n", "")
    if not text.startswith(":"):
        data = bytes.fromhex(text)
    else:
        _, kind, letters, check = text.split(":")
        if binascii.crc_hqx(letters.encode("latin-1"), 0) != int(check, 16):
            raise ValueError("the check does not fit")
        data = base64.b64decode(letters, validate=True)
        if kind == "Z64":
            data = zlib.decompressobj().decompress(data, total + 1)
        elif kind != "B64":
            raise ValueError(f"nobody knows {kind}")
    if len(data) != total or sent not in (len(text), total):
        raise ValueError(f"{len(text)} signs and {len(data)} bytes for {sent} and {total}")
    return data


class ZplEmulator:
    """Makes them."""

    variants = ("zebra", "clone")

    def speaker(
        self, variant: str, mechanism: Mechanism, tray: Tray, answer: Answer, say: Say
    ) -> ZplSpeaker:
        return ZplSpeaker(variant, mechanism, tray, answer, say)


EMULATOR = ZplEmulator()
