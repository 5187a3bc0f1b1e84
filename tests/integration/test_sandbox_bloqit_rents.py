"""Rents are made, placed, changed and listed as the document says."""

import pytest
from bloqit_locker import BLOQ, NEIGHBOUR, NOWHERE, RENT, connected, flaw

from kiosk.sandbox.clouds.bloqit import create

LATER, PAST = "2099-01-01T00:00:00Z", "2020-01-01T00:00:00Z"
MAKE, CLOSE = "/deliveries/{}/make", "/rent-sims/{}/lockers/close"


@pytest.fixture(scope="module")
def app():
    return create()


@pytest.fixture
async def partner(app):
    async with connected(app) as partner:
        yield partner


async def test_a_delivery_with_a_locker_is_reserved_and_without_one_created(partner):
    a1 = await partner.locker_id("A1")
    assert (await partner.delivery(lockerID=a1)).json()["state"] == "reserved"
    assert (await partner.lockers())["A1"]["rent"] is not None
    in_bloq = (await partner.delivery(bloqID=BLOQ)).json()
    assert (in_bloq["state"], in_bloq["locker"]) == ("created", None)
    assert in_bloq["details"]["bloq"] == BLOQ


async def test_a_delivery_without_a_bloq_needs_a_limit(partner):
    assert flaw(await partner.delivery()) == (400, "expiryDateInvalid")
    for limit in ("expiryDate", "deliveryDateLimit"):
        assert (await partner.delivery({limit: LATER})).json()["state"] == "created"


async def test_a_taken_locker_is_a_conflict_and_one_elsewhere_a_mistake(partner):
    await partner.seed()
    a1, a2 = await partner.locker_id("A1"), await partner.locker_id("A2")
    assert flaw(await partner.delivery(lockerID=a1)) == (409, "conflict")
    elsewhere = await partner.delivery(lockerID=a2, bloqID=NEIGHBOUR)
    assert flaw(elsewhere) == (400, "lockerIDInvalid")
    assert flaw(await partner.delivery(lockerID=NOWHERE)) == (404, "lockerNotFound")
    assert flaw(await partner.delivery(bloqID=NOWHERE)) == (404, "bloqNotFound")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"pickUpCode": "1", "pickUpCodes": {"user": "1"}}, "pickUpCodesInvalid"),
        ({"labelContent": {"a": 1}}, "labelTemplateIDInvalid"),
        ({"labelTemplateID": "T1"}, "labelContentInvalid"),
        ({"pickUpCode": "123456789012345"}, "pickUpCodeInvalid"),
        ({"pickUpCode": ""}, "pickUpCodeInvalid"),
        ({"expiryDate": "tomorrow"}, "expiryDateInvalid"),
        ({"expiryDate": 1767225600}, "expiryDateInvalid"),
        ({"collectTimeLimit": "2"}, "collectTimeLimitInvalid"),
        ({"collectTimeLimit": -1}, "collectTimeLimitInvalid"),
        ({"notificationOptions": ["pigeon"]}, "notificationOptionsInvalid"),
        ({"operationType": "middleMile"}, "operationTypeInvalid"),
        ({"prePickUpActions": ["kyc"]}, "prePickUpActionsInvalid"),
        ({"desiredLockerType": "XXL"}, "desiredLockerTypeInvalid"),
        ({"pickupCodes": {"user": "1"}}, "bodyInvalid"),
    ],
)
async def test_a_delivery_that_cannot_be_is_refused_and_not_made(partner, body, code):
    assert flaw(await partner.delivery(body, bloqID=BLOQ)) == (400, code)
    assert await partner.listed("/rents") == []


async def test_a_customer_is_named_by_id_or_made_on_the_go_but_not_both(partner):
    made = (await partner.http.post("/customers", json={"name": "John"})).json()["_id"]
    about = {"customer": {"phoneNumber": "+351912345678"}}
    by_id = (await partner.delivery(bloqID=BLOQ, customerID=made)).json()
    on_the_go = (await partner.delivery(about, bloqID=BLOQ)).json()
    assert by_id["customer"] == made
    assert (await partner.rent(on_the_go["_id"]))["customer"]["phoneNumber"] == "+351912345678"
    both = await partner.delivery(about, bloqID=BLOQ, customerID=made)
    assert flaw(both) == (400, "customerInvalid")
    missing = await partner.delivery(bloqID=BLOQ, customerID=NOWHERE)
    assert flaw(missing) == (404, "customerNotFound")


