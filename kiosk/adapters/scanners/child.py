"""The camera process: it looks through the camera and tells the kiosk which codes it sees.

Native decoders crash on hostile codes and cameras hang; here neither costs more than a restart.
"""

import argparse
import faulthandler
import os
import sys
import threading
import time

import cv2
import numpy as np

from kiosk.adapters.scanners import confine
from kiosk.adapters.scanners.decode import Decoder, Sight, greyscale
from kiosk.adapters.scanners.frames import Source, open_source
from kiosk.adapters.scanners.freshness import Freshness, judge
from kiosk.adapters.scanners.messages import MOST_CODES, Code, Order, Report
from kiosk.adapters.scanners.preview import HEIGHT, WIDTH, Painter, Pixels

OPENING = 10.0
"""Seconds a camera may take to open."""
SILENCE = 2.5
YIELDING = 5
"""Steps of niceness."""
FIRST_RETRY, LONGEST_RETRY = 0.5, 5.0
JUDGED_EVERY = 1.0
"""Seconds between two looks at whether a picture shows anything at all."""


class Orders:
    """The newest order of the kiosk; when the kiosk is gone, so is this process."""

    def __init__(self) -> None:
        self._changed = threading.Event()
        # Unbuffered, for a buffer's lock must not be held by a thread when the process ends.
        self._lines = open(0, "rb", buffering=0, closefd=False)  # noqa: SIM115
        first = self._lines.readline()
        if not first:
            sys.exit(0)
        self.newest = Order.parse(first)
        threading.Thread(target=self._listen, daemon=True).start()

    def wait(self, seconds: float) -> None:
        """Wait, but no longer than until the next order."""
        self._changed.wait(seconds)
        self._changed.clear()

    def _listen(self) -> None:
        for line in self._lines:
            self.newest = Order.parse(line)
            self._changed.set()
        os._exit(0)


class Lookout:
    """Looks, decodes, tells, and paints the preview, for ever."""

    def __init__(self, orders: Orders, out: int, preview: int, fps: float, *, loop: bool) -> None:
        self._orders = orders
        self._out = out
        self._fps, self._loop = fps, loop
        self._decoder = Decoder()
        self._freshness = Freshness()
        self._painter = Painter(preview)
        self._painted = True
        self._decoded: Pixels | None = None
        self._sight = Sight()
        self._took = 0.0
        self._picture = ""
        self._judged = float("-inf")

    def run(self) -> None:
        retry = FIRST_RETRY
        while True:
            camera = self._orders.newest.camera
            self._tell(seeing=False, patience=OPENING)
            source = open_source(camera, self._fps, self._freshness, loop=self._loop)
            if source is None:
                self._tell(seeing=False, absent=True, patience=retry + SILENCE)
                self._orders.wait(retry)
                retry = min(2 * retry, LONGEST_RETRY)
            else:
                self._look(source, camera)
                retry = FIRST_RETRY

    def _look(self, source: Source, camera: str) -> None:
        opened = time.monotonic()
        while self._orders.newest.camera == camera and not source.lost():
            order = self._orders.newest
            image = source.read(_beginning(order, opened))
            if image is None:
                self._tell(seeing=False)
                continue
            at = time.monotonic()
            self._decode(image, order)
            self._tell(seeing=True, at=at)
            self._paint(image, at, order)
        source.close()

    def _decode(self, image: Pixels, order: Order) -> None:
        """Before the first screen that wants codes nothing is decoded: nobody could take it."""
        if order.began is None:
            self._sight = Sight()
        elif image is not self._decoded:
            begun = time.monotonic()
            grey = greyscale(image)
            self._sight = self._decoder.look(grey)
            self._decoded = image
            self._took = time.monotonic() - begun
            if begun - self._judged >= JUDGED_EVERY:
                self._judged, self._picture = begun, judge(grey)

    def _tell(
        self,
        *,
        seeing: bool,
        at: float | None = None,
        absent: bool = False,
        patience: float = SILENCE,
    ) -> None:
        shown = self._sight if seeing else Sight()
        report = Report(
            at=time.monotonic() if at is None else at,
            seeing=seeing,
            absent=absent,
            codes=tuple(
                Code(one.text, one.symbology, one.decoder) for one in shown.codes[:MOST_CODES]
            ),
            unread=shown.unread + len(shown.codes[MOST_CODES:]),
            second_opinion=self._decoder.second_opinion,
            patience=patience,
            took=self._took,
            picture=self._picture if seeing else "",
        )
        line = report.line()
        while line:
            line = line[os.write(self._out, line) :]

    def _paint(self, image: Pixels, at: float, order: Order) -> None:
        if not order.want:
            if self._painted:
                self._painter.wipe()
            self._painted = False
            return
        codes = self._sight.codes
        outline = codes[0].outline if len(codes) == 1 else None
        self._painter.paint(_small(image), at, outline)
        self._painted = True


def yield_to_doors() -> None:
    """Leave the processor to whoever opens doors and draws: a frame may wait, a person may not."""
    os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
    os.nice(YIELDING)


def _beginning(order: Order, opened: float) -> float | None:
    """When the clip began; the time a process takes to start is not cut off its head."""
    if order.began is None or order.resumed:
        return order.began
    return max(order.began, opened)


def _small(image: Pixels) -> Pixels:
    """The frame in RGB, shrunk to fit the preview."""
    height, width = image.shape[:2]
    scale = min(WIDTH / width, HEIGHT / height, 1.0)
    size = max(1, int(width * scale)), max(1, int(height * scale))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    turn = cv2.COLOR_GRAY2RGB if small.ndim == 2 else cv2.COLOR_BGR2RGB
    return np.asarray(cv2.cvtColor(small, turn), np.uint8)


def main() -> None:
    words = argparse.ArgumentParser()
    words.add_argument("--parent", type=int, required=True)
    words.add_argument("--preview", type=int, required=True)
    words.add_argument("--fps", type=float, required=True)
    words.add_argument("--loop", action="store_true")
    asked = words.parse_args()
    confine.die_with(asked.parent)
    faulthandler.enable()
    cv2.setNumThreads(1)
    yield_to_doors()
    # Native libraries print where they like: what the kiosk reads is ours alone.
    out = os.dup(1)
    os.dup2(2, 1)
    orders = Orders()
    lookout = Lookout(orders, out, asked.preview, asked.fps, loop=asked.loop)
    confine.give_up_network()
    lookout.run()


if __name__ == "__main__":
    main()
