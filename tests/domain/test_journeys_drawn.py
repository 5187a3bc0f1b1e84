"""docs/journeys.md shows the journeys as they are."""

from typing import get_args

from kiosk.domain.flows import journey, staff
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.staffed import StaffState
from tests.domain.diagrams import DIAGRAMS
from tests.domain.draw import FILE, boxes, page


def test_the_pictures_of_the_journeys_are_fresh():
    fresh = "python -m tests.domain.draw draws them anew"
    assert FILE.read_text(encoding="utf-8") == page(), fresh


def test_every_state_is_in_a_picture():
    drawn = {kind for diagram in DIAGRAMS for kind in boxes(diagram)}
    people = set(get_args(journey.State)) - {StaffState, Working}
    assert {kind.__name__ for kind in (people | set(staff.STEPS)) - drawn} == set()


def test_there_is_a_picture_of_each_flow():
    assert len(DIAGRAMS) >= 10
    assert len({diagram.title for diagram in DIAGRAMS}) == len(DIAGRAMS)
