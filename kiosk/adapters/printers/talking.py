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
from kiosk.domain.printing import MEDIA, WARNINGS, Hitch, Outcome, Picture, PrinterStatus
from kiosk.ports_printing import PrinterSettings

log = logging.getLogger(__name__)

DONE_WITHIN = 30.0
"""Seconds a label may take."""
LOOKS_EVERY = 0.2
INCH = 25.4


class Language(Protocol):
    """What one make of printers speaks; one object for each conversation."""

    cancel: bytes
    """Throws away what was sent and did not come out yet."""
    passes: frozenset[str]

    def stream(self, picture: Picture, settings: PrinterSettings) -> tuple[bytes, bytes]:
        """The label, and the last command that has it printed."""

    def last_apart(self, form: str, data: bytes) -> tuple[bytes, bytes]:
        """A ready stream, cut before its last command. Raises PrinterCannot."""

    async def ask(self, line: Line) -> PrinterStatus:
        """How the printer is now; no answer is a hitch of its own. Raises LineCut."""

    async def progress(self, line: Line) -> PrinterStatus | None:
        """How it goes on with the label; None once it has come out. Raises LineCut."""


class TalkingPrinter:
    """One printer at the other end of a line, which is opened for each job and then let go."""

    def __init__(
        self,
        settings: PrinterSettings,
        speak: Callable[[], Language],
        *,
        done_within: float = DONE_WITHIN,
    ) -> None:
        self._settings = settings
        self._speak = speak
        self._done_within = done_within
        self._one_at_a_time = asyncio.Lock()

    async def status(self) -> PrinterStatus:
        try:
            async with self._one_at_a_time, self._line() as line:
                return await self._speak().ask(line)
        except (PrinterError, LineCut) as error:
            log.info("printer %s: %s", self._settings.name, error)
            return PrinterStatus(frozenset({Hitch.OFFLINE}))

    async def print(self, picture: Picture) -> Outcome:
        self._check_size(picture)
        language = self._speak()
        return await self._send(language, *language.stream(picture, self._settings))

    async def print_ready(self, form: str, data: bytes) -> Outcome:
        language = self._speak()
        if form not in language.passes:
            raise PrinterCannot(f"printer {self._settings.name} does not take {form}")
        return await self._send(language, *language.last_apart(form, data))

    async def aclose(self) -> None:
        """Nothing is held between two jobs."""

    def _check_size(self, picture: Picture) -> None:
        media = MEDIA[self._settings.media]
        widest = round(media.width_mm * self._settings.dpi / INCH)
        longest = round((media.height_mm or 1000.0) * self._settings.dpi / INCH)
        if picture.width > widest or picture.height > longest:
            raise PrinterCannot(f"the label is larger than {media.name}")

    async def _send(self, language: Language, body: bytes, last: bytes) -> Outcome:
        async with self._one_at_a_time, self._line() as line:
            await self._await_ready(language, line)
            try:
                await line.write(body)
            except LineCut as cut:
                log.warning("printer %s: cut in the label: %s", self._settings.name, cut)
                return Outcome.NOT_PRINTED
            try:
                await line.write(last)
                return await self._outcome(language, line)
            except LineCut as cut:
                log.warning("printer %s: cut after the label: %s", self._settings.name, cut)
                return Outcome.UNSURE

    async def _await_ready(self, language: Language, line: Line) -> None:
        try:
            status = await language.ask(line)
        except LineCut as cut:
            raise PrinterNotReady("the printer hung up", frozenset({Hitch.OFFLINE})) from cut
        if not status.ready:
            needed = status.hitches - WARNINGS
            words = ", ".join(sorted(hitch.value for hitch in needed))
            raise PrinterNotReady(f"the printer needs somebody: {words}", needed)

    async def _outcome(self, language: Language, line: Line) -> Outcome:
        """Wait for the printer's word; a hitch meanwhile calls the label off."""
        loop = asyncio.get_running_loop()
        ends = loop.time() + self._done_within
        while loop.time() < ends:
            status = await language.progress(line)
            if status is None:
                return Outcome.PRINTED
            if not status.ready:
                return await self._called_off(language, line, status)
            await asyncio.sleep(LOOKS_EVERY)
        return Outcome.UNSURE

    async def _called_off(self, language: Language, line: Line, status: PrinterStatus) -> Outcome:
        """It would come out when somebody mends the printer, beside the one that is queued here."""
        log.warning("printer %s: %s", self._settings.name, sorted(h.value for h in status.hitches))
        await line.write(language.cancel)
        # One that answers nothing may not have heard that either.
        return Outcome.UNSURE if Hitch.SILENT in status.hitches else Outcome.NOT_PRINTED

    @asynccontextmanager
    async def _line(self) -> AsyncIterator[Line]:
        line = await connect(self._settings.address)
        try:
            yield line
        finally:
            await line.aclose()
