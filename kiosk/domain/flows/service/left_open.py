"""Doors that were left open or stand open: which, since when, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.compartments import Bank, named
from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.service import bench, one_door
from kiosk.domain.flows.service.doors import BankRead, BankWatched, DoorChosen, ReadBank
from kiosk.domain.flows.staffed import StaffState


@dataclass(frozen=True, slots=True)
class LeftOpen(BankWatched):
    """A list that empties as they are shut."""

    @property
    def listed(self) -> Bank:
        return tuple(one for one in self.bank or () if one.is_left_open)


def begin(who: Staffer) -> duty.Next:
    return LeftOpen(who), (ReadBank(who),)


def step(state: LeftOpen, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case BankRead(bank) if bank is not None:
            return replace(state, bank=bank), ()
        case DoorChosen(label) if facts := named(state.listed, label):
            return one_door.begin(state.who, facts, state)
        case WentBack():
            return bench.begin(state.who)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {LeftOpen: step}
