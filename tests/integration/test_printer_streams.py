"""What drivers send and emulators say: the makers' documents, second opinions, random pictures."""

import asyncio
import base64
import re
import zlib

import numpy as np
import pytest
from escpos.printer import Dummy
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from zebrafy import ZebrafyZPL

from kiosk.adapters.printers.escpos import EscPos
from kiosk.adapters.printers.tspl import Tspl
from kiosk.adapters.printers.zpl import Zpl, graphic, host_status, query_status
from kiosk.domain.errors import PrinterCannot
from kiosk.domain.printing import Hitch, Picture
from kiosk.sandbox.printers.canvas import Canvas, png
from kiosk.sandbox.printers.mechanism import Mechanism
from kiosk.sandbox.printers.printer import emulator
from tests.integration.paper import MEDIA, PrinterSettings, pair, shows

SMALL = Picture(16, 2, bytes.fromhex("FF008001"))


@st.composite
def pictures(draw, widest=575, longest=300):
    width, height = draw(st.integers(1, widest)), draw(st.integers(1, longest))
    seed = draw(st.integers(0, 2**32 - 1))
    dark = np.random.default_rng(seed).random((height, width)) < draw(st.sampled_from([0.01, 0.5]))
    return Picture(width, height, np.packbits(dark, axis=1).tobytes())


def of(make):
    return PrinterSettings("labels", make, "tcp://x:1", MEDIA[make], 203)


class Tray:
    def __init__(self):
        self.labels, self.pieces = [], []
        self.whole, self.torn = self.labels.append, self.pieces.append


async def printed(make, stream, portion=4096):
    """What an emulated printer with all the speed of the world makes of it."""
    tray, said = Tray(), []
    mechanism = Mechanism(1e9, 203, said.append)
    kind = emulator(make)
    speaker = kind.speaker(kind.variants[0], mechanism, tray, said.append, said.append)
    for start in range(0, len(stream), portion):
        speaker.hear(stream[start : start + portion])
    for _ in range(10_000):
        if tray.labels:
            break
        await asyncio.sleep(0)
    await speaker.aclose()
    return tray.labels, said


# --- ZPL ---


@pytest.mark.parametrize(
    "field",
    [
        "^GFA,4,4,2,FF008001",
        "^GFA,18,4,2,:B64:/wCAAQ==:C5A7",
        "^GFA,26,4,2,:Z64:eJz7z9DACAAFAQGB:6C7C",
    ],
)
async def test_the_three_ways_to_write_a_graphic_are_one_picture(field):
    labels, _ = await printed("zpl", f"^XA^PW16^LL2^FO0,0{field}^FS^XZ".encode())
    assert [label.data for label in labels] == [SMALL.data]


async def test_a_graphic_whose_check_does_not_fit_is_not_printed():
    field = "^GFA,26,4,2,:Z64:eJz7z9DACAAFAQGB:6C7D"
    labels, said = await printed("zpl", f"^XA^PW16^LL2^FO0,0{field}^FS^XZ".encode())
    assert labels == []
    assert {"error": "^GF: the check does not fit"} in said


def test_a_graphic_is_packed_as_the_document_has_it():
    found = re.fullmatch(r"\^GFA,(\d+),4,2,(:Z64:(\S+):([0-9A-F]{4}))", graphic(SMALL))
    assert found is not None
    assert int(found[1]) == len(found[2])
    assert zlib.decompress(base64.b64decode(found[3])) == SMALL.data


@given(pictures())
@settings(max_examples=15, deadline=None)
def test_zebrafy_reads_the_same_picture_out_of_our_zpl(picture):
    body, last = Zpl().stream(picture, of("zpl"))
    [image] = ZebrafyZPL((body + last).decode("ascii")).to_images()
    dark = ~np.asarray(image.convert("1"))[: picture.height, : picture.width]
    assert np.packbits(dark, axis=1).tobytes() == picture.data


HS = (
    b"\x02030,1,1,1225,000,0,0,0,000,0,0,0\x03\r\n"
    b"\x02001,0,0,1,1,2,6,0,00000100,1,000\x03\r\n\x021234,0\x03\r\n"
)


def test_the_host_status_of_a_real_printer_is_read():
    assert len(HS) == 82
    status = host_status(HS)
    assert status is not None
    assert status.hitches == {Hitch.PAPER_OUT, Hitch.PAUSED, Hitch.RIBBON_OUT}
    assert (status.waiting, status.ready) == (100, False)


async def test_the_emulated_printer_says_the_same_to_the_byte():
    said = []
    mechanism = Mechanism(1.0, 203, lambda fact: None)
    clone = emulator("zpl").speaker("clone", mechanism, Tray(), said.append, lambda fact: None)
    for hand in (("pause",), ("paper", "out"), ("ribbon", "out")):
        mechanism.do(hand)
    clone.hear(b"^XA^PW16^LL1225^FO0,0^GFA,4,4,2,FF008001^FS^PQ100^XZ~HS")
    await clone.aclose()
    assert said == [HS]


