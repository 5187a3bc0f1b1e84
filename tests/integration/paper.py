"""A driver and an emulated printer at the two ends of a real line."""

import asyncio
import selectors
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial, wraps
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
MOMENT, STUCK_AFTER = 0.02, 20.0
"""Real seconds."""


def driver(make: str, address: str, **patience: float) -> TalkingPrinter:
    """One that waits no shorter than at a locker, unless it is told so."""
    settings = PrinterSettings("labels", make, address, MEDIA[make], 203)
    return TalkingPrinter(settings, partial(LANGUAGES[make], 2.0), **patience)


class _Unhurried(selectors.DefaultSelector):
    """Time passes only while nothing is on its way: how busy the machine is decides nothing.

    The kernel has a moment for what it still has to deliver.
    """

    passed = 0.0

    def select(self, timeout=None):
        if timeout is None:
            return super().select(STUCK_AFTER)
        ready = super().select(min(timeout, MOMENT))
        if not ready:
            self.passed += max(0.0, timeout)
        return ready


class _UnhurriedLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._unhurried = _Unhurried()
        super().__init__(self._unhurried)

    def time(self) -> float:
        return self._unhurried.passed


def unhurried(test: Callable[..., Awaitable[None]]) -> Callable[..., None]:
    """Run a test in a loop of that kind."""

    @wraps(test)
    def run(*words: object, **named: object) -> None:
        with asyncio.Runner(loop_factory=_UnhurriedLoop) as runner:
            runner.run(test(*words, **named))

    return run


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
