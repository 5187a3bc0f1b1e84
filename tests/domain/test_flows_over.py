"""What lies over every journey: help, the idle warning, and how long each screen waits."""

from dataclasses import replace
from typing import get_args

import pytest

from kiosk.domain.codes import TypedCode
from kiosk.domain.flows import journey
from kiosk.domain.flows.after import ConfirmPut, NextDoor, ShowCode
from kiosk.domain.flows.choices import (
    Agreed,
    GateFailed,
    GateFailure,
    GatePassed,
    NothingFree,
    SizesFound,
)
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.effects import CheckCode, EndVisit
from kiosk.domain.flows.gates import AskTerms, GateStopped, PassingGate
from kiosk.domain.flows.home import (
    AskDatum,
    Checking,
    EnterCode,
    Explaining,
    Home,
    OutOfOrder,
    Refused,
)
from kiosk.domain.flows.inputs import (
    CodeShown,
    DoorClosed,
    DoorStillOpen,
    Explained,
    HelpAsked,
    KeyPressed,
    MoreTimeAsked,
    OpenAsked,
    OrderChanged,
    OtherFound,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.journey import Help, Privacy, StillThere
from kiosk.domain.flows.keeping import AskExtend, ChooseStore, ConfirmRefuse
from kiosk.domain.flows.labels import AskLabel, LabelReady, NoLabel, OfferLabel, PrintingLabel
from kiosk.domain.flows.opening import (
    Done,
    DoorStuck,
    LookInside,
    Opening,
    PutParcel,
    ReachDoor,
    TakeParcel,
)
from kiosk.domain.flows.patience import patience
from kiosk.domain.flows.problem import (
    AskReason,
    AskTrouble,
    ConfirmEmpty,
    LeaveClosed,
    ShutFirst,
)
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.flows.visit import Aim, Explanation, Failure, Outcome, Reason, Trouble
from kiosk.domain.flows.walkup import AskPhone, ChooseAim, ChooseSize, NoRoom, Reserving
from kiosk.domain.particulars import Demand
from kiosk.domain.policy import Policy
from kiosk.services import gates
from tests.domain.samples import LABEL
from tests.domain.story import DROPOFF, LARGER, OFFERS, PICKUP, SENDING, STORING, WALKUP, story

CODE = TypedCode("1234")
DONE = Done(PICKUP, Outcome.COLLECTED, reopens=True)
IDLING = [
    EnterCode(typed="12"),
    AskDatum(CODE),
    Refused(),
    Explaining(Explanation.USED),
    ReachDoor(PICKUP),
    DoorStuck(PICKUP, Failure.JAMMED),
    ConfirmEmpty(DROPOFF, Reason.CHANGED_MIND),
    ChooseAim(frozenset(Aim)),
    AskPhone(SENDING),
    ChooseSize(SENDING),
    NoRoom(SENDING),
    AskTerms(PICKUP),
    PassingGate(PICKUP, Demand.PAYMENT),
    GateStopped(PICKUP, Demand.PAYMENT, GateFailure.REFUSED),
    ChooseStore(STORING),
    AskExtend(PICKUP),
    ConfirmRefuse(PICKUP),
    OfferLabel(DROPOFF, LABEL),
    LabelReady(DROPOFF, LABEL),
    NoLabel(DROPOFF, LABEL),
    AskLabel(DROPOFF, LABEL),
    NextDoor(PICKUP, Outcome.COLLECTED),
    ShowCode(WALKUP, Outcome.DEPOSITED),
]
AT_DOOR = [
    TakeParcel(PICKUP),
    PutParcel(DROPOFF),
    LookInside(STORING),
    AskTrouble(PICKUP),
    AskReason(DROPOFF),
    ShutFirst(DROPOFF, Reason.CHANGED_MIND),
    LeaveClosed(PICKUP, Trouble.OUT_OF_REACH),
]
WAITING = [Home(), OutOfOrder()]
ANSWERED = [Checking(CODE), Opening(PICKUP), Reserving(SENDING), PrintingLabel(DROPOFF, LABEL)]
CONFIRMING = ConfirmPut(DROPOFF)
PEOPLE = set(get_args(journey.State)) - {StaffState, Working}
"""What anybody sees; staff's screens have tests of their own."""
LATER = [DONE, CONFIRMING]
"""They end by themselves, without a warning."""


def name(state):
    return type(state).__name__


def test_no_screen_is_missing_in_this_file():
    here = {type(state) for state in [*IDLING, *AT_DOOR, *WAITING, *ANSWERED, *LATER]}
    assert here | {StillThere, Help, Privacy} == PEOPLE


@pytest.mark.parametrize("state", [*IDLING, *AT_DOOR, *WAITING, *LATER], ids=name)
def test_help_can_be_asked_on_every_screen_and_leads_back(state):
    tale = story((HelpAsked(), Help), (WentBack(), type(state)), at=state)
    assert tale.state is state
    assert tale.effects == []


@pytest.mark.parametrize("state", ANSWERED, ids=name)
def test_a_moment_that_passes_by_itself_has_no_help(state):
    story((HelpAsked(), type(state)), at=state)


@pytest.mark.parametrize("state", IDLING, ids=name)
def test_who_touches_nothing_is_warned_and_may_stay(state):
    tale = story((TimedOut(), StillThere), (MoreTimeAsked(), type(state)), at=state)
    assert tale.state is state


@pytest.mark.parametrize("state", IDLING, ids=name)
def test_who_does_not_answer_the_warning_is_gone(state):
    tale = story((TimedOut(), StillThere), at=state)
    after = Done if isinstance(state, ConfirmEmpty) else Home
    tale.goes((TimedOut(), after))
    assert EndVisit() in tale.effects or after is Done


@pytest.mark.parametrize("state", [*AT_DOOR, *WAITING, *ANSWERED], ids=name)
def test_no_screen_runs_out_of_time_while_a_door_is_open_or_nobody_is_there(state):
    assert story((TimedOut(), type(state)), at=state).state is state


@pytest.mark.parametrize("state", IDLING, ids=name)
def test_stray_keys_leave_the_warning_as_it_is(state):
    tale = story((TimedOut(), StillThere), (KeyPressed("1"), StillThere), at=state)
    tale.goes((OpenAsked(), StillThere), (DoorClosed(), StillThere))
    assert tale.effects == []


@pytest.mark.parametrize("state", [EnterCode(), AskDatum(CODE), Refused()], ids=name)
@pytest.mark.parametrize("over", [TimedOut(), HelpAsked()])
def test_a_code_held_up_passes_through_help_and_warning(state, over):
    tale = story((over, StillThere if over == TimedOut() else Help), at=state)
    tale.goes((CodeShown("123456"), Checking))
    assert [type(effect) for effect in tale.effects] == [CheckCode]


@pytest.mark.parametrize("state", [ReachDoor(PICKUP), TakeParcel(PICKUP)], ids=name)
def test_a_code_that_means_nothing_there_leaves_help_open(state):
    story((HelpAsked(), Help), (CodeShown("123456"), Help), at=state)


@pytest.mark.parametrize("state", AT_DOOR, ids=name)
def test_a_door_that_is_shut_ends_help(state):
    assert journey.step(Help(state), DoorClosed()) == journey.step(state, DoorClosed())


@pytest.mark.parametrize("state", AT_DOOR, ids=name)
def test_reminders_and_the_end_of_the_visit_pass_through_help(state):
    tale = story((HelpAsked(), Help), (DoorStillOpen(1), Help), at=state)
    assert tale.state.before.stage == 1
    tale.goes((DoorStillOpen(3), Home))
    assert tale.told == ["door.left_open"]


def test_another_compartment_found_behind_help_is_not_lost():
    searching = ShutFirst(DROPOFF, Reason.DOES_NOT_FIT)
    tale = story((HelpAsked(), Help), (OtherFound(LARGER), Help), at=searching)
    assert tale.goes((WentBack(), ShutFirst)).state.other == LARGER


def test_what_happens_to_the_kiosk_behind_help_shows_afterwards():
    broken = OrderChanged(usable=False, camera=True, left_open=(), letters=False)
    story((HelpAsked(), Help), (broken, Help), (WentBack(), OutOfOrder))


# Nobody opens the door of whoever was here before.


def test_help_at_the_done_screen_keeps_the_door_openable_no_longer_than_done_itself():
    policy = Policy()
    assert patience(Help(DONE), policy, access=False) == policy.done
    tale = story((HelpAsked(), Help), (TimedOut(), Home), at=DONE)
    assert tale.effects == [EndVisit()]
    assert tale.goes((OpenAsked(), Home)).opened == []


def test_another_code_shown_at_help_ends_the_visit_that_was_done():
    tale = story((HelpAsked(), Help), (CodeShown("DLV-PICK-r2-A1"), Checking), at=DONE)
    assert [type(effect) for effect in tale.effects] == [EndVisit, CheckCode]


@pytest.mark.parametrize("state", IDLING, ids=name)
def test_help_read_by_nobody_ends_like_the_screen_beneath(state):
    tale = story((HelpAsked(), Help), (TimedOut(), StillThere), at=state)
    assert tale.state.before is state


@pytest.mark.parametrize("state", [*AT_DOOR, *WAITING], ids=name)
def test_help_read_by_nobody_gives_way_to_an_open_door(state):
    assert story((HelpAsked(), Help), (TimedOut(), type(state)), at=state).state is state


# What comes back while help or the warning lies over the screen.


@pytest.mark.parametrize("over", [TimedOut(), HelpAsked()])
def test_sizes_found_behind_help_or_the_warning_are_not_lost(over):
    tale = story((over, StillThere if over == TimedOut() else Help), at=ChooseSize(SENDING))
    tale.goes((SizesFound(OFFERS), type(tale.state)))
    assert tale.state.before.offers == OFFERS
    assert isinstance(tale.goes((NothingFree(), type(tale.state))).state.before, NoRoom)


def test_why_nothing_can_be_sent_now_is_not_lost_behind_help():
    tale = story((HelpAsked(), Help), at=ChooseSize(SENDING))
    tale.goes((Explained(Explanation.WALK_UPS_PAUSED), Help), (WentBack(), Explaining))


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        (GatePassed(Demand.PAYMENT), Opening),
        (GateFailed(Demand.PAYMENT, GateFailure.REFUSED), GateStopped),
    ],
)
def test_what_the_terminal_says_takes_help_and_warning_away(answer, shown):
    paying = PassingGate(replace(PICKUP, gates=(Demand.PAYMENT,)), Demand.PAYMENT)
    story((HelpAsked(), Help), (answer, shown), at=paying)
    story((TimedOut(), StillThere), (answer, shown), at=paying)


