"""Doors in a technician's hands: the map, one compartment, several, the inventory, two people."""

from dataclasses import fields, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.demo.states_service_doors import BANK, HAND, JAMMED, MAP, ONE, SERVICE_DOORS, WHO
from kiosk.domain.accounts import AccountId, Proof, Role
from kiosk.domain.challenge import ServiceAct
from kiosk.domain.compartments import CompartmentFacts, Finding, Look
from kiosk.domain.flows import journey, staff
from kiosk.domain.flows.duty import SignedOff, SignOff, Staffer, Working
from kiosk.domain.flows.effects import Flag, OpenDoor, Settle
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    DoorClosed,
    DoorOpened,
    DoorStillOpen,
    Entered,
    KeyPressed,
    OpenAsked,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.service import doors, inventory, left_open
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.service.compartment_wishes import Why, Wish, WishRefused
from kiosk.domain.flows.service.door_in_hand import (
    Ending,
    Hand,
    HandDone,
    InsideNoted,
    InsideSaid,
    LetGo,
    NoteInside,
    NotUnlocked,
    StandsOpen,
    StaysShut,
    Unlock,
    Unlocked,
    Unlocking,
    WhatInside,
)
from kiosk.domain.flows.service.doors import BankRead, DoorChosen, DoorMap, DoorNumber, NumberAsked
from kiosk.domain.flows.service.one_door import (
    CarriedOut,
    CarryOut,
    Choosing,
    CompartmentRead,
    OneDoor,
    OptionChosen,
    ParcelFound,
    TakeOutAsked,
    UnlockAsked,
    Wished,
)
from kiosk.domain.flows.service.several import (
    AllFreeAsked,
    ChooseSeveral,
    EveryDoorAsked,
    GoAsked,
    Kind,
    Run,
    SeveralAsked,
    SkipDoorAsked,
)
from kiosk.domain.flows.service.tickets import CloseAsked, CloseTicket
from kiosk.domain.flows.service.two_people import (
    Asks,
    BothProved,
    NotProved,
    NotTwo,
    OneProved,
    ProveOne,
    ProvingTwo,
    RequireTwo,
    Shortfall,
    TwoPeople,
)
from kiosk.domain.flows.visit import Failure, Over
from kiosk.domain.layout import DoorState
from kiosk.domain.model import CompartmentFlag, Contents, IntentState

SHUT, OPENED = DoorClosed(), Unlocked("i1")
FIRST = Proof(AccountId("t-042"), Role.TECHNICIAN, 1.0)
SECOND = Proof(AccountId("t-007"), Role.TECHNICIAN, 2.0)


def walked(state, *events):
    """Every effect on the way, and where it ends."""
    effects = []
    for event in events:
        state, more = staff.step(state, event)
        effects += more
    return state, effects


def fired(effects) -> list[str]:
    return [effect.hand.label for effect in effects if isinstance(effect, Unlock)]


def facts(label: str) -> CompartmentFacts:
    return next(one for one in BANK if one.label == label)


# the map


def test_a_door_touched_on_the_map_is_shown_and_nothing_opens():
    state, effects = walked(MAP, DoorChosen("21"))
    assert isinstance(state, OneDoor)
    assert state.facts.label == "21"
    assert fired(effects) == []


def test_a_small_door_is_chosen_by_its_number():
    state, _ = walked(MAP, NumberAsked(), KeyPressed("2"), KeyPressed("1"), Entered())
    assert isinstance(state, OneDoor)
    assert state.facts.label == "21"


def test_a_number_that_no_door_has_is_said_so():
    state, _ = walked(MAP, NumberAsked(), KeyPressed("9"), KeyPressed("9"), Entered())
    assert state == DoorNumber(WHO, BANK, unknown=True)


def test_the_map_is_read_anew_while_it_shows_and_stays_as_it_was_where_that_fails():
    fresh = tuple(replace(one, contents=Contents.MAYBE) for one in BANK)
    assert MAP.rereads is not None
    assert walked(MAP, BankRead(fresh))[0] == DoorMap(WHO, fresh)
    assert walked(MAP, BankRead(None))[0] == MAP


def test_what_is_read_of_another_door_changes_nothing():
    assert walked(ONE, CompartmentRead(facts("16")))[0] == ONE


