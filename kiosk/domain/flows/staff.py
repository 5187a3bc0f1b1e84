"""All screens of staff as one: which step belongs to which state."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.domain.flows import duty
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier import signin
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, Round
from kiosk.domain.flows.duty import Staffer, StaffState, Step
from kiosk.domain.flows.service import bench
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.visit import Over

STEPS: Mapping[type[StaffState], Step] = {
    **signin.STEPS,
    **courier_round.STEPS,
    **bench.STEPS,
}
CHORES: Mapping[Chore, Callable[[Round], duty.Next]] = {}
"""The first screen of each chore of a courier's."""
PAGES: Mapping[Page, Callable[[Staffer], duty.Next]] = {}
"""The first screen of each page of service mode."""


def step(state: StaffState, event: Any) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case StaffState(known=True), duty.SignedOff():
            return Over(), ()
        case Round(), ChoreChosen(chore) if chore in CHORES:
            return CHORES[chore](state)
        case Bench(who), PageChosen(page) if page in PAGES:
            return PAGES[page](who)
        case _:
            return STEPS[type(state)](state, event)
