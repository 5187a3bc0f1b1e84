"""C15, N14, N15: one label on paper or one that waits; rolls are counted, and nearly empty told."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.commands import Ask, Command
from kiosk.domain.errors import (
    PrinterGone,
)
from kiosk.domain.flows.printed import (
    LabelDoubtful,
    LabelNeedless,
    LabelPrinted,
    LabelWaits,
)
from kiosk.domain.labels import MARK_SIGNS, JobState, Roll, counted, forecast
from kiosk.domain.layout import Owner
from kiosk.domain.model import Kind, Purpose
from kiosk.domain.printing import Hitch, Outcome
from kiosk.ports_abilities import Label
from kiosk.services.label_desk import LabelWishes
from kiosk.services.local import NotPossible
from tests.integration.store_bench import NOON, StandingClock
from tests.services.label_corner import BACK, OUT, STAFF, Cloud, Corner, Others


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def corner(store: SqliteStore, clock: StandingClock) -> Corner:
    return Corner(store, clock, None)


@pytest.fixture
def linked(store: SqliteStore, clock: StandingClock) -> Corner:
    return Corner(store, clock, Cloud())


async def test_what_was_shown_is_printed_once_and_told(corner: Corner):
    label = await corner.offers(await corner.brings())
    assert label.picture == b"PNG"
    assert await corner.waiting() == []
    assert await corner.labels.print_(label) == LabelPrinted(label)
    assert len(corner.printer.paper) == 1
    assert await corner.told() == ["label.printed"]
    assert corner.press.content[0] == corner.press.content[1]


async def test_a_label_says_who_sends_and_no_code_that_opens_anything(corner: Corner):
    label = await corner.offers(await corner.brings())
    [said] = corner.press.content
    assert (said["recipient"], said["sender"], said["ref"]) == ("Parcel Corner", "Ana", "order-r1")
    assert said["barcode"] == label.mark
    assert set(label.mark) <= set(MARK_SIGNS)
    assert len(label.mark) == 6


async def test_who_only_looks_at_the_offer_leaves_nothing_to_print(corner: Corner):
    await corner.offers(await corner.brings())
    assert await corner.waiting() == []
    assert await corner.told() == []


async def test_without_paper_it_waits_and_staff_print_it_later_once(corner: Corner):
    label = await corner.offers(await corner.brings())
    corner.printer.next = [OUT]
    assert await corner.labels.print_(label) == LabelWaits(label)
    assert await corner.waiting() == [JobState.QUEUED]
    [waits] = (await corner.verbs.labels())["waiting"]
    assert (waits["mark"], waits["error"]) == (label.mark, "paper_out")
    assert (await corner.verbs.print_label(STAFF, waits["id"]))["outcome"] == "printed"
    assert len(corner.printer.paper) == 1
    assert await corner.waiting() == []
    assert await corner.told() == ["label.failed", "label.printed"]


@pytest.mark.parametrize(
    ("said", "reason"), [(PrinterGone("nobody"), "offline"), (Outcome.NOT_PRINTED, "jam")]
)
async def test_whatever_keeps_it_from_printing_is_told_in_one_word(
    corner: Corner, said: Outcome | Exception, reason: str
):
    label = await corner.offers(await corner.brings())
    corner.printer.next, corner.printer.hitches = [said], frozenset({Hitch.JAM})
    assert isinstance(await corner.labels.print_(label), LabelWaits)
    [told] = [line for line in await corner.store.outbox() if line["name"] == "label.failed"]
    assert await corner.waiting() == [JobState.QUEUED]
    assert (await corner.verbs.labels())["waiting"][0]["error"] == reason
    assert told["reservation"] == BACK


@pytest.mark.parametrize(
    ("out", "answer", "left", "told"),
    [
        (True, LabelPrinted, [], ["label.printed"]),
        (False, LabelWaits, [JobState.QUEUED], ["label.failed"]),
    ],
)
async def test_in_doubt_nothing_is_told_before_somebody_has_looked(
    corner: Corner, out: bool, answer: type, left: list[JobState], told: list[str]
):
    label = await corner.offers(await corner.brings())
    corner.printer.next = [Outcome.UNSURE]
    assert await corner.labels.print_(label) == LabelDoubtful(label)
    assert await corner.told() == []
    assert isinstance(await corner.labels.said(label, out), answer)
    await corner.labels.said(label, out)
    assert await corner.waiting() == left
    assert await corner.told() == told


async def test_a_printer_that_never_ends_leaves_a_doubt_and_not_a_person_waiting(corner: Corner):
    label = await corner.offers(await corner.brings())
    corner.jobs._within = 0.01
    corner.printer.hold = asyncio.Event()
    assert await corner.labels.print_(label) == LabelDoubtful(label)


async def test_power_that_goes_while_it_prints_leaves_a_doubt(corner: Corner, clock: StandingClock):
    label = await corner.offers(await corner.brings())
    corner.printer.hold = asyncio.Event()
    printing = asyncio.create_task(corner.labels.print_(label))
    await corner.printer.begun.wait()
    printing.cancel()
    after = Corner(corner.store, clock, None)
    await after.jobs.resume()
    assert await after.waiting() == [JobState.UNSURE]
    with pytest.raises(NotPossible, match="whether it came out"):
        await after.verbs.print_label(STAFF, label.job)
    # By the mark, which is what stands on the parcel.
    await after.verbs.label_seen(STAFF, f" {label.mark[:3]} {label.mark[3:].lower()}", out=False)
    await after.verbs.print_label(STAFF, label.mark)
    assert len(after.printer.paper) == 1
    with pytest.raises(NotPossible, match="neither a label nor"):
        await after.verbs.print_label(STAFF, label.mark)
    await corner.jobs.aclose()


async def test_two_who_want_the_same_label_at_once_get_one(corner: Corner):
    label = await corner.offers(await corner.brings())
    corner.printer.next = [OUT]
    await corner.labels.print_(label)
    both = [corner.verbs.print_label(STAFF, label.job), corner.labels.print_(label)]
    await asyncio.gather(*both)
    assert len(corner.printer.paper) == 1
    assert (await corner.told()).count("label.printed") == 1


async def test_who_comes_back_has_the_label_already_and_may_have_it_again(corner: Corner):
    visit = await corner.brings()
    label = await corner.offers(visit)
    await corner.labels.print_(label)
    again = await corner.labels.prepare(visit)
    assert again == LabelPrinted(label)
    assert len(corner.printer.paper) == 1
    await corner.labels.print_(label)
    assert len(corner.printer.paper) == 2
    # What was printed in all the visits counts together.
    assert await corner.labels.prepare(visit) == LabelPrinted(label, 2)


async def test_who_leaves_without_it_leaves_no_job(corner: Corner):
    label = await corner.offers(await corner.brings())
    corner.printer.next = [OUT]
    await corner.labels.print_(label)
    await corner.labels.drop(label)
    assert await corner.waiting() == []


async def test_where_no_printer_takes_it_the_mark_stands_in(store, clock):
    corner = Corner(store, clock, None, printers=0)
    visit = await corner.brings()
    assert not corner.labels.labelled(visit)
    found = await corner.labels.prepare(visit)
    assert isinstance(found, LabelWaits)
    assert found.lasting
    assert await corner.told() == ["label.failed"]


async def test_a_label_goes_with_what_goes_on_from_here_and_with_nothing_else(corner: Corner):
    visit = await corner.brings()
    kinds = [kind for kind in Kind if corner.labels.labelled(replace(visit, kind=kind))]
    assert kinds == [Kind.FIRST_MILE, Kind.RETURN]
    sends = replace(visit, kind=Kind.SEND)
    ruled = replace(sends.rules, labelled=frozenset({Kind.SEND}))
    assert corner.labels.labelled(replace(sends, rules=ruled))
    for other in (
        replace(visit, purpose=Purpose.PICKUP),
        replace(visit, settled=True),
        replace(visit, opened=True),
        replace(visit, moved=True),
    ):
        assert not corner.labels.labelled(other)


async def test_a_cloud_says_what_is_printed_or_that_nothing_is(linked: Corner):
    visit = await linked.brings(owner=Owner.CLOUD)
    linked.cloud.said = None
    assert await linked.labels.prepare(visit) == LabelNeedless()
    linked.cloud.said = Label("theirs", {"to": "Bo"})
    await linked.labels.print_(await linked.offers(visit))
    assert linked.press.content[-1] == {"to": "Bo"}


async def test_a_silent_cloud_keeps_nobody_and_its_label_is_printed_later(linked: Corner):
    visit = await linked.brings(owner=Owner.CLOUD)
    linked.cloud.silent = True
    found = await linked.labels.prepare(visit)
    assert isinstance(found, LabelWaits)
    tried = await linked.verbs.print_label(STAFF, BACK)
    assert (tried["outcome"], tried["why"]) == ("not_printed", "cloud_silent")
    linked.cloud.silent = False
    tried = await linked.verbs.print_label(STAFF, BACK)
    assert (tried["outcome"], tried["mark"]) == ("printed", found.label.mark)
    assert linked.press.content[-1] == {"to": "Bo"}


async def test_a_wrong_label_is_refused_before_anything_is_printed(linked: Corner):
    linked.cloud.said = Label("theirs", {"wrong": "x"})
    found = await linked.labels.prepare(await linked.brings(owner=Owner.CLOUD))
    assert isinstance(found, LabelWaits)
    assert found.lasting
    assert linked.printer.paper == []
    assert (await linked.verbs.labels())["waiting"][0]["error"] == "wrong_label"


async def test_a_roll_is_counted_and_told_once_when_it_nears_its_end(corner: Corner):
    await corner.verbs.roll(STAFF, 5)
    await corner.stock.look()
    assert await corner.told() == ["label.roll_replaced"]
    await corner.labels.print_(await corner.offers(await corner.brings()))
    await corner.verbs.test_page(STAFF)
    for _ in range(2):
        await corner.stock.look()
    assert (await corner.told())[1:] == ["label.printed", "label.low"]
    [roll] = (await corner.verbs.labels())["stock"]["rolls"]
    assert (roll["left"], roll["days"]) == (3, 3)


def test_a_roll_lasts_as_long_as_its_use_says():
    assert forecast(70, 0, timedelta()) is None
    assert forecast(70, 20, timedelta(days=2)) == 7
    assert forecast(5, 20, timedelta(hours=1)) == 0


async def test_a_cloud_that_counts_is_told_of_a_new_roll_once_it_answers(
    linked: Corner, clock: StandingClock
):
    linked.cloud.silent = True
    await linked.verbs.roll(STAFF, 100)
    await linked.stock.look()
    assert linked.cloud.rolls == 0
    # The power goes before the network is back, and once more when all is told.
    cloud = Cloud()
    for _ in range(2):
        after = Corner(linked.store, clock, cloud)
        for _ in range(2):
            await after.stock.look()
        assert (cloud.rolls, after.stock.cloud_left) == (1, 40)


async def test_where_nobody_counted_the_clouds_count_is_taken_over(linked: Corner):
    # What was in a printer that is no more says nothing of this one.
    await linked.store.load_roll(Roll("old", NOON, 1), counted(Roll("old", NOON, 1), {}))
    await linked.stock.look()
    assert (await linked.store.rolls())["front"].left == 40
    [shown] = (await linked.verbs.labels())["stock"]["rolls"]
    assert shown["printer"] == "front"
    assert await linked.told() == []


@pytest.mark.parametrize(
    ("ask", "trusted", "answer"),
    [
        (Ask.OPEN, True, "others"),
        (Ask.PRINT, False, "not_yours"),
        (Ask.PRINT, True, ""),
        (Ask.ROLL_REPLACED, False, ""),
    ],
)
async def test_from_afar_a_label_is_printed_and_a_roll_replaced(
    corner: Corner, ask: Ask, trusted: bool, answer: str
):
    await corner.brings()
    wishes = LabelWishes(corner.desk, corner.store, Others())
    command = Command("c1", ask, NOON, reservation=BACK)
    assert await wishes.obey(command, trusted=trusted) == answer
    assert len(corner.printer.paper) == (ask is Ask.PRINT and answer == "")
    assert bool(await corner.store.rolls()) is (ask is Ask.ROLL_REPLACED)


async def test_a_print_from_afar_that_fails_says_why_and_waits(corner: Corner):
    await corner.brings()
    corner.printer.next = [OUT]
    wishes = LabelWishes(corner.desk, corner.store, Others())
    command = Command("c1", Ask.PRINT, NOON, reservation=BACK)
    assert await wishes.obey(command, trusted=True) == "paper_out"
    assert await corner.waiting() == [JobState.QUEUED]
