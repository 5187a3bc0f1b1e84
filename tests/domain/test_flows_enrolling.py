"""A technician's account at the screen, and one act by the back office's answer."""

import pytest

from kiosk.domain.accounts import EnrolTicket, Objection, Role
from kiosk.domain.challenge import Deed, ServiceAct
from kiosk.domain.flows.courier.signin import OffersRead, StaffEntrance, Way, WayChosen
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.forms import (
    BadgeShown,
    Form,
    Line,
    LoggingIn,
    LogInRefused,
    LogInStopped,
    Stop,
)
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import Entered, KeyPressed, OpenAsked, TimedOut, WentBack
from kiosk.domain.flows.journey import StillThere, step
from kiosk.domain.flows.patience import patience
from kiosk.domain.flows.service.bench import Bench
from kiosk.domain.flows.service.challenge import (
    ActChosen,
    AnswerJudged,
    AnswerNonce,
    AskNonce,
    ChooseAct,
    NonceMade,
    NonceObjected,
    ReadNonce,
)
from kiosk.domain.flows.service.enrolling import (
    AccountReady,
    BeginEnrolment,
    Enrol,
    Enrolled,
    EnrolmentBegun,
    EnrolObjected,
)
from kiosk.domain.policy import Policy
from tests.domain.test_flows_signin import ALL, typed
from tests.domain.test_staff_doors import walk

TICKET = EnrolTicket(Role.TECHNICIAN, 1800.0)
PIN, SHORT = "7391-4628", "739146"
OPEN = Deed(ServiceAct.OPEN, "12", "anna7")
NONCE = ReadNonce(OPEN, "A1B2C3D4")


def begun(*, badges: bool = False):
    state, effects = walk(ALL, WayChosen(Way.ENROL), *typed("47392018"))
    assert effects == [BeginEnrolment("47392018")]
    return step(state, EnrolmentBegun(TICKET, badges))[0]


def test_without_the_installers_code_nothing_leads_to_an_enrolment():
    fresh = StaffEntrance(frozenset({Way.CODE}))
    assert step(fresh, WayChosen(Way.ENROL)) == (fresh, ())


def test_enrolment_that_runs_out_while_one_stands_there_is_offered_no_more():
    closed, _ = step(ALL, OffersRead(ALL.offers - {Way.ENROL}))
    assert step(closed, WayChosen(Way.ENROL)) == (closed, ())


def test_an_account_is_made_line_by_line_and_then_logged_in_with():
    state, effects = walk(begun(), *typed("Anna7", "Anna", PIN, PIN))
    assert effects == [Enrol(TICKET, "Anna7", "Anna", PIN)]
    made, _ = step(state, Enrolled("anna7"))
    assert made == AccountReady("anna7")
    asked, _ = step(made, OpenAsked())
    assert (asked.form, asked.line) == (Form.TECHNICIAN, Line.ACCOUNT)


def test_with_a_badge_a_shorter_pin_is_enough():
    state = begun(badges=True)
    state, _ = walk(state, *typed("anna7", "Anna"))
    assert state.line is Line.NEW_BADGE
    assert step(state, KeyPressed("x")) == (state, ())
    _, effects = walk(state, BadgeShown("04A27F11"), *typed(SHORT, SHORT))
    assert effects == [Enrol(TICKET, "anna7", "Anna", SHORT, "04A27F11")]
    without, _ = walk(state, Entered(), *typed(SHORT))
    assert without.objection is Objection.LENGTH
    _, effects = walk(without, *typed(PIN, PIN))
    assert effects == [Enrol(TICKET, "anna7", "Anna", PIN, None)]


@pytest.mark.parametrize(
    ("lines", "line", "why"),
    [
        (["a"], Line.NEW_ACCOUNT, Objection.ID),
        (["anna 7"], Line.NEW_ACCOUNT, Objection.ID),
        (["anna7", " "], Line.NEW_NAME, Objection.NAME),
        (["anna7", "Anna", "7391"], Line.NEW_PIN, Objection.LENGTH),
        (["anna7", "Anna", "12345678"], Line.NEW_PIN, Objection.EASY),
        (["anna7", "Anna", "xanna7yy"], Line.NEW_PIN, Objection.EASY),
        (["anna7", "Anna", PIN, PIN + "1"], Line.NEW_PIN, Objection.DIFFERS),
    ],
)
def test_what_cannot_be_taken_is_said_at_once_and_can_be_typed_anew(lines, line, why):
    state, effects = walk(begun(), *typed(*lines))
    assert (state.line, state.objection, state.ticket) == (line, why, TICKET)
    assert effects == []
    assert step(state, KeyPressed("b"))[0].objection is None


