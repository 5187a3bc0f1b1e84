"""The product's spine over real wires: pseudo-terminal, HTTP, camera process, glass."""

import base64
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.app.window import Kiosk
from kiosk.config import load
from kiosk.demo.clip import clip, phone_clip
from kiosk.demo.person import Person
from kiosk.demo.scene import Scene, scene
from kiosk.runtime.control import ask, socket_path

STORED = "RESERVATION_STATUS_DROPPED_OFF"
WAITING = "RESERVATION_STATUS_PENDING"


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Scene]:
    nobody = clip(tmp_path / "nobody.avi", [(None, 0.3)])
    with scene(tmp_path, camera=str(nobody), policy="sync_every = 1.0\n") as surroundings:
        yield surroundings


@pytest.fixture
def kiosk(qapp, where: Scene) -> Iterator[Kiosk]:
    running = Kiosk(load(where.config), size=(540, 960))
    running.start()
    yield running
    running.stop()


@pytest.fixture
def person(kiosk: Kiosk) -> Person:
    return Person(kiosk)


def hold_up(kiosk: Kiosk, where: Scene, text: str) -> None:
    film = phone_clip(where.folder / "phone.avi", text, seconds=2.0, lead_in=0.1)
    kiosk.show_to_camera(film)


def test_a_qr_in_a_real_film_opens_the_right_real_lock_once_and_the_cloud_knows_once(
    kiosk, person, where
):
    parcel = where.put(status=STORED, cell="A03")
    person.sees("Home")
    hold_up(kiosk, where, parcel["pickup_qrcode"])
    person.sees("TakeParcel")
    where.board.say("shut 2")
    person.sees("Done")
    person.waits(lambda: where.calls("/pickups"), "a pick-up in the cloud")
    assert [frame["frame"] for frame in where.board.does("unlock")] == ["020002610368"]
    assert [call["path"].split("/")[-2] for call in where.calls("/pickups")] == [
        parcel["reservation_id"]
    ]


def test_nothing_is_told_to_the_cloud_before_the_door_of_a_drop_off_is_shut(kiosk, person, where):
    parcel = where.put(status=WAITING, cell="A07")
    person.sees("Home")
    hold_up(kiosk, where, parcel["drop_off_qrcode"])
    person.sees("PutParcel")
    assert where.calls("/dropoffs") == []
    where.board.say("occupy 6")
    where.board.say("shut 6")
    person.sees("Done")
    person.waits(lambda: where.calls("/dropoffs"), "a drop-off in the cloud")
    assert [frame["frame"] for frame in where.board.does("unlock")] == ["02000661036c"]
    assert len(where.calls("/dropoffs")) == 1


def test_a_short_code_opens_with_the_keypad_alone_once_its_datum_is_right(kiosk, person, where):
    where.put(status=STORED, cell="A11", pickup_code="4711", platform_order_id="order 98-1234")
    person.sees("Home")
    person.presses(Qt.Key.Key_Return)
    person.sees("EnterCode")
    person.types("4711")
    person.sees("AskDatum")
    assert where.board.does("unlock") == []
    person.types("1234")
    person.sees("TakeParcel")
    where.board.say("shut 10")
    person.sees("Done")
    person.waits(lambda: where.calls("/pickups"), "a pick-up in the cloud")
    assert len(where.board.does("unlock")) == 1


def test_a_screenshot_over_the_control_socket_is_a_picture_of_the_glass(kiosk, person, where):
    config = load(where.config)
    path = socket_path(config.locker.id, config.store.path)
    person.sees("Home")
    with ThreadPoolExecutor(1) as operator:
        person.waits(path.exists, "the control socket")
        asked = operator.submit(ask, path, "screenshot", {})
        person.waits(asked.done, "a screenshot")
        picture = QImage.fromData(base64.b64decode(asked.result()["png"]))
    assert (picture.width(), picture.height()) == (540, 960)
