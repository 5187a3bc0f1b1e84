"""What staff see of each compartment: its doors, what lies inside, what was said of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kiosk.domain.layout import DoorId, DoorState, Millimetres, Owner
from kiosk.domain.model import (
    CompartmentFlag,
    Contents,
    IntentState,
    ReservationId,
    ReservationState,
)


class Condition(Enum):
    """How a compartment is drawn: the first of these that is true."""

    OPEN = "open"
    FAULTY = "faulty"
    SILENT = "silent"
    """In use, but nothing is heard of whether a door of it is shut."""
    CHECK = "check"
    """Nobody knows what lies inside, a parcel is missing there, or somebody must look."""
    PARCEL = "parcel"
    HELD = "held"
    """Empty, and set aside for a reservation."""
    FREE = "free"


class Finding(Enum):
    """What a look inside came to, beside what was expected there."""

    AS_EXPECTED = "as_expected"
    MISSING = "missing"
    """A reservation's parcel does not lie there."""
    UNKNOWN_PARCEL = "unknown_parcel"
    """A parcel lies there that belongs to no reservation."""
    UNSURE = "unsure"
    """Whoever looked could not say."""
    NOT_RECORDED = "not_recorded"
    """It could not be written down: the contents stay in doubt."""

    @property
    def differs(self) -> bool:
        return self not in {Finding.AS_EXPECTED, Finding.UNSURE}


@dataclass(frozen=True, slots=True)
class Look:
    """What a technician of this visit said after opening, looking and shutting."""

    said: Contents
    expected: Contents
    finding: Finding

    @property
    def proves(self) -> bool:
        return self.said is not Contents.MAYBE and self.finding is not Finding.NOT_RECORDED


@dataclass(frozen=True, slots=True)
class Lying:
    """Whose reservation has this compartment; ids only, no names."""

    id: ReservationId
    ref: str
    state: ReservationState
    owner: Owner
    missing: bool = False
    """Its parcel should lie there, and was not there when somebody looked."""

    @property
    def expects_parcel(self) -> bool:
        """Whether its parcel lies behind the door, as far as it went."""
        return not self.missing and self.state in {
            ReservationState.STORED,
            ReservationState.OPENED,
            ReservationState.EXPIRED,
            ReservationState.ABANDONED,
        }

    @property
    def may_lie(self) -> bool:
        """Whether it may: its door was opened, and what came of that was never seen."""
        return self.state in {
            ReservationState.DEPOSITING,
            ReservationState.COLLECTING,
            ReservationState.SETTLING,
        }


@dataclass(frozen=True, slots=True)
class DoorFacts:
    """One door: what its contact says, and where it hangs."""

    id: DoorId
    state: DoorState
    wire: str
    board: int
    channel: int
    rear: bool = False


@dataclass(frozen=True, slots=True)
class Tries:
    """How the locks of a compartment did, as far as it is remembered."""

    pulses: int = 0
    jams: int = 0
    last_at: datetime | None = None
    last: IntentState | None = None


@dataclass(frozen=True, slots=True)
class CompartmentFacts:
    """All that service mode shows of one compartment."""

    label: str
    owner: Owner
    size: str
    sizes: tuple[str, ...]
    """All there are in this bank, small to large."""
    inside: Millimetres
    doors: tuple[DoorFacts, ...]
    contents: Contents
    flag: CompartmentFlag | None = None
    reason: str = ""
    lying: Lying | None = None
    tickets: int = 0
    """Open ones."""
    tries: Tries | None = None
    """None where it was not asked for."""
    look: Look | None = None
    """Of this visit."""
    open_since: datetime | None = None
    missing: bool = False
    """A reservation's parcel should lie there, and was not there when somebody looked."""

    @property
    def is_open(self) -> bool:
        return any(door.state is DoorState.OPEN for door in self.doors)

    @property
    def is_occupied(self) -> bool:
        """Whether a parcel lies there, or may, that is somebody's: opened only for a reason."""
        lying = self.lying
        theirs = lying is not None and (lying.expects_parcel or lying.may_lie)
        return theirs or self.contents is Contents.PARCEL

    @property
    def supposed(self) -> Contents:
        """What lies there as far as anybody knows: as it was seen here, else as its reservation
        says, which may come from elsewhere."""
        told = self.lying is not None and self.lying.expects_parcel
        unseen = self.contents is Contents.EMPTY and self.look is None
        return Contents.PARCEL if told and unseen else self.contents

    @property
    def rear(self) -> DoorFacts | None:
        return next((door for door in self.doors if door.rear), None)

    @property
    def condition(self) -> Condition:
        if self.is_open:
            return Condition.OPEN
        if self.flag in {CompartmentFlag.QUARANTINED, CompartmentFlag.MAINTENANCE}:
            return Condition.FAULTY
        if any(door.state is DoorState.UNKNOWN for door in self.doors):
            return Condition.SILENT
        if self.flag is CompartmentFlag.LEFT_OPEN or self.contents is Contents.MAYBE:
            return Condition.CHECK
        if self.missing and self.look is None:
            return Condition.CHECK
        if self.supposed is Contents.PARCEL:
            return Condition.PARCEL
        return Condition.FREE if self.lying is None else Condition.HELD

    @property
    def is_left_open(self) -> bool:
        """Whether somebody is to shut it."""
        return self.is_open or self.flag is CompartmentFlag.LEFT_OPEN


Bank = tuple[CompartmentFacts, ...]
"""In walking order: column by column, from the top."""


def named(bank: Bank, label: str) -> CompartmentFacts | None:
    """The compartment of this number, however it was typed."""
    folded = label.strip().casefold()
    return next((one for one in bank if one.label.casefold() == folded), None)