def test_an_id_that_is_taken_is_chosen_anew_with_the_same_right():
    state, _ = walk(begun(), *typed("anna7", "Anna", PIN, PIN), EnrolObjected(Objection.TAKEN))
    assert (state.line, state.objection, state.ticket) == (
        Line.NEW_ACCOUNT,
        Objection.TAKEN,
        TICKET,
    )
    assert (state.said, state.typed) == ((), "")


def test_time_that_has_run_out_ends_an_enrolment():
    state, _ = walk(begun(), *typed("anna7", "Anna", PIN, PIN), EnrolObjected(Objection.OVER))
    assert state == LogInStopped(Stop.NO_ENROLMENT)


def test_a_mistyped_installers_code_can_be_typed_again_and_a_used_up_one_not():
    state, _ = walk(ALL, WayChosen(Way.ENROL), *typed("1"), LogInRefused())
    again, _ = step(state, OpenAsked())
    assert (again.form, again.typed) == (Form.INSTALLER, "")


def test_who_walks_away_leaves_neither_right_nor_pin_behind():
    state, _ = walk(begun(), *typed("anna7", "Anna", PIN), TimedOut(), TimedOut())
    assert state == Home()
    given_up, _ = step(begun(), WentBack())
    assert given_up == StaffEntrance()


def test_nothing_of_an_enrolment_stands_in_what_a_log_may_say():
    state, said = begun(), ""
    for event in typed("anna7", "Wiśniewska", PIN, PIN):
        state, effects = step(state, event)
        said += repr((event, state, effects))
    for secret in (PIN, "Wiśniewska", "object at"):
        assert secret not in said


@pytest.mark.parametrize(
    ("act", "lines", "asked"),
    [
        (ServiceAct.OPEN, ["12", "anna7"], AskNonce(ServiceAct.OPEN, "12", "anna7")),
        (ServiceAct.CLEAR, ["12", "anna7"], AskNonce(ServiceAct.CLEAR, "12", "anna7")),
        (ServiceAct.UNLOCK, ["anna7"], AskNonce(ServiceAct.UNLOCK, "", "anna7")),
    ],
)
def test_an_act_a_door_and_an_id_are_asked_for(act, lines, asked):
    state, effects = walk(ALL, WayChosen(Way.SERVICE_CODE), ActChosen(act), *typed(*lines))
    assert isinstance(state, LoggingIn)
    assert effects == [asked]


def test_a_door_there_is_none_is_said():
    state, _ = walk(ChooseAct(), ActChosen(ServiceAct.OPEN), *typed("999", "anna7"))
    said, _ = step(state, NonceObjected(Objection.NO_DOOR))
    assert (said.line, said.objection) == (Line.DOOR, Objection.NO_DOOR)


def test_the_answer_allows_this_one_act_and_no_login():
    state, _ = walk(ChooseAct(), ActChosen(ServiceAct.OPEN), *typed("12", "anna7"))
    shown, _ = step(state, NonceMade(OPEN, "A1B2C3D4"))
    assert shown == NONCE
    judged, effects = walk(shown, *typed("4739201856"))
    assert effects == [AnswerNonce(OPEN, "4739201856")]
    allowed, _ = step(judged, AnswerJudged(True))
    who = getattr(allowed, "who", None)
    assert isinstance(who, Staffer)
    assert (who.supervisor, who.offline_act) == (False, ServiceAct.OPEN)


def test_the_answer_to_a_lock_out_logs_nobody_in():
    deed = Deed(ServiceAct.UNLOCK, "", "anna7")
    state, _ = walk(ReadNonce(deed, "A1B2C3D4"), *typed("1"), AnswerJudged(True))
    assert state == AccountReady("anna7", unlocked=True)


def test_three_wrong_answers_end_the_request():
    state = NONCE
    for left in (2, 1):
        state, _ = walk(state, *typed("1111111111"), AnswerJudged(False))
        assert (state.left, state.typed, state.judging) == (left, "", False)
    state, _ = walk(state, *typed("1111111111"), AnswerJudged(False))
    assert state == LogInStopped(Stop.NO_ANSWER)


def test_there_is_time_for_the_call_and_then_it_is_asked_whether_anybody_is_there():
    assert patience(NONCE, Policy(), access=False) == 300
    assert step(NONCE, TimedOut()) == (StillThere(NONCE), ())
    assert step(NONCE, WentBack())[0] == Home()
    assert not isinstance(step(NONCE, AnswerJudged(False))[0], Bench)
