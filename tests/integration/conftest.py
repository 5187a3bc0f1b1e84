"""The real store in a folder of the test's own, on a clock that is moved by hand."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from tests.integration.store_bench import StandingClock, furnished


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
async def store(tmp_path: Path, clock: StandingClock) -> AsyncIterator[SqliteStore]:
    async with furnished(tmp_path, clock) as store:
        yield store
