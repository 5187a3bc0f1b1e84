"""What the kiosk takes for the time when the wall clock jumps."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.runtime.clock import LONGEST_OFF, SKEW, SystemClock

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
YEARS = timedelta(days=3652)
JUMPS = [
    -YEARS,
    timedelta(days=-1),
    timedelta(minutes=-61),
    timedelta(seconds=-1),
    timedelta(seconds=1),
    timedelta(minutes=61),
    timedelta(days=1),
    YEARS,
    datetime(1970, 1, 1, tzinfo=UTC) - NOON,
    datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC) - NOON,
]


@dataclass
class Computer:
    """Its wall clock can be put anywhere; its own pulse cannot."""

    off: timedelta = timedelta(0)
    passed: float = 0.0
    vouched: bool = False

    def clock(self) -> SystemClock:
        return SystemClock(self.wall, lambda: self.passed, lambda: self.vouched)

    def wall(self) -> datetime:
        return self.true() + self.off

    def true(self) -> datetime:
        return NOON + timedelta(seconds=self.passed)


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_a_jump_nobody_vouches_for_moves_the_time_by_its_skew_at_most(jump):
    computer = Computer()
    clock = computer.clock()
    computer.off, computer.passed = jump, 3600
    assert abs(clock.now() - computer.true()) <= SKEW
    assert clock.trusted is (abs(jump) <= SKEW)
    computer.off, computer.passed = timedelta(0), 7200
    assert abs(clock.now() - computer.true()) <= SKEW
    assert clock.trusted


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_a_clock_that_is_put_right_is_followed(jump):
    computer = Computer(off=jump)
    clock = computer.clock()
    computer.vouched, computer.off, computer.passed = True, timedelta(0), 60
    assert abs(clock.now() - computer.true()) <= SKEW
    assert clock.trusted


@pytest.mark.parametrize("jump", [j for j in JUMPS if not timedelta(0) <= j <= LONGEST_OFF])
def test_a_start_in_the_wrong_years_goes_on_from_the_last_good_moment(jump):
    computer = Computer(off=jump)
    clock = computer.clock()
    clock.not_before(NOON)
    computer.passed = 100
    assert clock.now() == NOON + timedelta(seconds=100)


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
