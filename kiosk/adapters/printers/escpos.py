"""ESC/POS receipt printers (Epson TM and Bixolon SRP-350 manuals: GS v 0, DLE EOT, GS r, GS V)."""

from kiosk.adapters.printers.line import Line, flush, read_until
from kiosk.adapters.printers.talking import TalkingPrinter, dots
from kiosk.domain.errors import PrinterCannot
from kiosk.domain.printing import Hitch, Picture, PrinterStatus
from kiosk.ports_printing import PrinterSettings

ANSWERS_WITHIN = 1.0
LOOKS_EVERY = 0.5
BAND = 96
"""Rows in one raster command: cheap printers have little memory."""
INIT, FEED, CUT = b"\x1b@", b"\x1bd\x04", b"\x1dV\x00"
PAPER_WHEN_DONE = b"\x1dr\x01"
"""Paper status, answered in its turn: once all before it is printed."""
_ASKS = (
    (2, {0x04: Hitch.HEAD_OPEN, 0x20: Hitch.PAPER_OUT, 0x40: Hitch.FAULT}),
    (3, {0x08: Hitch.CUTTER, 0x20: Hitch.FAULT, 0x40: Hitch.HOT}),
    (4, {0x0C: Hitch.PAPER_LOW, 0x60: Hitch.PAPER_OUT}),
    (1, {0x08: Hitch.OFFLINE}),
)
"""DLE EOT n is answered at once, also while it is off line."""


class EscPos:
    """Receipts as rasters. It prints while it is still receiving: a cut one is torn off."""

    cancel = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
    """DLE DC4 8: clears its buffers; a TM printer then answers 37 25 00, which is no status."""
    passes: frozenset[str] = frozenset()
    looks_every = 0.0
    leaves_paper = True

    def __init__(self, answers_within: float = ANSWERS_WITHIN) -> None:
        self._answers_within = answers_within
        self._all_sent = False
        self._done = False

    def stream(self, picture: Picture, settings: PrinterSettings) -> tuple[bytes, bytes]:
        bands = []
        for top in range(0, picture.height, BAND):
            rows = min(BAND, picture.height - top)
            data = picture.data[top * picture.stride : (top + rows) * picture.stride]
            size = picture.stride.to_bytes(2, "little") + rows.to_bytes(2, "little")
            bands.append(b"\x1dv0\x00" + size + data)
        # Without its last band what hangs out is no receipt.
        return INIT + b"".join(bands[:-1]), bands[-1] + FEED + CUT + PAPER_WHEN_DONE

    def last_apart(self, form: str, data: bytes, settings: PrinterSettings) -> tuple[bytes, bytes]:
        raise PrinterCannot(f"an ESC/POS printer takes no ready {form}")

    def filler(self, settings: PrinterSettings) -> bytes:
        """White for a band that was half sent, and a cut: a new receipt begins on clean paper."""
        return bytes((dots(settings)[0] + 7) // 8 * BAND) + FEED + CUT

    async def ask(self, line: Line) -> PrinterStatus:
        found: set[Hitch] = set()
        for number, names in _ASKS:
            self._listen(await flush(line))
            await line.write(bytes((0x10, 0x04, number)))
            came = await read_until(
                line, lambda answer: any(map(_is_status, answer)), self._answers_within
            )
            self._listen(came)
            answers = [byte for byte in came if _is_status(byte)]
            if not answers:
                return PrinterStatus(frozenset({Hitch.SILENT}))
            found |= {hitch for bits, hitch in names.items() if answers[-1] & bits}
        if found - {Hitch.OFFLINE, Hitch.PAPER_LOW}:
            found.discard(Hitch.OFFLINE)  # what is wrong says more
        if Hitch.PAPER_OUT in found:
            found.discard(Hitch.PAPER_LOW)
        return PrinterStatus(frozenset(found))

    async def progress(self, line: Line) -> PrinterStatus | None:
        self._all_sent = True
        self._listen(await read_until(line, lambda found: len(found) >= 1, LOOKS_EVERY))
        # Nothing yet may mean a hitch as well.
        status = None if self._done else await self.ask(line)
        return None if self._done else status

    def _listen(self, came: bytes) -> None:
        """GS r answers with bits 4 and 7 clear; before it was asked nothing means that."""
        self._done = self._done or (self._all_sent and any(byte & 0x90 == 0 for byte in came))


def _is_status(byte: int) -> bool:
    """Bits 1 and 4 are set and 0 and 7 are clear in every real-time status."""
    return byte & 0x93 == 0x12


class EscPosMaker:
    """Makes printers that speak ESC/POS."""

    dpi = 203
    addresses = ("tcp://", "/")
    passes = EscPos.passes

    def connect(self, settings: PrinterSettings) -> TalkingPrinter:
        return TalkingPrinter(settings, EscPos)


PRINTER = EscPosMaker()
