"""A label's template: an SVG file in millimetres, with places for texts and codes.

* The root says for which media it is, ``data-media="label-100x150"``; its viewBox is millimetres.
* ``{{name}}`` in a text is a place that content fills; every other text is said in the language of
  the label. A text may say how wide it may become, ``data-width`` in millimetres, in how many
  lines, ``data-lines``, and how small its letters may be, ``data-smallest``; what then does not
  fit is an error. ``data-said="true"``: its content is one of the kiosk's captions, and said in the
  language of the label as well.
* ``<rect class="qr|code128|datamatrix" data-value="{{name}}"/>`` is where a code stands, at most so
  large; ``data-module`` is the least width of a module in millimetres.
* ``data-optional="true"`` on an element or group: left out when its place has no content.
* ``<g data-repeat="rows" data-step="8" data-most="20">`` is repeated for each row, each so many
  millimetres below the last. ``{{sheet}}`` and ``{{sheets}}`` fill themselves.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from kiosk.domain.errors import LabelWrong
from kiosk.domain.labels import Content as Content
from kiosk.domain.printing import MEDIA, Media, Symbology

SVG = "{http://www.w3.org/2000/svg}"
PLACE = re.compile(r"\{\{([a-z_]{1,40})\}\}")
LARGEST = 200_000
"""Bytes of a template."""
DEEPEST = 8
COUNTED = frozenset({"sheet", "sheets"})
"""Places that fill themselves: which sheet of how many."""
_WHOLE = {"data-lines", "data-most"}
_NUMBERS = {
    **dict.fromkeys(("x", "y", "x1", "x2", "y1", "y2", "cx", "cy"), (-1000.0, 1000.0)),
    **dict.fromkeys(("width", "height", "data-width", "data-step"), (0.0, 1000.0)),
    **dict.fromkeys(("font-size", "data-smallest"), (0.5, 100.0)),
    "data-module": (0.1, 10.0),
    "data-lines": (1.0, 50.0),
    "data-most": (0.0, 400.0),
}
"""Attributes that are numbers in millimetres, or whole ones, and their limits."""
_CODES = {kind.value for kind in Symbology}
_ALLOWED = {"g", "text", "rect", "line", "path", "circle", "title"}
ANCHORS = ("start", "middle", "end")


@dataclass(frozen=True, slots=True)
class Template:
    """One template as it was read; it is filled on a copy."""

    name: str
    media: Media
    width: float
    height: float
    """Millimetres; on a roll the length without repeated rows."""
    source: bytes

    def root(self) -> Element:
        return ElementTree.fromstring(self.source)

    @property
    def places(self) -> frozenset[str]:
        """Names of the content it must be given; those of its rows are not among them."""
        return frozenset(_places(self.root(), rows=False)) - COUNTED

    @property
    def known(self) -> frozenset[str]:
        """Names of all content it has a place for, needed or not."""
        said = PLACE.findall(self.source.decode("utf-8", "replace"))
        return (frozenset(said) | self.rows) - COUNTED

    @property
    def rows(self) -> frozenset[str]:
        """Names of the parts that repeat."""
        found = (part.get("data-repeat") for part in self.root().iter())
        return frozenset(filter(None, found))


def load(path: Path) -> Template:
    """Read a template of the kiosk's own. Raises LabelWrong."""
    try:
        source = path.read_bytes()
    except OSError as error:
        raise LabelWrong(f"{path.name}: it cannot be read") from error
    return parse(path.name.removesuffix(".svg"), source)


