"""Everything that can happen to a reservation, as one table; nothing else moves a state."""

from kiosk.domain.acts import Act, By, Moment, Transition
from kiosk.domain.model import Contents
from kiosk.domain.model import ReservationState as S

EVERY = frozenset(S)
ENDED = frozenset({S.FINISHED, S.CANCELLED})
LIVE = EVERY - ENDED
WAITING = frozenset({S.ANNOUNCED, S.RESERVED})
"""Nothing was put in yet."""
LYING = frozenset({S.STORED, S.OPENED})
LIES = frozenset({S.STORED, S.EXPIRED, S.ABANDONED})
"""What such a reservation is for lies somewhere, as far as its state says."""
TAKEABLE = LYING | {S.COLLECTING, S.SETTLING, S.EXPIRED, S.CANCELLED, S.ABANDONED}
"""Something may lie there that staff take out: until they have, nothing of its state changes."""

_PERSON = frozenset({By.CONSUMER, By.COURIER})
_HOLDER = frozenset({By.CONSUMER})
_KIOSK = frozenset({By.KIOSK})
_STAFF = frozenset({By.OPERATOR})
_STAFFED = frozenset({By.COURIER, By.TECHNICIAN})
_ANYBODY = frozenset({By.CONSUMER, By.COURIER, By.TECHNICIAN})
_E, _P, _M = Contents.EMPTY, Contents.PARCEL, Contents.MAYBE
_UNSURE = frozenset({_M})
_SEEN = frozenset({_P, _M})
_TAKEN = frozenset({_E, _M})
_ANY = frozenset(Contents)
_OPEN, _SHUT, _FOUND = Moment.OPEN, Moment.SHUT, Moment.FOUND
_LEFT = frozenset({"door.left_open"})
_READY = frozenset({"notice.parcel_ready"})
_ASKED = frozenset({"dropoff.offline"})
_TROUBLE = frozenset({"compartment.problem"})


def _in(*states: S) -> frozenset[S]:
    return frozenset(states)


