"""What the end of the idle time does at each screen of staff."""

import pytest

from kiosk.demo.states_staff import STAFF
from kiosk.domain.couriers import LogOut
from kiosk.domain.flows import staff
from kiosk.domain.flows.duty import SignOff
from kiosk.domain.flows.inputs import TimedOut
from kiosk.domain.flows.service.door_in_hand import LetGo
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.flows.visit import Over

SCREENS = {name: state for name, state in STAFF.items() if isinstance(state, StaffState)}
GOES_HOME = {
    "StaffEntrance",
    "LogInStopped",
    "AskStaff",
    "AccountReady",
    "ChooseAct",
    "ReadNonce",
}
"""Nobody is logged in yet."""
LETS_GO = {"StaysShut", "WhatInside"}
"""A door is in hand."""
STAYS = {
    "LoggingIn",
    "Judging",
    "Delivering",
    "Unlocking",
    "StandsOpen",
    "Restarting",
    "Bundling",
}
"""An answer is on its way, or a door stands open."""
STAYS_NOW = {"ask-courier-pin-judging"}
"""The same of one sample of its kind."""


def test_every_screen_of_staffs_has_a_sample():
    assert {type(state) for state in SCREENS.values()} == set(staff.STEPS)


@pytest.mark.parametrize("name", SCREENS)
def test_who_has_gone_is_logged_out_unless_the_screen_waits_for_something_else(name: str):
    state = SCREENS[name]
    kind = type(state).__name__
    following, effects = staff.step(state, TimedOut())
    if kind in STAYS or name in STAYS_NOW:
        assert following is state
        assert effects == ()
        return
    assert following == Over()
    if kind in GOES_HOME:
        assert effects == ()
    elif kind in LETS_GO:
        assert effects == (LetGo(), SignOff(LogOut.IDLE))
    else:
        assert effects == (SignOff(LogOut.IDLE),)