def test_the_way_back_leads_to_where_the_door_was_chosen():
    listed = left_open.LeftOpen(WHO, BANK)
    state, _ = walked(listed, DoorChosen("37"), WentBack())
    assert state == listed
    assert walked(MAP, DoorChosen("37"), WentBack(), WentBack())[0] == Bench(WHO)


# one door


def test_one_touch_fires_one_door_once():
    state, effects = walked(ONE, UnlockAsked())
    assert isinstance(state, Unlocking)
    assert [(e.hand.label, e.hand.pulse) for e in effects] == [("21", 1)]
    assert walked(state, UnlockAsked(), OpenAsked())[1] == []


def test_an_open_door_leaves_its_contents_in_doubt_until_somebody_says_what_lies_there():
    state, effects = walked(ONE, UnlockAsked(), OPENED)
    settled = next(effect for effect in effects if isinstance(effect, Settle))
    assert settled.state is IntentState.OPENED
    assert settled.change.contents is Contents.MAYBE
    state, effects = walked(state, SHUT)
    assert effects[0].state is IntentState.CLOSED
    assert effects[0].change.contents is Contents.MAYBE
    state, effects = walked(state, WentBack())
    assert state.done.how is Ending.UNSAID
    assert not [effect for effect in effects if isinstance(effect, NoteInside)]


def test_what_was_seen_inside_is_written_down_once():
    at = WhatInside(HAND, ONE)
    state, effects = walked(at, InsideSaid(Contents.EMPTY), InsideSaid(Contents.PARCEL))
    assert [e.said for e in effects if isinstance(e, NoteInside)] == [Contents.EMPTY]
    state, effects = walked(state, InsideNoted(Finding.AS_EXPECTED, Contents.EMPTY))
    assert isinstance(state, OneDoor)
    assert (state.done.said, state.done.finding) == (Contents.EMPTY, Finding.AS_EXPECTED)
    assert LetGo() in effects


def test_a_door_is_fired_three_times_for_one_touch_each_and_then_chosen_anew():
    stuck = NotUnlocked(Failure.JAMMED, "i1")
    state, effects = walked(ONE, UnlockAsked(), stuck, OpenAsked(), stuck, OpenAsked(), stuck)
    assert isinstance(state, StaysShut)
    assert [e.hand.pulse for e in effects if isinstance(e, Unlock)] == [1, 2, 3]
    assert walked(state, OpenAsked())[1] == []
    state, effects = walked(state, WentBack(), UnlockAsked())
    assert [e.hand.pulse for e in effects if isinstance(e, Unlock)] == [1]


def test_each_pulse_that_opens_nothing_settles_its_own_intent():
    _, effects = walked(ONE, UnlockAsked(), NotUnlocked(Failure.JAMMED, "i7"))
    assert [(e.intent, e.state) for e in effects if isinstance(e, Settle)] == [
        ("i7", IntentState.FAILED)
    ]
    assert not [
        e for e in walked(ONE, UnlockAsked(), NotUnlocked(Failure.BUSY))[1] if isinstance(e, Settle)
    ]


def test_a_stuck_door_that_comes_loose_is_open():
    state, effects = walked(StaysShut(HAND, ONE, Failure.JAMMED), DoorOpened("i1"))
    assert isinstance(state, StandsOpen)
    assert effects[0].state is IntentState.OPENED


def test_a_door_pushed_shut_that_springs_back_is_still_in_hand():
    state, _ = walked(WhatInside(HAND, ONE), DoorOpened("i1"))
    assert isinstance(state, StandsOpen)


def test_a_door_open_for_too_long_is_noted_as_left_open_and_others_may_be_opened():
    state, effects = walked(StandsOpen(HAND, ONE), DoorStillOpen(1), DoorStillOpen(3))
    assert isinstance(state, OneDoor)
    assert state.done.how is Ending.LEFT_OPEN
    assert [e.state for e in effects if isinstance(e, Settle)] == [IntentState.LEFT_OPEN]
    assert [e.flag for e in effects if isinstance(e, Flag)] == [CompartmentFlag.LEFT_OPEN]
    assert LetGo() in effects


def test_a_door_that_was_left_open_and_is_shut_now_is_not_asked_to_be_pushed_shut():
    left = replace(ONE, done=HandDone(HAND, Ending.LEFT_OPEN))
    stands = replace(ONE.facts, doors=(replace(ONE.facts.doors[0], state=DoorState.OPEN),))
    assert walked(left, CompartmentRead(stands))[0].done.how is Ending.LEFT_OPEN
    assert walked(left, CompartmentRead(ONE.facts))[0].done.how is Ending.UNSAID


