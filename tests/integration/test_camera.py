"""The real camera process on generated films."""

import asyncio
import os
import signal
import sys
import time

import cv2
import numpy as np
import pytest
import segno
from camera_bench import QR, empty, film, gone, shared_memory, showing, until, watching

from kiosk.adapters.scanners.camera import NoCamera, ScannerSettings, scanner_for
from kiosk.demo.clip import phone_clip

ORPHAN = """
import asyncio, sys
from kiosk.adapters.scanners.camera import CameraScanner, ScannerSettings

async def main():
    scanner = CameraScanner(ScannerSettings(sys.argv[1]))
    scanner.want(True)
    async for sighting in scanner.sightings():
        print(scanner.pid, flush=True)

asyncio.run(main())
"""


@pytest.fixture(scope="session")
def standing(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A phone is held up, and the film ends while it is."""
    path = tmp_path_factory.mktemp("films") / "standing.avi"
    return str(phone_clip(path, QR, seconds=1.2, lead_in=0.1, leave=False))


@pytest.fixture(scope="session")
def still(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Nothing but a code, for tests that have no time to wait for a hand."""
    path = tmp_path_factory.mktemp("films") / "still.avi"
    return film(path, [showing(segno.make_qr(QR))])


async def test_a_code_on_a_phone_is_sighted_while_the_preview_shows_it(standing):
    async with watching(standing) as watched:
        sighting = await watched.sighting()
        assert (sighting.text, sighting.symbology, sighting.alone) == (QR, "QRCode", True)
        assert 0 <= time.monotonic() - sighting.at < 1
        assert watched.scanner.healthy()
        preview = watched.scanner.preview
        await until(lambda: (picture := preview.newest()) and picture.outline)
        picture = preview.newest()
        assert picture.pixels.shape == (360, 640, 3)
        assert all(0 <= share <= 1 for corner in picture.outline for share in corner)
        assert picture.outline[1][0] - picture.outline[0][0] > 0.1
        await until(lambda: preview.newest(after=picture.sequence))


async def test_a_code_in_numbered_pictures_is_sighted(tmp_path):
    for number in range(3):
        picture = showing(segno.make_qr(QR)) if number else empty()
        cv2.imwrite(str(tmp_path / f"{number:03d}.png"), picture)
    async with watching(str(tmp_path / "%03d.png")) as watched:
        assert (await watched.sighting()).text == QR


async def test_a_clip_waits_for_the_first_screen_that_wants_a_code(tmp_path):
    # It plays by the clock: a busy machine may miss any single frame.
    frames = [showing(segno.make_qr(QR))] * 10 + [empty()] * 3
    async with watching(film(tmp_path / "short.avi", frames), want=False) as watched:
        looking = asyncio.create_task(watched.sighting())
        await until(watched.scanner.healthy)
        wanted_at = time.monotonic()
        watched.scanner.want(True)
        assert (await looking).at > wanted_at


async def test_a_clip_that_loops_begins_again(tmp_path):
    frames = [showing(segno.make_qr(text)) for text in ("first", "second")]
    async with watching(film(tmp_path / "loop.avi", frames), loop=True) as watched:
        for text in ("first", "second", "first", "second"):
            await watched.sighting(lambda sighting, text=text: sighting.text == text)


async def test_the_scanner_can_turn_to_another_clip(still, tmp_path):
    other = film(tmp_path / "other.avi", [showing(segno.make_qr("another"))])
    async with watching(still) as watched:
        pid = (await watched.sighting()) and watched.scanner.pid
        watched.scanner.turn_to(other)
        await watched.sighting(lambda sighting: sighting.text == "another")
        assert watched.scanner.pid == pid


async def test_a_killed_camera_process_is_started_again_within_a_second(still):
    async with watching(still) as watched:
        await watched.sighting()
        scanner, first = watched.scanner, watched.scanner.pid
        os.kill(first, signal.SIGKILL)
        killed_at = time.monotonic()
        await until(lambda: scanner.pid not in (None, first), within=1)
        again = await watched.sighting(lambda sighting: sighting.at > killed_at + 0.1)
        assert again.text == QR
        assert gone(first)


async def test_a_silent_camera_process_is_replaced(still):
    async with watching(still) as watched:
        await watched.sighting()
        scanner, first = watched.scanner, watched.scanner.pid
        os.kill(first, signal.SIGSTOP)
        stopped_at = time.monotonic()
        again = await watched.sighting(lambda sighting: sighting.at > stopped_at + 1)
        assert again.text == QR
        assert scanner.pid != first
        assert gone(first)


async def test_closing_ends_the_process_and_may_be_done_twice(still):
    async with watching(still) as watched:
        await watched.sighting()
        pid = watched.scanner.pid
        await watched.scanner.aclose()
        assert gone(pid, within=0)
        assert watched.scanner.preview.newest() is None


async def test_a_killed_kiosk_leaves_no_camera_process_and_no_shared_memory(still):
    before = shared_memory()
    kiosk = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", ORPHAN, still), stdout=asyncio.subprocess.PIPE
    )
    async with asyncio.timeout(10):
        child = int(await kiosk.stdout.readline())
    kiosk.kill()
    assert gone(child)
    assert shared_memory() <= before
    await kiosk.communicate()


