"""The sandbox answers every documented endpoint as the vendor's API reference shows it."""

import httpx
import pytest

from kiosk.sandbox.clouds.kioskforce import create

BASE = "/api/delivery/external/v1"
KEY = {"X-API-Key": "sandbox-key"}
PACKAGE = {"width": 300, "height": 60, "depth": 400, "weight": 1500}
ORDER = {"machine_id": "machine_123", "platform_order_id": "order_456", "packaging": PACKAGE}
HERE = {"latitude": -6.125556, "longitude": 106.65583, "radius": 1000}

DOCUMENTED = {
    "/echo": {"post"},
    "/machines/search": {"post"},
    "/machines/{machine_id}": {"get"},
    "/reservations": {"get", "post"},
    "/reservations/{reservation_id}": {"get"},
    "/reservations/{reservation_id}/dropoffs": {"post"},
    "/reservations/{reservation_id}/pickups": {"post"},
    "/reservations/{reservation_id}/deletes": {"post"},
    "/reservations/{reservation_id}/abandons": {"post"},
    "/reservations/{reservation_id}/open-door": {"post"},
    "/maintenances": {"post"},
}


@pytest.fixture(scope="module")
def app():
    return create()


@pytest.fixture
async def cloud(app):
    transport = httpx.ASGITransport(app)
    base = f"http://sandbox{BASE}"
    async with httpx.AsyncClient(transport=transport, base_url=base, headers=KEY) as cloud:
        await cloud.post("http://sandbox/_sandbox/reset")
        yield cloud


async def reserve(cloud: httpx.AsyncClient, **changes: object) -> dict:
    answer = await cloud.post("/reservations", json=ORDER | changes)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def seed(cloud: httpx.AsyncClient, **wish: object) -> dict:
    answer = await cloud.post("http://sandbox/_sandbox/reservations", json=wish)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_the_openapi_page_lists_every_documented_path(cloud):
    page = (await cloud.get("http://sandbox/openapi.json")).json()
    served = {path: set(verbs) for path, verbs in page["paths"].items() if path.startswith(BASE)}
    assert served == {BASE + path: verbs for path, verbs in DOCUMENTED.items()}
    assert {"/_sandbox/reservations", "/_sandbox/calls", "/_sandbox/faults"} <= set(page["paths"])


async def test_the_openapi_page_promises_no_answer_that_never_comes(cloud):
    page = (await cloud.get("http://sandbox/openapi.json")).json()
    for path in DOCUMENTED:
        for operation in page["paths"][BASE + path].values():
            assert "422" not in operation["responses"]
            assert {"400", "403", "404", "500"} <= set(operation["responses"])


async def test_echo_answers_what_was_said(cloud):
    assert (await cloud.post("/echo", json={"message": "test"})).json() == {"message": "test"}
    assert (await cloud.post("/echo")).json() == {"message": ""}


@pytest.mark.parametrize(("key", "code"), [(None, 16), ("wrong", 7)])
@pytest.mark.parametrize("path", ["/echo", "/reservations/res_1/pickups", "/maintenances"])
async def test_without_the_right_key_every_call_is_forbidden(cloud, key, code, path):
    del cloud.headers["X-API-Key"]
    answer = await cloud.post(path, json={}, headers={} if key is None else {"X-API-Key": key})
    assert (answer.status_code, answer.json()["code"]) == (403, code)
    assert answer.json()["details"] == []


async def test_a_machine_shows_all_fields_of_the_data_model(cloud):
    machine = (await cloud.get("/machines/machine_123")).json()["machine"]
    assert machine["machine_id"] == "machine_123"
    assert machine["online"] is True
    assert len(machine["all_cells"]) == len(machine["preferred_cells"]) == 12
    assert set(machine["all_cells"][0]) == {
        "width", "height", "depth", "heating", "cooling", "weight_sensor",
    }  # fmt: skip
    assert machine["occupancy_information"] == "OCCUPANCY_STATUS_LOW"


async def test_preferred_cells_and_occupancy_follow_the_reservations(cloud):
    for _ in range(9):
        await reserve(cloud)
    machine = (await cloud.get("/machines/machine_123")).json()["machine"]
    assert len(machine["preferred_cells"]) == 3
    assert machine["occupancy_information"] == "OCCUPANCY_STATUS_HIGH"
    for _ in range(3):
        await reserve(cloud)
    machine = (await cloud.get("/machines/machine_123")).json()["machine"]
    assert machine["occupancy_information"] == "OCCUPANCY_STATUS_OVERLOADED"
    refused = await cloud.post("/reservations", json=ORDER)
    assert (refused.status_code, refused.json()["code"]) == (400, 9)


async def test_search_finds_machines_within_the_radius(cloud):
    near = (await cloud.post("/machines/search", json=HERE)).json()["machines"]
    assert [(found["machine"]["machine_id"], found["distance_in_metres"]) for found in near] == [
        ("machine_123", 0)
    ]
    far = await cloud.post("/machines/search", json=HERE | {"latitude": -6.2})
    assert far.json() == {"machines": []}


