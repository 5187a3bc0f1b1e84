"""Guided inventory: every compartment in walking order is opened, looked into and shut.

What was expected is shown only after it was said what lies there. What was looked at in this
visit counts, so whoever leaves the page goes on where it stopped.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.compartments import Bank, CompartmentFacts
from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.service import bench, several
from kiosk.domain.flows.service.doors import BankRead, BankWatched, ReadBank
from kiosk.domain.flows.service.several import GoAsked, Kind, Run
from kiosk.domain.flows.staffed import StaffState


@dataclass(frozen=True, slots=True)
class Inventory(BankWatched):
    """How far it is, and what was found."""

    @property
    def todo(self) -> tuple[str, ...]:
        return tuple(one.label for one in self.bank or () if one.look is None)

    @property
    def differences(self) -> Bank:
        """Of this visit, and what was found missing before."""
        return tuple(one for one in self.bank or () if one.missing or _differs(one))


@dataclass(frozen=True, slots=True)
class InventoryRun(Run):
    """The inventory on its way: where a difference was found, or a door did not do its part."""

    def away(self) -> duty.Next:
        return begin(self.who)

    @property
    def differences(self) -> Bank:
        return differences(self.bank)


def differences(bank: Bank) -> Bank:
    """The compartments of which something else was said than expected."""
    return tuple(one for one in bank if _differs(one))


def _differs(facts: CompartmentFacts) -> bool:
    return facts.look is not None and facts.look.finding.differs


def begin(who: Staffer) -> duty.Next:
    return Inventory(who), (ReadBank(who),)


def step(state: Inventory, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case BankRead(bank) if bank is not None:
            return replace(state, bank=bank), ()
        case GoAsked() if state.todo:
            bank = state.bank or ()
            return several.go(InventoryRun(state.who, Kind.INVENTORY, bank, state.todo))
        case WentBack() | GoAsked():
            return bench.begin(state.who)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {Inventory: step, InventoryRun: several.step}