def test_a_door_whose_board_fell_silent_is_left_as_an_open_one_and_needs_no_waiting():
    unheard = DoorStillOpen(1, heard=False)
    state, effects = walked(StandsOpen(HAND, ONE), unheard)
    assert (state, effects) == (StandsOpen(HAND, ONE, stage=1, heard=False), [])
    assert walked(state, DoorStillOpen(2))[0] == StandsOpen(HAND, ONE, stage=2)
    state, effects = walked(state, WentBack())
    assert state.done.how is Ending.LEFT_OPEN
    assert [e.state for e in effects if isinstance(e, Settle)] == [IntentState.LEFT_OPEN]
    assert walked(StandsOpen(HAND, ONE), WentBack()) == (StandsOpen(HAND, ONE), [])


def test_who_is_signed_off_with_a_door_open_sees_it_shut_before_home():
    state, effects = walked(StandsOpen(HAND, ONE), SignedOff())
    assert isinstance(state, StandsOpen)
    assert effects == []
    state, effects = walked(state, SHUT)
    assert state == Over()
    assert [e.state for e in effects if isinstance(e, Settle)] == [IntentState.CLOSED]


def test_who_is_signed_off_while_the_lock_fires_sees_what_came_of_it():
    state, _ = walked(Unlocking(HAND, ONE), SignedOff(), OPENED)
    assert isinstance(state, StandsOpen)
    assert walked(state, SHUT)[0] == Over()
    gone, effects = walked(Unlocking(HAND, ONE), SignedOff(), NotUnlocked(Failure.JAMMED, "i1"))
    assert gone == Over()
    assert LetGo() in effects


def test_nobody_waits_at_an_open_door_with_a_warning():
    assert not journey.is_idle(StandsOpen(HAND, ONE))
    assert journey.is_idle(WhatInside(HAND, ONE))


# what is decided about a compartment


def test_with_the_proof_of_this_visit_a_compartment_goes_back_without_another_reason():
    look = Look(Contents.EMPTY, Contents.EMPTY, Finding.AS_EXPECTED)
    proved = replace(ONE, facts=replace(JAMMED, look=look))
    state, effects = walked(proved, Wished(Wish.RETURN))
    assert effects == [CarryOut(WHO, "21", Wish.RETURN, None)]
    assert isinstance(state, OneDoor)


def test_without_proof_a_reason_is_chosen():
    unsure = Look(Contents.MAYBE, Contents.EMPTY, Finding.UNSURE)
    for look in (None, unsure):
        state, effects = walked(replace(ONE, facts=replace(JAMMED, look=look)), Wished(Wish.RETURN))
        assert isinstance(state, Choosing)
        assert effects == []
    state, effects = walked(state, OptionChosen(Why.TESTED))
    assert effects == [CarryOut(WHO, "21", Wish.RETURN, Why.TESTED)]


def test_only_what_stands_on_the_list_can_be_chosen():
    choosing = Choosing(ONE, Wish.RESIZE)
    assert "S" not in choosing.options  # that it has already
    assert walked(choosing, OptionChosen("S"))[1] == []
    assert walked(choosing, OptionChosen("XXL"))[1] == []
    assert walked(choosing, OptionChosen("M"))[1] == [CarryOut(WHO, "21", Wish.RESIZE, "M")]


def test_what_was_not_carried_out_is_said():
    state, _ = walked(replace(ONE, acted=Wish.RETURN), CarriedOut(None, WishRefused.DOOR_OPEN))
    assert (state.acted, state.refused) == (None, WishRefused.DOOR_OPEN)


def test_a_parcel_is_taken_out_for_good_through_the_door_that_anybody_has():
    parcel = replace(ONE, facts=facts("27"))
    state, effects = walked(parcel, TakeOutAsked(), OptionChosen(Why.OFFICE))
    assert [type(effect).__name__ for effect in effects] == ["LookUpParcel"]
    taking = SERVICE_DOORS["one-door-take"]
    state, effects = walked(state, ParcelFound(taking.visit))
    assert isinstance(state, Working)
    assert [type(effect) for effect in effects] == [OpenDoor]
    assert walked(parcel, ParcelFound(taking.visit)) == (parcel, [])  # nobody asked for it


