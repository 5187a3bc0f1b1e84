"""What no order of touches, codes and doors may bring about."""

from dataclasses import fields, replace
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.domain.flows import after, inputs, journey
from kiosk.domain.flows.after import ConfirmPut
from kiosk.domain.flows.choices import (
    Agreed,
    GateFailed,
    GateFailure,
    GatePassed,
    NothingFree,
    SizesFound,
    StoreChosen,
)
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.effects import (
    EndVisit,
    FindOther,
    FindSizes,
    Flag,
    OpenDoor,
    PassGate,
    Record,
    Reserve,
    Settle,
)
from kiosk.domain.flows.home import Checking, Home
from kiosk.domain.flows.inputs import (
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorStillOpen,
    EmptyDeclared,
    Granted,
    NoOther,
    OpenAsked,
    OtherFound,
    TimedOut,
    TroubleChosen,
)
from kiosk.domain.flows.journey import Help, StillThere
from kiosk.domain.flows.keeping import AskExtend
from kiosk.domain.flows.opening import Done, DoorStuck, Opening
from kiosk.domain.flows.patience import patience
from kiosk.domain.flows.printed import LabelLost, LabelNeedless
from kiosk.domain.flows.problem import ConfirmEmpty, ShutFirst
from kiosk.domain.flows.staffed import StaffInput, StaffState
from kiosk.domain.flows.visit import Aim, Failure
from kiosk.domain.flows.walkup import Reserving
from kiosk.domain.model import (
    CompartmentFlag,
    Contents,
    IntentState,
    Purpose,
    ReservationState,
)
from kiosk.domain.policy import Policy
from tests.domain.samples import ALL_AIMS, EVERYTHING, TOUCHES, VISITS
from tests.domain.story import LARGER, OFFERS, PICKUP, WALKUP, Tale
from tests.domain.walk import arrows, bare, states, visit_in

OPENS = (
    Granted,
    OpenAsked,
    LabelNeedless,
    LabelLost,
    TroubleChosen,
    EmptyDeclared,
    DoorClosed,
    Agreed,
    StoreChosen,
    GatePassed,
)
"""Only these may fire a lock: a proved code, a tap, a demand met, a first one found empty."""
SPRINGS_BACK = (*get_args(after.State), Done, DoorStuck, ConfirmEmpty)
"""Where a door that was shut, or never opened, may still be seen open."""
ENDLESS = Policy(idle_warning=0.1)


def test_every_kind_of_input_is_among_the_samples():
    people = set(get_args(inputs.Input)) - {StaffInput}
    assert {type(one) for one in EVERYTHING} == people


def test_every_screen_can_be_reached_and_no_input_upsets_any_of_them():
    people = set(get_args(journey.State)) - {StaffState, Working}
    assert {type(state) for state in states()} == people


def test_no_door_opens_while_a_demand_is_left():
    fired = [e.visit for arrow in arrows() for e in arrow.effects if isinstance(e, OpenDoor)]
    assert fired
    assert all(visit.gates == () and visit.placed for visit in fired)


def test_every_demand_of_a_proved_right_is_met_or_nothing_opens():
    asking = {arrow.before.visit.gates for arrow in arrows() if hasattr(arrow.before, "demand")}
    assert asking
    for arrow in arrows():
        before, now = visit_in(arrow.before), visit_in(arrow.after)
        if before is None or now is None or before.gates == now.gates:
            continue
        if isinstance(arrow.event, Granted):
            continue
        met = isinstance(arrow.event, Agreed | GatePassed) and before.gates[1:] == now.gates
        another = isinstance(arrow.event, OpenAsked) and now.number == before.number + 1
        assert met or another or isinstance(bare(arrow.before), AskExtend), arrow


def test_one_step_fires_one_lock_at_most():
    for arrow in arrows():
        assert sum(isinstance(e, OpenDoor) for e in arrow.effects) <= 1
        if any(isinstance(e, OpenDoor) for e in arrow.effects):
            assert isinstance(arrow.after, Opening)
            assert not isinstance(bare(arrow.before), Opening)


def test_a_deposit_is_never_told_as_a_collection():
    told = set()
    for arrow in arrows():
        for effect in arrow.effects:
            if isinstance(effect, Settle | Record):
                visit = visit_in(arrow.before)
                names = {event.name for event in effect.change.events}
                if visit is not None and visit.purpose is not Purpose.PICKUP:
                    assert "parcel.collected" not in names, arrow
                if visit is not None and visit.purpose is not Purpose.DROPOFF:
                    assert "parcel.deposited" not in names, arrow
                told |= names
    assert {"parcel.collected", "parcel.deposited"} <= told


def test_no_deposit_is_left_behind_unsettled():
    left = 0
    for arrow in arrows():
        if not is_owed(arrow.before) or is_owed(arrow.after):
            continue
        changes = [e.change for e in arrow.effects if isinstance(e, Settle | Record)]
        left_open = any(isinstance(effect, Flag) for effect in arrow.effects)
        assert left_open or any(change.state for change in changes), arrow
        left += 1
    assert left


