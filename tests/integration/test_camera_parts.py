"""The parts of the camera process, each on its own."""

import json
import os
import subprocess
import sys
import threading

import numpy as np
import pytest
import segno
from camera_bench import QR, empty, showing
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.scanners.camera import next_pause
from kiosk.adapters.scanners.decode import Decoder, greyscale
from kiosk.adapters.scanners.frames import Camera
from kiosk.adapters.scanners.freshness import FROZEN, Freshness
from kiosk.adapters.scanners.messages import Code, Garbled, Order, Report
from kiosk.adapters.scanners.preview import Painter, Preview

CONFINED = """
import os, socket, subprocess
from kiosk.adapters.scanners.confine import give_up_network
if not give_up_network():
    print("no filter here")
else:
    for forbidden in (lambda: socket.socket(), lambda: os.execv("/bin/true", ["true"])):
        try:
            forbidden()
        except PermissionError:
            print("refused")
"""


class Lens:
    """A camera driver that gives the frames it is told to give."""

    def __init__(self, *frames: np.ndarray) -> None:
        self.frames = list(frames)
        self.latest = None

    def set(self, name, value):
        return True

    def get(self, name):
        return 0.0

    def grab(self):
        self.latest = self.frames.pop(0) if self.frames else None
        return self.latest is not None

    def retrieve(self):
        return self.latest is not None, self.latest

    def release(self):
        self.frames.clear()


def test_a_frame_handed_out_again_is_not_a_new_one():
    first, second = empty(), showing(segno.make_qr(QR))
    camera = Camera(Lens(first, first, second), fps=1e9, freshness=Freshness())
    frames = [camera.read(None) for _ in range(3)]
    assert [frame is not None for frame in frames] == [True, False, True]


def test_a_camera_without_new_frames_must_be_opened_again():
    camera = Camera(Lens(), fps=1000, freshness=Freshness(), stale=0)
    assert camera.read(None) is None
    assert camera.lost()


def test_a_picture_that_never_changes_is_frozen_even_where_its_time_goes_on():
    freshness, still = Freshness(), showing(segno.make_qr(QR))
    seconds = [n / 10 for n in range(int(20 * FROZEN))]
    new = [freshness.new(still.copy(), 1000 * at, at) for at in seconds]
    assert new == [at < FROZEN for at in seconds]
    assert freshness.new(empty(), 1e6, seconds[-1])


def test_a_picture_that_changes_by_one_pixel_was_taken_now():
    freshness, picture = Freshness(), showing(segno.make_qr(QR))
    for at in range(20):
        picture = picture.copy()
        picture[7, 7] = at
        assert freshness.new(picture, at, at)


def test_the_night_is_no_fault_of_the_camera():
    freshness = Freshness()
    assert all(freshness.new(np.zeros((720, 1280, 3), np.uint8), at, at) for at in range(60))


def test_a_device_opened_again_must_show_another_picture_first():
    freshness, still = Freshness(), showing(segno.make_qr(QR))
    assert freshness.new(still, 1, 1)
    freshness.opened()
    assert not freshness.new(still, 2, 2)
    assert freshness.new(empty(), 3, 3)


def test_a_process_that_hung_is_followed_within_a_second_however_often():
    pause = 0.0
    for _ in range(20):
        pause = next_pause(pause, seen=False, lived=2.8)
        assert pause < 0.5


def test_a_process_that_ends_at_once_each_time_is_followed_ever_later():
    pauses = [0.1]
    for _ in range(20):
        pauses.append(next_pause(pauses[-1], seen=False, lived=0.3))
    assert pauses == sorted(pauses)
    assert pauses[-1] == 5.0


def test_a_frame_of_more_than_a_megapixel_is_shrunk_before_decoding():
    grey = greyscale(np.zeros((2160, 3840, 3), np.uint8))
    assert grey.size <= 1_000_000
    assert grey.shape[1] / grey.shape[0] == pytest.approx(16 / 9, rel=0.01)


def test_a_micro_qr_code_is_seen_but_not_told():
    sight = Decoder().look(greyscale(showing(segno.make("1234", micro=True))))
    assert sight.codes == ()
    assert sight.unread == 1


