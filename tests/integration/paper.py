"""A driver and an emulated printer at the two ends of a real line."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from kiosk.adapters.printers.escpos import EscPos
from kiosk.adapters.printers.talking import TalkingPrinter
from kiosk.adapters.printers.tspl import Tspl
from kiosk.adapters.printers.zpl import Zpl
from kiosk.domain.errors import PrinterError
from kiosk.domain.printing import Outcome, Picture
from kiosk.ports_printing import PrinterSettings
from kiosk.sandbox.printers.printer import Printer, printing

LANGUAGES = {"zpl": Zpl, "tspl": Tspl, "escpos": EscPos}
MEDIA = {"zpl": "label-100x150", "tspl": "label-100x150", "escpos": "roll-80"}
SPEED = 200.0
PATIENCE = {"done_within": 3.0, "paused_within": 0.6, "arrives_within": 0.6}


def driver(make: str, address: str, **more: float) -> TalkingPrinter:
    """One that loses its patience sooner than at a locker."""
    settings = PrinterSettings("labels", make, address, MEDIA[make], 203)
    speak = partial(LANGUAGES[make], 0.25)
    return TalkingPrinter(settings, speak, **{**PATIENCE, **more})


@asynccontextmanager
async def pair(
    make: str, variant: str | None = None, *, file: Path | None = None, **more: float
) -> AsyncIterator[tuple[TalkingPrinter, Printer]]:
    async with printing(make, variant, file=file, speed=SPEED) as printer:
        yield driver(make, printer.address, **more), printer


async def at_once(story: Callable[..., Awaitable[None]], *cases: object) -> None:
    """The same story with each case, side by side: printers are slow."""
    async with asyncio.TaskGroup() as group:
        for case in cases:
            words = case if isinstance(case, tuple) else (case,)
            group.create_task(named(story, *words))


async def named(story: Callable[..., Awaitable[None]], *words: object) -> None:
    try:
        await story(*words)
    except Exception as error:
        error.add_note(f"with {words}")
        raise


async def tried(labels: TalkingPrinter, picture: Picture) -> Outcome:
    """An error before anything was sent is no label, too."""
    try:
        return await labels.print(picture)
    except PrinterError:
        return Outcome.NOT_PRINTED


def wholes(printer: Printer, picture: Picture) -> int:
    """How often that picture came out, whole and alone on its label."""
    return sum(shows(canvas, picture) for canvas in printer.labels)


def shows(canvas, picture: Picture) -> bool:
    """Dot for dot, and nothing but white around it."""
    if canvas.height < picture.height or canvas.stride < picture.stride:
        return False
    rows = [
        picture.data[at : at + picture.stride].ljust(canvas.stride, b"\0")
        for at in range(0, len(picture.data), picture.stride)
    ]
    return canvas.data == b"".join(rows).ljust(len(canvas.data), b"\0")
