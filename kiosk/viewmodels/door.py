"""The door of a visit: its number, and where it is, as numbers the screen says in words."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.acts import By
from kiosk.domain.flows.visit import Aim, Visit
from kiosk.domain.model import Kind, Purpose
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
        self._aim = ""
        self._stores = False
        self._keeps = False
        self._unseen = False
        self._by = By.CONSUMER
        self._place = Place(2, 0, 0, True)

    def adopt(self, visit: Visit) -> None:
        """Speak of this visit's door."""
        self._label = visit.label
        self._pickup = visit.purpose is not Purpose.DROPOFF
        self._aim = aim_of(visit).value if visit.by is By.CONSUMER else visit.by.value
        self._stores = visit.kind is Kind.STORE
        self._keeps = visit.purpose is Purpose.OPENING
        self._unseen = visit.unseen
        self._by = visit.by
        if visit.placed:
            self._place = self._bank.place(visit.label)
        self.changed.emit()

    def show(self, label: str) -> None:
        """Speak of a door that staff are sent to, before anybody has a right at it."""
        self._label = label
        if label:
            self._place = self._bank.place(label)
        self.changed.emit()

    @Property(str, notify=changed)
    def label(self) -> str:
        return self._label

    @Property(bool, notify=changed)
    def pickup(self) -> bool:
        """Whether something lies behind it already."""
        return self._pickup

    @Property(bool, notify=changed)
    def stores(self) -> bool:
        """Whether it is one's own store: the parcel is "your things" then."""
        return self._stores

    @Property(bool, notify=changed)
    def keeps(self) -> bool:
        """Whether it is opened in place, and what lies there stays."""
        return self._keeps

    @Property(bool, notify=changed)
    def unseen(self) -> bool:
        """Whether it stands open and nobody sees it: the person says when it is shut."""
        return self._unseen

    @Property(bool, notify=changed)
    def staffed(self) -> bool:
        """Whether it is in the hands of staff: the parcel is not "yours" then."""
        return self._by is not By.CONSUMER

    @Property(str, notify=changed)
    def aim(self) -> str:
        """What the visit is for, as the top line says it; of staff, who they are."""
        return self._aim

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


def aim_of(visit: Visit) -> Aim:
    """What this visit is for in the person's own eyes; the code decides, not the first touch."""
    if visit.aim is Aim.EXTEND or visit.aim is Aim.REFUSE:
        return visit.aim
    if visit.kind is Kind.STORE:
        return Aim.STORE
    if visit.purpose is not Purpose.DROPOFF:
        return Aim.PICKUP
    if visit.kind is Kind.RETURN:
        return Aim.RETURN
    return Aim.SEND if visit.walk_up else Aim.DROPOFF
