"""Parcels the kiosk keeps for itself: their time runs out, is told once, and can be put off."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.layout import Owner
from kiosk.domain.model import ReservationId, ReservationState
from kiosk.domain.policy import Policy
from kiosk.services.local import LocalReservations
from kiosk.services.renewals import Renewals
from kiosk.services.upkeep import Upkeep
from tests.services.fakes import NOON, Nobody, parcel, running
from tests.services.lockers import STANDALONE, bank

ENDS = NOON + timedelta(hours=2)
R1 = ReservationId("r1")
S = ReservationState


@pytest.fixture
def upkeep(store):
    return Upkeep(bank(), store, {Owner.LOCAL: STANDALONE})


async def keeps(store, **facts):
    made = parcel("r1", expires_at=ENDS)
    reservation = replace(made.reservation, **{"owner": Owner.LOCAL, **facts})
    await store.add([replace(made, reservation=reservation)])


async def told(store):
    return [row["name"] for row in await store.outbox()]


async def test_what_was_not_collected_in_time_is_told_once(store, clock, upkeep):
    await keeps(store)
    async with running(lambda: upkeep.run(clock, Policy(), clock.sleep), clock):
        await clock.advance(2 * 3600)
        assert await told(store) == []
        await clock.advance(300)
        assert await told(store) == ["reservation.expired"]
    assert (await store.reservation(R1)).state is S.EXPIRED


async def test_the_cloud_tells_of_its_own(store, clock, upkeep):
    await keeps(store, owner=Owner.CLOUD)
    await upkeep.expire(ENDS + timedelta(days=1))
    assert await told(store) == []
    assert (await store.reservation(R1)).state is S.STORED


async def test_an_operator_puts_off_an_end_that_has_passed_and_the_parcel_lies_there_as_before(
    store, clock, upkeep
):
    await keeps(store)
    clock.forward(3 * 3600)
    await upkeep.expire(clock.now())
    local = LocalReservations(bank(owner=Owner.LOCAL), store, clock, lambda below: below - 1)
    until = clock.now() + timedelta(days=1)
    renewed = await Renewals(store, local, clock, Nobody()).extend("r1", until, {"uid": 0})
    kept = await store.reservation(R1)
    assert renewed.state is kept.state is S.STORED
    assert kept.expires_at == until
    await upkeep.expire(clock.now())
    assert await told(store) == ["reservation.expired", "reservation.extended"]