def test_help_read_by_nobody_leaves_a_deposit_no_longer_untold():
    tale = story((HelpAsked(), Help), (TimedOut(), Done), at=CONFIRMING)
    assert tale.told == ["parcel.deposited"]


def test_agreeing_behind_help_agrees_to_nothing():
    assert story((HelpAsked(), Help), (Agreed(), Help), at=AskTerms(PICKUP)).effects == []


# How long each screen waits.


MINUTE = [state for state in IDLING if not isinstance(state, PassingGate | NextDoor)]


def test_who_pays_has_as_long_as_the_terminal_gives():
    paying = PassingGate(PICKUP, Demand.PAYMENT)
    assert patience(paying, Policy(), access=False) > gates.PATIENCE


@pytest.mark.parametrize(("access", "seconds"), [(False, 15.0), (True, 22.5)])
def test_the_next_door_waits_for_nobody_longer_than_the_done_screen(access, seconds):
    following = NextDoor(DONE.visit, Outcome.COLLECTED)
    assert patience(following, Policy(), access=access) == seconds


@pytest.mark.parametrize("state", MINUTE, ids=name)
def test_idle_screens_warn_twenty_seconds_before_the_minute(state):
    assert patience(state, Policy(), access=False) == 40.0
    assert patience(Help(state), Policy(), access=False) == 40.0
    assert patience(StillThere(state), Policy(), access=False) == 20.0


