import typing
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.assets import data
from kiosk.demo.states import STATES
from kiosk.domain.flows import journey, staff
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.layout import Layout
from kiosk.viewmodels.base import file_of, shown_by
from kiosk.viewmodels.screens import SCREENS
from tests.screens.glass import FACE, LANDSCAPE, PORTRAIT, SMALL, Panel, glass, wait_until
from tests.screens.measure import complaints
from tests.screens.parts import PARTS


def states_of(union: object) -> set[type]:
    """The classes a union of unions is made of; staff's screens are those that have a step."""
    parts = typing.get_args(union)
    if union is StaffState:
        return set(staff.STEPS)
    if union is Working:
        return set()
    return {cls for part in parts for cls in states_of(part)} if parts else {union}


def test_every_state_has_a_view_model():
    assert {cls.shows for cls in SCREENS} == states_of(journey.State)


def test_every_state_has_a_qml_file():
    files = {path.name for path in (data() / "ui" / "screens").glob("*Screen.qml")}
    assert files == {Path(file_of(*cls.screen())).name for cls in SCREENS}


def test_every_state_has_a_sample():
    shown = {type(state) for state in STATES.values()} - {Working}
    assert shown == states_of(journey.State)


def test_every_door_in_staffs_hands_that_looks_its_own_way_has_a_sample():
    own = {cls.screen() for cls in SCREENS if cls.behind}
    held = [state for state in STATES.values() if isinstance(state, Working)]
    assert {shown_by(state, own) for state in held} >= own


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE, SMALL], ids=str)
def test_nothing_is_cut_small_or_nameless(
    qapp: QGuiApplication, panel: Panel, language: str, part: str
):
    found = []
    with glass(panel, language) as shown:
        for name, state in PARTS[part].items():
            shown.show(state)
            found += [f"{name}: {complaint}" for complaint in complaints(shown, panel)]
    assert found == []


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=str)
def test_large_text_and_low_reach_cut_nothing(
    qapp: QGuiApplication, panel: Panel, language: str, part: str
):
    found = []
    with glass(panel, language) as shown:
        shown.shell.toggleAccess()
        for name, state in PARTS[part].items():
            shown.show(state)
            found += [f"{name}: {complaint}" for complaint in complaints(shown, panel)]
    assert found == []


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE, SMALL], ids=str)
def test_long_door_numbers_and_telephone_numbers_fit(
    qapp: QGuiApplication, panel: Panel, part: str
):
    face = replace(FACE, layout=_renamed(FACE.layout), phone="+44 (0) 20 7946 0000 - 12")
    found = []
    with glass(panel, face=face) as shown:
        for name, state in PARTS[part].items():
            shown.show(_elsewhere(state))
            found += [f"{name}: {complaint}" for complaint in complaints(shown, panel)]
    assert found == []


@pytest.mark.parametrize("part", PARTS)
def test_with_motion_every_screen_loads_as_well(qapp: QGuiApplication, part: str):
    with glass(PORTRAIT, face=replace(FACE, calm=False)) as shown:
        for state in PARTS[part].values():
            shown.show(state)
        shown.show(STATES["take-parcel"])
        door = next(item for item in shown.items() if item.property("label") == "12")
        wait_until(lambda: door.property("swing") == 1)


def _long(label: str) -> str:
    number, leaf, side = label.partition("/")
    return f"AB-{int(number):05d}{leaf}{side}"


def _renamed(layout: Layout) -> Layout:
    """The same bank with the longest labels there are."""
    columns = []
    for column in layout.columns:
        doors = tuple(replace(one, label=_long(one.label)) for one in column.compartments)
        columns.append(replace(column, compartments=doors))
    return replace(layout, columns=tuple(columns))


def _elsewhere(thing: Any) -> Any:
    """The same at the renamed doors, however deep it names them."""
    if isinstance(thing, tuple):
        return tuple(map(_elsewhere, thing))
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    values = {field.name: getattr(thing, field.name) for field in fields(thing) if field.init}
    return replace(thing, **{name: _named(name, value) for name, value in values.items()})


def _named(name: str, value: Any) -> Any:
    if name == "left_open":
        return tuple(map(_long, value))
    if name in {"label", "carried"} and isinstance(value, str) and value.isdigit():
        return _long(value)
    return _elsewhere(value)
