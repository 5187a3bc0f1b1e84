# ruff: noqa: RUF001 - signs that look like others are what these tests are about.
"""Codes made here, and what their check digit is worth."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.codes import (
    MADE_HERE,
    LocalQr,
    TypedCode,
    Unknown,
    check_digit,
    local_qr,
    local_typed,
    parse_scanned,
)

SEEDED = random.Random(20260504)
MADE = [local_typed(SEEDED.randrange(10**8)) for _ in range(300)]


# Codes made here.


def test_a_code_made_here_has_eight_random_digits_and_a_check_digit():
    assert local_typed(7) == "00000007" + check_digit("00000007")
    assert all(len(code) == MADE_HERE and TypedCode(code).made_here for code in MADE)


def test_the_check_digit_is_that_of_iso_7064():
    # ISO/IEC 7064:2003, the worked example of MOD 11,10.
    assert check_digit("0794") == "5"


def test_every_single_slip_of_a_finger_is_found():
    for code in MADE:
        for place in range(MADE_HERE):
            for digit in set("0123456789") - {code[place]}:
                slipped = code[:place] + digit + code[place + 1 :]
                assert TypedCode(slipped).mistyped


def test_of_a_hundred_swaps_of_neighbours_at_least_97_are_found():
    swaps = found = 0
    for code in MADE:
        for place in range(MADE_HERE - 1):
            left, right = code[place : place + 2]
            swapped = code[:place] + right + left + code[place + 2 :]
            swaps += left != right
            found += left != right and TypedCode(swapped).mistyped
    assert found / swaps > 0.97
    assert found < swaps


def test_one_in_ten_blind_guesses_has_the_right_check_digit():
    guesses = [f"{SEEDED.randrange(10**9):09d}" for _ in range(5000)]
    assert 0.08 < sum(TypedCode(guess).made_here for guess in guesses) / 5000 < 0.12


@pytest.mark.parametrize("text", ["12345678", "1234567890", "12345678A", "１２３４５６７８９"])
def test_what_has_another_form_is_neither_made_here_nor_mistyped(text):
    assert not TypedCode(text).made_here
    assert not TypedCode(text).mistyped


@pytest.mark.parametrize(("text", "short"), [("12345", True), ("123456", False)])
def test_fewer_than_six_signs_open_nothing_alone(text, short):
    assert TypedCode(text).short is short


@given(st.integers(0, 2**64 - 1))
def test_a_qr_made_here_is_recognised(number):
    assert parse_scanned(local_qr(number)) == LocalQr(local_qr(number))


@given(st.integers(0, 2**64 - 1), st.integers(1, 9))
def test_a_qr_made_here_with_another_check_digit_is_nothing(number, off):
    text = local_qr(number)
    assert parse_scanned(f"{text[:-1]}{(int(text[-1]) + off) % 10}") == Unknown()


def test_different_numbers_make_different_qrs():
    assert len({local_qr(n) for n in range(2000)}) == 2000
    assert local_qr(2**64 - 1) != local_qr(0)
