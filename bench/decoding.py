"""Our whole decode of a frame, against zxing alone on the same frame made grey beforehand."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import zxingcpp

from bench.figures import Figure, milliseconds
from kiosk.adapters.scanners.decode import QR, Decoder, greyscale
from kiosk.adapters.scanners.preview import Pixels
from kiosk.demo.clip import frames

GOAL = 1.3
FORMATS = zxingcpp.barcode_formats_from_str(QR)


def measure(folder: Path, rounds: int, *, quick: bool) -> list[list[Figure]]:
    """Every frame of a film of a phone that zxing reads, ours and bare in turn."""
    del folder
    film = frames([("DLV-PICK-res_789-5678", 1.2 if quick else 4.0)], leave=False)
    read = [frame for frame in film if _bare(greyscale(frame))]
    return [[_one(read, 1 if quick else 8)] for _ in range(rounds)]


def _one(read: list[Pixels], times: int) -> Figure:
    decoder = Decoder()
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(times):
        for frame in read:
            grey = greyscale(frame)
            bare.append(_timed(partial(_bare, grey)))
            ours.append(_timed(partial(_whole, decoder, frame)))
    return Figure(
        "decode a 1280x720 colour frame",
        milliseconds(ours),
        "ms",
        "zxing alone, frame already grey",
        milliseconds(bare),
        GOAL,
        by_ratio=True,
    )


def _whole(decoder: Decoder, frame: Pixels) -> object:
    return decoder.look(greyscale(frame)).codes


def _bare(grey: Pixels) -> object:
    return zxingcpp.read_barcodes(grey, formats=FORMATS, text_mode=zxingcpp.TextMode.Plain)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    if not work():
        raise ValueError("a frame that was readable is not")
    return time.perf_counter() - start
