"""All rents of a Bloq.it taken into the cache, against one plain insert of the very same rows."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from bench.figures import Figure, milliseconds
from bench.rents import Rents, bloqit, code
from kiosk.adapters.storage.columns import Base
from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.adapters.storage.tables import CodeRow, ReservationRow
from kiosk.app import collecting, turns
from kiosk.domain.policy import Policy
from kiosk.runtime.clock import SystemClock
from kiosk.services.sync import Sync

RENTS, RENTS_QUICK = 10_000, 300
EVERY = 0.005
"""Seconds between two look-ups."""
LOOKED_UP = 500
STRIDE = 7_919
GOAL_RATIO, GOAL_HOLD_MS, GOAL_LOOKUP_MS, GOAL_KB = 3.0, 20.0, 25.0, 10.0
Rows = dict[type[Base], list[dict[str, Any]]]
T = TypeVar("T")


@dataclass
class Times:
    """Seconds that the database's thread was held, one entry for each unit."""

    held: list[float] = field(default_factory=list)

    def watch(self, store: SqliteStore) -> None:
        plain = store._in_room

        def timed(unit: Callable[[], T]) -> T:
            began = time.perf_counter()
            try:
                return plain(unit)
            finally:
                self.held.append(time.perf_counter() - began)

        store._in_room = timed  # type: ignore[method-assign]


def measure(folder: Path, rounds: int, *, quick: bool) -> list[list[Figure]]:
    """A fresh store each time: once alone, once while codes are looked up."""
    count = RENTS_QUICK if quick else RENTS
    rents = Rents(count)
    # As the kiosk does once it has started.
    collecting.settle()
    turns.short()
    return [asyncio.run(_one(folder / str(n), rents, count)) for n in range(rounds)]


async def _one(folder: Path, rents: Rents, count: int) -> list[Figure]:
    alone, rows, first, second = await _alone(folder / "alone", rents)
    plain = await _plain(folder / "plain", rows)
    held, meanwhile, quiet = await _crowded(folder / "crowded", rents, count)
    whole = f"{count:,} rents of Bloq.it"
    ms, kb = 1000.0, 1 / 1000
    return [
        Figure(
            f"synchronise {whole}",
            alone * ms,
            "ms",
            "the same rows in one plain insert",
            plain * ms,
            GOAL_RATIO,
            by_ratio=True,
        ),
        Figure(
            "longest hold of the database's thread meanwhile",
            max(held) * ms,
            "ms",
            "one plain insert of all rows",
            plain * ms,
            GOAL_HOLD_MS,
        ),
        Figure(
            "look-up meanwhile, p99",
            milliseconds(meanwhile, 0.99),
            "ms",
            "look-up afterwards, p99",
            milliseconds(quiet, 0.99),
            GOAL_LOOKUP_MS,
        ),
        Figure(
            "a second sync with nothing new",
            second * kb,
            "kB",
            "the first one",
            first * kb,
            GOAL_KB,
        ),
    ]


async def _alone(folder: Path, rents: Rents) -> tuple[float, Rows, int, int]:
    """Seconds of the first sync, the rows it made, the bytes of the first and of the second."""
    clock, before = SystemClock(), rents.bytes
    store = await _opened(folder)
    try:
        sync = Sync(store, bloqit(rents), clock, Policy())
        began = time.perf_counter()
        assert await sync.once()
        took, first = time.perf_counter() - began, rents.bytes - before
        assert await sync.once()
        rows = await store._unit(_rows)
        return took, rows, first, rents.bytes - before - first
    finally:
        await store.aclose()


async def _plain(folder: Path, rows: Rows) -> float:
    """Seconds that SQLAlchemy takes for these rows at once, in the same kind of file."""
    store = await _opened(folder)

    def at_once(session: Session) -> None:
        for table, values in rows.items():
            session.execute(insert(table), values)

    try:
        began = time.perf_counter()
        await store._unit(at_once)
        return time.perf_counter() - began
    finally:
        await store.aclose()


async def _crowded(
    folder: Path, rents: Rents, count: int
) -> tuple[list[float], list[float], list[float]]:
    """Seconds of each hold, of the look-ups during a sync, and of as many after it."""
    store = await _opened(folder)
    times, meanwhile, quiet = Times(), list[float](), list[float]()
    times.watch(store)
    try:
        sync = Sync(store, bloqit(rents), SystemClock(), Policy())
        looking = asyncio.create_task(_look(store, count, meanwhile))
        assert await sync.once()
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking
        held = list(times.held)
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOKED_UP * EVERY):
                await _look(store, count, quiet)
        return held, meanwhile, quiet
    finally:
        await store.aclose()


async def _look(store: SqliteStore, count: int, times: list[float]) -> None:
    number = 0
    while True:
        began = time.perf_counter()
        await store.typed_claims(code(number * STRIDE % count))
        times.append(time.perf_counter() - began)
        number += 1
        await asyncio.sleep(EVERY)


def _rows(session: Session) -> Rows:
    def of(table: type[Base]) -> list[dict[str, Any]]:
        found = session.execute(select(*table.__table__.columns))
        return [dict(row._mapping) for row in found]

    return {ReservationRow: of(ReservationRow), CodeRow: of(CodeRow)}


async def _opened(folder: Path) -> SqliteStore:
    clock = SystemClock()
    return await open_store(folder / "kiosk.db", folder / "keys" / "device.key", "bench", clock)
