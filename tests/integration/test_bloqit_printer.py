"""Labels and couriers' tokens of Bloq.it."""

import httpx
import jwt
import pytest
import stamina
from fastapi import FastAPI

from kiosk.adapters.clouds.bloqit import CLOUD
from kiosk.domain.errors import CloudBroken, CloudMissing, CloudRefused
from kiosk.ports_abilities import PORT, Label
from kiosk.sandbox.clouds.bloqit import create
from tests.integration.bloqit_line import DETAILS, RES, WHOLE, Pair, over, paired, scripted
from tests.integration.bloqit_locker import BLOQ, NEIGHBOUR, RENT, SANDBOX

CONTENT = {"to": "Ivana Horvat", "weight": 1.5, "parts": [1, 2], "express": True, "code": "RR 1"}
TOKEN = "eyJhbGciOiJFUzUxMiJ9.eyJjb3VyaWVyX2lkIjoiRDEifQ.ALXBtytYWuh5KACz8IJMFTKnEhxvAhIF"


@pytest.fixture(autouse=True, scope="module")
def _no_waits_between_tries():
    with stamina.set_testing(True, attempts=1):
        yield


@pytest.fixture(scope="module")
def app() -> FastAPI:
    return create()


@pytest.fixture
async def pair(app):
    async with paired(app) as pair:
        yield pair


def answering(*bodies: object):
    """A vendor that answers these, whatever it is asked."""
    left = list(bodies)

    def answer(request: httpx.Request) -> httpx.Response:
        body = left.pop(0) if len(left) > 1 else left[0]
        return body if isinstance(body, httpx.Response) else httpx.Response(200, json=body)

    return over(httpx.MockTransport(answer))


def test_what_bloqit_is_said_to_be_able_to_do_it_does_and_nothing_else():
    cloud, _ = scripted()
    assert {ability for ability, port in PORT.items() if isinstance(cloud, port)} == CLOUD.abilities


async def test_a_label_is_the_template_and_the_texts_of_its_content(pair: Pair):
    await pair.partner.seed("reserved", labelTemplateID="T1", labelContent=CONTENT)
    assert await pair.cloud.label(RES) == Label(
        "T1", {"to": "Ivana Horvat", "weight": "1.5", "parts": "1\n2", "code": "RR 1"}
    )


async def test_an_address_told_in_parts_is_its_lines():
    to = {"name": "Ivana Horvat", "street": "Ilica 1", "floor": None, "place": ["10000", "Zagreb"]}
    rent = {**WHOLE, "labelTemplateID": "T", "labelContent": {"to": to, "from": {}}}
    cloud, _ = scripted(rent=rent)
    assert await cloud.label(RES) == Label("T", {"to": "Ivana Horvat\nIlica 1\n10000\nZagreb"})


async def test_where_nothing_is_printed_there_is_no_label(pair: Pair):
    await pair.partner.seed("reserved")
    assert await pair.cloud.label(RES) is None


async def test_a_label_may_stand_beside_the_details():
    rent = {**WHOLE, "labelTemplateID": "T2", "labelContent": {"a": "b"}}
    cloud, _ = scripted(rent=rent)
    assert await cloud.label(RES) == Label("T2", {"a": "b"})


async def test_no_label_of_another_bloq_is_told():
    cloud, _ = scripted(rent={**WHOLE, "details": {**DETAILS, "bloq": NEIGHBOUR}})
    with pytest.raises(CloudMissing):
        await cloud.label(RES)


def test_a_label_shows_no_content_where_it_is_written_down():
    assert "Horvat" not in repr(Label("T1", {"to": "Horvat"}))


@pytest.mark.parametrize(
    "part",
    [
        {"labelTemplateID": 7, "labelContent": {}}, {"labelTemplateID": "T", "labelContent": []},
        {"labelTemplateID": "T", "labelContent": "x"}, {"labelTemplateID": "x" * 5000},
        {"labelTemplateID": "T", "labelContent": {str(n): "x" for n in range(101)}},
        {"labelTemplateID": "T", "labelContent": {"a": "secret" * 1000}},
        {"labelTemplateID": "T", "labelContent": {"a": ["secret"] * 1000}},
        {"labelTemplateID": "T", "labelContent": {"a": [[["secret"]]]}},
    ],
)  # fmt: skip
async def test_a_label_of_another_form_is_no_answer_and_tells_nothing(part):
    cloud, _ = scripted(rent={**WHOLE, "details": {**DETAILS, **part}})
    with pytest.raises(CloudBroken) as caught:
        await cloud.label(RES)
    assert "secret" not in str(caught.value)
    # And no list of rents breaks on it.
    cloud, _ = scripted(rent={**WHOLE, "details": {**DETAILS, **part}})
    assert (await cloud.read(RES)).reservation.id == RENT


