"""The lockdown: while it lasts nothing is opened from afar; two people on site lift it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import ClassVar

from kiosk.domain.accounts import Proof
from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.service import bench, two_people
from kiosk.domain.flows.service.two_people import NeedsTwo
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.lockdown import Found, Guarded


class Lifted(Enum):
    """What became of lifting it."""

    DONE = "done"
    NOT = "not"
    """It could not be recorded, or one of the two may do so no more."""


@dataclass(frozen=True, slots=True)
class Lockdown(StaffState):
    """How it stands."""

    who: Staffer
    seen: Guarded | None = None
    """None until it was read."""
    lifted: Lifted | None = None

    @property
    def rereads(self) -> Task | None:
        return ReadLockdown()


@dataclass(frozen=True, slots=True)
class WhyLift(StaffState):
    """Nobody lifts it without having found out why it is there."""

    who: Staffer


@dataclass(frozen=True, slots=True)
class LiftingLockdown(NeedsTwo):
    """Two people have proved who they are, and it is being lifted."""

    awaited: ClassVar[bool] = True
    who: Staffer
    found: Found

    def proved(self, first: Proof, second: Proof) -> duty.Next:
        return self, (LiftLockdown(first, second, self.found),)

    def called_off(self) -> duty.Next:
        return begin(self.who)


@dataclass(frozen=True, slots=True)
class ReadLockdown(Task):
    """Answered by ``LockdownRead``."""


@dataclass(frozen=True, slots=True)
class LiftLockdown(Task):
    """Answered by ``LockdownLifted``."""

    first: Proof
    second: Proof
    found: Found


@dataclass(frozen=True, slots=True)
class LockdownRead(Told):
    seen: Guarded | None


@dataclass(frozen=True, slots=True)
class LockdownLifted(Told):
    lifted: Lifted


@dataclass(frozen=True, slots=True)
class LiftAsked(StaffInput):
    """Let doors be opened from afar again."""


@dataclass(frozen=True, slots=True)
class FoundChosen(StaffInput):
    found: Found


State = Lockdown | WhyLift | LiftingLockdown


def begin(who: Staffer, lifted: Lifted | None = None) -> duty.Next:
    return Lockdown(who, lifted=lifted), (ReadLockdown(),)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case Lockdown(), LockdownRead(seen) if seen is not None:
            return replace(state, seen=seen), ()
        case Lockdown(who, Guarded(locked=True)), LiftAsked():
            return WhyLift(who), ()
        case WhyLift(who), FoundChosen(found):
            return two_people.begin(LiftingLockdown(who, found))
        case LiftingLockdown(who), LockdownLifted(lifted):
            return begin(who, lifted)
        case WhyLift(who), WentBack():
            return begin(who)
        case Lockdown(who), WentBack():
            return bench.begin(who)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = dict.fromkeys((Lockdown, WhyLift, LiftingLockdown), step)
