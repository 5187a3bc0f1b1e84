"""[[printer]] of kiosk.toml: checked by its driver, one sentence about what is wrong."""

from itertools import takewhile

import pytest

from kiosk.assets import examples
from kiosk.config import load
from kiosk.domain.errors import ConfigWrong
from tests.integration.asked import write

LABELS = """
[[printer]]
name = "labels"
driver = "zpl"
address = "tcp://192.0.2.9:9100"
media = "label-100x150"
roll = 500
"""
RECEIPTS = """
[[printer]]
name = "receipts"
driver = "file"
address = "dir:out"
media = "roll-80"
dpi = 300
"""


def test_printers_come_in_order_with_the_makes_resolution_and_a_folder_beside_the_file(tmp_path):
    labels, receipts = load(write(tmp_path, LABELS + RECEIPTS)).printers
    assert (labels.name, labels.driver, labels.media) == ("labels", "zpl", "label-100x150")
    assert (labels.address, labels.dpi, labels.roll) == ("tcp://192.0.2.9:9100", 203, 500)
    assert (receipts.dpi, receipts.roll) == (300, None)
    assert receipts.address == f"dir:{tmp_path / 'out'}"
    assert load(write(tmp_path)).printers == ()


@pytest.mark.parametrize(
    ("driver", "address"),
    [
        ("zpl", "tcp://[2001:db8::1]:9100"),
        ("tspl", "/dev/usb/lp0"),
        ("escpos", "tcp://receipts.local:9100"),
        ("ipp", "ipp://localhost:8631/ipp/print"),
        ("ipp", "ipps://printer.example"),
        ("file", "dir:/tmp/out"),
    ],
)
def test_each_driver_takes_its_kinds_of_addresses(tmp_path, driver, address):
    text = LABELS.replace('"zpl"', f'"{driver}"').replace("tcp://192.0.2.9:9100", address)
    assert load(write(tmp_path, text)).printers[0].address == address


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (LABELS.replace("zpl", "zlp"), 'driver is "zlp"; it must be one of "escpos", "file"'),
        (LABELS.replace("x150", "x15"), 'media is "label-100x15"; it must be one of "label'),
        (LABELS.replace("address", "adress"), "adress is not known (did you mean"),
        (LABELS.replace("roll = 500", "roll = 0"), "roll is 0; it must be a whole number of lab"),
        (LABELS + "dpi = 20", "dpi is 20; it must be whole dots per inch from 100 to 1200"),
        (LABELS + LABELS, 'name is "labels"; it must be a name no other printer has'),
        (
            LABELS + LABELS.replace('"labels"', '"two"'),
            'address is "tcp://192.0.2.9:9100"; it must be an address no other printer has',
        ),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(tmp_path, text, says):
    with pytest.raises(ConfigWrong) as wrong:
        load(write(tmp_path, text))
    assert f'kiosk.toml: printer "{"two" if "two" in text else "labels"}", {says}' in str(
        wrong.value
    )


@pytest.mark.parametrize(
    "address",
    [
        "",
        "192.0.2.9:9100",
        "tcp://192.0.2.9",
        "tcp://192.0.2.9:0",
        "tcp://192.0.2.9:99999",
        "tcp://:9100",
        "tcp://host:9100/queue",
        "tcp://a b:9100",
        "tcp://user:word@host:9100",
        "ipp://host",
        "dir:out",
        "/",
    ],
)
def test_an_address_that_leads_nowhere_is_refused(tmp_path, address):
    with pytest.raises(ConfigWrong, match='printer "labels", address is'):
        load(write(tmp_path, LABELS.replace("tcp://192.0.2.9:9100", address)))


def test_a_login_in_an_address_is_not_repeated(tmp_path):
    with pytest.raises(ConfigWrong) as wrong:
        load(write(tmp_path, LABELS.replace("tcp://192", "tcp://me:hunter2@192")))
    assert "hunter2" not in str(wrong.value)


@pytest.mark.parametrize("example", ["standalone", "kioskforce", "bloqit"])
def test_the_printer_the_examples_propose_can_be_switched_on(tmp_path, example):
    lines = (examples() / example / "kiosk.toml").read_text("utf-8").splitlines()
    start = lines.index("# [[printer]]")
    text = "\n".join(
        line.removeprefix("# ") for line in takewhile(lambda line: line, lines[start:])
    )
    [printer] = load(write(tmp_path, text)).printers
    assert (printer.name, printer.roll) == ("labels", 500)
