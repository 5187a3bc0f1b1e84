"""Evidence about one parcel, found by its number or its compartment: a file anybody can check."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from kiosk.domain.evidence import EvidenceFile, Lines, Traced
from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import (
    CodeShown,
    Entered,
    Erased,
    FinishAsked,
    KeyPressed,
    PageTurned,
    WentBack,
)
from kiosk.domain.flows.keys import typed_on
from kiosk.domain.flows.service import bench
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told

LONGEST = 40
"""Signs of a number that is typed."""
LONGEST_SCANNED = 128


@dataclass(frozen=True, slots=True)
class FindParcel(StaffState):
    """Type a number or a compartment, or hold the parcel's label to the camera."""

    scans: ClassVar[bool] = True
    who: Staffer
    typed: str = ""
    letters: bool = False
    looking: bool = False
    missed: bool = False
    """Nothing is called that."""


@dataclass(frozen=True, slots=True)
class FoundParcels(StaffState):
    """Several may be called the same."""

    who: Staffer
    found: tuple[Traced, ...]


@dataclass(frozen=True, slots=True)
class OneParcel(StaffState):
    """What there is about this one."""

    who: Staffer
    parcel: Traced
    lines: Lines | None = None
    """None until they were counted."""
    failed: bool = False


@dataclass(frozen=True, slots=True)
class MakingEvidence(StaffState):
    """All that happened since is looked through."""

    awaited: ClassVar[bool] = True
    who: Staffer
    parcel: Traced
    share: int = 0
    """Percent that is done."""

    @property
    def rereads(self) -> Task | None:
        return ReadProgress()


@dataclass(frozen=True, slots=True)
class EvidenceMade(StaffState):
    """Where it lies, and how to get it."""

    who: Staffer
    file: EvidenceFile


@dataclass(frozen=True, slots=True)
class SearchParcels(Task):
    """Answered by ``ParcelsFound``."""

    text: str


@dataclass(frozen=True, slots=True)
class CountLines(Task):
    """Answered by ``LinesCounted``."""

    parcel: Traced


@dataclass(frozen=True, slots=True)
class MakeEvidence(Task):
    """Answered by ``EvidenceWritten``."""

    parcel: Traced


@dataclass(frozen=True, slots=True)
class ReadProgress(Task):
    """Answered by ``Progress``."""


@dataclass(frozen=True, slots=True)
class ParcelsFound(Told):
    found: tuple[Traced, ...] = ()


@dataclass(frozen=True, slots=True)
class LinesCounted(Told):
    lines: Lines | None


@dataclass(frozen=True, slots=True)
class Progress(Told):
    share: int


@dataclass(frozen=True, slots=True)
class EvidenceWritten(Told):
    file: EvidenceFile | None
    """None: it could not be made."""


@dataclass(frozen=True, slots=True)
class TracedChosen(StaffInput):
    id: str


@dataclass(frozen=True, slots=True)
class EvidenceAsked(StaffInput):
    """Make the file."""


State = FindParcel | FoundParcels | OneParcel | MakingEvidence | EvidenceMade


def begin(who: Staffer) -> duty.Next:
    return FindParcel(who), ()


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case FindParcel(), _:
            return _finding(state, event)
        case FoundParcels(who, found), TracedChosen(name):
            chosen = [one for one in found if one.id == name]
            return _about(who, chosen[0]) if chosen else (state, ())
        case OneParcel(), LinesCounted(lines):
            return replace(state, lines=lines, failed=lines is None), ()
        case OneParcel(who, parcel, Lines(count=count)), EvidenceAsked() if count:
            return MakingEvidence(who, parcel), (MakeEvidence(parcel),)
        case MakingEvidence(), Progress(share):
            return replace(state, share=share), ()
        case MakingEvidence(who), EvidenceWritten(EvidenceFile() as file):
            return EvidenceMade(who, file), ()
        case MakingEvidence(who, parcel), EvidenceWritten(None):
            return OneParcel(who, parcel, failed=True), (CountLines(parcel),)
        case EvidenceMade(who), FinishAsked() | WentBack():
            return bench.begin(who)
        case FoundParcels(who) | OneParcel(who), WentBack():
            return begin(who)
        case _:
            return state, ()


def _finding(state: FindParcel, event: object) -> duty.Next:
    typed = state.typed
    match event:
        case ParcelsFound((only,)):
            return _about(state.who, only)
        case ParcelsFound(()):
            return replace(state, looking=False, missed=True), ()
        case ParcelsFound(found):
            return FoundParcels(state.who, found), ()
        case KeyPressed() | Erased():
            return replace(state, typed=typed_on(typed, event, LONGEST), missed=False), ()
        case PageTurned():
            return replace(state, letters=not state.letters), ()
        case Entered() if typed.strip() and not state.looking:
            return replace(state, looking=True, missed=False), (SearchParcels(typed.strip()),)
        case CodeShown(text) if not state.looking and len(text) <= LONGEST_SCANNED:
            return replace(state, looking=True, missed=False), (SearchParcels(text.strip()),)
        case WentBack():
            return bench.begin(state.who)
        case _:
            return state, ()


def _about(who: Staffer, parcel: Traced) -> duty.Next:
    return OneParcel(who, parcel), (CountLines(parcel),)


STEPS: Mapping[type[StaffState], Step] = dict.fromkeys(
    (FindParcel, FoundParcels, OneParcel, MakingEvidence, EvidenceMade), step
)
