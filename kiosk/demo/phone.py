"""Draws a hand that holds a phone with a QR code on it, as a picture with transparency."""

from collections.abc import Sequence

import cv2
import numpy as np
import segno
from numpy.typing import NDArray

from kiosk.demo.backdrop import blurred

Picture = NDArray[np.uint8]
Colour = tuple[int, int, int]

WIDTH, HEIGHT = 800, 1400
"""Of the picture; the phone stands in its upper part, the wrist leaves it below."""
LEFT, TOP, RIGHT, BOTTOM = 180, 60, 620, 960
MIDDLE = (LEFT + RIGHT) // 2, (TOP + BOTTOM) // 2
BEZEL, ROUND = 16, 62
CODE = 340
"""Side of the code in pixels, quiet zone included."""
REACH = 70
"""Pixels a soft edge or shadow reaches."""

# BGR
BODY: Colour = (24, 20, 18)
RIM: Colour = (92, 84, 78)
SCREEN: Colour = (250, 251, 250)
BAND: Colour = (122, 78, 34)
INK: Colour = (26, 20, 16)
WORDS: Colour = (196, 190, 186)
SKIN: Colour = (110, 142, 196)
SHADE: Colour = (72, 98, 146)
LIGHT: Colour = (140, 172, 220)


def phone_in_hand(text: str) -> Picture:
    """The whole picture, BGR and alpha."""
    picture = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    _palm(picture)
    for top in (430, 540, 648, 750):
        _finger(picture, (LEFT + 70, top + 18), (LEFT - 22, top), 46)
    _phone(picture)
    _screen(picture, text)
    _finger(picture, (RIGHT + 74, 905), (RIGHT - 44, 700), 50)
    return picture


def _palm(picture: Picture) -> None:
    """The back of the hand below the phone, and the wrist."""
    outline = [(196, 700), (150, 860), (210, 1060), (262, 1420), (620, 1420), (660, 1080)]
    outline += [(742, 900), (700, 800), (600, 900)]
    _soft_shape(picture, np.array(outline, np.int32))


def _soft_shape(picture: Picture, outline: NDArray[np.int32]) -> None:
    """Fill an outline with skin that is rounded at its corners and darker to one side."""
    mask = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(mask, [outline], 255)
    round_mask = cv2.threshold(blurred(mask, 26), 127, 255, cv2.THRESH_BINARY)[1]
    soft_mask = np.asarray(blurred(round_mask, 1.5), np.uint8)
    near = _around(soft_mask)
    _lay_skin(picture[near], soft_mask[near])


def _finger(picture: Picture, root: tuple[int, int], tip: tuple[int, int], half: int) -> None:
    """A round finger from its root to its tip."""
    mask = np.zeros(picture.shape[:2], np.uint8)
    cv2.line(mask, root, tip, 255, 2 * half, cv2.LINE_AA)
    near = _around(mask)
    _lay_shadow(picture[near], mask[near])
    _lay_skin(picture[near], mask[near])


def _around(mask: Picture) -> tuple[slice, slice]:
    """The part of the picture a shape and its shadow reach; the rest need not be worked on."""
    left, top, width, height = cv2.boundingRect(mask)
    return (
        slice(max(0, top - REACH), top + height + REACH),
        slice(max(0, left - REACH), left + width + REACH),
    )


def _lay_shadow(picture: Picture, mask: Picture) -> None:
    """Darken what lies below, a little down and to the right."""
    shift = np.array([[1, 0, 8], [0, 1, 12]], np.float32)
    moved = cv2.warpAffine(mask, shift, mask.shape[::-1])
    shade = 1 - 0.35 * blurred(moved, 14).astype(np.float32)[..., None] / 255
    picture[..., :3] = (picture[..., :3] * shade).astype(np.uint8)


