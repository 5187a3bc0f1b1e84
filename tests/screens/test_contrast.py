import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.assets import data
from kiosk.demo.states import STATES
from tests.screens.glass import FACE, LANDSCAPE, Glass, glass
from tests.screens.measure import box, is_text

THEME = (data() / "ui" / "theme" / "Theme.qml").read_text("utf-8")
TEXTS = (
    ("ink", "page"), ("ink", "card"), ("ink", "sill"), ("soft", "page"), ("soft", "sill"),
    ("onMain", "main"), ("onWall", "wall"), ("softOnWall", "wall"), ("lamp", "wall"),
    ("onLamp", "lamp"), ("onLamp", "badOnWall"), ("bad", "page"), ("badOnWall", "wall"),
    ("goodOnWall", "wall"), ("onWall", "door"), ("soft", "card"), ("bad", "card"), ("good", "page"),
)  # fmt: skip
OUTLINES = (
    ("edge", "page"),
    ("edge", "card"),
    ("edge", "sill"),
    ("focus", "page"),
    ("lamp", "door"),
)
SERVICE = (
    "bench", "doors", "one-door", "stands-open-now", "stays-shut", "several", "inventory-half",
    "left-open", "tickets", "two-people-refused", "lines-ill", "one-line-cloud-silent",
    "parked-list", "one-booking-failed", "evidence-made-broken", "lockdown", "one-printer-out",
    "system-page-worse", "settings-page", "logs-page", "read-nonce-wrong",
)  # fmt: skip
"""The main screens of service mode, with what is wrong on them in words."""


def colours(mode: str) -> dict[str, str]:
    block = re.search(rf"ColorSet {mode}: ColorSet {{(.*?)}}", THEME, re.DOTALL)
    assert block is not None
    return dict(re.findall(r"(\w+): \"#([0-9a-f]{6})\"", block[1]))


def light(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_texts_stand_out_seven_to_one_and_outlines_four_and_a_half(mode: str):
    known = colours(mode)
    weak = [pair for pair in TEXTS if ratio(known[pair[0]], known[pair[1]]) < 7]
    weak += [pair for pair in OUTLINES if ratio(known[pair[0]], known[pair[1]]) < 4.5]
    assert weak == []


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_every_text_of_service_mode_stands_out_from_what_is_painted_behind_it(
    qapp: QGuiApplication, mode: str
):
    weak = []
    with glass(LANDSCAPE, face=replace(FACE, theme=mode)) as shown:
        for name in SERVICE:
            shown.show(STATES[name])
            weak += [f"{name}: {word}" for word in _weak(shown)]
    assert weak == []


def _weak(shown: Glass) -> Iterator[str]:
    """Texts as the picture shows them; what cannot be done just now is grey and left out."""
    picture = shown.window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)
    whole = np.frombuffer(picture.constBits(), np.uint32)
    pixels = whole.reshape(picture.height(), picture.width())
    for item in shown.items():
        if is_text(item) and item.isEnabled() and _solid(item):
            measured = ratio(_hex(item.property("color")), behind(pixels, item))
            if measured < 7:
                yield f"{item.property('text')!r} {measured:.1f}"


def _solid(item: QQuickItem | None) -> bool:
    return item is None or (item.opacity() == 1 and _solid(item.parentItem()))


def behind(pixels: Any, item: QQuickItem) -> str:
    """The colour that most of what lies behind a text has."""
    around = box(item).toAlignedRect()
    part = pixels[max(0, around.top()) : around.bottom(), max(0, around.left()) : around.right()]
    seen, counts = np.unique(part & 0xFFFFFF, return_counts=True)
    counts[seen == item.property("color").rgb() & 0xFFFFFF] = 0
    return f"{seen[counts.argmax()]:06x}"


def _hex(colour: QColor) -> str:
    return colour.name().removeprefix("#")
