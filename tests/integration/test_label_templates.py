"""Every template of the kiosk in every language: what is printed, and that it can be read."""

import io
import re
import zlib
from functools import cache, partial
from itertools import product
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import cv2
import numpy as np
import pytest
import zxingcpp
from PIL import Image

from kiosk.adapters.printers.file import FilePrinter
from kiosk.adapters.printers.ipp import IppPrinter
from kiosk.adapters.printers.talking import TalkingPrinter
from kiosk.app.press import Press
from kiosk.assets import data
from kiosk.domain.printing import INCH, Outcome, Picture, Symbology, dots_of
from kiosk.labels.barcodes import modules
from kiosk.labels.captions import CAPTIONS, SAYINGS
from kiosk.labels.filling import Sheet, fill
from kiosk.labels.rendering import draw, measure, packed, unpacked
from kiosk.labels.template import SVG, parse
from kiosk.ports_printing import PrinterSettings
from kiosk.sandbox.printers.printer import printing
from kiosk.viewmodels.fonts import load_fonts
from tests.integration.ipp_end import ippeve
from tests.integration.paper import LANGUAGES, shows, unhurried
from tests.integration.sample_labels import ROWS, TEMPLATES, WORDS, captions, codes, content

MAKES = {"label-100x150": ("zpl", "tspl"), "roll-80": ("escpos",), "roll-58": ("escpos",)}
DPIS = (203, 300)
SPEEDS = {"zpl": 400.0, "tspl": 400.0, "escpos": 20_000.0}
"""Millimetres a second."""
INK, PAPER = 13, 242
"""Greys of a print that has lost 5 % of its contrast at either end."""
SPECKS = 0.002
"""Of all dots, that are grey by dust."""
COARSE = 120
"""Dots per inch, enough to see what stands where."""
SHAPES = {f"{SVG}{tag}" for tag in ("line", "rect", "path", "circle")}
KINDS = zxingcpp.barcode_formats_from_str("QRCode|Code128|DataMatrix")
FLAT = {"QRCode", "DataMatrix"}
CHANGES = {"bled": cv2.dilate, "faded": cv2.erode}


@pytest.fixture(autouse=True, scope="module")
def fonts(qapp):
    load_fonts(data() / "assets" / "fonts")


@cache
def picture(name, language, dpi=203):
    template = TEMPLATES[name]
    said = content(template, language)
    [sheet] = fill(template, said, WORDS[language], language, measure)
    return draw(sheet, dpi)


@pytest.mark.parametrize(
    ("make", "dpi"), [("zpl", 203), ("zpl", 300), ("tspl", 203), ("escpos", 203)]
)
def test_what_comes_out_is_the_picture_dot_for_dot(make, dpi):
    @unhurried
    async def printed():
        async with printing(make, speed=SPEEDS[make], dpi=dpi) as printer:
            for name, language in product(TEMPLATES, WORDS):
                template = TEMPLATES[name]
                if make in MAKES[template.media.name]:
                    settings = PrinterSettings("p", make, printer.address, template.media.name, dpi)
                    labels = TalkingPrinter(settings, partial(LANGUAGES[make], 2.0))
                    sent = picture(name, language, dpi)
                    assert await labels.print(sent) is Outcome.PRINTED, name
                    assert shows(printer.labels[-1], sent), (name, language)
            assert len(printer.labels) == len(WORDS) * sum(
                make in MAKES[one.media.name] for one in TEMPLATES.values()
            )

    printed()


