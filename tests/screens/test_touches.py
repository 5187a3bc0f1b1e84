import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.demo.samples import DROPOFF
from kiosk.demo.states import STATES
from kiosk.domain.flows import home, opening, problem
from kiosk.domain.flows.choices import (
    Agreed,
    ChargingAsked,
    Disagreed,
    ExtendAsked,
    HereAsked,
    LowAsked,
    MoreAsked,
    ParcelDeclared,
    PrivacyAsked,
    SizeChosen,
    StoreChosen,
)
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
from kiosk.domain.flows.papers import SlipAsked
from kiosk.domain.flows.printed import LabelSeen, PrintAsked
from kiosk.domain.flows.visit import Aim, Reason, Trouble
from kiosk.viewmodels.problem import AT_DROPOFF, AT_PICKUP, AT_STORE
from tests.screens.glass import FACE, PORTRAIT, Glass
from tests.screens.glass import glass as window_of
from tests.screens.measure import is_target
from tests.screens.touches_courier import COURIER
from tests.screens.touches_signin import SIGN_IN

OFFERED = (Aim.SEND, Aim.STORE, Aim.RETURN, Aim.EXTEND, Aim.REFUSE)
TOUCHES: tuple[tuple[str, str, Input], ...] = (
    ("home", "home.pickup", JourneyChosen(Aim.PICKUP)),
    ("home", "home.dropoff", JourneyChosen(Aim.DROPOFF)),
    ("home-more", "home.more", MoreAsked()),
    ("home", "home.privacy", PrivacyAsked()),
    ("privacy", "privacy.back", WentBack()),
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
    ("explaining-expired-extend", "explain.extend", ExtendAsked()),
    ("explaining-expired-extend", "explain.finish", FinishAsked()),
    ("explaining-not-yet-here", "explain.here", HereAsked()),
    *(("choose-aim", f"aim.{one.value}", JourneyChosen(one)) for one in OFFERED),
    ("choose-aim", "bar.back", WentBack()),
    ("ask-phone", "keypad.4", KeyPressed("4")),
    ("ask-phone", "keypad.plus", KeyPressed("+")),
    ("ask-phone", "keypad.erase", Erased()),
    ("ask-phone", "keypad.enter", Entered()),
    *(("choose-size", f"size.{one}", SizeChosen(one.upper())) for one in ("s", "m", "l", "xl")),
    ("choose-size-free", "size.middle", SizeChosen("Middle")),
    ("choose-size", "size.low", LowAsked()),
    ("choose-size-looking", "size.low", LowAsked()),
    ("choose-size-store", "size.charging", ChargingAsked()),
    ("no-room", "noroom.again", OpenAsked()),
    ("no-room", "noroom.finish", FinishAsked()),
    ("no-room-low", "noroom.anyheight", LowAsked()),
    ("no-room-low", "noroom.nocharger", ChargingAsked()),
    ("ask-terms", "terms.agree", Agreed()),
    ("ask-terms", "terms.disagree", Disagreed()),
    ("passing-gate-payment", "bar.back", WentBack()),
    ("gate-stopped-payment-refused", "gate.again", OpenAsked()),
    ("gate-stopped-step-up-unavailable", "gate.finish", FinishAsked()),
    ("offer-label", "label.print", PrintAsked()),
    ("offer-label-drawing", "bar.back", WentBack()),
    ("label-ready", "label.again", PrintAsked()),
    ("label-ready", "label.open", OpenAsked()),
    ("no-label", "label.again", PrintAsked()),
    ("no-label-lasting", "label.open", OpenAsked()),
    ("ask-label", "label.yes", LabelSeen(True)),
    ("ask-label", "label.no", LabelSeen(False)),
    ("choose-store", "store.open", StoreChosen(False)),
    ("choose-store", "store.end", StoreChosen(True)),
    ("look-inside", "door.trouble", TroubleAsked()),
    ("ask-extend", "extend.yes", Agreed()),
    ("ask-extend", "extend.no", Disagreed()),
    ("confirm-refuse", "refuse.yes", Agreed()),
    ("confirm-refuse", "refuse.no", Disagreed()),
    ("confirm-put", "put.yes", ParcelDeclared(True)),
    ("confirm-put", "put.no", ParcelDeclared(False)),
    ("confirm-put", "door.again", OpenAsked()),
    ("confirm-put-soon", "put.yes", ParcelDeclared(True)),
    ("confirm-put-soon", "door.again", OpenAsked()),
    ("next-door", "next.open", OpenAsked()),
    ("next-door", "next.finish", FinishAsked()),
    ("show-code", "code.finish", FinishAsked()),
    ("show-code-paper-offered", "code.paper", SlipAsked("en")),
    ("done-receipt-offered", "done.paper", SlipAsked("en")),
    ("done-receipt-failed", "done.paper", SlipAsked("en")),
    ("reach-door", "door.open", OpenAsked()),
    ("reach-door", "door.reach", TroubleAsked()),
    ("reach-door", "bar.back", WentBack()),
    ("door-stuck-jammed", "door.again", OpenAsked()),
    ("door-stuck-spent", "door.finish", FinishAsked()),
    ("take-parcel", "door.trouble", TroubleAsked()),
    ("put-parcel", "door.nofit", DoesNotFit()),
    ("put-parcel-unseen", "door.confirm", FinishAsked()),
    ("take-parcel-unseen", "door.confirm", FinishAsked()),
    ("put-parcel", "door.cancel", CancelAsked()),
    ("put-parcel", "door.trouble", TroubleAsked()),
    ("done-collected", "door.again", OpenAsked()),
    ("done-collected", "door.finish", FinishAsked()),
    *(("ask-trouble", f"trouble.{one.value}", TroubleChosen(one)) for one in AT_PICKUP),
    *(("ask-trouble-store", f"trouble.{one.value}", TroubleChosen(one)) for one in AT_STORE),
    *(("ask-trouble-drop-off", f"trouble.{one.value}", TroubleChosen(one)) for one in AT_DROPOFF),
    *(("ask-reason", f"reason.{one.value}", ReasonChosen(one)) for one in Reason),
    ("ask-reason", "bar.back", WentBack()),
    ("shut-first", "bar.back", WentBack()),
    ("confirm-empty", "empty.yes", EmptyDeclared(True)),
    ("confirm-empty", "empty.no", EmptyDeclared(False)),
    ("confirm-empty", "door.again", OpenAsked()),
    ("still-there", "stay.here", MoreTimeAsked()),
    ("still-there", "bar.back", WentBack()),
    ("help", "help.back", WentBack()),
    *SIGN_IN,
    *COURIER,
)
OF_THE_SHELL = {"bar.language", "bar.access"}
OF_TWO_INPUTS = {"scan.elsewhere"}
"""Touched in test_courier_screens."""


def test_a_touch_becomes_one_input(glass: Glass):
    for state, name, wanted in TOUCHES:
        glass.show(STATES[state])
        glass.sent.clear()
        glass.touch(name)
        assert glass.sent == [wanted], (state, name)


def test_whatever_can_be_touched_is_touched_above(glass: Glass):
    known = {name for _, name, _ in TOUCHES} | OF_THE_SHELL | OF_TWO_INPUTS
    keys = {f"keypad.{sign}" for sign in "123456789abcdefghijklmnopqrstuvwxyz"}
    for state in STATES.values():
        glass.show(state, drawn=False)
        names = {item.objectName() for item in glass.items() if is_target(item)}
        # Every key of the text keyboard is touched in test_staff_keyboard.
        names = {name for name in names if not name.startswith("keyboard.")}
        # One row of a list stands for all.
        names = {re.sub(r"^(?!keypad)(.*)\.\d+$", r"\1.0", name) for name in names}
        assert names <= known | keys


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
