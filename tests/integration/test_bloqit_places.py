"""Bloq.it's other bloqs near this one, and what they have free."""

import httpx
import pytest
import stamina
from fastapi import FastAPI

from kiosk.domain.errors import CloudBroken
from kiosk.domain.particulars import NO_NEEDS, Needs
from kiosk.ports_abilities import Nearby
from kiosk.sandbox.clouds.bloqit import create
from tests.integration.bloqit_line import BLOQ_BODY, LOCKER, Pair, over, page, paired
from tests.integration.bloqit_locker import BLOQ, NEIGHBOUR

HERE = {"type": "Point", "coordinates": [-9.135517, 38.707163]}
THERE = {"type": "Point", "coordinates": [-9.135517, 38.711163]}
FREE = {**LOCKER, "rent": None, "bloq": NEIGHBOUR}
OTHER = {
    "_id": NEIGHBOUR, "active": True, "code": "T2", "details": {"title": "Next door"},
    "location": THERE, "lockers": [FREE],
}  # fmt: skip
THIRD = {**OTHER, "_id": "5e5fbcebd1195468b647aa77", "details": {"title": "Third"}}


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


async def test_the_neighbour_is_named_with_its_way_and_we_are_not(pair: Pair):
    (near,) = await pair.cloud.nearby("M", NO_NEEDS, 5_000)
    assert near.id == NEIGHBOUR
    assert near.metres == 445
    assert (near.latitude, near.longitude) == (38.711163, -9.135517)
    assert near.name


async def test_too_far_is_no_neighbour(pair: Pair):
    assert await pair.cloud.nearby("M", NO_NEEDS, 444) == ()


async def test_a_neighbour_that_is_full_has_no_room(pair: Pair):
    lockers = await pair.partner.lockers(NEIGHBOUR)
    for title, locker in lockers.items():
        if locker["type"] == "M":
            await pair.partner.seed(
                "in_progress", _id=None, bloqID=NEIGHBOUR, locker=title, type="store"
            )
    assert await pair.cloud.nearby("M", NO_NEEDS, 5_000) == ()
    assert len(await pair.cloud.nearby("S", NO_NEEDS, 5_000)) == 1
    assert len(await pair.cloud.nearby(None, NO_NEEDS, 5_000)) == 1


async def test_a_neighbour_that_is_switched_off_is_none(pair: Pair):
    await pair.partner.http.put(f"/bloqs/{NEIGHBOUR}", json={"active": False})
    assert await pair.cloud.nearby("M", NO_NEEDS, 5_000) == ()


async def test_what_needs_cold_is_sent_nowhere(pair: Pair):
    assert await pair.cloud.nearby("M", Needs(thermal="chill"), 5_000) == ()


async def test_a_size_that_is_no_type_of_theirs_is_not_asked_for(pair: Pair):
    assert len(await pair.cloud.nearby("Gallon", NO_NEEDS, 5_000)) == 1


def vendor(*found: object, here: object = HERE, free: object = None):
    """A search that finds these, ours among them."""
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        path = request.url.path
        if path.endswith("/geoSearch"):
            return httpx.Response(200, json=page({**BLOQ_BODY, "location": here}, *found))
        if path.endswith("/free-lockers"):
            return httpx.Response(200, json=[FREE] if free is None else free)
        return httpx.Response(200, json={**BLOQ_BODY, "location": here})

    return over(httpx.MockTransport(answer)), asked


async def test_the_nearest_comes_first_whatever_the_order_of_the_search():
    far = {**THIRD, "location": {"latitude": 38.72, "longitude": -9.135517}}
    unknown = {**THIRD, "_id": "5e5fbcebd1195468b647aa78", "location": None}
    cloud, _ = vendor(unknown, far, OTHER)
    found = await cloud.nearby("M", NO_NEEDS, 5_000)
    assert [one.id for one in found] == [NEIGHBOUR, THIRD["_id"], unknown["_id"]]
    assert found[-1].metres is None


async def test_our_own_place_is_read_once():
    cloud, asked = vendor(OTHER)
    await cloud.nearby("M", NO_NEEDS, 5_000)
    await cloud.nearby("M", NO_NEEDS, 5_000)
    assert [r.url.path.rpartition("/")[2] for r in asked] == [BLOQ, "geoSearch", "geoSearch"]
    query = asked[1].url.params
    assert dict(query) == {
        "latitude": "38.707163", "longitude": "-9.135517", "maxDistance": "5000",
        "active": "active", "limit": "20", "lockerType": "M",
    }  # fmt: skip


async def test_where_the_search_shows_no_lockers_the_free_ones_are_asked_for_a_few_times():
    closed = {**OTHER, "lockers": []}
    cloud, asked = vendor(closed)
    assert len(await cloud.nearby("M", NO_NEEDS, 5_000)) == 1
    cloud, _ = vendor(closed, free=[])
    assert await cloud.nearby("M", NO_NEEDS, 5_000) == ()
    many = [{**closed, "_id": f"{n:024x}"} for n in range(0xF00, 0xF09)]
    cloud, asked = vendor(*many)
    assert len(await cloud.nearby("M", NO_NEEDS, 5_000)) == 5
    assert sum(r.url.path.endswith("/free-lockers") for r in asked) == 5


async def test_who_does_not_know_where_it_stands_names_nobody():
    for here in (None, {}, {"coordinates": [1.0]}, {"type": "Point", "coordinates": None}):
        cloud, asked = vendor(OTHER, here=here)
        assert await cloud.nearby("M", NO_NEEDS, 5_000) == ()
        assert len(asked) == 1


async def test_a_name_is_fit_for_a_screen():
    title = "  Nice\u202e\x00 shop\n " + "x" * 500
    cloud, _ = vendor({**OTHER, "details": {"title": title}})
    (near,) = await cloud.nearby("M", NO_NEEDS, 5_000)
    assert near.name.startswith("Nice shop xx")
    assert len(near.name) == 80
    cloud, _ = vendor({**OTHER, "details": {}, "code": None})
    assert (await cloud.nearby("M", NO_NEEDS, 5_000))[0] == Nearby(
        NEIGHBOUR, NEIGHBOUR, 445, 38.711163, -9.135517
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"_id": 7}, {"active": "yes"}, {"location": 7}, {"location": {"coordinates": ["1", "2"]}},
        {"location": {"coordinates": [181.0, 0.0]}}, {"location": {"latitude": "38"}},
        {"lockers": 7}, {"lockers": [{}]}, {"details": 7}, {"details": {"title": 7}},
        {"lockers": [FREE] * 2_001}, {"code": "x" * 5_000},
    ],
)  # fmt: skip
async def test_a_body_that_breaks_the_schema_is_no_answer(wrong):
    cloud, _ = vendor({**OTHER, **wrong})
    with pytest.raises(CloudBroken):
        await cloud.nearby("M", NO_NEEDS, 5_000)


async def test_an_id_that_is_none_is_left_out():
    cloud, _ = vendor({**OTHER, "_id": "../../bloqs"}, {**OTHER, "active": False, "_id": "f" * 24})
    assert await cloud.nearby("M", NO_NEEDS, 5_000) == ()
