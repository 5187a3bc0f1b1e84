"""Reservations begun at the kiosk, made with KioskForce: asked for once, found again by our id."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest

from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce import CLOUD, RULES, KioskForce
from kiosk.domain import codes
from kiosk.domain.errors import CloudBroken, CloudConflict, CloudRefused, CloudSilent
from kiosk.domain.layout import Millimetres
from kiosk.domain.model import Kind, Purpose, ReservationState
from kiosk.domain.particulars import Contact, Needs
from kiosk.ports_abilities import PORT, NewParcel
from kiosk.sandbox.clouds.kioskforce import create
from tests.integration.kioskforce_vendor import (
    DETAILED,
    NOT_FOUND,
    StandingClock,
    line,
    listed,
    ok,
    page,
    rpc,
    settings,
)

ORDER = "walkup-0123456789ab"
PARCEL = NewParcel(ORDER, Kind.STORE, size="M")
WAITING = {
    **DETAILED,
    "status": "RESERVATION_STATUS_PENDING",
    "platform_order_id": f"{ORDER}-4711",
}
MADE = {
    name: DETAILED[name]
    for name in ("reservation_id", "machine_id", "machine", "drop_off_code", "pickup_code")
}
SANDBOX = "https://sandbox"


@pytest.fixture
async def sandbox() -> AsyncIterator[tuple[KioskForce, httpx.AsyncClient]]:
    """A line to the sandbox, and a line to its back door."""
    transport = httpx.ASGITransport(create(key="key", cells=["A03"]))
    http = JsonHttp(SANDBOX, {"X-API-Key": "key"}, StandingClock(), transport=transport)
    cloud = KioskForce(settings(SANDBOX), StandingClock(), http)
    async with httpx.AsyncClient(transport=transport, base_url=SANDBOX) as door:
        yield cloud, door
        await cloud.aclose()


def test_what_kioskforce_is_said_to_be_able_to_do_it_does_and_nothing_else():
    cloud, _ = line(ok({}))
    able = {ability for ability, port in PORT.items() if isinstance(cloud, port)}
    assert able == CLOUD.abilities


def test_every_call_has_a_documented_path():
    cloud, _ = line(ok({}))
    assert set(CLOUD.calls) == set(cloud._calls)
    assert CLOUD.calls["open_door"].endswith("/reservations/{reservation_id}/open-door")


async def test_a_cell_is_reserved_in_millimetres_under_our_own_order_id():
    cloud, vendor = line(ok(MADE), ok(WAITING))
    needs = Needs(weight_g=1500, thermal="chill", inside=Millimetres(300, 200, 400))
    made = await cloud.make(replace(PARCEL, needs=needs, notes="Fragile", eta_minutes=30))
    assert vendor.asked == [
        "POST /api/delivery/external/v1/reservations",
        "GET /api/delivery/external/v1/reservations/res_789",
    ]
    vendor.requests.pop()
    sent = vendor.sent()
    assert re.fullmatch(rf"{ORDER}-\d{{4}}", str(sent.pop("platform_order_id")))
    assert sent == {
        "machine_id": "machine_123",
        "packaging": {
            "width": 300,
            "height": 200,
            "depth": 400,
            "weight": 1500,
            "heating_required": False,
            "cooling_required": True,
        },
        "notes": "Fragile",
        "eta_minutes": 30,
        "grace_period_pickup_in_seconds": 120,
        "grace_period_dropoff_in_seconds": 120,
    }
    assert made.reservation.ref == ORDER
    assert (made.reservation.compartment, made.reservation.state) == (
        "12",
        ReservationState.RESERVED,
    )
    assert {c.purpose for c in made.codes or ()} == {Purpose.DROPOFF, Purpose.PICKUP}
    assert made.datum == "4711"


async def test_where_only_a_size_is_known_a_little_less_than_the_smallest_of_it_is_asked_for():
    cloud, vendor = line(ok(MADE), ok(WAITING))
    await cloud.make(PARCEL)
    vendor.requests.pop()
    packaging = vendor.sent()["packaging"]
    assert packaging == {
        "width": 285,
        "height": 285,
        "depth": 285,
        "weight": 0,
        "heating_required": False,
        "cooling_required": False,
    }
    assert {"notes", "eta_minutes", "webhook_url"}.isdisjoint(vendor.sent())


async def test_a_webhook_of_its_own_is_asked_for_only_where_one_is_configured():
    cloud, vendor = line(ok(MADE), ok(WAITING))
    cloud = KioskForce(
        replace(settings(), webhook_url="https://hear.example/in"), StandingClock(), cloud._http
    )
    await cloud.make(PARCEL)
    vendor.requests.pop()
    assert vendor.sent()["webhook_url"] == "https://hear.example/in"


async def test_the_receivers_own_telephone_is_the_second_datum_and_nothing_more_of_it_is_told():
    cloud, vendor = line(ok(MADE), ok({**WAITING, "platform_order_id": f"{ORDER}-4567"}))
    contact = Contact(name="Ada", phone="+49 170 123 4567")
    made = await cloud.make(replace(PARCEL, kind=Kind.SEND, contact=contact))
    vendor.requests.pop()
    assert vendor.sent()["platform_order_id"] == f"{ORDER}-4567"
    told = vendor.requests[0].content.decode()
    assert "Ada" not in told
    assert "170" not in told
    assert made.datum == "4567"


@pytest.mark.parametrize("kind", [Kind.RETURN, Kind.FIRST_MILE, Kind.DELIVERY])
async def test_what_one_code_in_and_one_out_cannot_express_is_not_asked_for(kind):
    cloud, vendor = line(ok(MADE))
    with pytest.raises(CloudRefused):
        await cloud.make(replace(PARCEL, kind=kind))
    assert vendor.asked == []
    assert RULES.walk_ups == {Kind.SEND, Kind.STORE}


@pytest.mark.parametrize(
    "changes",
    [{"machine_id": "machine_9"}, {"reservation_id": "../res"}, {"reservation_id": None}],
    ids=str,
)
async def test_an_answer_about_something_else_is_none(changes):
    cloud, vendor = line(ok({**MADE, **changes}), ok(WAITING))
    with pytest.raises(CloudBroken):
        await cloud.make(PARCEL)
    assert len(vendor.asked) == 1


@pytest.mark.parametrize(
    "read", [ok(NOT_FOUND, 404), ok({**WAITING, "platform_order_id": "order_456"})], ids=range(2)
)
async def test_what_was_made_and_does_not_show_is_open(read):
    """Gone, or another order's: neither says that nothing was made."""
    cloud, _ = line(ok(MADE), read)
    with pytest.raises(CloudBroken):
        await cloud.make(PARCEL)


