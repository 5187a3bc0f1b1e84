"""Until when a parcel is kept: the end it was given, put off by what nobody could help. Pure."""

from collections.abc import Collection
from datetime import datetime, timedelta

from kiosk.domain import settling
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Reservation
from kiosk.domain.model import ReservationState as S
from kiosk.domain.rules import CloudRules

MOST = timedelta(hours=72)
"""An outage puts the end off by no more, however often or long it was."""
LEAST = timedelta(minutes=15)
"""A shorter one is everyday's waiting: a restart, a cable pulled and put back."""


def end(reservation: Reservation) -> datetime | None:
    """The effective end; None for what has none."""
    given, fair = reservation.expires_at, reservation.particulars.fair_until
    if given is None or fair is None:
        return given
    return max(given, fair)


def is_over(reservation: Reservation, now: datetime) -> bool:
    """Whether its time has run out, by the clock or by what was told."""
    ends, fair = end(reservation), reservation.particulars.fair_until
    if reservation.state is S.EXPIRED and not (fair is not None and now <= fair):
        return True
    return ends is not None and ends < now


def expired(reservation: Reservation, now: datetime) -> Change | None:
    """The kiosk's own reservation whose parcel was not collected in time; a cloud tells its own."""
    lies = reservation.owner is Owner.LOCAL and reservation.state is S.STORED
    return settling.expired(reservation) if lies and is_over(reservation, now) else None


def fair(
    reservation: Reservation, rules: CloudRules, now: datetime, counted: datetime | None = None
) -> Change | None:
    """The cloud answers again: what this one was without it is added to its end.

    It is asked before anything the cloud says is taken over: until then ``read_at`` tells when it
    was last heard of this reservation, over restarts and power cuts. What is already ``counted``
    counts no second time, and nothing before the parcel lay there counts at all.
    """
    given = reservation.expires_at
    extends = rules.extend_hours is not None and reservation.owner is Owner.CLOUD
    if not extends or reservation.state is not S.STORED or given is None:
        return None
    before = reservation.particulars.fair_until
    if before is not None and before <= given:
        # The cloud took over an end that was put off here: how much of it was ours is forgotten.
        return None
    began = (reservation.read_at, reservation.moved_at, counted)
    outage = now - max(moment for moment in began if moment is not None)
    if outage < LEAST:
        return None
    until = (given + min(MOST, (before or given) - given + outage)).replace(microsecond=0)
    return settling.made_fair(reservation, until) if until > (before or given) else None


def all_fair(
    reservations: Collection[Reservation],
    rules: CloudRules,
    now: datetime,
    counted: datetime | None = None,
) -> tuple[Change, ...]:
    """Of all at once."""
    found = (fair(reservation, rules, now, counted) for reservation in reservations)
    return tuple(change for change in found if change is not None)
