"""What no order of touches, codes and doors may bring about."""

from collections import deque
from dataclasses import replace
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.domain.flows import inputs, journey
from kiosk.domain.flows.effects import EndVisit, FindOther, Flag, OpenDoor, Settle
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
    TroubleChosen,
)
from kiosk.domain.flows.visit import Aim, Explanation, Failure, Reason, Trouble
from kiosk.domain.model import CompartmentFlag, Contents, IntentState, Purpose, ReservationState
from tests.domain.story import DROPOFF, LARGER, MOVING, PICKUP, TOLD_AT_OPEN, Tale

VISITS = [
    PICKUP,
    DROPOFF,
    replace(PICKUP, rules=TOLD_AT_OPEN),
    replace(PICKUP, access=True),
    replace(PICKUP, settled=True),
    replace(DROPOFF, rules=MOVING),
    replace(DROPOFF, rules=MOVING, access=True),
]
CODES = ["123456", "1234", "DLV-DROP-r1-A1", "https://a.example/x", "a.b.c", ""]

TOUCHES = [
    *map(inputs.JourneyChosen, Aim),
    *map(inputs.KeyPressed, ["1", "A", "", "\x00"]),
    *(touch() for touch in (inputs.Erased, inputs.PageTurned, inputs.Entered, inputs.WentBack)),
    *(touch() for touch in (inputs.HelpAsked, inputs.MoreTimeAsked, inputs.OpenAsked)),
    *(touch() for touch in (inputs.FinishAsked, inputs.TroubleAsked, inputs.DoesNotFit)),
    inputs.CancelAsked(),
    *map(inputs.TroubleChosen, Trouble),
    *map(inputs.ReasonChosen, Reason),
    *map(inputs.EmptyDeclared, [True, False]),
]
REST = [
    *map(inputs.CodeShown, CODES),
    *map(Granted, VISITS),
    inputs.DatumWanted(),
    inputs.CodeRefused(),
    *map(inputs.Explained, Explanation),
    DoorOpened("i1"),
    DoorOpened("i2"),
    *(DoorFailed(failure, intent) for failure in Failure for intent in (None, "i1")),
    *map(DoorClosed, [None, True, False]),
    *map(DoorStillOpen, [1, 2, 3]),
    OtherFound(LARGER),
    NoOther(),
    inputs.TimedOut(),
    inputs.OrderChanged(True, True, ("12",), True),
    inputs.OrderChanged(False, False, (), False),
]
EVERYTHING = [*TOUCHES, *REST]
OPENS = (Granted, OpenAsked, TroubleChosen, EmptyDeclared, DoorClosed)
"""Only these may fire a lock: a proved code, a tap, and a first compartment found empty."""


def test_every_kind_of_input_is_in_this_file():
    assert {type(one) for one in EVERYTHING} == set(get_args(inputs.Input))


def test_every_screen_can_be_reached_and_no_input_upsets_any_of_them():
    seen, new = {Home()}, deque([Home()])
    while new:
        here = new.popleft()
        for event in EVERYTHING:
            state, _ = journey.step(here, event)
            alike = sum(type(state) is type(known) for known in seen)
            if state not in seen and alike < 12:
                seen.add(state)
                new.append(state)
    assert {type(state) for state in seen} == set(get_args(journey.State))


@given(st.lists(st.sampled_from(EVERYTHING), max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_door_opens_but_by_a_right_proved_in_this_visit(happenings):
    tale, rights = Tale(Home()), set()
    for event in happenings:
        tale.effects.clear()
        before = tale.state
        tale.state, effects = journey.step(before, event)
        if isinstance(event, Granted) and isinstance(before, Checking):
            rights = {event.visit.label}
        for effect in effects:
            if isinstance(effect, OpenDoor):
                assert isinstance(event, OPENS)
                assert effect.visit.label in rights
                assert effect.visit.pulses <= 3
            if isinstance(effect, EndVisit):
                rights = set()
            if isinstance(effect, FindOther):
                rights.add(LARGER.label)
        if isinstance(tale.state, Home | Checking):
            rights = set()


class OneDoorOneParcel(RuleBasedStateMachine):
    """A person who does anything, doors that behave like doors, a ledger of all that is settled."""

    @initialize()
    def begins(self):
        self.tale, self.visit = Tale(Home()), PICKUP
        self.intents, self.firing = 0, None
        self.open = self.searching = False
        self.in_hand = None

    @precondition(lambda self: isinstance(self.tale.state, Home))
    @rule(visit=st.sampled_from([v for v in VISITS if not v.settled]))
    def proves(self, visit):
        self.begins()
        self.visit = visit
        self.do(inputs.CodeShown("DLV-PICK-r1-A1B2C3"))
        self.do(Granted(visit))

    def do(self, event):
        self.tale.state, effects = journey.step(self.tale.state, event)
        self.tale.effects.extend(effects)
        for effect in effects:
            match effect:
                case OpenDoor(visit):
                    assert not (self.open and self.firing != visit.label)
                    self.firing, self.in_hand = visit.label, visit
                case FindOther():
                    self.searching = True
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
    @rule(occupied=st.sampled_from([None, None, True, False]))
    def shuts(self, occupied):
        self.open = False
        self.do(DoorClosed(occupied))

    @precondition(lambda self: self.intents and not self.open and not self.in_hand)
    @precondition(lambda self: not isinstance(self.tale.state, Home))
    @rule()
    def springs_back(self):
        self.open = True
        self.do(DoorOpened(f"i{self.intents}"))

    @precondition(lambda self: self.open and not self.in_hand)
    @rule(stage=st.sampled_from([1, 2, 3]))
    def stands_open(self, stage):
        self.do(DoorStillOpen(stage))

    @precondition(lambda self: self.searching)
    @rule(found=st.booleans())
    def answers(self, found):
        self.searching = False
        self.do(OtherFound(replace(LARGER, access=self.visit.access)) if found else NoOther())

    @precondition(lambda self: not self.in_hand and not isinstance(self.tale.state, Home))
    @rule(data=st.data())
    def touches(self, data):
        here = self.tale.state
        # Twice the ways on as the ways out, or every story ends at once.
        ways = [t for t in [*TOUCHES, inputs.TimedOut()] if journey.step(here, t)[0] != here]
        on = [t for t in ways if not isinstance(journey.step(here, t)[0], Home | journey.Help)]
        self.do(data.draw(st.sampled_from([*on, *on, *ways] or [inputs.TimedOut()])))

    @invariant()
    def tells_each_thing_once(self):
        moved = self.tale.told.count("reservation.moved")
        assert self.tale.told.count("parcel.collected") <= 1
        assert self.tale.told.count("parcel.deposited") <= 1 + moved
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
        if self.tale.parcel is ReservationState.DEPOSITING:
            assert left
        if self.tale.parcel is ReservationState.COLLECTING:
            assert left or "parcel.collected" in self.tale.told

    def settled(self):
        return [e for e in self.tale.effects if isinstance(e, Settle)]


OneDoorOneParcel.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None
)
TestOneDoorOneParcel = OneDoorOneParcel.TestCase
