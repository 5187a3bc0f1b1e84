"""What the camera says of itself to who looks after it."""

import numpy as np
import pytest
import segno

from kiosk.adapters.scanners import rate
from kiosk.adapters.scanners.decode import Decoder
from kiosk.adapters.scanners.freshness import judge
from kiosk.adapters.scanners.messages import Code, Garbled, Report
from kiosk.adapters.scanners.rate import Rate
from kiosk.domain.trials import Picture
from tests.screens.shots import phone

CHANCE = np.random.default_rng(7)


def noise() -> np.ndarray:
    return CHANCE.integers(0, 256, (360, 640), dtype=np.uint8)


def night() -> np.ndarray:
    return CHANCE.integers(0, 6, (360, 640), dtype=np.uint8)


def wall() -> np.ndarray:
    """An even wall with the little noise every sensor has, and a bright lamp at its side."""
    picture = np.full((360, 640), 120, np.int16) + CHANCE.integers(-1, 2, (360, 640))
    picture[:, :40] = 250
    return picture.astype(np.uint8)


@pytest.mark.parametrize(
    ("picture", "verdict"),
    [(noise, "noise"), (night, "dark"), (wall, "")],
    ids=["noise", "night", "wall"],
)
def test_a_picture_that_shows_nothing_is_told_from_one_that_does(picture, verdict: str):
    assert judge(picture()) == verdict


def test_a_telephone_in_view_is_neither_dark_nor_noise():
    assert judge(np.ascontiguousarray(phone().frame[:, :, 0])) == ""


def test_the_decoder_that_found_a_code_is_named():
    dots = np.array(list(segno.make_qr("PLK1-EXAMPLE").matrix_iter(scale=8, border=4)), np.uint8)
    grey = np.ascontiguousarray(255 - 255 * dots)
    assert [found.decoder for found in Decoder().look(grey).codes] == ["zxing"]


def test_decoder_time_and_picture_travel_with_a_report():
    code = Code("x", "QRCode", "zbar")
    report = Report(1.5, seeing=True, codes=(code,), took=0.02, picture="dark")
    assert Report.parse(report.line()) == report


@pytest.mark.parametrize("wrong", [b'"picture": "pink"', b'"took": "x"'])
def test_a_report_with_another_picture_or_time_is_garbled(wrong: bytes):
    name = wrong.split(b":")[0]
    line = Report(1.5, seeing=True).line()
    was = next(part for part in line.rstrip(b"}\n").split(b", ") if part.startswith(name))
    with pytest.raises(Garbled):
        Report.parse(line.replace(was, wrong))


@pytest.fixture
def seconds() -> list[float]:
    """The clock that counts, put where the test wants it."""
    return [100.0]


def counting(seconds: list[float]) -> Rate:
    return Rate(lambda: seconds[0])


def told(one: Rate, *, absent: bool = False, healthy: bool = True):
    return one.now("/dev/video0", absent=absent, healthy=healthy, decodes=True)


def test_pictures_are_counted_over_the_last_seconds_only(seconds: list[float]):
    one = counting(seconds)
    for _ in range(60):
        seconds[0] += 0.1
        one.take(Report(seconds[0], seeing=True, took=0.012), seconds[0])
    now = told(one)
    assert now.picture is Picture.FRESH
    assert now.fps == pytest.approx(10.0)
    assert now.milliseconds == pytest.approx(12.0)
    seconds[0] += rate.LOST
    assert told(one).picture is Picture.STALE


def test_a_camera_that_never_gave_a_picture_starts_and_then_counts_as_lost(seconds: list[float]):
    one = counting(seconds)
    assert told(one, healthy=False).picture is Picture.STARTING
    seconds[0] += rate.FIRST
    assert told(one, healthy=False).picture is Picture.STALE
    assert told(one, absent=True).picture is Picture.ABSENT


def test_what_a_code_says_is_not_remembered(seconds: list[float]):
    one = counting(seconds)
    report = Report(100.0, seeing=True, codes=(Code("PLK1-SECRET", "QRCode", "zxing"),))
    one.take(report, 100.0)
    now = told(one)
    assert (now.symbology, now.decoder) == ("QRCode", "zxing")
    assert "SECRET" not in repr(vars(one)) + repr(now)
