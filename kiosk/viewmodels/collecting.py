"""View-models of taking out: the next door, the label at the open door, the count."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.courier import collecting, takeout
from kiosk.domain.flows.courier.collecting import Collecting
from kiosk.domain.flows.courier.takeout import BelongsThere, LabelWrong, NoLabel, Skipped
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.inputs import FinishAsked, OpenAsked, TroubleChosen, WentBack
from kiosk.domain.flows.opening import TakeParcel
from kiosk.domain.flows.problem import LeaveClosed
from kiosk.domain.flows.visit import Trouble
from kiosk.domain.round import Parcel
from kiosk.viewmodels.at_door import AtDoorViewModel, OpenDoorViewModel
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


def behind_us(run: Collecting) -> int:
    """How many doors are done with."""
    return len(run.tally.taken) + len(run.tally.missing) + len(run.tally.left)


@QmlElement
class CollectingViewModel(ScreenViewModel):
    shows = Collecting
    changed = Signal()
    _state: Collecting

    def renew(self) -> None:
        parcel = self._next()
        self._door.show(parcel.label if parcel else "")

    def _next(self) -> Parcel | None:
        return next(iter(self._state.todo or ()), None)

    @Property(bool, notify=changed)
    def planning(self) -> bool:
        return self._state.todo is None

    @Property(str, notify=changed)
    def short(self) -> str:
        parcel = self._next()
        return parcel.short if parcel else ""

    @Property(str, notify=changed)
    def cause(self) -> str:
        parcel = self._next()
        return parcel.cause.value if parcel and parcel.cause else ""

    @Property(int, notify=changed)
    def number(self) -> int:
        """Which of all this is; counted from 1."""
        return behind_us(self._state) + 1

    @Property(int, notify=changed)
    def total(self) -> int:
        return behind_us(self._state) + len(self._state.todo or ())

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())

    @Slot()
    def skip(self) -> None:
        self._send(Skipped())


@QmlElement
class CollectingTakeParcelViewModel(AtDoorViewModel):
    shows = TakeParcel
    behind = Collecting
    changed = Signal()
    _state: Working

    @property
    def _run(self) -> Collecting:
        assert isinstance(self._state.behind, Collecting)
        return self._state.behind

    @Property(str, notify=changed)
    def short(self) -> str:
        parcel = next(iter(self._run.todo or ()), None)
        return parcel.short if parcel else ""

    @Property(bool, notify=changed)
    def labelled(self) -> bool:
        """Whether its label says that number; a cloud's own id stands on none."""
        parcel = next(iter(self._run.todo or ()), None)
        return parcel is not None and parcel.ref != parcel.reservation

    @Property(int, notify=changed)
    def number(self) -> int:
        """Which of all this is; counted from 1."""
        return behind_us(self._run) + 1

    @Property(int, notify=changed)
    def total(self) -> int:
        return behind_us(self._run) + len(self._run.todo or ())

    @Property(str, notify=changed)
    def scan(self) -> str:
        """What became of its label: none, matched, other, mislabelled, elsewhere, unreadable."""
        return self._run.scan.value

    @Property(str, notify=changed)
    def otherDoor(self) -> str:
        """Where the parcel in hand should lie, as far as known."""
        return self._run.other.label if self._run.other else ""

    @Slot()
    def noLabel(self) -> None:
        self._send(NoLabel())

    @Slot()
    def labelWrong(self) -> None:
        self._send(LabelWrong())

    @Slot()
    def belongsThere(self) -> None:
        self._send(BelongsThere())
        self._send(TroubleChosen(Trouble.NOT_MINE))


@QmlElement
class CollectingLeaveClosedViewModel(OpenDoorViewModel):
    shows = LeaveClosed
    behind = Collecting
    changed = Signal()
    _state: Working

    @Property(bool, notify=changed)
    def missing(self) -> bool:
        return getattr(self._state.at, "trouble", None) is Trouble.EMPTY

    @Property(str, notify=changed)
    def otherDoor(self) -> str:
        """Both doors are known to be exchanged once this one is shut."""
        behind = self._state.behind
        if not isinstance(behind, Collecting) or behind.scan is not takeout.LabelRead.ELSEWHERE:
            return ""
        return behind.other.label if behind.other else ""

    @Slot()
    def reconsider(self) -> None:
        self._send(WentBack())


@QmlElement
class AllowingViewModel(ScreenViewModel):
    shows = collecting.Allowing
    changed = Signal()


@QmlElement
class TakingDeniedViewModel(ScreenViewModel):
    shows = takeout.TakingDenied
    changed = Signal()

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())


@QmlElement
class CollectedViewModel(ScreenViewModel):
    shows = collecting.Collected
    changed = Signal()
    _state: collecting.Collected

    @Property(int, notify=changed)
    def taken(self) -> int:
        return len(self._state.tally.taken)

    @Property(int, notify=changed)
    def total(self) -> int:
        tally = self._state.tally
        return len(tally.taken) + len(tally.missing) + len(tally.left)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def missing(self) -> list[str]:
        """Behind which doors nothing lay."""
        return [parcel.label for parcel in self._state.tally.missing]

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def left(self) -> list[str]:
        """Behind which doors parcels stay."""
        return [parcel.label for parcel in self._state.tally.left]

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())


SCREENS: tuple[type[ScreenViewModel], ...] = (
    CollectingViewModel,
    CollectingTakeParcelViewModel,
    CollectingLeaveClosedViewModel,
    AllowingViewModel,
    TakingDeniedViewModel,
    CollectedViewModel,
)
