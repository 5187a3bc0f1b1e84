"""Bloq.it turned hostile: whatever comes is arrivals or one honest error, and no secret is said."""

import itertools
import json
import logging
from contextlib import suppress

import httpx
import pytest
import stamina
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from kiosk.adapters.clouds import bloqit
from kiosk.domain.errors import CloudBroken, CloudError, CloudMissing, ConfigWrong
from kiosk.domain.model import Arrival
from tests.integration.bent import any_json, bent
from tests.integration.bloqit_line import (
    BLOQ_BODY,
    CUSTOMER,
    DETAILS,
    EVENT,
    KEY,
    LISTED,
    LOCKER,
    LOCKERS,
    RES,
    WHOLE,
    RealClock,
    event,
    page,
    scripted,
    settings,
)
from tests.integration.bloqit_locker import NEIGHBOUR
from tests.integration.sheets import listed as all_of

WRONG = {
    "_id": [789, None, ["x"]],
    "type": [7, None, {}],
    "state": [7, None, ["created"], {}],
    "startDate": [1602600999, None, "yesterday", "2020-10-13T14:56:39", "0001-01-01T00:00+14:00"],
    "expiryDate": [1602600999, "soon", []],
    "locker": [7, [], {"_id": 7}, {}],
    "customer": [7, [], {}, {"_id": 7}],
    "details": [7, [], "x", {"dropOffCode": 123456}, {"pickUpCodes": {"user": 2121}},
                {"prePickUpActions": "mfa"}, {"bloq": 7}],
    "states": [7, "x", {}],
}  # fmt: skip
CASES = [(name, value) for name, values in WRONG.items() for value in values]


@pytest.fixture(autouse=True, scope="module")
def _no_waits_between_tries():
    with stamina.set_testing(True, attempts=1):
        yield


async def test_the_printed_bodies_are_understood():
    cloud, _ = scripted()
    (listed,) = await all_of(cloud)
    assert (listed.reservation.id, listed.reservation.compartment) == (RES, "1")
    read = await cloud.read(RES)
    assert (listed.datum, read.datum) == ("4567", "5678")
    assert {code.text for code in read.codes or ()} == {"123456", "654321"}


@pytest.mark.parametrize(("name", "value"), CASES)
async def test_a_wrong_type_is_no_answer_and_names_no_code(name, value):
    secret = {"details": DETAILS | {"pickUpCodes": {"user": "918273"}}}
    cloud, _ = scripted(active=page(LISTED | secret | {name: value}))
    with pytest.raises(CloudBroken) as listed:
        await all_of(cloud)
    cloud, _ = scripted(rent=WHOLE | secret | {name: value})
    with pytest.raises(CloudBroken) as single:
        await cloud.read(RES)
    assert "918273" not in f"{listed.value}{single.value}"


@pytest.mark.parametrize(
    "body",
    [{}, {"docs": None}, {"docs": [], "totalDocs": -1}, {"docs": []}, page("x"), page({}), [], "x"],
)
async def test_what_is_no_list_never_passes_for_an_empty_one(body):
    cloud, _ = scripted(active=body)
    with pytest.raises(CloudBroken):
        await all_of(cloud)


@pytest.mark.parametrize("body", [{}, {"_id": NEIGHBOUR, "lockers": []}, {"_id": BLOQ_BODY["_id"]}])
async def test_another_bloq_than_ours_is_no_answer(body):
    cloud, _ = scripted(bloq=body)
    with pytest.raises(CloudBroken):
        await cloud.ping()
    with pytest.raises(CloudBroken):
        await all_of(cloud)


async def test_another_rent_than_asked_for_is_no_answer():
    cloud, _ = scripted(rent=WHOLE | {"_id": "b" * 24})
    with pytest.raises(CloudBroken):
        await cloud.read(RES)
    with pytest.raises(CloudBroken):
        await cloud.deliver(event("pickup.opened"))


@pytest.mark.parametrize(
    "other",
    [
        {"bloq": NEIGHBOUR},
        {"details": DETAILS | {"bloq": NEIGHBOUR}},
        {"details": {}, "locker": {**LOCKER, "bloq": NEIGHBOUR}},
        {"details": {}, "locker": "e" * 24},
    ],
)
async def test_another_bloq_s_rent_on_our_list_is_left_out(other):
    cloud, _ = scripted(active=page(LISTED | other), rent=WHOLE | other)
    assert await all_of(cloud) == ()
    with pytest.raises(CloudMissing):
        await cloud.read(RES)


async def test_a_rent_that_names_no_bloq_is_ours_when_our_list_shows_it():
    bare = {"state": "created", "locker": None, "details": {}}
    cloud, _ = scripted(active=page(LISTED | bare), rent=WHOLE | bare)
    with pytest.raises(CloudMissing):
        await cloud.read(RES)
    (listed,) = await all_of(cloud)
    assert listed.reservation.compartment is None
    assert (await cloud.read(RES)).reservation.id == RES


