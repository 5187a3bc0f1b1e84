"""Until when a parcel is kept, and what an outage adds to that."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import expiry
from kiosk.domain.layout import Owner
from kiosk.domain.model import Kind, Reservation, ReservationId, ReservationState
from kiosk.domain.particulars import Particulars
from kiosk.domain.rules import CloudRules

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
HOURS = timedelta(hours=1)
S = ReservationState
EXTENDS = CloudRules("extends", extend_hours=24)
LYING = Reservation(
    id=ReservationId("r1"),
    ref="r1",
    owner=Owner.CLOUD,
    kind=Kind.DELIVERY,
    state=S.STORED,
    compartment="12",
    size="M",
    made_at=NOON - 50 * HOURS,
    read_at=NOON - 5 * HOURS,
    expires_at=NOON - HOURS,
)


def fair(reservation, now=NOON, rules=EXTENDS, counted=None):
    change = expiry.fair(reservation, rules, now, counted)
    return change and change.fair_until


def told_fair(reservation, now=NOON):
    """The same reservation once that change is recorded."""
    until = fair(reservation, now)
    return replace(reservation, read_at=now, particulars=Particulars(fair_until=until))


def test_the_time_without_the_cloud_is_added_to_the_end_and_told():
    change = expiry.fair(LYING, EXTENDS, NOON)
    assert change.fair_until == LYING.expires_at + 5 * HOURS
    assert (change.state, change.contents, change.expires_at) == (None, None, None)
    [event] = change.events
    assert event.name == "reservation.extended"
    assert event.data["until"] == (NOON + 4 * HOURS).isoformat()


def test_a_parcel_put_in_during_the_outage_is_owed_only_what_came_after():
    put_in = replace(LYING, moved_at=NOON - 2 * HOURS)
    assert fair(put_in) == LYING.expires_at + 2 * HOURS


@pytest.mark.parametrize("state", [state for state in S if state is not S.STORED])
def test_only_what_lies_there_waits_for_somebody(state):
    assert fair(replace(LYING, state=state)) is None


def test_no_more_than_three_days_are_added_however_long_it_was():
    dark = replace(LYING, read_at=NOON - 400 * HOURS)
    assert fair(dark) == LYING.expires_at + 72 * HOURS


def test_several_outages_add_up_to_no_more_than_three_days():
    once = told_fair(LYING)
    again = replace(once, read_at=NOON + HOURS)
    assert fair(again, NOON + 31 * HOURS) == LYING.expires_at + 35 * HOURS
    third = told_fair(again, NOON + 31 * HOURS)
    assert fair(third, NOON + 400 * HOURS) == LYING.expires_at + 72 * HOURS


def test_coming_back_twice_adds_once():
    assert fair(told_fair(LYING)) is None
    assert fair(told_fair(LYING), NOON + timedelta(minutes=1)) is None


def test_what_is_counted_is_not_counted_again_though_the_cloud_has_not_told_of_it_since():
    assert fair(LYING, counted=NOON) is None
    assert fair(LYING, NOON + 2 * HOURS, counted=NOON) == LYING.expires_at + 2 * HOURS


def test_an_end_the_cloud_has_taken_over_is_put_off_no_further():
    taken_over = replace(LYING, expires_at=NOON, particulars=Particulars(fair_until=NOON))
    assert fair(taken_over, NOON + 9 * HOURS) is None


def test_nothing_is_added_where_no_cloud_extends_nothing_ends_or_the_kiosk_decides():
    assert fair(LYING, rules=CloudRules("fixed")) is None
    assert fair(replace(LYING, expires_at=None)) is None
    assert fair(replace(LYING, owner=Owner.LOCAL)) is None


def test_a_restart_or_a_moment_of_silence_adds_nothing():
    heard = replace(LYING, read_at=NOON - timedelta(minutes=14))
    assert fair(heard) is None


def test_a_clock_that_was_set_back_adds_nothing():
    assert fair(replace(LYING, read_at=NOON + 5 * HOURS)) is None


def test_the_end_is_the_later_of_the_two():
    later = replace(LYING, particulars=Particulars(fair_until=NOON))
    assert expiry.end(later) == NOON
    assert expiry.end(replace(later, expires_at=NOON + HOURS)) == NOON + HOURS
    assert expiry.end(replace(later, expires_at=None)) is None


@pytest.mark.parametrize("state", list(S))
def test_only_the_kiosks_own_parcels_run_out_by_its_own_clock(state):
    own = replace(LYING, owner=Owner.LOCAL, state=state)
    change = expiry.expired(own, NOON)
    assert (change and change.state) == (S.EXPIRED if state is S.STORED else None)
    assert expiry.expired(replace(own, owner=Owner.CLOUD), NOON) is None
    assert expiry.expired(replace(own, expires_at=NOON + HOURS), NOON) is None


moments = st.integers(-600, 600).map(lambda hours: NOON + hours * HOURS)


@given(read_at=moments, moved_at=st.none() | moments, ends=moments, now=moments)
def test_an_outage_never_shortens_and_never_adds_more_than_it_lasted(read_at, moved_at, ends, now):
    reservation = replace(LYING, read_at=read_at, moved_at=moved_at, expires_at=ends)
    until = fair(reservation, now)
    if until is not None:
        assert timedelta(0) < until - ends <= min(72 * HOURS, now - read_at)
