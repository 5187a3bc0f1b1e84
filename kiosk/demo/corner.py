"""The street corner the demo's locker stands on: its people, its network and its mains."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.config import Config
from kiosk.demo.clip import phone_clip
from kiosk.demo.glass import GlassFeed
from kiosk.demo.parcels import STORED, WAITING, Parcel, ParcelModel
from kiosk.demo.power import Power
from kiosk.demo.profile import NOBODY
from kiosk.demo.records import Records
from kiosk.demo.scene import Line, Scene
from kiosk.demo.stock import Stocked, lies
from kiosk.demo.wall import WallModel
from kiosk.domain.errors import KioskError
from kiosk.domain.layout import Owner

QML_IMPORT_NAME = "KioskDemo"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_EVERY_MS = 1000
HELD_SECONDS = 5.0
FIRST = ((STORED, "A03"), (STORED, "A11"), (STORED, "A16"), (WAITING, "A07"), (WAITING, "A02"))


@QmlElement
class CornerViewModel(QObject):
    """What the demo's window shows beside the glass, and what its buttons do."""

    changed = Signal()
    screenChanged = Signal()
    announced = Signal(object)
    """A parcel nobody has heard of yet."""
    broke = Signal(str)
    """The demo cannot go on, and why."""
    _came = Signal(object, object)
    _drew = Signal(object)

    def __init__(
        self,
        where: Scene,
        config: Config,
        stock: Sequence[Stocked],
        size: tuple[int, int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._where = where
        self._layout = layout = config.layout
        self._records = Records(where, config, stock)
        self._power = Power(where.config, size, self._drew.emit)
        self._chores = ThreadPoolExecutor(4, thread_name_prefix="demo")
        self._wall = WallModel(layout, where.board.say, self)
        self._parcels = ParcelModel(self)
        self._glass = GlassFeed(size, self._power.say, self)
        self._powered = self._busy = self._looking = False
        self._held = self._screen = ""
        self._number = 1000
        self._films = 0
        self._came.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._drew.connect(self._show, Qt.ConnectionType.QueuedConnection)
        where.board.hear = self._wall.hear
        self._nobody = where.folder / NOBODY
        self._lowers = QTimer(self, interval=round(HELD_SECONDS * 1000), singleShot=True)
        self._lowers.timeout.connect(self.lower)
        self._looks = QTimer(self, interval=LOOK_EVERY_MS)
        self._looks.timeout.connect(self._look)

    def open(self) -> None:
        """Let the first parcels be there, and give the kiosk its power."""
        for status, cell in FIRST:
            self._put(status, cell)
        for one in self._records.stock:
            if lies(one.plan):
                self._wall.put_parcel(one.plan.label)
        self._looks.start()
        self._look()
        self.togglePower()

    def close(self) -> None:
        """End the kiosk in good order."""
        self._looks.stop()
        self._chores.shutdown(wait=True, cancel_futures=True)
        self._power.off()

    @Property(WallModel, constant=True)
    def wall(self) -> WallModel:
        return self._wall

    @Property(ParcelModel, constant=True)
    def parcels(self) -> ParcelModel:
        return self._parcels

    @Property(GlassFeed, constant=True)
    def glass(self) -> GlassFeed:
        return self._glass

    @Property(float, constant=True)
    def glassShape(self) -> float:
        """Width by height."""
        width, height = self._power.size
        return width / height

    @Property(bool, notify=changed)
    def online(self) -> bool:
        return self._where.network.up

    @Property(bool, notify=changed)
    def powered(self) -> bool:
        return self._powered

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether power or network is just changing."""
        return self._busy

    @Property(str, notify=changed)
    def held(self) -> str:
        """The id of the parcel whose code is in front of the camera."""
        return self._held

    @Property(str, notify=screenChanged)
    def screen(self) -> str:
        """The state the glass shows, by name."""
        return self._screen

    @Slot(int)
    def holdUp(self, row: int) -> None:
        """Hold a phone with this parcel's code in front of the camera, for a while."""
        parcel = self._parcels.rows[row]
        self._held = parcel.parcelId
        self.changed.emit()
        self._films += 1
        film = self._where.folder / f"film-{self._films}.avi"
        made = self._chores.submit(phone_clip, film, parcel.shown, HELD_SECONDS, 0.1)
        self._then(made, self._show_to_camera)

    def _show_to_camera(self, film: Path) -> None:
        self._power.say(f"look {film}")
        self._lowers.start()

    @Slot()
    def lower(self) -> None:
        """Take the phone away."""
        self._lowers.stop()
        self._held = ""
        self._power.say(f"look {self._nobody}")
        self.changed.emit()

    @Slot()
    def toggleNetwork(self) -> None:
        """Cut the network, or mend it; the cloud remembers everything."""
        network = self._where.network
        self._change(network.cut if network.up else network.join)

    @Slot()
    def togglePower(self) -> None:
        """Kill the kiosk in the midst of what it does, or start it again."""
        self._powered = not self._powered
        if self._powered:
            self._change(self._power.on)
        else:
            self._change(self._power.cut)

    @Slot(bool)
    def addParcel(self, stored: bool) -> None:
        """Let there be one more parcel: in an empty compartment, or on its way to one."""
        taken = {parcel.label for parcel in self._parcels.rows}
        for compartment in self._layout.compartments():
            door = self._wall.door(compartment.label)
            free = not (door.ajar or door.parcel or compartment.label in taken)
            if free and compartment.owner is Owner.CLOUD and self.online:
                self._put(STORED if stored else WAITING, compartment.cloud_id)
                self._look()
                return

    def _put(self, status: str, cell: str) -> None:
        self._number += 1
        label = self._layout.by_cloud_id(cell).label
        self._where.put(status=status, cell=cell, platform_order_id=f"order_{self._number}")
        if status == STORED:
            self._wall.put_parcel(label)

    def _look(self) -> None:
        """Read what is still to be dropped off and picked up."""
        if not self._looking:
            self._looking = True
            self._then(self._chores.submit(self._records.read), self._adopt)

    def _adopt(self, rows: list[Parcel]) -> None:
        self._looking = False
        known = {(parcel.parcelId, parcel.stored) for parcel in self._parcels.rows}
        self._parcels.adopt(rows)
        for parcel in rows:
            if (parcel.parcelId, parcel.stored) not in known:
                self.announced.emit(parcel)

    def _change(self, chore: Callable[[], object]) -> None:
        """Do what takes a while; until it is done no other change may begin."""
        self._busy = True
        self.changed.emit()
        self._then(self._chores.submit(chore), self._changed)

    def _changed(self, _: object) -> None:
        self._busy = False
        if not self._powered:
            self._show({})
        self.changed.emit()

    def _then(self, chore: "Future[Any]", then: Callable[[Any], object]) -> None:
        """Go on here on the Qt thread once a chore is done."""

        def done(chore: "Future[Any]") -> None:
            if not chore.cancelled():
                self._came.emit(then, chore)

        chore.add_done_callback(done)

    @Slot(object, object)
    def _go_on(self, then: Callable[[Any], object], done: "Future[Any]") -> None:
        error = done.exception()
        if isinstance(error, (OSError, KioskError)):
            self.broke.emit(str(error))
        else:
            then(done.result())

    def _show(self, line: Line) -> None:
        """Show the picture this line announces; none is a dark glass."""
        if "frame" in line and not self._powered:
            return
        self._glass.show(self._power.picture(line["frame"]) if "frame" in line else b"")
        screen = str(line.get("screen", ""))
        if screen != self._screen:
            self._screen = screen
            self.screenChanged.emit()
