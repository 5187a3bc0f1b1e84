from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.demo.states import STATES
from kiosk.domain.flows import home, opening
from kiosk.domain.flows.inputs import (
    CancelAsked,
    DoesNotFit,
    EmptyDeclared,
    Entered,
    Erased,
    FinishAsked,
    HelpAsked,
    Input,
    JourneyChosen,
    KeyPressed,
    MoreTimeAsked,
    OpenAsked,
    PageTurned,
    ReasonChosen,
    TroubleAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.visit import Aim, Reason, Trouble
from tests.screens.glass import FACE, PORTRAIT, Glass
from tests.screens.glass import glass as window_of
from tests.screens.measure import is_target

TOUCHES: tuple[tuple[str, str, Input], ...] = (
    ("home", "home.pickup", JourneyChosen(Aim.PICKUP)),
    ("home", "home.dropoff", JourneyChosen(Aim.DROPOFF)),
    ("home", "bar.help", HelpAsked()),
    ("enter-code", "keypad.7", KeyPressed("7")),
    ("enter-code", "keypad.0", KeyPressed("0")),
    ("enter-code", "keypad.erase", Erased()),
    ("enter-code", "keypad.abc", PageTurned()),
    ("enter-code", "keypad.enter", Entered()),
    ("enter-code", "bar.back", WentBack()),
    ("enter-code-letters", "keypad.q", KeyPressed("Q")),
    ("enter-code-letters", "keypad.erase", Erased()),
    ("enter-code-letters", "keypad.abc", PageTurned()),
    ("ask-datum", "keypad.3", KeyPressed("3")),
    ("ask-datum", "keypad.abc", PageTurned()),
    ("ask-datum", "keypad.enter", Entered()),
    ("refused", "refused.again", OpenAsked()),
    ("refused", "refused.scan", OpenAsked()),
    ("refused", "bar.back", WentBack()),
    ("explaining-expired", "explain.finish", FinishAsked()),
    ("reach-door", "door.open", OpenAsked()),
    ("reach-door", "door.reach", TroubleAsked()),
    ("reach-door", "bar.back", WentBack()),
    ("door-stuck-jammed", "door.again", OpenAsked()),
    ("door-stuck-spent", "door.finish", FinishAsked()),
    ("take-parcel", "door.trouble", TroubleAsked()),
    ("put-parcel", "door.nofit", DoesNotFit()),
    ("put-parcel", "door.cancel", CancelAsked()),
    ("put-parcel", "door.trouble", TroubleAsked()),
    ("done-collected", "door.again", OpenAsked()),
    ("done-collected", "door.finish", FinishAsked()),
    *(("ask-trouble", f"trouble.{one.value}", TroubleChosen(one)) for one in Trouble),
    *(("ask-reason", f"reason.{one.value}", ReasonChosen(one)) for one in Reason),
    ("ask-reason", "bar.back", WentBack()),
    ("shut-first", "bar.back", WentBack()),
    ("confirm-empty", "empty.yes", EmptyDeclared(True)),
    ("confirm-empty", "empty.no", EmptyDeclared(False)),
    ("confirm-empty", "door.again", OpenAsked()),
    ("still-there", "stay.here", MoreTimeAsked()),
    ("still-there", "bar.back", WentBack()),
    ("help", "help.back", WentBack()),
)
OF_THE_SHELL = {"bar.language", "bar.access"}


def test_a_touch_becomes_one_input(glass: Glass):
    for state, name, wanted in TOUCHES:
        glass.show(STATES[state])
        glass.sent.clear()
        glass.touch(name)
        assert glass.sent == [wanted], (state, name)


def test_whatever_can_be_touched_is_touched_above(glass: Glass):
    known = {name for _, name, _ in TOUCHES} | OF_THE_SHELL
    keys = {f"keypad.{sign}" for sign in "123456789abcdefghijklmnopqrstuvwxyz"}
    for state in STATES.values():
        glass.show(state, drawn=False)
        names = {item.objectName() for item in glass.items() if is_target(item)}
        assert names <= known | keys


@pytest.mark.parametrize("state", ["checking", "opening"])
def test_help_rests_while_the_kiosk_works(glass: Glass, state: str):
    glass.show(STATES[state])
    glass.touch("bar.help")
    assert glass.sent == []


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