async def test_one_misfit_on_the_list_hides_no_other(caplog):
    strange = LISTED | {"_id": "b" * 24, "state": "teleported"}
    lost = LISTED | {"_id": "c" * 24, "locker": None}
    cloud, _ = scripted(active=page(strange, LISTED, lost))
    assert [one.reservation.id for one in await all_of(cloud)] == [RES]


@pytest.mark.parametrize(
    "own",
    [
        {"externalID": "x" * 9999},
        {"carrier": "x" * 9999, "phoneNumber": "9" * 9999, "desiredLockerType": "M" * 9999},
        {"dropOffCode": "7" * 9999, "pickUpCodes": {"user": "8" * 9999, "9" * 9999: "1"}},
    ],
)
async def test_a_text_of_the_partner_s_that_is_too_long_hides_no_rent(own):
    kept = {"pickUpCodes": {"user": "918273"}, "bloq": DETAILS["bloq"]}
    cloud, _ = scripted(active=page(LISTED | {"details": kept | own}), rent=WHOLE | own)
    (listed,) = await all_of(cloud)
    assert (listed.reservation.id, (await cloud.read(RES)).reservation.id) == (RES, RES)
    assert [code.text for code in listed.codes or ()] == ["918273"] * ("pickUpCodes" not in own)


async def test_of_more_codes_than_a_rent_has_the_first_ones_count():
    many = DETAILS | {"pickUpCodes": {f"p{n}": f"{551000 + n}" for n in range(99)}}
    cloud, _ = scripted(active=page(LISTED | {"details": many}))
    (listed,) = await all_of(cloud)
    found = [code.text for code in listed.codes or () if code.name.startswith("p")]
    assert found == [f"{551000 + n}" for n in range(32)]


async def test_both_spellings_of_two_states_are_read():
    for said, ours in (("OPEN", "opened"), ("CANCELED", "cancelled"), ("CREATED", "reserved")):
        cloud, _ = scripted(active=page(LISTED | {"state": said}))
        (listed,) = await all_of(cloud)
        assert listed.reservation.state.value == ours


async def test_a_list_that_keeps_the_codes_for_itself_leaves_the_known_ones():
    cloud, _ = scripted(active=page(LISTED | {"details": {"bloq": DETAILS["bloq"]}}))
    (listed,) = await all_of(cloud)
    assert listed.codes is None


async def test_codes_beside_the_details_are_read_too():
    beside = {"details": {}, "pickUpCodes": {"user": "111222"}, "dropOffCode": "333444"}
    cloud, _ = scripted(active=page(LISTED | beside))
    (listed,) = await all_of(cloud)
    assert {code.text for code in listed.codes or ()} == {"111222", "333444"}


@pytest.mark.parametrize("actions", [["mfa"], [["mfa"]], [["retina"]]])
async def test_whatever_must_be_done_before_the_door_opens_is_demanded(actions):
    cloud, _ = scripted(active=page(LISTED | {"details": DETAILS | {"prePickUpActions": actions}}))
    (listed,) = await all_of(cloud)
    assert [demand.value for demand in listed.reservation.particulars.demands] == ["step_up"]


@pytest.mark.parametrize(
    "text",
    ["", "\u202e12345\n", "DLV-PICK-res_1-1234", "x" * 300, "https://clicknbox.com", "\ud7ff\n"],
)
async def test_a_code_nobody_could_give_is_left_out(text):
    named = DETAILS | {"dropOffCode": text, "pickUpCodes": {"\u202euser\n": "112233"}}
    cloud, _ = scripted(rent=WHOLE | {"details": named})
    codes = (await cloud.read(RES)).codes or ()
    left = [(code.name, code.text) for code in codes if code.name != "dropOffCode"]
    assert left == [("code", "112233")]
    assert all(code.text == "12345" for code in codes if code.name == "dropOffCode")


async def test_pages_in_a_circle_and_pages_without_end_are_no_list():
    cloud, vendor = scripted(active=page(LISTED, total=1000))
    with pytest.raises(CloudBroken, match="circle"):
        await all_of(cloud)
    assert len(vendor.requests) < 10
    numbers = itertools.count(1)
    endless = lambda _: page({**LISTED, "_id": f"{next(numbers):024x}"}, total=10**9)  # noqa: E731
    cloud, vendor = scripted(active=endless)
    with pytest.raises(CloudBroken, match="end"):
        await all_of(cloud)
    assert len(vendor.requests) < 520