def is_owed(state):
    """A drop-off's door was open, and what that came to is not recorded yet."""
    visit = visit_in(state)
    if visit is None or visit.purpose is not Purpose.DROPOFF or visit.settled:
        return False
    asking = isinstance(bare(state), ConfirmPut | ConfirmEmpty)
    return asking or visit.owes or visit.opened


def test_a_deposit_s_compartment_is_given_away_only_by_who_gave_up_at_its_open_door():
    emptied = set()
    for arrow in arrows():
        visit = visit_in(arrow.before)
        if visit is None or visit.purpose is not Purpose.DROPOFF:
            continue
        changes = [e.change for e in arrow.effects if isinstance(e, Settle | Record)]
        if any(change.contents is Contents.EMPTY for change in changes):
            emptied.add(type(bare(arrow.before)))
    assert emptied == {ShutFirst, ConfirmEmpty}


def test_no_code_made_for_one_person_outlives_the_visit():
    ends = [a for a in arrows() if any(isinstance(e, EndVisit) for e in a.effects)]
    assert any(handovers(arrow.before) for arrow in ends)
    for arrow in ends:
        assert not handovers(arrow.after), arrow


def handovers(state):
    visit = visit_in(state)
    return [v for v in (visit, *(visit.rest if visit else ())) if v is not None and v.handover]


def test_an_empty_room_is_home_again_by_time_alone():
    for state in states():
        here = state
        for _ in range(8):
            if patience(here, ENDLESS, access=False) is None:
                break
            here, _ = journey.step(here, TimedOut())
        ends = patience(state, ENDLESS, access=False) is not None
        at_door = isinstance(bare(state), get_args(journey.problem.AtDoor))
        waits = isinstance(bare(state), Home | journey.home.OutOfOrder)
        assert isinstance(here, Home) or waits or at_door or not ends, state
        if isinstance(state, journey.IDLE):
            assert isinstance(here, Home), state


def test_help_and_warning_never_lie_over_each_other():
    assert not any(isinstance(bare(state), Help | StillThere) for state in states())


def test_a_code_to_pass_on_is_in_no_text_made_for_logs():
    assert WALKUP.handover is not None
    assert WALKUP.handover.typed not in repr(WALKUP)
    assert all(WALKUP.handover.typed not in repr(state) for state in states())


def test_no_state_forgets_which_door_it_stands_at():
    for state in states():
        named = {field.name for field in fields(bare(state))}
        assert "stage" not in named or "visit" in named


