"""Every sandbox cloud has a page to make reservations and watch what happens."""

import httpx
import pytest

from kiosk.sandbox.clouds.serve import sandbox


@pytest.mark.parametrize(
    ("cloud", "field", "told"),
    [
        ("kioskforce", "platform_order_id", "EVENT_TYPE_RESERVATION_CREATED"),
        ("bloqit", "externalID", "rent.created"),
    ],
)
async def test_a_reservation_made_on_the_page_shows_with_its_events(cloud, field, told):
    transport = httpx.ASGITransport(sandbox(cloud)())
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox/_sandbox") as desk:
        assert (await desk.get("/page")).status_code == 200
        made = await desk.post("/page", data={field: "order <7>"})
        assert "Made" in (await desk.get(f"/{made.headers['location']}")).text
        watched = (await desk.get("/watch")).text
        assert "order &lt;7&gt;" in watched
        assert told in watched
        refused = await desk.post("/page", data={field: "x" * 2000})
        assert "Made" not in refused.headers["location"]