def test_a_compartment_without_a_reservation_has_no_parcel_to_be_taken_out():
    assert walked(ONE, TakeOutAsked())[1] == []


# one act by the back office's answer


def allowed(act: ServiceAct):
    who = Staffer("t-042", offline_act=act)
    state, effects = doors.begin_one(who, "21")
    assert effects
    return walked(state, BankRead(BANK))[0]


def test_who_was_let_in_to_open_one_door_opens_that_and_is_out():
    state = allowed(ServiceAct.OPEN)
    assert walked(state, Wished(Wish.DISABLE), TakeOutAsked(), DoorChosen("16"))[1] == []
    state, effects = walked(state, UnlockAsked())
    assert fired(effects) == ["21"]
    inside = (OPENED, SHUT, InsideSaid(Contents.EMPTY), InsideNoted(Finding.AS_EXPECTED))
    state, effects = walked(state, *inside)
    assert state == Over()
    assert SignOff() in effects


def test_who_was_let_in_to_clear_one_compartment_opens_nothing():
    state = allowed(ServiceAct.CLEAR)
    assert isinstance(state, Choosing)
    state, effects = walked(state, OptionChosen(Why.OFFICE))
    who = Staffer("t-042", offline_act=ServiceAct.CLEAR)
    assert effects == [CarryOut(who, "21", Wish.RETURN, Why.OFFICE)]
    assert walked(state, UnlockAsked(), UnlockAsked(rear=True), Wished(Wish.RESIZE))[1] == []
    assert walked(state, WentBack())[0] == Over()


def test_who_was_let_in_for_a_door_that_is_not_here_is_out():
    state, _ = doors.begin_one(Staffer("t-042", offline_act=ServiceAct.OPEN), "99")
    assert walked(state, BankRead(BANK))[0] == Over()
    assert walked(state, SeveralAsked(), NumberAsked(), DoorChosen("1"))[0] == state


# several


def test_only_free_doors_can_be_chosen_together():
    state = ChooseSeveral(WHO, BANK)
    for label in ("21", "27", "12", "37", "5"):  # quarantine, parcel, reserved, open, left open
        assert walked(state, DoorChosen(label))[0] == state
    chosen, _ = walked(state, DoorChosen("16"), DoorChosen("1"))
    assert chosen.chosen == ("1", "16")
    assert walked(chosen, DoorChosen("1"))[0].chosen == ("16",)
    assert walked(state, AllFreeAsked())[0].chosen == state.free


def test_a_door_that_is_free_no_more_is_left_out():
    taken = tuple(
        replace(one, contents=Contents.PARCEL) if one.label == "1" else one for one in BANK
    )
    state, _ = walked(ChooseSeveral(WHO, BANK, ("1", "16")), BankRead(taken))
    assert state.chosen == ("16",)


LOOK = (OPENED, SHUT, InsideSaid(Contents.EMPTY), InsideNoted(Finding.AS_EXPECTED, Contents.EMPTY))


def test_the_next_door_opens_when_the_one_before_is_shut_and_looked_into():
    state, effects = walked(ChooseSeveral(WHO, BANK, ("1", "16")), GoAsked())
    assert fired(effects) == ["1"]
    assert fired(walked(state, *LOOK[:3])[1]) == []
    state, effects = walked(state, *LOOK)
    assert fired(effects) == ["16"]
    state, effects = walked(state, *LOOK)
    assert isinstance(state, Run)
    assert (state.todo, fired(effects)) == ((), [])
    assert isinstance(walked(state, GoAsked())[0], DoorMap)


def test_a_row_of_doors_stops_where_one_stays_shut_and_goes_on_by_a_touch():
    run, _ = walked(ChooseSeveral(WHO, BANK, ("1", "16", "18")), GoAsked())
    state, effects = walked(run, NotUnlocked(Failure.JAMMED, "i1"), WentBack())
    assert isinstance(state, Run)
    assert fired(effects) == []
    assert state.todo == ("1", "16", "18")
    assert fired(walked(state, GoAsked())[1]) == ["1"]
    assert fired(walked(state, SkipDoorAsked(), GoAsked())[1]) == ["16"]
    assert isinstance(walked(state, WentBack())[0], DoorMap)


