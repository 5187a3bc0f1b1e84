"""What one more key makes of a line that is being typed."""

import pytest

from kiosk.domain.flows.inputs import Entered, Erased, KeyPressed, PageTurned
from kiosk.domain.flows.keys import phone_on, typed_on


@pytest.mark.parametrize(
    ("typed", "event", "line"),
    [
        ("", KeyPressed("a"), "a"),
        ("a", KeyPressed("-"), "a-"),
        ("abc", KeyPressed("d"), "abc"),
        ("a", KeyPressed("bc"), "a"),
        ("a", KeyPressed(""), "a"),
        ("a", KeyPressed("\n"), "a"),
        ("ab", Erased(), "a"),
        ("abc", Erased(), "ab"),
        ("", Erased(), ""),
        ("a", PageTurned(), "a"),
        ("a", Entered(), "a"),
    ],
)
def test_a_line_takes_signs_up_to_its_length_and_gives_back_the_last(typed, event, line: str):
    assert typed_on(typed, event, 3) == line


@pytest.mark.parametrize(("sign", "line"), [("2", "12"), ("b", "1b"), ("-", "1"), (" ", "1")])
def test_a_line_takes_only_the_signs_it_is_for(sign: str, line: str):
    assert typed_on("1", KeyPressed(sign), 3, str.isalnum) == line


def _typed(signs: str) -> str:
    line = ""
    for sign in signs:
        line = phone_on(line, KeyPressed(sign))
    return line


@pytest.mark.parametrize(
    ("signs", "line"),
    [
        ("0170-12a", "017012"),
        ("+49+1", "+491"),
        ("++49", "+49"),
        ("1+", "1"),
        ("٣1", "1"),
        ("+12345678901234567", "+123456789012345"),
        ("12345678901234567", "123456789012345"),
    ],
)
def test_a_telephone_number_is_at_most_fifteen_digits_and_a_plus_before_them(signs, line: str):
    assert _typed(signs) == line


def test_a_telephone_number_gives_back_its_last_sign():
    assert phone_on("+4", Erased()) == "+"
    assert phone_on("+", Erased()) == ""
