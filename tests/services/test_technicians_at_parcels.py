"""Somebody's parcel and a technician: its door opens for a reason, and that is told."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.domain.compartments import Finding
from kiosk.domain.flows.service.compartment_wishes import Why
from kiosk.domain.flows.service.door_in_hand import NotUnlocked, Unlock, Unlocked
from kiosk.domain.flows.service.one_door import LookUpParcel
from kiosk.domain.flows.visit import Failure
from kiosk.domain.model import Contents
from kiosk.domain.model import ReservationState as S
from tests.integration.full_disk import nothing_fits
from tests.integration.store_bench import file_of
from tests.services.lockers import arrival
from tests.services.technician_bench import PIN
from tests.services.test_service_doors import ANNA, Bench, running


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    async with running(tmp_path) as here:
        await here.enrol("anna7")
        await here.people.login(PIN, name="anna7")
        yield here


async def parcel(bench: Bench, state: S = S.STORED) -> None:
    await bench.store.absorb([arrival("r1", "2", state=state)], complete=False)


async def entered(bench: Bench) -> list[dict]:
    return [e for e in await bench.store.outbox() if e["name"] == "compartment.entered"]


@pytest.mark.parametrize("state", [S.STORED, S.EXPIRED, S.ABANDONED, S.DEPOSITING, S.COLLECTING])
async def test_opening_an_occupied_door_needs_a_reason(bench, state):
    await parcel(bench, state)
    assert await bench.do(Unlock(bench.hand("2"))) == NotUnlocked(Failure.OUT_OF_USE)
    assert bench.fired == []
    assert await entered(bench) == []
    assert isinstance(await bench.do(Unlock(bench.hand("2", why=Why.LOOK))), Unlocked)


async def test_opening_an_occupied_door_is_reported_with_its_reason_before_it_opens(
    bench,
):
    await parcel(bench)
    bench.board.jam(bench.layout.door("2").address)
    for pulse in (1, 2):
        await bench.do(Unlock(bench.hand("2", why=Why.HOLDER, pulse=pulse)))
    assert len(await entered(bench)) == 1
    lines = {str(line["name"]): line for line in await bench.store.journal(50)}
    line = lines["compartment.entered"]
    assert (line["facts"]["account"], line["facts"]["reason"]) == ("anna7", "holder")
    assert bench.fired == [2, 2]


async def test_no_lock_is_fired_where_the_reason_cannot_be_written_down(bench, tmp_path):
    await parcel(bench)
    with nothing_fits(file_of(tmp_path)):
        answer = await bench.do(Unlock(bench.hand("2", why=Why.LOOK)))
    assert answer == NotUnlocked(Failure.NO_MEMORY)
    assert bench.fired == []


async def test_an_empty_door_opens_without_a_reason_and_nothing_is_reported(bench):
    assert isinstance(await bench.do(Unlock(bench.hand("3"))), Unlocked)
    assert await entered(bench) == []


async def test_a_parcel_nobody_knows_is_somebodys_too(bench):
    assert (await bench.looks_into("3", Contents.PARCEL)).finding is Finding.UNKNOWN_PARCEL
    assert await bench.do(Unlock(bench.hand("3"))) == NotUnlocked(Failure.OUT_OF_USE)


async def test_taking_a_parcel_out_for_good_needs_a_reason_and_is_reported(bench):
    await parcel(bench)
    assert (await bench.do(LookUpParcel(ANNA, "2", None))).visit is None
    assert await entered(bench) == []
    assert (await bench.do(LookUpParcel(ANNA, "2", Why.DAMAGED))).visit is not None
    assert len(await entered(bench)) == 1