async def test_search_knows_which_packages_fit(cloud):
    wish = HERE | {"only_available_lockers": True, "limit": 5}
    tall = wish | {"packaging": PACKAGE | {"height": 400, "heating_required": True}}
    huge = wish | {"packaging": PACKAGE | {"width": 900}}
    found = (await cloud.post("/machines/search", json=tall)).json()["machines"]
    cells = found[0]["machine"]["preferred_cells"]
    assert [(cell["height"], cell["heating"]) for cell in cells] == [(580, True)]
    assert (await cloud.post("/machines/search", json=huge)).json() == {"machines": []}


async def test_a_reservation_answers_codes_and_qr_texts(cloud):
    made = await reserve(cloud)
    assert made["machine"]["machine_id"] == made["machine_id"] == "machine_123"
    assert len(made["drop_off_code"]) == len(made["pickup_code"]) == 4
    assert (made["drop_off_code"] + made["pickup_code"]).isdigit()
    text = f"DLV-DROP-{made['reservation_id']}-{made['drop_off_code']}"
    assert made["drop_off_qrcode"] == text
    assert made["drop_off_qrcode_url"].endswith(f"/qrcode/{text}")
    assert made["pickup_code_qrcode"] == f"DLV-PICK-{made['reservation_id']}-{made['pickup_code']}"


async def test_some_reservation_ids_have_a_dash(cloud):
    ids = [(await reserve(cloud))["reservation_id"] for _ in range(4)]
    assert ids == ["res_789", "res_790", "res_791", "res_792-x"]


async def test_a_reservation_reads_as_in_the_sample(cloud):
    made = await reserve(cloud, notes="Fragile")
    read = (await cloud.get(f"/reservations/{made['reservation_id']}")).json()
    assert read["status"] == "RESERVATION_STATUS_PENDING"
    assert read["platform_order_id"] == "order_456"
    assert read["notes"] == "Fragile"
    assert read["cell"] == {"description": "A02"}
    assert read["created_at"].endswith("Z")
    assert "dropped_off_at" not in read
    assert {name: read[name] for name in made if name != "machine"} == {
        name: value for name, value in made.items() if name != "machine"
    }


@pytest.mark.parametrize(
    "change",
    [
        {"platform_order_id": "x" * 1025},
        {"notes": "x" * 1025},
        {"packaging": None},
        {"webhook_url": "http://plain.example/hook"},
        {"packaging": {"width": "wide"}},
        {"packagings": PACKAGE},
    ],
)
async def test_an_invalid_argument_is_code_3(cloud, change):
    answer = await cloud.post("/reservations", json=ORDER | change)
    assert (answer.status_code, answer.json()["code"]) == (400, 3)


async def test_what_does_not_exist_is_code_5(cloud):
    answers = [
        await cloud.get("/reservations/res_0"),
        await cloud.get("/machines/machine_0"),
        await cloud.post("/reservations", json=ORDER | {"machine_id": "machine_0"}),
        await cloud.post("/reservations/res_0/pickups"),
        await cloud.post("/reservations/res_0/open-door", json={}),
        await cloud.post("/maintenances", json={"description": "?", "cell_id": "cell_0"}),
        await cloud.get("/nowhere"),
        await cloud.get("/reservations/"),
    ]
    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(404, 5)}


async def test_a_maintenance_ticket_can_block_a_cell(cloud):
    door = (await cloud.get("http://sandbox/_sandbox/doors")).json()[0]
    issue = {"description": "stuck", "cell_id": door["cell_id"], "block_cell_immediately": True}
    ticket = (await cloud.post("/maintenances", json=issue | {"severity": "HIGH"})).json()
    assert ticket["maintenance_ticket_id"] == "maint_456"
    assert ticket["status"] == "OPEN"
    made = await reserve(cloud)
    read = (await cloud.get(f"/reservations/{made['reservation_id']}")).json()
    assert read["cell"] != {"description": door["name"]}
    listed = (await cloud.get("http://sandbox/_sandbox/maintenances")).json()
    assert [entry["description"] for entry in listed] == ["stuck"]


async def test_tests_may_seed_two_reservations_with_one_code(cloud):
    for number, cell in ((1, "A01"), (2, "A02")):
        await seed(cloud, reservation_id=f"res-{number}", pickup_code="5678", cell=cell)
    everything = (await cloud.get("http://sandbox/_sandbox/reservations")).json()
    assert [entry["pickup_qrcode"] for entry in everything] == [
        "DLV-PICK-res-1-5678",
        "DLV-PICK-res-2-5678",
    ]
    twice = await cloud.post(
        "http://sandbox/_sandbox/reservations", json={"reservation_id": "res-1"}
    )
    assert twice.status_code == 400


async def test_reset_forgets_everything(cloud):
    made = await reserve(cloud)
    await cloud.post("http://sandbox/_sandbox/faults", json=[{"status": 500}])
    await cloud.post("http://sandbox/_sandbox/reset")
    assert (await cloud.get("/reservations")).json()["reservations"] == []
    calls = (await cloud.get("http://sandbox/_sandbox/calls")).json()
    assert [call["method"] for call in calls] == ["GET"]
    assert await reserve(cloud) == made
