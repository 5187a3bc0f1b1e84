"""View-models of the map of all doors, and of the number of one."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.service import doors
from kiosk.domain.flows.service.doors import NumberAsked
from kiosk.domain.flows.service.several import SeveralAsked
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.keypad import TypingViewModel
from kiosk.viewmodels.service_map import MapViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DoorMapViewModel(MapViewModel):
    shows = doors.DoorMap
    changed = Signal()
    _state: doors.DoorMap

    def renew(self) -> None:
        self._map.adopt(self._state.bank)

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.bank is None

    @Slot()
    def number(self) -> None:
        self._send(NumberAsked())

    @Slot()
    def several(self) -> None:
        self._send(SeveralAsked())


@QmlElement
class DoorNumberViewModel(TypingViewModel):
    shows = doors.DoorNumber
    changed = Signal()
    _state: doors.DoorNumber

    @Property(bool, notify=changed)
    def unknown(self) -> bool:
        return self._state.unknown


SCREENS: tuple[type[ScreenViewModel], ...] = (DoorMapViewModel, DoorNumberViewModel)
