"""KioskForce by its document: what the kiosk reads."""

from datetime import UTC, datetime
from itertools import count, repeat

import pytest
import structlog
from structlog.testing import capture_logs

from kiosk.domain.errors import CloudBroken, CloudMissing
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Arrival,
    Kind,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from tests.integration.kioskforce_vendor import (
    DETAILED,
    LAST_PAGE,
    LIST,
    NOW,
    RES,
    line,
    listed,
    ok,
    page,
    pages,
)
from tests.integration.sheets import listed as all_of

V1 = "/api/delivery/external/v1"


async def test_the_list_becomes_arrivals_without_codes():
    cloud, _ = line(ok(LAST_PAGE))
    assert await all_of(cloud) == (
        Arrival(
            Reservation(
                id=RES,
                ref="res_789",
                owner=Owner.CLOUD,
                kind=Kind.DELIVERY,
                state=ReservationState.STORED,
                compartment="12",
                size="M",
                made_at=datetime(2025, 11, 11, 10, 0, tzinfo=UTC),
                read_at=NOW,
            ),
            codes=None,
            datum="r456",
            names=("order_456",),
        ),
    )


async def test_every_page_is_read():
    cloud, vendor = line(ok(LIST), page(listed(reservation_id="res_790")))
    assert [a.reservation.id for a in await all_of(cloud)] == ["res_789", "res_790"]
    assert vendor.asked == [
        f"GET {V1}/reservations?page_size=200",
        f"GET {V1}/reservations?page_size=200&page_token=token_abc123",
    ]


async def test_one_met_on_two_pages_counts_once_as_read_last():
    moved = listed(status="RESERVATION_STATUS_PICKED_UP")
    cloud, _ = line(ok(LIST), page(moved))
    assert [a.reservation.state for a in await all_of(cloud)] == [ReservationState.COLLECTING]


async def test_another_machines_reservations_are_not_looked_at():
    cloud, _ = line(page({"machine_id": "machine_9", "status": 7}, listed()))
    assert len(await all_of(cloud)) == 1


async def test_an_empty_list_is_a_list():
    cloud, _ = line(page())
    assert await all_of(cloud) == ()


@pytest.mark.parametrize(
    ("tokens", "asked"), [(repeat("again"), 2), (map(str, count(1)), 500)], ids=["same", "new"]
)
async def test_endless_paging_ends(tokens, asked):
    cloud, vendor = line(pages(page(token=token) for token in tokens))
    with pytest.raises(CloudBroken):
        await all_of(cloud)
    assert len(vendor.requests) == asked


async def test_more_reservations_than_a_bank_holds_are_no_list():
    flood = (
        page(*(listed(reservation_id=f"r{n}-{i}") for i in range(500)), token=f"t{n}")
        for n in count()
    )
    cloud, vendor = line(pages(flood))
    with pytest.raises(CloudBroken):
        await all_of(cloud)
    assert len(vendor.requests) == 11


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("PENDING", ReservationState.RESERVED),
        ("DROPPED_OFF", ReservationState.STORED),
        ("PICKED_UP", ReservationState.COLLECTING),
        ("CANCELLED", ReservationState.CANCELLED),
        ("ABANDONED", ReservationState.ABANDONED),
    ],
)
async def test_statuses_are_ours(status, state):
    cloud, _ = line(page(listed(status=f"RESERVATION_STATUS_{status}")))
    assert [a.reservation.state for a in await all_of(cloud)] == [state]


@pytest.mark.parametrize(
    ("change", "logged"),
    [
        ({"status": "RESERVATION_STATUS_LOST"}, {"reservation": "res_789", "reason": "status"}),
        ({"cell": {"description": "Z99"}}, {"reservation": "res_789", "reason": "cell"}),
        ({"cell": {"description": "A04"}}, {"reservation": "res_789", "reason": "cell"}),
        ({"cell": None}, {"reservation": "res_789", "reason": "cell"}),
        ({"reservation_id": "../machines"}, {"reservation": None, "reason": "id"}),
        ({"reservation_id": ".."}, {"reservation": None, "reason": "id"}),
    ],
)
async def test_one_that_cannot_be_worked_with_is_left_out_and_logged_by_its_id(change, logged):
    cloud, _ = line(page(listed(**change), listed(reservation_id="res_790")))
    with capture_logs() as lines:
        assert [a.reservation.id for a in await all_of(cloud)] == ["res_790"]
    assert lines == [{"event": "cloud.reservation_skipped", "log_level": "warning", **logged}]
    structlog.reset_defaults()


