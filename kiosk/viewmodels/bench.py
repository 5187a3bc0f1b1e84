"""View-model of where service mode begins."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import staff
from kiosk.domain.flows.service import bench
from kiosk.domain.flows.service.bench import Page, PageChosen
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class BenchViewModel(ScreenViewModel):
    shows = bench.Bench
    changed = Signal()
    _state: bench.Bench

    @Property(str, notify=changed)
    def account(self) -> str:
        return self._state.who.account

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def pages(self) -> list[str]:
        """Those that have a screen, in the order of ``Page``."""
        return [page.value for page in Page if page in staff.PAGES]

    @Property(bool, notify=changed)
    def supervisor(self) -> bool:
        return self._state.who.supervisor

    @Slot(str)
    def choose(self, page: str) -> None:
        self._send(PageChosen(Page(page)))


SCREENS: tuple[type[ScreenViewModel], ...] = (BenchViewModel,)
