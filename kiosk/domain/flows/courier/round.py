"""A courier's list: what lies here for them, what may be done, and the end of the visit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Shift, StaffInput, StaffState, Step, Task, Told
from kiosk.domain.flows.inputs import FinishAsked, TimedOut, WentBack
from kiosk.domain.round import Parcel


class Chore(Enum):
    """What a courier can turn to from the list."""

    BATCH = "batch"
    """Scan many, then put them in one after another."""
    WALK_UP = "walk_up"
    """Put in a parcel that has no reservation."""
    COLLECT = "collect"
    SWAP = "swap"
    REPORT = "report"
    PROVE = "prove"
    """Say the PIN, to take parcels out."""


@dataclass(frozen=True, slots=True)
class Round(StaffState):
    """Logged in: everything this courier may do here, as one list."""

    shift: Shift
    parcels: tuple[Parcel, ...] | None = None
    """None until it was read."""

    @property
    def rereads(self) -> Task | None:
        return ReadRound(self.shift)


@dataclass(frozen=True, slots=True)
class RoundDone(StaffState):
    """The count of the visit, before the courier goes."""

    shift: Shift


@dataclass(frozen=True, slots=True)
class ReadRound(Task):
    """What this courier may put in and take out here now."""

    shift: Shift


@dataclass(frozen=True, slots=True)
class RoundRead(Told):
    parcels: tuple[Parcel, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class ChoreChosen(StaffInput):
    """Which screen each chore begins with stands in ``staff.CHORES``."""

    chore: Chore


@dataclass(frozen=True, slots=True)
class LogOutAsked(StaffInput):
    """The courier is done here."""


State = Round | RoundDone


def begin(shift: Shift) -> duty.Next:
    """The list; also the way back to it from everything that is done."""
    return Round(shift), (ReadRound(shift),)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case Round(shift), RoundRead(parcels):
            return Round(shift, parcels), ()
        case Round(shift), LogOutAsked() | WentBack():
            return RoundDone(shift), ()
        case RoundDone(), FinishAsked() | WentBack():
            return duty.sign_off()
        case _, TimedOut():
            return duty.sign_off("idle")
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {Round: step, RoundDone: step}
