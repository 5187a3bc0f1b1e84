"""Typing at random opens no doors worth counting; and each rule is needed for that."""

from dataclasses import replace
from itertools import product

import pytest

from kiosk.domain import guessing
from kiosk.domain.codes import TypedCode, local_typed
from kiosk.domain.guessing import Hearing, Match, Unproved
from kiosk.domain.policy import Policy
from tests.soak.guessing import ATTACKS, PER, Kiosk, hits

NEVER = 10**9
NINE, SIX, FOUR, ALONE = ATTACKS
POLICY = Policy()


@pytest.mark.parametrize(
    ("attack", "sessions"), [(NINE, 100_000), (SIX, 50_000), (FOUR, 10_000)], ids=["9", "6", "4"]
)
def test_of_ten_thousand_who_type_a_hundred_codes_at_random_three_get_in_at_most(attack, sessions):
    assert attack.most == 3
    assert hits(attack, sessions, seed=1) * PER <= attack.most * sessions


def test_short_codes_alone_let_in_one_in_fifty():
    found = hits(ALONE, 5_000, seed=1)
    assert 0.014 < found / 5_000 < 0.022


def test_the_proof_finds_it_when_wrong_codes_never_lead_to_the_datum():
    blind = replace(SIX, policy=Policy(wrong_before_datum=NEVER))
    assert hits(blind, 10_000, seed=1) > 10 * 3


def test_the_proof_finds_it_when_short_codes_are_looked_up_without_their_datum():
    blind = replace(FOUR, policy=Policy(short_code_alone=True, wrong_before_datum=NEVER))
    assert hits(blind, 200, seed=1) > 60


def test_the_proof_finds_it_when_what_was_wrong_is_given_back():
    class Forgetful(Kiosk):
        def opens(self, code: TypedCode, number: int, datum: int) -> bool:
            self._wrong = 0
            return super().opens(code, number, datum)

    assert hits(SIX, 10_000, seed=1, kiosk=Forgetful) > 10 * 3


def test_what_matches_nothing_proves_nothing():
    for both in (False, True):
        assert guessing.proved([], POLICY, with_datum=both) is Unproved.WRONG


def test_of_several_that_match_none_is_ever_taken_for_being_the_first():
    two = [Match("a", 0, True), Match("b", 0, True)]
    assert guessing.proved(two, POLICY, with_datum=False) is Unproved.ASK_DATUM
    assert guessing.proved(two, POLICY, with_datum=True) is Unproved.WRONG
    assert guessing.proved([two[0], Match("b", 0)], POLICY, with_datum=True) == "a"


def test_two_codes_of_one_reservation_are_no_ambiguity():
    both = [Match("a", 0), Match("a", 0)]
    assert guessing.proved(both, POLICY, with_datum=False) == "a"


def test_one_that_was_tried_too_often_is_proved_by_nothing_typed():
    tried = [Match("a", POLICY.wrong_per_reservation, True)]
    for both in (False, True):
        assert guessing.proved(tried, POLICY, with_datum=both) is Unproved.WRONG


def test_a_guessed_datum_counts_on_every_reservation_it_was_guessed_for():
    assert guessing.counted_on(["a", "b", "a"], with_datum=True) == ("a", "b")
    assert guessing.counted_on(["a"], with_datum=False) == ()


def test_whether_the_datum_is_asked_never_depends_on_what_is_stored():
    texts = ("4711", "123456", local_typed(4711), "ABCDEFGH")
    for text, wrong in product(texts, (0, 2, 3, 98, 99)):
        heard = guessing.hearing(TypedCode(text), wrong, POLICY, with_datum=False, others=True)
        asks = heard is Hearing.ASK_DATUM
        assert asks is (len(text) < 6 or wrong >= (99 if text == local_typed(4711) else 3))


def test_a_slip_in_a_code_made_here_counts_nothing_unless_it_may_be_a_cloud_s():
    slip = TypedCode(local_typed(4711)[:-1] + "9")
    assert slip.mistyped
    heard = {
        others: guessing.hearing(slip, 0, POLICY, with_datum=False, others=others)
        for others in (False, True)
    }
    assert heard == {False: Hearing.SLIP, True: Hearing.LISTEN}
