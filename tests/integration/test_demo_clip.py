"""The films of the demo can be read by the real decoder."""

import pytest
from camera_bench import QR

from kiosk.adapters.scanners.decode import Decoder, greyscale
from kiosk.demo.clip import COMES, FPS, GOES, Frame, clip, frames


def texts(film: list[Frame]) -> list[list[str]]:
    decoder = Decoder()
    return [[one.text for one in decoder.look(greyscale(frame)).codes] for frame in film]


def test_a_phone_comes_is_held_and_leaves():
    seen = texts(list(frames([(None, 0.3), (QR, 2.4)])))
    come = round((0.3 + COMES) * FPS)
    held = seen[come : come + round((2.4 - COMES - GOES) * FPS)]
    assert held == [[QR]] * len(held)
    assert seen[:5] == [[]] * 5
    assert seen[-2:] == [[], []]


def test_a_phone_that_does_not_leave_is_in_the_last_frame():
    assert texts(list(frames([(QR, 1.2)], leave=False)))[-1] == [QR]


def test_several_phones_can_be_held_up_one_after_the_other():
    seen = texts(list(frames([("first", 1.8), (None, 0.2), ("second", 1.8)])))
    found = [shown[0] for shown in seen if shown]
    assert found == sorted(found)
    assert set(found) == {"first", "second"}


@pytest.mark.parametrize("text", ["PLK1-0123456789ABC5", "A" * 400])
def test_short_and_long_texts_can_be_read(text):
    assert texts(list(frames([(text, 1.0)], leave=False)))[-1] == [text]


def test_a_film_is_written_where_it_is_asked_for(tmp_path):
    path = clip(tmp_path / "film.avi", [(None, 0.2)])
    assert path.read_bytes()[:4] == b"RIFF"
