"""A courier puts parcels in: one by its label, a batch in walking order, one nobody announced."""

from dataclasses import replace

import pytest

from kiosk.domain.couriers import Permission
from kiosk.domain.flows import journey
from kiosk.domain.flows.choices import SizeChosen, SizeOffer
from kiosk.domain.flows.courier.batch import Batch, BatchDone, NextStop
from kiosk.domain.flows.courier.loading import (
    Delivering,
    DoorReady,
    Judging,
    Load,
    LoadPlanned,
    NotReady,
    PlanLoad,
    PutIn,
    RecipientTold,
    RemoveAsked,
    Scan,
    Seen,
    SkipAsked,
    TellRecipient,
)
from kiosk.domain.flows.courier.round import (
    Chore,
    ChoreChosen,
    CountPrinted,
    Here,
    LogOutAsked,
    PrintCount,
    PrintCountAsked,
    Round,
    RoundDone,
    SideChosen,
)
from kiosk.domain.flows.courier.unlisted import (
    BesideChosen,
    FindRoom,
    NameParcel,
    ParcelKnown,
    PhoneParcel,
    PutUnlisted,
    RoomFound,
    SizeParcel,
)
from kiosk.domain.flows.duty import DoorDone, Shift, Working
from kiosk.domain.flows.inputs import (
    CodeShown,
    Entered,
    FinishAsked,
    KeyPressed,
    OpenAsked,
    WentBack,
)
from kiosk.domain.flows.opening import Opening, PutParcel
from kiosk.domain.flows.visit import Outcome
from kiosk.domain.layout import Millimetres, Owner
from kiosk.domain.model import Kind, ReservationId, ReservationState
from kiosk.domain.round import Errand, Left, Parcel, Verdict
from tests.domain.story import DROPOFF

SHIFT = Shift("c-17")
TOKEN = "eyJhbGciOiJFUzUxMiJ9.eyJjIjoxfQ." + "s" * 40
EMPTY_LOAD = Load(SHIFT)


def scan(name: str, verdict: Verdict | None = Verdict.FITS, place: int = 0) -> Scan:
    parcel = Parcel(
        ReservationId(name), Owner.CLOUD, name, Kind.DELIVERY, ReservationState.RESERVED,
        Errand.DELIVER,
    )  # fmt: skip
    known = parcel if verdict is not Verdict.UNKNOWN else None
    return Scan(name, verdict, known, str(place + 1), place)


def load(*scans: Scan) -> Load:
    return Load(SHIFT, scans)


def then(state, *events):
    """Where it ends, and what the last step asked for."""
    effects = ()
    for event in events:
        state, effects = journey.step(state, event)
    return state, effects


def done(state: Delivering, outcome: Outcome | None, **visit: object):
    at = replace(DROPOFF, **visit)
    return journey.underway(state, DoorDone(at, outcome))


def test_one_scan_on_the_list_opens_its_door_without_a_touch():
    state, effects = then(Round(SHIFT, ()), CodeShown("p1"))
    assert isinstance(state, Judging)
    assert isinstance(effects[0], PlanLoad)
    state, effects = then(state, LoadPlanned((scan("p1"),)))
    assert isinstance(state, Delivering)
    assert effects == (PutIn(SHIFT, scan("p1")),)
    state, _ = then(state, DoorReady(DROPOFF))
    assert isinstance(state, Working)
    assert isinstance(state.at, Opening)


@pytest.mark.parametrize(
    "verdict", [v for v in Verdict if not v.fits and v is not Verdict.SIZE_UNKNOWN]
)
def test_what_cannot_go_in_opens_nothing_and_the_list_says_why(verdict: Verdict):
    state, _ = then(Round(SHIFT, ()), CodeShown("p1"), LoadPlanned((scan("p1", verdict),)))
    assert isinstance(state, Round)
    assert state.said is not None
    assert state.said.verdict is verdict


def test_a_token_held_up_again_is_no_parcel():
    for state in (Round(SHIFT, ()), Batch(EMPTY_LOAD), NameParcel(SHIFT)):
        assert journey.step(state, CodeShown(TOKEN)) == (state, ())


def at_the_door(scanned: Scan, *more: Scan, single: bool = False) -> Working:
    waits = Delivering(replace(load(scanned, *more), single=single), scanned, held=True)
    return Working(waits, PutParcel(replace(DROPOFF, label=scanned.label)))


@pytest.mark.parametrize("said", ["p1", "P-1", "p 1"])
def test_the_parcels_own_label_at_its_open_door_is_confirmed_and_opens_nothing(said: str):
    state, effects = then(at_the_door(scan("p1")), CodeShown(said))
    assert state.behind.seen is Seen.RIGHT
    assert effects == ()


def test_another_label_at_the_open_door_says_to_shut_this_one_first():
    state, effects = then(at_the_door(scan("p1"), single=True), CodeShown("p2"))
    assert effects == (PlanLoad(SHIFT, (Scan("p2"),)),)
    state, effects = then(state, LoadPlanned((scan("p2"),)))
    assert isinstance(state, Working)
    assert (state.behind.seen, effects) == (Seen.OTHER, ())
    state, effects = then(state, CodeShown("p1"))
    assert (state.behind.seen, effects) == (Seen.RIGHT, ())
    held, _ = then(at_the_door(scan("p1")), CodeShown(TOKEN))
    assert held.behind.seen is Seen.NOTHING


