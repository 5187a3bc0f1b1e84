"""The kiosk's side of the camera: it starts the camera process, listens to it, and restarts it."""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

from kiosk.adapters.scanners.messages import Garbled, Order, Report
from kiosk.adapters.scanners.preview import Preview
from kiosk.adapters.scanners.process import CameraProcess
from kiosk.adapters.scanners.rate import Rate
from kiosk.domain.trials import CameraNow, Picture
from kiosk.ports import Sighting

LONGEST_START = 15.0
"""Seconds until the first report of a process; a slow card takes its time."""
LATELY = 2.5
"""Seconds after which a camera without a new frame is not healthy."""
GRACE = 0.3
"""Seconds for reports that already wait when this loop itself was the slow one."""
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0
"""Before a restart; the pause doubles while the process ends soon, without having seen a frame."""
SOON = 2.0
"""Seconds; a process that ends later was hung or crashed, and is replaced at once."""
STEADY = 1.0
"""Seconds of frames, from the first to the latest, until a camera that was lost is healthy again:
one that gives a picture at each opening and then hangs must not make the screen jump."""
MOST_WAITING = 64

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ScannerSettings:
    """[scanner] of kiosk.toml, as far as the camera goes."""

    camera: str
    """ "/dev/video0", "clip.avi" or "frames/%03d.png"."""
    fps: float = 10.0
    loop: bool = False
    locker: str = "kiosk"


