"""How a technician's visit ends when the disk is full, or when the console ends it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.model import Change
from tests.integration.journeys.stand import Stand, stand
from tests.integration.staff.technician import Technician


@pytest.fixture(autouse=True)
def beside_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)


@contextmanager
def nothing_recorded(here: Stand) -> Iterator[None]:
    """The disk takes nothing any more."""
    store: Any = here.machine.session._store
    whole = store.record

    async def broken(_change: Change) -> None:
        raise StoreBroken("no room")

    store.record = broken
    yield
    store.record = whole


def forgotten(here: Stand) -> None:
    """As whenever home is reached, however."""
    here.machine.session._errands.forget()


def left(here: Stand) -> None:
    here.do(WentBack())


@pytest.mark.parametrize("end", [left, forgotten])
async def test_a_disk_that_takes_nothing_ends_the_visit_and_not_the_kiosk(
    tmp_path: Path, end: Callable[[Stand], None]
):
    async with stand(tmp_path, []) as here:
        anna, technicians = Technician(here, tmp_path), here.machine.service.technicians
        await anna.enrols()
        for _ in range(2):
            await anna.gets_in()
            with nothing_recorded(here):
                end(here)
                await here.until(lambda: technicians.session is None, "nobody logged in")
                await anna.sees(Home)
