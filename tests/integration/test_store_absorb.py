"""What the cloud says never undoes what this kiosk did, and ends what it no longer lists."""

from datetime import timedelta

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Change,
    ReservationState,
)
from kiosk.ports import Store
from tests.integration.store_bench import (
    FIRST,
    NOON,
    StandingClock,
    arrival,
    moved,
    reservation,
    told,
)

LATER = NOON + timedelta(minutes=1)


async def state(store: Store, name: str = FIRST) -> ReservationState | None:
    found = await store.reservation(reservation(name).id)
    return found.state if found else None


async def test_the_cloud_moves_what_the_kiosk_has_not_touched(store: SqliteStore) -> None:
    await store.absorb([arrival()], complete=True)
    await store.absorb(
        [arrival(state=ReservationState.EXPIRED, compartment="7", read_at=LATER)], complete=True
    )
    assert await store.reservation(FIRST) == reservation(
        state=ReservationState.EXPIRED, compartment="7", read_at=LATER
    )


async def test_a_read_older_than_the_kiosks_own_move_moves_nothing(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival()], complete=True)
    moved_at = clock.pass_by(timedelta(minutes=5))
    await store.record(moved(ReservationState.FINISHED))
    await store.absorb([arrival(read_at=LATER, ref="new")], complete=True)
    assert await store.reservation(FIRST) == reservation(
        state=ReservationState.FINISHED, moved_at=moved_at, read_at=LATER, ref="new"
    )


async def test_a_later_read_moves_what_the_kiosk_moved(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival()], complete=True)
    await store.record(moved(ReservationState.FINISHED))
    await store.absorb([arrival(read_at=clock.pass_by(timedelta(hours=1)))], complete=True)
    assert await state(store) is ReservationState.STORED


async def test_a_deposit_that_was_begun_and_not_told_yet_is_not_undone_by_a_cloud_that_waits(
    store: SqliteStore, clock: StandingClock
) -> None:
    waiting = arrival(state=ReservationState.RESERVED)
    await store.absorb([waiting], complete=True)
    await store.record(moved(ReservationState.DEPOSITING))
    read_at = clock.pass_by(timedelta(minutes=1))
    await store.absorb([arrival(state=ReservationState.RESERVED, read_at=read_at)], complete=True)
    assert await state(store) is ReservationState.DEPOSITING
    read_at = clock.pass_by(timedelta(minutes=1))
    await store.absorb([arrival(state=ReservationState.CANCELLED, read_at=read_at)], complete=True)
    assert await state(store) is ReservationState.CANCELLED


async def test_a_move_noted_in_the_wrong_years_does_not_deafen_the_kiosk(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival()], complete=True)
    clock.pass_by(timedelta(days=3650))
    await store.record(moved(ReservationState.FINISHED))
    clock.pass_by(timedelta(days=-3649))
    await store.absorb([arrival(read_at=LATER)], complete=True)
    assert await state(store) is ReservationState.STORED


@pytest.mark.parametrize("settled", ["delivered", "parked"])
async def test_undelivered_facts_outweigh_every_read(
    store: SqliteStore, clock: StandingClock, settled: str
) -> None:
    await store.absorb([arrival()], complete=True)
    await store.record(moved(ReservationState.FINISHED, told("parcel.collected")))
    read_at = clock.pass_by(timedelta(hours=1))
    await store.absorb([arrival(read_at=read_at)], complete=True)
    assert await state(store) is ReservationState.FINISHED
    await (store.delivered(1) if settled == "delivered" else store.park(1, "refused"))
    await store.absorb([arrival(read_at=read_at)], complete=True)
    assert await state(store) is ReservationState.STORED


async def test_a_read_begun_before_the_cloud_was_told_moves_nothing(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival()], complete=True)
    await store.record(moved(ReservationState.FINISHED, told("parcel.collected")))
    read_at = clock.pass_by(timedelta(seconds=1))
    clock.pass_by(timedelta(seconds=1))
    await store.delivered(1)
    await store.absorb([arrival(read_at=read_at)], complete=True)
    assert await state(store) is ReservationState.FINISHED


async def test_reads_that_overtake_each_other_leave_the_newer_one(store: SqliteStore) -> None:
    await store.absorb([arrival(read_at=NOON, ref="newer")], complete=False)
    await store.absorb([arrival(read_at=NOON - timedelta(seconds=2), ref="old")], complete=False)
    found = await store.reservation(FIRST)
    assert found
    assert found.ref == "newer"


async def test_a_whole_list_finishes_what_is_not_in_it(
    store: SqliteStore, clock: StandingClock
) -> None:
    names = ["kept", "gone", "owing", "ours"]
    owners = {"ours": Owner.LOCAL}
    arrivals = [arrival(name, owner=owners.get(name, Owner.CLOUD)) for name in names]
    await store.absorb(arrivals, complete=False)
    await store.record(Change("parcel.seen", events=(told("parcel.seen", "owing"),)))
    await store.absorb([arrival("kept", read_at=clock.pass_by(LATER - NOON))], complete=True)
    live = {r.id for r in await store.live_reservations()}
    assert live == {"kept", "owing", "ours"}
    assert await store.holdings() == {}


async def test_an_empty_whole_list_finishes_all_of_the_clouds(store: SqliteStore) -> None:
    await store.absorb([arrival()], complete=True)
    await store.absorb([], complete=False)
    assert await state(store) is ReservationState.STORED
    await store.absorb([], complete=True)
    assert await state(store) is ReservationState.FINISHED


async def test_a_list_does_not_finish_what_came_after_it_was_read(
    store: SqliteStore, clock: StandingClock
) -> None:
    clock.pass_by(timedelta(minutes=2))
    await store.absorb([arrival("new", read_at=LATER)], complete=False)
    await store.absorb([arrival("old", read_at=NOON)], complete=True)
    assert await state(store, "new") is ReservationState.STORED


async def test_the_cloud_cannot_touch_a_local_reservation_of_the_same_id(
    store: SqliteStore,
) -> None:
    await store.add([arrival(owner=Owner.LOCAL)], Change("reservation.made"))
    await store.absorb([arrival(state=ReservationState.CANCELLED, read_at=LATER)], complete=True)
    assert await store.reservation(FIRST) == reservation(owner=Owner.LOCAL)
