"""A courier's list: what lies here for them, what may be done, and the end of the visit."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import ClassVar

from kiosk.domain import codes
from kiosk.domain.couriers import Permission
from kiosk.domain.flows import duty
from kiosk.domain.flows.courier import loading
from kiosk.domain.flows.courier.loading import Judging, Load, Scan
from kiosk.domain.flows.duty import Shift, Step
from kiosk.domain.flows.inputs import CodeShown, FinishAsked, WentBack
from kiosk.domain.flows.paging import Paged
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.model import ReservationId
from kiosk.domain.round import Errand, Parcel, Verdict


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
class Here:
    """What this locker can do for this courier just now."""

    walk_ups: bool = False
    """Parcels without a reservation are taken in."""
    rear: bool = False
    """There are doors behind."""
    prints: bool = False
    """The count can be had on paper."""


@dataclass(frozen=True, slots=True)
class Round(Paged):
    """Logged in: everything this courier may do here, as one list."""

    scans: ClassVar[bool] = True
    shift: Shift
    parcels: tuple[Parcel, ...] | None = None
    """None until it was read."""
    here: Here = Here()
    said: Scan | None = None
    """What became of the parcel that was scanned last."""

    @property
    def rereads(self) -> Task | None:
        return ReadRound(self.shift)

    @property
    def possible(self) -> frozenset[Chore]:
        """The chores that make sense now."""
        parcels, may = self.parcels or (), self.shift.may
        errands = {parcel.errand for parcel in parcels}
        takes_out = Permission.TAKE_OUT in may
        puts_in = Permission.PUT_IN in may
        found = {
            Chore.BATCH: puts_in,
            Chore.WALK_UP: puts_in and self.here.walk_ups,
            Chore.COLLECT: Errand.COLLECT in errands,
            # The doors between which a parcel moves are in front.
            Chore.SWAP: takes_out and not self.shift.rear,
            Chore.REPORT: True,
            Chore.PROVE: self.shift.proves and not takes_out,
        }
        return frozenset(chore for chore, now in found.items() if now)


@dataclass(frozen=True, slots=True)
class RoundDone(StaffState):
    """The count of the visit, before the courier goes."""

    shift: Shift
    prints: bool = False
    printed: bool | None = None
    """Whether the count came out on paper; None: not asked for."""
    printing: bool = False
    waiting: int = 0
    """Parcels of the list that are still to be put in."""


@dataclass(frozen=True, slots=True)
class ReadRound(Task):
    """What this courier may put in and take out here now."""

    shift: Shift


@dataclass(frozen=True, slots=True)
class RoundRead(Told):
    parcels: tuple[Parcel, ...] = field(default=())
    here: Here = Here()


@dataclass(frozen=True, slots=True)
class ChoreChosen(StaffInput):
    """Which screen each chore begins with stands in ``staff.CHORES``."""

    chore: Chore


@dataclass(frozen=True, slots=True)
class ParcelChosen(StaffInput):
    """A parcel to put in was touched on the list: its label cannot be read, say."""

    reservation: ReservationId


@dataclass(frozen=True, slots=True)
class SideChosen(StaffInput):
    """Between the doors in front and those behind."""


@dataclass(frozen=True, slots=True)
class LogOutAsked(StaffInput):
    """The courier is done here."""


@dataclass(frozen=True, slots=True)
class PrintCountAsked(StaffInput):
    """The count of the visit on paper, in the language of the screen."""

    language: str = ""


@dataclass(frozen=True, slots=True)
class PrintCount(Task):
    shift: Shift
    language: str = ""


@dataclass(frozen=True, slots=True)
class CountPrinted(Told):
    """Whether it came out."""

    out: bool = False


State = Round | RoundDone


def begin(shift: Shift, said: Scan | None = None) -> duty.Next:
    """The list; also the way back to it from everything that is done."""
    return Round(shift, said=said), (ReadRound(shift),)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case Round(), RoundRead(parcels, here):
            return replace(state, parcels=parcels, here=here), ()
        case Round(), CodeShown(text):
            return _scanned(state, text)
        case Round(parcels=parcels), ParcelChosen(reservation):
            return _chosen(state, parcels or (), reservation)
        case Round(shift, here=here), SideChosen() if here.rear:
            return replace(state, shift=replace(shift, rear=not shift.rear)), ()
        case Round(shift), LogOutAsked() | WentBack():
            return RoundDone(shift, state.here.prints, waiting=_waiting(state)), ()
        case RoundDone(prints=True, printing=False), PrintCountAsked(language) if not state.printed:
            return replace(state, printing=True), (PrintCount(state.shift, language),)
        case RoundDone(printing=True), CountPrinted(out):
            return replace(state, printing=False, printed=out), ()
        case RoundDone(), FinishAsked() | WentBack():
            return duty.sign_off()
        case _:
            return state, ()


def _waiting(state: Round) -> int:
    return sum(parcel.errand is Errand.DELIVER for parcel in state.parcels or ())


def _scanned(state: Round, text: str) -> duty.Next:
    if codes.is_courier_token(text):
        return state, ()
    load = Load(state.shift, (Scan(text),), single=True)
    return Judging(load), (loading.plan(load),)


def _chosen(state: Round, parcels: tuple[Parcel, ...], reservation: ReservationId) -> duty.Next:
    found = (p for p in parcels if p.reservation == reservation and p.errand is Errand.DELIVER)
    parcel = next(found, None)
    if parcel is None:
        return state, ()
    load = Load(state.shift, (Scan(parcel.ref, parcel=parcel),), single=True)
    return Judging(load), (loading.plan(load),)


def unknown(state: Round) -> str:
    """The label that was scanned last and belongs to no reservation: a walk-up parcel's."""
    said = state.said
    return said.text if said is not None and said.verdict is Verdict.UNKNOWN else ""


STEPS: Mapping[type[StaffState], Step] = {Round: step, RoundDone: step}
