"""View-models of many parcels at once: what fits, the next door, what goes back."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.courier import batch
from kiosk.domain.flows.courier.loading import RemoveAsked, Scan, SkipAsked
from kiosk.domain.flows.inputs import FinishAsked, OpenAsked
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.lists import ListViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ScanRow:
    """One parcel that was scanned."""

    short: str
    label: str
    size: str
    verdict: str
    """Empty while it is being judged."""


def row(scan: Scan) -> ScanRow:
    wished = scan.parcel.size if scan.parcel else ""
    verdict = scan.verdict.value if scan.verdict else ""
    return ScanRow(scan.short, scan.label, scan.size or wished or "", verdict)


@QmlElement
class BatchViewModel(ListViewModel):
    shows = batch.Batch
    lists = ScanRow
    changed = Signal()
    _state: batch.Batch

    def renew(self) -> None:
        # The last one that was held up stands on top.
        self._rows.adopt([row(scan) for scan in reversed(self._state.load.scans)])

    @Property(bool, constant=True)
    def camera(self) -> bool:
        return self._face.preview is not None

    @Property(int, notify=changed)
    def fits(self) -> int:
        return len(self._state.load.stops)

    @Property(int, notify=changed)
    def delivered(self) -> int:
        return self._state.load.delivered

    @Property(int, notify=changed)
    def scanned(self) -> int:
        return len(self._state.load.scans)

    @Property(str, notify=changed)
    def first(self) -> str:
        """The door that opens first; empty while it is being planned, and when nothing fits."""
        load = self._state.load
        return load.stops[0].label if load.stops and not load.judging else ""

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def doors(self) -> list[str]:
        return [stop.label for stop in self._state.load.stops]

    @Property(str, notify=changed)
    def verdict(self) -> str:
        """Of the last scan; empty before there is one."""
        if self._state.again:
            return "twice"
        last = self._state.load.scans[-1:]
        return last[0].verdict.value if last and last[0].verdict else ""

    @Property(str, notify=changed)
    def label(self) -> str:
        """Its door."""
        last = self._state.load.scans[-1:]
        return last[0].label if last and not self._state.again else ""

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())

    @Slot()
    def remove(self) -> None:
        self._send(RemoveAsked())


@QmlElement
class NextStopViewModel(ScreenViewModel):
    shows = batch.NextStop
    changed = Signal()
    _state: batch.NextStop

    def renew(self) -> None:
        self._door.show(self._state.stop.label if self._state.stop else "")

    @Property(bool, notify=changed)
    def planning(self) -> bool:
        return self._state.stop is None

    @Property(str, notify=changed)
    def short(self) -> str:
        return self._state.stop.short if self._state.stop else ""

    @Property(bool, notify=changed)
    def shared(self) -> bool:
        """Whether a parcel of the same person lies there already."""
        stop = self._state.stop
        return stop is not None and stop.verdict is not None and stop.verdict.value == "shared"

    @Property(int, notify=changed)
    def number(self) -> int:
        """Which stop this is; counted from 1."""
        return self._state.load.delivered + 1

    @Property(int, notify=changed)
    def total(self) -> int:
        return self._state.load.delivered + len(self._state.load.stops)

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())

    @Slot()
    def skip(self) -> None:
        self._send(SkipAsked())


@QmlElement
class BatchDoneViewModel(ListViewModel):
    shows = batch.BatchDone
    lists = ScanRow
    changed = Signal()
    _state: batch.BatchDone

    def renew(self) -> None:
        self._rows.adopt([row(scan) for scan in self._state.load.others])

    @Property(int, notify=changed)
    def delivered(self) -> int:
        return self._state.load.delivered

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())


SCREENS: tuple[type[ScreenViewModel], ...] = (
    BatchViewModel,
    NextStopViewModel,
    BatchDoneViewModel,
)
