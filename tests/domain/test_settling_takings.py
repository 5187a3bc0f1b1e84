"""What staff take out, leave or carry elsewhere: states, contents, and what is told of it."""

from dataclasses import replace

import pytest

from kiosk.domain import settling
from kiosk.domain.acts import Act, By
from kiosk.domain.model import Contents, Kind
from kiosk.domain.model import ReservationState as S
from kiosk.domain.transitions import TABLE, TAKEABLE
from tests.domain.samples import RICH
from tests.domain.story import DROPOFF, PICKUP, TOLD_AT_CLOSE, TOLD_AT_OPEN

CARRIED = replace(DROPOFF, carried="12", label="25", by=By.COURIER)


def test_staff_take_out_what_is_expired_cancelled_or_refused_and_nobody_else_does():
    assert {S.STORED, S.EXPIRED, S.CANCELLED, S.ABANDONED} <= TAKEABLE
    row = TABLE[Act.TAKEN_OUT]
    assert (row.by, row.after) == ({By.COURIER, By.TECHNICIAN}, S.FINISHED)
    for other in TABLE.values():
        if other.before & {S.CANCELLED, S.ABANDONED} and other.after is S.FINISHED:
            assert not other.by & {By.CONSUMER}


@pytest.mark.parametrize("by", [By.COURIER, By.TECHNICIAN])
@pytest.mark.parametrize("rules", [TOLD_AT_CLOSE, TOLD_AT_OPEN])
def test_until_staff_shut_the_door_on_an_empty_compartment_nothing_is_told(by, rules):
    visit = replace(PICKUP, by=by, rules=rules)
    opened = settling.opened(visit)
    assert (opened.state, opened.contents, opened.events) == (None, Contents.MAYBE, ())
    taken = settling.collected(visit, None)
    assert (taken.state, taken.contents) == (S.FINISHED, Contents.EMPTY)
    assert "parcel.collected" in {event.name for event in taken.events}
    left = settling.not_taken(visit)
    assert (left.state, left.contents, left.events) == (None, Contents.PARCEL, ())


def test_what_staff_find_missing_is_told_and_stays_what_it_was():
    gone = settling.not_there(replace(PICKUP, by=By.COURIER, kind=Kind.RETURN), None)
    assert (gone.state, gone.contents) == (None, Contents.EMPTY)
    (told,) = gone.events
    assert told.name == "parcel.missing"
    assert told.data["problem"] == "COLLECTION_PARCEL_NOT_AVAILABLE"
    doubted = settling.not_there(replace(PICKUP, by=By.COURIER), True)
    assert doubted.contents is Contents.MAYBE
    assert doubted.events[0].data["problem"] == "PARCEL_NOT_AVAILABLE"


def test_a_parcel_that_is_moved_changes_both_compartments_at_once():
    moved = settling.deposited(CARRIED, confirmed=True)
    assert (moved.state, moved.move_to, moved.vacates) == (None, "25", "12")
    assert (moved.compartment, moved.contents) == ("25", Contents.PARCEL)
    unsure = settling.deposited(CARRIED, confirmed=False)
    assert (unsure.move_to, unsure.vacates, unsure.contents) == (None, None, Contents.MAYBE)
    told = [
        settling.deposited(replace(CARRIED, rules=r), confirmed=True).events
        for r in (RICH, TOLD_AT_OPEN)
    ]
    assert [[event.name for event in events] for events in told] == [["reservation.moved"], []]
