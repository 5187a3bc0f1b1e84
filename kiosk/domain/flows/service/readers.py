"""Are the readers of badges and codes there, and do they read: by form, never by text."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.service import bench
from kiosk.domain.flows.staffed import StaffState, Task, Told
from kiosk.domain.trials import ReaderNow


@dataclass(frozen=True, slots=True)
class LookAtReaders(Task):
    """Answered by ``ReadersTold``."""


@dataclass(frozen=True, slots=True)
class ReadersTold(Told):
    readers: tuple[ReaderNow, ...]


@dataclass(frozen=True, slots=True)
class TestReaders(StaffState):
    """What is configured, whether it is there, and the form of what it read last."""

    __test__ = False

    who: Staffer
    readers: tuple[ReaderNow, ...] = ()

    @property
    def rereads(self) -> Task:
        return LookAtReaders()


def begin(who: Staffer) -> duty.Next:
    return TestReaders(who), (LookAtReaders(),)


def step(state: TestReaders, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case ReadersTold(readers):
            return replace(state, readers=readers), ()
        case WentBack():
            return bench.begin(state.who)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {TestReaders: step}
