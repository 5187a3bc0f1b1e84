"""The printers there are, with what is in them, and which of them takes what."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.errors import LabelWrong
from kiosk.domain.labels import LabelJob
from kiosk.domain.printing import MEDIA, Hitch, Picture, PrinterStatus
from kiosk.domain.ready import Ready, unpacked
from kiosk.ports_printing import LabelPrinter, PrinterSettings

Piece = Picture | Ready
"""What goes to the printer in one go: a sheet, or a label that came ready."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A printer with what the operator says of it."""

    settings: PrinterSettings
    printer: LabelPrinter
    passes: frozenset[str] = frozenset()
    """Forms of ready labels that it prints as they are."""

    @property
    def endless(self) -> bool:
        """Whether a roll of paper is in it, and not labels of one size."""
        return MEDIA[self.settings.media].height_mm is None


async def status_of(one: Loaded, within: float) -> PrinterStatus:
    """What it says of itself; one that says nothing in so many seconds is silent."""
    try:
        async with asyncio.timeout(within):
            return await one.printer.status()
    except TimeoutError:
        return PrinterStatus(frozenset({Hitch.SILENT}))


def first(found: Sequence[Loaded], *, endless: bool) -> Loaded | None:
    """The first with paper, or the first with labels; else the first there is."""
    return min(found, key=lambda one: one.endless is not endless, default=None)


def form_of(job: LabelJob) -> str | None:
    """Of a ready label; None for what is none, which is told once it is drawn."""
    try:
        return unpacked(job.content).form
    except LabelWrong:
        return None
