"""A loop whose time passes only while nothing is left to do: hours cost nothing, nothing is chance.

Work for other threads is done at once, on this one, and answered in the loop's next turn.
"""

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVarTuple

Args = TypeVarTuple("Args")

START = datetime(2026, 5, 4, 12, tzinfo=UTC)


class _Idle(selectors.DefaultSelector):
    """Never waits: what it would have waited has passed."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("everybody waits, and nothing is ever going to happen")
        self.passed += max(0.0, timeout)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """Also the clock of all who run in it."""

    def __init__(self) -> None:
        self._idle = _Idle()
        super().__init__(self._idle)

    def time(self) -> float:
        return self._idle.passed

    def monotonic(self) -> float:
        return self._idle.passed

    def now(self) -> datetime:
        return START + timedelta(seconds=self._idle.passed)

    def run_in_executor(  # type: ignore[override]
        self, executor: Executor | None, func: Callable[[*Args], Any], *args: *Args
    ) -> asyncio.Future[Any]:
        answer: asyncio.Future[Any] = self.create_future()
        try:
            result = func(*args)
        except Exception as error:
            self.call_soon(_unless_done, answer, answer.set_exception, error)
        else:
            self.call_soon(_unless_done, answer, answer.set_result, result)
        return answer


def _unless_done(answer: asyncio.Future[Any], tell: Callable[[Any], None], what: Any) -> None:
    if not answer.done():
        tell(what)
