import typing
from dataclasses import fields, replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.assets import data
from kiosk.demo.states import STATES
from kiosk.domain.flows import journey
from kiosk.domain.flows.visit import Visit
from kiosk.domain.layout import Layout
from kiosk.viewmodels.shell import SCREENS
from tests.screens.glass import FACE, LANDSCAPE, PORTRAIT, SMALL, Panel, glass, wait_until
from tests.screens.measure import complaints


def states_of(union: object) -> set[type]:
    """The classes a union of unions is made of."""
    parts = typing.get_args(union)
    return {cls for part in parts for cls in states_of(part)} if parts else {union}


def test_every_state_has_a_view_model():
    assert {cls.shows for cls in SCREENS} == states_of(journey.State)


def test_every_state_has_a_qml_file():
    files = {path.name for path in (data() / "ui" / "screens").glob("*Screen.qml")}
    assert files == {f"{cls.shows.__name__}Screen.qml" for cls in SCREENS}


def test_every_state_has_a_sample():
    assert {type(state) for state in STATES.values()} == states_of(journey.State)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE, SMALL], ids=str)
def test_nothing_is_cut_small_or_nameless(qapp: QGuiApplication, panel: Panel, language: str):
    found = []
    with glass(panel, language) as shown:
        for name, state in STATES.items():
            shown.show(state)
            found += [f"{name}: {complaint}" for complaint in complaints(shown, panel)]
    assert found == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=str)
def test_large_text_and_low_reach_cut_nothing(qapp: QGuiApplication, panel: Panel, language: str):
    found = []
    with glass(panel, language) as shown:
        shown.shell.toggleAccess()
        for name, state in STATES.items():
            shown.show(state)
            found += [f"{name}: {complaint}" for complaint in complaints(shown, panel)]
    assert found == []


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE, SMALL], ids=str)
def test_long_door_numbers_and_telephone_numbers_fit(qapp: QGuiApplication, panel: Panel):
    face = replace(FACE, layout=_renamed(FACE.layout), phone="+44 (0) 20 7946 0000 - 12")
    found = []
    with glass(panel, face=face) as shown:
        for name, state in STATES.items():
            shown.show(_elsewhere(state))
            found += [f"{name}: {complaint}" for complaint in complaints(shown, panel)]
    assert found == []


def test_with_motion_every_screen_loads_as_well(qapp: QGuiApplication):
    with glass(PORTRAIT, face=replace(FACE, calm=False)) as shown:
        for state in STATES.values():
            shown.show(state)
        shown.show(STATES["take-parcel"])
        door = next(item for item in shown.items() if item.property("label") == "12")
        wait_until(lambda: door.property("swing") == 1)


def _long(label: str) -> str:
    return f"AB-{int(label):05d}"


def _moved(visit: Visit) -> Visit:
    label = _long(visit.label) if visit.placed else ""
    return replace(visit, label=label, rest=tuple(map(_moved, visit.rest)))


def _renamed(layout: Layout) -> Layout:
    """The same bank with the longest labels there are."""
    columns = []
    for column in layout.columns:
        doors = tuple(replace(one, label=_long(one.label)) for one in column.compartments)
        columns.append(replace(column, compartments=doors))
    return replace(layout, columns=tuple(columns))


def _elsewhere(state: Any) -> Any:
    """The same state at the renamed doors."""
    values = {field.name: getattr(state, field.name) for field in fields(state)}
    visits = {n: _moved(visit) for n, visit in values.items() if isinstance(visit, Visit)}
    if "left_open" in values:
        return replace(state, left_open=tuple(map(_long, values["left_open"])))
    return replace(state, **visits)
