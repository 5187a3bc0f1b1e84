import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.demo.samples import DROPOFF
from kiosk.demo.states import STATES
from kiosk.domain.flows import home, opening, problem
from kiosk.domain.flows.paging import PageAsked
from kiosk.domain.flows.visit import Aim, Trouble
from kiosk.viewmodels.problem import AT_DROPOFF, AT_PICKUP, AT_STORE
from tests.screens.glass import FACE, LANDSCAPE, PORTRAIT, Glass
from tests.screens.glass import glass as window_of
from tests.screens.measure import is_target
from tests.screens.parts import PARTS
from tests.screens.touches_courier import COURIER
from tests.screens.touches_lines import BOOKINGS, EVIDENCE, LINES, PRINTERS
from tests.screens.touches_machine import MACHINE
from tests.screens.touches_people import PEOPLE
from tests.screens.touches_service import SERVICE
from tests.screens.touches_signin import SIGN_IN

TOUCHES = {
    "people": PEOPLE,
    "couriers": (*SIGN_IN, *COURIER),
    "service": (*SERVICE, *LINES, *BOOKINGS, *EVIDENCE, *PRINTERS, *MACHINE),
}
ON_A_LOW_SCREEN = (
    ("round", "round.page", PageAsked(1)),
    ("choose-target-in-hand", "target.later", PageAsked(1)),
    ("choose-parcel", "parcel.later", PageAsked(1)),
    ("system-page", "page.next", PageAsked(1)),
)
"""Where a list is longer than the screen that shows it whole upright."""
OF_THE_SHELL = {"bar.language", "bar.access"}
OF_TWO_INPUTS = {"scan.elsewhere"}
"""Touched in test_courier_screens."""
OF_NO_INPUT = {"page.previous"}
"""Touched below: how many pages there are, only the screen knows."""


@pytest.mark.parametrize("part", TOUCHES)
def test_a_touch_becomes_one_input(glass: Glass, part: str):
    for state, name, wanted in TOUCHES[part]:
        glass.show(STATES[state])
        glass.sent.clear()
        glass.touch(name)
        assert glass.sent == [wanted], (state, name)


def test_a_touch_on_a_low_screen_becomes_one_input(qapp: QGuiApplication):
    with window_of(LANDSCAPE) as glass:
        for state, name, wanted in ON_A_LOW_SCREEN:
            glass.show(STATES[state])
            glass.sent.clear()
            glass.touch(name)
            assert glass.sent == [wanted], (state, name)


@pytest.mark.parametrize("part", PARTS)
def test_whatever_can_be_touched_is_touched_above(glass: Glass, part: str):
    known = {_row(name) for part in TOUCHES.values() for _, name, _ in part}
    known |= OF_THE_SHELL | OF_TWO_INPUTS | OF_NO_INPUT
    keys = {f"keypad.{sign}" for sign in "123456789abcdefghijklmnopqrstuvwxyz"}
    for state in PARTS[part].values():
        glass.show(state, drawn=False)
        names = {item.objectName() for item in glass.items() if is_target(item)}
        # Every key of the text keyboard is touched in test_staff_keyboard.
        names = {name for name in names if not name.startswith("keyboard.")}
        assert set(map(_row, names)) <= known | keys


def _row(name: str) -> str:
    """One row of a list, one door of a map stands for all."""
    return re.sub(r"^(?!keypad)(.*)\.\d+$", r"\1.0", name)


@pytest.mark.parametrize("state", ["parked-list", "found-parcels"])
def test_a_list_is_turned_both_ways_by_touch(glass: Glass, state: str):
    glass.show(STATES[state])
    rows = [texts(glass)]
    for name in ("page.next", "page.previous"):
        glass.touch(name)
        glass.settle()
        rows.append(texts(glass))
    assert rows[0] == rows[2]
    assert rows[0] != rows[1]
    assert glass.sent == []


