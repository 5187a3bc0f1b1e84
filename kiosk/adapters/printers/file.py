"""A folder in place of a printer: every label is a PNG in it, for tries and for other programs."""

import asyncio
import os
import uuid
from datetime import UTC, datetime
from pathlib import Path

from kiosk.adapters.printers.pages import png
from kiosk.domain.errors import PrinterCannot, PrinterGone
from kiosk.domain.printing import Hitch, Outcome, Picture, PrinterStatus
from kiosk.ports_printing import PrinterSettings

PASSES = frozenset({"zpl", "pdf", "png", "jpeg"})


class FilePrinter:
    """Never out of paper, only out of disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def status(self) -> PrinterStatus:
        there = await asyncio.to_thread(self._is_there)
        return PrinterStatus(frozenset() if there else frozenset({Hitch.OFFLINE}), waiting=0)

    async def print(self, picture: Picture) -> Outcome:
        return await asyncio.to_thread(self._write, "png", png(picture))

    async def print_ready(self, form: str, data: bytes) -> Outcome:
        if form not in PASSES:
            raise PrinterCannot(f"a folder takes no {form}")
        return await asyncio.to_thread(self._write, form, data)

    async def aclose(self) -> None:
        """Nothing is held."""

    def _is_there(self) -> bool:
        return os.access(self._folder if self._folder.is_dir() else self._folder.parent, os.W_OK)

    def _write(self, ending: str, data: bytes) -> Outcome:
        """Whole or not at all: whoever watches the folder never finds half a label."""
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}-{uuid.uuid4().hex[:6]}.{ending}"
        part = self._folder / f".{name}.part"
        try:
            self._folder.mkdir(exist_ok=True)
            with part.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.rename(self._folder / name)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise PrinterGone(f"the folder takes no label ({type(error).__name__})") from error
        return Outcome.PRINTED


class FileMaker:
    """Makes folders of labels; ``dir:out`` names one."""

    dpi = 203
    addresses = ("dir:",)
    passes = PASSES

    def connect(self, settings: PrinterSettings) -> FilePrinter:
        return FilePrinter(Path(settings.address.removeprefix("dir:")))


PRINTER = FileMaker()
