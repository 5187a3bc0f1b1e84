"""View-model of why a proved code opens nothing now, and what can be done instead."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import home
from kiosk.domain.flows.choices import ExtendAsked, HereAsked
from kiosk.domain.flows.inputs import FinishAsked
from kiosk.domain.flows.visit import Explanation
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.rows import RowsModel
from kiosk.viewmodels.walkup import NeighbourRow, neighbours

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ExplainingViewModel(ScreenViewModel):
    shows = home.Explaining
    changed = Signal()
    _state: home.Explaining

    def furnish(self) -> None:
        self._nearest = RowsModel(NeighbourRow, self)

    def renew(self) -> None:
        self._nearest.adopt(neighbours(self._state.nearest, self._language))

    @Property(str, notify=changed)
    def explanation(self) -> str:
        return self._state.explanation.value

    @Property(str, notify=changed)
    def where(self) -> str:
        """The other locker, for a code that is right and not for here."""
        return self._state.where

    @Property(str, notify=changed)
    def otherwise(self) -> str:
        """What else can be done: "extend", "here", or nothing."""
        visit, explanation = self._state.visit, self._state.explanation
        if visit is None:
            return ""
        if explanation is Explanation.EXPIRED and visit.extension is not None:
            return "extend"
        if explanation is Explanation.NOT_YET and visit.rules.arrivals:
            return "here"
        return ""

    @Property(RowsModel, constant=True)
    def nearest(self) -> RowsModel:
        return self._nearest

    @Slot()
    def extend(self) -> None:
        self._send(ExtendAsked())

    @Slot()
    def announce(self) -> None:
        self._send(HereAsked())

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())
