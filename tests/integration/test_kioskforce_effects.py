"""KioskForce by its document: what it is told, how that shows, and how the line is set up."""

import httpx
import pytest

from kiosk.adapters.clouds import kioskforce, standalone
from kiosk.domain import settling
from kiosk.domain.errors import CloudBroken, CloudMissing, CloudRefused, ConfigWrong
from kiosk.domain.flows.visit import Trouble
from kiosk.domain.layout import Owner
from kiosk.domain.model import Event, Kind
from kiosk.domain.problems import Problem
from kiosk.domain.settling import caring
from kiosk.domain.tickets import Fault
from kiosk.ports import Cloud, CloudMaker
from tests.integration.kioskforce_vendor import (
    BANK,
    DETAILED,
    KEY,
    NOT_FOUND,
    NOW,
    OPENED,
    RES,
    TICKET,
    StandingClock,
    event,
    line,
    ok,
    settings,
)

V1 = "/api/delivery/external/v1"
SHOWN = {
    "parcel.deposited": {"DROPPED_OFF", "PICKED_UP", "ABANDONED"},
    "parcel.collected": {"PICKED_UP"},
    "parcel.abandoned": {"ABANDONED"},
    "reservation.cancelled": {"CANCELLED"},
}
STATUSES = ["PENDING", "DROPPED_OFF", "PICKED_UP", "CANCELLED", "ABANDONED"]


@pytest.mark.parametrize(
    ("name", "call", "answer"),
    [
        ("parcel.deposited", "dropoffs", OPENED),
        ("parcel.collected", "pickups", OPENED),
        ("parcel.abandoned", "abandons", {}),
        ("reservation.cancelled", "deletes", {}),
    ],
)
async def test_each_fact_has_its_call(name, call, answer):
    cloud, vendor = line(ok(answer))
    await cloud.deliver(event(name))
    assert vendor.asked == [f"POST {V1}/reservations/res_789/{call}"]
    assert vendor.requests[0].content == b""


@pytest.mark.parametrize("name", ["code.wrong", "reservation.moved"])
async def test_a_fact_without_a_call_is_told_to_nobody(name):
    cloud, vendor = line(ok({}))
    await cloud.deliver(event(name))
    assert await cloud.has_effect(event(name))
    assert not vendor.requests


async def test_facts_of_local_reservations_stay_here():
    cloud, vendor = line(ok({}))
    await cloud.deliver(event("parcel.collected", owner=Owner.LOCAL))
    assert not vendor.requests


async def test_a_fact_that_names_no_reservation_is_refused():
    cloud, _ = line(ok({}))
    with pytest.raises(CloudRefused):
        await cloud.deliver(Event(1, "e", "parcel.collected", None, Owner.CLOUD, NOW, {}))


async def test_a_problem_becomes_a_ticket_with_fixed_words():
    cloud, vendor = line(ok(TICKET))
    data = {"label": "12", "what": "did_not_open", "severity": "HIGH", "block": True}
    await cloud.deliver(event("compartment.problem", **data, name_of_consumer="Ada"))
    assert vendor.asked == [f"POST {V1}/maintenances"]
    assert vendor.sent() == {
        "machine_id": "machine_123",
        "description": "Cell A03 of machine machine_123: The door does not open when its lock is "
        "fired. Kiosk report 0193-event.",
        "severity": "HIGH",
        "block_cell_immediately": True,
    }


@pytest.mark.parametrize(
    "what", [*(t.value for t in Trouble if t is not Trouble.UNWANTED), "refused"]
)
async def test_staff_read_a_sentence_about_each_trouble_people_report(what):
    cloud, vendor = line(ok(TICKET))
    await cloud.deliver(event("compartment.problem", label="12", what=what))
    assert "Fault:" not in vendor.sent()["description"]


@pytest.mark.parametrize("code", Problem)
async def test_staff_read_a_sentence_about_each_standard_code(code):
    cloud, vendor = line(ok(TICKET))
    here = settling.problem_here(code, Owner.CLOUD, "12", note="Mrs Roe").events[0]
    await cloud.deliver(event(here.name, **here.data))
    sent = vendor.sent()
    assert "Fault:" not in sent["description"]
    assert "Roe" not in sent["description"]
    assert sent.get("block_cell_immediately", False) is here.data["block"]


