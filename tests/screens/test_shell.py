from dataclasses import replace
from threading import Thread
from typing import Any

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.demo.samples import NEAREST
from kiosk.demo.states import STATES
from kiosk.domain.flows import home
from tests.screens.glass import (
    FACE,
    LANDSCAPE,
    PORTRAIT,
    SMALL,
    Glass,
    Panel,
    StillPicture,
    type_of,
    wait_until,
)
from tests.screens.glass import glass as window_of
from tests.screens.measure import box


def texts(glass: Glass) -> set[str]:
    return {item.property("text") for item in glass.items() if item.property("text")}


def test_a_state_may_come_from_any_thread(glass: Glass):
    thread = Thread(target=glass.shell.show, args=(home.Home(),))
    thread.start()
    thread.join()
    wait_until(lambda: "Pick up" in texts(glass))


def test_one_touch_changes_the_language_and_another_changes_it_back(glass: Glass):
    glass.show(STATES["home"])
    glass.touch("bar.language")
    assert "استلام طرد" in texts(glass)
    glass.touch("bar.language")
    assert "Pick up" in texts(glass)


def test_the_button_names_the_other_language_in_its_own_script(glass: Glass):
    glass.show(STATES["home"])
    assert glass.find("bar.language").property("text") == "العربية"


def test_with_one_language_there_is_nothing_to_choose(qapp: QGuiApplication):
    with window_of(PORTRAIT, face=replace(FACE, languages={"en": "English"})) as glass:
        glass.show(STATES["home"])
        assert "bar.language" not in {item.objectName() for item in glass.items()}


def test_the_next_person_finds_the_usual_language_and_size(glass: Glass):
    glass.show(STATES["home"])
    glass.touch("bar.language")
    glass.touch("bar.access")
    glass.shell.reset()
    wait_until(lambda: glass.shell.language == "en" and not glass.shell.access)
    assert "Pick up" in texts(glass)


def test_right_to_left_turns_the_bar_and_leaves_the_keys(qapp: QGuiApplication):
    across = {}
    for language in ("en", "ar"):
        with window_of(LANDSCAPE, language) as glass:
            glass.show(STATES["enter-code"])
            names = ("bar.back", "bar.access", "keypad.1", "keypad.3")
            across[language] = {name: box(glass.find(name)).center().x() for name in names}
    assert across["en"]["bar.back"] < across["en"]["bar.access"]
    assert across["ar"]["bar.back"] > across["ar"]["bar.access"]
    assert all(where["keypad.1"] < where["keypad.3"] for where in across.values())


def test_the_map_is_never_mirrored(qapp: QGuiApplication):
    for language in ("en", "ar"):
        with window_of(PORTRAIT, language) as glass:
            glass.show(STATES["take-parcel"])
            doors = {i.property("label"): i for i in glass.items() if i.property("label")}
            assert box(doors["12"]).center().x() < box(doors["44"]).center().x()


def test_low_reach_brings_every_key_into_the_lowest_part(glass: Glass):
    glass.shell.toggleAccess()
    for name in ("enter-code", "enter-code-letters", "ask-datum", "ask-phone"):
        glass.show(STATES[name])
        top = min(box(i).top() for i in glass.items() if i.objectName().startswith("keypad."))
        assert (glass.window.height() - top) / (glass.window.width() / 268) < 160


def test_access_mode_makes_the_text_larger(glass: Glass):
    glass.show(STATES["home"])
    before = _pixels(glass, "Put a parcel in")
    glass.touch("bar.access")
    assert glass.find("bar.access").property("spoken") == "Accessibility, on"
    assert _pixels(glass, "Put a parcel in") == pytest.approx(before * 1.25, abs=1)


def _pixels(glass: Glass, text: str) -> int:
    item = next(item for item in glass.items() if item.property("text") == text)
    return int(item.property("font").pixelSize())


def test_a_screenshot_shows_neither_camera_nor_code(glass: Glass):
    glass.show(STATES["enter-code"])
    glass.shell.mask(True)
    assert "471920" not in texts(glass)
    assert glass.camera() is None
    glass.shell.mask(False)
    assert "471920" in texts(glass)


@pytest.mark.parametrize(("state", "secret"), [("ask-phone", "+49151234"), ("show-code", "473")])
def test_a_screenshot_shows_neither_telephone_number_nor_code(
    glass: Glass, state: str, secret: str
):
    glass.show(STATES[state])
    assert secret in " ".join(texts(glass))
    glass.shell.mask(True)
    assert secret not in " ".join(texts(glass))


