"""What a PIN must be, who two people are, how long a visit lasts, and what wrong PINs lead to."""

import math

import pytest

from kiosk.domain import accounts
from kiosk.domain.accounts import AccountId, Proof, Role, ServiceSession, SessionEnding, two_people
from kiosk.domain.lockout import locked_for, locks


@pytest.mark.parametrize(
    "pin",
    ["", "73914", "7391462", "11111111", "12121212", "12345678", "87654321", "abcdefgh",
     "qwertyui", "anna7-91x", "7" * 30 + "391" + "x" * 40],
)  # fmt: skip
def test_a_pin_that_is_short_long_or_easy_to_guess_is_not_taken(pin):
    assert accounts.objection(pin, "anna7", badge=False)


@pytest.mark.parametrize("pin", ["73914628", "correct horse", "7391-4628"])
def test_eight_characters_are_enough_alone(pin):
    assert accounts.objection(pin, "anna7", badge=False) is None


def test_with_a_badge_six_are_enough_and_they_prove_nothing_alone():
    assert accounts.objection("739146", "anna7", badge=True) is None
    assert accounts.objection("73914", "anna7", badge=True)
    assert not accounts.proves_alone("739146")


@pytest.mark.parametrize("text", ["", "a", "anna meier", "Anna", "a|b", "ä7", "x" * 33, "-a"])
def test_what_is_no_id(text):
    assert not accounts.is_id(text)


def test_half_a_surrogate_pair_typed_as_an_id_is_a_text_like_any_other():
    assert accounts.login_id("\ud800anna").encode()


@pytest.mark.parametrize(
    ("wrong", "age", "left"),
    [(0, 0, 0), (4, 0, 0), (5, 0, 900), (5, 899, 1), (5, 900, 0), (5, 10_000, 0), (6, 0, 0),
     (9, 0, 0), (10, 0, math.inf), (10, 10**9, math.inf), (11, 0, math.inf), (5, -5, 900)],
)  # fmt: skip
def test_five_wrong_pins_are_a_wait_and_ten_the_end(wrong, age, left):
    assert locked_for(wrong, age) == left


def test_a_lock_out_begins_at_the_fifth_and_at_the_tenth():
    assert [n for n in range(20) if locks(n)] == [5, 10]


def proof(account: str, at: float) -> Proof:
    return Proof(AccountId(account), Role.TECHNICIAN, at)


@pytest.mark.parametrize(
    ("first", "second", "are"),
    [
        (proof("a1", 0), proof("b2", 300), True),
        (proof("a1", 0), proof("a1", 300), False),
        (proof("a1", -0.1), proof("b2", 300), False),
        (proof("a1", 300), proof("b2", -0.1), False),
        (proof("a1", 301), proof("b2", 300), False),
    ],
)
def test_two_people_are_two_accounts_both_proved_within_five_minutes(first, second, are):
    assert two_people(first, second, 300.0) is are


def test_a_visit_ends_after_two_idle_minutes_and_after_half_an_hour_whatever_is_touched():
    visit = ServiceSession("s", AccountId("a1"), Role.TECHNICIAN, 0.0, 0.0)
    assert visit.over(120.0) is None
    assert visit.over(120.1) is SessionEnding.IDLE
    for touch in range(100, 1801, 100):
        visit = visit.touch(float(touch))
        assert visit.over(touch) is None
    assert visit.over(1800.1) is SessionEnding.ABSOLUTE
