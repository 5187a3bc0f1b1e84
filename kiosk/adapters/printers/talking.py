"""How one label is printed by a printer that takes a stream of bytes, whatever its language.

A label comes out only at the last command, so that is sent apart: cut before it nothing was
printed, cut after it nobody knows. Done is what the printer says, never what was sent.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from kiosk.adapters.printers.line import Line, LineCut, connect
from kiosk.domain.errors import PrinterCannot, PrinterError, PrinterNotReady
from kiosk.domain.printing import (
    MEDIA,
    WARNINGS,
    Hitch,
    Outcome,
    Picture,
    PrinterStatus,
    dots_of,
)
from kiosk.ports_printing import PrinterSettings

log = logging.getLogger(__name__)

DONE_WITHIN = 30.0
"""Seconds a label may take."""
ARRIVES_WITHIN = 10.0
"""Seconds until what was sent must have gone through the printer's memory."""
PAUSED_WITHIN = 5.0
"""Seconds in which a printer that was paused ends the label it had begun."""
IDLE_WITHIN = 15.0
"""Seconds until it must have finished what it had before."""
LOOKS_EVERY = 0.2
LONGEST = 1000.0
"""Millimetres of one label on a roll without end."""


class Language(Protocol):
    """What one make of printers speaks; one object for each conversation."""

    cancel: bytes
    """Throws away what was sent and did not come out yet; a label that moves is finished."""
    passes: frozenset[str]
    looks_every: float
    leaves_paper: bool
    """Whether it prints before the last command, so that a broken label hangs out of it."""

    def stream(self, picture: Picture, settings: PrinterSettings) -> tuple[bytes, bytes]:
        """The label, and the last command that has it printed."""

    def last_apart(self, form: str, data: bytes, settings: PrinterSettings) -> tuple[bytes, bytes]:
        """A ready stream, cut before its last command. Raises PrinterCannot."""

    def filler(self, settings: PrinterSettings) -> bytes:
        """What ends a command that a cut has left half sent; may be nothing."""

    async def ask(self, line: Line) -> PrinterStatus:
        """How the printer is now; no answer is a hitch of its own. Raises LineCut."""

    async def progress(self, line: Line) -> PrinterStatus | None:
        """How it goes on with the label; None once it has come out. Raises LineCut."""


def dots(settings: PrinterSettings) -> tuple[int, int]:
    """The largest picture that fits: width and height."""
    media = MEDIA[settings.media]
    return dots_of(media.width_mm, settings.dpi), dots_of(media.height_mm or LONGEST, settings.dpi)


