"""Bloq.it's rents in our words, in full and by what happened since, read from the sandbox."""

from datetime import UTC, datetime

import pytest
from fastapi import FastAPI

from kiosk.domain.errors import CloudBroken, CloudMissing
from kiosk.domain.model import Kind, Purpose, ReservationId, ReservationState, Way
from kiosk.domain.particulars import Demand
from kiosk.sandbox.clouds.bloqit import create
from tests.integration.bloqit_line import RES, Pair, bank, paired
from tests.integration.bloqit_locker import BLOQ, NEIGHBOUR, NOWHERE, RENT

S = ReservationState


@pytest.fixture(scope="module")
def app() -> FastAPI:
    return create()


@pytest.fixture
async def pair(app):
    async with paired(app) as pair:
        yield pair


async def test_a_bloq_that_answers_with_our_own_id_is_there(pair: Pair):
    await pair.cloud.ping()
    assert pair.line.asked == [f"GET /bloqs/{BLOQ}"]


@pytest.mark.parametrize(
    ("told", "ours"),
    [
        ("reserved", S.RESERVED),
        ("ready_for_pickup", S.RESERVED),
        ("in_transit", S.RESERVED),
        ("starting", S.DEPOSITING),
        ("in_progress", S.STORED),
        ("locker_opened", S.OPENED),
        ("collect_item", S.COLLECTING),
        ("price_calculation", S.SETTLING),
        ("payment_attempt", S.SETTLING),
        ("expired", S.EXPIRED),
        ("cancelled", S.CANCELLED),
    ],
)
async def test_each_state_has_its_word_here(pair: Pair, told, ours):
    await pair.partner.seed(told)
    reservation = (await pair.one()).reservation
    assert (reservation.state, reservation.compartment) == (ours, "1")


@pytest.mark.parametrize(("wish", "names"), [({"externalID": "BQ-1000"}, ("BQ-1000",)), ({}, ())])
async def test_its_partners_own_number_is_what_its_label_may_say(pair: Pair, wish, names):
    await pair.partner.seed(**wish)
    assert (await pair.one()).names == names


async def test_what_has_no_locker_yet_is_announced(pair: Pair):
    made = (await pair.partner.delivery(bloqID=BLOQ)).json()
    reservation = (await pair.one(made["_id"])).reservation
    assert (reservation.state, reservation.compartment) == (S.ANNOUNCED, None)
    assert (await pair.cloud.read(made["_id"])).reservation.state is S.ANNOUNCED


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ({"type": "store"}, Kind.STORE),
        ({"type": "send"}, Kind.SEND),
        ({"type": "delivery"}, Kind.DELIVERY),
        ({"type": "delivery", "operationType": "lastMile"}, Kind.DELIVERY),
        ({"type": "delivery", "operationType": "firstMile"}, Kind.FIRST_MILE),
        ({"type": "return", "operationType": "firstMile"}, Kind.RETURN),
    ],
)
async def test_each_type_has_its_kind(pair: Pair, wish, kind):
    await pair.partner.seed("in_progress", **wish)
    assert (await pair.one()).reservation.kind is kind


async def test_carrier_size_end_and_step_up_are_kept(pair: Pair):
    await pair.partner.seed(
        "created", locker=None, carrier="acme", desiredLockerType="L", prePickUpActions=["mfa"],
        expiryDate="2030-01-02T03:04:05.000Z", deliveryDateLimit="2029-01-01T00:00:00.000Z",
    )  # fmt: skip
    reservation = (await pair.one()).reservation
    assert reservation.size == "L"
    assert reservation.particulars.needs.carrier == "acme"
    assert reservation.particulars.demands == {Demand.STEP_UP}
    # The limit of the drop-off is no end of what lies in a locker.
    assert reservation.expires_at == datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)