async def test_a_single_rent_shows_its_locker_and_lists_show_ids(partner):
    await partner.seed(externalID="order-1", customer={"name": "John"})
    by_id = await partner.rent()
    assert by_id == (await partner.http.get("/rents/external/order-1")).json()
    assert by_id["locker"]["lockerTitle"] == "A1"
    (listed,) = await partner.listed("/rents")
    assert listed["locker"] == by_id["locker"]["_id"]
    assert listed["customer"] == by_id["customer"]["_id"]
    assert listed.keys() >= {
        "_id", "type", "state", "states", "customer", "startDate", "expiryDate", "details",
        "locker", "pricing",
    }  # fmt: skip


async def test_codes_are_given_as_sent_and_made_where_none_came(partner):
    sent = {"pickUpCodes": {"user": "2121", "courier": "c-9"}, "dropOffCode": "D1"}
    details = (await partner.delivery(sent, bloqID=BLOQ)).json()["details"]
    assert {name: details[name] for name in sent} == sent
    single = (await partner.delivery({"pickUpCode": "77"}, bloqID=BLOQ)).json()["details"]
    assert single["pickUpCode"] == "77"
    assert "pickUpCodes" not in single
    made = (await partner.delivery(bloqID=BLOQ)).json()["details"]
    assert len(made["pickUpCodes"]["user"]) == len(made["dropOffCode"]) == 6


async def test_codes_may_come_out_alike(partner):
    await partner.set("codes", same="123456")
    for _ in range(2):
        details = (await partner.delivery(bloqID=BLOQ)).json()["details"]
        assert (details["pickUpCodes"], details["dropOffCode"]) == ({"user": "123456"}, "123456")


async def test_a_locker_is_selected_by_id_or_by_type(partner):
    await partner.seed("created")
    a4 = await partner.locker_id("A4")
    select = "/deliveries/{}/select-locker"
    by_type = (await partner.put(select, params={"lockerType": "L"})).json()
    assert by_type["locker"] == await partner.locker_id("A3")
    both = (await partner.put(select, params={"lockerType": "L", "lockerID": a4})).json()
    assert both["locker"] == a4
    lockers = await partner.lockers()
    assert (lockers["A3"]["rent"], lockers["A4"]["rent"]) == (None, RENT)
    assert flaw(await partner.put(select)) == (400, "lockerIDInvalid")


async def test_a_rent_without_a_bloq_must_be_told_which(partner):
    rent = (await partner.delivery({"expiryDate": LATER})).json()["_id"]
    select = "/deliveries/{}/select-locker"
    nowhere = await partner.put(select, rent, params={"lockerType": "M"})
    assert flaw(nowhere) == (400, "bloqIDInvalid")
    placed = await partner.put(select, rent, params={"lockerType": "M", "bloqID": BLOQ})
    assert placed.json()["state"] == "reserved"


async def test_where_no_locker_of_the_type_is_free_it_is_a_conflict(partner):
    for title in ("A1", "A6", "A11"):  # all that are S
        await partner.seed(locker=title, _id=f"{title.lower():0>24}")
    rent = (await partner.delivery(bloqID=BLOQ)).json()["_id"]
    answer = await partner.put("/deliveries/{}/select-locker", rent, params={"lockerType": "S"})
    assert flaw(answer) == (409, "conflict")


async def test_make_needs_a_locker_and_a_new_one_replaces_the_reserved(partner):
    rent = (await partner.delivery(bloqID=BLOQ)).json()["_id"]
    assert flaw(await partner.put(MAKE, rent)) == (400, "lockerIDInvalid")
    a1, a2 = await partner.locker_id("A1"), await partner.locker_id("A2")
    await partner.put("/deliveries/{}/select-locker", rent, params={"lockerID": a1})
    made = (await partner.put(MAKE, rent, params={"lockerID": a2})).json()
    assert (made["state"], made["locker"]) == ("starting", a2)
    assert (await partner.lockers())["A1"]["rent"] is None


async def test_an_item_that_does_not_fit_moves_to_another_locker(partner):
    await partner.seed()
    await partner.put(MAKE)
    a2 = await partner.locker_id("A2")
    assert flaw(await partner.put(MAKE)) == (409, "conflict")
    swapped = await partner.put(MAKE, params={"lockerID": a2})
    assert (swapped.json()["state"], swapped.json()["locker"]) == ("starting", a2)
    await partner.put(f"/bloqs/{BLOQ}/lockers/{await partner.locker_id('A1')}/close")
    assert await partner.state() == "starting"
    await partner.put(CLOSE)
    assert await partner.state() == "in_progress"


async def test_make_does_not_move_a_rent_to_another_bloq(partner):
    await partner.seed()
    there = await partner.locker_id("A1", NEIGHBOUR)
    assert flaw(await partner.put(MAKE, params={"lockerID": there})) == (400, "lockerIDInvalid")