async def test_a_lost_answer_is_not_repeated():
    cloud, vendor = line(httpx.ReadTimeout("lost"))
    with pytest.raises(CloudSilent):
        await cloud.make(PARCEL)
    assert len(vendor.asked) == 1


async def test_a_full_machine_is_a_conflict():
    cloud, _ = line(ok(rpc(9), 400))
    with pytest.raises(CloudConflict):
        await cloud.make(PARCEL)


async def test_ours_is_found_in_the_list_page_by_page():
    foreign = listed(machine_id="machine_9", platform_order_id=f"{ORDER}-4711")
    first = page(foreign, listed(reservation_id="res_1"), token="t")
    second = page(listed(platform_order_id=f"{ORDER}-4711"))
    cloud, vendor = line(first, second, ok(WAITING))
    made = await cloud.made(ORDER)
    assert made is not None
    assert made.reservation.id == "res_789"
    assert len(vendor.asked) == 3


@pytest.mark.parametrize(
    "order",
    ["order_456", f"{ORDER}", f"{ORDER}-47111", f"x{ORDER}-4711", "walkup-0123456789ac-4711"],
)
async def test_another_order_is_not_ours(order):
    cloud, vendor = line(page(listed(platform_order_id=order)))
    assert await cloud.made(ORDER) is None
    assert len(vendor.asked) == 1


async def test_where_the_list_shows_no_order_id_the_newest_are_read_and_no_more_than_so_many():
    """Our reading; the document's sample of the list shows it."""
    waiting = "RESERVATION_STATUS_PENDING"
    many = [
        listed(reservation_id=f"res_{n}", platform_order_id=None, status=waiting) for n in range(50)
    ]

    def read(request: httpx.Request) -> httpx.Response:
        name = request.url.path.rpartition("/")[2]
        order = f"{ORDER}-4711" if name == "res_35" else "another"
        return ok({**WAITING, "reservation_id": name, "platform_order_id": order})

    cloud, vendor = line(page(*many), read)
    made = await cloud.made(ORDER)
    assert made is not None
    assert made.reservation.id == "res_35"
    assert len(vendor.asked) == 1 + 15
    cloud, vendor = line(page(*many[:20]), lambda _: ok(NOT_FOUND, 404))
    assert await cloud.made(ORDER) is None
    assert len(vendor.asked) == 1 + 20


async def test_in_the_sandbox_a_person_leaves_a_parcel_and_another_takes_it(sandbox):
    cloud, door = sandbox
    made = await cloud.make(replace(PARCEL, needs=Needs(inside=Millimetres(300, 140, 300))))
    name = made.reservation.id
    assert made.reservation.compartment == "12"
    typed = {c.purpose: c.text for c in made.codes or () if codes.parse_typed(c.text)}
    assert set(typed) == {Purpose.DROPOFF, Purpose.PICKUP}
    found = await cloud.made(ORDER)
    assert found is not None
    assert found.reservation.id == name
    assert found.datum == made.datum
    everything = (await door.get("/_sandbox/reservations")).json()
    assert [one["reservation_id"] for one in everything] == [name]


async def test_the_sandbox_says_when_it_is_full(sandbox):
    cloud, _ = sandbox
    small = Needs(inside=Millimetres(100, 100, 100))
    await cloud.make(replace(PARCEL, needs=small))
    with pytest.raises(CloudConflict):
        await cloud.make(replace(PARCEL, order="walkup-0123456789ad", needs=small))
