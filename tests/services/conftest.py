"""The real store in a folder of the test's own, on the fake clock."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from tests.integration.store_bench import furnished
from tests.services.fakes import FakeClock, FakeCloud


@pytest.fixture
async def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def cloud() -> FakeCloud:
    return FakeCloud()


@pytest.fixture
async def store(tmp_path: Path, clock: FakeClock) -> AsyncIterator[SqliteStore]:
    async with furnished(tmp_path, clock) as store:
        yield store
