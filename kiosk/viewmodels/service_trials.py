"""View-models of the trials: camera, readers, glass."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.inputs import FinishAsked
from kiosk.domain.flows.service import camera, readers, touch
from kiosk.domain.flows.service.touch import FieldTouched
from kiosk.domain.trials import Grid, Picture, Reader
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.rows import RowsModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TestCameraViewModel(ScreenViewModel):
    __test__ = False
    shows = camera.TestCamera
    changed = Signal()
    _state: camera.TestCamera

    @Property(bool, notify=changed)
    def configured(self) -> bool:
        """Whether there should be a picture."""
        now = self._state.now
        return self._face.preview is not None and (now is None or now.picture is not Picture.NONE)

    @Property(str, notify=changed)
    def picture(self) -> str:
        """How it is; "" while nobody knows yet."""
        return self._state.now.picture.value if self._state.now else ""

    @Property(str, notify=changed)
    def rate(self) -> str:
        """Pictures a second."""
        return f"{self._state.now.fps:.1f}" if self._state.now else ""

    @Property(str, notify=changed)
    def milliseconds(self) -> str:
        now = self._state.now
        return f"{now.milliseconds:.0f} ms" if now and now.milliseconds else ""

    @Property(str, notify=changed)
    def found(self) -> str:
        """Kind of code and decoder."""
        now = self._state.now
        return f"{now.symbology}, {now.decoder}" if now and now.symbology else ""

    @Property(str, notify=changed)
    def looks(self) -> str:
        return self._state.form.looks.value if self._state.form else ""

    @Property(int, notify=changed)
    def length(self) -> int:
        return self._state.form.length if self._state.form else 0

    @Property(str, notify=changed)
    def begins(self) -> str:
        return self._state.form.begins if self._state.form else ""

    @Property(int, notify=changed)
    def reads(self) -> int:
        return self._state.reads


@dataclass(frozen=True, slots=True)
class ReaderRow:
    reader: str
    device: str
    there: bool
    reads: int
    length: int
    refused: int


@QmlElement
class TestReadersViewModel(ScreenViewModel):
    __test__ = False
    shows = readers.TestReaders
    changed = Signal()
    _state: readers.TestReaders

    def furnish(self) -> None:
        self._rows = RowsModel(ReaderRow, self)

    def renew(self) -> None:
        self._rows.adopt(
            [
                ReaderRow(
                    one.reader.value, one.configured, one.there, one.reads, one.length, one.refused
                )
                for one in self._state.readers
            ]
        )

    @Property(RowsModel, constant=True)
    def readers(self) -> RowsModel:
        return self._rows

    def _configured(self, reader: Reader) -> bool:
        return any(one.configured for one in self._state.readers if one.reader is reader)

    @Property(bool, notify=changed)
    def badges(self) -> bool:
        return self._configured(Reader.BADGE)

    @Property(bool, notify=changed)
    def codes(self) -> bool:
        return self._configured(Reader.SERIAL)


@QmlElement
class TestTouchViewModel(ScreenViewModel):
    """Field by field; which glass it is, the window says."""

    __test__ = False
    shows = touch.TestTouch
    changed = Signal()
    _state: touch.TestTouch

    def furnish(self) -> None:
        self._grid = Grid.over(*self._face.panel_mm)

    @Slot(float, float)
    def cover(self, width_mm: float, height_mm: float) -> None:
        """The glass is this large."""
        grid = Grid.over(max(width_mm, 80.0), max(height_mm, 80.0))
        if grid != self._grid:
            self._grid = grid
            self.changed.emit()

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def touched(self) -> list[int]:
        """Which fields were, counted row by row."""
        return [row * self._grid.columns + column for column, row in sorted(self._touched())]

    @Property(int, notify=changed)
    def columns(self) -> int:
        return self._grid.columns

    @Property(int, notify=changed)
    def rows(self) -> int:
        return self._grid.rows

    @Property(int, notify=changed)
    def percent(self) -> int:
        return self._grid.percent(self._touched())

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def silent(self) -> list[str]:
        """The edges along which something was not touched yet."""
        return [edge.value for edge in self._grid.silent(self._touched())]

    @Slot(int, int)
    def touch(self, column: int, row: int) -> None:
        """A finger lies there; while it stays in one field it is one touch."""
        self._send(FieldTouched(self._grid, (column, row)))

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())

    def _touched(self) -> frozenset[tuple[int, int]]:
        known = self._state is not None and self._state.grid == self._grid
        return self._state.touched if known else frozenset()


SCREENS: tuple[type[ScreenViewModel], ...] = (
    TestCameraViewModel,
    TestReadersViewModel,
    TestTouchViewModel,
)
