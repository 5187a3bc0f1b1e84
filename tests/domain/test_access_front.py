"""Mode front: without the cloud nothing opens, whoever asks and however well it is known."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain import access
from kiosk.domain.access import Right, Standing
from kiosk.domain.flows.visit import Aim, Explanation
from kiosk.domain.model import Confidence, Purpose, ReservationState
from kiosk.domain.policy import Policy
from tests.integration.store_bench import NOON, reservation
from tests.services.fakes import FAKE

FRONT = replace(FAKE, front=True)
STATES = {Purpose.PICKUP: ReservationState.STORED, Purpose.DROPOFF: ReservationState.RESERVED}


def standing(purpose: Purpose, confidence: Confidence, rules=FRONT, **more) -> Standing:
    known = reservation(state=STATES[purpose], read_at=NOON - timedelta(days=9))
    return Standing(known, {purpose}, None, rules, confidence, NOON, 120.0, **more)


@pytest.mark.parametrize("purpose", STATES)
@pytest.mark.parametrize("confidence", [Confidence.CACHED, Confidence.UNKNOWN])
def test_without_the_cloud_nothing_opens_and_its_holder_hears_why(purpose, confidence):
    assert access.decide(standing(purpose, confidence)) is Explanation.NO_LINE
    asked = standing(purpose, confidence, aim=Aim.EXTEND)
    assert access.decide(asked) is Explanation.NO_LINE


@pytest.mark.parametrize("purpose", STATES)
def test_with_the_cloud_all_is_as_ever(purpose):
    assert access.decide(standing(purpose, Confidence.CLOUD)) == Right(purpose)


def test_nobody_is_asked_for_more_where_nothing_would_open():
    cached = standing(Purpose.PICKUP, Confidence.CACHED)
    assert not access.is_stale(cached, Policy())
    assert access.is_stale(replace(cached, rules=FAKE), Policy())
