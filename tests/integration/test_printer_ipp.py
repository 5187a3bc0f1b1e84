"""IPP: to Debian's ippeveprinter, and to printers that answer nonsense."""

import asyncio
import struct
import zlib

import httpx
import pytest

from kiosk.adapters.printers import ipp_words as words
from kiosk.adapters.printers.ipp import IppPrinter
from kiosk.domain.errors import PrinterCannot, PrinterError, PrinterGone, PrinterNotReady
from kiosk.domain.printing import Hitch, Outcome, Picture
from kiosk.ports_printing import PrinterSettings
from tests.integration.ipp_end import ippeve

PICTURE = Picture(203, 100, bytes(range(256)) * 10 + bytes(40))


def printer(address="ipp://printer.example/ipp/print", transport=None, **more):
    settings = PrinterSettings("office", "ipp", address, "label-100x150", 203)
    return IppPrinter(settings, transport, **more)


async def test_a_label_printed_by_ippeveprinter_is_a_page_of_its_exact_dots(tmp_path):
    async with ippeve(tmp_path, "-f", "application/pdf,image/png") as address:
        office = printer(address)
        assert (await office.status()).ready
        assert await office.print(PICTURE) is Outcome.PRINTED
        assert await office.print_ready("pdf", b"%PDF-1.4\nof a cloud\n") is Outcome.PRINTED
        with pytest.raises(PrinterCannot):
            await office.print_ready("zpl", b"^XA^XZ")
        await office.aclose()
        taken = [file.read_bytes() for file in sorted(tmp_path.rglob("*.pdf"))]
    assert b"%PDF-1.4\nof a cloud\n" in taken
    [page] = [one for one in taken if b"/Image" in one]
    # 203 dots at 203 dots an inch are an inch; 100 are 35.468 points.
    assert b"/MediaBox [0 0 72.000 35.468]" in page
    start = page.index(b"stream\n", page.index(b"/Image")) + 7
    assert zlib.decompress(page[start : page.index(b"\nendstream", start)]) == PICTURE.data


async def test_a_printer_that_takes_only_png_gets_png(tmp_path):
    async with ippeve(tmp_path, "-f", "image/png") as address:
        office = printer(address)
        assert await office.print(PICTURE) is Outcome.PRINTED
        await office.aclose()
        [taken] = tmp_path.rglob("*.png")
        assert taken.read_bytes().startswith(b"\x89PNG")


class Queue(httpx.AsyncBaseTransport):
    """A print queue that behaves, but for what is done to it."""

    def __init__(self):
        self.jobs: dict[int, tuple[str, int]] = {}
        self.reasons = ["none"]
        self.lose_answer_of_print: Exception | None = None
        self.takes_job = True
        self.cancelled: list[int] = []
        self.lists = True
        self.end = 9
        """The state jobs come to."""

    async def handle_async_request(self, request):
        body = await request.aread()
        operation, number = struct.unpack_from(">HI", body, 2)
        found = words._values(body)
        asked = {name: value for _, _, name, value in found}
        return httpx.Response(200, stream=httpx.ByteStream(self.answer(operation, number, asked)))

    def answer(self, operation, number, asked):
        match operation:
            case words.PRINT_JOB:
                if self.takes_job:
                    self.jobs[len(self.jobs) + 1] = (asked["job-name"], self.end)
                if self.lose_answer_of_print is not None:
                    raise self.lose_answer_of_print
                return ipp(number, (0x02, [(0x21, "job-id", len(self.jobs))]))
            case words.GET_JOBS if not self.lists:
                return ipp(number, status=0x0501)
            case words.GET_JOBS:
                return ipp(number, *self.listed(asked["which-jobs"] == "completed"))
            case words.GET_JOB:
                _, state = self.jobs[asked["job-id"]]
                return ipp(number, (0x02, [(0x23, "job-state", state)]))
            case words.CANCEL_JOB:
                self.cancelled.append(asked["job-id"])
                self.jobs[asked["job-id"]] = ("", 7)
                return ipp(number)
        reasons = [
            (0x44, "printer-state-reasons" if not n else "", r) for n, r in enumerate(self.reasons)
        ]
        form = (0x49, "document-format-supported", "application/pdf")
        return ipp(number, (0x04, [(0x23, "printer-state", 3), *reasons, form]))

    def listed(self, completed):
        return [
            (0x02, [(0x21, "job-id", job), (0x42, "job-name", name)])
            for job, (name, state) in self.jobs.items()
            if (state >= 7) is completed
        ]


def ipp(number, *groups, status=0):
    made = struct.pack(">BBHI", 1, 1, status, number)
    for tag, attributes in groups:
        made += bytes((tag,)) + b"".join(words._attribute(*one) for one in attributes)
    return made + b"\x03"


async def test_a_job_whose_answer_was_lost_is_found_by_its_name():
    queue = Queue()
    queue.lose_answer_of_print = httpx.ReadError("cut")
    assert await printer(transport=queue).print(PICTURE) is Outcome.PRINTED