async def test_the_labels_left_are_counted(pair: Pair):
    assert await pair.cloud.labels_left() == 120
    await pair.partner.set("machine", labels=3)
    assert await pair.cloud.labels_left() == 3
    await pair.partner.set("machine", has_printer=False)
    assert await pair.cloud.labels_left() is None


async def test_a_fresh_roll_is_told_and_read_again(pair: Pair):
    await pair.partner.set("machine", labels=0)
    await pair.cloud.roll_replaced()
    assert await pair.cloud.labels_left() == 500
    assert [asked.rpartition("/")[2] for asked in pair.line.asked[:2]] == [
        "notify-label-replacement", "labels-amount-available",
    ]  # fmt: skip


async def test_the_answer_to_a_fresh_roll_means_nothing_and_the_count_does():
    """The document's sample of a good answer is the body of an error."""
    flaw = {"code": "bloqIDInvalid", "message": "Invalid bloqID."}
    await answering(flaw, {"remainingLabels": "500"}).roll_replaced()
    with pytest.raises(CloudBroken):
        await answering(flaw, {"remainingLabels": "0"}).roll_replaced()


@pytest.mark.parametrize(
    ("said", "count"),
    [("0", 0), (7, 7), ("", None), ("many", None), ("-1", None), ("1" * 9, None), (None, None),
     ("٣", None)],
)  # fmt: skip
async def test_what_is_no_count_is_not_known(said, count):
    assert await answering({"remainingLabels": said}).labels_left() == count


@pytest.mark.parametrize("wrong", [[], {"remainingLabels": {}}, {"remainingLabels": 1.5}])
async def test_a_count_of_another_form_is_no_answer(wrong):
    with pytest.raises(CloudBroken):
        await answering(wrong).labels_left()


async def test_the_vendors_printer_prints_when_it_is_asked_and_that_is_no_wish(pair: Pair):
    mark = (await pair.cloud.commands(None)).mark
    await pair.cloud.print_label("T1", {"to": "somebody"})
    (printed,) = (await pair.partner.http.get(f"{SANDBOX}/prints")).json()
    assert (printed["templateID"], printed["content"]) == ("T1", {"to": "somebody"})
    assert (await pair.cloud.commands(mark)).commands == ()
    with pytest.raises(CloudRefused):
        await pair.cloud.print_label("no such", {})


async def test_a_courier_gets_a_token_for_this_bloq_alone(pair: Pair):
    token = await pair.cloud.courier_token("DRIVER1", "10h", {"route": 7})
    key = (await pair.partner.http.get(f"{SANDBOX}/courier-key")).text
    claims = jwt.decode(token, key, algorithms=["ES512"])
    assert (claims["courier_id"], claims["bloqIDs"]) == ("DRIVER1", [BLOQ])
    assert claims["metadata"] == {"route": 7}
    assert claims["exp"] - claims["iat"] == 36_000


@pytest.mark.parametrize(
    ("courier", "lifetime"),
    [
        ("D", "60"),
        ("D", ""),
        ("D", "1 day; x"),
        ("D", "-1 day"),
        ("", "1 day"),
        ("D" * 300, "1 day"),
    ],
)
async def test_a_token_for_nobody_or_for_no_time_is_not_asked_for(pair: Pair, courier, lifetime):
    with pytest.raises(CloudRefused):
        await pair.cloud.courier_token(courier, lifetime)
    assert pair.line.asked == []


@pytest.mark.parametrize("wrong", [{}, {"token": 7}, {"token": "abc"}, {"token": f"{TOKEN}\n"},
                                   {"token": TOKEN + "x" * 9000}])  # fmt: skip
async def test_what_is_no_token_is_no_answer_and_is_not_repeated(wrong):
    with pytest.raises(CloudBroken) as caught:
        await answering(wrong).courier_token("D", "1 day")
    assert TOKEN not in str(caught.value)
    assert await answering({"token": TOKEN}).courier_token("D", "1 day") == TOKEN
