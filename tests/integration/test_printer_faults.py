"""Whatever happens to a printer: at most one label, and after mending exactly one."""

import asyncio
import random

import pytest

from kiosk.domain.errors import PrinterCannot, PrinterGone, PrinterNotReady
from kiosk.domain.printing import Hitch, Outcome, Picture
from tests.integration.paper import at_once, driver, pair, shows, tried, unhurried, wholes

MAKES = ("zpl", "tspl", "escpos")
PICTURE = Picture(560, 480, random.Random(7).randbytes(70 * 480))
"""60 mm of label."""


QUESTION = {"zpl": 5, "tspl": 3, "escpos": 12}
"""Bytes of one."""


async def settled(labels, printer, outcome):
    """After mending: what was surely not printed is printed again; then one label lies there."""
    if outcome is Outcome.NOT_PRINTED:
        assert wholes(printer, PICTURE) == 0
        assert await labels.print(PICTURE) is Outcome.PRINTED
    elif outcome is Outcome.UNSURE:
        await asyncio.sleep(0.4)  # longer than a label takes: what comes has come
        if not wholes(printer, PICTURE):
            assert await labels.print(PICTURE) is Outcome.PRINTED
    assert wholes(printer, PICTURE) == 1


@unhurried
async def test_a_label_is_printed_once_and_the_printer_is_seen_to_work():
    async def story(make):
        async with pair(make) as (labels, printer):
            assert (await labels.status()).ready
            printing = asyncio.create_task(labels.print(PICTURE))
            await in_the_label(printer)
            assert not printing.done()
            assert await printing is Outcome.PRINTED
            assert [wholes(printer, PICTURE), len(printer.labels)] == [1, 1]

    await at_once(story, *MAKES)


async def in_the_label(printer):
    await printer.until(lambda: printer.mechanism.moving and printer.port.heard > 20_000)


async def length(make):
    """Bytes of one print, with its questions."""
    async with pair(make) as (labels, printer):
        await labels.print(PICTURE)
        return printer.port.heard


@unhurried
async def test_a_cut_at_each_tenth_of_the_stream_costs_no_label_and_makes_no_second(tmp_path):
    """Over TCP and in a device file; the last tenths may fall behind the last command."""
    lengths = {make: await length(make) for make in MAKES}
    outcomes = []

    async def story(make, line, tenth):
        file = tmp_path / f"{make}{tenth}" if line == "device" else None
        async with pair(make, file=file) as (labels, printer):
            printer.do(f"cut {max(1, lengths[make] * tenth // 10)}")
            outcome = await tried(labels, PICTURE)
            # Nothing whole may lie there that the kiosk believes not printed.
            assert outcome is not Outcome.PRINTED or wholes(printer, PICTURE) == 1
            await settled(labels, printer, outcome)
            outcomes.append(outcome)

    for line in ("tcp", "device"):
        await at_once(story, *((make, line, tenth) for make in MAKES for tenth in range(10)))
    assert outcomes.count(Outcome.NOT_PRINTED) >= 48


@unhurried
async def test_a_cut_right_before_the_last_command_is_no_label():
    """All of the picture was taken by the network, and nobody must guess."""

    async def story(make):
        async with pair(make) as (labels, printer):
            language = labels._speak()
            body, _ = language.stream(PICTURE, labels._settings)
            filler = language.filler(labels._settings) if language.leaves_paper else b""
            printer.do(f"cut {len(language.cancel + filler + body) + QUESTION[make]}")
            assert await tried(labels, PICTURE) is Outcome.NOT_PRINTED
            await asyncio.sleep(1)  # what was heard is printed meanwhile
            await settled(labels, printer, Outcome.NOT_PRINTED)
            assert not any(shows(piece, PICTURE) for piece in printer.pieces)

    await at_once(story, *MAKES)


@unhurried
async def test_a_new_driver_makes_good_what_an_old_one_left_half_sent():
    async def story(make):
        async with pair(make) as (labels, printer):
            body, _ = labels._speak().stream(PICTURE, labels._settings)
            printer.do(f"cut {len(body) // 2}")
            assert await tried(labels, PICTURE) is Outcome.NOT_PRINTED
            await settled(driver(make, printer.address), printer, Outcome.NOT_PRINTED)

    await at_once(story, *MAKES)


HITCHES = {
    "paper out": ("paper in", Hitch.PAPER_OUT, MAKES),
    "head open": ("head shut", Hitch.HEAD_OPEN, MAKES),
    "ribbon out": ("ribbon in", Hitch.RIBBON_OUT, ("zpl", "tspl")),
    "jam": ("free", Hitch.JAM, ("tspl",)),
    "hot": ("cool", Hitch.HOT, MAKES),
}
CASES = [(hand, make) for hand, (_, _, makes) in HITCHES.items() for make in makes]


@unhurried
async def test_a_printer_that_needs_somebody_is_sent_nothing():
    async def story(hand, make):
        mend, hitch, _ = HITCHES[hand]
        async with pair(make) as (labels, printer):
            printer.do(hand)
            assert hitch in (await labels.status()).hitches
            with pytest.raises(PrinterNotReady) as needed:
                await labels.print(PICTURE)
            assert hitch in needed.value.hitches
            printer.do(mend)
            await settled(labels, printer, Outcome.NOT_PRINTED)

    await at_once(story, *CASES)