async def test_a_pending_one_may_still_have_no_cell():
    cloud, _ = line(page(listed(status="RESERVATION_STATUS_PENDING", cell=None)))
    assert [a.reservation.compartment for a in await all_of(cloud)] == [None]


async def test_reading_one_brings_its_codes():
    cloud, vendor = line(ok(DETAILED))
    read = await cloud.read(RES)
    assert vendor.asked == [f"GET {V1}/reservations/res_789"]
    assert read.codes == (
        NewCode(Purpose.DROPOFF, Way.TYPED, "1234", "drop_off_code"),
        NewCode(Purpose.DROPOFF, Way.QR, "1234", "drop_off_code", "DLV-DROP-res_789-1234"),
        NewCode(Purpose.PICKUP, Way.TYPED, "5678", "pickup_code"),
        NewCode(Purpose.PICKUP, Way.QR, "5678", "pickup_code", "DLV-PICK-res_789-5678"),
    )


async def test_a_qr_text_is_split_at_its_last_dash():
    tricky = {
        **DETAILED,
        "reservation_id": "res-7-89",
        "drop_off_qrcode": "DLV-DROP-res-7-89-1234",
        "pickup_code_qrcode": "DLV-PICK-res-7-89-5678",
    }
    cloud, _ = line(ok(tricky))
    read = await cloud.read(ReservationId("res-7-89"))
    assert [code.text for code in read.codes or () if code.way is Way.QR] == ["1234", "5678"]


@pytest.mark.parametrize(
    "qr", ["DLV-PICK-res_1-5678", "DLV-DROP-res_789-5678", "5678", "DLV-PICK-res_789-", "", None]
)
async def test_a_qr_text_that_names_something_else_proves_nothing(qr):
    cloud, _ = line(ok({**DETAILED, "pickup_code_qrcode": qr}))
    read = await cloud.read(RES)
    ways = [code.way for code in read.codes or () if code.purpose is Purpose.PICKUP]
    assert ways == [Way.TYPED]


@pytest.mark.parametrize(
    ("order", "datum"),
    [
        ("order_456", "r456"),
        ("2025-00417", "0417"),
        ("SO 12 34 A", "1234"),
        ("ab-c9", "abc9"),
        ("\u202e4321\u202c", "4321"),
        ("x1", None),
        ("", None),
        (None, None),
    ],
)
async def test_the_datum_is_the_end_of_the_order_id(order, datum):
    cloud, _ = line(ok({**DETAILED, "platform_order_id": order}))
    read = await cloud.read(RES)
    assert read.datum == datum
    assert read.reservation.ref == "res_789"


async def test_a_picked_up_one_is_still_collecting_while_the_list_shows_it():
    picked_up = {**DETAILED, "status": "RESERVATION_STATUS_PICKED_UP"}
    cloud, vendor = line(ok(picked_up), page(listed(status="RESERVATION_STATUS_PICKED_UP")))
    assert (await cloud.read(RES)).reservation.state is ReservationState.COLLECTING
    assert vendor.asked[1] == f"GET {V1}/reservations?page_size=200&created_after=1752141599"


async def test_a_picked_up_one_is_finished_once_the_list_has_dropped_it():
    cloud, _ = line(ok({**DETAILED, "status": "RESERVATION_STATUS_PICKED_UP"}), page())
    assert (await cloud.read(RES)).reservation.state is ReservationState.FINISHED


async def test_another_machines_reservation_does_not_exist_here():
    cloud, _ = line(ok({**DETAILED, "machine_id": "machine_9"}))
    with pytest.raises(CloudMissing):
        await cloud.read(RES)


@pytest.mark.parametrize("wrong", ["a/b", "..", ".", "", "x" * 129, "a b", "ä", "a?b", "a%2fb"])
async def test_an_id_that_could_leave_its_place_in_the_path_is_never_sent(wrong):
    cloud, vendor = line(ok(DETAILED))
    with pytest.raises(CloudMissing):
        await cloud.read(ReservationId(wrong))
    assert not vendor.requests
