"""The sandbox lists ongoing reservations page by page, of the whole platform and without codes."""

import pytest
from kioskforce_locker import DROPPED_OFF, connected

from kiosk.sandbox.clouds.kioskforce import create


@pytest.fixture(scope="module")
def locker_app():
    return create()


@pytest.fixture
async def locker(locker_app):
    async with connected(locker_app) as locker:
        yield locker


async def test_the_list_is_paged_oldest_first(locker):
    made = [f"res_{number}" for number in range(5)]
    for name in made:
        await locker.seed(reservation_id=name)
    first = (await locker.http.get("/reservations", params={"page_size": 2})).json()
    assert first["total_count"] == 5
    # One entry of the first page ends meanwhile: nobody may be skipped for it.
    await locker.http.post(f"/reservations/{made[0]}/deletes")
    ids = [entry["reservation_id"] for entry in first["reservations"]]
    token = first["next_page_token"]
    while token:
        params = {"page_size": 2, "page_token": token}
        page = (await locker.http.get("/reservations", params=params)).json()
        ids += [entry["reservation_id"] for entry in page["reservations"]]
        token = page["next_page_token"]
    assert ids == made


async def test_the_list_shows_no_codes_and_every_machine_of_the_platform(locker):
    await locker.seed(machine_id="machine_999")
    await locker.seed(reservation_id="res_2", status=DROPPED_OFF)
    page = (await locker.http.get("/reservations")).json()
    assert [entry["machine_id"] for entry in page["reservations"]] == ["machine_999", "machine_123"]
    assert set(page["reservations"][1]) == {
        "reservation_id", "machine_id", "platform_order_id", "status",
        "created_at", "dropped_off_at", "cell",
    }  # fmt: skip
    assert page["next_page_token"] == ""


async def test_created_after_is_exclusive(locker):
    for second in (1, 2, 3):
        await locker.seed(reservation_id=f"res_{second}", created_at=f"2025-01-01T00:00:0{second}Z")
    after = {"created_after": 1735689602}  # 2025-01-01T00:00:02Z
    page = (await locker.http.get("/reservations", params=after)).json()
    assert [entry["reservation_id"] for entry in page["reservations"]] == ["res_3"]


@pytest.mark.parametrize(
    "params", [{"page_size": 0}, {"page_size": 1001}, {"page_token": "token_?"}]
)
async def test_a_page_that_cannot_be_is_refused(locker, params):
    answer = await locker.http.get("/reservations", params=params)
    assert (answer.status_code, answer.json()["code"]) == (400, 3)
