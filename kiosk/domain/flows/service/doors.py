"""The map of all doors as they are now; one is chosen by touch, by keys, or by its number."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.compartments import Bank, named
from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import (
    Entered,
    Erased,
    KeyPressed,
    PageTurned,
    WentBack,
)
from kiosk.domain.flows.keys import typed_on
from kiosk.domain.flows.service import bench, one_door
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told

LONGEST_NUMBER = 8


@dataclass(frozen=True, slots=True)
class BankWatched(StaffState):
    """A screen that shows how all compartments are now."""

    who: Staffer
    bank: Bank | None = None
    """None until it was read."""

    @property
    def rereads(self) -> Task | None:
        return ReadBank(self.who)


@dataclass(frozen=True, slots=True)
class DoorMap(BankWatched):
    """Every compartment as it is now; the map is what is touched."""

    wanted: str = ""
    """The one door of whom the back office let in: the map only shows on the way to it."""


@dataclass(frozen=True, slots=True)
class DoorNumber(StaffState):
    """The number of a door is typed: some are too small to be touched on the map."""

    who: Staffer
    bank: Bank
    typed: str = ""
    letters: bool = False
    unknown: bool = False
    """There is no such door."""


@dataclass(frozen=True, slots=True)
class ReadBank(Task):
    who: Staffer


@dataclass(frozen=True, slots=True)
class BankRead(Told):
    bank: Bank | None
    """None: it could not be read."""


@dataclass(frozen=True, slots=True)
class DoorChosen(StaffInput):
    """A door was touched on the map."""

    label: str


@dataclass(frozen=True, slots=True)
class NumberAsked(StaffInput):
    """Its number is to be typed instead."""


State = DoorMap | DoorNumber


def begin(who: Staffer) -> duty.Next:
    """The map; also the way back to it."""
    return DoorMap(who), (ReadBank(who),)


def begin_one(who: Staffer, label: str) -> duty.Next:
    """The one act (``who.offline_act``) at the one door that the back office allowed."""
    return DoorMap(who, wanted=label), (ReadBank(who),)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state:
        case DoorMap():
            return _map(state, event)
        case DoorNumber():
            return _number(state, event)


def _map(state: DoorMap, event: object) -> duty.Next:
    match event:
        case BankRead(bank) if bank is not None and state.who.offline_act:
            facts = named(bank, state.wanted)
            return one_door.begin_allowed(state.who, facts, state) if facts else duty.sign_off()
        case BankRead(bank) if bank is not None:
            return replace(state, bank=bank), ()
        case WentBack() if state.who.offline_act:
            return duty.sign_off()
        case DoorChosen(label) if facts := named(state.bank or (), label):
            return one_door.begin(state.who, facts, state)
        case NumberAsked() if state.bank:
            return DoorNumber(state.who, state.bank), ()
        case WentBack():
            return bench.begin(state.who)
        case _:
            return state, ()


def _number(state: DoorNumber, event: object) -> duty.Next:
    match event:
        case KeyPressed() | Erased():
            typed = typed_on(state.typed, event, LONGEST_NUMBER).upper()
            return replace(state, typed=typed, unknown=False), ()
        case PageTurned():
            return replace(state, letters=not state.letters), ()
        case Entered() if facts := named(state.bank, state.typed):
            return one_door.begin(state.who, facts, DoorMap(state.who, state.bank))
        case Entered() if state.typed:
            return replace(state, typed="", unknown=True), ()
        case WentBack():
            return begin(state.who)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {DoorMap: step, DoorNumber: step}
