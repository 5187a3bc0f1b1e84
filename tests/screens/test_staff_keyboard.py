"""The text keyboard: every key says what it shows, in every script, on glass and for real."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.assets import data
from kiosk.demo.states import STATES
from kiosk.domain.challenge import ServiceAct
from kiosk.domain.flows import forms
from kiosk.domain.flows.courier.signin import Way, WayChosen
from kiosk.domain.flows.forms import AskStaff, Form, ShowAsked
from kiosk.domain.flows.inputs import Entered, Erased, KeyPressed, OpenAsked, PageTurned
from kiosk.domain.flows.service.challenge import ActChosen
from tests.screens.glass import LANDSCAPE, PORTRAIT, SMALL, Glass, Panel, glass
from tests.screens.measure import box, is_target, is_text

Key = Qt.Key
NEEDED = "@.-_+!#$%&*/=?:;,~"
"""Signs that logins, addresses and secrets are made of."""


@contextmanager
def keyboard(state: AskStaff, language: str = "en", panel: Panel = PORTRAIT) -> Iterator[Glass]:
    with glass(panel, language) as shown:
        shown.show(state)
        yield shown


def keys(shown: Glass) -> dict[str, str]:
    """The keys of the keyboard that can be touched, with what is written on them."""
    found = {}
    for item in shown.items():
        if is_target(item) and item.objectName().startswith("keyboard."):
            found[item.objectName().removeprefix("keyboard.")] = str(item.property("text"))
    return found


def said(shown: Glass) -> list[str]:
    return [event.sign for event in shown.sent if isinstance(event, KeyPressed)]


LOGIN = forms.begin(Form.CREDENTIALS)
SECRET = forms.begin(Form.CREDENTIALS, ("driver",))
NAME = forms.begin(Form.ENROL, ("anna7",))
ACCOUNT = forms.begin(Form.TECHNICIAN)


def test_a_login_is_typed_with_capitals_symbols_and_gaps(qapp: QGuiApplication):
    with keyboard(LOGIN) as shown:
        for name in ("d", "shift", "R", "i", "symbols", "@", "symbols", "7", "space", "erase"):
            shown.touch(f"keyboard.{name}")
            shown.settle()
        shown.touch("keyboard.enter")
        assert said(shown) == ["d", "R", "i", "@", "7", " "]
        assert shown.sent[-2:] == [Erased(), Entered()]


def test_every_sign_that_logins_and_secrets_need_has_a_key(qapp: QGuiApplication):
    with keyboard(SECRET) as shown:
        there = set(keys(shown))
        shown.touch("keyboard.symbols")
        shown.settle()
        there |= set(keys(shown))
    assert set("abcdefghijklmnopqrstuvwxyz0123456789") <= there
    assert set(NEEDED) <= there


def test_the_letters_of_the_screen_are_one_touch_away_and_a_name_begins_with_them(
    qapp: QGuiApplication,
):
    with keyboard(LOGIN, "ar") as shown:
        assert "q" in keys(shown)
        shown.touch("keyboard.script")
        shown.settle()
        assert set("ضصثقفغعهخحجشسيبلاتنمكطذءؤرىةوزظد") <= set(keys(shown))
        for name in ("م", "shift", "أ"):
            shown.touch(f"keyboard.{name}")
            shown.settle()
        assert said(shown) == ["م", "أ"]
        shown.show(NAME)
        assert "ض" in keys(shown)
        shown.show(ACCOUNT)
        assert "q" in keys(shown)


def test_who_changes_the_language_finds_its_letters(qapp: QGuiApplication):
    with keyboard(LOGIN, "en") as shown:
        assert "script" not in keys(shown)
        shown.shell.nextLanguage()
        shown.settle()
        assert "script" in keys(shown)


def test_every_language_of_the_screens_has_letters_to_type_with():
    layouts = (data() / "ui" / "controls" / "KeyboardLayouts.qml").read_text("utf-8")
    for file in (data() / "translations").glob("kiosk_*.ts"):
        code = file.stem.removeprefix("kiosk_")
        latin = QLocale(code).script() == QLocale.Script.LatinScript
        assert latin or f'"{code}": {{' in layouts, code


def test_an_id_has_latin_letters_only_and_so_has_a_screen_without_a_script_of_its_own(
    qapp: QGuiApplication,
):
    with keyboard(ACCOUNT, "ar") as shown:
        assert "script" not in keys(shown)
    with keyboard(LOGIN, "en") as shown:
        assert "script" not in keys(shown)


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE, SMALL], ids=str)
def test_the_keys_stand_left_to_right_in_every_language(qapp: QGuiApplication, panel: Panel):
    for language in ("en", "ar"):
        with keyboard(LOGIN, language, panel) as shown:
            row = [box(shown.find(f"keyboard.{sign}")).x() for sign in "qwertyuiop"]
            assert row == sorted(row)


def written(shown: Glass) -> str:
    """What stands in the field."""
    field = shown.find("keypad.field")
    return next(str(item.property("text")) for item in field.childItems() if is_text(item))


def test_a_secret_is_dots_until_it_is_asked_to_show(qapp: QGuiApplication):
    with keyboard(STATES["ask-staff-secret"]) as shown:
        assert written(shown) == "•" * 8
        shown.touch("keyboard.show")
        assert shown.sent == [ShowAsked()]
        shown.show(STATES["ask-staff-secret-shown"])
        assert written(shown) == "geheim-7+"
        shown.shell.mask(True)
        shown.settle()
        assert written(shown) == "•" * 9
        assert "driver" not in "".join(str(i.property("text")) for i in shown.items())


def test_a_line_that_is_no_secret_offers_no_eye(qapp: QGuiApplication):
    with keyboard(LOGIN) as shown:
        assert "show" not in keys(shown)


def test_pins_are_dots_on_the_large_keys_too(qapp: QGuiApplication):
    for name in ("ask-staff-badge-pin", "ask-courier-pin"):
        with keyboard(STATES[name]) as shown:
            texts = [item.property("text") for item in shown.items() if is_text(item)]
            assert "••••" in texts
            assert "7391" not in texts


def test_real_keys_type_every_sign(qapp: QGuiApplication):
    with keyboard(LOGIN) as shown:
        for sign in "dR@ ":
            QTest.keyClick(shown.window, sign)
        for key in (Key.Key_Backspace, Key.Key_Return):
            shown.key(key)
        assert shown.sent == [*map(KeyPressed, "dR@ "), Erased(), Entered()]


def test_a_new_line_begins_with_fresh_keys(qapp: QGuiApplication):
    with keyboard(LOGIN) as shown:
        shown.touch("keyboard.symbols")
        shown.settle()
        shown.show(SECRET)
        assert "q" in keys(shown)


def test_the_large_digits_are_one_touch_away_from_the_letters_and_back(qapp: QGuiApplication):
    with keyboard(STATES["ask-staff-badge-pin"]) as shown:
        shown.touch("keypad.abc")
        shown.show(STATES["ask-staff-pin"])
        shown.touch("keyboard.digits")
        assert shown.sent == [PageTurned(), PageTurned()]


def test_the_entrance_offers_what_it_is_told_and_no_more(qapp: QGuiApplication):
    with keyboard(STATES["staff-entrance-all"]) as shown:
        for way in ("code", "credentials", "technician", "enrol", "service_code"):
            shown.touch(f"staff.{way}")
        assert shown.sent == [WayChosen(way) for way in list(Way)[2:]]
        shown.show(STATES["staff-entrance-fresh"])
        offered = [i.objectName() for i in shown.items() if i.objectName().startswith("staff.")]
        assert offered == ["staff.code"]


def test_refusal_and_acts_lead_on_by_a_touch(qapp: QGuiApplication):
    with keyboard(STATES["log-in-stopped-refused"]) as shown:
        shown.touch("staff.again")
        shown.show(STATES["choose-act"])
        for act in ServiceAct:
            shown.touch(f"act.{act.value}")
        shown.show(STATES["account-ready"])
        shown.touch("staff.log_in")
        assert shown.sent == [OpenAsked(), *map(ActChosen, ServiceAct), OpenAsked()]


def test_the_nonce_is_shown_in_two_groups(qapp: QGuiApplication):
    with keyboard(STATES["read-nonce"]) as shown:
        assert shown.find("nonce").property("text") == "A1B2 C3D4"
