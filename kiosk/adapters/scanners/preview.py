"""Camera pictures on their way to the screen: two slots in memory that has no name.

The memory is an anonymous file (memfd_create(2)) whose descriptor the camera process inherits.
It is gone when both processes are, however they ended, so nothing stale can stay behind; and its
size is sealed, so a camera process gone mad cannot pull it from under the kiosk. Pictures are
never written anywhere else.
"""

import fcntl
import mmap
import os
import threading
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 640, 360
Pixels = NDArray[np.uint8]
Outline = tuple[tuple[float, float], ...]
"""Four corners, in shares of width and height."""

SLOT = np.dtype(
    [
        ("sequence", "<u8"),  # 0 while the slot is being written
        ("at", "<f8"),
        ("width", "<u4"),
        ("height", "<u4"),
        ("outlined", "<u4"),
        ("outline", "<f4", (4, 2)),
        ("pixels", "u1", (WIDTH * HEIGHT * 3,)),
    ]
)


@dataclass(frozen=True, slots=True)
class Picture:
    """One frame, scaled down, in RGB: height x width x 3."""

    pixels: Pixels = field(repr=False)
    sequence: int
    at: float
    outline: Outline | None
    """Where the code is, when one was found."""


class Preview:
    """The kiosk's end: the newest picture, for any thread that asks."""

    def __init__(self, name: str = "kiosk") -> None:
        self.file = os.memfd_create(f"{name[:64]}-preview", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        os.ftruncate(self.file, 2 * SLOT.itemsize)
        seals = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL
        fcntl.fcntl(self.file, fcntl.F_ADD_SEALS, seals)
        self._memory = mmap.mmap(self.file, 2 * SLOT.itemsize, prot=mmap.PROT_READ)
        self._since: float | None = None
        self._closed = False
        self._lock = threading.Lock()

    def show_from(self, since: float | None) -> None:
        """Show only pictures taken at this monotonic time or later; None shows none."""
        self._since = since

    def newest(self, after: int = 0) -> Picture | None:
        """A copy of the newest picture; None when there is none newer than the ``after``-th."""
        with self._lock:
            # Read once: the other thread does not wait for a picture to be copied.
            since = self._since
            if self._closed or since is None:
                return None
            picture = _newest(self._memory)
            new = picture and picture.sequence > after and picture.at >= since
            return picture if new else None

    def close(self) -> None:
        """Let go of the memory; may be called twice."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._memory.close()
                os.close(self.file)


class Painter:
    """The camera process's end."""

    def __init__(self, file: int) -> None:
        self._slots = np.ndarray(2, SLOT, mmap.mmap(file, 2 * SLOT.itemsize))
        # A process that was started again goes on where the one before ended.
        self._sequence = int(self._slots["sequence"].max())

    def paint(self, pixels: Pixels, at: float, outline: Outline | None) -> None:
        """Publish a picture of at most WIDTH x HEIGHT."""
        height, width = pixels.shape[:2]
        self._sequence += 1
        slot = self._slots[self._sequence % 2]
        slot["sequence"] = 0
        slot["at"], slot["width"], slot["height"] = at, width, height
        slot["outlined"] = outline is not None
        slot["outline"] = outline or 0
        slot["pixels"][: pixels.size] = pixels.reshape(-1)
        slot["sequence"] = self._sequence

    def wipe(self) -> None:
        """Leave nothing of the last person's picture."""
        self._slots["pixels"] = 0
        self._slots["at"] = 0


def _newest(memory: mmap.mmap) -> Picture | None:
    slots = np.ndarray(2, SLOT, memory)
    slot = slots[int(np.argmax(slots["sequence"]))]
    picture = _copy(slot)
    # Written over meanwhile: the next look finds a whole one.
    return picture if int(slot["sequence"]) == picture.sequence > 0 else None


def _copy(slot: np.void) -> Picture:
    """Take the slot as it is; its numbers are bounded, for its writer handles hostile pictures."""
    height = min(int(slot["height"]), HEIGHT)
    width = min(int(slot["width"]), WIDTH)
    sequence, at = int(slot["sequence"]), float(slot["at"])
    pixels = slot["pixels"][: height * width * 3].reshape(height, width, 3).copy()
    corners = np.clip(np.nan_to_num(slot["outline"]), 0.0, 1.0).tolist() if slot["outlined"] else []
    outline = tuple((float(x), float(y)) for x, y in corners) or None
    return Picture(pixels, sequence, at, outline)
