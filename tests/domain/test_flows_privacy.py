"""From home one can ask what the locker sees and keeps."""

from kiosk.domain.flows.choices import PrivacyAsked
from kiosk.domain.flows.home import Checking, EnterCode, Home, OutOfOrder
from kiosk.domain.flows.inputs import CodeShown, HelpAsked, OrderChanged, TimedOut, WentBack
from kiosk.domain.flows.journey import Help, Privacy, step
from kiosk.domain.flows.patience import patience
from kiosk.domain.policy import Policy

NOTICE = Privacy(Home(letters=True))


def test_the_notice_lies_over_home_and_goes_back_to_it():
    assert step(Home(letters=True), PrivacyAsked()) == (NOTICE, ())
    for way in (WentBack(), TimedOut()):
        assert step(NOTICE, way) == (NOTICE.before, ())


def test_who_walks_away_leaves_home_behind():
    assert patience(NOTICE, Policy(), access=False) == Policy().idle
    assert patience(NOTICE, Policy(), access=True) == Policy().idle_access


def test_help_is_one_touch_away_and_leads_home():
    assert step(NOTICE, HelpAsked()) == (Help(NOTICE.before), ())


def test_a_code_held_up_while_it_is_read_is_checked():
    assert isinstance(step(NOTICE, CodeShown("123456"))[0], Checking)


def test_a_kiosk_that_breaks_meanwhile_is_out_of_order_behind_it():
    broken = OrderChanged(usable=False, camera=True, left_open=(), letters=False)
    assert step(NOTICE, broken) == (Privacy(OutOfOrder()), ())


def test_it_is_asked_for_at_home_only():
    assert step(EnterCode(), PrivacyAsked()) == (EnterCode(), ())
