"""How many pictures come, how long each is looked at, and what they are like."""

import time
from collections import deque
from collections.abc import Callable

from kiosk.adapters.scanners.messages import Report
from kiosk.domain.trials import CameraNow, Picture

OVER = 3.0
"""Seconds over which pictures are counted."""
MOST = 256
FIRST = 15.0
"""Seconds a camera may take for its first picture."""
LOST = 2.5


class Rate:
    """Takes the reports of frames; keeps no text of any code."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun = clock()
        self._frames: deque[float] = deque(maxlen=MOST)
        self._latest: Report | None = None
        self._symbology = self._decoder = ""

    def take(self, report: Report, at: float) -> None:
        """A new frame came."""
        self._frames.append(at)
        self._latest = Report(report.at, seeing=True, took=report.took, picture=report.picture)
        if report.codes:
            self._symbology, self._decoder = report.codes[0].symbology, report.codes[0].decoder

    def now(self, camera: str, *, absent: bool, healthy: bool, decodes: bool) -> CameraNow:
        """``decodes``: only then pictures are looked at for codes."""
        since = self._clock() - OVER
        lately = [at for at in self._frames if at >= since]
        apart = lately[-1] - lately[0] if len(lately) > 1 else 0.0
        return CameraNow(
            self._picture(absent=absent, healthy=healthy),
            (len(lately) - 1) / apart if apart else 0.0,
            1000 * self._latest.took if self._latest and decodes else 0.0,
            self._symbology,
            self._decoder,
            camera,
        )

    def _picture(self, *, absent: bool, healthy: bool) -> Picture:
        if absent:
            return Picture.ABSENT
        now = self._clock()
        if not self._frames:
            return Picture.STARTING if now - self._begun < FIRST else Picture.STALE
        if now - self._frames[-1] >= LOST:
            return Picture.STALE
        if self._latest is not None and self._latest.picture:
            return Picture(self._latest.picture)
        return Picture.FRESH if healthy else Picture.STARTING
