"""Bloq.it's sandbox misbehaves on request, over a real socket, in the document's words."""

import httpx
import pytest
from bloqit_locker import BASE, KEY, RENT

from kiosk.sandbox.clouds.serve import running_sandbox

MAKE = f"{BASE}/deliveries/{RENT}/make"


@pytest.fixture(scope="module")
def connected():
    with (
        running_sandbox("bloqit") as url,
        httpx.Client(base_url=url, headers=KEY, timeout=5) as cloud,
    ):
        yield cloud


@pytest.fixture
def cloud(connected):
    connected.post("/_sandbox/reset")
    connected.post("/_sandbox/reservations", json={"_id": RENT, "locker": "A1"})
    return connected


def fault(cloud: httpx.Client, **rule: object) -> None:
    assert cloud.post("/_sandbox/faults", json=[rule]).status_code == 200


def state(cloud: httpx.Client) -> str:
    return cloud.get(f"{BASE}/rents/{RENT}").json()["state"]


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "badRequest"),
        (401, "unauthorized"),
        (403, "forbidden"),
        (404, "notFound"),
        (409, "conflict"),
        (500, "internalServerError"),
        (502, "badGateway"),
        (504, "gatewayTimeout"),
    ],
)
def test_each_documented_error_has_code_and_message(cloud, status, code):
    fault(cloud, path="/make", status=status)
    answer = cloud.put(MAKE)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json().keys() == {"code", "message"}
    assert state(cloud) == "reserved"


def test_too_many_requests_say_when_to_come_back(cloud):
    fault(cloud, path="/make", status=429, retry_after=7)
    answer = cloud.put(MAKE)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "7")
    assert answer.json()["code"] == "tooManyRequests"
    assert cloud.put(MAKE).status_code == 200


def test_an_answer_may_be_lost_after_its_effect(cloud):
    fault(cloud, path="/make", lose_answer=True)
    with pytest.raises(httpx.TransportError):
        cloud.put(MAKE)
    assert state(cloud) == "starting"


def test_an_answer_may_be_html_or_late(cloud):
    fault(cloud, path="/make", status=502, body="html")
    fault(cloud, path="/make", silence=0.05)
    assert "<html>" in cloud.put(MAKE).text
    assert cloud.put(MAKE).elapsed.total_seconds() >= 0.05


def test_an_answer_may_be_cut_off(cloud):
    fault(cloud, path="/make", cut=20)
    with cloud.stream("PUT", MAKE) as answer:
        assert answer.status_code == 200
        assert int(answer.headers["content-length"]) > 20
        got: list[bytes] = []
        with pytest.raises(httpx.TransportError):
            got.extend(answer.iter_raw())
    assert len(b"".join(got)) == 20
    assert state(cloud) == "starting"


def test_an_answer_shorter_than_the_cut_ends_early_all_the_same(cloud):
    fault(cloud, path="/make", cut=1_000_000)
    with pytest.raises(httpx.TransportError):
        cloud.put(MAKE)


def test_webhooks_go_out_from_a_running_sandbox(cloud):
    body = {"url": "http://127.0.0.1:9/hook", "enabledEvents": ["rent.started"]}
    assert cloud.post(f"{BASE}/webhooks", json=body).status_code == 200
    cloud.put(MAKE)
    for _ in range(1000):
        (sent,) = cloud.get("/_sandbox/deliveries").json()
        if sent["tries"]:
            break
    assert (sent["type"], sent["tries"]) == ("rent.started", 1)
