"""Is the camera well, and does it read: what is held up is tried, never used."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import CodeShown, WentBack
from kiosk.domain.flows.service import bench
from kiosk.domain.flows.staffed import StaffState, Task, Told
from kiosk.domain.trials import CameraNow, Form, form_of


@dataclass(frozen=True, slots=True)
class LookAtCamera(Task):
    """Answered by ``CameraTold``."""


@dataclass(frozen=True, slots=True)
class CameraTold(Told):
    now: CameraNow | None
    """None: it could not be asked."""


@dataclass(frozen=True, slots=True)
class TestCamera(StaffState):
    """The live picture, with what was last read in it: its form, never itself."""

    __test__ = False
    scans: ClassVar[bool] = True

    who: Staffer
    now: CameraNow | None = None
    form: Form | None = None
    reads: int = 0

    @property
    def rereads(self) -> Task:
        return LookAtCamera()


def begin(who: Staffer) -> duty.Next:
    return TestCamera(who), (LookAtCamera(),)


def step(state: TestCamera, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case CameraTold(now):
            return replace(state, now=now), ()
        case CodeShown(text):
            return replace(state, form=form_of(text), reads=state.reads + 1), ()
        case WentBack():
            return bench.begin(state.who)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {TestCamera: step}