def test_a_row_of_doors_stops_where_one_is_left_open_or_something_unknown_lies():
    run, _ = walked(ChooseSeveral(WHO, BANK, ("1", "16")), GoAsked())
    for ends in (
        (OPENED, DoorStillOpen(3)),
        (OPENED, SHUT, InsideSaid(Contents.PARCEL), InsideNoted(Finding.UNKNOWN_PARCEL)),
        (OPENED, SHUT, WentBack()),
    ):
        state, effects = walked(run, *ends)
        assert isinstance(state, Run)
        assert fired(effects) == []


def test_all_doors_need_two_people():
    state, effects = walked(ChooseSeveral(WHO, BANK), EveryDoorAsked())
    assert isinstance(state, TwoPeople)
    assert fired(effects) == []
    state, effects = walked(state, KeyPressed("x"), Entered())
    assert effects == [ProveOne("t-042", "x")]
    state, _ = walked(state, OneProved(FIRST))
    assert state.asks is Asks.SECOND_ID
    state, effects = walked(state, *map(KeyPressed, "t-007"), Entered(), KeyPressed("y"), Entered())
    assert effects == [ProveOne("t-007", "y")]
    state, effects = walked(state, OneProved(SECOND))
    assert effects == [RequireTwo(FIRST, SECOND)]
    state, effects = walked(state, BothProved())
    assert fired(effects) == ["1"]
    assert state.behind.kind is Kind.ALL
    assert state.behind.todo == tuple(one.label for one in BANK)


def test_the_same_person_twice_are_not_two():
    at = TwoPeople(ChooseSeveral(WHO, BANK), Asks.SECOND_ID, first=FIRST)
    state, effects = walked(at, *map(KeyPressed, "T-042"), Entered())
    assert (state.shortfall, effects) == (Shortfall.SAME, [])
    badge = replace(at, asks=Asks.SECOND_PIN, badge="04A2")
    state, effects = walked(ProvingTwo(badge), OneProved(FIRST))
    assert (state.shortfall, effects) == (Shortfall.SAME, [])


def test_which_of_id_and_pin_was_wrong_nobody_says():
    at = TwoPeople(ChooseSeveral(WHO, BANK), Asks.SECOND_PIN, name="t-007", first=FIRST)
    state, _ = walked(ProvingTwo(at), NotProved())
    assert (state.asks, state.name, state.shortfall) == (Asks.SECOND_ID, "", Shortfall.REFUSED)


def test_who_took_too_long_begins_anew_with_the_first():
    at = TwoPeople(ChooseSeveral(WHO, BANK), Asks.SECOND_PIN, name="t-007", first=FIRST)
    state, _ = walked(ProvingTwo(at, SECOND), NotTwo())
    assert (state.asks, state.first, state.shortfall) == (
        Asks.FIRST_PIN,
        None,
        Shortfall.NOT_TWO,
    )


# inventory, left open, repairs


def test_the_inventory_goes_in_walking_order_and_on_where_it_stopped():
    seen = Look(Contents.EMPTY, Contents.EMPTY, Finding.AS_EXPECTED)
    bank = tuple(replace(one, look=seen) if one.label in {"1", "2"} else one for one in BANK)
    state, effects = walked(inventory.Inventory(WHO, bank), GoAsked())
    assert fired(effects) == ["3"]
    state, effects = walked(state, *LOOK)
    assert fired(effects) == ["4"]
    state, _ = walked(state, OPENED, SHUT, WentBack(), WentBack())
    assert isinstance(state, inventory.Inventory)


def test_what_was_expected_is_not_there_before_somebody_said_what_they_saw():
    assert {field.name for field in fields(WhatInside)} == {"hand", "behind", "occupied", "said"}
    assert "expected" not in {field.name for field in fields(Hand)}
    state = WhatInside(HAND, inventory.InventoryRun(WHO, Kind.INVENTORY, BANK, ("2",)))
    noted = InsideNoted(Finding.MISSING, Contents.PARCEL)
    after, _ = walked(state, InsideSaid(Contents.EMPTY), noted)
    assert after.last.expected is Contents.PARCEL


def test_the_summary_names_what_differs():
    missing = Look(Contents.EMPTY, Contents.PARCEL, Finding.MISSING)
    bank = tuple(replace(one, look=missing) if one.label == "2" else one for one in BANK)
    assert [one.label for one in inventory.Inventory(WHO, bank).differences] == ["2"]