async def test_every_code_has_its_name_its_purpose_and_its_way(pair: Pair):
    uuid = "550e8400-e29b-41d4-a716-446655440000"
    named = {"user": "24 68-13", "friend": "AbCd9876", "weird\u202e": "112233"}
    await pair.partner.seed("in_progress", pickUpCodes=named, dropOffCode=uuid)
    found = {(c.name, c.purpose, c.way, c.text) for c in (await pair.one()).codes or ()}
    assert found == {
        ("user", Purpose.PICKUP, Way.TYPED, "246813"),
        ("friend", Purpose.PICKUP, Way.TYPED, "AbCd9876"),
        ("code", Purpose.PICKUP, Way.TYPED, "112233"),
        ("dropOffCode", Purpose.DROPOFF, Way.QR, uuid),
    }
    assert found == {(c.name, c.purpose, c.way, c.text) for c in (await pair.cloud.read(RES)).codes}


async def test_a_single_pick_up_code_is_read_too(pair: Pair):
    await pair.partner.seed("in_progress", pickUpCode="777888")
    codes = (await pair.one()).codes or ()
    assert ("pickUpCode", "777888") in {(code.name, code.text) for code in codes}


async def test_the_telephone_comes_before_the_order_number_and_only_short_codes_wait_for_it(
    pair: Pair,
):
    about = {"customer": {"phoneNumber": "+351 912 345 678"}, "externalID": "order-4567"}
    await pair.partner.seed("in_progress", pickUpCodes={"user": "123456"}, **about)
    first = await pair.one()
    assert (first.datum, first.partial) == ("4567", False)
    assert (await pair.cloud.read(RES)).datum == "5678"
    pair.mark = None
    again = await pair.one()
    assert (again.datum, again.partial) == ("5678", False)


async def test_a_short_code_whose_customer_is_only_an_id_wants_to_be_read_singly(pair: Pair):
    about = {"customer": {"phoneNumber": "+351 912 345 678"}, "externalID": "order-4567"}
    await pair.partner.seed("in_progress", pickUpCodes={"user": "1234"}, **about)
    assert (await pair.one()).partial
    read = await pair.cloud.read(RES)
    assert (read.datum, read.partial) == ("5678", False)


async def test_a_customer_without_telephone_leaves_the_order_number(pair: Pair):
    about = {"customer": {"email": "a@example.com"}, "externalID": "order-4567"}
    await pair.partner.seed("in_progress", pickUpCodes={"user": "1234"}, **about)
    assert (await pair.cloud.read(RES)).datum == "4567"
    assert not (await pair.one()).partial


async def test_the_telephone_of_a_send_is_in_the_list(pair: Pair):
    wish = {"type": "send", "phoneNumber": "+351 900 111 222", "pickUpCodes": {"user": "1234"}}
    await pair.partner.seed("in_progress", **wish)
    arrival = await pair.one()
    assert (arrival.datum, arrival.partial) == ("1222", False)


async def test_lockers_are_found_by_title_and_by_id(app, pair: Pair):
    second = await pair.partner.locker_id("A2")
    await pair.partner.seed("in_progress", locker="A2")
    async with paired(app, layout=bank({4: second, 1: "elsewhere"})) as other:
        await other.partner.seed("in_progress", locker="A2")
        assert (await other.one()).reservation.compartment == "5"


async def test_what_the_kiosk_gives_away_itself_the_cloud_cannot(pair: Pair):
    await pair.partner.seed("in_progress", locker="A12")
    assert await pair.sync() == {}
    with pytest.raises(CloudBroken):
        await pair.cloud.read(RES)


async def test_another_bloq_s_rent_is_nowhere_here(pair: Pair):
    await pair.partner.seed("in_progress", bloqID=NEIGHBOUR)
    assert await pair.sync() == {}
    with pytest.raises(CloudMissing):
        await pair.cloud.read(RES)


@pytest.mark.parametrize("rent", [NOWHERE, "..", "x", "5F85C02704D61B14F47C78A0", "a" * 25])
async def test_an_id_nobody_made_is_missing(pair: Pair, rent):
    with pytest.raises(CloudMissing):
        await pair.cloud.read(ReservationId(rent))


