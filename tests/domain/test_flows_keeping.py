"""B18, B19, B20, B22, B24: a right that ran out, is lengthened, refused, elsewhere or too early."""

from dataclasses import replace

import pytest

from kiosk.domain.flows.choices import (
    Agreed,
    Disagreed,
    ExtendAsked,
    GateFailed,
    GateFailure,
    GatePassed,
    HereAsked,
    MoreAsked,
)
from kiosk.domain.flows.effects import CheckCode, EndVisit, PassGate
from kiosk.domain.flows.gates import GateStopped, PassingGate
from kiosk.domain.flows.home import Checking, EnterCode, Explaining, Home
from kiosk.domain.flows.inputs import (
    CodeShown,
    Explained,
    FinishAsked,
    Granted,
    JourneyChosen,
    OpenAsked,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.journey import StillThere
from kiosk.domain.flows.keeping import AskExtend, ConfirmRefuse
from kiosk.domain.flows.opening import Done, Opening
from kiosk.domain.flows.visit import Aim, Explanation, Outcome
from kiosk.domain.flows.walkup import ChooseAim
from kiosk.domain.model import Contents, ReservationState
from kiosk.domain.particulars import Demand
from tests.domain.samples import ALL_AIMS, EXPIRED, FEE, LATER, RICH
from tests.domain.story import PICKUP, Line, story, typed

SHOWN: Line = (CodeShown("DLV-PICK-r1-A1B2C3"), Checking)
PRICED = replace(EXPIRED, extension=replace(LATER, due=FEE), gates=(Demand.TERMS,))
OUT: list[Line] = [SHOWN, (Explained(Explanation.EXPIRED, EXPIRED), Explaining)]
LENGTHEN = replace(EXPIRED, aim=Aim.EXTEND)
REFUSE = replace(PICKUP, aim=Aim.REFUSE, rules=RICH)


def test_an_expired_code_opens_nothing_and_says_so():
    tale = story(SHOWN, (Explained(Explanation.EXPIRED), Explaining), (ExtendAsked(), Explaining))
    assert tale.opened == []
    assert tale.goes((FinishAsked(), Home)).changes == []


def test_what_expired_is_lengthened_where_that_is_allowed_and_opens_again():
    tale = story(*OUT, (ExtendAsked(), AskExtend), (Agreed(), Done))
    assert tale.state.outcome is Outcome.EXTENDED
    assert tale.told == ["reservation.extended"]
    assert [change.expires_at for change in tale.changes] == [LATER.until]
    assert tale.opened == []
    tale.goes(SHOWN, (Granted(PICKUP), Opening))
    assert tale.opened == ["12"]


def test_a_later_end_that_costs_something_is_paid_first_and_nothing_else_is_asked():
    tale = story(*OUT[:1], (Explained(Explanation.EXPIRED, PRICED), Explaining))
    tale.goes((ExtendAsked(), AskExtend), (Agreed(), PassingGate))
    [asked] = [e for e in tale.effects if isinstance(e, PassGate)]
    assert (asked.demand, asked.visit.due) == (Demand.PAYMENT, FEE)
    assert tale.told == []
    tale.goes((GatePassed(Demand.PAYMENT), Done))
    assert tale.told[-1] == "reservation.extended"
    assert tale.opened == []


def test_what_is_not_paid_is_not_lengthened():
    tale = story((Agreed(), PassingGate), at=AskExtend(PRICED))
    tale.goes((GateFailed(Demand.PAYMENT, GateFailure.REFUSED), GateStopped), (WentBack(), Home))
    assert not any(change.expires_at for change in tale.changes)
    assert "reservation.extended" not in tale.told


def test_a_holder_lengthens_what_has_not_run_out():
    tale = story((MoreAsked(), ChooseAim), at=Home(offers=ALL_AIMS))
    tale.goes((JourneyChosen(Aim.EXTEND), EnterCode), *typed("123456"))
    assert [e.aim for e in tale.effects if isinstance(e, CheckCode)] == [Aim.EXTEND]
    tale.goes((Granted(LENGTHEN), AskExtend), (Agreed(), Done))
    assert tale.told == ["reservation.extended"]
    assert tale.opened == []


@pytest.mark.parametrize("no", [Disagreed(), WentBack(), FinishAsked()])
@pytest.mark.parametrize(
    "state", [AskExtend(LENGTHEN), ConfirmRefuse(REFUSE)], ids=lambda state: type(state).__name__
)
def test_who_does_not_agree_has_changed_nothing(state, no):
    assert story((no, Home), at=state).effects == [EndVisit()]


@pytest.mark.parametrize(
    "state", [AskExtend(LENGTHEN), ConfirmRefuse(REFUSE)], ids=lambda state: type(state).__name__
)
def test_nobody_agrees_by_walking_away(state):
    tale = story((TimedOut(), StillThere), (TimedOut(), Home), at=state)
    assert tale.changes == []


def test_a_right_that_cannot_be_lengthened_opens_no_door_instead():
    tale = story(SHOWN, (Granted(replace(PICKUP, aim=Aim.EXTEND)), Explaining))
    assert tale.state.explanation is Explanation.NO_EXTENSION
    assert tale.opened == []


def test_a_parcel_is_refused_before_any_door_opens():
    tale = story(SHOWN, (Granted(REFUSE), ConfirmRefuse), (Agreed(), Done))
    assert tale.state.outcome is Outcome.REFUSED
    assert tale.told == ["parcel.abandoned"]
    assert tale.parcel is ReservationState.ABANDONED
    assert tale.inside() is Contents.PARCEL
    assert tale.opened == []
    assert tale.goes((OpenAsked(), Done)).opened == []


def test_where_nothing_can_be_refused_the_parcel_stays_and_no_door_opens():
    tale = story(SHOWN, (Granted(replace(PICKUP, aim=Aim.REFUSE)), Explaining))
    assert tale.state.explanation is Explanation.NO_REFUSAL
    assert tale.changes == []


def test_a_code_for_another_locker_says_which():
    answer = Explained(Explanation.OTHER_LOCKER, where="Station, north side")
    tale = story(SHOWN, (answer, Explaining))
    assert tale.state.where == "Station, north side"
    assert tale.opened == []


# B24.


def test_who_comes_too_early_may_say_that_they_are_here():
    tale = story(SHOWN, (Explained(Explanation.NOT_YET, EXPIRED), Explaining), (HereAsked(), Done))
    assert tale.state.outcome is Outcome.ANNOUNCED
    assert tale.told == ["recipient.here"]
    assert tale.parcel is None
    assert tale.goes((HereAsked(), Done)).told == ["recipient.here"]


def test_where_nobody_wants_to_hear_it_it_is_not_said():
    early = Explained(Explanation.NOT_YET, PICKUP)
    tale = story(SHOWN, (early, Explaining), (HereAsked(), Explaining))
    assert tale.told == []


def test_another_code_may_be_held_up_at_an_explanation():
    tale = story(*OUT, (CodeShown("DLV-PICK-r2-A1"), Checking), (Granted(PICKUP), Opening))
    assert tale.opened == ["12"]
