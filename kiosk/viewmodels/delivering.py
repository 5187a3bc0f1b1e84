"""View-models of one parcel on its way in."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import opening
from kiosk.domain.flows.courier import loading
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.inputs import CancelAsked, DoesNotFit, TroubleAsked
from kiosk.domain.round import Verdict
from kiosk.viewmodels.at_door import OpenDoorViewModel
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


@QmlElement
class DeliveringPutParcelViewModel(OpenDoorViewModel):
    """The door stands open for the parcel in the courier's hands."""

    shows = opening.PutParcel
    behind = loading.Delivering
    changed = Signal()
    _state: Working

    @property
    def _put(self) -> loading.Delivering:
        assert isinstance(self._state.behind, loading.Delivering)
        return self._state.behind

    def _others(self) -> list[loading.Scan]:
        """What is to be put in after this one, in walking order."""
        mine = self._put.scan.text
        return [one for one in self._put.load.stops if one.text != mine]

    @Property(str, notify=changed)
    def short(self) -> str:
        return self._put.scan.short

    @Property(str, notify=changed)
    def seen(self) -> str:
        """Whose label was held up last: nothing, right, other."""
        return self._put.seen.value

    @Property(bool, notify=changed)
    def shared(self) -> bool:
        """Whether a parcel of the same person lies there already."""
        return self._put.scan.verdict is Verdict.SHARED

    @Property(int, notify=changed)
    def number(self) -> int:
        """Which of all this is; counted from 1."""
        return self._put.load.delivered + 1

    @Property(int, notify=changed)
    def total(self) -> int:
        return self._put.load.delivered + 1 + len(self._others())

    @Property(str, notify=changed)
    def then(self) -> str:
        """The door after this one; empty for none."""
        others = self._others()
        return others[0].label if others else ""

    @Slot()
    def doesNotFit(self) -> None:
        self._send(DoesNotFit())

    @Slot()
    def trouble(self) -> None:
        self._send(TroubleAsked())

    @Slot()
    def cancel(self) -> None:
        self._send(CancelAsked())


SCREENS: tuple[type[ScreenViewModel], ...] = (
    JudgingViewModel,
    DeliveringViewModel,
    DeliveringPutParcelViewModel,
)
