"""The bank as service mode draws it: each door's face with how its compartment is now."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    Property,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

from kiosk.domain.compartments import Bank, Condition
from kiosk.domain.flows.service.doors import DoorChosen
from kiosk.domain.layout import Layout
from kiosk.viewmodels.bank import ROLES, BankModel
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

OWN = ("condition", "chosen")
FIRST = Qt.ItemDataRole.UserRole + len(ROLES)


@QmlElement
class ServiceMapModel(BankModel):
    """Its rows stay where they are, so that the focus does, too; only what changed is told."""

    counted = Signal()

    def __init__(self, layout: Layout, parent: QObject) -> None:
        super().__init__(layout, parent)
        self._conditions: dict[str, str] = {}
        self._chosen: frozenset[str] = frozenset()

    def adopt(self, bank: Bank | None, chosen: Sequence[str] = ()) -> None:
        """Draw these conditions; None: nothing was read yet."""
        before = {face.label: self._of(face.label) for face in self._faces}
        self._conditions = {one.label: one.condition.value for one in bank or ()}
        self._chosen = frozenset(chosen)
        roles = [FIRST + n for n in range(len(OWN))]
        for row, face in enumerate(self._faces):
            if before[face.label] != self._of(face.label):
                self.dataChanged.emit(self.index(row), self.index(row), roles)
        self.counted.emit()

    def _of(self, label: str) -> tuple[str, bool]:
        return self._conditions.get(label, ""), label in self._chosen

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        number = role - FIRST
        if not index.isValid() or not 0 <= number < len(OWN):
            return super().data(index, role)
        return self._of(self._faces[index.row()].label)[number]

    def roleNames(self) -> dict[int, Any]:
        return super().roleNames() | {FIRST + n: name.encode() for n, name in enumerate(OWN)}

    @Property("QVariantMap", notify=counted)  # type: ignore[arg-type]
    def counts(self) -> Mapping[str, int]:
        """How many compartments are in each condition."""
        said = list(self._conditions.values())
        return {one.value: said.count(one.value) for one in Condition}


@QmlElement
class MapViewModel(ScreenViewModel):
    """Whatever shows the live map."""

    def furnish(self) -> None:
        self._map = ServiceMapModel(self._face.layout, self)

    @Property(ServiceMapModel, constant=True)
    def map(self) -> ServiceMapModel:
        return self._map

    @Slot(str)
    def choose(self, label: str) -> None:
        self._send(DoorChosen(label))

    def _clock(self, moment: datetime | None) -> str:
        """The time of day of a moment, with its day where that was another one."""
        if moment is None:
            return ""
        now = self._face.now()
        there = moment.astimezone(now.tzinfo)
        time = there.strftime("%H:%M")
        return time if there.date() == now.date() else self._brief(moment)
