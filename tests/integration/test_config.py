"""A wrong file stops the start with one sentence: where, what stands there, what is allowed."""

import shutil
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import ClassVar

import pytest

from kiosk.assets import examples
from kiosk.config import Config, Makers, load
from kiosk.domain.errors import ConfigWrong
from kiosk.domain.flows.visit import Aim
from kiosk.domain.layout import DoorState, Owner
from kiosk.domain.particulars import Due
from kiosk.domain.policy import Policy
from kiosk.ports import Numbering, WireSettings

KIOSK = """
[locker]
id = "bank-1"
name = "Station"
timezone = "Europe/Berlin"
[cloud]
name = "kioskforce"
base_url = "https://api.example.com"
key = "env:CLOUD_KEY"
[doors]
driver = "board"
[[wire]]
name = "main"
driver = "kerong"
variant = "cu48"
port = "/dev/ttyUSB0"
[[wire]]
name = "top"
driver = "simulated"
[scanner]
camera = "/dev/video0"
[store]
path = "state/kiosk.db"
key = "keys/device.key"
[ui]
languages = ["en"]
[policy]
idle = 60
"""
LAYOUT = """
height_mm = 1000
sizes = ["S", "L"]
door = { wire = "main", board = 0 }
[[column]]
width_mm = 400
screen = { top_mm = 200, height_mm = 300 }
[[column.compartment]]
label = "1"
size = "S"
mm = [360, 180, 500]
door.channel = 0
rear.channel = 47
[[column.compartment]]
label = "2"
size = "L"
mm = [360, 460, 500]
door.channel = 1
door.polarity = "open_closes"
"""