def parse(name: str, source: bytes) -> Template:
    """Read a template, of the kiosk's own or a cloud's: nothing in it may reach anywhere.

    Raises LabelWrong.
    """
    if len(source) > LARGEST or b"<!" in source.replace(b"<!--", b""):
        raise LabelWrong(f"{name}: a template is small and has no document type")
    try:
        root = ElementTree.fromstring(source)
        left, top, width, height = (float(part) for part in root.get("viewBox", "").split())
    except (ElementTree.ParseError, ValueError) as error:
        raise LabelWrong(f"{name}: it is no SVG with a viewBox in millimetres") from error
    if (media := MEDIA.get(root.get("data-media", ""))) is None:
        raise LabelWrong(f"{name}: data-media must be one of {', '.join(MEDIA)}")
    if (left, top) != (0, 0):
        raise LabelWrong(f"{name}: its viewBox begins at 0 0")
    _check_size(name, media, width, height)
    _check_depth(name, root)
    _check_elements(name, root)
    for part in root.iter():
        if part is not root:
            _check_numbers(name, part)
            _check_places(name, part)
    _check_codes(name, root, width, height)
    return Template(name, media, width, height, source)


def kind_of(part: Element) -> Symbology | None:
    """Which code stands in this place, if it is one."""
    named = part.get("class", "") if part.tag == f"{SVG}rect" else ""
    return Symbology(named) if named in _CODES else None


def _check_size(name: str, media: Media, width: float, height: float) -> None:
    fits = media.height_mm is None or height == media.height_mm
    if not (width == media.width_mm and fits and 0 < height <= 1000):
        raise LabelWrong(f"{name}: its viewBox is not as large as {media.name}")


def _check_elements(name: str, root: Element) -> None:
    for part in root.iter():
        tag = part.tag.removeprefix(SVG) if isinstance(part.tag, str) else ""
        if tag not in _ALLOWED and part is not root:
            raise LabelWrong(f"{name}: <{tag}> has no place in a label")
        for key, value in part.attrib.items():
            if "href" in key.lower() or "url(" in value.lower() or key.lower() == "style":
                raise LabelWrong(f"{name}: {key} has no place in a label")
        if kind_of(part) is not None and not PLACE.search(part.get("data-value", "")):
            raise LabelWrong(f"{name}: a code needs data-value with a place like {{{{ref}}}}")


def _check_places(name: str, part: Element) -> None:
    for said in (part.text or "", part.get("data-value", "")):
        if "{{" in (rest := PLACE.sub("", said)):
            raise LabelWrong(f"{name}: {' '.join(rest.split())!r} is no place like {{{{ref}}}}")
    if part.get("text-anchor", "start") not in ANCHORS:
        raise LabelWrong(f"{name}: text-anchor is one of {', '.join(ANCHORS)}")
    if "data-repeat" in part.attrib and (part.tag != f"{SVG}g" or "data-step" not in part.attrib):
        raise LabelWrong(f"{name}: data-repeat stands on a group with a data-step")


def _check_codes(name: str, part: Element, width: float, height: float) -> None:
    """Codes are laid on what QtSvg has drawn, where their own numbers say."""
    for inner in part.iter():
        if "transform" in inner.attrib and any(kind_of(one) for one in inner.iter()):
            raise LabelWrong(f"{name}: a code is not transformed, nor is what it stands in")
        if kind_of(inner) is not None:
            x, y, wide, high = (float(inner.get(k, "0")) for k in ("x", "y", "width", "height"))
            if x < 0 or y < 0 or x + wide > width or y + high > height:
                raise LabelWrong(f"{name}: a code stands over the edge")


def _check_depth(name: str, root: Element) -> None:
    level, depth = [root], 0
    while level := [inner for part in level for inner in part]:
        depth += 1
        if depth > DEEPEST:
            raise LabelWrong(f"{name}: groups stand in each other more than {DEEPEST} deep")


def _check_numbers(name: str, part: Element) -> None:
    for key, (least, most) in _NUMBERS.items():
        try:
            value = float(part.get(key, least))
            whole = key not in _WHOLE or str(int(part.get(key, "0"))) == part.get(key, "0")
        except ValueError:
            value, whole = math.nan, False
        if not (least <= value <= most and whole):
            raise LabelWrong(f"{name}: {key} is a number from {least:g} to {most:g}")


def _places(part: Element, *, rows: bool) -> Iterator[str]:
    if part.get("data-optional") == "true" or (part.get("data-repeat") and not rows):
        return
    yield from PLACE.findall(part.text or "")
    yield from PLACE.findall(part.get("data-value", ""))
    for inner in part:
        yield from _places(inner, rows=rows)