async def test_a_return_is_created_in_four_ways(partner):
    async def made(**params: str) -> dict:
        answer = await partner.http.post("/returns", params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    await partner.seed("finished", locker="A3")
    by_type = await made(bloqID=BLOQ, lockerType="XL")
    by_rent = await made(bloqID=BLOQ, rentID=RENT)
    by_locker = await made(bloqID=BLOQ, lockerID=await partner.locker_id("A7"), lockerType="XS")
    bare = await made()
    assert {rent["type"] for rent in (by_type, by_rent, by_locker, bare)} == {"return"}
    titles = {locker["_id"]: title for title, locker in (await partner.lockers()).items()}
    assert [titles[rent["locker"]] for rent in (by_type, by_rent, by_locker)] == ["A5", "A3", "A7"]
    assert [rent["state"] for rent in (by_type, by_rent, by_locker)] == ["reserved"] * 3
    assert (bare["state"], bare["locker"]) == ("created", None)


async def test_only_an_item_that_was_picked_up_can_be_returned(partner):
    await partner.seed("in_progress")
    answer = await partner.http.post("/returns", params={"bloqID": BLOQ, "rentID": RENT})
    assert flaw(answer) == (409, "conflict")


async def test_a_return_gets_its_locker_later_only_while_created(partner):
    rent = (await partner.http.post("/returns")).json()["_id"]
    reserve = "/returns/{}/reserve"
    assert flaw(await partner.put(reserve, rent, params={"lockerType": "M"})) == (
        400, "bloqIDInvalid",
    )  # fmt: skip
    params = {"bloqID": BLOQ, "lockerType": "M"}
    body = {"customer": {"name": "Jane"}}
    placed = (await partner.put(reserve, rent, params=params, json=body)).json()
    assert placed["state"] == "reserved"
    assert (await partner.rent(rent))["customer"]["name"] == "Jane"
    assert flaw(await partner.put(reserve, rent, params=params)) == (409, "conflict")
    for call, state in (
        (MAKE, "starting"),
        (CLOSE, "in_progress"),
        ("/rents/{}/collect", "collect_item"),
    ):
        assert (await partner.put(call, rent)).json()["state"] == state


EARLY = {
    "deliveryDateLimit": LATER, "dropOffCode": "9", "desiredLockerType": "L",
    "pickUpCodes": {"user": "9"}, "labelContent": {"a": 1}, "labelTemplateID": "T2",
}  # fmt: skip
LATE = {"expiryDate": LATER, "externalID": "new", "collectTimeLimit": 5}
ALWAYS = {"operationType": "firstMile", "carrier": "blue", "prePickUpActions": ["mfa"]}


@pytest.mark.parametrize(
    "state",
    [
        "created", "reserved", "ready_for_pickup", "in_transit", "starting", "in_progress",
        "locker_opened", "cancelled", "collect_item", "finished",
    ],
)  # fmt: skip
@pytest.mark.parametrize("field", [*EARLY, *LATE, *ALWAYS])
async def test_each_field_changes_within_its_window_only(partner, state, field):
    await partner.seed(state, labelTemplateID="T1", labelContent={"old": 1})
    value = (EARLY | LATE | ALWAYS)[field]
    early = state in ("created", "reserved")
    open_still = state not in ("collect_item", "finished")
    allowed = early if field in EARLY else open_still or field in ALWAYS
    before = await partner.rent()
    answer = await partner.put("/rents/{}", json={field: value})
    after = await partner.rent()
    if allowed:
        assert answer.status_code == 200, answer.text
        shown = (after | after["details"])[field]
        assert shown == (value.replace("Z", ".000Z") if value == LATER else value)
    else:
        assert flaw(answer) == (409, "conflict")
        assert after == before


async def test_an_update_is_done_whole_or_not_at_all(partner):
    await partner.seed("in_progress")
    before = await partner.rent()
    mixed = await partner.put("/rents/{}", json={"externalID": "new", "dropOffCode": "9"})
    assert flaw(mixed) == (409, "conflict")
    single = await partner.put("/rents/{}", json={"pickUpCode": "9"})
    assert flaw(single) == (400, "bodyInvalid")
    assert await partner.rent() == before


async def test_new_codes_replace_a_single_one(partner):
    await partner.seed(pickUpCode="77")
    await partner.put("/rents/{}", json={"pickUpCodes": {"user": "88"}})
    details = (await partner.rent())["details"]
    assert "pickUpCode" not in details
    assert details["pickUpCodes"] == {"user": "88"}


@pytest.fixture
async def many(partner):
    """Five rents: a to e, one day apart, of three types, in two bloqs and five states."""
    rents = [
        ("a", "delivery", "reserved", BLOQ),
        ("b", "delivery", "in_progress", NEIGHBOUR),
        ("c", "store", "in_progress", BLOQ),
        ("d", "return", "cancelled", BLOQ),
        ("e", "delivery", "finished", BLOQ),
    ]
    for day, (name, kind, state, bloq) in enumerate(rents, 1):
        await partner.seed(
            state, _id=name * 24, type=kind, bloqID=bloq, locker=f"A{day}", externalID=name,
            startDate=f"2026-01-0{day}T00:00:00Z", customer={"email": f"{name}@shop.example"},
        )  # fmt: skip
    return partner


async def names(partner, path: str = "/rents", **params) -> str:
    return "".join(rent["_id"][0] for rent in await partner.listed(path, **params))


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, "abcde"),
        ({"bloqID": NEIGHBOUR}, "b"),
        ({"rentType": "delivery"}, "abe"),
        ({"rentStates": "in_progress"}, "bc"),
        ({"rentStates": ["in_progress", "finished"]}, "bce"),
        ({"rentStates": "in_progress,finished"}, "bce"),
        ({"rentStates[]": ["in_progress", "finished"]}, "bce"),
        ({"rentStates[0]": "in_progress", "rentStates[1]": "finished"}, "bce"),
        ({"externalID": "c"}, "c"),
        ({"customerQuery": "D@shop"}, "d"),
        ({"startDate": "2026-01-04T00:00:00Z"}, "de"),
        ({"endDate": "2026-01-02T00:00:00Z"}, "ab"),
        ({"startDate": "2026-01-02T01:00:00+01:00", "endDate": "2026-01-03"}, "bc"),
        ({"rentType": "delivery", "bloqID": BLOQ, "rentStates": "finished"}, "e"),
        ({"externalID": "z"}, ""),
    ],
)
async def test_rents_are_filtered(many, params, found):
    assert await names(many, **params) == found


