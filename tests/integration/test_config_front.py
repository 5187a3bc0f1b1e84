"""[doors] driver = "cloud": the vendor's machine has the locks, and nothing hangs on a wire."""

from pathlib import Path

import pytest

from kiosk.config import load
from kiosk.domain.errors import ConfigWrong
from kiosk.domain.layout import FRONT, Owner
from tests.integration.test_config import KIOSK, LAYOUT

WIRES = KIOSK[KIOSK.index("[[wire]]") : KIOSK.index("[scanner]")]
IN_FRONT = KIOSK.replace(WIRES, "").replace('driver = "board"', 'driver = "cloud"')
BARE = """
height_mm = 1000
sizes = ["S", "L"]
[[column]]
width_mm = 400
screen = { top_mm = 200, height_mm = 300 }
[[column.compartment]]
label = "1"
size = "S"
mm = [360, 180, 500]
[[column.compartment]]
label = "2"
size = "L"
mm = [360, 460, 500]
"""


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOUD_KEY", "k-123")


def write(folder: Path, kiosk: str = IN_FRONT, layout: str = BARE) -> Path:
    (folder / "layout.toml").write_text(layout)
    file = folder / "kiosk.toml"
    file.write_text(kiosk)
    return file


def test_no_door_hangs_on_a_wire_and_all_are_the_clouds(tmp_path):
    config = load(write(tmp_path))
    assert config.wires == ()
    assert config.rules.front
    assert config.cloud.front
    doors = list(config.layout.doors())
    assert {door.address.wire for door in doors} == {FRONT}
    assert len({door.address for door in doors}) == len(doors)
    assert {one.owner for one in config.layout.compartments()} == {Owner.CLOUD}


def test_a_layout_written_for_boards_serves_as_well(tmp_path):
    boards = LAYOUT.replace("rear.channel = 47\n", "")
    assert len(list(load(write(tmp_path, layout=boards)).layout.doors())) == 2


def test_with_boards_nothing_is_in_front(tmp_path):
    config = load(write(tmp_path, KIOSK, LAYOUT))
    assert not config.rules.front
    assert not config.cloud.front


@pytest.mark.parametrize(
    ("kiosk", "layout", "says"),
    [
        (IN_FRONT + WIRES, BARE, ["wire", "left out", '[doors] driver is "cloud"']),
        (KIOSK.replace(WIRES, ""), LAYOUT, ["wire is missing", "[[wire]]"]),
        (
            IN_FRONT.replace('name = "kioskforce"', 'name = "standalone"'),
            BARE,
            ['doors.driver is "cloud"', '"standalone" moves no locks'],
        ),
        (
            IN_FRONT,
            BARE.replace('size = "L"', 'size = "L"\nowner = "local"'),
            ['compartment "2", owner is "local"', '"cloud"'],
        ),
        (
            IN_FRONT,
            BARE.replace('size = "L"', 'size = "L"\nrear = { channel = 4 }'),
            ['compartment "2", rear', "one door of each"],
        ),
        (IN_FRONT.replace('"cloud"', '"clouds"'), BARE, ["doors.driver", '"board" or "cloud"']),
    ],
)
def test_what_cannot_be_is_named_in_a_sentence(tmp_path, kiosk, layout, says):
    with pytest.raises(ConfigWrong) as wrong:
        load(write(tmp_path, kiosk, layout))
    sentence = str(wrong.value)
    assert all(part in sentence for part in says), sentence
    assert sentence.endswith(".")