def test_a_code_on_the_label_may_be_the_parcels_too_and_the_kiosk_knows_whose():
    known = replace(scan("p1"), text="JJD-0001")
    state, _ = then(at_the_door(scan("p1")), CodeShown("JJD-0001"), LoadPlanned((known,)))
    assert state.behind.seen is Seen.RIGHT


def test_no_label_stands_in_the_way_of_a_door_that_is_being_made_ready():
    ready = Delivering(load(scan("p1"), scan("p2", place=1)), scan("p1"))
    state, effects = then(ready, CodeShown("p2"))
    assert effects == ()
    assert isinstance(then(state, DoorReady(DROPOFF))[0], Working)


def test_a_parcel_nobody_announced_is_known_by_the_number_it_was_given():
    waits = Delivering(Load(SHIFT, (Scan("JJD-9"),), single=True), Scan("JJD-9"), held=True)
    state, _ = then(Working(waits, PutParcel(DROPOFF)), CodeShown("jjd 9"))
    assert state.behind.seen is Seen.RIGHT


def test_of_a_batch_the_label_that_was_held_up_meanwhile_comes_next():
    open_, _ = then(at_the_door(scan("a"), scan("b", place=1), scan("c", place=2)), CodeShown("c"))
    shut, _ = journey.underway(open_.behind, DoorDone(open_.visit, Outcome.DEPOSITED))
    state, _ = then(shut, RecipientTold())
    assert isinstance(state, NextStop)
    assert state.stop.text == "c"


def test_what_was_put_in_is_counted_once_its_door_is_shut():
    one = Delivering(replace(load(scan("p1")), single=True), scan("p1"))
    state, effects = done(one, Outcome.DEPOSITED)
    assert isinstance(effects[0], TellRecipient)
    state, _ = journey.underway(state, RecipientTold(told=True))
    assert isinstance(state, Round)
    assert (state.shift.delivered, state.shift.notified, state.shift.left) == (1, 1, ())


@pytest.mark.parametrize(
    ("outcome", "visit", "verdict", "left"),
    [
        (Outcome.CANCELLED, {}, Verdict.GIVEN_UP, True),
        (None, {"opened": True}, Verdict.LEFT_OPEN, False),
        (None, {}, Verdict.STUCK, True),
    ],
)
def test_what_was_not_put_in_is_left_over_with_its_reason(outcome, visit, verdict, left):
    one = Delivering(replace(load(scan("p1")), single=True), scan("p1"))
    state, _ = done(one, outcome, **visit)
    assert isinstance(state, Round)
    assert (state.said.verdict, state.shift.delivered) == (verdict, 0)
    assert state.shift.left == ((Left("p1", verdict),) if left else ())


def test_a_batch_is_planned_as_a_whole_with_every_scan():
    state, effects = then(Batch(EMPTY_LOAD), CodeShown("p1"), CodeShown("p2"))
    assert [s.text for s in effects[0].scans] == ["p1", "p2"]
    assert state.load.judging
    assert then(state, OpenAsked()) == (state, ())
    again, effects = then(state, CodeShown("p1"))
    assert (again.again, effects) == ("p1", ())
    fewer, effects = then(state, RemoveAsked())
    assert [s.text for s in fewer.load.scans] == ["p1"]


def test_doors_open_in_walking_order_and_each_parcel_may_be_passed_over():
    full = load(scan("far", place=2), scan("near", place=0), scan("mid", place=1))
    _, effects = then(Batch(full), OpenAsked())
    assert effects[0].scan.text == "near"
    stop = NextStop(full.marked(ReservationId("near"), Verdict.IN))
    assert stop.stop.text == "mid"
    assert then(stop, CodeShown("far"))[0].stop.text == "far"
    skipped, _ = then(stop, SkipAsked())
    assert skipped.stop.text == "far"
    back, _ = then(skipped, WentBack())
    assert isinstance(back, Batch)
    undone, effects = then(back, CodeShown("mid"))
    assert undone.load.judging
    ended, _ = then(back, WentBack())
    assert isinstance(ended, BatchDone)
    home, _ = then(ended, FinishAsked())
    assert {one.short for one in home.shift.left} == {"mid", "far"}


def test_a_door_that_stayed_shut_is_avoided_when_the_rest_is_planned_anew():
    full = load(scan("a"), scan("b", place=1))
    state, effects = done(Delivering(full, scan("a")), None, label="1")
    assert isinstance(state, NextStop)
    assert effects[-1].avoid == {"1"}
    assert [s.verdict for s in state.load.scans] == [None, Verdict.FITS]
    answered = LoadPlanned((scan("a", Verdict.STUCK), scan("b", place=1)))
    assert then(state, answered)[0].stop.text == "b"


