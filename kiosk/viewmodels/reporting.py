"""View-models of what a courier says is wrong, and of marks."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.courier import reporting
from kiosk.domain.flows.courier.reporting import (
    Mark,
    MarkChosen,
    MarkingAsked,
    OneChosen,
    ProblemChosen,
)
from kiosk.domain.flows.inputs import FinishAsked
from kiosk.domain.model import ReservationId
from kiosk.domain.problems import Problem
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.keypad import TypingViewModel
from kiosk.viewmodels.lists import ListViewModel
from kiosk.viewmodels.picking import PickRow, picked

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseProblemViewModel(ScreenViewModel):
    shows = reporting.ChooseProblem
    changed = Signal()
    _state: reporting.ChooseProblem

    @Property(bool, notify=changed)
    def marks(self) -> bool:
        """Whether there are parcels to mark."""
        return bool(self._state.markable)

    @Slot(str)
    def choose(self, code: str) -> None:
        self._send(ProblemChosen(Problem(code)))

    @Slot()
    def mark(self) -> None:
        self._send(MarkingAsked())


@QmlElement
class AskDoorViewModel(TypingViewModel):
    shows = reporting.AskDoor
    changed = Signal()
    _state: reporting.AskDoor

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._state.code.value

    @Property(bool, notify=changed)
    def unknown(self) -> bool:
        return self._state.unknown


@QmlElement
class ChooseParcelViewModel(ListViewModel):
    shows = reporting.ChooseParcel
    lists = PickRow
    changed = Signal()
    _state: reporting.ChooseParcel

    def renew(self) -> None:
        self._rows.adopt([picked(parcel) for parcel in self._state.parcels])

    @Property(str, notify=changed)
    def code(self) -> str:
        """What is wrong with it; empty where it is marked."""
        return self._state.code.value if self._state.code else ""

    @Slot(str)
    def choose(self, reservation: str) -> None:
        self._send(OneChosen(ReservationId(reservation)))

    @Slot()
    def none(self) -> None:
        self._send(OneChosen(None))


@QmlElement
class ChooseMarkViewModel(ScreenViewModel):
    shows = reporting.ChooseMark
    changed = Signal()
    _state: reporting.ChooseMark

    @Property(str, notify=changed)
    def short(self) -> str:
        return self._state.parcel.short

    @Slot(str)
    def choose(self, mark: str) -> None:
        self._send(MarkChosen(Mark(mark)))


@QmlElement
class TellingViewModel(ScreenViewModel):
    shows = reporting.Telling
    changed = Signal()


@QmlElement
class SaidSoViewModel(ScreenViewModel):
    shows = reporting.SaidSo
    changed = Signal()
    _state: reporting.SaidSo

    @Property(bool, notify=changed)
    def recorded(self) -> bool:
        return self._state.recorded

    @Property(bool, notify=changed)
    def marked(self) -> bool:
        """It was a mark and no problem."""
        return self._state.code is None

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())


SCREENS: tuple[type[ScreenViewModel], ...] = (
    ChooseProblemViewModel,
    AskDoorViewModel,
    ChooseParcelViewModel,
    ChooseMarkViewModel,
    TellingViewModel,
    SaidSoViewModel,
)
