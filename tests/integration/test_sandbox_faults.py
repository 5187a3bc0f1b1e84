"""Each fault a sandbox cloud can be asked for, over a real socket."""

import asyncio

import httpx
import pytest

from kiosk.sandbox.clouds.kioskforce import create
from kiosk.sandbox.clouds.serve import running_sandbox

KEY = {"X-API-Key": "sandbox-key"}
HERE = "/api/delivery/external/v1/reservations/res_1"


@pytest.fixture(scope="module")
def connected():
    with (
        running_sandbox("kioskforce") as url,
        httpx.Client(base_url=url, headers=KEY, timeout=5) as cloud,
    ):
        yield cloud


@pytest.fixture
def cloud(connected):
    connected.post("/_sandbox/reset")
    seed = {"reservation_id": "res_1", "status": "RESERVATION_STATUS_DROPPED_OFF"}
    connected.post("/_sandbox/reservations", json=seed)
    return connected


def fault(cloud: httpx.Client, **rule: object) -> None:
    assert cloud.post("/_sandbox/faults", json=[rule]).status_code == 200


def picked_up(cloud: httpx.Client) -> bool:
    (reservation,) = cloud.get("/_sandbox/reservations").json()
    return reservation["status"] == "RESERVATION_STATUS_PICKED_UP"


def calls(cloud: httpx.Client) -> list[tuple]:
    return [
        (call["method"], call["path"].rsplit("/", 1)[-1], call["status"], call["effect"])
        for call in cloud.get("/_sandbox/calls").json()
    ]


def test_calls_are_written_down_in_order(cloud):
    cloud.get(HERE, params={"x": "1"})
    cloud.post(f"{HERE}/open-door", json={"reason": "why"})
    cloud.post(f"{HERE}/deletes", content=b"\xff")
    listed = cloud.get("/_sandbox/calls").json()
    assert calls(cloud) == [
        ("GET", "res_1", 200, 200),
        ("POST", "open-door", 200, 200),
        ("POST", "deletes", 400, 400),
    ]
    assert [call["body"] for call in listed] == [None, {"reason": "why"}, "\ufffd"]
    assert listed[0]["query"] == "x=1"
    assert listed[0]["at"] < listed[1]["at"] < listed[2]["at"]


def test_a_lost_answer_comes_after_its_effect(cloud):
    fault(cloud, method="POST", path="/pickups", lose_answer=True)
    with pytest.raises(httpx.TransportError) as lost:
        cloud.post(f"{HERE}/pickups")
    assert isinstance(lost.value, httpx.RemoteProtocolError | httpx.ReadError)
    assert picked_up(cloud)
    assert calls(cloud) == [("POST", "pickups", None, 200)]


def test_a_connection_closed_before_leaves_no_effect(cloud):
    fault(cloud, path="/pickups", before=True)
    with pytest.raises(httpx.TransportError) as lost:
        cloud.post(f"{HERE}/pickups")
    assert isinstance(lost.value, httpx.RemoteProtocolError | httpx.ReadError)
    assert not picked_up(cloud)
    assert calls(cloud) == [("POST", "pickups", None, None)]


async def test_without_a_connection_to_cut_the_caller_in_process_sees_it_aborted():
    transport = httpx.ASGITransport(create())
    async with httpx.AsyncClient(transport=transport, base_url="http://x", headers=KEY) as here:
        await here.post("/_sandbox/faults", json=[{"lose_answer": True}])
        with pytest.raises(ConnectionAbortedError):
            await here.get(HERE)


def test_after_a_dropped_connection_the_next_call_is_served(cloud):
    fault(cloud, before=True)
    with pytest.raises(httpx.TransportError):
        cloud.get(HERE)
    assert cloud.get(HERE).status_code == 200


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("json", "application/json", '"code": 13'),
        ("html", "text/html", "<html>"),
        ("empty", "text/plain", ""),
    ],
)
def test_an_error_comes_as_json_html_or_nothing(cloud, body, kind, text):
    fault(cloud, status=502, body=body)
    answer = cloud.post(f"{HERE}/pickups")
    assert answer.status_code == 502
    assert answer.headers["content-type"].startswith(kind)
    assert text in answer.text
    assert bool(answer.content) == bool(text)
    assert not picked_up(cloud)


def test_an_error_may_come_after_the_effect(cloud):
    fault(cloud, status=504, body="html", effect=True)
    assert cloud.post(f"{HERE}/pickups").status_code == 504
    assert picked_up(cloud)
    assert calls(cloud) == [("POST", "pickups", 504, 200)]


