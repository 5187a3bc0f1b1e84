"""Films for the camera of the demo: a phone is held up to the locker, and taken away again."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from itertools import chain
from math import pi, sin
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.demo.backdrop import backdrop, blurred
from kiosk.demo.phone import MIDDLE, phone_in_hand

Frame = NDArray[np.uint8]
Scene = tuple[str | None, float]
"""A text and how many seconds its phone is in view; None is nobody there."""

WIDTH, HEIGHT, FPS = 1280, 720, 10
COMES, GOES = 0.8, 0.6
"""Seconds the phone takes to come up, and to leave."""
SHIFT = 64
"""Pixels by which the grain is moved from frame to frame, so that it seems new."""
FOCAL = 1100.0
"""Pixels: how strongly a tilted phone looks tilted."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the phone is: pixels from the middle, its size, degrees of turning, and the blur."""

    x: float
    y: float
    size: float
    roll: float
    pitch: float
    yaw: float
    blur: float

    def towards(self, other: "Pose", share: float) -> "Pose":
        """The pose on the way from this one to another, slow at both ends."""
        eased = share * share * (3 - 2 * share)
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Pose(*(mine + (its - mine) * eased for mine, its in pairs))


AWAY = Pose(x=260, y=900, size=1.15, roll=24, pitch=-34, yaw=26, blur=9)
HELD = Pose(x=-10, y=140, size=0.84, roll=-8, pitch=9, yaw=-7, blur=0.8)
GONE = Pose(x=-340, y=980, size=1.0, roll=-30, pitch=-20, yaw=-18, blur=7)


def phone_clip(
    path: Path, text: str, seconds: float = 3.0, lead_in: float = 1.0, *, leave: bool = True
) -> Path:
    """Film one phone: nobody for ``lead_in``, then the phone in view for ``seconds``."""
    return clip(path, [(None, lead_in), (text, seconds)], leave=leave)


def clip(path: Path, scenes: Sequence[Scene], *, leave: bool = True) -> Path:
    """Film scenes one after the other; without ``leave`` the last phone stays in view."""
    film = cv2.VideoWriter(
        str(path), cv2.CAP_OPENCV_MJPEG, cv2.VideoWriter.fourcc(*"MJPG"), FPS, (WIDTH, HEIGHT)
    )
    try:
        for frame in frames(scenes, leave=leave):
            film.write(frame)
    finally:
        film.release()
    return path


def frames(scenes: Sequence[Scene], *, leave: bool = True) -> Iterator[Frame]:
    """Every frame of the film; after a phone has left nobody is there in the last one."""
    stage = _Stage()
    for index, (text, seconds) in enumerate(scenes):
        last = index == len(scenes) - 1
        if text is None:
            yield from (stage.empty() for _ in range(round(seconds * FPS)))
        else:
            goes = leave or not last
            hand = _premultiplied(phone_in_hand(text))
            yield from (stage.with_phone(hand, pose) for pose in _poses(seconds, goes=goes))
    if leave:
        yield stage.empty()


def _poses(seconds: float, *, goes: bool) -> Iterator[Pose]:
    """The phone comes up, is held not quite still, and leaves."""
    comes, leaves = round(COMES * FPS), round(GOES * FPS) if goes else 0
    held = max(1, round(seconds * FPS) - comes - leaves)
    coming = (AWAY.towards(_trembling(n), n / comes) for n in range(comes))
    staying = (_trembling(comes + n) for n in range(held))
    leaving = (HELD.towards(GONE, (n + 1) / (leaves + 1)) for n in range(leaves))
    return chain(coming, staying, leaving)


def _trembling(beat: int) -> Pose:
    """Nobody holds a phone quite still."""
    sway = 2 * pi * beat / FPS
    return Pose(
        HELD.x + 5 * sin(0.55 * sway),
        HELD.y + 4 * sin(0.85 * sway + 1),
        HELD.size * (1 + 0.006 * sin(0.4 * sway)),
        HELD.roll + 0.9 * sin(0.5 * sway + 2),
        HELD.pitch + 1.2 * sin(0.35 * sway),
        HELD.yaw + 1.4 * sin(0.45 * sway + 1),
        HELD.blur,
    )


class _Stage:
    """What the locker's camera looks at: a street out of focus, with the grain of a small lens."""

    def __init__(self) -> None:
        self._backdrop = backdrop(WIDTH, HEIGHT).astype(np.uint8)
        self._chance = np.random.default_rng(7)
        grain = self._chance.normal(0, 2.2, (HEIGHT + SHIFT, WIDTH + SHIFT, 1))
        self._grain = np.repeat(grain.round().astype(np.int16), 3, axis=2)

    def empty(self) -> Frame:
        return self._exposed(self._backdrop)

    def with_phone(self, hand: Frame, pose: Pose) -> Frame:
        """The phone before the backdrop, as sharp as the lens gets it."""
        seen = cv2.warpPerspective(hand, _projection(pose), (WIDTH, HEIGHT))
        seen = blurred(seen, pose.blur)
        around = cv2.cvtColor(255 - seen[..., 3], cv2.COLOR_GRAY2BGR)
        behind = cv2.multiply(self._backdrop, around, scale=1 / 255)
        return self._exposed(cv2.add(cv2.cvtColor(seen, cv2.COLOR_BGRA2BGR), behind))

    def _exposed(self, scene: NDArray[Any]) -> Frame:
        y, x = self._chance.integers(0, SHIFT, 2)
        grain = self._grain[y : y + HEIGHT, x : x + WIDTH]
        return np.asarray(cv2.add(scene, grain, dtype=cv2.CV_8U), np.uint8)


def _premultiplied(picture: Frame) -> Frame:
    """Colour by its share, so that blurring makes no dark seam."""
    share = picture[..., 3:].astype(np.float32) / 255
    return np.concatenate([(picture[..., :3] * share).astype(np.uint8), picture[..., 3:]], axis=2)


def _projection(pose: Pose) -> NDArray[np.float64]:
    """How the flat picture of the phone falls into the frame."""
    turned = _turned(*np.radians([pose.pitch, pose.yaw, pose.roll]))
    flat = np.column_stack([turned[:, 0], turned[:, 1], (0, 0, FOCAL)])
    flat[2] /= FOCAL
    centred = np.array([[1, 0, -MIDDLE[0]], [0, 1, -MIDDLE[1]], [0, 0, 1]])
    sized = np.diag([pose.size, pose.size, 1])
    moved = np.array([[1, 0, WIDTH / 2 + pose.x], [0, 1, HEIGHT / 2 + pose.y], [0, 0, 1]])
    return np.asarray(moved @ flat @ sized @ centred, np.float64)


def _turned(pitch: float, yaw: float, roll: float) -> NDArray[np.float64]:
    """Turn about the x, y and z axis, in this order."""
    turn = np.eye(3)
    for axis, angle in enumerate((pitch, yaw, roll)):
        step, _ = cv2.Rodrigues(np.eye(3)[axis] * angle)
        turn = step @ turn
    return turn
