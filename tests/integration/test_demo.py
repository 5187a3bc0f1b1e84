"""The demo: its wall follows the board, its window works the real kiosk, its gallery is whole."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.config import load
from kiosk.demo.clip import clip
from kiosk.demo.gallery import Gallery
from kiosk.demo.parcels import STORED, WAITING, parcels
from kiosk.demo.profile import demo_scene
from kiosk.demo.scene import write_config
from kiosk.demo.start import has_display
from kiosk.demo.states import STATES
from kiosk.demo.wall import ROLES, WallModel
from kiosk.demo.window import DemoWindow
from kiosk.domain.layout import Layout
from kiosk.viewmodels.base import file_of, shown_by
from kiosk.viewmodels.screens import SCREENS
from tests.screens.glass import visible, wait_until

PATIENCE_MS = 20_000


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    camera = clip(tmp_path / "nobody.avi", [(None, 0.2)])
    return load(
        write_config(tmp_path, "http://localhost:1", "/dev/null", camera=str(camera))
    ).layout


@pytest.fixture
def wall(qapp, layout: Layout) -> WallModel:
    return WallModel(layout, told.append)


told: list[str] = []


@pytest.fixture(autouse=True)
def nothing_told() -> None:
    told.clear()


def facts(wall: WallModel, label: str) -> tuple[bool, bool, bool]:
    door = wall.door(label)
    return door.ajar, door.jammed, door.parcel


def test_the_wall_moves_only_as_the_board_says(wall: WallModel):
    wall.hear({"board": 0, "door": 2, "state": "open"})
    wall.hear({"did": "occupy 0:2"})
    wall.hear({"did": "jam 0:6"})
    wall.hear({"frame": "020002610368", "does": "unlock", "board": 0, "channel": 2})
    wait_until(lambda: wall.door("7").jammed)
    assert facts(wall, "3") == (True, False, True)
    assert facts(wall, "7") == (False, True, False)
    wall.hear({"board": 0, "door": 2, "state": "shut"})
    wall.hear({"did": "free 0:6"})
    wait_until(lambda: not wall.door("7").jammed)
    assert facts(wall, "3") == (False, False, True)


def test_hands_on_the_wall_are_lines_to_the_board_and_only_open_doors_take_parcels(wall: WallModel):
    row = next(n for n in range(wall.rowCount()) if label(wall, n) == "3")
    wall.push(row)
    wall.handle(row)
    assert told == []
    wall.hear({"board": 0, "door": 2, "state": "open"})
    wait_until(lambda: wall.door("3").ajar)
    wall.handle(row)
    wall.wedge(row)
    wall.push(row)
    assert told == ["occupy 0:2", "jam 0:2", "shut 0:2"]
    assert not wall.data(QModelIndex())


def label(wall: WallModel, row: int) -> object:
    return wall.data(wall.index(row), Qt.ItemDataRole.UserRole + ROLES.index("label"))


def test_the_parcels_are_those_still_to_be_dropped_off_or_picked_up_by_door(layout: Layout):
    def record(status: str, cell: str) -> dict[str, str]:
        codes = {"drop_off_code": "1111", "drop_off_qrcode": "D", "pickup_code": "2222"}
        order = {"platform_order_id": f"order_90{cell[1:]}", "pickup_qrcode": "P"}
        return {"reservation_id": cell, "status": status, "cell": cell, **codes, **order}

    ended = "RESERVATION_STATUS_PICKED_UP"
    rows = parcels([record(WAITING, "A11"), record(ended, "A02"), record(STORED, "A03")], layout)
    assert [str(row) for row in rows] == [
        "pick up at door 3: type 2222, then 9003",
        "drop off at door 11: type 1111, then 9011",
    ]


def test_the_gallery_shows_every_state(qapp):
    gallery = Gallery(calm=True)
    try:
        # One sample of each: all of them are shown in every size elsewhere.
        screens = {cls.screen() for cls in SCREENS}
        samples = {shown_by(state, screens): name for name, state in STATES.items()}
        for shown, name in samples.items():
            gallery.show(name)
            screen = Path(file_of(*shown)).stem
            wait_until(lambda wanted=screen: wanted in drawn(gallery.window.contentItem()))
    finally:
        gallery.close()


def drawn(root: QQuickItem) -> set[str]:
    return {item.metaObject().className().split("_")[0] for item in visible(root)}


@pytest.mark.parametrize(
    ("platform", "display", "there"),
    [("offscreen", ":0", False), ("", ":0", True), ("", "", False), ("xcb", ":0", True)],
)
def test_without_a_display_the_tour_is_told(monkeypatch, platform, display, there):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert has_display() is there


@pytest.fixture
def demo(qapp, tmp_path: Path) -> Iterator[DemoWindow]:
    with demo_scene(tmp_path, "") as (where, stock):
        window = DemoWindow(where, stock)
        window.corner.open()
        try:
            yield window
        finally:
            window.close()


def click(demo: DemoWindow, name: str, at: tuple[float, float] = (0.5, 0.5)) -> None:
    items = visible(demo.window.contentItem())
    item = next(item for item in items if item.objectName() == name)
    point = item.mapToScene(QPointF(item.width() * at[0], item.height() * at[1]))
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(demo.window, left, plain, QPoint(round(point.x()), round(point.y())))


def types(demo: DemoWindow, digits: str) -> None:
    for digit in digits:
        QTest.keyClick(demo.window, getattr(Qt.Key, f"Key_{digit}"))
    QTest.keyClick(demo.window, Qt.Key.Key_Return)


def test_a_parcel_is_picked_up_in_the_window_and_a_power_cut_loses_no_door(
    qtbot: QtBot, demo: DemoWindow
):
    corner = demo.corner
    so = partial(qtbot.waitUntil, timeout=PATIENCE_MS)
    so(lambda: corner.screen == "Home" and not corner.busy)
    parcel = next(row for row in corner.parcels.rows if row.label == "3")
    click(demo, "demo.glass", (0.5, 0.6))
    so(lambda: corner.screen == "EnterCode")
    types(demo, parcel.typed)
    so(lambda: corner.screen == "AskDatum")
    types(demo, parcel.datum)
    so(lambda: corner.screen == "TakeParcel" and corner.wall.door("3").ajar)
    click(demo, "demo.power")
    so(lambda: corner.screen == "" and not corner.busy)
    click(demo, "wall.parcel.3")
    so(lambda: not corner.wall.door("3").parcel)
    click(demo, "demo.power")
    so(lambda: corner.screen != "" and not corner.busy)
    assert corner.wall.door("3").ajar
    click(demo, "wall.push.3", (0.1, 0.5))
    so(lambda: not corner.wall.door("3").ajar)


def test_the_courier_s_telephone_lets_them_in_at_the_window(
    qtbot: QtBot, demo: DemoWindow, tmp_path: Path
):
    corner = demo.corner
    so = partial(qtbot.waitUntil, timeout=PATIENCE_MS)
    so(lambda: corner.screen == "Home" and not corner.busy)
    so(lambda: any(row.title for row in corner.parcels.rows))
    card = corner.parcels.rows[0]
    assert (card.title, card.label, len(card.typed)) == ("A courier's van", "", 6)
    click(demo, "demo.hold.courier")
    so(lambda: corner.screen == "Round")
    assert "PRIVATE" not in "".join(file.read_text() for file in tmp_path.glob("*.pem"))
