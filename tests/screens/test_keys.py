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
from tests.screens.parts import PARTS

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


@pytest.mark.parametrize("state", ["parked-list", "found-parcels"])
def test_the_page_keys_turn_a_list_both_ways(glass: Glass, state: str):
    glass.show(STATES[state])
    rows = [_rows(glass)]
    for key in (Key.Key_PageDown, Key.Key_PageUp):
        glass.key(key)
        rows.append(_rows(glass))
    assert rows[0] == rows[2]
    assert not rows[0] & rows[1]


@pytest.mark.parametrize(
    "state",
    ["bench", "doors", "one-door", "several", "inventory", "one-line-cloud", "one-line-outbox",
     "parked-one", "bookings", "one-booking", "confirm-cancel", "one-parcel", "evidence-made",
     "lockdown", "one-printer", "one-label", "confirm-restart", "bundle-made"],
)  # fmt: skip
def test_enter_is_the_one_dark_door_of_a_service_screen(glass: Glass, state: str):
    glass.show(STATES[state])
    targets = [item for item in glass.items() if is_target(item)]
    (primary,) = [item.objectName() for item in targets if item.property("primary") is True]
    glass.key(Key.Key_Return)
    glass.touch(primary)
    by_key, by_touch = glass.sent
    assert by_key == by_touch


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


@pytest.mark.parametrize("part", PARTS)
def test_tab_reaches_everything_and_traps_nobody(glass: Glass, part: str):
    for name, state in PARTS[part].items():
        glass.show(state, drawn=False)
        # A door that is too small for a finger is no target, and is chosen with keys.
        by_key = [item for item in glass.items() if item.objectName().startswith("map.key.")]
        wanted = {item.objectName() for item in glass.items() if is_target(item)}
        wanted |= {item.objectName() for item in by_key}
        reached = []
        for _ in range(len(wanted) + 1):
            glass.key(Key.Key_Tab)
            reached.append(glass.focused())
        assert set(reached) == wanted, name
        assert reached[0] == reached[-1], name


def test_when_what_had_the_focus_is_gone_the_next_tab_is_not_lost(glass: Glass):
    glass.show(STATES["logs-page"])
    glass.find("page.next").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    glass.show(STATES["logs-page-none"])
    assert _after(glass, Key.Key_Tab) == "logs.level"


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


def _rows(glass: Glass) -> set[str]:
    names = {item.objectName() for item in glass.items() if is_target(item)}
    return {name for name in names if not name.startswith(("bar.", "page."))}


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
