"""A courier takes parcels out: one touch for each door, the label, what is missing, the count."""

from dataclasses import replace

import pytest

from kiosk.domain.acts import By
from kiosk.domain.couriers import LogOut, Permission
from kiosk.domain.flows.courier import loading
from kiosk.domain.flows.courier.collecting import Allowing, Collected, Collecting, begin
from kiosk.domain.flows.courier.loading import LoadPlanned
from kiosk.domain.flows.courier.proving import AskCourierPin, PinProved
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.courier.takeout import (
    BelongsThere,
    ExchangePlaces,
    LabelRead,
    LabelWrong,
    MayTake,
    NoLabel,
    NotHere,
    PinWanted,
    PlanWalk,
    Skipped,
    TakeOut,
    TakingDenied,
    WalkPlanned,
)
from kiosk.domain.flows.duty import Shift, SignOff, Working
from kiosk.domain.flows.effects import OpenDoor, Record, Settle
from kiosk.domain.flows.forms import LogInRefused
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    CodeShown,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorStillOpen,
    Entered,
    FinishAsked,
    KeyPressed,
    OpenAsked,
    TimedOut,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.journey import StillThere, step
from kiosk.domain.flows.opening import TakeParcel
from kiosk.domain.flows.problem import LeaveClosed
from kiosk.domain.flows.visit import Failure, Trouble
from kiosk.domain.layout import DoorId, Owner
from kiosk.domain.model import Contents, Kind, ReservationId
from kiosk.domain.model import ReservationState as S
from kiosk.domain.round import Cause, Errand, Parcel, Verdict
from tests.domain.story import PICKUP

SHIFT = Shift("c-17", may=frozenset(Permission), proves=False)
SHUT = DoorClosed(open_for=9.0)


def parcel(ref: str, label: str, cause: Cause = Cause.RETURN, state: S = S.STORED) -> Parcel:
    kind = Kind.RETURN if cause is Cause.RETURN else Kind.DELIVERY
    name = ReservationId(f"r-{ref}")
    return Parcel(name, Owner.CLOUD, ref, kind, state, Errand.COLLECT, label, "M", cause)


ONE, OTHER = parcel("GLS-0018240", "12"), parcel("GLS-0090117", "28")
INCOMING = replace(parcel("GLS-1", ""), errand=Errand.DELIVER)


def visit(of: Parcel):
    return replace(
        PICKUP, by=By.COURIER, label=of.label, door=DoorId(of.label), reservation=of.reservation
    )


def walk(state, *events):
    """Where all this leads, and everything it asked for."""
    asked = []
    for event in events:
        state, effects = step(state, event)
        asked += effects
    return state, asked


def planned(*parcels: Parcel, shift: Shift = SHIFT):
    state, _ = begin(Round(shift, (*parcels, INCOMING)))
    return walk(state, WalkPlanned(parcels))[0]


def at_door(*parcels: Parcel, shift: Shift = SHIFT):
    state = planned(*parcels, shift=shift)
    return walk(state, OpenAsked(), MayTake(visit(parcels[0])), DoorOpened("i1"))[0]


def changes(effects):
    return [effect.change for effect in effects if isinstance(effect, Settle | Record)]


def test_only_what_is_to_be_collected_is_walked_to():
    _, (asked,) = begin(Round(SHIFT, (ONE, INCOMING, OTHER)))
    assert asked == PlanWalk((ONE, OTHER))


def test_a_number_only_the_kiosk_knows_may_be_the_parcels_own_or_anothers():
    open_ = at_door(ONE, OTHER)
    state, (asked,) = walk(open_, CodeShown("order 4711"))
    assert state.behind.scan is LabelRead.OTHER
    assert [one.text for one in asked.scans] == ["order 4711"]
    own = loading.Scan("order 4711", Verdict.TO_COLLECT, ONE)
    found, effects = walk(state, LoadPlanned((own,)))
    assert found.behind.scan is LabelRead.MATCHED
    assert [change.journal for change in changes(effects)] == ["parcel.label_scanned"]
    assert not found.behind.doubts
    others = loading.Scan("order 4711", Verdict.TO_COLLECT, OTHER)
    found, _ = walk(state, LoadPlanned((others,)))
    assert (found.behind.scan, found.behind.other) == (LabelRead.OTHER, OTHER)
    nobodys = loading.Scan("order 4711", Verdict.UNKNOWN)
    assert walk(state, LoadPlanned((nobodys,))) == (state, [])


