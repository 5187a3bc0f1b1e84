"""What time it is is written down often enough that no start goes back behind it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import open_store
from kiosk.adapters.storage.times import Start
from kiosk.services.disk import TOUCH_EVERY, Disk
from tests.integration.store_bench import NOON, file_of, furnish, key_of
from tests.services.lockers import bank


@dataclass
class PutClock:
    """Its time can be put anywhere; its pulse goes on."""

    at: datetime = NOON
    passed: float = 100.0

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.passed

    def goes_on(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self.passed += seconds


async def known_after(folder: Path, clock: PutClock, seconds: float, put: timedelta) -> datetime:
    """What a start hears when the time was noted, went on, and was put right."""
    furnish(folder)
    where = file_of(folder), key_of(folder), "L1", clock, bank()
    store = await open_store(*where, Start(boot="one"))
    disk = Disk(store, clock, bank())
    await disk.works()
    clock.goes_on(seconds)
    clock.at += put
    await disk.works()
    await store.aclose()
    heard: list[tuple[datetime, bool]] = []
    start = Start(lambda moment, same: heard.append((moment, same)), boot="two")
    await (await open_store(*where, start)).aclose()
    [(moment, same)] = heard
    assert not same
    return moment


@pytest.mark.parametrize("put", [timedelta(days=1), timedelta(minutes=8), timedelta(days=-1)])
async def test_a_clock_that_was_put_right_is_noted_at_once(tmp_path: Path, put: timedelta) -> None:
    clock = PutClock()
    assert await known_after(tmp_path, clock, 1.0, put) == clock.at


async def test_the_time_is_noted_every_quarter_of_an_hour(tmp_path: Path) -> None:
    clock = PutClock()
    assert await known_after(tmp_path, clock, TOUCH_EVERY, timedelta(0)) == clock.at


async def test_a_quiet_kiosk_spares_its_card(tmp_path: Path) -> None:
    clock = PutClock()
    assert await known_after(tmp_path, clock, TOUCH_EVERY - 1, timedelta(0)) == NOON
