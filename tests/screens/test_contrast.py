import re

import pytest

from kiosk.assets import data

THEME = (data() / "ui" / "theme" / "Theme.qml").read_text("utf-8")
TEXTS = (
    ("ink", "page"), ("ink", "card"), ("ink", "sill"), ("soft", "page"), ("soft", "sill"),
    ("onMain", "main"), ("onWall", "wall"), ("softOnWall", "wall"), ("lamp", "wall"),
    ("onLamp", "lamp"), ("onLamp", "badOnWall"), ("bad", "page"), ("badOnWall", "wall"),
    ("goodOnWall", "wall"), ("onWall", "door"),
)  # fmt: skip
OUTLINES = (
    ("edge", "page"),
    ("edge", "card"),
    ("edge", "sill"),
    ("focus", "page"),
    ("lamp", "door"),
)


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
