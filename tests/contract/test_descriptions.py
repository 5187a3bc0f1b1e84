"""The vendors' descriptions, and whoever checks calls against them: it finds every slip."""

import httpx
import pytest
import yaml
from schemathesis import openapi

from tests.contract.description import FOLDER, described

KF = "https://api.delivery.kioskforce.com/api/delivery/external/v1"
BQ = "https://api.bloq.it/api/v1/public"
KEY = {"X-API-Key": "k"}
PACKAGING = {"width": 1, "height": 1, "depth": 1, "weight": 1}
RESERVE = {"machine_id": "m", "platform_order_id": "o", "packaging": PACKAGING}


def flaws(vendor: str, method: str, url: str, **more) -> list[str]:
    return described(vendor).flaws(httpx.Request(method, url, **{"headers": KEY, **more}))


@pytest.mark.parametrize(("vendor", "calls"), [("kioskforce", 12), ("bloqit", 59)])
def test_a_description_is_one_by_the_standard_and_has_every_call_of_the_document(vendor, calls):
    spec = yaml.safe_load((FOLDER / f"{vendor}.yaml").read_text("utf-8"))
    openapi.from_dict(spec).validate()
    assert len(described(vendor).operations) == calls


def test_what_the_document_does_not_print_is_marked():
    marked = [one.name for one in described("bloqit").operations if "x-path" in one.spec]
    assert len(marked) == 20
    assert "POST /deliveries" in marked
    assert not [one for one in described("kioskforce").operations if "x-path" in one.spec]


@pytest.mark.parametrize("vendor", ["kioskforce", "bloqit"])
def test_no_request_body_takes_a_field_that_is_not_described(vendor):
    bodies = [one for one in described(vendor).operations if one.body is not None]
    assert len(bodies) > 4
    for one in bodies:
        assert one.body["content"]["application/json"]["schema"]["additionalProperties"] is False


@pytest.mark.parametrize(
    ("vendor", "call"),
    [
        ("kioskforce", ("GET", f"{KF}/reservations?page_size=200&page_token=t")),
        ("kioskforce", ("POST", f"{KF}/reservations/res_1/dropoffs")),
        ("bloqit", ("GET", f"{BQ}/rents/active?bloqID=b&rentStates=created&rentStates=reserved")),
        ("bloqit", ("PUT", f"{BQ}/deliveries/r/make?lockerID=l")),
        ("bloqit", ("GET", f"{BQ}/couriers/courier-auth/create-token?courierID=c&metadata=%7B%7D")),
    ],
)
def test_a_right_call_has_no_flaw(vendor, call):
    assert flaws(vendor, *call) == []


def test_a_right_body_has_no_flaw():
    assert flaws("kioskforce", "POST", f"{KF}/reservations", json=RESERVE) == []


@pytest.mark.parametrize(
    ("method", "path", "more", "flaw"),
    [
        ("PUT", "/reservations/r/dropoffs", {}, "no such call"),
        ("GET", "/reservations/r/s", {}, "no such call"),
        ("GET", "/reservations?page_size=0", {}, "query page_size value breaks minimum"),
        ("GET", "/reservations?page_size=x", {}, "query page_size value breaks type"),
        ("GET", "/reservations?pagesize=1", {}, "query pagesize is unknown"),
        ("GET", "/reservations?page_size=1&page_size=2", {}, "query page_size is given more"),
        ("GET", "/reservations", {"headers": {}}, "header X-API-Key is missing"),
        ("POST", "/reservations", {}, "has no body"),
        ("POST", "/reservations", {"json": {**RESERVE, "x": 1}}, "breaks additionalProperties"),
        ("POST", "/reservations", {"json": {"machine_id": "m"}}, "value breaks required"),
        ("POST", "/reservations", {"json": {**RESERVE, "notes": "x" * 1025}}, "notes breaks max"),
        ("POST", "/maintenances", {"json": {"description": "d", "severity": "x"}}, "breaks enum"),
        ("POST", "/maintenances", {"content": b"{"}, "body comes as nothing"),
        ("POST", "/reservations/r/pickups", {"json": {}}, "has a body, and none is described"),
    ],
)
def test_each_slip_of_a_call_is_named(method, path, more, flaw):
    (found, *_) = flaws("kioskforce", method, KF + path, **more)
    assert flaw in found


def test_a_call_that_goes_elsewhere_is_no_call_of_the_vendor():
    assert flaws("bloqit", "GET", "https://api.bloq.example/api/v1/public/bloqs") != []
    assert flaws("bloqit", "GET", "http://api.bloq.it/api/v1/public/bloqs") != []


def test_an_answer_of_another_form_is_named():
    asked = httpx.Request("POST", f"{KF}/reservations/r/pickups")
    judge = described("kioskforce").answer_flaws
    assert judge(asked, 200, "application/json", b'{"cell": {"description": "A03"}}') == []
    assert judge(asked, 404, "application/json", b'{"code": 5, "message": "no"}') == []
    assert judge(asked, 200, "application/json", b'{"cell": {}}') != []
    assert judge(asked, 200, "text/html", b"<html>") != []
    assert judge(asked, 500, "application/json", b"{}") != []
