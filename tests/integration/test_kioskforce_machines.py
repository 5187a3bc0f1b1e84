"""KioskForce's machines: which has room for what, and which others are near."""

from dataclasses import replace

import httpx
import pytest

from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce import KioskForce
from kiosk.domain.errors import CloudBroken, CloudMissing, CloudSilent
from kiosk.domain.layout import Column, Layout, Millimetres
from kiosk.domain.particulars import NO_NEEDS, Needs
from kiosk.sandbox.clouds.kioskforce import create
from tests.integration.kioskforce_vendor import (
    BANK,
    NOT_FOUND,
    StandingClock,
    line,
    ok,
    settings,
)

CELL = {
    "width": 300,
    "height": 300,
    "depth": 300,
    "heating": False,
    "cooling": True,
    "weight_sensor": True,
}
HERE = {
    "machine_id": "machine_123",
    "name": "Awesome Business Park - Waiting Area (South)",
    "location": "Benda, Tangerang City, Banten",
    "latitude": -6.125556,
    "longitude": 106.655830,
    "online": True,
    "preferred_cells": [CELL],
    "all_cells": [CELL, CELL],
    "occupancy_information": "OCCUPANCY_STATUS_MEDIUM",
}
OVERLOADED = "OCCUPANCY_STATUS_OVERLOADED"


def machine(**changes: object) -> dict[str, object]:
    return {**HERE, **changes}


def here(**changes: object) -> httpx.Response:
    return ok({"machine": machine(**changes)})


def near(metres: float, **changes: object) -> dict[str, object]:
    changes = {"machine_id": f"machine_{metres:g}", "name": f"At {metres:g}"} | changes
    return {"machine": machine(**changes), "distance_in_metres": metres}


def found(*machines: object) -> httpx.Response:
    return ok({"machines": list(machines)})


@pytest.mark.parametrize(
    ("changes", "room"),
    [
        ({}, True),
        # Preferred cells are not all that are free: none of them is no reason to refuse.
        ({"preferred_cells": [], "occupancy_information": "OCCUPANCY_STATUS_HIGH"}, True),
        ({"preferred_cells": [], "occupancy_information": OVERLOADED}, False),
        ({"preferred_cells": [], "occupancy_information": 4}, False),
        ({"preferred_cells": [], "occupancy_information": None, "all_cells": []}, True),
        # One that is idle for sure counts, however full the rest is.
        ({"occupancy_information": OVERLOADED}, True),
        ({"preferred_cells": [{**CELL, "height": 299}], "occupancy_information": 4}, False),
    ],
    ids=range(7),
)
async def test_what_the_machine_may_give_away(changes, room):
    cloud, vendor = line(here(**changes))
    assert await cloud.room(NO_NEEDS) == ({"12"} if room else set())
    assert vendor.asked == ["GET /api/delivery/external/v1/machines/machine_123"]


@pytest.mark.parametrize(("wide", "room"), [(300, True), (301, False)])
async def test_what_no_cell_of_the_whole_inventory_holds_has_no_room(wide, room):
    cloud, _ = line(here(preferred_cells=[]))
    [column] = BANK.columns
    larger = tuple(replace(one, inside=Millimetres(400, 400, 400)) for one in column.compartments)
    bank = Layout(BANK.height_mm, BANK.sizes, (Column(column.width_mm, larger),))
    cloud = KioskForce(replace(settings(), layout=bank), StandingClock(), cloud._http)
    assert bool(await cloud.room(Needs(inside=Millimetres(wide, 10, 10)))) is room


@pytest.mark.parametrize(
    ("thermal", "cell", "room"),
    [
        ("chill", {"cooling": True}, True),
        ("freeze", {"cooling": True}, True),
        ("chill", {"cooling": False}, False),
        ("heat", {"heating": True}, True),
        ("heat", {"cooling": True}, False),
        ("ambient", {}, True),
    ],
)
async def test_warm_and_cold_need_a_cell_that_can(thermal, cell, room):
    cells = [{**CELL, "heating": False, "cooling": False, **cell}]
    cloud, _ = line(here(preferred_cells=cells, all_cells=cells))
    [column] = BANK.columns
    alike = tuple(replace(one, thermal=thermal) for one in column.compartments)
    bank = Layout(BANK.height_mm, BANK.sizes, (Column(column.width_mm, alike),))
    cloud = KioskForce(replace(settings(), layout=bank), StandingClock(), cloud._http)
    assert bool(await cloud.room(Needs(thermal=thermal))) is room


