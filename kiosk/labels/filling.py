"""Fills a template: content into its places, words in the label's language, rows one by one."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from kiosk.domain.errors import LabelWrong
from kiosk.domain.printing import Symbology
from kiosk.labels.lines import exact, family, fitted, plain, smaller
from kiosk.labels.template import PLACE, SVG, Content, Template, kind_of

LONGEST = 300
"""Characters of one piece of content."""
MOST_ROWS = 400
_FINE = 100
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_FLIPPED = {"start": "end", "end": "start", "middle": "middle"}

Measure = Callable[[str, float, bool], float]
"""Width in millimetres of a text in this size (millimetres), bold or not."""
Words = Mapping[str, str]
"""The English text of a label, and what it is in the label's language."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a code stands, in millimetres, what it says, and what its place is called."""

    kind: Symbology
    x: float
    y: float
    width: float
    height: float
    module: float
    """Least width of a module in millimetres."""
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One filled label: its lines and texts, and its codes apart."""

    svg: bytes
    width: float
    height: float
    spots: tuple[Spot, ...]


def fill(
    template: Template, content: Content, words: Words, language: str, measure: Measure
) -> tuple[Sheet, ...]:
    """One sheet, or as many as the rows need. Raises LabelWrong, which names the place."""
    _check(template, content)
    pages = _pages(template, content)
    counted = [{**p, "sheet": f"{n}", "sheets": f"{len(pages)}"} for n, p in enumerate(pages, 1)]
    return tuple(_Filler(template, p, words, language, measure).sheet() for p in counted)


def _check(template: Template, content: Content) -> None:
    for name, value in content.items():
        if name not in template.known:
            raise LabelWrong(f"{template.name}: there is no place for {name}")
        if (name in template.rows) is isinstance(value, str):
            raise LabelWrong(f"{template.name}: {name} has the wrong form")
        if name in template.rows and len(value) > MOST_ROWS:
            raise LabelWrong(f"{template.name}: {name} has more than {MOST_ROWS} rows")
    for name in sorted(template.places - set(content)):
        raise LabelWrong(f"{template.name}: {name} is missing")


def _pages(template: Template, content: Content) -> Sequence[Content]:
    """Rows that do not fit one label of a fixed size go on to the next."""
    for part in template.root().iter():
        most = int(part.get("data-most", "0"))
        rows = content.get(part.get("data-repeat", ""))
        if most and rows and not isinstance(rows, str) and len(rows) > most:
            name = part.get("data-repeat", "")
            starts = range(0, len(rows), most)
            return [{**content, name: rows[start : start + most]} for start in starts]
    return [content]


class _Filler:
    """Fills one copy of a template."""

    def __init__(
        self, template: Template, content: Content, words: Words, language: str, measure: Measure
    ) -> None:
        self._template = template
        self._content = content
        self._words = words
        self._mirrored = language in RIGHT_TO_LEFT
        self._measure = measure
        self._spots: list[Spot] = []
        self._grown = 0.0

    def sheet(self) -> Sheet:
        root = self._template.root()
        self._repeat(root)
        self._visit(root, {k: v for k, v in self._content.items() if isinstance(v, str)})
        width, height = self._template.width, self._template.height + self._grown
        root.set("viewBox", f"0 0 {width:g} {height:g}")
        root.set("width", f"{width:g}mm")
        root.set("height", f"{height:g}mm")
        return Sheet(ElementTree.tostring(root), width, height, tuple(self._spots))

    def _repeat(self, root: Element) -> None:
        for parent in list(root.iter()):
            for part in list(parent):
                if name := part.get("data-repeat"):
                    place = list(parent).index(part)
                    parent.remove(part)
                    rows = self._content.get(name, ())
                    assert not isinstance(rows, str)
                    self._lay_out(parent, place, part, rows)

    def _lay_out(
        self, parent: Element, place: int, part: Element, rows: Sequence[Mapping[str, str]]
    ) -> None:
        step = float(part.get("data-step", "0"))
        for number, row in enumerate(rows):
            copy = deepcopy(part)
            copy.attrib.pop("data-repeat")
            _lower(copy, number * step)
            self._visit(copy, row)
            parent.insert(place + number, copy)
        if self._template.media.height_mm is None and rows:
            self._grow(parent, part, step * (len(rows) - 1))

    def _grow(self, parent: Element, part: Element, by: float) -> None:
        """On a roll what stands below the rows moves down."""
        self._grown += by
        for after in parent:
            if after.get("data-after") == part.get("data-repeat"):
                _lower(after, by)

    def _visit(self, part: Element, content: Mapping[str, str]) -> None:
        for inner in list(part):
            if inner.get("data-filled"):
                continue
            if inner.get("data-optional") == "true" and not _has_content(inner, content):
                part.remove(inner)
            elif (kind := kind_of(inner)) is not None:
                self._spots.append(self._spot(kind, inner, content))
                part.remove(inner)
            elif inner.tag == f"{SVG}text":
                self._write(part, inner, content)
            else:
                self._visit(inner, content)
                self._mirror(inner)
        if part.get("data-step"):
            part.set("data-filled", "true")

    def _spot(self, kind: Symbology, part: Element, content: Mapping[str, str]) -> Spot:
        x, y, width, height = (float(part.get(k, "0")) for k in ("x", "y", "width", "height"))
        raw = part.get("data-value", "")
        text, place = self._filled(raw, content, exact), f"{self._template.name}: {_named(raw)}"
        at = self._template.width - x - width if self._mirrored else x
        module = float(part.get("data-module", "0.25"))
        return Spot(kind, at, y, width, height, module, text, place)

    def _write(self, parent: Element, text: Element, content: Mapping[str, str]) -> None:
        raw = " ".join((text.text or "").split())
        said = self._filled(raw, content, plain)
        if text.get("data-said") == "true" or not PLACE.search(raw):
            said = self._words.get(said, said)
        size, lines = self._fitted(raw, said, text)
        at = list(parent).index(text)
        parent.remove(text)
        for number, line in enumerate(lines):
            one = Element(text.tag, dict(text.attrib))
            one.text = line
            one.set("font-size", f"{size:g}")
            one.set("font-family", family(line))
            one.set("y", f"{float(text.get('y', '0')) + number * size * 1.25:g}")
            self._turn(one)
            _refine(one)
            parent.insert(at + number, one)

    def _fitted(self, raw: str, said: str, text: Element) -> tuple[float, list[str]]:
        """The lines, in the size of the template or as much smaller as it allows."""
        size, bold = float(text.get("font-size", "4")), text.get("font-weight", "") == "700"
        sizes = smaller(size, float(text.get("data-smallest", f"{size:g}")))
        most, widest = int(text.get("data-lines", "1")), float(text.get("data-width", "0"))
        place = f"{self._template.name}: {_named(raw)}"
        try:
            found = fitted(said, lambda word: self._measure(word, 1, bold), sizes, most, widest)
        except LabelWrong as error:
            raise LabelWrong(f"{place}: {error}") from error
        if found is None:
            raise LabelWrong(f"{place} is too long for its place")
        return found

    def _filled(
        self, raw: str, content: Mapping[str, str], taken: Callable[[str], str | None]
    ) -> str:
        def value(name: str) -> str:
            if name not in content:
                raise LabelWrong(f"{self._template.name}: {name} is missing")
            if len(content[name]) > LONGEST:
                said = f"{name} is longer than {LONGEST} characters"
                raise LabelWrong(f"{self._template.name}: {said}")
            if (text := taken(content[name])) is None:
                raise LabelWrong(
                    f"{self._template.name}: {name} holds signs that cannot be printed"
                )
            return text

        return PLACE.sub(lambda found: value(found[1]), raw)

    def _turn(self, text: Element) -> None:
        if self._mirrored:
            anchor = text.get("text-anchor", "start")
            text.set("text-anchor", _FLIPPED[anchor])
            text.set("x", f"{self._template.width - float(text.get('x', '0')):g}")

    def _mirror(self, part: Element) -> None:
        if self._mirrored and part.tag == f"{SVG}rect":
            x, width = float(part.get("x", "0")), float(part.get("width", "0"))
            part.set("x", f"{self._template.width - x - width:g}")
        elif self._mirrored and part.tag == f"{SVG}line":
            for key in ("x1", "x2"):
                part.set(key, f"{self._template.width - float(part.get(key, '0')):g}")


def _lower(part: Element, by: float) -> None:
    """Move it down the label, and all that stands in it; millimetres."""
    for inner in part.iter():
        for key in {"y", "y1", "y2", "cy"} & inner.attrib.keys():
            inner.set(key, f"{float(inner.attrib[key]) + by:g}")


def _refine(text: Element) -> None:
    """In hundredths, for QtSvg takes whole units for the size and the anchor of a text."""
    for key in ("x", "y", "font-size"):
        text.set(key, f"{float(text.get(key, '0')) * _FINE:.0f}")
    text.set("transform", f"{text.get('transform', '')} scale({1 / _FINE:g})".strip())


def _has_content(part: Element, content: Mapping[str, str]) -> bool:
    texts = [t for e in part.iter() for t in (e.text or "", e.get("data-value", ""))]
    return all(content.get(name) for text in texts for name in PLACE.findall(text))


def _named(raw: str) -> str:
    names = PLACE.findall(raw)
    return names[0] if names else repr(raw)
