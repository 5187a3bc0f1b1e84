"""The camera process as the kiosk holds it: it gets only what it needs, and it ends for sure."""

import asyncio
import contextlib
import os
import sys
from pathlib import Path

import kiosk
from kiosk.adapters.scanners.messages import LONGEST_LINE, Garbled, Order

KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
"""Of the environment; credentials may be in the rest of it."""
OWN = {
    # Whole seconds a V4L2 camera may keep a read waiting; the default is ten.
    "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT": "1",
    "OPENCV_LOG_LEVEL": "SILENT",
    "OPENCV_FFMPEG_LOGLEVEL": "-8",
    # One frame at a time needs no pool of threads.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}
LAST_WORDS = 2.0
"""Seconds until a killed process is gone; longer only if a driver holds it."""


class CameraProcess:
    """One life of the camera process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._stdin, self._stdout = process.stdin, process.stdout

    @classmethod
    async def start(cls, preview: int, fps: float, *, loop: bool) -> "CameraProcess":
        """Start a fresh interpreter that inherits the preview's memory and nothing else."""
        words = ["--parent", str(os.getpid()), "--preview", str(preview), "--fps", str(fps)]
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-P", "-m", "kiosk.adapters.scanners.child", *words, *(["--loop"] if loop else [])),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            pass_fds=(preview,),
            env=_environment(),
            limit=LONGEST_LINE,
        )
        return cls(process)

    @property
    def pid(self) -> int:
        return self._process.pid

    def give(self, order: Order) -> None:
        """Tell it what to do; to a dead one it is not told, the next one hears it first."""
        if not self._stdin.is_closing():
            self._stdin.write(order.line())

    async def line(self) -> bytes:
        """The next line it says. Raises EOFError when it is dead, Garbled at an endless line."""
        try:
            line = await self._stdout.readline()
        except ValueError as error:
            raise Garbled("a line without an end") from error
        if not line.endswith(b"\n"):
            raise EOFError
        return line

    async def end(self) -> None:
        """Kill it and wait until it is gone, with it the hold on the camera."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        self._stdin.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS):
                while await self._stdout.read(LONGEST_LINE):
                    pass
                await self._process.wait()


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    root = str(Path(kiosk.__file__).parents[1])
    return {**kept, **OWN, "PYTHONPATH": root}
