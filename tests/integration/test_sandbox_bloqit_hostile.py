"""Whatever is sent, the sandbox answers with a status of the document, and never with a fault."""

import asyncio
import json
from urllib.parse import quote

import httpx
import pytest
from bloqit_locker import BASE, BLOQ, KEY, NOWHERE, RENT, SANDBOX
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.sandbox.clouds.bloqit import create

APP = create()
CALLS = [
    (verb, path, call)
    for path, verbs in APP.openapi()["paths"].items()
    for verb, call in verbs.items()
    if path.startswith((BASE, "/_sandbox"))
]
STATUSES = {200, 201, 400, 401, 403, 404, 405, 409, 502, 504}

NASTY = [
    "", "null", "\0", "' OR 1=1 --", "<script>alert(1)</script>", "../../etc/passwd", "%00", "é🐢",
    "\u202e", "9" * 500, "1e400", "-1", "NaN", "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00", "2026-02-30", "1767225600", "x" * 2000,
]  # fmt: skip
texts = st.sampled_from([*NASTY, RENT, BLOQ, NOWHERE, "A1", "2099-01-01T00:00:00Z"]) | st.text()
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
RAW = [
    b"", b"{", b"[]", b"null", b"1", b'"x"', b"\xff\xfe", b"\x00" * 10, b"NaN", b'{"a":Infinity}',
    b'{"metadata":{"a":NaN}}', b'{"metadata":{"a":"\\ud800"}}', b'{"\\ud800":1}',
    b'{"metadata":{"\\udfff":1}}', b'{"active":true,"active":"x"}',
    b'{"metadata":' + b'{"a":' * 300 + b"1" + b"}" * 300 + b"}",
    b'{"metadata":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b'{"labels":1e999,"online":0}', b'{"maxRentTimeHour":' + b"9" * 4000 + b"}",
    b'{"maxRentTimeHour":' + b"9" * 5000 + b"}",
    b'{"address":"x","latitude":1e999,"longitude":0}', b'{"seconds":1e300}', b'{"seconds":-0.1}',
    b'{"expiryDate":"9999-12-31T23:59:59-14:00"}', b'{"expiryDate":"0001-01-01T00:00:00+14:00"}',
    b'{"collectTimeLimit":' + b"9" * 30 + b"}", b'{"pickUpCodes":{"user":null}}',
    b'{"pickUpCodes":{"":"1"}}', b'{"customer":[]}', b'{"lockers":[null]}',
    b'{"enabledEvents":"rent.created","url":1}', b'[{"_id":"x"}]', b'[{"silence":1e9}]',
]  # fmt: skip


def fields(call: dict) -> list[str]:
    """The names the body of this call may have."""
    content = call.get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema", {})
    for option in (schema, *schema.get("anyOf", ())):
        name = option.get("$ref", "").rpartition("/")[2]
        if name:
            return list(APP.openapi()["components"]["schemas"][name].get("properties", {}))
    return []


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, str, dict, object]:
    verb, path, call = draw(st.sampled_from(CALLS))
    named = call.get("parameters", [])
    for parameter in named:
        if parameter["in"] == "path":
            written = quote(draw(texts) or "x", safe="")
            path = path.replace("{" + parameter["name"] + "}", written)
    asked = [parameter["name"] for parameter in named if parameter["in"] == "query"]
    query = draw(st.dictionaries(st.sampled_from(asked), texts, max_size=4)) if asked else {}
    names = st.sampled_from(fields(call) or ["x"]) | texts
    body = draw(st.dictionaries(names, values, max_size=4) | values)
    return verb, path, query, body


@pytest.fixture(scope="module")
def runner():
    with asyncio.Runner() as runner:
        yield runner


def ask(runner: asyncio.Runner, verb: str, path: str, query: dict, *contents: bytes) -> None:
    """On a locker with one rent; an error inside the sandbox is raised here."""

    async def asking() -> None:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(APP), base_url="http://sandbox", headers=KEY
        ) as http:
            await http.post(f"{SANDBOX}/reset")
            seed = {"_id": RENT, "locker": "A1", "state": "in_progress"}
            assert (await http.post(f"{SANDBOX}/reservations", json=seed)).status_code == 201
            for content in contents:
                kind = {"content-type": "application/json"}
                answer = await http.request(verb, path, params=query, content=content, headers=kind)
                assert answer.status_code in STATUSES, (content[:200], answer.text)
                if answer.status_code >= 400:
                    assert answer.json().keys() == {"code", "message"}
            for seen in ("/_sandbox/reservations", "/_sandbox/calls", "/_sandbox/watch"):
                assert (await http.get(seen)).status_code == 200
            assert (await http.get(f"{BASE}/rents")).status_code == 200
            assert (await http.get(f"{BASE}/bloqs")).status_code == 200

    runner.run(asking())


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(request=requests())
def test_no_call_whatever_makes_the_sandbox_fail(runner, request):
    verb, path, query, body = request
    ask(runner, verb, path, query, json.dumps(body).encode())


@pytest.mark.parametrize("path", [f"{BASE}/rents/", f"{BASE}/rents/{RENT}/%2F"])
def test_a_call_with_a_slash_too_many_is_unknown(runner, path):
    ask(runner, "GET", path, {}, b"")


BODIED = [(verb, path) for verb, path, call in CALLS if "requestBody" in call]


@pytest.mark.parametrize(("verb", "path"), BODIED, ids=lambda part: part.strip("/"))
def test_no_body_whatever_makes_the_sandbox_fail(runner, verb, path):
    for name, known in (
        ("bloqID", BLOQ), ("rentID", RENT), ("lockerID", "5d5a6e83d1682b7100000000"),
    ):  # fmt: skip
        path = path.replace("{" + name + "}", known)
    ask(runner, verb, path, {}, *RAW)


def test_a_hostile_name_is_letters_on_the_page(runner):
    async def asking() -> str:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(APP), base_url="http://sandbox"
        ) as http:
            await http.post(f"{SANDBOX}/reset")
            seed = {"_id": RENT, "locker": "A1", "externalID": "<img src=x onerror=1>"}
            await http.post(f"{SANDBOX}/reservations", json=seed)
            said = await http.get(f"{SANDBOX}/page", params={"said": "<script>"})
            return said.text + (await http.get(f"{SANDBOX}/watch")).text

    text = runner.run(asking())
    assert "<img src=x" not in text
    assert "<script" not in text
    assert "&lt;img src=x" in text