async def test_what_the_screen_shows_is_the_same_picture():
    press = Press((data() / "assets" / "labels",), data() / "translations")
    for name, language in product(TEMPLATES, WORDS):
        template = TEMPLATES[name]
        said, media = content(template, language), template.media.name
        [drawn] = await press.draw(name.partition(".")[0], media, 203, said, language)
        assert drawn == picture(name, language)
        seen = np.asarray(Image.open(io.BytesIO(await press.shown(drawn))).convert("L"))
        assert packed(seen < 128) == drawn


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", [name for name, one in TEMPLATES.items() if codes(one)])
def test_every_code_is_read_again_from_a_poor_print(name, change, dpi):
    """Bars and modules a dot too wide or too narrow, first on one side and then on every side.

    Of bars that fade on both sides too little is left.
    """
    wanted = codes(TEMPLATES[name])
    for language in WORDS:
        label = picture(name, language, dpi)
        assert read(worn(label, CHANGES[change], 2)) == wanted
        again = read(worn(label, CHANGES[change], 3))
        sure = {kind: said for kind, said in wanted.items() if change == "bled" or kind in FLAT}
        assert {kind: again.get(kind) for kind in sure} == sure


@pytest.mark.parametrize("text", ["DLV-4711", "خزانة المحطة 7", "Praça da Sé", "W" * 250])
def test_a_qr_code_says_what_it_was_given_in_any_script(text):
    dark = np.kron(np.pad(modules(Symbology.QR, text), 4), np.ones((3, 3))).astype(bool)
    assert read(worn(packed(dark), cv2.dilate, 2)) == {"QRCode": text}


