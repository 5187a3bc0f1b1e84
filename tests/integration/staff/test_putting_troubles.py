"""A whole kiosk: what a courier finds at an open door, and what the batch makes of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.domain.flows.after import ConfirmPut
from kiosk.domain.flows.choices import ParcelDeclared
from kiosk.domain.flows.courier.batch import Batch, BatchDone, NextStop
from kiosk.domain.flows.courier.loading import Seen
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, Round
from kiosk.domain.flows.inputs import (
    CancelAsked,
    CodeShown,
    DoesNotFit,
    EmptyDeclared,
    FinishAsked,
    OpenAsked,
    ReasonChosen,
    TroubleAsked,
    TroubleChosen,
)
from kiosk.domain.flows.opening import PutParcel
from kiosk.domain.flows.problem import AskReason, AskTrouble, ConfirmEmpty, ShutFirst
from kiosk.domain.flows.visit import Reason, Trouble
from kiosk.domain.model import ReservationId
from kiosk.domain.round import Verdict
from tests.integration.courier_issuer import pem
from tests.integration.journeys.stand import Stand, stand
from tests.integration.staff.rear import bank
from tests.integration.staff.test_putting import Courier, parcel

BESIDE = 'debounce_ms = 20\n[couriers.keys.acme]\npem = "acme.pem"\ncarrier = "Acme"\n'


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Stand]:
    """No sensor sees what lies behind most doors: 1 S, 2 M, 3 L, 4 S, 5 M."""
    (tmp_path / "acme.pem").write_bytes(pem("acme"))
    parcels = [parcel("p0", "S", "1"), parcel("p1", "S", "4")]
    async with stand(tmp_path, parcels, beside=BESIDE, layout=bank(tmp_path)) as here:
        yield here


async def batch(here: Stand) -> Courier:
    """Both are scanned, and the first door stands open."""
    courier = Courier(here)
    await courier.logs_in()
    await courier.touch(ChoreChosen(Chore.BATCH))
    await courier.sees(Batch)
    for name in ("p0", "p1"):
        await courier.scan(f"ACME-{name}")
    stops = (await courier.judged(2)).load.stops
    assert [stop.label for stop in stops] == ["1", "4"]
    await courier.touch(OpenAsked())
    await courier.at_door(PutParcel)
    return courier


async def confirmed(courier: Courier, label: str) -> None:
    """Put in and shut at once: it is asked whether the parcel is inside."""
    working = await courier.at_door(PutParcel)
    assert working.visit.label == label
    courier.here.hand("shut", label)
    assert (await courier.at_door(ConfirmPut)).at.soon
    await courier.touch(ParcelDeclared(inside=True))


async def rows(here: Stand) -> dict[str, tuple[str, str]]:
    found = (await here.machine.desk.list())["reservations"]
    return {one["ref"]: (one["state"], one["compartment"]) for one in found}


async def goes_on(courier: Courier, verdict: Verdict) -> None:
    """The batch goes on with the next door; what became of the first is known."""
    await courier.here.until(
        lambda: isinstance(courier.here.state, NextStop) and courier.here.state.stop, "the next"
    )
    assert courier.here.state.load.scans[0].verdict is verdict
    await courier.touch(OpenAsked())
    await confirmed(courier, "4")
    await courier.sees(BatchDone)
    await courier.touch(FinishAsked())
    await courier.sees(Round)


async def test_one_that_does_not_fit_goes_to_a_larger_one_and_the_batch_goes_on(here: Stand):
    courier = await batch(here)
    await courier.touch(DoesNotFit())
    offered = lambda: getattr(here.state.at, "other", None)  # noqa: E731
    await here.until(offered, "a larger one")
    larger = offered().label
    assert (await courier.at_door(ShutFirst)).visit.label == "1"
    here.hand("shut", "1")
    await courier.at_door(ConfirmEmpty)
    await courier.touch(EmptyDeclared(empty=True))
    await here.until(lambda: here.state.visit.label == larger, "its door")
    await confirmed(courier, larger)
    await goes_on(courier, Verdict.IN)
    assert here.fired() == ["1", larger, "4"]
    assert await rows(here) == {"ACME-p0": ("stored", larger), "ACME-p1": ("stored", "4")}
    assert await here.contents() == {larger: "parcel", "4": "parcel"}
    assert (here.state.shift.delivered, here.state.shift.left) == (2, ())


async def gives_up(courier: Courier, reason: Reason) -> None:
    await courier.touch(CancelAsked())
    await courier.at_door(AskReason)
    await courier.touch(ReasonChosen(reason))
    await courier.at_door(ShutFirst)
    courier.here.hand("shut", "1")
    await courier.at_door(ConfirmEmpty)
    await courier.touch(EmptyDeclared(empty=True))


async def test_the_wrong_parcel_comes_out_again_and_its_reservation_waits_on(here: Stand):
    courier = await batch(here)
    await courier.scan("ACME-p1")
    await here.until(lambda: here.state.behind.seen is Seen.OTHER, "another one's label")
    await gives_up(courier, Reason.WRONG_PARCEL)
    await goes_on(courier, Verdict.GIVEN_UP)
    assert await rows(here) == {"ACME-p0": ("reserved", "1"), "ACME-p1": ("stored", "4")}
    assert await here.contents() == {"4": "parcel"}
    assert [left.why for left in here.state.shift.left] == [Verdict.GIVEN_UP]
    # Later, with the right one in hand.
    await courier.scan("ACME-p0")
    await confirmed(courier, "1")
    await here.until(lambda: getattr(here.state, "shift", None), "the list")
    await here.until(lambda: here.state.shift.delivered == 2, "both")
    assert here.state.shift.left == ()
    told = [line["name"] for line in (await here.machine.desk.journal(100))["lines"]]
    assert "dropoff.not_put_in" in told
    assert "reservation.cancelled" not in told


async def test_a_compartment_that_is_not_empty_is_given_to_nobody_and_the_parcel_moves(
    here: Stand,
):
    courier = await batch(here)
    await courier.touch(TroubleAsked())
    await courier.at_door(AskTrouble)
    await courier.touch(TroubleChosen(Trouble.NOT_EMPTY))
    other = lambda: getattr(here.state.at, "other", None)  # noqa: E731
    await here.until(other, "another one")
    elsewhere = other().label
    here.hand("shut", "1")
    await courier.at_door(ConfirmEmpty)
    await courier.touch(EmptyDeclared(empty=True))
    await here.until(lambda: here.state.visit.label == elsewhere, "its door")
    await confirmed(courier, elsewhere)
    await goes_on(courier, Verdict.IN)
    doors = {row["label"]: row for row in (await here.machine.desk.doors())["doors"]}
    assert (doors["1"]["contents"], doors["1"]["flag"]) == ("maybe", "maintenance")
    assert (await rows(here))["ACME-p0"] == ("stored", elsewhere)


@pytest.mark.parametrize("inside", [True, False])
async def test_a_door_open_for_a_moment_only_is_asked_about(here: Stand, inside: bool):
    courier = Courier(here)
    await courier.logs_in()
    await courier.scan("ACME-p0")
    await courier.at_door(PutParcel)
    here.hand("shut", "1")
    assert (await courier.at_door(ConfirmPut)).at.soon
    await courier.touch(ParcelDeclared(inside=inside))
    await here.until(lambda: getattr(here.state, "said", None), "the list")
    state, contents = (("stored", "1"), "parcel") if inside else (("reserved", "1"), "maybe")
    assert here.state.said.verdict is (Verdict.IN if inside else Verdict.GIVEN_UP)
    assert (await rows(here))["ACME-p0"] == state
    assert await here.contents() == {"1": contents}
    assert here.fired() == ["1"]


async def test_what_was_put_in_and_taken_back_may_be_looked_at_once_more(here: Stand):
    courier = Courier(here)
    await courier.logs_in()
    await courier.scan("ACME-p0")
    await courier.at_door(PutParcel)
    here.hand("shut", "1")
    await courier.at_door(ConfirmPut)
    await courier.touch(OpenAsked())
    await courier.at_door(PutParcel)
    here.do(CodeShown("acme p0"))
    await here.until(lambda: here.state.behind.seen is Seen.RIGHT, "the right one")
    await confirmed(courier, "1")
    await here.until(lambda: getattr(here.state, "said", None), "the list")
    assert here.state.said.verdict is Verdict.IN
    assert here.state.said.reservation == ReservationId("p0")
    assert here.fired() == ["1", "1"]