_T = Transition
# fmt: off
_ROWS = (
    _T(Act.MADE, _in(), S.RESERVED, _STAFF | _PERSON, "reservation.made",
       "A reservation was made at this locker.", event="reservation.made", also=_ASKED),
    _T(Act.MADE_UNPLACED, _in(), S.ANNOUNCED, frozenset({By.OPERATOR, By.CONSUMER}),
       "reservation.made", "A reservation was made; its compartment is chosen later.",
       event="reservation.made", also=_ASKED),
    _T(Act.PLACED, WAITING, S.RESERVED, _PERSON, "reservation.compartment_chosen",
       "A compartment was chosen at the locker.", event="reservation.compartment_chosen"),
    _T(Act.DROPOFF_OPENED, WAITING | {S.DEPOSITING}, S.DEPOSITING, _PERSON, "door.opened",
       "The door was opened to put a parcel in.", _UNSURE, moment=_OPEN, begins="dropoff.opened",
       also=_ASKED),
    _T(Act.PICKUP_OPENED, LYING | {S.EXPIRED}, S.COLLECTING, _PERSON, "door.opened",
       "The parcel's door was opened to take it out.", _UNSURE, "parcel.collected", _OPEN, "open",
       "pickup.opened"),
    _T(Act.STORE_OPENED, LYING | {S.EXPIRED}, S.OPENED, _HOLDER, "door.opened",
       "Its owner opened what is stored, and goes on storing.", _UNSURE, "reservation.opened",
       _OPEN),
    _T(Act.REOPENED, EVERY, None, _ANYBODY, "door.reopened", "The door was opened again."),
    _T(Act.CLOSED_UNDECIDED, _in(S.DEPOSITING, S.STORED), None, _PERSON, "door.closed",
       "The door was shut.", _UNSURE),
    _T(Act.DEPOSITED, _in(S.DEPOSITING), S.STORED, _PERSON, "parcel.deposited",
       "A parcel was put in and the door shut.", _SEEN, "parcel.deposited", _SHUT, also=_READY),
    _T(Act.DEPOSITED_AGAIN, _in(S.STORED), None, _PERSON, "parcel.deposited",
       "The door was shut again.", _SEEN),
    _T(Act.DEPOSIT_OWED, _in(S.DEPOSITING), S.STORED, _KIOSK, "deposit.found",
       "The door was shut before the power went; a parcel may lie inside.", _UNSURE,
       "parcel.deposited", _FOUND),
    _T(Act.COLLECTED, _in(S.COLLECTING), S.FINISHED, _PERSON, "parcel.collected",
       "The parcel was taken out and the door shut.", _TAKEN, "parcel.collected", _SHUT, "close"),
    _T(Act.COLLECTED_AGAIN, _in(S.COLLECTING, S.SETTLING, S.FINISHED), None, _PERSON,
       "parcel.collected", "The door was shut again.", _TAKEN),
    _T(Act.NOT_TAKEN, _in(S.COLLECTING), S.STORED, _PERSON, "parcel.not_taken",
       "The parcel was not taken.", _SEEN, also=_TROUBLE),
    _T(Act.NOT_TAKEN_TOLD, _in(S.COLLECTING), S.COLLECTING, _PERSON, "parcel.not_taken",
       "The parcel was not taken.", _SEEN, also=_TROUBLE),
    _T(Act.NOT_TAKEN_AGAIN, _in(S.COLLECTING, S.SETTLING, S.FINISHED), None, _PERSON,
       "parcel.not_taken", "Nothing was taken this time.", _UNSURE, also=_TROUBLE),
    _T(Act.KEPT, _in(S.OPENED), S.STORED, _HOLDER, "store.kept",
       "What is stored was looked at and the door shut.", _SEEN, "reservation.kept", _SHUT),
    _T(Act.DROPOFF_CANCELLED, _in(S.DEPOSITING), S.CANCELLED, _PERSON, "dropoff.cancelled",
       "The drop-off was given up.", _TAKEN, "reservation.cancelled"),
    _T(Act.TAKEN_BACK, _in(S.STORED), S.CANCELLED, _PERSON, "dropoff.cancelled",
       "A parcel that was told as put in was taken back.", _TAKEN, "compartment.problem"),
    _T(Act.WITHDRAWN, _in(S.DEPOSITING), S.CANCELLED, _PERSON, "dropoff.withdrawn",
       "After the door was shut it was said that nothing lies inside.", _UNSURE,
       "reservation.cancelled"),
    _T(Act.NOT_PUT_IN, _in(S.DEPOSITING), S.RESERVED, _STAFFED, "dropoff.not_put_in",
       "Staff put nothing in, and took the parcel along: it is still waited for.", _TAKEN),
    _T(Act.MOVED, WAITING | {S.DEPOSITING, S.STORED}, S.RESERVED, _PERSON, "reservation.moved",
       "Another compartment was given at the locker.", _TAKEN, "reservation.moved"),
    _T(Act.REFUSED, LYING | {S.COLLECTING}, S.ABANDONED, _HOLDER, "parcel.abandoned",
       "The recipient refuses the parcel; it lies in the locker.", frozenset({_P}),
       "parcel.abandoned"),
    _T(Act.EXTENDED, LYING | {S.EXPIRED}, S.STORED, _HOLDER, "reservation.extended",
       "Its holder put the end off.", event="reservation.extended"),
    _T(Act.EXTENDED_BY_STAFF, LIVE, None, _STAFF, "reservation.extended",
       "The operator put the end off.", event="reservation.extended"),
    _T(Act.REVIVED, _in(S.EXPIRED), S.STORED, _STAFF, "reservation.extended",
       "The operator put the end off after it had run out.", event="reservation.extended"),
    _T(Act.MADE_FAIR, _in(S.STORED), None, frozenset({By.KIOSK}), "reservation.extended",
       "The locker could not be reached; that time is given back.",
       event="reservation.extended", moment=_FOUND),
    _T(Act.EXPIRED, _in(S.STORED), S.EXPIRED, frozenset({By.TIME}), "reservation.expired",
       "The time to collect it has run out.", event="reservation.expired", moment=_FOUND),
    _T(Act.HERE, WAITING | {S.DEPOSITING}, None, _HOLDER, "recipient.here",
       "The recipient is at the locker, and the parcel is not ready.", event="recipient.here"),
    _T(Act.AGREED, LIVE, None, _PERSON, "terms.agreed", "The terms were agreed to.",
       event="terms.agreed"),
    _T(Act.DISAGREED, LIVE, None, _PERSON, "terms.disagreed", "The terms were not agreed to.",
       event="terms.disagreed"),
    _T(Act.GATE_PASSED, LIVE, None, _PERSON, "gate.passed", "What was demanded was done.",
       event="gate.passed"),
    _T(Act.GATE_FAILED, LIVE, None, _PERSON, "gate.failed", "What was demanded was not done.",
       event="gate.failed"),
    _T(Act.REISSUED, LIVE, None, _STAFF, "reservation.reissued", "Its codes were replaced.",
       event="reservation.reissued"),
    _T(Act.CANCELLED, WAITING, S.CANCELLED, _STAFF, "reservation.cancelled",
       "The operator cancelled it before anything was put in.", event="reservation.cancelled"),
    _T(Act.CLEARED_OUT, LIVE - WAITING, S.CANCELLED, _STAFF, "reservation.cancelled",
       "The operator cancelled it: staff had taken out what lay there.",
       event="reservation.cancelled"),
    _T(Act.LAPSED, _in(S.RESERVED), S.CANCELLED, frozenset({By.TIME}), "reservation.cancelled",
       "A compartment was set aside, and its door was never opened.",
       event="reservation.cancelled", moment=_FOUND),
    _T(Act.GONE, LIVE, S.FINISHED, frozenset({By.CLOUD}), "reservation.gone",
       "The cloud no longer knows it here."),
    _T(Act.WRONG_CODE, LIVE, None, _ANYBODY, "code.wrong", "A wrong code was given for it.",
       event="code.wrong"),
    _T(Act.PROBLEM, EVERY, None, _ANYBODY, "problem", "Somebody says that something is wrong.",
       _UNSURE, "compartment.problem"),
    _T(Act.JAMMED, EVERY, None, _ANYBODY, "door.jammed", "The lock fired, the door stayed shut.",
       event="compartment.problem"),
    _T(Act.LEFT_OPEN, EVERY, None, _ANYBODY, "door.left_open", "The door was left open.", _UNSURE,
       "door.left_open"),
    _T(Act.FOUND_OPEN, EVERY, None, _KIOSK, "door.found_open", "A door was found open.", _UNSURE,
       moment=_FOUND, also=_LEFT),
    _T(Act.DROPOFF_FOUND_OPEN, WAITING, S.DEPOSITING, _KIOSK, "door.found_open",
       "A door was found open after the power had gone.", _UNSURE, moment=_FOUND,
       begins="dropoff.opened", also=_LEFT),
    _T(Act.PICKUP_FOUND_OPEN, LYING, S.COLLECTING, _KIOSK, "door.found_open",
       "The parcel's door was found open after the power had gone.", _UNSURE, "parcel.collected",
       _FOUND, "open", "pickup.opened", _LEFT),
    _T(Act.STORE_FOUND_OPEN, LYING, S.OPENED, _KIOSK, "door.found_open",
       "What is stored was found open after the power had gone.", _UNSURE, "reservation.opened",
       _FOUND, also=_LEFT),
    _T(Act.SHUT_LATE, EVERY, None, _KIOSK, "door.shut_late", "The door was shut later.", _ANY),
    _T(Act.DEPOSIT_SHUT_LATE, _in(S.DEPOSITING), S.STORED, _KIOSK, "door.shut_late",
       "The door was shut later; a parcel may lie inside.", _UNSURE, "parcel.deposited", _SHUT),
    _T(Act.PICKUP_SHUT_LATE, _in(S.COLLECTING), S.FINISHED, _KIOSK, "door.shut_late",
       "The door was shut later; the parcel is gone.", _TAKEN, "parcel.collected", _SHUT, "close"),
    _T(Act.STORE_SHUT_LATE, _in(S.OPENED), S.STORED, _KIOSK, "door.shut_late",
       "The door was shut later; it is stored on.", _SEEN, "reservation.kept", _SHUT),
    _T(Act.RECOGNISED, WAITING | {S.DEPOSITING}, S.STORED, _KIOSK, "dropoff.recognised",
       "It was put in while the cloud was silent, before it was known here.",
       event="parcel.deposited", moment=_FOUND, begins="dropoff.opened"),
    _T(Act.STOOD_IN, LIVE, S.FINISHED, _KIOSK, "dropoff.recognised.stand_in",
       "It stood in for a reservation that is known now."),
    _T(Act.STAND_IN_LAPSED, LIVE, S.CANCELLED, frozenset({By.TIME}), "dropoff.offline_lapsed",
       "It stood in for an unknown reservation, and nothing of it lies here."),
    _T(Act.DISOWNED, EVERY, None, _KIOSK, "dropoff.disowned",
       "The cloud disowns a parcel that was put in while it was silent.",
       event="compartment.disabled_offline_dropoff", moment=_FOUND),
    _T(Act.STAND_IN_DISOWNED, LIVE, S.CANCELLED, _KIOSK, "dropoff.disowned.stand_in",
       "A parcel was put in while the cloud was silent, by a code it does not know.",
       event="compartment.disabled_offline_dropoff", moment=_FOUND),
    _T(Act.OUTCOME_UNKNOWN, EVERY, None, _KIOSK, "door.outcome_unknown",
       "The lock was fired, and nobody saw whether it opened.", _UNSURE),
    _T(Act.READY, WAITING, None, _STAFFED, "parcel.ready_for_pickup",
       "The parcel may be fetched by whoever brings it here.", event="parcel.ready_for_pickup"),
    _T(Act.IN_TRANSIT, WAITING, None, _STAFFED, "parcel.in_transit",
       "The parcel was fetched and is on its way.", event="parcel.in_transit"),
    _T(Act.NOTIFIED, LYING, None, _STAFFED, "recipient.notified",
       "The recipient is to be told once more that the parcel lies here.",
       event="recipient.notified"),
    _T(Act.LABEL_SCANNED, EVERY, None, _STAFFED, "parcel.label_scanned",
       "The parcel's label was scanned.", event="parcel.label_scanned"),
    _T(Act.MISALIGNED, EVERY, None, _STAFFED, "parcel.misaligned",
       "The label that was scanned is another parcel's.", event="parcel.misaligned"),
    _T(Act.MISSING, EVERY, None, _STAFFED, "parcel.missing",
       "The door was open, and the parcel does not lie there.", _TAKEN, "parcel.missing"),
    _T(Act.TAKING_OPENED, EVERY, None, _STAFFED, "door.opened",
       "Staff opened the parcel's door.", _UNSURE, moment=_OPEN),
    _T(Act.TAKEN_OUT, TAKEABLE, S.FINISHED, _STAFFED, "parcel.taken_out",
       "Staff took the parcel out and shut the door.", _TAKEN, "parcel.collected", _SHUT,
       begins="pickup.opened"),
    _T(Act.LEFT_LYING, EVERY, None, _STAFFED, "parcel.left_lying",
       "Staff opened the door and left what lies there.", _SEEN),
    _T(Act.CARRIED_OFF, TAKEABLE, None, _STAFFED, "parcel.carried_off",
       "Staff took the parcel out to move it to another compartment.", _UNSURE),
    _T(Act.CARRIED_BACK, TAKEABLE, None, _STAFFED, "parcel.carried_back",
       "Staff put the parcel back where it lay.", _SEEN),
    _T(Act.RELOCATED, TAKEABLE, None, _STAFFED, "reservation.relocated",
       "Staff moved the parcel to another compartment.", _SEEN, "reservation.moved"),
    _T(Act.RELOCATION_STOPPED, EVERY, None, _STAFFED, "parcel.not_moved",
       "The parcel was not put in there.", _TAKEN),
    _T(Act.PLACE_DIFFERS, EVERY - {S.FINISHED}, None, _KIOSK, "reservation.place_differs",
       "The parcel lies in another compartment than the cloud says.",
       event="reservation.place_differs", moment=_FOUND),
)
# fmt: on
TABLE = {row.act: row for row in _ROWS}


def allowed(act: Act, before: S) -> bool:
    """Whether it may happen in this state."""
    return before in TABLE[act].before


def permits(before: S, journal: str, after: S | None) -> bool:
    """Whether what goes by this name may lead from here to there; a state may always stay."""
    rows = (row for row in _ROWS if row.journal == journal and row.after is after)
    return after is None or any(before in row.before for row in rows)
