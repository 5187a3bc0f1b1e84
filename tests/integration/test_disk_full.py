"""No room on the disk: nothing opens without its intent, parcels still go out, and it heals."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage import ballast
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.errors import StoreFull
from kiosk.domain.flows.home import Home, OutOfOrder
from kiosk.domain.flows.inputs import FinishAsked
from kiosk.domain.flows.opening import Done, DoorStuck, TakeParcel
from kiosk.domain.flows.visit import Failure
from kiosk.domain.model import IntentState
from kiosk.services.disk import Disk
from tests.integration.full_disk import nothing_fits
from tests.integration.locker import STORED, WAITING, Locker, locker
from tests.integration.store_bench import (
    StandingClock,
    arrival,
    file_of,
    happening,
    intent,
    opened,
    told,
)
from tests.services.lockers import bank

QUICK = "sync_every = 0.3\nrefusal_after = 0.1\n"


async def limit(store: SqliteStore, pages: int) -> None:
    """Let the database grow by so many pages and no more."""
    await store._unit(
        lambda session: session.connection().exec_driver_sql(
            f"PRAGMA max_page_count = {pages}"
        ).scalar()
    )  # fmt: skip


async def pages(store: SqliteStore) -> int:
    return await store._unit(
        lambda session: session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
    )


class Tight(ballast.Ballast):
    """A disk with so many pages left in all; its ballast is worth some of them."""

    def __init__(self, database: Path, store: SqliteStore, worth: int) -> None:
        super().__init__(database)
        self._store, self._worth = store, worth

    def give_up(self) -> bool:
        if not super().give_up():
            return False
        with self._store._engine.connect() as connection:
            most = connection.exec_driver_sql("PRAGMA page_count").scalar_one() + self._worth
            connection.exec_driver_sql(f"PRAGMA max_page_count = {most}")
        return True


async def test_the_ballast_lets_two_hundred_more_parcels_go_and_none_come_in(tmp_path):
    async with opened(tmp_path) as store:
        await store.absorb([arrival("r1")], complete=False)
        store.ballast = Tight(file_of(tmp_path), store, ballast.SIZE // 4096)
        await store.lay_reserve()
        assert file_of(tmp_path).with_name("kiosk.db.ballast").stat().st_size == ballast.SIZE
        assert not store.cramped
        await limit(store, await pages(store))
        for n in range(200):
            await store.intend(intent(f"i{n}"))
            await store.settle_intent(f"i{n}", IntentState.OPENED, happening(told("parcel.opened")))
            await store.settle_intent(f"i{n}", IntentState.CLOSED, happening(told("parcel.gone")))
        assert store.cramped
        assert not store.full
        assert len(await store.outbox()) == 400


async def test_a_full_disk_is_noticed_and_its_end_too(tmp_path):
    clock = StandingClock()
    async with opened(tmp_path, clock) as store:
        disk = Disk(store, clock, bank())
        assert await disk.works()
        with nothing_fits(file_of(tmp_path)):
            with pytest.raises(StoreFull):
                await store.intend(intent("i1"))
            clock.pass_by(timedelta(seconds=1))
            assert not await disk.works()
            assert disk.as_facts()["disk_full"] is True
        assert await disk.works()
        await store.intend(intent("i1"))


class Shrunk:
    """A store that says how much room it has."""

    def __init__(self, store: SqliteStore, free: int, whole: int) -> None:
        self.salvaged, self.full, self.cramped = None, False, False
        self.free, self.whole = free, whole
        self.touch, self.lay_reserve, self.record = store.touch, store.lay_reserve, store.record

    def room(self) -> tuple[int, int]:
        return self.free, self.whole


@pytest.mark.parametrize(
    ("free_mb", "whole_mb", "low"), [(99, 200, True), (9_000, 100_000, True), (101, 1000, False)]
)
async def test_little_room_is_told_once_until_there_is_more(tmp_path, free_mb, whole_mb, low):
    async with opened(tmp_path) as store:
        shrunk = Shrunk(store, free_mb << 20, whole_mb << 20)
        disk = Disk(shrunk, StandingClock(), bank())
        for _ in range(3):
            await disk.works()
        assert [row["name"] for row in await store.outbox()] == ["locker.disk_low"] * low
        assert disk.as_facts()["disk_low"] is low
        shrunk.free, shrunk.whole = 500 << 20, 1000 << 20
        await disk.works()
        assert disk.as_facts()["disk_low"] is False


@contextmanager
def no_room(here: Locker) -> Iterator[None]:
    """The disk beneath the running kiosk is full, and its reserve is used up."""
    store = here.machine.session._store
    store.ballast.give_up()
    yield
    store.full = False


async def test_with_the_reserve_used_a_parcel_goes_out_and_none_comes_in(tmp_path):
    async with locker(tmp_path, policy=QUICK) as here:
        out = await asyncio.to_thread(here.cloud.put, status=STORED, cell="A03")
        into = await asyncio.to_thread(here.cloud.put, status=WAITING, cell="A05")
        for parcel in (out, into):
            await here.known(parcel["reservation_id"])
        with no_room(here):
            here.scan(into["drop_off_qrcode"])
            stuck = await here.sees(DoorStuck)
            assert stuck.failure is Failure.NO_MEMORY
            here.do(FinishAsked())
            await here.sees(Home)
            assert here.unlocks() == []
            here.scan(out["pickup_qrcode"])
            await here.sees(TakeParcel)
            here.board.do("shut 2")
            await here.sees(Done)
            assert len(here.unlocks()) == 1


async def test_a_disk_that_takes_nothing_shows_at_home_and_heals_by_itself(tmp_path):
    async with locker(tmp_path, policy=QUICK) as here:
        parcel = await asyncio.to_thread(here.cloud.put, status=STORED, cell="A03")
        await here.known(parcel["reservation_id"])
        with nothing_fits(file_of(tmp_path)):
            await here.sees(OutOfOrder)
            assert (await here.machine.desk.status())["disk_full"] is True
            here.scan(parcel["pickup_qrcode"])
            await here.sees(OutOfOrder)
            assert here.unlocks() == []
        await here.sees(Home)
        here.scan(parcel["pickup_qrcode"])
        await here.sees(TakeParcel)
        assert len(here.unlocks()) == 1
