"""One person's right at one compartment, and what journeys share."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kiosk.domain.acts import By
from kiosk.domain.layout import DoorId, Owner
from kiosk.domain.model import Confidence, Kind, Purpose, ReservationId, Way
from kiosk.domain.particulars import NO_NEEDS, Demand, Due, Needs
from kiosk.domain.printing import Paper
from kiosk.domain.rules import CloudRules

WALK_UP = "walk_up"
"""The code name of what was begun here; with a handover, or without for what a courier takes."""


class Aim(Enum):
    """What a person touched before showing a code; the code decides all the same."""

    PICKUP = "pickup"
    DROPOFF = "dropoff"
    SEND = "send"
    STORE = "store"
    RETURN = "return"
    EXTEND = "extend"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Handover:
    """What is handed over once a walk-up parcel lies inside: the code that opens it again."""

    typed: str = field(repr=False)
    qr: str = field(repr=False)
    until: datetime | None = None
    told: bool = False
    """Whether a message with the code goes out by itself."""
    datum: str = field(default="", repr=False)
    """What is asked for with a typed code that is too short to do alone."""


@dataclass(frozen=True, slots=True)
class Extension:
    """What a later end of the reservation would be, and its price."""

    until: datetime
    due: Due | None = None


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
    by: By = By.CONSUMER
    """Who stands at the door."""
    session: str = ""
    """Of the courier who does: the journal's lines of logging in say whose it is."""
    access: bool = False
    """Access mode: the place of the door is shown before it opens, and there is more time."""
    intent: str | None = None
    """The unlock in hand."""
    opened: bool = False
    """The door was last seen open: that is recorded, and another pulse tells nothing new."""
    unseen: bool = False
    """It stands open and is shown no more (mode front): its shut goes by the person's word."""
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
    kind: Kind = Kind.DELIVERY
    aim: Aim | None = None
    """What the person touched before the code."""
    gates: tuple[Demand, ...] = ()
    """What is still to be passed before the door may open."""
    due: Due | None = None
    rest: tuple["Visit", ...] = ()
    """The other doors of this visit, one after another: a bundle, or the second half of an
    exchange."""
    number: int = 1
    """Which door of the visit this is; of ``number + len(rest)``."""
    turn: str = ""
    """Tells one opening in place from the next: each has pulses and openings of its own."""
    size: str | None = None
    """The size of the compartment, or the one wished for while there is none."""
    needs: Needs = NO_NEEDS
    labelled: bool = False
    """A label is printed for it before the door opens."""
    papers: frozenset[Paper] = frozenset()
    """What can be printed here once it is done."""
    handover: Handover | None = None
    """Walk-up only."""
    extension: Extension | None = None
    """What the holder may extend to, where that is allowed."""
    shown: str = field(default="", repr=False)
    """The code itself, only for a drop-off the cloud was not asked about: it is told of it."""
    earlier: ReservationId | None = None
    """Return: the finished delivery that comes back; the return itself is not reserved yet, and
    this visit has no compartment."""
    beside: bool = False
    """A courier puts it next to another parcel for the same person."""

    carried: str = ""
    """Staff move the parcel to another compartment: the one it has until that is done."""

    @property
    def authorisation(self) -> str:
        return f"{self.reservation}:{self.purpose.value}" + (f":{self.turn}" if self.turn else "")

    @property
    def placed(self) -> bool:
        """Whether a compartment has been chosen."""
        return self.label != ""

    @property
    def walk_up(self) -> bool:
        """Whether it was begun here, without a code of its own."""
        return self.handover is not None or self.code_name == WALK_UP


class Trouble(Enum):
    """What a person can say is wrong at a door."""

    DID_NOT_OPEN = "did_not_open"
    NOT_EMPTY = "not_empty"
    DIRTY = "dirty"
    OUT_OF_REACH = "out_of_reach"
    NOT_MINE = "not_mine"
    """Somebody else's parcel lies there instead."""
    EMPTY = "empty"
    """No parcel lies there."""
    UNWANTED = "unwanted"
    """It is the right parcel, and the recipient refuses it."""


class Reason(Enum):
    """Why a drop-off is given up."""

    DOES_NOT_FIT = "does_not_fit"
    CHANGED_MIND = "changed_mind"
    WRONG_PARCEL = "wrong_parcel"
    NOT_EMPTY = "not_empty"
    OUT_OF_REACH = "out_of_reach"
    NOTHING_CHOSEN = "nothing_chosen"
    TOO_LARGE = "too_large"
    """A smaller compartment would do."""


class Outcome(Enum):
    """How a visit ended, for the done screen."""

    COLLECTED = "collected"
    DEPOSITED = "deposited"
    DEPOSITED_UNCONFIRMED = "deposited_unconfirmed"
    CANCELLED = "cancelled"
    NOT_TAKEN = "not_taken"
    REPORTED = "reported"
    KEPT = "kept"
    """Opened in place, and stored on."""
    REFUSED = "refused"
    """The recipient does not want the parcel."""
    DECLINED = "declined"
    """The terms were not agreed to."""
    EXTENDED = "extended"
    ANNOUNCED = "announced"
    """Staff know that the person is here."""


class Failure(Enum):
    """Why a door did not open."""

    JAMMED = "jammed"
    BOARD = "board"
    BUSY = "busy"
    SPENT = "spent"
    OUT_OF_USE = "out_of_use"
    NO_MEMORY = "no_memory"
    """The intent could not be made durable, so the lock was not fired."""
    UNHEARD = "unheard"
    """Whose machine owns the locks did not answer: whether it opened is not known (mode front)."""
    TURNED_AWAY = "turned_away"
    """It does not open this one."""
    LATER = "later"
    """It asks to come back later."""


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
    NO_LINE = "no_line"
    """No door opens while the cloud does not answer (mode front)."""
    OTHER_NETWORK = "other_network"
    OTHER_LOCKER = "other_locker"
    """The code is right, and it is for another locker of this network."""
    FOR_COURIER = "for_courier"
    """A courier collects this one, and nobody else."""
    COURIER_CODE = "courier_code"
    """A courier's own code, and there is no courier log in here."""
    UNPAID = "unpaid"
    """Payment is due and cannot be taken here."""
    NOT_VERIFIED = "not_verified"
    """Who one is must be proved, and cannot be here."""
    NO_EXTENSION = "no_extension"
    NO_REFUSAL = "no_refusal"
    WALK_UPS_PAUSED = "walk_ups_paused"
    """Too many compartments wait for somebody to look inside."""
    NO_BEGINNING = "no_beginning"
    """Whoever gives the compartments away does not answer, or wants none begun now."""
    FULL = "full"
    OUT_OF_SERVICE = "out_of_service"
    """The locker takes nothing in; what lies inside goes out."""


@dataclass(frozen=True, slots=True)
class Over:
    """The visit has ended; home follows."""
