"""A shipping label from its template to a printer's bytes, against QtSvg alone on the same file."""

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from bench.figures import Figure, milliseconds
from bench.programs import OFFSCREEN
from kiosk.adapters.printers.zpl import Zpl
from kiosk.assets import data
from kiosk.domain.printing import dots_of
from kiosk.labels import rendering
from kiosk.labels.filling import fill
from kiosk.labels.template import load
from kiosk.ports_printing import PrinterSettings
from kiosk.viewmodels.fonts import load_fonts

DPI = 203
MILLISECONDS, RATIO, KILOBYTES = 150.0, 3.0, 20.0
SETTINGS = PrinterSettings("labels", "zpl", "tcp://printer:9100", "label-100x150", DPI)
PARCEL = {
    "sender": "Rosa Boutique, Rua do Ouro 5, 1100-063 Lisboa",
    "recipient": "Ana Costa",
    "address": "Rua de Santa Catarina 1234, 5.º Esquerdo, 4000-447 Porto, Portugal",
    "code": "DLV-PICK-res_789-5678",
    "ref": "RET-2026-00017",
    "carrier": "International Express Post",
    "barcode": "JD014600006281230704",
    "locker": "Central Station",
    "date": "2026-11-21",
}


def measure(folder: Path, rounds: int, *, quick: bool) -> list[list[Figure]]:
    """The same label again and again, ours and bare in turn."""
    del folder
    for name, value in OFFSCREEN.items():
        os.environ.setdefault(name, value)
    app = QGuiApplication.instance() or QGuiApplication(["bench"])
    load_fonts(data() / "assets" / "fonts")
    file = data() / "assets" / "labels" / "shipping.label-100x150.svg"
    figures = [_round(file, 2 if quick else 40) for _ in range(rounds)]
    del app
    return figures


def _round(file: Path, times: int) -> list[Figure]:
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(times):
        bare.append(_timed(partial(_bare, file)))
        ours.append(_timed(partial(_whole, file)))
    value, baseline = milliseconds(ours), milliseconds(bare)
    size, dots = len(_whole(file)) / 1000, _bare(file).sizeInBytes() / 8 / 1000
    name, against = "a shipping label at 203 dpi, template to ZPL", "QtSvg alone, same file"
    return [
        Figure(name, value, "ms", against, baseline, MILLISECONDS),
        Figure(f"{name}, as a ratio", value, "ms", against, baseline, RATIO, by_ratio=True),
        Figure(f"{name}, its size", size, "kB", "its dots, eight in a byte", dots, KILOBYTES),
    ]


def _whole(file: Path) -> bytes:
    """All that is done for one label, from the file on."""
    [sheet] = fill(load(file), PARCEL, {}, "en", rendering.measure)
    return b"".join(Zpl().stream(rendering.draw(sheet, DPI), SETTINGS))


def _bare(file: Path) -> QImage:
    """The template as it stands, in grey: no content, no codes, no bytes for a printer."""
    renderer = QSvgRenderer(QByteArray(file.read_bytes()))
    size = renderer.viewBoxF().size()
    wide, high = (dots_of(side, DPI) for side in (size.width(), size.height()))
    image = QImage(wide, high, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        renderer.render(painter, QRectF(0, 0, wide, high))
    finally:
        painter.end()
    return image


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
