"""View-models of one parcel on its way in, and with them all of putting in."""

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.courier import loading
from kiosk.viewmodels import batch, unlisted
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class JudgingViewModel(ScreenViewModel):
    shows = loading.Judging
    changed = Signal()
    _state: loading.Judging

    @Property(str, notify=changed)
    def short(self) -> str:
        return self._state.load.scans[0].short


@QmlElement
class DeliveringViewModel(ScreenViewModel):
    shows = loading.Delivering
    changed = Signal()
    _state: loading.Delivering

    def renew(self) -> None:
        self._door.show(self._state.scan.label)

    @Property(str, notify=changed)
    def short(self) -> str:
        return self._state.scan.short


SCREENS: tuple[type[ScreenViewModel], ...] = (
    JudgingViewModel,
    DeliveringViewModel,
    *batch.SCREENS,
    *unlisted.SCREENS,
)
