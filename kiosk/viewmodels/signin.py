"""View-models of how staff say who they are."""

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.courier import signin
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffEntranceViewModel(ScreenViewModel):
    shows = signin.StaffEntrance
    changed = Signal()

    @Property(bool, constant=True)
    def camera(self) -> bool:
        return self._face.preview is not None


@QmlElement
class LoggingInViewModel(ScreenViewModel):
    shows = signin.LoggingIn
    changed = Signal()


SCREENS: tuple[type[ScreenViewModel], ...] = (StaffEntranceViewModel, LoggingInViewModel)
