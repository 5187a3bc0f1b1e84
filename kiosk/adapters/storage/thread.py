"""The one thread that owns the one connection."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from kiosk.adapters.storage.engine import translated
from kiosk.adapters.storage.files import FileLock
from kiosk.adapters.storage.fingerprints import Fingerprints
from kiosk.domain.errors import StoreBroken
from kiosk.ports import Clock

P = ParamSpec("P")
T = TypeVar("T")


class OneThread:
    """Runs units of work one after another, each in a transaction of its own."""

    def __init__(
        self,
        thread: ThreadPoolExecutor,
        engine: Engine,
        lock: FileLock,
        fingerprints: Fingerprints,
        clock: Clock,
    ) -> None:
        self._thread = thread
        self._engine = engine
        self._lock = lock
        self._fingerprints = fingerprints
        self._clock = clock
        self._closed = False
        self.salvaged: Mapping[str, str | int | bool | None] | None = None
        """What this start could save of a damaged database; None when it was sound."""

    async def aclose(self) -> None:
        """Finish what is queued and let go of the file; may be called twice."""
        if self._closed:
            return
        self._closed = True
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown()

    async def _unit(
        self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do the work on the database's thread; it is committed when this returns."""
        if self._closed:
            raise StoreBroken("the database is closed")

        def unit() -> T:
            with translated(), Session(self._engine) as session, session.begin():
                return work(session, *args, **kwargs)

        return await asyncio.get_running_loop().run_in_executor(self._thread, unit)

    def _close(self) -> None:
        try:
            with translated():
                self._engine.dispose()
        finally:
            self._lock.release()
