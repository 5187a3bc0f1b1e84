"""C18, C19, B16, C20, C21: what is begun here without a code, and opened again by its owner."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.after import ConfirmPut, ShowCode
from kiosk.domain.flows.choices import (
    ChargingAsked,
    Draft,
    GatePassed,
    LowAsked,
    MoreAsked,
    Neighbour,
    NothingFree,
    ParcelDeclared,
    SizeChosen,
    SizesFound,
    StoreChosen,
)
from kiosk.domain.flows.effects import EndVisit, FindSizes, OpenDoor, PassGate, Reserve
from kiosk.domain.flows.gates import PassingGate
from kiosk.domain.flows.home import Checking, EnterCode, Explaining, Home
from kiosk.domain.flows.inputs import (
    CodeShown,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorStillOpen,
    Entered,
    Erased,
    Explained,
    FinishAsked,
    Granted,
    JourneyChosen,
    KeyPressed,
    OpenAsked,
    OrderChanged,
    TimedOut,
    TroubleAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.journey import StillThere
from kiosk.domain.flows.keeping import ChooseStore, LookInside
from kiosk.domain.flows.opening import Done, DoorStuck, Opening, PutParcel, TakeParcel
from kiosk.domain.flows.problem import AskTrouble
from kiosk.domain.flows.visit import Aim, Explanation, Failure, Outcome, Trouble
from kiosk.domain.flows.walkup import AskPhone, ChooseAim, ChooseSize, NoRoom, Reserving
from kiosk.domain.model import Channel, Contents, Kind, Purpose, ReservationState
from kiosk.domain.particulars import Demand, Needs
from tests.domain.samples import ALL_AIMS, FEE
from tests.domain.story import (
    HANDOVER,
    OFFERS,
    PICKUP,
    SENDING,
    STORING,
    WALKUP,
    Line,
    at_open_door,
    story,
)

MORE: Line = (MoreAsked(), ChooseAim)
OFFERING = Home(offers=ALL_AIMS)
STORED_HERE = replace(WALKUP, kind=Kind.STORE)


def phone(text: str) -> list[Line]:
    return [(KeyPressed(sign), AskPhone) for sign in text]


def reserved(visit=WALKUP) -> list[Line]:
    return [
        (SizesFound(OFFERS), ChooseSize),
        (SizeChosen("M"), Reserving),
        (Granted(visit), Opening),
        (DoorOpened("i1"), PutParcel),
    ]


SHUT: Line = (DoorClosed(open_for=9.0), ConfirmPut)
INSIDE: Line = (ParcelDeclared(inside=True), ShowCode)


def test_home_offers_no_more_than_there_is():
    story((MoreAsked(), Home))
    story((JourneyChosen(Aim.SEND), Home))
    story(MORE, (JourneyChosen(Aim.SEND), ChooseAim), at=Home(offers=frozenset({Aim.STORE})))


def test_a_parcel_is_sent_to_a_telephone_number():
    tale = story(MORE, (JourneyChosen(Aim.SEND), AskPhone), *phone("+4917012345"), at=OFFERING)
    tale.goes((Entered(), ChooseSize))
    assert tale.effects == [FindSizes(Draft(Aim.SEND, "+4917012345"))]
    tale.goes(*reserved())
    reserving = next(e for e in tale.effects if isinstance(e, Reserve))
    assert reserving.draft == Draft(Aim.SEND, "+4917012345", size="M")
    assert tale.parcel is ReservationState.DEPOSITING
    tale.goes(SHUT)
    assert tale.told == []
    assert tale.inside() is Contents.MAYBE
    tale.goes(INSIDE)
    assert "parcel.deposited" in tale.told
    assert tale.parcel is ReservationState.STORED
    assert tale.inside() is Contents.PARCEL
    assert tale.state.visit.handover == WALKUP.handover
    assert tale.goes((FinishAsked(), Home)).effects[-1] == EndVisit()
    assert tale.opened == ["12"]


def test_a_message_with_the_code_goes_out_once_and_only_with_the_deposit():
    told = replace(WALKUP, handover=replace(HANDOVER, told=True))
    tale = story(*at_open_door(told), SHUT)
    assert notices(tale) == []
    tale.goes(INSIDE, (DoorOpened("i1"), PutParcel), (DoorClosed(), ShowCode))
    [notice] = notices(tale)
    assert notice.sealed["typed"] == HANDOVER.typed
    assert HANDOVER.typed not in repr(notice)
    nothing = story(*at_open_door(told), SHUT, (ParcelDeclared(inside=False), Done))
    assert notices(nothing) == []


def notices(tale):
    events = [event for change in tale.changes for event in change.events]
    return [event for event in events if event.channel is Channel.NOTIFIER]


@pytest.mark.parametrize("typed", ["", "12345", "+12345"])
def test_a_telephone_number_that_is_too_short_goes_nowhere_and_that_is_said(typed):
    tale = story(*phone(typed), (Entered(), AskPhone), at=AskPhone(Draft(Aim.SEND)))
    assert tale.effects == []
    assert tale.state.short
    assert not tale.goes((KeyPressed("6"), AskPhone)).state.short


def test_a_telephone_number_has_a_plus_only_in_front_and_fifteen_digits_at_most():
    tale = story(*phone("+1+2a 3" + "4" * 20), at=AskPhone(Draft(Aim.SEND)))
    assert tale.state.typed == "+123" + "4" * 12
    assert tale.goes((Erased(), AskPhone)).state.typed == "+123" + "4" * 11


def test_who_sees_the_sizes_may_go_back_to_the_number():
    tale = story((WentBack(), AskPhone), at=ChooseSize(SENDING, OFFERS))
    assert tale.state.typed == SENDING.phone
    assert tale.goes((WentBack(), Home)).effects == [EndVisit()]


def test_only_a_size_that_is_offered_can_be_chosen():
    tale = story((SizeChosen("M"), ChooseSize), at=ChooseSize(SENDING))
    tale.goes((SizesFound(OFFERS), ChooseSize), (SizeChosen("XXL"), ChooseSize))
    assert not any(isinstance(effect, Reserve) for effect in tale.effects)


@pytest.mark.parametrize(
    ("touch", "needs"),
    [(LowAsked(), Needs(low=True)), (ChargingAsked(), Needs(charging=True))],
)
def test_low_doors_and_chargers_are_looked_for_and_given_up_again(touch, needs):
    tale = story((touch, ChooseSize), at=ChooseSize(SENDING, OFFERS))
    assert tale.state.offers is None
    tale.goes((SizesFound(OFFERS), ChooseSize), (touch, ChooseSize))
    assert [e.draft.needs for e in tale.effects] == [needs, Needs()]


def test_in_access_mode_low_compartments_are_looked_for_first():
    tale = story((OrderChanged(True, True, (), False, ALL_AIMS, access=True), Home), MORE)
    tale.goes((JourneyChosen(Aim.STORE), ChooseSize))
    assert tale.effects == [FindSizes(Draft(Aim.STORE, needs=Needs(low=True)))]


def test_access_mode_switched_on_at_the_number_counts_too():
    tale = story(
        (OrderChanged(True, True, (), False, ALL_AIMS, access=True), AskPhone), at=AskPhone(SENDING)
    )
    assert tale.state.draft.needs.low


def test_a_full_locker_names_the_nearest_with_room():
    near = (Neighbour("Station", 400, "geo:48.1,11.5"),)
    tale = story((NothingFree(near), NoRoom), at=ChooseSize(SENDING))
    assert tale.state.nearest == near
    tale.goes((OpenAsked(), ChooseSize), (NothingFree(near), NoRoom), (FinishAsked(), Home))
    assert tale.opened == []


def test_the_last_compartment_taken_while_one_chose_is_said_so():
    tale = story((SizeChosen("M"), Reserving), at=ChooseSize(SENDING, OFFERS))
    tale.goes((NothingFree(), NoRoom), (LowAsked(), ChooseSize))


@pytest.mark.parametrize("stray", [WentBack(), TimedOut(), SizeChosen("M"), CodeShown("123456")])
def test_while_a_compartment_is_set_aside_only_the_answer_counts(stray):
    assert story((stray, Reserving), at=Reserving(SENDING)).effects == []


@pytest.mark.parametrize("waiting", [ChooseSize(SENDING), Reserving(SENDING)])
def test_too_many_doubtful_compartments_pause_what_is_begun_here(waiting):
    tale = story((Explained(Explanation.WALK_UPS_PAUSED), Explaining), at=waiting)
    assert tale.state.explanation is Explanation.WALK_UPS_PAUSED
    assert tale.opened == []


def test_a_code_held_up_beside_the_choices_is_a_code_all_the_same():
    tale = story(MORE, (CodeShown("DLV-PICK-r1-A1B2C3"), Checking), at=OFFERING)
    tale.goes((Granted(PICKUP), Opening))


def test_choices_that_are_gone_lead_home():
    order = OrderChanged(True, True, ("12",), False)
    assert story(MORE, (order, Home), at=OFFERING).state.left_open == ("12",)


# Store.


def test_what_one_stores_needs_no_telephone_number():
    tale = story(MORE, (JourneyChosen(Aim.STORE), ChooseSize), *reserved(STORED_HERE), at=OFFERING)
    tale.goes(SHUT, INSIDE, (FinishAsked(), Home))
    assert tale.told.count("parcel.deposited") == 1


OWN = [(CodeShown("DLV-PICK-r1-A1B2C3"), Checking), (Granted(STORING), ChooseStore)]
KEEP: list[Line] = [
    *OWN,
    (StoreChosen(end=False), Opening),
    (DoorOpened("i1"), LookInside),
]


def test_the_owner_opens_in_between_and_goes_on_storing():
    tale = story(*KEEP)
    [fired] = [e.visit for e in tale.effects if isinstance(e, OpenDoor)]
    assert fired.purpose is Purpose.OPENING
    assert tale.parcel is ReservationState.OPENED
    tale.goes((DoorClosed(), Done))
    assert tale.state.outcome is Outcome.KEPT
    assert tale.parcel is ReservationState.STORED
    assert tale.told == ["reservation.opened", "reservation.kept"]


def test_a_door_opened_once_more_from_the_done_screen_is_stored_on_again():
    tale = story(
        *KEEP, (DoorClosed(), Done), (OpenAsked(), Opening), (DoorOpened("i2"), LookInside)
    )
    assert tale.parcel is ReservationState.OPENED
    assert tale.goes((DoorClosed(), Done), (TimedOut(), Home)).parcel is ReservationState.STORED


def test_opening_in_between_is_no_collection_whatever_is_said_at_the_door():
    for trouble in Trouble:
        tale = story(*KEEP, (TroubleAsked(), AskTrouble))
        if trouble is Trouble.DID_NOT_OPEN:
            continue
        shown = AskTrouble if trouble is Trouble.UNWANTED else LookInside
        tale.goes((TroubleChosen(trouble), shown), (DoorClosed(), Done))
        assert tale.state.outcome is Outcome.KEPT
        assert "parcel.collected" not in tale.told
        assert tale.parcel is ReservationState.STORED


def test_one_s_own_door_left_open_is_left_open_like_any_other():
    tale = story(*KEEP, (DoorStillOpen(1), LookInside), (DoorStillOpen(3), Home))
    assert tale.inside() is Contents.MAYBE
    assert "door.left_open" in tale.told


def test_the_owner_takes_all_and_ends_it():
    tale = story(*OWN, (StoreChosen(end=True), Opening), (DoorOpened("i1"), TakeParcel))
    tale.goes((DoorClosed(), Done))
    assert tale.state.outcome is Outcome.COLLECTED
    assert tale.parcel is ReservationState.FINISHED
    assert tale.told == ["parcel.collected"]


def test_what_the_time_cost_is_paid_before_the_door_opens():
    owing = replace(STORING, gates=(Demand.PAYMENT,), due=FEE)
    for end, screen in ((True, TakeParcel), (False, LookInside)):
        tale = story((CodeShown("123456"), Checking), (Granted(owing), ChooseStore))
        tale.goes((StoreChosen(end), PassingGate))
        assert any(isinstance(e, PassGate) and e.visit.due == FEE for e in tale.effects)
        assert tale.opened == []
        tale.goes((GatePassed(Demand.PAYMENT), Opening), (DoorOpened("i1"), screen))


def test_who_leaves_without_choosing_has_changed_nothing():
    tale = story(*OWN, (TimedOut(), StillThere), (TimedOut(), Home))
    assert tale.changes == []
    assert story(*OWN, (WentBack(), Home)).changes == []


def test_once_ended_the_code_opens_again_without_a_choice():
    again = replace(STORING, settled=True)
    story((CodeShown("123456"), Checking), (Granted(again), Opening))


def test_a_return_may_be_begun_with_a_code_only():
    story(MORE, (JourneyChosen(Aim.RETURN), EnterCode), at=OFFERING)


@pytest.mark.parametrize("failure", [Failure.JAMMED, Failure.SPENT, Failure.BOARD])
def test_whose_door_does_not_open_again_still_gets_the_code_to_what_lies_inside(failure):
    tale = story(*at_open_door(STORED_HERE), (DoorClosed(), ConfirmPut), (OpenAsked(), Opening))
    tale.goes((DoorFailed(failure), DoorStuck), (FinishAsked(), ShowCode))
    assert tale.state.visit.handover == HANDOVER
    assert tale.state.outcome is Outcome.DEPOSITED_UNCONFIRMED
    assert tale.told == ["parcel.deposited"]
    assert tale.inside() is Contents.MAYBE
    assert tale.goes((FinishAsked(), Home)).effects[-1] == EndVisit()


def test_a_door_that_shut_before_the_second_pulse_keeps_the_code_for_its_depositor():
    tale = story(*at_open_door(STORED_HERE), (TroubleAsked(), AskTrouble))
    tale.goes((TroubleChosen(Trouble.DID_NOT_OPEN), Opening))
    tale.goes((DoorFailed(Failure.JAMMED, "i2"), DoorStuck), (TimedOut(), StillThere))
    tale.goes((TimedOut(), StillThere))
    assert isinstance(tale.state.before, ShowCode)
    assert tale.told == ["parcel.deposited"]
