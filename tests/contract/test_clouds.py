"""What holds for every cloud there is, whatever its line does: the adapter against its sandbox."""

import asyncio
from collections.abc import Callable, Coroutine
from itertools import pairwise
from typing import Any

import pytest

from kiosk.domain.errors import CloudForbidden
from kiosk.ports_abilities import PORT
from kiosk.ports_cloud import Ability
from tests.contract.clouds import CLOUDS, Vendor
from tests.contract.stand import Stand, standing

each_cloud = pytest.mark.parametrize("vendor", CLOUDS, ids=[each.name for each in CLOUDS])
SILENT = 40.0
"""Seconds a line stays cut."""
Story = Callable[[Stand], Coroutine[Any, Any, None]]


def plays(vendor: Vendor, story: Story) -> None:
    with standing(vendor) as stand:
        stand.loop.run_until_complete(story(stand))


async def goes_well(stand: Stand) -> None:
    """The journey has come to its end, once, in its order, and nothing was set aside."""
    vendor, app = stand.vendor, stand.wire.app
    assert vendor.last(app, vendor.parcel) == vendor.final
    assert stand.effects() == [step.call for step in vendor.told()]
    happened = vendor.happened(app, vendor.parcel)
    assert happened == list(dict.fromkeys(happened)) == list(vendor.heard)
    assert await stand.store.outbox() == ()


@each_cloud
def test_what_a_cloud_declares_is_what_it_can(vendor):
    async def story(stand: Stand) -> None:
        can = {ability for ability in Ability if isinstance(stand.cloud, PORT[ability])}
        assert can == vendor.maker.abilities
        assert vendor.maker.rules == stand.cloud.rules

    plays(vendor, story)


@each_cloud
def test_a_journey_is_told_once_in_its_order_by_calls_the_document_knows(vendor):
    async def story(stand: Stand) -> None:
        await stand.seeds()
        await stand.journey()
        await goes_well(stand)

    plays(vendor, story)


@each_cloud
@pytest.mark.parametrize("cut", [{"before": True}, {"lose_answer": True}], ids=["before", "after"])
def test_a_line_cut_at_any_call_delays_a_journey_and_changes_nothing(vendor, cut):
    # A read whose answer is lost is a read that never was.
    of = {} if "before" in cut else {"method": vendor.method}

    async def first(stand: Stand) -> None:
        await stand.seeds()
        await stand.journey()
        calls.extend(stand.wire.calls(**of))

    calls: list[str] = []
    plays(vendor, first)
    for nth in range(1, len(calls) + 1):

        async def story(stand: Stand, nth: int = nth) -> None:
            await stand.seeds()
            stand.fails(nth=nth, count=None, **of, **cut)
            stand.loop.call_later(SILENT, stand.mends)
            await stand.journey()
            await goes_well(stand)

        plays(vendor, story)


@each_cloud
@pytest.mark.parametrize("status", [400, 404, 409])
def test_a_refused_fact_is_set_aside_and_seen_and_the_others_go_on(vendor, status):
    first = vendor.told()[0]

    async def story(stand: Stand) -> None:
        await stand.seeds()
        stand.fails(path=first.call, status=status, count=None)
        stand.starts()
        await stand.known()
        for step in vendor.journey[: vendor.journey.index(first) + 1]:
            await stand.happens(step)
        await stand.all_told()
        (row,) = await stand.store.outbox()
        assert row["parked"]
        assert row["name"] == first.event
        assert row["error"]
        assert stand.effects() == []

    plays(vendor, story)


DOUBTS = {
    "502": {"status": 502, "body": "html"},
    "504 after the effect": {"status": 504, "effect": True},
    "200 HTML after the effect": {"status": 200, "body": "html", "effect": True},
    "cut": {"cut": 3},
    "answer lost": {"lose_answer": True},
    "no sound": {"silence": 300},
    "far too long": {"big_json": 2_000_000},
}


@each_cloud
@pytest.mark.parametrize("doubt", DOUBTS)
def test_after_a_doubtful_answer_a_fact_is_looked_for_before_it_is_told_again(vendor, doubt):
    async def story(stand: Stand) -> None:
        await stand.seeds()
        for step in vendor.told():
            stand.fails(path=step.call, method=vendor.method, **DOUBTS[doubt])
        await stand.journey()
        await goes_well(stand)
        own = [call for call in stand.wire.calls() if vendor.parcel in call]
        assert not [one for one, two in pairwise(own) if one == two and not one.startswith("GET")]

    plays(vendor, story)


@each_cloud
def test_a_cloud_that_asks_for_patience_is_left_alone_so_long(vendor):
    async def story(stand: Stand) -> None:
        await stand.seeds()
        first = vendor.told()[0]
        stand.fails(path=first.call, method=vendor.method, status=429, retry_after=90)
        await stand.journey()
        await goes_well(stand)
        tries = [at for at, request in stand.wire.asked if request.url.path.endswith(first.call)]
        assert len(tries) == 2
        assert 90 <= tries[1] - tries[0] < 120

    plays(vendor, story)


@each_cloud
@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_is_said_and_nothing_is_lost(vendor, status):
    async def story(stand: Stand) -> None:
        await stand.seeds()
        stand.starts()
        await stand.known()
        stand.fails(status=status, count=None)
        until = vendor.journey.index(vendor.told()[0]) + 1
        for step in vendor.journey[:until]:
            await stand.happens(step)
        await asyncio.sleep(SILENT)
        (row,) = await stand.store.outbox()
        assert not row["parked"]
        assert "CloudForbidden" in str(row["error"])
        with pytest.raises(CloudForbidden):
            await stand.cloud.ping()
        stand.mends()
        for step in vendor.journey[until:]:
            await stand.happens(step)
        await stand.all_told()
        await goes_well(stand)

    plays(vendor, story)


@each_cloud
def test_two_parcels_with_the_same_code_are_both_kept_and_told_apart(vendor):
    async def story(stand: Stand) -> None:
        codes = [name for name in vendor.seed if "code" in name.lower()]
        await stand.gives_every_parcel_the_code("4711")
        for more in ({}, vendor.neighbour):
            await stand.seeds(without=codes, **{**vendor.stored, **more})
        assert await stand.sync.once()
        claims = await stand.store.typed_claims("4711")
        labels = {claim.reservation.compartment for claim in claims}
        assert labels == {"1", "2"}
        assert await stand.store.typed_claims("4712") == ()

    plays(vendor, story)
