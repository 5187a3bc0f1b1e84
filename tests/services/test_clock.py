"""What the kiosk takes for the time when the wall clock jumps."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.trust import ClockState
from kiosk.runtime.clock import DARK, LONGEST_OFF, RELEASED, SKEW
from kiosk.runtime.witness import AGREES, APART, REMEMBERED
from tests.services.computer import JUMPS, NOON, YEARS, Computer

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_a_jump_nobody_vouches_for_moves_the_time_by_its_skew_at_most(jump):
    computer = Computer()
    clock = computer.clock()
    computer.off, computer.passed = jump, 3600
    assert abs(clock.now() - computer.true()) <= SKEW
    near = ClockState.HOLDOVER if abs(jump) <= SKEW else ClockState.UNTRUSTED
    assert clock.state is near
    computer.off, computer.passed = timedelta(0), 7200
    assert abs(clock.now() - computer.true()) <= SKEW
    assert clock.state is ClockState.HOLDOVER


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_a_clock_that_is_put_right_is_followed(jump):
    computer = Computer(off=jump)
    clock = computer.clock()
    computer.vouched, computer.off, computer.passed = True, timedelta(0), 60
    assert abs(clock.now() - computer.true()) <= SKEW
    assert clock.state is ClockState.TRUSTED


@pytest.mark.parametrize("jump", [j for j in JUMPS if not timedelta(0) <= j <= LONGEST_OFF])
def test_a_start_in_the_wrong_years_goes_on_from_the_last_good_moment(jump):
    computer = Computer(off=jump)
    clock = computer.clock()
    clock.not_before(NOON)
    computer.passed = 100
    # The power was off for a while nobody measured: a grace of two minutes is over.
    assert clock.now() == NOON + DARK + timedelta(seconds=100)


def test_a_start_after_a_month_without_power_believes_the_clock():
    computer = Computer(off=timedelta(days=30))
    clock = computer.clock()
    clock.not_before(NOON)
    assert clock.now() == NOON + timedelta(days=30)


def test_a_memory_from_the_wrong_years_does_not_outweigh_a_clock_that_is_vouched_for():
    computer = Computer(vouched=True)
    clock = computer.clock()
    clock.not_before(NOON + YEARS)
    assert clock.now() == NOON


@given(st.lists(st.tuples(st.sampled_from(JUMPS), st.floats(0, 5000)), max_size=12))
def test_whatever_the_wall_clock_does_time_never_runs_back_and_no_wait_grows_short(moves):
    computer = Computer()
    clock = computer.clock()
    before, passed = clock.now(), 0.0
    for jump, seconds in moves:
        computer.off, computer.passed = jump, computer.passed + seconds
        now = clock.now()
        assert now >= before
        waited = (now - before).total_seconds()
        assert waited >= computer.passed - passed - 1e-3
        before, passed = now, computer.passed
    assert abs(clock.now() - computer.true()) <= SKEW


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_a_program_that_starts_again_on_a_running_computer_believes_no_jump(jump):
    computer = Computer(off=jump, passed=3600)
    clock = computer.clock()
    clock.not_before(NOON + timedelta(hours=1), same_boot=True)
    assert abs(clock.now() - computer.true()) <= SKEW
    assert clock.state is (ClockState.HOLDOVER if abs(jump) <= SKEW else ClockState.UNTRUSTED)


def test_a_first_start_without_a_battery_is_later_than_the_release_and_untrusted():
    computer = Computer(off=datetime(1970, 1, 1, tzinfo=UTC) - NOON)
    clock = computer.clock()
    computer.passed = 60
    assert clock.now() == RELEASED + timedelta(seconds=60)
    assert clock.state is ClockState.UNTRUSTED


def test_many_small_jumps_are_no_way_around_the_limit():
    computer = Computer()
    clock = computer.clock()
    for _ in range(50):
        computer.off += SKEW - SECOND
        computer.passed += 1
        clock.now()
    assert clock.now() - computer.true() <= SKEW


def hear(computer, clock, *, times=2, apart=APART, wrong=timedelta(0)):
    for _ in range(times):
        clock.heard(computer.true() + wrong)
        computer.passed += apart


def test_a_cloud_that_says_the_same_twice_vouches_for_the_clock():
    computer = Computer()
    clock = computer.clock()
    hear(computer, clock)
    clock.now()
    assert clock.state is ClockState.TRUSTED
    computer.passed += REMEMBERED
    clock.now()
    assert clock.state is ClockState.HOLDOVER


def test_one_answer_of_the_cloud_is_not_enough():
    computer = Computer(off=timedelta(days=1))
    clock = computer.clock()
    computer.off = timedelta(0)
    hear(computer, clock, times=1)
    assert clock.now() - computer.true() == timedelta(days=1)
    assert clock.state is ClockState.UNTRUSTED


def test_two_answers_in_one_breath_are_one():
    computer = Computer()
    clock = computer.clock()
    hear(computer, clock, times=9, apart=APART / 10)
    clock.now()
    assert clock.state is ClockState.HOLDOVER
    hear(computer, clock, times=2, apart=APART / 10)
    clock.now()
    assert clock.state is ClockState.TRUSTED


@pytest.mark.parametrize("jump", [j for j in JUMPS if abs(j) > SKEW], ids=str)
def test_a_wall_clock_the_cloud_agrees_with_is_followed(jump):
    computer = Computer(off=jump)
    clock = computer.clock()
    computer.off = timedelta(0)
    hear(computer, clock)
    assert abs(clock.now() - computer.true()) <= AGREES
    assert clock.state is ClockState.TRUSTED


@pytest.mark.parametrize("jump", [j for j in JUMPS if abs(j) > SKEW], ids=str)
def test_a_jump_after_the_cloud_has_vouched_is_not_vouched_for(jump):
    computer = Computer()
    clock = computer.clock()
    hear(computer, clock)
    computer.off = jump
    assert abs(clock.now() - computer.true()) <= SKEW
    # It is the wall clock that is wrong now: what the kiosk believes is what the cloud said.
    assert clock.state is ClockState.TRUSTED


def test_answers_that_contradict_each_other_vouch_for_nothing():
    computer = Computer()
    clock = computer.clock()
    for wrong in (timedelta(0), timedelta(hours=1), timedelta(0), -timedelta(hours=1)):
        hear(computer, clock, times=1, wrong=wrong)
        clock.now()
        assert clock.state is ClockState.HOLDOVER


@pytest.mark.parametrize("wrong", [AGREES + SECOND, -AGREES - SECOND], ids=str)
def test_a_cloud_that_says_something_else_does_not_vouch_and_is_not_followed(wrong):
    computer = Computer()
    clock = computer.clock()
    hear(computer, clock, times=5, wrong=wrong)
    assert clock.now() == computer.true()
    assert clock.state is ClockState.HOLDOVER


@given(st.lists(st.tuples(st.datetimes(timezones=st.timezones()), st.floats(0, 1e6)), max_size=5))
def test_whatever_a_cloud_calls_the_time_the_clock_goes_on(answers):
    computer = Computer()
    clock = computer.clock()
    for said, pause in answers:
        computer.passed += pause
        clock.heard(said)
        assert clock.now() == computer.true()
