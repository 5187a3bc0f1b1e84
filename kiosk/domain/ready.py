"""A label that comes ready, in the form it is printed in: found out by its content, never by a name
it is given. Pure."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.domain.errors import LabelWrong

MOST = 400_000
"""Bytes of a ready label."""
_BEGINNINGS = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"%PDF-": "pdf",
}
DRAWN = frozenset({"png", "jpeg"})
"""Forms of which the kiosk makes dots of its own; the others go to printers that take them."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A whole label."""

    form: str
    """png, jpeg, pdf or zpl."""
    data: bytes = field(repr=False)


def ready(data: bytes) -> Ready:
    """What was delivered. Raises LabelWrong, with a sentence."""
    if not 0 < len(data) <= MOST:
        raise LabelWrong(f"a ready label has 1 to {MOST} bytes")
    for beginning, form in _BEGINNINGS.items():
        if data.startswith(beginning):
            return Ready(form, data)
    if data.lstrip(b" \r\n\t").upper().startswith(b"^XA"):
        return Ready("zpl", data)
    raise LabelWrong("a ready label is a PNG, a JPEG, a PDF or ZPL")


def decoded(text: str) -> Ready:
    """The same as it travels in JSON: base64, perhaps as a data URL. Raises LabelWrong."""
    if text.startswith("data:"):
        text = text.partition(",")[2]
    if len(text) > MOST * 4 // 3 + 4:
        raise LabelWrong(f"a ready label has 1 to {MOST} bytes")
    try:
        return ready(base64.b64decode(text, validate=True))
    except binascii.Error as error:
        raise LabelWrong("a ready label is written as base64") from error


def as_content(data: bytes) -> Mapping[str, str]:
    """As the content of a job; what is too large is not kept, and told as such when printed."""
    return {"data": base64.b64encode(data[: MOST + 1]).decode("ascii")}


def unpacked(content: Mapping[str, str | Sequence[Mapping[str, str]]]) -> Ready:
    """Out of the content of a job. Raises LabelWrong."""
    data = content.get("data", "")
    return decoded(data if isinstance(data, str) else "")
