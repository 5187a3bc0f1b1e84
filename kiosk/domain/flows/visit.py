"""One person's right at one compartment, and what journeys share."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.layout import DoorId, Owner
from kiosk.domain.model import CloudRules, Confidence, Purpose, ReservationId, Way


@dataclass(frozen=True, slots=True)
class Visit:
    """A code was proved: this person may open this compartment for this purpose."""

    reservation: ReservationId
    owner: Owner
    purpose: Purpose
    way: Way
    confidence: Confidence
    label: str
    door: DoorId
    rules: CloudRules
    code_name: str = "code"
    access: bool = False
    """Access mode: the place of the door is shown before it opens, and there is more time."""
    intent: str | None = None
    """The unlock in hand."""
    opened: bool = False
    """The door was last seen open: that is recorded, and another pulse tells nothing new."""
    settled: bool = False
    """Everything owed is recorded; opening again changes no state."""
    pulses: int = 0
    """Pulses since the door was last seen open."""
    owes: bool = False
    """The door was shut on a drop-off, and what that means is not recorded yet."""
    unsure: bool = False
    """Something was seen inside that should not be there: the contents stay unproved."""
    moved: bool = False
    """This is the second compartment of the visit; there is no third."""

    @property
    def authorisation(self) -> str:
        return f"{self.reservation}:{self.purpose.value}"


class Trouble(Enum):
    """What a person can say is wrong at a door."""

    DID_NOT_OPEN = "did_not_open"
    NOT_EMPTY = "not_empty"
    DIRTY = "dirty"
    OUT_OF_REACH = "out_of_reach"


class Reason(Enum):
    """Why a drop-off is given up."""

    DOES_NOT_FIT = "does_not_fit"
    CHANGED_MIND = "changed_mind"
    WRONG_PARCEL = "wrong_parcel"
    NOT_EMPTY = "not_empty"
    OUT_OF_REACH = "out_of_reach"
    NOTHING_CHOSEN = "nothing_chosen"


class Outcome(Enum):
    """How a visit ended, for the done screen."""

    COLLECTED = "collected"
    DEPOSITED = "deposited"
    DEPOSITED_UNCONFIRMED = "deposited_unconfirmed"
    CANCELLED = "cancelled"
    NOT_TAKEN = "not_taken"
    REPORTED = "reported"


class Failure(Enum):
    """Why a door did not open."""

    JAMMED = "jammed"
    BOARD = "board"
    BUSY = "busy"
    SPENT = "spent"
    OUT_OF_USE = "out_of_use"
    NO_MEMORY = "no_memory"
    """The intent could not be made durable, so the lock was not fired."""


class Explanation(Enum):
    """What a person who proved the code is told when it opens nothing."""

    NOT_YET = "not_yet"
    USED = "used"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    BLOCKED = "blocked"
    UNSURE = "unsure"
    """The compartment may not be empty."""
    ASK_STAFF = "ask_staff"
    OTHER_NETWORK = "other_network"


@dataclass(frozen=True, slots=True)
class Over:
    """The visit has ended; home follows."""
