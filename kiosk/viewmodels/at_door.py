"""What a door that stands open shows, and what a courier says there."""

from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.inputs import TroubleChosen
from kiosk.domain.flows.visit import Trouble
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class OpenDoorViewModel(ScreenViewModel):
    """A door that stands open, and how urgent it is by now that it is shut."""

    stageChanged = Signal()

    def adopt(self, state: Any) -> None:
        super().adopt(state)
        self.stageChanged.emit()

    @Property(int, notify=stageChanged)
    def stage(self) -> int:
        at = self._state.at if isinstance(self._state, Working) else self._state
        return getattr(at, "stage", 0)


@QmlElement
class AtDoorViewModel(OpenDoorViewModel):
    """A courier's at a door that stands open."""

    @Slot()
    def empty(self) -> None:
        """No parcel lies there."""
        self._send(TroubleChosen(Trouble.EMPTY))

    @Slot()
    def leave(self) -> None:
        """It stays, or goes back."""
        self._send(TroubleChosen(Trouble.NOT_MINE))
