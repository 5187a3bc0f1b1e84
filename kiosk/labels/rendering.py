"""A filled label as one picture of black and white dots: the same for preview and printer.

Needs a QGuiApplication (the fonts are Qt's); may run on any thread.
"""

import math
import unicodedata

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.domain.errors import LabelWrong
from kiosk.domain.printing import INCH, Picture, Symbology, dots_of
from kiosk.labels.barcodes import QUIET, Modules, modules
from kiosk.labels.filling import Sheet, Spot
from kiosk.labels.lines import family

LEAST_DOTS = {Symbology.CODE128: 3}
"""Of a bar, and more where its place has room: four are still read when ink bleeds by a dot on
either side, three when it does on one side, and of two hardly a gap is left. Flat codes are read by
the middles of their modules."""
DARK = 128
"""A dot is black when its grey is below this."""
_EM = 100
"""Pixels at which texts are measured: hinting is no matter there."""

Dots = NDArray[np.bool_]


def measure(text: str, size: float, bold: bool) -> float:
    """Width in millimetres of this text in this size (millimetres).

    Raises LabelWrong where a letter would come out as an empty box.
    """
    font = QFont()
    font.setFamily(family(text))
    font.setPixelSize(_EM)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Medium)
    metrics = QFontMetricsF(font)
    if not text.isascii():
        for letter in unicodedata.normalize("NFC", text):
            # What only joins or turns others has no shape of its own.
            if letter.isprintable() and not metrics.inFontUcs4(ord(letter)):
                raise LabelWrong("no typeface here has all of its letters")
    return metrics.horizontalAdvance(text) * size / _EM


def draw(sheet: Sheet, dpi: int) -> Picture:
    """One sheet at the printer's dots per inch. Raises LabelWrong where a code has no room."""
    width, height = dots_of(sheet.width, dpi), dots_of(sheet.height, dpi)
    dark = _lines_and_texts(sheet, width, height)
    for spot in sheet.spots:
        _stamp(dark, spot, dpi)
    return packed(dark)


def packed(dark: Dots) -> Picture:
    """Dots as bits."""
    height, width = dark.shape
    return Picture(width, height, np.packbits(dark, axis=1).tobytes())


def unpacked(picture: Picture) -> Dots:
    """Bits as dots, True is dark."""
    rows = np.frombuffer(picture.data, np.uint8).reshape(picture.height, picture.stride)
    return np.unpackbits(rows, axis=1)[:, : picture.width].astype(np.bool_)


def _lines_and_texts(sheet: Sheet, width: int, height: int) -> Dots:
    renderer = QSvgRenderer(QByteArray(sheet.svg))
    if not renderer.isValid():
        raise LabelWrong("the template is no SVG that can be drawn")
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        renderer.render(painter, QRectF(0, 0, width, height))
    finally:
        painter.end()
    grey = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    return grey[:, :width] < DARK


def _stamp(dark: Dots, spot: Spot, dpi: int) -> None:
    """Put a code there, every module the same whole number of dots, and its quiet zone white."""
    try:
        code = modules(spot.kind, spot.text)
    except LabelWrong as error:
        raise LabelWrong(f"{spot.place}: {error}") from error
    linear = spot.kind is Symbology.CODE128
    quiet = QUIET[spot.kind]
    left, top = dots_of(spot.x, dpi), dots_of(spot.y, dpi)
    wide, high = dots_of(spot.width, dpi), dots_of(spot.height, dpi)
    tall, broad = dark.shape
    # A row further down may; of a place that ends at the edge the last dot is a matter of rounding.
    if min(left, top) < 0 or left + wide > broad + 1 or top + high > tall + 1:
        raise LabelWrong(f"{spot.place}: the code stands over the edge")
    wide, high = min(wide, broad - left), min(high, tall - top)
    per_module = wide // (code.shape[1] + 2 * quiet)
    if not linear:
        per_module = min(per_module, high // (code.shape[0] + 2 * quiet))
    _check_room(spot, code, per_module, dpi)
    drawn = _scaled(code, per_module, high if linear else 0)
    dark[top : top + high, left : left + wide] = False
    at_x = left + (wide - drawn.shape[1]) // 2
    at_y = top + (high - drawn.shape[0]) // 2
    dark[at_y : at_y + drawn.shape[0], at_x : at_x + drawn.shape[1]] = drawn


def _check_room(spot: Spot, code: Modules, per_module: int, dpi: int) -> None:
    """Whether its modules are as large as paper needs them. Raises LabelWrong."""
    wanted = math.ceil(spot.module * dpi / INCH - 1e-6)
    least = max(1, wanted, LEAST_DOTS.get(spot.kind, 1))
    if per_module >= least:
        return
    if spot.kind is not Symbology.CODE128:
        raise LabelWrong(f"{spot.place}: the {spot.kind.value} code has no room for so much")
    needs = (code.shape[1] + 2 * QUIET[spot.kind]) * least * INCH / dpi
    raise LabelWrong(
        f"{spot.place}: {spot.width:g} mm are too narrow for a code128 code of "
        f"{len(spot.text)} signs, which needs {math.ceil(needs)} mm"
    )


def _scaled(code: Modules, per_module: int, high: int) -> Dots:
    rows = np.repeat(code, high or per_module, axis=0)
    return np.repeat(rows, per_module, axis=1)
