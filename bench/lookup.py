"""A code looked up among 100,000 cached reservations, against the same query in bare sqlite3."""

import asyncio
import sqlite3
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bench.figures import Figure, milliseconds
from kiosk.adapters.storage.absorbing import keep
from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.app import collecting
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Arrival,
    Kind,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.runtime.clock import SystemClock

GOAL_MS = 1.0
CACHED, CACHED_QUICK = 100_000, 500
LOOKED_UP, LOOKED_UP_QUICK = 2_000, 20
AT_ONCE = 5_000
STRIDE = 7_919
"""A prime: the codes looked up lie all over the table."""
SAME = """SELECT * FROM code JOIN reservation ON reservation.id = code.reservation
    WHERE code.fingerprint = ? AND code.way = 'typed'"""


def measure(folder: Path, rounds: int, *, quick: bool) -> list[list[Figure]]:
    """Fill a store once, then look codes up in it, again and again."""
    cached, looked_up = (CACHED_QUICK, LOOKED_UP_QUICK) if quick else (CACHED, LOOKED_UP)
    path = folder / "lookup" / "kiosk.db"

    async def whole() -> list[list[Figure]]:
        store = await open_store(path, folder / "device.key", "bench", SystemClock())
        try:
            for first in range(0, cached, AT_ONCE):
                last = min(first + AT_ONCE, cached)
                await _keep(store, [_arrival(n) for n in range(first, last)])
            collecting.settle()  # as the kiosk does once it has started
            return [[await _one(store, path, cached, looked_up)] for _ in range(rounds)]
        finally:
            await store.aclose()

    return asyncio.run(whole())


async def _keep(store: SqliteStore, arrivals: Sequence[Arrival]) -> None:
    """Insert them many at a time: nothing else is asked of the store yet."""

    def insert(session: Session) -> None:
        keep(session, store._pen(), arrivals)

    await store._unit(insert)


async def _one(store: SqliteStore, path: Path, cached: int, looked_up: int) -> Figure:
    ours: list[float] = []
    for number in range(looked_up):
        code = _code(number * STRIDE % cached)
        start = time.perf_counter()
        claims = await store.typed_claims(code)
        ours.append(time.perf_counter() - start)
        assert len(claims) == 1
    return Figure(
        f"look-up among {cached:,} reservations, p99",
        milliseconds(ours, 0.99),
        "ms",
        "the same query in bare sqlite3, p99",
        milliseconds(_bare(path, looked_up), 0.99),
        GOAL_MS,
    )


def _bare(path: Path, looked_up: int) -> list[float]:
    times: list[float] = []
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    known = [one for (one,) in database.execute("SELECT fingerprint FROM code")]
    for number in range(looked_up):
        fingerprint = known[number * STRIDE % len(known)]
        start = time.perf_counter()
        rows = database.execute(SAME, (fingerprint,)).fetchall()
        times.append(time.perf_counter() - start)
        assert len(rows) == 1
    database.close()
    return times


def _code(number: int) -> str:
    return f"{number:08d}"


def _arrival(number: int) -> Arrival:
    now = datetime.now(UTC)
    reservation = Reservation(
        id=ReservationId(f"res_{number}"),
        ref=f"order-{number}",
        owner=Owner.CLOUD,
        kind=Kind.DELIVERY,
        state=ReservationState.STORED,
        compartment=str(number % 200),
        size="M",
        made_at=now,
        read_at=now,
    )
    return Arrival(reservation, (NewCode(Purpose.PICKUP, Way.TYPED, _code(number)),))
