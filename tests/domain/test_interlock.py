"""Rule 5: what is asked from afar opens two doors a minute at most, whoever asks how often."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.commands import Ask, Command
from kiosk.domain.interlock import HOUR, MINUTE, Guard, Objection, judge, objection
from kiosk.domain.model import ReservationId
from kiosk.domain.trust import ClockState

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
GUARD = Guard("L1", NOON)
OPEN = Command("c1", Ask.OPEN, NOON, "L1", label="3")
DISABLE = replace(OPEN, ask=Ask.DISABLE)
SECOND = timedelta(seconds=1)


def why(command: Command, guard: Guard = GUARD) -> Objection | None:
    return objection(command, guard)


def opens(count: int, at: datetime = NOON) -> list[Command]:
    return [replace(OPEN, id=f"c{n}", issued_at=at) for n in range(count)]


def test_a_fresh_wish_for_one_door_of_this_locker_is_let_through():
    assert judge([OPEN], GUARD).allowed == (OPEN,)


def test_the_way_it_came_may_say_which_locker_is_meant():
    assert why(replace(OPEN, locker=None)) is None


def test_another_lockers_command_is_refused_whatever_it_asks():
    for command in (OPEN, DISABLE):
        assert why(replace(command, locker="L2")) is Objection.WRONG_LOCKER


@pytest.mark.parametrize(
    ("age", "objects"), [(59, None), (60, Objection.TOO_OLD), (3600, Objection.TOO_OLD)]
)
def test_a_wish_to_open_lasts_a_minute(age, objects):
    assert why(replace(OPEN, issued_at=NOON - age * SECOND)) is objects


def test_other_wishes_may_be_old():
    assert why(replace(DISABLE, issued_at=NOON - timedelta(days=3))) is None


def test_nothing_counts_past_its_own_end():
    for command in (OPEN, DISABLE):
        ended = replace(command, issued_at=NOON - 9 * SECOND, expires_at=NOON)
        assert why(ended) is Objection.EXPIRED
        assert why(replace(ended, expires_at=NOON + SECOND)) is None


def test_an_end_far_away_makes_no_wish_to_open_last_longer():
    late = replace(OPEN, issued_at=NOON - MINUTE, expires_at=NOON + HOUR)
    assert why(late) is Objection.TOO_OLD


@pytest.mark.parametrize(("ahead", "objects"), [(120, None), (121, Objection.FROM_THE_FUTURE)])
def test_the_askers_clock_may_go_two_minutes_ahead(ahead, objects):
    for command in (OPEN, DISABLE):
        assert why(replace(command, issued_at=NOON + ahead * SECOND)) is objects


def test_nothing_opens_while_nobody_knows_what_time_it_is():
    lost = replace(GUARD, clock=ClockState.UNTRUSTED)
    assert why(OPEN, lost) is Objection.CLOCK_UNTRUSTED
    assert why(DISABLE, lost) is None
    assert why(OPEN, replace(GUARD, clock=ClockState.HOLDOVER)) is None


def test_one_command_is_for_one_door():
    several = replace(OPEN, ask=Ask.OPEN_SEVERAL, label=None, labels=("1", "2"))
    assert why(several) is Objection.ONE_DOOR_PER_COMMAND
    assert why(replace(OPEN, labels=("1", "2"))) is Objection.ONE_DOOR_PER_COMMAND


def test_the_third_in_a_minute_locks_down():
    judged = judge(opens(3), GUARD)
    assert len(judged.allowed) == 2
    assert judged.trips
    assert [objects for _, objects in judged.refused] == [Objection.LOCKDOWN]


def test_the_lockdown_is_about_doors_only():
    locked = replace(GUARD, locked=True)
    judged = judge([OPEN, DISABLE], locked)
    assert judged.allowed == (DISABLE,)
    assert not judged.trips


@pytest.mark.parametrize(
    ("ago", "trips"),
    [([0, 59], True), ([59, 59], True), ([0, 60], False), ([60, 60], False)],
)
def test_what_was_opened_in_the_last_minute_counts(ago, trips):
    unlocks = tuple(NOON - seconds * SECOND for seconds in ago)
    assert judge([OPEN], replace(GUARD, unlocks=unlocks)).trips is trips


@pytest.mark.parametrize(("number", "trips"), [(9, False), (10, True)])
def test_ten_an_hour_are_enough(number, trips):
    unlocks = tuple(NOON - (n + 1) * 5 * MINUTE for n in range(number))
    assert judge([OPEN], replace(GUARD, unlocks=unlocks)).trips is trips


def test_what_waits_to_be_opened_counts_as_opened():
    assert judge([OPEN], replace(GUARD, pending=2)).trips


def test_what_a_wrong_clock_noted_as_ahead_counts():
    ahead = (NOON + HOUR, NOON + HOUR)
    assert judge([OPEN], replace(GUARD, unlocks=ahead)).trips


def test_wishes_are_taken_in_the_order_they_were_made():
    later, sooner = replace(DISABLE, id="b"), replace(DISABLE, id="a", issued_at=NOON - SECOND)
    assert judge([later, sooner], GUARD).allowed == (sooner, later)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)), max_size=12),
    st.randoms(use_true_random=False),
)
def test_however_they_come_no_minute_has_three_and_no_hour_eleven(batches, chance):
    """Each is fired at some moment after it was let through; somebody lifts every lockdown."""
    now, fired, waiting = NOON, [], []
    for wait, count in batches:
        now += wait * SECOND
        waiting, due = [], waiting
        for _ in due:
            fired.append(now) if chance.random() < 0.7 else waiting.append(now)
        guard = Guard("L1", now, unlocks=tuple(fired), pending=len(waiting))
        judged = judge(opens(count, now), guard)
        waiting += [now] * len(judged.allowed)
    fired += [now] * len(waiting)
    for at in fired:
        assert sum(at <= one < at + MINUTE for one in fired) <= 2
        assert sum(at <= one < at + HOUR for one in fired) <= 10


def test_what_names_no_door_is_refused_and_counts_for_nothing():
    here = replace(GUARD, labels=frozenset({"3"}))
    strange = [
        replace(one, label=label) for one, label in zip(opens(4), ["9", "8", "7", "6"], strict=True)
    ]
    nameless = replace(OPEN, id="c9", label=None)
    verdict = judge([*strange, nameless, OPEN], here)
    assert verdict.allowed == (OPEN,)
    assert {why for _, why in verdict.refused} == {Objection.UNKNOWN_COMPARTMENT}
    assert not verdict.trips


def test_what_names_a_reservation_counts_whatever_is_known_of_it():
    here = replace(GUARD, labels=frozenset({"3"}))
    named = [replace(one, label=None, reservation=ReservationId("r9")) for one in opens(3)]
    assert judge(named, here).trips


def test_ten_labels_an_hour_are_printed_and_no_lockdown_begins():
    wishes = [replace(OPEN, id=f"p{n}", ask=Ask.PRINT, label=None) for n in range(12)]
    verdict = judge(wishes, GUARD)
    assert (len(verdict.allowed), verdict.trips) == (10, False)
    assert {why for _, why in verdict.refused} == {Objection.TOO_MANY_PRINTS}
    before = replace(GUARD, prints=(NOON - HOUR,) * 9 + (NOON - HOUR + SECOND,) * 9)
    assert len(judge(wishes, before).allowed) == 1
    assert judge([OPEN], replace(GUARD, prints=(NOON,) * 10)).allowed == (OPEN,)
