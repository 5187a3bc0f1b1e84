"""Lists of staff's, of which one page shows at a time."""

from typing import Any, ClassVar

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.paging import PageAsked, Paged
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.rows import RowsModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ListViewModel(ScreenViewModel):
    """``lists`` names the kind of the rows; which there are, ``renew`` says."""

    lists: ClassVar[type]
    pageChanged = Signal()
    _state: Paged

    def furnish(self) -> None:
        self._rows = RowsModel(self.lists, self)

    def adopt(self, state: Any) -> None:
        super().adopt(state)
        self.pageChanged.emit()

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        return self._rows

    @Property(int, notify=pageChanged)
    def page(self) -> int:
        return self._state.page

    @Slot(int)
    def turn(self, page: int) -> None:
        self._send(PageAsked(page))
