"""Several doors, opened one after another.

Each has an intent of its own, and the next opens only when the one before is shut.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from kiosk.domain.accounts import Proof
from kiosk.domain.compartments import Bank, CompartmentFacts, Condition, named
from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.service import door_in_hand, doors, two_people
from kiosk.domain.flows.service.compartment_wishes import Why
from kiosk.domain.flows.service.door_in_hand import Behind, Ending, Hand, HandDone
from kiosk.domain.flows.service.doors import BankRead, DoorChosen, ReadBank
from kiosk.domain.flows.service.two_people import NeedsTwo
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task


class Kind(Enum):
    """Why several are opened."""

    FREE = "free"
    ALL = "all"
    """Whatever lies inside: two people."""
    INVENTORY = "inventory"


WHY = {Kind.FREE: None, Kind.ALL: Why.EVERY_DOOR, Kind.INVENTORY: Why.INVENTORY}
"""What is said of it where somebody's parcel lies."""


@dataclass(frozen=True, slots=True)
class ChooseSeveral(NeedsTwo):
    """Which free doors are to be opened: a touch on the map adds a door or takes it out again."""

    who: Staffer
    bank: Bank | None = None
    chosen: tuple[str, ...] = ()
    """In walking order."""

    @property
    def rereads(self) -> Task | None:
        return ReadBank(self.who)

    @property
    def free(self) -> tuple[str, ...]:
        return tuple(one.label for one in self.bank or () if may_open(one))

    def proved(self, first: Proof, second: Proof) -> duty.Next:
        every = tuple(one.label for one in self.bank or ())
        return go(Run(self.who, Kind.ALL, self.bank or (), every, second=second.account))

    def called_off(self) -> duty.Next:
        return begin(self.who)


@dataclass(frozen=True, slots=True)
class Run(Behind):
    """The doors are being opened; this shows where that stopped, and at the end."""

    who: Staffer
    kind: Kind
    bank: Bank
    todo: tuple[str, ...]
    """Still to be opened, in walking order; the first is the next."""
    done: tuple[HandDone, ...] = ()
    skipped: tuple[str, ...] = field(default=())
    second: str = ""
    """Of open all: the other person's account."""

    @property
    def rereads(self) -> Task | None:
        return ReadBank(self.who)

    @property
    def coming(self) -> str:
        return self.todo[1] if len(self.todo) > 1 else ""

    @property
    def last(self) -> HandDone | None:
        return self.done[-1] if self.done else None

    def away(self) -> duty.Next:
        """Where the way back leads."""
        return doors.begin(self.who)

    def door_done(self, done: HandDone) -> duty.Next:
        """The next one opens by itself only when this one is well: shut, and looked into."""
        if done.how in {Ending.STAYED_SHUT, Ending.UNSAID}:
            return replace(self, done=(*self.done, done)), (ReadBank(self.who),)
        passed = replace(self, done=(*self.done, done), todo=self.todo[1:])
        well = done.how is Ending.LOOKED and done.finding is not None and not done.finding.differs
        if well and passed.todo:
            return go(passed)
        return passed, (ReadBank(self.who),)


@dataclass(frozen=True, slots=True)
class SeveralAsked(StaffInput):
    """From the map: open several free ones."""


@dataclass(frozen=True, slots=True)
class AllFreeAsked(StaffInput):
    """Choose every free one."""


@dataclass(frozen=True, slots=True)
class EveryDoorAsked(StaffInput):
    """All of them, whatever lies inside."""


@dataclass(frozen=True, slots=True)
class GoAsked(StaffInput):
    """Open the first of them, or go on with the next."""


@dataclass(frozen=True, slots=True)
class SkipDoorAsked(StaffInput):
    """Leave the next one out."""


State = ChooseSeveral | Run


def may_open(facts: CompartmentFacts) -> bool:
    """Whether it is free: nothing inside, nobody's, in use."""
    return facts.condition is Condition.FREE


def begin(who: Staffer) -> duty.Next:
    return ChooseSeveral(who), (ReadBank(who),)


def go(run: Run) -> duty.Next:
    """Open the next one."""
    facts = named(run.bank, run.todo[0]) if run.todo else None
    if facts is None:
        return run, ()
    front = next(door for door in facts.doors if not door.rear)
    hand = Hand(run.who, facts.label, front.id, facts.owner, why=WHY[run.kind])
    return door_in_hand.take(run, hand)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state:
        case ChooseSeveral():
            return _choosing(state, event)
        case Run():
            return _running(state, event)


def _choosing(state: ChooseSeveral, event: object) -> duty.Next:
    match event:
        case BankRead(bank) if bank is not None:
            fresh = replace(state, bank=bank)
            chosen = tuple(label for label in state.chosen if label in fresh.free)
            return replace(fresh, chosen=chosen), ()
        case DoorChosen(label) if label in state.free:
            wanted = {*state.chosen} ^ {label}
            return replace(state, chosen=tuple(one for one in state.free if one in wanted)), ()
        case AllFreeAsked():
            return replace(state, chosen=() if state.chosen == state.free else state.free), ()
        case GoAsked() if state.chosen:
            return go(Run(state.who, Kind.FREE, state.bank or (), state.chosen))
        case EveryDoorAsked() if state.bank:
            return two_people.begin(state)
        case WentBack():
            return doors.begin(state.who)
        case _:
            return state, ()


def _running(state: Run, event: object) -> duty.Next:
    match event:
        case BankRead(bank) if bank is not None:
            return replace(state, bank=bank), ()
        case GoAsked() if state.todo:
            return go(state)
        case SkipDoorAsked() if state.todo:
            left = replace(state, todo=state.todo[1:], skipped=(*state.skipped, state.todo[0]))
            return left, ()
        case WentBack() | GoAsked():
            return state.away()
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {ChooseSeveral: step, Run: step}