@unhurried
async def test_a_hitch_in_the_label_calls_it_off_and_mending_prints_it_not_twice():
    async def story(hand, make):
        async with pair(make) as (labels, printer):
            printing = asyncio.create_task(tried(labels, PICTURE))
            await in_the_label(printer)
            printer.do(hand)
            assert await printing is Outcome.NOT_PRINTED
            printer.do(HITCHES[hand][0])
            await settled(labels, printer, Outcome.NOT_PRINTED)

    await at_once(story, *CASES)


@unhurried
async def test_paper_that_ends_in_the_label_leaves_a_piece_and_no_label():
    async def story(make, variant):
        async with pair(make, variant) as (labels, printer):
            printer.do("roll 45")
            assert await tried(labels, PICTURE) is Outcome.NOT_PRINTED
            assert Hitch.PAPER_OUT in (await labels.status()).hitches
            printer.do("paper in")
            await settled(labels, printer, Outcome.NOT_PRINTED)
            assert len(printer.pieces) == 1

    makes = (("zpl", "zebra"), ("zpl", "clone"), ("tspl", "tsc"), ("escpos", "epson"))
    await at_once(story, *makes)


@unhurried
async def test_a_label_the_kiosk_did_not_call_off_is_printed_again_by_the_printer():
    """What the drivers are written against: so do real ones."""

    async def story(make):
        async with pair(make) as (labels, printer):
            body, last = labels._speak().stream(PICTURE, labels._settings)
            printer.do("roll 25")
            printer.hear(body + last)
            await printer.until(lambda: bool(printer.pieces))
            printer.do("paper in")
            await printer.until(lambda: wholes(printer, PICTURE) == 1)

    await at_once(story, "zpl", "tspl")


@unhurried
async def test_a_pause_in_the_label_lets_it_come_out_and_that_is_known():
    async def story(make):
        async with pair(make) as (labels, printer):
            printing = asyncio.create_task(labels.print(PICTURE))
            await in_the_label(printer)
            printer.do("pause")
            assert await printing is Outcome.PRINTED
            assert wholes(printer, PICTURE) == 1

    await at_once(story, "zpl", "tspl")


@unhurried
async def test_a_printer_that_answers_nothing_is_never_ready():
    async def story(make):
        async with pair(make) as (labels, printer):
            printer.do("silent")
            status = await labels.status()
            assert (status.ready, status.hitches) == (False, {Hitch.SILENT})
            with pytest.raises(PrinterNotReady):
                await labels.print(PICTURE)
            printer.do("answering")
            await settled(labels, printer, Outcome.NOT_PRINTED)

    await at_once(story, *MAKES)


@unhurried
async def test_one_that_falls_silent_in_the_label_is_not_believed_to_have_printed():
    async def story(make):
        async with pair(make) as (labels, printer):
            printing = asyncio.create_task(labels.print(PICTURE))
            await in_the_label(printer)
            printer.do("silent")
            outcome = await printing
            # A receipt takes its time to be sent: silent before its end, it is surely no whole one.
            assert outcome is Outcome.UNSURE or (make, outcome) == ("escpos", Outcome.NOT_PRINTED)
            printer.do("answering")
            await settled(labels, printer, outcome)

    await at_once(story, *MAKES)


@unhurried
async def test_a_zebra_that_needs_paper_says_why_and_a_clone_answers_at_once():
    for variant in ("zebra", "clone"):
        async with pair("zpl", variant) as (labels, printer):
            printer.do("paper out")
            assert (await labels.status()).hitches == {Hitch.PAPER_OUT}


@unhurried
async def test_low_paper_is_said_and_keeps_nobody_from_printing():
    async with pair("escpos") as (labels, printer):
        printer.do("roll 200")
        status = await labels.status()
        assert (status.ready, status.hitches) == (True, {Hitch.PAPER_LOW})
        assert await labels.print(PICTURE) is Outcome.PRINTED


@unhurried
async def test_who_comes_second_at_port_9100_waits_and_prints_nothing_in_between():
    async def story(make):
        async with pair(make) as (labels, printer):
            host, port = printer.address.removeprefix("tcp://").split(":")
            _, first = await asyncio.open_connection(host, int(port))
            assert await tried(labels, PICTURE) is Outcome.NOT_PRINTED
            first.close()
            await first.wait_closed()
            await settled(labels, printer, Outcome.NOT_PRINTED)

    await at_once(story, *MAKES)


@unhurried
async def test_two_who_print_at_once_get_one_label_each():
    async def story(make):
        async with pair(make) as (labels, printer):
            outcomes = await asyncio.gather(labels.print(PICTURE), labels.print(PICTURE))
            assert outcomes == [Outcome.PRINTED] * 2
            assert [wholes(printer, PICTURE), len(printer.labels)] == [2, 2]

    await at_once(story, *MAKES)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "/no/such/device"])
@unhurried
async def test_a_printer_that_is_not_there_is_off_line(address):
    labels = driver("zpl", address)
    assert (await labels.status()).hitches == {Hitch.OFFLINE}
    with pytest.raises(PrinterGone):
        await labels.print(PICTURE)


@unhurried
async def test_a_label_larger_than_the_media_is_refused_before_it_is_sent():
    async def story(make):
        async with pair(make) as (labels, printer):
            with pytest.raises(PrinterCannot):
                await labels.print(Picture(824, 8, bytes(103 * 8)))
            assert printer.port.heard == 0

    await at_once(story, *MAKES)


@unhurried
async def test_a_device_file_prints_like_a_socket(tmp_path):
    async def story(make):
        async with pair(make, file=tmp_path / make) as (labels, printer):
            for _ in range(2):
                assert await labels.print(PICTURE) is Outcome.PRINTED
            assert wholes(printer, PICTURE) == 2

    await at_once(story, *MAKES)
