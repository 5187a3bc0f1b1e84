"""Draws what is behind the person at the locker: a street out of focus."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Colour = tuple[int, int, int]

SMALLER = 6.0
"""Pixels of blur from which on a smaller picture is good enough."""

# BGR
SKY: Colour = (148, 140, 128)
GROUND: Colour = (74, 72, 70)
FACADES: tuple[tuple[float, float, Colour], ...] = (
    (0.00, 0.09, (128, 114, 98)),
    (0.09, 0.17, (86, 88, 82)),
    (0.17, 0.31, (124, 128, 122)),
    (0.31, 0.38, (142, 142, 136)),
    (0.62, 0.70, (92, 92, 86)),
    (0.70, 1.00, (104, 98, 92)),
)
"""From and to in shares of the width, and the colour."""
LAMPS: tuple[tuple[float, float, float, Colour], ...] = (
    (0.80, 0.20, 0.20, (190, 206, 214)),
    (0.12, 0.34, 0.035, (150, 196, 226)),
    (0.22, 0.28, 0.024, (160, 190, 214)),
    (0.55, 0.38, 0.028, (140, 180, 220)),
    (0.93, 0.60, 0.030, (120, 140, 206)),
    (0.42, 0.52, 0.020, (150, 170, 190)),
)
"""Middle in shares of width and height, radius in shares of the height, and the colour."""


def backdrop(width: int, height: int) -> NDArray[np.float32]:
    """The street, in BGR."""
    street = np.empty((height, width, 3), np.float32)
    horizon = int(height * 0.58)
    street[:horizon], street[horizon:] = SKY, GROUND
    for start, end, colour in FACADES:
        street[: horizon + 40, int(start * width) : int(end * width)] = colour
    street = blurred(street, height / 22)
    for x, y, radius, colour in LAMPS:
        _lamp(street, (int(x * width), int(y * height)), int(radius * height), colour)
    return np.asarray(street * _vignette(width, height), np.float32)


def blurred(picture: NDArray[Any], sigma: float) -> NDArray[Any]:
    """Blur; a strong blur is done on a smaller picture, where it costs a hundredth."""
    if sigma < SMALLER:
        return cv2.GaussianBlur(picture, (0, 0), sigma)
    height, width = picture.shape[:2]
    share = SMALLER / 2 / sigma
    small = cv2.resize(picture, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma * share)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)


def _lamp(street: NDArray[np.float32], at: tuple[int, int], radius: int, colour: Colour) -> None:
    """A light out of focus is a disc with a soft rim."""
    disc = np.zeros(street.shape[:2], np.float32)
    cv2.circle(disc, at, radius, 0.85, -1, cv2.LINE_AA)
    share = blurred(disc, max(2.0, radius / 7))[..., None]
    street += (np.array(colour, np.float32) - street) * share


def _vignette(width: int, height: int) -> NDArray[np.float32]:
    """A small lens is darker towards the corners."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    return np.asarray(1 - 0.16 * (x**2 + y**2)[..., None], np.float32)
