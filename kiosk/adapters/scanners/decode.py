"""Finds the codes in a frame: zxing first, zbar as a second opinion."""

import time
from dataclasses import dataclass, field

import cv2
import numpy as np
import zxingcpp

from kiosk.adapters.scanners.messages import fits
from kiosk.adapters.scanners.preview import Outline, Pixels

try:
    from pyzbar import pyzbar
except ImportError:  # pyzbar asks for libzbar when it is imported
    pyzbar = None

MOST_PIXELS = 1_000_000
QR = "QRCode"
REST = 5
"""zbar takes ten times as long as zxing: after each look it rests this many times as long."""
_NATIVE_TROUBLE = (ValueError, RuntimeError, TypeError, MemoryError, cv2.error)


@dataclass(frozen=True, slots=True)
class Found:
    """One code in a frame; ``outline`` is in shares of width and height."""

    text: str = field(repr=False)
    symbology: str
    outline: Outline
    decoder: str = "zxing"


@dataclass(frozen=True, slots=True)
class Sight:
    """What one frame shows: the codes, and how many more there are that are not told."""

    codes: tuple[Found, ...] = ()
    unread: int = 0


def greyscale(image: Pixels) -> Pixels:
    """What the decoders get: one byte per pixel, and at most a million of them."""
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    if grey.size > MOST_PIXELS:
        scale = (MOST_PIXELS / grey.size) ** 0.5
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(grey, np.uint8)


class Decoder:
    """Two opinions on a frame; the second only when the first sees nothing."""

    def __init__(self, symbologies: tuple[str, ...] = (QR,)) -> None:
        self._symbologies = symbologies
        self._formats = zxingcpp.barcode_formats_from_str(",".join(symbologies))
        self._rest_until = 0.0

    @property
    def second_opinion(self) -> bool:
        """Whether zbar is there; without it a few very hard codes are missed."""
        return pyzbar is not None

    def look(self, grey: Pixels) -> Sight:
        """Never raises for anything a picture can show; a crash of native code ends the process."""
        found = self._zxing(grey)
        if not found and QR in self._symbologies:
            found = self._zbar_sometimes(grey)
        # A code shown twice in one frame is one code.
        known = {one.text: one for one in found if self._may_be_told(one)}
        told = tuple(known.values())
        return Sight(told, len({one.text for one in found}) - len(told))

    def _may_be_told(self, found: Found) -> bool:
        return found.symbology in self._symbologies and fits(found.text)

    def _zxing(self, grey: Pixels) -> list[Found]:
        try:
            barcodes = zxingcpp.read_barcodes(
                grey, formats=self._formats, text_mode=zxingcpp.TextMode.Plain
            )
            return [_from_zxing(barcode, grey) for barcode in barcodes]
        except _NATIVE_TROUBLE:
            return []

    def _zbar_sometimes(self, grey: Pixels) -> list[Found]:
        start = time.monotonic()
        if pyzbar is None or start < self._rest_until:
            return []
        found = _zbar(grey)
        end = time.monotonic()
        self._rest_until = end + REST * (end - start)
        return found


def _from_zxing(barcode: zxingcpp.Barcode, grey: Pixels) -> Found:
    at = barcode.position
    corners = [(p.x, p.y) for p in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)]
    return Found(barcode.text, barcode.format.name, _shares(corners, grey))


def _zbar(grey: Pixels) -> list[Found]:
    """Ask zbar; it raises ValueError for a QR code that is one part of several."""
    try:
        symbols = pyzbar.decode(grey, symbols=[pyzbar.ZBarSymbol.QRCODE])
    except (*_NATIVE_TROUBLE, pyzbar.PyZbarError):
        return []
    # zbar guesses the alphabet of anything but ASCII, and guesses wrong.
    plain = [symbol for symbol in symbols if symbol.data.isascii()]
    return [
        Found(one.data.decode("ascii"), QR, _shares(_box(one.rect), grey), "zbar") for one in plain
    ]


def _box(rect: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    left, top, width, height = rect
    right, bottom = left + width, top + height
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _shares(corners: list[tuple[int, int]], grey: Pixels) -> Outline:
    height, width = grey.shape
    return tuple((x / width, y / height) for x, y in corners)
