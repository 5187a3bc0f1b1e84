"""View-models from the first touch to a proved code."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain import codes
from kiosk.domain.flows import home
from kiosk.domain.flows.choices import MoreAsked, PrivacyAsked
from kiosk.domain.flows.courier.signin import StaffAsked
from kiosk.domain.flows.inputs import JourneyChosen, OpenAsked
from kiosk.domain.flows.visit import Aim
from kiosk.domain.layout import REAR
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.keypad import TypingViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

CLOCK_MS = 1000


@QmlElement
class HomeViewModel(ScreenViewModel):
    shows = home.Home
    changed = Signal()
    timeChanged = Signal()
    _state: home.Home

    def furnish(self) -> None:
        self._time = self._now()
        self._tick = QTimer(self, interval=CLOCK_MS)
        self._tick.timeout.connect(self._look_at_clock)
        self._tick.start()

    @Property(str, notify=timeChanged)
    def time(self) -> str:
        return self._time

    @Property(bool, notify=changed)
    def camera(self) -> bool:
        return self._state.camera and self._face.preview is not None

    @Property(bool, notify=changed)
    def cameraFails(self) -> bool:
        """There is a camera, but it gives no pictures."""
        return not self._state.camera and self._face.preview is not None

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def leftOpen(self) -> list[str]:
        return [door for door in self._state.left_open if not door.endswith(REAR)]

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def leftOpenBehind(self) -> list[str]:
        """The compartments whose rear doors are: only staff get there."""
        return [door[: -len(REAR)] for door in self._state.left_open if door.endswith(REAR)]

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def offers(self) -> list[str]:
        """What can be begun here beside pick-up and drop-off."""
        return [aim.value for aim in Aim if aim in self._state.offers]

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        """Nothing is taken in; what lies inside goes out."""
        return self._state.closed

    @Slot()
    def pickUp(self) -> None:
        self._send(JourneyChosen(Aim.PICKUP))

    @Slot()
    def dropOff(self) -> None:
        self._send(JourneyChosen(Aim.DROPOFF))

    @Slot()
    def askMore(self) -> None:
        self._send(MoreAsked())

    @Slot()
    def askPrivacy(self) -> None:
        self._send(PrivacyAsked())

    @Slot()
    def askStaff(self) -> None:
        self._send(StaffAsked())

    def _now(self) -> str:
        return self._face.now().strftime("%H:%M")

    def _look_at_clock(self) -> None:
        if (now := self._now()) != self._time:
            self._time = now
            self.timeChanged.emit()


@QmlElement
class OutOfOrderViewModel(ScreenViewModel):
    shows = home.OutOfOrder
    changed = Signal()

    @Slot()
    def askStaff(self) -> None:
        """Whoever repairs it must get in."""
        self._send(StaffAsked())


@QmlElement
class EnterCodeViewModel(TypingViewModel):
    shows = home.EnterCode
    changed = Signal()
    _state: home.EnterCode

    @Property(str, notify=changed)
    def aim(self) -> str:
        return self._state.aim.value if self._state.aim else ""

    @Property(bool, notify=changed)
    def offersLetters(self) -> bool:
        return self._state.offer_letters

    @Property(bool, notify=changed)
    def camera(self) -> bool:
        return self._state.camera and self._face.preview is not None

    @Property(bool, notify=changed)
    def cameraFails(self) -> bool:
        """There is a camera, but it gives no pictures."""
        return not self._state.camera and self._face.preview is not None


@QmlElement
class AskDatumViewModel(TypingViewModel):
    shows = home.AskDatum
    changed = Signal()
    _state: home.AskDatum

    @Property(str, notify=changed)
    def aim(self) -> str:
        aim = self._state.keypad.aim
        return aim.value if aim else ""

    @Property(int, notify=changed)
    def length(self) -> int:
        """The four that are asked for; 0 when somebody types a whole number, which counts, too."""
        return codes.DATUM if len(self._state.typed) <= codes.DATUM else 0


@QmlElement
class CheckingViewModel(ScreenViewModel):
    shows = home.Checking
    changed = Signal()


@QmlElement
class RefusedViewModel(ScreenViewModel):
    shows = home.Refused
    changed = Signal()
    _state: home.Refused

    @Property(bool, notify=changed)
    def camera(self) -> bool:
        return self._state.keypad.camera and self._face.preview is not None

    @Slot()
    def again(self) -> None:
        self._send(OpenAsked())
