"""A whole kiosk with an emulated board: a courier scans a batch and puts it in, door after door."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.domain.flows.courier.batch import Batch, BatchDone, NextStop
from kiosk.domain.flows.courier.round import (
    Chore,
    ChoreChosen,
    LogOutAsked,
    ParcelChosen,
    Round,
    RoundDone,
)
from kiosk.domain.flows.courier.signin import StaffAsked, StaffEntrance
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import CodeShown, FinishAsked, Input, OpenAsked
from kiosk.domain.flows.opening import DoorStuck, PutParcel
from kiosk.domain.layout import Owner
from kiosk.domain.model import Arrival, Kind, Reservation, ReservationId, ReservationState
from kiosk.domain.particulars import Needs, Particulars
from kiosk.domain.round import Verdict
from tests.integration.courier_issuer import pem, token
from tests.integration.journeys.stand import Stand, stand
from tests.integration.store_bench import NOON

S = ReservationState


def parcel(name: str, size: str, label: str | None = None) -> Arrival:
    made = Reservation(
        ReservationId(name), f"ACME-{name}", Owner.LOCAL, Kind.DELIVERY,
        S.RESERVED if label else S.ANNOUNCED, label, size, NOON, NOON,
        particulars=Particulars(needs=Needs(carrier="Acme")),
    )  # fmt: skip
    return Arrival(made, ())


class Courier:
    """Counts what they touch and what they hold up."""

    def __init__(self, here: Stand) -> None:
        self.here = here
        self.touches = self.scans = 0

    async def touch(self, event: Input) -> None:
        self.touches += 1
        self.here.do(event)

    async def scan(self, text: str) -> None:
        self.scans += 1
        self.here.do(CodeShown(text))

    async def sees(self, kind: type) -> None:
        await self.here.until(lambda: isinstance(self.here.state, kind), kind.__name__)

    async def at_door(self, kind: type) -> Working:
        state = lambda: self.here.state  # noqa: E731
        await self.here.until(
            lambda: isinstance(state(), Working) and isinstance(state().at, kind), kind.__name__
        )
        return state()

    async def logs_in(self) -> None:
        self.here.do(StaffAsked())
        await self.sees(StaffEntrance)
        now = int(time.time())
        self.here.do(CodeShown(token(iat=now, exp=now + 3600)))
        await self.here.until(
            lambda: isinstance(self.here.state, Round) and self.here.state.parcels is not None,
            "the list",
        )

    async def puts_in(self) -> str:
        """At the open door; answers which."""
        label = (await self.at_door(PutParcel)).visit.label
        self.here.hand("occupy", label)
        await asyncio.sleep(0)
        self.here.hand("shut", label)
        return label

    async def judged(self, count: int) -> Batch:
        batch = lambda: self.here.state  # noqa: E731
        await self.here.until(
            lambda: len(batch().load.scans) == count and not batch().load.judging, "judged"
        )
        return batch()


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Stand]:
    (tmp_path / "acme.pem").write_bytes(pem("acme"))
    couriers = '[couriers.keys.acme]\npem = "acme.pem"\ncarrier = "Acme"\n'
    sizes = ("S", "S", "M", "M", "L")
    parcels = [parcel(f"p{n}", size) for n, size in enumerate(sizes)]
    async with stand(tmp_path, parcels, beside=couriers) as here:
        yield here


async def test_a_batch_takes_one_scan_and_one_touch_for_each_parcel(here: Stand):
    courier = Courier(here)
    await courier.logs_in()
    await courier.touch(ChoreChosen(Chore.BATCH))
    await courier.sees(Batch)
    courier.touches = 0
    for n in range(5):
        await courier.scan(f"ACME-p{n}")
    batch = await courier.judged(5)
    assert [scan.verdict for scan in batch.load.scans] == [Verdict.FITS] * 5
    planned = [stop.label for stop in batch.load.stops]
    opened = []
    for n in range(5):
        await courier.touch(OpenAsked())
        opened.append(await courier.puts_in())
        await courier.sees(BatchDone if n == 4 else NextStop)
    assert opened == planned == here.fired()
    assert (courier.touches, courier.scans) == (5, 5)
    assert set(await here.contents()) >= set(opened)
    await courier.touch(FinishAsked())
    await courier.sees(Round)
    assert here.state.shift.delivered == 5
    await courier.touch(LogOutAsked())
    await courier.sees(RoundDone)
    await courier.touch(FinishAsked())
    await courier.sees(Home)


async def test_from_the_list_a_scan_alone_opens_and_the_same_parcel_goes_in_once(here: Stand):
    courier = Courier(here)
    await courier.logs_in()
    await courier.scan("ACME-p0")
    label = await courier.puts_in()
    await courier.sees(Round)
    assert (here.state.said.verdict, here.state.said.label) == (Verdict.IN, label)
    await courier.scan("ACME-p0")
    said = lambda: getattr(here.state, "said", None)  # noqa: E731
    await here.until(lambda: said() and said().verdict is Verdict.ALREADY_IN, "already in")
    assert (courier.touches, here.fired()) == (0, [label])


async def test_a_jammed_door_is_left_out_and_the_parcel_gets_the_next(here: Stand):
    courier = Courier(here)
    await courier.logs_in()
    await courier.touch(ChoreChosen(Chore.BATCH))
    await courier.sees(Batch)
    await courier.scan("ACME-p0")
    first = (await courier.judged(1)).load.stops[0].label
    here.hand("jam", first)
    await courier.touch(OpenAsked())
    await courier.at_door(DoorStuck)
    await courier.touch(FinishAsked())
    await here.until(
        lambda: isinstance(here.state, NextStop) and here.state.stop is not None, "another door"
    )
    assert here.state.stop.label != first
    await courier.touch(OpenAsked())
    second = await courier.puts_in()
    await courier.sees(BatchDone)
    assert here.fired() == [first, second]
    assert (await here.contents())[second] == "parcel"


async def test_a_parcel_whose_label_cannot_be_read_is_touched(here: Stand):
    courier = Courier(here)
    await courier.logs_in()
    await courier.touch(ParcelChosen(ReservationId("p4")))
    await courier.puts_in()
    await courier.sees(Round)
    assert here.state.shift.delivered == 1
