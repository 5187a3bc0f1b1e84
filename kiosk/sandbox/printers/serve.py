"""An emulated printer as a program that is spoken to by lines."""

import asyncio
import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path
from typing import TextIO

from kiosk.sandbox.printers.printer import DPI, SPEED, Printer, printing

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
        say = partial(_say, stdout or sys.stdout, ended)
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
            _obey_lines(stdin or sys.stdin, partial(_obey, printer, say))
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


def _say(stdout: TextIO, ended: asyncio.Event, fact: Mapping[str, object]) -> None:
    try:
        print(json.dumps(fact), file=stdout, flush=True)
    except BrokenPipeError:
        ended.set()


def _obey(printer: Printer, say: Callable[[Mapping[str, object]], None], line: str) -> None:
    try:
        printer.do(line)
    except ValueError as error:
        say({"error": str(error)})
    else:
        say({"did": line.strip()})


def _obey_lines(stdin: TextIO, obey: Callable[[str], None]) -> None:
    """Obey every line as it comes; the end of the lines ends nothing."""
    loop = asyncio.get_running_loop()
    pending = b""

    def read() -> None:
        nonlocal pending
        data = os.read(stdin.fileno(), 4096)
        if not data:
            loop.remove_reader(stdin.fileno())
        *lines, pending = (pending + data).split(b"\n")
        for line in lines:
            obey(line.decode(errors="replace"))

    try:
        loop.add_reader(stdin.fileno(), read)
    except PermissionError:
        # A file or /dev/null cannot be waited for, and need not be.
        for line in stdin:
            obey(line)