@pytest.mark.parametrize("cut", range(0, len(HS) - 2, 9))
def test_half_a_host_status_is_none(cut):
    assert host_status(HS[:cut]) is None


@pytest.mark.parametrize(
    "junk", [b"\x02\x03\x02\x03\x02\x03", HS.replace(b"000", b"abc"), HS.replace(b",", b";")]
)
def test_what_only_looks_like_a_host_status_is_none(junk):
    assert host_status(junk) is None


HQES = (
    b"\x02\r\n\r\nPRINTER STATUS            \r\n   ERRORS:          1 00000000 00010004  \r\n"
    b"   WARNINGS:        1 00000000 00000100   \r\n\x03"
)


async def test_the_query_of_an_emulated_printer_is_that_of_a_real_one():
    said = []
    mechanism = Mechanism(1.0, 203, lambda fact: None)
    zebra = emulator("zpl").speaker("zebra", mechanism, Tray(), said.append, lambda fact: None)
    zebra.warnings = 0x100
    mechanism.do(("pause",))
    mechanism.do(("head", "open"))
    zebra.hear(b"~HS\r\n~HQES\r\n")
    await zebra.aclose()
    assert said == [HQES]


@pytest.mark.parametrize(
    ("group", "hitches"),
    [
        (b"00010004", {Hitch.PAUSED, Hitch.HEAD_OPEN}),
        (b"00000005", {Hitch.HEAD_OPEN, Hitch.PAPER_OUT}),
        (b"00000002", {Hitch.RIBBON_OUT}),
        (b"00000008", {Hitch.CUTTER}),
        (b"00001000", {Hitch.JAM}),
        (b"00000010", {Hitch.HOT}),
        (b"10000000", {Hitch.FAULT}),
    ],
)
def test_errors_are_read_digit_by_digit(group, hitches):
    assert query_status(b"1", group) == hitches
    assert query_status(b"0", group) == frozenset()


@pytest.mark.parametrize(
    "form",
    [
        b"",
        b"^XA^FDhello",
        b"^XA^FDa^XZ^XA^FDb^XZ",
        b"^XA^FDa^PQ3^XZ",
        b"^XA^PQ10^XZ",
        b"^FDa^XZ",
        b"^XA^FDa^XZ~JR",
        b"~JR^XA^FDa^XZ",
        b"^XA^CC#^FDa#XZ#XA^XZ",
        b"^XA^FDa^JUS^XZ",
        b"^XA^HH^XZ",
        b"^XA^pq2^XZ",
        b"\x1b!.^XA^XZ",
        b"^XA^XFR:LABEL.ZPL^XZ",
        b"^XA^DFR:LABEL.ZPL^FDa^FS^XZ",
        b"^XA^IDR:*.*^XZ",
        b"^XA^A@N,50,50,E:FONT.TTF^FDa^FS^XZ",
        b"^XA^FN1^FDa^FS^XZ",
        b"^XA^MD30^FDa^FS^XZ",
        b"^XA^PR12^FDa^FS^XZ",
        b"^XA^POI^FDa^FS^XZ",
        b"^XA^LRY^FDa^FS^XZ",
        b"^XA^LT120^FDa^FS^XZ",
        b"^XA^MNN^FDa^FS^XZ",
        b"^XA^GFB,4,4,2,\x5e\x7e\x00\x01^FS^XZ",
        b"^XA^PW5000^FDa^FS^XZ",
        b"^XA^LL32000^FDa^FS^XZ",
        b"^XA^xz^XZ",
        # It would stand still until somebody comes who presses its button.
        b"^XA^FDa^PQ1,1^XZ",
        b"^XA^FDa^PQ1,2,1,N^XZ",
        # Printers read over ends of lines.
        b"^XA^FDa^PQ1\n0^XZ",
        b"^XA^FDa^PQ1\r\n0^XZ",
        b"^XA^PW\n9999^FDa^XZ",
        b"^XA^LL1\n2000^FDa^XZ",
        b"^XA^LL+32000^FDa^XZ",
    ],
)
def test_a_ready_label_is_one_label_and_no_other_command(form):
    with pytest.raises(PrinterCannot):
        Zpl().last_apart("zpl", form, of("zpl"))


def test_a_ready_label_is_passed_on_as_it_is():
    label = b"^XA^CI28^PW812^LL1218^FO50,50^A0N,50,50^FDPQ2 ~ no^FS^BCN,100^FDabc^FS^PQ1^XZ\r\n"
    label = label.replace(b" ~ no", b"")
    body, last = Zpl().last_apart("zpl", label, of("zpl"))
    plain = b"^XA^PW799^LL1199^LH0,0^CI0^CFA,9,5^FWN^BY2,3.0,10"
    assert body + last == plain + label.removeprefix(b"^XA")


