"""Parcels in a courier's hands on their way in: what was scanned, and what is asked about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import ClassVar

from kiosk.domain.flows.duty import Shift
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.flows.visit import Visit
from kiosk.domain.model import ReservationId
from kiosk.domain.round import Left, Parcel, Verdict, short


@dataclass(frozen=True, slots=True)
class Scan:
    """One parcel that was held up, or touched on the list."""

    text: str = field(repr=False)
    verdict: Verdict | None = None
    """None until it was judged."""
    parcel: Parcel | None = None
    label: str = ""
    """The compartment it is to go into; "" for none."""
    place: int = 0
    """Which stop on the walk, from 0."""
    size: str = ""
    """Of that compartment."""
    sized: str = ""
    """What whoever holds it said of its size, where its reservation's is none of this bank's."""

    @property
    def short(self) -> str:
        return self.parcel.short if self.parcel else short(self.text)

    @property
    def is_due(self) -> bool:
        """Whether a door is to open for it."""
        return self.verdict is not None and self.verdict.fits

    @property
    def reservation(self) -> ReservationId | None:
        return self.parcel.reservation if self.parcel else None


DECIDED = frozenset({Verdict.IN, Verdict.SKIPPED, Verdict.GIVEN_UP, Verdict.LEFT_OPEN})
"""What became of it is certain: nothing is planned for it any more."""
LIES_HERE = frozenset({Verdict.ALREADY_IN, Verdict.TO_COLLECT, Verdict.LEFT_OPEN})
"""What does not go back with the courier."""


@dataclass(frozen=True, slots=True)
class Load:
    """All that was scanned, in that order."""

    shift: Shift
    scans: tuple[Scan, ...] = ()
    avoid: frozenset[str] = frozenset()
    """Doors that stayed shut."""
    single: bool = False
    """One parcel from the list, and back to it."""

    @property
    def stops(self) -> tuple[Scan, ...]:
        """What is still to be put in, in walking order."""
        return tuple(sorted((s for s in self.scans if s.is_due), key=lambda scan: scan.place))

    @property
    def judging(self) -> bool:
        return any(scan.verdict is None for scan in self.scans)

    @property
    def delivered(self) -> int:
        return sum(scan.verdict is Verdict.IN for scan in self.scans)

    @property
    def others(self) -> tuple[Scan, ...]:
        """What was not put in, whyever."""
        return tuple(s for s in self.scans if s.verdict not in {Verdict.IN, Verdict.TWICE, None})

    def has(self, text: str) -> bool:
        return any(scan.text == text for scan in self.scans)

    def marked(self, reservation: ReservationId | None, verdict: Verdict | None) -> "Load":
        """The same with another verdict for this parcel; None: to be judged anew."""
        scans = (
            replace(scan, verdict=verdict)
            if reservation and scan.reservation == reservation and scan.verdict is not Verdict.TWICE
            else scan
            for scan in self.scans
        )
        return replace(self, scans=tuple(scans))

    def told(self, judged: Iterable[Scan]) -> "Load":
        """What was asked about is answered; what was decided meanwhile, or is new, stays."""
        decided = {s.reservation for s in self.scans if s.verdict in DECIDED} - {None}
        answers = {
            scan.text: replace(scan, verdict=Verdict.TWICE) if scan.reservation in decided else scan
            for scan in judged
        }
        scans = tuple(
            scan if scan.verdict in DECIDED else answers.get(scan.text, scan) for scan in self.scans
        )
        if not answers:
            # The kiosk could not say: whoever waits for that waits for ever.
            scans = tuple(replace(s, verdict=s.verdict or Verdict.FAILED) for s in scans)
        return replace(self, scans=scans)

    def ended(self) -> Shift:
        """The count of the visit once this is over: what came in after all is left no more."""
        names = {scan.short for scan in self.scans}
        before = tuple(one for one in self.shift.left if one.short not in names)
        goes_back = (one for one in self.others if one.verdict not in LIES_HERE)
        left = tuple(Left(one.short, one.verdict) for one in goes_back if one.verdict)
        return replace(self.shift, left=(*before, *left))


@dataclass(frozen=True, slots=True)
class Judging(StaffState):
    """A parcel from the list was scanned: which one it is, and where it goes."""

    awaited: ClassVar[bool] = True
    heard_out: ClassVar[bool] = True
    load: Load


class Seen(Enum):
    """Whose label was held up last while the door was in hand."""

    NOTHING = "nothing"
    RIGHT = "right"
    OTHER = "other"
    """Another parcel's: this door is shut first."""


@dataclass(frozen=True, slots=True)
class Delivering(StaffState):
    """Its door is made ready, stands open, or was just shut; the door itself has its own screen."""

    awaited: ClassVar[bool] = True
    heard_out: ClassVar[bool] = True
    scans: ClassVar[bool] = True
    load: Load
    scan: Scan
    held: bool = False
    """Its door is in hand: labels that are held up are compared with the parcel."""
    seen: Seen = Seen.NOTHING
    following: str = field(default="", repr=False)
    """The label of another parcel that was held up last: of a batch that one comes next."""


@dataclass(frozen=True, slots=True)
class PlanLoad(Task):
    """What was scanned, and where it goes: all that is not decided, as one plan."""

    shift: Shift
    scans: tuple[Scan, ...]
    avoid: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LoadPlanned(Told):
    scans: tuple[Scan, ...] = ()


@dataclass(frozen=True, slots=True)
class PutIn(Task):
    """Make its door ready: still waiting, still free, and told where it goes."""

    shift: Shift
    scan: Scan


@dataclass(frozen=True, slots=True)
class DoorReady(Told):
    visit: Visit


@dataclass(frozen=True, slots=True)
class NotReady(Told):
    """It is not put in now."""

    why: Verdict = Verdict.FAILED


@dataclass(frozen=True, slots=True)
class TellRecipient(Task):
    """Have the cloud write to whom the parcel is for, where it does not do so by itself."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class RecipientTold(Told):
    told: bool = False


@dataclass(frozen=True, slots=True)
class SkipAsked(StaffInput):
    """Not this one."""


@dataclass(frozen=True, slots=True)
class RemoveAsked(StaffInput):
    """The last one that was scanned does not belong here."""


def plan(load: Load) -> PlanLoad:
    """Ask about everything that is not decided."""
    open_ = tuple(scan for scan in load.scans if scan.verdict not in DECIDED)
    return PlanLoad(load.shift, open_, load.avoid)


def ready(load: Load, scan: Scan) -> tuple[Delivering, tuple[Task, ...]]:
    """The one touch, or the one scan, for this parcel was made."""
    return Delivering(load, scan), (PutIn(load.shift, scan),)
