"""A12, B06, B09, B25: what is asked between a proved code and its door."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.choices import Agreed, Disagreed, GateFailed, GateFailure, GatePassed
from kiosk.domain.flows.effects import EndVisit, OpenDoor, PassGate
from kiosk.domain.flows.gates import AskTerms, GateStopped, PassingGate
from kiosk.domain.flows.home import Checking, Home
from kiosk.domain.flows.inputs import (
    CancelAsked,
    CodeShown,
    DoorClosed,
    DoorOpened,
    FinishAsked,
    Granted,
    HelpAsked,
    OpenAsked,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.journey import Help, StillThere
from kiosk.domain.flows.opening import Done, Opening, ReachDoor, TakeParcel
from kiosk.domain.flows.visit import Outcome, Visit
from kiosk.domain.model import ReservationState
from kiosk.domain.particulars import Demand
from tests.domain.samples import FEE
from tests.domain.story import PICKUP, Line, story

TERMS = replace(PICKUP, gates=(Demand.TERMS,))
PROOF = replace(PICKUP, gates=(Demand.STEP_UP,))
OWING = replace(PICKUP, gates=(Demand.PAYMENT,), due=FEE)
PAYING = PassingGate(OWING, Demand.PAYMENT)
PAID = GatePassed(Demand.PAYMENT)


def shown(visit: Visit, screen: type) -> list[Line]:
    return [(CodeShown("DLV-PICK-r1-A1B2C3"), Checking), (Granted(visit), screen)]


def declined(failure: GateFailure) -> Line:
    return GateFailed(Demand.PAYMENT, failure), GateStopped


def test_the_door_opens_for_who_agrees_to_the_terms():
    tale = story(*shown(TERMS, AskTerms))
    assert tale.opened == []
    tale.goes((Agreed(), Opening), (DoorOpened("i1"), TakeParcel), (DoorClosed(), Done))
    assert tale.opened == ["12"]
    assert tale.parcel is ReservationState.FINISHED
    assert tale.changes[0].reservation == "r1"


def test_who_does_not_agree_opens_nothing_and_keeps_the_parcel():
    tale = story(*shown(TERMS, AskTerms), (Disagreed(), Done))
    assert tale.state.outcome is Outcome.DECLINED
    assert not tale.state.reopens
    assert tale.opened == []
    assert tale.parcel is None
    assert len(tale.changes) == 1
    assert tale.goes((OpenAsked(), Done), (FinishAsked(), Home)).opened == []


def test_who_proves_who_they_are_is_let_on():
    tale = story(*shown(PROOF, PassingGate))
    assert [e.demand for e in tale.effects if isinstance(e, PassGate)] == [Demand.STEP_UP]
    tale.goes((GatePassed(Demand.STEP_UP), Opening))
    assert tale.opened == ["12"]


def test_a_proof_of_something_else_opens_nothing():
    story((PAID, PassingGate), (GateFailed(Demand.PAYMENT, GateFailure.REFUSED), PassingGate),
          at=PassingGate(PROOF, Demand.STEP_UP))  # fmt: skip


def test_what_is_owed_is_paid_before_the_door_opens():
    tale = story(*shown(OWING, PassingGate), (PAID, Opening))
    assert [type(e) for e in tale.effects if isinstance(e, PassGate | OpenDoor)] == [
        PassGate,
        OpenDoor,
    ]


def test_terms_proof_and_payment_are_asked_one_by_one():
    tale = story(*shown(replace(PICKUP, gates=tuple(Demand), due=FEE), AskTerms))
    tale.goes((Agreed(), PassingGate), (GatePassed(Demand.STEP_UP), PassingGate))
    assert tale.opened == []
    assert tale.goes((PAID, Opening)).opened == ["12"]
    assert len(tale.changes) == 3


@pytest.mark.parametrize("failure", [GateFailure.REFUSED, GateFailure.CANCELLED])
def test_a_card_that_was_declined_may_be_tried_once_more(failure):
    tale = story(*shown(OWING, PassingGate), declined(failure))
    assert tale.opened == []
    tale.goes((OpenAsked(), PassingGate), (PAID, Opening))
    assert sum(isinstance(effect, PassGate) for effect in tale.effects) == 2


def test_where_nothing_takes_a_card_no_second_try_is_offered_and_help_is():
    tale = story(*shown(OWING, PassingGate), declined(GateFailure.UNAVAILABLE))
    assert not tale.state.may_try
    tale.goes((OpenAsked(), GateStopped), (HelpAsked(), Help), (WentBack(), GateStopped))
    tale.goes((FinishAsked(), Home))
    assert tale.opened == []
    assert tale.parcel is None


@pytest.mark.parametrize("touch", [WentBack(), CancelAsked()])
@pytest.mark.parametrize(
    "state",
    [AskTerms(TERMS), PAYING, GateStopped(OWING, Demand.PAYMENT, GateFailure.REFUSED)],
    ids=lambda state: type(state).__name__,
)
def test_who_goes_back_has_opened_and_changed_nothing(state, touch):
    assert story((touch, Home), at=state).effects == [EndVisit()]


def test_a_payment_that_comes_after_its_payer_left_opens_nothing():
    tale = story((WentBack(), Home), (PAID, Home), at=PAYING)
    assert tale.opened == []


def test_who_walks_away_from_the_terminal_is_forgotten():
    tale = story((TimedOut(), StillThere), (TimedOut(), Home), at=PAYING)
    assert tale.effects == [EndVisit()]


def test_in_access_mode_the_place_is_shown_once_all_is_agreed():
    tale = story((Agreed(), ReachDoor), at=AskTerms(replace(TERMS, access=True)))
    assert tale.opened == []
