"""The door of a visit: its number, and where it is, as numbers the screen says in words."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.visit import Visit
from kiosk.domain.model import Purpose
from kiosk.viewmodels.bank import BankModel, Place

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DoorViewModel(QObject):
    """Columns count from the screen; ``side`` is as in Place."""

    changed = Signal()

    def __init__(self, bank: BankModel, parent: QObject) -> None:
        super().__init__(parent)
        self._bank = bank
        self._label = ""
        self._pickup = True
        self._place = Place(2, 0, 0, True)

    def adopt(self, visit: Visit) -> None:
        """Speak of this visit's door."""
        self._label = visit.label
        self._pickup = visit.purpose is Purpose.PICKUP
        self._place = self._bank.place(visit.label)
        self.changed.emit()

    @Property(str, notify=changed)
    def label(self) -> str:
        return self._label

    @Property(bool, notify=changed)
    def pickup(self) -> bool:
        return self._pickup

    @Property(int, notify=changed)
    def side(self) -> int:
        return self._place.side

    @Property(int, notify=changed)
    def column(self) -> int:
        return self._place.column

    @Property(int, notify=changed)
    def row(self) -> int:
        return self._place.row

    @Property(bool, notify=changed)
    def fromTop(self) -> bool:
        return self._place.from_top

    @Property(bool, notify=changed)
    def above(self) -> bool:
        return self._place.above
