"""The machine's pages under fingers and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.demo.states import STATES
from kiosk.domain.flows.inputs import FinishAsked, WentBack
from kiosk.domain.flows.paging import PageAsked
from kiosk.domain.flows.service.logs import LevelTurned
from kiosk.domain.flows.service.settings import SettingChosen
from kiosk.domain.flows.service.system import RestartAsked
from kiosk.domain.flows.service.touch import FieldTouched
from kiosk.domain.site import Setting
from kiosk.domain.trials import Grid
from tests.screens.glass import LANDSCAPE, PORTRAIT, SMALL, Glass, Panel
from tests.screens.glass import glass as window_of
from tests.screens.measure import is_text

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def words(glass: Glass) -> str:
    return " | ".join(str(item.property("text")) for item in glass.items() if is_text(item))


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE, SMALL], ids=str)
def test_the_fields_cover_the_glass_to_its_edges(qapp: QGuiApplication, panel: Panel):
    with window_of(panel) as glass:
        glass.show(STATES["test-touch"])
        grid = Grid.over(*panel.mm)
        for field in grid.fields():
            column, row = field
            x = int((column + 0.5) * panel.width / grid.columns)
            y = int((row + 0.5) * panel.height / grid.rows)
            QTest.mouseClick(glass.window, LEFT, PLAIN, QPoint(x, y))
        assert glass.sent == [FieldTouched(grid, field) for field in grid.fields()]


def test_a_finger_that_is_drawn_over_the_glass_touches_what_it_passes(glass: Glass):
    glass.show(STATES["test-touch"])
    across = PORTRAIT.width // 5
    QTest.mousePress(glass.window, LEFT, PLAIN, QPoint(across // 2, 20))
    for column in range(1, 5):
        QTest.mouseMove(glass.window, QPoint(across * column + across // 2, 20))
    QTest.mouseRelease(glass.window, LEFT, PLAIN, QPoint(PORTRAIT.width - 5, 20))
    assert {event.field for event in glass.sent} == {(column, 0) for column in range(5)}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_touch_test_is_left_by_a_key(glass: Glass, key: Qt.Key):
    glass.show(STATES["test-touch"])
    glass.key(key)
    assert glass.sent in ([FinishAsked()], [WentBack()])


def test_the_bar_comes_back_after_the_touch_test(glass: Glass):
    glass.show(STATES["test-touch"])
    assert not any(item.objectName() == "bar.help" for item in glass.items())
    glass.show(STATES["system-page"])
    assert any(item.objectName() == "bar.help" for item in glass.items())


def test_where_no_printer_is_configured_that_is_said_and_what_to_do(glass: Glass):
    none = STATES["printers-none"]
    glass.show(none)
    assert "No printer is configured" in words(glass)
    assert "[[printer]]" in words(glass)
    assert "labels wait" not in words(glass)
    waits = replace(none, seen=replace(none.seen, waiting=STATES["printers"].seen.waiting))
    glass.show(waits)
    assert "No printer is configured" in words(glass)
    assert "Labels that wait: 2" in words(glass)


def test_a_screenshot_of_the_camera_test_shows_neither_picture_nor_signs(glass: Glass):
    glass.show(STATES["test-camera"])
    assert "19, from PL" in words(glass)
    glass.shell.mask(True)
    assert "from PL" not in words(glass)
    assert glass.camera() is None


def test_facts_that_do_not_fit_are_on_the_next_page(qapp: QGuiApplication):
    with window_of(LANDSCAPE) as glass:
        first = STATES["system-page"]
        glass.show(first)
        assert "OpenCV" in words(glass)
        glass.touch("page.next")
        assert glass.sent == [PageAsked(1)]
        glass.show(replace(first, page=1))
        assert "OpenCV" not in words(glass)


def test_every_fact_is_on_some_page_and_after_the_last_comes_the_first(qapp: QGuiApplication):
    with window_of(SMALL) as glass:
        seen = []
        for page in range(5):
            glass.show(replace(STATES["system-page"], page=page))
            seen.append(words(glass))
        everything = " ".join(seen)
        for word in ("Python", "Disk free", "Journal lines", "acpitz"):
            assert word in everything
        assert seen[0] in seen[1:]


def test_a_setting_a_filter_and_a_restart_are_one_touch_each(glass: Glass):
    glass.show(STATES["settings-page"])
    glass.touch("settings.camera")
    glass.show(STATES["logs-page"])
    glass.touch("logs.level")
    glass.show(STATES["confirm-restart"])
    glass.key(Qt.Key.Key_Return)
    assert glass.sent == [SettingChosen(Setting.CAMERA), LevelTurned(), RestartAsked()]


def test_no_restart_is_offered_while_a_door_is_open(glass: Glass):
    glass.show(STATES["confirm-restart-open"])
    glass.key(Qt.Key.Key_Return)
    assert glass.sent == []
    assert "12, 25" in words(glass)
