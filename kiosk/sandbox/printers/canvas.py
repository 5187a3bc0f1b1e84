"""Dots on an emulated label, and the PNG they become (PNG specification 1.2, one bit, grey)."""

import struct
import zlib
from dataclasses import dataclass, field

MOST_DOTS = 40_000_000


@dataclass
class Canvas:
    """Rows of whole bytes; a set bit is black."""

    width: int
    height: int
    rows: bytearray = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if not 0 < self.width * self.height <= MOST_DOTS or self.width < 1:
            raise ValueError(f"no label is {self.width} x {self.height} dots")
        self.rows = bytearray(self.stride * self.height)

    @property
    def stride(self) -> int:
        return (self.width + 7) // 8

    def put(self, x: int, y: int, stride: int, data: bytes, how: str = "or") -> None:
        """Draw a bitmap, its set bits black: "or", "xor" or "over"; what is outside is lost."""
        for row in range(len(data) // stride if stride else 0):
            at = y + row
            if not 0 <= at < self.height:
                continue
            bits = int.from_bytes(data[row * stride : (row + 1) * stride], "big")
            mask = (1 << (stride * 8)) - 1
            shift = self.stride * 8 - x - stride * 8
            bits, mask = _moved(bits, shift), _moved(mask, shift)
            inside = ((1 << self.width) - 1) << (self.stride * 8 - self.width)
            place = slice(at * self.stride, (at + 1) * self.stride)
            old = int.from_bytes(self.rows[place], "big")
            new = {"or": old | bits, "xor": old ^ bits, "over": (old & ~mask) | bits}[how]
            self.rows[place] = (new & inside).to_bytes(self.stride, "big")

    def cut(self, height: int) -> "Canvas":
        """Its top."""
        top = Canvas(self.width, max(1, min(height, self.height)))
        top.rows[:] = self.rows[: len(top.rows)]
        return top

    @property
    def data(self) -> bytes:
        return bytes(self.rows)


def png(canvas: Canvas) -> bytes:
    """The label as a picture file; black is 0."""
    light = canvas.data.translate(bytes(range(255, -1, -1)))
    lines = b"".join(
        b"\0" + light[at : at + canvas.stride] for at in range(0, len(light), canvas.stride)
    )
    head = struct.pack(">IIBBBBB", canvas.width, canvas.height, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, body) for name, body in parts)


def _part(name: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + check


def _moved(bits: int, left: int) -> int:
    return bits << left if left >= 0 else bits >> -left
