"""Figures the screens draw: QR codes as paths, and a thing everyone knows for every size."""

from itertools import groupby

import segno

from kiosk.domain.layout import Millimetres

QUIET = 4
"""Modules of white around a QR code."""
THINGS = {
    "letters": Millimetres(220, 30, 160),
    "books": Millimetres(280, 70, 220),
    "shoes": Millimetres(340, 130, 200),
    "bottles": Millimetres(320, 310, 240),
    "suitcase": Millimetres(300, 540, 230),
}
"""From small to large; SizeTile.qml draws them."""


def thing(inside: Millimetres) -> str:
    """The largest thing that fits as it is drawn; empty when none does."""
    fitting = [
        name
        for name, size in THINGS.items()
        if size.width <= inside.width
        and size.height <= inside.height
        and size.depth <= inside.depth
    ]
    return fitting[-1] if fitting else ""


def qr(text: str) -> tuple[str, int]:
    """The dark modules as an SVG path on a grid with its quiet zone, and the grid's side."""
    matrix = segno.make(text, error="m", micro=False).matrix
    runs: list[str] = []
    for y, row in enumerate(matrix, start=QUIET):
        x = QUIET
        for dark, modules in groupby(row):
            width = len(list(modules))
            if dark:
                runs.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return "".join(runs), len(matrix) + 2 * QUIET
