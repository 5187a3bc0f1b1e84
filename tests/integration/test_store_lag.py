"""A cloud that hears of no shut door does not undo what this kiosk saw and did."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain import access
from kiosk.domain.access import Right
from kiosk.domain.model import Change, Confidence, Contents, Purpose
from kiosk.domain.model import ReservationState as S
from kiosk.domain.rules import CloudRules
from tests.integration.store_bench import FIRST, NOON, StandingClock, arrival, furnished, typed

RULES = CloudRules("hears openings", hears_openings=True)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
async def store(tmp_path: Path, clock: StandingClock) -> AsyncIterator[SqliteStore]:
    async with furnished(tmp_path, clock) as store:
        store.cloud_rules = RULES
        yield store


async def seen(store: SqliteStore, *states: S, contents: Contents | None = None) -> None:
    """What the kiosk itself made of it, step by step."""
    for state in states:
        await store.record(Change("door", FIRST, state, "12", contents))


async def said(store: SqliteStore, clock: StandingClock, state: S, **facts: object) -> S | None:
    """What it is here after the cloud was read a minute later."""
    read_at = clock.pass_by(MINUTE)
    codes = (typed("471147"),)
    await store.absorb(
        [arrival(FIRST, *codes, state=state, read_at=read_at, **facts)], complete=False
    )
    found = await store.reservation(FIRST)
    return found and found.state


@pytest.mark.parametrize(
    ("before", "here", "told"),
    [
        (S.RESERVED, (S.DEPOSITING, S.STORED), S.DEPOSITING),
        (S.STORED, (S.COLLECTING, S.STORED), S.COLLECTING),
        (S.STORED, (S.OPENED, S.STORED), S.OPENED),
        (S.STORED, (S.COLLECTING, S.FINISHED), S.COLLECTING),
        (S.STORED, (S.COLLECTING, S.FINISHED), S.SETTLING),
    ],
)
async def test_an_older_step_of_the_cloud_does_not_undo_what_was_done_here(
    store: SqliteStore, clock: StandingClock, before: S, here: tuple[S, ...], told: S
) -> None:
    await store.absorb([arrival(state=before)], complete=False)
    await seen(store, *here)
    assert await said(store, clock, told) is here[-1]
    assert await said(store, clock, told) is here[-1]


async def test_what_this_kiosk_did_not_move_follows_the_cloud(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival()], complete=False)
    assert await said(store, clock, S.COLLECTING) is S.COLLECTING


async def test_a_cloud_that_hears_of_shut_doors_too_may_tell_of_a_grace(
    store: SqliteStore, clock: StandingClock
) -> None:
    store.cloud_rules = CloudRules("hears both")
    await store.absorb([arrival()], complete=False)
    await seen(store, S.FINISHED)
    assert await said(store, clock, S.COLLECTING) is S.COLLECTING


async def test_a_later_end_is_heard_of_a_cloud_that_lags_and_the_parcel_stays_where_it_lies(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival(state=S.RESERVED)], complete=False)
    await seen(store, S.DEPOSITING, S.STORED)
    later = NOON + timedelta(days=9)
    await said(store, clock, S.DEPOSITING, expires_at=later, compartment="7")
    found = await store.reservation(FIRST)
    assert found
    assert (found.expires_at, found.compartment) == (later, "12")


@pytest.mark.parametrize("told", [S.STORED, S.EXPIRED, S.CANCELLED])
async def test_what_was_put_in_here_stays_where_it_lies_whatever_the_cloud_moved_meanwhile(
    store: SqliteStore, clock: StandingClock, told: S
) -> None:
    await store.absorb([arrival(state=S.RESERVED)], complete=False)
    await seen(store, S.DEPOSITING, S.STORED)
    assert await said(store, clock, told, compartment="7") is told
    assert await said(store, clock, told, compartment="8") is told
    found = await store.reservation(FIRST)
    assert found
    assert found.compartment == "12"


async def told_of_the_place(store: SqliteStore) -> list[object]:
    """Where the cloud has it, as often as that was told; what is told is delivered at once."""
    while (event := await store.next_event(NOON + timedelta(days=1))) is not None:
        await store.delivered(event.seq)
    lines = await store.journal(100)
    return [line["facts"]["said"] for line in lines if line["name"] == "reservation.place_differs"]


async def test_another_place_than_the_cloud_says_is_told_once_for_each_disagreement(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival(state=S.RESERVED)], complete=False)
    await seen(store, S.DEPOSITING, S.STORED)
    for there, told in (
        ("12", []),
        ("7", ["7"]),
        ("7", ["7"]),
        ("8", ["7", "8"]),
        (None, ["7", "8"]),
        ("8", ["7", "8", "8"]),
        ("12", ["7", "8", "8"]),
        ("8", ["7", "8", "8", "8"]),
    ):
        await said(store, clock, S.STORED, compartment=there)
        assert await told_of_the_place(store) == told
    await said(store, clock, S.FINISHED, compartment="9")
    assert await told_of_the_place(store) == told


async def test_the_outbox_has_where_it_lies_and_where_the_cloud_says(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival(state=S.RESERVED)], complete=False)
    await seen(store, S.DEPOSITING, S.STORED)
    await said(store, clock, S.STORED, compartment="7")
    event = await store.next_event(clock.now())
    assert event
    assert (event.name, event.reservation) == ("reservation.place_differs", FIRST)
    assert (event.data["label"], event.data["said"]) == ("12", "7")


async def test_what_this_kiosk_did_not_put_in_is_looked_for_where_the_cloud_says(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival()], complete=False)
    await said(store, clock, S.STORED, compartment="7")
    found = await store.reservation(FIRST)
    assert found
    assert found.compartment == "7"


async def test_in_mode_front_the_vendor_says_where_a_parcel_lies(
    store: SqliteStore, clock: StandingClock
) -> None:
    store.cloud_rules = CloudRules("front", front=True)
    await store.absorb([arrival(state=S.RESERVED)], complete=False)
    await seen(store, S.DEPOSITING, S.STORED)
    await said(store, clock, S.STORED, compartment="7")
    found = await store.reservation(FIRST)
    assert found
    assert found.compartment == "7"


async def test_the_end_of_the_cloud_is_heard_though_it_lagged_before(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival()], complete=False)
    await seen(store, S.COLLECTING, S.STORED)
    assert await said(store, clock, S.COLLECTING) is S.STORED
    assert await said(store, clock, S.EXPIRED) is S.EXPIRED


async def test_codes_of_what_was_taken_here_are_forgotten_though_the_cloud_goes_on_telling_them(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival(FIRST, typed("471147"))], complete=False)
    await seen(store, S.COLLECTING, S.FINISHED)
    await said(store, clock, S.COLLECTING)
    assert await store.typed_claims("471147")
    await store.forget_used(clock.pass_by(timedelta(days=1)))
    await said(store, clock, S.COLLECTING)
    assert await store.typed_claims("471147") == ()


@pytest.mark.parametrize("contents", [Contents.PARCEL, Contents.MAYBE])
async def test_who_did_not_take_the_parcel_can_come_again(
    store: SqliteStore, clock: StandingClock, contents: Contents
) -> None:
    await store.absorb([arrival(FIRST, typed("471147"))], complete=False)
    await seen(store, S.COLLECTING, S.STORED, contents=contents)
    clock.pass_by(timedelta(hours=1))
    await said(store, clock, S.COLLECTING)
    [claim] = await store.typed_claims("471147")
    standing = access.Standing(
        claim.reservation,
        {Purpose.PICKUP},
        (await store.holdings())["12"],
        RULES,
        Confidence.CLOUD,
        clock.now(),
        grace=120.0,
        last_opener=FIRST,
    )
    assert access.decide(standing) == Right(Purpose.PICKUP)
