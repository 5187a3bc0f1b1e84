"""What each happening changes: the state, the contents, and what the cloud is told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.domain import settling
from kiosk.domain.acts import By
from kiosk.domain.flows.visit import Reason, Trouble
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Channel,
    Confidence,
    Contents,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import Demand
from tests.domain.samples import FEE, RICH
from tests.domain.story import DROPOFF, LARGER, OPENING, PICKUP, TOLD_AT_OPEN, WALKUP

AT_OPEN = replace(PICKUP, rules=TOLD_AT_OPEN)
S = ReservationState


def told(change):
    return [event.name for event in change.events]


def test_an_event_says_where_how_surely_and_by_which_code_but_never_the_code():
    visit = replace(DROPOFF, confidence=Confidence.CACHED, code_name="dropOffCode")
    [event] = settling.deposited(visit, confirmed=True).events
    assert (event.reservation, event.owner) == ("r1", Owner.CLOUD)
    assert event.data == {
        "label": "12",
        "initiated_by": "consumer",
        "source": "locker",
        "code": "dropOffCode",
        "confidence": "cached",
        "message": "A parcel was put in and the door shut.",
        "confirmed": True,
    }


def test_the_journal_says_how_the_code_came_and_how_surely():
    change = settling.opened(replace(PICKUP, way=Way.TYPED))
    assert change.facts == {"way": "typed", "confidence": "cloud"}
    assert (change.journal, change.reservation, change.compartment) == ("door.opened", "r1", "12")


@pytest.mark.parametrize("by", [By.COURIER, By.TECHNICIAN])
@pytest.mark.parametrize("visit", [PICKUP, DROPOFF])
def test_the_journal_says_that_it_was_staff_who_had_a_door_opened(visit, by):
    assert settling.opened(replace(visit, by=by)).facts["actor"] == by.value


@pytest.mark.parametrize(
    ("visit", "state", "events"),
    [
        (PICKUP, S.COLLECTING, []),
        (AT_OPEN, S.COLLECTING, ["parcel.collected"]),
        (DROPOFF, S.DEPOSITING, []),
        (replace(DROPOFF, rules=TOLD_AT_OPEN), S.DEPOSITING, []),
    ],
)
def test_an_opening_makes_the_contents_unsure_and_tells_only_what_counts_at_the_opening(
    visit, state, events
):
    change = settling.opened(visit)
    assert (change.state, change.contents, told(change)) == (state, Contents.MAYBE, events)


@pytest.mark.parametrize("known", [{"settled": True}, {"opened": True}])
@pytest.mark.parametrize("visit", [PICKUP, AT_OPEN, DROPOFF])
def test_another_opening_of_the_same_visit_changes_no_state(visit, known):
    change = settling.opened(replace(visit, **known))
    assert (change.journal, change.state, change.events) == ("door.reopened", None, ())


@pytest.mark.parametrize(
    ("occupied", "sure", "unsure", "contents"),
    [
        (None, True, False, Contents.EMPTY),
        (False, True, False, Contents.EMPTY),
        (True, True, False, Contents.MAYBE),
        (None, False, False, Contents.MAYBE),
        (None, True, True, Contents.MAYBE),
        (False, False, True, Contents.EMPTY),
        (True, False, True, Contents.MAYBE),
    ],
)
def test_after_a_pick_up_a_doubt_is_ended_only_by_a_sensor(occupied, sure, unsure, contents):
    change = settling.collected(replace(PICKUP, unsure=unsure), occupied, sure=sure)
    assert (change.contents, change.state) == (contents, S.FINISHED)


@pytest.mark.parametrize(
    ("visit", "events"),
    [(PICKUP, ["parcel.collected"]), (AT_OPEN, []), (replace(PICKUP, settled=True), [])],
)
def test_a_collection_is_told_at_the_close_where_that_counts_and_only_once(visit, events):
    assert told(settling.collected(visit, None)) == events


@pytest.mark.parametrize(
    ("visit", "state", "contents"),
    [
        (PICKUP, S.STORED, Contents.PARCEL),
        (AT_OPEN, S.COLLECTING, Contents.PARCEL),
        (replace(PICKUP, settled=True), None, Contents.MAYBE),
    ],
)
def test_what_was_not_taken_still_lies_there_as_far_as_the_cloud_lets_it(visit, state, contents):
    change = settling.not_taken(visit)
    assert (change.state, change.contents, told(change)) == (state, contents, [])


@pytest.mark.parametrize(
    ("confirmed", "contents"), [(True, Contents.PARCEL), (False, Contents.MAYBE)]
)
def test_a_deposit_is_told_with_how_sure_it_is(confirmed, contents):
    change = settling.deposited(DROPOFF, confirmed=confirmed)
    assert (change.state, change.contents, told(change)) == (
        S.STORED,
        contents,
        ["parcel.deposited"],
    )
    assert change.events[0].data["confirmed"] is confirmed


def test_a_deposit_told_before_is_told_no_second_time():
    change = settling.deposited(replace(DROPOFF, settled=True), confirmed=True)
    assert (change.state, told(change)) == (None, [])


def test_an_undecided_close_moves_nothing_and_tells_nothing():
    change = settling.closed_undecided(DROPOFF)
    assert (change.state, change.contents, told(change)) == (None, Contents.MAYBE, [])


@pytest.mark.parametrize("contents", [Contents.EMPTY, Contents.MAYBE])
def test_a_cancelled_drop_off_tells_its_reason_and_keeps_what_was_declared(contents):
    change = settling.cancelled(DROPOFF, Reason.WRONG_PARCEL, contents)
    assert (change.state, change.contents) == (S.CANCELLED, contents)
    assert change.events[0].data["reason"] == "wrong_parcel"
    assert change.facts["declared"] == contents.value


def test_a_move_leaves_the_first_compartment_as_found_and_goes_on_in_the_second():
    change = settling.moved(DROPOFF, LARGER, Contents.EMPTY)
    assert (change.compartment, change.contents) == ("12", Contents.EMPTY)
    assert (change.state, change.move_to) == (S.RESERVED, "15")
    assert change.events[0].data["to"] == "15"


@pytest.mark.parametrize(
    ("trouble", "severity", "block", "contents"),
    [
        (Trouble.DID_NOT_OPEN, "HIGH", True, None),
        (Trouble.NOT_EMPTY, "HIGH", True, Contents.MAYBE),
        (Trouble.DIRTY, "MEDIUM", False, None),
        (Trouble.OUT_OF_REACH, "LOW", False, None),
        (Trouble.NOT_MINE, "HIGH", True, Contents.MAYBE),
        (Trouble.EMPTY, "HIGH", False, Contents.MAYBE),
        (Trouble.UNWANTED, "LOW", False, None),
    ],
)
def test_a_report_changes_no_state_and_says_how_bad_it_is(trouble, severity, block, contents):
    change = settling.reported(PICKUP, trouble)
    [event] = change.events
    assert (change.state, change.contents) == (None, contents)
    assert (event.data["severity"], event.data["block"]) == (severity, block)


@pytest.mark.parametrize(("pulses", "events"), [(1, []), (2, []), (3, ["compartment.problem"])])
def test_a_stuck_door_is_told_after_the_third_pulse(pulses, events):
    change = settling.stuck(replace(PICKUP, pulses=pulses))
    assert (change.state, change.contents, told(change)) == (None, None, events)


@pytest.mark.parametrize(
    ("visit", "state", "events"),
    [
        (PICKUP, S.STORED, []),
        (AT_OPEN, S.COLLECTING, []),
        (DROPOFF, S.STORED, ["parcel.deposited"]),
        (replace(DROPOFF, settled=True), None, []),
    ],
)
def test_what_was_done_at_a_door_that_opens_no_more_is_unproved(visit, state, events):
    change = settling.given_up(visit)
    assert (change.state, change.contents, told(change)) == (state, Contents.MAYBE, events)


@pytest.mark.parametrize("visit", [PICKUP, DROPOFF])
def test_a_door_left_open_is_told_and_decides_nothing(visit):
    change = settling.left_open(visit)
    assert (change.state, change.contents) == (None, Contents.MAYBE)
    assert told(change) == ["door.left_open"]


def test_a_door_that_opens_by_itself_is_told_and_its_contents_are_unsure():
    change = settling.spontaneous("12", Owner.LOCAL)
    [event] = change.events
    assert (change.contents, event.owner) == (Contents.MAYBE, Owner.LOCAL)
    assert (event.data["label"], event.data["severity"]) == ("12", "CRITICAL")


@pytest.mark.parametrize(
    ("occupied", "unsure", "contents"),
    [
        (None, False, Contents.PARCEL),
        (True, False, Contents.PARCEL),
        (False, False, Contents.MAYBE),
        (None, True, Contents.MAYBE),
    ],
)
def test_what_one_stores_is_looked_at_and_stored_on(occupied, unsure, contents):
    opening = settling.opened(OPENING)
    assert (opening.state, opening.contents) == (S.OPENED, Contents.MAYBE)
    assert told(opening) == ["reservation.opened"]
    shut = settling.kept(replace(OPENING, unsure=unsure), occupied)
    assert (shut.state, shut.contents, told(shut)) == (S.STORED, contents, ["reservation.kept"])


def test_a_door_of_what_one_stores_that_opens_no_more_leaves_it_stored_and_unproved():
    change = settling.given_up(OPENING)
    assert (change.state, change.contents) == (S.STORED, Contents.MAYBE)


def test_what_is_said_to_be_empty_only_after_the_shut_stays_unproved():
    change = settling.withdrawn(DROPOFF)
    assert (change.state, change.contents) == (S.CANCELLED, Contents.MAYBE)
    assert told(change) == ["reservation.cancelled"]


@pytest.mark.parametrize("opened", [True, False])
def test_a_refused_parcel_lies_there_for_its_sender(opened):
    change = settling.refused(replace(PICKUP, rules=RICH, opened=opened))
    assert (change.state, change.contents) == (S.ABANDONED, Contents.PARCEL)
    assert told(change) == ["parcel.abandoned"]


@pytest.mark.parametrize(
    ("rules", "state"),
    [
        (replace(RICH, abandons=False), S.STORED),
        (replace(RICH, collection_commits="open"), S.COLLECTING),
    ],
)
def test_where_no_cloud_takes_a_refusal_staff_hear_of_it_and_the_reservation_stays(rules, state):
    change = settling.refused(replace(PICKUP, rules=rules, opened=True))
    assert (change.state, change.contents) == (state, Contents.PARCEL)
    [event] = change.events
    assert (event.name, event.data["what"]) == ("compartment.problem", "refused")


def test_a_later_end_lets_what_had_run_out_lie_there_as_before():
    until = datetime(2026, 11, 24, 12, tzinfo=UTC)
    change = settling.extended(PICKUP, until)
    assert (change.state, change.expires_at, change.contents) == (S.STORED, until, None)
    assert change.events[0].data["until"] == "2026-11-24T12:00:00+00:00"


def test_a_payment_is_told_with_its_sum_and_any_other_demand_without():
    paying = replace(PICKUP, due=FEE)
    paid = settling.gate_passed(paying, Demand.PAYMENT).events[0].data
    assert (paid["demand"], paid["amount"], paid["currency"]) == ("payment", 250, "EUR")
    proved = settling.gate_passed(paying, Demand.STEP_UP).events[0].data
    assert (proved["demand"], "amount" in proved) == ("step_up", False)


@pytest.mark.parametrize("confirmed", [True, False])
def test_the_code_of_a_walk_up_goes_out_sealed_with_the_deposit_and_once(confirmed):
    ready = replace(WALKUP, handover=replace(WALKUP.handover, told=True))
    change = settling.deposited(ready, confirmed=confirmed)
    assert told(change) == ["parcel.deposited", "notice.parcel_ready"]
    notice = change.events[1]
    assert (notice.channel, set(notice.sealed)) == (Channel.NOTIFIER, {"typed", "qr"})
    assert told(settling.deposited(replace(ready, settled=True), confirmed=confirmed)) == []
    assert told(settling.deposited(WALKUP, confirmed=confirmed)) == ["parcel.deposited"]


def test_a_person_who_came_too_early_is_announced_without_a_compartment_too():
    change = settling.here(replace(DROPOFF, label=""))
    assert (change.compartment, change.state, told(change)) == (None, None, ["recipient.here"])
