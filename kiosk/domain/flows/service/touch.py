"""Does the glass feel every touch: fields all over it, each to be touched once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import FinishAsked, WentBack
from kiosk.domain.flows.service import bench
from kiosk.domain.flows.staffed import StaffInput, StaffState
from kiosk.domain.trials import Field, Grid


@dataclass(frozen=True, slots=True)
class FieldTouched(StaffInput):
    """Of this grid; a glass that was turned has another one, and the test begins anew."""

    grid: Grid
    field: Field


@dataclass(frozen=True, slots=True)
class TestTouch(StaffState):
    """Each touch counts as one; whoever touches nothing is signed off as everywhere."""

    __test__ = False

    who: Staffer
    grid: Grid | None = None
    touched: frozenset[Field] = frozenset()
    touches: int = 0
    """Of all fields together, also of one that was touched before."""


def begin(who: Staffer) -> duty.Next:
    return TestTouch(who), ()


def step(state: TestTouch, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case FieldTouched(grid, field) if field in set(grid.fields()):
            before = state.touched if state.grid == grid else frozenset()
            touched = before | {field}
            return replace(state, grid=grid, touched=touched, touches=state.touches + 1), ()
        case WentBack() | FinishAsked():
            return bench.begin(state.who)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {TestTouch: step}
