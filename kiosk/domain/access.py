"""What a proved code is good for now, and when a code proves anything at all. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.domain import expiry
from kiosk.domain.codes import TypedCode
from kiosk.domain.flows.visit import Aim, Explanation
from kiosk.domain.model import (
    Confidence,
    Contents,
    Holding,
    Kind,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
)
from kiosk.domain.particulars import Demand
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules

S = ReservationState
WAITING = {S.ANNOUNCED, S.RESERVED, S.DEPOSITING}
LYING = {S.STORED, S.OPENED}
TAKEN = {S.COLLECTING, S.SETTLING, S.FINISHED}
FOR_COURIERS = {Kind.FIRST_MILE, Kind.RETURN}
"""What a courier takes out, and nobody else."""
UNMET = {
    Demand.PAYMENT: Explanation.UNPAID,
    Demand.STEP_UP: Explanation.NOT_VERIFIED,
}
"""What nobody can meet while the cloud does not answer; terms are agreed to on the screen."""


@dataclass(frozen=True, slots=True)
class Right:
    """Open for this purpose; ``again`` when everything owed was already told."""

    purpose: Purpose
    again: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the decision rests on."""

    reservation: Reservation
    purposes: Collection[Purpose]
    holding: Holding | None
    rules: CloudRules
    confidence: Confidence
    now: datetime
    grace: float
    """Seconds in which the same code opens again."""
    room_offline: bool = True
    """Whether the share of compartments for offline drop-offs is not used up."""
    last_opener: ReservationId | None = None
    """Whose right opened the compartment last."""
    begun: bool = False
    """Whether a lock was fired here for this very deposit, and its outcome is not known."""
    aim: Aim | None = None
    """What the code is to be used for, where that is for its holder to say."""
    gone: bool = False
    """Its own parcel was taken out: what lies there is another's, who shares the compartment."""
    closed: bool = False
    """Nothing new is taken in; what was begun is brought to its end."""


def needs_datum(code: TypedCode, wrong_today: int, policy: Policy) -> bool:
    """Whether a typed code is judged only together with its datum (never looked up alone).

    The fourth try after three wrong ones is the first that needs it: three blind tries against
    60 live codes of 6 digits hit in 1.8 of 10,000 cases, four in 2.4.
    """
    this_one = wrong_today + 1
    if code.short:
        return not policy.short_code_alone or this_one >= policy.wrong_before_datum
    made_here = policy.wrong_before_datum_made_here
    return this_one >= (made_here if code.made_here else policy.wrong_before_datum)


def is_stale(standing: Standing, policy: Policy) -> bool:
    """Not read from the cloud for so long that the code alone no longer does."""
    if standing.confidence is not Confidence.CACHED or standing.rules.front:
        return False
    age = standing.now - standing.reservation.read_at
    # Read at a moment that lies ahead: the clock was put back since, and nobody knows its age.
    return not timedelta(0) <= age <= timedelta(hours=policy.stale_hours)


def decide(standing: Standing) -> Right | Explanation:
    """What the holder of the proved code may do now, or why not."""
    reservation = standing.reservation
    if standing.rules.front and standing.confidence is not Confidence.CLOUD:
        # The vendor's machine owns the locks: without its cloud nothing opens, whoever asks.
        return Explanation.NO_LINE
    if reservation.blocked or not reservation.particulars.confirmed:
        return Explanation.BLOCKED
    if reservation.state is S.CANCELLED:
        return Explanation.CANCELLED
    if reservation.state is S.ABANDONED:
        return Explanation.ASK_STAFF
    pickup = Purpose.PICKUP in standing.purposes
    if pickup and (reservation.state not in WAITING or Purpose.DROPOFF not in standing.purposes):
        return _whose(standing)
    if standing.aim in {Aim.EXTEND, Aim.REFUSE}:
        return _impossible(standing.aim)
    return _dropoff(standing)


def _impossible(aim: Aim | None) -> Explanation:
    return Explanation.NO_EXTENSION if aim is Aim.EXTEND else Explanation.NO_REFUSAL


