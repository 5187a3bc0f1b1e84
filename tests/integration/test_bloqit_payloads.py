"""Facts told to an address of the operator's as Bloq.it's webhooks would tell them."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.adapters.clouds.bloqit.payloads import Place, payloads
from kiosk.adapters.clouds.bloqit.signature import verify
from kiosk.adapters.clouds.reports import ReportLine
from kiosk.domain.events import CATALOGUE, Emits
from kiosk.domain.flows.visit import WALK_UP
from kiosk.domain.layout import Owner
from kiosk.domain.model import Event, ReservationId
from kiosk.domain.transitions import TABLE
from kiosk.ports_cloud import Relay
from tests.integration.bloqit_line import LOCKERS, RealClock, scripted
from tests.integration.bloqit_locker import BLOQ, RENT
from tests.integration.hook_end import hook_end
from tests.services.fakes import NOON

PLACE = Place(BLOQ, LOCKERS[0])
SAMPLE = {
    "_id", "admin", "customer", "rent", "bloq", "locker", "price", "codeName", "description",
    "message", "title", "metadata", "actionInitiatedBy",
}  # fmt: skip
"""The fields of the document's callback payload."""
DATA = {
    "label": "1", "initiated_by": "consumer", "source": "locker", "code": "dropOffCode",
    "confidence": "cloud", "message": "A parcel was put in and the door shut.", "confirmed": True,
}  # fmt: skip
DEPOSIT = Event(
    7, "0196a0b0-0007", "parcel.deposited", ReservationId(RENT), Owner.CLOUD, NOON, DATA
)


def told(event: Event, **data: object) -> list[str]:
    changed = replace(event, data={**event.data, **data})  # type: ignore[dict-item]
    return [str(body["codeName"]) for body in payloads(changed, PLACE)]


def test_a_deposit_is_three_events_in_the_shape_of_the_sample():
    bodies = payloads(DEPOSIT, PLACE)
    assert [body["codeName"] for body in bodies] == [
        "rent.in_progress", "rent.drop_off_confirmation", "rent.drop_off_code_check",
    ]  # fmt: skip
    assert bodies[0] == {
        "_id": bodies[0]["_id"],
        "rent": RENT,
        "bloq": BLOQ,
        "locker": LOCKERS[0],
        "codeName": "rent.in_progress",
        "title": "rent: in progress",
        "description": DATA["message"],
        "message": DATA["message"],
        "metadata": {
            "fact": "parcel.deposited",
            "at": "2026-05-04T12:00:00.000Z",
            "label": "1",
            "codeName": "dropOffCode",
            "confidence": "cloud",
            "confirmed": True,
        },
        "actionInitiatedBy": {"source": "locker", "role": "user"},
    }


