"""The watchdog is fed while Qt loop, I/O loop and database live; one of them frozen, it starves."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from sqlalchemy.orm import Session

from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.domain.errors import StoreBroken
from kiosk.runtime.io_loop import IoLoop
from kiosk.runtime.watchdog import Watchdog
from tests.integration.manager import Manager, listening
from tests.integration.store_bench import StandingClock, file_of, key_of

WITHIN, LATELY = 0.2, 0.3
STARVED = 0.6
FROZEN_AT_MOST = 30.0


class Living:
    """A watchdog over a real loop, a real store and this thread's Qt loop."""

    def __init__(self, manager: Manager, io: IoLoop, store: SqliteStore) -> None:
        self.manager, self.io, self.store = manager, io, store
        self.thaw = threading.Event()

    def lives(self, seconds: float) -> list[str]:
        """What the manager hears while the Qt loop turns for this long."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()
        return self.manager.hears_within(0.01)

    def is_fed(self) -> bool:
        """Whether a sign of life comes, on a busy machine a little later."""
        return any("WATCHDOG=1" in self.lives(0.1) for _ in range(100))

    def freeze_io(self) -> None:
        self.io.post(self.thaw.wait, FROZEN_AT_MOST)

    def freeze_database(self) -> None:
        def hang(_session: Session) -> None:
            self.thaw.wait(FROZEN_AT_MOST)

        self.io.spawn(self.store._unit(hang))


@contextmanager
def watched(folder: Path) -> Iterator[Living]:
    io = IoLoop()
    io.start()
    opening = open_store(file_of(folder), key_of(folder), "L1", StandingClock())
    store = io.spawn(opening).result(10)
    with listening(folder) as manager:
        living = Living(manager, io, store)
        ask = partial(store.journal, 1)
        watchdog = Watchdog(manager.notifier, io, ask, within=WITHIN, lately=LATELY)
        watchdog.start()
        try:
            yield living
        finally:
            living.thaw.set()
            watchdog.stop()
            io.spawn(store.aclose()).result(10)
            io.stop()


@pytest.fixture
def living(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Living]:
    with watched(tmp_path) as living:
        assert living.is_fed()
        yield living


def test_a_frozen_io_loop_starves_it_until_it_thaws(living: Living) -> None:
    living.freeze_io()
    living.lives(LATELY + 0.2)
    assert living.lives(STARVED) == []
    living.thaw.set()
    assert living.is_fed()


def test_a_frozen_database_starves_it_until_it_thaws(living: Living) -> None:
    living.freeze_database()
    living.lives(LATELY + 0.2)
    assert living.lives(STARVED) == []
    living.thaw.set()
    assert living.is_fed()


def test_a_frozen_qt_loop_starves_it(living: Living) -> None:
    living.manager.hears_within(0.01)
    with ThreadPoolExecutor(1) as elsewhere:
        heard = elsewhere.submit(living.manager.hears_within, STARVED)
        # This thread is the Qt loop's: while it waits here nothing of Qt turns.
        heard.result(FROZEN_AT_MOST)
    assert heard.result() == []
    assert living.is_fed()


def test_a_database_that_answers_with_a_fault_is_alive(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    async def full() -> None:
        raise StoreBroken("the disk is full")

    io = IoLoop()
    io.start()
    with listening(tmp_path) as manager:
        watchdog = Watchdog(manager.notifier, io, full, within=WITHIN, lately=LATELY)
        watchdog.start()
        loop = QEventLoop()
        QTimer.singleShot(400, loop.quit)
        loop.exec()
        watchdog.stop()
        io.stop()
        assert manager.hears() == "WATCHDOG=1"