def _whose(standing: Standing) -> Right | Explanation:
    """Who may take it out, and what else its code can be used for."""
    if standing.reservation.kind in FOR_COURIERS:
        # Who shut the door of it a moment ago may open it once more with the same code.
        depositor = Purpose.DROPOFF in standing.purposes
        right = _dropoff(standing) if depositor else Explanation.FOR_COURIER
        return right if isinstance(right, Right) else Explanation.FOR_COURIER
    match standing.aim:
        case Aim.EXTEND:
            return _extension(standing)
        case Aim.REFUSE:
            return _refusal(standing)
        case _:
            return _pickup(standing)


def _extension(standing: Standing) -> Right | Explanation:
    """Nothing opens: the end is put off, where there is one and the cloud hears of it at once."""
    reservation, rules = standing.reservation, standing.rules
    if reservation.state in TAKEN:
        return Explanation.USED
    if expiry.is_over(reservation, standing.now):
        # Whoever proved the code hears it, with the later end there may be.
        return Explanation.EXPIRED
    ends = reservation.state in LYING and reservation.expires_at is not None
    if not ends or rules.extend_hours is None or standing.confidence is not Confidence.CLOUD:
        return Explanation.NO_EXTENSION
    return Right(Purpose.PICKUP)


def _refusal(standing: Standing) -> Right | Explanation:
    """Nothing opens: the parcel stays for its sender, where the cloud has a word for that."""
    reservation = standing.reservation
    if reservation.state in TAKEN:
        return Explanation.USED
    if reservation.state not in LYING or not standing.rules.abandons:
        return Explanation.NO_REFUSAL
    return Right(Purpose.PICKUP) if reservation.compartment else Explanation.ASK_STAFF


def _pickup(standing: Standing) -> Right | Explanation:
    reservation, holding = standing.reservation, standing.holding
    if reservation.state in WAITING:
        return Explanation.NOT_YET
    if reservation.state in TAKEN:
        if standing.last_opener != reservation.id:
            # Somebody else's right has opened it since: what lies there is not this parcel.
            return Explanation.USED
        if _in_grace(standing):
            return Right(Purpose.PICKUP, again=True)
        # Our own sensor and the person's word outweigh the cloud: the parcel was never taken.
        lies = holding is not None and holding.contents is Contents.PARCEL
        untaken = lies and not standing.gone
        return Right(Purpose.PICKUP, again=True) if untaken else Explanation.USED
    if expiry.is_over(reservation, standing.now):
        return Explanation.EXPIRED
    if reservation.compartment is None:
        return Explanation.ASK_STAFF
    return _unmet(standing) or Right(Purpose.PICKUP)


def _unmet(standing: Standing) -> Explanation | None:
    """What is demanded before the door opens, and cannot be met while the cloud is silent."""
    if standing.confidence is Confidence.CLOUD:
        return None
    gates = standing.reservation.particulars.gates
    return next((UNMET[demand] for demand in gates if demand in UNMET), None)


def _dropoff(standing: Standing) -> Right | Explanation:
    reservation, holding = standing.reservation, standing.holding
    mine = standing.last_opener == reservation.id
    if reservation.state is S.STORED and mine and _in_grace(standing):
        return Right(Purpose.DROPOFF, again=True)
    if reservation.state not in WAITING:
        return Explanation.EXPIRED if reservation.state is S.EXPIRED else Explanation.USED
    if expiry.is_over(reservation, standing.now):
        return Explanation.EXPIRED
    if standing.closed and reservation.state is not S.DEPOSITING:
        return Explanation.OUT_OF_SERVICE
    if reservation.compartment is None and not standing.rules.chooses_compartment:
        return Explanation.ASK_STAFF
    # A deposit that was begun and not finished is the depositor's own "maybe".
    doubt = holding is not None and holding.contents is Contents.MAYBE
    own = reservation.state is S.DEPOSITING or (standing.begun and doubt)
    if holding is not None and not own and not is_free(holding):
        return Explanation.UNSURE
    offline = standing.confidence is not Confidence.CLOUD
    if offline and not (standing.rules.offline_dropoff and standing.room_offline):
        return Explanation.ASK_STAFF
    return Right(Purpose.DROPOFF)


def is_free(holding: Holding) -> bool:
    """Proven empty and in use."""
    return holding.contents is Contents.EMPTY and holding.flag is None


def _in_grace(standing: Standing) -> bool:
    moved = standing.reservation.moved_at
    window = timedelta(seconds=min(standing.rules.reopen_window, standing.grace))
    return moved is not None and timedelta(0) <= standing.now - moved <= window
