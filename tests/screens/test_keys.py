import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.demo.states import STATES
from kiosk.domain.flows.inputs import (
    CancelAsked,
    DoesNotFit,
    Entered,
    Erased,
    FinishAsked,
    JourneyChosen,
    KeyPressed,
    TroubleAsked,
    WentBack,
)
from kiosk.domain.flows.visit import Aim
from tests.screens.glass import PORTRAIT, Glass
from tests.screens.glass import glass as window_of
from tests.screens.measure import is_target

Key = Qt.Key


def test_a_whole_pick_up_with_keys_alone(glass: Glass):
    glass.show(STATES["home"])
    glass.key(Key.Key_Return)
    glass.show(STATES["enter-code-no-camera"])
    for key in (Key.Key_4, Key.Key_7, Key.Key_Backspace, Key.Key_Enter):
        glass.key(key)
    glass.show(STATES["take-parcel"])
    glass.key(Key.Key_Tab)
    glass.key(Key.Key_Return)
    glass.show(STATES["done-collected"])
    glass.key(Key.Key_Return)
    assert glass.sent == [
        JourneyChosen(Aim.PICKUP),
        KeyPressed("4"),
        KeyPressed("7"),
        Erased(),
        Entered(),
        TroubleAsked(),
        FinishAsked(),
    ]


def test_a_drop_off_with_arrows_and_enter(glass: Glass):
    glass.show(STATES["home"])
    glass.key(Key.Key_Down)
    glass.key(Key.Key_Down)
    assert glass.focused() == "home.dropoff"
    glass.key(Key.Key_Return)
    glass.show(STATES["put-parcel"])
    glass.key(Key.Key_Down)
    glass.key(Key.Key_Return)
    glass.key(Key.Key_Down)
    glass.key(Key.Key_Right)
    assert glass.focused() == "door.cancel"
    glass.key(Key.Key_Return)
    assert glass.sent == [JourneyChosen(Aim.DROPOFF), DoesNotFit(), CancelAsked()]


@pytest.mark.parametrize(
    ("state", "wanted"),
    [("enter-code", [WentBack()]), ("take-parcel", []), ("still-there", [WentBack()])],
)
def test_escape_is_the_way_back_where_there_is_one(glass: Glass, state: str, wanted: list[object]):
    glass.show(STATES[state])
    glass.key(Key.Key_Escape)
    assert glass.sent == wanted


def test_digits_count_wherever_the_focus_is(glass: Glass):
    glass.show(STATES["enter-code"])
    for _ in range(3):
        glass.key(Key.Key_Tab)
    glass.find("bar.help").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    glass.key(Key.Key_5)
    assert glass.sent == [KeyPressed("5")]


def test_letters_are_typed_as_they_are(glass: Glass):
    glass.show(STATES["ask-datum"])
    glass.key(Key.Key_K)
    assert glass.sent == [KeyPressed("k")]


def test_tab_reaches_everything_and_traps_nobody(glass: Glass):
    for name, state in STATES.items():
        glass.show(state, drawn=False)
        wanted = {item.objectName() for item in glass.items() if is_target(item)}
        reached = []
        for _ in range(len(wanted) + 1):
            glass.key(Key.Key_Tab)
            reached.append(glass.focused())
        assert set(reached) == wanted, name
        assert reached[0] == reached[-1], name


@pytest.mark.parametrize("language", ["en", "ar"])
def test_arrows_move_as_the_eye_does(qapp: QGuiApplication, language: str):
    with window_of(PORTRAIT, language) as glass:
        glass.show(STATES["enter-code"])
        glass.find("keypad.5").forceActiveFocus(Qt.FocusReason.TabFocusReason)
        seen = [_after(glass, key) for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left)]
        seen += [_after(glass, key) for key in (Key.Key_Up, Key.Key_Up, Key.Key_Left)]
    assert seen == [f"keypad.{sign}" for sign in ("6", "9", "8", "5", "2", "1")]


def test_arrows_lead_from_the_keys_to_open_and_to_the_bar(glass: Glass):
    glass.show(STATES["enter-code"])
    glass.find("keypad.0").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    assert _after(glass, Key.Key_Down) == "keypad.enter"
    assert _after(glass, Key.Key_Down).startswith("bar.")
    assert _after(glass, Key.Key_Up) == "keypad.enter"


def test_letters_are_reached_with_arrows(glass: Glass):
    glass.show(STATES["enter-code-letters"])
    glass.find("keypad.a").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    assert _after(glass, Key.Key_Down) == "keypad.h"
    assert _after(glass, Key.Key_Right) == "keypad.i"


def test_the_ring_shows_for_keys_and_never_for_touches(glass: Glass):
    glass.show(STATES["home"])
    glass.touch("home.dropoff")
    assert not _rings(glass)
    glass.key(Key.Key_Tab)
    assert _rings(glass)


def test_enter_after_a_touch_is_the_primary_act(glass: Glass):
    glass.show(STATES["enter-code"])
    glass.touch("keypad.5")
    glass.key(Key.Key_Return)
    assert glass.sent == [KeyPressed("5"), Entered()]


def test_a_press_that_leaves_the_button_is_no_touch(glass: Glass):
    glass.show(STATES["home"])
    _drag_out(glass, "home.pickup")
    assert glass.sent == []


def _after(glass: Glass, key: Qt.Key) -> str:
    glass.key(key)
    return glass.focused()


def _rings(glass: Glass) -> bool:
    return any(item.property("visualFocus") for item in glass.items())


def _drag_out(glass: Glass, name: str) -> None:
    item = glass.find(name)
    start = item.mapToScene(item.boundingRect().center()).toPoint()
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(glass.window, left, plain, start)
    away = glass.find("bar.help")
    end = away.mapToScene(away.boundingRect().center()).toPoint()
    QTest.mouseMove(glass.window, end)
    QTest.mouseRelease(glass.window, left, plain, end)
