"""What a reservation asks for survives the disk, and what cannot be read opens nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.storage.particular import read, written
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.errors import StoreBroken
from kiosk.domain.layout import Millimetres
from kiosk.domain.model import Change, ReservationState
from kiosk.domain.particulars import PLAIN, Demand, Due, Needs, Particulars
from tests.integration.store_bench import (
    FIRST,
    NOON,
    StandingClock,
    arrival,
    moved,
    told,
)

LATER = NOON + timedelta(days=3)
WORDS = st.none() | st.text(min_size=1, max_size=5)
NEEDS = st.builds(
    Needs,
    inside=st.none() | st.builds(Millimetres, *[st.integers(0, 3000)] * 3),
    weight_g=st.none() | st.integers(0, 40_000),
    thermal=st.sampled_from(["ambient", "heat", "chill", "freeze"]),
    rear=st.booleans(),
    carrier=WORDS,
    low=st.booleans(),
    charging=st.booleans(),
)
PARTICULARS = st.builds(
    Particulars,
    needs=NEEDS,
    demands=st.frozensets(st.sampled_from(Demand)),
    due=st.none() | st.builds(Due, st.integers(0, 10**6), st.sampled_from(["EUR", "JPY"])),
    bundle=WORDS,
    partner=WORDS,
    earlier=WORDS,
    confirmed=st.booleans(),
    fair_until=st.none() | st.datetimes(timezones=st.just(UTC)),
    paid=st.none() | st.builds(Due, st.integers(0, 10**6), st.sampled_from(["EUR", "JPY"])),
)


async def kept(store: SqliteStore) -> Particulars:
    found = await store.reservation(FIRST)
    assert found is not None
    return found.particulars


@given(PARTICULARS)
def test_particulars_are_read_as_they_were_written(particulars: Particulars) -> None:
    assert read(written(particulars)) == particulars


def test_a_reservation_like_most_takes_no_room() -> None:
    assert written(Particulars()) is None
    assert read(None) is PLAIN


def test_keys_of_a_later_release_are_skipped() -> None:
    assert read({"bundle": "b", "drone": True, "needs": {"low": True, "wings": 2}}) == Particulars(
        bundle="b", needs=Needs(low=True)
    )


@pytest.mark.parametrize(
    "strange",
    [
        {"demands": ["terms", "fingerprint"]},
        {"demands": "terms"},
        {"demands": 3},
        {"due": {"amount": "much", "currency": "EUR"}},
        {"due": {"amount": 3}},
        {"due": 3},
        [],
        "payment",
        3,
    ],
    ids=str,
)
def test_what_guards_a_door_and_cannot_be_read_leaves_it_unconfirmed(strange: object) -> None:
    assert not read(strange).confirmed


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=4))
def test_whatever_stands_there_reading_goes_on(value: Any) -> None:
    keys = ("needs", "demands", "due", "bundle", "earlier", "unconfirmed", "fair_until")
    read(dict.fromkeys(keys, value))
    read({"needs": dict.fromkeys(("inside", "weight_g", "thermal", "carrier", "low"), value)})


async def test_particulars_follow_what_the_cloud_says(store: SqliteStore) -> None:
    asked = Particulars(demands=frozenset({Demand.PAYMENT}), due=Due(350, "EUR"))
    await store.absorb([arrival(particulars=asked)], complete=False)
    assert await kept(store) == asked
    [live] = await store.live_reservations()
    assert live.particulars == asked
    await store.absorb([arrival(read_at=NOON + timedelta(1))], complete=False)
    assert await kept(store) == PLAIN


async def test_an_end_that_is_put_off_is_changed_with_the_fact(store: SqliteStore) -> None:
    await store.absorb([arrival()], complete=False)
    change = replace(moved(ReservationState.STORED, told("reservation.extended")), expires_at=LATER)
    await store.record(change)
    found = await store.reservation(FIRST)
    assert found is not None
    assert found.expires_at == LATER
    with pytest.raises(StoreBroken):
        await store.record(Change("reservation.extended", expires_at=LATER))


async def test_the_cloud_does_not_take_back_an_end_it_has_not_heard_of(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival()], complete=False)
    clock.pass_by(timedelta(minutes=5))
    change = replace(moved(ReservationState.STORED, told("reservation.extended")), expires_at=LATER)
    await store.record(change)
    for read_at in (NOON + timedelta(minutes=4), NOON + timedelta(minutes=6)):
        await store.absorb([arrival(read_at=read_at)], complete=False)
        found = await store.reservation(FIRST)
        assert found is not None
        assert found.expires_at == LATER
    await store.delivered(1)
    clock.pass_by(timedelta(minutes=5))
    await store.absorb([arrival(read_at=clock.now(), expires_at=NOON)], complete=False)
    found = await store.reservation(FIRST)
    assert found is not None
    assert found.expires_at == NOON


async def test_what_an_outage_added_stays_until_the_cloud_names_a_new_end(
    store: SqliteStore,
) -> None:
    asked = Particulars(bundle="b")
    await store.absorb([arrival(particulars=asked)], complete=False)
    await store.record(Change("reservation.extended", FIRST, fair_until=LATER))
    assert await kept(store) == replace(asked, fair_until=LATER)
    later = NOON + timedelta(minutes=1)
    await store.absorb([arrival(read_at=later)], complete=False)
    assert await kept(store) == Particulars(fair_until=LATER)
    later += timedelta(minutes=1)
    await store.absorb([arrival(read_at=later, expires_at=NOON)], complete=False)
    assert await kept(store) == PLAIN


async def test_what_cannot_be_undone_leaves_nothing_half_done(store: SqliteStore) -> None:
    with pytest.raises(StoreBroken):
        await store.record(Change("x", FIRST, fair_until=datetime(2026, 1, 1, tzinfo=UTC)))
    assert await store.journal(5) == ()


async def test_a_later_end_opens_no_grace(store: SqliteStore, clock: StandingClock) -> None:
    await store.absorb([arrival()], complete=False)
    await store.record(moved(ReservationState.STORED))
    at = clock.now()
    clock.pass_by(timedelta(minutes=5))
    await store.record(Change("reservation.extended", FIRST, expires_at=LATER, fair_until=LATER))
    found = await store.reservation(FIRST)
    assert found is not None
    assert found.moved_at == at
