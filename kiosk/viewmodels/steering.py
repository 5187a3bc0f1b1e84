"""Moves the focus with arrow keys, as the eye would: to the nearest target in that direction."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtQuick import QQuickItem

ASIDE = 4
"""How many times farther a step aside counts than a step ahead."""


def steer(root: QObject, right: int, down: int) -> None:
    """Focus the nearest target; with none in that direction the other end of the chain."""
    if not isinstance(root, QQuickItem):
        return
    found = list(targets(root))
    here = next((item for item in found if item.hasActiveFocus()), None)
    if not found:
        return
    chosen = found[0] if here is None else _nearest(here, found, right, down)
    chosen.forceActiveFocus(Qt.FocusReason.TabFocusReason)


def targets(item: QQuickItem) -> Iterator[QQuickItem]:
    """Everything visible and enabled that takes the focus by key, in the order of the tree."""
    if not item.isVisible() or not item.isEnabled():
        return
    if item.activeFocusOnTab():
        yield item
    for child in item.childItems():
        yield from targets(child)


def _nearest(here: QQuickItem, found: list[QQuickItem], right: int, down: int) -> QQuickItem:
    start = _box(here)
    ahead: list[tuple[float, int]] = []
    for number, item in enumerate(found):
        distance = _distance(start, _box(item), right, down)
        if distance is not None:
            ahead.append((distance, number))
    if ahead:
        return found[min(ahead)[1]]
    step = 1 if right + down > 0 else -1
    return found[(found.index(here) + step) % len(found)]


def _distance(start: QRectF, box: QRectF, right: int, down: int) -> float | None:
    """How far a box lies ahead, counting what it lies aside several times; None behind."""
    if right:
        ahead = box.left() - start.right() if right > 0 else start.left() - box.right()
        aside = _gap(start.top(), start.bottom(), box.top(), box.bottom())
    else:
        ahead = box.top() - start.bottom() if down > 0 else start.top() - box.bottom()
        aside = _gap(start.left(), start.right(), box.left(), box.right())
    return None if ahead < -1 else ahead + aside * ASIDE


def _gap(start: float, end: float, other_start: float, other_end: float) -> float:
    """The distance of two spans; overlapping ones differ by a shade, by their middles."""
    apart = max(other_start - end, start - other_end, 0.0)
    return apart + abs(start + end - other_start - other_end) / 2000


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(item.boundingRect())
