"""Feeds the service manager's watchdog, only while everything that must live does."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QTimer

from kiosk.domain.errors import StoreBroken
from kiosk.runtime.io_loop import IoLoop
from kiosk.runtime.notify import Notifier

log = logging.getLogger(__name__)

LATELY = 10.0
"""Seconds within which each part must have beaten."""
BEATS_IN_TIME = 5
SIGNS_IN_TIME = 4
"""More often than the half that is asked for: a slow disk may cost one sign, not the service."""


class Watchdog:
    """Says "alive" from the Qt loop, if the I/O loop and the database have beaten lately."""

    def __init__(
        self,
        notifier: Notifier,
        io: IoLoop,
        ask_database: Callable[[], Awaitable[object]],
        *,
        within: float,
        lately: float = LATELY,
    ) -> None:
        self._notifier = notifier
        self._io = io
        self._ask_database = ask_database
        self._lately = lately
        self._last: dict[str, float] = {}
        self._silent: frozenset[str] = frozenset()
        self._beating: list[Future[Any]] = []
        # The timer is the Qt loop's own beat: a blocked loop fires none.
        self._timer = QTimer(interval=round(within * 1000 / SIGNS_IN_TIME))
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin; the first sign comes once every part has beaten."""
        # Two tasks: a database that hangs must not look like an I/O loop that does.
        self._beating = [
            self._io.spawn(self._beat("io loop", _at_once)),
            self._io.spawn(self._beat("database", self._ask_database)),
        ]
        self._timer.start()

    def stop(self) -> None:
        """Say nothing any more; may be called twice."""
        self._timer.stop()
        for task in self._beating:
            task.cancel()

    async def _beat(self, part: str, ask: Callable[[], Awaitable[object]]) -> None:
        while True:
            try:
                await ask()
            except StoreBroken as error:
                # It answered: what ails the disk is not cured by a restart.
                log.warning("the database answers with a fault", extra={"error": str(error)})
            self._last[part] = time.monotonic()
            await asyncio.sleep(self._lately / BEATS_IN_TIME)

    def _look(self) -> None:
        now = time.monotonic()
        parts = ("io loop", "database")
        silent = frozenset(p for p in parts if now - self._last.get(p, -1e9) >= self._lately)
        if not silent:
            self._notifier.alive()
        elif silent != self._silent:
            log.error("no sign of life: %s", ", ".join(sorted(silent)))
        self._silent = silent


async def _at_once() -> None:
    """The loop came round to this: that is the beat."""
