"""The one thread that owns the one connection."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from kiosk.adapters.storage.ballast import Ballast
from kiosk.adapters.storage.engine import translated, wipe_log
from kiosk.adapters.storage.files import FileLock
from kiosk.adapters.storage.fingerprints import Fingerprints
from kiosk.adapters.storage.pen import MOST_EVENTS, Pen
from kiosk.adapters.storage.sealing import Seal
from kiosk.adapters.storage.times import elapsed_ms, note_good
from kiosk.domain.errors import StoreBroken, StoreFull
from kiosk.domain.rules import CloudRules
from kiosk.domain.trust import ClockState
from kiosk.ports import Clock
from kiosk.ports_notices import Announce

RIDE = 0.25
"""Seconds until what rides along goes alone."""

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Age:
    """A moment by the clock that counts from boot: no jump of the time moves it."""

    boot: str
    ms: int


class OneThread:
    """Runs units of work one after another, each in a transaction of its own."""

    def __init__(
        self,
        thread: ThreadPoolExecutor,
        engine: Engine,
        lock: FileLock,
        fingerprints: Fingerprints,
        seal: Seal,
        clock: Clock,
        boot: str,
    ) -> None:
        self._thread = thread
        self._engine = engine
        self._lock = lock
        self._fingerprints = fingerprints
        self._seal = seal
        self._clock = clock
        self._boot = boot
        self.clock_state: Callable[[], ClockState] = lambda: ClockState.TRUSTED
        """Noted on every event while it is anything else."""
        self.most_events = MOST_EVENTS
        self.announce: Announce | None = None
        self.cloud_rules: CloudRules | None = None
        self.reports = False
        """Whether what the cloud is told goes to somebody else, too."""
        self._closed = False
        self._riders: list[Callable[[Session], None]] = []
        self.salvaged: Mapping[str, str | int | bool | None] | None = None
        """What this start could save of a damaged database; None when it was sound."""
        self.ballast = Ballast(Path(engine.url.database or ""))
        self.full = False

    @property
    def cramped(self) -> bool:
        return self.ballast.given_up

    def room(self) -> tuple[int, int]:
        return self.ballast.room()

    async def lay_reserve(self) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, self.ballast.lay)

    async def touch(self) -> None:
        await self._unit(note_good, self._clock.now(), self._boot, self._elapsed_ms())
        self.full = False

    async def aclose(self) -> None:
        """Finish what is queued and let go of the file; may be called twice."""
        if self._closed:
            return
        if self._riders:
            await self._carrying(_nothing)
        self._closed = True
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown()

    def _elapsed_ms(self) -> int:
        return elapsed_ms(self._clock)

    def _age_of(self, moment: datetime) -> Age:
        ago = self._clock.now() - moment
        return Age(self._boot, self._elapsed_ms() - int(ago.total_seconds() * 1000))

    def _pen(self) -> Pen:
        now, state = self._clock.now(), self.clock_state()
        return Pen(
            now,
            self._fingerprints,
            self._seal,
            state,
            self.most_events,
            self.announce,
            rules=self.cloud_rules,
            reports=self.reports,
            boot=self._boot,
            elapsed_ms=self._elapsed_ms(),
        )

    async def _unit(
        self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do the work on the database's thread; it is committed when this returns."""
        if self._closed:
            raise StoreBroken("the database is closed")

        def unit() -> T:
            with translated(), Session(self._engine) as session, session.begin():
                return work(session, *args, **kwargs)

        return await asyncio.get_running_loop().run_in_executor(self._thread, self._in_room, unit)

    async def _wipe_log(self) -> None:
        """After something was erased for good. Raises StoreBroken."""
        await asyncio.get_running_loop().run_in_executor(self._thread, wipe_log, self._engine)

    async def _ride(self, work: Callable[[Session], None]) -> None:
        """Do it along with the next unit that carries, or alone when none comes soon.

        It saves a commit of its own while a person waits. Lost with the power, it is not done.
        """
        self._riders.append(work)
        await asyncio.sleep(RIDE)
        if work in self._riders:
            await self._carrying(_nothing)

    async def _carrying(
        self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do the work after all that rides along, in one transaction."""
        riders = tuple(self._riders)

        def both(session: Session) -> T:
            for rider in riders:
                rider(session)
            return work(session, *args, **kwargs)

        answer = await self._unit(both)
        self._riders = [one for one in self._riders if one not in riders]
        return answer

    def _in_room(self, unit: Callable[[], T]) -> T:
        """Do it again where the reserve makes room: what failed has left no trace."""
        try:
            return unit()
        except StoreFull:
            if not self.ballast.give_up():
                self.full = True
                raise
        try:
            return unit()
        except StoreFull:
            self.full = True
            raise

    def _close(self) -> None:
        try:
            with translated():
                self._engine.dispose()
        finally:
            self._lock.release()


def _nothing(_: Session) -> None:
    """Only what rides along is done."""