def test_what_was_missing_before_is_named_but_not_while_the_doors_are_looked_into():
    first = BANK[0].label
    bank = (replace(BANK[0], missing=True), *BANK[1:])
    assert [one.label for one in inventory.Inventory(WHO, bank).differences] == [first]
    assert inventory.InventoryRun(WHO, Kind.INVENTORY, bank, (first,)).differences == ()


def test_the_list_of_doors_left_open_empties_as_they_are_shut():
    state = left_open.LeftOpen(WHO, BANK)
    assert [one.label for one in state.listed] == ["5", "37"]
    shut = tuple(
        replace(one, doors=tuple(replace(d, state=DoorState.SHUT) for d in one.doors), flag=None)
        for one in BANK
    )
    assert walked(state, BankRead(shut))[0].listed == ()


def test_a_ticket_is_closed_by_its_number_only():
    state = SERVICE_DOORS["tickets"]
    assert walked(state, CloseAsked(3))[1] == [CloseTicket(WHO, 3)]
    assert walked(state, CloseAsked(77))[1] == []


def test_every_page_begins_from_the_bench_and_leads_back_to_it():
    for page in (Page.DOORS, Page.INVENTORY, Page.LEFT_OPEN, Page.TICKETS):
        state, _ = walked(Bench(WHO), PageChosen(page))
        assert walked(state, WentBack())[0] == Bench(WHO)
        assert walked(state, TimedOut())[0] == Over()


# whatever is touched, in whatever order

TOUCHES = (
    UnlockAsked(), OpenAsked(), GoAsked(), SkipDoorAsked(), WentBack(), SeveralAsked(),
    AllFreeAsked(), EveryDoorAsked(), NumberAsked(), DoorChosen("16"), DoorChosen("1"),
    KeyPressed("1"), Entered(),
    Wished(Wish.RETURN), OptionChosen(Why.TESTED), InsideSaid(Contents.EMPTY),
    InsideSaid(Contents.PARCEL), PageChosen(Page.DOORS), PageChosen(Page.INVENTORY),
)  # fmt: skip
ANSWERS = (
    BankRead(BANK), OPENED, NotUnlocked(Failure.JAMMED, "i1"), SHUT, DoorStillOpen(3),
    InsideNoted(Finding.AS_EXPECTED), InsideNoted(Finding.MISSING), OneProved(FIRST),
    OneProved(SECOND), BothProved(), DoorOpened("i1"), CarriedOut(JAMMED), SignedOff(),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from((*TOUCHES, *ANSWERS)), max_size=40))
def test_whatever_happens_one_door_is_in_hand_and_none_opens_without_a_touch(events):
    state, touches, in_hand = Bench(WHO), 0, None
    for event in events:
        touches += event in TOUCHES
        before = state
        state, effects = journey.step(state, event)
        for effect in effects:
            if isinstance(effect, LetGo):
                in_hand = None
            if isinstance(effect, Unlock):
                touches -= 1
                assert in_hand in {None, effect.hand.door}, "two doors"
                assert effect.hand.pulse <= 3
                in_hand = effect.hand.door
        assert touches >= 0, "a door opens that nobody touched anything for"
        if isinstance(before, StandsOpen) and isinstance(state, Home):
            assert isinstance(event, DoorClosed | DoorStillOpen)
        if isinstance(state, Home):
            return


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from((*TOUCHES, *ANSWERS[:-1])), max_size=25))
def test_from_wherever_one_is_back_and_a_shut_door_lead_out(events):
    state = Bench(WHO)
    for event in events:
        state, _ = journey.step(state, event)
    for _ in range(12):
        if isinstance(state, Unlocking):
            state, _ = journey.step(state, NotUnlocked(Failure.JAMMED, "i1"))
        if isinstance(state, StandsOpen):
            state, _ = journey.step(state, SHUT)
        if isinstance(state, ProvingTwo):
            state, _ = journey.step(state, NotProved())
        if isinstance(state, WhatInside) and state.said is not None:
            state, _ = journey.step(state, InsideNoted(Finding.UNSURE))
        if not isinstance(state, Home):
            state, _ = journey.step(state, WentBack())
    assert isinstance(state, Home)
