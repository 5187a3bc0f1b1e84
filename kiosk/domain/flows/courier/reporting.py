"""A courier says what is wrong, by the codes carriers use; and marks parcels that come here."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import ClassVar

from kiosk.domain.flows import duty
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.duty import Shift, Step
from kiosk.domain.flows.inputs import (
    Entered,
    Erased,
    FinishAsked,
    KeyPressed,
    PageTurned,
    WentBack,
)
from kiosk.domain.flows.keys import typed_on
from kiosk.domain.flows.paging import Paged
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.model import ReservationId
from kiosk.domain.problems import OF_A_COMPARTMENT, Level, Problem, levels
from kiosk.domain.round import Parcel

LONGEST = 12
"""Signs of a compartment's label."""


class Mark(Enum):
    """How far a parcel is that is still to come here."""

    READY = "ready"
    """It may be fetched by whoever brings it here."""
    IN_TRANSIT = "in_transit"
    """It was fetched."""


@dataclass(frozen=True, slots=True)
class ChooseProblem(StaffState):
    """What is wrong?"""

    shift: Shift
    parcels: tuple[Parcel, ...] = ()
    """On the courier's list."""
    markable: tuple[Parcel, ...] = ()
    """Those still to come whose cloud wants to hear how far they are."""


@dataclass(frozen=True, slots=True)
class AskDoor(StaffState):
    """Behind which door? Its number is typed."""

    shift: Shift
    code: Problem
    typed: str = ""
    unknown: bool = False
    """There is no such door."""
    letters: bool = False
    """Which page of the keys shows."""


@dataclass(frozen=True, slots=True)
class ChooseParcel(Paged):
    """Which parcel is it about? Or: which is to be marked?"""

    shift: Shift
    parcels: tuple[Parcel, ...]
    code: Problem | None = None
    """None: it is marked."""


@dataclass(frozen=True, slots=True)
class ChooseMark(StaffState):
    """How far is this parcel?"""

    shift: Shift
    parcel: Parcel


@dataclass(frozen=True, slots=True)
class Telling(StaffState):
    """It is being recorded."""

    awaited: ClassVar[bool] = True
    shift: Shift
    code: Problem | None = None
    typed: str = ""


@dataclass(frozen=True, slots=True)
class SaidSo(StaffState):
    """It was recorded; or it could not be."""

    shift: Shift
    code: Problem | None = None
    recorded: bool = True


@dataclass(frozen=True, slots=True)
class FindMarkable(Task):
    """Which of these can be marked?"""

    parcels: tuple[Parcel, ...]


@dataclass(frozen=True, slots=True)
class MarkableFound(Told):
    parcels: tuple[Parcel, ...] = ()


@dataclass(frozen=True, slots=True)
class TellProblem(Task):
    code: Problem
    label: str = ""
    """As typed by hand."""
    reservation: ReservationId | None = None


@dataclass(frozen=True, slots=True)
class TellMark(Task):
    reservation: ReservationId
    mark: Mark


@dataclass(frozen=True, slots=True)
class ToldSo(Told):
    recorded: bool = True


@dataclass(frozen=True, slots=True)
class NoSuchDoor(Told):
    pass


@dataclass(frozen=True, slots=True)
class ProblemChosen(StaffInput):
    code: Problem


@dataclass(frozen=True, slots=True)
class MarkingAsked(StaffInput):
    """Nothing is wrong: parcels are to be marked."""


@dataclass(frozen=True, slots=True)
class OneChosen(StaffInput):
    """A parcel of the list; None: it is on no list."""

    reservation: ReservationId | None = field(default=None)


@dataclass(frozen=True, slots=True)
class MarkChosen(StaffInput):
    mark: Mark


State = ChooseProblem | AskDoor | ChooseParcel | ChooseMark | Telling | SaidSo


def begin(back: Round) -> duty.Next:
    """From the list."""
    parcels = back.parcels or ()
    return ChooseProblem(back.shift, parcels), (FindMarkable(parcels),)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case ChooseProblem(), _:
            return _problem(state, event)
        case AskDoor(), _:
            return _door(state, event)
        case ChooseParcel(), _:
            return _parcel(state, event)
        case ChooseMark(shift, parcel), MarkChosen(mark):
            return Telling(shift), (TellMark(parcel.reservation, mark),)
        case Telling(shift, code), ToldSo(recorded):
            counts = recorded and code is not None
            said = replace(shift, reported=shift.reported + 1) if counts else shift
            return SaidSo(said, code, recorded), ()
        case Telling(shift, code, typed), NoSuchDoor() if code is not None:
            return AskDoor(shift, code, typed, unknown=True), ()
        case ChooseMark() | SaidSo(), WentBack() | FinishAsked():
            return courier_round.begin(state.shift)
        case _:
            return state, ()


def _problem(state: ChooseProblem, event: object) -> duty.Next:
    shift, parcels = state.shift, state.parcels
    match event:
        case ProblemChosen(code) if code in OF_A_COMPARTMENT:
            return AskDoor(shift, code), ()
        case ProblemChosen(code) if Level.PARCEL in levels(code) and parcels:
            return ChooseParcel(shift, parcels, code), ()
        case ProblemChosen(code):
            return Telling(shift, code), (TellProblem(code),)
        case MarkableFound(found):
            return replace(state, markable=found), ()
        case MarkingAsked() if state.markable:
            return ChooseParcel(shift, state.markable), ()
        case WentBack():
            return courier_round.begin(shift)
        case _:
            return state, ()


def _door(state: AskDoor, event: object) -> duty.Next:
    match event:
        case KeyPressed() | Erased():
            typed = typed_on(state.typed, event, LONGEST)
            return replace(state, typed=typed, unknown=False), ()
        case PageTurned():
            return replace(state, letters=not state.letters), ()
        case Entered() if state.typed:
            problem = TellProblem(state.code, state.typed)
            return Telling(state.shift, state.code, state.typed), (problem,)
        case WentBack():
            return courier_round.begin(state.shift)
        case _:
            return state, ()


def _parcel(state: ChooseParcel, event: object) -> duty.Next:
    shift, code = state.shift, state.code
    match event:
        case OneChosen(None) if code is not None:
            return Telling(shift, code), (TellProblem(code),)
        case OneChosen(name):
            parcel = next((one for one in state.parcels if one.reservation == name), None)
            if parcel is None:
                return state, ()
            if code is None:
                return ChooseMark(shift, parcel), ()
            return Telling(shift, code), (TellProblem(code, reservation=parcel.reservation),)
        case WentBack():
            return courier_round.begin(shift)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = dict.fromkeys(
    (ChooseProblem, AskDoor, ChooseParcel, ChooseMark, Telling, SaidSo), step
)
