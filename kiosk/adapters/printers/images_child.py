"""The process that decodes one picture: stdin to dots on stdout, and then it ends.

``python -m kiosk.adapters.printers.images_child PARENT WIDEST LONGEST``
"""

import os
import resource
import sys
from typing import NamedTuple

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from kiosk.adapters.scanners import confine

HEAD = 8
"""Bytes before the dots: width and height, four each."""
MOST_PIXELS = 25_000_000
MOST_SIDE = 12_000
MEMORY, SECONDS = 2 * 1024**3, 8
DARK = 128
BAD, LARGE, BLANK, UNREADABLE = 10, 11, 12, 13
SAID = {
    BAD: "its picture cannot be read",
    LARGE: f"its picture has more than {MOST_PIXELS} dots",
    BLANK: "its picture is blank",
    UNREADABLE: "its codes are not readable any more at the size of this label",
}
"""How the process ends when there are no dots."""

Grey = NDArray[np.uint8]
MARGIN = 10
"""White above and below stays where it was, up to this part of the width: what is at the edge may
be a code, whose quiet zone it is."""


class Margins(NamedTuple):
    """Dots without ink around what is drawn."""

    top: int
    right: int
    bottom: int
    left: int


class Stop(Exception):
    """There are no dots to be had; says how to end."""


def main() -> None:
    parent, widest, longest = map(int, sys.argv[1:4])
    confine.die_with(parent)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
    cv2.setNumThreads(1)
    confine.give_up_network()
    # Native libraries print where they like: what the kiosk reads is ours alone.
    out = os.dup(1)
    os.dup2(2, 1)
    try:
        dark = dots(sys.stdin.buffer.read(), widest, longest)
    except Stop as stop:
        sys.exit(int(str(stop)))
    except (ValueError, MemoryError, cv2.error):
        sys.exit(BAD)
    height, width = dark.shape
    said = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    rest = memoryview(said + np.packbits(dark, axis=1).tobytes())
    while rest:
        rest = rest[os.write(out, rest) :]


def dots(data: bytes, widest: int, longest: int) -> NDArray[np.bool_]:
    """True is dark. Raises Stop."""
    size = size_of(data)
    if size is None:
        raise Stop(BAD)
    if size[0] * size[1] > MOST_PIXELS or max(size) > MOST_SIDE:
        raise Stop(LARGE)
    read = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if read is None:
        raise Stop(BAD)
    grey, margins = _cropped(_on_white(read))
    fitted = _fitted(grey, margins, widest, longest)
    wanted = _codes(grey)
    if wanted - _codes(np.where(fitted, 0, 255).astype(np.uint8)):
        raise Stop(UNREADABLE)
    return fitted


def size_of(data: bytes) -> tuple[int, int] | None:
    """What the head of a PNG or JPEG says, before any decoder sees it (ISO 15948, ITU T.81)."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        wide, high = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
        return (wide, high) if data[12:16] == b"IHDR" and wide and high else None
    at = 2
    while data.startswith(b"\xff\xd8") and data[at : at + 1] == b"\xff" and at + 9 <= len(data):
        kind = data[at + 1]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            high = int.from_bytes(data[at + 5 : at + 7], "big")
            wide = int.from_bytes(data[at + 7 : at + 9], "big")
            return (wide, high) if wide and high else None
        at += 1 if kind == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _on_white(read: NDArray[np.generic]) -> Grey:
    """Greys; what is transparent shows the paper."""
    image = (read // 257).astype(np.uint8) if read.dtype == np.uint16 else read.astype(np.uint8)
    if image.ndim == 2:
        return image
    if image.shape[2] == 4:
        seen = image[:, :, 3:4].astype(np.float32) / 255
        image = (image[:, :, :3] * seen + 255 * (1 - seen)).astype(np.uint8)
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), np.uint8)


def _cropped(grey: Grey) -> tuple[Grey, Margins]:
    """Without the white around it, and how much that was: margins cost no size."""
    dark = grey < DARK
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    if not len(rows):
        raise Stop(BLANK)
    inner = grey[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    left, right = int(columns[0]), grey.shape[1] - 1 - int(columns[-1])
    return inner, Margins(int(rows[0]), right, grey.shape[0] - 1 - int(rows[-1]), left)


def _fitted(grey: Grey, margins: Margins, widest: int, longest: int) -> NDArray[np.bool_]:
    """Dot for dot where it fits, some whole times larger where it is small, else smaller."""
    # An edge stays white: codes need it, and printers lose it.
    edge = max(8, widest // 50)
    wide, high = widest - 2 * edge, longest - 2 * edge
    if (grey.shape[1] > grey.shape[0]) != (wide > high) and _scale(
        np.rot90(grey).shape, wide, high
    ) > _scale(grey.shape, wide, high):
        grey = np.ascontiguousarray(np.rot90(grey))
        margins = Margins(margins.right, margins.bottom, margins.left, margins.top)
    scale = _scale(grey.shape, wide, high)
    if scale >= 1:
        times = int(min(scale, 4))
        dark = np.kron(grey < DARK, np.ones((times, times), np.bool_))
    else:
        size = max(1, int(grey.shape[1] * scale)), max(1, int(grey.shape[0] * scale))
        dark = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA)) < DARK
    room = longest - dark.shape[0]
    most = max(edge, min(widest // MARGIN, room // 2))
    ratio = dark.shape[0] / grey.shape[0]
    top, bottom = (min(most, max(edge, int(m * ratio))) for m in (margins.top, margins.bottom))
    left = (widest - dark.shape[1]) // 2
    whole = np.zeros((dark.shape[0] + top + bottom, widest), np.bool_)
    whole[top : top + dark.shape[0], left : left + dark.shape[1]] = dark
    return whole


def _scale(shape: tuple[int, ...], wide: int, high: int) -> float:
    return min(wide / shape[1], high / shape[0])


def _codes(grey: Grey) -> set[str]:
    """What its codes say; a margin is added, for cropping took theirs."""
    padded = np.pad(grey, 40, constant_values=255)
    return {one.text for one in zxingcpp.read_barcodes(padded, try_invert=False) if one.text}


if __name__ == "__main__":
    main()
