"""A real store in a folder of its own, a clock that stands still, and parcels to keep."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from alembic import command
from alembic.config import Config

from kiosk.adapters.storage.engine import MIGRATIONS, open_engine
from kiosk.adapters.storage.fingerprints import Fingerprints
from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.domain.layout import DoorId, Owner
from kiosk.domain.model import (
    Arrival,
    Change,
    Intent,
    Kind,
    NewCode,
    NewEvent,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.ports import Clock
from kiosk.runtime.clock import SystemClock

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
FIRST = ReservationId("r1")
SECOND = ReservationId("r2")
KEY = bytes(range(32))
"""Of a device in an earlier release."""


@dataclass
class StandingClock:
    """Says what it was set to."""

    at: datetime = NOON

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.at.timestamp()

    def pass_by(self, time: timedelta) -> datetime:
        self.at += time
        return self.at


def file_of(folder: Path) -> Path:
    return folder / "state" / "kiosk.db"


def key_of(folder: Path) -> Path:
    return folder / "keys" / "device.key"


@asynccontextmanager
async def opened(folder: Path, clock: StandingClock | None = None) -> AsyncIterator[SqliteStore]:
    store = await open_store(file_of(folder), key_of(folder), "L1", clock or StandingClock())
    try:
        yield store
    finally:
        await store.aclose()


def furnish(folder: Path) -> None:
    """Put empty tables there as a copy: making them takes longer than a test."""
    _put(folder, _empty())


def furnish_kiosk(folder: Path, locker: str) -> None:
    """The same for a whole kiosk of this id, as if it had run a moment ago; keeps what is there."""
    if not file_of(folder).exists():
        _put(folder, _empty(locker, SystemClock))


def _put(folder: Path, tables: Mapping[Path, bytes]) -> None:
    for place, content in tables.items():
        place = folder / place
        place.parent.mkdir(mode=0o700, exist_ok=True)
        place.write_bytes(content)
        place.chmod(0o600)


@asynccontextmanager
async def furnished(folder: Path, clock: Clock) -> AsyncIterator[SqliteStore]:
    """Like opened, but quicker."""
    store = await furnished_store(folder, clock)
    try:
        yield store
    finally:
        await store.aclose()


async def furnished_store(folder: Path, clock: Clock) -> SqliteStore:
    """For who closes it by hand."""
    if not file_of(folder).exists():
        furnish(folder)
    return await open_store(file_of(folder), key_of(folder), "L1", clock)


@cache
def _empty(locker: str = "L1", clock: type[Clock] = StandingClock) -> dict[Path, bytes]:
    async def make(folder: Path) -> None:
        await (await open_store(file_of(folder), key_of(folder), locker, clock())).aclose()

    with TemporaryDirectory() as name:
        folder = Path(name)
        # Beside the test's own loop.
        maker = Thread(target=lambda: asyncio.run(make(folder)))
        maker.start()
        maker.join()
        made = (file_of(folder), key_of(folder))
        return {place.relative_to(folder): place.read_bytes() for place in made}


def furnish_as_of(folder: Path, revision: str) -> Fingerprints:
    """Put the empty tables of an earlier release there; what its codes were kept with."""
    for place in (file_of(folder), key_of(folder)):
        place.parent.mkdir(mode=0o700)
        place.touch(mode=0o600)
    key_of(folder).write_bytes(KEY)
    engine = open_engine(file_of(folder))
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS))
        command.upgrade(config, revision)
    engine.dispose()
    return Fingerprints(KEY, "L1")


def reservation(name: str = FIRST, **facts: object) -> Reservation:
    plain = Reservation(
        id=ReservationId(name),
        ref=f"order-{name}",
        owner=Owner.CLOUD,
        kind=Kind.DELIVERY,
        state=ReservationState.STORED,
        compartment="12",
        size="M",
        made_at=NOON - timedelta(days=1),
        read_at=NOON,
        expires_at=NOON + timedelta(days=2),
        language="pt",
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def typed(text: str, purpose: Purpose = Purpose.PICKUP, name: str = "code") -> NewCode:
    return NewCode(purpose, Way.TYPED, text, name)


def shown(text: str, purpose: Purpose = Purpose.PICKUP) -> NewCode:
    return NewCode(purpose, Way.QR, text)


def arrival(
    name: str = FIRST, *codes: NewCode, datum: str | None = None, **facts: object
) -> Arrival:
    return Arrival(reservation(name, **facts), codes or None, datum)


def intent(name: str = "i1", **facts: object) -> Intent:
    plain = Intent(
        id=name,
        door=DoorId("12"),
        authorisation="a1",
        reservation=FIRST,
        purpose=Purpose.PICKUP,
        actor="consumer",
        before="shut",
        pulse=1,
        at=NOON,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def moved(state: ReservationState, *events: NewEvent, name: str = FIRST) -> Change:
    return Change("parcel.moved", reservation=ReservationId(name), state=state, events=events)


def told(name: str, about: str | None = FIRST) -> NewEvent:
    return NewEvent(name, ReservationId(about) if about else None, Owner.CLOUD)


def happening(*events: NewEvent) -> Change:
    return Change("door.closed", events=events)