async def test_more_rents_than_any_bank_holds_are_no_list():
    def flood(request: httpx.Request) -> object:
        start = int(request.url.params["page"]) * 2500
        bare = LISTED | {"details": {"bloq": DETAILS["bloq"]}, "states": []}
        docs = [{**bare, "_id": f"{start + one:024x}"} for one in range(2500)]
        return page(*docs, total=10**6)

    cloud, _ = scripted(active=flood)
    with pytest.raises(CloudBroken, match="bank"):
        await all_of(cloud)


async def test_a_history_without_end_falls_back_on_the_whole_list():
    numbers = itertools.count(1)

    def endless(request: httpx.Request) -> object:
        count = int(request.url.params["limit"])
        return page(*({**EVENT, "_id": str(next(numbers))} for _ in range(count)), total=10**9)

    cloud, _ = scripted(history=endless)
    mark = [sheet.mark async for sheet in cloud.sheets(None)][-1]
    sheets = [sheet async for sheet in cloud.sheets(mark)]
    assert sheets[-1].whole


@pytest.mark.parametrize("doc", [7, {}, {**EVENT, "createdAt": "now"}, {**EVENT, "_id": None}])
async def test_a_broken_history_is_no_answer(doc):
    cloud, vendor = scripted()
    mark = [sheet.mark async for sheet in cloud.sheets(None)][-1]
    vendor.history = page(doc)
    with pytest.raises(CloudBroken):
        await all_of(cloud, mark)


@pytest.mark.parametrize("locker", ["", "machine", "5E5FBCEBD1195468B647AA02", "a" * 23, "../" * 8])
def test_a_locker_that_is_no_bloq_s_id_stops_the_start(locker):
    with pytest.raises(ConfigWrong, match="24"):
        bloqit.CLOUD.connect(settings(locker=locker), RealClock())


def test_a_call_nobody_knows_stops_the_start():
    with pytest.raises(ConfigWrong, match="rentz"):
        bloqit.CLOUD.connect(settings(calls={"rentz": "GET /x"}), RealClock())


async def test_no_key_and_no_code_is_ever_logged(caplog):
    caplog.set_level(logging.DEBUG)
    cloud, vendor = scripted(rent=httpx.Response(409, json={"code": "c", "message": "123456"}))
    await all_of(cloud)
    with pytest.raises(CloudError) as refused:
        await cloud.deliver(event("pickup.opened"))
    assert vendor.requests[-1].headers["x-api-key"] == KEY
    said = f"{caplog.text}{refused.value}"
    assert KEY not in said
    assert "123456" not in said


UNHURRIED = examples(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=20)
    | st.sampled_from([DETAILS["bloq"], RES, "A1", LOCKERS[0], "in_progress", "delivery", "mfa"])
    | st.datetimes(timezones=st.timezones()).map(lambda moment: moment.isoformat())
)  # fmt: skip
JSON = any_json(SCALARS, *LISTED, *DETAILS, *CUSTOMER, *EVENT, "docs")


@UNHURRIED
@given(bent(page(LISTED), JSON), bent(BLOQ_BODY, JSON), bent(page(EVENT), JSON))
async def test_any_list_is_arrivals_or_broken(active, bloq, history):
    cloud, _ = scripted(active=active, bloq=bloq, history=history)
    try:
        arrivals = await all_of(cloud)
    except CloudBroken:
        return
    assert all(isinstance(arrival, Arrival) for arrival in arrivals)


@UNHURRIED
@given(JSON | bent(WHOLE, JSON))
async def test_any_json_is_one_arrival_or_broken_or_missing(rent):
    cloud, _ = scripted(rent=rent)
    try:
        arrival = await cloud.read(RES)
    except (CloudBroken, CloudMissing):
        return
    assert arrival.reservation.id == RES


@UNHURRIED
@given(st.integers(200, 599), JSON.map(json.dumps).map(str.encode) | st.binary())
async def test_any_status_and_body_is_delivered_or_one_of_our_errors(status, content):
    cloud, vendor = scripted(rent=httpx.Response(status, content=content))
    with suppress(CloudError):
        await cloud.deliver(event("pickup.opened"))
    assert len(vendor.requests) == 1


@pytest.mark.parametrize("newest_first", [True, False])
async def test_in_whatever_order_the_history_comes_it_is_gone_on_from_the_newest(newest_first):
    events = [
        {**EVENT, "_id": str(day), "createdAt": f"2020-10-{day:02}T00:00:00.000Z"}
        for day in range(1, 20)
    ]
    told = events[::-1] if newest_first else events

    def history(request: httpx.Request) -> object:
        number, limit = (int(request.url.params[name]) for name in ("page", "limit"))
        return page(*told[(number - 1) * limit : number * limit], total=len(told))

    cloud, _ = scripted(history=history)
    assert [s.mark async for s in cloud.sheets(None)][-1] == "2020-10-19T00:00:00.001Z"