def test_a_screenshot_shows_no_code_to_scan(glass: Glass):
    glass.show(STATES["show-code"])
    assert _scanned(glass) == ["PLK1-EXAMPLE-EXAMPLE"]
    glass.shell.mask(True)
    glass.settle()
    assert _scanned(glass) == []


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE, SMALL], ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_codes_and_maps_can_be_read_off_the_glass(
    qapp: QGuiApplication, panel: Panel, language: str
):
    with window_of(panel, language) as glass:
        glass.show(STATES["show-code"])
        assert _scanned(glass) == ["PLK1-EXAMPLE-EXAMPLE"]
        glass.show(STATES["no-room"])
        assert set(_scanned(glass)) >= {one.map_url for one in NEAREST[:2]}


def _scanned(glass: Glass) -> list[str]:
    picture = glass.window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
    return [one.text for one in zxingcpp.read_barcodes(rows[:, : picture.width()].copy())]


def test_dates_and_money_follow_the_language(glass: Glass):
    glass.show(STATES["ask-extend"])
    assert "Until Tuesday, 24 November, 18:00" in texts(glass)
    glass.touch("bar.language")
    assert "حتى الثلاثاء، 24 نوفمبر، 18:00" in texts(glass)


def test_a_code_is_never_mirrored(qapp: QGuiApplication):
    with window_of(PORTRAIT, "ar") as glass:
        glass.show(STATES["show-code"])
        assert "\u2066473 920 185\u2069" in texts(glass)


def test_sizes_are_drawn_to_one_scale(glass: Glass):
    glass.show(STATES["choose-size"])
    shown = [i for i in glass.items() if i.objectName() == "size.picture"]
    units = {round(i.width() / 43, 3) for i in shown} | {
        round(i.height() / high, 3) for i, high in zip(shown, (9, 19, 39, 59), strict=True)
    }
    assert len(units) == 1


def test_the_line_leads_to_the_door_that_is_meant_now(glass: Glass):
    for state in ("next-door", "next-door-exchange"):
        glass.show(STATES[state])
        bank = next(i for i in glass.items() if type_of(i) == "BankMap")
        (label,) = bank.property("lit")
        door = next(i for i in glass.items() if i.property("label") == label)
        middle = bank.mapRectFromScene(box(door)).center().x()
        assert bank.property("ledX") == pytest.approx(middle, abs=1)


def test_the_camera_is_looked_at_only_while_it_shows(qapp: QGuiApplication):
    source = StillPicture(np.zeros((8, 8, 3), dtype=np.uint8))
    with window_of(PORTRAIT, face=replace(FACE, preview=source)) as glass:
        glass.show(STATES["enter-code"])
        asked = source.asked
        wait_until(lambda: source.asked > asked)
        glass.show(STATES["home"])
        asked = source.asked
        glass.show(STATES["refused"])
        glass.settle()
        assert source.asked == asked


def test_a_found_code_is_outlined_and_named(qapp: QGuiApplication):
    frame = np.zeros((9, 16, 3), dtype=np.uint8)
    quad = ((0.3, 0.3), (0.6, 0.3), (0.6, 0.6), (0.3, 0.6))
    with window_of(PORTRAIT, face=replace(FACE, preview=StillPicture(frame, quad))) as glass:
        glass.show(STATES["enter-code"])
        wait_until(lambda: "Found" in texts(glass))
        picture = glass.window.grabWindow()
        view = glass.camera()
        assert view is not None
        area = box(view)
        left = area.left() + area.width() * 0.25
        row = [picture.pixelColor(int(left + n), int(area.center().y())).name() for n in range(400)]
        assert "#ffc81f" in row


def test_the_picture_of_who_was_here_before_is_not_shown(qapp: QGuiApplication):
    source = Frozen(np.full((9, 16, 3), (1, 200, 3), dtype=np.uint8))
    with window_of(PORTRAIT, face=replace(FACE, preview=source)) as glass:
        glass.show(STATES["enter-code"])
        asked = source.asked
        wait_until(lambda: source.asked > asked + 1)
        view = glass.camera()
        assert view is not None
        area = box(view)
        picture = glass.window.grabWindow()
        assert picture.pixelColor(int(area.center().x()), int(area.top()) + 9).name() != "#01c803"


class Frozen(StillPicture):
    """A camera whose newest frame is an old one."""

    def newest(self) -> tuple[int, Any, Any]:
        self.asked += 1
        return 7, self.frame, self.quad