def test_each_id_is_one_of_theirs_never_changes_and_is_no_others():
    first, again = payloads(DEPOSIT, PLACE), payloads(replace(DEPOSIT, tries=4), PLACE)
    assert first == again
    other = payloads(replace(DEPOSIT, id="0196a0b0-0008"), PLACE)
    ids = [str(body["_id"]) for body in (*first, *other)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[0-9a-f]{24}", one) for one in ids)


@pytest.mark.parametrize("confidence", ["cached", "signed", "unknown"])
def test_a_deposit_by_a_right_the_cloud_was_not_asked_about_was_offline(confidence):
    assert told(DEPOSIT, confidence=confidence) == [
        "rent.in_progress", "rent.drop_off_confirmation", "rent.drop_off_code_check_offline",
        "rent.offline_dropoff",
    ]  # fmt: skip


@pytest.mark.parametrize("code", [None, WALK_UP])
def test_where_no_code_was_shown_none_was_checked(code):
    assert told(DEPOSIT, code=code) == ["rent.in_progress", "rent.drop_off_confirmation"]


def test_what_the_kiosk_found_after_the_power_went_nobody_confirmed():
    assert told(DEPOSIT, initiated_by="kiosk", code=None) == ["rent.in_progress"]


def test_a_shut_after_a_pick_up_is_not_its_opening_again():
    assert told(replace(DEPOSIT, name="pickup.opened")) == ["rent.collect_item"]
    assert told(replace(DEPOSIT, name="parcel.collected")) == ["rent.finished"]


@pytest.mark.parametrize(
    ("data", "events"),
    [
        (
            {"what": "did_not_open", "block": True},
            ["locker.locker_timeout", "locker.locker_inactive", "locker.open_locker_error",
             "locker.maintenance_status_update"],
        ),
        ({"what": "dirty"}, ["locker.maintenance_status_update"]),
        (
            {"what": "empty", "block": True},
            ["locker.locker_inactive", "locker.maintenance_status_update"],
        ),
    ],
)  # fmt: skip
def test_a_problem_says_only_what_is_so(data, events):
    assert told(replace(DEPOSIT, name="compartment.problem"), **data) == events


def test_a_maintenance_update_has_the_state_before_and_after():
    def states(name: str) -> tuple[object, object]:
        for body in payloads(replace(DEPOSIT, name=name), PLACE):
            if body["codeName"] == "locker.maintenance_status_update":
                metadata = body["metadata"]
                assert isinstance(metadata, dict)
                return metadata["previousState"], metadata["newState"]
        raise AssertionError(name)

    assert states("door.contact_faulty") == ("in_use", "out_of_use")
    assert states("compartment.problem") == ("in_use", "reported")
    assert states("compartment.cleared") == ("out_of_use", "in_use")


@pytest.mark.parametrize(
    "reason",
    ["invalid_offline_dropoff", "offline_drop_off_on_inactive_bloq",
     "offline_drop_off_on_wrong_bloq"],
)  # fmt: skip
def test_a_disowned_drop_off_disables_its_locker_with_code_and_reason(reason):
    fact = replace(
        DEPOSIT,
        name="compartment.disabled_offline_dropoff",
        data={**DATA, "reason": reason, "block": True},
        sealed={"code": "471174"},
    )
    inactive, update = payloads(fact, PLACE)
    assert inactive["codeName"] == "locker.locker_inactive"
    metadata = inactive["metadata"]
    assert isinstance(metadata, dict)
    assert (metadata["code"], metadata["reason"]) == ("471174", reason)
    assert "471174" not in json.dumps(update)


def test_whose_giving_up_a_cancellation_is():
    fact = replace(DEPOSIT, name="reservation.cancelled", data={**DATA, "reason": "too_small"})
    cancelled, given_up = payloads(fact, PLACE)
    assert (cancelled["codeName"], given_up["codeName"]) == (
        "rent.cancelled", "rent.drop_off_cancellation",
    )  # fmt: skip
    assert given_up["message"] == "too_small"
    assert told(fact, initiated_by="operator") == ["rent.cancelled"]
    assert told(fact, initiated_by="time") == ["rent.cancelled"]


@pytest.mark.parametrize(
    ("name", "by", "initiator"),
    [
        ("parcel.deposited", "courier", {"source": "locker", "role": "courier"}),
        ("reservation.extended", "operator", {"source": "locker", "role": "partnerAdmin"}),
        ("reservation.expired", "time", {"source": "expiration"}),
        ("reservation.cancelled", "time", {"source": "locker"}),
        ("compartment.cleared", "cloud", {"source": "public_api"}),
    ],
)
def test_each_says_who_began_it_and_where(name, by, initiator):
    fact = replace(DEPOSIT, name=name, data={**DATA, "initiated_by": by})
    assert payloads(fact, PLACE)[0]["actionInitiatedBy"] == initiator


def test_a_reservation_that_only_stands_in_is_no_rent_of_theirs():
    for name in ("offline-0123456789abcdef", "walkup-0123456789ab"):
        for body in payloads(replace(DEPOSIT, reservation=ReservationId(name)), PLACE):
            assert "rent" not in body
            assert name not in json.dumps(body)


def test_what_is_the_kiosks_own_or_has_no_event_there_goes_nowhere():
    assert payloads(replace(DEPOSIT, owner=Owner.LOCAL), PLACE) == ()
    assert payloads(replace(DEPOSIT, name="terms.agreed"), PLACE) == ()
    assert payloads(replace(DEPOSIT, name="no.such_fact"), PLACE) == ()


def _every_fact() -> list[Event]:
    """Each that a reservation can have: once by a code the cloud vouched for, once offline."""
    names = sorted({name for row in TABLE.values() for name in row.names})
    data = {**DATA, "what": "did_not_open", "block": True}
    return [
        replace(DEPOSIT, name=name, data={**data, "confidence": confidence})
        for name in names
        for confidence in ("cloud", "cached")
    ]


@pytest.mark.parametrize("fact", _every_fact(), ids=lambda fact: fact.name)
def test_nothing_sealed_and_no_field_unknown_to_the_document(fact):
    sealed = {"code": "471174", "typed": "471175", "qr": "471176", "phone": "+351912345678"}
    for body in payloads(replace(fact, sealed=sealed), PLACE):
        assert body.keys() <= SAMPLE
        text = json.dumps(body)
        allowed = fact.name == "compartment.disabled_offline_dropoff"
        assert ("471174" in text) <= allowed
        assert not any(secret in text for secret in ("471175", "471176", "+351"))


def test_every_event_that_a_kiosk_emits_about_what_it_has_is_told():
    names = {line.vendor for line in CATALOGUE if line.by is not Emits.CLOUD and line.ours}
    others = ["door.opened_by_itself", "compartment.cleared", "code.wrong_sum", "door.wrong_opened"]
    others += ["label.printed", "label.failed", "courier.logged_in", "courier.logged_out"]
    facts = [*_every_fact(), *(replace(DEPOSIT, name=name) for name in others)]
    assert {name for fact in facts for name in told(fact)} >= names


def test_a_login_tells_what_the_courier_passed_and_a_refusal_the_rejected_code():
    about = replace(DEPOSIT, reservation=None, data={"way": "token", "initiated_by": "courier"})
    passed = {"courier.vehicle": "van 7", "courier.depot": "North", "phone": "+351912345678"}
    [login] = payloads(replace(about, name="courier.logged_in", sealed=passed), PLACE)
    assert login["codeName"] == "bloq.courier_authentication"
    assert login["metadata"]["courierData"] == {"vehicle": "van 7", "depot": "North"}
    assert "+351" not in json.dumps(login)
    [refusal] = payloads(replace(about, name="courier.refused", sealed={"code": "eyJ.x.y"}), PLACE)
    assert refusal["metadata"]["code"] == "eyJ.x.y"
    assert refusal["actionInitiatedBy"] == {"source": "locker", "role": "courier"}


async def test_a_report_is_signed_like_a_webhook_and_names_the_locker():
    cloud, vendor = scripted()
    async with hook_end() as end:
        line = ReportLine(Relay(end.url, "s3cret"), cloud, RealClock())
        await line.deliver(DEPOSIT)
        await cloud.bank()
        await line.deliver(DEPOSIT)
        await line.aclose()
    assert len(end.calls) == 6
    for call in end.calls:
        headers = call.headers
        verify(call.body, headers["signature"], headers["timestamp"], "s3cret", datetime.now(UTC))
    # Before the bloq was read only its own name of the locker is known, and that is no id.
    assert "locker" not in end.calls[0].json
    assert end.calls[3].json["locker"] == LOCKERS[0]
    assert end.calls[0].json["_id"] == end.calls[3].json["_id"]
    assert len(vendor.requests) == 1
    await cloud.aclose()
