"""What every screen's view-model has: the state it shows, and the way back to the journey."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any, ClassVar

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.inputs import FinishAsked, Input, WentBack
from kiosk.domain.particulars import Due
from kiosk.viewmodels import spoken
from kiosk.viewmodels.bank import BankModel
from kiosk.viewmodels.camera import PreviewFeed
from kiosk.viewmodels.door import DoorViewModel
from kiosk.viewmodels.face import Face

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

Send = Callable[[Input], None]
Screen = tuple[type, type | None]


def shown_by(state: Any, screens: Collection[Screen]) -> Screen:
    """Which screen shows this state; a door of staff's may look like anybody's."""
    if not isinstance(state, Working):
        return type(state), None
    own = (type(state.at), type(state.behind))
    return own if own in screens else (type(state.at), None)


def file_of(shows: type, behind: type | None) -> str:
    """The QML file of a screen; of a door in staff's hands it begins with what waits behind."""
    staff = behind.__name__ if behind else ""
    return f"screens/{staff}{shows.__name__}Screen.qml"


@QmlElement
class ScreenViewModel(QObject):
    """Shows one kind of journey state; the QML file is named after that state."""

    shows: ClassVar[type]
    behind: ClassVar[type | None] = None
    """Of a door in staff's hands: the screen that waits behind it, where it has a look of its own
    there."""
    # PySide ignores a base class's signal as notify=, so each subclass declares its own.
    # A property of texts is "QStringList": qmllint knows it by that name only, and PySide's type
    # stubs know no type by its name, hence the `type: ignore` beside each.
    changed: ClassVar[Signal]

    def __init__(self, send: Send, face: Face, bank: BankModel, parent: QObject) -> None:
        super().__init__(parent)
        self._send = send
        self._face = face
        self._bank = bank
        self._door = DoorViewModel(bank, self)
        self._preview = PreviewFeed(face.preview, self)
        self._language = next(iter(face.languages))
        self._state: Any = None
        self.furnish()

    def furnish(self) -> None:
        """Make, once, what the screen draws from beside its state: lists and maps."""

    @classmethod
    def screen(cls) -> tuple[type, type | None]:
        """What it shows, and behind what."""
        return cls.shows, cls.behind

    @Property(str, constant=True)
    def file(self) -> str:
        return file_of(*self.screen())

    @Property(BankModel, constant=True)
    def bank(self) -> BankModel:
        return self._bank

    @Property(DoorViewModel, constant=True)
    def door(self) -> DoorViewModel:
        """The door of the visit, when the state has one."""
        return self._door

    @Property(PreviewFeed, constant=True)
    def preview(self) -> PreviewFeed:
        """What the camera sees, for screens before which something is held up."""
        return self._preview

    @Property(bool, constant=True)
    def scans(self) -> bool:
        """Whether there is anything a code can be held up to."""
        return self._face.preview is not None or self._face.hand_scanner

    @Property(str, constant=True)
    def place(self) -> str:
        return self._face.place

    @Property(str, constant=True)
    def operator(self) -> str:
        return self._face.operator

    @Property(QUrl, constant=True)
    def logo(self) -> QUrl:
        return QUrl.fromLocalFile(self._face.logo) if self._face.logo else QUrl()

    @Property(str, constant=True)
    def phone(self) -> str:
        return self._face.phone

    def adopt(self, state: Any) -> None:
        """Show this state; called on the Qt thread only."""
        self._state = state if self.behind or not isinstance(state, Working) else state.at
        self.renew()
        visit = getattr(state, "visit", None)
        if visit is not None:
            self._door.adopt(visit)
        self.changed.emit()

    def speak(self, language: str) -> None:
        """Write dates and money as this language does."""
        self._language = language
        if self._state is not None:
            self.renew()
            self.changed.emit()

    def leave(self) -> None:
        """Another screen shows: forget what must not outlive this one."""

    def renew(self) -> None:
        """Make anew what is made of the state, before anybody reads it."""

    def _day(self, moment: datetime | None) -> str:
        zone = self._face.now().tzinfo
        return spoken.day(moment, zone, self._language) if moment else ""

    def _brief(self, moment: datetime | None) -> str:
        """For staff's tables."""
        zone = self._face.now().tzinfo
        return spoken.day(moment, zone, self._language, brief=True) if moment else ""

    def _money(self, due: Due | None) -> str:
        return spoken.money(due, self._language) if due else ""

    @Slot()
    def saidShut(self) -> None:
        """The person says that the door is shut, where nobody sees it."""
        self._send(FinishAsked())

    @Slot()
    def back(self) -> None:
        self._send(WentBack())
