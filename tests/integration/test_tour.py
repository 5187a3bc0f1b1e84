"""The tour of `./run demo` comes to its end: what a newcomer sees first has to work."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.demo.profile import demo_scene
from kiosk.demo.tour import CHAPTERS, SHORTER, tell

PARTS = {
    "codes": CHAPTERS[:4],
    "bad days": CHAPTERS[4:6],
    "walk-ups": CHAPTERS[6:11],
    "staff": CHAPTERS[11:],
}


@pytest.mark.parametrize("chapters", PARTS.values(), ids=PARTS)
def test_every_chapter_is_told_to_its_end(qapp: QApplication, tmp_path: Path, chapters):
    pictures = tmp_path / "pictures"
    with demo_scene(tmp_path, SHORTER) as (where, stock):
        tell(where, stock, pictures, chapters)
    assert len(list(pictures.glob("*.png"))) >= len(chapters)
