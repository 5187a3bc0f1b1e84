"""What a courier says at any open door."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.inputs import TroubleChosen
from kiosk.domain.flows.visit import Trouble
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AtDoorViewModel(ScreenViewModel):
    """A courier's at a door that stands open."""

    @Slot()
    def empty(self) -> None:
        """No parcel lies there."""
        self._send(TroubleChosen(Trouble.EMPTY))

    @Slot()
    def leave(self) -> None:
        """It stays, or goes back."""
        self._send(TroubleChosen(Trouble.NOT_MINE))
