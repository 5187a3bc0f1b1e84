"""A few equal things on a screen: what a QML repeater draws from."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

FIRST_ROLE = Qt.ItemDataRole.UserRole


@QmlElement
class RowsModel(QAbstractListModel):
    """Rows of one dataclass; its fields are the roles."""

    countChanged = Signal()

    def __init__(self, row: type, parent: QObject) -> None:
        super().__init__(parent)
        self._names = tuple(field.name for field in fields(row))
        self._rows: tuple[Any, ...] = ()

    def adopt(self, rows: Sequence[Any]) -> None:
        """Show these instead; equal rows are left as they stand."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()
        self.countChanged.emit()

    @Property(int, notify=countChanged)
    def count(self) -> int:
        return len(self._rows)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        number = role - FIRST_ROLE
        if not index.isValid() or not 0 <= number < len(self._names):
            return None
        return getattr(self._rows[index.row()], self._names[number])

    def roleNames(self) -> dict[int, Any]:
        return {FIRST_ROLE + n: name.encode() for n, name in enumerate(self._names)}
