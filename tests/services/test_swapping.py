"""A parcel moves to another compartment: on the real store, through syncs, and cut off halfway."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain import settling
from kiosk.domain.flows.courier.carrying import (
    CarryOff,
    FindTargets,
    ListMovable,
    MayPut,
    MovableListed,
    PutDown,
    TargetsFound,
)
from kiosk.domain.flows.courier.takeout import MayTake, NotHere, PinWanted
from kiosk.domain.model import Arrival, Contents
from kiosk.domain.model import ReservationState as S
from kiosk.domain.particulars import PLAIN
from kiosk.domain.rules import CloudRules
from tests.integration.courier_issuer import token
from tests.integration.store_bench import NOON
from tests.services.taking import RULES, Work, at_work, listed, lying

ONE = lying("r1", "3", size="M")


@pytest.fixture
async def work(tmp_path: Path) -> AsyncIterator[Work]:
    async with at_work(tmp_path) as work:
        await work.keep(ONE)
        yield work


async def carried(work: Work, label: str = "5") -> None:
    """Out of the one, into the other."""
    take = await work.ask(CarryOff(listed(ONE)))
    assert isinstance(take, MayTake)
    for change in (settling.opened(take.visit), settling.collected(take.visit, None)):
        await work.here.store.record(change)
    put = await work.ask(PutDown(listed(ONE), label))
    assert isinstance(put, MayPut)
    for change in (settling.opened(put.visit), settling.deposited(put.visit, confirmed=True)):
        await work.here.store.record(change)


async def test_only_the_couriers_own_that_lie_here_can_be_moved(work: Work):
    await work.keep(lying("r2", "5", particulars=PLAIN), lying("r3", "1"))
    await work.takes(await work.one("r3"))
    assert await work.ask(ListMovable()) == MovableListed()
    await work.proves()
    listing = await work.ask(ListMovable())
    assert [one.parcel.reservation for one in listing.found] == ["r1"]


async def test_without_the_pin_nothing_is_moved(work: Work):
    await work.here.logins.by_token(token())
    assert await work.ask(CarryOff(listed(ONE))) == PinWanted()
    assert await work.ask(PutDown(listed(ONE), "5")) == PinWanted()


async def test_it_is_offered_free_compartments_that_are_large_enough_low_reach_first(work: Work):
    found = await work.ask(FindTargets(listed(ONE)))
    assert isinstance(found, TargetsFound)
    assert [target.label for target in found.targets] == ["4", "5"]
    assert [target.low for target in found.targets] == sorted(
        (target.low for target in found.targets), reverse=True
    )
    await work.keep(lying("r2", "4"))
    found = await work.ask(FindTargets(listed(ONE)))
    assert [target.label for target in found.targets] == ["5"]


async def test_reservation_and_both_compartments_change_together(work: Work):
    await work.proves()
    await carried(work)
    assert ((await work.one("r1")).compartment, (await work.one("r1")).state) == ("5", S.STORED)
    assert await work.contents("3") is Contents.EMPTY
    assert await work.contents("5") is Contents.PARCEL
    assert dict(await work.here.store.lying()) == {"5": {"r1"}}
    assert await work.told() == ["reservation.moved"]


@pytest.mark.parametrize("rules", [RULES, CloudRules("mute", collection_commits="open")])
async def test_where_it_lies_survives_a_sync_that_says_otherwise(tmp_path: Path, rules):
    async with at_work(tmp_path, rules) as work:
        await work.keep(ONE)
        await work.proves()
        await carried(work)
        for days in (1, 2, 3):
            while event := await work.here.store.next_event(work.here.clock.now()):
                await work.here.store.delivered(event.seq)
            later = work.here.clock.pass_by(timedelta(days=days))
            told = replace(ONE, read_at=later, state=S.EXPIRED if days == 3 else S.STORED)
            await work.here.store.absorb([Arrival(told)], complete=True)
            assert (await work.one("r1")).compartment == "5"
        assert (await work.one("r1")).state is S.EXPIRED
        assert (await work.one("r1")).read_at > NOON


async def test_a_cloud_that_moves_nothing_is_told_nothing(tmp_path: Path):
    async with at_work(tmp_path, CloudRules("mute")) as work:
        await work.keep(ONE)
        await work.proves()
        await carried(work)
        assert await work.told() == []


async def test_cut_off_in_between_it_is_nobodys_and_stands_first_on_the_list(work: Work):
    await work.keep(lying("r2", "1"))
    await work.proves()
    take = await work.ask(CarryOff(listed(ONE)))
    for change in (settling.opened(take.visit), settling.collected(take.visit, None)):
        await work.here.store.record(change)
    assert ((await work.one("r1")).state, await work.contents("3")) == (S.STORED, Contents.MAYBE)
    listing = await work.ask(ListMovable())
    assert [(one.parcel.reservation, one.unsure) for one in listing.found] == [
        ("r1", True),
        ("r2", False),
    ]
    back = await work.ask(PutDown(listed(ONE), "3"))
    assert isinstance(back, MayPut)
    for change in (settling.opened(back.visit), settling.kept(back.visit, None)):
        await work.here.store.record(change)
    assert ((await work.one("r1")).compartment, await work.contents("3")) == ("3", Contents.PARCEL)


async def test_a_compartment_given_away_meanwhile_is_not_opened(work: Work):
    await work.proves()
    assert isinstance(await work.ask(PutDown(listed(ONE), "5")), MayPut)
    given = replace(lying("r9", "5", S.RESERVED))
    await work.here.store.absorb([Arrival(given)], complete=False)
    assert await work.ask(PutDown(listed(ONE), "5")) == NotHere()
    assert await work.ask(PutDown(listed(ONE), "1")) == NotHere()  # too small


async def test_what_did_not_go_in_leaves_the_new_compartment_as_it_was_seen(work: Work):
    await work.proves()
    put = await work.ask(PutDown(listed(ONE), "5"))
    await work.here.store.record(settling.opened(put.visit))
    await work.here.store.record(settling.deposited(put.visit, confirmed=False))
    assert await work.contents("5") is Contents.MAYBE
    assert (await work.one("r1")).compartment == "3"