# what is written, what stands there instead, and what the sentence must say
IN_KIOSK = {
    "an unknown section": ("[doors]", "[door]", ["door is not known", 'did you mean "doors"?']),
    "a section nobody reads": (
        "[doors]",
        "[shelves]\nx = 1\n[doors]",
        ["shelves is not known", "known are locker, cloud, doors, wire"],
    ),
    "an unknown key": ("camera =", "camra =", ["scanner.camra", 'did you mean "camera"?']),
    "an unknown key of a wire": ("variant =", "varient =", ['wire "main", varient', '"variant"']),
    "an unknown number": ("idle =", "ideal =", ["policy.ideal", "not known", '"idle"']),
    "a unit in the key": ("idle =", "idle_ms =", ["policy.idle_ms", 'did you mean "idle"?']),
    "a unit in the value": ("idle = 60", 'idle = "60 s"', ["policy.idle", '"60 s"', "a number"]),
    "a time below zero": ("idle = 60", "idle = -1", ["policy.idle is -1", "greater than 0"]),
    "an endless time": ("idle = 60", "idle = inf", ["policy.idle", "greater than 0"]),
    "times out of order": ("idle = 60", "idle = 300", ["policy.idle", "300", "idle_access", "180"]),
    "a looser interlock": (
        "idle = 60",
        "openings_per_authorisation = 30",
        ["policy.openings_per_authorisation", "30", "at most 5"],
    ),
    "a looser pause": ("idle = 60", "unknown_qr_pause = 1", ["unknown_qr_pause", "at least 60"]),
    "more than the whole": (
        "idle = 60",
        "offline_share_percent = 120",
        ["policy.offline_share_percent", "120", "at most"],
    ),
    "half a try": ("idle = 60", "wrong_per_reservation = 2.5", ["2.5", "a whole number"]),
    "no yes or no": ("idle = 60", 'short_code_alone = "no"', ['"no"', "true or false"]),
    "no locker id": ('id = "bank-1"', "", ["locker.id is missing", "1 to 64 letters"]),
    "an id with a slash": ('id = "bank-1"', 'id = "a/b"', ["locker.id", '"a/b"', "letters"]),
    "an id that is a number": ('id = "bank-1"', "id = 7", ["locker.id is 7", "letters"]),
    "no such time zone": ("Europe/Berlin", "Europe/Berln", ["locker.timezone", "Europe/Berlin"]),
    "no such layout": ('name = "St', 'layout = "l.toml"\nname = "St', ["l.toml", "no such file"]),
    "an unknown cloud": ("kioskforce", "kioskforze", ["cloud.name", "kioskforze", "kioskforce"]),
    "a cloud without address": (
        'base_url = "https://api.example.com"',
        "",
        ["cloud.base_url is missing", "https://"],
    ),
    "a cloud in the clear": (
        "https://api",
        "http://api",
        ["cloud.base_url", "http://api", "https:"],
    ),
    "an address that is none": (
        "https://api.example.com",
        "https://[",
        ["base_url", '"https://["'],
    ),
    "a cloud that is none": ("kioskforce", "standalone", ["cloud.base_url", "left out"]),
    "a key in the file itself": (
        "env:CLOUD_KEY",
        "sk_live_123",
        ["cloud.key", '"env:"', '"file:"'],
    ),
    "no key at all": ('key = "env:CLOUD_KEY"', "", ["cloud.key is missing", '"env:"', '"file:"']),
    "a variable that is not set": ("CLOUD_KEY", "NO_KEY", ["cloud.key", "env:NO_KEY", "variable"]),
    "a credential that is not there": (
        "env:CLOUD_KEY",
        "file:no.key",
        ["cloud.key", "file:no.key", "can be read", "No such file"],
    ),
    "a credential open to all": (
        "env:CLOUD_KEY",
        "file:open.key",
        ["cloud.key", "file:open.key", "chmod 600"],
    ),
    "an empty credential": ("env:CLOUD_KEY", "file:empty.key", ["cloud.key", "one line of text"]),
    "doors moved by two": (
        'driver = "board"',
        'driver = "cloud"',
        ["wire is", '[doors] driver is "cloud"'],
    ),
    "an unknown driver": ("kerong", "kerung", ['wire "main", driver', "kerung", 'mean "kerong"?']),
    "an unknown variant": ("cu48", "cu84", ['wire "main", variant', '"cu84"', '"cu48"']),
    "a port without path": (
        "/dev/ttyUSB0",
        "ttyUSB0",
        ['wire "main", port is "ttyUSB0"', "/dev/ttyUSB0", "tcp://host:port"],
    ),
    "a port of another system": ("/dev/ttyUSB0", "COM3", ["COM3", "an absolute path"]),
    "a host without port": ("/dev/ttyUSB0", "tcp://board", ["tcp://board", "tcp://host:port"]),
    "a port beyond all": ("/dev/ttyUSB0", "tcp://board:70000", ["70000", "from 1 to 65535"]),
    "a board without port": ('port = "/dev/ttyUSB0"', "", ["port is missing", "tcp://host:port"]),
    "an odd baud rate": ("variant =", "baud = 19201\nvariant =", ["baud is 19201", "19200"]),
    "two wires of one name": ('"top"', '"main"', ["name", '"main"', "no other wire"]),
    "two wires on one port": (
        'driver = "simulated"',
        'driver = "kerong"\nvariant = "cu48"\nport = "/dev/ttyUSB0"',
        ['wire "top", port', "/dev/ttyUSB0", "no other wire"],
    ),
    "one wire instead of a list": ("[[wire]]\nname", "[wire]\nname", ["line", "no TOML"]),
    "a clip that is not there": ("/dev/video0", "no.avi", ["scanner.camera", "no.avi", "there"]),
    "a hundred frames": ('camera = "', 'fps = 100\ncamera = "', ["scanner.fps", "100", "1 to 60"]),
    "a key beside the database": ("keys/", "state/", ["store.key", "another folder"]),
    "a language nobody wrote": ('["en"]', '["en", "xx"]', ["ui.languages 2", '"xx"', '"en"']),
    "the same language twice": ('["en"]', '["en", "en"]', ["ui.languages 2", "different"]),
    "no language": ('["en"]', "[]", ["ui.languages", "a list of languages"]),
    "an unknown look": ("[policy]", 'theme = "neon"\n[policy]', ["ui.theme", "neon", '"contrast"']),
    "an odd orientation": ("[policy]", 'orientation = "up"\n[policy]', ["orientation", "portrait"]),
    "a panel in centimetres": (
        "[policy]",
        "panel_mm = [27, 48]\n[policy]",
        ["panel_mm", "27", "50"],
    ),
    "half a panel": ("[policy]", "panel_mm = [270]\n[policy]", ["ui.panel_mm", "[width, height]"]),
    "inches": ("[policy]", "panel_inch = 21\n[policy]", ["ui.panel_inch", 'mean "panel_mm"?']),
    "a logo that is not there": (
        "[policy]",
        'operator.logo = "no.svg"\n[policy]',
        ["ui.operator.logo", "no.svg", "there"],
    ),
    "a telephone that is none": (
        "[policy]",
        'operator.help_phone = "ask"\n[policy]',
        ["ui.operator.help_phone", '"ask"', "telephone"],
    ),
    "terms that stand nowhere": (
        "[policy]",
        'operator.terms_link = "in the drawer"\n[policy]',
        ["ui.operator.terms_link", '"in the drawer"', "https://"],
    ),
    "more walk-ups than are safe": (
        "idle = 60",
        "walkup_maybe_percent = 30",
        ["policy.walkup_maybe_percent", "30", "at most 20"],
    ),
    "a time no calendar knows": (
        "idle = 60",
        "store_hours = 99_999_999_999",
        ["policy.store_hours", "at most 8784"],
    ),
    "a pause no calendar knows": ("idle = 60", "cool_off = 1e300", ["cool_off", "at most 604800"]),
    "no time to stand before a door": (
        "idle = 60",
        "walkup_hold = 0",
        ["policy.walkup_hold", "greater than 0"],
    ),
    "less than no time to cool": ("idle = 60", "cool_off = -1", ["cool_off", "0 or greater"]),
    "a price for no size": (
        "[policy]",
        '[prices]\ncurrency = "EUR"\nsizes = { XS = 9 }\n[policy]',
        ["prices.sizes.XS is no size", '"S", "L"'],
    ),
    "a price in nothing": (
        "[policy]",
        "[prices]\nsizes = { S = 9 }\n[policy]",
        ["currency", "EUR"],
    ),
    "a price in euros": (
        "[policy]",
        '[prices]\ncurrency = "EUR"\nsizes = { S = 2.5 }\n[policy]',
        ["prices.sizes", "2.5", "cents"],
    ),
    "an unknown currency": ("[policy]", '[prices]\ncurrency = "Euro"\n[policy]', ["Euro", "EUR"]),
    "a neighbour whose name turns the writing round": (
        "[policy]",
        '[[neighbour]]\nname = "\\u202eRathaus"\nmetres = 450\nmap = "geo:1,2"\n[policy]',
        ["neighbour", "name", "plain text"],
    ),
    "a neighbour nobody finds": (
        "[policy]",
        '[[neighbour]]\nname = "Rathaus"\nmetres = 450\n[policy]',
        ['neighbour "Rathaus", map is missing', "geo:"],
    ),
    "a map in the clear": (
        "[policy]",
        '[[neighbour]]\nname = "R"\nmetres = 450\nmap = "http://a.example"\n[policy]',
        ["map", "http://a.example", "https://"],
    ),
    "no TOML": ("[doors]", "[doors", ["line 10", "no TOML"]),
}
IN_LAYOUT = {
    "an unknown key": ("label =", "lable =", ["column 1, compartment 1, lable", '"label"']),
    "a label twice": ('"2"', '"1"', ['compartment "1", label', "no other compartment"]),
    "a label too long": ('"2"', '"number two"', ["label", '"number two"', "1 to 8"]),
    "a cloud id twice": ('label = "2"', 'label = "2"\ncloud_id = "1"', ["cloud_id", "no other"]),
    "two doors on one lock": (
        "channel = 1",
        "channel = 0",
        ['compartment "2", door', "channel 0 of board 0", 'compartment "1"', "of its own"],
    ),
    "front and rear on one lock": ("rear.channel = 47", "rear.channel = 0", ["rear", "of its own"]),
    "the channel that opens all": (
        "channel = 47",
        "channel = 48",
        ['compartment "1", rear.channel is 48', "0 to 47"],
    ),
    "the board that is all boards": (
        "board = 0",
        "board = 10",
        ["toml: door.board is 10", "0 to 9"],
    ),
    "a door without channel": ("door.channel = 1\n", "", ["door.channel is missing", "0 to 47"]),
    "a door without wire": ('wire = "main", ', "", ["door.wire is missing", '"main", "top"']),
    "a wire that is not there": (
        '"main"',
        '"mian"',
        ['door.wire is "mian"', 'one of "main", "top"', 'mean "main"?'],
    ),
    "an unknown polarity": ('"open_closes"', '"closed"', ["door.polarity", '"closed"', "shut_"]),
    "an unknown size": ('size = "L"', 'size = "XL"', ["size", '"XL"', '"S", "L"']),
    "a size twice": ('["S", "L"]', '["S", "L", "L"]', ["sizes 3", '"L"', "different"]),
    "an unknown owner": ('"2"', '"2"\nowner = "me"', ["owner", '"me"', '"cloud" or "local"']),
    "an unknown climate": ('"2"', '"2"\nthermal = "cold"', ["thermal", '"cold"', '"chill"']),
    "a charger of some kind": (
        '"2"',
        '"2"\ncharger = "usb"',
        ["charger", '"usb"', "true or false"],
    ),
    "a floor of paper": ('"2"', '"2"\nmax_kg = 0', ["max_kg", "from 1 to 1000"]),
    "a carrier without a name": ('"2"', '"2"\ncarriers = [""]', ["carriers", "a list of carriers"]),
    "centimetres": ("height_mm = 1000", "height_cm = 100", ["height_cm", 'mean "height_mm"?']),
    "fractions of a millimetre": (
        "[360, 460, 500]",
        "[360, 460.5, 500]",
        ["mm 2", "460.5", "whole"],
    ),
    "a flat compartment": ("[360, 460, 500]", "[360, 460]", ["mm", "[width, height, depth]"]),
    "wider than its column": ("width_mm = 400", "width_mm = 300", ["mm", "column of 300 mm"]),
    "higher than its column": ("460", "600", ["column 1 has", "600 mm", "a gap of 500 mm", "fit"]),
    "a screen off the bank": ("height_mm = 300", "height_mm = 900", ["screen.height_mm", "800"]),
    "two screens": (
        "[[column]]",
        "[[column]]\nwidth_mm = 9\nscreen = { top_mm = 1, height_mm = 9 }\n[[column]]",
        ["column 2, screen", "left out", "column 1 holds it"],
    ),
    "an empty column": (
        "[[column]]",
        "[[column]]\nwidth_mm = 9\n[[column]]",
        ["column 1", "nothing"],
    ),
    "a floor in mid-air": ('"2"', '"2"\nfloor_mm = 700', ["floor_mm", "700", "at most"]),
    "a word for a table": ("rear.channel = 47", 'rear = "47"', ["rear", '"47"', "a table"]),
    "no TOML": ("[[column]]", "[[column", ["line 5", "no TOML"]),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLOUD_KEY", "k-123")
    for name, text, mode in (
        ("open", "k", 0o644),
        ("empty", "\n", 0o600),
        ("good", "k-9\n", 0o600),
    ):
        (tmp_path / f"{name}.key").write_text(text)
        (tmp_path / f"{name}.key").chmod(mode)
    return tmp_path


def write(folder: Path, kiosk: str = KIOSK, layout: str = LAYOUT) -> Path:
    (folder / "layout.toml").write_text(layout)
    (folder / "kiosk.toml").write_text(kiosk)
    return folder / "kiosk.toml"


def refusal(path: Path) -> str:
    with pytest.raises(ConfigWrong) as wrong:
        load(path)
    sentence = str(wrong.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize(("old", "new", "says"), IN_KIOSK.values(), ids=IN_KIOSK)
def test_a_wrong_kiosk_toml_is_named_in_a_sentence(folder, old, new, says):
    assert old in KIOSK
    sentence = refusal(write(folder, kiosk=KIOSK.replace(old, new, 1)))
    assert str(folder) in sentence
    assert [part for part in says if part not in sentence] == [], sentence


@pytest.mark.parametrize(("old", "new", "says"), IN_LAYOUT.values(), ids=IN_LAYOUT)
def test_a_wrong_layout_toml_is_named_in_a_sentence(folder, old, new, says):
    assert old in LAYOUT
    sentence = refusal(write(folder, layout=LAYOUT.replace(old, new, 1)))
    assert sentence.startswith(f"{folder}/layout.toml: ")
    assert [part for part in says if part not in sentence] == [], sentence


def test_a_missing_file_is_named(tmp_path):
    assert refusal(tmp_path / "kiosk.toml") == f"{tmp_path}/kiosk.toml: there is no such file."


def test_a_folder_is_no_file(tmp_path):
    assert "cannot be read (Is a directory)" in refusal(tmp_path)


def test_a_file_that_is_no_text_is_named(folder):
    path = write(folder)
    path.write_bytes(b"[locker]\n\xff")
    assert "byte 10 is no UTF-8 text" in refusal(path)


def test_a_credential_written_into_the_file_is_not_repeated(folder):
    assert "sk_live" not in refusal(
        write(folder, kiosk=KIOSK.replace("env:CLOUD_KEY", "sk_live_1"))
    )
    secret = KIOSK.replace("https://api", "https://me:sk_live_1@api")
    assert "sk_live" not in refusal(write(folder, kiosk=secret))


def test_a_credential_does_not_show_in_the_tree(folder):
    config = load(write(folder, kiosk=KIOSK.replace("env:CLOUD_KEY", "file:good.key")))
    assert config.cloud.key == "k-9"
    assert "k-9" not in repr(config)


def test_plain_http_is_for_this_machine_only(folder):
    here = KIOSK.replace("https://api.example.com", "http://127.0.0.1:8080/")
    assert load(write(folder, kiosk=here)).cloud.base_url == "http://127.0.0.1:8080"


class Twins:
    """A make with two variants and no way to tell which is meant."""

    variants: ClassVar = {"a": Numbering(range(1), range(48)), "b": Numbering(range(1), range(48))}
    baud = 9600


def test_a_make_with_several_variants_wants_one_named(folder):
    twins = EntryPoint("kerong", f"{__name__}:Twins", "kiosk.doors")
    makers = Makers(doors=EntryPoints([twins]))
    path = write(folder, kiosk=KIOSK.replace('variant = "cu48"', "").replace("simulated", "kerong"))
    with pytest.raises(
        ConfigWrong, match=r'wire "main", variant is missing; it must be one of "a"'
    ):
        load(path, makers)


def test_a_driver_that_does_not_load_is_named(folder):
    broken = EntryPoint("kerong", f"{__name__}:Nowhere", "kiosk.doors")
    with pytest.raises(ConfigWrong, match=r'wire "main", driver .* can be loaded .*Nowhere'):
        load(write(folder), Makers(doors=EntryPoints([broken])))


def test_the_tree_holds_what_the_files_say(folder):
    config = load(write(folder))
    assert config.locker.zone.key == "Europe/Berlin"
    assert config.wires == (
        WireSettings("main", "kerong", "cu48", "/dev/ttyUSB0", 19200),
        WireSettings("top", "simulated", "memory", "", 9600),
    )
    assert (config.cloud.key, config.cloud.locker) == ("k-123", "bank-1")
    assert config.rules.name == "kioskforce"
    assert config.store.path == folder / "state" / "kiosk.db"
    assert config.policy == Policy()


def test_a_compartment_knows_its_place_its_doors_and_its_owner(folder):
    first, second = load(write(folder)).layout.compartments()
    assert (first.floor_mm, second.floor_mm) == (810, 20)
    assert (second.column, second.row, second.rows) == (0, 1, 2)
    assert (first.cloud_id, first.owner, first.thermal) == ("1", Owner.CLOUD, "ambient")
    assert [str(door.id) for door in first.doors] == ["1", "1/rear"]
    assert second.front.state(True) is DoorState.OPEN


def test_a_compartment_offers_what_its_lines_say(folder):
    lines = 'label = "2"\ncharger = true\nmax_kg = 25\ncarriers = ["dhl", "gls"]'
    plain, special = load(
        write(folder, layout=LAYOUT.replace('label = "2"', lines))
    ).layout.compartments()
    assert (plain.charger, plain.max_kg, plain.carriers) == (False, None, ())
    assert (special.charger, special.max_kg, special.carriers) == (True, 25, ("dhl", "gls"))


def test_the_nearest_neighbour_comes_first_whatever_the_order_in_the_file(folder):
    text = """[[neighbour]]
name = "Far"
metres = 900
map = "https://maps.example/far"
[[neighbour]]
name = "Near"
metres = 40
map = "geo:52.5186,13.4081"
"""
    neighbours = load(write(folder, kiosk=KIOSK + text)).neighbours
    assert [(one.name, one.metres, one.map_url) for one in neighbours] == [
        ("Near", 40, "geo:52.5186,13.4081"),
        ("Far", 900, "https://maps.example/far"),
    ]


def test_what_has_a_price_costs_it_and_a_return_costs_nothing(folder):
    text = '[prices]\ncurrency = "EUR"\nsizes = { L = 400 }\nextension = 100\n'
    prices = load(write(folder, kiosk=KIOSK + text)).prices
    assert prices.of("L", Aim.SEND) == Due(400, "EUR")
    assert prices.of("L", Aim.RETURN) is None
    assert prices.of("S", Aim.STORE) is None
    assert prices.later() == Due(100, "EUR")
    assert load(write(folder)).prices.later() is None


def test_nothing_needs_to_be_begun_without_a_code(folder):
    text = KIOSK.replace("idle = 60", "walkup_per_hour = 0\ncool_off = 0")
    assert load(write(folder, kiosk=text)).policy.walkup_per_hour == 0


def test_only_what_differs_from_the_usual_policy_is_written(folder):
    config = load(write(folder, kiosk=KIOSK.replace("idle = 60", "idle = 30\nstale_hours = 24")))
    assert (config.policy.idle, config.policy.stale_hours) == (30.0, 24)
    assert config.policy.remind_shut == Policy().remind_shut


@pytest.fixture(params=["standalone", "kioskforce", "bloqit"])
def example(request, tmp_path, monkeypatch) -> Config:
    monkeypatch.setenv(f"{request.param.upper()}_KEY", "k-123")
    shutil.copytree(examples() / request.param, tmp_path / request.param)
    return load(tmp_path / request.param / "kiosk.toml")


def test_every_example_loads_as_it_is(example):
    bank = list(example.layout.compartments())
    assert 12 <= len(bank) <= 20
    assert {compartment.size for compartment in bank} == set(example.layout.sizes)


def test_the_columns_of_an_example_are_filled_to_the_brim(example):
    for column in example.layout.columns:
        tall = sum(one.inside.height + 20 for one in column.compartments)
        assert tall + (column.screen_height_mm or 0) == example.layout.height_mm


def test_the_example_without_a_cloud_gives_its_compartments_away_itself(example):
    owners = {compartment.owner for compartment in example.layout.compartments()}
    assert (owners == {Owner.LOCAL}) == (example.cloud.name == "standalone")