def test_from_behind_the_rear_door_is_asked_for():
    run = planned(ONE, OTHER)
    _, effects = walk(replace(run, shift=replace(run.shift, rear=True)), OpenAsked())
    assert effects == [TakeOut(ONE, rear=True)]


def test_one_touch_asks_for_the_right_and_opens_the_next_door():
    allowing, effects = walk(planned(ONE, OTHER), OpenAsked())
    assert isinstance(allowing, Allowing)
    assert effects == [TakeOut(ONE)]
    working, effects = walk(allowing, MayTake(visit(ONE)))
    assert isinstance(working, Working)
    (fired,) = effects
    assert isinstance(fired, OpenDoor)
    assert (fired.visit.label, fired.visit.by) == ("12", By.COURIER)


def test_without_the_pin_nothing_opens_and_it_is_asked_for():
    asks, effects = walk(planned(ONE, shift=replace(SHIFT, proves=True)), OpenAsked(), PinWanted())
    assert isinstance(asks, AskCourierPin)
    denied, more = walk(planned(ONE), OpenAsked(), PinWanted())
    assert isinstance(denied, TakingDenied)
    assert not any(isinstance(effect, OpenDoor) for effect in (*effects, *more))
    assert isinstance(walk(denied, FinishAsked())[0], Round)


def test_the_right_pin_goes_on_at_the_door_that_wanted_it():
    run = planned(ONE, OTHER, shift=replace(SHIFT, proves=True))
    asks, _ = walk(run, OpenAsked(), PinWanted(), KeyPressed("1"), Entered(), LogInRefused())
    assert isinstance(walk(asks, WentBack())[0], Round)
    both = frozenset(Permission)
    again, effects = walk(asks, KeyPressed("2"), Entered(), PinProved(both))
    assert again == replace(run, shift=replace(SHIFT, may=both))
    assert not any(isinstance(effect, OpenDoor) for effect in effects)


def test_the_next_door_follows_and_the_count_ends_it():
    state = at_door(ONE, OTHER)
    state, _ = walk(state, SHUT)
    assert isinstance(state, Collecting)
    assert state.todo == (OTHER,)
    state, _ = walk(state, OpenAsked(), MayTake(visit(OTHER)), DoorOpened("i2"), SHUT)
    assert isinstance(state, Collected)
    assert (state.tally.taken, state.shift.collected) == ((ONE, OTHER), 2)
    back, _ = walk(state, FinishAsked())
    assert isinstance(back, Round)
    assert back.shift.collected == 2


@pytest.mark.parametrize("label", ["gls 0018240", "GLS0018240", "r-GLS-0018240"])
def test_its_label_is_known_whatever_its_case_spaces_and_dashes(label):
    state, effects = walk(at_door(ONE), CodeShown(label))
    assert state.behind.scan is LabelRead.MATCHED
    (told,) = changes(effects)
    assert told.facts["label_scanned"] is True
    assert told.facts["matched"] is True


def test_another_label_is_put_right_before_the_door_is_shut():
    state, effects = walk(at_door(ONE, OTHER), CodeShown("4711"))
    assert (state.behind.scan, state.behind.other) == (LabelRead.OTHER, None)
    assert not changes(effects)
    assert walk(state, BelongsThere())[0].behind.scan is LabelRead.OTHER
    state, effects = walk(state, LabelWrong())
    assert state.behind.scan is LabelRead.MISLABELLED
    (told,) = changes(effects)
    assert (told.journal, told.facts["done"]) == ("parcel.misaligned", "label_wrong")
    assert "4711" not in str(told)
    state, effects = walk(state, SHUT)
    assert state.tally.taken == (ONE,)
    assert changes(effects)[0].contents is Contents.EMPTY


