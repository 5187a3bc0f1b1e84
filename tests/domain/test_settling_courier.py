"""What couriers and technicians say of parcels and doors becomes one change, with its event."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.domain import settling
from kiosk.domain.acts import By
from kiosk.domain.flows.visit import Reason, Visit
from kiosk.domain.layout import Owner
from kiosk.domain.model import Contents, Kind, Reservation, ReservationId, ReservationState
from kiosk.domain.problems import OF_A_COMPARTMENT, Level, Problem, levels
from tests.domain.story import DROPOFF, HANDOVER, PICKUP

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
STORED = Reservation(
    id=ReservationId("r1"),
    ref="GLS-1",
    owner=Owner.CLOUD,
    kind=Kind.DELIVERY,
    state=ReservationState.STORED,
    compartment="12",
    size="M",
    made_at=NOON,
    read_at=NOON,
)


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (settling.ready, "parcel.ready_for_pickup"),
        (settling.in_transit, "parcel.in_transit"),
        (settling.notified, "recipient.notified"),
    ],
)
@pytest.mark.parametrize("what", [STORED, PICKUP], ids=["a reservation", "a visit"])
def test_a_mark_moves_nothing_and_tells_who_set_it(made, name, what):
    change = made(what)
    (told,) = change.events
    assert (told.name, told.data["initiated_by"], change.state) == (name, "courier", None)
    assert told.data["label"] == change.compartment == "12"


def test_a_technician_can_set_it_too():
    assert settling.notified(PICKUP, By.TECHNICIAN).events[0].data["initiated_by"] == "technician"


PUTTING = replace(DROPOFF, by=By.COURIER)


@pytest.mark.parametrize("reason", Reason)
def test_what_a_courier_does_not_put_in_is_still_waited_for_and_told_to_nobody(reason: Reason):
    change = settling.cancelled(PUTTING, reason, Contents.EMPTY)
    assert (change.state, change.contents) == (ReservationState.RESERVED, Contents.EMPTY)
    assert change.events == ()
    late = settling.withdrawn(PUTTING)
    assert (late.state, late.contents) == (ReservationState.RESERVED, Contents.MAYBE)
    assert late.events == ()


@pytest.mark.parametrize(
    "visit",
    [
        replace(PUTTING, kind=Kind.SEND),
        replace(PUTTING, handover=HANDOVER),
        replace(PUTTING, by=By.CONSUMER),
    ],
    ids=["begun at its cloud", "begun here", "who it belongs to"],
)
def test_who_begins_a_drop_off_ends_it(visit: Visit):
    change = settling.cancelled(visit, Reason.CHANGED_MIND, Contents.EMPTY)
    assert change.state is ReservationState.CANCELLED
    assert [event.name for event in change.events] == ["reservation.cancelled"]
    assert settling.withdrawn(visit).state is ReservationState.CANCELLED


def test_a_broken_compartment_is_blocked_and_one_that_was_not_empty_is_doubted():
    broken = settling.problem(Problem.COMPARTMENT_BROKEN, STORED)
    assert (broken.journal, broken.contents) == ("problem.compartment_broken", None)
    assert (broken.events[0].name, broken.events[0].data["block"]) == ("compartment.problem", True)
    occupied = settling.problem_here(Problem.COMPARTMENT_ALREADY_OCCUPIED, Owner.CLOUD, "7")
    assert (occupied.compartment, occupied.contents) == ("7", Contents.MAYBE)
    assert occupied.reservation is None


@pytest.mark.parametrize("code", sorted(OF_A_COMPARTMENT, key=lambda code: code.value))
def test_what_is_not_believed_is_told_and_takes_nothing_out_of_use(code):
    said = settling.problem_here(code, Owner.CLOUD, "7", believed=False)
    assert (said.contents, said.events[0].data["block"]) == (None, False)
    assert said.events[0].name == "compartment.problem"


@pytest.mark.parametrize("code", [code for code in Problem if code not in OF_A_COMPARTMENT])
def test_what_concerns_no_compartment_blocks_none(code):
    (told,) = settling.problem_here(code, Owner.CLOUD, by=By.TECHNICIAN).events
    assert (told.name, told.data["block"], told.data["label"]) == ("locker.problem", False, None)


def test_every_code_says_of_what_it_can_be_said():
    assert levels(Problem.COMPARTMENT_BROKEN) == {Level.LOCKER}
    assert levels(Problem.PARCEL_NOT_AVAILABLE) == set(Level)


def test_words_of_ones_own_rest_sealed_and_are_bounded():
    noted = settling.problem(Problem.COMPARTMENT_BROKEN, STORED, note="Mrs  Roe\n" + "x" * 500)
    (told,) = noted.events
    assert told.sealed["note"].startswith("Mrs Roe x")
    assert len(told.sealed["note"]) == 200
    assert "Roe" not in str({**told.data, **noted.facts})
