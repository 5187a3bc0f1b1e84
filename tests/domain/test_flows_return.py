"""C22, C23, C24: parcels that go back, and parcels that a courier takes on."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.after import ConfirmPut
from kiosk.domain.flows.choices import (
    Draft,
    MoreAsked,
    NothingFree,
    ParcelDeclared,
    SizeChosen,
    SizesFound,
)
from kiosk.domain.flows.effects import CheckCode, EndVisit, FindSizes, Reserve
from kiosk.domain.flows.home import Checking, EnterCode, Explaining, Home, Refused
from kiosk.domain.flows.inputs import (
    CodeRefused,
    CodeShown,
    DoorClosed,
    DoorOpened,
    Explained,
    Granted,
    JourneyChosen,
    OpenAsked,
    WentBack,
)
from kiosk.domain.flows.opening import Done, Opening, PutParcel
from kiosk.domain.flows.visit import WALK_UP, Aim, Explanation, Outcome
from kiosk.domain.flows.walkup import ChooseAim, ChooseSize, NoRoom, Reserving
from kiosk.domain.layout import Millimetres
from kiosk.domain.model import Contents, Kind, ReservationId, ReservationState
from kiosk.domain.particulars import Needs
from tests.domain.samples import ALL_AIMS, RICH, UNPLACED
from tests.domain.story import DROPOFF, OFFERS, Line, at_open_door, story, typed

PLACED = replace(UNPLACED, label="12", size="M")
ASKED: list[Line] = [(MoreAsked(), ChooseAim), (JourneyChosen(Aim.RETURN), EnterCode)]
SHOWN: Line = (CodeShown("DLV-DROP-r1-A1B2C3"), Checking)
PUT: list[Line] = [(DoorOpened("i1"), PutParcel), (DoorClosed(open_for=9.0), Done)]


def test_a_return_with_a_compartment_of_its_own_is_a_drop_off():
    back = replace(DROPOFF, kind=Kind.RETURN)
    tale = story(*at_open_door(back), (DoorClosed(), Done))
    assert tale.told == ["parcel.deposited"]
    assert tale.parcel is ReservationState.STORED


def test_the_kiosk_asks_what_the_code_is_worth_for_a_return():
    tale = story(*ASKED, *typed("123456"), at=Home(offers=ALL_AIMS))
    assert [e.aim for e in tale.effects if isinstance(e, CheckCode)] == [Aim.RETURN]
    tale.goes((CodeRefused(), Refused), (OpenAsked(), EnterCode))
    assert tale.state.aim is Aim.RETURN


def test_a_return_without_a_compartment_is_given_one_of_the_size_chosen():
    tale = story(SHOWN, (Granted(UNPLACED), ChooseSize))
    assert tale.opened == []
    looked = next(e.draft for e in tale.effects if isinstance(e, FindSizes))
    assert (looked.aim, looked.visit, looked.earlier) == (Aim.RETURN, UNPLACED, None)
    tale.goes((SizesFound(OFFERS), ChooseSize), (SizeChosen("M"), Reserving))
    assert [e.draft.size for e in tale.effects if isinstance(e, Reserve)] == ["M"]
    tale.goes((Granted(PLACED), Opening), *PUT)
    assert tale.opened == ["12"]
    assert tale.state.outcome is Outcome.DEPOSITED
    assert tale.inside() is Contents.PARCEL


@pytest.mark.parametrize(
    "known", [{"size": "M"}, {"needs": Needs(inside=Millimetres(300, 100, 200))}]
)
def test_whose_size_or_measures_are_known_chooses_nothing(known):
    tale = story(SHOWN, (Granted(replace(UNPLACED, **known)), Reserving))
    assert not any(isinstance(effect, FindSizes) for effect in tale.effects)
    tale.goes((Granted(PLACED), Opening), *PUT)
    assert tale.told == ["parcel.deposited"]


def test_an_earlier_delivery_comes_back_with_the_code_that_fetched_it():
    earlier = replace(UNPLACED, earlier=ReservationId("r0"))
    tale = story(*ASKED, SHOWN, (Granted(earlier), ChooseSize), at=Home(offers=ALL_AIMS))
    looked = next(e.draft for e in tale.effects if isinstance(e, FindSizes))
    assert (looked.visit, looked.earlier) == (None, ReservationId("r0"))
    tale.goes((SizesFound(OFFERS), ChooseSize), (SizeChosen("M"), Reserving))
    new = replace(PLACED, reservation=ReservationId("r9"))
    tale.goes((Granted(new), Opening), *PUT)
    assert {change.reservation for change in tale.changes} == {"r9"}


def test_a_return_begun_here_is_asked_for_and_has_no_code_to_pass_on():
    new = replace(PLACED, code_name=WALK_UP, handover=None)
    tale = story(*at_open_door(new), (DoorClosed(open_for=9.0), ConfirmPut))
    tale.goes((ParcelDeclared(inside=True), Done))
    assert tale.told == ["parcel.deposited"]


def test_in_access_mode_a_compartment_within_reach_is_looked_for():
    tale = story(SHOWN, (Granted(replace(UNPLACED, access=True)), ChooseSize))
    assert tale.state.draft.needs.low


def test_a_return_that_finds_no_room_stays_as_it_was():
    tale = story(
        SHOWN, (Granted(UNPLACED), ChooseSize), (NothingFree(), NoRoom), (WentBack(), Home)
    )
    assert tale.changes == []
    assert tale.effects[-1] == EndVisit()


def test_who_goes_back_from_the_sizes_has_returned_nothing():
    tale = story(SHOWN, (Granted(UNPLACED), ChooseSize), (WentBack(), Home))
    assert tale.changes == []


def test_a_first_mile_parcel_is_put_in_by_its_sender():
    first = replace(DROPOFF, kind=Kind.FIRST_MILE, rules=RICH)
    tale = story(*at_open_door(first), (DoorClosed(open_for=20.0), Done))
    assert tale.told == ["parcel.deposited"]


def test_a_first_mile_parcel_is_no_consumers_to_take():
    tale = story(SHOWN, (Explained(Explanation.FOR_COURIER), Explaining))
    assert tale.opened == []
    assert tale.goes((WentBack(), Home)).changes == []


def test_a_compartment_that_was_set_aside_without_being_one_opens_nothing():
    tale = story(
        (Granted(replace(UNPLACED, size="M")), Explaining), at=Reserving(Draft(Aim.RETURN))
    )
    assert tale.state.explanation is Explanation.ASK_STAFF
    assert tale.effects == []