async def test_more_than_a_page_is_read_to_the_end_and_marked_whole(pair: Pair):
    for number in range(230):
        await pair.partner.seed("created", _id=f"{number:024x}", locker=None)
    assert len(await pair.sync()) == 230
    assert pair.whole
    assert pair.mark
    assert len([one for one in pair.line.asked if one == "GET /rents/active"]) == 3


async def test_nothing_new_costs_two_small_calls(pair: Pair):
    await pair.partner.delivery(bloqID=BLOQ)
    await pair.sync()
    assert await pair.sync() == {}
    assert not pair.whole
    assert pair.line.asked == ["GET /webhooks/history", "GET /rents/active"]
    assert pair.line.bytes < 2000


async def test_what_is_new_is_told_and_nothing_else(pair: Pair):
    partner = pair.partner
    first = await partner.locker_id("A1")
    await partner.seed("in_progress", _id="a" * 24, locker="A3")
    await partner.seed("in_progress", _id="b" * 24, locker="A4")
    await partner.seed("reserved", _id="c" * 24, locker="A5")
    await pair.sync()
    made = (await partner.delivery(bloqID=BLOQ, lockerID=first)).json()["_id"]
    later = "2031-01-01T00:00:00.000Z"
    await partner.put("/rents/{}/extend", "b" * 24, json={"expiryDate": later})
    await partner.put("/rents/{}/cancel", "c" * 24)
    await partner.put("/rents/{}/finish", "c" * 24)
    found = await pair.sync()
    assert {key: one.reservation.state for key, one in found.items()} == {
        made: S.RESERVED,
        "b" * 24: S.STORED,
        "c" * 24: S.FINISHED,
    }
    assert found["b" * 24].reservation.expires_at == datetime(2031, 1, 1, tzinfo=UTC)
    assert not pair.whole
    assert await pair.sync() == {}


async def test_another_bloq_s_news_are_not_read(pair: Pair):
    await pair.sync()
    lockers = await pair.partner.lockers(NEIGHBOUR)
    await pair.partner.delivery(bloqID=NEIGHBOUR, lockerID=next(iter(lockers.values()))["_id"])
    assert await pair.sync() == {}
    assert pair.line.asked == ["GET /webhooks/history", "GET /rents/active"]


async def test_what_moved_to_another_bloq_is_missed_in_a_whole_reading(pair: Pair):
    made = (await pair.partner.delivery(bloqID=BLOQ)).json()["_id"]
    assert made in await pair.sync()
    query = {"bloqID": NEIGHBOUR, "lockerType": "M"}
    moved = await pair.partner.put("/deliveries/{}/select-locker", made, params=query)
    assert moved.status_code == 200, moved.text
    assert made not in await pair.sync()
    assert pair.whole
    with pytest.raises(CloudMissing):
        await pair.cloud.read(ReservationId(made))


async def test_a_rent_without_an_event_is_found_by_the_count(pair: Pair):
    await pair.sync()
    await pair.partner.seed("in_progress")
    assert RENT in await pair.sync()
    assert pair.whole


async def test_after_a_restart_everything_is_read(app, pair: Pair):
    await pair.partner.seed("in_progress")
    await pair.sync()
    async with paired(app) as other:
        await other.partner.seed("in_progress")
        other.mark = pair.mark
        assert RENT in await other.sync()
        assert other.whole


async def test_a_flood_of_events_is_answered_by_the_whole_list(pair: Pair):
    await pair.sync()
    for _ in range(201):
        await pair.partner.delivery(bloqID=BLOQ)
    assert len(await pair.sync()) == 201
    assert pair.whole


async def test_what_was_read_is_not_read_again(pair: Pair):
    await pair.sync()
    for _ in range(50):
        await pair.partner.delivery(bloqID=BLOQ)
    assert len(await pair.sync()) == 50
    assert await pair.sync() == {}
    assert await pair.sync() == {}
    assert pair.line.asked == ["GET /webhooks/history", "GET /rents/active"]
    assert pair.line.bytes < 2000
