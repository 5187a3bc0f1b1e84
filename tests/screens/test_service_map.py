"""The live map of service mode: touched where a finger fits, reached by keys everywhere."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.demo.states import STATES
from kiosk.demo.states_service_doors import BANK, WHO
from kiosk.domain.flows.service.doors import DoorChosen, DoorMap
from kiosk.domain.model import Contents
from tests.screens.glass import LANDSCAPE, PORTRAIT, glass
from tests.screens.measure import is_text

TALL, FLAT = "16", "21"
"""A door that a finger fits on, and one that is nine centimetres high."""


def test_a_door_that_is_large_enough_is_touched(qapp: QGuiApplication):
    with glass(PORTRAIT) as seen:
        seen.show(DoorMap(WHO, BANK))
        seen.touch(f"map.{TALL}")
        assert seen.sent == [DoorChosen(TALL)]


def test_a_small_door_is_no_target_and_is_reached_by_keys(qapp: QGuiApplication):
    with glass(PORTRAIT) as seen:
        seen.show(DoorMap(WHO, BANK))
        names = {item.objectName() for item in seen.items()}
        assert f"map.{FLAT}" not in names
        seen.find(f"map.key.{FLAT}").forceActiveFocus(Qt.FocusReason.TabFocusReason)
        seen.key(Qt.Key.Key_Return)
        assert seen.sent == [DoorChosen(FLAT)]


def test_every_door_is_reached_with_arrow_keys_alone(qapp: QGuiApplication):
    with glass(LANDSCAPE) as seen:
        seen.show(DoorMap(WHO, BANK))
        seen.key(Qt.Key.Key_Down)
        found = [seen.focused()]
        for name in found:
            for arrow in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
                seen.find(name).forceActiveFocus(Qt.FocusReason.TabFocusReason)
                seen.key(arrow)
                if seen.focused() not in found:
                    found.append(seen.focused())
        doors = {name.removeprefix("map.").removeprefix("key.") for name in found}
        assert {one.label for one in BANK} - doors == set()


def test_the_focus_stays_on_its_door_when_another_one_changes(qapp: QGuiApplication):
    with glass(LANDSCAPE) as seen:
        seen.show(DoorMap(WHO, BANK))
        seen.find(f"map.key.{FLAT}").forceActiveFocus(Qt.FocusReason.TabFocusReason)
        changed = tuple(
            replace(one, contents=Contents.PARCEL) if one.label == "1" else one for one in BANK
        )
        seen.show(DoorMap(WHO, changed))
        assert seen.focused() == f"map.key.{FLAT}"


def test_where_a_parcel_is_missing_the_page_of_that_door_says_so(qapp: QGuiApplication):
    with glass(PORTRAIT) as seen:
        seen.show(STATES["one-door-missing"])
        words = [str(item.property("text")) for item in seen.items() if is_text(item)]
        assert "nothing; a parcel is missing" in words
