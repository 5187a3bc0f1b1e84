"""The sandbox answers every call of Bloq.it's Partner API as the document shows it."""

import pytest
from bloqit_locker import BASE, BLOQ, KEY, NEIGHBOUR, NOWHERE, RENT, SANDBOX, connected, flaw

from kiosk.domain.errors import ConfigWrong
from kiosk.sandbox.clouds.bloqit import create

PRINTED = {
    "/bloqs": {"get"},
    "/bloqs/{bloqID}": {"get"},
    "/bloqs/{bloqID}/free-lockers": {"get"},
    "/bloqs/geoSearch": {"get"},
    "/bloqs/{bloqID}/lockers/{lockerID}/open": {"put"},
    "/bloqs/{bloqID}/lockers/{lockerID}/close": {"put"},
    "/bloqs/{bloqID}/lockers/{lockerID}/open-or-collect": {"put"},
    "/bloqs/labels-amount-available": {"get"},
    "/bloqs/{bloqID}/labels-amount-available": {"get"},
    "/bloqs/{bloqID}/notify-label-replacement": {"put"},
    "/bloq-locations": {"get"},
    "/bloq-locations/{bloqLocationID}": {"get"},
    "/bloq-locations/external-id/{externalID}": {"get"},
    "/rents": {"get"},
    "/rents/active": {"get"},
    "/rents/reached-state": {"get"},
    "/rents/external/{externalID}": {"get"},
    "/rents/{rentID}": {"get"},
    "/rents/{rentID}/history": {"get"},
    "/rents/{rentID}/lockers/open": {"put"},
    "/rents/{rentID}/cancel": {"put"},
    "/rents/{rentID}/collect": {"put"},
    "/rents/{rentID}/finish": {"put"},
    "/rent-sims/{rentID}/lockers/keypad": {"put"},
    "/rent-sims/{rentID}/lockers/close": {"put"},
    "/deliveries/{rentID}/make": {"put"},
    "/deliveries/{rentID}/notify": {"put"},
    "/deliveries/{rentID}/ready-for-pickup": {"put"},
    "/deliveries/{rentID}/in-transit": {"put"},
    "/deliveries/{rentID}/select-locker": {"put"},
    "/returns/{rentID}/finish": {"put"},
    "/customers": {"get"},
    "/customers/{customerID}": {"get", "delete"},
    "/couriers/courier-auth/create-token": {"get"},
    "/webhooks": {"get"},
    "/webhooks/{webhookID}": {"get", "delete"},
    "/webhooks/history": {"get"},
}
"""Where the document's samples name the address."""
READ = {
    "/bloqs/{bloqID}": {"put"},
    "/bloqs/{bloqID}/lockers/open": {"put"},
    "/bloqs/{bloqID}/lockers/{lockerID}/availability": {"put"},
    "/bloqs/{bloqID}/print-label": {"post"},
    "/bloq-locations": {"post"},
    "/bloq-locations/{bloqLocationID}": {"put"},
    "/bloq-locations/external-id/{externalID}": {"put"},
    "/rents/{rentID}": {"put"},
    "/rents/{rentID}/extend": {"put"},
    "/stores": {"post"},
    "/stores/{rentID}/end": {"put"},
    "/sends": {"post"},
    "/deliveries": {"post"},
    "/deliveries/{rentID}/return": {"put"},
    "/returns": {"post"},
    "/returns/{rentID}/reserve": {"put"},
    "/customers": {"post"},
    "/customers/{customerID}": {"put"},
    "/webhooks": {"post"},
    "/webhooks/{webhookID}": {"put"},
}
"""Where they do not."""


@pytest.fixture(scope="module")
def app():
    return create()


@pytest.fixture
async def partner(app):
    async with connected(app) as partner:
        yield partner


def test_every_call_of_the_document_is_there_and_no_other(app):
    served = {True: {}, False: {}}
    for path, verbs in app.openapi()["paths"].items():
        for verb, call in verbs.items():
            if path.startswith(BASE):
                short = path.removeprefix(BASE)
                served["x-path" in call].setdefault(short, set()).add(verb)
    assert served[False] == PRINTED
    assert served[True] == READ