def test_what_is_put_back_is_not_taken_and_told_as_another_parcel():
    state, _ = walk(at_door(ONE, OTHER), CodeShown("4711"), TroubleChosen(Trouble.NOT_MINE))
    assert isinstance(state.at, LeaveClosed)
    state, effects = walk(state, SHUT)
    assert (state.tally.taken, state.tally.left, state.todo) == ((), (ONE,), (OTHER,))
    settled, told = changes(effects)
    assert (settled.state, settled.contents) == (None, Contents.PARCEL)
    assert [event.name for event in told.events] == ["parcel.misaligned"]
    assert told.events[0].data["done"] == "put_back"


def test_a_parcel_of_another_door_goes_back_and_both_doors_are_known_to_be_exchanged():
    state, _ = walk(at_door(ONE, OTHER), CodeShown(OTHER.ref))
    assert state.behind.other == OTHER
    state, _ = walk(state, BelongsThere(), TroubleChosen(Trouble.NOT_MINE))
    state, effects = walk(state, SHUT)
    assert isinstance(state, Allowing)
    assert ExchangePlaces(ONE, OTHER, (OTHER,)) in effects
    moved = (replace(OTHER, label="12"), replace(ONE, label="28"))
    state, _ = walk(state, WalkPlanned(moved))
    assert (state.todo, state.tally.left) == (moved, ())


def test_a_mismatch_nobody_explains_leaves_the_compartment_in_doubt():
    _, effects = walk(at_door(ONE), CodeShown("4711"), SHUT)
    settled, told = changes(effects)
    assert settled.contents is Contents.MAYBE
    assert told.facts["done"] == "unexplained"


def test_the_right_label_after_another_one_takes_the_doubt_away():
    _, effects = walk(at_door(ONE), CodeShown("4711"), CodeShown(ONE.ref), SHUT)
    assert changes(effects)[-1].contents is Contents.EMPTY


def test_a_parcel_without_a_label_is_taken_and_that_is_noted():
    state, effects = walk(at_door(ONE), NoLabel())
    assert state.behind.scan is LabelRead.UNREADABLE
    assert changes(effects)[0].facts["label_scanned"] is False
    assert walk(state, SHUT)[0].tally.taken == (ONE,)


def test_what_is_missing_is_told_and_its_compartment_is_empty_because_somebody_looked():
    state, _ = walk(at_door(ONE, OTHER), TroubleChosen(Trouble.EMPTY))
    state, effects = walk(state, SHUT)
    assert (state.tally.missing, state.shift.reported, state.shift.collected) == ((ONE,), 1, 0)
    (settled,) = changes(effects)
    assert (settled.state, settled.contents) == (None, Contents.EMPTY)
    assert [event.name for event in settled.events] == ["parcel.missing"]


def test_thinking_better_of_it_goes_back_to_the_open_door():
    state, _ = walk(at_door(ONE), TroubleChosen(Trouble.EMPTY), WentBack())
    assert isinstance(state.at, TakeParcel)
    assert walk(state, SHUT)[0].tally.taken == (ONE,)


@pytest.mark.parametrize(
    "happens",
    [
        (Skipped(),),
        (OpenAsked(), NotHere()),
        (OpenAsked(), MayTake(visit(ONE)), DoorFailed(Failure.JAMMED, "i1"), WentBack()),
        (OpenAsked(), MayTake(visit(ONE)), DoorOpened("i1"), DoorStillOpen(3)),
    ],
    ids=["skipped", "not here any more", "jammed", "left open"],
)
def test_what_is_not_taken_is_counted_as_left(happens):
    state, _ = walk(planned(ONE, OTHER), *happens)
    assert isinstance(state, Collecting)
    assert (state.tally.left, state.todo) == ((ONE,), (OTHER,))


def test_a_label_held_up_before_a_door_is_open_brings_that_door_first():
    state, _ = walk(planned(ONE, OTHER), CodeShown("gls0090117"))
    assert state.todo == (OTHER, ONE)


def test_stopping_counts_the_rest_as_left():
    state, _ = walk(planned(ONE, OTHER), Skipped(), WentBack())
    assert isinstance(state, Collected)
    assert state.tally.left == (ONE, OTHER)


def test_who_walks_away_between_two_doors_is_signed_off():
    warned, _ = walk(planned(ONE), TimedOut())
    assert isinstance(warned, StillThere)
    over, effects = walk(warned, TimedOut())
    assert isinstance(over, Home)
    assert effects == [SignOff(LogOut.IDLE)]
