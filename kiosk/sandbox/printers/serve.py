"""An emulated printer as a program that is spoken to by lines."""

import asyncio
import sys
from contextlib import suppress
from importlib.metadata import entry_points
from pathlib import Path
from typing import TextIO

from kiosk.sandbox.lines import obey, saying
from kiosk.sandbox.printers.printer import DPI, SPEED, printing

DEVICE = "lp0"


def names() -> frozenset[str]:
    """The printers that can be emulated."""
    return frozenset(entry_points(group="kiosk.printers.emulators").names)


def serve(
    name: str,
    variant: str | None = None,
    *,
    tcp: str | None = None,
    file: Path | None = None,
    speed: float = SPEED,
    dpi: int = DPI,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
) -> None:
    """Emulate until interrupted or nobody reads what is said; raises ValueError, OSError.

    Without ``tcp`` the ``file`` is a device like /dev/usb/lp0 (in a folder it is named lp0), and
    every label a PNG beside it; with ``tcp`` it is only the folder of the PNGs.
    """
    folder, device = _places(tcp, file)

    async def run() -> None:
        ended = asyncio.Event()
        say = saying(stdout or sys.stdout, ended)
        async with printing(
            name,
            variant,
            tcp=tcp,
            file=device,
            speed=speed,
            dpi=dpi,
            folder=folder,
            say=say,
        ) as printer:
            where = printer.address
            place = {"tcp": where.removeprefix("tcp://")} if tcp else {"file": where}
            say({"ready": True, **place})
            obey(stdin or sys.stdin, printer.do, say)
            await ended.wait()

    with suppress(KeyboardInterrupt):
        asyncio.run(run())


def _places(tcp: str | None, file: Path | None) -> tuple[Path | None, Path | None]:
    """Where the PNGs go, and the device file."""
    if file is None:
        return None, None
    folder = file if tcp or file.is_dir() else file.parent
    folder.mkdir(exist_ok=True)
    return folder, None if tcp else file / DEVICE if file.is_dir() else file
