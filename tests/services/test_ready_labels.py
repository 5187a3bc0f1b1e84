"""Labels that come ready, and templates nobody has here: printed, or refused with one word."""

import base64

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.commands import Ask, Command
from kiosk.domain.errors import LabelWrong, PrinterCannot
from kiosk.domain.flows.printed import LabelDrawn, LabelPrinted, LabelWaits
from kiosk.domain.label_fields import standard
from kiosk.domain.labels import JobState
from kiosk.domain.layout import Owner
from kiosk.domain.ready import MOST, as_content, decoded, ready, unpacked
from kiosk.ports_abilities import Label
from kiosk.services.label_desk import LabelWishes
from tests.integration.store_bench import NOON, StandingClock
from tests.services.label_corner import BACK, Cloud, Corner, Others

PNG, JPEG, PDF = b"\x89PNG\r\n\x1a\nrest", b"\xff\xd8\xff\xe0rest", b"%PDF-1.7 rest"
ZPL = b"^XA^FO10,10^FDhello^FS^XZ"


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


def linked(store: SqliteStore, clock: StandingClock, data: bytes, *passes: str) -> Corner:
    cloud = Cloud()
    cloud.said = Label("", {}, data)
    return Corner(store, clock, cloud, passes=passes)


@pytest.mark.parametrize("data", [PNG, JPEG])
async def test_a_picture_is_seen_first_and_printed_as_dots_of_our_own(store, clock, data):
    corner = linked(store, clock, data)
    found = await corner.labels.prepare(await corner.brings(owner=Owner.CLOUD))
    assert isinstance(found, LabelDrawn)
    assert found.label.picture == b"PNG"
    assert isinstance(await corner.labels.print_(found.label), LabelPrinted)
    assert [picture.data for picture in corner.printer.paper] == [b"\x40"]
    # The printer never saw a byte of theirs.
    assert corner.printer.passed == []


@pytest.mark.parametrize(("data", "form"), [(ZPL, "zpl"), (PDF, "pdf")])
async def test_what_a_printer_takes_is_passed_on_once(store, clock, data, form):
    corner = linked(store, clock, data, form)
    found = await corner.labels.prepare(await corner.brings(owner=Owner.CLOUD))
    assert isinstance(found, LabelDrawn)
    assert found.label.picture is None
    await corner.labels.print_(found.label)
    assert [(one.form, one.data) for one in corner.printer.passed] == [(form, data)]
    assert await corner.told() == ["label.printed"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (PDF, "no_printer_for_pdf"),
        (ZPL, "no_printer_for_zpl"),
        (b"<svg/>", "wrong_label"),
        (b"MZ an exe that calls itself label.png", "wrong_label"),
        (PNG + b"blank", "wrong_label"),
        (PNG + b"x" * MOST, "wrong_label"),
    ],
)
async def test_what_cannot_be_printed_waits_under_its_mark_and_says_why(store, clock, data, reason):
    corner = linked(store, clock, data)
    found = await corner.labels.prepare(await corner.brings(owner=Owner.CLOUD))
    assert isinstance(found, LabelWaits)
    assert found.lasting
    assert (await corner.verbs.labels())["waiting"][0]["error"] == reason
    assert (corner.printer.paper, corner.printer.passed) == ([], [])


async def test_zpl_that_does_more_than_draw_is_refused_by_the_driver_and_waits(store, clock):
    corner = linked(store, clock, ZPL, "zpl")
    corner.printer.next = [PrinterCannot("a ready label only draws, and ^JU does more")]
    found = await corner.labels.prepare(await corner.brings(owner=Owner.CLOUD))
    assert isinstance(found, LabelDrawn)
    waits = await corner.labels.print_(found.label)
    assert isinstance(waits, LabelWaits)
    assert waits.lasting
    assert await corner.waiting() == [JobState.QUEUED]


async def test_from_afar_a_ready_label_is_printed(store, clock):
    corner = Corner(store, clock, None, passes=("zpl",))
    wishes = LabelWishes(corner.desk, store, Others())
    for data in (PNG, ZPL):
        said = base64.b64encode(data).decode()
        wish = Command(f"c-{said[:4]}", Ask.PRINT, NOON, ready=said)
        assert await wishes.obey(wish, trusted=True) == ""
    assert len(corner.printer.paper) == len(corner.printer.passed) == 1
    wrong = Command("c9", Ask.PRINT, NOON, ready="no base64")
    assert await wishes.obey(wrong, trusted=True) == "wrong_label"


