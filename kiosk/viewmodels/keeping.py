"""View-models of a right that is kept, lengthened or given up."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import keeping
from kiosk.domain.flows.choices import Agreed, Disagreed, StoreChosen
from kiosk.domain.flows.inputs import TroubleAsked
from kiosk.viewmodels.at_door import OpenDoorViewModel
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseStoreViewModel(ScreenViewModel):
    shows = keeping.ChooseStore
    changed = Signal()
    _state: keeping.ChooseStore

    @Property(str, notify=changed)
    def price(self) -> str:
        """What ending it costs; empty when nothing is owed."""
        return self._money(self._state.visit.due)

    @Slot(bool)
    def choose(self, end: bool) -> None:
        self._send(StoreChosen(end))


@QmlElement
class LookInsideViewModel(OpenDoorViewModel):
    shows = keeping.LookInside
    changed = Signal()
    _state: keeping.LookInside

    @Slot()
    def trouble(self) -> None:
        self._send(TroubleAsked())


@QmlElement
class AskExtendViewModel(ScreenViewModel):
    shows = keeping.AskExtend
    changed = Signal()
    _state: keeping.AskExtend

    @Property(str, notify=changed)
    def until(self) -> str:
        extension = self._state.visit.extension
        return self._day(extension.until) if extension else ""

    @Property(str, notify=changed)
    def price(self) -> str:
        """Empty when it costs nothing."""
        extension = self._state.visit.extension
        return self._money(extension.due) if extension else ""

    @Slot()
    def agree(self) -> None:
        self._send(Agreed())

    @Slot()
    def disagree(self) -> None:
        self._send(Disagreed())


@QmlElement
class ConfirmRefuseViewModel(ScreenViewModel):
    shows = keeping.ConfirmRefuse
    changed = Signal()

    @Slot()
    def agree(self) -> None:
        self._send(Agreed())

    @Slot()
    def disagree(self) -> None:
        self._send(Disagreed())