@pytest.mark.parametrize("fault", Fault)
async def test_whoever_repairs_reads_a_sentence_about_each_fault(fault):
    cloud, vendor = line(ok(TICKET))
    told = caring.ticket_opened("12", Owner.CLOUD, "t-1", fault).events[0]
    await cloud.deliver(event(told.name, **told.data))
    assert "Fault:" not in vendor.sent()["description"]
    assert "block_cell_immediately" not in vendor.sent()


@pytest.mark.parametrize(
    "told",
    [
        caring.disabled("12", Owner.CLOUD, "t-1", "Mrs Roe's hinge"),
        caring.unknown_parcel("12", Owner.CLOUD, "t-1"),
    ],
    ids=lambda change: change.journal,
)
async def test_what_a_technician_takes_out_of_use_is_reserved_by_nobody(told):
    cloud, vendor = line(ok(TICKET))
    await cloud.deliver(event(told.events[0].name, **told.events[0].data))
    assert vendor.sent()["block_cell_immediately"] is True
    assert "Fault:" not in vendor.sent()["description"]
    assert "Roe" not in vendor.sent()["description"]


@pytest.mark.parametrize(
    "name", ["parcel.missing", "parcel.misaligned", "locker.problem", "reservation.place_differs"]
)
async def test_what_a_courier_finds_wrong_becomes_a_ticket(name):
    cloud, vendor = line(ok(TICKET))
    await cloud.deliver(event(name, label="12", severity="MEDIUM"))
    assert vendor.asked == [f"POST {V1}/maintenances"]


@pytest.mark.parametrize("status", ["ABANDONED", "CANCELLED"])
@pytest.mark.parametrize("by", ["courier", "technician"])
async def test_for_the_cleanup_of_what_it_gave_up_it_has_no_call(status, by):
    cloud, vendor = line(ok({**DETAILED, "status": f"RESERVATION_STATUS_{status}"}))
    fact = event("parcel.collected", initiated_by=by)
    await cloud.deliver(fact)
    assert [request.method for request in vendor.requests] == ["GET"]
    assert await cloud.has_effect(fact)
    assert not await cloud.has_effect(event("parcel.collected", initiated_by="consumer"))


@pytest.mark.parametrize(
    "name", ["recipient.notified", "parcel.in_transit", "parcel.ready_for_pickup",
             "parcel.label_scanned", "courier.logged_in", "service.login"]
)  # fmt: skip
async def test_of_marks_and_logins_it_hears_nothing(name):
    cloud, vendor = line(ok({}))
    await cloud.deliver(event(name))
    assert await cloud.has_effect(event(name))
    assert not vendor.requests


async def test_a_problem_without_a_compartment_blocks_nothing():
    cloud, vendor = line(ok(TICKET))
    data = {"what": "Call +43 1 234", "severity": "loud", "block": True}
    await cloud.deliver(event("compartment.problem", **data))
    assert vendor.sent() == {
        "machine_id": "machine_123",
        "description": "Machine machine_123: Fault: unknown. Kiosk report 0193-event.",
    }


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("name", SHOWN)
async def test_a_fact_has_its_effect_when_the_status_shows_it(name, status):
    cloud, vendor = line(ok({**DETAILED, "status": f"RESERVATION_STATUS_{status}"}))
    assert await cloud.has_effect(event(name)) is (status in SHOWN[name])
    assert [request.method for request in vendor.requests] == ["GET"]


async def test_an_effect_is_read_without_knowing_the_cell():
    cloud, _ = line(ok({**DETAILED, "cell": {"description": "Z99"}}))
    assert await cloud.has_effect(event("parcel.deposited"))


async def test_an_unknown_status_shows_neither_effect_nor_its_lack():
    cloud, _ = line(ok({**DETAILED, "status": "RESERVATION_STATUS_LOST"}))
    with pytest.raises(CloudBroken):
        await cloud.has_effect(event("parcel.deposited"))


