"""The simulated locker wall: every door as the emulated board moves it, and hands on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

from kiosk.domain.layout import DoorAddress, Layout
from kiosk.viewmodels.bank import faces, screen

QML_IMPORT_NAME = "KioskDemo"
QML_IMPORT_MAJOR_VERSION = 1

FACE = ("label", "size", "across", "below", "wide", "tall")
ROLES = (*FACE, "ajar", "jammed", "parcel")
HANDS = {
    "jam": ("jammed", True),
    "free": ("jammed", False),
    "occupy": ("parcel", True),
    "clear": ("parcel", False),
}
"""What a hand's line to the board makes true of its door."""


@dataclass(slots=True)
class SteelDoor:
    """One door of the wall; all but the address are roles of the model."""

    address: DoorAddress
    label: str
    size: str
    across: int
    below: int
    wide: int
    tall: int
    ajar: bool = False
    jammed: bool = False
    parcel: bool = False


@QmlElement
class WallModel(QAbstractListModel):
    """One row for each door; it follows the lines of the board and says lines to it."""

    _heard = Signal(object)
    moved = Signal()

    def __init__(
        self, layout: Layout, tell: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tell = tell
        self._screen = screen(layout)
        self._across = sum(column.width_mm for column in layout.columns)
        self._down = layout.height_mm
        self._doors = [
            SteelDoor(
                layout.compartment(face.label).front.address,
                **{role: getattr(face, role) for role in FACE},
            )
            for face in faces(layout)
        ]
        self._rows = {_place(door): row for row, door in enumerate(self._doors)}
        self._heard.connect(self._follow, Qt.ConnectionType.QueuedConnection)

    def hear(self, line: Mapping[str, Any]) -> None:
        """Take a line of the board; may be called from any thread."""
        if "state" in line or "did" in line:
            self._heard.emit(dict(line))

    def door(self, label: str) -> SteelDoor:
        """Find by label; raises StopIteration."""
        return next(door for door in self._doors if door.label == label)

    def put_parcel(self, label: str) -> None:
        """Let there be a parcel, as if somebody had put it in before."""
        self._tell(f"occupy {_place(self.door(label))}")

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._doors)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        number = role - Qt.ItemDataRole.UserRole
        if not index.isValid() or not 0 <= number < len(ROLES):
            return None
        return getattr(self._doors[index.row()], ROLES[number])

    def roleNames(self) -> dict[int, Any]:
        return {Qt.ItemDataRole.UserRole + n: name.encode() for n, name in enumerate(ROLES)}

    @Property(int, constant=True)
    def width(self) -> int:
        return self._across

    @Property(int, constant=True)
    def height(self) -> int:
        return self._down

    @Property(QRect, constant=True)
    def screen(self) -> QRect:
        return self._screen

    @Slot(int)
    def push(self, row: int) -> None:
        """Push an open door shut; a shut one does not care."""
        if self._doors[row].ajar:
            self._tell(f"shut {_place(self._doors[row])}")

    @Slot(int)
    def handle(self, row: int) -> None:
        """Put a parcel into an open compartment, or take it out."""
        door = self._doors[row]
        if door.ajar:
            self._tell(f"{'clear' if door.parcel else 'occupy'} {_place(door)}")

    @Slot(int)
    def wedge(self, row: int) -> None:
        """Jam a door, or free it."""
        door = self._doors[row]
        self._tell(f"{'free' if door.jammed else 'jam'} {_place(door)}")

    @Slot(object)
    def _follow(self, line: Mapping[str, Any]) -> None:
        if "state" in line:
            self._set(f"{line['board']}:{line['door']}", "ajar", line["state"] == "open")
            return
        verb, _, place = str(line["did"]).partition(" ")
        if verb in HANDS:
            self._set(place, *HANDS[verb])

    def _set(self, place: str, fact: str, so: bool) -> None:
        row = self._rows.get(place)
        if row is not None and getattr(self._doors[row], fact) is not so:
            setattr(self._doors[row], fact, so)
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.UserRole + ROLES.index(fact)])
            self.moved.emit()


def _place(door: SteelDoor) -> str:
    return f"{door.address.board}:{door.address.channel}"