@given(st.lists(st.sampled_from(EVERYTHING), max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_door_opens_but_by_a_right_proved_in_this_visit(happenings):
    tale, rights = Tale(Home()), set()
    for event in happenings:
        tale.effects.clear()
        before = tale.state
        tale.state, effects = journey.step(before, event)
        if isinstance(event, Granted) and isinstance(before, Checking | Reserving):
            rights = {visit.label for visit in (event.visit, *event.visit.rest)}
        for effect in effects:
            if isinstance(effect, OpenDoor):
                assert isinstance(event, OPENS)
                assert effect.visit.label in rights
                assert effect.visit.pulses <= 3
            if isinstance(effect, EndVisit):
                rights = set()
            if isinstance(effect, FindOther):
                rights.add(LARGER.label)
        if isinstance(tale.state, Home | Checking | Reserving):
            rights = set()


class OneDoorOneParcel(RuleBasedStateMachine):
    """A person who does anything, doors that behave like doors, a ledger of all that is settled."""

    @initialize()
    def begins(self):
        self.tale, self.visit = Tale(Home(offers=ALL_AIMS)), PICKUP
        self.intents, self.firing = 0, None
        self.open = False
        self.asked = self.in_hand = None

    @precondition(lambda self: isinstance(self.tale.state, Home))
    @rule(visit=st.sampled_from([v for v in VISITS if not v.settled]))
    def proves(self, visit):
        self.begins()
        self.visit = visit
        self.do(inputs.CodeShown("DLV-PICK-r1-A1B2C3"))
        self.do(Granted(visit))

    @precondition(lambda self: isinstance(self.tale.state, Home))
    @rule(aim=st.sampled_from([Aim.SEND, Aim.STORE]))
    def begins_without_a_code(self, aim):
        self.begins()
        self.visit = WALKUP
        self.do(inputs.JourneyChosen(aim))
        for _ in range(6 if aim is Aim.SEND else 0):
            self.do(inputs.KeyPressed("7"))
        self.do(inputs.Entered())

    def do(self, event):
        self.tale.state, effects = journey.step(self.tale.state, event)
        self.tale.effects.extend(effects)
        for effect in effects:
            match effect:
                case OpenDoor(visit):
                    assert self.in_hand is None
                    assert not (self.open and self.firing != visit.label)
                    assert visit.gates == ()
                    self.firing, self.in_hand = visit.label, visit
                case FindOther() | FindSizes() | Reserve() | PassGate():
                    self.asked = effect
                case Settle(intent):
                    assert intent

    @precondition(lambda self: self.in_hand)
    @rule()
    def opens(self):
        self.intents += 1
        self.open, self.in_hand = True, None
        self.do(DoorOpened(f"i{self.intents}"))

    @precondition(lambda self: self.in_hand)
    @rule(failure=st.sampled_from(Failure))
    def stays(self, failure):
        self.in_hand = None
        fired = failure is Failure.JAMMED
        # Fired and not seen open: it stands shut, whatever it did before.
        self.open = self.open and not fired
        self.intents += fired
        self.do(DoorFailed(failure, f"i{self.intents}" if fired else None))

    @precondition(lambda self: self.open and not self.in_hand)
    @rule(
        occupied=st.sampled_from([None, None, True, False]),
        open_for=st.sampled_from([None, 1.0, 9.0]),
    )
    def shuts(self, occupied, open_for):
        self.open = False
        self.do(DoorClosed(occupied, open_for))

    @precondition(lambda self: self.intents and not self.open and not self.in_hand)
    @precondition(lambda self: isinstance(bare(self.tale.state), SPRINGS_BACK))
    @rule()
    def springs_back(self):
        self.open = True
        self.do(DoorOpened(f"i{self.intents}"))

    @precondition(lambda self: self.open and not self.in_hand)
    @rule(stage=st.sampled_from([1, 2, 3]))
    def stands_open(self, stage):
        self.do(DoorStillOpen(stage))

    @precondition(lambda self: self.asked)
    @rule(well=st.booleans())
    def answers(self, well):
        asked, self.asked = self.asked, None
        match asked:
            case FindOther(visit):
                other = replace(visit, label="15")
                self.do(OtherFound(other) if well else NoOther())
            case FindSizes():
                self.do(SizesFound(OFFERS) if well else NothingFree())
            case Reserve(draft):
                placed = replace(draft.visit or WALKUP, label="12")
                self.do(Granted(placed) if well else NothingFree())
            case PassGate(_, demand):
                failed = GateFailed(demand, GateFailure.REFUSED)
                self.do(GatePassed(demand) if well else failed)

    @precondition(lambda self: not self.in_hand and not isinstance(self.tale.state, Home))
    @rule(data=st.data())
    def touches(self, data):
        here = self.tale.state
        # Twice the ways on as the ways out, or every story ends at once.
        ways = [t for t in [*TOUCHES, TimedOut()] if journey.step(here, t)[0] != here]
        on = [t for t in ways if not isinstance(journey.step(here, t)[0], Home | Help)]
        self.do(data.draw(st.sampled_from([*on, *on, *ways] or [TimedOut()])))

    @invariant()
    def tells_each_thing_once(self):
        moved = self.tale.told.count("reservation.moved")
        for reservation in {change.reservation for change in self.tale.changes}:
            told = self.told_of(reservation)
            assert told.count("parcel.collected") <= 1
            assert told.count("parcel.deposited") <= 1 + moved
        assert moved <= 1

    @invariant()
    def tells_no_deposit_while_the_door_was_never_shut(self):
        shut = [s for s in self.settled() if s.state is IntentState.CLOSED]
        if not shut:
            assert "parcel.deposited" not in self.tale.told
            assert "reservation.cancelled" not in self.tale.told

    @invariant()
    def gives_no_compartment_away_that_may_hold_a_parcel(self):
        for label in ("12", "15"):
            if self.tale.inside(label) is Contents.EMPTY and self.visit.purpose is Purpose.DROPOFF:
                words = {"declared", "to"} & {f for c in self.tale.changes for f in c.facts}
                assert words

    @invariant()
    def forgets_nothing_at_home(self):
        if not isinstance(self.tale.state, Home):
            return
        left = any(
            isinstance(e, Flag) and e.flag is CompartmentFlag.LEFT_OPEN for e in self.tale.effects
        )
        assert left or not self.open
        ended = {c.reservation: c.state for c in self.tale.changes if c.state}
        for reservation, state in ended.items():
            if state in {ReservationState.DEPOSITING, ReservationState.OPENED}:
                assert left
            if state is ReservationState.COLLECTING:
                assert left or "parcel.collected" in self.told_of(reservation)

    def told_of(self, reservation):
        changes = [c for c in self.tale.changes if c.reservation == reservation]
        return [event.name for change in changes for event in change.events]

    def settled(self):
        return [e for e in self.tale.effects if isinstance(e, Settle)]


OneDoorOneParcel.TestCase.settings = settings(
    max_examples=120, stateful_step_count=40, deadline=None
)
TestOneDoorOneParcel = OneDoorOneParcel.TestCase
