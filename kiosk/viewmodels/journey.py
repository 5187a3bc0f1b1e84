"""View-models of what lies over a journey: the idle warning, and help."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import journey
from kiosk.domain.flows.inputs import MoreTimeAsked
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StillThereViewModel(ScreenViewModel):
    shows = journey.StillThere
    changed = Signal()

    @Property(int, constant=True)
    def seconds(self) -> int:
        """How long the warning stands before the visit ends."""
        return round(self._face.policy.idle_warning)

    @Slot()
    def stay(self) -> None:
        self._send(MoreTimeAsked())


@QmlElement
class HelpViewModel(ScreenViewModel):
    shows = journey.Help
    changed = Signal()
    _state: journey.Help

    @Property(bool, notify=changed)
    def doorOpen(self) -> bool:
        """Whether a door of this visit stands open behind the help."""
        return hasattr(self._state.before, "stage")
