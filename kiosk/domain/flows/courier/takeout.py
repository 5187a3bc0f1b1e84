"""What taking out is made of: labels that are held up, what is asked of the kiosk, the count."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain import codes
from kiosk.domain.flows.duty import Shift
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.flows.visit import Visit
from kiosk.domain.round import Parcel, folded


class LabelRead(Enum):
    """What was read from the label of the parcel in hand."""

    NONE = "none"
    """Not held up yet."""
    MATCHED = "matched"
    OTHER = "other"
    """It is another parcel's, and nobody has said yet what that means."""
    MISLABELLED = "mislabelled"
    """It is the right one all the same."""
    ELSEWHERE = "elsewhere"
    """It belongs behind another door, and goes back until both are known to be exchanged."""
    UNREADABLE = "unreadable"
    """It has no label, or none that can be read."""


TO_BE_READ = frozenset({LabelRead.NONE, LabelRead.OTHER})
"""The label may still be held up."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the parcels so far."""

    taken: tuple[Parcel, ...] = ()
    missing: tuple[Parcel, ...] = ()
    """The courier looked, and they do not lie there."""
    left: tuple[Parcel, ...] = ()
    """Passed over, put back, or behind a door that did not open."""


NOTHING_YET = Tally()


@dataclass(frozen=True, slots=True)
class TakingDenied(StaffState):
    """Nothing is taken out without a PIN, and this courier has none to say."""

    shift: Shift


@dataclass(frozen=True, slots=True)
class PlanWalk(Task):
    """Put them in the order of their doors."""

    parcels: tuple[Parcel, ...]


@dataclass(frozen=True, slots=True)
class WalkPlanned(Told):
    todo: tuple[Parcel, ...]


@dataclass(frozen=True, slots=True)
class TakeOut(Task):
    """May this one be taken out now?"""

    parcel: Parcel
    rear: bool = False
    """By its door behind: no front door opens for who does not stand before it."""


@dataclass(frozen=True, slots=True)
class MayTake(Told):
    visit: Visit


@dataclass(frozen=True, slots=True)
class PinWanted(Told):
    """Not by this session as it is."""


@dataclass(frozen=True, slots=True)
class NotHere(Told):
    """It is not what the list says any more."""


@dataclass(frozen=True, slots=True)
class ExchangePlaces(Task):
    """Each of the two lies where the other was thought to be."""

    one: Parcel
    other: Parcel
    todo: tuple[Parcel, ...]
    """What comes after them."""


@dataclass(frozen=True, slots=True)
class Skipped(StaffInput):
    """Not this one now."""


@dataclass(frozen=True, slots=True)
class LabelWrong(StaffInput):
    """It is the right parcel, its label is wrong."""


@dataclass(frozen=True, slots=True)
class NoLabel(StaffInput):
    """There is nothing to hold up."""


@dataclass(frozen=True, slots=True)
class BelongsThere(StaffInput):
    """It is the parcel of the other door."""


def is_named(parcel: Parcel, text: str) -> bool:
    """Whether a label that says this is this parcel's; case, spaces and dashes do not matter."""
    said, code = folded(text), codes.parse_scanned(text)
    if isinstance(code, codes.DeliveryQr) and code.reservation == parcel.reservation:
        return True
    return said != "" and said in {folded(parcel.ref), folded(parcel.reservation)}
