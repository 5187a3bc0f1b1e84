"""A right code of another locker of the same network is said to be that; guessing finds nothing."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain import codes
from kiosk.domain.codes import DeliveryQr
from kiosk.domain.errors import CloudSilent
from kiosk.domain.flows.inputs import CodeRefused, Explained
from kiosk.domain.flows.visit import Explanation
from kiosk.domain.layout import Owner
from kiosk.domain.policy import Policy
from kiosk.services.access import Access, Answer
from kiosk.services.sync import Sync
from tests.integration.store_bench import furnished_store
from tests.services.fakes import FakeCloud
from tests.services.lockers import KIOSKFORCE, STANDALONE, ObedientClock, bank

SAID = Explained(Explanation.OTHER_LOCKER, where="Station, north hall")


@dataclass
class Network(FakeCloud):
    """Knows one reservation of another of its lockers."""

    asked: list[str] = field(default_factory=list)
    breaks: bool = False

    async def elsewhere(self, code: DeliveryQr) -> str | None:
        self.asked.append(code.text)
        if self.breaks:
            raise CloudSilent("nobody there")
        right = (code.reservation, code.text) == ("far", "4711")
        return "Station, north hall" if right else None


@dataclass
class Desk:
    store: SqliteStore
    clock: ObedientClock
    cloud: FakeCloud
    access: Access

    async def scans(self, text: str) -> Answer:
        return await self.access.check(codes.parse_scanned(text), None)


def made(store: SqliteStore, clock: ObedientClock, cloud: FakeCloud) -> Desk:
    sync = Sync(store, cloud, clock, Policy())
    rules = {Owner.CLOUD: KIOSKFORCE, Owner.LOCAL: STANDALONE}
    access = Access(bank(), store, sync, rules, clock, Policy(), clock.sleep)
    return Desk(store, clock, cloud, access)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    clock = ObedientClock()
    store = await furnished_store(tmp_path, clock)
    yield made(store, clock, Network())
    await store.aclose()


async def test_a_right_code_of_another_locker_is_said_to_be_that(desk):
    assert await desk.scans("DLV-PICK-far-4711") == SAID


async def test_shown_again_it_is_said_again_and_the_cloud_is_not_asked_again(desk):
    await desk.scans("DLV-PICK-far-4711")
    assert await desk.scans("DLV-PICK-far-4711") == SAID
    assert desk.cloud.asked == ["4711"]


async def test_a_wrong_code_of_another_locker_is_refused_like_any_other(desk):
    assert await desk.scans("DLV-PICK-far-4712") == CodeRefused()
    assert await desk.scans("DLV-PICK-nowhere-4711") == CodeRefused()


async def test_nothing_of_another_locker_s_reservation_is_kept(desk):
    await desk.scans("DLV-PICK-far-4711")
    assert await desk.store.live_reservations() == ()
    assert not await desk.store.has_codes("far")


async def test_who_guesses_at_another_locker_s_code_is_not_heard_after_ten_wrong_ones(desk):
    for guess in range(10):
        assert await desk.scans(f"DLV-PICK-far-{guess:04d}") == CodeRefused()
    desk.clock.passed += 3600
    assert await desk.scans("DLV-PICK-far-4711") == CodeRefused()
    assert len(desk.cloud.asked) == 10


async def test_a_cloud_that_cannot_tell_leaves_the_one_refusal(desk):
    desk.cloud.breaks = True
    assert await desk.scans("DLV-PICK-far-4711") == CodeRefused()


async def test_a_cloud_that_knows_one_locker_only_is_not_asked(desk):
    alone = made(desk.store, desk.clock, FakeCloud())
    assert await alone.scans("DLV-PICK-far-4711") == CodeRefused()


async def test_unknown_ones_beyond_twenty_are_ignored_for_a_minute(desk):
    for number in range(20):
        await desk.scans(f"DLV-PICK-res{number}-1")
    assert await desk.scans("DLV-PICK-far-4711") == CodeRefused()
    desk.clock.passed += 601
    assert await desk.scans("DLV-PICK-far-4711") == SAID
