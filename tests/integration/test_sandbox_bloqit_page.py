"""A page makes reservations and shows events, without a script and without the network."""

import re

import httpx
import pytest
from bloqit_locker import BLOQ, SANDBOX, connected

from kiosk.sandbox.clouds.bloqit import create


@pytest.fixture(scope="module")
def app():
    return create()


@pytest.fixture
async def partner(app):
    async with connected(app) as partner:
        yield partner


async def fill(partner, **fields: str) -> httpx.Response:
    answer = await partner.http.post(f"{SANDBOX}/page", data=fields)
    assert answer.status_code == 303
    return await partner.http.get(f"{SANDBOX}/{answer.headers['location']}")


@pytest.mark.parametrize("kind", ["delivery", "return"])
async def test_a_reservation_is_made_on_the_page(partner, kind):
    page = await fill(
        partner, type=kind, lockerType="L", externalID="order 7", dropOffCode="4711",
        pickUpCode="2121", phoneNumber="+351912345678",
    )  # fmt: skip
    assert "in A3." in page.text
    (rent,) = await partner.listed("/rents")
    assert (rent["type"], rent["state"]) == (kind, "reserved")
    assert rent["details"]["dropOffCode"] == "4711"
    assert rent["details"]["pickUpCodes"] == {"user": "2121"}
    assert rent["details"]["externalID"] == "order 7"
    watched = (await partner.http.get(f"{SANDBOX}/watch")).text
    assert "order 7" in watched
    assert "rent.reserved" in watched


async def test_an_empty_form_makes_a_delivery_with_codes_of_its_own(partner):
    assert "Made" in (await fill(partner)).text
    (rent,) = await partner.listed("/rents")
    assert (rent["type"], len(rent["details"]["dropOffCode"])) == ("delivery", 6)


async def test_what_cannot_be_made_is_said_on_the_page(partner):
    assert "externalID" in (await fill(partner, externalID="x" * 2000)).text
    await partner.put(f"/bloqs/{BLOQ}", json={"active": False})
    assert "not active" in (await fill(partner)).text
    assert await partner.listed("/rents") == []


async def test_too_long_a_form_is_refused(partner):
    assert "Too long." in (await fill(partner, externalID="x" * 100_000)).text


@pytest.mark.parametrize("name", ["page", "watch"])
async def test_the_page_fetches_nothing_from_elsewhere(partner, name):
    await fill(partner)
    page = (await partner.http.get(f"{SANDBOX}/{name}")).text
    assert not re.search(r"(src|href|action)=.?(http|//)", page)
    assert "<script" not in page
