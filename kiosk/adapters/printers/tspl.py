"""TSC's TSPL/TSPL2 (programming manual; status bytes also Gprinter GP-2120T manual, p. 34)."""

from kiosk.adapters.printers.line import Line, flush, read_until
from kiosk.adapters.printers.talking import TalkingPrinter, dots
from kiosk.domain.errors import PrinterCannot
from kiosk.domain.printing import INCH, MEDIA, WARNINGS, Hitch, Picture, PrinterStatus
from kiosk.ports_printing import PrinterSettings

ANSWERS_WITHIN = 2.0
PRINTING = 0x20
_BITS = {
    0x01: Hitch.HEAD_OPEN,
    0x02: Hitch.JAM,
    0x04: Hitch.PAPER_OUT,
    0x08: Hitch.RIBBON_OUT,
    0x10: Hitch.PAUSED,
    0x40: Hitch.HEAD_OPEN,
    0x80: Hitch.HOT,
}
"""Answer to ESC ! ?; bit 5 says that it prints."""


class Tspl:
    """Labels as BITMAP in which a set bit is white: the other way round than everywhere else."""

    cancel = b"\x1b!."
    passes: frozenset[str] = frozenset()
    looks_every = 0.05
    """Often: that it prints must be seen, and a short label is out in a third of a second."""
    leaves_paper = False

    def __init__(self, answers_within: float = ANSWERS_WITHIN) -> None:
        self._answers_within = answers_within
        self._began = False

    def stream(self, picture: Picture, settings: PrinterSettings) -> tuple[bytes, bytes]:
        millimetres = picture.height * INCH / settings.dpi
        endless = MEDIA[settings.media].height_mm is None
        lines = (
            f"SIZE {MEDIA[settings.media].width_mm:g} mm,{millimetres:.2f} mm",
            "GAP 0 mm,0 mm" if endless else "GAP 3 mm,0 mm",
            "DIRECTION 0",
            "REFERENCE 0,0",
            "CLS",
            f"BITMAP 0,0,{picture.stride},{picture.height},0,",
        )
        raw = _turned(picture)
        head = b"\r\n" + "\r\n".join(lines).encode("ascii")
        return head + raw + b"\r\n", b"PRINT 1,1\r\n"

    def last_apart(self, form: str, data: bytes, settings: PrinterSettings) -> tuple[bytes, bytes]:
        raise PrinterCannot(f"a TSPL printer takes no ready {form}")

    def filler(self, settings: PrinterSettings) -> bytes:
        """White dots for the largest picture: half a BITMAP eats all that comes, also questions."""
        wide, high = dots(settings)
        return b"\xff" * ((wide + 7) // 8 * high) + b"\r\n"

    async def ask(self, line: Line) -> PrinterStatus:
        bits = await self._bits(line)
        if bits is None:
            return PrinterStatus(frozenset({Hitch.SILENT}))
        found = frozenset(hitch for bit, hitch in _BITS.items() if bits & bit)
        return PrinterStatus(found, waiting=int(bool(bits & PRINTING)))

    async def progress(self, line: Line) -> PrinterStatus | None:
        # The status overtakes the job: before it was seen to print, "ready" says nothing.
        status = await self.ask(line)
        self._began = self._began or status.waiting == 1
        # One that was paused meanwhile has finished the label it had begun.
        well = not status.hitches - WARNINGS - {Hitch.PAUSED}
        return None if self._began and well and status.waiting == 0 else status

    async def _bits(self, line: Line) -> int | None:
        await flush(line)
        await line.write(b"\x1b!?")
        came = await read_until(line, lambda found: len(found) >= 1, self._answers_within)
        return came[-1] if came else None


def _turned(picture: Picture) -> bytes:
    """White for black, and the dots that fill up a row white as well."""
    spare = (1 << (picture.stride * 8 - picture.width)) - 1
    rows = bytearray(byte ^ 0xFF for byte in picture.data)
    for end in range(picture.stride - 1, len(rows), picture.stride):
        rows[end] |= spare
    return bytes(rows)


class TsplMaker:
    """Makes printers that speak TSPL."""

    dpi = 203
    addresses = ("tcp://", "/")
    passes = Tspl.passes

    def connect(self, settings: PrinterSettings) -> TalkingPrinter:
        return TalkingPrinter(settings, Tspl)


PRINTER = TsplMaker()
