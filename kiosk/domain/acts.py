"""What can happen to a reservation, who may cause it, and what a row of the table holds."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.model import Contents, ReservationState
from kiosk.domain.rules import CloudRules


class By(Enum):
    """Who may cause it."""

    CONSUMER = "consumer"
    COURIER = "courier"
    TECHNICIAN = "technician"
    OPERATOR = "operator"
    KIOSK = "kiosk"
    CLOUD = "cloud"
    TIME = "time"


class Moment(Enum):
    """When its event is told."""

    OPEN = "the door is seen open"
    SHUT = "the door is seen shut"
    SAID = "somebody says so"
    FOUND = "the kiosk finds it so"


class Act(Enum):
    """What happens; the name is the kiosk's own and goes nowhere."""

    MADE = "made"
    MADE_UNPLACED = "made without a compartment"
    PLACED = "compartment chosen"
    DROPOFF_OPENED = "opened to put in"
    PICKUP_OPENED = "opened to take out"
    STORE_OPENED = "opened in place"
    REOPENED = "opened again"
    CLOSED_UNDECIDED = "shut, and not said what for"
    DEPOSITED = "put in"
    DEPOSITED_AGAIN = "put in, told before"
    DEPOSIT_OWED = "put in before the power went"
    COLLECTED = "taken out"
    COLLECTED_AGAIN = "taken out, told before"
    NOT_TAKEN = "not taken"
    NOT_TAKEN_TOLD = "not taken, and told as taken"
    NOT_TAKEN_AGAIN = "not taken this time"
    KEPT = "looked at, and stored on"
    DROPOFF_CANCELLED = "drop-off given up"
    TAKEN_BACK = "taken back after it was told"
    WITHDRAWN = "said to be empty after the shut"
    NOT_PUT_IN = "not put in by staff"
    MOVED = "moved to another compartment"
    REFUSED = "refused by the recipient"
    EXTENDED = "end put off by its holder"
    EXTENDED_BY_STAFF = "end put off by the operator"
    REVIVED = "end put off after it had run out"
    MADE_FAIR = "end put off by an outage"
    EXPIRED = "end reached"
    HERE = "recipient came too early"
    AGREED = "agreed to the terms"
    DISAGREED = "did not agree to the terms"
    GATE_PASSED = "demand met"
    GATE_FAILED = "demand not met"
    REISSUED = "codes replaced"
    CANCELLED = "cancelled by the operator"
    CLEARED_OUT = "cancelled once its parcel was gone"
    LAPSED = "compartment held for nobody"
    GONE = "no longer the cloud's"
    WRONG_CODE = "wrong code tried"
    PROBLEM = "something is wrong at the door"
    JAMMED = "door did not open"
    LEFT_OPEN = "door left open"
    FOUND_OPEN = "found open"
    DROPOFF_FOUND_OPEN = "found open while putting in"
    PICKUP_FOUND_OPEN = "found open while taking out"
    STORE_FOUND_OPEN = "found open in place"
    SHUT_LATE = "shut later"
    DEPOSIT_SHUT_LATE = "put in, shut later"
    PICKUP_SHUT_LATE = "taken out, shut later"
    STORE_SHUT_LATE = "looked at, shut later"
    RECOGNISED = "put in before it was known"
    STOOD_IN = "stood in for another"
    STAND_IN_LAPSED = "stood in for nobody"
    DISOWNED = "disowned by the cloud after an offline drop-off"
    STAND_IN_DISOWNED = "never known to the cloud"
    OUTCOME_UNKNOWN = "fired, and nobody saw more"
    READY = "marked as ready"
    IN_TRANSIT = "marked as on its way"
    NOTIFIED = "recipient told once more"
    LABEL_SCANNED = "label scanned"
    MISALIGNED = "another parcel's label scanned"
    MISSING = "not there"
    PLACE_DIFFERS = "lies elsewhere than the cloud says"
    TAKING_OPENED = "opened by staff to take out"
    TAKEN_OUT = "taken out by staff"
    LEFT_LYING = "not taken by staff"
    CARRIED_OFF = "taken out to be moved"
    CARRIED_BACK = "put back after all"
    RELOCATED = "moved by staff"
    RELOCATION_STOPPED = "not put in there"


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: who moves what to where, what the journal calls it, and who hears of it."""

    act: Act
    before: frozenset[ReservationState]
    """The states it may happen in; empty for what begins a reservation."""
    after: ReservationState | None
    """None leaves the state as it is."""
    by: frozenset[By]
    journal: str
    """The journal's name; what is after a further dot tells its kind."""
    says: str
    """One sentence for who reads the event."""
    contents: frozenset[Contents] = frozenset()
    """What it may make of the contents; empty: nothing."""
    event: str | None = None
    moment: Moment = Moment.SAID
    collection: str | None = None
    """The event goes only to clouds whose collection counts at this moment."""
    begins: str | None = None
    """The event for clouds that hear of openings."""
    also: frozenset[str] = frozenset()
    """Events that may go with it."""

    @property
    def names(self) -> frozenset[str]:
        """Every event that can come of it."""
        return frozenset(filter(None, (self.event, self.begins, *self.also)))

    def told(self, rules: CloudRules) -> tuple[str, ...]:
        """What a cloud of these rules hears of it, in order."""
        begun = self.begins if rules.hears_openings else None
        return tuple(filter(None, (begun, self.event if self.tells(rules) else None)))

    def tells(self, rules: CloudRules) -> bool:
        """Whether a cloud of these rules hears of it."""
        due = self.collection in {None, rules.collection_commits}
        return self.event is not None and due
