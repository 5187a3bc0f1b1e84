"""What a cloud that does not hear every door cannot know yet."""

import pytest

from kiosk.domain.lag import is_behind
from kiosk.domain.model import ReservationState as S
from kiosk.domain.rules import CloudRules

HEARS_OPENINGS = CloudRules("hears openings", hears_openings=True)
HEARS_BOTH = CloudRules("hears both")
ALWAYS = {(S.STORED, S.DEPOSITING), (S.FINISHED, S.SETTLING)}
NEVER_SHUT = {
    (S.RESERVED, S.DEPOSITING),
    (S.STORED, S.RESERVED),
    (S.STORED, S.OPENED),
    (S.STORED, S.COLLECTING),
    (S.FINISHED, S.RESERVED),
    (S.FINISHED, S.DEPOSITING),
    (S.FINISHED, S.OPENED),
    (S.FINISHED, S.COLLECTING),
}


@pytest.mark.parametrize(
    ("rules", "behind"),
    [(HEARS_OPENINGS, ALWAYS | NEVER_SHUT), (HEARS_BOTH, ALWAYS), (None, ALWAYS)],
)
def test_a_cloud_is_behind_with_these_steps_and_no_others(rules, behind):
    found = {(known, told) for known in S for told in S if is_behind(known, told, rules)}
    assert found == behind


@pytest.mark.parametrize("told", [S.CANCELLED, S.EXPIRED, S.ABANDONED, S.FINISHED])
@pytest.mark.parametrize("known", S)
def test_how_it_ends_elsewhere_is_never_an_older_step(known, told):
    assert not is_behind(known, told, HEARS_OPENINGS)


def test_what_was_refused_and_taken_out_by_staff_stays_so_where_the_cloud_hears_of_no_such_thing():
    assert is_behind(S.FINISHED, S.ABANDONED, CloudRules("gives up", abandons=True))
    assert not is_behind(S.STORED, S.ABANDONED, CloudRules("gives up", abandons=True))
