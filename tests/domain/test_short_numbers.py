"""What couriers compare of a number: whatever a label says, it stays one short plain word."""

import pytest

from kiosk.domain.flows.courier.loading import Scan
from kiosk.domain.round import short


@pytest.mark.parametrize(
    ("said", "shows"),
    [
        ("JJD0001 4711", "1 4711"),
        ("GLS\n\n\n\n12", "GLS12"),
        ("\u202e123456\u2069", "123456"),
        ("\x00\t\u200b", ""),
        ("9" * 4000, "999999"),
    ],
)
def test_only_signs_that_can_be_seen_and_stay_in_their_place_are_shown(said: str, shows: str):
    assert short(said) == Scan(said).short == shows
