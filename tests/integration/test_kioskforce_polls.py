"""How often KioskForce is asked: once for each page, and once for each reservation that is new."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce import KioskForce
from kiosk.adapters.clouds.kioskforce_line import PAGE_SIZE
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.policy import Policy
from kiosk.ports import CloudSettings
from kiosk.sandbox.clouds.kioskforce import create
from kiosk.services.sync import Sync
from tests.integration.store_bench import StandingClock, furnished
from tests.services.lockers import bank

KEY, MACHINE = "a-key", "m-1"


class Counted(httpx.AsyncBaseTransport):
    """The sandbox, and the paths that were asked."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self._sandbox = httpx.ASGITransport(create(machine_id=MACHINE, key=KEY))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.paths.append(request.url.path)
        return await self._sandbox.handle_async_request(request)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    async with furnished(tmp_path, StandingClock()) as store:
        yield store


async def test_requests_of_a_poll_are_its_pages_and_the_new_reservations(
    store: SqliteStore,
) -> None:
    wire, clock = Counted(), StandingClock()
    http = JsonHttp("http://localhost", {"X-API-Key": KEY}, clock, transport=wire)
    settings = CloudSettings("kioskforce", MACHINE, "http://localhost", KEY, bank())
    sync = Sync(store, KioskForce(settings, clock, http), clock, Policy())
    sandbox = httpx.AsyncClient(transport=wire._sandbox, base_url="http://localhost")

    async def poll(new: int) -> tuple[int, int]:
        """So many more are made; pages and single reservations asked for by one poll."""
        for _ in range(new):
            wish = {"cell": "A01", "status": "RESERVATION_STATUS_DROPPED_OFF"}
            answer = await sandbox.post("/_sandbox/reservations", json=wish)
            assert answer.status_code == 201, answer.text
        wire.paths.clear()
        assert await sync.once()
        pages = sum(path.endswith("/reservations") for path in wire.paths)
        return pages, len(wire.paths) - pages

    # The sandbox begins with some of its own.
    seeded = len((await sandbox.get("/_sandbox/reservations")).json())
    assert await poll(PAGE_SIZE - seeded) == (1, PAGE_SIZE)
    assert await poll(0) == (1, 0)
    assert await poll(7) == (2, 7)
    assert await poll(0) == (2, 0)
    assert await poll(1) == (2, 1)
    # A restart asks for none of them again.
    sync = Sync(store, KioskForce(settings, clock, http), clock, Policy())
    assert await poll(0) == (2, 0)
    await sandbox.aclose()