class CameraScanner:
    """A camera, or a clip in its place, watched by a process of its own.

    All methods belong to the loop that iterates ``sightings()``; ``preview`` is for any thread.
    The process ends with the thread that runs that loop.
    """

    def __init__(self, settings: ScannerSettings) -> None:
        self.preview = Preview(f"kiosk-{settings.locker}")
        self.unread = 0
        """Codes that were seen but not told: too long, or another symbology."""
        self._settings = settings
        self._order = Order(settings.camera)
        self._process: CameraProcess | None = None
        self._watch: asyncio.Task[None] | None = None
        self._rate = Rate()
        self._sightings: asyncio.Queue[Sighting | None] = asyncio.Queue()
        self._frame_at = float("-inf")
        self._back_since = float("-inf")
        self._absent = False
        self._second_opinion = True
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The camera process, while there is one."""
        return self._process.pid if self._process else None

    async def sightings(self) -> AsyncIterator[Sighting]:
        """Every code in every frame, for one listener; the first look starts the process."""
        if not self._closed and (self._watch is None or self._watch.done()):
            self._watch = asyncio.create_task(self._keep_watching())
        while not self._closed and (sighting := await self._sightings.get()):
            yield sighting
        if self._watch and self._watch.done() and not self._watch.cancelled():
            self._watch.result()

    def want(self, codes: bool) -> None:
        """Say whether a screen wants codes now; from the first such screen a clip plays.

        Codes are told all the same afterwards, for what stays in view must not count anew.
        """
        if codes == self._order.want:
            return
        now = time.monotonic()
        began = now if codes and self._order.began is None else self._order.began
        self.preview.show_from(now if codes else None)
        self._give(replace(self._order, want=codes, began=began))

    def turn_to(self, camera: str) -> None:
        """Look at another camera or clip; a clip plays from its start."""
        began = None if self._order.began is None else time.monotonic()
        self._give(replace(self._order, camera=camera, began=began, resumed=False))

    @property
    def second_opinion(self) -> bool:
        """Whether the second decoder is there, as far as is known."""
        return self._second_opinion

    def healthy(self) -> bool:
        # Never lost, it has been steady since ever; without a frame both are as old, and it is not.
        steady = self._frame_at - self._back_since >= STEADY
        return steady and time.monotonic() - self._frame_at < LATELY

    def now(self) -> CameraNow:
        """For who looks after it; never what a code says."""
        healthy, began = self.healthy(), self._order.began is not None
        return self._rate.now(
            self._order.camera, absent=self._absent, healthy=healthy, decodes=began
        )

    async def aclose(self) -> None:
        """End the camera process; may be called twice."""
        self._closed = True
        if self._watch:
            self._watch.cancel()
            await asyncio.wait([self._watch])
        self._sightings.put_nowait(None)
        self.preview.close()

    def _give(self, order: Order) -> None:
        self._order = order
        if self._process:
            self._process.give(order)

    async def _keep_watching(self) -> None:
        pause = FIRST_PAUSE
        try:
            while True:
                seen_before, started = self._frame_at, time.monotonic()
                try:
                    await self._watch_once()
                except OSError as error:
                    log.warning("the camera process cannot be started: %s", error.strerror)
                seen = self._frame_at > seen_before
                pause = next_pause(pause, seen=seen, lived=time.monotonic() - started)
                log.warning("the camera process ended; it is started again in %.1f s", pause)
                await asyncio.sleep(pause)
        finally:
            self._sightings.put_nowait(None)

    async def _watch_once(self) -> None:
        """Live through one life of the camera process."""
        settings = self._settings
        process = await CameraProcess.start(self.preview.file, settings.fps, loop=settings.loop)
        try:
            began = self._order.began
            played = began is not None and self._frame_at > began
            self._process = process
            self._give(replace(self._order, resumed=played))
            await self._listen(process)
        finally:
            self._process = None
            await process.end()

    async def _listen(self, process: CameraProcess) -> None:
        """Take reports until the process is dead, silent or out of its mind."""
        patience = LONGEST_START
        with contextlib.suppress(EOFError):
            while True:
                try:
                    report = await _next_report(process, patience)
                except (TimeoutError, Garbled) as trouble:
                    log.warning("the camera process is of no use: %s", type(trouble).__name__)
                    return
                self._take(report)
                patience = report.patience

    def _take(self, report: Report) -> None:
        if report.absent and not self._absent:
            log.warning("the camera %s is not there; it is looked for again", self._order.camera)
        self._absent = report.absent or (self._absent and not report.seeing)
        if self._second_opinion and not report.second_opinion:
            log.warning("libzbar is missing: a few very hard codes will not be read")
        self._second_opinion = report.second_opinion
        if not report.seeing:
            return
        now = time.monotonic()
        if LATELY < now - self._frame_at < float("inf"):
            self._back_since = now
        self._frame_at = now
        self._rate.take(report, now)
        self.unread += report.unread
        at = min(report.at, self._frame_at)
        alone = len(report.codes) + report.unread == 1
        for code in report.codes:
            if self._sightings.qsize() >= MOST_WAITING:
                self._sightings.get_nowait()
            self._sightings.put_nowait(Sighting(code.text, at, code.symbology, alone))


def next_pause(pause: float, *, seen: bool, lived: float) -> float:
    """Seconds to wait after a process that lived so long, when this was the pause before it."""
    return FIRST_PAUSE if seen or lived > SOON else min(2 * pause, LONGEST_PAUSE)


def scanner_for(settings: ScannerSettings) -> "CameraScanner | NoCamera":
    """Make the scanner that [scanner] camera asks for; "" is none."""
    return CameraScanner(settings) if settings.camera else NoCamera()


class NoCamera:
    """The scanner of a kiosk without a camera: it sees nothing and is never healthy."""

    preview: None = None
    second_opinion = True

    def __init__(self) -> None:
        self._sightings: asyncio.Queue[Sighting | None] = asyncio.Queue()

    async def sightings(self) -> AsyncIterator[Sighting]:
        while sighting := await self._sightings.get():
            yield sighting

    def want(self, codes: bool) -> None:
        """Nothing plays here."""

    def healthy(self) -> bool:
        return False

    def now(self) -> CameraNow:
        return CameraNow(Picture.NONE)

    async def aclose(self) -> None:
        self._sightings.put_nowait(None)


async def _next_report(process: CameraProcess, patience: float) -> Report:
    try:
        async with asyncio.timeout(patience):
            return Report.parse(await process.line())
    except TimeoutError:
        async with asyncio.timeout(GRACE):
            return Report.parse(await process.line())
