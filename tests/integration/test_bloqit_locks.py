"""Mode front: Bloq.it's own doors, opened by call and looked at by reading."""

import pytest
from fastapi import FastAPI

from kiosk.domain.errors import CloudBroken, CloudConflict, CloudMissing
from kiosk.domain.model import Purpose, ReservationId
from kiosk.ports_abilities import Unlock
from kiosk.sandbox.clouds.bloqit import create
from tests.integration.bloqit_line import RES, Pair, paired
from tests.integration.bloqit_locker import RENT


@pytest.fixture(scope="module")
def app() -> FastAPI:
    return create(door="vendor")


@pytest.fixture
async def pair(app):
    async with paired(app, front=True) as pair:
        yield pair


def wish(
    purpose: Purpose | None,
    label: str = "1",
    *,
    again: bool = False,
    reservation: ReservationId | None = RES,
) -> Unlock:
    return Unlock("0193-intent", label, reservation, purpose, again)


@pytest.mark.parametrize(
    ("purpose", "before", "after"),
    [
        (Purpose.DROPOFF, "reserved", "starting"),
        (Purpose.PICKUP, "in_progress", "collect_item"),
        (Purpose.OPENING, "in_progress", "locker_opened"),
    ],
)
async def test_asking_opens_the_door_and_the_reading_shows_it(pair: Pair, purpose, before, after):
    await pair.partner.seed(before)
    assert set((await pair.cloud.open_doors()).values()) == {False}
    await pair.cloud.unlock(wish(purpose))
    doors = await pair.cloud.open_doors()
    assert [label for label, is_open in doors.items() if is_open] == ["1"]
    assert await pair.partner.state() == after


async def test_every_compartment_the_cloud_gives_away_is_shown(pair: Pair):
    assert set(await pair.cloud.open_doors()) == {str(number) for number in range(1, 12)}


async def test_a_drop_off_may_be_opened_again_after_its_door_fell_shut(pair: Pair):
    await pair.partner.seed("reserved")
    await pair.cloud.unlock(wish(Purpose.DROPOFF))
    await pair.partner.door("shut")
    assert await pair.partner.state() == "in_progress"
    await pair.cloud.unlock(wish(Purpose.DROPOFF, again=True))
    assert (await pair.cloud.open_doors())["1"]
    assert await pair.partner.state() == "locker_opened"


async def test_what_did_not_fit_gets_another_door(pair: Pair):
    await pair.partner.seed("starting")
    await pair.cloud.unlock(wish(Purpose.DROPOFF, "4", again=True))
    assert (await pair.cloud.open_doors())["4"]


async def test_a_parcel_left_inside_is_collected_again(pair: Pair):
    await pair.partner.seed("expired")
    await pair.cloud.unlock(wish(Purpose.PICKUP, again=True))
    assert await pair.partner.state() == "collect_item"


async def test_after_a_pick_up_is_over_its_door_stays_shut(pair: Pair):
    await pair.partner.seed("in_progress")
    await pair.cloud.unlock(wish(Purpose.PICKUP))
    await pair.partner.door("shut")
    with pytest.raises(CloudConflict):
        await pair.cloud.unlock(wish(Purpose.PICKUP, again=True))
    assert not (await pair.cloud.open_doors())["1"]


async def test_a_store_was_opened_when_it_was_made(pair: Pair):
    await pair.partner.seed("starting", type="store")
    await pair.cloud.unlock(wish(Purpose.DROPOFF))
    assert (await pair.cloud.open_doors())["1"]
    assert not any(asked.startswith("PUT") for asked in pair.line.asked)
    with pytest.raises(CloudConflict):
        await pair.cloud.unlock(wish(Purpose.DROPOFF, again=True))


async def test_a_locker_without_a_rent_opens_and_one_with_a_rent_does_not(pair: Pair):
    await pair.partner.seed("in_progress")
    await pair.cloud.unlock(wish(None, "2", reservation=None))
    assert (await pair.cloud.open_doors())["2"]
    with pytest.raises(CloudConflict):
        await pair.cloud.unlock(wish(None, "1", reservation=None))


async def test_a_compartment_that_is_no_locker_of_the_cloud_is_missing(pair: Pair):
    with pytest.raises(CloudMissing):
        await pair.cloud.unlock(wish(Purpose.PICKUP, "12"))


async def test_a_jammed_door_and_a_bloq_offline_are_asked_once(pair: Pair):
    await pair.partner.seed("in_progress")
    await pair.partner.door("jam")
    with pytest.raises(CloudBroken, match="502"):
        await pair.cloud.unlock(wish(Purpose.PICKUP))
    await pair.partner.door("free")
    await pair.partner.set("machine", online=False)
    with pytest.raises(CloudBroken, match="504"):
        await pair.cloud.unlock(wish(Purpose.PICKUP))
    assert pair.line.asked.count(f"PUT /rents/{RENT}/collect") == 2
    assert await pair.partner.state() == "in_progress"