def _lay_skin(picture: Picture, mask: Picture) -> None:
    """Lay skin under a mask: light where the shape is thick, shaded towards its edges."""
    depth = blurred(mask, 22).astype(np.float32)[..., None] / 255
    lit = np.roll(depth, (12, 8), axis=(0, 1))
    shade, plain, light = (np.array(colour, np.float32) for colour in (SHADE, SKIN, LIGHT))
    skin = shade + (plain - shade) * np.clip(depth * 1.6 - 0.5, 0, 1)
    skin += (light - plain) * np.clip(lit * 2.2 - 1.3, 0, 1) * 0.8
    _lay(picture, mask, np.clip(skin, 0, 255).astype(np.uint8))


def _lay(picture: Picture, mask: Picture, paint: Picture) -> None:
    share = mask.astype(np.float32)[..., None] / 255
    picture[..., :3] = (paint * share + picture[..., :3] * (1 - share)).astype(np.uint8)
    picture[..., 3] = np.maximum(picture[..., 3], mask)


def _phone(picture: Picture) -> None:
    mask = np.zeros(picture.shape[:2], np.uint8)
    _rounded(mask, (LEFT, TOP, RIGHT, BOTTOM), ROUND, 255)
    _lay_shadow(picture, mask)
    picture[mask > 0, 3] = np.maximum(picture[mask > 0, 3], mask[mask > 0])
    _rounded(picture, (LEFT, TOP, RIGHT, BOTTOM), ROUND, (*RIM, 255))
    _rounded(picture, (LEFT + 4, TOP + 4, RIGHT - 4, BOTTOM - 4), ROUND - 4, (*BODY, 255))


def _screen(picture: Picture, text: str) -> None:
    left, right = LEFT + BEZEL, RIGHT - BEZEL
    top, bottom = TOP + BEZEL, BOTTOM - BEZEL
    _rounded(picture, (left, top, right, bottom), ROUND - BEZEL, (*SCREEN, 255))
    middle = (left + right) // 2
    _rounded(picture, (middle - 62, top + 18, middle + 62, top + 46), 14, (*BODY, 255))
    for x, length in ((left + 36, 62), (right - 84, 48)):
        _rounded(picture, (x, top + 26, x + length, top + 38), 6, (*WORDS, 255))
    _rounded(picture, (left + 34, top + 92, left + 214, top + 116), 12, (*BAND, 255))
    _rounded(picture, (left + 34, top + 136, left + 290, top + 150), 7, (*WORDS, 255))
    code = _code(text)
    y, x = top + 190, middle - code.shape[1] // 2
    picture[y : y + code.shape[0], x : x + code.shape[1], :3] = code[..., None]
    for row, length in enumerate((300, 220, 260)):
        y = top + 580 + 44 * row
        _rounded(picture, (left + 34, y, left + 34 + length, y + 16), 8, (*WORDS, 255))
    _rounded(picture, (left + 34, bottom - 128, right - 34, bottom - 62), 33, (*BAND, 255))
    _rounded(picture, (middle - 60, bottom - 24, middle + 60, bottom - 16), 4, (*BODY, 255))


def _code(text: str) -> Picture:
    """The QR code in black on white, with its quiet zone."""
    rows = segno.make(text, error="m", micro=False).matrix_iter(border=4)
    modules = np.array([[20 if module else 250 for module in row] for row in rows], np.uint8)
    side = CODE // len(modules) * len(modules)
    grown = cv2.resize(modules, (side, side), interpolation=cv2.INTER_NEAREST)
    return np.asarray(grown, np.uint8)


def _rounded(
    picture: Picture, box: tuple[int, int, int, int], corner: int, colour: int | Sequence[int]
) -> None:
    left, top, right, bottom = box
    paint = (colour,) if isinstance(colour, int) else tuple(colour)
    cv2.rectangle(picture, (left + corner, top), (right - corner, bottom), paint, -1)
    cv2.rectangle(picture, (left, top + corner), (right, bottom - corner), paint, -1)
    for x in (left + corner, right - corner):
        for y in (top + corner, bottom - corner):
            cv2.circle(picture, (x, y), corner, paint, -1, cv2.LINE_AA)
