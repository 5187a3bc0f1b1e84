"""The proof of deposits finds what it is there to find."""

import pytest

from kiosk.domain.policy import Policy
from tests.soak.corner import A_FIFTH
from tests.soak.deposits import safe


def test_without_the_limit_of_a_fifth_the_proof_finds_one_doubt_too_many():
    with pytest.raises(AssertionError, match=f"{A_FIFTH + 1} doubted by walk-ups"):
        safe(1, policy=Policy(walkup_maybe_percent=100))


def test_the_proof_goes_to_the_limits_and_serves_people_all_the_same():
    street = safe(1, visits=40)
    assert street.corner.fullest == A_FIFTH
    assert street.served > 0
    assert street.corner.opened == 40
