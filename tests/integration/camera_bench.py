"""What the camera tests need: films with codes, and a running scanner to wait on."""

import asyncio
import os
import select
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path

import cv2
import numpy as np
import segno
from numpy.typing import NDArray

from kiosk.adapters.scanners.camera import CameraScanner, ScannerSettings
from kiosk.ports import Sighting

QR = "DLV-PICK-65f0c0ffee65f0c0ffee6500-123456"
Frame = NDArray[np.uint8]


def empty() -> Frame:
    return np.full((720, 1280, 3), 120, np.uint8)


def showing(*codes: segno.QRCode) -> Frame:
    """Codes side by side, as plain as can be."""
    frame, x = empty(), 40
    for code in codes:
        rows = code.matrix_iter(scale=max(1, 300 // len(code.matrix)), border=4)
        picture = np.array([[0 if dark else 255 for dark in row] for row in rows], np.uint8)
        height, width = picture.shape
        frame[60 : 60 + height, x : x + width] = picture[..., None]
        x += width + 40
    return frame


def film(path: Path, frames: Iterable[Frame]) -> str:
    """Write frames as a clip of ten a second."""
    fourcc = cv2.VideoWriter.fourcc(*"MJPG")
    writer = cv2.VideoWriter(str(path), cv2.CAP_OPENCV_MJPEG, fourcc, 10, (1280, 720))
    for frame in frames:
        writer.write(frame)
    writer.release()
    return str(path)


class Watched:
    """A scanner, and the one listener to it."""

    def __init__(self, scanner: CameraScanner, sightings: AsyncIterator[Sighting]) -> None:
        self.scanner = scanner
        self._sightings = sightings

    async def sighting(self, wanted: Callable[[Sighting], bool] = lambda _: True) -> Sighting:
        """The next sighting that is as wanted."""
        async with asyncio.timeout(10):
            async for sighting in self._sightings:
                if wanted(sighting):
                    return sighting
        raise EOFError


@asynccontextmanager
async def watching(
    camera: str, *, want: bool = True, loop: bool = False, fps: float = 20
) -> AsyncIterator[Watched]:
    """Run a scanner on a camera or film."""
    scanner = CameraScanner(ScannerSettings(camera, fps=fps, loop=loop, locker="test"))
    if want:
        scanner.want(True)
    async with aclosing(scanner), aclosing(scanner.sightings()) as sightings:
        yield Watched(scanner, sightings)


async def until(condition: Callable[[], object], within: float = 10) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(within):
        while not condition():
            await asyncio.sleep(0.01)


def shared_memory() -> set[str]:
    """What has a name in shared memory and is ours."""
    return {path.name for path in Path("/dev/shm").glob("*kiosk*")}


def gone(pid: int, within: float = 5) -> bool:
    """Wait for the end of a process that is no child of this one."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], within)[0])
    finally:
        os.close(handle)
