"""Where frames come from: a camera, a clip, or numbered pictures."""

import time
from typing import Any, Protocol

import cv2
import numpy as np

from kiosk.adapters.scanners.freshness import Freshness
from kiosk.adapters.scanners.preview import Pixels
from kiosk.domain.sighting import is_device

WIDTH, HEIGHT = 1280, 720
STALE = 2.5
"""Seconds without a new frame, after which a camera is opened again."""
CATCH_UP = 30
"""Frames of a clip skipped at one go."""


class Source(Protocol):
    """Something that gives frames at its own rate."""

    def read(self, began: float | None) -> Pixels | None:
        """Wait for the next frame; None when none came, the same object when the picture stands."""

    def lost(self) -> bool:
        """Whether it must be opened again."""

    def close(self) -> None:
        """Let go of the device or file."""


class Capture(Protocol):
    """What is used of cv2.VideoCapture for a camera."""

    def set(self, name: int, value: float, /) -> bool: ...
    def get(self, name: int, /) -> float: ...
    def grab(self) -> bool: ...
    def retrieve(self) -> tuple[bool, Any]: ...
    def release(self) -> None: ...


def open_source(camera: str, fps: float, freshness: Freshness, *, loop: bool) -> Source | None:
    """Open what [scanner] camera names; None when there is nothing to open."""
    if is_device(camera):
        live = cv2.VideoCapture(camera, cv2.CAP_V4L2)
        return Camera(live, fps, freshness) if live.isOpened() else None
    film = _open_film(camera)
    if film is None:
        return None
    grabbed, first = film.read()
    return Clip(camera, film, np.asarray(first, np.uint8), fps, loop=loop) if grabbed else None


class Camera:
    """A V4L2 camera; between the frames that are wanted it is emptied, so each one is fresh."""

    def __init__(
        self, capture: Capture, fps: float, freshness: Freshness, stale: float = STALE
    ) -> None:
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, WIDTH)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, HEIGHT)
        self._capture = capture
        self._step = 1 / fps
        self._stale = stale
        self._due = 0.0
        self._fresh_at = time.monotonic()
        self._freshness = freshness
        freshness.opened()

    def read(self, began: float | None) -> Pixels | None:
        while self._capture.grab():
            if time.monotonic() >= self._due:
                return self._retrieve()
        time.sleep(self._step)  # an unplugged camera says no at once
        return None

    def lost(self) -> bool:
        return time.monotonic() - self._fresh_at > self._stale

    def close(self) -> None:
        self._capture.release()

    def _retrieve(self) -> Pixels | None:
        self._due = time.monotonic() + self._step
        there, image = self._capture.retrieve()
        if not there:
            return None
        picture, now = np.asarray(image, np.uint8), time.monotonic()
        if not self._freshness.new(picture, self._capture.get(cv2.CAP_PROP_POS_MSEC), now):
            return None
        self._fresh_at = now
        return picture


class Clip:
    """A film that plays by the clock from the moment it begins; then its last frame stands."""

    def __init__(
        self, camera: str, film: cv2.VideoCapture, first: Pixels, fps: float, *, loop: bool
    ) -> None:
        rate = film.get(cv2.CAP_PROP_FPS)
        self._rate = rate if 0 < rate <= 120 else fps  # numbered pictures have none of their own
        self._camera, self._film, self._image = camera, film, first
        self._loop = loop
        self._position = 0
        self._ended = False
        self._step = 1 / fps
        self._due = 0.0

    def read(self, began: float | None) -> Pixels | None:
        self._pace()
        if began is not None:
            target = int((time.monotonic() - began) * self._rate)
            for _ in range(min(target - self._position, CATCH_UP)):
                self._advance()
        return self._image

    def lost(self) -> bool:
        return False

    def close(self) -> None:
        self._film.release()

    def _pace(self) -> None:
        now = time.monotonic()
        self._due = max(self._due + self._step, now)
        time.sleep(self._due - now)

    def _advance(self) -> None:
        if self._ended:
            return
        there, image = self._film.read()
        if not there and self._loop:
            self._film.release()
            again = _open_film(self._camera)
            if again is not None:
                self._film = again
                there, image = again.read()
        self._ended = not there
        if there:
            self._image = np.asarray(image, np.uint8)
            self._position += 1


def _open_film(camera: str) -> cv2.VideoCapture | None:
    """Open a clip with the reader that needs nothing else, then with FFmpeg."""
    backends = [cv2.CAP_IMAGES] if "%" in camera else [cv2.CAP_OPENCV_MJPEG, cv2.CAP_FFMPEG]
    for backend in backends:
        film = cv2.VideoCapture(camera, backend)
        if film.isOpened():
            return film
    return None