async def test_a_job_that_is_on_no_list_never_came(monkeypatch):
    queue = Queue()
    queue.takes_job = False
    queue.jobs[7] = ("label-of-somebody-else", 9)
    queue.lose_answer_of_print = httpx.WriteError("cut")
    assert await printer(transport=queue).print(PICTURE) is Outcome.NOT_PRINTED


async def test_where_no_list_is_given_nobody_knows():
    queue = Queue()
    queue.lists = False
    queue.lose_answer_of_print = httpx.ReadTimeout("late")
    assert await printer(transport=queue).print(PICTURE) is Outcome.UNSURE


async def test_two_labels_never_have_the_same_name():
    queue = Queue()
    for _ in range(2):
        await printer(transport=queue).print(PICTURE)  # as after a new start
    assert len({name for name, _ in queue.jobs.values()}) == 2


async def test_a_job_that_meets_empty_paper_is_called_off():
    queue = Queue()
    queue.end = 5
    queue.reasons = ["media-low-warning"]
    office = printer(transport=queue)
    printing = asyncio.create_task(office.print(PICTURE))
    async with asyncio.timeout(10):
        while not queue.jobs:
            await asyncio.sleep(0.01)
        queue.reasons = ["media-low-warning", "media-empty-error"]
        assert await printing is Outcome.NOT_PRINTED
    assert queue.cancelled == [1]


async def test_what_is_stuck_in_the_queue_is_called_off_before_it_is_given_up():
    queue = Queue()
    queue.end = 5
    assert await printer(transport=queue, done_within=0.4).print(PICTURE) is Outcome.NOT_PRINTED
    assert queue.cancelled == [1]


@pytest.mark.parametrize(
    ("reason", "hitch"),
    [
        ("media-empty-error", Hitch.PAPER_OUT),
        ("media-empty", Hitch.PAPER_OUT),
        ("media-jam-error", Hitch.JAM),
        ("cover-open-warning", Hitch.HEAD_OPEN),
        ("marker-supply-empty-error", Hitch.RIBBON_OUT),
        ("paused", Hitch.PAUSED),
        ("offline-report", Hitch.OFFLINE),
    ],
)
async def test_reasons_are_facts_with_and_without_their_weight(reason, hitch):
    queue = Queue()
    queue.reasons = [reason, "x-of-this-maker"]
    office = printer(transport=queue)
    assert (await office.status()).hitches == {hitch}
    with pytest.raises(PrinterNotReady):
        await office.print(PICTURE)
    assert queue.jobs == {}


class Endless(httpx.AsyncByteStream):
    def __init__(self):
        self.given = 0

    async def __aiter__(self):
        while self.given < 50_000_000:
            self.given += 65536
            yield bytes(65536)


GOOD = ipp(1, (0x04, [(0x23, "printer-state", 3)]))
HOSTILE = {
    "nothing": b"",
    "a page of HTML": b"<html>hello</html>",
    "no end": GOOD[:-1],
    "cut in a value": GOOD[:-4],
    "a length beyond the end": GOOD[:9] + b"\x23\xff\xff",
    "another question's answer": ipp(99),
    "no text": GOOD[:9] + b"\x44\x00\x01\xe9\x00\x01\xff\x03",
    "attributes without number": GOOD[:9] + b"\x44\x00\x01a\x00\x01b" * 3000 + b"\x03",
    "an error": ipp(1, status=0x0500),
}


@pytest.mark.parametrize("what", HOSTILE)
async def test_an_answer_that_is_none_is_a_hitch_and_nothing_is_printed(what):
    seen = []

    def respond(request):
        seen.append(request)
        return httpx.Response(200, stream=httpx.ByteStream(HOSTILE[what]))

    office = printer(transport=httpx.MockTransport(respond))
    with pytest.raises(PrinterNotReady):
        await office.print(PICTURE)
    assert not (await printer(transport=httpx.MockTransport(respond)).status()).ready
    assert len(seen) == 2


async def test_an_endless_answer_is_left_after_its_first_megabyte():
    stream = Endless()
    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=stream))
    assert (await printer(transport=transport).status()).hitches == {Hitch.FAULT}
    assert stream.given < 2_000_000


@pytest.mark.parametrize("status", [301, 401, 404, 426, 503])
async def test_any_other_http_answer_is_a_hitch(status):
    transport = httpx.MockTransport(
        lambda _: httpx.Response(status, headers={"location": "http://elsewhere.example/"})
    )
    assert (await printer(transport=transport).status()).hitches == {Hitch.FAULT}


async def test_a_queue_nobody_listens_at_is_off_line():
    def refuse(request):
        raise httpx.ConnectError("refused")

    office = printer(transport=httpx.MockTransport(refuse))
    assert (await office.status()).hitches == {Hitch.OFFLINE}
    with pytest.raises(PrinterGone) as gone:
        await office.print(PICTURE)
    assert isinstance(gone.value, PrinterError)