def test_what_is_not_ready_after_all_ends_for_this_parcel_only():
    full = load(scan("a"), scan("b", place=1))
    state, _ = then(Delivering(full, scan("a")), NotReady(Verdict.ALREADY_IN))
    assert state.stop.text == "b"
    last, _ = then(Delivering(load(scan("a")), scan("a")), NotReady(Verdict.NO_LINE))
    assert isinstance(last, BatchDone)
    assert [s.verdict for s in last.load.others] == [Verdict.NO_LINE]


def test_what_comes_in_after_all_is_left_over_no_more():
    before = replace(SHIFT, left=(Left("p1", Verdict.FULL), Left("p2", Verdict.FULL)))
    put = Load(before, (scan("p1", Verdict.IN),))
    assert put.ended().left == (Left("p2", Verdict.FULL),)


def test_only_chores_that_make_sense_now_are_possible():
    bare = replace(SHIFT, may=frozenset())
    assert Round(bare, ()).possible == {Chore.REPORT}
    ready = replace(SHIFT, proves=True)
    assert Round(ready, (), Here(walk_ups=True)).possible == {
        Chore.BATCH, Chore.WALK_UP, Chore.REPORT, Chore.PROVE,
    }  # fmt: skip
    proved = replace(ready, may=frozenset(Permission))
    assert Chore.PROVE not in Round(proved, ()).possible


def test_from_behind_only_where_there_are_doors_behind():
    assert not then(Round(SHIFT, ()), SideChosen())[0].shift.rear
    assert then(Round(SHIFT, (), Here(rear=True)), SideChosen())[0].shift.rear


def test_from_behind_nothing_is_moved_between_doors_in_front():
    proved = replace(SHIFT, may=frozenset(Permission))
    assert Chore.SWAP in Round(proved, ()).possible
    assert Chore.SWAP not in Round(replace(proved, rear=True), ()).possible


def test_who_logs_out_hears_how_many_of_the_list_are_still_to_be_put_in():
    waits = scan("GLS-1").parcel
    assert waits is not None
    listed = (*[waits] * 7, replace(waits, errand=Errand.COLLECT))
    state, _ = then(Round(SHIFT, listed), LogOutAsked())
    assert state == RoundDone(SHIFT, waiting=7)


def test_the_count_is_printed_where_somebody_prints():
    done_, _ = then(Round(SHIFT, (), Here(prints=True)), LogOutAsked())
    state, effects = then(done_, PrintCountAsked())
    assert effects == (PrintCount(SHIFT),)
    assert then(state, CountPrinted(out=True))[0].printed is True
    assert then(RoundDone(SHIFT), PrintCountAsked()) == (RoundDone(SHIFT), ())


ROOM = RoomFound((SizeOffer("M", Millimetres(1, 1, 1), 2),), beside="7")


def test_a_parcel_nobody_announced_is_named_measured_and_put_in():
    unknown = Round(SHIFT, (), Here(walk_ups=True), said=scan("JJD-9", Verdict.UNKNOWN))
    state, _ = then(unknown, ChoreChosen(Chore.WALK_UP))
    assert state == PhoneParcel(SHIFT, "JJD-9")
    state, effects = then(state, *map(KeyPressed, "+4917012345"), Entered())
    assert isinstance(state, SizeParcel)
    assert effects == (FindRoom(SHIFT, "JJD-9", "+4917012345"),)
    state, effects = then(state, ROOM, SizeChosen("M"))
    assert effects == (PutUnlisted(SHIFT, "JJD-9", "+4917012345", size="M"),)
    assert isinstance(then(state, NotReady(Verdict.FULL))[0], Round)


def test_it_may_go_beside_the_same_persons_parcel_and_only_where_that_is_offered():
    sizing = SizeParcel(SHIFT, "JJD-9", "+4917012345")
    _, effects = then(sizing, ROOM, BesideChosen())
    assert effects[0].beside == "7"
    alone = replace(ROOM, beside="")
    assert then(sizing, alone, BesideChosen())[1] == ()
    assert then(sizing, alone, SizeChosen("XL"))[1] == ()


def test_where_nothing_is_free_the_list_comes_back_and_nowhere_else():
    sizing = SizeParcel(SHIFT, "JJD-9", "+4917012345")
    assert isinstance(then(sizing, RoomFound(), FinishAsked())[0], Round)
    for room in (ROOM, replace(ROOM, offers=()), replace(ROOM, beside="")):
        assert isinstance(then(sizing, room, FinishAsked())[0], SizeParcel)


def test_one_that_has_a_reservation_is_put_in_by_that():
    state, _ = then(SizeParcel(SHIFT, "JJD-9", "+4917012345"), ParcelKnown())
    assert isinstance(state, Judging)


def test_a_number_too_long_or_a_telephone_number_too_short_goes_no_further():
    named = NameParcel(SHIFT)
    assert journey.step(named, CodeShown("x" * 41)) == (named, ())
    short = PhoneParcel(SHIFT, "JJD-9", "+4917")
    state, effects = then(short, Entered())
    assert (state, effects) == (replace(short, short=True), ())
    assert then(state, KeyPressed("0"))[0] == PhoneParcel(SHIFT, "JJD-9", "+49170")