def test_other_symbologies_are_read_when_they_are_allowed():
    sight = Decoder(("QRCode", "MicroQRCode")).look(
        greyscale(showing(segno.make("1234", micro=True)))
    )
    assert [(one.text, one.symbology) for one in sight.codes] == [("1234", "MicroQRCode")]


def test_text_beyond_ascii_is_read_as_it_was_written():
    [code] = Decoder().look(greyscale(showing(segno.make_qr("façade", encoding="utf-8")))).codes
    assert code.text == "façade"


def test_a_report_survives_the_pipe():
    report = Report(at=1.5, seeing=True, codes=(Code("a\x1d\n\u2028ç", "QRCode"),), unread=2)
    assert Report.parse(report.line()) == report
    assert report.line().count(b"\n") == 1


def test_an_order_survives_the_pipe():
    order = Order("/dev/video0", want=True, began=2.5, resumed=True)
    assert Order.parse(order.line()) == order


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
fields = {"at": 1.0, "seeing": True, "absent": False, "codes": [], "unread": 0, "patience": 2.5}


@given(st.binary() | st.just(b"[" * 100_000))
def test_a_line_of_rubbish_is_refused(line):
    with pytest.raises(Garbled):
        Report.parse(line)


@settings(max_examples=60)
@given(st.sampled_from(sorted(fields)), anything)
def test_a_wrong_field_is_refused_or_bounded(name, value):
    line = json.dumps({**fields, "second_opinion": True, name: value}).encode()
    try:
        report = Report.parse(line)
    except Garbled:
        return
    assert 0 < report.patience <= 15
    assert 0 <= report.unread < 10_000


def test_a_code_longer_than_the_longest_token_is_refused_from_the_pipe():
    with pytest.raises(Garbled):
        Report.parse(Report(1.0, True, codes=(Code("ç" * 1025, "QRCode"),)).line())


def test_codes_are_not_in_the_repr_of_a_report():
    assert QR not in repr(Report(1.0, True, codes=(Code(QR, "QRCode"),)))


def test_the_preview_gives_the_newest_picture_only_once_it_is_shown():
    preview = Preview("test")
    painter = Painter(preview.file)
    for at in (1.0, 2.0, 3.0):
        painter.paint(np.full((9, 16, 3), int(at), np.uint8), at, None)
    assert preview.newest() is None
    preview.show_from(2.5)
    picture = preview.newest()
    assert (picture.at, picture.sequence, picture.outline) == (3.0, 3, None)
    assert (picture.pixels == 3).all()
    assert preview.newest(after=3) is None
    preview.show_from(3.5)
    assert preview.newest() is None
    preview.close()
    preview.close()
    assert preview.newest() is None


def test_a_process_started_again_goes_on_counting_pictures():
    preview = Preview("test")
    preview.show_from(0.0)
    for _ in range(3):
        Painter(preview.file).paint(np.zeros((9, 16, 3), np.uint8), 1.0, ((0, 0),) * 4)
    assert preview.newest().sequence == 3
    preview.close()


def test_the_memory_of_the_preview_cannot_be_pulled_away():
    preview = Preview("test")
    with pytest.raises(PermissionError):
        os.ftruncate(preview.file, 0)
    preview.close()


def test_the_camera_process_can_open_no_socket_and_start_no_program():
    done = subprocess.run([sys.executable, "-c", CONFINED], capture_output=True, text=True)
    assert done.stderr == ""
    assert set(done.stdout.splitlines()) in ({"refused"}, {"no filter here"})


def test_a_preview_that_is_switched_off_while_somebody_looks_shows_nothing():
    preview = Preview("test")
    ended = threading.Event()

    def switch() -> None:
        while not ended.is_set():
            preview.show_from(0.0)
            preview.show_from(None)

    switching = threading.Thread(target=switch)
    Painter(preview.file).paint(np.zeros((9, 16, 3), np.uint8), 1.0, None)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    switching.start()
    try:
        for _ in range(3000):
            preview.newest()
    finally:
        sys.setswitchinterval(before)
        ended.set()
        switching.join()
    assert preview.newest() is None
    preview.show_from(0.0)
    assert preview.newest() is not None
    preview.close()
