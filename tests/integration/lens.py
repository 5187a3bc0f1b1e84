"""A camera made of a file: the real camera process, with a scripted driver in OpenCV's place.

Run as ``python -m tests.integration.lens SCRIPT …`` it is the camera process of a kiosk.
"""

import sys
import threading
import time
from pathlib import Path

import cv2
import numpy as np
import segno
from numpy.typing import NDArray

DEVICE = "/dev/video-scripted"
PACE = 1 / 30


class Script:
    """What the device does from now on, for whoever holds it: one word, or ``show TEXT``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def does(self, what: str) -> None:
        draft = self.path.with_suffix(".new")
        draft.write_text(what)
        draft.replace(self.path)

    def now(self) -> str:
        return self.path.read_text()


class Lens:
    """Gives frames as a V4L2 device does that works, hangs, freezes, or is pulled out."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._chance = np.random.default_rng()
        self._stamp = 0.0
        self._latest: NDArray[np.uint8] | None = None
        # Pulled out, a device does not come back to whoever holds it.
        self._gone = script.now() == "gone"

    def isOpened(self) -> bool:  # noqa: N802
        return not self._gone

    def set(self, name: int, value: float) -> bool:
        return True

    def get(self, name: int) -> float:
        return self._stamp

    def grab(self) -> bool:
        does = self._script.now()
        self._gone = self._gone or does == "gone"
        if self._gone:
            return False
        if does == "hang" or (does == "once" and self._latest is not None):
            threading.Event().wait()
        time.sleep(PACE)
        if does == "stuck" and self._latest is not None:
            return True
        self._stamp += PACE * 1000
        if does not in ("frozen", "stuck") or self._latest is None:
            self._latest = self._picture(does)
        return True

    def retrieve(self) -> tuple[bool, NDArray[np.uint8] | None]:
        return self._latest is not None, self._latest

    def release(self) -> None:
        """Nothing is held."""

    def _picture(self, does: str) -> NDArray[np.uint8]:
        if does == "noise":
            return self._chance.integers(0, 256, (720, 1280, 3), np.uint8)
        # No two frames of a sensor are the same, except where it is frozen.
        still = does in ("frozen", "stuck")
        grain = 0 if still else self._chance.integers(0, 4, (720, 1280, 1), np.uint8)
        picture = np.full((720, 1280, 3), 120, np.uint8) + grain
        picture[:40, :40] = 10
        verb, _, text = does.partition(" ")
        if verb == "show":
            rows = segno.make_qr(text).matrix_iter(scale=8, border=4)
            code = np.array([[0 if dark else 255 for dark in row] for row in rows], np.uint8)
            picture[100 : 100 + len(code), 300 : 300 + len(code)] = code[..., None]
        return picture.astype(np.uint8)


def scripted(folder: Path) -> tuple[Script, Path]:
    """A script, and an interpreter whose camera process has its device."""
    script = Script(folder / "lens")
    script.does("empty")
    interpreter = folder / "python"
    words = f'shift 3; exec "{sys.executable}" -P -m tests.integration.lens "{script.path}" "$@"'
    interpreter.write_text(f"#!/bin/sh\n{words}\n")
    interpreter.chmod(0o700)
    return script, interpreter


def main() -> None:
    from kiosk.adapters.scanners import child

    script = Script(Path(sys.argv.pop(1)))
    cv2.VideoCapture = lambda *_: Lens(script)
    child.main()


if __name__ == "__main__":
    main()
