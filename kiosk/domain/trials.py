"""What a technician tries out on the machine: camera, readers, glass. Pure; no code in clear."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from kiosk.domain import codes

TELLING = 16
"""Signs from which on the first two of a text give nothing away of what it opens."""
FIELD_MM = 40.0
"""About how wide and how high a field of the touch test is; never below 15."""
LEAST_MM = 15.5


class Picture(Enum):
    """How the camera's picture is."""

    NONE = "none"
    """No camera is configured."""
    STARTING = "starting"
    ABSENT = "absent"
    """There is nothing to open at its place."""
    STALE = "stale"
    """No new picture comes, or always the same one."""
    DARK = "dark"
    NOISE = "noise"
    """Pictures come, but neighbouring dots have nothing to do with each other."""
    FRESH = "fresh"


class Looks(Enum):
    """What a text that was held up looks like, by its form alone."""

    MADE_HERE = "made_here"
    """A code of this kind of kiosk, check digit right."""
    DELIVERY = "delivery"
    TYPED = "typed"
    """A plain text that could be typed as a code."""
    COURIER = "courier"
    OTHER_NETWORK = "other_network"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Form:
    """All that is kept of what was read."""

    looks: Looks
    length: int
    begins: str = ""
    """The first two signs of a long text."""


@dataclass(frozen=True, slots=True)
class CameraNow:
    """The camera at this moment."""

    picture: Picture
    fps: float = 0.0
    """Pictures a second that came lately."""
    milliseconds: float = 0.0
    """How long the latest picture was looked at."""
    symbology: str = ""
    """Of the latest code in view, with the decoder that found it."""
    decoder: str = ""
    configured: str = ""


class Reader(Enum):
    """What reads without looking."""

    SERIAL = "serial"
    BADGE = "badge"


@dataclass(frozen=True, slots=True)
class ReaderNow:
    """One reader at this moment."""

    reader: Reader
    configured: str = ""
    """Its device; "" is none."""
    there: bool = False
    reads: int = 0
    length: int = 0
    """Signs of the last one."""
    refused: int = 0
    """Texts that are no badge: too short, too long, with other signs."""


def form_of(text: str) -> Form:
    """What may be shown of a text that was held up: never what comes after its first two signs."""
    match codes.parse_scanned(text):
        case codes.LocalQr():
            looks = Looks.MADE_HERE
        case codes.TypedCode() as typed:
            looks = Looks.MADE_HERE if typed.made_here else Looks.TYPED
        case codes.DeliveryQr():
            looks = Looks.DELIVERY
        case codes.CourierToken():
            looks = Looks.COURIER
        case codes.Unknown(network) if network is not None:
            looks = Looks.OTHER_NETWORK
        case _:
            looks = Looks.UNKNOWN
    begins = text[:2] if len(text) >= TELLING and text[:2].isalnum() and text.isascii() else ""
    return Form(looks, len(text), begins)


Field = tuple[int, int]
"""Column and row."""


class Edge(Enum):
    """A side of the glass, as whoever stands before it sees it."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Grid:
    """The fields of the touch test; those in the middle make room for the way out."""

    columns: int
    rows: int

    @staticmethod
    def over(width_mm: float, height_mm: float) -> "Grid":
        """As many fields as cover a glass of this size, an uneven number both ways."""
        return Grid(_uneven(width_mm), _uneven(height_mm))

    def fields(self) -> Iterator[Field]:
        """Row by row."""
        for row in range(self.rows):
            for column in range(self.columns):
                if not self.is_middle((column, row)):
                    yield column, row

    def is_middle(self, field: Field) -> bool:
        """Whether the words and the way out lie there."""
        left, top, right, bottom = self.middle()
        return left <= field[0] <= right and top <= field[1] <= bottom

    def middle(self) -> tuple[int, int, int, int]:
        """First column, first row, last column, last row of what is left out: three by three."""
        column, row = self.columns // 2, self.rows // 2
        return column - 1, row - 1, column + 1, row + 1

    def percent(self, touched: Collection[Field]) -> int:
        """How much of it was touched; 100 only when all was."""
        fields = list(self.fields())
        return sum(one in touched for one in fields) * 100 // len(fields)

    def silent(self, touched: Collection[Field]) -> tuple[Edge, ...]:
        """The edges along which at least one field was not touched yet."""
        sides = {
            Edge.TOP: [(column, 0) for column in range(self.columns)],
            Edge.BOTTOM: [(column, self.rows - 1) for column in range(self.columns)],
            Edge.LEFT: [(0, row) for row in range(self.rows)],
            Edge.RIGHT: [(self.columns - 1, row) for row in range(self.rows)],
        }
        return tuple(edge for edge, side in sides.items() if not set(side) <= set(touched))


def _uneven(millimetres: float) -> int:
    """How many fields lie side by side: at least five, where they are large enough."""
    most = int(millimetres // LEAST_MM)
    count = max(5, int(millimetres // FIELD_MM))
    count = min(count, most)
    return count if count % 2 else count - 1
