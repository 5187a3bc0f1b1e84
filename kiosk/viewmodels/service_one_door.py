"""View-models of one compartment in service mode, and of what is chosen for it from a list."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.compartments import CompartmentFacts
from kiosk.domain.flows.inputs import TroubleAsked
from kiosk.domain.flows.opening import TakeParcel
from kiosk.domain.flows.service import one_door
from kiosk.domain.flows.service.compartment_wishes import Choice, Wish
from kiosk.domain.flows.service.one_door import OptionChosen, TakeOutAsked, UnlockAsked, Wished
from kiosk.domain.layout import DoorState
from kiosk.domain.model import Contents
from kiosk.viewmodels.at_door import OpenDoorViewModel
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.service_map import MapViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class OneDoorViewModel(MapViewModel):
    shows = one_door.OneDoor
    changed = Signal()
    _state: one_door.OneDoor

    def renew(self) -> None:
        bank = getattr(self._state.behind, "bank", None) or ()
        fresh = self._facts
        shown = tuple(fresh if one.label == fresh.label else one for one in bank) or (fresh,)
        self._map.adopt(shown, [fresh.label])

    @property
    def _facts(self) -> CompartmentFacts:
        return self._state.facts

    @Property(str, notify=changed)
    def label(self) -> str:
        return self._facts.label

    @Property(str, notify=changed)
    def condition(self) -> str:
        return self._facts.condition.value

    @Property(str, notify=changed)
    def flag(self) -> str:
        return self._facts.flag.value if self._facts.flag else ""

    @Property(str, notify=changed)
    def reason(self) -> str:
        """As it stands in the ledger; a technician's begins with who took it out of use."""
        return self._facts.reason

    @Property(str, notify=changed)
    def contents(self) -> str:
        """ "missing" where a parcel should lie and was not there when somebody looked."""
        supposed = self._facts.supposed
        gone = self._facts.missing and supposed is Contents.EMPTY
        return "missing" if gone else supposed.value

    @Property(str, notify=changed)
    def size(self) -> str:
        return self._facts.size

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def inside(self) -> list[int]:
        """Width, height and depth in centimetres."""
        millimetres = self._facts.inside
        sides = (millimetres.width, millimetres.height, millimetres.depth)
        return [round(side / 10) for side in sides]

    @Property(str, notify=changed)
    def sensor(self) -> str:
        return self._facts.doors[0].state.value

    @Property(str, notify=changed)
    def rear(self) -> str:
        """What the contact of its rear door says; "" without one."""
        return self._facts.rear.state.value if self._facts.rear else ""

    @Property(str, notify=changed)
    def wiring(self) -> str:
        """Wire, board and channel of each of its doors."""
        return ", ".join(f"{d.wire} {d.board}/{d.channel}" for d in self._facts.doors)

    @Property(str, notify=changed)
    def reservation(self) -> str:
        return self._facts.lying.ref if self._facts.lying else ""

    @Property(str, notify=changed)
    def reserved(self) -> str:
        """The state of that reservation."""
        return self._facts.lying.state.value if self._facts.lying else ""

    @Property(int, notify=changed)
    def pulses(self) -> int:
        return self._facts.tries.pulses if self._facts.tries else 0

    @Property(int, notify=changed)
    def jams(self) -> int:
        return self._facts.tries.jams if self._facts.tries else 0

    @Property(str, notify=changed)
    def lastTry(self) -> str:
        return self._clock(self._facts.tries.last_at if self._facts.tries else None)

    @Property(bool, notify=changed)
    def lastJammed(self) -> bool:
        tries = self._facts.tries
        return tries is not None and tries.last is not None and tries.last.value == "failed"

    @Property(int, notify=changed)
    def tickets(self) -> int:
        return self._facts.tickets

    @Property(bool, notify=changed)
    def outOfUse(self) -> bool:
        return self._facts.flag is not None

    @Property(bool, notify=changed)
    def proved(self) -> bool:
        """Whether it was looked into in this visit, and proves what lies inside."""
        return self._facts.look is not None and self._facts.look.proves

    @Property(bool, notify=changed)
    def shut(self) -> bool:
        return all(door.state is DoorState.SHUT for door in self._facts.doors)

    @Property(str, notify=changed)
    def only(self) -> str:
        """The one act that the back office allowed; "" for whoever logged in."""
        return self._state.only.value if self._state.only else ""

    @Property(str, notify=changed)
    def refused(self) -> str:
        return self._state.refused.value if self._state.refused else ""

    @Property(str, notify=changed)
    def acted(self) -> str:
        """What was just carried out."""
        return self._state.acted.value if self._state.acted else ""

    @Property(str, notify=changed)
    def ended(self) -> str:
        """How the door that was just opened left the technician's hands."""
        return self._state.done.how.value if self._state.done else ""

    @Property(str, notify=changed)
    def finding(self) -> str:
        done = self._state.done
        return done.finding.value if done and done.finding else ""

    @Property(str, notify=changed)
    def took(self) -> str:
        """What became of the parcel that was to be taken out for good."""
        return self._state.took.value if self._state.took else ""

    @Property(bool, notify=changed)
    def lies(self) -> bool:
        """Whether a reservation's parcel lies there, as far as it is known."""
        lying = self._facts.lying
        return lying is not None and (lying.expects_parcel or lying.may_lie)

    @Slot()
    def takeOut(self) -> None:
        self._send(TakeOutAsked())

    @Slot(bool)
    def unlock(self, rear: bool) -> None:
        self._send(UnlockAsked(rear))

    @Slot(str)
    def wish(self, what: str) -> None:
        self._send(Wished(Wish(what)))


@QmlElement
class ChoosingViewModel(ScreenViewModel):
    shows = one_door.Choosing
    changed = Signal()
    _state: one_door.Choosing

    @Property(str, notify=changed)
    def label(self) -> str:
        return self._state.at.facts.label

    @Property(str, notify=changed)
    def wish(self) -> str:
        return self._state.wish.value

    @Property(str, notify=changed)
    def size(self) -> str:
        """The one it has now."""
        return self._state.at.facts.size

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def options(self) -> list[str]:
        return [_word(option) for option in self._state.options]

    @Slot(str)
    def choose(self, word: str) -> None:
        for option in self._state.options:
            if _word(option) == word:
                self._send(OptionChosen(option))


@QmlElement
class OneDoorTakeParcelViewModel(OpenDoorViewModel):
    """The parcel is taken out for good."""

    shows = TakeParcel
    behind = one_door.OneDoor
    changed = Signal()

    @Slot()
    def trouble(self) -> None:
        self._send(TroubleAsked())


def _word(option: Choice) -> str:
    return option if isinstance(option, str) else option.value


SCREENS: tuple[type[ScreenViewModel], ...] = (
    OneDoorViewModel,
    ChoosingViewModel,
    OneDoorTakeParcelViewModel,
)
