"""Zebra's ZPL II (Programming Guide: ^GF, ~HS, ~HQES, ~JA), also spoken by its clones."""

import base64
import binascii
import re
import zlib
from collections.abc import Mapping

from kiosk.adapters.printers.line import Line, flush, read_until
from kiosk.adapters.printers.talking import TalkingPrinter, dots
from kiosk.domain.errors import PrinterCannot
from kiosk.domain.printing import Hitch, Picture, PrinterStatus
from kiosk.ports_printing import PrinterSettings

ANSWERS_WITHIN = 2.0
"""Seconds; a printer that needs paper, ribbon or a shut head answers ~HS not at all."""
STX, ETX = b"\x02", b"\x03"
_HOST_STATUS = re.compile(rb"\x02([^\x02\x03]*)\x03")
_QUERY = re.compile(rb"ERRORS:\s+([01])\s+([0-9A-F]{8})\s+([0-9A-F]{8})")
_NIBBLES = (
    {8: Hitch.CUTTER, 4: Hitch.HEAD_OPEN, 2: Hitch.RIBBON_OUT, 1: Hitch.PAPER_OUT},
    {8: Hitch.FAULT, 4: Hitch.FAULT, 2: Hitch.HOT, 1: Hitch.HOT},
    {2: Hitch.FAULT, 1: Hitch.FAULT},
    {8: Hitch.JAM, 4: Hitch.FAULT, 2: Hitch.FAULT, 1: Hitch.JAM},
    {8: Hitch.PAPER_OUT, 4: Hitch.FAULT, 1: Hitch.PAUSED},
)
"""Group 1 of the errors of ~HQES, from its rightmost digit on."""

_DRAWS = re.compile(rb"A[0-9A-Z]|B[0-9A-Z]|C[FI]|F[BDHORSTVWX]|G[BCDES]|GFA|L[HL]|P[QW]|PON|XZ")
"""Commands that draw on this one label. No other is passed on: the rest stores, deletes, asks,
feeds, pauses, changes signs, or sets what still holds for the labels after this one."""
_NO_TEXT = re.compile(rb"[~\x00-\x08\x0b\x0c\x0e-\x1f]")
_SIZE = re.compile(rb"(PW|LL)(\d{0,6})")
_ONCE = re.compile(rb"PQ1(,0?(,\d*(,[YN]?)?)?)?")
"""One copy, and no pause after it: ^PQ quantity, labels between pauses, replicates, override."""
_PLAIN = b"^LH0,0^CI0^CFA,9,5^FWN^BY2,3.0,10"
"""As a printer is when it is switched on: what an earlier ready label set holds for no other."""
_SLACK = 1.02
"""Labels of 100 x 150 mm are also sold, and drawn, as 4 x 6 inches."""


class Zpl:
    """Labels as ^GF pictures, packed."""

    cancel = b"~JA\r\n"
    passes = frozenset({"zpl"})
    looks_every = 0.2
    leaves_paper = False

    def __init__(self, answers_within: float = ANSWERS_WITHIN) -> None:
        self._answers_within = answers_within
        self._worked = False

    def stream(self, picture: Picture, settings: PrinterSettings) -> tuple[bytes, bytes]:
        size = f"^PW{picture.width}^LL{picture.height}^LH0,0"
        head = f"^XA{size}^FO0,0{graphic(picture)}^FS".encode("ascii")
        return head, b"^PQ1,0,1,N^XZ\r\n"

    def last_apart(self, form: str, data: bytes, settings: PrinterSettings) -> tuple[bytes, bytes]:
        body, last, rest = data.strip().rpartition(b"^XZ")
        if not last or rest or not body.startswith(b"^XA") or b"^X" in body[3:].upper():
            raise PrinterCannot("a ready label is one format from ^XA to ^XZ")
        _check_draws(body[3:])
        wide, high = dots(settings)
        _check_numbers(body, {b"PW": wide, b"LL": high})
        # Not as large as the label before it was; what it says itself comes after.
        size = f"^XA^PW{wide}^LL{high}".encode("ascii")
        return size + _PLAIN + body[3:], last + b"\r\n"

    def filler(self, settings: PrinterSettings) -> bytes:
        """Nothing: a tilde ends whatever was half sent."""
        return b""

    async def ask(self, line: Line) -> PrinterStatus:
        await flush(line)
        await line.write(b"~HS\r\n")
        came = await read_until(line, lambda found: found.count(ETX) >= 3, self._answers_within)
        status = host_status(came)
        return status if status is not None else await self._ask_why(line)

    async def progress(self, line: Line) -> PrinterStatus | None:
        status = await self.ask(line)
        # Idle at the first look may be a format it has not counted yet.
        done = status.waiting == 0 and self._worked
        self._worked = status.waiting is not None
        # Paper that ends behind the label is no matter of this label.
        return None if done else status

    async def _ask_why(self, line: Line) -> PrinterStatus:
        await line.write(b"~HQES\r\n")
        came = await read_until(line, lambda found: ETX in found, self._answers_within)
        found = _QUERY.search(came)
        hitches = query_status(found[1], found[3]) if found else frozenset()
        # Silence on ~HS is never "ready", whatever else it says.
        return PrinterStatus(hitches or frozenset({Hitch.SILENT}))