def test_a_busy_cloud_says_when_to_come_back(cloud):
    fault(cloud, status=429, retry_after=7)
    fault(cloud, retry_after=9)
    busy = [cloud.get(HERE) for _ in range(3)]
    assert [(answer.status_code, answer.headers.get("retry-after")) for answer in busy] == [
        (429, "7"),
        (503, "9"),
        (200, None),
    ]


def test_a_silent_cloud_carries_the_call_out_and_says_nothing(cloud):
    fault(cloud, path="/pickups", silence=60)
    with pytest.raises(httpx.ReadTimeout):
        cloud.post(f"{HERE}/pickups", timeout=0.1)
    assert picked_up(cloud)
    assert calls(cloud) == [("POST", "pickups", None, 200)]


def test_a_slow_cloud_answers_in_the_end(cloud):
    fault(cloud, silence=0.05)
    answer = cloud.get(HERE)
    assert answer.status_code == 200
    assert answer.elapsed.total_seconds() >= 0.05


def test_silence_may_end_with_a_closed_connection(cloud):
    fault(cloud, path="/pickups", silence=0.05, before=True)
    with pytest.raises(httpx.RemoteProtocolError):
        cloud.post(f"{HERE}/pickups")
    assert not picked_up(cloud)


async def test_a_silent_call_does_not_stop_the_others(cloud):
    fault(cloud, path="/pickups", silence=60)
    async with httpx.AsyncClient(base_url=cloud.base_url, headers=KEY) as other:
        silent = asyncio.create_task(other.post(f"{HERE}/pickups"))
        for _ in range(1000):
            if (await other.get("/_sandbox/calls")).json():
                break
        assert (await other.get(HERE)).status_code == 200
        assert not silent.done()
        silent.cancel()


def test_a_wrong_schema_has_the_right_names_and_wrong_values(cloud):
    fault(cloud, wrong_schema=True)
    wrong, right = cloud.get(HERE).json(), cloud.get(HERE).json()
    assert set(wrong) == set(right)
    assert not isinstance(wrong["status"], str)


def test_a_wrong_schema_of_an_empty_object_is_no_object(cloud):
    fault(cloud, wrong_schema=True)
    assert isinstance(cloud.post(f"{HERE}/abandons").json(), list)


def test_a_big_answer_is_right_but_for_its_size_and_names_no_length(cloud):
    fault(cloud, big_json=3_000_000)
    answer = cloud.get(HERE)
    assert len(answer.content) > 3_000_000
    assert "content-length" not in answer.headers
    assert answer.json()["reservation_id"] == "res_1"


def test_a_caller_may_hang_up_on_a_big_answer(cloud):
    fault(cloud, big_json=10_000_000)
    with cloud.stream("GET", HERE) as answer:
        next(answer.iter_bytes())
    assert cloud.get(HERE).status_code == 200


def test_nth_and_count_choose_the_calls(cloud):
    fault(cloud, method="get", path="/res_1", nth=2, count=2, status=500)
    assert [cloud.get(HERE).status_code for _ in range(5)] == [200, 500, 500, 200, 200]
    (rule,) = cloud.get("/_sandbox/faults").json()
    assert (rule["seen"], rule["fired"]) == (5, 2)


def test_a_fault_concerns_only_its_method_and_path(cloud):
    fault(cloud, method="POST", path="page_token=", status=500)
    fault(cloud, path="/elsewhere", status=500)
    assert cloud.get(HERE, params={"page_token": "x"}).status_code == 200
    assert cloud.post(f"{HERE}/open-door").status_code == 200


def test_without_a_count_a_fault_stays_until_deleted(cloud):
    fault(cloud, status=500, count=None)
    assert [cloud.get(HERE).status_code for _ in range(3)] == [500] * 3
    cloud.delete("/_sandbox/faults")
    assert cloud.get(HERE).status_code == 200


def test_the_first_rule_that_is_due_decides(cloud):
    fault(cloud, status=501)
    fault(cloud, status=502)
    assert [cloud.get(HERE).status_code for _ in range(3)] == [501, 502, 200]


@pytest.mark.parametrize(
    "rule",
    [{}, {"path": "/x"}, {"status": 99}, {"status": 500, "before": True}, {"sttaus": 500}],
)
def test_a_fault_that_makes_no_sense_is_refused(cloud, rule):
    assert cloud.post("/_sandbox/faults", json=[rule]).status_code == 400