async def test_what_is_not_printed_says_so_on_the_pages(app, partner):
    calls = (await partner.http.get("http://sandbox/docs")).text
    assert calls.count("path not printed in the document") == sum(map(len, READ.values()))
    page = (await partner.http.get(f"{SANDBOX}/page")).text
    assert "Not printed in the document" in page


def test_no_call_promises_an_answer_that_never_comes(app):
    for path, verbs in app.openapi()["paths"].items():
        for call in verbs.values():
            if path.startswith(BASE):
                assert "422" not in call["responses"]
                assert set(call["responses"]) >= {
                    "400", "401", "403", "404", "409", "429", "500", "502", "504",
                }  # fmt: skip


@pytest.mark.parametrize("key", [None, "", "wrong", "sandbox-key "])
@pytest.mark.parametrize("path", ["/bloqs", "/rents/active", f"/rents/{RENT}", "/rents/broken"])
async def test_without_the_right_key_every_call_is_unauthorized(partner, key, path):
    del partner.http.headers["X-API-KEY"]
    headers = {} if key is None else {"X-API-KEY": key}
    answer = await partner.http.get(path, headers=headers)
    assert flaw(answer) == (401, "unauthorized")


async def test_an_id_of_a_wrong_format_is_worded_as_in_the_document(partner):
    answer = await partner.http.put("/bloqs/xyz/notify-label-replacement")
    assert answer.status_code == 400
    assert answer.json() == {
        "code": "bloqIDInvalid",
        "message": "Invalid bloqID. bloqID is either missing or has a wrong format.",
    }


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (f"/bloqs/{NOWHERE}", "bloqNotFound"),
        (f"/rents/{NOWHERE}", "rentNotFound"),
        ("/rents/external/none", "rentNotFound"),
        (f"/customers/{NOWHERE}", "customerNotFound"),
        (f"/webhooks/{NOWHERE}", "webhookNotFound"),
        (f"/bloq-locations/{NOWHERE}", "bloqLocationNotFound"),
        ("/bloq-locations/external-id/none", "bloqLocationNotFound"),
        ("/nowhere", "notFound"),
    ],
)
async def test_what_does_not_exist_is_not_found(partner, path, code):
    assert flaw(await partner.http.get(path)) == (404, code)


async def test_a_bloq_reads_as_in_the_sample(partner):
    bloq = (await partner.http.get(f"/bloqs/{BLOQ}")).json()
    assert bloq.keys() >= {
        "_id", "active", "details", "code", "createdAt", "updatedAt", "maxRentTimeHour",
        "supports", "location", "price", "lockersMeasures", "status", "lockers",
    }  # fmt: skip
    assert (bloq["_id"], bloq["maxRentTimeHour"]) == (BLOQ, 2)
    assert bloq["supports"] == ["store", "send", "delivery", "return"]
    assert bloq["lockers"][0] == {
        "_id": bloq["lockers"][0]["_id"],
        "rent": None,
        "charger": True,
        "objectDetection": False,
        "isOpen": False,
        "lastDoorOpeningTimestamp": "null",
        "lockerTitle": "A1",
        "bloq": BLOQ,
        "type": "S",
        "active": True,
    }


async def test_bloqs_are_listed_page_by_page_and_filtered(partner):
    async def ids(**params: object) -> list[str]:
        return [bloq["_id"] for bloq in await partner.listed("/bloqs", **params)]

    assert await ids() == [BLOQ, NEIGHBOUR]
    assert await ids(limit=1, page=2) == [NEIGHBOUR]
    assert await ids(limit=1, page=3) == []
    await partner.put(f"/bloqs/{NEIGHBOUR}", json={"active": False})
    assert await ids(active="active") == [BLOQ]
    assert await ids(active="inactive") == [NEIGHBOUR]
    assert await ids(lockerType="XL", rentType="return") == [BLOQ, NEIGHBOUR]
    page = (await partner.http.get("/bloqs")).json()
    assert (page["totalDocs"], page["page"], page["limit"]) == (2, 1, 10)


@pytest.mark.parametrize(
    "params",
    [{"page": 0}, {"limit": 0}, {"limit": "x"}, {"active": "yes"}, {"lockerType": "XXL"}],
)
async def test_a_list_that_cannot_be_is_refused(partner, params):
    (name,) = params
    assert flaw(await partner.http.get("/bloqs", params=params)) == (400, f"{name}Invalid")


