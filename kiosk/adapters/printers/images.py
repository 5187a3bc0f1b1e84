"""A picture that came from outside as dots for a printer: decoded in a process that can do no harm.

Decoders are native code, and whoever sends a label chooses every byte they read.
"""

import asyncio
import os
import sys
from pathlib import Path

import kiosk
from kiosk.adapters.printers.images_child import HEAD, MOST_SIDE, SAID
from kiosk.domain.errors import LabelWrong
from kiosk.domain.printing import Picture

WITHIN = 10.0
"""Seconds for one picture."""
KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
"""Of the environment; credentials may be in the rest of it."""
OWN = {"OPENCV_LOG_LEVEL": "SILENT", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
NOT_READ = "its picture cannot be read"


async def fitted(data: bytes, widest: int, longest: int, within: float = WITHIN) -> Picture:
    """A PNG or JPEG as dots no wider and no longer than that. Raises LabelWrong.

    ``within``: seconds, with the start of the process.
    """
    words = ("-P", "-m", "kiosk.adapters.printers.images_child")
    sizes = (str(os.getpid()), str(widest), str(longest))
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *(*words, *sizes),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=_environment(),
    )
    try:
        async with asyncio.timeout(within):
            said, _ = await child.communicate(data)
    except TimeoutError as error:
        raise LabelWrong("its picture takes too long to be read") from error
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    return _picture(said, child.returncode, widest, longest)


def _picture(said: bytes, code: int | None, widest: int, longest: int) -> Picture:
    """Nothing it says is believed beyond the dots."""
    if code in SAID:
        raise LabelWrong(SAID[code])
    if code != 0 or len(said) < HEAD:
        raise LabelWrong(NOT_READ)
    width, height = int.from_bytes(said[:4], "big"), int.from_bytes(said[4:HEAD], "big")
    if not (0 < width <= min(widest, MOST_SIDE) and 0 < height <= min(longest, MOST_SIDE)):
        raise LabelWrong(NOT_READ)
    try:
        return Picture(width, height, said[HEAD:])
    except ValueError as error:
        raise LabelWrong(NOT_READ) from error


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {**kept, **OWN, "PYTHONPATH": str(Path(kiosk.__file__).parents[1])}
