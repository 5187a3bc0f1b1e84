"""A courier takes out all that is to be collected, one door after another in walking order.

What is in hand is compared with what should lie there, by its label; what does not match is put
right at the open door, while everything can still be put back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from kiosk.domain import codes
from kiosk.domain.flows import duty
from kiosk.domain.flows.courier import loading, proving
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier.loading import LoadPlanned, PlanLoad
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.courier.takeout import (
    NOTHING_YET,
    TO_BE_READ,
    BelongsThere,
    ExchangePlaces,
    LabelRead,
    LabelWrong,
    MayTake,
    NoLabel,
    NotHere,
    PinWanted,
    PlanWalk,
    Skipped,
    TakeOut,
    TakingDenied,
    Tally,
    WalkPlanned,
    is_named,
)
from kiosk.domain.flows.duty import DoorDone, Shift, Step
from kiosk.domain.flows.effects import Record
from kiosk.domain.flows.inputs import CodeShown, FinishAsked, OpenAsked, WentBack
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.flows.visit import Outcome, Visit
from kiosk.domain.round import Errand, Parcel
from kiosk.domain.settling import takings


@dataclass(frozen=True, slots=True)
class Collecting(StaffState):
    """The next door, and the parcel behind it; also what waits behind that door."""

    scans: ClassVar[bool] = True
    shift: Shift
    todo: tuple[Parcel, ...] | None = None
    """In walking order, the next one first; None until that is known."""
    tally: Tally = NOTHING_YET
    held: Visit | None = None
    """Whose door is in hand."""
    scan: LabelRead = LabelRead.NONE
    other: Parcel | None = None
    """Whose label it is, where that one is on the list, too."""
    listed: tuple[Parcel, ...] = field(default=(), repr=False)
    """Everything that was to be collected at the beginning."""

    @property
    def doubts(self) -> bool:
        return self.scan is LabelRead.OTHER

    def resumed(self, shift: Shift) -> "Collecting":
        """At the same door again, which its own touch opens."""
        return replace(self, shift=shift)


@dataclass(frozen=True, slots=True)
class Allowing(StaffState):
    """Whether this courier may take it out is being asked."""

    awaited: ClassVar[bool] = True
    run: Collecting


@dataclass(frozen=True, slots=True)
class Collected(StaffState):
    """The count at the end."""

    shift: Shift
    tally: Tally


State = Collecting | Allowing | TakingDenied | Collected


def begin(back: Round) -> duty.Next:
    """From the list: everything that is to be collected."""
    parcels = tuple(one for one in back.parcels or () if one.errand is Errand.COLLECT)
    return Collecting(back.shift, listed=parcels), (PlanWalk(parcels),)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case Collecting(), WalkPlanned(todo):
            return _at(replace(state, todo=todo))
        case Collecting(todo=(_, *_)), _:
            return _walk(state, event) if state.held is None else _at_door(state, event)
        case Collecting(shift), WentBack():
            return courier_round.begin(shift)
        case Allowing(), _:
            return _allowing(state, event)
        case Collected(shift, _), FinishAsked() | WentBack():
            return courier_round.begin(shift)
        case TakingDenied(shift), FinishAsked() | WentBack():
            return courier_round.begin(shift)
        case _:
            return state, ()


def _walk(run: Collecting, event: object) -> duty.Next:
    """Before the next door."""
    parcel, *rest = run.todo or ()
    match event:
        case OpenAsked():
            return Allowing(run), (TakeOut(parcel, run.shift.rear),)
        case Skipped():
            return _at(replace(run, todo=tuple(rest), tally=_left(run.tally, parcel)))
        case CodeShown(text) if not codes.is_courier_token(text):
            # Whoever has a label already wants that door next.
            first = tuple(one for one in run.todo or () if is_named(one, text))
            others = tuple(one for one in run.todo or () if one not in first)
            return replace(run, todo=(*first, *others)), ()
        case WentBack():
            return _at(replace(run, todo=(), tally=_left(run.tally, *run.todo or ())))
        case _:
            return run, ()


def _allowing(state: Allowing, event: object) -> duty.Next:
    run = state.run
    parcel, *rest = run.todo or ()
    match event:
        case MayTake(visit):
            return duty.fire(replace(run, held=visit, scan=LabelRead.NONE, other=None), visit)
        case PinWanted() if run.shift.proves:
            return proving.wanted(run, run.shift)
        case PinWanted():
            return TakingDenied(run.shift), ()
        case NotHere():
            return _at(replace(run, todo=tuple(rest), tally=_left(run.tally, parcel)))
        case WalkPlanned(todo):
            moved = {parcel.reservation: parcel for parcel in todo}
            listed = tuple(moved.get(one.reservation, one) for one in run.listed)
            return _at(replace(run, todo=todo, listed=listed))
        case _:
            return state, ()


def _at_door(run: Collecting, event: object) -> duty.Next:
    """Heard behind the open door, and when it was shut."""
    held = run.held
    if held is None:
        return run, ()
    match event:
        case CodeShown(text) if run.scan in TO_BE_READ and not codes.is_courier_token(text):
            return _scanned(run, held, text)
        case LoadPlanned((said, *_)) if run.scan is LabelRead.OTHER and said.reservation:
            return _known(run, held, said)
        case NoLabel() if run.scan is LabelRead.NONE:
            told = Record(takings.label_read(held, readable=False))
            return replace(run, scan=LabelRead.UNREADABLE), (told,)
        case LabelWrong() if run.scan is LabelRead.OTHER:
            told = Record(takings.mismatched(held, _id(run), "label_wrong"))
            return replace(run, scan=LabelRead.MISLABELLED), (told,)
        case BelongsThere() if run.scan is LabelRead.OTHER and run.other is not None:
            return replace(run, scan=LabelRead.ELSEWHERE), ()
        case DoorDone(visit, outcome):
            return _shut(run, visit, outcome)
        case _:
            return run, ()


def _scanned(run: Collecting, held: Visit, text: str) -> duty.Next:
    parcel, *_ = run.todo or ()
    if is_named(parcel, text):
        return _matched(run, held)
    other = next((one for one in run.listed if is_named(one, text)), None)
    # Its owner's number of it may stand there as well: only the kiosk knows all of them.
    asked = () if other else (PlanLoad(run.shift, (loading.Scan(text),)),)
    return replace(run, scan=LabelRead.OTHER, other=other), asked


def _known(run: Collecting, held: Visit, said: loading.Scan) -> duty.Next:
    """Whose label that is, after all."""
    parcel, *_ = run.todo or ()
    if said.reservation == parcel.reservation:
        return _matched(run, held)
    other = next((one for one in run.listed if one.reservation == said.reservation), None)
    return replace(run, other=other), ()


def _matched(run: Collecting, held: Visit) -> duty.Next:
    told = Record(takings.label_read(held, readable=True))
    return replace(run, scan=LabelRead.MATCHED, other=None), (told,)


def _shut(run: Collecting, visit: Visit, outcome: Outcome | None) -> duty.Next:
    """The door is shut, or never opened: what became of its parcel."""
    parcel, *rest = run.todo or ()
    shift, tally, todo = run.shift, run.tally, tuple(rest)
    match outcome:
        case Outcome.COLLECTED:
            shift = replace(shift, collected=shift.collected + 1)
            tally = replace(tally, taken=(*tally.taken, parcel))
        case Outcome.REPORTED:
            shift = replace(shift, reported=shift.reported + 1)
            tally = replace(tally, missing=(*tally.missing, parcel))
        case Outcome.NOT_TAKEN if run.scan is LabelRead.ELSEWHERE and run.other is not None:
            told = Record(takings.mismatched(visit, run.other.reservation, "exchanged"))
            free = replace(run, held=None, scan=LabelRead.NONE, other=None)
            return Allowing(free), (told, ExchangePlaces(parcel, run.other, todo))
        case _:
            tally = _left(tally, parcel)
    following, effects = _at(replace(run, shift=shift, todo=todo, tally=tally, held=None))
    if run.scan not in {LabelRead.OTHER, LabelRead.ELSEWHERE}:
        return following, effects
    what = "put_back" if outcome is Outcome.NOT_TAKEN else "unexplained"
    return following, (Record(takings.mismatched(visit, _id(run), what)), *effects)


def _at(run: Collecting) -> duty.Next:
    """The next door, or the count where there is none."""
    if run.todo:
        return replace(run, held=None, scan=LabelRead.NONE, other=None), ()
    return Collected(run.shift, run.tally), ()


def _left(tally: Tally, *parcels: Parcel) -> Tally:
    return replace(tally, left=(*tally.left, *parcels))


def _id(run: Collecting) -> str | None:
    return run.other.reservation if run.other else None


STEPS: Mapping[type[StaffState], Step] = dict.fromkeys(
    (Collecting, Allowing, TakingDenied, Collected), step
)
