"""The bank as a picture: where each door's face lies, in millimetres from the top left corner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtQml import QmlElement

from kiosk.domain.layout import Column, Compartment, Layout

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

ROLES = ("label", "size", "across", "below", "wide", "tall")


@dataclass(frozen=True, slots=True)
class DoorFace:
    """One door of the picture; the fields are the roles of the model."""

    label: str
    size: str
    across: int
    below: int
    wide: int
    tall: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a door is, as a person counts: columns from the screen, rows from the nearer end."""

    side: int
    """-1 left of the screen, 1 right of it, 0 in its column; 2 when the bank has no screen."""
    column: int
    row: int
    from_top: bool
    above: bool = False
    """In the screen's column: above it."""


@QmlElement
class BankModel(QAbstractListModel):
    """One row for each compartment; the picture never changes and is never mirrored."""

    def __init__(self, layout: Layout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layout = layout
        self._faces = tuple(faces(layout))
        self._screen = screen(layout)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._faces)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        number = role - Qt.ItemDataRole.UserRole
        if not index.isValid() or not 0 <= number < len(ROLES):
            return None
        return getattr(self._faces[index.row()], ROLES[number])

    def roleNames(self) -> dict[int, Any]:
        return {Qt.ItemDataRole.UserRole + n: name.encode() for n, name in enumerate(ROLES)}

    @Property(int, constant=True)
    def width(self) -> int:
        return sum(column.width_mm for column in self._layout.columns)

    @Property(int, constant=True)
    def height(self) -> int:
        return self._layout.height_mm

    @Property(QRect, constant=True)
    def screen(self) -> QRect:
        """The screen itself; empty when the bank has none."""
        return self._screen

    def place(self, label: str) -> Place:
        """Where this door is. Raises UnknownDoor."""
        return place(self._layout, self._layout.compartment(label))


def faces(layout: Layout) -> Iterator[DoorFace]:
    """The doors' faces: what the insides leave of a column is shared by neighbours."""
    across = 0
    for column in layout.columns:
        for top, bottom, group in _groups(column, layout.height_mm):
            edges = (top, *_seams(group, layout.height_mm), bottom)
            for one, (below, end) in zip(group, pairwise(edges), strict=False):
                yield DoorFace(one.label, one.size, across, below, column.width_mm, end - below)
        across += column.width_mm


def screen(layout: Layout) -> QRect:
    """The screen's own place, in the column that has it as a gap."""
    across = 0
    for column in layout.columns:
        if column.screen_top_mm is not None and column.screen_height_mm is not None:
            return QRect(across, column.screen_top_mm, column.width_mm, column.screen_height_mm)
        across += column.width_mm
    return QRect()


def place(layout: Layout, compartment: Compartment) -> Place:
    """Count columns from the screen and rows from the nearer end of the column."""
    column = layout.columns[compartment.column]
    from_top = compartment.row * 2 < compartment.rows
    row = compartment.row + 1 if from_top else compartment.rows - compartment.row
    at = next((n for n, c in enumerate(layout.columns) if c.screen_top_mm is not None), None)
    if at is None:
        return Place(2, compartment.column + 1, row, from_top)
    steps = compartment.column - at
    above = steps == 0 and _above(column, compartment, layout.height_mm)
    return Place((steps > 0) - (steps < 0), abs(steps), row, from_top, above)


def _groups(column: Column, height: int) -> Iterator[tuple[int, int, Sequence[Compartment]]]:
    """The doors above and beneath the screen, each group with its top and bottom."""
    if column.screen_top_mm is None or column.screen_height_mm is None:
        yield 0, height, column.compartments
        return
    above = [c for c in column.compartments if _above(column, c, height)]
    yield 0, column.screen_top_mm, above
    yield column.screen_top_mm + column.screen_height_mm, height, column.compartments[len(above) :]


def _above(column: Column, compartment: Compartment, height: int) -> bool:
    middle = height - compartment.floor_mm - compartment.inside.height / 2
    return middle < (column.screen_top_mm or 0)


def _seams(group: Sequence[Compartment], height: int) -> Iterator[int]:
    for upper, lower in pairwise(group):
        ceiling = lower.floor_mm + lower.inside.height
        yield height - round((upper.floor_mm + ceiling) / 2)
