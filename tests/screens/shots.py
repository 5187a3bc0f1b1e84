"""Photographs every screen: ``python -m tests.screens.shots``.

Portrait English goes to docs/screens as 8-bit palette PNG and is rewritten only when its
pixels changed; every other orientation, language and theme goes to build/shots.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import cv2
import numpy as np
import segno
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.demo.states import STATES
from tests.screens.glass import (
    BUILD,
    FACE,
    LANDSCAPE,
    PORTRAIT,
    SMALL,
    Glass,
    Panel,
    StillPicture,
    glass,
    wait_until,
)

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs" / "screens"
SHOTS = BUILD / "shots"
COLOURS = QImage.Format.Format_RGB32
THEMED = (
    "home",
    "enter-code",
    "take-parcel-please",
    "refused",
    "done-deposited",
    "put-parcel",
    "choose-size",
    "show-code",
    "no-room",
    "bench",
    "doors",
    "one-door",
    "inventory-half",
    "one-line-cloud-silent",
    "parked-list",
    "lockdown",
    "logs-page",
)
"""The screens that are also shown dark and in high contrast."""
LARGE = ("home", "enter-code", "enter-code-letters", "reach-door", "choose-size", "home-more")
"""The screens that are also shown with large text and low reach."""
DOCUMENTED = {
    "home", "home-left-open", "out-of-order", "enter-code", "enter-code-letters",
    "enter-code-access", "ask-datum", "checking", "refused", "explaining-expired", "reach-door",
    "opening", "door-stuck-jammed", "take-parcel", "take-parcel-now", "put-parcel",
    "put-parcel-please", "done-collected", "done-deposited", "ask-trouble", "ask-reason",
    "shut-first-larger", "shut-first-none", "leave-closed", "confirm-empty", "still-there", "help",
    "privacy",
    "offer-label", "label-ready", "no-label",
    "home-more", "choose-aim", "ask-phone", "choose-size", "choose-size-store", "reserving",
    "no-room", "ask-terms", "passing-gate-payment", "gate-stopped-payment-refused", "choose-store",
    "look-inside", "ask-extend", "confirm-refuse", "confirm-put-soon", "next-door", "show-code",
    "explaining-expired-extend", "explaining-not-yet-here", "explaining-other-locker-named",
    "leave-closed-not-mine", "done-extended",
    "staff-entrance", "round", "batch", "next-stop", "delivering-put", "collecting-take",
    "round-done",
    "ask-staff-new-pin", "bench", "doors", "one-door", "stays-shut", "what-inside", "inventory",
    "two-people", "lines", "parked-one", "evidence-made", "printers", "read-nonce", "system-page",
}  # fmt: skip
"""The pictures that go with the documents; the others are for whoever changes a screen."""


def phone() -> StillPicture:
    """A telephone with a QR code, held into the camera a little askew."""
    picture = np.full((360, 640, 3), (86, 96, 100), dtype=np.uint8)
    cv2.circle(picture, (590, 40), 130, (150, 152, 148), -1)
    picture = cv2.GaussianBlur(picture, (0, 0), 22)
    screen = np.full((330, 180, 3), 250, dtype=np.uint8)
    code = np.array(list(segno.make("PLK1-EXAMPLE", error="m").matrix), dtype=np.uint8)
    side = 140
    dots = cv2.resize(255 - code * 235, (side, side), interpolation=cv2.INTER_NEAREST)
    screen[60 : 60 + side, 20 : 20 + side] = dots[..., None]
    for top, width in ((222, 120), (244, 90), (266, 130)):
        screen[top : top + 8, 20 : 20 + width] = 200
    body = cv2.copyMakeBorder(screen, 22, 22, 10, 10, cv2.BORDER_CONSTANT, value=(20, 24, 28))
    height, width = body.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 9, 0.92)
    turn[:, 2] += (320 - width / 2, 205 - height / 2)
    mask = cv2.warpAffine(np.full(body.shape[:2], 255, np.uint8), turn, (640, 360))
    held = cv2.warpAffine(body, turn, (640, 360), flags=cv2.INTER_AREA)
    # The view is mirrored like a mirror; the code in the picture stays readable.
    picture = np.where(mask[..., None] > 127, held, picture)
    corners = np.array([[28, 80], [172, 80], [172, 224], [28, 224]], dtype=float)
    seen = np.hstack([corners, np.ones((4, 1))]) @ turn.T / (640, 360)
    return StillPicture(np.ascontiguousarray(picture), tuple(map(tuple, seen)))


def places() -> Iterator[tuple[Panel, str, str, Path]]:
    """Panel, language, theme and folder of each series."""
    yield PORTRAIT, "en", "light", SHOTS / "portrait-en"
    yield LANDSCAPE, "en", "light", SHOTS / "landscape-en"
    yield PORTRAIT, "ar", "light", SHOTS / "portrait-ar"
    yield LANDSCAPE, "ar", "light", SHOTS / "landscape-ar"
    yield SMALL, "en", "light", SHOTS / "1024x600-en"
    yield PORTRAIT, "en", "dark", SHOTS / "portrait-en-dark"
    yield PORTRAIT, "en", "contrast", SHOTS / "portrait-en-contrast"


def photograph(panel: Panel, language: str, theme: str, folder: Path, names: set[str]) -> None:
    """One series; in light themes every state, else some."""
    face = replace(FACE, theme=theme, preview=phone())
    wanted = names or (set(STATES) if theme == "light" else set(THEMED))
    with glass(panel, language, face) as seen:
        for name in (name for name in STATES if name in wanted):
            keep(picture(seen, name), folder / f"{name}.png")
        if panel is not PORTRAIT or theme != "light":
            return
        seen.shell.toggleAccess()
        for name in (name for name in LARGE if name in wanted):
            keep(picture(seen, name), folder / f"{name}-access.png")


def picture(seen: Glass, name: str) -> QImage:
    """A state's screen, with the code found where the camera shows."""
    seen.show(STATES[name])
    view = seen.camera()
    if view is not None:
        wait_until(lambda: bool(view.property("found")))
        seen.settle()
    return seen.window.grabWindow()


