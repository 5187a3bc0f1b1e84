"""Our ZPL, drawn by a renderer that is none of ours."""

import io
import random

import numpy as np
import zxingcpp
from PIL import Image

from kiosk.adapters.printers.zpl import Zpl
from kiosk.assets import data
from kiosk.domain.printing import Picture, Symbology
from kiosk.labels.barcodes import modules
from kiosk.labels.filling import fill
from kiosk.labels.rendering import draw, measure, unpacked
from kiosk.ports_printing import PrinterSettings
from kiosk.viewmodels.fonts import load_fonts
from tests.integration.sample_labels import TEMPLATES, WORDS, codes, content
from tests.integration.zebrash import rendered

SETTINGS = PrinterSettings("labels", "zpl", "tcp://x:1", "label-100x150", 203)
WIDTH, HEIGHT = 400, 320
"""50 mm x 40 mm at 8 dots per millimetre."""


def zpl(dark):
    picture = Picture(WIDTH, HEIGHT, np.packbits(dark, axis=1).tobytes())
    body, last = Zpl().stream(picture, SETTINGS)
    return (body + last).decode("ascii"), WIDTH / 8, HEIGHT / 8, 8


def test_it_draws_what_was_sent_dot_for_dot_and_the_code_on_it_is_read():
    noise = np.unpackbits(np.frombuffer(random.Random(3).randbytes(WIDTH * HEIGHT // 8), np.uint8))
    noise = noise.reshape(HEIGHT, WIDTH).astype(bool)
    label = np.zeros((HEIGHT, WIDTH), bool)
    code = np.kron(modules(Symbology.QR, "DLV-4711"), np.ones((6, 6), bool)).astype(bool)
    label[40 : 40 + code.shape[0], 40 : 40 + code.shape[1]] = code
    for sent, made in zip((noise, label), rendered(zpl(noise), zpl(label)), strict=True):
        image = Image.open(io.BytesIO(made)).convert("L")
        assert np.array_equal(np.asarray(image) < 128, sent)
    [found] = zxingcpp.read_barcodes(np.asarray(image))
    assert found.text == "DLV-4711"


def test_it_draws_every_shipping_label_as_the_screen_shows_it_and_its_codes_are_read(qapp):
    load_fonts(data() / "assets" / "fonts")
    template = TEMPLATES["shipping.label-100x150.svg"]
    sent = []
    for language in WORDS:
        said = content(template, language)
        [sheet] = fill(template, said, WORDS[language], language, measure)
        sent.append(draw(sheet, 203))
    streams = [b"".join(Zpl().stream(one, SETTINGS)).decode("ascii") for one in sent]
    sizes = [(one.width / 8, one.height / 8, 8) for one in sent]
    made = rendered(*((stream, *size) for stream, size in zip(streams, sizes, strict=True)))
    for picture, png in zip(sent, made, strict=True):
        grey = np.asarray(Image.open(io.BytesIO(png)).convert("L"))
        assert np.array_equal(grey < 128, unpacked(picture))
        found = zxingcpp.read_barcodes(grey, try_invert=False)
        assert {one.text for one in found} == set(codes(template).values())
