"""Which messages a person is owed, and when one comes too late to be of use. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.domain import expiry
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Change,
    Channel,
    Event,
    Kind,
    NewCode,
    NewEvent,
    Purpose,
    Reservation,
    Way,
)
from kiosk.domain.model import ReservationState as S

READY = "notice.parcel_ready"
"""With the code. Without one sealed in it, a code has to be made first: nobody ever saw it."""
HERE = "notice.parcel_here"
"""Without a code: it was given before."""
ENDS_SOON = "notice.ends_soon"
ENDED = "notice.ended"
REPLACED = "notice.code_replaced"

BEFORE = timedelta(hours=24)
"""So long before the end its holder is reminded."""
QUIET = timedelta(hours=12)
"""Who was told, or was there, within so long needs no reminder yet."""
OVER = frozenset({S.FINISHED, S.CANCELLED, S.ABANDONED})
TAKES_OUT = frozenset({Kind.DELIVERY, Kind.SEND, Kind.STORE})
"""Where the person known is the one who takes the parcel out."""
TYPED = {Purpose.PICKUP: "typed", Purpose.DROPOFF: "dropoff_typed"}
QR = {Purpose.PICKUP: "qr", Purpose.DROPOFF: "dropoff_qr"}
"""What a code is called among sealed words."""

_PICKUP, _DROPOFF = frozenset({Purpose.PICKUP}), frozenset({Purpose.DROPOFF})
HOLDS: Mapping[Kind, frozenset[Purpose]] = {
    Kind.DELIVERY: _PICKUP,
    Kind.SEND: _PICKUP,
    Kind.STORE: _PICKUP | _DROPOFF,
    Kind.RETURN: _DROPOFF,
    Kind.FIRST_MILE: _DROPOFF,
}
"""The codes that are for the person known; the others are a courier's."""


def owed(change: Change, reservation: Reservation, *, walk_up: bool) -> tuple[NewEvent, ...]:
    """The messages a happening calls for, beside those it has already."""
    happened = {event.name for event in change.events}
    told: list[NewEvent] = []
    if "parcel.deposited" in happened and READY not in happened:
        told += _lies_there(reservation, walk_up)
    if "reservation.expired" in happened and reservation.kind in TAKES_OUT:
        told.append(_notice(ENDED, reservation))
    return tuple(told)


def ready(reservation: Reservation, codes: Collection[NewCode]) -> NewEvent:
    """The parcel lies there, and this code opens its door."""
    return replace(_notice(READY, reservation), sealed=_sealed(codes))


def replaced(
    reservation: Reservation, codes: Collection[NewCode]
) -> tuple[NewEvent | None, tuple[NewCode, ...]]:
    """The message with the holder's own new codes, and the codes that are for others."""
    mine = [code for code in codes if code.purpose in HOLDS[reservation.kind]]
    others = tuple(code for code in codes if code.purpose not in HOLDS[reservation.kind])
    if not mine:
        return None, others
    return replace(_notice(REPLACED, reservation), sealed=_sealed(mine)), others


def reminder(reservation: Reservation, now: datetime) -> Change | None:
    """Its end is near, and nothing was done about it lately."""
    ends = expiry.end(reservation)
    lies = reservation.owner is Owner.LOCAL and reservation.state is S.STORED
    if ends is None or not lies or reservation.kind not in TAKES_OUT:
        return None
    rests = reservation.moved_at is None or reservation.moved_at <= now - QUIET
    if not (rests and now < ends <= now + BEFORE):
        return None
    told = _notice(ENDS_SOON, reservation)
    return Change(ENDS_SOON, reservation=reservation.id, events=(told,), facts=told.data)


def is_late(event: Event, reservation: Reservation) -> bool:
    """Whether it would tell something that is true no longer."""
    match event.name:
        case "notice.ends_soon":
            return reservation.state is not S.STORED or _until(reservation) != event.data["until"]
        case "notice.ended":
            return reservation.state is not S.EXPIRED
        case _:
            return reservation.state in OVER


def _lies_there(reservation: Reservation, walk_up: bool) -> tuple[NewEvent, ...]:
    if reservation.kind not in TAKES_OUT:
        return ()
    if walk_up:
        # The power went, or the person did, before the code was handed over.
        return (_notice(READY, reservation),)
    return () if reservation.kind is Kind.STORE else (_notice(HERE, reservation),)


def _notice(name: str, about: Reservation) -> NewEvent:
    data = {"kind": about.kind.value, "until": _until(about)}
    return NewEvent(name, about.id, about.owner, data, Channel.NOTIFIER)


def _until(reservation: Reservation) -> str | None:
    ends = expiry.end(reservation)
    return ends.isoformat() if ends else None


def _sealed(codes: Collection[NewCode]) -> Mapping[str, str]:
    names = {Way.TYPED: TYPED, Way.QR: QR}
    return {names[code.way][code.purpose]: code.text for code in codes}
