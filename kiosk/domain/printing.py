"""Words of printing: media, picture, facts about a printer, what became of a job."""

from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class Media:
    """What a printer prints on; the printable part, in millimetres."""

    name: str
    width_mm: float
    height_mm: float | None = None
    """None: a roll without end; a label is as long as it needs to be."""


MEDIA = {
    media.name: media
    for media in (
        Media("label-100x150", 100.0, 150.0),  # also sold as 4 x 6 inches
        Media("roll-80", 72.0),  # 80 mm of paper, 72 mm of it under the head
        Media("roll-58", 48.0),
    )
}


INCH = 25.4
"""Millimetres."""


def dots_of(millimetres: float, dpi: int) -> int:
    """The nearest whole number of dots."""
    return round(millimetres * dpi / INCH)


@dataclass(frozen=True, slots=True)
class Picture:
    """One bit for each dot; a set bit is black. Rows of whole bytes, the leftmost dot first."""

    width: int
    height: int
    data: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1 or len(self.data) != self.stride * self.height:
            raise ValueError("a picture has whole rows of dots")

    @property
    def stride(self) -> int:
        """Bytes in a row; the dots that fill up the last byte are white."""
        return (self.width + 7) // 8


class Hitch(Enum):
    """What keeps a printer from printing, or soon will."""

    PAPER_OUT = "paper_out"
    PAPER_LOW = "paper_low"
    HEAD_OPEN = "head_open"
    RIBBON_OUT = "ribbon_out"
    JAM = "jam"
    PAUSED = "paused"
    HOT = "hot"
    CUTTER = "cutter"
    OFFLINE = "offline"
    """No line to it, or it says that it is off line."""
    SILENT = "silent"
    """The line stands and it answers nothing: many do so while somebody is needed."""
    FAULT = "fault"


WARNINGS = frozenset({Hitch.PAPER_LOW})
"""It prints on all the same."""


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """What a printer says of itself."""

    hitches: frozenset[Hitch] = frozenset()
    waiting: int | None = None
    """Jobs it has taken and not finished; None where it cannot say."""
    labels_left: int | None = None

    @property
    def ready(self) -> bool:
        """Whether it would print now."""
        return not self.hitches - WARNINGS


class Outcome(Enum):
    """What became of one label."""

    PRINTED = "printed"
    """The printer says so."""
    NOT_PRINTED = "not_printed"
    """Surely nothing whole came out."""
    UNSURE = "unsure"
    """All was sent, and the printer never said that it was done."""


class Paper(Enum):
    """What a person may have on paper when all is done; each is a template."""

    RECEIPT = "receipt"
    SLIP = "slip"
    """With the code of a walk-up, for who stores or sends."""


class Symbology(Enum):
    """The kinds of codes a label may carry."""

    QR = "qr"
    CODE128 = "code128"
    DATAMATRIX = "datamatrix"
