"""How computer, program and memory are; the kiosk started anew; a file for who helps from afar."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import FinishAsked, WentBack
from kiosk.domain.flows.paging import Paged
from kiosk.domain.flows.service import bench
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.upkeep_facts import Machine


@dataclass(frozen=True, slots=True)
class LookAtSystem(Task):
    """Answered by ``SystemTold``."""


@dataclass(frozen=True, slots=True)
class SystemTold(Told):
    machine: Machine | None
    open_doors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RestartAsked(StaffInput):
    """Nothing happens before it is confirmed."""


@dataclass(frozen=True, slots=True)
class Restart(Task):
    """End in good order, unless a door is open; answered by ``RestartTold``."""

    account: str


@dataclass(frozen=True, slots=True)
class RestartTold(Told):
    ends: bool
    """Whether the kiosk ends now."""
    open_doors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DiagnosticsAsked(StaffInput):
    """One file for who helps from afar."""


@dataclass(frozen=True, slots=True)
class Bundle(Task):
    """Answered by ``BundleTold``."""

    account: str


@dataclass(frozen=True, slots=True)
class BundleTold(Told):
    path: str
    """Where it lies; "" where it could not be made."""
    kilobytes: int = 0


@dataclass(frozen=True, slots=True)
class SystemPage(Paged):
    """Facts, read anew every second."""

    who: Staffer
    machine: Machine | None = None
    open_doors: tuple[str, ...] = ()

    @property
    def rereads(self) -> Task:
        return LookAtSystem()


@dataclass(frozen=True, slots=True)
class ConfirmRestart(StaffState):
    """Whoever stands there says it once more; not while a door is open."""

    who: Staffer
    supervised: bool
    open_doors: tuple[str, ...] = ()
    failed: bool = False

    @property
    def rereads(self) -> Task:
        return LookAtSystem()


@dataclass(frozen=True, slots=True)
class Restarting(StaffState):
    """The kiosk ends; the next thing that shows is its start."""

    awaited: ClassVar[bool] = True
    heard_out: ClassVar[bool] = True

    who: Staffer
    supervised: bool


@dataclass(frozen=True, slots=True)
class Bundling(StaffState):
    """The file is being made."""

    awaited: ClassVar[bool] = True
    heard_out: ClassVar[bool] = True

    who: Staffer


@dataclass(frozen=True, slots=True)
class BundleMade(StaffState):
    """Where it lies, and how it is fetched; or that there is none."""

    who: Staffer
    path: str
    kilobytes: int = 0


def begin(who: Staffer) -> duty.Next:
    return SystemPage(who), (LookAtSystem(),)


def page(state: SystemPage, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case SystemTold(machine, open_doors):
            return replace(state, machine=machine, open_doors=open_doors), ()
        case RestartAsked() if state.machine is not None:
            return ConfirmRestart(state.who, state.machine.supervised, state.open_doors), ()
        case DiagnosticsAsked():
            return Bundling(state.who), (Bundle(state.who.account),)
        case WentBack():
            return bench.begin(state.who)
        case _:
            return state, ()


def confirm(state: ConfirmRestart, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case SystemTold(machine, open_doors) if machine is not None:
            return replace(state, open_doors=open_doors), ()
        case RestartAsked() if not state.open_doors:
            return Restarting(state.who, state.supervised), (Restart(state.who.account),)
        case WentBack() | FinishAsked():
            return begin(state.who)
        case _:
            return state, ()


def restarting(state: Restarting, event: object) -> duty.Next:
    match event:
        case RestartTold(ends=False, open_doors=doors):
            return ConfirmRestart(state.who, state.supervised, doors, failed=not doors), ()
        case _:
            return state, ()


def bundling(state: Bundling, event: object) -> duty.Next:
    match event:
        case BundleTold(path, kilobytes):
            return BundleMade(state.who, path, kilobytes), ()
        case _:
            return state, ()


def made(state: BundleMade, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case WentBack() | FinishAsked():
            return begin(state.who)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {
    SystemPage: page,
    ConfirmRestart: confirm,
    Restarting: restarting,
    Bundling: bundling,
    BundleMade: made,
}
