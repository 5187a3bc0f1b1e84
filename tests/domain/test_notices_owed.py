"""Which messages people are owed, and which would come too late."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain import notices
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
    ReservationId,
    Way,
)
from kiosk.domain.model import ReservationState as S

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = timedelta(hours=24)
PARCEL = Reservation(
    ReservationId("local-1"),
    "order 1",
    Owner.LOCAL,
    Kind.DELIVERY,
    S.STORED,
    "1",
    "S",
    NOON - 3 * DAY,
    NOON - 3 * DAY,
    NOON + DAY,
    NOON - 2 * DAY,
)
CODES = tuple(
    NewCode(purpose, way, f"{purpose.value} {way.value}")
    for purpose in (Purpose.DROPOFF, Purpose.PICKUP)
    for way in Way
)


def happened(*names: str) -> Change:
    return Change("x", events=tuple(NewEvent(name, PARCEL.id) for name in names))


def names_owed(change: Change, reservation: Reservation, *, walk_up: bool = False) -> list[str]:
    return [e.name for e in notices.owed(change, reservation, walk_up=walk_up)]


def event(name: str, until: datetime | None) -> Event:
    data = {"until": until and until.isoformat()}
    return Event(1, "e1", name, PARCEL.id, Owner.LOCAL, NOON, data, channel=Channel.NOTIFIER)


def test_the_recipient_hears_that_a_delivery_lies_there():
    assert names_owed(happened("parcel.deposited"), PARCEL) == ["notice.parcel_here"]
    assert names_owed(happened("door.left_open"), PARCEL) == []


@pytest.mark.parametrize("kind", [Kind.RETURN, Kind.FIRST_MILE, Kind.STORE])
def test_who_put_it_in_is_not_told_that_it_lies_there(kind):
    assert names_owed(happened("parcel.deposited"), replace(PARCEL, kind=kind)) == []


def test_a_walk_up_whose_code_was_never_handed_over_gets_one_by_message():
    sent = replace(PARCEL, kind=Kind.SEND)
    [owed] = notices.owed(happened("parcel.deposited"), sent, walk_up=True)
    assert (owed.name, owed.sealed, owed.channel) == (notices.READY, {}, Channel.NOTIFIER)
    both = happened("parcel.deposited", notices.READY)
    assert names_owed(both, sent, walk_up=True) == []


def test_who_did_not_come_in_time_hears_so_unless_a_courier_takes_it():
    assert names_owed(happened("reservation.expired"), PARCEL) == ["notice.ended"]
    returned = replace(PARCEL, kind=Kind.RETURN)
    assert names_owed(happened("reservation.expired"), returned) == []


@pytest.mark.parametrize(
    ("before_end", "reminded"),
    [(DAY * 2, False), (DAY, True), (DAY / 24, True), (timedelta(0), False), (-DAY, False)],
)
def test_a_reminder_is_due_within_the_last_day(before_end, reminded):
    made = notices.reminder(PARCEL, NOON + DAY - before_end)
    assert (made is not None) is reminded


@pytest.mark.parametrize(
    "facts",
    [
        {"state": S.EXPIRED},
        {"owner": Owner.CLOUD},
        {"kind": Kind.RETURN},
        {"expires_at": None},
        {"moved_at": NOON - timedelta(hours=11)},
    ],
)
def test_nobody_is_reminded_of_what_is_not_theirs_or_just_begun(facts):
    assert notices.reminder(replace(PARCEL, **facts), NOON) is None


def test_a_reminder_of_an_end_that_was_put_off_is_not_sent():
    told = event(notices.ENDS_SOON, PARCEL.expires_at)
    assert not notices.is_late(told, PARCEL)
    assert notices.is_late(told, replace(PARCEL, expires_at=NOON + 5 * DAY))
    assert notices.is_late(told, replace(PARCEL, state=S.COLLECTING))


def test_what_is_collected_needs_no_message_any_more():
    for name in (notices.READY, notices.HERE, notices.REPLACED):
        assert not notices.is_late(event(name, None), PARCEL)
        assert notices.is_late(event(name, None), replace(PARCEL, state=S.FINISHED))
    ended = event(notices.ENDED, PARCEL.expires_at)
    assert not notices.is_late(ended, replace(PARCEL, state=S.EXPIRED))
    assert notices.is_late(ended, PARCEL)


@pytest.mark.parametrize(
    ("kind", "mine", "others"),
    [
        (Kind.DELIVERY, {"typed", "qr"}, 2),
        (Kind.RETURN, {"dropoff_typed", "dropoff_qr"}, 2),
        (Kind.STORE, {"typed", "qr", "dropoff_typed", "dropoff_qr"}, 0),
    ],
)
def test_new_codes_go_to_whom_they_are_for(kind, mine, others):
    told, rest = notices.replaced(replace(PARCEL, kind=kind), CODES)
    assert told is not None
    assert set(told.sealed) == mine
    assert len(rest) == others
    assert not any(code.text in repr(told) for code in CODES)


def test_a_courier_gets_no_message_for_the_person_who_put_it_in():
    pickup = tuple(code for code in CODES if code.purpose is Purpose.PICKUP)
    told, rest = notices.replaced(replace(PARCEL, kind=Kind.RETURN), pickup)
    assert (told, rest) == (None, pickup)
