"""A whole kiosk with doors behind: a courier loads from there, and no front door opens for it."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.domain.flows.after import ConfirmPut
from kiosk.domain.flows.choices import ParcelDeclared
from kiosk.domain.flows.courier.round import SideChosen
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import DoesNotFit, EmptyDeclared, OpenAsked
from kiosk.domain.flows.opening import PutParcel, TakeParcel
from kiosk.domain.flows.problem import ConfirmEmpty
from kiosk.domain.model import Kind
from kiosk.domain.round import Verdict
from tests.integration.courier_issuer import pem
from tests.integration.journeys.stand import Stand, stand
from tests.integration.journeys.steps import kept
from tests.integration.staff.rear import REAR, bank
from tests.integration.staff.test_putting import Courier, parcel
from tests.integration.staff.test_taking import ACME, collecting, proved
from tests.integration.store_bench import file_of

BESIDE = (
    "debounce_ms = 20\nremind_shut = {0}\nremind_shut_louder = {1}\n"
    'session_end_door_open = {2}\n[couriers.keys.acme]\npem = "acme.pem"\ncarrier = "Acme"\n'
)
CALM = BESIDE.format(20, 40, 120)
HASTY = BESIDE.format(0.2, 0.4, 0.7)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "acme.pem").write_bytes(pem("acme"))
    bank(tmp_path)
    return tmp_path


@pytest.fixture
async def here(folder: Path) -> AsyncIterator[Stand]:
    parcels = [parcel("p0", "S"), parcel("p1", "M"), parcel("p2", "S", "4")]
    async with stand(folder, parcels, beside=CALM, layout=folder / "layout.toml") as here:
        yield here


async def behind(here: Stand) -> Courier:
    """Logged in, and gone round to the other side."""
    courier = Courier(here)
    await courier.logs_in()
    await courier.touch(SideChosen())
    await here.until(lambda: here.state.shift.rear, "the rear side")
    return courier


async def said(here: Stand, verdict: Verdict) -> None:
    now = lambda: getattr(getattr(here.state, "said", None), "verdict", None)  # noqa: E731
    await here.until(lambda: now() is verdict, str(verdict))


async def test_what_is_loaded_from_behind_opens_rear_doors_and_nothing_in_front(here: Stand):
    courier = await behind(here)
    for name, label in (("p0", "1"), ("p1", "5")):
        await courier.scan(f"ACME-{name}")
        working = await courier.at_door(PutParcel)
        assert (working.visit.label, working.visit.door) == (label, f"{label}/rear")
        here.hand("shut", f"{label}/rear")
        await courier.at_door(ConfirmPut)
        await courier.touch(ParcelDeclared(inside=True))
        await said(here, Verdict.IN)
    # It has a compartment already, and that cannot be reached from behind; another one can.
    await courier.scan("ACME-p2")
    third = await courier.at_door(PutParcel)
    assert third.visit.door.endswith("/rear")
    assert here.fired() == ["1/rear", "5/rear", third.visit.door]
    assert {"1": "parcel", "5": "parcel"}.items() <= (await here.contents()).items()


async def test_a_parcel_too_large_gets_a_larger_one_that_opens_behind_too(here: Stand):
    courier = await behind(here)
    await courier.scan("ACME-p0")
    first = await courier.at_door(PutParcel)
    await courier.touch(DoesNotFit())
    await here.until(lambda: getattr(here.state.at, "other", None), "a larger one")
    here.hand("shut", str(first.visit.door))
    await courier.at_door(ConfirmEmpty)
    await courier.touch(EmptyDeclared(empty=True))
    await here.until(lambda: here.state.visit.label != "1", "the larger one")
    second = await courier.at_door(PutParcel)
    assert here.fired() == ["1/rear", str(second.visit.door)]
    assert second.visit.door == "5/rear"


async def test_a_rear_door_left_open_is_named_as_such_until_it_is_shut(folder: Path):
    layout = folder / "layout.toml"
    async with stand(folder, [parcel("p0", "S")], beside=HASTY, layout=layout) as here:
        courier = await behind(here)
        await courier.scan("ACME-p0")
        await courier.at_door(PutParcel)
        await here.until(lambda: here.state.at.stage == 1, "a reminder")
        await said(here, Verdict.LEFT_OPEN)
        await flagged(here, "left_open")
        async with asyncio.timeout(5):
            while (await here.machine.desk.status())["left_open"] != ["1/rear"]:
                await asyncio.sleep(0.02)
        here.hand("shut", "1/rear")
        await flagged(here, None)
        assert (await here.contents())["1"] == "maybe"


async def flagged(here: Stand, flag: str | None) -> None:
    async with asyncio.timeout(5):
        while (await here.machine.desk.doors())["doors"][0]["flag"] != flag:
            await asyncio.sleep(0.02)


def on_record(folder: Path) -> list[str]:
    """What is committed of each intent."""
    with closing(sqlite3.connect(file_of(folder))) as memory:
        return [str(state) for (state,) in memory.execute("SELECT state FROM intent")]


async def cut_off(folder: Path) -> Path:
    """The power goes now; answers where the same disk is found again."""
    after = folder / "after"
    after.mkdir()
    (after / "acme.pem").write_bytes(pem("acme"))
    for place in ("state", "keys"):
        ignore = shutil.ignore_patterns("*.sock")
        await asyncio.to_thread(shutil.copytree, folder / place, after / place, ignore=ignore)
    bank(after)
    return after


async def test_what_is_fetched_from_behind_comes_out_there_and_what_has_no_door_there_stays(
    folder: Path,
):
    lying = [kept(n, name=f"GLS-{n}", kind=Kind.RETURN, particulars=ACME) for n in ("1", "4", "5")]
    async with stand(folder, lying, beside=CALM, layout=folder / "layout.toml") as here:
        await proved(here)
        here.do(SideChosen())
        await here.until(lambda: here.state.shift.rear, "the rear side")
        await collecting(here)
        for door in ("1/rear", "5/rear"):
            here.do(OpenAsked())
            await here.until(lambda: isinstance(getattr(here.state, "at", None), TakeParcel), door)
            assert here.state.visit.door == door
            here.hand("shut", door)
            await here.until(lambda: not isinstance(here.state, Working), "shut")
            if door == "1/rear":
                here.do(OpenAsked())
                await here.until(
                    lambda: [p.label for p in getattr(here.state, "todo", None) or ()] == ["5"], "5"
                )
        assert [parcel.label for parcel in here.state.tally.left] == ["4"]
        assert here.fired() == ["1/rear", "5/rear"]


@pytest.mark.parametrize("still_open", [True, False], ids=["open", "shut"])
async def test_a_power_cut_at_an_open_rear_door_is_taken_up_at_that_very_door(
    folder: Path, still_open: bool
):
    layout = folder / "layout.toml"
    async with stand(folder, [parcel("p0", "S")], beside=CALM, layout=layout) as here:
        courier = await behind(here)
        await courier.scan("ACME-p0")
        await courier.at_door(PutParcel)
        await here.until(lambda: on_record(folder) == ["opened"], "the opening on record")
        after = await cut_off(folder)
    found = [f"open {REAR}"] if still_open else []
    async with stand(after, [], beside=CALM, layout=after / "layout.toml", found=found) as here:
        assert isinstance(here.state, Home)
        assert here.fired() == []
        assert (await here.contents())["1"] == "maybe"
        if still_open:
            await here.until(lambda: here.state.left_open == ("1/rear",), "which door it is")
            here.hand("shut", "1/rear")
        await here.until(lambda: here.state.left_open == (), "nothing left open")
        row = {one["ref"]: one for one in (await here.machine.desk.list())["reservations"]}
        assert row["ACME-p0"]["state"] == "stored"
        courier = Courier(here)
        await courier.logs_in()
        await courier.scan("ACME-p0")
        await said(here, Verdict.ALREADY_IN)
        assert here.fired() == []