class TalkingPrinter:
    """One printer at the other end of a line, which is opened for each job and then let go."""

    def __init__(
        self,
        settings: PrinterSettings,
        speak: Callable[[], Language],
        *,
        done_within: float = DONE_WITHIN,
        paused_within: float = PAUSED_WITHIN,
        arrives_within: float = ARRIVES_WITHIN,
    ) -> None:
        self._settings = settings
        self._speak = speak
        self._done_within = done_within
        self._paused_within = paused_within
        self._arrives_within = arrives_within
        # Nobody knows what hangs out since the kiosk ran the last time.
        self._half_done = speak().leaves_paper
        self._one_at_a_time = asyncio.Lock()

    async def status(self) -> PrinterStatus:
        try:
            async with self._one_at_a_time, self._line() as line:
                return await self._speak().ask(line)
        except (PrinterError, LineCut) as error:
            log.info("printer %s: %s", self._settings.name, error)
            return PrinterStatus(frozenset({Hitch.OFFLINE}))

    async def print(self, picture: Picture) -> Outcome:
        widest, longest = dots(self._settings)
        if picture.width > widest or picture.height > longest:
            raise PrinterCannot(f"the label is larger than {self._settings.media}")
        language = self._speak()
        return await self._send(language, *language.stream(picture, self._settings))

    async def print_ready(self, form: str, data: bytes) -> Outcome:
        language = self._speak()
        if form not in language.passes:
            raise PrinterCannot(f"printer {self._settings.name} does not take {form}")
        return await self._send(language, *language.last_apart(form, data, self._settings))

    async def aclose(self) -> None:
        """Nothing is held between two jobs."""

    async def _send(self, language: Language, body: bytes, last: bytes) -> Outcome:
        async with self._one_at_a_time, self._line() as line:
            await self._make_ready(language, line)
            self._half_done = True
            outcome = await self._print(language, line, body, last)
            if outcome is Outcome.PRINTED:
                self._half_done = False
            return outcome

    async def _print(self, language: Language, line: Line, body: bytes, last: bytes) -> Outcome:
        try:
            await line.write(body)
            # Written is not arrived: its answer shows that it is still there, and has it all.
            status = await self._asked(language, line)
            if not status.ready:
                await line.write(language.cancel)
                return self._ends(Outcome.NOT_PRINTED, "stopped in the label", status)
        except LineCut as cut:
            return self._ends(Outcome.NOT_PRINTED, f"cut in the label: {cut}")
        try:
            self._half_done = language.leaves_paper
            await line.write(last)
            return await self._outcome(language, line)
        except LineCut as cut:
            return self._ends(Outcome.UNSURE, f"cut after the label: {cut}")

    async def _make_ready(self, language: Language, line: Line) -> None:
        """What an earlier job has left in its memory must not begin, or follow, this one."""
        filler = language.filler(self._settings)
        try:
            await line.write(language.cancel + (filler if self._half_done else b""))
            status = await language.ask(line)
            if Hitch.SILENT in status.hitches and filler and not self._half_done:
                await line.write(filler + language.cancel)
                status = await language.ask(line)
            ends = asyncio.get_running_loop().time() + IDLE_WITHIN
            while status.ready and status.waiting and asyncio.get_running_loop().time() < ends:
                await asyncio.sleep(LOOKS_EVERY)
                status = await language.ask(line)
        except LineCut as cut:
            raise PrinterNotReady("the printer hung up", frozenset({Hitch.OFFLINE})) from cut
        needed = status.hitches - WARNINGS or ({Hitch.FAULT} if status.waiting else frozenset())
        if needed:
            words = ", ".join(sorted(hitch.value for hitch in needed))
            raise PrinterNotReady(f"the printer needs somebody: {words}", frozenset(needed))

    async def _asked(self, language: Language, line: Line) -> PrinterStatus:
        """How it is once it has taken in what was sent. Raises LineCut."""
        ends = asyncio.get_running_loop().time() + self._arrives_within
        status = await language.ask(line)
        while Hitch.SILENT in status.hitches and asyncio.get_running_loop().time() < ends:
            status = await language.ask(line)
        return status

    async def _outcome(self, language: Language, line: Line) -> Outcome:
        """Wait for the printer's word; a hitch meanwhile calls the label off."""
        loop = asyncio.get_running_loop()
        ends, paused = loop.time() + self._done_within, loop.time() + self._paused_within
        while loop.time() < ends:
            status = await language.progress(line)
            if status is None:
                return Outcome.PRINTED
            needed = status.hitches - WARNINGS
            if needed != {Hitch.PAUSED}:
                paused = loop.time() + self._paused_within
            if needed and (needed != {Hitch.PAUSED} or loop.time() > paused):
                return await self._called_off(language, line, status)
            await asyncio.sleep(language.looks_every)
        await line.write(language.cancel)
        return self._ends(Outcome.UNSURE, "it never said that it was done")

    async def _called_off(self, language: Language, line: Line, status: PrinterStatus) -> Outcome:
        """It would come out when somebody mends the printer, beside the one that is queued here."""
        await line.write(language.cancel)
        after = await language.ask(line)
        # One that says nothing may not have heard it; in one that was mended at this very moment
        # the label may be on its way out.
        heard = Hitch.SILENT not in after.hitches and not after.ready
        outcome = Outcome.NOT_PRINTED if heard else Outcome.UNSURE
        return self._ends(outcome, "stopped while it printed", status)

    def _ends(self, outcome: Outcome, how: str, status: PrinterStatus | None = None) -> Outcome:
        said = sorted(hitch.value for hitch in status.hitches) if status else ""
        log.warning("printer %s: %s %s: %s", self._settings.name, how, said, outcome.value)
        return outcome

    @asynccontextmanager
    async def _line(self) -> AsyncIterator[Line]:
        line = await connect(self._settings.address)
        try:
            yield line
        finally:
            await line.aclose()
