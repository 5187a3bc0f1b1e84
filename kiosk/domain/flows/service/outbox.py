"""What the cloud refused for good: told once more, or given up with a reason from a list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.parked import GivenUp, Parked


@dataclass(frozen=True, slots=True)
class ParkedList(StaffState):
    """All facts that were set aside, oldest first."""

    who: Staffer
    events: tuple[Parked, ...] | None = None
    """None until they were read."""

    @property
    def rereads(self) -> Task | None:
        return ReadParked()


@dataclass(frozen=True, slots=True)
class ParkedOne(StaffState):
    """One of them: what it is, what the cloud said, what can be done."""

    who: Staffer
    event: Parked
    failed: bool = False
    """What was asked for could not be done: it is set aside no more, or the kiosk broke down."""


@dataclass(frozen=True, slots=True)
class WhyGiveUp(StaffState):
    """Nothing is given up without a reason."""

    who: Staffer
    event: Parked


@dataclass(frozen=True, slots=True)
class ReadParked(Task):
    """Answered by ``ParkedRead``."""


@dataclass(frozen=True, slots=True)
class RetryParked(Task):
    """Answered by ``ParkedSettled``."""

    seq: int


@dataclass(frozen=True, slots=True)
class GiveUpParked(Task):
    """Answered by ``ParkedSettled``."""

    seq: int
    reason: GivenUp


@dataclass(frozen=True, slots=True)
class ParkedRead(Told):
    events: tuple[Parked, ...] | None
    """None: they could not be read just now."""


@dataclass(frozen=True, slots=True)
class ParkedSettled(Told):
    done: bool


@dataclass(frozen=True, slots=True)
class ParkedChosen(StaffInput):
    seq: int


@dataclass(frozen=True, slots=True)
class RetryAsked(StaffInput):
    """Tell it once more."""


@dataclass(frozen=True, slots=True)
class GiveUpAsked(StaffInput):
    """Nobody needs to be told it any more."""


@dataclass(frozen=True, slots=True)
class GiveUpChosen(StaffInput):
    reason: GivenUp


State = ParkedList | ParkedOne | WhyGiveUp


def begin(who: Staffer) -> duty.Next:
    return ParkedList(who), (ReadParked(),)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case ParkedList(), ParkedRead(events) if events is not None:
            return replace(state, events=events), ()
        case ParkedList(who, events), ParkedChosen(seq):
            found = [one for one in events or () if one.seq == seq]
            return (ParkedOne(who, found[0]) if found else state), ()
        case ParkedOne(_, one), RetryAsked():
            return state, (RetryParked(one.seq),)
        case ParkedOne(who, one), GiveUpAsked():
            return WhyGiveUp(who, one), ()
        case WhyGiveUp(who, one), GiveUpChosen(reason):
            return ParkedOne(who, one), (GiveUpParked(one.seq, reason),)
        case WhyGiveUp(who, one), WentBack():
            return ParkedOne(who, one), ()
        case ParkedOne(who), ParkedSettled(True) | WentBack():
            return begin(who)
        case ParkedOne(), ParkedSettled(False):
            return replace(state, failed=True), ()
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = dict.fromkeys((ParkedList, ParkedOne, WhyGiveUp), step)