async def test_free_lockers_are_active_and_without_a_rent(partner):
    await partner.seed()
    a2 = await partner.locker_id("A2")
    await partner.put(f"/bloqs/{BLOQ}/lockers/{a2}/availability", json={"active": False})
    free = (await partner.http.get(f"/bloqs/{BLOQ}/free-lockers")).json()
    assert [locker["lockerTitle"] for locker in free] == [f"A{n}" for n in range(3, 13)]


async def test_bloqs_are_found_by_distance_the_nearest_first(partner):
    async def near(metres: int, **more: object) -> list[str]:
        params = {"latitude": 38.711163, "longitude": -9.135517, "maxDistance": metres, **more}
        return [bloq["_id"] for bloq in await partner.listed("/bloqs/geoSearch", **params)]

    assert await near(1) == [NEIGHBOUR]
    assert await near(500) == [NEIGHBOUR, BLOQ]  # 445 m apart
    assert await near(500, limit=1, page=2) == [BLOQ]
    missing = await partner.http.get("/bloqs/geoSearch", params={"latitude": 1, "longitude": 1})
    assert flaw(missing) == (400, "maxDistanceInvalid")


async def test_only_the_fields_passed_change_a_bloq(partner):
    before = (await partner.http.get(f"/bloqs/{BLOQ}")).json()
    answer = await partner.put(f"/bloqs/{BLOQ}", json={"code": "ABC123", "maxRentTimeHour": 5})
    after = answer.json()
    changed = {name for name in before if before[name] != after[name]}
    assert changed - {"updatedAt"} == {"code", "maxRentTimeHour"}
    assert flaw(await partner.put(f"/bloqs/{BLOQ}", json={"maxRentTimeHour": 0})) == (
        400, "maxRentTimeHourInvalid",
    )  # fmt: skip


async def test_an_inactive_bloq_or_a_disabled_locker_takes_no_new_rent(partner):
    a1 = await partner.locker_id("A1")
    await partner.put(f"/bloqs/{BLOQ}/lockers/{a1}/availability", json={"active": False})
    assert flaw(await partner.delivery(lockerID=a1)) == (409, "conflict")
    await partner.put(f"/bloqs/{BLOQ}", json={"active": False})
    assert flaw(await partner.delivery(lockerID=await partner.locker_id("A2"))) == (409, "conflict")
    assert await partner.events() == ["locker.locker_inactive", "bloq.inactive"]


async def test_labels_are_counted_printed_and_replaced(partner):
    here = f"/bloqs/{BLOQ}"
    assert (await partner.http.get(f"{here}/labels-amount-available")).json() == {
        "remainingLabels": "120"
    }
    await partner.set("machine", labels=1)
    label = {"content": {"name": "Ann"}}
    printed = await partner.http.post(
        f"{here}/print-label", params={"templateID": "T1"}, json=label
    )
    assert printed.status_code == 200
    assert (await partner.http.get(f"{SANDBOX}/prints")).json()[0]["content"] == {"name": "Ann"}
    empty = await partner.http.post(f"{here}/print-label", params={"templateID": "T1"}, json=label)
    assert flaw(empty)[0] == 502
    assert await partner.events() == ["bloq.label_printed", "bloq.print_label_error"]
    assert (await partner.put(f"{here}/notify-label-replacement")).status_code == 200
    left = (await partner.http.get(f"{here}/labels-amount-available")).json()
    assert int(left["remainingLabels"]) > 1


async def test_a_content_needs_a_template_of_this_bloq(partner):
    for params in ({}, {"templateID": "T9"}):
        answer = await partner.http.post(
            f"/bloqs/{BLOQ}/print-label", params=params, json={"content": {"a": 1}}
        )
        assert flaw(answer) == (400, "templateIDInvalid")


async def test_only_a_bloq_with_a_printer_prints(partner):
    await partner.set("machine", has_printer=False)
    answer = await partner.http.post(f"/bloqs/{BLOQ}/print-label", params={"templateID": "T1"})
    assert flaw(answer) == (409, "conflict")
    everywhere = await partner.listed("/bloqs/labels-amount-available")
    assert [entry["bloq"] for entry in everywhere] == [NEIGHBOUR]


