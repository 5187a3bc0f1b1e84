"""What an emulated printer has printed, and prints: labels one after another."""

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import Protocol

from kiosk.sandbox.printers.canvas import Canvas
from kiosk.sandbox.printers.mechanism import BLOCKS, Mechanism

INCH = 25.4


class Tray(Protocol):
    """Where paper comes out."""

    def whole(self, canvas: Canvas) -> None:
        """A label that somebody can take and use."""

    def torn(self, canvas: Canvas) -> None:
        """A piece that is none."""


@dataclass
class Job:
    """One picture and how often it is to come out."""

    canvas: Canvas
    copies: int = 1
    called_off: bool = False


class Works:
    """Prints its jobs; a label that was stopped is printed again from its top, as real ones do."""

    def __init__(self, mechanism: Mechanism, tray: Tray) -> None:
        self.mechanism = mechanism
        self._tray = tray
        self._jobs: deque[Job] = deque()
        self._running: asyncio.Task[None] | None = None

    @property
    def behind(self) -> int:
        """Jobs that wait behind the one in hand."""
        return max(0, len(self._jobs) - 1)

    @property
    def in_hand(self) -> int:
        """Labels of the job in hand that are still to come."""
        return self._jobs[0].copies if self._jobs else 0

    def put(self, job: Job) -> None:
        """Take one more job."""
        self._jobs.append(job)
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run())

    def cancel(self) -> None:
        """Drop all; the label that moves comes out all the same."""
        moving = self._jobs[0] if self.mechanism.moving else None
        self._jobs.clear()
        if moving is not None:
            moving.copies, moving.called_off = 1, True
            self._jobs.append(moving)
        self.mechanism.stir()

    async def aclose(self) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.wait([self._running])

    async def _run(self) -> None:
        while self._jobs:
            wrong = self.mechanism.wrong
            if self.mechanism.blocked or "paused" in wrong or self.mechanism.left == 0:
                self._notice_the_end()
                await self.mechanism.news()
                continue
            await self._print(self._jobs[0])

    def _notice_the_end(self) -> None:
        """An empty roll is noticed when a label is wanted of it (our reading)."""
        if self.mechanism.left == 0 and not self.mechanism.blocked:
            self.mechanism.do(("paper", "out"))

    async def _print(self, job: Job) -> None:
        await asyncio.sleep(self.mechanism.draws_for)
        if (
            not self._jobs
            or self._jobs[0] is not job
            or self.mechanism.wrong & (BLOCKS | {"paused"})
        ):
            return
        length = job.canvas.height * INCH / self.mechanism.dpi
        came = await self.mechanism.pull(length)
        if came >= length:
            job.copies -= 1
            if not job.copies:
                self._jobs.popleft()
            self._tray.whole(job.canvas)
            return
        if job.called_off:
            self._jobs.popleft()
        if came > 0:
            self._tray.torn(job.canvas.cut(round(came * self.mechanism.dpi / INCH)))
