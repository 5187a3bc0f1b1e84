"""A picture as a page that any program reads: PDF of the true size, or PNG."""

import zlib

import cv2
import numpy as np

from kiosk.domain.printing import Picture

POINTS = 72
"""PDF measures in 1/72 inch."""


def png(picture: Picture) -> bytes:
    """One bit a dot, as a PNG."""
    rows = np.frombuffer(picture.data, np.uint8).reshape(picture.height, picture.stride)
    light = np.unpackbits(~rows, axis=1)[:, : picture.width] * 255
    ok, encoded = cv2.imencode(".png", light, [cv2.IMWRITE_PNG_BILEVEL, 1])
    assert ok, "a picture of dots is always a PNG"
    return encoded.tobytes()


def pdf(picture: Picture, dpi: int) -> bytes:
    """One page exactly as large as the picture is on paper (ISO 32000-1, image XObject)."""
    wide, high = picture.width * POINTS / dpi, picture.height * POINTS / dpi
    data = zlib.compress(picture.data, 9)
    shown = f"q {wide:.3f} 0 0 {high:.3f} 0 0 cm /Im Do Q".encode("ascii")
    image = (
        f"<< /Type /XObject /Subtype /Image /Width {picture.width} /Height {picture.height} "
        "/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode "
        f"/Length {len(data)} >>\nstream\n"
    ).encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide:.3f} {high:.3f}] "
            "/Resources << /XObject << /Im 4 0 R >> >> /Contents 5 0 R >>"
        ).encode("ascii"),
        image + data + b"\nendstream",
        f"<< /Length {len(shown)} >>\nstream\n".encode("ascii") + shown + b"\nendstream",
    )
    return _file(objects)


def _file(objects: tuple[bytes, ...]) -> bytes:
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode("ascii") + body + b"\nendobj\n"
    table = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode("ascii")
    made += b"".join(f"{place:010} 00000 n \n".encode("ascii") for place in places)
    made += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n".encode("ascii")
    return bytes(made + f"startxref\n{table}\n%%EOF\n".encode("ascii"))
