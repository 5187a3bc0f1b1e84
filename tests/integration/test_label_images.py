"""A picture from outside becomes dots in a process that can do no harm, or a sentence."""

import io

import cv2
import numpy as np
import pytest
import segno
import zxingcpp
from PIL import Image

from kiosk.adapters.printers import images_child
from kiosk.adapters.printers.images import fitted
from kiosk.domain.errors import LabelWrong
from kiosk.domain.printing import dots_of
from kiosk.labels.rendering import unpacked

WIDE, HIGH = dots_of(100, 203), dots_of(150, 203)


def drawn(high, wide, text="PARCEL-0001", scale=4):
    """A label with a code on it."""
    label = np.full((high, wide), 255, np.uint8)
    code = np.kron(np.array(list(segno.make(text).matrix), np.uint8), np.ones((scale, scale)))
    side = code.shape[0]
    label[60 : 60 + side, 40 : 40 + side][code > 0] = 0
    cv2.rectangle(label, (10, 10), (wide - 10, high - 10), 0, 3)
    return label


def encoded(picture, form=".png"):
    return cv2.imencode(form, picture)[1].tobytes()


def read(picture):
    grey = np.where(unpacked(picture), 0, 255).astype(np.uint8)
    return [one.text for one in zxingcpp.read_barcodes(grey)]


@pytest.mark.parametrize("form", [".png", ".jpg"])
@pytest.mark.parametrize("size", [(1218, 812), (1800, 1200), (799, 1199), (300, 200)])
async def test_it_fits_whatever_its_size_and_its_codes_are_read_again(form, size):
    picture = await fitted(encoded(drawn(*size), form), WIDE, HIGH)
    assert picture.width == WIDE
    assert picture.height <= HIGH
    assert read(picture) == ["PARCEL-0001"]
    dark = unpacked(picture)
    assert not any(edge.any() for edge in (dark[:8], dark[-8:], dark[:, :8], dark[:, -8:]))


async def test_what_has_room_is_printed_dot_for_dot():
    label = drawn(900, 600)
    assert (
        cropped(unpacked(await fitted(encoded(label), WIDE, HIGH))) == cropped(label < 128)
    ).all()


def cropped(dark):
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    return dark[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


@pytest.mark.parametrize(("wide", "high"), [(WIDE, HIGH), (dots_of(72, 203), dots_of(300, 203))])
async def test_a_code_at_the_edge_keeps_its_quiet_zone_and_wastes_no_paper(wide, high):
    module, quiet = 10, 4
    code = np.array(list(segno.make("PARCEL-0001", micro=False).matrix), np.uint8)
    inner = np.kron(1 - code, np.ones((module, module), np.uint8)) * 255
    for white in (quiet * module, 600):
        label = np.pad(inner, white, constant_values=255)
        dark = unpacked(await fitted(encoded(label), wide, high))
        rows, height = np.flatnonzero(dark.any(axis=1)), dark.shape[0]
        times = (rows[-1] + 1 - rows[0]) / inner.shape[0]
        assert min(rows[0], height - 1 - rows[-1]) >= min(quiet * module * times, wide // 10) - 1
        assert height - (rows[-1] + 1 - rows[0]) <= 2 * (wide // 10)


async def test_colours_sixteen_bits_and_clear_paper_become_black_and_white():
    label = drawn(900, 600)
    clear = np.dstack([np.zeros_like(label)] * 3 + [255 - label])
    deep = label.astype(np.uint16) * 257
    wanted = await fitted(encoded(label), WIDE, HIGH)
    for other in (cv2.cvtColor(label, cv2.COLOR_GRAY2BGR), clear, deep):
        assert await fitted(encoded(other), WIDE, HIGH) == wanted


def bomb():
    """Little to send, and a hundred megapixels."""
    out = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(out, "PNG")
    return out.getvalue()


def renamed_head():
    """Says that it is small, and is not."""
    data = bytearray(encoded(drawn(900, 600)))
    data[16:24] = (20).to_bytes(4, "big") * 2
    return bytes(data)


WRONG = {
    "nothing but a head": b"\x89PNG\r\n\x1a\n",
    "cut": encoded(drawn(900, 600))[:400],
    "junk": b"\xff\xd8\xff" + b"\xe0\x00\x04ab" * 50,
    "endless markers": b"\xff\xd8" + b"\xff" * 5000,
    "no size": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(8),
    "a bomb": bomb(),
    "a long strip": encoded(np.zeros((13_000, 8), np.uint8)),
    "blank": encoded(np.full((300, 300), 255, np.uint8)),
    "another form": b"GIF89a" + bytes(50),
    "a lie about its size": renamed_head(),
    "a code too fine": encoded(drawn(4000, 3000, "W" * 150, 1)),
}


@pytest.mark.parametrize("name", WRONG)
async def test_what_cannot_be_printed_is_a_sentence_and_harms_nobody(name):
    with pytest.raises(LabelWrong) as wrong:
        await fitted(WRONG[name], WIDE, HIGH)
    assert str(wrong.value).startswith("its ")


async def test_a_decoder_that_never_ends_is_ended():
    with pytest.raises(LabelWrong, match="too long"):
        await fitted(encoded(drawn(900, 600)), WIDE, HIGH, within=0.01)


def test_bent_heads_end_in_a_size_or_in_none():
    rng = np.random.default_rng(7)
    for form in (".png", ".jpg") * 40:
        data = bytearray(encoded(drawn(200, 200), form)[:300])
        for at in rng.integers(0, len(data), 12):
            data[at] = rng.integers(0, 256)
        size = images_child.size_of(bytes(data[: rng.integers(0, 300)]))
        assert size is None or min(size) > 0