def keep(picture: QImage, file: Path) -> None:
    """Save with a palette; an equal picture is left alone."""
    small = palette(picture)
    if file.exists():
        there = QImage(str(file))
        if there.convertToFormat(COLOURS) == small.convertToFormat(COLOURS):
            return
    file.parent.mkdir(parents=True, exist_ok=True)
    small.save(str(file))


def document() -> None:
    """Copy the pictures that go with the documents, where their pixels changed."""
    for name in sorted(DOCUMENTED):
        keep(QImage(str(SHOTS / "portrait-en" / f"{name}.png")), DOCS / f"{name}.png")


def palette(picture: QImage) -> QImage:
    """The picture in its 256 most frequent colours, each other one as the nearest of them."""
    plain = picture.convertToFormat(COLOURS)
    pixels = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.width())
    colours, places, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    kept = colours[np.argsort(-counts.astype(np.int64), kind="stable")[:256]]
    near = [np.abs(_parts(kept) - one).sum(axis=1).argmin() for one in _parts(colours)]
    indexes = np.array(near, dtype=np.uint8)[places].reshape(pixels.shape)
    height, width = indexes.shape
    small = QImage(indexes.tobytes(), width, height, width, QImage.Format.Format_Indexed8).copy()
    small.setColorTable([int(one) for one in kept])
    return small


def _parts(colours: Any) -> Any:
    """Red, green and blue of each colour."""
    return np.stack([colours >> 16 & 255, colours >> 8 & 255, colours & 255], axis=1).astype(int)


def main(names: set[str]) -> None:
    QGuiApplication.setDesktopSettingsAware(False)
    app = QGuiApplication(sys.argv[:1])
    for panel, language, theme, folder in places():
        photograph(panel, language, theme, folder, names)
    if not names:
        document()
    app.quit()


if __name__ == "__main__":
    main(set(sys.argv[1:]))