async def test_from_afar_what_no_printer_takes_waits_with_its_reason_and_is_told(store, clock):
    corner = Corner(store, clock, None)
    wish = Command("c1", Ask.PRINT, NOON, ready=base64.b64encode(PDF).decode())
    wishes = LabelWishes(corner.desk, store, Others())
    assert await wishes.obey(wish, trusted=True) == "no_printer_for_pdf"
    assert (await corner.verbs.labels())["waiting"][0]["error"] == "no_printer_for_pdf"
    assert await corner.told() == ["label.failed"]


async def test_a_template_nobody_has_here_gives_way_to_the_standard_label(store, clock):
    cloud = Cloud()
    cloud.said = Label("64f0c2", {"Receiver": "Bo Ek", "trackingNumber": "JD0146", "colour": "x"})
    corner = Corner(store, clock, cloud)
    found = await corner.labels.prepare(await corner.brings(owner=Owner.CLOUD))
    assert isinstance(found, LabelDrawn)
    await corner.labels.print_(found.label)
    said = corner.press.content[-1]
    assert (said["recipient"], said["barcode"], said["ref"]) == ("Bo Ek", "JD0146", "order-r1")
    assert "colour" not in said
    lines = [line for line in await store.journal(50) if line["name"] == "label.substituted"]
    assert len(lines) == 1
    assert "Bo Ek" not in str(lines)


async def test_from_afar_an_unknown_template_gives_way_as_well(store, clock):
    corner = Corner(store, clock, None)
    wish = Command("c1", Ask.PRINT, NOON, template="theirs-2", content={"ref": "R7", "to": "Bo"})
    assert await LabelWishes(corner.desk, store, Others()).obey(wish, trusted=True) == ""
    said = corner.press.content[-1]
    assert (said["recipient"], said["ref"], said["code"]) == ("Bo", "R7", "R7")


async def test_a_ready_label_comes_back_out_of_the_store_as_it_was(store, clock):
    corner = linked(store, clock, ZPL)
    await corner.labels.prepare(await corner.brings(owner=Owner.CLOUD))
    job = await store.label_of(BACK)
    assert job is not None
    assert unpacked(job.content).data == ZPL


@pytest.mark.parametrize(
    ("data", "form"), [(PNG, "png"), (JPEG, "jpeg"), (PDF, "pdf"), (b"\r\n ^xa^FD1^XZ", "zpl")]
)
def test_what_it_is_says_its_content(data, form):
    assert ready(data).form == form
    text = as_content(data)["data"]
    assert decoded(text) == decoded(f"data:text/plain;base64,{text}") == ready(data)


@pytest.mark.parametrize("text", ["", "????", "YQ", "a" * (MOST * 2), "data:image/png;base64"])
def test_what_is_no_label_is_refused_with_a_sentence(text):
    with pytest.raises(LabelWrong, match="a ready label"):
        decoded(text)


def test_known_names_of_fields_are_understood():
    places = {"recipient", "address", "ref", "carrier"}
    told = {"RECIPIENT_NAME": "Bo", "delivery-address": "Main St", "externalID": "7", "carrier": ""}
    assert standard(told, places) == {"recipient": "Bo", "address": "Main St", "ref": "7"}


def test_of_what_a_cloud_says_nothing_is_cut_off():
    told = {"address": "Hof 3, " * 20 + "Deutschland", "qr": "https://example.org/" + "a" * 150}
    said = standard(told, {"address", "code"})
    assert said == {"address": told["address"], "code": told["qr"]}


async def test_a_name_no_typeface_here_has_costs_nobody_the_label(store, clock):
    corner = Corner(store, clock, None)
    await corner.offers(await corner.brings("山田太郎"))
    [said] = corner.press.content
    assert (said["sender"], said["recipient"], said["ref"]) == ("", "Parcel Corner", "order-r1")


async def test_when_and_where_it_is_printed_no_cloud_need_say(store, clock):
    cloud = Cloud()
    corner = Corner(store, clock, cloud)
    corner.press.known |= {"date", "locker"}
    cloud.said = Label("theirs", {"recipient": "Bo", "locker": "Hof 3"})
    await corner.offers(await corner.brings(owner=Owner.CLOUD))
    [said] = corner.press.content
    assert said == {"recipient": "Bo", "locker": "Hof 3", "date": NOON.date().isoformat()}
