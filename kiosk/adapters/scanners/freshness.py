"""Whether a device still sees, or hands out one old picture for ever."""

import numpy as np

from kiosk.adapters.scanners.preview import Pixels

FROZEN = 5.0
"""Seconds of one picture, the same to the last pixel, after which a device counts as frozen."""
DARK = 16
"""A picture with less between its darkest and its lightest pixel shows nothing: it is night."""
LIKE = 0.35
"""How much neighbouring dots have to do with each other, 1 being all; of real pictures it is more
than 0.8, of a cable's or a dying sensor's noise about 0."""
PATCH = 128
"""Dots of a side of the patch in the middle that is judged."""


class Freshness:
    """Knows a device's latest picture, also after the device was opened again.

    No sensor gives the same picture twice, for it has noise; so the same one for long was not
    taken now, even where its time goes on. Only darkness may be the same and new.
    """

    def __init__(self, frozen: float = FROZEN) -> None:
        self._frozen = frozen
        self._picture: Pixels | None = None
        self._stamp: float | None = None
        self._changed_at = float("-inf")

    def opened(self) -> None:
        """The device was opened again: the picture from before proves nothing."""
        self._changed_at = float("-inf")

    def new(self, picture: Pixels, stamp: float, now: float) -> bool:
        """Take a picture with the device's time of it (ms); answers whether it was taken now."""
        changed = self._picture is None or not np.array_equal(picture, self._picture)
        # After a time-out V4L2 may hand out the last frame again (OpenCV issue 10927).
        again = not changed and stamp == self._stamp
        self._picture, self._stamp = picture, stamp
        if changed or (not again and _dark(picture)):
            self._changed_at = now
        return not again and now - self._changed_at < self._frozen


def _dark(picture: Pixels) -> bool:
    few = picture[::16, ::16]
    return int(few.max()) - int(few.min()) < DARK


def judge(grey: Pixels) -> str:
    """ "dark" for a picture that shows nothing, "noise" for one of unrelated dots, else ""."""
    if _dark(grey):
        return "dark"
    top, left = (max(0, (side - PATCH) // 2) for side in grey.shape)
    patch = grey[top : top + PATCH, left : left + PATCH].astype(np.float32)
    one, other = patch[:, :-1] - patch.mean(), patch[:, 1:] - patch.mean()
    spread = float(np.sqrt((one * one).sum() * (other * other).sum()))
    # An even wall has no spread and no noise.
    return "noise" if spread > patch.size and float((one * other).sum()) < LIKE * spread else ""
