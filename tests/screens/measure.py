"""What a person would complain about on a screen: cut words, small targets, things that overlap."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from tests.screens.glass import Glass, Panel, type_of, visible

LEAST_MM = 15
LEAST_PRIMARY_MM = 20
ROUNDING = 1.5
SIGN = "door.number"
"""The door's number on the wall: its letter box is mostly air."""


def is_text(item: QQuickItem) -> bool:
    return item.metaObject().indexOfProperty("textFormat") >= 0 and bool(item.property("text"))


def is_target(item: QQuickItem) -> bool:
    return item.metaObject().indexOfProperty("pressX") >= 0 and item.isEnabled()


def box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(item.boundingRect())


def said(item: QQuickItem) -> str:
    interface = QAccessible.queryAccessibleInterface(item)
    return interface.text(QAccessible.Text.Name) if interface else ""


def complaints(glass: Glass, panel: Panel) -> Iterator[str]:
    """Everything that is wrong with the screen that shows."""
    mm = glass.window.width() / panel.mm[0]
    items = list(glass.items())
    texts = [item for item in items if is_text(item) and not _in_map(item)]
    targets = [item for item in items if is_target(item)]
    if not texts:
        yield "says nothing"
    for item in texts:
        yield from _of_text(item, glass, mm)
    for item in targets:
        yield from _of_target(item, glass, mm)
    areas = [(item, box(item)) for item in targets]
    inks = [(item, ink(item)) for item in texts]
    for (one, here), (other, there) in combinations(areas, 2):
        if _overlap(here, there):
            yield f"{one.objectName()} lies over {other.objectName()}"
    for item, area in areas:
        for text, letters in inks:
            if _overlap(letters, area) and not _together(item, text):
                yield f"{item.objectName()} lies over {text.property('text')!r}"
    small = [(item, letters) for item, letters in inks if not _is_sign(item)]
    for (one, here), (other, there) in combinations(small, 2):
        if _overlap(here, there):
            yield f"{one.property('text')!r} lies over {other.property('text')!r}"


def ink(item: QQuickItem) -> QRectF:
    """Where the letters are; a text box may be wider."""
    box_, width = item.boundingRect(), item.property("contentWidth")
    return item.mapRectToScene(QRectF(box_.x(), box_.y(), width, item.property("contentHeight")))


def _of_text(item: QQuickItem, glass: Glass, mm: float) -> Iterator[str]:
    text = item.property("text")
    if not _is_spoken(item):
        yield f"seen and not spoken: {text!r}"
    if item.property("truncated") or item.property("contentWidth") > item.width() + ROUNDING:
        yield f"cut: {text!r}"
    if item.property("contentHeight") > item.height() + ROUNDING:
        yield f"too tall: {text!r}"
    if _is_sign(item):
        return
    whole = QRectF(0, 0, glass.window.width(), glass.window.height())
    if not whole.contains(ink(item)):
        yield f"outside the glass: {text!r}"
    holder = _holder(item)
    if holder is not None:
        room = box(holder).adjusted(-ROUNDING, -ROUNDING, ROUNDING, 2 * mm)
        if not room.contains(ink(item)):
            yield f"leaves its {holder.objectName()}: {text!r}"


def _of_target(item: QQuickItem, glass: Glass, mm: float) -> Iterator[str]:
    name, area = item.objectName(), box(item)
    least = LEAST_MM
    if name.startswith("keypad.") or item.property("primary"):
        least = LEAST_PRIMARY_MM
    if min(area.width(), area.height()) < least * mm:
        yield f"small: {name} {area.width() / mm:.1f} x {area.height() / mm:.1f} mm"
    if not name:
        yield f"a target without objectName: {type_of(item)} {item.property('text')!r}"
    if not said(item):
        yield f"nothing is spoken for {name}"
    if not QRectF(0, 0, glass.window.width(), glass.window.height()).contains(area):
        yield f"outside the glass: {name}"
    parts = list(visible(item))
    icons = [box(part) for part in parts if type_of(part) == "Icon"]
    for text in filter(is_text, parts):
        if not area.adjusted(-1, -1, 1, 1).contains(ink(text)):
            yield f"overflows {name}: {text.property('text')!r}"
        if any(_overlap(ink(text), icon) for icon in icons):
            yield f"the picture of {name} lies over {text.property('text')!r}"


def _is_spoken(item: QQuickItem) -> bool:
    """Whether it, or what it is a part of, is said; typed signs are not read aloud."""
    text, holder = _flat(item.property("text")), item
    while holder is not None:
        if holder.objectName() == "keypad.field" or text in _flat(said(holder)):
            return True
        holder = holder.parentItem()
    return False


def _flat(text: str) -> str:
    return text.replace("\n", " ")


def _holder(item: QQuickItem | None) -> QQuickItem | None:
    """The wall or the page an item stands on."""
    while item is not None and not item.objectName().startswith("stage."):
        item = item.parentItem()
    return item


def _in_map(item: QQuickItem) -> bool:
    parent = item.parentItem()
    return parent is not None and type_of(parent) in {"MapDoor", "LiveDoor"}


def _is_sign(item: QQuickItem) -> bool:
    return item.objectName() == SIGN


def _together(one: QQuickItem, other: QQuickItem) -> bool:
    return bool(one.isAncestorOf(other) or other.isAncestorOf(one))


def _overlap(one: QRectF, other: QRectF) -> bool:
    common = one.intersected(other)
    return common.width() > 2 and common.height() > 2
