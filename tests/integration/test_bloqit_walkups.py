"""Rents begun at the kiosk, made with Bloq.it: asked for once, found again by our id."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import stamina
from fastapi import FastAPI

from kiosk.domain import codes
from kiosk.domain.errors import (
    CloudBroken,
    CloudConflict,
    CloudMissing,
    CloudRefused,
    CloudSilent,
)
from kiosk.domain.layout import Millimetres
from kiosk.domain.model import Kind, NewCode, Purpose, ReservationState, Way
from kiosk.domain.particulars import NO_NEEDS, Contact, Needs
from kiosk.ports_abilities import NewParcel
from kiosk.sandbox.clouds.bloqit import create
from tests.integration.bloqit_line import (
    BLOQ_BODY,
    DETAILS,
    LISTED,
    LOCKER,
    LOCKERS,
    Pair,
    over,
    page,
    paired,
)
from tests.integration.bloqit_locker import BLOQ, NEIGHBOUR, NOWHERE, RENT

ORDER = "walkup-0123456789ab"
PHONE = "+385917717719"
STORE = NewParcel(ORDER, Kind.STORE, label="2", size="M")
SEND = replace(STORE, kind=Kind.SEND, contact=Contact(phone=PHONE))
RETURN = replace(STORE, kind=Kind.RETURN)
FIRST_MILE = replace(STORE, kind=Kind.FIRST_MILE)
EVERY = [STORE, SEND, RETURN, FIRST_MILE]
BEGINS = {"/stores", "/sends", "/returns", "/deliveries"}


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


def kind_of(parcel: NewParcel) -> str:
    return parcel.kind.value


@pytest.mark.parametrize("parcel", EVERY, ids=kind_of)
async def test_each_is_made_in_the_locker_named_and_known_by_our_order(pair: Pair, parcel):
    made = await pair.cloud.make(parcel)
    about = made.reservation
    assert (about.ref, about.kind, about.state, about.compartment) == (
        ORDER, parcel.kind, ReservationState.RESERVED, "2",
    )  # fmt: skip
    rent = await pair.partner.rent(about.id)
    assert rent["locker"]["lockerTitle"] == "A2"
    assert rent["type"] == {"first_mile": "delivery"}.get(parcel.kind.value, parcel.kind.value)


@pytest.mark.parametrize("parcel", EVERY, ids=kind_of)
async def test_after_a_lost_answer_it_is_found_by_our_order(pair: Pair, parcel):
    assert await pair.cloud.made(ORDER) is None
    pair.line.lost = True
    with pytest.raises(CloudSilent):
        await pair.cloud.make(parcel)
    pair.line.lost = False
    found = await pair.cloud.made(ORDER)
    assert found is not None
    assert (found.reservation.ref, found.reservation.compartment) == (ORDER, "2")
    assert found.reservation.state is ReservationState.RESERVED
    assert await pair.cloud.made("walkup-0123456789ac") is None
    assert sum(asked.removeprefix("POST ") in BEGINS for asked in pair.line.asked) == 1


@pytest.mark.parametrize("parcel", [STORE, SEND], ids=kind_of)
async def test_a_code_comes_with_it_that_takes_it_out(pair: Pair, parcel):
    made = await pair.cloud.make(parcel)
    (code,) = (c for c in made.codes or () if c.purpose is Purpose.PICKUP)
    assert code.way is Way.TYPED
    assert codes.TypedCode(code.text).made_here
    rent = await pair.partner.rent(made.reservation.id)
    assert rent["details"]["pickUpCodes"] == {ORDER: code.text}
    await pair.sync()
    assert (await pair.cloud.read(made.reservation.id)).codes == made.codes


async def test_a_code_that_is_proposed_is_taken(pair: Pair):
    given = NewCode(Purpose.PICKUP, Way.TYPED, "271828183", "user")
    made = await pair.cloud.make(replace(STORE, codes=(given,)))
    assert {code.text for code in made.codes or ()} == {"271828183"}
    assert (await pair.cloud.made(ORDER)) is not None


async def test_no_two_get_the_same_code(pair: Pair):
    texts = set()
    for number in range(5):
        parcel = replace(STORE, order=f"walkup-00000000000{number}", label=str(number + 1))
        made = await pair.cloud.make(parcel)
        texts |= {code.text for code in made.codes or ()}
    assert len(texts) == 5


async def test_a_send_tells_the_cloud_the_number_and_no_more(pair: Pair):
    person = Contact("Ivana Horvat", PHONE, "ivana@h.hr")
    made = await pair.cloud.make(replace(SEND, contact=person))
    assert (await pair.partner.rent(made.reservation.id))["details"]["phoneNumber"] == PHONE
    assert made.datum == PHONE[-4:]
    assert "Horvat" not in json.dumps(await pair.partner.rent(made.reservation.id))


async def test_nothing_is_sent_without_a_telephone_number(pair: Pair):
    for contact in (None, Contact(email="ivana@h.hr")):
        with pytest.raises(CloudRefused, match="telephone"):
            await pair.cloud.make(replace(SEND, contact=contact))
    assert not any(asked.startswith("POST") for asked in pair.line.asked)


async def test_a_delivery_is_not_begun_at_a_locker(pair: Pair):
    with pytest.raises(CloudRefused):
        await pair.cloud.make(replace(STORE, kind=Kind.DELIVERY))


async def test_a_return_names_the_delivery_that_comes_back_and_its_end(pair: Pair):
    await pair.partner.seed("finished")
    until = (datetime.now(UTC) + timedelta(days=2)).replace(microsecond=0)
    person = Contact("Ivana Horvat", PHONE)
    parcel = replace(RETURN, earlier=RENT, expires_at=until, contact=person)
    made = await pair.cloud.make(parcel)
    assert made.reservation.particulars.earlier == RENT
    assert made.reservation.expires_at == until
    rent = await pair.partner.rent(made.reservation.id)
    assert (rent["customer"]["name"], rent["customer"]["phoneNumber"]) == ("Ivana Horvat", PHONE)
    assert rent["customer"]["email"] is None


@pytest.mark.parametrize("earlier", ["in_progress", NOWHERE, "order-1"])
async def test_a_return_of_what_the_cloud_does_not_take_back_goes_in_all_the_same(
    pair: Pair, earlier
):
    """Its delivery may not be over for the cloud, be none of its own, or have no id of theirs."""
    if earlier == "in_progress":
        await pair.partner.seed("in_progress")
        earlier = RENT
    made = await pair.cloud.make(replace(RETURN, earlier=earlier))
    assert made.reservation.compartment == "2"
    assert made.reservation.particulars.earlier is None


async def test_a_first_mile_goes_to_its_carrier(pair: Pair):
    made = await pair.cloud.make(replace(FIRST_MILE, needs=Needs(carrier="acme")))
    assert made.reservation.particulars.needs.carrier == "acme"
    assert made.reservation.kind is Kind.FIRST_MILE


@pytest.mark.parametrize("parcel", EVERY, ids=kind_of)
async def test_a_locker_that_is_taken_is_a_conflict_and_nothing_is_made(pair: Pair, parcel):
    await pair.partner.seed("in_progress", locker="A2")
    before = await pair.partner.listed()
    with pytest.raises(CloudConflict):
        await pair.cloud.make(parcel)
    assert await pair.partner.listed() == before


async def test_where_none_is_named_the_smallest_that_is_free_and_fits_is_taken(pair: Pair):
    await pair.partner.seed("in_progress", locker="A1")
    made = await pair.cloud.make(replace(STORE, label=None))
    assert made.reservation.compartment == "2"
    with pytest.raises(CloudConflict, match="none of them"):
        await pair.cloud.make(replace(STORE, label=None, size="XL"))


async def test_room_is_what_is_free_fits_and_is_given_away_by_the_cloud(pair: Pair):
    every = {str(number) for number in range(1, 12)}
    assert await pair.cloud.room(NO_NEEDS) == every
    await pair.partner.seed("in_progress", locker="A1")
    locker = await pair.partner.locker_id("A2")
    await pair.partner.http.put(
        f"/bloqs/{BLOQ}/lockers/{locker}/availability", json={"active": False}
    )
    assert await pair.cloud.room(NO_NEEDS) == every - {"1", "2"}
    assert await pair.cloud.room(Needs(inside=Millimetres(900, 10, 10))) == frozenset()
    assert await pair.cloud.room(Needs(thermal="chill")) == frozenset()


async def test_what_was_begun_is_reserved_until_the_kiosk_knows_better(pair: Pair):
    """Over there it is starting from its making on, whether or not anybody came to the door."""
    made = await pair.cloud.make(STORE)
    found = (await pair.sync())[made.reservation.id]
    assert await pair.partner.state(made.reservation.id) == "starting"
    assert found.reservation.state is ReservationState.RESERVED
    assert found.reservation.ref == ORDER


async def test_a_store_that_somebody_else_begins_is_being_put_in(pair: Pair):
    locker = await pair.partner.locker_id("A3")
    rent = (await pair.partner.http.post("/stores", params={"lockerID": locker})).json()
    found = (await pair.sync())[rent["_id"]]
    assert found.reservation.state is ReservationState.DEPOSITING
    assert found.reservation.ref == rent["_id"]


async def test_what_the_kiosk_begins_is_no_wish_of_others(pair: Pair):
    mark = (await pair.cloud.commands(None)).mark
    for number, parcel in enumerate(EVERY, 2):
        order = f"walkup-00000000000{number}"
        await pair.cloud.make(replace(parcel, order=order, label=str(number)))
    assert (await pair.cloud.commands(mark)).commands == ()


# A vendor whose answers are wrong.

MADE = {
    **LISTED, "type": "store", "state": "starting", "locker": LOCKERS[1],
    "details": {"bloq": BLOQ, "pickUpCodes": {ORDER: "271828183"}},
}  # fmt: skip
NOT_FOUND = httpx.Response(404, json={"code": "notFound", "message": "Not found."})


def vendor(*, begun: object = MADE, read: object = MADE, free: object = (), listed: object = None):
    """Answers the making, the reading, the free lockers and the list as given."""

    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.path
        body: object = BLOQ_BODY
        if request.method == "POST":
            body = begun
        elif "/rents/external/" in path:
            body = NOT_FOUND
        elif path.endswith("/rents/active"):
            body = page() if listed is None else listed
        elif "/rents/" in path:
            body = read
        elif path.endswith("/free-lockers"):
            body = list(free) if isinstance(free, tuple) else free
        return body if isinstance(body, httpx.Response) else httpx.Response(200, json=body)

    return over(httpx.MockTransport(answer))


async def test_a_cloud_that_shows_no_details_gives_the_code_that_was_proposed():
    bare = {**MADE, "details": {}}
    made = await vendor(begun=bare, read=bare).make(STORE)
    assert made.reservation.ref == ORDER
    assert made.reservation.state is ReservationState.RESERVED
    (code,) = made.codes or ()
    assert codes.TypedCode(code.text).made_here


async def test_where_lists_show_no_names_the_ones_starting_are_read():
    bare = {**MADE, "details": {}}
    cloud = vendor(listed=page(bare, {**bare, "_id": NOWHERE, "state": "in_progress"}))
    found = await cloud.made(ORDER)
    assert found is not None
    assert found.reservation.id == RENT
    assert await vendor(listed=page(bare), read=bare).made(ORDER) is None


@pytest.mark.parametrize(
    "begun",
    [
        {}, {**MADE, "_id": "../x"}, {**MADE, "_id": 7}, {**MADE, "locker": LOCKERS[5]},
        {**MADE, "locker": None}, {**MADE, "details": 7}, {"code": "x", "message": "y"},
    ],
)  # fmt: skip
async def test_an_answer_that_is_no_rent_in_this_locker_is_none(begun):
    with pytest.raises(CloudBroken):
        await vendor(begun=begun).make(STORE)


@pytest.mark.parametrize(
    "read",
    [
        NOT_FOUND,
        {**MADE, "details": {**DETAILS, "externalID": "walkup-ffffffffffff"}},
        {**MADE, "_id": NOWHERE},
        {**MADE, "state": "vanished"},
        {**MADE, "details": {"bloq": NEIGHBOUR}, "locker": None},
    ],
)
async def test_what_cannot_be_read_or_is_anothers_leaves_the_outcome_open(read):
    with pytest.raises(CloudBroken):
        await vendor(read=read).make(STORE)


@pytest.mark.parametrize(
    "free",
    [{}, [7], [{"_id": 7}], [{}], [{**LOCKER, "rent": 7}], [LOCKER] * 2_001, ["5d5a"]],
)
async def test_free_lockers_of_another_form_are_no_answer(free):
    with pytest.raises(CloudBroken):
        await vendor(free=free).room(NO_NEEDS)


async def test_free_lockers_are_believed_only_where_they_are_ours_and_free():
    told = [
        {**LOCKER, "rent": None}, {**LOCKER, "_id": LOCKERS[1]},
        {**LOCKER, "_id": LOCKERS[2], "rent": None, "active": False},
        {**LOCKER, "_id": NOWHERE, "rent": None}, {**LOCKER, "_id": LOCKERS[11], "rent": None},
    ]  # fmt: skip
    assert await vendor(free=told).room(NO_NEEDS) == {"1"}


async def test_a_compartment_the_cloud_does_not_know_is_missing():
    with pytest.raises(CloudMissing):
        await vendor().make(replace(STORE, label="12"))


async def test_no_error_tells_a_number_or_a_code():
    cloud = vendor(begun={**MADE, "details": {"pickUpCodes": {"user": 271828183}}})
    with pytest.raises(CloudBroken) as caught:
        await cloud.make(SEND)
    assert PHONE not in str(caught.value)
    assert "271828183" not in str(caught.value)