async def test_an_active_rent_is_one_that_has_not_finished(many):
    assert await names(many, "/rents/active") == "abcd"
    assert await names(many, "/rents/active", bloqID=BLOQ, rentType="delivery") == "a"
    refused = await many.http.get("/rents/active", params={"rentStates": "finished"})
    assert flaw(refused) == (400, "rentStatesInvalid")


async def test_rents_of_a_customer_are_found_by_id(many):
    customer = (await many.rent("a" * 24))["customer"]["_id"]
    assert await names(many, customerID=customer) == "a"


async def test_rents_come_page_by_page_and_each_once(many):
    pages = []
    for page in (1, 2, 3, 4):
        answer = (await many.http.get("/rents", params={"page": page, "limit": 2})).json()
        assert (answer["totalDocs"], answer["limit"], answer["page"]) == (5, 2, page)
        pages.append("".join(rent["_id"][0] for rent in answer["docs"]))
    assert pages == ["ab", "cd", "e", ""]


@pytest.mark.parametrize(
    "params",
    [
        {"rentType": "return"}, {"rentType": "hire"}, {"rentStates": "OPEN"}, {"bloqID": "1"},
        {"startDate": "soon"}, {"page": 0}, {"limit": -1}, {"customerID": "x"},
    ],
)  # fmt: skip
async def test_a_filter_that_cannot_be_is_refused(partner, params):
    (name,) = params
    assert flaw(await partner.http.get("/rents", params=params)) == (400, f"{name}Invalid")


async def test_rents_are_found_by_the_state_they_reached_in_a_time(partner):
    await partner.seed("in_progress", startDate="2026-01-01T00:00:00Z")
    reached = "/rents/reached-state"
    first = {"from": "2026-01-01T00:00:00", "until": "2026-01-01T23:59:59"}
    assert await names(partner, reached, state="reserved", **first) == RENT[0]
    assert await names(partner, reached, state="in_progress", **first) == ""
    assert await names(partner, reached, state="cancelled", **first) == ""
    for missing in ("state", "from", "until"):
        params = {"state": "reserved", **first}
        del params[missing]
        answer = await partner.http.get(reached, params=params)
        assert flaw(answer) == (400, f"{missing}Invalid")
    finished = await partner.http.get(reached, params={"state": "finished", **first})
    assert flaw(finished) == (400, "stateInvalid")


async def test_of_one_external_id_the_latest_rent_is_retrieved(partner):
    for name in "ab":
        await partner.seed(_id=name * 24, externalID="order-1", locker=None)
    assert (await partner.http.get("/rents/external/order-1")).json()["_id"] == "b" * 24


async def test_ten_thousand_rents_are_seeded_at_once_and_read_in_pages(partner):
    rents = [{"state": "in_progress", "locker": "A1", "externalID": str(n)} for n in range(10_000)]
    answer = await partner.http.post("http://sandbox/_sandbox/reservations/many", json=rents)
    assert answer.json() == {"made": 10_000}
    page = (await partner.http.get("/rents/active", params={"page": 10, "limit": 1000})).json()
    assert page["totalDocs"] == 10_000
    assert [rent["details"]["externalID"] for rent in page["docs"][::999]] == ["9000", "9999"]
