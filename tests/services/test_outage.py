"""Parcels are kept longer by the time in which the cloud did not answer: once, over restarts."""

from datetime import timedelta

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain import expiry
from kiosk.domain.errors import CloudBroken, StoreBroken
from kiosk.domain.model import ReservationId, ReservationState
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.services.outage import Outage
from kiosk.services.sync import Freshness, Sync
from tests.integration.store_bench import furnished
from tests.services.fakes import NOON, FakeClock, FakeCloud, failing, parcel

HOUR = 3600
ENDS = NOON + timedelta(hours=2)
RULES = CloudRules("extends", extend_hours=24)
R1 = ReservationId("r1")


@pytest.fixture
def locker(store: SqliteStore, cloud: FakeCloud, clock: FakeClock) -> "Locker":
    return Locker(store, cloud, clock)


class Locker:
    """The part of a kiosk that reads the cloud; made anew at every start."""

    def __init__(self, store: SqliteStore, cloud: FakeCloud, clock: FakeClock) -> None:
        self.store, self.cloud, self.clock = store, cloud, clock
        self.starts()

    def starts(self, rules: CloudRules = RULES) -> None:
        over = Outage(self.store, rules, self.clock).over
        self.sync = Sync(
            self.store,
            self.cloud,
            self.clock,
            Policy(),
            coming_back=over,
            sleep=self.clock.sleep,
            chance=lambda: 0.5,
        )

    async def hears(self, **facts: object) -> None:
        """The cloud answers as of now."""
        self.cloud.dead = False
        told = parcel("r1", self.clock.now(), **{"expires_at": ENDS, **facts})
        self.cloud.known = {R1: told}
        assert await self.sync.once()

    async def hears_nothing_for(self, hours: float) -> None:
        self.cloud.dead = True
        await self.sync.once()
        self.clock.forward(hours * HOUR)

    async def end(self):
        return expiry.end(await self.store.reservation(R1))

    async def told(self) -> list[str]:
        return [str(row["name"]) for row in await self.store.outbox()]


async def test_a_parcel_is_kept_longer_by_an_outage_and_the_cloud_hears_of_it(locker):
    await locker.hears()
    await locker.hears_nothing_for(5)
    await locker.hears()
    assert await locker.end() == ENDS + timedelta(hours=5)
    assert await locker.told() == ["reservation.extended"]


async def test_what_the_cloud_called_expired_meanwhile_can_be_collected(locker):
    await locker.hears()
    await locker.hears_nothing_for(5)
    await locker.hears(state=ReservationState.EXPIRED)
    assert not expiry.is_over(await locker.store.reservation(R1), locker.clock.now())


async def test_an_outage_outlives_restarts_and_hours_without_power(locker):
    await locker.hears()
    await locker.hears_nothing_for(2)
    locker.starts()
    await locker.hears_nothing_for(3)
    locker.starts()
    await locker.hears()
    assert await locker.end() == ENDS + timedelta(hours=5)


async def test_a_cloud_that_comes_back_twice_lets_it_count_once(locker):
    await locker.hears()
    await locker.hears_nothing_for(5)
    await locker.hears()
    await locker.hears_nothing_for(0.1)
    await locker.hears()
    assert await locker.end() == ENDS + timedelta(hours=5)
    assert await locker.told() == ["reservation.extended"]


async def test_a_gateway_that_answers_now_and_then_lets_no_minute_count_twice(locker):
    other = parcel("r2", compartment="13", expires_at=ENDS)
    await locker.store.absorb([parcel("r1", expires_at=ENDS), other], complete=False)
    locker.clock.forward(5 * HOUR)
    locker.cloud.known = {R1: parcel("r1", locker.clock.now(), expires_at=ENDS)}
    for _ in range(3):
        # One reading succeeds and the list does not: of the other parcel nothing is heard.
        assert await locker.sync.refresh(R1) is Freshness.FRESH
        locker.cloud.faults = failing(CloudBroken("502"))
        assert not await locker.sync.once()
    kept = await locker.store.reservation(ReservationId("r2"))
    assert expiry.end(kept) == ENDS + timedelta(hours=5)
    assert await locker.told() == ["reservation.extended"] * 2


async def test_a_restart_in_the_ordinary_course_of_a_day_adds_nothing(locker):
    await locker.hears()
    for _ in range(5):
        locker.clock.forward(600)
        locker.starts()
        await locker.hears()
    assert await locker.end() == ENDS
    assert await locker.told() == []


async def test_where_the_cloud_puts_off_no_end_the_kiosk_promises_none(locker):
    locker.starts(CloudRules("fixed"))
    await locker.hears()
    await locker.hears_nothing_for(5)
    await locker.hears()
    assert (await locker.end(), await locker.told()) == (ENDS, [])


async def test_an_end_the_cloud_has_taken_over_stays_and_grows_no_further(locker):
    await locker.hears()
    await locker.hears_nothing_for(5)
    await locker.hears()
    [event] = [await locker.store.next_event(locker.clock.now())]
    await locker.store.delivered(event.seq)
    later = ENDS + timedelta(hours=5)
    locker.clock.forward(60)
    await locker.hears(expires_at=later)
    await locker.hears_nothing_for(100)
    await locker.hears(expires_at=later)
    assert await locker.end() == later
    assert await locker.told() == []


async def test_a_memory_that_fails_meanwhile_loses_no_minute(tmp_path, clock):
    async with furnished(tmp_path, clock) as store:
        await store.absorb([parcel("r1", expires_at=ENDS)], complete=False)
        clock.forward(5 * HOUR)
        outage = Outage(Forgetful(store), RULES, clock)
        with pytest.raises(StoreBroken):
            await outage.over()
        await outage.over()
        kept = await store.reservation(R1)
        assert kept is not None
        assert kept.particulars.fair_until == ENDS + timedelta(hours=5)


class Forgetful:
    """A store whose first writing fails."""

    def __init__(self, store: SqliteStore) -> None:
        self._store, self._failed = store, False

    async def live_reservations(self):
        return await self._store.live_reservations()

    async def add(self, arrivals, *changes):
        if not self._failed:
            self._failed = True
            raise StoreBroken("the disk is full")
        await self._store.add(arrivals, *changes)