async def test_hostile_pictures_end_nothing(tmp_path):
    part, _ = segno.make_sequence("A" * 60 + "B" * 60, symbol_count=2)
    noise = np.random.default_rng(1).integers(0, 256, (720, 1280, 3)).astype(np.uint8)
    ring = np.pad(np.pad(np.zeros((3, 3)), 1, constant_values=1), 1)
    finder = np.pad(ring, 1, constant_values=1)
    wallpaper = np.kron(np.tile(finder, (30, 54)), np.full((3, 3), 255))[:720, :1280]
    hostile = [showing(part), noise, np.dstack([wallpaper.astype(np.uint8)] * 3)]
    hostile += [showing(segno.make_qr("7" * 7000)), showing(segno.make_qr("\0\x1b\n"))]
    frames = [*hostile, showing(segno.make_qr(QR))]
    async with watching(film(tmp_path / "hostile.avi", frames)) as watched:
        looking = asyncio.create_task(watched.sighting(lambda sighting: sighting.text == QR))
        await until(watched.scanner.healthy)
        pid = watched.scanner.pid
        await looking
        assert watched.scanner.pid == pid


async def test_a_text_too_long_is_counted_but_not_told(tmp_path):
    both = showing(segno.make_qr("7" * 2049, error="l"), segno.make_qr(QR))
    async with watching(film(tmp_path / "long.avi", [both])) as watched:
        sighting = await watched.sighting()
        assert sighting.text == QR
        assert not sighting.alone
        assert watched.scanner.unread > 0


async def test_two_codes_in_one_frame_are_not_alone_and_one_shown_twice_is(tmp_path):
    one, other = segno.make_qr(QR), segno.make_qr("another")
    frames = [showing(one, one), showing(one, other)]
    async with watching(film(tmp_path / "two.avi", frames)) as watched:
        assert (await watched.sighting()).alone
        crowd = await watched.sighting(lambda sighting: not sighting.alone)
        beside = await watched.sighting(lambda sighting: sighting.text != crowd.text)
        assert not beside.alone


async def test_a_camera_that_comes_back_is_found_by_the_same_process(tmp_path, caplog):
    path = tmp_path / "late.avi"
    async with watching(str(path)) as watched:
        looking = asyncio.create_task(watched.sighting())
        await until(lambda: "is not there" in caplog.text)
        pid = watched.scanner.pid
        assert not watched.scanner.healthy()
        film(tmp_path / "made.avi", [showing(segno.make_qr(QR))] * 3)
        (tmp_path / "made.avi").rename(path)
        assert (await looking).text == QR
        assert watched.scanner.healthy()
        assert watched.scanner.pid == pid
        assert QR not in caplog.text


async def test_the_preview_is_hidden_and_wiped_when_no_screen_wants_codes(still):
    async with watching(still) as watched:
        await watched.sighting()
        preview = watched.scanner.preview
        await until(preview.newest)
        watched.scanner.want(False)
        assert preview.newest() is None
        memory = os.dup(preview.file)
        try:
            await until(lambda: not any(os.pread(memory, 1 << 22, 64)[:600_000]))
        finally:
            os.close(memory)
        watched.scanner.want(True)
        await until(preview.newest)


async def test_a_kiosk_without_a_camera_sees_nothing():
    scanner = scanner_for(ScannerSettings(""))
    assert isinstance(scanner, NoCamera)
    assert not scanner.healthy()
    await scanner.aclose()
    assert [sighting async for sighting in scanner.sightings()] == []


async def test_a_device_that_is_not_there_is_reported_once(caplog):
    async with watching("/dev/video97") as watched:
        looking = asyncio.create_task(watched.sighting())
        await until(lambda: "/dev/video97 is not there" in caplog.text)
        assert not watched.scanner.healthy()
        looking.cancel()
        await asyncio.wait([looking])
