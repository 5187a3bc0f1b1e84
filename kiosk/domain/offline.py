"""What becomes of a parcel that was taken in while the cloud was silent. Pure."""

import hmac
import uuid
from dataclasses import replace
from enum import Enum

from kiosk.domain import codes
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Arrival,
    Channel,
    NewEvent,
    Purpose,
    ReservationId,
    ReservationState,
)

STAND_IN = "offline-"
"""What the id of a reservation begins with that stands in for one nobody could look up."""
TAKEN_IN = "dropoff.offline"
"""Waits on a channel of its own, with the code sealed in it, until the cloud is asked."""
DISABLED = "compartment.disabled_offline_dropoff"
PLAUSIBLE = range(4, codes.LONGEST_TYPED + 1)
"""Signs of a code that a cloud may have made; Bloq.it says no length (Partner API 1.35.0)."""

S = ReservationState
WAITING = frozenset({S.ANNOUNCED, S.RESERVED, S.DEPOSITING})
LYING = frozenset({S.STORED, S.OPENED})


class Ruling(Enum):
    """What the cloud says of an offline drop-off once it answers.

    The words of all but the first are Bloq.it's reasons for a locker that is disabled
    preventively ("Extra info", Partner API 1.35.0); other clouds have none of their own.
    """

    AGREED = "agreed"
    INVALID = "invalid_offline_dropoff"
    """The code is right for nothing (any more): unknown, changed, used, cancelled."""
    INACTIVE = "offline_drop_off_on_inactive_bloq"
    """The whole bank is disabled."""
    WRONG_PLACE = "offline_drop_off_on_wrong_bloq"
    """The reservation is another bank's."""


def new_id() -> ReservationId:
    """For a parcel whose reservation nobody can look up now."""
    return ReservationId(f"{STAND_IN}{uuid.uuid4().hex[:16]}")


def is_stand_in(reservation: ReservationId | str | None) -> bool:
    """Whether it stands in for one that could not be looked up."""
    return reservation is not None and reservation.startswith(STAND_IN)


def is_plausible(code: codes.TypedCode) -> bool:
    """Whether a cloud may have made this code; one of the kiosk's own form was made by a kiosk."""
    return len(code.text) in PLAUSIBLE and code.text.isascii() and not code.made_here


def tells(event: NewEvent) -> NewEvent | None:
    """What the cloud hears of a stand-in: nothing of it, for it knows no such reservation.

    What is wrong at its compartment is told all the same.
    """
    if event.channel is not Channel.CLOUD or not is_stand_in(event.reservation):
        return event
    if event.name.startswith(("compartment.", "door.")):
        return replace(event, reservation=None)
    return None


def agrees(told: Arrival, label: str, code: str) -> bool:
    """Whether what the cloud now says of the reservation leaves the drop-off as right as it was.

    ``code`` is the one that was shown, "" where it is not known any more.
    """
    reservation = told.reservation
    if reservation.owner is not Owner.CLOUD or reservation.blocked:
        return False
    if reservation.state in LYING:
        return reservation.compartment in (None, label)
    return reservation.state in WAITING and _is_its_code(told, code)


def _is_its_code(told: Arrival, code: str) -> bool:
    drops = [c.text for c in told.codes or () if c.purpose is Purpose.DROPOFF]
    if not drops or not code:
        return True
    shown = codes.normalise(code).encode()
    return any(hmac.compare_digest(codes.normalise(known).encode(), shown) for known in drops)
