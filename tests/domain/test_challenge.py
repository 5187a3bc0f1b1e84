"""The answer to a challenge is good for one nonce, act, door, operator and kiosk."""

import hashlib
import hmac

import pytest

from kiosk.domain import challenge
from kiosk.domain.challenge import Deed, ServiceAct
from kiosk.domain.one_time import OneTime, Verdict, judged, plain

KEY = bytes(range(32))
DEED = Deed(ServiceAct.OPEN, "12", "anna7")
NONCE = "A1B2C3D4"


def test_the_ten_digits_are_those_of_the_documented_formula():
    mac = hmac.new(KEY, b"A1B2C3D4|open|12|anna7", hashlib.sha256).digest()
    expected = f"{int.from_bytes(mac[:8], 'big') % 10**10:010}"
    assert challenge.answer(KEY, NONCE, DEED) == expected
    assert len(expected) == 10


@pytest.mark.parametrize(
    ("key", "nonce", "deed"),
    [
        (bytes(32), NONCE, DEED),
        (KEY, "A1B2C3D5", DEED),
        (KEY, NONCE, Deed(ServiceAct.CLEAR, "12", "anna7")),
        (KEY, NONCE, Deed(ServiceAct.OPEN, "1", "anna7")),
        (KEY, NONCE, Deed(ServiceAct.OPEN, "12", "bert8")),
    ],
    ids=["other kiosk", "other nonce", "other act", "other door", "other operator"],
)
def test_for_anything_else_the_answer_is_another(key, nonce, deed):
    assert challenge.answer(key, nonce, deed) != challenge.answer(KEY, NONCE, DEED)


@pytest.mark.parametrize(
    ("act", "door", "operator"),
    [(ServiceAct.OPEN, "", "anna7"), (ServiceAct.UNLOCK, "12", "anna7"),
     (ServiceAct.OPEN, "1|2", "anna7"), (ServiceAct.OPEN, "12", "a|b"),
     (ServiceAct.OPEN, "12", ""), (ServiceAct.OPEN, "1" * 33, "anna7"),
     (ServiceAct.OPEN, "1\n2", "anna7")],
)  # fmt: skip
def test_a_deed_that_two_ends_could_read_differently_cannot_be_asked_for(act, door, operator):
    assert challenge.deed(act, door, operator) is None


def test_a_nonce_is_read_as_people_say_it():
    assert challenge.read_nonce("olA1 b2-c3") == "01A1B2C3"
    assert challenge.read_nonce("A1B2C3D") is None
    assert challenge.read_nonce("A1B2C3DU") is None


def test_nonces_are_eight_signs_that_nobody_mistakes():
    made = challenge.asked(DEED, KEY, 0.0, lambda below: below - 1)
    assert made.nonce == "ZZZZZZZZ"
    assert not set("ILOU") & set(challenge.SIGNS)


def tried(code: OneTime | None, *said: str, at: float = 0.0) -> list[Verdict]:
    verdicts = []
    for text in said:
        verdict, code = judged(code, text, at)
        verdicts.append(verdict)
    return verdicts


CODE = OneTime("1234567890", until=600.0)


def test_a_code_is_right_once():
    assert tried(CODE, "1234567890", "1234567890") == [Verdict.RIGHT, Verdict.NONE_OPEN]


def test_the_third_try_may_be_right_and_the_fourth_may_not():
    wrong, right = Verdict.WRONG, Verdict.RIGHT
    assert tried(CODE, "1", "2", "1234567890") == [wrong, wrong, right]
    assert tried(CODE, "1", "2", "3", "1234567890") == [wrong, wrong, wrong, Verdict.NONE_OPEN]


def test_a_code_is_right_until_its_time_and_not_a_second_longer():
    assert tried(CODE, "1234567890", at=600.0) == [Verdict.RIGHT]
    assert tried(CODE, "1234567890", at=601.0) == [Verdict.NONE_OPEN]


@pytest.mark.parametrize("said", ["", "\ud800", "1" * 10**6])
def test_nonsense_is_wrong_and_no_more(said):
    assert tried(CODE, plain(said)) == [Verdict.WRONG]


def test_no_code_is_shown_where_it_is_printed():
    assert "1234567890" not in repr(challenge.Challenge(NONCE, DEED, CODE))