async def test_neighbours_are_asked_for_around_this_machine_which_is_none_of_them():
    answer = found(near(900), near(0, machine_id="machine_123"), near(150.4))
    cloud, vendor = line(here(), answer)
    needs = Needs(inside=Millimetres(300, 200, 400), weight_g=1500, thermal="chill")
    assert await cloud.nearby(None, needs, 1000) == []
    assert vendor.sent() == {
        "latitude": -6.125556,
        "longitude": 106.65583,
        "radius": 1000,
        "limit": 20,
        "only_available_lockers": True,
        "packaging": {
            "width": 300,
            "height": 200,
            "depth": 400,
            "weight": 1500,
            "heating_required": False,
            "cooling_required": True,
        },
    }


async def test_the_nearest_with_room_come_first():
    full = near(50, preferred_cells=[], occupancy_information=OVERLOADED)
    far, gone = near(1001), near(20, online=False)
    cloud, vendor = line(here(), found(near(900), full, far, gone, near(150.4)))
    nearby = await cloud.nearby("M", NO_NEEDS, 1000)
    assert [(one.id, one.metres) for one in nearby] == [
        ("machine_150.4", 151),
        ("machine_900", 900),
    ]
    assert (nearby[0].latitude, nearby[0].longitude) == (-6.125556, 106.65583)
    packaging = vendor.sent()["packaging"]
    assert isinstance(packaging, dict)
    assert [packaging[side] for side in ("width", "height", "depth")] == [285, 285, 285]


async def test_where_this_machine_stands_is_read_once():
    cloud, vendor = line(here(), found())
    for _ in range(3):
        assert await cloud.nearby("M", NO_NEEDS, 1000) == []
    assert [call.split()[0] for call in vendor.asked] == ["GET", "POST", "POST", "POST"]


async def test_a_neighbours_name_is_plain_text():
    hostile = near(100, name="\u202eA\u0000 far\n  place\u2066" + "x" * 200)
    cloud, _ = line(here(), found(hostile, near(200, name="")))
    names = [one.name for one in await cloud.nearby("M", NO_NEEDS, 1000)]
    assert names == ["A far place" + "x" * 69, "machine_200"]


async def test_a_machine_that_stands_nowhere_has_no_neighbours():
    cloud, vendor = line(here(latitude=None))
    assert await cloud.nearby("M", NO_NEEDS, 1000) == ()
    assert len(vendor.asked) == 1


@pytest.mark.parametrize(
    "body",
    [
        {"machine": {**HERE, "machine_id": "machine_9"}},
        {"machine": {**HERE, "latitude": 1e300}},
        {"machine": {**HERE, "all_cells": [{"width": "300"}]}},
        {"machine": None},
        {"code": 5},
    ],
    ids=range(5),
)
async def test_a_machine_of_another_form_is_refused(body):
    cloud, _ = line(ok(body))
    with pytest.raises(CloudBroken):
        await cloud.room(NO_NEEDS)


@pytest.mark.parametrize("metres", [-1, 1e12, "150", None])
async def test_a_distance_that_cannot_be_is_refused(metres):
    cloud, _ = line(here(), found({"machine": HERE, "distance_in_metres": metres}))
    with pytest.raises(CloudBroken):
        await cloud.nearby("M", NO_NEEDS, 1000)


async def test_an_unknown_machine_and_a_silent_line_are_errors_of_the_cloud():
    cloud, _ = line(ok(NOT_FOUND, 404))
    with pytest.raises(CloudMissing):
        await cloud.room(NO_NEEDS)
    cloud, _ = line(here(), httpx.ConnectError("no line"))
    with pytest.raises(CloudSilent):
        await cloud.nearby("M", NO_NEEDS, 1000)


async def test_the_sandbox_names_its_other_machine():
    transport = httpx.ASGITransport(create(key="key", cells=["A01"]))
    base = "https://sandbox"
    http = JsonHttp(base, {"X-API-Key": "key"}, StandingClock(), transport=transport)
    cloud = KioskForce(settings(base), StandingClock(), http)
    small = Needs(inside=Millimetres(100, 100, 100))
    async with httpx.AsyncClient(transport=transport, base_url=base) as door:
        place = {"name": "Market Hall", "latitude": -6.130556, "longitude": 106.65583}
        await door.post("/_sandbox/machines", json={"machine_id": "machine_9", **place})
        [other] = await cloud.nearby("S", small, 5000)
        assert (other.id, other.name) == ("machine_9", "Market Hall")
        assert 540 < (other.metres or 0) < 570
        assert await cloud.nearby("S", small, 500) == []
        assert await cloud.room(small) == {"12"}
        for machine_id in ("machine_9", "machine_123"):
            await door.post("/_sandbox/reservations", json={"machine_id": machine_id})
        assert await cloud.nearby("S", small, 5000) == []
        assert await cloud.room(small) == frozenset()
    await cloud.aclose()