async def test_a_reservation_that_is_gone_is_missing_not_told():
    cloud, _ = line(ok(NOT_FOUND, 404))
    with pytest.raises(CloudMissing):
        await cloud.has_effect(event("parcel.collected"))


async def test_a_ticket_shows_nowhere():
    cloud, vendor = line(ok({}))
    assert not await cloud.has_effect(event("compartment.problem", label="12"))
    assert not vendor.requests


async def test_the_echo_must_be_ours():
    cloud, vendor = line(lambda request: httpx.Response(200, content=request.content))
    await cloud.ping()
    assert vendor.asked == [f"POST {V1}/echo"]


async def test_another_echo_is_no_answer():
    cloud, _ = line(ok({"message": "test"}))
    with pytest.raises(CloudBroken):
        await cloud.ping()


async def test_a_call_can_be_overridden():
    cloud, vendor = line(ok(DETAILED), reservation="GET /v2/r/{reservation_id}/all")
    await cloud.read(RES)
    assert vendor.asked == ["GET /v2/r/res_789/all"]


@pytest.mark.parametrize(
    "calls",
    [
        {"open_everything": "POST /all"},
        {"reservation": "GET /v2/reservation"},
        {"reservation": "GET /v2/{reservation_id}/{machine}"},
        {"reservation": "GET /v2/{reservation_id}/{"},
        {"reservation": "FETCH /v2/{reservation_id}"},
        {"reservation": "GET https://elsewhere/{reservation_id}"},
        {"reservation": "GET /v2/{reservation_id}?key=1"},
        {"echo": ""},
    ],
)
def test_a_wrong_override_stops_the_start(calls):
    with pytest.raises(ConfigWrong):
        kioskforce.CLOUD.connect(settings(**calls), StandingClock())


@pytest.mark.parametrize(
    "base_url",
    [
        "http://api.delivery.kioskforce.com",
        "https://user:secret@api.delivery.kioskforce.com",
        "https://api.delivery.kioskforce.com/?key=secret",
        "ftp://api.delivery.kioskforce.com",
        "https://",
        "api.delivery.kioskforce.com",
        "",
    ],
)
def test_an_address_that_would_give_the_key_away_stops_the_start(base_url):
    with pytest.raises(ConfigWrong) as caught:
        kioskforce.CLOUD.connect(settings(base_url), StandingClock())
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("key", ["", "two words", "line\nend", "schlüssel"])
def test_a_key_that_fits_no_header_stops_the_start_without_being_said(key):
    wrong = kioskforce.CloudSettings("kioskforce", "machine_123", "https://a.example", key, BANK)
    with pytest.raises(ConfigWrong) as caught:
        kioskforce.CLOUD.connect(wrong, StandingClock())
    assert not key or key not in str(caught.value)


def test_a_locker_without_an_id_stops_the_start():
    wrong = kioskforce.CloudSettings("kioskforce", "", "https://a.example", KEY, BANK)
    with pytest.raises(ConfigWrong):
        kioskforce.CLOUD.connect(wrong, StandingClock())


async def test_the_makers_keep_the_ports_promises():
    maker: CloudMaker = kioskforce.CLOUD
    cloud: Cloud | None = maker.connect(settings(), StandingClock())
    assert cloud is not None
    assert cloud.rules == maker.rules
    assert (maker.rules.deposit_commits, maker.rules.collection_commits) == ("close", "open")
    await cloud.aclose()
    await cloud.aclose()


def test_a_kiosk_that_stands_alone_has_rules_and_no_cloud():
    maker: CloudMaker = standalone.CLOUD
    assert maker.connect(settings(), StandingClock()) is None
    assert (maker.rules.name, maker.rules.moves_compartment) == ("standalone", True)
    assert maker.rules.walk_ups == {Kind.SEND, Kind.STORE, Kind.RETURN}
    assert not maker.calls


@pytest.mark.parametrize("name", ["door.left_open", "door.opened_by_itself", "door.wrong_opened"])
async def test_a_door_that_moves_as_it_should_not_becomes_a_maintenance_request(name):
    cloud, vendor = line(ok(TICKET))
    await cloud.deliver(event(name, label="12", severity="CRITICAL"))
    assert vendor.asked == [f"POST {V1}/maintenances"]