def worn(label, change, dots):
    dark = change(unpacked(label).astype(np.uint8), np.ones((dots, dots), np.uint8))
    grey = np.where(dark, INK, PAPER).astype(np.uint8)
    dust = np.random.default_rng(7).random(grey.shape) < SPECKS
    return np.where(dust, (INK + PAPER) // 2, grey).astype(np.uint8)


def read(grey):
    found = zxingcpp.read_barcodes(grey, formats=KINDS, try_invert=False)
    return {str(one.format).rpartition(".")[2].replace(" ", ""): one.text for one in found}


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize(("name", "language"), list(product(TEMPLATES, WORDS)))
def test_nothing_runs_over_the_edge(name, language, dpi):
    dark = unpacked(picture(name, language, dpi))
    edges = (dark[:2], dark[-2:], dark[:, :2], dark[:, -2:])
    assert not any(edge.any() for edge in edges)


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_stands_in_the_way_of_anything_else(name):
    for language in WORDS:
        template = TEMPLATES[name]
        said = content(template, language)
        [sheet] = fill(template, said, WORDS[language], language, measure)
        together = sum(one.astype(int) for one in each_part(sheet))
        assert together.max() == 1, language


def each_part(sheet):
    """Texts one by one, all lines and boxes, and codes as the whole place that is theirs."""
    root = ElementTree.fromstring(sheet.svg)
    texts = [[one] for one in root.iter(f"{SVG}text")]
    shapes = [one for one in root.iter() if one.tag in SHAPES]
    for together in (*texts, shapes):
        alone = Element(root.tag, root.attrib)
        alone.extend(together)
        bare = Sheet(ElementTree.tostring(alone), sheet.width, sheet.height, ())
        yield unpacked(draw(bare, COARSE))
    for spot in sheet.spots:
        dark = np.zeros((dots_of(sheet.height, COARSE), dots_of(sheet.width, COARSE)), bool)
        left, top = dots_of(spot.x, COARSE), dots_of(spot.y, COARSE)
        wide, high = dots_of(spot.width, COARSE), dots_of(spot.height, COARSE)
        dark[top : top + high, left : left + wide] = True
        yield dark


@pytest.mark.parametrize("text", ["ORD-2026-0001", "سارة علي"])
@pytest.mark.parametrize("size", [2.6, 4, 6.5])
def test_a_text_is_as_wide_on_paper_as_it_was_measured_and_ends_where_it_shall(text, size):
    source = f"""<svg xmlns="{SVG[1:-1]}" data-media="label-100x150" viewBox="0 0 100 150">
        <text x="90.5" y="20" text-anchor="end" font-size="{size}">{{{{ref}}}}</text></svg>"""
    [sheet] = fill(parse("one", source.encode()), {"ref": text}, {}, "en", measure)
    columns = np.flatnonzero(unpacked(draw(sheet, 300)).any(axis=0)) * INCH / 300
    assert columns[-1] == pytest.approx(90.5, abs=0.17 * size)
    assert columns[-1] - columns[0] == pytest.approx(measure(text, size, False), abs=0.2 * size)


@pytest.mark.parametrize("language", sorted(set(WORDS) - {"en"}))
def test_every_caption_is_said_in_every_language(language):
    said = set().union(*map(captions, TEMPLATES.values()))
    assert said == CAPTIONS
    every = said | SAYINGS
    assert {one for one in every if WORDS[language].get(one, "") in {"", one}} == set()


def test_a_manifest_longer_than_a_label_goes_on_on_the_next():
    template = TEMPLATES["manifest.label-100x150.svg"]
    said = {**content(template, "en"), "parcels": ROWS * 3}
    sheets = fill(template, said, {}, "en", measure)
    assert len(sheets) == 3
    assert {(one.width, one.height) for one in sheets} == {(100, 150)}
    for number, sheet in enumerate(sheets, 1):
        assert f"{number} / 3".encode() in sheet.svg


@pytest.mark.parametrize("dpi", DPIS)
def test_bars_are_as_wide_as_their_place_lets_them(dpi):
    """Four dots are read when ink bleeds a dot on either side, fewer only on one of them."""
    read_again = {}
    for wide in (2, 3, 4):
        bars = np.pad(modules(Symbology.CODE128, "JD0146"), ((0, 0), (10, 10)))
        label = packed(np.pad(np.kron(bars, np.ones((120, wide))), 20).astype(bool))
        bled = [read(worn(label, cv2.dilate, dots)) == {"Code128": "JD0146"} for dots in (2, 3)]
        read_again[wide] = bled
    assert read_again == {2: [True, False], 3: [True, False], 4: [True, True]}
    for name in ("shipping.label-100x150.svg", "test.roll-58.svg"):
        at = 124 if "shipping" in name else 76
        edges = np.flatnonzero(np.diff(unpacked(picture(name, "en", dpi))[dots_of(at, dpi)]))
        assert np.diff(edges).min() >= 4


async def test_a_folder_and_a_print_queue_get_the_same_picture(tmp_path):
    folder = FilePrinter(tmp_path)
    for name, language in product(TEMPLATES, WORDS):
        wanted = picture(name, language)
        assert await folder.print(wanted) is Outcome.PRINTED
        [file] = tmp_path.iterdir()
        seen = np.asarray(Image.open(file).convert("L"))
        assert packed(seen < 128) == wanted
        file.unlink()


async def test_the_page_a_print_queue_gets_is_the_picture_in_its_true_size(tmp_path):
    async with ippeve(tmp_path, "-f", "application/pdf") as address:
        for name, language in product(TEMPLATES, ("en", "ar")):
            wanted, media = picture(name, language, 300), TEMPLATES[name].media.name
            queue = IppPrinter(PrinterSettings("q", "ipp", address, media, 300))
            assert await queue.print(wanted) is Outcome.PRINTED
            await queue.aclose()
            [file] = tmp_path.glob("*.pdf")
            page = file.read_bytes()
            file.unlink()
            assert drawn_in(page) == wanted
            box = re.search(rb"MediaBox \[0 0 (\S+) (\S+)\]", page)
            assert [float(side) * 300 / 72 for side in box.groups()] == pytest.approx(
                [wanted.width, wanted.height], abs=0.01
            )


def drawn_in(page):
    """The one image of a PDF (ISO 32000-1): its dots."""
    found = re.search(rb"/Width (\d+) /Height (\d+) .*?/Length (\d+) >>\nstream\n", page, re.DOTALL)
    width, height, length = map(int, found.groups())
    return Picture(width, height, zlib.decompress(page[found.end() : found.end() + length]))