@pytest.mark.parametrize("state", MINUTE, ids=name)
def test_access_mode_gives_three_minutes(state):
    assert patience(state, Policy(), access=True) == 160.0
    assert patience(StillThere(state), Policy(), access=True) == 20.0


@pytest.mark.parametrize("access", [False, True])
@pytest.mark.parametrize("state", [*AT_DOOR, *WAITING, *ANSWERED], ids=name)
def test_open_doors_answers_and_home_have_no_time_of_their_own(state, access):
    assert patience(state, Policy(), access=access) is None


@pytest.mark.parametrize(("access", "seconds"), [(False, 60.0), (True, 180.0)])
@pytest.mark.parametrize("state", [*AT_DOOR, *WAITING], ids=name)
def test_help_over_an_open_door_closes_after_the_idle_time(state, access, seconds):
    assert patience(Help(state), Policy(), access=access) == seconds


@pytest.mark.parametrize("access", [False, True])
def test_the_done_screen_ends_after_fifteen_seconds(access):
    assert patience(DONE, Policy(), access=access) == 15.0


@pytest.mark.parametrize(("access", "seconds"), [(False, 30.0), (True, 45.0)])
def test_a_deposit_is_told_half_a_minute_after_its_door_was_shut_at_the_latest(access, seconds):
    assert patience(CONFIRMING, Policy(), access=access) == seconds
    assert patience(Help(CONFIRMING), Policy(), access=access) == seconds
