"""A cache not read for days, or at a time nobody can tell, opens nothing by a code alone."""

from datetime import timedelta

import pytest

from kiosk.domain import access
from kiosk.domain.access import Standing
from kiosk.domain.model import Confidence, Purpose
from kiosk.domain.policy import Policy
from tests.integration.store_bench import NOON, reservation
from tests.services.fakes import FAKE

KEPT = timedelta(hours=Policy().stale_hours)


@pytest.mark.parametrize(
    ("age", "stale"),
    [
        (timedelta(0), False),
        (KEPT, False),
        (KEPT + timedelta(seconds=1), True),
        # Read while the clock ran ahead: how long ago that was nobody knows.
        (timedelta(days=-1), True),
    ],
)
def test_how_old_a_cache_may_be(age: timedelta, stale: bool) -> None:
    known = reservation(read_at=NOON - age)
    standing = Standing(known, {Purpose.PICKUP}, None, FAKE, Confidence.CACHED, NOON, 120.0)
    assert access.is_stale(standing, Policy()) is stale