@pytest.mark.parametrize("state", ["checking", "opening"])
def test_help_rests_while_the_kiosk_works(glass: Glass, state: str):
    glass.show(STATES[state])
    glass.touch("bar.help")
    assert glass.sent == []


def test_every_trouble_can_be_told_somewhere_and_never_more_than_six_at_once():
    assert {*AT_PICKUP, *AT_STORE, *AT_DROPOFF} == set(Trouble)
    assert max(map(len, (AT_PICKUP, AT_STORE, AT_DROPOFF))) <= 6


def test_a_smaller_door_is_not_spoken_of_where_doors_are_not_changed(glass: Glass):
    names = []
    for visit in (DROPOFF, replace(DROPOFF, moved=True)):
        glass.show(problem.AskReason(visit))
        names.append({item.objectName() for item in glass.items()})
    assert "reason.too_large" in names[0]
    assert "reason.too_large" not in names[1]


def test_more_names_what_there_is_and_nothing_else(glass: Glass):
    glass.show(home.Home(offers=frozenset({Aim.RETURN, Aim.EXTEND})))
    assert glass.find("home.more").property("note") == "Return · Keep longer"


def test_home_offers_more_only_where_there_is_more(glass: Glass):
    glass.show(STATES["home"])
    assert "home.more" not in {item.objectName() for item in glass.items()}


@pytest.mark.parametrize(
    ("state", "name"),
    [
        ("explaining-expired", "explain.extend"),
        ("explaining-not-yet", "explain.here"),
        ("gate-stopped-payment-unavailable", "gate.again"),
        ("choose-size", "size.charging"),
        ("choose-aim-few", "aim.store"),
        ("done-deposited", "done.paper"),
        ("done-receipt-printing", "done.paper"),
        ("done-receipt-none", "done.paper"),
        ("show-code-paper-printed", "code.paper"),
    ],
)
def test_what_cannot_be_done_here_is_not_offered(glass: Glass, state: str, name: str):
    glass.show(STATES[state])
    assert name not in {item.objectName() for item in glass.items()}


def test_a_door_that_does_not_open_again_offers_no_opening(glass: Glass):
    glass.show(STATES["done-cancelled"])
    assert "door.again" not in {item.objectName() for item in glass.items()}


def texts(glass: Glass) -> set[str]:
    """What the screen says, everywhere."""
    return {item.property(name) for item in glass.items() for name in ("text", "note")}


@pytest.mark.parametrize("state", [home.Home, home.EnterCode])
def test_a_camera_that_fails_is_said_kindly_until_it_works_again(glass: Glass, state: type):
    asked = "The camera is not reading right now. Please type your code"
    for works in (False, True, False):
        glass.show(state(camera=works))
        assert (asked in texts(glass)) is not works
        assert (glass.camera() is not None) is (works and state is home.EnterCode)


@pytest.mark.parametrize("state", [home.Home, home.EnterCode])
def test_a_kiosk_without_a_camera_asks_to_type_and_excuses_nothing(
    qapp: QGuiApplication, state: type
):
    with window_of(PORTRAIT, face=replace(FACE, preview=None)) as glass:
        glass.show(state(camera=False))
        assert "Type your code" in texts(glass)
        assert not any("camera" in str(text).lower() for text in texts(glass))


def test_the_door_says_where_it_is(glass: Glass):
    glass.show(STATES["take-parcel"])
    texts = {item.property("text") for item in glass.items()}
    assert "Left of the screen: second column, third from the top" in texts
    assert "Door 12\nis open" in texts


def test_the_longer_a_door_stands_open_the_louder_it_is_said(glass: Glass):
    said = []
    for stage in range(3):
        glass.show(opening.TakeParcel(STATES["take-parcel"].visit, stage))
        said.append({item.property("text") for item in glass.items()})
    assert "Please shut the door" not in said[0]
    assert "Please shut the door" in said[1]
    assert "Door 12 is still open. Please push it shut" in said[2]
