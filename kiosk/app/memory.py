"""The store as the running kiosk opens it: its clock and its memory learn from each other."""

from datetime import timedelta

from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.adapters.storage.times import Start
from kiosk.config import Config
from kiosk.runtime.clock import SystemClock


async def open_memory(config: Config, clock: SystemClock) -> SqliteStore:
    """Open the store, and lay its reserve on the disk. Raises KioskError."""
    lockout = timedelta(hours=config.policy.wrong_counts_hours)
    store = await open_store(
        config.store.path,
        config.store.key,
        config.locker.id,
        clock,
        config.layout,
        Start(clock.not_before, lockout=lockout),
    )
    store.clock_state = lambda: clock.state
    await store.lay_reserve()
    return store