async def test_labels_of_all_bloqs_come_with_0_for_page_and_limit(partner):
    path = "/bloqs/labels-amount-available"
    assert len(await partner.listed(path, page=0, limit=0)) == 2
    assert await partner.listed(path, page=2, limit=1) == [
        {"bloq": NEIGHBOUR, "remainingLabels": "120"}
    ]
    assert flaw(await partner.http.get(path, params={"page": 0})) == (400, "pageInvalid")


async def test_a_customer_is_created_changed_listed_and_deleted(partner):
    about = {"name": "John Doe", "email": "happy@company.example", "phoneNumber": "+351912345678"}
    made = (await partner.http.post("/customers", json=about)).json()
    assert made.keys() == {
        "_id", "partner", "name", "email", "phoneNumber", "externalID", "createdAt", "updatedAt",
    }  # fmt: skip
    here = f"/customers/{made['_id']}"
    changed = (await partner.put(here, json={"email": "new@company.example"})).json()
    assert (changed["name"], changed["email"]) == ("John Doe", "new@company.example")
    await partner.delivery({"expiryDate": "2099-01-01T00:00:00Z"}, customerID=made["_id"])
    await partner.http.post("/customers", json={"name": "Jane"})

    async def names(which: str) -> list[str]:
        return [each["name"] for each in await partner.listed("/customers", withActiveRents=which)]

    assert await names("all") == ["John Doe", "Jane"]
    assert await names("with") == ["John Doe"]
    assert await names("without") == ["Jane"]
    assert (await partner.http.delete(here)).json()["_id"] == made["_id"]
    assert flaw(await partner.http.get(here)) == (404, "customerNotFound")
    told = [event for event in await partner.events() if event.startswith("customer.")]
    assert told == [
        "customer.customer_created", "customer.customer_updated", "customer.customer_created",
        "customer.customer_deleted",
    ]  # fmt: skip


async def test_a_location_is_created_found_and_churned(partner):
    body = {"address": "Street 123", "latitude": 38.7, "longitude": -9.1, "externalID": "ext-1"}
    made = (await partner.http.post("/bloq-locations", json=body)).json()
    assert (made["state"], made["externalID"], made["metadata"]) == ("created", "ext-1", {})
    by_name = (await partner.http.get("/bloq-locations/external-id/ext-1")).json()
    by_id = (await partner.http.get(f"/bloq-locations/{made['_id']}")).json()
    assert by_name == by_id == made
    here = f"/bloq-locations/{made['_id']}"
    assert flaw(await partner.put(here, json={"state": "deployed"})) == (400, "stateInvalid")
    churned = await partner.put("/bloq-locations/external-id/ext-1", json={"state": "churned"})
    assert churned.json()["state"] == "churned"
    assert await partner.listed("/bloq-locations", state="created") == []
    assert len(await partner.listed("/bloq-locations", state="churned", externalID="ext-1")) == 1
    again = await partner.http.post("/bloq-locations", json=body)
    assert flaw(again) == (409, "conflict")
    del body["address"]
    missing = await partner.http.post("/bloq-locations", json=body)
    assert flaw(missing) == (400, "addressInvalid")


async def test_reset_forgets_everything_and_starts_alike(partner):
    made = (await partner.delivery(bloqID=BLOQ)).json()
    await partner.http.post(f"{SANDBOX}/reset")
    assert await partner.listed("/rents") == []
    assert await partner.events() == []
    assert (await partner.delivery(bloqID=BLOQ)).json()["_id"] == made["_id"]


def test_a_bloq_id_that_is_none_is_named_in_a_sentence():
    with pytest.raises(ConfigWrong, match="24 hexadecimal digits"):
        create(machine_id="machine_123")
    with pytest.raises(ConfigWrong, match="kiosk or vendor"):
        create(door="nobody")


async def test_the_bloq_and_its_lockers_may_be_chosen():
    async with connected(create(machine_id=NOWHERE, cells=["12", "13"], key="k")) as partner:
        partner.http.headers = KEY | {"X-API-KEY": "k"}
        assert list(await partner.lockers(NOWHERE)) == ["12", "13"]