@pytest.mark.parametrize("once", [b"^PQ1", b"^PQ1,0,1,Y", b"^PQ1,,,Y\r\n", b"^pq1,0", b"^PQ1\n,0"])
def test_what_label_programs_write_of_one_copy_is_let_through(once):
    body, last = Zpl().last_apart("zpl", b"^XA^FDa^FS" + once + b"^XZ", of("zpl"))
    assert (body + last).endswith(b"^FDa^FS" + once + b"^XZ\r\n")


# --- TSPL ---


async def test_a_bitmap_of_tspl_is_black_where_a_bit_is_not_set():
    stream = b"SIZE 2 mm,0.25 mm\r\nCLS\r\nBITMAP 0,0,2,2,0,\x00\xff\x7f\xfe\r\nPRINT 1,1\r\n"
    [label], _ = await printed("tspl", stream)
    assert label.width == 16
    assert label.data == SMALL.data


def test_a_label_in_tspl_is_what_the_manual_writes():
    body, last = Tspl().stream(SMALL, of("tspl"))
    assert body.endswith(b"CLS\r\nBITMAP 0,0,2,2,0,\x00\xff\x7f\xfe\r\n")
    assert b"SIZE 100 mm,0.25 mm\r\n" in body
    assert last == b"PRINT 1,1\r\n"


def test_dots_that_fill_up_a_row_are_white_in_tspl_too():
    body, _ = Tspl().stream(Picture(9, 1, b"\xff\x80"), of("tspl"))
    assert body.endswith(b",0,\x00\x7f\r\n")


TSPL_STATUS = {
    "": (0x00, "4040404003"),
    "head open": (0x01, "4540404003"),
    "paper out": (0x04, "4540404103"),
    "ribbon out": (0x08, "4540404403"),
    "pause": (0x10, "6040404003"),
    "jam": (0x02, "4540404203"),
    "hot": (0x80, "4540414003"),
}


@pytest.mark.parametrize("hand", TSPL_STATUS)
async def test_the_status_of_tspl_is_the_table_of_the_manual(hand):
    async with pair("tspl") as (_, printer):
        for one in [hand] if hand else []:
            printer.do(one)
        said = []
        printer._speaker._answer = said.append
        printer.hear(b"\x1b!?\x1b!S")
        bits, states = TSPL_STATUS[hand]
        assert said == [bytes((bits,)), b"\x02" + bytes.fromhex(states) + b"\r\n"]


# --- ESC/POS ---


def test_a_raster_is_what_the_manual_writes():
    body, last = EscPos().stream(Picture(16, 4, b"\xff" * 8), of("escpos"))
    golden = bytes.fromhex("1d76300002000400" + "ff" * 8)
    assert body + last == b"\x1b@" + golden + b"\x1bd\x04\x1dV\x00\x1dr\x01"


@given(pictures(longest=90))
@settings(max_examples=10, deadline=None)
def test_python_escpos_writes_the_same_raster(picture):
    rows = np.frombuffer(picture.data, np.uint8).reshape(picture.height, picture.stride)
    dark = np.unpackbits(rows, axis=1).astype(bool)
    other = Dummy()
    other.image(Image.fromarray(~dark), impl="bitImageRaster")
    body, last = EscPos().stream(picture, of("escpos"))
    assert other.output in body + last


ESCPOS_STATUS = {
    "": "12121212",
    "head open": "1a161212",
    "paper out": "1a32127e",
    "roll 100": "1212121e",
    "hot": "1a525212",
}


@pytest.mark.parametrize("hand", ESCPOS_STATUS)
async def test_the_status_of_esc_pos_is_the_table_of_the_manuals(hand):
    async with pair("escpos") as (_, printer):
        for one in [hand] if hand else []:
            printer.do(one)
        said = []
        printer._speaker._answer = said.append
        for number in range(1, 5):
            printer.hear(b"\x10")
            printer.hear(bytes((0x04, number)))
        assert b"".join(said).hex() == ESCPOS_STATUS[hand]


# --- all of them ---


@pytest.mark.parametrize("make", ["zpl", "tspl", "escpos"])
def test_every_picture_comes_out_dot_for_dot(make):
    language = {"zpl": Zpl, "tspl": Tspl, "escpos": EscPos}[make]

    @given(pictures(), st.integers(20, 3000))
    @settings(max_examples=15, deadline=None)
    def through(picture, portion):
        body, last = language().stream(picture, of(make))
        [label], _ = asyncio.run(printed(make, body + last, portion))
        assert shows(label, picture)

    through()


def test_the_png_of_an_emulated_label_is_the_label(tmp_path):
    canvas = Canvas(9, 2)
    canvas.put(0, 0, 2, b"\xff\x80\x00\x80")
    file = tmp_path / "label.png"
    file.write_bytes(png(canvas))
    dark = ~np.asarray(Image.open(file))
    assert np.packbits(dark, axis=1).tobytes() == canvas.data
