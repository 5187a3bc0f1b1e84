"""What couriers see and touch, on the real screens."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.demo.states import STATES
from kiosk.domain.flows.courier.round import RoundDone
from kiosk.domain.flows.courier.takeout import BelongsThere
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.inputs import (
    CancelAsked,
    DoesNotFit,
    FinishAsked,
    OpenAsked,
    TroubleAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.problem import ConfirmEmpty
from kiosk.domain.flows.visit import Reason, Trouble
from tests.screens import glass as glasses
from tests.screens.glass import FACE, PORTRAIT, SMALL, Glass
from tests.screens.measure import complaints, is_text

Key = Qt.Key


def said(glass: Glass) -> list[str]:
    """Every text that shows, without the marks that keep numbers the right way round."""
    texts = (str(item.property("text")) for item in glass.items() if is_text(item))
    plain = str.maketrans({"\u2066": None, "\u2069": None, "\u00a0": " "})
    return [text.translate(plain) for text in texts]


def test_an_open_door_names_the_parcel_the_stop_and_the_next_door(glass: Glass):
    glass.show(STATES["delivering-put-many"])
    texts = said(glass)
    assert {"3 of 18", "… 000003\nThen door 4", "Put the parcel in"} <= set(texts)
    assert not [text for text in texts if "your" in text.lower()]


def test_the_last_door_is_called_so_and_a_single_one_is_not_counted(glass: Glass):
    glass.show(STATES["delivering-put-last"])
    assert "… 000003\nThe last one" in said(glass)
    glass.show(STATES["delivering-put"])
    assert "1 of 1" not in said(glass)


def test_another_parcels_label_is_told_while_the_door_is_open(glass: Glass):
    glass.show(STATES["delivering-put-other"])
    assert "Only … 000003 goes in here\nThen door 4" in said(glass)


def test_a_courier_at_an_open_door_says_what_is_in_the_way(glass: Glass):
    glass.show(STATES["delivering-put-many"])
    for name in ("door.nofit", "door.trouble", "door.cancel"):
        glass.touch(name)
    assert glass.sent == [DoesNotFit(), TroubleAsked(), CancelAsked()]


@pytest.mark.parametrize(
    ("sample", "act"),
    [
        ("batch", OpenAsked()),
        ("next-stop", OpenAsked()),
        ("collecting", OpenAsked()),
        ("collected", FinishAsked()),
        ("said-so", FinishAsked()),
        ("carrying-done", FinishAsked()),
        ("size-parcel-none", FinishAsked()),
        ("choose-movable-none", WentBack()),
        ("choose-target-none", WentBack()),
        ("ask-courier-pin-lasting", WentBack()),
    ],
)
def test_enter_is_the_one_act_of_a_couriers_screen(glass: Glass, sample: str, act: object):
    glass.show(STATES[sample])
    glass.key(Key.Key_Return)
    assert glass.sent == [act]


def test_a_locked_pin_is_not_typed_on(glass: Glass):
    glass.show(STATES["ask-courier-pin-locked"])
    glass.key(Key.Key_5)
    assert glass.sent == []
    assert not [item for item in glass.items() if item.objectName().startswith("keypad.")]


def test_a_door_that_nobody_sees_is_shut_by_the_couriers_word(glass: Glass):
    held = STATES["collecting-take-matched"]
    assert isinstance(held, Working)
    unseen = replace(held.at, visit=replace(held.visit, unseen=True))
    glass.show(replace(held, at=unseen))
    glass.key(Key.Key_Return)
    assert glass.sent == [FinishAsked()]


def test_a_parcel_of_another_door_is_put_back_and_both_doors_are_told(glass: Glass):
    glass.show(STATES["collecting-take-other-known"])
    glass.touch("scan.elsewhere")
    assert glass.sent == [BelongsThere(), TroubleChosen(Trouble.NOT_MINE)]


@pytest.mark.parametrize("own", [True, False], ids=["its own number", "the cloud's id alone"])
def test_what_a_label_should_say_is_told_only_where_a_label_can_say_it(glass: Glass, own: bool):
    held = STATES["collecting-take"]
    assert isinstance(held, Working)
    (first, *rest) = held.behind.todo  # type: ignore[attr-defined]
    first = replace(first, ref="GLS-0018240", reservation="64a1" if own else "GLS-0018240")
    glass.show(replace(held, behind=replace(held.behind, todo=(first, *rest))))
    assert ("It should say … 018240." in said(glass)) is own
    assert list(complaints(glass, PORTRAIT)) == []


def test_staff_at_a_door_that_is_stuck_are_told_of_no_parcel_of_theirs(glass: Glass):
    stuck = STATES["door-stuck-jammed"]
    held = STATES["collecting-take"]
    assert isinstance(held, Working)
    glass.show(replace(held, at=replace(stuck, visit=held.visit)))  # type: ignore[type-var]
    assert any("The parcel is still inside." in text for text in said(glass))
    assert "Courier" in said(glass)


def test_what_is_not_there_is_not_spoken_of(qapp: QGuiApplication):
    """Without camera and reader nothing is held up or scanned; with a reader a badge is."""
    words = {
        "find-parcel": ["Type its number or door"],
        "two-people-second": ["Type it."],
        "collecting-take": ["Take it out"],
        "round": ["Your parcels here"],
    }
    with glasses.glass(PORTRAIT, face=replace(FACE, preview=None)) as glass:
        for sample, texts in words.items():
            glass.show(STATES[sample])
            assert set(texts) <= set(said(glass))
            told = " ".join(said(glass)).lower()
            assert not [word for word in ("scan", "hold up", "camera") if word in told]
            assert list(complaints(glass, PORTRAIT)) == []
    with glasses.glass(PORTRAIT, face=replace(FACE, badge_reader=True)) as glass:
        glass.show(STATES["two-people-second"])
        assert "Type it, or hold up your badge." in said(glass)


def test_the_end_of_a_visit_says_what_is_still_to_be_put_in(glass: Glass):
    done = STATES["round-done"]
    assert isinstance(done, RoundDone)
    for waiting, first in ((7, "7 still to be put in\n"), (0, "")):
        glass.show(replace(done, waiting=waiting))
        assert first + "Everything you scanned is in" in said(glass)


@pytest.mark.parametrize("panel", [PORTRAIT, SMALL], ids=str)
def test_a_hand_scanner_is_spoken_of_where_there_is_no_camera(
    qapp: QGuiApplication, panel: glasses.Panel
):
    words = {
        "staff-entrance": "Scan your token",
        "round": "Scan a parcel",
        "batch-empty": "Scan each label. No door opens yet.",
        "name-parcel": "Scan or type its number",
    }
    with glasses.glass(panel, face=replace(FACE, preview=None, hand_scanner=True)) as glass:
        for sample, text in words.items():
            glass.show(STATES[sample])
            assert text in said(glass)
            assert list(complaints(glass, panel)) == []


def test_a_courier_who_takes_a_parcel_back_cancels_nothing(glass: Glass):
    held = STATES["delivering-put"]
    assert isinstance(held, Working)
    glass.show(replace(held, at=ConfirmEmpty(held.visit, Reason.CHANGED_MIND)))
    texts = said(glass)
    assert "Then the parcel stays with you." in texts
    assert not [text for text in texts if "cancelled" in text]


def test_a_door_that_is_stuck_ends_no_couriers_round(glass: Glass):
    held = STATES["delivering-put-many"]
    assert isinstance(held, Working)
    glass.show(replace(held, at=replace(STATES["door-stuck-jammed"], visit=held.visit)))  # type: ignore[type-var]
    assert "Go on" in said(glass)
    assert "Finish" not in said(glass)
