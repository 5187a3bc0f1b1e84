"""What the kiosk and its camera process say to each other: one line of JSON each."""

import json
import math
from dataclasses import asdict, dataclass, field

LONGEST_LINE = 1 << 18
MOST_CODES = 16
"""Codes of one frame that are told; more than one is a crowd anyway."""
LONGEST_TEXT = 2048
"""Bytes; nothing longer than a courier's token is a code of any locker network."""
LONGEST_PATIENCE = 15.0


class Garbled(ValueError):
    """A line that no honest camera process writes."""


@dataclass(frozen=True, slots=True)
class Order:
    """All the camera process shall do; a new order replaces the one before."""

    camera: str
    want: bool = False
    """Whether a screen wants codes now: then the preview is filled."""
    began: float | None = None
    """Monotonic time a screen first wanted a code: a clip plays from there."""
    resumed: bool = False
    """Whether the clip has played before, in a process that ended: then it goes on, not anew."""

    def line(self) -> bytes:
        return json.dumps(asdict(self)).encode() + b"\n"

    @staticmethod
    def parse(line: bytes) -> "Order":
        return Order(**json.loads(line))


@dataclass(frozen=True, slots=True)
class Code:
    """One code in one frame."""

    text: str = field(repr=False)
    symbology: str
    decoder: str = ""
    """Which of the two found it."""


@dataclass(frozen=True, slots=True)
class Report:
    """A sign of life, with what the latest frame shows."""

    at: float
    seeing: bool
    """Whether a frame came."""
    absent: bool = False
    """Whether there is nothing to open; it is tried again."""
    codes: tuple[Code, ...] = ()
    unread: int = 0
    """Codes in the same frame that are not told (too long, or another symbology)."""
    second_opinion: bool = True
    """Whether the second decoder is there."""
    patience: float = 2.5
    """Seconds within which the next report is due."""
    took: float = 0.0
    """Seconds the latest frame was looked at."""
    picture: str = ""
    """ "dark", "noise", or "" for a plain one."""

    def line(self) -> bytes:
        return json.dumps(asdict(self)).encode() + b"\n"

    @staticmethod
    def parse(line: bytes) -> "Report":
        """Read a line of a process that handles hostile pictures, and may have been taken over."""
        try:
            match json.loads(line):
                case {
                    "at": float(at),
                    "seeing": bool(seeing),
                    "absent": bool(absent),
                    "codes": list(codes),
                    "unread": int(unread),
                    "second_opinion": bool(second_opinion),
                    "patience": float(patience),
                    "took": float(took),
                    "picture": "" | "dark" | "noise" as picture,
                } if len(codes) <= MOST_CODES and math.isfinite(at) and 0 <= unread < 10_000:
                    told = tuple(_code(code) for code in codes)
                    patience = max(0.1, min(patience, LONGEST_PATIENCE))
                    took = max(0.0, min(took, LONGEST_PATIENCE))
                    return Report(
                        at, seeing, absent, told, unread, second_opinion, patience, took, picture
                    )
        except (ValueError, RecursionError) as error:
            raise Garbled("a report that is no JSON") from error
        raise Garbled("a report with the wrong fields")


def fits(text: str) -> bool:
    """Whether a text may be told at all."""
    return 0 < len(text.encode("utf-8", "surrogatepass")) <= LONGEST_TEXT


def _code(code: object) -> Code:
    match code:
        case {"text": str(text), "symbology": str(symbology), "decoder": str(decoder)} if fits(
            text
        ):
            return Code(text, symbology[:32], decoder[:32])
    raise Garbled("a code with the wrong fields")
