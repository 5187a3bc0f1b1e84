"""C17 and the courier's count: printed once, now or never, with nobody's code but one's own."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain import settling
from kiosk.domain.acts import By
from kiosk.domain.errors import PrinterGone
from kiosk.domain.flows.courier.round import CountPrinted, PrintCount
from kiosk.domain.flows.duty import Shift
from kiosk.domain.flows.papers import PrintSlip, SlipAt, SlipEnded
from kiosk.domain.flows.visit import Handover, Outcome, Visit
from kiosk.domain.labels import JobState
from kiosk.domain.layout import DoorId, Owner
from kiosk.domain.model import Arrival, Change, Kind, ReservationId, ReservationState
from kiosk.domain.printing import Outcome as Printed
from kiosk.domain.printing import Paper
from kiosk.services.local import NotPossible
from tests.domain.story import DROPOFF, PICKUP, WALKUP
from tests.integration.store_bench import StandingClock, reservation
from tests.services.label_corner import OUT, STAFF, Corner

STAY = {"r1": "12", "r2": "13", "r3": "14"}
SHIFT = Shift("c-17", carrier="gls", vehicle="B-KX 204")
SECRETS = ("473920185", "473 920 185", "PLK1-SECRET")
SENT = replace(
    WALKUP, handover=Handover(SECRETS[0], SECRETS[2], datetime(2026, 11, 24, 18, tzinfo=UTC))
)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def corner(store: SqliteStore, clock: StandingClock) -> Corner:
    return Corner(store, clock, None, media="roll-80")


def receipt(visit: Visit, outcome: Outcome = Outcome.DEPOSITED) -> PrintSlip:
    return PrintSlip(Paper.RECEIPT, visit, outcome, "ar")


async def told(corner: Corner) -> list[str]:
    names = [str(line["name"]) for line in await corner.store.outbox()]
    return [name for name in names if name.startswith(("receipt.", "label."))]


async def test_a_receipt_says_where_which_door_when_and_whom_to_call(corner: Corner):
    visit = await corner.brings()
    assert await corner.papers.slip(receipt(visit)) == SlipEnded(SlipAt.PRINTED)
    assert len(corner.printer.paper) == 1
    [said] = corner.press.content
    assert said == {
        "operator": "Parcel Corner",
        "phone": "+49 30 123",
        "locker": "Station Square",
        "door": "12",
        "date": "2026-05-04 12:00",
        "ref": "order-r1",
        "code": "order-r1",
        "what": "Return handed in",
    }
    assert await told(corner) == ["receipt.printed"]
    # It is no label: nothing waits, and no cloud counts it as one.
    assert await corner.waiting() == []


async def test_it_is_printed_in_the_language_of_the_screen(corner: Corner):
    spoken: list[str] = []
    draw = corner.press.draw

    async def heard(*words: object, **named: object) -> object:
        spoken.append(str(words[-1]))
        return await draw(*words, **named)  # type: ignore[arg-type]

    corner.press.draw = heard  # type: ignore[method-assign, assignment]
    visit = await corner.brings(language="en")
    for language in ("ar", "en", "xx"):
        await corner.papers.slip(replace(receipt(visit), language=language))
    assert spoken == ["ar", "en", "en"]


@pytest.mark.parametrize("kind", Kind)
async def test_no_receipt_holds_anybodys_code(corner: Corner, kind: Kind):
    visit = replace(await corner.brings(), kind=kind, handover=SENT.handover, shown=SECRETS[0])
    await corner.papers.slip(receipt(visit, Outcome.DEPOSITED_UNCONFIRMED))
    assert not any(secret in str(corner.press.content) for secret in SECRETS)


async def test_who_sends_gets_the_code_that_is_on_the_screen(corner: Corner):
    await corner.brings()
    await corner.papers.slip(PrintSlip(Paper.SLIP, SENT, Outcome.DEPOSITED, "en"))
    [said] = corner.press.content
    assert (said["code"], said["typed"]) == (SECRETS[2], SECRETS[1])
    assert (said["title"], said["until"]) == ("Code for the receiver", "2026-11-24 18:00")
    facts = str(await corner.store.outbox()) + str(await corner.store.journal(50))
    assert not any(secret in facts for secret in SECRETS)


@pytest.mark.parametrize(
    ("said", "ends", "names"),
    [
        (OUT, SlipAt.FAILED, ["receipt.failed"]),
        (PrinterGone("nobody"), SlipAt.FAILED, ["receipt.failed"]),
        (Printed.NOT_PRINTED, SlipAt.FAILED, ["receipt.failed"]),
        (Printed.UNSURE, SlipAt.UNSURE, []),
    ],
)
async def test_what_does_not_come_out_is_said_and_never_printed_later(
    corner: Corner, said: Printed | Exception, ends: SlipAt, names: list[str]
):
    visit = await corner.brings()
    corner.printer.next = [said]
    assert await corner.papers.slip(receipt(visit)) == SlipEnded(ends)
    assert await told(corner) == names
    await Corner(corner.store, corner.clock, None, media="roll-80").jobs.resume()
    assert (corner.printer.paper, await corner.waiting()) == ([], [])


async def test_a_receipt_costs_no_label(store: SqliteStore, clock: StandingClock):
    assert Corner(store, clock, None).papers.offered() == frozenset()
    assert Corner(store, clock, None, printers=0).papers.offered() == frozenset()
    assert Corner(store, clock, None, media="roll-80").papers.offered() == frozenset(Paper)


# --- The courier's count ---


async def logs_in(corner: Corner) -> None:
    await corner.store.record(Change("courier.logged_in"))


def at_door(visit: Visit, number: str, label: str, by: By = By.COURIER) -> Visit:
    return replace(visit, reservation=ReservationId(number), label=label, door=DoorId(label), by=by)


async def puts_in(corner: Corner, visit: Visit) -> None:
    await corner.store.record(settling.opened(visit))
    await corner.store.record(settling.deposited(visit, confirmed=True))


async def test_the_count_has_all_of_this_visit_and_nothing_of_the_one_before(corner: Corner):
    reserved = {"owner": Owner.LOCAL, "state": ReservationState.RESERVED}
    two = [reservation(name, compartment=label, **reserved) for name, label in STAY.items()]
    await corner.store.absorb([Arrival(one, ()) for one in two], complete=False)
    assert await corner.store.handled() == ()
    await logs_in(corner)
    await puts_in(corner, at_door(DROPOFF, "r1", "12"))
    await logs_in(corner)
    assert await corner.store.handled() == ()
    out = at_door(PICKUP, "r1", "12")
    await corner.store.record(settling.opened(out))
    await corner.store.record(settling.collected(out, occupied=False))
    await puts_in(corner, at_door(DROPOFF, "r2", "13"))
    # What a person did meanwhile is no courier's work.
    await puts_in(corner, at_door(DROPOFF, "r3", "14", By.CONSUMER))
    assert await corner.papers.manifest(PrintCount(SHIFT)) == CountPrinted(True)
    [said] = corner.press.content
    assert (said["delivered"], said["collected"]) == ("1", "1")
    assert said["courier"] == "c-17 · gls · B-KX 204"
    assert said["parcels"] == [
        {"door": "12", "time": "12:00", "ref": "order-r1", "what": "Collected"},
        {"door": "13", "time": "12:00", "ref": "order-r2", "what": "Delivered"},
    ]


async def test_a_long_count_is_several_sheets_and_each_comes_out_once(corner: Corner):
    await corner.brings()
    await logs_in(corner)
    corner.press.sheets = 3
    corner.printer.next = [Printed.PRINTED, OUT]
    assert await corner.papers.manifest(PrintCount(SHIFT)) == CountPrinted(False)
    [waits] = (await corner.verbs.labels())["waiting"]
    assert (waits["state"], waits["error"]) == ("queued", "paper_out")
    again = await corner.verbs.print_label(STAFF, waits["id"])
    assert again["outcome"] == "printed"
    assert [picture.data for picture in corner.printer.paper] == [b"\x80", b"\x81", b"\x82"]
    assert await corner.waiting() == []
    assert (await told(corner)).count("label.printed") == 1


@pytest.mark.parametrize("said", [OUT, Printed.UNSURE])
async def test_a_courier_who_asks_once_more_gets_the_rest_of_the_same_count(
    corner: Corner, said: Printed | Exception
):
    await corner.brings()
    await logs_in(corner)
    corner.press.sheets = 3
    corner.printer.next = [Printed.PRINTED, said]
    assert await corner.papers.manifest(PrintCount(SHIFT)) == CountPrinted(False)
    assert await corner.papers.manifest(PrintCount(SHIFT)) == CountPrinted(True)
    assert [picture.data for picture in corner.printer.paper] == [b"\x80", b"\x81", b"\x82"]
    assert await corner.waiting() == []


@pytest.mark.parametrize("out", [True, False])
async def test_of_a_sheet_in_doubt_staff_say_whether_it_came_out(corner: Corner, out: bool):
    await corner.brings()
    await logs_in(corner)
    corner.press.sheets = 3
    corner.printer.next = [Printed.PRINTED, Printed.UNSURE]
    await corner.papers.manifest(PrintCount(SHIFT))
    [waits] = (await corner.verbs.labels())["waiting"]
    with pytest.raises(NotPossible, match="whether it came out"):
        await corner.verbs.print_label(STAFF, waits["id"])
    await corner.verbs.label_seen(STAFF, waits["id"], out=out)
    await corner.verbs.print_label(STAFF, waits["id"])
    printed = [picture.data for picture in corner.printer.paper]
    assert printed == [b"\x80", *([] if out else [b"\x81"]), b"\x82"]


async def test_power_that_goes_between_two_sheets_leaves_a_doubt_and_prints_none_twice(
    corner: Corner, clock: StandingClock
):
    await corner.brings()
    await logs_in(corner)
    corner.press.sheets = 2
    first = asyncio.Event()
    prints = corner.printer.print

    async def held(picture: object) -> Printed:
        if corner.printer.paper:
            first.set()
            await asyncio.Event().wait()
        return await prints(picture)  # type: ignore[arg-type]

    corner.printer.print = held  # type: ignore[method-assign, assignment]
    going = asyncio.create_task(corner.papers.manifest(PrintCount(SHIFT)))
    await first.wait()
    going.cancel()
    await corner.jobs.aclose()
    after = Corner(corner.store, clock, None, media="roll-80")
    after.press.sheets = 2
    await after.jobs.resume()
    assert await after.waiting() == [JobState.UNSURE]
    [waits] = (await after.verbs.labels())["waiting"]
    await after.verbs.label_seen(STAFF, waits["id"], out=False)
    await after.verbs.print_label(STAFF, waits["id"])
    assert [picture.data for picture in after.printer.paper] == [b"\x81"]


async def test_a_count_nobody_printed_is_forgotten_one_day(corner: Corner, clock: StandingClock):
    await corner.brings()
    await logs_in(corner)
    corner.printer.next = [OUT]
    await corner.papers.manifest(PrintCount(SHIFT))
    clock.pass_by(timedelta(days=31))
    await corner.verbs.test_page(STAFF)
    corner.printer.next = [OUT]
    await corner.papers.manifest(PrintCount(SHIFT))
    assert len(await corner.waiting()) == 1


async def test_its_rows_rest_sealed_and_come_back_as_they_were(corner: Corner):
    await corner.brings(ref="GLS-SECRET-REF", state=ReservationState.RESERVED)
    await logs_in(corner)
    await puts_in(corner, at_door(DROPOFF, "r1", "12"))
    corner.printer.next = [OUT]
    await corner.papers.manifest(PrintCount(SHIFT))
    [job] = await corner.store.labels((JobState.QUEUED,), 5)
    [row] = job.content["parcels"]
    assert isinstance(row, dict)
    assert row["ref"] == "GLS-SECRET-REF"
