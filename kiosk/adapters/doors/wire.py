"""The wire to lock boards: one exchange at a time, and no byte of one ever in the next.

Lock boards number neither questions nor answers, so an answer that comes late looks like the
answer to the next question. Whenever a question is left without a clean answer the line is
therefore closed, opened anew, and nothing is asked before the answer is long overdue; an answer
later than patience and quiet together cannot be told from a fresh one.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TypeVar

from kiosk.adapters.doors.lines import LOST, Line, checked_port, opened, received, send
from kiosk.domain.errors import BoardError, BoardGarbled, BoardSilent, WireGone

Answer = TypeVar("Answer")

OPENING_SECONDS = 2.0
LONGEST = 256
"""No board says as many bytes as this in one answer."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a wire waits, in seconds."""

    patience: float = 0.4
    """For the whole answer to a question."""
    quiet: float = 0.4
    """On top of patience, when no clean answer came."""
    rest: float = 0.1
    """After a command, while the lock draws its current and the board may not listen."""
    turnaround: float = 0.005
    """After an answer, until the board lets go of the RS-485 pair."""


USUAL = Timing()


class Wire:
    """One serial line or TCP connection with lock boards on it, opened at its first use."""

    def __init__(self, port: str, baud: int, timing: Timing = USUAL) -> None:
        self._port = checked_port(port)
        self._baud = baud
        self._timing = timing
        self._turn = asyncio.Lock()
        self._line: Line | None = None
        self._sound = False
        """Whether the line owes us nothing; a line that is not sound is never used again."""
        self._opening: asyncio.Future[Line] | None = None
        self._not_before = 0.0

    async def tell(self, command: bytes) -> None:
        """Send a command that has no answer, once and never again. Raises WireGone."""
        async with self._turn:
            line = await self._ready()
            with self._loss_is_wire_gone():
                self._sound = False
                send(line, command)
            self._sound = True
            self._keep_quiet(self._timing.rest)

    async def ask(
        self, question: bytes, parse: Callable[[bytes], Answer | None], retries: int = 2
    ) -> Answer:
        """Send a question that changes nothing, again if need be. Raises BoardError.

        ``parse`` sees all that came since the question; None means that more must come.
        """
        async with self._turn:
            line = await self._ready()
            try:
                return await self._exchange(line, question, parse)
            except BoardError:
                if not retries:
                    raise
        return await self.ask(question, parse, retries - 1)

    async def aclose(self) -> None:
        """Let go of the line; may be called twice."""
        async with self._turn:
            if self._opening is not None:
                with suppress(WireGone):
                    await self._open()
            line, self._line = self._line, None
            if line is not None:
                await asyncio.to_thread(line.close)

    async def _exchange(
        self, line: Line, question: bytes, parse: Callable[[bytes], Answer | None]
    ) -> Answer:
        # Pessimistic from the start, so that a caller who is cancelled leaves no debt behind.
        self._sound = False
        self._keep_quiet(self._timing.patience + self._timing.quiet)
        with self._loss_is_wire_gone():
            send(line, question)
            answer = await self._answer(line, parse)
        self._sound = True
        self._keep_quiet(self._timing.turnaround)
        return answer

    async def _answer(self, line: Line, parse: Callable[[bytes], Answer | None]) -> Answer:
        heard = b""
        try:
            async with asyncio.timeout(self._timing.patience):
                while (answer := parse(heard)) is None:
                    heard += await received(line)
                    if len(heard) > LONGEST:
                        raise BoardGarbled(f"{self._port}: {len(heard)} bytes and no answer")
        except TimeoutError:
            if heard:
                raise BoardGarbled(f"{self._port}: no answer in {heard.hex()}") from None
            raise BoardSilent(self._port) from None
        return answer

    async def _ready(self) -> Line:
        """An open line with nothing left over on it."""
        with self._loss_is_wire_gone():
            if self._line is not None and self._sound:
                with suppress(*LOST):
                    return await self._emptied(self._line)
            # Found lost before anything was sent: opening anew repeats nothing.
            return await self._emptied(await self._open())

    async def _emptied(self, line: Line) -> Line:
        await asyncio.sleep(max(0.0, self._not_before - asyncio.get_running_loop().time()))
        line.discard()
        return line

    async def _open(self) -> Line:
        """Open the line in a thread; a caller who gives up leaves the opening to the next one."""
        if self._opening is None:
            old, self._line = self._line, None
            loop = asyncio.get_running_loop()
            self._opening = loop.run_in_executor(None, opened, self._port, self._baud, old)
        try:
            with self._loss_is_wire_gone():
                async with asyncio.timeout(OPENING_SECONDS):
                    self._line = await asyncio.shield(self._opening)
        finally:
            if self._opening.done():
                self._opening = None
        self._sound = True
        return self._line

    def _keep_quiet(self, seconds: float) -> None:
        self._not_before = asyncio.get_running_loop().time() + seconds

    @contextmanager
    def _loss_is_wire_gone(self) -> Iterator[None]:
        try:
            yield
        except LOST as error:
            raise WireGone(f"{self._port}: {str(error) or 'does not open'}") from error