def _check_draws(body: bytes) -> None:
    """Raises PrinterCannot, and names the command."""
    if _NO_TEXT.search(body):
        raise PrinterCannot("a ready label has no ~ in it, and no signs that are no text")
    for command in body.upper().split(b"^")[1:]:
        if not _DRAWS.match(command):
            named = command[:2].decode("ascii", "replace")
            raise PrinterCannot(f"a ready label only draws, and ^{named} does more")


def _check_numbers(body: bytes, most: Mapping[bytes, int]) -> None:
    for command in body.upper().split(b"^"):
        # A printer reads over ends of lines, also within a number.
        joined = b"".join(command.split())
        if joined.startswith(b"PQ") and not _ONCE.fullmatch(joined):
            raise PrinterCannot("a ready label is printed once, and without a pause")
        if not joined.startswith(tuple(most)):
            continue
        found = _SIZE.fullmatch(joined)
        if found is None or int(found[2] or b"0") > most[found[1]] * _SLACK:
            raise PrinterCannot("a ready label is larger than what is in the printer")


def graphic(picture: Picture) -> str:
    """^GFA with the picture as :Z64: (zlib, base64, CRC-16/XMODEM over the base64 letters)."""
    letters = base64.b64encode(zlib.compress(picture.data))
    crc = binascii.crc_hqx(letters, 0)
    field = f":Z64:{letters.decode('ascii')}:{crc:04X}"
    return f"^GFA,{len(field)},{len(picture.data)},{picture.stride},{field}"


def host_status(answer: bytes) -> PrinterStatus | None:
    """The three lines of ~HS; None when it is no such answer."""
    lines = [found.split(b",") for found in _HOST_STATUS.findall(answer)]
    if [len(fields) for fields in lines[:3]] != [12, 11, 2]:
        return None
    first, second = lines[0], lines[1]
    flags = {
        Hitch.PAPER_OUT: first[1],
        Hitch.PAUSED: first[2],
        Hitch.HOT: first[11],
        Hitch.FAULT: first[9],
        Hitch.HEAD_OPEN: second[2],
        Hitch.RIBBON_OUT: second[3],
    }
    hitches = frozenset(hitch for hitch, flag in flags.items() if flag.strip() == b"1")
    counts = (first[4], first[7], second[8], second[7])
    if not all(count.strip().isdigit() for count in counts):
        return None
    # Formats received, one half received, labels of the one in hand, one waiting to be taken off.
    return PrinterStatus(hitches, sum(int(count) for count in counts))


def query_status(flag: bytes, group: bytes) -> frozenset[Hitch]:
    """The errors of ~HQES, group 1."""
    if flag == b"0":
        return frozenset()
    found = set()
    for digit, names in zip(reversed(group.decode("ascii")), _NIBBLES, strict=False):
        found |= {hitch for bit, hitch in names.items() if int(digit, 16) & bit}
    return frozenset(found or {Hitch.FAULT})


class ZplMaker:
    """Makes printers that speak ZPL."""

    dpi = 203
    addresses = ("tcp://", "/")
    passes = Zpl.passes

    def connect(self, settings: PrinterSettings) -> TalkingPrinter:
        return TalkingPrinter(settings, Zpl)


PRINTER = ZplMaker()
