"""Where somebody's parcel lies a technician says why before its door opens; all doors need two."""

from dataclasses import replace

from kiosk.demo.states_service_doors import BANK, ONE, WHO
from kiosk.domain.challenge import ServiceAct
from kiosk.domain.compartments import CompartmentFacts, Finding, Lying
from kiosk.domain.flows import staff
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.inputs import DoorClosed, OpenAsked, WentBack
from kiosk.domain.flows.service.compartment_wishes import Why, Wish
from kiosk.domain.flows.service.door_in_hand import (
    InsideNoted,
    InsideSaid,
    Unlock,
    Unlocked,
    Unlocking,
)
from kiosk.domain.flows.service.inventory import Inventory
from kiosk.domain.flows.service.one_door import (
    Choosing,
    LookUpParcel,
    OneDoor,
    OptionChosen,
    TakeOutAsked,
    UnlockAsked,
)
from kiosk.domain.flows.service.several import (
    AllFreeAsked,
    ChooseSeveral,
    EveryDoorAsked,
    GoAsked,
    SkipDoorAsked,
)
from kiosk.domain.flows.service.two_people import TwoPeople
from kiosk.domain.layout import Owner
from kiosk.domain.model import Contents, ReservationId, ReservationState


def walked(state, *events):
    effects = []
    for event in events:
        state, more = staff.step(state, event)
        effects += more
    return state, effects


def fired(effects) -> list[tuple[str, str]]:
    return [
        (effect.hand.label, effect.hand.why) for effect in effects if isinstance(effect, Unlock)
    ]


def facts(label: str) -> CompartmentFacts:
    return next(one for one in BANK if one.label == label)


THEIRS = replace(ONE, facts=facts("27"))


def test_opening_an_occupied_door_needs_a_reason():
    assert THEIRS.facts.is_occupied
    state, effects = walked(THEIRS, UnlockAsked())
    assert isinstance(state, Choosing)
    assert state.wish is Wish.OPEN
    assert fired(effects) == []
    for nonsense in (
        OptionChosen(""),
        OptionChosen("because"),
        OptionChosen(Why.REPAIRED),
        OpenAsked(),
    ):
        assert walked(state, nonsense) == (state, [])
    state, effects = walked(state, OptionChosen(Why.HOLDER))
    assert isinstance(state, Unlocking)
    assert fired(effects) == [("27", Why.HOLDER)]


def test_who_says_no_reason_opens_nothing():
    state, effects = walked(THEIRS, UnlockAsked(), WentBack())
    assert isinstance(state, OneDoor)
    assert fired(effects) == []


def test_the_reason_is_for_the_door_that_was_asked_for_the_rear_one_too():
    rear = replace(THEIRS.facts.doors[0], id="27/rear", rear=True)
    both = replace(THEIRS, facts=replace(THEIRS.facts, doors=(*THEIRS.facts.doors, rear)))
    _, effects = walked(both, UnlockAsked(rear=True), OptionChosen(Why.LOOK))
    assert [e.hand.door for e in effects if isinstance(e, Unlock)] == ["27/rear"]


def test_taking_a_parcel_out_for_good_needs_a_reason():
    state, effects = walked(THEIRS, TakeOutAsked())
    assert effects == []
    _, effects = walked(state, OptionChosen(Why.DAMAGED))
    assert effects == [LookUpParcel(WHO, "27", Why.DAMAGED)]


def test_who_was_let_in_by_telephone_says_why_too_and_may_do_nothing_else():
    who = Staffer("t-042", offline_act=ServiceAct.OPEN)
    state, effects = walked(replace(THEIRS, who=who), TakeOutAsked(), UnlockAsked())
    assert isinstance(state, Choosing)
    assert isinstance(walked(state, WentBack())[0], OneDoor)
    _, effects = walked(state, OptionChosen(Why.OFFICE))
    assert fired(effects) == [("27", Why.OFFICE)]


def test_a_compartment_is_occupied_while_a_parcel_lies_there_or_may():
    nobodys = replace(ONE.facts, contents=Contents.EMPTY, lying=None)
    assert not nobodys.is_occupied
    assert replace(nobodys, contents=Contents.PARCEL).is_occupied
    for state in ReservationState:
        lying = Lying(ReservationId("r1"), "r1", state, Owner.CLOUD)
        there = lying.expects_parcel or lying.may_lie
        assert replace(nobodys, lying=lying).is_occupied is there


def test_an_inventory_says_of_each_door_that_it_is_for_one():
    run, effects = walked(Inventory(WHO, BANK), GoAsked(), Unlocked("i1"), DoorClosed())
    assert fired(effects) == [(BANK[0].label, Why.INVENTORY)]
    noted = InsideNoted(Finding.AS_EXPECTED)
    _, effects = walked(run, InsideSaid(Contents.EMPTY), noted)
    assert fired(effects) == [(BANK[1].label, Why.INVENTORY)]


def test_open_all_needs_two_people():
    choosing = ChooseSeveral(WHO, BANK)
    state, effects = walked(choosing, EveryDoorAsked())
    assert isinstance(state, TwoPeople)
    assert effects == []
    for alone in (GoAsked(), SkipDoorAsked(), OpenAsked(), AllFreeAsked(), UnlockAsked()):
        assert walked(state, alone) == (state, [])
    assert walked(state, WentBack())[0] == replace(choosing, bank=None)


def test_one_person_opens_several_only_where_nothing_lies():
    state, _ = walked(ChooseSeveral(WHO, BANK), AllFreeAsked())
    chosen = [facts(label) for label in state.chosen]
    assert chosen
    assert not any(one.is_occupied for one in chosen)
